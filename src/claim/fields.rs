//! A table of a file, read key by key; whatever is wrong is noted with its place and a hint.

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Key, Moment};
use crate::files::limits::{LABEL_WORDS, MEMBERS, TEXT};
use crate::files::{Problem, Severity, TextFile};
use crate::value::{self, Content, Context};

/// A text and where it stands.
pub(crate) type Located = Spanned<String>;

/// A table whose keys are known.
pub(crate) struct Fields<'a, 'i> {
    pub(crate) file: &'a Arc<TextFile>,
    /// How hints call the table: `[article]`.
    pub(crate) name: &'a str,
    pub(crate) header: Range<usize>,
    pub(crate) table: &'a DeTable<'i>,
    pub(crate) keys: &'static [Key],
    /// Where the TOML itself is broken; a value there has been reported already.
    pub(crate) faults: &'a [Range<usize>],
    pub(crate) problems: &'a mut Vec<Problem>,
}

impl<'a, 'i> Fields<'a, 'i> {
    /// Notes a problem that spoils the table.
    pub(crate) fn refuse(
        &mut self,
        rule: &'static str,
        span: Range<usize>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        self.problems.push(Problem::new(Severity::Error, self.file, span, message).hint(hint).rule(rule));
    }

    /// Notes something worth a look.
    pub(crate) fn warn(
        &mut self,
        rule: &'static str,
        span: Range<usize>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        self.problems.push(Problem::new(Severity::Warning, self.file, span, message).hint(hint).rule(rule));
    }

    /// The value of a key, unless its TOML is broken.
    pub(crate) fn find(&self, key: &str) -> Option<&'a Spanned<DeValue<'i>>> {
        let found = self.table.get(key)?;
        let span = found.span();
        let broken = |fault: &Range<usize>| fault.start <= span.end && span.start <= fault.end;
        (!self.faults.iter().any(broken) && excess(key, found).is_none()).then_some(found)
    }

    /// Notes values that are larger than any may be; they are left out.
    pub(crate) fn check_sizes(&mut self) {
        for (key, value) in self.table {
            let Some((span, message)) = excess(key.get_ref(), value) else { continue };
            self.refuse("wrong-type", span, message, "write what the article says of one fact, and no more");
        }
    }

    /// Notes unknown and missing keys, and values that are too large.
    pub(crate) fn check_keys(&mut self) {
        self.check_sizes();
        for (key, value) in self.table {
            let found: &str = key.get_ref();
            if self.keys.iter().any(|known| known.name == found) {
                continue;
            }
            // A missing key that is spelt wrongly is one problem, not two.
            let meant = nearest(found, self.keys);
            let hint = match meant {
                Some(known) if self.table.contains_key(known.name) => {
                    format!("did you mean `{}`? It is there, too: keep one", known.name)
                }
                Some(known) => format!("did you mean `{}`, {}?", known.name, known.about),
                None if value.get_ref().is_table() || value.get_ref().is_array() => {
                    format!("{} knows {}", self.name, list_of(self.keys))
                }
                None => format!("{} knows {}; a note can stand behind a #", self.name, list_of(self.keys)),
            };
            let message = format!("unknown key `{}` in {}", plain(found), self.name);
            let problem = Problem::new(Severity::Error, self.file, key.span(), message).hint(hint);
            let problem = problem.rule("unknown-key");
            self.problems.push(match meant.filter(|known| !self.table.contains_key(known.name)) {
                Some(known) => {
                    // Another word for the key is a guess, a slip of the keyboard is none.
                    let slip = !known.instead.contains(&found.to_lowercase().as_str());
                    let edit = (key.span(), known.name.to_owned());
                    problem.fix(format!("write `{}`", known.name), slip, vec![edit])
                }
                None => problem,
            });
        }
        for key in self.keys.iter().filter(|key| key.required) {
            let misspelt = || {
                let unknown = |found: &str| self.keys.iter().all(|known| known.name != found);
                let meant = |found: &str| nearest(found, self.keys).is_some_and(|it| it.name == key.name);
                self.table.keys().any(|found| unknown(found.get_ref()) && meant(found.get_ref()))
            };
            if !self.table.contains_key(key.name) && !misspelt() {
                let message = format!("`{}` is missing from {}", key.name, self.name);
                let hint = format!("add `{} = …`: {}", key.name, key.about);
                self.refuse("missing-key", self.header.clone(), message, hint);
            }
        }
    }

