//! English words before a figure that do not change what it is.

/// Words that may stand before a figure and say nothing of its size.
pub(crate) const HARMLESS: &str = "somewhere | anywhere | a good | a collective | to | have cost | has cost | to have cost | a | an | the | its | their | his | her | our | just | only | \
    a total of | total of | the total of | in total | a combined | combined | a record | record | \
    another | an additional | additional | an extra | extra | a further | further | all | it is | it | \
    they | he | she | we | who | which | is | was | were | are | be | been | being | stands at | \
    stood at | standing at | amounts to | amounted to | amounting to | comes to | came to | worth | \
    costs | cost | costing | valued at | priced at | totalling | totaling | totalled | totaled | totals | \
    a whopping | a staggering | a massive | a huge | a mere | a modest | a hefty | a cool | a full | \
    full | so far | now | currently | already | initially | originally | still | even | as | of | for | \
    at | in | with | there were | there are | there was | there is | the equivalent of | equivalent to | \
    equal to | a fine of | fined | a value of | \
    a price of | a price tag of | price of | a stake of | a deal worth | deal worth | an average of | \
    average of | average | an average | on average | a median of | a sum of | the sum of | an amount of | \
    a height of | a length of | a depth of | a width of | a weight of | a speed of | speeds of | \
    a distance of | an area of | an area | a temperature of | temperatures of | a capacity of | \
    a range of | a radius of | a diameter of | a margin of | a rate of | an estimated total of | \
    a group of | groups of | a team of | a crew of | a staff of | a fleet of | a list of | a set of | \
    a majority of | a minority of | a share of | a population of | a crowd of | a maximum capacity of | \
    a revenue of | revenue of | revenues of | a valuation of | valuation of | a salary of | a budget of | \
    a bill of | damages of | an investment of | \
    paid | pays | paying | spent | spending | invested | investing | invest | \
    investment of | sold for | bought for | for a total of | to a total of | at a cost of | \
    at a price of | put the figure at | weighing | weighs | weighed | measuring | measures | measured | \
    has | have | had | contains | contained | carrying | carried | killed | killing | injured | \
    injuring | wounded | included | lasting | lasted | lasts | took | takes | taking | running for | \
    ran for | spanning | covering | covers | covered | earning | earned | earns | owing | owed | owes | \
    offering | offered | seeking | sought | says | said | that | it was | it's | they are | the other | \
    other | the remaining | remaining | new | a new | these | those | his or her | net | gross | annual | \
    an annual | a yearly | a monthly | a daily | monthly | daily | a one-off | an initial | an upfront | \
    upfront | a final | final | a preliminary | a provisional | an official | an unprecedented | \
    an unspecified | an astonishing | an incredible | an impressive | a remarkable | a reported | by | every | once every | each | per | every other | the last | the past | the next | \
    the first | the previous | the following | last | next | previous | in the last | in the past | \
    in the next | over the next | over the past | over the last | over the course of | for the next | \
    for the past | for the last | during the past | during the last | within the next | within the last | \
    within the past | throughout | during | after | than | also | another estimated | maybe | somewhat | \
    quite | well | roughly estimated | what amounts to | something | closer to | between them | \
    together | collectively | approved | awarded | got | gets | received | receives | lent | borrowed | \
    donated | pledged | committed | saved | saves | wins | won | claimed | reached | reaching | reaches | \
    hit | hits | hitting | trading at | closed at | closing at | opened at | yielding | at a rate of | \
    at speeds of | at a speed of | held | holds | owns | owned | acquired | buys | bought | counted | \
    counts | employs | employed | employing | laid off | lays off | hired | hiring | seats | \
    sleeps | stretching | stretches | stretched | standing | some total of | a value | axe | axed | eliminate | eliminated | hire | recruit | recruited | \
    employ | lay off | close | closed | open | opened | build | built | add | create | created | \
    pay | spend | save | earn | borrow | lend | donate | receive | award | provide | provided | buy | \
    sell | sold | acquire | ordered | deliver | delivered | produce | produced | ship | shipped | \
    deploy | deployed | send | sent | arrived | arrives | arriving | departed | departs | landed | kill | injure | contribute | contributed | put in | evacuate | \
    evacuated | rescue | rescued | arrest | arrested | cancel | cancelled | canceled";

/// Words that make a figure less than a fact.
pub(crate) const MODALS: &str = "is believed to | are believed to | believed to | is thought to | are thought to | thought to | is said to | said to | \
    is estimated to | estimated to | is estimated to be | estimated to be | is expected to be worth | could | may | might | would | should | can | will | could be | \
    may be | might be | would be | should be | can be | will be | could have | may have | might have | \
    could reach | may reach | might reach | could rise to | may rise to | could cost | may cost | \
    might cost | would cost | will cost | could take | may take | might take | would take | will take | \
    could last | may last | might last | plans to | planned | plans to invest | plans to spend | \
    plans to raise | plans to cut | planning to | plans for | a planned | the planned | expects to | \
    expects | expected to | is expected to | are expected to | expected to be | is expected to be | \
    expected | an expected | was expected to | were expected to | is expected to reach | \
    expected to reach | expected to cost | is expected to cost | aims to | aims for | aiming for | \
    hopes to | hopes for | intends to | set to | is set to | due to | likely | most likely | \
    is likely to | is likely to be | likely to be | possibly | perhaps | maybe | potentially | \
    a potential | potential | a possible | possible | reportedly | a reported | reported | allegedly | \
    an alleged | alleged | believed to be | is believed to be | are believed to be | thought to be | \
    is thought to be | are thought to be | said to be | is said to be | are said to be | supposedly | \
    a projected | projected | projected to be | is projected to be | a proposed | proposed | \
    a target of | targeting | a goal of | targets | probably | presumably | apparently | \
    understood to be | is understood to be | feared | anticipated | an anticipated | forecast | \
    forecast to be | is forecast to be | is forecast to reach | a forecast of | could be worth | \
    may be worth | might be worth | would be worth | rumoured | rumored | a rumoured | a rumored | \
    scheduled for | could amount to | could total | may total | might total | \
    can reach | \
    would amount to | is considering | considering | in talks to invest | has offered | wants | \
    wants to | pledges | has pledged | pledged to | promises | promised | seeks | seeks to | is seeking | \
    it could be | it may be | projected to reach | agreed to pay | ordered to pay | will pay | to pay | \
    to invest | to spend";

/// Words that make a bare number years: `aged 45`.
pub(crate) const AGES: &str = "aged | aged about | age | the age of | at the age of | at age | ages";

/// Words before `of` whose number is a name, a part, or something else than what they measure: `a class of 2024`.
pub(crate) const NUMBERED: &str = "number | one | out | part | class | group | because | instead | kind | sort | all | none | half | \
    game | chapter | season | page | day | week | month | year | end | start | middle | most | some | many";

/// Words that make the figure behind them one of before: `previously £80, now £55`.
pub(crate) const EARLIER: &str = "previously | formerly";
