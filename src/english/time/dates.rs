//! Words around a date, in English: what bounds it, picks a part of it, or adds nothing.

use std::sync::LazyLock;

use super::super::lexicon::{Lexicon, rows};

/// The part of a stretch that the words pick out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PeriodPart {
    Early,
    Mid,
    Late,
    /// `the beginning of`: narrower than `early` for a year, a half, a quarter.
    Start,
    /// `the end of`
    End,
    FirstHalf,
    SecondHalf,
}

impl PeriodPart {
    /// Which part it is, in words.
    pub(crate) fn meaning(self) -> &'static str {
        match self {
            Self::Early => "the first third",
            Self::Mid => "the middle third",
            Self::Late => "the last third",
            Self::Start => "the first month of a year, else the first third",
            Self::End => "the last month of a year, else the last third",
            Self::FirstHalf => "the first half",
            Self::SecondHalf => "the second half",
        }
    }
}

/// What a hedge does to a date x.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bound {
    /// x, or a unit of its precision before or after.
    About,
    /// Earlier than the first day of x.
    Before,
    /// Later than the last day of x.
    After,
    /// Earlier, and not by much.
    ShortlyBefore,
    /// Later, and not by much.
    ShortlyAfter,
    /// x or earlier.
    By,
    /// x or later.
    From,
    /// Began in x.
    Since,
    /// Ended by x; a reader takes it to end in x.
    Until,
    /// x itself.
    Exactly,
}

/// Hedges before a date.
pub(crate) const BOUNDS: &[(Bound, &str)] = &[
    (
        Bound::About,
        "about | around | in or around | on or around | on or about | at or about | roughly | \
         approximately | approx | circa | c | ca | ~ | some time around | sometime around | somewhere \
         around | or thereabouts",
    ),
    (
        Bound::Before,
        "before | prior to | earlier than | ahead of | some time before | sometime before | pre | \
         previous to",
    ),
    (Bound::After, "after | later than | post | some time after | sometime after | beyond"),
    (
        Bound::ShortlyBefore,
        "shortly before | just before | right before | days before | not long before | soon before",
    ),
    (
        Bound::ShortlyAfter,
        "shortly after | just after | right after | days after | not long after | soon after",
    ),
    (
        Bound::By,
        "by | no later than | not later than | on or before | in or before | by no later than | since \
         at least | at or before | as late as | <=",
    ),
    (
        Bound::From,
        "no earlier than | no sooner than | not before | not until | not earlier than | at the \
         earliest in | at the earliest on | on or after | in or after | at or after | as early as | \
         as soon as | until at least | till at least | through at least | at least until | at least till | \
         at least through | not start before | not begin before | not open before | not happen before | not take place before | \
         not be before | starting | starting from | starting in | starting on | beginning | beginning in \
         | beginning on | from | effective | effective from | as from | >=",
    ),
    (Bound::Since, "since | ever since"),
    (Bound::Until, "until | till | up until | up to | through | thru"),
    (Bound::Exactly, "exactly | precisely | just | only | exactly on | precisely on"),
];

/// Hedges that set a deadline, so that a weekday behind them is still to come.
pub(crate) const DEADLINES: &[&str] = &[
    "by",
    "before",
    "until",
    "till",
    "up until",
    "up to",
    "through",
    "thru",
    "on or before",
    "at or before",
    "prior to",
    "ahead of",
    "at the latest",
];

/// Whether a hedge sets a deadline.
pub(crate) fn is_deadline(hedge: &str) -> bool {
    DEADLINES.iter().any(|words| hedge.eq_ignore_ascii_case(words))
}

/// Hedges behind a date.
pub(crate) const BOUNDS_BEHIND: &[(Bound, &str)] = &[
    (Bound::About, "or so | or thereabouts | approximately | give or take | or around then | approx"),
    (Bound::By, "or earlier | or before | or sooner | at the latest | and earlier | and before | at latest"),
    (
        Bound::From,
        "or later | or after | and after | and later | at the earliest | onwards | onward | on | and \
         onwards | and beyond | and on",
    ),
];

/// Parts of a month, a year, a decade.
pub(crate) const PARTS: &[(PeriodPart, &str)] = &[
    (
        PeriodPart::Early,
        "early | early in | early on | the early part of | early part of | very early | the first \
         part of",
    ),
    (
        PeriodPart::Mid,
        "mid | the middle of | middle of | in the middle of | midway through | halfway through | the \
         middle part of",
    ),
    (
        PeriodPart::Late,
        "late | late in | late on | the late part of | the latter part of | latter part of | later \
         part of",
    ),
    (
        PeriodPart::Start,
        "start of | the start of | the beginning of | beginning of | the very beginning of | the \
         opening of | the first days of | first days of | the opening days of | the dawn of | the \
         turn of",
    ),
    (
        PeriodPart::End,
        "end of | the end of | the very end of | end | the close of | the last days of | last days of \
         | the final days of | the closing days of | the tail end of",
    ),
    (
        PeriodPart::FirstHalf,
        "the first half of | first half of | 1st half of | the 1st half of | the former half of",
    ),
    (
        PeriodPart::SecondHalf,
        "the second half of | second half of | the latter half of | 2nd half of | the last half of | \
         the back half of | back half of",
    ),
];

