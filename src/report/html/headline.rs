//! What an editor must know of a story in the first seconds: who contradicts whom, on whose word, what can be printed, who
//! stands alone, what is new.

use askama::Template;
use jiff::civil::Date;

use super::advice::{Advice, on_several_sides};
use super::claim::days;
use super::outlets::{Odd, Profile};
use super::sheet::{Badge, Entry, Outlet, Sheet};
use crate::baseline::State;
use crate::fusion::Verdict;
use crate::report::period::period;
use crate::report::position::{EVERY, letter, self_contradictions, sides};
use crate::report::{Article, Item};

/// So many conflicts make the headline; the others follow in the matrix.
const CONFLICTS: usize = 6;

/// So many positions of a conflict make the headline.
const SIDES: usize = 4;

/// So many claims of a position do.
const CLAIMS: usize = 5;

#[derive(Template)]
#[template(path = "headline.html", config = "src/report/html/askama.toml")]
pub(super) struct Headline<'a> {
    sheet: &'a Sheet<'a>,
    claims: usize,
    /// The days on which the articles appeared.
    published: Option<String>,
    /// The verdicts there are, with their counts.
    tally: Vec<(Badge, usize)>,
    /// Conflicts that are new; of those that are so in part, with the values that are.
    fresh: Vec<(&'a Entry<'a>, Vec<&'a str>)>,
    /// They are all there are, and nobody has accepted anything of them.
    all_new: bool,
    /// The states there are among the others, with their counts.
    states: Vec<(State, usize)>,
    conflicts: Vec<Conflict<'a>>,
    more: usize,
    /// Conflicts in which outlets stand alone, with these.
    alone: Vec<(&'a Entry<'a>, Vec<Alone<'a>>)>,
    /// The sections that follow: their anchors behind that of the story, and their headings.
    contents: Vec<(&'static str, &'static str)>,
}

/// An outlet that stands alone.
struct Alone<'a> {
    outlet: &'a Outlet<'a>,
    odd: &'a Odd<'a>,
}

impl Headline<'_> {
    /// All facts of the story are on the page.
    fn is_whole(&self) -> bool {
        self.sheet.entries.len() == self.sheet.story.items.len()
    }
}

/// A conflict in a few lines.
struct Conflict<'a> {
    entry: &'a Entry<'a>,
    sides: Vec<Side<'a>>,
    more: usize,
    /// The outlets that hold several of its positions, and whether they contradict themselves.
    torn: Vec<(&'a str, bool)>,
    advice: Advice<'a>,
}

/// A position.
struct Side<'a> {
    letter: char,
    /// All its conflicts are new, and others of the item are not.
    fresh: bool,
    rows: Vec<Row<'a>>,
    more: usize,
}

/// A wording, who uses it, and on whose word.
#[derive(PartialEq)]
struct Row<'a> {
    value: &'a str,
    /// The days that a date means.
    days: Option<String>,
    outlet: &'a str,
    citing: String,
    limits: String,
}

impl<'a> Headline<'a> {
    pub(super) fn new(
        sheet: &'a Sheet<'a>,
        profiles: &'a [Profile<'a>],
        contents: Vec<(&'static str, &'static str)>,
    ) -> Self {
        let counted = Verdict::ALL.map(|verdict| (Badge::of(verdict), sheet.count(verdict)));
        let conflicts = || sheet.entries.iter().filter(|entry| entry.item.verdict.is_conflict());
        let (fresh, settled): (Vec<&Entry<'_>>, Vec<&Entry<'_>>) = conflicts().partition(|it| it.is_new());
        let all_new = settled.is_empty()
            && fresh.iter().all(|entry| entry.state == Some(State::New) && !entry.is_partly_new());
        let number = |state: State| settled.iter().filter(|entry| entry.state == Some(state)).count();
        let states = State::ALL.map(|state| (state, number(state)));
        Self {
            sheet,
            claims: sheet.entries.iter().map(|entry| entry.item.claims.len()).sum(),
            published: published(&sheet.story.articles),
            tally: counted.into_iter().filter(|(_, number)| *number > 0).collect(),
            states: states.into_iter().filter(|(_, number)| *number > 0).collect(),
            conflicts: conflicts().take(CONFLICTS).map(Conflict::new).collect(),
            more: conflicts().count().saturating_sub(CONFLICTS),
            alone: alone(&sheet.entries, profiles),
            all_new,
            fresh: fresh.into_iter().map(|entry| (entry, new_values(entry))).collect(),
            contents,
        }
    }
}

