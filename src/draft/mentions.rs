//! Figures and dates as their sentence has them: joined where two are one, cut where a word too many was read.

use std::ops::Range;

use super::figures::is_open;
use super::numbers::is_month;
use super::sentence::Sentence;
use super::words::{is_auxiliary, is_determiner, is_modal, is_preposition};
use crate::english::verbs::{self, VerbForm};
use crate::mention::Mention;
use crate::value::{self, Content, Context, Kind, Value};

/// Nouns before whom they employ or what belongs to them, where a number counts these: `1,300 bus drivers`.
const COLLECTIVE: &str = "crew|bus|gas|police|army|company|family|business|train|taxi|truck|lorry|hospital|school|prison|care|factory";

/// Sets right what a sentence mentions.
pub(super) fn set_right(sentence: &mut Sentence<'_>, context: &Context<'_>) {
    let mut mentions: Vec<(Range<usize>, Mention)> = Vec::new();
    for (words, mention) in sentence.mentions.clone() {
        let read = |words: &Range<usize>| value::read(sentence.written(words), context);
        if is_step(sentence, &words, &mention.value) {
            continue;
        }
        let (words, mention) = match cut(sentence, &words, &mention.value) {
            Some(words) => {
                let value = read(&words);
                (words, Mention { value, ..mention })
            }
            None => (words, mention),
        };
        if let Some((before, first)) = mentions.last_mut()
            && joins(sentence, (before, &first.value), (&words, &mention.value))
        {
            let whole = before.start..words.end;
            let value = read(&whole);
            if value.kind == first.value.kind {
                *before = whole;
                first.value = value;
                continue;
            }
        }
        mentions.push((words, mention));
    }
    sentence.mentions = mentions;
}

/// `down from 11 in the morning`: where a figure came from.
fn is_step(sentence: &Sentence<'_>, words: &Range<usize>, value: &Value) -> bool {
    sentence.is_at(words.start, "from")
        && matches!(value.content, Content::Clock { .. })
        && words.start.checked_sub(1).is_some_and(|at| sentence.is_at(at, "down|up"))
}

/// What is left of a phrase without what is not its own: the `on` of `last year on sales`, the `in` of `the third in two weeks`.
fn cut(sentence: &Sentence<'_>, words: &Range<usize>, value: &Value) -> Option<Range<usize>> {
    let mut end = words.end;
    while end > words.start + 1 && is_preposition(sentence.word(end - 1)) && value.kind != Kind::Measure {
        end -= 1;
    }
    // `in 1987 she was appointed`, `four days before returning`
    while end > words.start + 1 && sentence.is_at(end - 1, "he|she|they|it|we|i|who|which|that") {
        end -= 1;
    }
    if value.kind == Kind::Count {
        let own = is_modal(sentence.word(words.start));
        end = if own { end } else { counted_end(sentence, words.start..end) };
    }
    // `a profit of £4.2bn in 2024, up from £3.9bn`
    let parted = |at: &usize| {
        sentence.breaks_behind(at - 1) && sentence.is_at(*at, "up|down|was|from|compared|which|who")
    };
    end = (words.start + 1..end).find(parted).unwrap_or(end);
    if sentence.is_at(end - 1, "plus") && is_determiner(sentence.word(end)) {
        end -= 1;
    }
    // `4:17 a.m.`
    if matches!(value.content, Content::Clock { .. })
        && end == words.end
        && sentence.is_at(end, "a.m.|p.m.|am|pm|a.m|p.m")
    {
        end += 1;
    }
    if value.kind == Kind::Date && is_open(value) && sentence.is_at(end - 1, "before|after") {
        end -= 1;
    }
    // `seven goals in 11 games` is no share.
    let share = value.kind == Kind::Percent && !sentence.written(words).contains('%');
    let counted = (words.start + 2..end)
        .find(|&at| share && sentence.is_at(at, "in") && sentence.word(at - 1).ends_with('s'));
    end = counted.unwrap_or(end);
    let future = (0..sentence.len())
        .any(|at| sentence.is_at(at, "will|would|due|expected|could|may|plans|hopes|hoped|aims"));
    let spell = value.kind == Kind::Date
        && !future
        && sentence.is_at(words.start, "in|within")
        && sentence.word(end - 1).ends_with('s')
        && sentence.is_at(end - 1, "weeks|days|months|years|hours");
    // `seven crew members`
    let plural = sentence.word(end).ends_with('s') && !sentence.breaks_behind(end - 1);
    if value.kind == Kind::Count && sentence.is_at(end - 1, COLLECTIVE) && plural {
        end += 1;
    }
    // `is expected to last three weeks`
    let lasts = words.start > 0
        && sentence.is_at(words.start, "last")
        && sentence.is_at(words.start - 1, "to|will|would|could|may");
    let mut start = words.start + usize::from(spell || lasts);
    start += usize::from(value.kind == Kind::Count && sentence.is_at(start, "in") && end == start + 2);
    // What lies under so much is not less than that: `buried it under some 3,000 tonnes`.
    let hedged_twice = sentence.is_at(start, "under|over|below|above some|about|around|roughly|nearly");
    start += usize::from(hedged_twice && end > start + 2);
    // `rose 3.2% to 2.9 billion euros`
    let percent = |at: &usize| {
        let word = sentence.word(*at - 1);
        (word == "percent" || sentence.written(&(*at - 1..*at)).ends_with('%')) && sentence.is_at(*at, "to")
    };
    if let Some(at) = (start + 1..end).find(percent)
        && !sentence.written(&(at..end)).contains('%')
        && !(at..end).any(|it| sentence.is_at(it, "percent"))
    {
        end = at;
    }
    // `3:42 a.m. local time (0742 GMT)`
    if value.kind == Kind::Time
        && let Some(at) = (start + 1..end).find(|&at| sentence.opens_bracket(at))
        && !sentence.written(&(at..end)).contains(')')
    {
        end = at;
    }
    // What was cut from the phrase before may hedge this one.
    let hedged =
        start.checked_sub(2).filter(|&at| sentence.is_at(at, "at|more|fewer|less|up least|most|than|to"));
    if value.kind == Kind::Count
        && value.hedge.is_none()
        && let Some(hedge) = hedged
    {
        start = hedge;
    }
    Some(start..end).filter(|cut| cut != words)
}

