//! What to do about a conflict, in the words of a colleague: who says what, whom to ask, what is safe until then.

use std::collections::BTreeSet;
use std::fmt;

use super::accusation::{alone, self_contradictions};
use super::lane::cut;
use super::position::sides;
use super::{ClaimView, Item, StoryView, first, period};

/// So many sides are told in one sentence.
const SIDES: usize = 3;

/// Names and values longer than this end in an ellipsis.
const LONGEST: usize = 120;

/// So many outlets of a side are named.
const NAMED: usize = 2;

/// A conflict as a task.
pub(crate) struct Task<'a> {
    pub(crate) item: &'a Item,
    /// Who says what, and when.
    pub(crate) says: String,
    /// Whom to ask.
    pub(crate) ask: String,
    /// What can be printed until they answer.
    pub(crate) print: Print,
}

/// What can be printed of a conflict.
pub(crate) enum Print {
    /// These words, whoever is right.
    Words(String),
    /// What was told last of what moved on, in the name of who tells it.
    Latest { value: String, by: String },
    /// Each value in somebody's name; and with its day, where it moves.
    Named { moves: bool },
}

impl Print {
    fn of(teller: &Teller<'_>, latest: Option<&first::Latest<'_>>) -> Self {
        let safe = teller.item.safe_wording.as_ref().map(|it| Self::Words(brief(&it.words)));
        let of_latest = |it: &first::Latest<'_>| {
            if it.is_sure {
                Self::Latest { value: brief(&it.claim.value), by: teller.teller(it.claim) }
            } else {
                Self::Named { moves: true }
            }
        };
        safe.or_else(|| latest.map(of_latest)).unwrap_or(Self::Named { moves: false })
    }
}

impl fmt::Display for Print {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words(words) => write!(f, "Safe until then: {words}."),
            Self::Latest { value, by } => write!(f, "Until then, print the latest, “{value}”, naming {by}."),
            Self::Named { moves: false } => {
                f.write_str("Until then, print no value without naming who says it.")
            }
            Self::Named { moves: true } => {
                f.write_str("Until then, print no value without naming who says it, and when.")
            }
        }
    }
}

impl<'a> Task<'a> {
    /// What to do about an item of a story.
    pub(crate) fn new(story: &'a StoryView, item: &'a Item) -> Self {
        let teller = Teller { story, item };
        let torn = self_contradictions(item).next();
        let mut says = match (item.findings.first(), torn) {
            (Some(found), _) => brief(&found.told),
            (None, Some((one, other))) => teller.torn(one, other),
            (None, None) => teller.sides(),
        };
        // Whoever reads of an early figure alone would print it.
        let latest = first::latest(item);
        let print = Print::of(&teller, latest.as_ref());
        let told = |claim: &ClaimView| says.contains(&format!("“{}”", brief(&claim.value)));
        let untold = |it: &&first::Latest<'_>| {
            !item.claims.iter().any(|claim| claim.meaning == it.claim.meaning && told(claim))
        };
        if let Some(it) = latest.as_ref().filter(untold) {
            let lead = if it.is_sure { "latest" } else { "perhaps later" };
            says = format!("{says}; {lead} {}", teller.side(&[it.claim]));
        }
        Self { item, says, ask: Whom::of(item).to_string(), print }
    }

    /// All of it, for a message or a document.
    pub(crate) fn text(&self) -> String {
        format!("{}: {}: {}. {}", brief(&self.item.label), self.says, self.ask, self.print)
    }
}

struct Teller<'a> {
    story: &'a StoryView,
    item: &'a Item,
}

impl<'a> Teller<'a> {
    /// An outlet that says two things.
    fn torn(&self, one: &'a ClaimView, other: &'a ClaimView) -> String {
        let outlet = brief(&one.outlet);
        let own = format!("{outlet} says both {} and {}", self.word(one), self.word(other));
        let others: Vec<&ClaimView> = self.item.claims.iter().filter(|it| it.outlet != one.outlet).collect();
        let also =
            if others.is_empty() { String::new() } else { format!("; elsewhere {}", self.side(&others)) };
        format!("{own}{also}")
    }

    /// Sides that can't stand together.
    fn sides(&self) -> String {
        let sides = claims_of_sides(self.item);
        let told: Vec<String> = sides.iter().take(SIDES).map(|side| self.side(side)).collect();
        let more = sides.len().saturating_sub(SIDES);
        let mut says = match told.as_slice() {
            [one, other] => format!("{one} against {other}"),
            several => several.join(", "),
        };
        if more > 0 {
            says = format!("{says} and {more} more");
        }
        says
    }

