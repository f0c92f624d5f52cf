//! English words that say which way a figure goes.

use std::sync::LazyLock;

use crate::value::direction::{Axis, Direction};
use crate::value::lexicon::{Lexicon, rows};
use crate::value::token::Phrase;
use crate::value::{Kind, token};

/// What the words make of the figure behind them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tells {
    /// A figure that lies that way: `a loss of`.
    Lies,
    /// By how much something moved: `rose`.
    By,
    /// Where it came to: `rose to`.
    To,
    /// Where it came from, and nothing of where it led: `up from`.
    From,
}

const UP: Direction = Direction::new(Axis::Change, true);
const DOWN: Direction = Direction::new(Axis::Change, false);
const GAIN: Direction = Direction::new(Axis::Result, true);
const LOSS: Direction = Direction::new(Axis::Result, false);

/// Words before a figure.
pub(crate) const BEFORE: &[(Direction, Tells, &str)] = &[
    (
        UP,
        Tells::By,
        "up | up by | rose | rose by | rises | risen | risen by | rise by | rise | grew | grew by | grows | \
        grown | grow by | increased | increased by | increases | increase by | increase of | an increase of | \
        a rise of | rise of | rises of | a jump of | jump of | a growth of | growth of | a climb of | \
        a surge of | a hike of | jumped | jumped by | jumps | surged | surged by | surges | climbed | \
        climbed by | climbs | climb by | soared | soared by | soars | advanced | advances | added | adds | \
        rallied | expanded | expanded by | leapt | leaped | spiked | is up | was up | were up | are up | \
        rising by | rising | rebounded | edged up | ticked up | edged higher | went up | went up by | \
        higher by | raised by | raises by | raise by | lifted by | hiked by | swelled by | improved by | \
        strengthened by | widened by | was raised by | were raised by | has risen | have risen | had risen | \
        has grown | have grown | ballooned | ballooned by | crept up | crept up by | crept higher | inched up | \
        inched up by | inched higher | nudged up | nudged up by | edged up by | firmed | firmed by | \
        bounced back | bounced back by | recovered by | mushroomed by | lengthened by | accelerated by | boosted by",
    ),
    (
        DOWN,
        Tells::By,
        "down | down by | fell | fell by | falls | fallen | fallen by | fall by | fall | fall of | a fall of | \
        dropped | dropped by | drops | drop of | a drop of | drop by | declined | declined by | declines | \
        decline of | a decline of | decreased | decreased by | decreases | decrease of | a decrease of | \
        a reduction of | a cut of | a dip of | a slump of | slid | slid by | slides | slumped | slumped by | \
        slumps | plunged | plunged by | plunges | sank | sank by | sinks | tumbled | tumbled by | tumbles | \
        shed | sheds | shrank | shrank by | shrunk by | shrinks | contracted | contracted by | cut by | \
        cuts by | reduced by | lowered by | trimmed by | slashed by | was cut by | were cut by | slipped | \
        slipped by | slips | dipped | dipped by | dips | eased | eased by | plummeted | plummeted by | \
        crashed | is down | was down | were down | are down | went down | went down by | lower by | \
        edged down | edged lower | ticked down | falling by | falling | weakened by | narrowed by | \
        has fallen | have fallen | had fallen | has dropped | have dropped | dwindled | dwindled by | \
        retreated | retreated by | receded | receded by | subsided by | diminished by | worsened by | \
        deteriorated by | softened by | crept down | crept down by | crept lower | inched down | inched down by | \
        inched lower | nudged down | nudged down by | edged down by | nosedived | nosedived by | shortened by | \
        pared by | ebbed by | waned by",
    ),
    (
        UP,
        Tells::To,
        "rose to | increased to | grew to | climbed to | jumped to | soared to | surged to | raised to | \
        lifted to | hiked to | rising to | rises to | back up to | went up to | \
        accelerated to | has risen to | have risen to | had risen to | increase to | rise to | widened to",
    ),
    (
        DOWN,
        Tells::To,
        "fell to | dropped to | declined to | decreased to | cut to | reduced to | down to | lowered to | \
        slowed to | back down to | went down to | eased to | slipped to | slid to | sank to | plunged to | \
        shrank to | falling to | falls to | has fallen to | have fallen to | had fallen to | trimmed to | \
        slashed to | narrowed to | fall to | drop to",
    ),
    (GAIN, Tells::By, "gained | gains | gain | gain of | a gain of | gains of | picked up"),
    (LOSS, Tells::By, "lost | loses | lose"),
    (
        GAIN,
        Tells::Lies,
        "a profit of | profit of | profits of | a net profit of | a pre-tax profit of | an operating profit of | \
        a surplus of | surplus of | earnings of | a net gain of | made a profit of | posted a profit of | \
        reported a profit of | in the black by",
    ),
    (
        LOSS,
        Tells::Lies,
        "a loss of | loss of | losses of | a net loss of | a pre-tax loss of | an operating loss of | \
        a deficit of | deficit of | a shortfall of | shortfall of | \
        made a loss of | posted a loss of | reported a loss of | in the red by",
    ),
    (
        Direction::new(Axis::Way, true),
        Tells::Lies,
        "inflows of | an inflow of | a net inflow of | net inflows of",
    ),
    (
        Direction::new(Axis::Way, false),
        Tells::Lies,
        "outflows of | an outflow of | a net outflow of | net outflows of",
    ),
];

