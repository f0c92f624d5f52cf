//! What `gainsay-report/2` says of an item, key by key, and the JSON Schemas of what gainsay writes, as docs/schema/ has them.

use serde::Serialize;

use crate::baseline::{Acceptance, JudgedComparison, JudgedItem, State};
use crate::linkage::Sure;
use crate::view::{ClaimView, LargestView, OneSourceView, PositionView, SafeWordingView, Waterfall};

/// Each with its name.
pub const SCHEMAS: [(&str, &str); 5] = [
    ("report", include_str!("../../docs/schema/report.json")),
    ("jsonl", include_str!("../../docs/schema/jsonl.json")),
    ("value", include_str!("../../docs/schema/value.json")),
    ("review", include_str!("../../docs/schema/review.json")),
    ("evaluation", include_str!("../../docs/schema/evaluation.json")),
];

/// One data item.
#[derive(Serialize)]
pub(super) struct ItemLine<'a> {
    id: &'a str,
    label: &'a str,
    kind: &'static str,
    verdict: &'static str,
    claims: &'a [ClaimView],
    positions: &'a [PositionView],
    comparisons: Vec<ComparisonLine<'a>>,
    common_ground: Option<&'a str>,
    omitted_by: &'a [String],
    safe_wording: Option<&'a SafeWordingView>,
    largest_side: Option<&'a LargestView>,
    findings: &'a [OneSourceView],
}

/// Two claims of an item, by their positions in its claims.
#[derive(Serialize)]
struct ComparisonLine<'a> {
    a: usize,
    b: usize,
    verdict: &'static str,
    reason: &'a str,
    r#match: Sure,
    new: bool,
    state: Option<&'static str>,
    id: &'a str,
    accepted: Option<&'a Acceptance>,
    waterfall: &'a Waterfall,
}

impl<'a> ItemLine<'a> {
    pub(super) fn new(item: JudgedItem<'a>) -> Self {
        let comparisons = item.comparisons().map(ComparisonLine::new).collect();
        let item = item.view;
        Self {
            id: &item.id,
            label: &item.label,
            kind: item.kind.name(),
            verdict: item.verdict.name(),
            claims: &item.claims,
            positions: &item.positions,
            comparisons,
            common_ground: item.common_ground.as_deref(),
            omitted_by: &item.omitted_by,
            safe_wording: item.safe_wording.as_ref(),
            largest_side: item.largest_side.as_ref(),
            findings: &item.findings,
        }
    }
}

impl<'a> ComparisonLine<'a> {
    fn new(judged: JudgedComparison<'a>) -> Self {
        let it = judged.view;
        Self {
            a: it.a,
            b: it.b,
            verdict: it.verdict.name(),
            reason: &it.reason,
            r#match: it.r#match,
            new: judged.is_new(),
            state: judged.state().map(State::name),
            id: &it.id,
            accepted: judged.accepted(),
            waterfall: &it.waterfall,
        }
    }
}
