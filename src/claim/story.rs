//! What the desk knows: the tables that `story.toml` and `gainsay.toml` share.

use std::path::Path;
use std::sync::Arc;

use rust_decimal::Decimal;
use toml::Spanned;
use toml::de::DeValue;

use super::fields::{Fields, kind_of};
use super::{Claim, Key, Policy, STORY, policy, syntax};
use crate::files::{Problem, Read, TextFile};
use crate::value::{Context, DateOrder, Scale};

/// Names, scales and readings that a desk has settled, for one story or for all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Conventions {
    /// What a bare `$` means, as an ISO 4217 code.
    pub currency: Option<String>,
    /// How `12/04/2025` is read.
    pub date_order: Option<DateOrder>,
    /// Whether seasons are southern ones.
    pub southern: Option<bool>,
    /// The zone of local times, by its name in the tz database.
    pub zone: Option<String>,
    /// A name, and its other names.
    pub aliases: Vec<(String, Vec<String>)>,
    /// A general name, and the particular ones it covers.
    pub broader: Vec<(String, Vec<String>)>,
    /// Ordered stages.
    pub scales: Vec<Scale>,
    /// Gaps not worth a contradiction.
    pub tolerances: Vec<Tolerance>,
    /// Words of labels, and whether what they tell changes over time.
    pub moves: Vec<(String, bool)>,
    /// What fails a run, and what an acceptance must say; of `gainsay.toml` alone.
    pub policy: Policy,
    /// What it was read from.
    pub files: Vec<Arc<TextFile>>,
}

/// A gap between two figures that is not worth a contradiction.
#[derive(Clone, Debug, PartialEq)]
pub struct Tolerance {
    /// A kind of value (`money`), or words of a data item's label.
    pub of: String,
    /// As a share of the larger figure: 0.02 for 2 %.
    pub share: Decimal,
}

impl Conventions {
    /// This desk's knowledge, with that of `below` where it says nothing.
    #[must_use]
    pub fn over(mut self, below: &Self) -> Self {
        self.currency = self.currency.or_else(|| below.currency.clone());
        self.date_order = self.date_order.or(below.date_order);
        self.southern = self.southern.or(below.southern);
        self.zone = self.zone.or_else(|| below.zone.clone());
        self.aliases.extend_from_slice(&below.aliases);
        self.broader.extend_from_slice(&below.broader);
        self.scales.extend_from_slice(&below.scales);
        self.tolerances.extend_from_slice(&below.tolerances);
        self.moves.extend_from_slice(&below.moves);
        // No story has any.
        self.policy.clone_from(&below.policy);
        self.files.extend_from_slice(&below.files);
        self
    }

    /// Whether what some claims tell changes over time, where the desk has said so of a label with their words.
    pub fn moves(&self, claims: &[&Claim]) -> Option<bool> {
        if self.moves.is_empty() {
            return None;
        }
        let labels =
            claims.iter().map(|claim| format!("{} {}", claim.subject, claim.attribute).to_lowercase());
        let labels: Vec<String> = labels.collect();
        let of = |(words, _): &&(String, bool)| {
            let words = words.to_lowercase();
            labels.iter().any(|label| words.split_whitespace().all(|word| label.contains(word)))
        };
        self.moves.iter().find(of).map(|(_, moves)| *moves)
    }

    /// How phrases are read at this desk.
    pub fn context(&self) -> Context<'_> {
        Context {
            currency: self.currency.as_deref(),
            date_order: self.date_order,
            scales: &self.scales,
            southern: self.southern.unwrap_or(false),
            zone: self.zone.as_deref(),
            ..Context::default()
        }
    }
}

/// Reads a `story.toml` or, with its keys, a `gainsay.toml`; what is wrong in it is left out.
pub(crate) fn read(
    read: &Read<'_>,
    path: &Path,
    keys: &'static [Key],
    problems: &mut Vec<Problem>,
) -> (Option<String>, Conventions) {
    let file = match read(path) {
        Ok(file) => file,
        Err(problem) => {
            problems.push(*problem);
            return (None, Conventions::default());
        }
    };
    let (document, faults) = syntax::parse(&file, problems);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let header = 0..0;
    let table = document.get_ref();
    let mut fields = Fields { file: &file, name: &name, header, table, keys, faults: &faults, problems };
    fields.check_keys();
    let order = [("mdy", DateOrder::MonthFirst), ("dmy", DateOrder::DayFirst), ("ymd", DateOrder::YearFirst)];
    let title = fields.text("title").map(Spanned::into_inner);
    let desk = Conventions {
        currency: fields.currency("currency"),
        date_order: fields.word("date_order", &order),
        southern: fields.word("hemisphere", &[("northern", false), ("southern", true)]),
        zone: fields.zone("zone"),
        aliases: names(&mut fields, "aliases"),
        broader: names(&mut fields, "broader"),
        scales: scales(&mut fields),
        tolerances: tolerances(&mut fields),
        policy: if keys.len() > STORY.len() { policy::read(&mut fields) } else { Policy::default() },
        moves: moves(&mut fields),
        files: vec![Arc::clone(&file)],
    };
    (title, desk)
}

