//! A phrase becomes a typed value: what it states, what its words allow, and what a reader takes from it.

mod aside;
mod date;
mod dates;
pub(crate) mod direction;
mod display;
mod hedge;
mod interval;
mod json;
mod names;
mod note;
pub(crate) mod quantity;
mod remarks;
mod stage;
mod time;
mod truth;
mod vocabulary;
mod words;

pub use crate::english::asides::limits;
pub use crate::english::label::asks_for_figure;
pub use crate::english::opposites::{opposite, opposite_beside_figures};
pub use crate::english::sorts::{names_sort, sort_of};
pub use dates::{Dates, Hours, Year};
pub use direction::{Axis, Bearing, Direction, Motion};
pub use interval::{Extent, Interval};
pub use names::{NameMatch, same_name};
pub use note::Note;
pub use quantity::way::of_label as direction_of_label;
pub use stage::built_in_scales;
pub use time::is_zone;
pub use vocabulary::{WordList, vocabulary};

use std::borrow::Cow;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::english::token::{self, Phrase, Token, TokenKind};
use crate::english::{label, plain};

/// Phrases longer than this stay text: no value is worded at such length.
const LONGEST: usize = 1000;

/// What sort of thing a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, bitcode::Encode, bitcode::Decode)]
pub enum Kind {
    /// An amount in a currency.
    Money,
    /// Per cent, or percentage points.
    Percent,
    /// A plain number, or so many of something.
    Count,
    /// A length, area, mass, speed … in the SI unit of its dimension.
    Measure,
    /// A span of time, in seconds or in months.
    Duration,
    /// Days.
    Date,
    /// A time of day.
    Time,
    /// A place on an ordered scale, such as the stages of a deal.
    Stage,
    /// One or more names.
    Names,
    /// Yes or no.
    Truth,
    /// Anything else: words.
    Text,
}

/// A phrase as understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// The words as given.
    pub text: String,
    /// What sort of thing it is.
    pub kind: Kind,
    /// ISO 4217 code, SI symbol, `s` or `month`, with a rate behind a slash: `USD/share`, `m/s`.
    pub unit: Option<Cow<'static, str>>,
    /// How many of `unit` the unit as written is, of a measure: what it was rounded in.
    pub unit_size: Option<Decimal>,
    /// The hedge as worded, in lower case: `at least`.
    pub hedge: Option<String>,
    /// What is counted: `devices`.
    pub counted: Option<String>,
    /// The words that make it less than a fact: `could`, `may`, `plans to`.
    pub modality: Option<String>,
    /// The value itself.
    pub content: Content,
    /// Whether a duration is how old somebody or something is.
    pub is_age: bool,
    /// Which way the figure goes, where the words say so.
    pub direction: Option<Direction>,
    /// Whether the figure is a change or where a change led, where the words say so.
    pub motion: Option<Motion>,
    /// All the figures of a value that has several, in their order; this value is then the first of them. Else empty.
    pub parts: Vec<Value>,
    /// The same value in other words, units or currencies, where the phrase gives it twice: who meets one meets all.
    pub also: Vec<Value>,
    /// Asides with telling words that were not understood, as worded.
    pub unread: Vec<String>,
    /// What a reader should know of the reading: a second currency given, an ambiguous sign.
    pub notes: Vec<Note>,
    /// Other ways to read the same words, likeliest first.
    pub others: Vec<Value>,
}

/// What a value consists of.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Exact decimals, in `Value::unit`.
    Quantity(Extent<Decimal>),
    /// A place in a row: `second-largest`.
    Rank {
        /// Which place.
        place: Extent<Decimal>,
        /// Since when there is the row, in lower case: `the 2008 crisis`.
        since: Option<String>,
    },
    /// A score, or the count of a vote: `2-1`. The two figures belong together, in this order.
    Score(Decimal, Decimal),
    /// Days, first and last.
    Days(Dates),
    /// A time of day.
    Clock {
        /// Minutes since midnight, in the zone given.
        minutes: Extent<i32>,
        /// The day, where the words give one.
        day: Option<Dates>,
        /// The zone as worded (`ET`), and its minutes east of UTC where it has fixed ones.
        zone: Option<(String, Option<i32>)>,
    },
    /// A range of stages, both ends included, as positions on a scale.
    Stage {
        /// The scale's name.
        scale: String,
        /// Earliest and latest stage, from 0.
        stages: Interval<usize>,
    },
    /// A set of names.
    Names {
        /// In the order given.
        names: Vec<String>,
        /// There are more than the ones named (`including`, `such as`, `among others`).
        open: bool,
    },
    /// Yes or no.
    Truth(bool),
    /// Normalised words, and whether they are negated.
    Words {
        /// In the order given.
        words: Vec<String>,
        /// `did not`, `no longer`, `denied`.
        negated: bool,
    },
}

