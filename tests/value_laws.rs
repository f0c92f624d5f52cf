//! Laws that hold for every value, over random phrases.

use crate::support::laws::laws;
use gainsay::value::{self, Content, Context, Extent, Interval, Kind, Value};
use proptest::prelude::*;
use rust_decimal::Decimal;

fn read(text: &str) -> Value {
    value::read(text, &Context::default())
}

fn extent(value: &Value) -> Extent<Decimal> {
    match value.content {
        Content::Quantity(extent) => extent,
        _ => panic!("{:?} is {}, no figure", value.text, value.kind.name()),
    }
}

/// A number as newspapers write it.
fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        (1u32..1000).prop_map(|n| n.to_string()),
        (1u32..1000, 1u32..100).prop_map(|(n, d)| format!("{n}.{d}")),
        (1u32..1000, 0u32..1000).prop_map(|(n, d)| format!("{n},{d:03}")),
        (1u32..100, prop::sample::select(vec!["thousand", "million", "billion", "trillion", "crore"]))
            .prop_map(|(n, magnitude)| format!("{n} {magnitude}")),
        prop::sample::select(vec![
            "two",
            "seventeen",
            "forty-two",
            "three hundred and five",
            "two and a half million",
            "half a million"
        ])
        .prop_map(str::to_owned),
    ]
}

/// A number in a unit, or alone.
fn amount() -> impl Strategy<Value = String> {
    let unit = prop::sample::select(vec![
        "US${}",
        "€{}",
        "{} euros",
        "£{}",
        "{} percent",
        "{} percentage points",
        "{} people",
        "{}",
        "{} feet",
        "{} km",
        "{} sq miles",
        "{} kg",
        "{} mph",
        "{} litres",
        "{} hours",
        "{} days",
        "{} months",
        "{} years",
        "{} minutes",
        "{} degrees Celsius",
        "magnitude {}",
    ]);
    (number(), unit).prop_map(|(number, unit)| unit.replace("{}", &number))
}

fn hedge() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "",
        "about ",
        "over ",
        "at least ",
        "nearly ",
        "under ",
        "up to ",
        "just over ",
        "exactly ",
        "more than ",
    ])
}

/// Words that the grammar knows, in any order.
fn babble() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "between", "and", "from", "to", "5", "1,000", "$", "million", "about", "at", "least", "or", "more",
        "half", "a", "of", "%", "-", "(", ")", "per", "month", "year", "feet", "two", "hundred", "October",
        "Tuesday", "late", "3", ":", "30", "p.m.", "ET", "early", "talks", "third", "largest", "not", "more",
        "than", "but", "less", ",", ".", "/", "'", "\"", "12", "2024", "+", "give", "take", "±", "€",
        "dozens", "kr", "m", "no", "one", "in", "every", "last", "week", "the", "next", "Q1", "by", "end",
        "before", "after", "n/a", "such", "as", "Nvidia", "AMD", "1/2", "½", "\u{202e}",
    ]);
    prop::collection::vec((word, prop::bool::ANY), 0..14).prop_map(|words| {
        words
            .into_iter()
            .map(|(word, space)| if space { format!("{word} ") } else { word.to_owned() })
            .collect()
    })
}

/// A word for a direction before a figure, or behind it.
fn directed() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "up {}",
        "fell by {}",
        "rose to {}",
        "dropped to {}",
        "up from {}",
        "lost {}",
        "a loss of {}",
        "a profit of {}",
        "a {} increase",
        "{} lower",
        "{} more",
        "{} early",
        "{} north of the town",
        "{} above normal",
        "{} against",
    ]);
    // A magnitude neither rises nor is early.
    let amount = amount().prop_filter("a magnitude goes no way", |amount| !amount.starts_with("magnitude"));
    (words, amount).prop_map(|(words, amount)| words.replace("{}", &amount))
}

