//! What the words of a label (subject and attribute) ask for, where a phrase can be read two ways.

/// Those who may have done something, where a label asks for them: `agency that shut the bank`.
pub(crate) const AGENTS: &[&str] = &[
    "agency",
    "army",
    "authority",
    "bank",
    "body",
    "company",
    "council",
    "country",
    "court",
    "firm",
    "force",
    "fund",
    "government",
    "group",
    "investor",
    "judge",
    "man",
    "ministry",
    "minister",
    "office",
    "officer",
    "official",
    "organisation",
    "organization",
    "party",
    "people",
    "person",
    "police",
    "regulator",
    "side",
    "team",
    "union",
    "woman",
];

/// Words that may stand between who did something and what he did.
pub(crate) const BEFORE_DEEDS: &[&str] = &[
    "also", "already", "else", "first", "had", "has", "have", "later", "now", "second", "then", "will",
    "would",
];

/// Deeds that say nothing of what was done.
pub(crate) const LIGHT_DEEDS: &[&str] =
    &["carried", "conducted", "done", "performed", "undertaken", "undertook"];

/// What a label asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asks {
    Count,
    Mass,
    Money,
    Extent,
    Age,
}

/// Whether the label counts something: `number of flights cancelled`, `death toll`.
pub(crate) fn counts(label: &str) -> bool {
    any(label, Asks::Count) || follow(label, "how", "many")
}

/// Whether the label is about a mass, or about money; `None` where it does not say.
pub(crate) fn sterling(label: &str) -> Option<bool> {
    let mass = any(label, Asks::Mass);
    // The `amount of debris` is no sum.
    let money = words(label)
        .any(|word| passes(word, |word| asks(word) == Some(Asks::Money) && !(mass && word == "amount")))
        || follow(label, "how", "much");
    (mass != money).then_some(money)
}

/// Whether `m` is millions, because the label counts something or is about money, or metres, because it is about an
/// extent; `None` where it does not say.
pub(crate) fn millions(label: &str) -> Option<bool> {
    let extent = any(label, Asks::Extent);
    let millions = any(label, Asks::Count)
        || any(label, Asks::Money)
        || follow(label, "how", "many")
        || follow(label, "how", "much");
    (extent != millions).then_some(millions)
}

/// Whether the label is about somebody's age.
pub(crate) fn age(label: &str) -> bool {
    any(label, Asks::Age)
}

/// Whether the label asks for a time on the clock: `departure time`, `time of the collapse`, but not `travel time`.
pub(crate) fn clock(label: &str) -> bool {
    let asks = |word: &str| {
        matches!(
            word,
            "time"
                | "times"
                | "hour"
                | "clock"
                | "departure"
                | "departed"
                | "arrival"
                | "arrived"
                | "kick-off"
                | "kickoff"
                | "curfew"
                | "sunrise"
                | "sunset"
        )
    };
    let lasts_or_is_a_day = |word: &str| {
        matches!(
            word,
            "date"
                | "day"
                | "days"
                | "year"
                | "month"
                | "response"
                | "waiting"
                | "wait"
                | "travel"
                | "journey"
                | "running"
                | "reaction"
                | "lead"
                | "delivery"
                | "spent"
                | "taken"
                | "needed"
                | "required"
                | "limit"
                | "winning"
                | "finishing"
                | "record"
                | "race"
                | "lap"
                | "full-time"
                | "part-time"
                | "half-time"
                | "playing"
                | "screen"
                | "recovery"
                | "served"
                | "jail"
                | "prison"
                | "delay"
                | "delayed"
                | "long"
                | "many"
                | "number"
                | "how"
                | "per"
                | "miles"
                | "speed"
                | "elapsed"
                | "since"
                | "until"
                | "remaining"
        )
    };
    has(label, asks) && !has(label, lasts_or_is_a_day)
}

/// Whether the label asks for a figure: how many, how much, how old, how long, or at what time.
pub fn asks_for_figure(label: &str) -> bool {
    counts(label) || age(label) || clock(label) || sterling(label).is_some() || millions(label).is_some()
}

/// Whether the label says what is to be done: `plant to open`.
pub(crate) fn to_do(label: &str) -> bool {
    const DONE: [&str; 14] = [
        "open", "reopen", "start", "begin", "close", "launch", "end", "vote", "meet", "return", "resume",
        "arrive", "finish", "be",
    ];
    label.contains(" to ") && DONE.iter().any(|verb| follow(label, "to", verb))
}

/// Whether the label speaks of what has begun, so that words such as `starting` look back.
pub(crate) fn has_begun(label: &str) -> bool {
    has(label, |word| {
        matches!(word, "began" | "started" | "opened" | "since" | "was" | "were" | "rose" | "fell")
    })
}

