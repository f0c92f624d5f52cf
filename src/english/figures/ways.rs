//! Words that say which way a figure goes.

/// Which way a figure goes, or lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// More than before.
    Up,
    /// Less than before.
    Down,
    /// A profit, a surplus.
    Gain,
    /// A loss, a deficit.
    Loss,
    /// Into it.
    In,
    /// Out of it.
    Out,
    /// Above a level that the words name.
    Above,
    /// Below such a level.
    Below,
    /// Above the sea or the ground.
    High,
    /// Below the sea or the ground.
    Deep,
    /// To the north.
    North,
    /// To the south.
    South,
    /// To the east.
    East,
    /// To the west.
    West,
    /// To the north-east.
    Northeast,
    /// To the south-west.
    Southwest,
    /// To the south-east.
    Southeast,
    /// To the north-west.
    Northwest,
    /// Behind schedule.
    Late,
    /// Ahead of schedule.
    Early,
    /// After another time.
    After,
    /// Before another time.
    Before,
    /// In favour.
    For,
    /// Not in favour.
    Against,
    /// Up a slope.
    Uphill,
    /// Down a slope.
    Downhill,
    /// To the left.
    Left,
    /// To the right.
    Right,
}

use Way::{
    Above, After, Against, Before, Below, Deep, Down, Downhill, Early, East, For, Gain, High, In, Late, Left,
    Loss, North, Northeast, Northwest, Out, Right, South, Southeast, Southwest, Up, Uphill, West,
};

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

/// Words before a figure.
pub(crate) const BEFORE: &[(Way, Tells, &str)] = &[
    (
        Up,
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
        Down,
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
        Up,
        Tells::To,
        "rose to | increased to | grew to | climbed to | jumped to | soared to | surged to | raised to | \
        lifted to | hiked to | rising to | rises to | back up to | went up to | \
        accelerated to | has risen to | have risen to | had risen to | increase to | rise to | widened to | \
        doubled to | more than doubled to | nearly doubled to | almost doubled to | doubling to | tripled to | \
        more than tripled to | nearly tripled to | trebled to | quadrupled to | expanded to | swelled to | improved to",
    ),
    (
        Down,
        Tells::To,
        "fell to | dropped to | declined to | decreased to | cut to | reduced to | down to | lowered to | \
        slowed to | back down to | went down to | eased to | slipped to | slid to | sank to | plunged to | \
        shrank to | falling to | falls to | has fallen to | have fallen to | had fallen to | trimmed to | \
        slashed to | narrowed to | fall to | drop to | halved to | more than halved to | nearly halved to | almost halved to | \
        halving to | shrunk to | worsened to | tumbled to | slumped to",
    ),
    (Up, Tells::From, "doubled from | tripled from | trebled from | quadrupled from"),
    (Down, Tells::From, "halved from"),
    (Gain, Tells::By, "gained | gains | gain | gain of | a gain of | gains of | picked up"),
    (Loss, Tells::By, "lost | loses | lose"),
    (
        Gain,
        Tells::Lies,
        "a profit of | profit of | profits of | a net profit of | a pre-tax profit of | an operating profit of | \
        a surplus of | surplus of | earnings of | a net gain of | made a profit of | posted a profit of | \
        reported a profit of | in the black by",
    ),
    (
        Loss,
        Tells::Lies,
        "a loss of | loss of | losses of | a net loss of | a pre-tax loss of | an operating loss of | \
        a deficit of | deficit of | a shortfall of | shortfall of | \
        made a loss of | posted a loss of | reported a loss of | in the red by",
    ),
    (In, Tells::Lies, "inflows of | an inflow of | a net inflow of | net inflows of"),
    (Out, Tells::Lies, "outflows of | an outflow of | a net outflow of | net outflows of"),
];

/// Verbs for what is done to a figure (`cut rates by`) or to things (`cut 500 jobs`): a direction before per cents, and
/// where `from` follows.
pub(crate) const PERHAPS: &[(Way, &str)] = &[
    (Up, "raise | raised | raises | raising | lifted | hiked | hike | moved up | went"),
    (Down, "cut | cuts | cutting | slash | slashed | reduced | reduces | lowered | lowers | trimmed"),
];

