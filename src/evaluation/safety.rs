//! Whether what is advised is safe: words fit to print that no annotated claim contradicts, and outlets named only where the
//! annotations bear it out.

use crate::view;
use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::Path;

use rayon::prelude::*;
use serde::Serialize;

use super::Annotated;
use super::gold::{Gold, pair};
use crate::files::safe;
use crate::fusion::{self, DataItem, SafeReason, Verdict};
use crate::linkage::{self, Alignment};
use crate::value::{self, Content, Context};
use crate::view::{Accusation, Against};

/// What a report advises and whom it names, with what of that the annotations speak against.
#[derive(Debug, Serialize)]
pub struct Safety {
    /// Over all stories.
    #[serde(flatten)]
    pub all: SafetyCounts,
    /// Story by story.
    pub stories: Vec<StorySafety>,
}

/// What one story's report advises.
#[derive(Debug, Serialize)]
pub struct StorySafety {
    /// The folder's name.
    pub name: String,
    /// Its counts.
    #[serde(flatten)]
    pub counts: SafetyCounts,
    /// Everything that is advised or held against somebody.
    pub told: Vec<Assertion>,
}

/// How much of each sort there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SafetyCounts {
    /// Words that are fit to print.
    pub printed: ErrorTally,
    /// One source, two numbers.
    pub one_source: ErrorTally,
    /// Outlets that stand alone.
    pub alone: ErrorTally,
    /// Outlets that contradict themselves.
    pub with_itself: ErrorTally,
    /// Outlets that are silent.
    pub silent: ErrorTally,
}

/// So many, and so many of them wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ErrorTally {
    /// All.
    pub all: usize,
    /// Those that the annotations speak against.
    pub wrong: usize,
}

/// What sort of thing is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AssertionKind {
    /// Words that are fit to print.
    Printed,
    /// One source, two numbers.
    OneSource,
    /// An outlet that stands alone.
    Alone,
    /// An outlet that contradicts itself.
    WithItself,
    /// An outlet that is silent.
    Silent,
}

/// One thing that a report advises, or holds against somebody.
#[derive(Clone, Debug, Serialize)]
pub struct Assertion {
    /// What sort of thing it is.
    pub sort: AssertionKind,
    /// The label of its item.
    pub item: String,
    /// The words to print, or who is named.
    pub words: String,
    /// The values of the item, as worded.
    pub values: Vec<String>,
    /// Why it is wrong, where it is.
    pub wrong: Option<String>,
}

impl AssertionKind {
    fn name(self) -> &'static str {
        match self {
            Self::Printed => "print",
            Self::OneSource => "ask",
            Self::Alone => "alone",
            Self::WithItself => "self",
            Self::Silent => "silent",
        }
    }
}

impl SafetyCounts {
    fn of(&mut self, sort: AssertionKind) -> &mut ErrorTally {
        match sort {
            AssertionKind::Printed => &mut self.printed,
            AssertionKind::OneSource => &mut self.one_source,
            AssertionKind::Alone => &mut self.alone,
            AssertionKind::WithItself => &mut self.with_itself,
            AssertionKind::Silent => &mut self.silent,
        }
    }

    fn add(&mut self, told: &Assertion) {
        let counts = self.of(told.sort);
        counts.all += 1;
        counts.wrong += usize::from(told.wrong.is_some());
    }

    /// How much is wrong of all.
    pub fn wrong(&self) -> usize {
        let all = [self.printed, self.one_source, self.alone, self.with_itself, self.silent];
        all.iter().map(|it| it.wrong).sum()
    }
}

/// Checks what the reports of annotated stories advise.
pub fn safety(stories: &[Annotated]) -> Safety {
    let told: Vec<Vec<Assertion>> = stories.par_iter().map(told).collect();
    let all = counts(told.iter().flatten());
    let named = |(story, told): (&Annotated, Vec<Assertion>)| StorySafety {
        name: story.story.name.clone(),
        counts: counts(&told),
        told,
    };
    Safety { all, stories: stories.iter().zip(told).map(named).collect() }
}

fn counts<'a>(told: impl IntoIterator<Item = &'a Assertion>) -> SafetyCounts {
    let mut counts = SafetyCounts::default();
    told.into_iter().for_each(|it| counts.add(it));
    counts
}

fn told(Annotated { story, gold }: &Annotated) -> Vec<Assertion> {
    let alignment = linkage::align(story);
    let items = fusion::fuse(&alignment, story);
    let view = view::StoryView::new(story, &alignment, &items);
    let mut told = Vec::new();
    for (item, view) in items.iter().zip(&view.items) {
        let judge = ItemJudge { alignment: &alignment, gold, item };
        let mut tell = |sort, words: String, wrong| {
            let values = view.claims.iter().map(|it| it.value.clone()).collect();
            told.push(Assertion { sort, item: view.label.clone(), words, values, wrong });
        };
        if let Some(safe) = &item.safe {
            tell(AssertionKind::Printed, safe.words.clone(), judge.printed(safe));
        }
        for found in &item.one_source {
            tell(AssertionKind::OneSource, found.origin.clone(), judge.one_source(&found.claims));
        }
        for it in view.accusations() {
            let sort = match it.against {
                Against::Alone => AssertionKind::Alone,
                Against::Itself => AssertionKind::WithItself,
                Against::Silent => AssertionKind::Silent,
            };
            let wrong = judge.accusation(&it);
            tell(sort, it.outlet, wrong);
        }
    }
    told
}

