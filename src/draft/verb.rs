//! The verbs of a sentence, each with the words that help it.

use std::ops::Range;

use super::sentence::Sentence;
use super::words::{
    is_auxiliary, is_determiner, is_joint, is_modal, is_preposition, is_pronoun, opens_clause,
};
use crate::english::verbs::{self, VerbForm};

/// A verb and the words that help it: `had been fined`, `agreed to buy`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Verb {
    pub(super) group: Range<usize>,
    pub(super) form: VerbForm,
}

impl Verb {
    /// The verb itself, the last word of the group.
    pub(super) fn head(&self) -> usize {
        self.group.end - 1
    }

    /// Whether nothing helps it.
    pub(super) fn is_bare(&self) -> bool {
        self.group.len() == 1
    }

    /// Whether it is done to what stands before it: `was fined`, but not `was carrying`.
    pub(super) fn is_passive(&self, sentence: &Sentence<'_>) -> bool {
        let be = |at: usize| sentence.is_at(at, "is|are|was|were|be|been|being");
        self.form != VerbForm::Going && !be(self.head()) && self.group.clone().any(be)
    }

    /// Whether it says no more than that something is, or how much it has.
    pub(super) fn is_plain(&self, sentence: &Sentence<'_>) -> bool {
        sentence
            .is_at(self.head(), "is|are|was|were|be|been|has|have|had|remain|remained|remains|became|become")
    }
}

/// The verb that ends at a word, if one does.
pub(super) fn verb_at(sentence: &Sentence<'_>, at: usize) -> Option<Verb> {
    let form = form_at(sentence, at)?;
    let mut start = at;
    // Adverbs may stand between a verb and what helps it.
    let mut from = at;
    while let Some(before) = from
        .checked_sub(1)
        .filter(|&it| !sentence.breaks_behind(it) && (!sentence.in_figure(it) || sentence.opens_figure(it)))
    {
        if helps(sentence, before) || sentence.is_at(before, "to") && start == from && form == VerbForm::Base
        {
            start = before;
        } else if !is_adverb(sentence.word(before)) {
            break;
        }
        from = before;
    }
    // `will stay closed`, `became stranded`
    let linked = start
        .checked_sub(1)
        .filter(|&it| form != VerbForm::Base && sentence.is_at(it, LINKING) && !sentence.breaks_behind(it));
    if let Some(linking) = linked.and_then(|it| verb_at(sentence, it)) {
        start = linking.group.start;
    }
    Some(Verb { group: start..at + 1, form })
}

/// Verbs that say that somebody is, stays or becomes something.
const LINKING: &str = "stay|stays|stayed|remain|remains|remained|become|becomes|became|get|gets|got";

fn helps(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = sentence.word(at);
    // The month of May is no `may`.
    let month = at > 0 && sentence.written(&(at..at + 1)).starts_with(char::is_uppercase);
    is_auxiliary(word) || is_modal(word) && !month
}

/// Words that may stand between a verb and what helps it.
pub(super) fn is_adverb(word: &str) -> bool {
    word.ends_with("ly")
        || matches!(
            word,
            "not"
                | "also"
                | "now"
                | "still"
                | "already"
                | "never"
                | "since"
                | "yet"
                | "so"
                | "even"
                | "soon"
                | "once"
                | "later"
                | "then"
        )
}

/// The form of the verb that a word is where it stands.
fn form_at(sentence: &Sentence<'_>, at: usize) -> Option<VerbForm> {
    let word = sentence.word(at);
    let in_name = sentence.names.iter().any(|name| name.contains(&at) && !(at == 0 && name.len() == 1));
    // `would cut about 400 jobs` is a value with its verb.
    if at > 0 && sentence.opens_figure(at - 1) && is_modal(sentence.word(at - 1)) && sentence.in_figure(at) {
        return Some(VerbForm::Base);
    }
    if in_name || word.is_empty() || sentence.in_figure(at) {
        return None;
    }
    if helps(sentence, at) {
        return helping(sentence, at);
    }
    let around = Around::of(sentence, at);
    match verbs::form(word) {
        // `a suspended sentence`, `the accused`, `its building`
        Some(_) if around.described => None,
        Some(VerbForm::Past | VerbForm::Participle) if around.noun_behind && around.is_adjectival() => None,
        // `a $12 billion bid`
        Some(VerbForm::Past)
            if around.told && !around.object && sentence.is_at(at, "bid|cut|hit|cost|bet|split|spread") =>
        {
            None
        }
        Some(VerbForm::Going) if is_adjective(around.before) || around.told && !around.object => None,
        Some(form) => Some(form),
        None => ambiguous(sentence, at, &around),
    }
}