proptest! {
    #![proptest_config(laws(2000))]

    #[test]
    fn any_text_is_read(text in "\\PC*", label in "[a-z ]{0,20}") {
        let value = value::read(&text, &Context { label: &label, ..Context::default() });
        prop_assert_eq!(&value.text, &text);
        serde_json::to_string(&value).unwrap();
    }

    #[test]
    fn directions_and_parts_outlast_their_display(one in directed(), other in directed(), several in any::<bool>()) {
        let value = read(&if several { format!("{one}; {other}") } else { one });
        if matches!(value.content, Content::Quantity(_)) {
            let again = read(&value.understood());
            prop_assert_eq!(value.direction, again.direction, "{}", value.understood());
            prop_assert_eq!(value.motion.as_ref().map(value::Motion::name), again.motion.as_ref().map(value::Motion::name));
            prop_assert_eq!(value.parts.len(), again.parts.len(), "{}", value.understood());
            let directions = |value: &Value| value.parts.iter().map(|part| part.direction).collect::<Vec<_>>();
            prop_assert_eq!(directions(&value), directions(&again), "{}", value.understood());
        }
    }

    #[test]
    fn any_babble_is_read(text in babble()) {
        let day = jiff::civil::date(2025, 12, 17);
        let context = Context { published: Some(Interval::point(day)), currency: Some("CAD"), label: "number of pounds", ..Context::default() };
        let value = value::read(&text, &context);
        prop_assert_eq!(&value.text, &text);
        prop_assert_eq!(value.kind == Kind::Text, matches!(value.content, Content::Words { .. } | Content::Score(..)));
        serde_json::to_string(&value).unwrap();
    }

    #[test]
    fn bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        read(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn what_is_understood_is_understood_again(text in (hedge(), amount()).prop_map(|(hedge, amount)| format!("{hedge}{amount}"))) {
        let first = read(&text);
        let shown = first.understood();
        let again = read(&shown);
        prop_assert_eq!((again.kind, &again.unit), (first.kind, &first.unit), "{} → {}", text, shown);
        prop_assert_eq!(&again.understood(), &shown);
    }

    #[test]
    fn sets_contain_what_they_must(hedge in hedge(), amount in amount()) {
        let bare = extent(&read(&amount)).stated.low.unwrap();
        let Extent { stated, possible, meant } = extent(&read(&format!("{hedge}{amount}")));
        prop_assert!(possible.covers(&meant), "meant is possible");
        let included = matches!(hedge, "" | "about " | "at least " | "up to " | "exactly ");
        prop_assert_eq!(possible.contains(bare), included, "{} {}", hedge, amount);
        prop_assert_eq!(meant.contains(bare), included);
        match hedge {
            "over " | "more than " | "just over " => prop_assert!(stated.low == Some(bare) && stated.high.is_none() && !stated.low_inclusive),
            "at least " => prop_assert!(stated.low == Some(bare) && stated.high.is_none() && stated.low_inclusive),
            "under " => prop_assert!(stated.high == Some(bare) && stated.low.is_none() && !stated.high_inclusive),
            "up to " => prop_assert!(stated.high == Some(bare) && stated.low.is_none() && stated.high_inclusive),
            _ => prop_assert_eq!(stated, Interval::point(bare)),
        }
    }

    #[test]
    fn a_value_agrees_with_itself_and_both_ways(a in (hedge(), number()), b in (hedge(), number())) {
        let (a, b) = (extent(&read(&format!("{}{}", a.0, a.1))), extent(&read(&format!("{}{}", b.0, b.1))));
        prop_assert!(a.possible.meets(&a.possible) && a.meant.meets(&a.possible));
        prop_assert_eq!(a.possible.meets(&b.possible), b.possible.meets(&a.possible));
        prop_assert_eq!(a.possible.intersection(&b.possible), b.possible.intersection(&a.possible));
        prop_assert_eq!(a.meant.intersection(&b.possible), b.possible.intersection(&a.meant));
    }

    #[test]
    fn units_agree(number in 1u32..1_000) {
        let same = [("feet", 12, "inches"), ("km", 1_000, "metres"), ("hours", 60, "minutes"), ("years", 12, "months"), ("weeks", 7, "days"), ("tonnes", 1_000, "kg")];
        for (large, times, small) in same {
            let large = extent(&read(&format!("{number} {large}"))).stated;
            let small = extent(&read(&format!("{} {small}", number * times))).stated;
            prop_assert_eq!(large, small);
        }
    }
}

#[test]
fn long_texts_take_linear_time() {
    for part in [
        "1,23,",
        "a ",
        "between ",
        "5 and ",
        "1.1.",
        "$",
        "½",
        "three hundred ",
        "of ",
        "(",
        "about ",
        "'",
        "-",
        "first ",
    ] {
        let time = |times: usize| {
            let text = part.repeat(times);
            let start = std::time::Instant::now();
            read(&text);
            start.elapsed()
        };
        time(1_000);
        // The best of three: others may use the machine, too.
        let best = |times: usize| (0..3).map(|_| time(times)).min().unwrap_or_default();
        let (short, long) = (best(20_000), best(200_000));
        let allowed = short * 40 + std::time::Duration::from_millis(100);
        assert!(long < allowed, "{part:?}: {short:?} for 20,000, {long:?} for 200,000");
    }
}

/// Mutates the phrases of the tables for as many seconds as `GAINSAY_FUZZ` says:
/// `GAINSAY_FUZZ=600 cargo test --release --test suite fuzz -- --ignored`
#[test]
#[ignore = "runs as long as it is told"]
fn fuzz() {
    let seconds = std::env::var("GAINSAY_FUZZ").ok().and_then(|text| text.parse().ok()).unwrap_or(10);
    let tables = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/values")).unwrap();
    let mut phrases: Vec<String> = Vec::new();
    for table in tables {
        let text = std::fs::read_to_string(table.unwrap().path()).unwrap();
        phrases.extend(text.lines().filter_map(|line| line.split('\t').next()).map(str::to_owned));
    }
    phrases.sort();
    let mut state: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below.max(1) as u64).unwrap()
    };
    let start = std::time::Instant::now();
    let mut read_so_far: u64 = 0;
    while start.elapsed().as_secs() < seconds {
        let mut bytes = phrases[random(phrases.len())].clone().into_bytes();
        for _ in 0..random(4) {
            let other = phrases[random(phrases.len())].as_bytes();
            let at = random(bytes.len() + 1);
            match random(6) {
                0 => bytes.insert(at, u8::try_from(random(256)).unwrap()),
                1 => drop(bytes.drain(at..(at + random(5)).min(bytes.len()))),
                2 => bytes.splice(at..at, other.iter().copied()).for_each(drop),
                3 => bytes.truncate(at),
                4 => bytes.extend_from_slice(&other[random(other.len() + 1)..]),
                _ => bytes.extend(std::iter::repeat_n(b'9', random(40))),
            }
        }
        let text = String::from_utf8_lossy(&bytes);
        let day = jiff::civil::date(2025, 12, 17);
        let context = Context {
            label: if random(2) == 0 { "number of ships" } else { "length in pounds per share" },
            published: (random(2) == 0).then(|| Interval::point(day)),
            ..Context::default()
        };
        let one = std::time::Instant::now();
        let value = value::read(&text, &context);
        serde_json::to_string(&value).unwrap();
        assert!(one.elapsed().as_millis() < 500, "{text:?} takes {:?}", one.elapsed());
        if let Content::Quantity(Extent { possible, meant, .. }) = &value.content {
            assert!(possible.covers(meant), "{text:?}: meant is possible");
        }
        read_so_far += 1;
    }
    println!("{read_so_far} phrases read");
}
