//! Values of two kinds: a yes beside what it says yes to, a figure beside a text that tells it.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::models;
use super::telling::{Clause, clauses};
use super::verdict::{Judgement, Verdict};
use super::wordings::Wordings;
use crate::mention;
use crate::value::{Content, Context, Value};

/// Longer texts are not gone through for figures.
const LONGEST: usize = 400;

/// Words that say that something is no more, or won't be.
const ENDED: &[&str] = &[
    "abandoned",
    "abandons",
    "cancelled",
    "canceled",
    "dropped",
    "ended",
    "over",
    "quit",
    "rejected",
    "scrapped",
    "stopped",
    "withdrawn",
    "withdrew",
    "ruled",
];

/// What a value answers where it is a yes or a no, whatever it says behind that: `yes, according to the police`.
pub(super) fn answer(value: &Value) -> Option<bool> {
    if let Content::Truth(truth) = value.content {
        return Some(truth);
    }
    let (first, _) = value.text.split_once([',', ';', ':'])?;
    match first.trim().to_lowercase().as_str() {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

/// Whether a text asks, too: `whether more were aboard`.
fn asks(value: &Value) -> bool {
    value.text.starts_with("whether ")
}

/// Two answers of which one at least says more than yes or no; a yes or a no beside something else; none for other values.
pub(super) fn answers(a: &Value, b: &Value, wordings: &Wordings<'_, '_>) -> Option<Judgement> {
    match (answer(a), answer(b)) {
        (Some(x), Some(y)) if x == y => Some(Judgement::new(Verdict::Agreement, "both give the same answer")),
        (Some(_), Some(_)) if wordings.ask_the_same() => {
            Some(Judgement::new(Verdict::Contradiction, "one says yes, the other no"))
        }
        (Some(_), Some(_)) => {
            let reason = "one says yes, the other no, but to questions in other words";
            Some(Judgement::new(Verdict::Unclear, reason))
        }
        (Some(yes), None) if !asks(b) => YesNoQuestion::new(wordings, wordings.a, wordings.b, b).met(yes),
        (None, Some(yes)) if !asks(a) => YesNoQuestion::new(wordings, wordings.b, wordings.a, a).met(yes),
        _ => None,
    }
}

/// What sort of words a yes stands beside.
#[derive(Clone, Copy, PartialEq, Eq)]
enum WordSort {
    Text,
    List,
    Figure,
}

impl WordSort {
    fn of(content: &Content) -> Self {
        match content {
            Content::Names { names, .. } if names.len() > 1 => Self::List,
            Content::Words { .. } | Content::Names { .. } | Content::Stage { .. } => Self::Text,
            Content::Quantity(_)
            | Content::Rank { .. }
            | Content::Score(..)
            | Content::Days(_)
            | Content::Clock { .. }
            | Content::Truth(_) => Self::Figure,
        }
    }
}

/// What one claim answers with yes or no, and what the other says of it.
struct YesNoQuestion {
    /// The words of the question, without those that only ask.
    asked: BTreeSet<String>,
    asked_of_end: bool,
    /// The words of the other label.
    label: BTreeSet<String>,
    told: Vec<Clause>,
    ended: bool,
    form: WordSort,
    /// Whether the other tells who it was, and that is whom the yes is said of.
    names_the_one: bool,
}

impl YesNoQuestion {
    fn new(wordings: &Wordings<'_, '_>, asking: usize, telling: usize, value: &Value) -> Self {
        let claim = |at: usize| wordings.alignment.claims[at].claim;
        let words = |text: &str| -> BTreeSet<String> {
            clauses(wordings, text).into_iter().flat_map(|it| it.words).collect()
        };
        let of_end = |text: &str| {
            let text = text.to_lowercase();
            let mut words = text.split(|it: char| !it.is_alphanumeric());
            text.contains("walked away")
                || text.contains("no longer")
                || words.any(|word| ENDED.contains(&word))
        };
        let asked = &claim(asking).attribute;
        let (of, named) = (words(&claim(asking).subject), words(&value.text));
        let names_the_one = wordings.alignment.asks_who(telling)
            && !of.is_empty()
            && of.intersection(&named).count() * 2 >= of.len();
        Self {
            asked: words(asked).into_iter().filter(|word| word != "whether").collect(),
            asked_of_end: of_end(asked),
            label: words(&format!("{} {}", claim(telling).subject, claim(telling).attribute)),
            names_the_one,
            told: clauses(wordings, &value.text),
            ended: of_end(&value.text),
            form: WordSort::of(&value.content),
        }
    }

    /// What becomes of a yes or a no beside what the other tells.
    fn met(&self, yes: bool) -> Option<Judgement> {
        let told: BTreeSet<&String> = self.told.iter().flat_map(|it| &it.words).collect();
        let touched = self.asked.iter().any(|word| told.contains(word));
        let is_open = |word: &&String| !told.contains(word) && !self.label.contains(*word);
        let open = self.asked.iter().filter(is_open).count();
        let covered = open == 0;
        let judged = |verdict, reason: &str| Some(Judgement::new(verdict, reason));
        let of_label = (self.ended || self.names_the_one) && self.touches_label();
        if self.asked.is_empty() || !(touched || covered || of_label) {
            return None;
        }
        let denying = self.told.iter().find(|it| it.denies);
        match (yes, denying) {
            (true, _) if self.ended && self.asked_of_end => {
                judged(Verdict::Agreement, "one says yes to what the other tells")
            }
            (true, None) if self.ended => None,
            // Of three words of a question one may be told in another word.
            (true, None)
                if touched
                    && self.form != WordSort::Figure
                    && (covered || self.form != WordSort::List && open * 3 <= self.asked.len()) =>
            {
                judged(Verdict::Agreement, "one says yes to what the other tells")
            }
            (true, None) if covered && self.names_the_one => {
                judged(Verdict::Agreement, "the other names the one of whom one says yes")
            }
            (true, None) => judged(Verdict::Compatible, "the other tells more closely what one says yes to"),
            (true, Some(clause)) => {
                let denied = self.asked.iter().all(|word| clause.words.contains(word));
                (denied && !clause.to_come)
                    .then(|| Judgement::new(Verdict::Contradiction, "one says yes to what the other denies"))
            }
            (false, Some(clause)) => {
                let denied = clause.words.iter().any(|word| self.asked.contains(word));
                (denied || self.ended)
                    .then(|| Judgement::new(Verdict::Agreement, "one says no to what the other denies"))
            }
            (false, None) if self.ended && !self.asked_of_end => {
                judged(Verdict::Agreement, "one says no to what the other calls ended")
            }
            (false, None) => None,
        }
    }

    fn touches_label(&self) -> bool {
        self.asked.iter().any(|word| self.label.contains(word))
    }
}

/// A figure, a date or a stage beside a text that tells it: `third`, `only the third`.
pub(super) fn told_in(
    a: &Value,
    b: &Value,
    wordings: &Wordings<'_, '_>,
    compare: &dyn Fn(&Value, &Value) -> Judgement,
) -> Option<Judgement> {
    let is_text = |value: &Value| {
        matches!(value.content, Content::Words { .. } | Content::Names { .. } | Content::Score(..))
    };
    let (figure, text, at) = match (is_text(a), is_text(b)) {
        (false, true) => (a, b, wordings.b),
        (true, false) => (b, a, wordings.a),
        _ => return None,
    };
    if let Some(judgement) = of_a_score(figure, text).or_else(|| unhurt(figure, text, wordings)) {
        return Some(judgement);
    }
    if text.text.len() > LONGEST {
        return None;
    }
    let told = wordings.alignment.claims[at];
    let label = format!("{} {}", told.claim.subject, told.claim.attribute);
    let desk = wordings.desk;
    let context = Context {
        label: &label,
        published: told.article.published,
        currency: told.article.currency.as_deref().or(desk.currency.as_deref()),
        ..desk.context()
    };
    let mentioned = mention::figures(&text.text, &context);
    let judged = mentioned.iter().map(|it| (it, compare(figure, &it.value)));
    let (told, judgement) = judged.into_iter().find(|(_, it)| it.verdict.stands_together())?;
    let same = judgement.verdict == Verdict::Agreement;
    if let Some(apart) = models::apart(figure, text, same).filter(|_| figure.counted.is_some()) {
        return Some(apart);
    }
    let (before, behind) = (text.text.get(..told.span.start)?, text.text.get(told.span.end..)?);
    let labels = wordings.labels();
    let rest = clauses(wordings, &format!("{before} , {behind}")).into_iter().flat_map(|it| it.words);
    let more = rest.filter(|word| !labels.contains(word)).count();
    let (verdict, reason) = match judgement.verdict {
        Verdict::Agreement if more < 2 => (Verdict::Agreement, "the text tells the same".to_owned()),
        Verdict::Agreement => (Verdict::Compatible, "the text tells the same, and more".to_owned()),
        verdict => (verdict, format!("the text tells it: {}", judgement.reason)),
    };
    Some(Judgement::new(verdict, reason))
}

/// A count beside a score that holds it: `61`, `61-38`.
fn of_a_score(figure: &Value, score: &Value) -> Option<Judgement> {
    let Content::Score(x, y) = score.content else { return None };
    let count = figure.quantity()?.stated;
    let holds = count.low == count.high && (count.low == Some(x) || count.low == Some(y));
    holds.then(|| Judgement::new(Verdict::Agreement, "the score holds the figure"))
}

/// Nobody hurt beside so many who are.
fn unhurt(figure: &Value, text: &Value, wordings: &Wordings<'_, '_>) -> Option<Judgement> {
    const UNHURT: &[&str] = &["unhurt", "unharmed", "uninjured", "unscathed"];
    const HURT: &[&str] = &["hurt", "injured", "injuries", "wounded"];
    let is = |table: &[&str], text: &str| {
        let text = text.to_lowercase();
        text.split(|it: char| !it.is_alphanumeric()).any(|word| table.contains(&word))
    };
    let few = text.text.split_whitespace().count() <= 3;
    let stated = figure.quantity().filter(|_| few && is(UNHURT, &text.text) && wordings.ask(HURT))?.stated;
    match (stated.low, stated.high) {
        (_, Some(high)) if high.is_zero() => {
            Some(Judgement::new(Verdict::Agreement, "both say that nobody was hurt"))
        }
        (Some(low), _) if low >= Decimal::ONE => Some(Judgement::new(
            Verdict::Contradiction,
            "one says that nobody was hurt, the other counts them",
        )),
        _ => None,
    }
}