/// Whether the label asks for what is left of something: `remaining staff`, `employees left after the cuts`.
pub(crate) fn what_is_left(label: &str) -> bool {
    has(label, |word| matches!(word, "remaining" | "remain" | "remains" | "remained" | "leftover"))
        || ["after", "over", "once"].iter().any(|behind| follow(label, "left", behind))
}

/// The unit that a label asks for: `acres burned`, `how many miles`, `length in metres`.
pub(crate) fn unit(label: &str) -> Option<&str> {
    const UNITS: &[&str] = &[
        "acres",
        "hectares",
        "metres",
        "meters",
        "feet",
        "kilometres",
        "kilometers",
        "km",
        "miles",
        "tonnes",
        "kilograms",
        "kg",
        "kph",
        "mph",
    ];
    let words: Vec<&str> = words(label).filter(|word| !word.is_empty()).collect();
    let asked = |at: usize| {
        let before =
            |back: usize| at.checked_sub(back).and_then(|at| words.get(at)).map(|it| it.to_lowercase());
        match (before(2).as_deref(), before(1).as_deref()) {
            (Some("how"), Some("many")) | (Some("number"), Some("of")) => true,
            (_, Some("in")) => at + 1 == words.len(),
            _ => words.get(at + 1).is_none_or(|next| matches!(*next, "burned" | "burnt" | "earlier")),
        }
    };
    let is_unit = |word: &str| UNITS.iter().any(|unit| unit.eq_ignore_ascii_case(word));
    let mut found = (0..words.len()).filter(|&at| is_unit(words[at]) && asked(at));
    found.next().map(|at| words[at])
}

/// Whether the label asks how long something was.
pub(crate) fn lasts(label: &str) -> bool {
    has(label, |word| {
        matches!(word, "long" | "longer" | "duration" | "length" | "delay" | "lasted" | "period" | "interval")
    })
}

/// Whether the label asks for a share, or for how fast something grows: what is told in per cent.
pub(crate) fn share(label: &str) -> bool {
    let asks = |word: &str| {
        matches!(
            word,
            "rate"
                | "rates"
                | "growth"
                | "share"
                | "proportion"
                | "percentage"
                | "inflation"
                | "interest"
                | "margin"
                | "margins"
                | "yield"
                | "yields"
                | "unemployment"
                | "turnout"
                | "approval"
                | "support"
                | "stake"
                | "increase"
                | "decrease"
                | "rise"
                | "fall"
                | "drop"
                | "decline"
                | "gain"
                | "gains"
                | "change"
                | "return"
                | "returns"
        )
    };
    !counts(label) && words(label).any(|word| passes(word, asks))
}

/// Whether the label asks for a place in an order.
pub(crate) fn rank(label: &str) -> bool {
    let asks = |word: &str| matches!(word, "rank" | "ranking" | "ranked" | "position" | "place");
    words(label).any(|word| passes(word, asks))
}

/// Whether the label asks for the result of a business, which brackets make a loss.
pub(crate) fn result(label: &str) -> bool {
    const RESULTS: &[&str] = &[
        "profit",
        "profits",
        "income",
        "earnings",
        "result",
        "results",
        "loss",
        "losses",
        "ebit",
        "ebitda",
        "margin",
        "lending",
        "borrowing",
        "flow",
        "flows",
        "surplus",
        "deficit",
        "balance",
        "cash",
        "return",
        "returns",
        "equity",
        "gain",
        "gains",
        "quarter",
    ];
    has(label, |word| RESULTS.contains(&word))
}

/// Whether the label asks for the difference of two temperatures.
pub(crate) fn difference(label: &str) -> bool {
    const DIFFERENCES: &[&str] = &[
        "warming",
        "cooling",
        "rise",
        "increase",
        "fall",
        "drop",
        "decrease",
        "anomaly",
        "difference",
        "change",
        "above",
        "below",
        "swing",
    ];
    has(label, |word| DIFFERENCES.contains(&word))
}

/// What the label says a price is for: `price per share`.
pub(crate) fn rate(label: &str) -> Option<String> {
    if !label.contains("per ") {
        return None;
    }
    let mut words = words(label).skip_while(|word| !word.eq_ignore_ascii_case("per")).skip(1);
    let first = words.next()?;
    // `cash per Acme share`: whose share it is stands before.
    let named = first.starts_with(char::is_uppercase);
    let noun = words.next().filter(|next| named && !next.is_empty()).unwrap_or(first).to_lowercase();
    Some(noun).filter(|noun| !noun.is_empty() && *noun != "cent")
}