/// A table of names, each with a text or a list of texts.
fn names(fields: &mut Fields<'_, '_>, key: &str) -> Vec<(String, Vec<String>)> {
    entries(fields, key, |fields, name| {
        if let Some(known) = STORY.iter().find(|known| known.name == name)
            && let Some(found) = fields.find(name)
        {
            let message = format!("`{name}` stands below [{key}], where it is a name like any other");
            let hint = format!("put {name}, {}, above [{key}]", known.about);
            fields.warn("key-below-table", found.span(), message, hint);
        }
        let list = fields.texts(name).into_iter().map(Spanned::into_inner).collect::<Vec<_>>();
        (!list.is_empty()).then_some(list)
    })
}

/// Reads each entry of a table with `read`.
fn entries<T>(
    fields: &mut Fields<'_, '_>,
    key: &str,
    mut read: impl FnMut(&mut Fields<'_, '_>, &str) -> Option<T>,
) -> Vec<(String, T)> {
    let file = fields.file;
    let (header, faults) = (fields.header.clone(), fields.faults);
    let Some(table) = fields.table(key) else { return Vec::new() };
    let mut inner = Fields { file, name: key, header, table, keys: &[], faults, problems: fields.problems };
    inner.check_sizes();
    let names = table.keys().map(|name| name.get_ref().to_string());
    names.filter_map(|name| read(&mut inner, &name).map(|value| (name, value))).collect()
}

fn scales(fields: &mut Fields<'_, '_>) -> Vec<Scale> {
    let found = entries(fields, "scales", |fields, name| {
        let found = fields.find(name)?;
        let hint = "write the stages in order, synonyms in a list of their own: [[\"early\", \"first\"], \"advanced\"]";
        let Some(members) = found.get_ref().as_array() else {
            let message = format!("a scale takes a list, and this is {}", kind_of(found.get_ref()));
            fields.refuse("unreadable-scale", found.span(), message, hint);
            return None;
        };
        let mut stages = Vec::new();
        for member in members {
            let words: Option<Vec<String>> = match member.get_ref() {
                DeValue::String(word) => Some(vec![word.trim().to_owned()]),
                DeValue::Array(words) => {
                    words.iter().map(|it| it.get_ref().as_str().map(|word| word.trim().to_owned())).collect()
                }
                _ => None,
            };
            match words {
                Some(words) if !words.is_empty() && words.iter().all(|word| !word.is_empty()) => {
                    stages.push(words);
                }
                _ => {
                    fields.refuse(
                        "unreadable-scale",
                        member.span(),
                        "a stage takes a text or a list of texts",
                        hint,
                    );
                    return None;
                }
            }
        }
        if stages.len() < 2 {
            fields.refuse("unreadable-scale", found.span(), "a scale needs at least two stages", hint);
            return None;
        }
        Some(stages)
    });
    found.into_iter().map(|(name, stages)| Scale { name, stages }).collect()
}

fn moves(fields: &mut Fields<'_, '_>) -> Vec<(String, bool)> {
    entries(fields, "moves", |fields, name| {
        let found = fields.find(name)?;
        let moves = found.get_ref().as_bool();
        if moves.is_none() {
            let message = format!(
                "`{}` takes true or false, and this is {}",
                super::fields::plain(name),
                kind_of(found.get_ref())
            );
            let hint =
                format!("write {} = true where it changes over time, or false", super::toml_text(name));
            fields.refuse("wrong-type", found.span(), message, hint);
        }
        moves
    })
}

fn tolerances(fields: &mut Fields<'_, '_>) -> Vec<Tolerance> {
    let found = entries(fields, "tolerance", |fields, name| {
        if let Some(found) = fields.find(name).filter(|found| found.get_ref().as_str().is_none()) {
            let written = fields.file.slice(found.span()).to_owned();
            let hint = format!("write a share of the figure: {name} = \"{written}%\"");
            fields.refuse("unreadable-tolerance", found.span(), "a tolerance is a text with a % sign", hint);
            return None;
        }
        let text = fields.text(name)?;
        let percent = text.get_ref().strip_suffix('%').and_then(|it| Decimal::from_str_exact(it.trim()).ok());
        let share = percent.and_then(|it| it.checked_div(Decimal::ONE_HUNDRED));
        match share {
            Some(share) if share >= Decimal::ZERO && share < Decimal::ONE => Some(share),
            _ => {
                let message =
                    format!("a tolerance of \"{}\" can't be read", super::fields::plain(text.get_ref()));
                fields.refuse(
                    "unreadable-tolerance",
                    text.span(),
                    message,
                    format!("write a share of the figure: {name} = \"2%\""),
                );
                None
            }
        }
    });
    found.into_iter().map(|(of, share)| Tolerance { of, share }).collect()
}
