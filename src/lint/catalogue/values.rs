//! Values that are not what they seem.

use super::Rule;
use crate::files::Severity::Warning;

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "no-claim",
        severity: Warning,
        summary: "the value says that there is none",
        why: "`n/a`, `unknown`, `-` and empty values claim nothing; they are left out.",
        wrong: r#"
[[claim]]
subject   = "OpenAI"
attribute = "revenue"
value     = "n/a"

[[claim]]
subject   = "OpenAI"
attribute = "valuation"
value     = "$500 billion"
"#,
        right: r#"
[[claim]]
subject   = "OpenAI"
attribute = "valuation"
value     = "$500 billion"
"#,
        fix: None,
    },
    Rule {
        name: "unreadable-figure",
        severity: Warning,
        summary: "a value holds a figure but is read as text",
        why: "Texts are compared word by word: a figure among words that gainsay can't read contradicts nothing.",
        wrong: r#"
[[claim]]
subject   = "CrowdStrike outage"
attribute = "devices affected"
value     = "a significant number of 8.5 million"
"#,
        right: r#"
[[claim]]
subject   = "CrowdStrike outage"
attribute = "devices affected"
value     = "8.5 million"
scope     = "a significant number of them"
"#,
        fix: None,
    },
    Rule {
        name: "words-not-understood",
        severity: Warning,
        summary: "an aside beside a figure is not understood",
        why: "It is shown but not compared: where it limits the figure, nothing grave rests on it.",
        wrong: r#"
[[claim]]
subject   = "consumer prices"
attribute = "rise"
value     = "3.1%, excluding food and fuel"
"#,
        right: r#"
[[claim]]
subject   = "consumer prices"
attribute = "rise"
value     = "3.1%"
scope     = "without food and fuel"
"#,
        fix: None,
    },
    Rule {
        name: "weekday-not-of-date",
        severity: Warning,
        summary: "a weekday and a date disagree",
        why: "One of the two is a slip, of the article or of whoever copied it.",
        wrong: r#"
[[claim]]
subject   = "the talks"
attribute = "day first reported"
value     = "Monday, December 16, 2025"
"#,
        right: r#"
[[claim]]
subject   = "the talks"
attribute = "day first reported"
value     = "Tuesday, December 16, 2025"
"#,
        fix: None,
    },
    Rule {
        name: "date-after-publication",
        severity: Warning,
        summary: "an article tells as past what was still to come",
        why: "Nobody reports on tomorrow: the year is wrong, or `published` is.",
        wrong: r#"
[[claim]]
subject   = "OpenAI"
attribute = "date of restructuring"
value     = "October 2026"
quote     = "which was concluded in October 2026"
"#,
        right: r#"
[[claim]]
subject   = "OpenAI"
attribute = "date of restructuring"
value     = "October 2025"
quote     = "which was concluded in October 2025"
"#,
        fix: None,
    },
    Rule {
        name: "relative-date",
        severity: Warning,
        summary: "a date is counted from the day of publication, and that is missing",
        why: "“Tuesday” and “last fall” are days only once `published` says when the article appeared; without it they are \
              any day, and contradict none.",
        wrong: r#"
[article]
outlet = "Example Times"

[[claim]]
subject   = "the talks"
attribute = "day first reported"
value     = "Tuesday"
"#,
        right: r#"
[article]
outlet    = "Example Times"
published = 2025-12-17

[[claim]]
subject   = "the talks"
attribute = "day first reported"
value     = "Tuesday"
"#,
        fix: None,
    },
    Rule {
        name: "kind-differs",
        severity: Warning,
        summary: "a value is of another kind than the other values of its data item",
        why: "They can't be compared, so the item is unclear. Either the value is worded so that it is misread, or the \
              claim is about another fact.",
        wrong: r#"
-- example-times.toml --
[[claim]]
subject   = "the ship"
attribute = "length"
value     = "948"
-- sample-post.toml --
[article]
outlet = "Sample Post"

[[claim]]
subject   = "the ship"
attribute = "length"
value     = "948 feet"
"#,
        right: r#"
-- example-times.toml --
[[claim]]
subject   = "the ship"
attribute = "length"
value     = "948-foot"
-- sample-post.toml --
[article]
outlet = "Sample Post"

[[claim]]
subject   = "the ship"
attribute = "length"
value     = "948 feet"
"#,
        fix: None,
    },
];
