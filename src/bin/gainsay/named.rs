//! Claims and items by the names that people give them: `file.toml#3`, `file.toml:LINE`, or an id as printed.

use gainsay::linkage::Sure;
use gainsay::review::Case;
use gainsay::view::Item;
use gainsay::{fusion, view};

/// More claims than these are counted, not listed.
const MOST_LISTED: usize = 12;

/// A claim, by the position of its case and its own in there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct NamedClaim {
    pub(crate) case: usize,
    pub(crate) claim: usize,
}

/// Why nothing, or too much, is meant.
pub(crate) struct Unresolved {
    pub(crate) message: String,
    pub(crate) hint: String,
}

impl Unresolved {
    fn new(message: String, hint: impl Into<String>) -> Self {
        Self { message, hint: hint.into() }
    }
}

/// What an answer calls a claim: `path#number`.
pub(crate) fn name(case: &Case<'_>, at: usize) -> String {
    let told = case.alignment.claims[at];
    format!("{}#{}", told.article.file.path(), told.claim.number)
}

/// Where a claim says its value: `path:line`.
pub(crate) fn place(case: &Case<'_>, at: usize) -> String {
    let told = case.alignment.claims[at];
    format!("{}:{}", told.article.file.path(), told.article.file.line(told.claim.value_span.start))
}

/// The claim that an answer calls `path#number`.
pub(crate) fn called(case: &Case<'_>, called: &str) -> Option<usize> {
    let called = called.trim_start_matches("./").replace('\\', "/");
    (0..case.alignment.claims.len()).find(|&at| name(case, at) == called)
}

/// The claim that is meant; of an item's id, the one of its claims that is least sure to belong there.
pub(crate) fn find(cases: &[Case<'_>], wanted: &str) -> Result<NamedClaim, Unresolved> {
    match by_place(cases, wanted) {
        Some(found) => found,
        None => by_id(cases, wanted),
    }
}

/// The claim in a place, where a name is one.
fn by_place(cases: &[Case<'_>], wanted: &str) -> Option<Result<NamedClaim, Unresolved>> {
    let (file, at) = wanted.rsplit_once('#').or_else(|| wanted.rsplit_once(':'))?;
    let number: usize = at.trim().parse().ok()?;
    let is_line = !wanted.contains('#');
    let file = file.trim_start_matches("./").replace('\\', "/");
    let is_file = |path: &str| path == file || path.ends_with(&format!("/{file}"));
    let mut there = Vec::new();
    for (case, it) in cases.iter().enumerate() {
        for claim in 0..it.alignment.claims.len() {
            if is_file(it.alignment.claims[claim].article.file.path()) {
                there.push(NamedClaim { case, claim });
            }
        }
    }
    let told = |it: &NamedClaim| cases[it.case].alignment.claims[it.claim];
    let is_meant = |it: &NamedClaim| {
        let (article, claim) = (told(it).article, told(it).claim);
        let line = |at: usize| article.file.line(at);
        let lines = line(claim.span.start)..=line(claim.span.end.saturating_sub(1));
        if is_line { lines.contains(&number) } else { claim.number == number }
    };
    let found: Vec<NamedClaim> = there.iter().copied().filter(is_meant).collect();
    let path = |it: &NamedClaim| told(it).article.file.path();
    Some(match (found.as_slice(), there.as_slice()) {
        ([one], _) => Ok(*one),
        ([], []) => Err(Unresolved::new(
            format!("there is no claim file {file} with claims"),
            "name it by its path, as reports show it, and the folders to look in behind it",
        )),
        ([], [first, ..]) => {
            let claims = there.iter().filter(|it| path(it) == path(first)).count();
            let what = if is_line { "no claim in line" } else { "no claim number" };
            let hint = format!(
                "it has {claims} claims that can be read; a claim is named {0}#1, or {0}:LINE",
                path(first)
            );
            Err(Unresolved::new(format!("{} has {what} {number}", path(first)), hint))
        }
        (several, _) => {
            let names: Vec<String> = several.iter().map(|it| name(&cases[it.case], it.claim)).collect();
            Err(Unresolved::new(format!("{wanted} may mean {}", names.join(" or ")), "give more of its path"))
        }
    })
}

/// The claim that an item's or a conflict's id leaves to be meant.
fn by_id(cases: &[Case<'_>], wanted: &str) -> Result<NamedClaim, Unresolved> {
    let mut found: Vec<(usize, Item)> = Vec::new();
    for (at, case) in cases.iter().enumerate().filter(|_| wanted.len() >= 3) {
        let items = fusion::fuse(&case.alignment, case.story);
        let view = view::StoryView::new(case.story, &case.alignment, &items);
        found.extend(view.items.into_iter().filter(|it| it.is_called(wanted)).map(|it| (at, it)));
    }
    let [(case, item)] = found.as_slice() else {
        let hint =
            "a claim is named FILE.toml#NUMBER or FILE.toml:LINE; an item by its id, as `gainsay` prints it";
        let what = if found.is_empty() { "no claim and no item is" } else { "several items are" };
        return Err(Unresolved::new(format!("{what} called {wanted}"), hint));
    };
    let of = |claim: &view::ClaimView| {
        let name = format!("{}#{}", claim.file, claim.number);
        (0..cases[*case].alignment.claims.len()).find(|&at| self::name(&cases[*case], at) == name)
    };
    let sure = |claim: &view::ClaimView| claim.certainty.unwrap_or(Sure::CERTAIN);
    let doubtful: Vec<&view::ClaimView> = item.claims.iter().filter(|it| !sure(it).is_enough()).collect();
    let meant = match (item.claims.as_slice(), doubtful.as_slice()) {
        ([_, second], _) => Some(second),
        (_, [one]) => Some(*one),
        _ => None,
    };
    if let Some(claim) = meant.and_then(of) {
        return Ok(NamedClaim { case: *case, claim });
    }
    let list = item
        .claims
        .iter()
        .take(MOST_LISTED)
        .map(|it| format!("\n  {}#{}  {}, {}: {}", it.file, it.number, sure(it), it.outlet, it.value));
    let more = item.claims.len().saturating_sub(MOST_LISTED);
    let more = if more > 0 { format!("\n  … and {more} more") } else { String::new() };
    let message = format!("“{}” has {} claims: which one is meant?", item.label, item.claims.len());
    Err(Unresolved::new(message, format!("name one of them:{}{more}", list.collect::<String>())))
}