/// Who stands alone in which conflict, in the order of the conflicts.
fn alone<'a>(entries: &'a [Entry<'a>], profiles: &'a [Profile<'a>]) -> Vec<(&'a Entry<'a>, Vec<Alone<'a>>)> {
    let of = |entry: &'a Entry<'a>| {
        let all = profiles.iter().flat_map(|it| it.odd.iter().map(|odd| Alone { outlet: it.outlet, odd }));
        (entry, all.filter(|it| std::ptr::eq(it.odd.entry, entry)).collect::<Vec<_>>())
    };
    let conflicts = entries.iter().filter(|entry| entry.item.verdict.is_conflict());
    conflicts.map(of).filter(|(_, alone)| !alone.is_empty()).take(CONFLICTS).collect()
}

/// From the first day on which one of the articles may have appeared to the last.
fn published(articles: &[Article]) -> Option<String> {
    let days: Vec<(Date, Date)> = articles.iter().filter_map(Article::published).collect();
    let first = days.iter().map(|it| it.0).min()?;
    let last = days.iter().map(|it| it.1).max()?;
    Some(period(first, last))
}

impl<'a> Conflict<'a> {
    fn new(entry: &'a Entry<'a>) -> Self {
        let item = entry.item;
        let own = sides(item);
        let mut shown: Vec<Side<'a>> = own
            .iter()
            .enumerate()
            .take(SIDES)
            .map(|(at, claims)| {
                Side::new(item, letter(at), claims, entry.is_partly_new() && is_new(item, claims))
            })
            .collect();
        if !item.beside_all.is_empty() {
            shown.push(Side::new(item, letter(EVERY), &item.beside_all, false));
        }
        let contradicts_itself = |outlet: &str| self_contradictions(item).any(|(a, _)| a.outlet == outlet);
        Self {
            entry,
            sides: shown,
            more: own.len().saturating_sub(SIDES),
            torn: on_several_sides(item).into_iter().map(|it| (it, contradicts_itself(it))).collect(),
            advice: Advice::of(item),
        }
    }
}

impl<'a> Side<'a> {
    fn new(item: &'a Item, letter: char, claims: &[usize], fresh: bool) -> Self {
        let mut rows: Vec<Row<'_>> = Vec::new();
        for claim in claims.iter().map(|&at| &item.claims[at]) {
            let days = days(claim).map(|(first, last)| period(first, last));
            let row = Row {
                value: &claim.value,
                days: days.filter(|days| *days != claim.value),
                outlet: &claim.outlet,
                citing: claim.according_to.join(", "),
                limits: claim.limits.join("; "),
            };
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
        let more = rows.len().saturating_sub(CLAIMS);
        rows.truncate(CLAIMS);
        Self { letter, fresh, rows, more }
    }
}

/// Where a conflict is new in part: the values of the positions that are.
fn new_values<'a>(entry: &Entry<'a>) -> Vec<&'a str> {
    let item = entry.item;
    let fresh = sides(item).into_iter().filter(|side| entry.is_partly_new() && is_new(item, side)).flatten();
    let mut values: Vec<&str> = Vec::new();
    for value in fresh.map(|at| item.claims[at].value.as_str()) {
        if !values.contains(&value) && values.len() < CLAIMS {
            values.push(value);
        }
    }
    values
}

/// Whether every conflict of some claims is new.
fn is_new(item: &Item, claims: &[usize]) -> bool {
    let theirs = item.comparisons.iter().filter(|it| claims.contains(&it.a) || claims.contains(&it.b));
    let mut states = theirs.filter_map(|it| it.state).peekable();
    states.peek().is_some() && states.all(State::counts_as_new)
}
