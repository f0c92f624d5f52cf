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
        wrong: include_str!("examples/same-fact-twice.wrong.txt"),
        right: include_str!("examples/same-fact-twice.right.txt"),
        fix: None,
    },
    Rule {
        name: "attribute-and-value-swapped",
        severity: Warning,
        summary: "the attribute is a figure, and the value is a label",
        why: "Claims meet by their labels: `12` is none, and the figure that belongs to it is compared with no other.",
        wrong: include_str!("examples/attribute-and-value-swapped.wrong.txt"),
        right: include_str!("examples/attribute-and-value-swapped.right.txt"),
        fix: None,
    },
    Rule {
        name: "label-of-two-facts",
        severity: Warning,
        summary: "one label names two facts",
        why: "A data item is one fact. A label for two meets claims on either, and can be compared with neither.",
        wrong: include_str!("examples/label-of-two-facts.wrong.txt"),
        right: include_str!("examples/label-of-two-facts.right.txt"),
        fix: None,
    },
    Rule {
        name: "subject-not-in-text",
        severity: Warning,
        summary: "neither the quote nor the article's text speaks of the subject",
        why: "A slip in a name parts the claim from all others on it, and may be a claim on somebody else.",
        wrong: include_str!("examples/subject-not-in-text.wrong.txt"),
        right: include_str!("examples/subject-not-in-text.right.txt"),
        fix: None,
    },
    Rule {
        name: "alias-of-two-names",
        severity: Warning,
        summary: "an alias stands for two names",
        why: "Claims on two things would meet as one, and contradict each other for nothing.",
        wrong: include_str!("examples/alias-of-two-names.wrong.txt"),
        right: include_str!("examples/alias-of-two-names.right.txt"),
        fix: None,
    },
    Rule {
        name: "pins-split-a-fact",
        severity: Warning,
        summary: "two pins keep claims apart that say the same of the same",
        why: "A pin outweighs everything. A slip in its name parts claims that plainly are one fact, and what contradicts \
              them is compared with one of them alone.",
        wrong: include_str!("examples/pins-split-a-fact.wrong.txt"),
        right: include_str!("examples/pins-split-a-fact.right.txt"),
        fix: None,
    },
    Rule {
        name: "idle-pin",
        severity: Warning,
        summary: "a pin, or a `not`, that changes nothing",
        why: "A pin that one claim alone has joins nobody: most often its name has a slip, or the other claim is gone. So it is \
              with a `not` that names no pin, or claims that are apart anyway.",
        wrong: include_str!("examples/idle-pin.wrong.txt"),
        right: include_str!("examples/idle-pin.right.txt"),
        fix: None,
    },
];
