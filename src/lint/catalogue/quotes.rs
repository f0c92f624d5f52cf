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
        wrong: include_str!("examples/quote-not-in-text.wrong.txt"),
        right: include_str!("examples/quote-not-in-text.right.txt"),
        fix: Some("copies the passage where only capitals or punctuation differ"),
    },
    Rule {
        name: "quote-without-value",
        severity: Warning,
        summary: "the quote does not carry the value",
        why: "The quote is the evidence: whoever checks the claim must find the value in it.",
        wrong: include_str!("examples/quote-without-value.wrong.txt"),
        right: include_str!("examples/quote-without-value.right.txt"),
        fix: None,
    },
    Rule {
        name: "hedge-differs",
        severity: Warning,
        summary: "the quote hedges the figure and the value does not, or otherwise",
        why: "“More than $8 billion” and “$8 billion” are two statements: a dropped hedge makes agreements and contradictions \
              that nobody printed.",
        wrong: include_str!("examples/hedge-differs.wrong.txt"),
        right: include_str!("examples/hedge-differs.right.txt"),
        fix: None,
    },
    Rule {
        name: "comma-in-credit",
        severity: Warning,
        summary: "one credit that looks like several",
        why: "Origins are counted by whom claims credit. “Reuters, Bloomberg” as one text is a third origin that does not exist.",
        wrong: include_str!("examples/comma-in-credit.wrong.txt"),
        right: include_str!("examples/comma-in-credit.right.txt"),
        fix: None,
    },
];
