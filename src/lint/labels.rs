//! Labels that name two facts, and subjects that the article does not speak of.

use std::collections::BTreeMap;

use super::{LintedClaim, swapped};
use crate::claim::{Article, Claim, Conventions};
use crate::files::Problem;
use crate::linkage::Alignment;
use crate::value::Kind;

pub(super) fn check(
    article: &Article,
    desk: &Conventions,
    alignment: &Alignment<'_>,
    problems: &mut Vec<Problem>,
) {
    let body = article.body.as_ref().map(|body| alignment.words(body.text()));
    let mut seen: BTreeMap<(String, String), &Claim> = BTreeMap::new();
    for claim in &article.claims {
        let case = LintedClaim { article, desk, claim };
        problems.extend(two_facts(&case, alignment));
        problems.extend(swapped::check(&case, alignment));
        let label = (claim.subject.to_lowercase(), claim.attribute.to_lowercase());
        match seen.get(&label) {
            Some(earlier) => problems.extend(two_kinds(&case, earlier)),
            None => _ = seen.insert(label, claim),
        }
        if let Some(body) = &body {
            let subject = alignment.words(&claim.subject);
            let quote = claim.quote.as_deref().map(|quote| alignment.words(quote)).unwrap_or_default();
            let there =
                subject.is_empty() || subject.iter().any(|word| body.contains(word) || quote.contains(word));
            if !there && !has_initials(&case) {
                problems.push(missing_subject(&case));
            }
        }
    }
}

/// An attribute that asks two things: `date and place of birth`.
fn two_facts(case: &LintedClaim<'_>, alignment: &Alignment<'_>) -> Option<Problem> {
    let attribute = &case.claim.attribute;
    let (first, second) = [" and ", " & ", "/", ", "].iter().find_map(|joint| attribute.split_once(joint))?;
    let (mine, yours) = (alignment.asks(first), alignment.asks(second));
    let when = |asks: &std::collections::BTreeSet<String>| asks.iter().any(|it| it == "date" || it == "time");
    // One value may well be a day and an hour.
    if mine.is_empty() || yours.is_empty() || !mine.is_disjoint(&yours) || when(&mine) && when(&yours) {
        return None;
    }
    let message = format!("the label names two facts: “{}” and “{}”", first.trim(), second.trim());
    let hint = "make it two claims, each with a value of its own: only then can each be compared";
    Some(case.finding("label-of-two-facts", &case.claim.spans.attribute, message).hint(hint))
}

/// One label over two values that can't both answer it.
fn two_kinds(case: &LintedClaim<'_>, earlier: &Claim) -> Option<Problem> {
    let (mine, yours) = (case.claim.value.kind, earlier.value.kind);
    let figure = |kind| !matches!(kind, Kind::Text | Kind::Names | Kind::Stage | Kind::Truth);
    let related =
        |a, b| matches!((a, b), (Kind::Date, Kind::Time | Kind::Duration) | (Kind::Percent, Kind::Count));
    if mine == yours || !figure(mine) || !figure(yours) || related(mine, yours) || related(yours, mine) {
        return None;
    }
    let file = &case.article.file;
    let line = file.place(earlier.value_span.start).line;
    let (mine, yours) = (mine.name(), yours.name());
    let message = format!("the label names two facts: here it is {mine}, in line {line} it is {yours}");
    let finding = case.finding("label-of-two-facts", &case.claim.spans.attribute, message);
    let finding = finding.related(file, earlier.spans.attribute.clone(), "the same label");
    Some(finding.hint("say in each attribute what it asks for, such as “date of …” and “size of …”"))
}

/// Whether the text calls the subject by its initials: `AWS` for Amazon Web Services.
fn has_initials(case: &LintedClaim<'_>) -> bool {
    let words = case.claim.subject.split(|it: char| !it.is_alphanumeric());
    let initials: String =
        words.filter_map(|word| word.chars().next().filter(|it| it.is_uppercase())).collect();
    let text = case.article.body.as_ref().map_or("", |body| body.text());
    initials.len() > 1 && text.split(|it: char| !it.is_alphanumeric()).any(|word| word == initials)
}

fn missing_subject(case: &LintedClaim<'_>) -> Problem {
    let subject = &case.claim.subject;
    let path = case.article.body.as_ref().map_or("", |body| body.path());
    let message = format!("neither the quote nor the article's text speaks of “{subject}”");
    let hint = format!(
        "look for the name in {path}; if it goes by another one there, add that to [aliases] in story.toml"
    );
    case.finding("subject-not-in-text", &case.claim.spans.subject, message).hint(hint)
}