/// `is` and `has` are verbs where they help no other.
fn helping(sentence: &Sentence<'_>, at: usize) -> Option<VerbForm> {
    let modal = is_modal(sentence.word(at));
    let next = (at + 1..sentence.len()).find(|&it| !is_adverb(sentence.word(it))).unwrap_or(at + 1);
    let helped =
        || helps(sentence, next) || form_at(sentence, next).is_some_and(|it| it != VerbForm::Base || modal);
    (!modal && (sentence.breaks_behind(at) || !helped())).then_some(VerbForm::Past)
}

/// What stands beside a word that may be a verb.
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
struct Around<'s> {
    before: &'s str,
    /// Whether a figure that counts nothing stands before it: `23 injured passengers`.
    told: bool,
    /// Whether an article, a possessive or another adjective stands before it, so that it is no verb itself.
    described: bool,
    /// Whether an object follows, or `to`.
    object: bool,
    /// Whether a noun follows without an article.
    noun_behind: bool,
    /// Whether it is the first word of the sentence.
    first: bool,
}

impl<'s> Around<'s> {
    fn of(sentence: &'s Sentence<'_>, at: usize) -> Self {
        let before =
            at.checked_sub(1).filter(|&it| !sentence.breaks_behind(it)).map_or("", |it| sentence.word(it));
        let told = sentence.mentions.iter().any(|(words, mention)| {
            let counts = mention.value.quantity().is_some() && mention.value.counted.is_none();
            words.end == at && counts && !sentence.breaks_behind(at - 1)
        });
        let next = sentence.word(at + 1);
        let object = is_determiner(next)
            || next == "to"
            || sentence.mentions.iter().any(|(words, _)| words.start == at + 1)
            || sentence.names.iter().any(|name| name.start == at + 1);
        let holds = is_preposition(next)
            || is_joint(next)
            || opens_clause(next)
            || is_pronoun(next)
            || is_adverb(next)
            || helps(sentence, at + 1);
        let noun_behind = !sentence.breaks_behind(at) && !object && !next.is_empty() && !holds;
        let described = is_determiner(before) || before.ends_with("'s") && !sentence.keeps(before);
        Self { before, told, described, object, noun_behind, first: at == 0 }
    }

    /// Whether what stands before it leads to an adjective rather than a verb.
    fn is_adjectival(&self) -> bool {
        is_preposition(self.before)
            || self.told
            || self.before.is_empty() && !self.first
            || is_adjective(self.before)
    }
}

/// Words that may be a verb or a noun.
fn ambiguous(sentence: &Sentence<'_>, at: usize, around: &Around<'_>) -> Option<VerbForm> {
    let word = sentence.word(at);
    let may_be = verbs::may_be(word);
    let base = may_be == Some(VerbForm::Base);
    let modal = (0..at).rev().take(4).take_while(|&it| helps(sentence, it) || is_adverb(sentence.word(it)));
    let modal = modal.into_iter().any(|it| is_modal(sentence.word(it)));
    let before = around.before;
    let free = !is_adverb(word)
        && !is_joint(word)
        && !is_preposition(word)
        && !is_determiner(word)
        && !is_pronoun(word);
    // `will close two plants and eliminate 1,800 jobs`
    let again = before == "and"
        && around.object
        && (base || (0..at).any(|it| is_modal(sentence.word(it)) && helps(sentence, it)));
    let several =
        !is_adjective(before) && before.ends_with('s') && !is_joint(before) && !before.ends_with("'s")
            || matches!(before, "who" | "they" | "we" | "people" | "police");
    let plural = base && several && (around.object || sentence.is_at(at + 1, "on|in|at"));
    let of_name = sentence.names.iter().any(|name| name.end == at) && verb_follows(sentence, at).is_none();
    let pronoun = matches!(before, "it" | "he" | "she" | "which" | "who");
    let present = may_be == Some(VerbForm::Present)
        && (around.object || of_name || pronoun)
        && !around.described
        && !around.told
        && !is_adjective(before)
        && !is_preposition(before);
    if free && modal || base && before == "to" || free && again {
        return Some(VerbForm::Base);
    }
    (present || plural).then_some(VerbForm::Present)
}