/// Whether the label has a word, in lower case, that passes a test.
pub(crate) fn has(label: &str, test: impl Fn(&str) -> bool) -> bool {
    !label.is_empty()
        && label
            .split(|c: char| !c.is_alphanumeric() && c != '-' && c != '\'')
            .any(|word| passes(word, &test))
}

/// Whether a word passes a test in lower case.
fn passes(word: &str, test: impl Fn(&str) -> bool) -> bool {
    if word.bytes().any(|b| b.is_ascii_uppercase()) { test(&word.to_ascii_lowercase()) } else { test(word) }
}

/// Whether two words follow each other in the label.
fn follow(label: &str, first: &str, second: &str) -> bool {
    if label.is_empty() {
        return false;
    }
    let mut words = words(label).peekable();
    while let Some(word) = words.next() {
        if word.eq_ignore_ascii_case(first)
            && words.peek().is_some_and(|next| next.eq_ignore_ascii_case(second))
        {
            return true;
        }
    }
    false
}

fn any(label: &str, asked: Asks) -> bool {
    !label.is_empty() && words(label).any(|word| passes(word, |word| asks(word) == Some(asked)))
}

fn words(label: &str) -> impl Iterator<Item = &str> {
    label.split(|c: char| !c.is_alphanumeric())
}

fn asks(word: &str) -> Option<Asks> {
    Some(match word {
        "number" | "numbers" | "count" | "toll" | "tally" | "headcount" | "many" | "deaths" | "dead"
        | "killed" | "casualties" | "fatalities" | "injured" | "injuries" | "wounded" | "victims"
        | "missing" | "people" | "passengers" | "crew" | "employees" | "staff" | "workers" | "workforce"
        | "jobs" | "layoffs" | "customers" | "users" | "subscribers" | "members" | "devices"
        | "computers" | "machines" | "flights" | "cancelled" | "canceled" | "cancellations" | "delayed"
        | "delays" | "votes" | "voters" | "seats" | "cases" | "infections" | "arrests" | "arrested"
        | "attendance" | "crowd" | "population" | "sales" | "units" | "vehicles" | "cars" | "ships"
        | "aircraft" | "homes" | "households" | "buildings" | "branches" | "stores" | "students"
        | "survivors" | "rescued" | "evacuated" | "displaced" | "downloads" | "views" | "copies"
        | "containers" | "barrels" | "troops" | "soldiers" | "civilians" | "attempts" | "dives" | "trips"
        | "attendees" | "applications" | "complaints" | "quantity" | "affected" | "participants"
        | "signatures" | "shares" | "rows" | "players" | "followers" | "accounts" | "records" => Asks::Count,
        "weight" | "mass" | "weighs" | "weighed" | "weigh" | "weighing" | "heavy" | "load" | "tonnage"
        | "payload" | "cargo" | "catch" | "haul" | "debris" | "rubble" | "waste" | "rubbish" | "trash"
        | "garbage" => Asks::Mass,
        "price" | "cost" | "costs" | "value" | "worth" | "revenue" | "revenues" | "paid" | "pay"
        | "payment" | "salary" | "wage" | "wages" | "fine" | "fined" | "penalty" | "investment"
        | "invest" | "invested" | "funding" | "fund" | "budget" | "profit" | "profits" | "loss"
        | "losses" | "sum" | "money" | "deal" | "bid" | "offer" | "debt" | "loan" | "fee" | "fees"
        | "valuation" | "assets" | "deposits" | "spending" | "spend" | "spent" | "compensation"
        | "damages" | "tax" | "taxes" | "earnings" | "income" | "turnover" | "bill" | "donation"
        | "donations" | "bonus" | "grant" | "aid" | "savings" | "amount" => Asks::Money,
        "length" | "long" | "height" | "high" | "tall" | "depth" | "deep" | "width" | "wide" | "breadth"
        | "distance" | "far" | "diameter" | "radius" | "size" | "altitude" | "elevation" | "thickness"
        | "span" | "range" | "dimensions" | "draft" | "draught" | "clearance" | "extent" | "away"
        | "beam" => Asks::Extent,
        "age" | "ages" | "aged" | "old" => Asks::Age,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_decide() {
        assert!(counts("Delta: number of flights cancelled"));
        assert!(!counts("founding year"));
        assert_eq!(sterling("weight of the fish"), Some(false));
        assert_eq!(sterling("price of the club"), Some(true));
        assert_eq!(millions("length of the Titan"), Some(false));
        assert_eq!(millions("devices affected"), Some(true));
        assert_eq!(millions("Titan"), None);
    }
}
