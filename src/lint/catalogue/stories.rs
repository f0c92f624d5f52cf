//! Labels, aliases and pins: what decides which claims meet.

use super::Rule;
use crate::files::Severity::Warning;

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "same-fact-twice",
        severity: Warning,
        summary: "one file claims the same fact twice",
        why: "It adds nothing and has to be kept up twice. An article that says it in two places may be quoted twice: then \
              the two are compared with each other.",
        wrong: r#"
[[claim]]
subject   = "the ship"
attribute = "length"
value     = "948 feet"

[[claim]]
subject   = "the ship"
attribute = "overall length"
value     = "948-foot"
"#,
        right: r#"
[[claim]]
subject   = "the ship"
attribute = "length"
value     = "948 feet"
quote     = "at 948 feet, one of the longest"

[[claim]]
subject   = "the ship"
attribute = "overall length"
value     = "948-foot"
quote     = "the 948-foot freighter"
"#,
        fix: None,
    },
    Rule {
        name: "label-of-two-facts",
        severity: Warning,
        summary: "one label names two facts",
        why: "A data item is one fact. A label for two meets claims on either, and can be compared with neither.",
        wrong: r#"
[[claim]]
subject   = "Joseph Biden"
attribute = "date and place of birth"
value     = "20 November 1942 in Scranton"
"#,
        right: r#"
[[claim]]
subject   = "Joseph Biden"
attribute = "date of birth"
value     = "20 November 1942"

[[claim]]
subject   = "Joseph Biden"
attribute = "place of birth"
value     = "Scranton"
"#,
        fix: None,
    },
    Rule {
        name: "subject-not-in-text",
        severity: Warning,
        summary: "neither the quote nor the article's text speaks of the subject",
        why: "A slip in a name parts the claim from all others on it, and may be a claim on somebody else.",
        wrong: r#"
[article]
outlet = "Example Times"
text   = "example-times.txt"

[[claim]]
subject   = "Antropic"
attribute = "investment by Amazon"
value     = "at least $8 billion"
quote     = "has invested at least $8 billion in it"
-- example-times.txt --
Anthropic is its second bet: Amazon has invested at least $8 billion in it.
"#,
        right: r#"
[article]
outlet = "Example Times"
text   = "example-times.txt"

[[claim]]
subject   = "Anthropic"
attribute = "investment by Amazon"
value     = "at least $8 billion"
quote     = "has invested at least $8 billion in it"
-- example-times.txt --
Anthropic is its second bet: Amazon has invested at least $8 billion in it.
"#,
        fix: None,
    },
    Rule {
        name: "alias-of-two-names",
        severity: Warning,
        summary: "an alias stands for two names",
        why: "Claims on two things would meet as one, and contradict each other for nothing.",
        wrong: r#"
-- story.toml --
[aliases]
"European Commission" = ["EC", "Brussels"]
"Belgium" = ["Brussels"]
-- example-times.toml --
[[claim]]
subject   = "Brussels"
attribute = "fine"
value     = "€1 million"
"#,
        right: r#"
-- story.toml --
[aliases]
"European Commission" = ["EC", "Brussels"]
-- example-times.toml --
[[claim]]
subject   = "Brussels"
attribute = "fine"
value     = "€1 million"
"#,
        fix: None,
    },
    Rule {
        name: "pins-split-a-fact",
        severity: Warning,
        summary: "two pins keep claims apart that say the same of the same",
        why: "A pin outweighs everything. A slip in its name parts claims that plainly are one fact, and what contradicts \
              them is compared with one of them alone.",
        wrong: r#"
-- example-times.toml --
[[claim]]
subject   = "Amazon"
attribute = "planned investment"
value     = "$10 billion"
item      = "investment-size"
-- sample-post.toml --
[article]
outlet = "Sample Post"

[[claim]]
subject   = "Amazon"
attribute = "planned investment"
value     = "$10 billion"
item      = "investment_size"
"#,
        right: r#"
-- example-times.toml --
[[claim]]
subject   = "Amazon"
attribute = "planned investment"
value     = "$10 billion"
item      = "investment-size"
-- sample-post.toml --
[article]
outlet = "Sample Post"

[[claim]]
subject   = "Amazon"
attribute = "planned investment"
value     = "$10 billion"
item      = "investment-size"
"#,
        fix: None,
    },
    Rule {
        name: "idle-pin",
        severity: Warning,
        summary: "a pin, or a `not`, that changes nothing",
        why: "A pin that one claim alone has joins nobody: most often its name has a slip, or the other claim is gone. So it is \
              with a `not` that names no pin, or claims that are apart anyway.",
        wrong: r#"
-- example-times.toml --
[[claim]]
subject   = "Amazon"
attribute = "planned investment"
value     = "$10 billion"
item      = "investment-size"
-- sample-post.toml --
[article]
outlet = "Sample Post"

[[claim]]
subject   = "Amazon"
attribute = "sum to be invested"
value     = "$10 billion"
"#,
        right: r#"
-- example-times.toml --
[[claim]]
subject   = "Amazon"
attribute = "planned investment"
value     = "$10 billion"
item      = "investment-size"
-- sample-post.toml --
[article]
outlet = "Sample Post"

[[claim]]
subject   = "Amazon"
attribute = "sum to be invested"
value     = "$10 billion"
item      = "investment-size"
"#,
        fix: None,
    },
];
