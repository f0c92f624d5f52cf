//! From a claim to the others of its fact, and from a quote to where it stands.

use std::path::Path;

use gainsay::claim::Passages;
use serde_json::{Value, json};

use super::desk::{ClaimAt, OpenFiles};
use super::text::TextPosition;

/// Where the other claims of the same fact stand; for a quote, where it stands in the article's text.
pub(super) fn definition(desk: &OpenFiles, path: &Path, position: TextPosition) -> Vec<Value> {
    let Some(found) = desk.find(path, position) else { return Vec::new() };
    passage(desk, &found).map_or_else(|| others(desk, &found), |place| vec![place])
}

/// Every claim of the same fact.
pub(super) fn references(desk: &OpenFiles, path: &Path, position: TextPosition, own: bool) -> Vec<Value> {
    let Some(found) = desk.find(path, position) else { return Vec::new() };
    let mut places = others(desk, &found);
    if own {
        let range = desk.lines(found.article.file.text()).range(&found.claim.value_span);
        places.insert(0, json!({"uri": desk.uri(path), "range": range}));
    }
    places
}

fn others(desk: &OpenFiles, found: &ClaimAt<'_>) -> Vec<Value> {
    let mut claims = found.others();
    // The gravest conflict is where one wants to go.
    claims.sort_by_key(|(_, comparison)| std::cmp::Reverse(comparison.map(|it| it.verdict)));
    let places = claims.into_iter().filter_map(|(claim, _)| {
        let (path, article, claim) = found.locate(claim)?;
        Some(
            json!({"uri": desk.uri(path), "range": desk.lines(article.file.text()).range(&claim.value_span)}),
        )
    });
    places.collect()
}

fn passage(desk: &OpenFiles, found: &ClaimAt<'_>) -> Option<Value> {
    let span = found.claim.spans.quote.as_ref()?;
    let (quote, body) = (found.claim.quote.as_ref()?, found.article.body.as_ref()?);
    if !span.contains(&found.at) {
        return None;
    }
    let passage = Passages::of(body.text()).find(quote)?;
    let path = found.checked.path_of(body.path())?;
    Some(json!({"uri": desk.uri(path), "range": desk.lines(body.text()).range(&passage)}))
}
