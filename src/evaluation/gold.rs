//! `gold.json`: which claims of a story people have put together, and how they judged each pair.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::claim::{Article, Story};
use crate::files::{Problem, Read, Severity, TextFile};
use crate::fusion::Verdict;

/// Two claims by their positions in the story, the smaller one first.
pub type ClaimPair = (usize, usize);

/// What people have said of the claims of a story. Claims are counted through all its articles, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gold {
    /// Claims that are about one fact.
    pub items: Vec<Vec<usize>>,
    /// How two claims of one item stand to each other.
    pub verdicts: BTreeMap<ClaimPair, Verdict>,
    /// Pairs on which the annotators differed: they are left out of every count.
    pub disputed: BTreeSet<ClaimPair>,
}

/// The pair in its order.
pub(super) fn pair(a: usize, b: usize) -> ClaimPair {
    (a.min(b), a.max(b))
}

#[derive(Deserialize)]
struct GoldFile<'t> {
    #[serde(borrow)]
    items: Vec<&'t RawValue>,
    #[serde(borrow)]
    verdicts: Vec<&'t RawValue>,
    #[serde(borrow, default)]
    disputed: Vec<&'t RawValue>,
}

#[derive(Deserialize)]
struct GoldItem<'t> {
    #[serde(borrow)]
    claims: Vec<&'t RawValue>,
}

#[derive(Deserialize)]
struct GoldVerdict<'t> {
    #[serde(borrow)]
    a: &'t RawValue,
    #[serde(borrow)]
    b: &'t RawValue,
    #[serde(borrow)]
    verdict: &'t RawValue,
}

const DOCUMENT: &str =
    "gold.json is {\"items\": […], \"verdicts\": […], \"disputed\": […]}; see docs/evaluation.md";
const ITEM: &str = "an item is {\"label\": \"…\", \"claims\": [\"FILE#1\", …]}";
const JUDGED: &str = "a verdict is {\"a\": \"FILE#1\", \"b\": \"FILE#1\", \"verdict\": \"agreement\"}";
const DISPUTED: &str = "a disputed pair is [\"FILE#1\", \"FILE#1\"]";
const CLAIM: &str =
    "a claim is \"FILE#NUMBER\": the file's name without .toml, and which [[claim]] it is, from 1";

impl Gold {
    /// Reads the annotations of a story; whatever is wrong goes to `problems`, all that is right is in the gold.
    pub fn read(path: &Path, story: &Story, problems: &mut Vec<Problem>) -> Self {
        Self::read_by(&TextFile::read, path, story, problems)
    }

    /// The same, with a file that was not read from disk.
    pub fn read_by(read: &Read<'_>, path: &Path, story: &Story, problems: &mut Vec<Problem>) -> Self {
        match read(path) {
            Ok(file) => {
                let replaced = story.earlier.iter().flat_map(|it| named(&it.article)).collect();
                GoldReader { file: &file, claims: names(story), replaced, problems }.gold()
            }
            Err(problem) => {
                problems.push(*problem);
                Self::default()
            }
        }
    }
}

/// The claims of a story as `gold.json` calls them, and their positions.
fn names(story: &Story) -> BTreeMap<String, usize> {
    story.articles.iter().flat_map(named).enumerate().map(|(at, name)| (name, at)).collect()
}

/// What `gold.json` calls the claims of an article.
fn named(article: &Article) -> impl Iterator<Item = String> {
    let stem = Path::new(article.file.path()).file_stem().unwrap_or_default().to_string_lossy();
    article.claims.iter().map(move |claim| format!("{stem}#{}", claim.number))
}

struct GoldReader<'a> {
    file: &'a Arc<TextFile>,
    claims: BTreeMap<String, usize>,
    /// The claims of articles that later versions have replaced: they are in no item.
    replaced: BTreeSet<String>,
    problems: &'a mut Vec<Problem>,
}

