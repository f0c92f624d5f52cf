//! Every key a file may hold, with what it takes; read from here by the reader, the hints and the documentation.

/// A key of a table.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// As written.
    pub name: &'static str,
    /// Whether the table is wrong without it.
    pub required: bool,
    /// What it takes, for people.
    pub takes: &'static str,
    /// What it is for, in one line.
    pub about: &'static str,
    /// Words that people write instead.
    pub instead: &'static [&'static str],
}

const fn required(
    name: &'static str,
    takes: &'static str,
    about: &'static str,
    instead: &'static [&'static str],
) -> Key {
    Key { name, required: true, takes, about, instead }
}

const fn optional(
    name: &'static str,
    takes: &'static str,
    about: &'static str,
    instead: &'static [&'static str],
) -> Key {
    Key { name, required: false, takes, about, instead }
}

/// The keys of `[article]`.
pub const ARTICLE: &[Key] = &[
    required(
        "outlet",
        "a text",
        "who published the article",
        &["source", "publisher", "publication", "newspaper", "site"],
    ),
    optional("title", "a text", "its headline", &["headline", "name"]),
    optional(
        "published",
        "a date or EDTF in quotes",
        "when it appeared; relative dates are read against it",
        &["date", "day", "published_at", "published_on"],
    ),
    optional("url", "a text", "where it is to be read", &["link", "href", "uri"]),
    optional("author", "a text", "who wrote it", &["authors", "by", "byline"]),
    optional("currency", "a currency code", "what a bare $ means in this article", &[]),
    optional(
        "text",
        "the path of a text file",
        "a local copy of the article; quotes are checked against it",
        &["body", "file", "copy"],
    ),
    optional(
        "wire",
        "a text",
        "the agency whose copy the article is; its claims rest on it",
        &["agency", "wire_service", "copy_of", "syndicated_from"],
    ),
    optional(
        "replaces",
        "the name of a claim file",
        "the earlier version of the article; the claims of that file no longer count",
        &["supersedes", "updates", "previous", "corrects", "version_of"],
    ),
];

/// The keys of `[[claim]]`.
pub const CLAIM: &[Key] = &[
    required("subject", "a text", "who or what the claim is about", &["topic", "entity", "who", "about"]),
    required(
        "attribute",
        "a text",
        "which property of the subject",
        &["property", "predicate", "key", "what", "label"],
    ),
    required(
        "value",
        "a text, number, true/false, date or list of texts",
        "the value as the article words it",
        &["is", "object", "amount", "answer"],
    ),
    optional("quote", "a text", "the words that carry the claim", &["quotation", "words", "excerpt"]),
    optional(
        "according_to",
        "a text or a list of texts",
        "who the article credits",
        &["source", "sources", "attribution", "credit", "origin", "via"],
    ),
    optional(
        "as_of",
        "a date or EDTF in quotes",
        "when it held; `Monday` counts from `published`",
        &["date", "at", "when"],
    ),
    optional("scope", "a text", "what the value covers; other scopes are not compared", &["covers"]),
    optional(
        "certainty",
        "one of confirmed, reported, planned, possible, denied",
        "how firmly it is said",
        &["confidence", "status"],
    ),
    optional(
        "item",
        "a text",
        "a pin: same item = always aligned, different items = never",
        &["id", "pin", "data_item"],
    ),
    optional(
        "not",
        "a text or a list of texts",
        "pins of other facts: never aligned with a claim that has one of them",
        &["apart", "different", "isnt", "not_item", "except"],
    ),
];

/// The keys of an accepted contradiction, a file in `accepted/`.
pub const ACCEPTED: &[Key] = &[
    required(
        "id",
        "a text",
        "the id it was accepted by, as reports show it",
        &["ids", "hash", "fingerprint"],
    ),
    required("item", "a text", "the label of its data item", &["label", "fact", "data_item"]),
    required("sides", "a list of two tables", "who says what on either side", &["side", "claims", "values"]),
    required(
        "reason",
        "a text",
        "why it is accepted",
        &["because", "why", "comment", "note", "statement", "justification"],
    ),
    optional("by", "a text", "who accepted it", &["author", "who", "user", "name", "accepted_by"]),
    optional(
        "until",
        "a date",
        "the last day it holds; afterwards it counts as new again",
        &["expires", "expiry", "expired_at", "date", "ignore_until"],
    ),
    optional(
        "verdict",
        "one of contradiction, tension",
        "the gravest verdict that is accepted; a contradiction where it is missing",
        &["severity", "level"],
    ),
    optional(
        "format",
        "the number 1",
        "the number of the file's format; 1 where it is missing",
        &["version"],
    ),
];

/// The keys of each of the two `sides` of an accepted contradiction.
pub const SIDE: &[Key] = &[
    required("outlet", "a text", "who says it", &["source", "publisher", "who"]),
    required("claim", "a text", "subject and attribute of the claim, with ` / ` between them", &["label"]),
    required("value", "a text", "the value as it was worded", &["says"]),
    required("understood", "a text", "the value as it was understood: what it is known by", &["meaning"]),
];

/// The keys of `gainsay.toml`: those of a story, save its title.
pub const SETTINGS: &[Key] = &settings();

/// The keys that `gainsay.toml` has alone: what fails a run, and what an acceptance must say.
pub const POLICY: &[Key] = &[
    optional("fail_on", "one of contradiction, tension", "what makes a run fail", &["fail-on"]),
    optional(
        "stale",
        "one of allow, warn, deny",
        "what to do about accepted contradictions that are no longer found",
        &[],
    ),
    optional("since", "a text", "the git revision that a run is compared with", &["base"]),
    optional(
        "required",
        "a list of by, until",
        "what an acceptance must say beside its reason",
        &["require"],
    ),
    optional("longest_until", "a number of days", "how far ahead the last day of an acceptance may lie", &[]),
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
    optional("title", "a text", "what the story is about", &["headline", "name"]),
    optional("currency", "a currency code", "what a bare $ means", &[]),
    optional("date_order", "one of mdy, dmy, ymd", "how 12/04/2025 is read", &["dates", "date_format"]),
    optional(
        "format",
        "the number 1",
        "the number of the file's format; 1 where it is missing",
        &["version"],
    ),
    optional("hemisphere", "one of northern, southern", "whose seasons are meant", &[]),
    optional("zone", "a zone such as Europe/Rome", "what local time is", &["timezone", "time_zone", "tz"]),
    optional("aliases", "a table of names", "names for one and the same thing", &["alias", "synonyms"]),
    optional(
        "broader",
        "a table of names",
        "the general name covers the particular ones",
        &["narrower", "covers"],
    ),
    optional("scales", "a table of lists", "ordered stages, earliest first", &["scale", "stages"]),
    optional("tolerance", "a table of shares", "gaps not worth a contradiction", &["tolerances"]),
    optional(
        "moves",
        "a table of true or false",
        "what changes over time, and what does not",
        &["moving", "fixed"],
    ),
];
