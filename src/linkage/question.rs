//! Which question a claim answers: when, where, who, how many …

use std::sync::Arc;

use super::normalise::Spelling;
use crate::english::label::{AGENTS, BEFORE_DEEDS, LIGHT_DEEDS};
use crate::value::Kind;

/// A question, as far as an attribute or the kind of its value tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum QuestionType {
    When,
    Clock,
    HowLong,
    Where,
    Who,
    Why,
    HowMany,
    HowMuch,
    Rank,
    Size,
    Whether,
    /// Nothing tells.
    Unsaid,
}

/// Words that ask, by what they ask for; earlier rows win. Two words stand for both, one after the other.
const ASKING: &[(QuestionType, &[&[&str]])] = &[
    (QuestionType::HowLong, &[&["how", "long"], &["how", "old"], &["duration"], &["lasted"], &["age"]]),
    (QuestionType::Clock, &[&["time"], &["hour"], &["o'clock"]]),
    (QuestionType::When, &[&["when"], &["date"], &["dates"], &["day"], &["year"], &["month"], &["deadline"]]),
    (
        QuestionType::Where,
        &[
            &["where"],
            &["location"],
            &["place"],
            &["site"],
            &["country"],
            &["city"],
            &["port"],
            &["origin"],
            &["destination"],
        ],
    ),
    (QuestionType::Who, &[&["who"], &["whom"], &["name"], &["named"]]),
    (QuestionType::Why, &[&["why"], &["reason"], &["reasons"], &["cause"], &["blamed"]]),
    (QuestionType::HowMany, &[&["how", "many"], &["number"], &["count"], &["total"]]),
    (
        QuestionType::HowMuch,
        &[&["how", "much"], &["price"], &["cost"], &["amount"], &["value"], &["worth"], &["sum"], &["fine"]],
    ),
    (QuestionType::Rank, &[&["rank"], &["ranking"]]),
    (
        QuestionType::Size,
        &[
            &["how", "far"],
            &["how", "big"],
            &["how", "high"],
            &["how", "tall"],
            &["how", "deep"],
            &["how", "wide"],
            &["height"],
            &["length"],
            &["width"],
            &["depth"],
            &["distance"],
            &["size"],
            &["area"],
        ],
    ),
    (
        QuestionType::Whether,
        &[
            &["is", "it"],
            &["does", "it"],
            &["is", "there"],
            &["did", "it"],
            &["are", "they"],
            &["do", "they"],
            &["has", "it"],
            &["whether"],
        ],
    ),
];

impl QuestionType {
    /// The question of a claim, by the words of its attribute, or else by the kind of its value.
    pub(super) fn of<'s>(attribute: impl Iterator<Item = &'s Spelling>, kind: Kind) -> Self {
        let words: Vec<&str> = attribute.map(|it| it.word.as_str()).collect();
        let says = |asking: &&[&str]| words.windows(asking.len()).any(|some| some == *asking);
        let said = ASKING.iter().find(|(_, asking)| asking.iter().any(says)).map(|it| it.0);
        let by = words.last() == Some(&"by")
            || matches!(words[..], [agent, "who" | "that" | "which", ..] if AGENTS.contains(&agent));
        match (said, kind) {
            (Some(Self::When), Kind::Time) => Self::Clock,
            (Some(said), _) => said,
            (None, _) if by => Self::Who,
            (None, Kind::Date) => Self::When,
            (None, Kind::Time) => Self::Clock,
            (None, Kind::Duration) => Self::HowLong,
            (None, Kind::Count) => Self::HowMany,
            (None, Kind::Money) => Self::HowMuch,
            (None, Kind::Truth) => Self::Whether,
            (None, Kind::Measure) => Self::Size,
            (None, Kind::Percent | Kind::Stage | Kind::Names | Kind::Text) => Self::Unsaid,
        }
    }
}

/// What somebody did, by an attribute that asks who did it: `who closed it`, `agency that shut the bank`, `closed by`. Its
/// word is the first that tells anything; where it was done to whom is asked for (`who was arrested`), or only who did it
/// (`done by`), none.
pub(super) fn deed(attribute: &[Arc<Spelling>]) -> Option<&[Arc<Spelling>]> {
    done(attribute).filter(|done| !LIGHT_DEEDS.contains(&done[0].word.as_str()))
}

fn done(attribute: &[Arc<Spelling>]) -> Option<&[Arc<Spelling>]> {
    let word = |at: usize| attribute.get(at).map_or("", |it| it.word.as_str());
    let count = attribute.len();
    if count > 1 && word(count - 1) == "by" {
        let done = attribute.get(count - 2..count - 1)?;
        return done.iter().all(|it| !it.is_stop_word).then_some(done);
    }
    let mut at = match word(0) {
        "who" => 1,
        agent if AGENTS.contains(&agent) && matches!(word(1), "who" | "that" | "which") => 2,
        _ => return None,
    };
    while BEFORE_DEEDS.contains(&word(at)) || word(at).ends_with("ly") {
        at += 1;
    }
    let done = attribute.get(at..).filter(|it| !it.is_empty())?;
    (!done[0].is_stop_word).then_some(done)
}

#[cfg(test)]
mod tests {
    use super::super::normalise::words_of;
    use super::*;

    #[test]
    fn words_ask_and_else_the_value_tells() {
        let of = |text: &str, kind| QuestionType::of(words_of(text).iter().map(|it| &**it), kind);
        assert_eq!(of("how many died", Kind::Text), QuestionType::HowMany);
        assert_eq!(of("sold by", Kind::Text), QuestionType::Who);
        assert_eq!(of("announced", Kind::Date), QuestionType::When);
        assert_eq!(of("day it landed", Kind::Time), QuestionType::Clock);
        assert_eq!(of("colour", Kind::Text), QuestionType::Unsaid);
        assert_eq!(of("agency that ordered it", Kind::Text), QuestionType::Who);
    }

    #[test]
    fn who_did_it_names_the_deed() {
        let told = |text: &str| {
            let words = words_of(text);
            deed(&words).and_then(|it| it.first()).map(|it| it.word.clone())
        };
        let closed = Some("closed".to_owned());
        assert_eq!(told("who closed the bank"), closed);
        assert_eq!(told("closed by"), closed);
        assert_eq!(told("regulator that then closed it"), closed);
        assert_eq!(told("who had first closed it"), closed);
        assert_eq!(told("ordered by"), Some("ordered".to_owned()));
        for other in
            ["who was closed in", "who is he", "who", "day it was closed", "number of people who closed it"]
        {
            assert_eq!(told(other), None, "{other}");
        }
    }
}