impl GoldReader<'_> {
    fn gold(&mut self) -> Gold {
        let mut gold = Gold::default();
        let text = self.file.text();
        let whole = match serde_json::from_str::<&RawValue>(text) {
            Ok(whole) => whole,
            Err(error) => {
                let at = self.place(&error);
                self.refuse(at..at, format!("this is no JSON: {}", plain(&error)), DOCUMENT);
                return gold;
            }
        };
        let Some(document) = self.parse::<GoldFile<'_>>(whole, DOCUMENT) else { return gold };
        let mut item_of = BTreeMap::new();
        for (number, raw) in document.items.into_iter().enumerate() {
            let Some(item) = self.parse::<GoldItem<'_>>(raw, ITEM) else { continue };
            gold.items.push(self.item(&item, number, &mut item_of));
        }
        for raw in document.verdicts {
            let Some(judged) = self.parse::<GoldVerdict<'_>>(raw, JUDGED) else { continue };
            let verdict = self.verdict(judged.verdict);
            let Some((pair, verdict)) = self.pair(raw, judged.a, judged.b).zip(verdict) else { continue };
            if gold.verdicts.get(&pair).is_some_and(|known| *known != verdict) {
                self.refuse(
                    self.span(raw),
                    "the pair has another verdict above",
                    "keep the one that is right",
                );
            } else if item_of.get(&pair.0).zip(item_of.get(&pair.1)).is_none_or(|(a, b)| a != b) {
                let hint = "put both into one item, or remove the verdict: it counts for nothing";
                self.note(
                    Severity::Warning,
                    self.span(raw),
                    "a verdict on claims that are not in one item",
                    hint,
                );
            }
            gold.verdicts.insert(pair, verdict);
        }
        for raw in document.disputed {
            let Some([a, b]) = self.parse::<[&RawValue; 2]>(raw, DISPUTED) else { continue };
            gold.disputed.extend(self.pair(raw, a, b));
        }
        gold
    }

    /// The claims of an item, none of which may be in another one.
    fn item(
        &mut self,
        item: &GoldItem<'_>,
        number: usize,
        item_of: &mut BTreeMap<usize, usize>,
    ) -> Vec<usize> {
        let mut claims = Vec::new();
        for raw in &item.claims {
            let Some(claim) = self.claim(raw) else { continue };
            match item_of.insert(claim, number) {
                None => claims.push(claim),
                Some(other) => {
                    item_of.insert(claim, other);
                    let place = if other == number { "this item" } else { "another item above" };
                    let hint = "a claim is in one item at most: remove it from the other one";
                    self.refuse(self.span(raw), format!("the claim {} is in {place}, too", raw.get()), hint);
                }
            }
        }
        claims
    }

    fn pair(&mut self, raw: &RawValue, a: &RawValue, b: &RawValue) -> Option<ClaimPair> {
        let (mine, yours) = (self.claim(a), self.claim(b));
        let (mine, yours) = mine.zip(yours)?;
        if mine == yours {
            self.refuse(self.span(raw), "a pair of a claim and itself", "name two different claims");
            return None;
        }
        Some(pair(mine, yours))
    }

    fn claim(&mut self, raw: &RawValue) -> Option<usize> {
        let name = self.parse::<String>(raw, CLAIM)?;
        let found = self.claims.get(&name).copied();
        if found.is_none() && !self.replaced.contains(&name) {
            let hint = match name.rsplit_once('#') {
                Some((stem, _)) => self.numbers(stem),
                None => CLAIM.to_owned(),
            };
            self.refuse(self.span(raw), format!("there is no claim {}", raw.get()), hint);
        }
        found
    }

    /// Which claims a file has, as a hint.
    fn numbers(&self, stem: &str) -> String {
        let of = |name: &'_ String| {
            let (file, number) = name.rsplit_once('#')?;
            (file == stem).then(|| number.parse::<usize>().ok())?
        };
        let numbers: Vec<usize> = self.claims.keys().filter_map(of).collect();
        match (numbers.iter().min(), numbers.iter().max()) {
            (Some(first), Some(last)) => {
                format!(
                    "the claims of {stem}.toml are {first} to {last}, without those that say nothing (n/a)"
                )
            }
            _ => format!("there is no claim file {stem}.toml in this folder, or no claim in it"),
        }
    }

    fn verdict(&mut self, raw: &RawValue) -> Option<Verdict> {
        let name = self.parse::<String>(raw, JUDGED)?;
        let known = || Verdict::ALL.into_iter().filter(|verdict| *verdict != Verdict::Single);
        let found = known().find(|verdict| verdict.name() == name);
        if found.is_none() {
            let names: Vec<&str> = known().map(Verdict::name).collect();
            let hint = format!("it is one of {}", names.join(", "));
            self.refuse(self.span(raw), format!("there is no verdict {}", raw.get()), hint);
        }
        found
    }

    /// A part of the document as `T`.
    fn parse<'t, T: Deserialize<'t>>(&mut self, raw: &'t RawValue, hint: &str) -> Option<T> {
        match serde_json::from_str(raw.get()) {
            Ok(found) => Some(found),
            Err(error) => {
                self.refuse(self.span(raw), plain(&error), hint);
                None
            }
        }
    }

    /// Where a part of the document stands: it borrows from the file's text.
    fn span(&self, raw: &RawValue) -> Range<usize> {
        let start = raw.get().as_ptr().addr() - self.file.text().as_ptr().addr();
        start..start + raw.get().len()
    }

    /// The byte that a syntax error is about.
    fn place(&self, error: &serde_json::Error) -> usize {
        let text = self.file.text();
        let before: usize =
            text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        let mut at = (before + error.column().saturating_sub(1)).min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    fn refuse(&mut self, span: Range<usize>, message: impl Into<String>, hint: impl Into<String>) {
        self.note(Severity::Error, span, message, hint);
    }

    fn note(
        &mut self,
        severity: Severity,
        span: Range<usize>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        self.problems.push(Problem::new(severity, self.file, span, message).hint(hint));
    }
}

/// What serde says, without the place, which is counted in the part alone.
fn plain(error: &serde_json::Error) -> String {
    let said = error.to_string();
    said.rsplit_once(" at line ").map_or(said.clone(), |(message, _)| message.to_owned())
}
