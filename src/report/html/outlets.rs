//! The outlets one by one: what each alone says, where it stands alone against others, what it omits.

use askama::Template;

use super::claim::ClaimLine;
use super::sheet::{OutletColumn, SheetEntry, StorySheet};
use crate::fusion::Verdict;
use crate::view::accusation::{LoneOutlet, alone, self_contradictions};

#[derive(Template)]
#[template(path = "outlets.html", config = "src/report/html/askama.toml")]
pub(super) struct Outlets<'a> {
    sheet: &'a StorySheet<'a>,
    profiles: Vec<Profile<'a>>,
}

/// What an outlet says that others don't, and the other way round.
pub(super) struct Profile<'a> {
    pub(super) outlet: &'a OutletColumn<'a>,
    pub(super) claims: usize,
    /// Items it alone reports.
    pub(super) alone: Vec<Single<'a>>,
    /// Conflicts in which it stands alone against several.
    pub(super) odd: Vec<Odd<'a>>,
    /// Items in which it contradicts itself.
    pub(super) torn: Vec<&'a SheetEntry<'a>>,
    /// Items that most others report.
    pub(super) omits: Vec<&'a SheetEntry<'a>>,
}

/// A conflict in which an outlet stands alone.
pub(super) struct Odd<'a> {
    pub(super) entry: &'a SheetEntry<'a>,
    /// What it alone says.
    pub(super) values: Vec<&'a str>,
    /// It says what others say, too.
    pub(super) torn: bool,
}

/// An item of one outlet.
pub(super) struct Single<'a> {
    entry: &'a SheetEntry<'a>,
    lines: Vec<ClaimLine<'a>>,
}

impl<'a> Outlets<'a> {
    pub(super) fn new(sheet: &'a StorySheet<'a>, profiles: Vec<Profile<'a>>) -> Self {
        Self { sheet, profiles }
    }
}

/// The profiles of a story's outlets, in the order of the columns.
pub(super) fn profiles<'a>(sheet: &'a StorySheet<'a>) -> Vec<Profile<'a>> {
    let new = |outlet| Profile {
        outlet,
        claims: 0,
        alone: Vec::new(),
        odd: Vec::new(),
        torn: Vec::new(),
        omits: Vec::new(),
    };
    let mut profiles: Vec<Profile<'a>> = sheet.outlets.iter().map(new).collect();
    let column = |name: &str| sheet.outlets.iter().position(|it| it.name == name);
    for entry in &sheet.entries {
        for &at in &entry.columns {
            profiles[at].claims += 1;
        }
        if entry.item.verdict == Verdict::Single
            && let Some(&at) = entry.columns.first()
        {
            let lines =
                (0..entry.item.claims.len()).map(|claim| ClaimLine::new(sheet, entry, claim, None)).collect();
            profiles[at].alone.push(Single { entry, lines });
        }
        for alone in alone(entry.item.view) {
            if let Some(at) = column(alone.outlet) {
                profiles[at].odd.push(odd(entry, &alone));
            }
        }
        let mut torn: Vec<&str> =
            self_contradictions(entry.item.view).map(|(claim, _)| claim.outlet.as_str()).collect();
        torn.dedup();
        for at in torn.into_iter().filter_map(column) {
            profiles[at].torn.push(entry);
        }
        for at in entry.item.omitted_by.iter().filter_map(|name| column(name)) {
            profiles[at].omits.push(entry);
        }
    }
    profiles
}

/// Where an outlet stands alone, with what it alone says.
fn odd<'a>(entry: &'a SheetEntry<'a>, alone: &LoneOutlet<'a>) -> Odd<'a> {
    let mut values: Vec<&str> = alone.claims.iter().map(|&at| entry.item.claims[at].value.as_str()).collect();
    values.sort_unstable();
    values.dedup();
    Odd { entry, values, torn: alone.torn }
}
