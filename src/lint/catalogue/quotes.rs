//! Quotes that do not carry their claims, and credits.

use super::Rule;
use crate::files::Severity::Warning;

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "quote-not-in-text",
        severity: Warning,
        summary: "the quote is not in the article's text",
        why: "A quote is copied, never retold. Line breaks and typographic signs make no difference; `…` stands for words \
              that are left out, `[…]` for words that are put in. The nearest passage is shown, with what differs.",
        wrong: r#"
[article]
outlet = "Example Times"
text   = "example-times.txt"

[[claim]]
subject   = "Amazon"
attribute = "planned investment in OpenAI"
value     = "about $10 billion"
quote     = "to invest about $10 billion in OpenAI"
-- example-times.txt --
Amazon is in talks to invest at least $10 billion in OpenAI, two people said.
"#,
        right: r#"
[article]
outlet = "Example Times"
text   = "example-times.txt"

[[claim]]
subject   = "Amazon"
attribute = "planned investment in OpenAI"
value     = "at least $10 billion"
quote     = "to invest at least $10 billion in OpenAI"
-- example-times.txt --
Amazon is in talks to invest at least $10 billion in OpenAI, two people said.
"#,
        fix: Some("copies the passage where only capitals or punctuation differ"),
    },
    Rule {
        name: "quote-without-value",
        severity: Warning,
        summary: "the quote does not carry the value",
        why: "The quote is the evidence: whoever checks the claim must find the value in it.",
        wrong: r#"
[[claim]]
subject   = "Amazon"
attribute = "investment in Anthropic"
value     = "$8 billion"
quote     = "has poured over $4 billion into Anthropic"
"#,
        right: r#"
[[claim]]
subject   = "Amazon"
attribute = "investment in Anthropic"
value     = "over $4 billion"
quote     = "has poured over $4 billion into Anthropic"
"#,
        fix: None,
    },
    Rule {
        name: "hedge-differs",
        severity: Warning,
        summary: "the quote hedges the figure and the value does not, or otherwise",
        why: "“More than $8 billion” and “$8 billion” are two statements: a dropped hedge makes agreements and contradictions \
              that nobody printed.",
        wrong: r#"
[[claim]]
subject   = "Amazon"
attribute = "investment in Anthropic"
value     = "$8 billion"
quote     = "has invested more than $8 billion in Anthropic"
"#,
        right: r#"
[[claim]]
subject   = "Amazon"
attribute = "investment in Anthropic"
value     = "more than $8 billion"
quote     = "has invested more than $8 billion in Anthropic"
"#,
        fix: None,
    },
    Rule {
        name: "comma-in-credit",
        severity: Warning,
        summary: "one credit that looks like several",
        why: "Origins are counted by whom claims credit. “Reuters, Bloomberg” as one text is a third origin that does not exist.",
        wrong: r#"
[[claim]]
subject   = "OpenAI"
attribute = "valuation"
value     = "$500 billion"
according_to = "Reuters, Bloomberg"
"#,
        right: r#"
[[claim]]
subject   = "OpenAI"
attribute = "valuation"
value     = "$500 billion"
according_to = ["Reuters", "Bloomberg"]
"#,
        fix: None,
    },
];
