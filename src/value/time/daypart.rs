//! Parts of the day without a day: `in the morning`, `just before dawn`.

use std::sync::LazyLock;

use super::super::display::clock;
use super::super::lexicon::Lexicon;
use super::super::token::Phrase;
use super::super::{Content, Extent, Interval, Kind, Value};
use super::wording::{BOUND_INDEX, Bound};

/// What a part of the day states, in hours, and what it may mean. Hours before 0 are those of the evening before, hours
/// from 24 those of the next morning.
#[derive(Clone, Copy)]
pub(crate) struct Part {
    stated: (i32, i32),
    possible: Option<(i32, i32)>,
}

const fn part(from: i32, to: i32, possible: Option<(i32, i32)>) -> Part {
    Part { stated: (from, to), possible }
}

impl Part {
    /// The hours that it states, in words.
    pub(crate) fn meaning(self) -> String {
        let hour = |hour: i32| clock(hour * 60);
        format!("{} to {}", hour(self.stated.0), hour(self.stated.1))
    }
}

/// Parts of the day, by when they are. What may reach over midnight may be at any time.
pub(crate) const PARTS: &[(Part, &str)] = &[
    (part(6, 12, Some((0, 12))), "morning | morning hours"),
    (
        part(4, 8, Some((0, 9))),
        "early in the morning | early morning | early morning hours | early hours of the morning",
    ),
    (
        part(9, 12, Some((8, 12))),
        "late morning | late in the morning | mid morning | midmorning | middle of the morning",
    ),
    (
        part(0, 6, Some((0, 8))),
        "early hours | small hours | wee hours | wee small hours | before dawn | pre dawn | predawn | pre dawn \
         hours | predawn hours | pre dawn darkness | predawn darkness | hours before dawn | before sunrise | \
         before daybreak | before first light | small hours of the morning | wee hours of the morning",
    ),
    (
        part(0, 5, Some((-1, 7))),
        "middle of the night | dead of night | dead of the night | depths of the night",
    ),
    (
        part(5, 8, Some((3, 10))),
        "dawn | sunrise | daybreak | first light | crack of dawn | break of day | early dawn",
    ),
    (part(12, 18, Some((12, 19))), "afternoon | afternoon hours"),
    (part(12, 15, Some((12, 16))), "early afternoon | early in the afternoon"),
    (part(14, 17, Some((13, 18))), "mid afternoon | midafternoon | middle of the afternoon"),
    (part(15, 18, Some((14, 19))), "late afternoon | late in the afternoon"),
    (part(11, 14, Some((11, 15))), "lunchtime | lunch time | lunch hour | lunch break | middle of the day"),
    (part(6, 9, Some((5, 11))), "breakfast time | breakfast hours"),
    (part(6, 20, Some((4, 22))), "daylight | broad daylight | daytime | daylight hours | day time"),
    (part(18, 22, Some((16, 24))), "evening | evening hours"),
    (part(17, 20, Some((16, 21))), "early evening | early in the evening"),
    (part(20, 24, Some((19, 24))), "late evening | late in the evening | later in the evening"),
    (part(18, 21, Some((17, 22))), "dinner time | dinnertime"),
    (part(17, 21, Some((15, 23))), "dusk | sunset | nightfall | sundown"),
    (
        part(20, 24, None),
        "night | late at night | late night | after dark | after nightfall | night time | nighttime",
    ),
    // Up to six in the next morning.
    (part(20, 30, None), "overnight | all night | hours of darkness | night hours | cover of darkness"),
    (part(7, 9, Some((5, 10))), "morning rush hour | morning rush | morning commute"),
    (
        part(16, 19, Some((15, 20))),
        "evening rush hour | evening rush | evening commute | afternoon rush hour",
    ),
];

/// What `rush hour` may be: that of the morning, and, as the other reading, that of the evening.
const RUSH_HOURS: [Part; 2] = [part(7, 9, Some((5, 10))), part(16, 19, Some((15, 20)))];

/// Minutes that `about` allows around a part of the day, and that `shortly before` reaches back from it.
const NEAR: i32 = 60;

static INDEX: LazyLock<Lexicon<Part>> = LazyLock::new(|| Lexicon::listed(PARTS));