/// Verbs for what is done to a figure (`cut rates by`) or to things (`cut 500 jobs`): a direction before per cents, and
/// where `from` follows.
pub(crate) const PERHAPS: &[(Direction, &str)] = &[
    (UP, "raise | raised | raises | raising | lifted | hiked | hike | moved up | went"),
    (DOWN, "cut | cuts | cutting | slash | slashed | reduced | reduces | lowered | lowers | trimmed"),
];

/// Words behind a figure, or behind what is counted.
pub(crate) const BEHIND: &[(Direction, Tells, &str)] = &[
    // `four more` may be four.
    (UP, Tells::Lies, "more | additional | extra"),
    (
        UP,
        Tells::By,
        "higher | increase | rise | growth | bigger | larger | longer | heavier | taller | faster | warmer | hotter | \
        dearer | pricier | costlier | more expensive | stronger | wider | deeper | richer | thicker",
    ),
    (
        DOWN,
        Tells::By,
        "fewer | less | lower | decrease | decline | reduction | smaller | shorter | lighter | slower | colder | \
        cooler | cheaper | less expensive | weaker | narrower | shallower | poorer | thinner",
    ),
    (GAIN, Tells::By, "gain"),
    (GAIN, Tells::Lies, "profit | surplus | net profit | net gain | operating profit | in the black"),
    (LOSS, Tells::Lies, "loss | deficit | shortfall | net loss | operating loss | in the red"),
    (Direction::new(Axis::Level, true), Tells::Lies, "above | over budget | over target | over the limit"),
    (Direction::new(Axis::Level, false), Tells::Lies, "below | under budget | beneath | short of"),
    (
        Direction::new(Axis::Height, true),
        Tells::Lies,
        "above sea level | above the sea | above ground | above the ground | above the surface | above water | \
        above street level",
    ),
    (
        Direction::new(Axis::Height, false),
        Tells::Lies,
        "below sea level | below the sea | below ground | below the ground | below the surface | below water | \
        below street level | underground | under water | underwater",
    ),
    (Direction::new(Axis::North, true), Tells::Lies, "north | northwards | to the north | due north"),
    (Direction::new(Axis::North, false), Tells::Lies, "south | southwards | to the south | due south"),
    (Direction::new(Axis::East, true), Tells::Lies, "east | eastwards | to the east | due east"),
    (Direction::new(Axis::East, false), Tells::Lies, "west | westwards | to the west | due west"),
    (
        Direction::new(Axis::Northeast, true),
        Tells::Lies,
        "north-east | northeast | north east | to the northeast | to the north-east",
    ),
    (
        Direction::new(Axis::Northeast, false),
        Tells::Lies,
        "south-west | southwest | south west | to the southwest | to the south-west",
    ),
    (
        Direction::new(Axis::Southeast, true),
        Tells::Lies,
        "south-east | southeast | south east | to the southeast | to the south-east",
    ),
    (
        Direction::new(Axis::Southeast, false),
        Tells::Lies,
        "north-west | northwest | north west | to the northwest | to the north-west",
    ),
    (
        Direction::new(Axis::Schedule, true),
        Tells::Lies,
        "late | behind schedule | behind time | overdue | delay",
    ),
    (Direction::new(Axis::Schedule, false), Tells::Lies, "early | ahead of schedule | ahead of time"),
    (Direction::new(Axis::Order, true), Tells::Lies, "after | later"),
    (Direction::new(Axis::Order, false), Tells::Lies, "before | earlier"),
    (Direction::new(Axis::Way, true), Tells::Lies, "inflow | net inflow | inflows"),
    (Direction::new(Axis::Way, false), Tells::Lies, "outflow | net outflow | outflows"),
    (Direction::new(Axis::Vote, true), Tells::Lies, "for | in favour | in favor | in support"),
    (Direction::new(Axis::Vote, false), Tells::Lies, "against | opposed | in opposition"),
    (Direction::new(Axis::Side, true), Tells::Lies, "to the left | leftwards"),
    (Direction::new(Axis::Side, false), Tells::Lies, "to the right | rightwards"),
];

