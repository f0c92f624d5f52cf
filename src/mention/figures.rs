//! Phrases of a text that read as figures, dates, times or stages, each as long as its reading needs.

use std::collections::BTreeMap;
use std::ops::Range;

use super::words;
use crate::value::{self, Content, Context, Kind, Value};

/// The most words before the word that makes a phrase a figure, and behind it.
const BEFORE: usize = 5;
const BEHIND: usize = 5;

/// A phrase of a text and how it reads.
#[derive(Clone, Debug)]
pub struct Mention {
    /// Its bytes in the text.
    pub span: Range<usize>,
    /// The value, as worded and as understood.
    pub value: Value,
}

/// The figures, dates, times and stages that a sentence mentions, in its order, none inside another.
pub fn figures(text: &str, context: &Context<'_>) -> Vec<Mention> {
    let words = words(text);
    let mut reader = Reader { text, context, words: &words, read: BTreeMap::new() };
    let mut found: Vec<(usize, usize)> = Vec::new();
    for seed in 0..words.len() {
        if found.last().is_some_and(|&(_, end)| seed < end) {
            continue;
        }
        let is_seed = reader.get(seed, seed + 1).is_some() || reader.get(seed, seed + 2).is_some();
        if let Some((start, end)) = is_seed.then(|| reader.widest(seed)).flatten() {
            // What begins inside an earlier phrase is part of that one.
            let free = found.last().map_or(0, |&(_, end)| end);
            if start >= free {
                found.push((start, end));
            } else if reader.get(free, end).is_some() {
                found.push((free, end));
            }
        }
    }
    let span = |start: usize, end: usize| words[start].start..words[end - 1].end;
    found
        .into_iter()
        .filter_map(|(start, end)| Some(Mention { span: span(start, end), value: reader.get(start, end)? }))
        .collect()
}

struct Reader<'a> {
    text: &'a str,
    context: &'a Context<'a>,
    words: &'a [Range<usize>],
    read: BTreeMap<(usize, usize), Option<Value>>,
}

impl Reader<'_> {
    /// What the words from one place up to another read as, if that is no mere text.
    fn get(&mut self, start: usize, end: usize) -> Option<Value> {
        if let Some(known) = self.read.get(&(start, end)) {
            return known.clone();
        }
        let span = self.words.get(start)?.start..self.words.get(end.checked_sub(1)?)?.end;
        let value = self.text.get(span).map(|phrase| value::read(phrase, self.context));
        let value = value.filter(is_figure);
        self.read.insert((start, end), value.clone());
        value
    }

    fn word(&self, at: usize) -> &str {
        self.words.get(at).and_then(|span| self.text.get(span.clone())).unwrap_or_default()
    }

    /// The widest phrase around a word from which no word at either end can be taken away without changing what it
    /// says.
    fn widest(&mut self, seed: usize) -> Option<(usize, usize)> {
        let last = self.words.len().min(seed + 1 + BEHIND);
        let mut found: Option<(usize, usize)> = None;
        for start in seed.saturating_sub(BEFORE)..=seed {
            for end in (seed + 1..=last).rev() {
                let wider = found.is_none_or(|(from, to)| end - start > to - from);
                if wider && self.is_tight(start, end) {
                    found = Some((start, end));
                }
            }
        }
        found
    }

    fn is_tight(&mut self, start: usize, end: usize) -> bool {
        let Some(value) = self.get(start, end) else { return false };
        if value.kind == Kind::Stage {
            // `talks` adds nothing to `early talks` but what it is a stage of.
            return ![start, end - 1].into_iter().any(|at| is_function_word(self.word(at)));
        }
        let mut shorter = [(start + 1, end), (start, end - 1)].into_iter().filter(|(from, to)| from < to);
        !shorter.any(|(from, to)| self.get(from, to).is_some_and(|other| same_reading(&value, &other)))
    }
}

fn is_function_word(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "a" | "an"
            | "and"
            | "are"
            | "at"
            | "been"
            | "by"
            | "for"
            | "had"
            | "has"
            | "have"
            | "in"
            | "is"
            | "it"
            | "of"
            | "on"
            | "or"
            | "the"
            | "to"
            | "was"
            | "were"
            | "with"
    )
}

fn is_figure(value: &Value) -> bool {
    let figure = matches!(
        value.content,
        Content::Quantity(_) | Content::Days(_) | Content::Clock { .. } | Content::Stage { .. }
    );
    // How firmly something is said is no figure: `reportedly`, `nobody`.
    let firmness = matches!(&value.content, Content::Stage { scale, .. } if scale == "certainty");
    // `2021 over safety failings` counts no overs.
    let counted = value.counted.as_deref().and_then(|it| it.split_whitespace().next()).unwrap_or_default();
    let nothing =
        is_function_word(counted) || matches!(counted, "over" | "from" | "after" | "before" | "as" | "than");
    // `2015, giving Amazon` is no count of anything.
    figure && !firmness && !nothing && !value.notes.iter().any(|note| note.starts_with("goes on"))
}

/// Whether two values say the same of the same thing, however they are worded.
pub fn same_reading(a: &Value, b: &Value) -> bool {
    let counted = |value: &Value| {
        let words = value.counted.as_deref().filter(|_| value.kind == Kind::Count)?;
        words.split_whitespace().next().map(str::to_lowercase)
    };
    let doubt = |value: &Value| value.notes.iter().any(|note| note == value::WRONG_WEEKDAY);
    let hedges = a.modality == b.modality && a.hedge.is_some() == b.hedge.is_some();
    a.kind == b.kind
        && a.unit == b.unit
        && hedges
        && a.content == b.content
        && counted(a) == counted(b)
        && doubt(a) == doubt(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        figures(text, &Context::default()).into_iter().filter_map(|it| text.get(it.span)).collect()
    }

    #[test]
    fn phrases_are_as_long_as_their_reading_needs() {
        let text = "Microsoft, which has invested over $13 billion in OpenAI since 2019, holds a 27% stake.";
        assert_eq!(found(text), ["over $13 billion", "since 2019", "27%"]);
        assert_eq!(
            found("with over a million chips in production and more than 100,000 companies using it"),
            ["over a million chips", "more than 100,000 companies"]
        );
        assert_eq!(
            found("Amazon is in early talks, a source said on October 28, 2025."),
            ["early talks", "October 28, 2025"]
        );
        assert_eq!(found("chips designed since 2015, giving Amazon an edge"), ["since 2015"]);
        assert_eq!(found("The company kept quiet."), Vec::<&str>::new());
    }
}
