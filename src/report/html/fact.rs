//! A fact as a row that unfolds: closed, who says what and when; open, its sides with their quotes, why they conflict,
//! what can be printed, how sure it is that all speak of one thing.

use std::collections::BTreeSet;

use askama::Template;

use super::advice::authorities;
use super::claim::ClaimLine;
use super::course::Course;
use super::plot::Plot;
use super::sheet::{Badge, SheetEntry, StorySheet};
use super::steps::Steps;
use crate::console::known;
use crate::fusion::Verdict;
use crate::linkage::Sure;
use crate::view::accusation::self_contradictions;
use crate::view::advice::Advice;
use crate::view::position::{EVERY, Reason, letter, of_claims, reasons, sides};
use crate::view::{ArticleView, ClaimView, ComparisonView, Item, first, period};

/// So many reasons are told for one fact; the pictures and quotes tell the rest.
const REASONS: usize = 2;

/// So many wordings of a side stand in the closed row.
const WORDINGS: usize = 3;

/// So many sides do.
const SIDES: usize = 4;

/// So many steps of what moved do.
const STEPS: usize = 3;

#[derive(Template)]
#[template(path = "fact.html", config = "src/report/html/askama.toml")]
pub(super) struct FactCard<'a> {
    entry: &'a SheetEntry<'a>,
    item: &'a Item,
    /// What the closed row says.
    brief: Vec<Voice<'a>>,
    /// What it leaves out.
    unsaid: usize,
    sides: Vec<FactSide<'a>>,
    /// There are more sides than two, so that letters are needed to tell them apart.
    lettered: bool,
    /// Who told it first.
    first: Option<first::FirstTold>,
    /// What stands between the wordings of one side and those of the next.
    against: &'static str,
    /// From what to what it moved.
    moved: Option<String>,
    reasons: Vec<Reason<'a>>,
    advice: Advice,
    selves: Vec<(&'a str, &'a str, &'a str)>,
    /// What is known of its conflicts that are not merely new.
    states: Vec<String>,
    course: Option<Course<'a>>,
    plot: Option<Plot>,
    steps: Option<Steps<'a>>,
    firmest: Option<Firmest<'a>>,
    /// What can be done about it, as markup; where there is none, the commands to copy stand there.
    acts: Option<FactActions<'a>>,
}

/// What a desk knows of a fact.
#[derive(Clone, Copy, Debug)]
pub struct FactActions<'a> {
    /// What can be done about it, as markup.
    pub markup: &'a str,
    /// What was done about it, in a word or two.
    pub status: Option<&'a str>,
    /// Its story and where that is, where facts of several stories stand in one list.
    pub story: Option<(&'a str, &'a str)>,
    /// Where it is unfolded.
    pub link: &'a str,
    /// Whether it is.
    pub open: bool,
}

/// A wording in the closed row, and who uses it.
struct Voice<'a> {
    letter: char,
    value: &'a str,
    outlet: &'a str,
    citing: String,
    when: Option<String>,
    link: Option<&'a str>,
    /// Outlets that use the same words.
    more: usize,
    /// What the outlet said in the revision that the page is compared with.
    before: Option<&'a str>,
    /// The newest of what moved.
    latest: bool,
    /// The first of its side, and not of the first side.
    turns: bool,
}

/// A position with its claims.
struct FactSide<'a> {
    letter: char,
    /// The outlets that hold it, where there are no more sides than two.
    holders: String,
    outlets: usize,
    backing: String,
    speaks: bool,
    authorities: String,
    lines: Vec<ClaimLine<'a>>,
}

/// What the verdict rests on.
struct Firmest<'a> {
    comparison: &'a ComparisonView,
    sure: Sure,
    link: Sure,
    first: &'a str,
    second: &'a str,
    steps: Vec<WaterfallStep>,
}

/// A step of the waterfall.
struct WaterfallStep {
    name: String,
    bits: f64,
    sum: f64,
}