/// Words behind a sum or a share that are something else behind a length or a time: `a 300-foot drop`, `a 15-minute hike`.
pub(crate) const BEHIND_SHARES: &[(Direction, &str)] = &[
    (UP, "jump | hike | surge | climb | raise"),
    (DOWN, "fall | drop | cut | dip | slump | plunge | slide"),
];

/// Words behind a share alone: `8% up on last year`. A sum may be down from another.
pub(crate) const BEHIND_PER_CENTS: &[(Direction, &str)] = &[(UP, "up | up on"), (DOWN, "down | down on")];

/// What may follow such a word without making it another: `a 5% increase in sales`, but not `12 fall flights`.
const GOES_ON: &str =
    "in | from | on | of | since | than | to | for | over | compared | year | this | last | between | after";

/// Words of a label that say which way its figures go.
pub(crate) const LABELS: &[(Direction, &str)] = &[
    (UP, "rise | increase | growth | jump | surge | climb | hike | raise | warming"),
    (DOWN, "fall | decrease | decline | drop | cut | cuts | reduction | dip | slump | plunge | cooling"),
    (GAIN, "profit | profits | income | earnings | surplus | gain | gains"),
    (LOSS, "loss | losses | deficit | shortfall"),
    (Direction::new(Axis::Level, true), "above"),
    (Direction::new(Axis::Level, false), "below"),
    (Direction::new(Axis::Schedule, true), "delay | delayed | late"),
    (Direction::new(Axis::Schedule, false), "early"),
    (Direction::new(Axis::Way, true), "inflow | inflows"),
    (Direction::new(Axis::Way, false), "outflow | outflows"),
];

static BEHIND_INDEX: LazyLock<Lexicon<(Direction, Tells)>> = LazyLock::new(|| {
    let told = BEHIND.iter().flat_map(|(to, tells, list)| rows(list).map(|words| (words, (*to, *tells))));
    Lexicon::new(told)
});

static SHARES_INDEX: LazyLock<Lexicon<Direction>> = LazyLock::new(|| Lexicon::listed(BEHIND_SHARES));

static PER_CENTS_INDEX: LazyLock<Lexicon<Direction>> = LazyLock::new(|| Lexicon::listed(BEHIND_PER_CENTS));

static BEFORE_INDEX: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::new(BEFORE.iter().flat_map(|(_, _, list)| rows(list).map(|words| (words, ()))))
});

/// The place behind words at a place that say which way the figure behind them goes.
pub(crate) fn before(phrase: &Phrase, at: usize) -> Option<usize> {
    BEFORE_INDEX.find(phrase, at).map(|((), end)| end)
}

static LABEL_INDEX: LazyLock<Lexicon<Direction>> = LazyLock::new(|| Lexicon::listed(LABELS));

/// The direction that stands behind a figure of a kind, in the words from one place up to another: at their beginning
/// (`5 km north of`), behind what is counted (`two seats more`), or at their end.
pub(crate) fn behind(phrase: &Phrase, from: usize, to: usize, kind: Kind) -> Option<(Direction, Tells)> {
    let fits = |at: usize| {
        let share = matches!(kind, Kind::Percent | Kind::Money)
            || at > 0 && matches!(phrase.word(at - 1), "point" | "points");
        let of_shares = || SHARES_INDEX.find(phrase, at).map(|(to, end)| ((to, Tells::By), end));
        let of_per_cents = || PER_CENTS_INDEX.find(phrase, at).map(|(to, end)| ((to, Tells::By), end));
        let ((direction, tells), end) = BEHIND_INDEX
            .find(phrase, at)
            .or_else(|| of_shares().filter(|_| share))
            .or_else(|| of_per_cents().filter(|_| share && kind != Kind::Money))?;
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
        Axis::Schedule | Axis::Order => first && kind == Kind::Duration,
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
    let found = |at: usize| LABEL_INDEX.find(&phrase, at).map(|(direction, _)| direction);
    (0..phrase.len()).filter_map(found).find(|direction| match direction.axis {
        Axis::Result | Axis::Way => kind == Kind::Money,
        Axis::Schedule => kind == Kind::Duration,
        _ => true,
    })
}
