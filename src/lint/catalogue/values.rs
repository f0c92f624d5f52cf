//! Values that are not what they seem.

use super::Rule;
use crate::files::Severity::Warning;

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "no-claim",
        severity: Warning,
        summary: "the value says that there is none",
        why: "`n/a`, `unknown`, `-` and empty values claim nothing; they are left out.",
        wrong: include_str!("examples/no-claim.wrong.txt"),
        right: include_str!("examples/no-claim.right.txt"),
        fix: None,
    },
    Rule {
        name: "unreadable-figure",
        severity: Warning,
        summary: "a value holds a figure but is read as text",
        why: "Texts are compared word by word: a figure among words that gainsay can't read contradicts nothing.",
        wrong: include_str!("examples/unreadable-figure.wrong.txt"),
        right: include_str!("examples/unreadable-figure.right.txt"),
        fix: None,
    },
    Rule {
        name: "words-not-understood",
        severity: Warning,
        summary: "an aside beside a figure is not understood",
        why: "It is shown but not compared: where it limits the figure, nothing grave rests on it.",
        wrong: include_str!("examples/words-not-understood.wrong.txt"),
        right: include_str!("examples/words-not-understood.right.txt"),
        fix: None,
    },
    Rule {
        name: "weekday-not-of-date",
        severity: Warning,
        summary: "a weekday and a date disagree",
        why: "One of the two is a slip, of the article or of whoever copied it.",
        wrong: include_str!("examples/weekday-not-of-date.wrong.txt"),
        right: include_str!("examples/weekday-not-of-date.right.txt"),
        fix: None,
    },
    Rule {
        name: "date-after-publication",
        severity: Warning,
        summary: "an article tells as past what was still to come",
        why: "Nobody reports on tomorrow: the year is wrong, or `published` is.",
        wrong: include_str!("examples/date-after-publication.wrong.txt"),
        right: include_str!("examples/date-after-publication.right.txt"),
        fix: None,
    },
    Rule {
        name: "published-in-future",
        severity: Warning,
        summary: "`published` is a day to come",
        why: "An article that is there has appeared: the year is a slip, or day and month have changed places, and every \
              relative date moves with it. A day ahead is let pass, for outlets where it is tomorrow already; `--today` \
              stands in for the system's day.",
        wrong: include_str!("examples/published-in-future.wrong.txt"),
        right: include_str!("examples/published-in-future.right.txt"),
        fix: None,
    },
    Rule {
        name: "relative-date",
        severity: Warning,
        summary: "a date is counted from the day of publication, and that is missing",
        why: "“Tuesday” and “last fall” are days only once `published` says when the article appeared; without it they are \
              any day, and contradict none.",
        wrong: include_str!("examples/relative-date.wrong.txt"),
        right: include_str!("examples/relative-date.right.txt"),
        fix: None,
    },
    Rule {
        name: "kind-differs",
        severity: Warning,
        summary: "a value is of another kind than the other values of its data item",
        why: "They can't be compared, so the item is unclear. Either the value is worded so that it is misread, or the \
              claim is about another fact.",
        wrong: include_str!("examples/kind-differs.wrong.txt"),
        right: include_str!("examples/kind-differs.right.txt"),
        fix: None,
    },
];