/// Parts of a day. They are kept as words; the day stays the day.
pub(crate) const DAYPARTS: &str = "morning | afternoon | evening | night | overnight | midday | lunchtime | at lunchtime | early \
     morning | late morning | mid morning | midmorning | early afternoon | late afternoon | mid \
     afternoon | midafternoon | early evening | late evening | late night | in the morning | in the \
     afternoon | in the evening | in the early morning | in the late afternoon | in the early hours | \
     in the small hours | at night | at dawn | at dusk | at sunrise | at sunset | before dawn | \
     before sunrise | before sunset | after sunrise | after sunset | after dark | after dawn | during \
     the day | during the night | daytime | early | late | early in the day | late in the day | late \
     at night | in the middle of the night | in the dead of night | pre dawn | predawn | in the pre dawn hours | in \
     the predawn hours | in the wee hours | mid afternoon | at midday | around midday | around lunchtime | during rush \
     hour | in broad daylight | in daylight";

/// Parts of a day that stand before it.
pub(crate) const DAYPARTS_BEFORE: &str = "the morning of | the afternoon of | the evening of | the night of | the early morning of | the \
     early hours of | early hours of | the small hours of | the early morning hours of | the predawn \
     hours of | the late hours of | overnight on | overnight | morning of | afternoon of | evening of \
     | night of | after sunrise on | before sunrise on | after sunset on | before dawn on | at dawn \
     on | at sunrise on | at sunset on | after dark on | later on | earlier on | the course of | the pre dawn hours of | the wee hours of | the middle of the night on | in the middle of the night on | \
     late at night on | lunchtime on | rush hour on | mid morning on | pre dawn | predawn | dawn on | dusk on | sunrise on | sunset on | the dawn of | nightfall on";

/// Words that may stand before a date and add nothing.
pub(crate) const NEUTRAL: &str = "on | in | at | during | the | of | dated | sometime | some time | sometime in | some time in | \
     at some point in | at some point during | at one point | as of | for | over | within | throughout | sometime \
     during | the month of | the year of | the year | year | the day of | the course of | all of | , | year of | academic year | school year | tax year | calendar year | season | the period";

/// What happened then, before a date with its preposition: `built in 1912`.
pub(crate) const EVENTS: &str = "built | opened | reopened | closed | shut | shut down | sold | bought | acquired | founded | \
     established | incorporated | born | died | won | raised | signed | agreed | launched | introduced | \
     completed | finished | released | published | announced | unveiled | revealed | reported | held | \
     started | began | begun | ended | elected | appointed | arrested | charged | sentenced | filed | \
     created | formed | invented | discovered | found | recovered | seized | stolen | lost | returned | \
     approved | rejected | passed | ratified | adopted | delivered | ordered | shipped | installed | \
     recorded | measured | observed | detected | struck | hit | made | written | set up | taken | last seen";

/// Words that may stand behind a date and add nothing.
pub(crate) const NEUTRAL_BEHIND: &str = "season | period | timeframe | time frame | window | era | alone | itself | holidays | \
     holiday | academic year | school year | tax year";

/// Words that make a date less than a fact, and whether they look ahead.
pub(crate) const MODALITIES: &[(bool, &str)] = &[
    (
        true,
        "expected | is expected | expected to close | planned | planned for | scheduled | scheduled \
         for | due | set for | slated for | will be | will | could be | could close | may be | might \
         be | targeted for | targeting | aiming for | hoped for | tentatively | coming",
    ),
    (
        false,
        "likely | probably | possibly | perhaps | maybe | reportedly | presumably | apparently | \
         believed to be | thought to be | most likely | was | is | it was | happened | occurred | \
         took place",
    ),
];

impl Bound {
    /// What it makes of a date x, in words.
    pub(crate) fn meaning(self) -> &'static str {
        match self {
            Self::About => "x, or a unit of its precision before or after",
            Self::Before => "before x",
            Self::After => "after x",
            Self::ShortlyBefore => "before x, and not by much",
            Self::ShortlyAfter => "after x, and not by much",
            Self::By => "x or earlier",
            Self::From => "x or later",
            Self::Since => "began in x",
            Self::Until => "ended by x, and is taken to end in x",
            Self::Exactly => "x itself",
        }
    }
}

/// Tables, looked up at a place.
pub(crate) static MODALITY_INDEX: LazyLock<Lexicon<bool>> = LazyLock::new(|| Lexicon::listed(MODALITIES));
pub(crate) static BOUND_INDEX: LazyLock<Lexicon<Bound>> = LazyLock::new(|| Lexicon::listed(BOUNDS));
pub(crate) static BEHIND_INDEX: LazyLock<Lexicon<Bound>> = LazyLock::new(|| Lexicon::listed(BOUNDS_BEHIND));
pub(crate) static PART_INDEX: LazyLock<Lexicon<PeriodPart>> = LazyLock::new(|| Lexicon::listed(PARTS));
pub(crate) static DAYPART_INDEX: LazyLock<Lexicon<()>> = LazyLock::new(|| plain(DAYPARTS));
pub(crate) static DAYPART_BEFORE_INDEX: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    // Where an article says nothing it was passed before: `early on the morning of`.
    let bare = rows(DAYPARTS_BEFORE).map(|words| ((), words.strip_prefix("the ").unwrap_or(words)));
    Lexicon::new(bare.chain([((), DAYPARTS_BEFORE)]))
});
pub(crate) static NEUTRAL_BEHIND_INDEX: LazyLock<Lexicon<()>> = LazyLock::new(|| plain(NEUTRAL_BEHIND));
pub(crate) static EVENTS_INDEX: LazyLock<Lexicon<()>> = LazyLock::new(|| plain(EVENTS));
pub(crate) static NEUTRAL_INDEX: LazyLock<Lexicon<()>> = LazyLock::new(|| plain(NEUTRAL));

fn plain(list: &'static str) -> Lexicon<()> {
    Lexicon::listed(&[((), list)])
}
