//! What is wrong in a file, and who contradicts it.

use gainsay::view;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use gainsay::baseline::{JudgedComparison, JudgedItem, State};
use gainsay::files::{Problem, Severity, TextFile};
use gainsay::fusion::Verdict;
use gainsay::report::safe;
use gainsay::workspace::CheckedStory;
use serde_json::{Value, json};

use super::client::Client;
use super::desk::{OpenFiles, locate};
use super::text::{Encoding, LineIndex};

/// More places than these help nobody.
const MOST_RELATED: usize = 12;

/// The texts of a story with their lines, each counted once.
struct Texts<'t> {
    encoding: Encoding,
    lines: RefCell<BTreeMap<*const TextFile, Rc<LineIndex<'t>>>>,
}

impl<'t> Texts<'t> {
    fn new(encoding: Encoding) -> Self {
        Self { encoding, lines: RefCell::default() }
    }

    /// A stretch of a text as the protocol writes it.
    fn range(&self, file: &'t Arc<TextFile>, span: &Range<usize>) -> Value {
        let mut known = self.lines.borrow_mut();
        let lines = known.entry(Arc::as_ptr(file));
        Rc::clone(lines.or_insert_with(|| Rc::new(LineIndex::of(file.text(), self.encoding)))).range(span)
    }
}

/// The diagnostics of every file of a story, none where nothing is the matter.
pub(super) fn of_story(
    desk: &OpenFiles,
    checked: &CheckedStory,
    client: &Client,
) -> BTreeMap<PathBuf, Vec<Value>> {
    let texts = Texts::new(desk.encoding);
    let mut found: BTreeMap<PathBuf, Vec<Value>> =
        checked.files().map(|(_, path)| (path.to_path_buf(), Vec::new())).collect();
    for problem in &checked.problems {
        if let Some(path) = checked.path_of(problem.file.path()) {
            let path_of = |name: &str| checked.path_of(name);
            found
                .entry(path.to_path_buf())
                .or_default()
                .push(of_problem(desk, &texts, problem, &path_of, client));
        }
    }
    for item in checked.view.judged().filter(|item| item.verdict >= Verdict::Unclear) {
        for at in 0..item.claims.len() {
            if let Some((path, diagnostic)) = of_claim(desk, &texts, checked, (item, at), client) {
                found.entry(path).or_default().push(diagnostic);
            }
        }
    }
    found
}

/// The diagnostics of settings.
pub(super) fn of_settings(desk: &OpenFiles, path: &Path, client: &Client) -> Vec<Value> {
    let problems = desk.workspace.problems_of_settings(path);
    let texts = Texts::new(desk.encoding);
    problems.iter().map(|problem| of_problem(desk, &texts, problem, &|_| Some(path), client)).collect()
}

fn of_problem<'p>(
    desk: &OpenFiles,
    texts: &Texts<'p>,
    problem: &'p Problem,
    path_of: &dyn Fn(&str) -> Option<&'p Path>,
    client: &Client,
) -> Value {
    let severity = if problem.severity == Severity::Error { 1 } else { 2 };
    let hint = if problem.hint.is_empty() { String::new() } else { format!("\n{}", safe(&problem.hint)) };
    let mut diagnostic = json!({
        "range": texts.range(&problem.file, &problem.span),
        "severity": severity,
        "source": "gainsay",
        "message": format!("{}{hint}", safe(&problem.message)),
    });
    if let Some(rule) = problem.rule {
        diagnostic["code"] = rule.into();
    }
    if client.related && !problem.related.is_empty() {
        let places = problem.related.iter().take(MOST_RELATED).filter_map(|it| {
            let uri = desk.uri(path_of(it.file.path())?);
            let range = texts.range(&it.file, &it.span);
            Some(json!({"location": {"uri": uri, "range": range}, "message": safe(&it.label)}))
        });
        diagnostic["relatedInformation"] = places.collect();
    }
    diagnostic
}

/// What others say against a claim, gravest first.
fn of_claim<'c>(
    desk: &OpenFiles,
    texts: &Texts<'c>,
    checked: &'c CheckedStory,
    (item, own): (JudgedItem<'_>, usize),
    client: &Client,
) -> Option<(PathBuf, Value)> {
    let mut against: Vec<(JudgedComparison<'_>, &view::ClaimView)> = item
        .comparisons()
        .filter(|it| it.verdict >= Verdict::Unclear && (it.a == own || it.b == own))
        .map(|it| (it, &item.view.claims[if it.a == own { it.b } else { it.a }]))
        .collect();
    against.sort_by_key(|(it, _)| (std::cmp::Reverse((it.is_new(), it.verdict)), it.a, it.b));
    let (gravest, other) = *against.first()?;
    let alike = against.iter().filter(|(it, _)| it.verdict == gravest.verdict).count();
    let more = if alike > 1 { format!(" and {} more", alike - 1) } else { String::new() };
    let who = if other.file == item.claims[own].file { "this article itself" } else { &other.outlet };
    let how = match gravest.verdict {
        Verdict::Contradiction => "contradicted by",
        Verdict::Tension => "in tension with",
        _ => "can't be compared with",
    };
    let accepted = match (gravest.state(), gravest.accepted()) {
        (Some(State::Accepted), Some(accepted)) => format!("\naccepted: {}", safe(&accepted.reason)),
        _ => String::new(),
    };
    let message = format!(
        "{how} {} (“{}”){more}: {}\n{}{accepted}",
        safe(who),
        safe(&other.value),
        safe(&gravest.reason),
        safe(&item.label),
    );
    let severity = match gravest.verdict {
        Verdict::Contradiction if gravest.is_new() => 2,
        Verdict::Tension if gravest.is_new() => 3,
        _ => 4,
    };
    let (path, article, claim) = locate(checked, &item.claims[own])?;
    let mut diagnostic = json!({
        "range": texts.range(&article.file, &claim.value_span),
        "severity": severity,
        "code": gravest.verdict.name(),
        "source": "gainsay",
        "message": message,
        "data": {"item": item.id, "conflict": gravest.id},
    });
    if client.related {
        let places = against.iter().take(MOST_RELATED).filter_map(|(it, other)| {
            let (path, article, claim) = locate(checked, other)?;
            let range = texts.range(&article.file, &claim.value_span);
            let message =
                format!("{}: {} says “{}”", it.verdict.name(), safe(&other.outlet), safe(&other.value));
            Some(json!({"location": {"uri": desk.uri(path), "range": range}, "message": message}))
        });
        diagnostic["relatedInformation"] = places.collect();
    }
    Some((path.to_path_buf(), diagnostic))
}