/// The part of the day that the whole phrase is, with its hedges.
pub(super) fn read(phrase: &Phrase) -> Option<Value> {
    if !phrase.len().checked_sub(1).is_some_and(|last| ends_one(phrase.word(last))) {
        return None;
    }
    let mut bounds = Vec::new();
    let (mut at, mut from, mut to) = (0, 0, 0);
    let (parts, behind) = loop {
        // `during the night`, `through the night`: all of it.
        let whole = matches!(phrase.word(at), "during" | "through" | "throughout");
        let place = past_neutral(phrase, at);
        if let Some((found, next)) = part_at(phrase, place) {
            let night = found[0].stated == (20, 24) && whole;
            break (if night { [part(20, 30, None); 2] } else { found }, next);
        }
        let (bound, next) = BOUND_INDEX.find(phrase, at).or_else(|| BOUND_INDEX.find(phrase, place))?;
        if bounds.is_empty() {
            from = at;
        }
        (at, to) = (next, next);
        bounds.push(bound);
    };
    if behind != phrase.len() {
        return None;
    }
    let value = |part: Part| {
        let minutes = bounded(part, &bounds);
        let clock = Content::Clock { minutes, day: None, zone: None };
        let hedge = (to > from).then(|| phrase.written(from, to).to_ascii_lowercase());
        Value { hedge, ..Value::new(phrase.text, Kind::Time, clock) }
    };
    let [first, second] = parts;
    let others = if first.stated == second.stated { Vec::new() } else { vec![value(second)] };
    Some(Value { others, ..value(first) })
}

/// The part of the day at a place, twice where it has no other reading, and the place behind it.
fn part_at(phrase: &Phrase, at: usize) -> Option<([Part; 2], usize)> {
    if matches!((phrase.word(at), phrase.word(at + 1)), ("rush", "hour")) {
        return Some((RUSH_HOURS, at + 2));
    }
    let (part, next) = INDEX.find(phrase, at)?;
    Some(([part; 2], next))
}

/// The place behind words that add nothing before a part of the day.
fn past_neutral(phrase: &Phrase, mut at: usize) -> usize {
    while matches!(
        phrase.word(at),
        "in" | "at"
            | "the"
            | "during"
            | "through"
            | "throughout"
            | "under"
            | "sometime"
            | "it"
            | "was"
            | "peak"
    ) {
        at += 1;
    }
    at
}

/// Whether a word ends the name of a part of the day: most phrases end here, before any is looked up.
fn ends_one(word: &str) -> bool {
    matches!(
        word,
        "morning"
            | "hours"
            | "hour"
            | "dawn"
            | "predawn"
            | "darkness"
            | "sunrise"
            | "daybreak"
            | "light"
            | "night"
            | "nighttime"
            | "overnight"
            | "nightfall"
            | "midmorning"
            | "afternoon"
            | "midafternoon"
            | "lunchtime"
            | "break"
            | "day"
            | "time"
            | "daylight"
            | "daytime"
            | "evening"
            | "dinnertime"
            | "dusk"
            | "sunset"
            | "sundown"
            | "dark"
            | "rush"
            | "commute"
    )
}

/// What the hedges make of a part of the day. Where it begins is vague, so that what is before it may lie in it.
fn bounded(part: Part, bounds: &[Bound]) -> Extent<i32> {
    // Up to the last minute before the hour at its end.
    let minutes = |from: i32, to: i32| Interval { high_inclusive: false, ..Interval::closed(from, to) };
    let (low, high) = (part.stated.0 * 60, part.stated.1 * 60);
    let stated = minutes(low, high);
    let before = |end: i32| Interval { low: None, low_inclusive: false, ..minutes(end, end) };
    let since =
        |start: i32| Interval { low: Some(start), low_inclusive: true, high: None, high_inclusive: false };
    let possible = part.possible.map_or_else(Interval::everything, |(from, to)| minutes(from * 60, to * 60));
    match bounds.iter().find(|bound| !matches!(bound, Bound::About | Bound::Exactly)) {
        None if bounds.contains(&Bound::About) => {
            let wider = |set: Interval<i32>| Interval {
                low: set.low.map(|low| low - NEAR),
                high: set.high.map(|high| high + NEAR),
                ..set
            };
            Extent { stated, possible: wider(possible), meant: wider(stated) }
        }
        None | Some(Bound::Since | Bound::About | Bound::Exactly) => {
            Extent { stated, possible, meant: stated }
        }
        Some(Bound::Before) => Extent { possible: before(high), ..Extent::same(before(low)) },
        Some(Bound::After) => Extent { possible: since(low), ..Extent::same(since(high)) },
        Some(Bound::ShortlyBefore) => Extent {
            stated: before(low),
            possible: minutes(low - NEAR, high),
            meant: minutes(low - NEAR, low),
        },
        Some(Bound::ShortlyAfter) => Extent {
            stated: since(high),
            possible: minutes(low, high + NEAR),
            meant: minutes(high, high + NEAR),
        },
        Some(Bound::By) => Extent::same(before(high)),
        Some(Bound::From) => Extent::same(since(low)),
        Some(Bound::Until) => Extent { meant: stated, ..Extent::same(before(high)) },
    }
}
