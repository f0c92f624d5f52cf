//! Every key a file may hold, with what it takes; read from here by the reader, the hints and the documentation.

use std::fmt;

/// What a key takes; as people read it, by [`Display`](fmt::Display).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// Words.
    Text,
    /// A list of words, or words alone.
    Texts,
    /// What an article says of something.
    Value,
    /// The path of a text file.
    TextFile,
    /// The name of a claim file.
    ClaimFile,
    /// A day.
    Date,
    /// A day, or a time of any precision that EDTF can write.
    Moment,
    /// So many days.
    Days,
    /// The number of the files' format.
    FormatNumber,
    /// A zone of the tz database.
    Zone,
    /// A code of ISO 4217.
    Currency,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A list of these words.
    SomeOf(&'static [&'static str]),
    /// Both sides of what is accepted.
    TwoSides,
    /// A name, and others for each.
    Names,
    /// A name, and stages in their order for each.
    Scales,
    /// A name, and yes or no for each.
    Truths,
    /// A name, and a share in percent for each.
    Shares,
}

impl Takes {
    /// Whether what it takes stands in quotes, or may.
    pub fn is_quoted(self) -> bool {
        match self {
            Self::Text
            | Self::Texts
            | Self::TextFile
            | Self::ClaimFile
            | Self::Zone
            | Self::Currency
            | Self::OneOf(_) => true,
            Self::Value
            | Self::Date
            | Self::Moment
            | Self::Days
            | Self::FormatNumber
            | Self::SomeOf(_)
            | Self::TwoSides
            | Self::Names
            | Self::Scales
            | Self::Truths
            | Self::Shares => false,
        }
    }
}

impl fmt::Display for Takes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OneOf(words) => return write!(f, "one of {}", words.join(", ")),
            Self::SomeOf(words) => return write!(f, "a list of {}", words.join(", ")),
            Self::Text => "a text",
            Self::TextFile => "the path of a text file",
            Self::ClaimFile => "the name of a claim file",
            Self::Moment => "a date or EDTF in quotes",
            Self::Date => "a date",
            Self::FormatNumber => "the number 1",
            Self::Zone => "a zone such as Europe/Rome",
            Self::Currency => "a currency code",
            Self::Texts => "a text or a list of texts",
            Self::Value => "a text, number, true/false, date or list of texts",
            Self::TwoSides => "a list of two tables",
            Self::Days => "a number of days",
            Self::Names => "a table of names",
            Self::Scales => "a table of lists",
            Self::Truths => "a table of true or false",
            Self::Shares => "a table of shares",
        })
    }
}

/// A key of a table.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// As written.
    pub name: &'static str,
    /// Whether the table is wrong without it.
    pub required: bool,
    /// What it takes.
    pub takes: Takes,
    /// What it is for, in one line.
    pub about: &'static str,
    /// Words that people write instead.
    pub instead: &'static [&'static str],
}

const fn required(
    name: &'static str,
    takes: Takes,
    about: &'static str,
    instead: &'static [&'static str],
) -> Key {
    Key { name, required: true, takes, about, instead }
}

const fn optional(
    name: &'static str,
    takes: Takes,
    about: &'static str,
    instead: &'static [&'static str],
) -> Key {
    Key { name, required: false, takes, about, instead }
}

/// The keys of `[article]`.
pub const ARTICLE: &[Key] = &[
    required(
        "outlet",
        Takes::Text,
        "who published the article",
        &["source", "publisher", "publication", "newspaper", "site"],
    ),
    optional("title", Takes::Text, "its headline", &["headline", "name"]),
    optional(
        "published",
        Takes::Moment,
        "when it appeared; relative dates are read against it",
        &["date", "day", "published_at", "published_on"],
    ),
    optional("url", Takes::Text, "where it is to be read", &["link", "href", "uri"]),
    optional("author", Takes::Text, "who wrote it", &["authors", "by", "byline"]),
    optional("currency", Takes::Currency, "what a bare $ means in this article", &[]),
    optional(
        "text",
        Takes::TextFile,
        "a local copy of the article; quotes are checked against it",
        &["body", "file", "copy"],
    ),
    optional(
        "wire",
        Takes::Text,
        "the agency whose copy the article is; its claims rest on it",
        &["agency", "wire_service", "copy_of", "syndicated_from"],
    ),
    optional(
        "replaces",
        Takes::ClaimFile,
        "the earlier version of the article; the claims of that file no longer count",
        &["supersedes", "updates", "previous", "corrects", "version_of"],
    ),
];

