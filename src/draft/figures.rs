//! Figures, dates, times and stages of a sentence that outlets may tell differently.

use std::ops::Range;

use super::fact::FactKind;
use super::numbers::names_only;
use super::processes::is_process;
use super::sentence::Sentence;
use super::verb::verb_at;
use super::words::{is_determiner, is_joint, is_preposition};
use crate::english::verbs::{self, VerbForm};
use crate::mention::Mention;
use crate::value::{Content, Kind, Value};

/// What reads as a figure, a date, a time or a stage, and adjectives such as `multi-billion-dollar`.
pub(super) fn figures(sentence: &Sentence<'_>) -> Vec<(Range<usize>, FactKind)> {
    let mut found = Vec::new();
    for (index, (words, mention)) in sentence.mentions.iter().enumerate() {
        let value = &mention.value;
        let before = index.checked_sub(1).and_then(|at| sentence.mentions.get(at));
        if before.is_some_and(|before| converts(sentence, before, (words, mention)))
            || is_vaguer_than_its_neighbour(sentence, index)
            || names_only(sentence, words)
            || is_of_market(sentence, words)
            || is_of_rank(sentence, words)
            || is_of_report(sentence, words)
            || is_ordinal(sentence, words, value)
            || is_whole(sentence, words)
            || is_open(value)
        {
            continue;
        }
        let digits = sentence.written(words).contains(|it: char| it.is_ascii_digit());
        let asks = match (&value.content, value.kind) {
            (Content::Days(_), _) if sentence.is_at(words.start, "this year") => continue,
            // When somebody said it is not when it was.
            (Content::Days(_), _)
                if (words.start.saturating_sub(2)..words.start)
                    .any(|at| sentence.is_at(at, "said|says|told|added|reported|showed")) =>
            {
                continue;
            }
            // `told him in a letter on Monday that …`
            (Content::Days(_) | Content::Clock { .. }, _) if tells_then(sentence, words) => continue,
            (Content::Days(_) | Content::Clock { .. }, _) => FactKind::Date,
            // `three layers`, `first`, `one`, `nobody`: most small numbers in words count nothing that outlets tell apart.
            (Content::Quantity(_), Kind::Count)
                if !digits && !is_large(sentence, words) && !counts_things(sentence, words) =>
            {
                continue;
            }
            // `a three-judge panel`
            (Content::Quantity(_), Kind::Count)
                if !digits
                    && words.len() == 1
                    && sentence.word(words.start).contains('-')
                    && value.counted.is_some() =>
            {
                continue;
            }
            (Content::Rank { .. }, _) if !digits => continue,
            // `billions of dollars` is a manner of speaking.
            (Content::Quantity(_), Kind::Money)
                if sentence.is_at(words.end.saturating_sub(2), "of dollars|euros|pounds") && !digits =>
            {
                continue;
            }
            (Content::Quantity(_) | Content::Rank { .. }, _) => FactKind::Figure,
            (
                Content::Score(..)
                | Content::Stage { .. }
                | Content::Names { .. }
                | Content::Truth(_)
                | Content::Words { .. },
                _,
            ) => continue,
        };
        found.push((words.clone(), asks));
    }
    let stages = sentence.stages.iter().filter(|words| is_process(sentence, words));
    found.extend(stages.map(|words| (words.clone(), FactKind::Stage)));
    for at in 0..sentence.len() {
        let word = sentence.word(at);
        if word.starts_with("multi") && ["dollar", "euro", "pound"].iter().any(|it| word.ends_with(it)) {
            found.push((at..at + 1, FactKind::Figure));
        }
    }
    found
}

