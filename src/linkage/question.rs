//! Which question a claim answers: when, where, who, how many …

use super::normalise::Spelling;
use crate::value::Kind;

/// A question, as far as an attribute or the kind of its value tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Question {
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
const ASKING: &[(Question, &[&[&str]])] = &[
    (Question::HowLong, &[&["how", "long"], &["how", "old"], &["duration"], &["lasted"], &["age"]]),
    (Question::Clock, &[&["time"], &["hour"], &["o'clock"]]),
    (Question::When, &[&["when"], &["date"], &["dates"], &["day"], &["year"], &["month"], &["deadline"]]),
    (
        Question::Where,
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
    (Question::Who, &[&["who"], &["whom"], &["name"], &["named"]]),
    (Question::Why, &[&["why"], &["reason"], &["reasons"], &["cause"], &["blamed"]]),
    (Question::HowMany, &[&["how", "many"], &["number"], &["count"], &["total"]]),
    (
        Question::HowMuch,
        &[&["how", "much"], &["price"], &["cost"], &["amount"], &["value"], &["worth"], &["sum"], &["fine"]],
    ),
    (Question::Rank, &[&["rank"], &["ranking"]]),
    (
        Question::Size,
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
        Question::Whether,
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

impl Question {
    /// The question of a claim, by the words of its attribute, or else by the kind of its value.
    pub(super) fn of<'s>(attribute: impl Iterator<Item = &'s Spelling>, kind: Kind) -> Self {
        let words: Vec<&str> = attribute.map(|it| it.word.as_str()).collect();
        let says = |asking: &&[&str]| words.windows(asking.len()).any(|some| some == *asking);
        let said = ASKING.iter().find(|(_, asking)| asking.iter().any(says)).map(|it| it.0);
        let by = words.last() == Some(&"by");
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

#[cfg(test)]
mod tests {
    use super::super::normalise::words_of;
    use super::*;

    #[test]
    fn words_ask_and_else_the_value_tells() {
        let of = |text: &str, kind| Question::of(words_of(text).iter().map(|it| &**it), kind);
        assert_eq!(of("how many died", Kind::Text), Question::HowMany);
        assert_eq!(of("sold by", Kind::Text), Question::Who);
        assert_eq!(of("announced", Kind::Date), Question::When);
        assert_eq!(of("day it landed", Kind::Time), Question::Clock);
        assert_eq!(of("colour", Kind::Text), Question::Unsaid);
    }
}
