//! What comes of an entry's claims, before anything is saved: how each is read, and what the other outlets say.

use gainsay::baseline::JudgedItem;
use gainsay::files::{Problem, Severity, shown_path};
use gainsay::fusion::Verdict;
use gainsay::lint;
use gainsay::workspace::Checked;

use super::entry::Entry;
use super::file;
use crate::desk::Desk;

/// More outlets than these are counted.
const MOST: usize = 6;

/// What comes of a claim.
#[derive(Clone, Debug, Default)]
pub(super) struct Look {
    /// How its value is read: what sort it is, and what is understood.
    pub(super) kind: &'static str,
    pub(super) understood: String,
    /// What a reader of it should know.
    pub(super) notes: Vec<String>,
    /// The fact that it is taken to tell, where others tell it.
    pub(super) fact: Option<Fact>,
    /// What is wrong with it.
    pub(super) wrong: Vec<String>,
}

/// A fact that others tell, too.
#[derive(Clone, Debug)]
pub(super) struct Fact {
    pub(super) label: String,
    pub(super) verdict: Verdict,
    pub(super) others: Vec<Other>,
    pub(super) more: usize,
}

impl Fact {
    /// The class by which the style knows its verdict.
    pub(super) fn class(&self) -> String {
        self.verdict.name().chars().take(3).collect()
    }
}

/// What another outlet says.
#[derive(Clone, Debug)]
pub(super) struct Other {
    pub(super) outlet: String,
    pub(super) value: String,
    pub(super) verdict: &'static str,
    pub(super) reason: String,
}

/// What comes of each claim of an entry; and what is wrong with the entry as a whole.
pub(super) fn at(desk: &Desk, entry: &Entry) -> (Vec<Look>, Vec<String>) {
    let texts = file::drawn(entry);
    let Some(path) =
        texts.keys().find(|it| it.extension().is_some_and(|it| it == "toml") && !it.ends_with("story.toml"))
    else {
        return (Vec::new(), Vec::new());
    };
    let name = shown_path(path);
    let checked = desk.as_if(&entry.path(), path, &texts);
    let of_file = |it: &&Problem| it.file.path() == name;
    let careful =
        article(&checked, &name).map(|it| lint::article(it, &checked.story.desk)).unwrap_or_default();
    let own: Vec<&Problem> = checked.problems.iter().filter(of_file).chain(&careful).collect();
    let looks: Vec<Look> = (0..entry.claims.len()).map(|at| look(&checked, &name, at + 1, &own)).collect();
    let spans: Vec<_> =
        article(&checked, &name).into_iter().flat_map(|it| &it.claims).map(|it| it.span.clone()).collect();
    let whole = own.iter().filter(|it| {
        it.severity == Severity::Error && !spans.iter().any(|span| span.contains(&it.span.start))
    });
    // A claim that is being typed lacks this and that: what can't be left so is told when it is saved.
    let typed =
        entry.claims.iter().any(|it| it.subject.is_empty() || it.attribute.is_empty() || it.value.is_empty());
    (looks, whole.filter(|_| !typed).map(|it| told(it)).collect())
}

fn article<'c>(checked: &'c Checked, name: &str) -> Option<&'c gainsay::claim::Article> {
    checked.story.all_articles().find(|it| it.file.path() == name)
}

fn look(checked: &Checked, name: &str, number: usize, problems: &[&Problem]) -> Look {
    let claim = article(checked, name).and_then(|it| it.claims.iter().find(|it| it.number == number));
    let Some(claim) = claim else { return Look::default() };
    let value = &claim.value;
    let hedge = value.hedge.iter().map(|it| format!("hedge: {it}"));
    let remarks = value.remarks().into_iter().map(|(name, words)| format!("{name}: {words}"));
    let others = value.others.iter().map(|it| format!("or else {}: {}", it.kind.name(), it.understood()));
    let is_here = |it: &&&Problem| claim.span.contains(&it.span.start);
    Look {
        kind: value.kind.name(),
        understood: value.understood(),
        notes: hedge
            .chain(remarks)
            .chain(value.notes.iter().map(ToString::to_string))
            .chain(others)
            .collect(),
        fact: checked.item_of(name, number).filter(|(item, _)| item.claims.len() > 1).map(fact),
        wrong: problems.iter().filter(is_here).map(|it| told(it)).collect(),
    }
}

fn fact((item, own): (JudgedItem<'_>, usize)) -> Fact {
    let mut others: Vec<Other> = item
        .others(own)
        .map(|(claim, it)| Other {
            outlet: claim.outlet.clone(),
            value: claim.value.clone(),
            verdict: it.map_or("", |it| it.verdict.name()),
            reason: it
                .filter(|it| it.verdict > Verdict::Agreement)
                .map_or_else(String::new, |it| it.reason.clone()),
        })
        .collect();
    let more = others.len().saturating_sub(MOST);
    others.truncate(MOST);
    Fact { label: item.label.clone(), verdict: item.verdict, others, more }
}

fn told(problem: &Problem) -> String {
    if problem.hint.is_empty() {
        problem.message.clone()
    } else {
        format!("{}: {}", problem.message, problem.hint)
    }
}
