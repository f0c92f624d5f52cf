//! Stages on a scale: the story's own scales first, then those that are built in.

mod built_in;
mod object;

use super::{Content, Context, Interval, Kind, Scale, Value};
use crate::english::scales::{BUILT_IN, BuiltIn};
use crate::english::token::{Phrase, TokenKind};
use crate::english::words::Promises;
use built_in::{INDEX, Indexed};

/// The phrase, where the whole of it names a stage, or a range of stages, and nothing else.
pub(crate) fn read(phrase: &Phrase, context: &Context) -> Option<Value> {
    if phrase.len() > 12 || phrase.tokens.iter().any(|token| matches!(token.shape, TokenKind::Number(_))) {
        return None;
    }
    // What is `to be signed` is not.
    if (1..phrase.len()).any(|at| phrase.word(at) == "be" && phrase.word(at - 1) == "to") {
        return None;
    }
    let own = context.scales.iter().find_map(|scale| {
        let stages = named(phrase, |at| in_scale(scale, phrase, at), false)?;
        Some((scale.name.clone(), stages))
    });
    let found = own.or_else(|| {
        let sure = promised(phrase).find_map(|ours| {
            let stages = named(phrase, |at| ours.sure.find(phrase, at), ours.trades())?;
            Some((ours, stages))
        });
        let (ours, stages) = sure.or_else(|| {
            if !built_in::are_asked_by(context.label) {
                return None;
            }
            let mut asked = promised(phrase).filter(|ours| ours.is_asked_by(context.label));
            asked.find_map(|ours| {
                Some((ours, named(phrase, |at| ours.all().find(phrase, at), ours.trades())?))
            })
        })?;
        // `in talks` on a scale of the story's own are the stages that our scale calls so.
        let own =
            context.scales.iter().find_map(|own| Some((own.name.clone(), translated(ours, stages, own)?)));
        Some(own.unwrap_or_else(|| (ours.scale.name.to_owned(), stages)))
    });
    let (scale, (low, high)) = found?;
    let stages = Interval::closed(low, high);
    Some(Value::new(phrase.text, Kind::Stage, Content::Stage { scale, stages }))
}

/// The built-in scales that a word of the phrase may be a stage of, where it begins like a stage.
fn promised(phrase: &Phrase) -> impl Iterator<Item = &'static Indexed> {
    let first = phrase.tokens.first().filter(|token| token.shape == TokenKind::Word);
    let scales = INDEX.iter().enumerate().filter(move |(at, _)| {
        let stage = Promises::stage(*at);
        let begins = first.is_none_or(|it| it.known.promises.any(stage | Promises::BESIDE_STAGE));
        begins && phrase.promises.any(stage)
    });
    scales.map(|(_, scale)| scale)
}

/// Whether the label asks for a stage.
pub(super) fn asks(context: &Context) -> bool {
    !context.label.is_empty() && (!context.scales.is_empty() || built_in::are_asked_by(context.label))
}

/// The scales that are built in: for deals, inquiries, searches, laws, approvals and certainty.
pub fn built_in_scales() -> Vec<Scale> {
    BUILT_IN.iter().map(BuiltIn::to_scale).collect()
}

/// The words of the built-in scales, each with the stages it means; those behind `asked` mean them only under a label
/// that asks for a stage.
pub(super) fn vocabulary() -> impl Iterator<Item = (String, &'static str)> {
    BUILT_IN.iter().flat_map(|scale| {
        let meaning = move |low: usize, high: usize, asked: &str| {
            let stage = |at: usize| scale.stages.get(at).copied().unwrap_or_default();
            let range = if low == high { String::new() } else { format!(" to {}", stage(high)) };
            format!("{}: {}{range}{asked}", scale.name, stage(low))
        };
        let sure = scale.words.iter().map(move |(low, high, words)| (meaning(*low, *high, ""), *words));
        let asked = scale
            .asked
            .iter()
            .map(move |(low, high, words)| (meaning(*low, *high, ", where the label asks"), *words));
        sure.chain(asked)
    })
}