/// `a third day` is no share, and `in the 31st` no day.
fn is_ordinal(sentence: &Sentence<'_>, words: &Range<usize>, value: &Value) -> bool {
    let last = words.end - 1;
    let noun = !sentence.breaks_behind(last) && !sentence.word(words.end).is_empty() && {
        let word = sentence.word(words.end);
        !is_preposition(word) && !is_joint(word) && verb_at(sentence, words.end).is_none()
    };
    let share = value.kind == Kind::Percent
        && sentence.is_at(last, "third|fourth|fifth|sixth|seventh|eighth|ninth|tenth")
        && sentence.is_at(words.start, "a|the|its|his|her|their");
    let numbered = sentence.word(last).starts_with(|it: char| it.is_ascii_digit());
    let bare = numbered
        && ["st", "nd", "rd", "th"].iter().any(|it| sentence.word(last).ends_with(it))
        && value.kind == Kind::Date
        && words
            .clone()
            .all(|at| at == last || is_determiner(sentence.word(at)) || is_preposition(sentence.word(at)));
    share && noun || bare
}

/// What a part that was counted is of: the `276 seats` of `142 of the 276 seats`.
fn is_whole(sentence: &Sentence<'_>, words: &Range<usize>) -> bool {
    words.start > 2
        && sentence.is_at(words.start - 2, "of the")
        && sentence.word(words.start - 3).bytes().all(|it| it.is_ascii_digit())
}

/// The day of a price or a paper: `Friday's closing price`.
fn is_of_market(sentence: &Sentence<'_>, words: &Range<usize>) -> bool {
    let possessive = sentence.word(words.end - 1).ends_with("'s");
    if words.start > 1 && sentence.is_at(words.start - 2, "price|close on")
        || sentence.is_at(words.end - 1, "rush")
    {
        return true;
    }
    possessive
        && sentence.is_at(words.end, "close|closing|opening|session|trading|edition|price|share|last|high|low|paper|newspaper|front|statement|report|figures|announcement")
}

/// A period that figures are reported for, or compared with: `for the three months that ended Sept. 30`, `the same period last
/// year`, `after third-quarter sales`.
fn is_of_report(sentence: &Sentence<'_>, words: &Range<usize>) -> bool {
    let ended = sentence.is_at(words.end, "that ended") || sentence.is_at(words.end, "ended|ending");
    let end = words.start.checked_sub(1).is_some_and(|at| {
        sentence.is_at(at, "ended|ending")
            && at > 0
            && sentence.is_at(at - 1, "that|months|year|quarter|weeks")
    });
    let compared = words.start.checked_sub(1).is_some_and(|at| sentence.is_at(at, "period|quarter|time"));
    let earlier = sentence.is_at(words.end, "earlier|previously")
        || sentence.is_at(words.end, "before") && sentence.breaks_behind(words.end);
    // `in 2:15:02` is how long a race took.
    let race = sentence.written(words).matches(':').count() > 1;
    ended || end || earlier || race || compared || sentence.word(words.end - 1).ends_with("-quarter")
}

/// Whether a day is when somebody told what follows.
fn tells_then(sentence: &Sentence<'_>, words: &Range<usize>) -> bool {
    let start = sentence.clause_start(words.start, 10);
    sentence.is_at(words.end, "that")
        && (start..words.start).any(|at| sentence.is_at(at, "told|said|announced|wrote|tweeted|posted"))
}

/// A date that says nothing of itself: `from a year earlier`.
pub(super) fn is_open(value: &Value) -> bool {
    matches!(&value.content, Content::Days(days) if days.extent.stated.low.is_none() && days.extent.stated.high.is_none())
}

/// The span of a rank: `the third storm in two weeks`, `the biggest in 20 years`.
fn is_of_rank(sentence: &Sentence<'_>, words: &Range<usize>) -> bool {
    let start = sentence.clause_start(words.start, 8);
    let rank = |at: usize| {
        let word = sentence.word(at);
        sentence.is_at(at, "first|second|third|fourth|fifth|sixth|seventh|most|worst|best")
            || word.len() > 5 && word.ends_with("est")
    };
    let span = sentence.is_at(words.start.saturating_sub(1), "in") || sentence.is_at(words.start, "in");
    span && (start..words.start).any(rank)
}