    /// A text; `None` where it is missing, empty or no text.
    pub(crate) fn text(&mut self, key: &str) -> Option<Located> {
        let found = self.find(key)?;
        match found.get_ref() {
            DeValue::String(text) if text.trim().is_empty() => {
                let known = self.keys.iter().find(|it| it.name == key);
                match known {
                    Some(known) if known.required => {
                        let hint = format!("say {}, or remove the whole table", known.about);
                        self.refuse("empty-text", found.span(), format!("`{key}` is empty"), hint);
                    }
                    _ => {
                        self.warn(
                            "empty-text",
                            found.span(),
                            format!("`{key}` is empty"),
                            "fill it in, or remove the key",
                        );
                    }
                }
                None
            }
            DeValue::String(text) => Some(Spanned::new(found.span(), text.trim().to_owned())),
            other => {
                let hint = self.quoting_hint(key, found);
                let message = format!("`{key}` takes a text, and this is {}", kind_of(other));
                let problem = Problem::new(Severity::Error, self.file, found.span(), message).hint(hint);
                let problem = problem.rule("wrong-type");
                let written = self.file.slice(found.span()).to_owned();
                self.problems.push(match other {
                    DeValue::Array(_) | DeValue::Table(_) => problem,
                    _ => {
                        problem.fix("put it in quotes", true, vec![(found.span(), format!("\"{written}\""))])
                    }
                });
                None
            }
        }
    }

    fn quoting_hint(&self, key: &str, found: &Spanned<DeValue<'_>>) -> String {
        let written = self.file.slice(found.span());
        match found.get_ref() {
            DeValue::Array(_) | DeValue::Table(_) => format!("write one text: {key} = \"…\""),
            _ => format!("put it in quotes: {key} = \"{}\"", plain(written)),
        }
    }

    /// A text or a list of texts.
    pub(crate) fn texts(&mut self, key: &str) -> Vec<Located> {
        match self.find(key).map(|found| (found.span(), found.get_ref())) {
            Some((_, DeValue::Array(_))) => self.list(key).unwrap_or_default(),
            Some(_) => self.text(key).into_iter().collect(),
            None => Vec::new(),
        }
    }

    /// A list of texts; `None` where one of its members is none.
    pub(crate) fn list(&mut self, key: &str) -> Option<Vec<Located>> {
        let found = self.find(key)?;
        let members = found.get_ref().as_array()?;
        let mut texts = Vec::new();
        for member in members {
            match member.get_ref() {
                DeValue::String(text) if !text.trim().is_empty() => {
                    texts.push(Spanned::new(member.span(), text.trim().to_owned()));
                }
                DeValue::String(_) => {
                    self.warn(
                        "empty-text",
                        member.span(),
                        format!("an empty text in the list `{key}`"),
                        "remove it",
                    );
                }
                other => {
                    let message = format!("`{key}` takes a list of texts, and this is {}", kind_of(other));
                    let hint = format!("put it in quotes: \"{}\"", plain(self.file.slice(member.span())));
                    self.refuse("wrong-type", member.span(), message, hint);
                    return None;
                }
            }
        }
        Some(texts)
    }

    /// The days of a TOML date, or of a date in quotes, and the time of day where one is given; the date may count from the day of the article where that is known.
    pub(crate) fn moment(&mut self, key: &str, context: &Context<'_>) -> Option<Moment> {
        let found = self.find(key)?;
        let value = match found.get_ref() {
            DeValue::Datetime(date) => value::read_date(&date.to_string(), context),
            DeValue::String(text) => value::read(text, context),
            other => {
                let message =
                    format!("`{key}` takes a date or a text in quotes, and this is {}", kind_of(other));
                let hint = self.quoting_hint(key, found);
                self.refuse("wrong-type", found.span(), message, hint);
                return None;
            }
        };
        // What is counted from a date takes that date.
        let settled = context.published.is_some() || value.text.chars().any(|it| it.is_ascii_digit());
        if let Some(other) = value.others.first().filter(|_| settled) {
            let (mine, yours) = (value.understood(), other.understood());
            let message = format!("`{key}` can be read as {mine} or as {yours}");
            self.warn(
                "ambiguous-date",
                found.span(),
                message,
                format!("it is taken for {mine}; write {key} = {mine}"),
            );
        }
        let open = matches!(&value.content, Content::Days(days) if days.extent.possible.low.is_none() && days.extent.possible.high.is_none());
        match value.content {
            _ if !settled || open => {
                let message =
                    format!("`{key}` must be a date of its own, and this is not: {}", plain(&value.text));
                self.refuse(
                    "unreadable-date",
                    found.span(),
                    message,
                    format!("write {key} = 2025-12-17, or \"2025-12\""),
                );
                None
            }
            Content::Days(days) => Some(Moment { days: days.extent.possible, minutes: None }),
            Content::Clock { day: Some(day), minutes, .. } => {
                Some(Moment { days: day.extent.possible, minutes: Some(minutes.possible) })
            }
            _ => {
                let message = format!("`{key}` is no date that can be read: {}", plain(&value.text));
                let hint = format!("write {key} = 2025-12-17, or \"2025-12\", or \"2025-12-17~\" for about");
                self.refuse("unreadable-date", found.span(), message, hint);
                None
            }
        }
    }

