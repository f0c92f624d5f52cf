//! A place-by-place reader of date words: one date, from its first token to the one behind it.

use jiff::civil::Date;

use super::super::time::daypart;
use super::calendar::{DateUnit, Days, PeriodPart};
use super::named::{DateContext, NamedDate, Pick, Turn, What};
use crate::english::figures::numbers::counting;
use crate::english::lexicon::Lexicon;
use crate::english::time::dates::{DAYPART_BEFORE_INDEX, DAYPART_INDEX, NEUTRAL_INDEX, PART_INDEX};
use crate::english::token::{Phrase, TokenKind};
use crate::english::words::{self, month, unit, weekday};

/// A phrase up to a place, and when it was published.
#[derive(Clone, Copy)]
pub(super) struct DateReader<'a> {
    pub(super) phrase: &'a Phrase<'a>,
    /// The place behind the last token that may be read.
    pub(super) end: usize,
    pub(super) when: DateContext<'a>,
}

/// What was read, and the place behind it.
pub(super) type Parsed<T> = Option<(T, usize)>;

impl DateReader<'_> {
    /// The word at a place, in lower case.
    pub(super) fn word(&self, at: usize) -> &str {
        if at < self.end { self.phrase.word(at) } else { "" }
    }

    /// The symbol at a place.
    pub(super) fn symbol(&self, at: usize) -> Option<char> {
        if at < self.end { self.phrase.symbol(at) } else { None }
    }

    /// The digits at a place, as long as they are digits alone.
    pub(super) fn digits(&self, at: usize) -> Option<&str> {
        let token = self.phrase.tokens.get(at).filter(|_| at < self.end)?;
        let is_digits =
            matches!(token.shape, TokenKind::Number(_)) && token.text.bytes().all(|b| b.is_ascii_digit());
        is_digits.then_some(token.text)
    }

    /// The meaning of the words at a place, in a table.
    pub(super) fn find<T: Copy>(&self, table: &Lexicon<T>, at: usize) -> Parsed<T> {
        table.find(self.phrase, at).filter(|(_, next)| *next <= self.end)
    }

    /// Whether any word at a place is this one; the place behind it.
    pub(super) fn skip(&self, at: usize, words: &[&str]) -> Option<usize> {
        words.contains(&self.word(at)).then_some(at + 1)
    }

    /// The place behind a symbol, or the same place where it is another.
    pub(super) fn past(&self, at: usize, symbol: char) -> usize {
        if self.symbol(at) == Some(symbol) { at + 1 } else { at }
    }

    /// The place behind words that add nothing.
    pub(super) fn past_neutral(&self, mut at: usize) -> usize {
        while let Some(((), next)) = self.find(&NEUTRAL_INDEX, at) {
            // In `the year-end` and `year 2024` the words before may be part of the date.
            if self.word(at) == "year" && next == at + 1 && self.digits(next).is_none() {
                break;
            }
            if self.word(at) == "the"
                && self.word(at + 1) == "year"
                && next > at + 1
                && self.digits(next).is_none()
            {
                return at + 1;
            }
            at = next;
        }
        at
    }

    /// One date, with the words around it that belong to it.
    pub(super) fn point(&self, at: usize) -> Parsed<NamedDate> {
        let at = self.past_neutral(at);
        let at = self.past_dayparts_before(at);
        let (named, next) = self
            .selected(at)
            .or_else(|| self.so_far(at))
            .or_else(|| self.parted(at))
            .or_else(|| self.core(at, false))?;
        Some((named, self.past_dayparts(next)))
    }

    /// The place behind the words for a part of the day.
    fn daypart(&self, at: usize) -> Option<usize> {
        let worded = self.find(&DAYPART_INDEX, at).map(|((), next)| next);
        worded.or_else(|| daypart::behind(self.phrase, at).filter(|next| *next <= self.end))
    }

    /// The place behind a part of the day that stands before it: `the morning of`, `late morning on`.
    fn past_dayparts_before(&self, at: usize) -> usize {
        if let Some(((), next)) = self.find(&DAYPART_BEFORE_INDEX, at) {
            return self.past_neutral(next);
        }
        let on = self.find(&DAYPART_INDEX, at).and_then(|((), next)| self.skip(next, &["on"]));
        on.map_or(at, |next| self.past_neutral(next))
    }

    /// The place behind a part of the day, or words that only underline the date.
    pub(super) fn past_dayparts(&self, at: usize) -> usize {
        let mut next = at;
        if self.symbol(next) == Some(',') && self.daypart(next + 1).is_some() {
            next += 1;
        }
        if let Some(behind) = self.daypart(next) {
            next = behind;
        }
        if let Some(behind) = self.skip(next, &["alone", "itself"]) {
            next = behind;
        }
        if self.word(next) == "local" && self.word(next + 1) == "time" {
            next += 2;
        }
        next
    }

    /// `late October`, `early to mid 2024`, `the end of the year`, `mid-'80s`.
    fn parted(&self, at: usize) -> Parsed<NamedDate> {
        let (from, next) = self.part(at)?;
        let joint = self.skip(next, &["to", "or", "and"]).or_else(|| {
            (self.symbol(next) == Some('-') || self.symbol(next) == Some('/')).then(|| {
                let behind = next + 1;
                self.skip(behind, &["to", "or", "and"]).unwrap_or(behind)
            })
        });
        let (to, next) = joint.and_then(|joint| self.part(joint)).unwrap_or((from, next));
        let next = self.past_neutral(self.past(next, '-'));
        let (named, next) = self.core(next, true)?;
        if named.pick.is_some() {
            return None;
        }
        Some((named.pick(Pick::Parts(from, to)), next))
    }

    fn part(&self, at: usize) -> Parsed<PeriodPart> {
        self.find(&PART_INDEX, at)
    }

    /// `earlier this month`, `later in the year`, `so far this year`, `the rest of the week`.
    fn so_far(&self, at: usize) -> Parsed<NamedDate> {
        let (pick, next) = match (self.word(at), self.word(at + 1)) {
            ("earlier", _) => (Pick::Earlier, at + 1),
            ("later", _) => (Pick::Later, at + 1),
            ("so", "far") => (Pick::Earlier, at + 2),
            ("rest" | "remainder", "of") => (Pick::Later, at + 2),
            ("year", "to") if self.word(at + 2) == "date" => {
                let year = NamedDate::days(self.when.unit(DateUnit::Year, 0));
                return Some((year.pick(Pick::Earlier), at + 3));
            }
            _ => return None,
        };
        let next = self.past_neutral(next);
        let (named, next) = self.core(next, true)?;
        named.pick.is_none().then(|| (named.pick(pick), next))
    }

    /// `the first week of March`, `the last Monday in May`, `the first three months of 2024`.
    fn selected(&self, at: usize) -> Parsed<NamedDate> {
        let (nth, next) = match self.word(at) {
            "last" | "final" | "closing" => (-1, at + 1),
            "opening" => (1, at + 1),
            "penultimate" => (-2, at + 1),
            _ => self.ordinal(at)?,
        };
        let count = self.count(next).filter(|_| nth == 1 || nth == -1);
        let (pick, next) = if let Some((count, next)) = count {
            let count = i32::try_from(count).ok().filter(|count| *count < 1000)?;
            (Pick::Run(count * i32::from(nth), unit(self.word(next))?), next + 1)
        } else if let Some(weekday) = weekday(self.word(next)) {
            (Pick::Weekday(nth, weekday), next + 1)
        } else {
            (Pick::Nth(nth, unit(self.word(next))?), next + 1)
        };
        let next = self.skip(next, &["of", "in"])?;
        let (named, next) = self.core(self.past_neutral(next), true)?;
        named.pick.is_none().then(|| (named.pick(pick), next))
    }

    /// A date proper. `inner`: it stands behind words that pick a part of it, so that `the year` is this year.
    pub(super) fn core(&self, at: usize, inner: bool) -> Parsed<NamedDate> {
        // What begins with the name of a month is nothing else.
        if month(self.word(at)).is_some() {
            return self.written(at);
        }
        self.weekday(at)
            .or_else(|| self.relative(at, inner))
            .or_else(|| self.numeric(at))
            .or_else(|| self.written(at))
    }

    /// `Tuesday`, `Tuesday, March 26`, `Tuesday the 16th`, `Tuesday of last week`.
    fn weekday(&self, at: usize) -> Parsed<NamedDate> {
        let day = weekday(self.word(at))?;
        if matches!(self.word(at + 1), "before" | "after")
            && let Some(beside) = self.beside_another(at)
        {
            return Some(beside);
        }
        let text = self.phrase.tokens.get(at)?.text;
        let mut next = at + 1;
        let comma = self.past(next, ',');
        let behind = self.skip(comma, &["the", "on"]).unwrap_or(comma);
        if month(self.word(behind)).is_some() || self.digits(behind).is_some() {
            if let Some((named, next)) = self.written(behind).or_else(|| self.numeric(behind))
                && matches!(named.what, What::Day { .. } | What::Settled(_))
            {
                return Some((NamedDate { weekday: Some(day), ..named }, next));
            }
            // `Friday the 13th`
            if let Some((number, next)) = self.day_number(behind).filter(|(_, next)| *next > behind + 1) {
                return Some((
                    NamedDate { weekday: Some(day), ..NamedDate::new(What::MonthDay(number)) },
                    next,
                ));
            }
        }
        if self.word(next) == "after" && self.word(next + 1) == "next" {
            let date = self.when.anchor.and_then(|anchor| anchor.nth_weekday(2, day).ok());
            return Some((NamedDate::days(date.map(Days::day)), next + 2));
        }
        let behind = self.skip(comma, &["of", "in"]).unwrap_or(comma);
        if let Some((turn, unit_at)) = self.turn(behind)
            && self.word(unit_at) == "week"
        {
            let by = turn.steps();
            let week = self.when.unit(DateUnit::Week, by).and_then(|week| {
                super::calendar::days_on(week.first, i64::from(day.to_monday_zero_offset()))
            });
            return Some((NamedDate::days(week.map(Days::day)), unit_at + 1));
        }
        // `The Sun` is a newspaper, and `sat` a verb.
        let alone = self.end == at + 1 && at.checked_sub(1).is_none_or(|before| self.word(before) == "the");
        if alone && (text.len() == 3 && text.starts_with(char::is_lowercase) || text == "Sun") {
            return None;
        }
        if self.word(next) == "last" && self.word(next + 1).is_empty() {
            next += 1;
        }
        Some((NamedDate::new(What::Weekday(day)), next))
    }

    /// `last`, `this`, `next` and their kin.
    pub(super) fn turn(&self, at: usize) -> Parsed<Turn> {
        let turn = match (self.word(at), self.word(at + 1)) {
            ("this" | "the", "past" | "last") => return Some((Turn::Last, at + 2)),
            ("this" | "the", "coming" | "upcoming" | "next") => return Some((Turn::Next, at + 2)),
            ("the", "current" | "present" | "same") => return Some((Turn::This, at + 2)),
            ("last" | "past" | "previous", _) => Turn::Last,
            ("this" | "current", _) => Turn::This,
            ("next" | "coming" | "upcoming", _) => Turn::Next,
            _ => return None,
        };
        Some((turn, at + 1))
    }

    /// A small number, in digits or words.
    pub(super) fn count(&self, at: usize) -> Parsed<i64> {
        if let Some(digits) = self.digits(at) {
            return Some((digits.parse().ok().filter(|count| *count < 10_000)?, at + 1));
        }
        match (self.word(at), self.word(at + 1), self.word(at + 2)) {
            ("a", "couple", "of") => return Some((2, at + 3)),
            ("couple", "of", _) => return Some((2, at + 2)),
            ("a", "dozen", _) => return Some((12, at + 2)),
            _ => {}
        }
        let tens = self.few(at)?;
        if (20..100).contains(&tens)
            && self.symbol(at + 1) == Some('-')
            && let Some(ones) = self.few(at + 2).filter(|ones| *ones < 10)
        {
            return Some((tens + ones, at + 3));
        }
        Some((tens, at + 1))
    }

    /// A number in one word; `a couple of` is left to figures.
    fn few(&self, at: usize) -> Option<i64> {
        match self.word(at) {
            "" => None,
            "a" | "an" => Some(1),
            _ => self.phrase.part(at).and_then(counting).map(i64::from),
        }
    }

    /// `first`, `3rd`, `twenty-first`.
    pub(super) fn ordinal(&self, at: usize) -> Parsed<i8> {
        if let Some(digits) = self.digits(at) {
            let suffix = matches!(self.word(at + 1), "st" | "nd" | "rd" | "th") && self.phrase.glued(at + 1);
            return Some((digits.parse().ok().filter(|_| suffix)?, at + 2));
        }
        let tens = match self.word(at) {
            "twenty" => 20,
            "thirty" => 30,
            word => return Some((words::day_ordinal(word)?, at + 1)),
        };
        let next = self.past(at + 1, '-');
        Some((tens + words::day_ordinal(self.word(next)).filter(|ones| *ones < 10)?, next + 1))
    }

    /// The number of a day in its month: `16`, `16th`, `sixteenth`.
    pub(super) fn day_number(&self, at: usize) -> Parsed<i8> {
        let plain = |digits: &str| (digits.len() <= 2).then(|| digits.parse().ok()).flatten();
        let (day, next) = self
            .ordinal(at)
            .or_else(|| Some((self.digits(at).and_then(plain)?, at + 1)))
            .filter(|(day, _)| (1..=31).contains(day))?;
        Some((day, next))
    }

    /// A year in four digits.
    pub(super) fn year_number(&self, at: usize) -> Parsed<i16> {
        let digits = self.digits(at).filter(|digits| digits.len() == 4)?;
        Some((digits.parse().ok().filter(|year| (1000..=2999).contains(year))?, at + 1))
    }

    /// A year in two digits behind an apostrophe: `'24`.
    pub(super) fn short_year(&self, at: usize) -> Parsed<i16> {
        if self.symbol(at) != Some('\'') {
            return None;
        }
        let digits = self.digits(at + 1).filter(|digits| digits.len() == 2)?;
        Some((self.when.full_year(digits.parse().ok()?), at + 2))
    }

    /// The year behind a month, a season, a quarter: `2024`, `, 2024`, `of 2024`, `'24`, `last year`.
    pub(super) fn year_behind(&self, at: usize) -> Parsed<i16> {
        let comma = self.past(at, ',');
        let next = self.skip(comma, &["of", "in"]).unwrap_or(comma);
        let next = self.skip(next, &["the"]).filter(|next| self.word(*next) == "year").unwrap_or(next);
        let relative = || {
            let (turn, next) = self.turn(next)?;
            (self.word(next) == "year").then_some(())?;
            Some((self.when.anchor.map(Date::year)? + turn.year_steps(), next + 1))
        };
        let this = || {
            let is_this = self.word(next) == "year" && self.digits(next + 1).is_none() && next > comma + 1;
            is_this.then_some(())?;
            Some((self.when.anchor.map(Date::year)?, next + 1))
        };
        self.year_number(next).or_else(|| self.short_year(next)).or_else(relative).or_else(this)
    }

    /// Whether a lower-case word such as `may` or `march` is a month here: a number stands beside it.
    pub(super) fn month_at(&self, at: usize) -> Option<i8> {
        let number = month(self.word(at))?;
        let token = self.phrase.tokens.get(at)?;
        let doubtful =
            matches!(token.text, "may" | "march" | "mar" | "dec" | "sep" | "jan" | "jun" | "nov" | "oct");
        let beside = |place: Option<usize>| {
            place.is_some_and(|place| {
                self.digits(place).is_some()
                    // `may second` may be a motion.
                    || token.text != "may" && words::day_ordinal(self.word(place)).is_some()
            })
        };
        let sure = beside(at.checked_sub(1))
            || beside(Some(at + 1))
            || matches!(
                at.checked_sub(1).map(|before| self.word(before)),
                Some(
                    "of" | "last"
                        | "next"
                        | "early"
                        | "late"
                        | "mid"
                        | "in"
                        | "this"
                        | "th"
                        | "st"
                        | "rd"
                        | "nd"
                )
            );
        (!doubtful || sure).then_some(number)
    }
}

impl Turn {
    /// How many units it is away.
    pub(super) fn steps(self) -> i32 {
        match self {
            Self::Last => -1,
            Self::This => 0,
            Self::Next => 1,
        }
    }

    fn year_steps(self) -> i16 {
        match self {
            Self::Last => -1,
            Self::This => 0,
            Self::Next => 1,
        }
    }
}