/// The keys of `[[claim]]`.
pub const CLAIM: &[Key] = &[
    required("subject", Takes::Text, "who or what the claim is about", &["topic", "entity", "who", "about"]),
    required(
        "attribute",
        Takes::Text,
        "which property of the subject",
        &["property", "predicate", "key", "what", "label"],
    ),
    required(
        "value",
        Takes::Value,
        "the value as the article words it",
        &["is", "object", "amount", "answer"],
    ),
    optional("quote", Takes::Text, "the words that carry the claim", &["quotation", "words", "excerpt"]),
    optional(
        "according_to",
        Takes::Texts,
        "who the article credits",
        &["source", "sources", "attribution", "credit", "origin", "via"],
    ),
    optional(
        "as_of",
        Takes::Moment,
        "when it held; `Monday` counts from `published`",
        &["date", "at", "when"],
    ),
    optional("scope", Takes::Text, "what the value covers; other scopes are not compared", &["covers"]),
    optional(
        "certainty",
        Takes::OneOf(&["confirmed", "reported", "planned", "possible", "denied"]),
        "how firmly it is said",
        &["confidence", "status"],
    ),
    optional(
        "item",
        Takes::Text,
        "a pin: same item = always aligned, different items = never",
        &["id", "pin", "data_item"],
    ),
    optional(
        "not",
        Takes::Texts,
        "pins of other facts: never aligned with a claim that has one of them",
        &["apart", "different", "isnt", "not_item", "except"],
    ),
];

/// The keys of an accepted contradiction, a file in `accepted/`.
pub const ACCEPTED: &[Key] = &[
    required(
        "id",
        Takes::Text,
        "the id it was accepted by, as reports show it",
        &["ids", "hash", "fingerprint"],
    ),
    required("item", Takes::Text, "the label of its data item", &["label", "fact", "data_item"]),
    required("sides", Takes::TwoSides, "who says what on either side", &["side", "claims", "values"]),
    required(
        "reason",
        Takes::Text,
        "why it is accepted",
        &["because", "why", "comment", "note", "statement", "justification"],
    ),
    optional("by", Takes::Text, "who accepted it", &["author", "who", "user", "name", "accepted_by"]),
    optional(
        "until",
        Takes::Date,
        "the last day it holds; afterwards it counts as new again",
        &["expires", "expiry", "expired_at", "date", "ignore_until"],
    ),
    optional(
        "verdict",
        Takes::OneOf(&["contradiction", "tension"]),
        "the gravest verdict that is accepted; a contradiction where it is missing",
        &["severity", "level"],
    ),
    optional(
        "format",
        Takes::FormatNumber,
        "the number of the file's format; 1 where it is missing",
        &["version"],
    ),
];

/// The keys of each of the two `sides` of an accepted contradiction.
pub const SIDE: &[Key] = &[
    required("outlet", Takes::Text, "who says it", &["source", "publisher", "who"]),
    required("claim", Takes::Text, "subject and attribute of the claim, with ` / ` between them", &["label"]),
    required("value", Takes::Text, "the value as it was worded", &["says"]),
    required("understood", Takes::Text, "the value as it was understood: what it is known by", &["meaning"]),
];

/// The keys of `gainsay.toml`: those of a story, save its title.
pub const SETTINGS: &[Key] = &settings();

/// The keys that `gainsay.toml` has alone: what fails a run, and what an acceptance must say.
pub const POLICY: &[Key] = &[
    optional("fail_on", Takes::OneOf(&["contradiction", "tension"]), "what makes a run fail", &["fail-on"]),
    optional(
        "stale",
        Takes::OneOf(&["allow", "warn", "deny"]),
        "what to do about accepted contradictions that are no longer found",
        &[],
    ),
    optional("since", Takes::Text, "the git revision that a run is compared with", &["base"]),
    optional(
        "required",
        Takes::SomeOf(&["by", "until"]),
        "what an acceptance must say beside its reason",
        &["require"],
    ),
    optional("longest_until", Takes::Days, "how far ahead the last day of an acceptance may lie", &[]),
];

/// A story's keys save its title, and those of the policy.
const fn settings() -> [Key; STORY.len() - 1 + POLICY.len()] {
    let mut all = [STORY[1]; STORY.len() - 1 + POLICY.len()];
    let mut at = 0;
    while at < all.len() {
        all[at] = if at < POLICY.len() { POLICY[at] } else { STORY[at - POLICY.len() + 1] };
        at += 1;
    }
    all
}

/// The keys of `story.toml`.
pub const STORY: &[Key] = &[
    optional("title", Takes::Text, "what the story is about", &["headline", "name"]),
    optional("currency", Takes::Currency, "what a bare $ means", &[]),
    optional(
        "date_order",
        Takes::OneOf(&["mdy", "dmy", "ymd"]),
        "how 12/04/2025 is read",
        &["dates", "date_format"],
    ),
    optional(
        "format",
        Takes::FormatNumber,
        "the number of the file's format; 1 where it is missing",
        &["version"],
    ),
    optional("hemisphere", Takes::OneOf(&["northern", "southern"]), "whose seasons are meant", &[]),
    optional("zone", Takes::Zone, "what local time is", &["timezone", "time_zone", "tz"]),
    optional("aliases", Takes::Names, "names for one and the same thing", &["alias", "synonyms"]),
    optional("broader", Takes::Names, "the general name covers the particular ones", &["narrower", "covers"]),
    optional("scales", Takes::Scales, "ordered stages, earliest first", &["scale", "stages"]),
    optional("tolerance", Takes::Shares, "gaps not worth a contradiction", &["tolerances"]),
    optional("moves", Takes::Truths, "what changes over time, and what does not", &["moving", "fixed"]),
];