    /// One of a few words.
    pub(crate) fn word<T: Copy>(&mut self, key: &str, words: &[(&str, T)]) -> Option<T> {
        let text = self.text(key)?;
        let asked = text.get_ref().to_lowercase();
        if let Some((_, meant)) = words.iter().find(|(word, _)| *word == asked) {
            return Some(*meant);
        }
        let names: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        let hint = match closest(&asked, names.iter().copied()) {
            Some(near) => format!("did you mean \"{near}\"? It takes one of {}", names.join(", ")),
            None => format!("it takes one of {}", names.join(", ")),
        };
        self.refuse(
            "unknown-word",
            text.span(),
            format!("`{key}` can't be \"{}\"", plain(text.get_ref())),
            hint,
        );
        None
    }

    /// An ISO 4217 code.
    pub(crate) fn currency(&mut self, key: &str) -> Option<String> {
        let text = self.text(key)?;
        let code = text.get_ref().to_uppercase();
        if iso_currency::Currency::from_code(&code).is_some() {
            return Some(code);
        }
        let message = format!("`{}` is no currency code", plain(text.get_ref()));
        self.refuse(
            "unknown-currency",
            text.span(),
            message,
            "write the three letters of ISO 4217, such as USD, EUR or GBP",
        );
        None
    }

    /// A time zone by its name in the tz database.
    pub(crate) fn zone(&mut self, key: &str) -> Option<String> {
        let text = self.text(key)?;
        if value::is_zone(text.get_ref()) {
            return Some(text.get_ref().clone());
        }
        let message = format!("`{key}` is no time zone: {}", plain(text.get_ref()));
        let hint = "write a name of the tz database, such as Europe/Rome or America/New_York";
        self.refuse("unknown-word", text.span(), message, hint);
        None
    }

    /// A table inside this one.
    pub(crate) fn table(&mut self, key: &str) -> Option<&'a DeTable<'i>> {
        let found = self.find(key)?;
        if let Some(table) = found.get_ref().as_table() {
            return Some(table);
        }
        let message = format!("`{key}` takes a table, and this is {}", kind_of(found.get_ref()));
        self.problems.push(
            Problem::new(Severity::Error, self.file, found.span(), message)
                .hint(format!("write [{key}] on a line of its own, and its entries below it"))
                .rule("wrong-type"),
        );
        None
    }
}

/// The keys of a label, each of whose words is held against each of another label.
const LABEL: [&str; 3] = ["subject", "attribute", "scope"];

/// What of a value is larger than any may be.
fn excess(key: &str, value: &Spanned<DeValue<'_>>) -> Option<(Range<usize>, String)> {
    let (length, limit, what) = match value.get_ref() {
        DeValue::Array(members) if members.len() > MEMBERS => (members.len(), MEMBERS, "members"),
        DeValue::Array(members) => return members.iter().find_map(|member| excess(key, member)),
        // Bytes are counted faster, and are as many at the least.
        DeValue::String(text) if text.len() > TEXT => (text.chars().count(), TEXT, "characters"),
        DeValue::String(text) if LABEL.contains(&key) => {
            (text.split_whitespace().count(), LABEL_WORDS, "words")
        }
        DeValue::Integer(_) | DeValue::Float(_) => (value.span().len(), TEXT, "digits"),
        _ => return None,
    };
    let message = || format!("`{}` has {length} {what}, where {limit} is the limit", plain(key));
    (length > limit).then(|| (value.span(), message()))
}

/// What a value is, for people.
pub(crate) fn kind_of(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// Text of a file inside a one-line message: no line breaks or control characters, not endless.
pub(crate) fn plain(text: &str) -> String {
    let mut short: String =
        text.chars().map(|it| if it.is_control() { ' ' } else { it }).take(60).collect::<String>();
    if text.chars().nth(60).is_some() {
        short.push('…');
    }
    short
}

fn list_of(keys: &[Key]) -> String {
    keys.iter().map(|key| key.name).collect::<Vec<_>>().join(", ")
}

fn nearest(found: &str, keys: &'static [Key]) -> Option<&'static Key> {
    let lower = found.to_lowercase().replace([' ', '-'], "_");
    let alike = |key: &&Key| key.name == lower || key.instead.contains(&lower.as_str());
    keys.iter().find(alike).or_else(|| {
        closest(&lower, keys.iter().map(|key| key.name))
            .and_then(|name| keys.iter().find(|key| key.name == name))
    })
}

/// The word most like `found`, if any is like it at all.
pub(crate) fn closest<'w>(found: &str, words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    words
        .map(|word| (strsim::damerau_levenshtein(found, word), word))
        .filter(|(steps, word)| *steps <= 1 + word.chars().count() / 7)
        .min()
        .map(|(_, word)| word)
}