    /// The words that most of a side use, and who uses them.
    fn side(&self, claims: &[&'a ClaimView]) -> String {
        let wordings = wordings(claims);
        let Some((value, by)) = wordings.first() else { return String::new() };
        format!("“{}” ({})", brief(value), self.named(by))
    }

    /// `Example Times, citing Reuters, 17 Dec; Sample Post, 18 Dec and 2 more`.
    fn named(&self, claims: &[&'a ClaimView]) -> String {
        let mut seen = BTreeSet::new();
        let once: Vec<&&ClaimView> = claims.iter().filter(|it| seen.insert(it.outlet.as_str())).collect();
        let told: Vec<String> = once.iter().take(NAMED).map(|claim| self.teller(claim)).collect();
        match once.len().saturating_sub(NAMED) {
            0 => told.join("; "),
            more => format!("{} and {more} more", told.join("; ")),
        }
    }

    fn teller(&self, claim: &ClaimView) -> String {
        let parts = [Some(brief(&claim.outlet)), citing(claim), self.day(claim)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// When its article appeared, unless all did at the same time.
    fn day(&self, claim: &ClaimView) -> Option<String> {
        let articles = &self.story.articles;
        let article = articles.iter().find(|article| article.file == claim.file)?;
        let differs = articles.iter().any(|other| other.published() != article.published());
        if differs { period::briefly(article) } else { None }
    }

    /// What an outlet's own claim says, on whose word and when.
    fn word(&self, claim: &ClaimView) -> String {
        let parts: Vec<String> = [citing(claim), self.day(claim)].into_iter().flatten().collect();
        let value = brief(&claim.value);
        if parts.is_empty() {
            format!("“{value}”")
        } else {
            format!("“{value}” ({})", parts.join(", "))
        }
    }
}

fn citing(claim: &ClaimView) -> Option<String> {
    let names = &claim.according_to;
    (!names.is_empty()).then(|| format!("citing {}", brief(&names.join(", "))))
}

fn brief(text: &str) -> String {
    cut(text, LONGEST)
}

/// The wordings of some claims with those who use them, most used first.
fn wordings<'a>(claims: &[&'a ClaimView]) -> Vec<(&'a str, Vec<&'a ClaimView>)> {
    let mut found: Vec<(&str, Vec<&ClaimView>)> = Vec::new();
    for &claim in claims {
        match found.iter_mut().find(|(value, _)| *value == claim.value) {
            Some((_, by)) => by.push(claim),
            None => found.push((&claim.value, vec![claim])),
        }
    }
    found.sort_by_key(|(_, by)| std::cmp::Reverse(by.len()));
    found
}

/// The claims of each side that has some of its own.
fn claims_of_sides(item: &Item) -> Vec<Vec<&ClaimView>> {
    let claims = |side: Vec<usize>| side.into_iter().map(|at| &item.claims[at]).collect::<Vec<_>>();
    sides(item).into_iter().map(claims).filter(|side| !side.is_empty()).collect()
}

/// Whom to ask about a conflict.
pub(crate) enum Whom<'a> {
    /// Whoever is quoted with two values.
    Origin(&'a str),
    /// An outlet that says two things.
    Torn(&'a str),
    /// An outlet that stands alone against several.
    Alone(&'a str),
    /// Two outlets.
    Both(&'a str, &'a str),
    /// More than two.
    All,
}

impl<'a> Whom<'a> {
    /// A source that is quoted with two values, or who says two things, or who stands alone against several, or else both.
    pub(crate) fn of(item: &'a Item) -> Self {
        if let Some(found) = item.findings.first() {
            return Self::Origin(&found.origin);
        }
        if let Some((one, _)) = self_contradictions(item).next() {
            return Self::Torn(&one.outlet);
        }
        let outlets: Vec<BTreeSet<&str>> = claims_of_sides(item)
            .iter()
            .map(|side| side.iter().map(|it| it.outlet.as_str()).collect())
            .collect();
        let single: Vec<&str> =
            outlets.iter().filter(|side| side.len() == 1).filter_map(|side| side.first().copied()).collect();
        let several = outlets.iter().filter(|side| side.len() > 1).count();
        let stands = |one: &str| alone(item).iter().any(|it| it.outlet == one && !it.torn);
        match (single.as_slice(), several) {
            ([one], 1) if stands(one) => Self::Alone(one),
            ([one, other], 0) if one == other => Self::Torn(one),
            ([one, other], 0) => Self::Both(one, other),
            _ => Self::All,
        }
    }
}

impl fmt::Display for Whom<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Origin(name) => write!(f, "ask {}", brief(name)),
            Self::Torn(outlet) => write!(f, "ask {} which is correct", brief(outlet)),
            Self::Alone(outlet) => write!(f, "ask {}, which stands alone", brief(outlet)),
            Self::Both(one, other) => {
                write!(f, "ask {} and {} for their sources", brief(one), brief(other))
            }
            Self::All => f.write_str("ask all sides for their sources"),
        }
    }
}
