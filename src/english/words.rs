//! What single words are known to be, wherever they stand: each word of a phrase is looked up once, when it is cut.

use std::ops::{BitOr, BitOrAssign};
use std::sync::LazyLock;

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use jiff::civil::Weekday;

use super::calendar;
use super::figures::numbers::{self, NumberPart};
use super::figures::{currencies, units};
use super::lexicon::rows;
use super::scales;
use super::time::days::{self, DateUnit, Season};
use super::time::holidays;
use super::time::zones::{self, ZoneRule};
use super::token::{self, TokenKind};

/// What a word is known to be; most are nothing of it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct KnownWord {
    /// What it means in a number in words.
    pub part: Option<NumberPart>,
    /// Which one it names: `third`.
    pub ordinal: Option<u8>,
    /// How many times as much it makes of something: `doubled`.
    pub multiple: Option<u32>,
    /// Half of something has gone: `halved`.
    pub halves: bool,
    /// The month, from 1.
    pub month: Option<i8>,
    /// The day of the week.
    pub weekday: Option<Weekday>,
    /// The season.
    pub season: Option<Season>,
    /// The unit of a date.
    pub unit: Option<DateUnit>,
    /// The decade by its name.
    pub decade: Option<i16>,
    /// The zone that it abbreviates.
    pub zone: Option<ZoneRule>,
    /// The kinds of value that a phrase with it may be.
    pub promises: Promises,
}

/// Kinds of value that a word lets a phrase be. Without it, no phrase is one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Promises(u16);

impl Promises {
    /// A figure, a rank or a share.
    pub(crate) const FIGURE: Self = Self(1);
    /// A date.
    pub(crate) const DAY: Self = Self(2);
    /// A time on the clock.
    pub(crate) const CLOCK: Self = Self(4);
    /// No stage, but a word that may stand beside one.
    pub(crate) const BESIDE_STAGE: Self = Self(8);

    /// A stage of a scale, by its place among those that are built in.
    pub(crate) const fn stage(scale: usize) -> Self {
        Self(16 << scale)
    }

    /// Whether any of these kinds is promised.
    pub(crate) fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }
}

impl BitOr for Promises {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Promises {
    fn bitor_assign(&mut self, other: Self) {
        *self = *self | other;
    }
}

/// What most words are.
pub(super) static NOTHING: KnownWord = promising(Promises(0));
static FIGURE: KnownWord = promising(Promises::FIGURE);
/// Digits that may be a year, or a date.
static FIGURE_OR_DAY: KnownWord = promising(Promises(Promises::FIGURE.0 | Promises::DAY.0));
static DAY: KnownWord = promising(Promises::DAY);
static CLOCK: KnownWord = promising(Promises::CLOCK);

const fn promising(promises: Promises) -> KnownWord {
    KnownWord {
        part: None,
        ordinal: None,
        multiple: None,
        halves: false,
        month: None,
        weekday: None,
        season: None,
        unit: None,
        decade: None,
        zone: None,
        promises,
    }
}

/// What a token is known to be, by its lower case and the hash of that.
pub(crate) fn of(lower: &str, hash: u64, shape: TokenKind) -> &'static KnownWord {
    match shape {
        TokenKind::Word => WORDS.find(lower, hash).unwrap_or_else(|| by_ending(lower)),
        TokenKind::Number(_) => {
            let digits = matches!(lower.len(), 4 | 8) && lower.bytes().all(|b| b.is_ascii_digit());
            if digits { &FIGURE_OR_DAY } else { &FIGURE }
        }
        TokenKind::Symbol(':') => &CLOCK,
        TokenKind::Symbol('/' | '.' | '-' | '\'') => &DAY,
        TokenKind::Symbol(_) => &NOTHING,
    }
}

/// What a word in lower case is known to be.
pub(crate) fn known(word: &str) -> &'static KnownWord {
    WORDS.find(word, token::hash(word)).unwrap_or(&NOTHING)
}

/// The month of this name in lower case, in full or cut short, from 1.
pub(crate) fn month(word: &str) -> Option<i8> {
    known(word).month
}

/// What a single word means in a number.
pub(crate) fn part(word: &str) -> Option<NumberPart> {
    known(word).part
}

/// Which one an ordinal names, or its last word does.
pub(crate) fn ordinal(word: &str) -> Option<u32> {
    known(word).ordinal.map(u32::from)
}

/// The day of the week of this name.
pub(crate) fn weekday(word: &str) -> Option<Weekday> {
    known(word).weekday
}

/// The season of this name.
pub(crate) fn season(word: &str) -> Option<Season> {
    known(word).season
}

/// The unit of this name, one or many.
pub(crate) fn unit(word: &str) -> Option<DateUnit> {
    known(word).unit
}

/// Which one, counted from 1: `first`, `third`; days of a month go no further than 31.
pub(crate) fn day_ordinal(word: &str) -> Option<i8> {
    i8::try_from(ordinal(word)?).ok().filter(|place| *place <= 31)
}

/// Decades by name: `the nineties`.
pub(crate) fn decade(word: &str) -> Option<i16> {
    known(word).decade
}

/// A number from one to a hundred in one word.
pub(crate) fn cardinal(word: &str) -> Option<u32> {
    part(word).and_then(numbers::counting)
}