/// The order of day and month in dates of digits alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// 12/31/2025
    MonthFirst,
    /// 31/12/2025
    DayFirst,
    /// 2025/12/31
    YearFirst,
}

/// Ordered stages, earliest first, each with the words that name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// How the scale is called.
    pub name: String,
    /// The stages; each is a list of synonyms, the first of which is shown.
    pub stages: Vec<Vec<String>>,
}

/// What is known around a phrase and decides how it is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context<'a> {
    /// Subject and attribute: words that decide between readings (`length`, `number of`).
    pub label: &'a str,
    /// When the article appeared, as the days it may have been.
    pub published: Option<Interval<Date>>,
    /// What a bare `$` means.
    pub currency: Option<&'a str>,
    /// How `12/04/2025` is read.
    pub date_order: Option<DateOrder>,
    /// The story's own scales; the built-in ones come after them.
    pub scales: &'a [Scale],
    /// Seasons are those of the southern hemisphere.
    pub southern: bool,
    /// The zone of local times, by its name in the tz database.
    pub zone: Option<&'a str>,
}

/// Reads a phrase as an article words it. What can't be read is text.
///
/// ```
/// use gainsay::value::{Context, Kind, read};
///
/// let value = read("about 40 to 50 people", &Context::default());
/// assert_eq!(value.kind, Kind::Count);
/// assert_eq!(value.counted.as_deref(), Some("people"));
/// ```
pub fn read(text: &str, context: &Context) -> Value {
    let plain_text = plain::plain(text);
    let plain = quoted(&plain_text).unwrap_or(&plain_text);
    let lower = token::lower(plain);
    let phrase = Phrase::new(plain, &lower);
    let mut value = if plain.len() > LONGEST || is_no_claim(plain) {
        words::read(&phrase, context)
    } else {
        reading(&phrase, context)
    };
    if plain_text.starts_with('(') && label::result(context.label) {
        quantity::in_accounts(&mut value);
    }
    if let Some(unit) =
        label::unit(context.label).filter(|_| value.kind == Kind::Count && value.counted.is_none())
    {
        let measured = read(&format!("{plain} {unit}"), &Context { label: "", ..*context });
        if measured.kind == Kind::Measure {
            value = measured;
        }
    }
    if value.text != text {
        text.clone_into(&mut value.text);
    }
    value
}

/// What a pair of quotation marks, or of brackets, around the whole phrase holds.
fn quoted(plain: &str) -> Option<&str> {
    if let Some(inside) = plain.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        let inside = inside.trim();
        return (!inside.is_empty() && !inside.contains(['(', ')'])).then_some(inside);
    }
    ['"', '\''].into_iter().find_map(|mark| {
        let inside = plain.strip_prefix(mark)?.strip_suffix(mark)?.trim().trim_end_matches(',');
        (!inside.is_empty() && !inside.contains(mark)).then_some(inside)
    })
}

/// A kind's reader of a whole phrase.
type KindReader = fn(&Phrase, &Context) -> Option<Value>;

/// The readers, in the order in which they are asked: dates and times come before figures, which would take `10 March`
/// for ten of something. What only they can tell apart (`2024` of a counted thing) is theirs to decline.
const READERS: [KindReader; 11] = [
    quantity::age::read,
    quantity::score::read,
    time::asked,
    sure_figure,
    truth::read,
    time::read,
    date::read,
    aside::read,
    quantity::read,
    stage::read,
    names::read,
];

/// The first kind that can read the whole phrase, or else its words.
fn reading(phrase: &Phrase, context: &Context) -> Value {
    for reader in READERS {
        if let Some(value) = reader(phrase, context) {
            return value;
        }
    }
    let mut value = words::read(phrase, context);
    value.notes.extend(quantity::progress(phrase));
    value
}

