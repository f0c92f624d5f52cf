//! Versions of one article: which of them counts.

use super::Rule;
use crate::files::Severity::{Error, Warning};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "no-replaced-file",
        severity: Error,
        summary: "`replaces` names no claim file of the story",
        why: "The earlier version goes on counting as an article of its own, and contradicts the later one.",
        wrong: r#"
-- harbour.toml --
[article]
outlet   = "Harbour News"
replaces = "harbor-early.toml"

[[claim]]
subject   = "the ferry"
attribute = "number of passengers"
value     = "174"
-- harbour-early.toml --
[article]
outlet = "Harbour News"

[[claim]]
subject   = "the ferry"
attribute = "number of passengers"
value     = "171"
"#,
        right: r#"
-- harbour.toml --
[article]
outlet   = "Harbour News"
replaces = "harbour-early.toml"

[[claim]]
subject   = "the ferry"
attribute = "number of passengers"
value     = "174"
-- harbour-early.toml --
[article]
outlet = "Harbour News"

[[claim]]
subject   = "the ferry"
attribute = "number of passengers"
value     = "171"
"#,
        fix: None,
    },
    Rule {
        name: "circle-of-versions",
        severity: Error,
        summary: "files replace each other, or a file replaces itself",
        why: "None of them can be told to be the last version, so all go on counting.",
        wrong: r#"
[article]
outlet   = "Harbour News"
replaces = "example-times.toml"

[[claim]]
subject   = "the ferry"
attribute = "number of passengers"
value     = "174"
"#,
        right: r#"
[article]
outlet = "Harbour News"

[[claim]]
subject   = "the ferry"
attribute = "number of passengers"
value     = "174"
"#,
        fix: None,
    },
    Rule {
        name: "versions-of-one-day",
        severity: Warning,
        summary: "two files have one address, and nothing says which version is the later one",
        why: "Files with one `url` are versions of one article, of which the later one counts. Where it can't be told, both \
              count, and a correction looks like an outlet that contradicts itself.",
        wrong: r#"
-- harbour.toml --
[article]
outlet = "Harbour News"
url    = "https://example.com/ferry"

[[claim]]
subject   = "the ferry"
attribute = "number of passengers"
value     = "174"
-- harbour-early.toml --
[article]
outlet = "Harbour News"
url    = "https://example.com/ferry"

[[claim]]
subject   = "the ferry"
attribute = "number of passengers"
value     = "171"
"#,
        right: r#"
-- harbour.toml --
[article]
outlet   = "Harbour News"
url      = "https://example.com/ferry"
replaces = "harbour-early.toml"

[[claim]]
subject   = "the ferry"
attribute = "number of passengers"
value     = "174"
-- harbour-early.toml --
[article]
outlet = "Harbour News"
url    = "https://example.com/ferry"

[[claim]]
subject   = "the ferry"
attribute = "number of passengers"
value     = "171"
"#,
        fix: None,
    },
];
