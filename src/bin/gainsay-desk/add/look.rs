//! What comes of an entry's claims, before anything is saved: how each is read, and what the other outlets say.

use gainsay::baseline::JudgedItem;
use gainsay::claim::Claim;
use gainsay::files::{Problem, Severity, shown_path};
use gainsay::fusion::Verdict;
use gainsay::lint;
use gainsay::review::ClaimFileForm;
use gainsay::value::{self, Kind};
use gainsay::view::Item;
use gainsay::workspace::CheckedStory;

use super::entry::{ArticleEntry, Kept};
use super::file;
use super::saved::Saved;
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
    pub(super) fact: Option<SharedFact>,
    /// What is wrong with it.
    pub(super) wrong: Vec<String>,
    /// How that can be put right with a click.
    pub(super) mends: Vec<Mend>,
    /// Why somebody is to look at its value once more before it is saved.
    pub(super) doubt: Option<String>,
}

/// A fact that others tell, too.
#[derive(Clone, Debug)]
pub(super) struct SharedFact {
    pub(super) label: String,
    pub(super) verdict: Verdict,
    pub(super) others: Vec<OtherValue>,
    pub(super) more: usize,
}

impl SharedFact {
    /// The class by which the style knows its verdict.
    pub(super) fn class(&self) -> String {
        self.verdict.name().chars().take(3).collect()
    }
}

/// A claim put right.
#[derive(Clone, Debug)]
pub(super) struct Mend {
    /// What that does, in a few words.
    pub(super) label: String,
    /// The claim as it is then.
    pub(super) claim: Kept,
}

impl Mend {
    /// What a fix makes of a claim of its file; nothing where it is about something else.
    fn new(problem: &Problem, number: usize, own: &Kept) -> Option<Self> {
        let fix = problem.fix.as_ref()?;
        let mut text = problem.file.text().to_owned();
        let mut edits: Vec<_> = fix.edits.iter().collect();
        edits.sort_by_key(|(span, _)| std::cmp::Reverse(span.start));
        for (span, words) in edits {
            text.get(span.clone())?;
            text.replace_range(span.clone(), words);
        }
        let sheet = ClaimFileForm::read(&text).ok()?;
        let claim = Kept { number: own.number, ..Kept::of_file(number, sheet.claims.get(number - 1)?) };
        let label = if claim == (Kept { value: claim.value.clone(), ..own.clone() }) {
            format!("Write “{}”", claim.value)
        } else if claim == (Kept { quote: claim.quote.clone(), ..own.clone() }) {
            format!("Quote “{}”", claim.quote)
        } else {
            fix.label.clone()
        };
        (claim != *own).then_some(Self { label, claim })
    }
}

/// What another outlet says.
#[derive(Clone, Debug)]
pub(super) struct OtherValue {
    pub(super) outlet: String,
    pub(super) value: String,
    pub(super) verdict: &'static str,
    pub(super) reason: String,
}

/// What comes of each claim of an entry; and what is wrong with the entry as a whole.
pub(super) fn at(desk: &Desk, entry: &ArticleEntry, there: Option<&Saved>) -> (Vec<Look>, Vec<String>) {
    let (path, texts) = match file::drawn(entry, there.map(Saved::there)) {
        Ok(drawn) => drawn,
        Err(why) => return (vec![Look::default(); entry.claims.len()], vec![why]),
    };
    let name = shown_path(&path);
    let checked = desk.as_if(&entry.path(), &path, &texts);
    let of_file = |it: &&Problem| it.file.path() == name;
    let careful =
        article(&checked, &name).map(|it| lint::article(it, &checked.story.desk)).unwrap_or_default();
    let own: Vec<&Problem> = checked.problems.iter().filter(of_file).chain(&careful).collect();
    let looks: Vec<Look> = entry
        .claims
        .iter()
        .enumerate()
        .map(|(at, kept)| look(&checked, &name, at + 1, (kept, &own)))
        .collect();
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

/// Why somebody is to look at a value once more: it is read as words and may be meant as a figure, or it is a figure and its
/// quote has none of the kind.
fn doubt(claim: &Claim, problems: &[&Problem], fact: Option<&Item>) -> Option<String> {
    let value = &claim.value.text;
    let is_found = |rule: &str| problems.iter().any(|it| it.rule == Some(rule));
    let kind = claim.value.kind;
    if kind.is_figure() {
        return is_found("quote-without-value").then(|| format!("“{value}” does not stand in its quote."));
    }
    if kind != Kind::Text {
        return None;
    }
    if is_found("unreadable-figure") {
        return Some(format!(
            "“{value}” is read as words, not as a figure, and would be compared by them alone."
        ));
    }
    if let Some(item) =
        fact.filter(|it| !matches!(it.kind, Kind::Text | Kind::Names | Kind::Truth | Kind::Stage))
    {
        return Some(format!(
            "“{value}” is read as words, and the other outlets give a {}.",
            item.kind.name()
        ));
    }
    let label = format!("{} {}", claim.subject, claim.attribute);
    value::asks_for_figure(&label)
        .then(|| format!("“{value}” is read as words, and “{}” seems to ask for a figure.", claim.attribute))
}

fn article<'c>(checked: &'c CheckedStory, name: &str) -> Option<&'c gainsay::claim::Article> {
    checked.story.all_articles().find(|it| it.file.path() == name)
}

fn look(checked: &CheckedStory, name: &str, number: usize, (kept, problems): (&Kept, &[&Problem])) -> Look {
    let claim = article(checked, name).and_then(|it| it.claims.iter().find(|it| it.number == number));
    let Some(claim) = claim else { return Look::default() };
    let value = &claim.value;
    let remarks = value.remarks().into_iter().map(|(name, words)| format!("{name}: {words}"));
    let others = value.others.iter().map(|it| format!("or else {}: {}", it.kind.name(), it.understood()));
    let here: Vec<&Problem> =
        problems.iter().copied().filter(|it| claim.span.contains(&it.span.start)).collect();
    let item = checked.item_of(name, number).filter(|(item, _)| item.claims.len() > 1);
    Look {
        kind: value.kind.name(),
        understood: value.understood(),
        notes: remarks.chain(value.notes.iter().map(ToString::to_string)).chain(others).collect(),
        doubt: doubt(claim, &here, item.map(|it| it.0.view)),
        fact: item.map(fact),
        mends: here.iter().filter_map(|it| Mend::new(it, number, kept)).collect(),
        wrong: here.into_iter().map(told).collect(),
    }
}

fn fact((item, own): (JudgedItem<'_>, usize)) -> SharedFact {
    let mut others: Vec<OtherValue> = item
        .others(own)
        .map(|(claim, it)| OtherValue {
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
    SharedFact { label: item.label.clone(), verdict: item.verdict, others, more }
}

/// What is wrong and what to do, where no button does it.
fn told(problem: &Problem) -> String {
    if problem.hint.is_empty() || problem.fix.is_some() {
        problem.message.clone()
    } else {
        format!("{}: {}", problem.message, problem.hint)
    }
}