/// A figure that can be no date or time: a sign of money or per cent settles it, or nothing but a unit.
fn sure_figure(phrase: &Phrase, context: &Context) -> Option<Value> {
    let sign = |token: &Token| matches!(token.shape, TokenKind::Symbol('$' | '€' | '£' | '¥' | '₹' | '%'));
    if phrase.tokens.iter().any(sign) || quantity::is_plain(phrase) {
        quantity::read(phrase, context)
    } else {
        None
    }
}

/// Reads a list of names.
pub fn read_list(items: &[String], context: &Context) -> Value {
    names::list(items, context)
}

/// Reads a yes or a no.
pub fn read_truth(truth: bool) -> Value {
    Value::new(if truth { "true" } else { "false" }, Kind::Truth, Content::Truth(truth))
}

/// Reads a number given as such: a count, or what the label says.
pub fn read_number(text: &str, context: &Context) -> Value {
    read(text, context)
}

/// Reads a date or a time given as such, in ISO 8601.
pub fn read_date(text: &str, context: &Context) -> Value {
    read(text, context)
}

/// What stands where a value is still to come, or there is none.
const NO_CLAIM: &[&str] = &[
    "",
    "-",
    "--",
    "\u{2013}",
    "\u{2014}",
    "n/a",
    "n.a.",
    "na",
    "unknown",
    "not available",
    "tbd",
    "tba",
    "tbc",
    "to be confirmed",
    "to be announced",
    "?",
    "??",
    "???",
    "null",
    "nan",
    "xxx",
];

/// Whether the words make no claim at all: `n/a`, `unknown`, `TBD`, `-`, or nothing.
pub fn is_no_claim(text: &str) -> bool {
    let text = text.trim();
    // Most claims are longer than any of these, or begin with a figure.
    if text.len() > "to be announced".len() || text.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    NO_CLAIM.iter().any(|nothing| text.eq_ignore_ascii_case(nothing))
}

impl Value {
    /// The figure, where the value is one, or the place, where it is a rank.
    pub fn quantity(&self) -> Option<&Extent<Decimal>> {
        match &self.content {
            Content::Quantity(extent) | Content::Rank { place: extent, .. } => Some(extent),
            _ => None,
        }
    }

    /// The words, and whether they are negated, where it is a text.
    pub fn words(&self) -> Option<(&[String], bool)> {
        match &self.content {
            Content::Words { words, negated } => Some((words, *negated)),
            _ => None,
        }
    }

    /// The stages, and the scale that they are on.
    pub fn stages(&self) -> Option<(&str, &Interval<usize>)> {
        match &self.content {
            Content::Stage { scale, stages } => Some((scale, stages)),
            _ => None,
        }
    }

    /// Whether it names a day, or a stretch of days.
    pub fn has_day(&self) -> bool {
        matches!(self.content, Content::Days(_) | Content::Clock { day: Some(_), .. })
    }

    /// The value as an age, where it can be read as one.
    pub fn age(&self) -> Option<&Self> {
        std::iter::once(self).chain(&self.others).find(|value| value.is_age)
    }

    /// A value of which nothing but its content is known.
    pub(crate) fn new(text: &str, kind: Kind, content: Content) -> Self {
        Self {
            text: text.to_owned(),
            kind,
            unit: None,
            unit_size: None,
            hedge: None,
            counted: None,
            modality: None,
            content,
            is_age: false,
            direction: None,
            motion: None,
            parts: Vec::new(),
            also: Vec::new(),
            unread: Vec::new(),
            notes: Vec::new(),
            others: Vec::new(),
        }
    }
}

impl Kind {
    /// Whether values of it are figures, days or times, and no words.
    pub fn is_figure(self) -> bool {
        match self {
            Self::Money
            | Self::Percent
            | Self::Count
            | Self::Measure
            | Self::Duration
            | Self::Date
            | Self::Time => true,
            Self::Stage | Self::Names | Self::Truth | Self::Text => false,
        }
    }

    /// The kind as reports name it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Money => "money",
            Self::Percent => "percent",
            Self::Count => "count",
            Self::Measure => "measure",
            Self::Duration => "duration",
            Self::Date => "date",
            Self::Time => "time",
            Self::Stage => "stage",
            Self::Names => "names",
            Self::Truth => "yes/no",
            Self::Text => "text",
        }
    }
}
