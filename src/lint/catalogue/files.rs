//! Files that can't be read, or not as they are meant.

use super::Rule;
use crate::files::Severity::{Error, Warning};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "unreadable-file",
        severity: Error,
        summary: "a file can't be read, or not to its end: it is too large, not UTF-8, no file at all or a link that leads out",
        why: "Its claims are missing from every comparison. Most often an old editor saved it as Windows-1252.",
        wrong: r#"
[article]
outlet = "Caf\xE9 News"   # the byte E9 of Windows-1252
"#,
        right: r#"
[article]
outlet = "Café News"

[[claim]]
subject   = "the ship"
attribute = "length"
value     = "948 feet"
"#,
        fix: None,
    },
    Rule {
        name: "file-beside-stories",
        severity: Warning,
        summary: "a claim file stands beside the stories instead of in one",
        why: "One folder is one story: the file is compared with nothing but its neighbours.",
        wrong: r#"
-- claims/example-times.toml --
[article]
outlet = "Example Times"

[[claim]]
subject   = "the ship"
attribute = "length"
value     = "948 feet"
-- claims/bridge/sample-post.toml --
[article]
outlet = "Sample Post"

[[claim]]
subject   = "the ship"
attribute = "length"
value     = "984 feet"
"#,
        right: r#"
-- claims/bridge/example-times.toml --
[article]
outlet = "Example Times"

[[claim]]
subject   = "the ship"
attribute = "length"
value     = "948 feet"
-- claims/bridge/sample-post.toml --
[article]
outlet = "Sample Post"

[[claim]]
subject   = "the ship"
attribute = "length"
value     = "984 feet"
"#,
        fix: None,
    },
    Rule {
        name: "broken-toml",
        severity: Error,
        summary: "a line is no TOML",
        why: "The claim it stands in is left out; the other claims of the file are read.",
        wrong: r#"
[[claim]]
subject   = "OpenAI"
attribute = "date of restructuring"
value     = October 2023
"#,
        right: r#"
[[claim]]
subject   = "OpenAI"
attribute = "date of restructuring"
value     = "October 2023"
"#,
        fix: None,
    },
    Rule {
        name: "toml-1-1",
        severity: Warning,
        summary: "a spelling of TOML 1.1, which other tools refuse",
        why: "gainsay reads tables in braces over several lines, commas behind their last entry, `\\e`, `\\x` and times \
              without seconds; Python's tomllib, taplo and most editors know TOML 1.0 alone and refuse the whole file.",
        wrong: r#"
-- story.toml --
aliases = {
  "Amazon Web Services" = ["AWS"],
}
-- example-times.toml --
[[claim]]
subject   = "the bridge"
attribute = "time of the collapse"
value     = 01:28
"#,
        right: r#"
-- story.toml --
aliases = { "Amazon Web Services" = ["AWS"] }
-- example-times.toml --
[[claim]]
subject   = "the bridge"
attribute = "time of the collapse"
value     = 01:28:00
"#,
        fix: Some("writes the same in TOML 1.0; tables that hold comments are left"),
    },
    Rule {
        name: "unknown-format",
        severity: Error,
        summary: "a file says that it is of a format that this gainsay does not know",
        why: "A later gainsay wrote it, and its keys may mean something else. Files of format 1, which need no number, are read for ever.",
        wrong: r#"
format = 2

[article]
outlet = "Example Times"

[[claim]]
subject   = "the ship"
attribute = "length"
value     = "948 feet"
"#,
        right: r#"
format = 1

[article]
outlet = "Example Times"

[[claim]]
subject   = "the ship"
attribute = "length"
value     = "948 feet"
"#,
        fix: None,
    },
    Rule {
        name: "no-article",
        severity: Error,
        summary: "there is no [article], so nobody says what the claims say",
        why: "A claim is told by an outlet; without one it can't contradict anybody.",
        wrong: r#"
-- no-article.toml --
[[claim]]
subject   = "Amazon"
attribute = "planned investment in OpenAI"
value     = "at least $10 billion"
"#,
        right: r#"
[article]
outlet = "Example Times"

[[claim]]
subject   = "Amazon"
attribute = "planned investment in OpenAI"
value     = "at least $10 billion"
"#,
        fix: None,
    },
    Rule {
        name: "unknown-table",
        severity: Error,
        summary: "a table or key that a claim file does not have",
        why: "What stands there is not read. A claim file has one [article] and any number of [[claim]].",
        wrong: r#"
[article]
outlet = "Example Times"

[[claims]]
subject   = "Amazon"
attribute = "chip lines"
value     = ["Trainium", "Inferentia"]
"#,
        right: r#"
[article]
outlet = "Example Times"

[[claim]]
subject   = "Amazon"
attribute = "chip lines"
value     = ["Trainium", "Inferentia"]
"#,
        fix: None,
    },
    Rule {
        name: "no-claims",
        severity: Warning,
        summary: "a file has an [article] and no claim",
        why: "The outlet counts as silent on everything.",
        wrong: r#"
[article]
outlet = "Example Times"
"#,
        right: r#"
[article]
outlet = "Example Times"

[[claim]]
subject   = "OpenAI"
attribute = "valuation"
value     = "$500 billion"
"#,
        fix: None,
    },
    Rule {
        name: "unknown-key",
        severity: Error,
        summary: "a key that the table does not have",
        why: "What it says would be passed over in silence. A note of your own stands behind a #.",
        wrong: r#"
[[claim]]
subject   = "OpenAI"
attribute = "valuation"
vlaue     = "$500 billion"
"#,
        right: r#"
[[claim]]
subject   = "OpenAI"
attribute = "valuation"
value     = "$500 billion"   # as of October
"#,
        fix: Some("corrects the spelling where one key alone is meant"),
    },
    Rule {
        name: "missing-key",
        severity: Error,
        summary: "a key is missing that the table can't do without",
        why: "A claim is: the attribute of the subject is the value. Without one of the three it says nothing.",
        wrong: r#"
[[claim]]
subject = "OpenAI"
value   = "$500 billion"
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
        name: "wrong-type",
        severity: Error,
        summary: "a key has a value that it does not take: of another type, or too long",
        why: "Texts stand in quotes, lists in brackets; what can't be taken is left out with its claim.",
        wrong: r#"
[[claim]]
subject   = 737
attribute = "seats"
value     = "189"
"#,
        right: r#"
[[claim]]
subject   = "737"
attribute = "seats"
value     = "189"
"#,
        fix: Some("puts a number, a date or a truth value in quotes where a text belongs"),
    },
    Rule {
        name: "empty-text",
        severity: Warning,
        summary: "a text is empty",
        why: "An empty text says nothing. Where the table can't do without it, it is an error.",
        wrong: r#"
[[claim]]
subject   = "OpenAI"
attribute = "valuation"
value     = "$500 billion"
quote     = ""
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
        name: "unknown-word",
        severity: Error,
        summary: "a key takes one of a few words, and this is none of them",
        why: "`certainty` decides how two claims are compared: a denial is no agreement.",
        wrong: r#"
[[claim]]
subject   = "Amazon"
attribute = "investment in OpenAI"
value     = "$10 billion"
certainty = "rumoured"
"#,
        right: r#"
[[claim]]
subject   = "Amazon"
attribute = "investment in OpenAI"
value     = "$10 billion"
certainty = "reported"
"#,
        fix: None,
    },
    Rule {
        name: "unknown-currency",
        severity: Error,
        summary: "`currency` is no code of ISO 4217",
        why: "A bare $ would be read as US dollars in an article of Toronto.",
        wrong: r#"
[article]
outlet   = "Example Times"
currency = "dollars"

[[claim]]
subject   = "the bank"
attribute = "losses"
value     = "$3 million"
"#,
        right: r#"
[article]
outlet   = "Example Times"
currency = "CAD"

[[claim]]
subject   = "the bank"
attribute = "losses"
value     = "$3 million"
"#,
        fix: None,
    },
    Rule {
        name: "unreadable-date",
        severity: Error,
        summary: "`published` or `as_of` is no date of its own",
        why: "Other dates are counted from it, so it can't be counted from another one itself.",
        wrong: r#"
[article]
outlet    = "Example Times"
published = "yesterday"

[[claim]]
subject   = "the ship"
attribute = "length"
value     = "948 feet"
"#,
        right: r#"
[article]
outlet    = "Example Times"
published = "2025-12-17~"

[[claim]]
subject   = "the ship"
attribute = "length"
value     = "948 feet"
"#,
        fix: None,
    },
    Rule {
        name: "as-of-no-date",
        severity: Warning,
        summary: "`as_of` is no date, and is taken for what the claim covers",
        why: "Without a date nobody knows what came first; what the words tell apart is kept apart all the same.",
        wrong: r#"
[article]
outlet    = "Example Times"

[[claim]]
subject   = "the bill"
attribute = "votes in favour"
value     = 312
as_of     = "after the second reading"
"#,
        right: r#"
[article]
outlet    = "Example Times"

[[claim]]
subject   = "the bill"
attribute = "votes in favour"
value     = 312
scope     = "after the second reading"
"#,
        fix: None,
    },
    Rule {
        name: "ambiguous-date",
        severity: Warning,
        summary: "`published` or `as_of` can be read as two days",
        why: "03/04/2025 is in March for one reader and in April for the next, and every relative date moves with it.",
        wrong: r#"
[article]
outlet    = "Example Times"
published = "03/04/2025"

[[claim]]
subject   = "the ship"
attribute = "length"
value     = "948 feet"
"#,
        right: r#"
[article]
outlet    = "Example Times"
published = 2025-04-03

[[claim]]
subject   = "the ship"
attribute = "length"
value     = "948 feet"
"#,
        fix: None,
    },
    Rule {
        name: "text-outside",
        severity: Warning,
        summary: "`text` names a file that is nobody's to quote from",
        why: "It is not read: whoever sends in a claim file could have any file of the machine quoted in a report, and the keys of a checkout in a public log. The text lies in the story's folder or below it, in no hidden file or folder, and git doesn't ignore it.",
        wrong: r#"
[article]
outlet = "Example Times"
text   = "../../../example-times.txt"

[[claim]]
subject   = "Amazon"
attribute = "chip lines"
value     = "Trainium"
"#,
        right: r#"
[article]
outlet = "Example Times"
text   = "example-times.txt"

[[claim]]
subject   = "Amazon"
attribute = "chip lines"
value     = "Trainium"
-- example-times.txt --
OpenAI is using Amazon’s Trainium chips.
"#,
        fix: None,
    },
    Rule {
        name: "no-text-file",
        severity: Error,
        summary: "`text` names a file that can't be read",
        why: "Quotes can't be checked against it. The path counts from the folder of the claim file.",
        wrong: r#"
[article]
outlet = "Example Times"
text   = "texts/example-times.txt"

[[claim]]
subject   = "Amazon"
attribute = "chip lines"
value     = "Trainium"
quote     = "using Amazon’s Trainium chips"
"#,
        right: r#"
[article]
outlet = "Example Times"
text   = "example-times.txt"

[[claim]]
subject   = "Amazon"
attribute = "chip lines"
value     = "Trainium"
quote     = "using Amazon’s Trainium chips"
-- example-times.txt --
OpenAI is to begin using Amazon’s Trainium chips next year.
"#,
        fix: None,
    },
    Rule {
        name: "key-below-table",
        severity: Warning,
        summary: "a key of the story stands below a table, where it is a name like any other",
        why: "In TOML a table goes on to the next header: `title` below [aliases] is an alias called title.",
        wrong: r#"
-- story.toml --
[aliases]
"Amazon Web Services" = ["AWS"]

title = "Amazon and OpenAI"
-- example-times.toml --
[[claim]]
subject   = "AWS"
attribute = "revenue"
value     = "$30 billion"
"#,
        right: r#"
-- story.toml --
title = "Amazon and OpenAI"

[aliases]
"Amazon Web Services" = ["AWS"]
-- example-times.toml --
[[claim]]
subject   = "AWS"
attribute = "revenue"
value     = "$30 billion"
"#,
        fix: None,
    },
    Rule {
        name: "unreadable-scale",
        severity: Error,
        summary: "a scale is no list of stages",
        why: "Stages are compared by their order; a scale that can't be read is left out.",
        wrong: r#"
-- story.toml --
[scales]
talks = "early, advanced, agreed"
-- example-times.toml --
[[claim]]
subject   = "Amazon"
attribute = "stage of the talks"
value     = "early talks"
"#,
        right: r#"
-- story.toml --
[scales]
talks = [["early", "preliminary"], "advanced", "agreed"]
-- example-times.toml --
[[claim]]
subject   = "Amazon"
attribute = "stage of the talks"
value     = "early talks"
"#,
        fix: None,
    },
    Rule {
        name: "unreadable-tolerance",
        severity: Error,
        summary: "a tolerance is no share of a figure",
        why: "A tolerance is relative, so that it suits small and large figures alike.",
        wrong: r#"
-- story.toml --
[tolerance]
money = 0.02
-- example-times.toml --
[[claim]]
subject   = "the bank"
attribute = "losses"
value     = "$3 million"
"#,
        right: r#"
-- story.toml --
[tolerance]
money = "2%"
-- example-times.toml --
[[claim]]
subject   = "the bank"
attribute = "losses"
value     = "$3 million"
"#,
        fix: None,
    },
];