impl<'a> FactCard<'a> {
    pub(super) fn new(
        sheet: &'a StorySheet<'a>,
        entry: &'a SheetEntry<'a>,
        acts: Option<FactActions<'a>>,
    ) -> Self {
        let item = entry.item.view;
        let reasons = reasons(item);
        let lettered = item.positions.len() > 2;
        let side = |at: usize, claims: &[usize]| {
            let letter = letter(at);
            let outlets: BTreeSet<usize> = claims.iter().map(|&claim| entry.columns[claim]).collect();
            let against = reasons.iter().find(|it| it.letters.0 == letter || it.letters.1 == letter);
            let against = against.map(|it| if it.letters.0 == letter { it.claims.1 } else { it.claims.0 });
            let line = |&claim: &usize| ClaimLine::new(sheet, entry, claim, against);
            FactSide {
                letter,
                holders: names(sheet, &outlets),
                outlets: outlets.len(),
                backing: item
                    .positions
                    .get(at)
                    .map(|it| super::advice::backing(it.backing))
                    .unwrap_or_default(),
                speaks: item.positions.get(at).is_some(),
                authorities: authorities(claims.iter().map(|&at| &item.claims[at]), lettered),
                lines: claims.iter().map(line).collect(),
            }
        };
        let mut shown: Vec<FactSide<'a>> =
            sides(item).iter().enumerate().map(|(at, claims)| side(at, claims)).collect();
        if !item.beside_all.is_empty() {
            shown.push(side(EVERY, &item.beside_all));
        }
        let selves =
            self_contradictions(item).map(|(a, b)| (a.outlet.as_str(), a.value.as_str(), b.value.as_str()));
        let (brief, unsaid) = brief(sheet, item);
        let course = Course::new(entry);
        Self {
            entry,
            item,
            brief,
            unsaid,
            lettered,
            first: first::told(item),
            against: if item.verdict.is_conflict() { "against" } else { "or" },
            moved: moved(item),
            sides: shown,
            selves: selves.collect(),
            advice: Advice::of(item),
            states: if entry.is_partly_new() || entry.item.comparisons().any(|it| it.accepted().is_some()) {
                known::states(entry.item)
            } else {
                Vec::new()
            },
            plot: if course.is_some() { None } else { Plot::of_item(item, lettered) },
            course,
            steps: Steps::of_item(item),
            firmest: Firmest::of(item),
            reasons,
            acts,
        }
    }

    /// A sentence says how a figure moved; else a reason for each pair of sides.
    fn told(&self) -> impl Iterator<Item = &Reason<'a>> {
        let most = if self.moved.is_some() { 0 } else { REASONS };
        self.reasons.iter().take(most)
    }

    /// Reasons that are not told.
    fn untold(&self) -> usize {
        if self.moved.is_some() { 0 } else { self.reasons.len().saturating_sub(REASONS) }
    }

    fn is_open(&self) -> bool {
        self.acts.is_some_and(|it| it.open)
    }

    /// Whether the closed row says who was first, or else the open one.
    fn tells(&self, first: &first::FirstTold) -> bool {
        let told_above = self.acts.is_none() && self.entry.is_new();
        let matters = self.item.verdict.is_conflict()
            || matches!(self.item.verdict, Verdict::Unclear | Verdict::Development);
        first.is_known && matters && !told_above
    }

    /// How sure it is that all speak of one fact, where that is not quite sure.
    fn doubt(&self) -> Option<String> {
        self.item.doubt().map(super::unbroken)
    }
}

/// `From “over 90” (The Federal, 6 Feb 2023) to “more than 39,000” (KSL TV, 14 Feb 2023).`
fn moved(item: &Item) -> Option<String> {
    let in_time = first::in_time(item);
    let (from, to) = (in_time.first()?, in_time.last()?);
    let has_moved = item.verdict == Verdict::Development && from.when() != to.when();
    has_moved
        .then(|| format!("From “{}” ({}) to “{}” ({}).", from.value, from.teller(), to.value, to.teller()))
}