fn is_adjective(word: &str) -> bool {
    let known = "early|late|heavy|recent|new|old|big|first|last|next|further|no|more|most|further|oldest";
    known.split('|').any(|it| it == word)
        || word.len() > 4
            && ["al", "ous", "ive", "ful", "ic", "est"].iter().any(|ending| word.ends_with(ending))
}

/// The last verb before a word, in the same clause.
pub(super) fn verb_before(sentence: &Sentence<'_>, of: usize) -> Option<Verb> {
    let mut at = of;
    while let Some(before) = at.checked_sub(1) {
        if sentence.breaks_behind(before) {
            // `in Gary, Indiana, on Dec. 4`
            let land = sentence.names.iter().find(|name| name.end == at && name.start > 0);
            at = land.filter(|name| sentence.breaks_behind(name.start - 1))?.start - 1;
            continue;
        }
        if let Some(verb) = verb_at(sentence, before) {
            return Some(with_ruling(sentence, verb));
        }
        let word = sentence.word(before);
        let as_what = at == of && matches!(word, "as" | "after" | "before" | "since" | "until" | "till");
        if opens_clause(word)
            && !as_what
            && !sentence.joins_names(before, of)
            && !joins_nouns(sentence, before)
        {
            return None;
        }
        at = before;
    }
    None
}

/// A verb behind `to` or another with the one that it hangs on: `agreed to buy`, `was expected to reach`, `had been due to expire`.
fn with_ruling(sentence: &Sentence<'_>, verb: Verb) -> Verb {
    let begun = verb.group.start.checked_sub(1).filter(|&at| {
        verb.form == VerbForm::Going
            && sentence.is_at(at, "began|begin|begins|started|stopped|kept|finished|avoided|considered")
    });
    if let Some(begun) = begun.and_then(|at| verb_at(sentence, at)) {
        return Verb { group: begun.group.start..verb.group.end, form: VerbForm::Past };
    }
    let Some(before) = verb
        .group
        .start
        .checked_sub(1)
        .filter(|&at| sentence.is_at(at + 1, "to") && !sentence.breaks_behind(at))
    else {
        return verb;
    };
    let adjective = sentence.is_at(before, "due|set|able|likely|ready|unlikely|unable|free");
    let ruling = if adjective {
        before.checked_sub(1).and_then(|at| verb_at(sentence, at))
    } else {
        verb_at(sentence, before)
    };
    match ruling {
        Some(ruling) => Verb { group: ruling.group.start..verb.group.end, form: verb.form },
        None => verb,
    }
}

/// The next verb from a word on, in the same clause.
pub(super) fn verb_behind(sentence: &Sentence<'_>, from: usize) -> Option<Verb> {
    if from > 0 && sentence.breaks_behind(from - 1) {
        return None;
    }
    for at in from..sentence.len() {
        if let Some(verb) = verb_at(sentence, at) {
            // `plan to return`
            let whole = verb_at(sentence, at + 2).filter(|next| {
                !sentence.breaks_behind(at) && next.group.start == at + 1 && sentence.is_at(at + 1, "to")
            });
            return Some(whole.map_or(verb.clone(), |next| Verb {
                group: verb.group.start..next.group.end,
                form: next.form,
            }));
        }
        if sentence.breaks_behind(at) || opens_clause(sentence.word(at)) {
            return None;
        }
    }
    None
}

/// Whether `and` joins two nouns: no verb follows in the clause.
fn joins_nouns(sentence: &Sentence<'_>, at: usize) -> bool {
    let apart = at > 0 && sentence.breaks_behind(at - 1);
    sentence.is_at(at, "and|or") && !apart && verb_behind(sentence, at + 1).is_none()
}

/// A verb of the past right behind a word: `Boeing orders fell`.
fn verb_follows(sentence: &Sentence<'_>, at: usize) -> Option<VerbForm> {
    let form = verbs::form(sentence.word(at + 1)).filter(|form| *form == VerbForm::Past);
    form.filter(|_| !sentence.breaks_behind(at))
}

/// The verb that a verb behind `to` belongs to: `forced 14,000 people to flee`.
pub(super) fn outer(sentence: &Sentence<'_>, verb: Verb) -> Verb {
    let hangs = sentence.is_at(verb.group.start, "to");
    let ruling = Some(verb.group.start).filter(|_| hangs).and_then(|start| verb_before(sentence, start));
    ruling.unwrap_or(verb)
}
