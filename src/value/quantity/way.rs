//! Which way a figure goes, by the words around it and by its label.

use std::sync::LazyLock;

use crate::english::figures::ways::{
    BEFORE, BEHIND, BEHIND_PER_CENTS, BEHIND_SHARES, GOES_ON, LABELS, Tells, Way,
};
use crate::english::lexicon::{Lexicon, rows};
use crate::english::token;
use crate::english::token::Phrase;
use crate::value::Kind;
use crate::value::direction::{Axis, Direction};

static BEHIND_INDEX: LazyLock<Lexicon<(Way, Tells)>> =
    LazyLock::new(|| Lexicon::new(BEHIND.iter().map(|(to, tells, list)| ((*to, *tells), *list))));

static SHARES_INDEX: LazyLock<Lexicon<Way>> = LazyLock::new(|| Lexicon::listed(BEHIND_SHARES));

static PER_CENTS_INDEX: LazyLock<Lexicon<Way>> = LazyLock::new(|| Lexicon::listed(BEHIND_PER_CENTS));

static BEFORE_INDEX: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::new(BEFORE.iter().map(|(_, _, list)| ((), *list))));

/// The place behind words at a place that say which way the figure behind them goes.
pub(crate) fn before(phrase: &Phrase, at: usize) -> Option<usize> {
    BEFORE_INDEX.find(phrase, at).map(|((), end)| end)
}

static LABEL_INDEX: LazyLock<Lexicon<Way>> = LazyLock::new(|| Lexicon::listed(LABELS));

/// The direction that stands behind a figure of a kind, in the words from one place up to another: at their beginning
/// (`5 km north of`), behind what is counted (`two seats more`), or at their end.
pub(crate) fn behind(phrase: &Phrase, from: usize, to: usize, kind: Kind) -> Option<(Direction, Tells)> {
    let fits = |at: usize| {
        let share = matches!(kind, Kind::Percent | Kind::Money)
            || at > 0 && matches!(phrase.word(at - 1), "point" | "points");
        let of_shares = || SHARES_INDEX.find(phrase, at).map(|(to, end)| ((to, Tells::By), end));
        let of_per_cents = || PER_CENTS_INDEX.find(phrase, at).map(|(to, end)| ((to, Tells::By), end));
        let ((way, tells), end) = BEHIND_INDEX
            .find(phrase, at)
            .or_else(|| of_shares().filter(|_| share))
            .or_else(|| of_per_cents().filter(|_| share && kind != Kind::Money))?;
        let direction = Direction::from(way);
        let last = end == to;
        let counted = matches!(phrase.word(at), "more" | "fewer" | "additional" | "extra");
        let whole = direction.axis != Axis::Change
            || counted
            || last
            || rows(GOES_ON).any(|it| it == phrase.word(end));
        (end <= to && whole && suits(direction, kind, at == from, last)).then_some((direction, tells))
    };
    // A clause behind what is counted has directions of its own: `12 people in a fall`.
    let opens = |at: usize| {
        let word = phrase.word(at);
        word.is_empty() || matches!(word, "in" | "of" | "from" | "who" | "that" | "with" | "on" | "at" | "by")
    };
    if let Some(found) = fits(from) {
        return Some(found);
    }
    (from + 1..to).take_while(|at| !opens(*at - 1)).find_map(fits)
}

/// Whether figures of a kind have such a direction at the place where the words stand.
fn suits(direction: Direction, kind: Kind, first: bool, last: bool) -> bool {
    match direction.axis {
        Axis::Change => true,
        Axis::Result | Axis::Way => kind == Kind::Money && (first || last),
        Axis::Level | Axis::Height => first && kind != Kind::Duration,
        Axis::North | Axis::East | Axis::Northeast | Axis::Southeast => first && kind == Kind::Measure,
        Axis::Slope => first && matches!(kind, Kind::Measure | Kind::Duration),
        Axis::Schedule => first && kind == Kind::Duration,
        Axis::Order => first && matches!(kind, Kind::Duration | Kind::Measure),
        Axis::Vote => kind == Kind::Count && (first || last),
        Axis::Side => first || last,
    }
}

/// The direction among words that were found behind a figure, as [`behind`] reads them.
pub(crate) fn among(words: &str, kind: Kind) -> Option<(Direction, Tells)> {
    let lower = token::lower(words);
    let phrase = Phrase::new(words, &lower);
    behind(&phrase, 0, phrase.len(), kind)
}

/// The direction that an attribute gives to figures of a kind: `fall in sales`, `net loss`. Results are those of money.
pub fn of_label(label: &str, kind: Kind) -> Option<Direction> {
    let lower = token::lower(label);
    let phrase = Phrase::new(label, &lower);
    let found = |at: usize| LABEL_INDEX.find(&phrase, at).map(|(way, _)| Direction::from(way));
    (0..phrase.len()).filter_map(found).find(|direction| match direction.axis {
        Axis::Result | Axis::Way => kind == Kind::Money,
        Axis::Schedule => kind == Kind::Duration,
        _ => true,
    })
}