/// The earliest and the latest stage that the words name; `None` where a word is neither a stage nor neutral.
/// Where the scale is one of trades, a stage may tell what is traded.
fn named(
    phrase: &Phrase,
    find: impl Fn(usize) -> Option<((usize, usize), usize)>,
    trades: bool,
) -> Option<(usize, usize)> {
    let mut found: Option<(usize, usize)> = None;
    let mut at = 0;
    while at < phrase.len() {
        if let Some(((low, high), next)) = find(at) {
            found = Some(found.map_or((low, high), |(first, last)| (first.min(low), last.max(high))));
            at = if trades { object::behind(phrase, next) } else { next };
        } else if phrase.known(at).promises.any(Promises::BESIDE_STAGE)
            || matches!(phrase.symbol(at), Some('-' | '.' | '"' | '\'' | ','))
        {
            at += 1;
        } else {
            return None;
        }
    }
    found
}

/// The stage of a story's scale that is named at a place.
fn in_scale(scale: &Scale, phrase: &Phrase, at: usize) -> Option<((usize, usize), usize)> {
    let words = scale
        .stages
        .iter()
        .enumerate()
        .flat_map(|(place, words)| words.iter().map(move |word| (place, word)));
    let hits = words.filter_map(|(place, word)| {
        let next = spelt(phrase, at, word)?;
        Some(((place, place), next))
    });
    hits.max_by_key(|(_, next)| *next)
}

/// The place behind the words, where they stand at a place, in whatever case and with hyphens or without.
fn spelt(phrase: &Phrase, at: usize, words: &str) -> Option<usize> {
    let mut place = at;
    for word in words.split(|c: char| c.is_whitespace() || c == '-').filter(|word| !word.is_empty()) {
        if place > at && phrase.symbol(place) == Some('-') {
            place += 1;
        }
        if !phrase.word(place).eq_ignore_ascii_case(word) {
            return None;
        }
        place += 1;
    }
    (place > at).then_some(place)
}

/// The stages of a story's scale that have words of these stages of ours.
fn translated(ours: &Indexed, (low, high): (usize, usize), own: &Scale) -> Option<(usize, usize)> {
    let place = |words: &Vec<String>| words.iter().find_map(|word| ours.stages_of(word));
    let places: Vec<Option<(usize, usize)>> = own.stages.iter().map(place).collect();
    if places.iter().flatten().count() < 2 {
        return None;
    }
    let within = |place: &Option<(usize, usize)>| place.is_some_and(|(from, to)| low <= from && to <= high);
    Some((places.iter().position(within)?, places.iter().rposition(within)?))
}

#[cfg(test)]
mod tests {
    use super::super::{Content, Context, Kind, Scale, read as read_phrase};

    fn scale(name: &str, stages: &[&[&str]]) -> Scale {
        let stages = stages.iter().map(|words| words.iter().map(|word| (*word).to_owned()).collect());
        Scale { name: name.to_owned(), stages: stages.collect() }
    }

    #[test]
    fn a_story_has_its_own_stages() {
        let scales = [
            scale(
                "talks",
                &[
                    &["exploratory", "early", "preliminary"],
                    &["advanced"],
                    &["agreed", "signed"],
                    &["closed"],
                ],
            ),
            scale("storm", &[&["tropical storm"], &["hurricane"], &["major hurricane"]]),
        ];
        let context = Context { scales: &scales, ..Context::default() };
        for (text, expected) in [
            ("early talks", Some(("talks", 0, 0))),
            ("still in very early discussions", Some(("talks", 0, 0))),
            ("advanced", Some(("talks", 1, 1))),
            ("early to advanced", Some(("talks", 0, 1))),
            ("has been signed", Some(("talks", 2, 2))),
            ("in talks", Some(("talks", 0, 1))),
            ("completed the acquisition", Some(("talks", 3, 3))),
            ("a major hurricane", Some(("storm", 2, 2))),
            ("Hurricane", Some(("storm", 1, 1))),
            ("signed copies of the book", None),
        ] {
            let value = read_phrase(text, &context);
            let found = match &value.content {
                Content::Stage { scale, stages } => {
                    Some((scale.as_str(), stages.low.unwrap(), stages.high.unwrap()))
                }
                _ => None,
            };
            assert_eq!(found, expected, "{text}");
            assert_eq!(value.kind == Kind::Stage, expected.is_some());
        }
    }
}