/// Whether a figure behind another gives the same in another unit or currency: `88 million euros ($102 million)`.
fn converts(
    sentence: &Sentence<'_>,
    (before, first): &(Range<usize>, Mention),
    (words, second): (&Range<usize>, &Mention),
) -> bool {
    let kind = second.value.kind;
    before.end == words.start
        && matches!(kind, Kind::Money | Kind::Measure)
        && kind == first.value.kind
        && sentence.breaks_behind(before.end - 1)
        && sentence.opens_bracket(words.start)
}

/// Whether a day or a part of the day stands beside another phrase that says it more exactly: `Sunday morning, October 19`.
fn is_vaguer_than_its_neighbour(sentence: &Sentence<'_>, index: usize) -> bool {
    let rank = |(words, mention): &(Range<usize>, Mention)| {
        let digits = sentence.written(words).contains(|it: char| it.is_ascii_digit());
        match &mention.value.content {
            Content::Days(_) if digits => Some(2),
            Content::Days(_) => Some(1),
            Content::Clock { .. } if !digits && words.len() == 1 => Some(0),
            Content::Clock { .. }
            | Content::Quantity(_)
            | Content::Rank { .. }
            | Content::Score(..)
            | Content::Stage { .. }
            | Content::Names { .. }
            | Content::Truth(_)
            | Content::Words { .. } => None,
        }
    };
    let Some((own, mine)) = sentence.mentions.get(index).and_then(|it| Some((&it.0, rank(it)?))) else {
        return false;
    };
    // `On the morning of October 19`, `a night in the cold`.
    let near = |words: &Range<usize>| words.start <= own.end + 1 && own.start <= words.end + 1;
    let exacter = |it: &&(Range<usize>, Mention)| near(&it.0) && rank(it).is_some_and(|rank| rank > mine);
    sentence.mentions.iter().any(|it| exacter(&it))
        || mine == 0 && sentence.is_at(own.start.saturating_sub(1), "a|every|each|all")
}

/// A number in words that is more than a handful: thousands, dozens, `twenty-two`.
fn is_large(sentence: &Sentence<'_>, words: &Range<usize>) -> bool {
    words.clone().any(|at| {
        let word = sentence.word(at);
        ["hundred", "thousand", "million", "billion", "trillion", "dozen"]
            .iter()
            .any(|it| word.starts_with(it))
            || ["teen", "ty", "eleven", "twelve"].iter().any(|it| word.ends_with(it)) && word.len() > 3
            || word.contains('-')
            || people(sentence, words.end)
    })
}

/// Whether a small number in words counts what was stolen, found, hurt: the object of a verb of the past, and no `three of
/// them`.
fn counts_things(sentence: &Sentence<'_>, words: &Range<usize>) -> bool {
    let number = sentence.is_at(words.start, "two|three|four|five|six|seven|eight|nine|ten");
    let things = sentence.word(words.end - 1).ends_with('s') && words.len() > 1;
    let before = words.start.checked_sub(1).map_or("", |at| sentence.word(at));
    let done = verbs::form(before).is_some_and(|form| form != VerbForm::Going)
        || matches!(
            before,
            "with" | "of" | "on" | "were" | "by" | "including" | "stealing" | "killing" | "injuring"
        );
    number && things && done
}

/// Whether people are counted: their number is news, however small.
fn people(sentence: &Sentence<'_>, at: usize) -> bool {
    (at.saturating_sub(1)..at + 2).any(|at| {
        matches!(
            sentence.word(at),
            "people"
                | "men"
                | "women"
                | "children"
                | "dead"
                | "killed"
                | "injured"
                | "missing"
                | "workers"
                | "passengers"
                | "victims"
                | "bodies"
                | "survivors"
                | "soldiers"
                | "crew"
        )
    })
}