/// `tenfold`
fn by_ending(word: &str) -> &'static KnownWord {
    if word.ends_with("fold") { &FIGURE } else { &NOTHING }
}

/// Words without which, or a colon or a zone, no phrase is a time of day.
const CLOCK_WORDS: &str = "tonight | am | a.m | pm | p.m | half | noon | midnight | midday | o'clock | oclock | past | \
     quarter | hours | hrs | morning | afternoon | evening | night";

static WORDS: LazyLock<WordIndex> = LazyLock::new(WordIndex::all);

#[derive(Default)]
struct WordIndex(HashTable<(&'static str, KnownWord)>);

impl WordIndex {
    fn find(&self, word: &str, hash: u64) -> Option<&KnownWord> {
        self.0.find(hash, |(known, _)| known.eq_ignore_ascii_case(word)).map(|(_, known)| known)
    }

    /// The entry of a word, made where there is none.
    fn entry(&mut self, word: &'static str) -> &mut KnownWord {
        let is_it = |(known, _): &(&str, KnownWord)| known.eq_ignore_ascii_case(word);
        match self.0.entry(token::hash(word), is_it, |(known, _)| token::hash(known)) {
            Entry::Occupied(known) => &mut known.into_mut().1,
            Entry::Vacant(free) => &mut free.insert((word, KnownWord::default())).into_mut().1,
        }
    }

    /// Tells something of each word of lists by meaning.
    fn tell<T: Copy>(
        &mut self,
        groups: &[(T, &'static str)],
        promises: Promises,
        tell: fn(&mut KnownWord, T),
    ) {
        for (meaning, list) in groups {
            for word in rows(list) {
                let known = self.entry(word);
                tell(known, *meaning);
                known.promises |= promises;
            }
        }
    }

    /// Marks the word by which each row of a list begins.
    fn mark(&mut self, list: &'static str, promises: Promises) {
        for row in rows(list) {
            let row = row.strip_prefix('=').unwrap_or(row);
            let first = row.split_once(' ').map_or(row, |(first, _)| first);
            self.entry(first).promises |= promises;
        }
    }

    fn all() -> Self {
        let mut words = Self::default();
        words.figures();
        words.days();
        words.mark(CLOCK_WORDS, Promises::CLOCK);
        words.tell(zones::ABBREVIATIONS, Promises::CLOCK, |known, zone| known.zone = Some(zone));
        words.mark(scales::BESIDE, Promises::BESIDE_STAGE);
        for (at, scale) in scales::BUILT_IN.iter().enumerate() {
            for (_, _, list) in scale.words.iter().chain(scale.asked) {
                words.mark(list, Promises::stage(at));
            }
        }
        words
    }

    /// What a figure may be made of where there are no digits: numbers in words, units behind an article, multiples.
    fn figures(&mut self) {
        let figure = Promises::FIGURE;
        self.tell(numbers::PARTS, figure, |known, part| known.part = Some(part));
        self.tell(numbers::ORDINALS, figure, |known, place| known.ordinal = Some(place));
        let units = units::DIMENSIONS.iter().flat_map(|dimension| dimension.units).map(|(_, list)| *list);
        let units = units.chain(units::TEMPERATURES.iter().map(|(_, _, list)| *list));
        let named = currencies::SIGNS.iter().chain(currencies::NAMES).map(|(_, list)| *list);
        let shared = currencies::SHARED.iter().chain(currencies::HUNDREDTHS).map(|(_, list)| *list);
        let coins = currencies::COINS.iter().map(|(_, _, list)| *list);
        for list in units.chain(named).chain(shared).chain(coins) {
            self.mark(list, figure);
        }
        for list in [numbers::MULTIPLES, numbers::MULTIPLYING] {
            self.tell(list, figure, |known, times| known.multiple = Some(times));
        }
        self.tell(&[((), numbers::HALVING)], figure, |known, ()| known.halves = true);
        self.mark(numbers::UNNAMED, figure);
    }

    fn days(&mut self) {
        let day = Promises::DAY;
        for (month, name) in (1..).zip(calendar::MONTHS) {
            self.tell(&[(month, name)], day, |known, month| known.month = Some(month));
        }
        self.tell(calendar::SHORT, day, |known, month| known.month = Some(month));
        self.tell(days::WEEKDAYS, day, |known, weekday| known.weekday = Some(weekday));
        self.tell(days::SEASONS, day, |known, season| known.season = Some(season));
        self.tell(days::UNITS, day, |known, unit| known.unit = Some(unit));
        // `the low twenties` are a figure, too.
        self.tell(days::DECADES, day | Promises::FIGURE, |known, decade| known.decade = Some(decade));
        self.mark(days::CALENDAR, day);
        self.mark(holidays::WORDS, day);
    }
}

#[cfg(test)]
mod tests {
    use super::super::calendar::{MONTHS, is_in_full};
    use super::*;

    #[test]
    fn months_are_known_in_full_and_by_three_letters() {
        for (at, name) in (1..).zip(MONTHS) {
            assert_eq!(month(name), Some(at));
            assert_eq!(name.get(..3).and_then(month), Some(at));
        }
        assert!(is_in_full("friday") && is_in_full("may") && !is_in_full("fri"));
    }
}