/// Where what is counted ends: `two people` of `two people have died`, `30` of `30 died across Europe`.
fn counted_end(sentence: &Sentence<'_>, words: Range<usize>) -> usize {
    let done = |at: usize| {
        let state = sentence.is_at(at, "injured|wounded|displaced|arrested|killed|dead|missing|hurt");
        // `three masked men` are masked, and did not mask.
        let before = sentence.word(at - 1);
        let ends = at + 1 == words.end || before.ends_with('s') || before == "people";
        verbs::form(sentence.word(at)) == Some(VerbForm::Past) && !state && ends
    };
    let ends = |&at: &usize| is_auxiliary(sentence.word(at)) && at > words.start + 1 || done(at);
    (words.start + 1..words.end).find(ends).unwrap_or(words.end)
}

/// Whether two phrases are one: `the first quarter` `of next year`, `aged 19 and 24`.
fn joins(
    sentence: &Sentence<'_>,
    (before, first): (&Range<usize>, &Value),
    (words, second): (&Range<usize>, &Value),
) -> bool {
    let days = |value: &Value| matches!(value.content, Content::Days(_));
    let of = before.end == words.start && sentence.is_at(words.start, "of")
        || before.end + 1 == words.start && sentence.is_at(before.end, "of");
    // `from 2006 to 2019`
    let year =
        |at: usize| sentence.word(at).len() == 4 && sentence.word(at).bytes().all(|it| it.is_ascii_digit());
    let span = before.end == words.start
        && words.len() == 2
        && sentence.is_at(words.start, "to")
        && year(words.end - 1)
        && days(first);
    let ages = sentence.is_at(before.start, "aged")
        && before.end + 1 == words.start
        && sentence.is_at(before.end, "and")
        && second.kind == Kind::Count;
    // `by June 30`
    let day = before.end == words.start
        && words.len() == 1
        && days(first)
        && second.kind == Kind::Count
        && is_month(sentence.word(before.end - 1))
        && sentence.word(words.start).len() < 3;
    !sentence.breaks_behind(before.end - 1) && (of && days(first) && days(second) || ages || span || day)
}