/// What moved, newest first, and how many wordings are left out.
fn course_of<'a>(
    sheet: &'a StorySheet<'a>,
    item: &'a Item,
    latest: &first::Latest<'_>,
) -> (Vec<Voice<'a>>, usize) {
    let place = of_claims(item);
    let steps = if item.verdict.is_conflict() { WORDINGS * SIDES } else { STEPS };
    let mut found: Vec<Voice<'a>> = Vec::new();
    for at in first::places_in_time(item).into_iter().rev() {
        let claim = &item.claims[at];
        match found.iter_mut().find(|it| it.value == claim.value) {
            Some(same) if same.outlet != claim.outlet => same.more += 1,
            Some(_) => {}
            None => found.push(Voice::new(sheet, letter(place[at]), claim)),
        }
    }
    let unsaid = found.len().saturating_sub(steps);
    if unsaid > 0 {
        // The newest, and where it began.
        found.drain(steps - 1..steps - 1 + unsaid);
    }
    let newest = found.iter_mut().find(|it| it.value == latest.claim.value);
    if let Some(newest) = newest {
        newest.latest = true;
    }
    (found, unsaid)
}

/// The wordings of each side with who uses them, and how many are left out.
fn brief<'a>(sheet: &'a StorySheet<'a>, item: &'a Item) -> (Vec<Voice<'a>>, usize) {
    // Whoever reads of an early figure first would print it.
    if let Some(latest) = first::latest(item).filter(|it| it.is_sure) {
        return course_of(sheet, item, &latest);
    }
    let mut found: Vec<Voice<'a>> = Vec::new();
    let mut unsaid = 0;
    let every = (!item.beside_all.is_empty()).then(|| (EVERY, item.beside_all.clone()));
    for (at, claims) in sides(item).into_iter().enumerate().chain(every) {
        let mut own: Vec<Voice<'a>> = Vec::new();
        for claim in claims.into_iter().map(|it| &item.claims[it]) {
            match own.iter_mut().find(|it| it.value == claim.value) {
                Some(same) if same.outlet != claim.outlet => same.more += 1,
                Some(_) => {}
                None => own.push(Voice::new(sheet, letter(at), claim)),
            }
        }
        let kept = if at < SIDES || at == EVERY { WORDINGS } else { 0 };
        unsaid += own.len().saturating_sub(kept);
        own.truncate(kept);
        if let Some(first) = own.first_mut() {
            first.turns = !found.is_empty();
        }
        found.extend(own);
    }
    (found, unsaid)
}

impl<'a> Voice<'a> {
    /// Whether it can stand with every side.
    fn is_beside_all(&self) -> bool {
        self.letter == letter(EVERY)
    }

    fn new(sheet: &'a StorySheet<'a>, letter: char, claim: &'a ClaimView) -> Self {
        let article = sheet.article(claim);
        Self {
            letter,
            value: &claim.value,
            outlet: &claim.outlet,
            citing: claim.according_to.join(", "),
            when: article.and_then(if sheet.in_full { period::published } else { period::briefly }),
            link: article.and_then(ArticleView::link),
            more: 0,
            before: sheet.story.news.as_ref().and_then(|it| it.before(claim)),
            latest: false,
            turns: false,
        }
    }
}

/// The names of outlets, by their columns.
fn names(sheet: &StorySheet<'_>, columns: &BTreeSet<usize>) -> String {
    columns.iter().map(|&at| sheet.outlets[at].name).collect::<Vec<_>>().join(", ")
}

impl<'a> Firmest<'a> {
    fn of(item: &'a Item) -> Option<Self> {
        let (comparison, sure) = (item.firmest()?, item.sure()?);
        let mut sum = comparison.waterfall.prior;
        let mut steps =
            vec![WaterfallStep { name: "before anything is compared".to_owned(), bits: sum, sum }];
        for level in comparison.waterfall.levels.iter().filter(|level| level.bits != 0.0) {
            sum += level.bits;
            steps.push(WaterfallStep {
                name: format!("{}: {}", level.comparison, level.name),
                bits: level.bits,
                sum,
            });
        }
        let outlet = |at: usize| item.claims[at].outlet.as_str();
        Some(Self {
            comparison,
            sure,
            link: comparison.r#match,
            first: outlet(comparison.a),
            second: outlet(comparison.b),
            steps,
        })
    }
}

impl WaterfallStep {
    /// The drawn length, of 50 to either side.
    fn length(&self) -> String {
        format!("{:.1}%", (self.bits.abs() * 5.0).min(50.0))
    }

    fn start(&self) -> String {
        let start = if self.bits < 0.0 { 50.0 - (self.bits.abs() * 5.0).min(50.0) } else { 50.0 };
        format!("{start:.1}%")
    }
}