/// Words behind a figure, or behind what is counted.
pub(crate) const BEHIND: &[(Way, Tells, &str)] = &[
    // `four more` may be four.
    (Up, Tells::Lies, "more | additional | extra"),
    (
        Up,
        Tells::By,
        "higher | increase | rise | growth | bigger | larger | longer | heavier | taller | faster | warmer | hotter | \
        dearer | pricier | costlier | more expensive | stronger | wider | deeper | richer | thicker",
    ),
    (
        Down,
        Tells::By,
        "fewer | less | lower | decrease | decline | reduction | smaller | shorter | lighter | slower | colder | \
        cooler | cheaper | less expensive | weaker | narrower | shallower | poorer | thinner",
    ),
    (Gain, Tells::By, "gain"),
    (Gain, Tells::Lies, "profit | surplus | net profit | net gain | operating profit | in the black"),
    (Loss, Tells::Lies, "loss | deficit | shortfall | net loss | operating loss | in the red"),
    (Above, Tells::Lies, "above | over budget | over target | over the limit"),
    (Below, Tells::Lies, "below | under budget | beneath | short of"),
    (
        High,
        Tells::Lies,
        "above sea level | above the sea | above ground | above the ground | above the surface | above water | \
        above street level",
    ),
    (
        Deep,
        Tells::Lies,
        "below sea level | below the sea | below ground | below the ground | below the surface | below water | \
        below street level | underground | under water | underwater",
    ),
    (North, Tells::Lies, "north | northwards | to the north | due north"),
    (South, Tells::Lies, "south | southwards | to the south | due south"),
    (East, Tells::Lies, "east | eastwards | to the east | due east"),
    (West, Tells::Lies, "west | westwards | to the west | due west"),
    (Northeast, Tells::Lies, "north-east | northeast | north east | to the northeast | to the north-east"),
    (Southwest, Tells::Lies, "south-west | southwest | south west | to the southwest | to the south-west"),
    (Southeast, Tells::Lies, "south-east | southeast | south east | to the southeast | to the south-east"),
    (Northwest, Tells::Lies, "north-west | northwest | north west | to the northwest | to the north-west"),
    (Late, Tells::Lies, "late | behind schedule | behind time | overdue | delay"),
    (Early, Tells::Lies, "early | ahead of schedule | ahead of time"),
    (After, Tells::Lies, "after | later | beyond | past"),
    (Before, Tells::Lies, "before | earlier"),
    (In, Tells::Lies, "inflow | net inflow | inflows"),
    (Out, Tells::Lies, "outflow | net outflow | outflows"),
    (For, Tells::Lies, "for | in favour | in favor | in support"),
    (Against, Tells::Lies, "against | opposed | in opposition"),
    (Uphill, Tells::Lies, "uphill | upstream | upriver"),
    (Downhill, Tells::Lies, "downhill | downstream | downriver"),
    (Left, Tells::Lies, "to the left | leftwards"),
    (Right, Tells::Lies, "to the right | rightwards"),
];

/// Words behind a sum or a share that are something else behind a length or a time: `a 300-foot drop`, `a 15-minute hike`.
pub(crate) const BEHIND_SHARES: &[(Way, &str)] = &[
    (Up, "jump | hike | surge | climb | raise"),
    (Down, "fall | drop | cut | dip | slump | plunge | slide"),
];

/// Words behind a share alone: `8% up on last year`. A sum may be down from another.
pub(crate) const BEHIND_PER_CENTS: &[(Way, &str)] = &[(Up, "up | up on"), (Down, "down | down on")];

/// What may follow such a word without making it another: `a 5% increase in sales`, but not `12 fall flights`.
pub(crate) const GOES_ON: &str =
    "in | from | on | of | since | than | to | for | over | compared | year | this | last | between | after";

/// Words of a label that say which way its figures go.
pub(crate) const LABELS: &[(Way, &str)] = &[
    (Up, "rise | increase | growth | jump | surge | climb | hike | raise | warming"),
    (Down, "fall | decrease | decline | drop | cut | cuts | reduction | dip | slump | plunge | cooling"),
    (Gain, "profit | profits | income | earnings | surplus | gain | gains"),
    (Loss, "loss | losses | deficit | shortfall"),
    (Above, "above"),
    (Below, "below"),
    (Late, "delay | delayed | late"),
    (Early, "early"),
    (In, "inflow | inflows"),
    (Out, "outflow | outflows"),
];
