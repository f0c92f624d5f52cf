//! Parts of the day without a day: `in the morning`.

use std::sync::LazyLock;

use super::super::lexicon::Lexicon;
use super::super::token::Phrase;
use super::super::{Extent, Interval};

/// What a part of the day states, in hours, and what it may mean; an end of `None` is open.
#[derive(Clone, Copy)]
struct Part {
    stated: (i32, i32),
    possible: Option<(i32, i32)>,
}

const fn part(from: i32, to: i32, possible: Option<(i32, i32)>) -> Part {
    Part { stated: (from, to), possible }
}

/// Parts of the day, by when they are. What may reach over midnight may be at any time.
const PARTS: &[(Part, &str)] = &[
    (part(6, 12, Some((0, 12))), "in the morning | morning | during the morning | the morning"),
    (
        part(4, 8, Some((0, 9))),
        "early in the morning | early morning | in the early morning | in the early morning hours",
    ),
    (
        part(9, 12, Some((8, 12))),
        "late morning | in the late morning | late in the morning | mid morning | midmorning",
    ),
    (
        part(0, 6, Some((0, 8))),
        "in the early hours | the early hours | in the small hours | before dawn | predawn | before \
         sunrise | in the early hours of the morning",
    ),
    (part(5, 8, Some((3, 10))), "at dawn | dawn | at sunrise | sunrise | at daybreak | at first light"),
    (part(12, 18, Some((12, 19))), "in the afternoon | afternoon | during the afternoon | the afternoon"),
    (part(12, 15, Some((12, 16))), "early afternoon | in the early afternoon"),
    (part(15, 18, Some((14, 19))), "late afternoon | in the late afternoon | late in the afternoon"),
    (part(11, 14, Some((11, 15))), "at lunchtime | lunchtime | around lunchtime"),
    (part(18, 22, Some((16, 24))), "in the evening | evening | during the evening | the evening"),
    (part(17, 20, Some((16, 21))), "early evening | in the early evening"),
    (part(20, 24, Some((19, 24))), "late evening | in the late evening | late in the evening"),
    (part(17, 21, Some((15, 23))), "at dusk | dusk | at sunset | sunset | at nightfall"),
    (part(20, 24, None), "at night | night | late at night | late night | after dark"),
    // Up to six in the next morning.
    (part(20, 30, None), "overnight | during the night | through the night | all night"),
];

static INDEX: LazyLock<Lexicon<Part>> = LazyLock::new(|| Lexicon::listed(PARTS));

/// The part of the day that the whole phrase is.
pub(super) fn read(phrase: &Phrase) -> Option<Extent<i32>> {
    let (part, next) = INDEX.find(phrase, 0)?;
    if next != phrase.len() {
        return None;
    }
    // Up to the last minute before the hour at its end.
    let hours =
        |(from, to): (i32, i32)| Interval { high_inclusive: false, ..Interval::closed(from * 60, to * 60) };
    let stated = hours(part.stated);
    let possible = part.possible.map_or_else(Interval::everything, hours);
    Some(Extent { stated, possible, meant: stated })
}