/// An item beside what people say of its claims.
struct ItemJudge<'a> {
    alignment: &'a Alignment<'a>,
    gold: &'a Gold,
    item: &'a DataItem,
}

impl ItemJudge<'_> {
    /// The claim at a place of the item, as the annotations count it.
    fn claim(&self, at: usize) -> usize {
        self.item.claims[at]
    }

    /// All that people have put into one item with a claim.
    fn beside(&self, claim: usize) -> impl Iterator<Item = usize> {
        let with = self.gold.items.iter().filter(move |item| item.contains(&claim)).flatten().copied();
        with.filter(move |other| *other != claim)
    }

    fn verdict(&self, a: usize, b: usize) -> Option<Verdict> {
        self.gold.verdicts.get(&pair(a, b)).copied().filter(|_| !self.gold.disputed.contains(&pair(a, b)))
    }

    fn contradict(&self, a: usize, b: usize) -> bool {
        self.verdict(a, b) == Some(Verdict::Contradiction)
    }

    fn outlet(&self, claim: usize) -> &str {
        &self.alignment.claims[claim].article.outlet
    }

    fn shown(&self, claim: usize) -> String {
        let told = self.alignment.claims[claim];
        let path = Path::new(told.article.file.path());
        let file = path.file_stem().unwrap_or_default().to_string_lossy();
        format!("{file}#{} “{}”", told.claim.number, told.claim.value.text)
    }

    /// A claim that contradicts words that are fit to print.
    fn printed(&self, safe: &fusion::SafeWording) -> Option<String> {
        let all: Vec<usize> = (0..self.item.claims.len()).collect();
        let users = if safe.claims.is_empty() { &all } else { &safe.claims };
        let against = |user: usize| {
            self.beside(user).find(|&other| match safe.why {
                SafeReason::Rounded => !self.rounds(&safe.words, other),
                SafeReason::Stated | SafeReason::BorneOut => self.contradict(user, other),
            })
        };
        let found = users.iter().find_map(|&at| against(self.claim(at)))?;
        Some(format!("contradicted by {}", self.shown(found)))
    }

    /// Whether a claim bears out figures that were rounded in words; one that is no figure speaks neither way.
    fn rounds(&self, words: &str, claim: usize) -> bool {
        let claim = self.alignment.claims[claim].claim;
        let label = format!("{} {}", claim.subject, claim.attribute);
        let words = value::read(words, &Context { label: &label, ..Context::default() });
        match (&words.content, &claim.value.content) {
            (
                Content::Quantity(x) | Content::Rank { place: x, .. },
                Content::Quantity(y) | Content::Rank { place: y, .. },
            ) => x.possible.meets(&y.possible),
            _ => true,
        }
    }

    fn one_source(&self, claims: &[usize]) -> Option<String> {
        let claims: Vec<usize> = claims.iter().map(|&at| self.claim(at)).collect();
        let borne_out = claims.iter().any(|&a| claims.iter().any(|&b| self.contradict(a, b)));
        (!borne_out).then(|| "no annotated contradiction between them".to_owned())
    }

    fn accusation(&self, found: &Accusation) -> Option<String> {
        let claims: Vec<usize> = found.claims.iter().map(|&at| self.claim(at)).collect();
        match found.against {
            Against::Itself => {
                let borne_out = claims.iter().any(|&a| claims.iter().any(|&b| self.contradict(a, b)));
                (!borne_out).then(|| "annotated otherwise".to_owned())
            }
            Against::Alone => claims.iter().find_map(|&claim| self.not_alone(claim)),
            Against::Silent => {
                let known: BTreeSet<usize> =
                    self.item.claims.iter().flat_map(|&claim| self.beside(claim)).collect();
                let theirs = known.into_iter().find(|&other| self.outlet(other) == found.outlet);
                theirs.map(|other| format!("it says {}", self.shown(other)))
            }
        }
    }

    /// Why a claim does not stand alone: nobody contradicts it, or somebody else says so, too.
    fn not_alone(&self, claim: usize) -> Option<String> {
        let others: Vec<usize> =
            self.beside(claim).filter(|&other| self.outlet(other) != self.outlet(claim)).collect();
        if !others.iter().any(|&other| self.contradict(claim, other)) {
            return Some(format!("nobody contradicts {}", self.shown(claim)));
        }
        let same = others.into_iter().find(|&other| self.verdict(claim, other) == Some(Verdict::Agreement));
        same.map(|other| format!("so says {}", self.shown(other)))
    }
}

/// Writes what is advised, line by line with what is wrong, and the counts.
pub fn safety_table(safety: &Safety, out: &mut dyn Write) -> io::Result<()> {
    for story in &safety.stories {
        writeln!(out, "{}", safe(&story.name))?;
        for it in &story.told {
            let (item, words) = (safe(&it.item), safe(&it.words));
            writeln!(out, "    {:8}{item}: “{words}” ({})", it.sort.name(), safe(&it.values.join(" / ")))?;
            if let Some(why) = &it.wrong {
                writeln!(out, "        WRONG: {}", safe(why))?;
            }
        }
    }
    writeln!(out, "\n{:24}{:>8}{:>8}", "", "all", "wrong")?;
    let SafetyCounts { printed, one_source, alone, with_itself, silent } = safety.all;
    for (name, counts) in [
        ("fit to print", printed),
        ("one source, two numbers", one_source),
        ("stands alone", alone),
        ("contradicts itself", with_itself),
        ("silent", silent),
    ] {
        writeln!(out, "{name:24}{:>8}{:>8}", counts.all, counts.wrong)?;
    }
    Ok(())
}
