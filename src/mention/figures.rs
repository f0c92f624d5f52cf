//! Phrases of a text that read as figures, dates, times or stages, each as long as its reading needs.

use std::collections::BTreeMap;
use std::ops::Range;

use super::words;
use crate::english::nouns::is_many;
use crate::english::running::figures::{goes_on, is_extent, is_possibility, is_small, leads_figure};
use crate::value::{self, Content, Context, Kind, Note, Value};

/// The most words before the word that makes a phrase a figure, and behind it.
const BEFORE: usize = 5;
const BEHIND: usize = 7;

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
    let mut reader = FigureReader {
        text,
        context,
        words: &words,
        read: BTreeMap::new(),
        telling: vec![true; words.len()],
    };
    // Only a phrase that holds a figure can be one. Two words may be a figure that neither is.
    let alone: Vec<bool> = (0..words.len()).map(|at| reader.get(at, at + 1).is_some()).collect();
    let pairs: Vec<bool> = (0..words.len()).map(|at| reader.get(at, at + 2).is_some()).collect();
    let second = |at: usize| at > 0 && pairs[at - 1] && !alone[at - 1];
    reader.telling = (0..words.len()).map(|at| alone[at] || pairs[at] || second(at)).collect();
    let mut found: Vec<(usize, usize)> = Vec::new();
    for seed in 0..words.len() {
        if found.last().is_some_and(|&(_, end)| seed < end) {
            continue;
        }
        let is_seed = alone[seed] || pairs[seed];
        if let Some((start, end)) = is_seed.then(|| reader.widest(seed)).flatten() {
            // What begins inside an earlier phrase is part of that one.
            let free = found.last().map_or(0, |&(_, end)| end);
            let end = reader.with_year(start, end);
            let end = reader.with_noun(start, end);
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

struct FigureReader<'a> {
    text: &'a str,
    context: &'a Context<'a>,
    words: &'a [Range<usize>],
    read: BTreeMap<(usize, usize), Option<Value>>,
    /// By word, whether a figure can hold on to it.
    telling: Vec<bool>,
}

impl FigureReader<'_> {
    /// What the words from one place up to another read as, if that is no mere text.
    fn get(&mut self, start: usize, end: usize) -> Option<Value> {
        if let Some(known) = self.read.get(&(start, end)) {
            return known.clone();
        }
        if !self.telling.get(start..end)?.contains(&true) {
            return None;
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
        let is_year = value.kind == Kind::Date && start + 1 == end;
        if (is_year || value.quantity().is_some()) && self.goes_on_otherwise(start, end) {
            return false;
        }
        // In `a million chips and more than 100,000 companies`, `and more` begins what comes next.
        if end > start + 1 && self.word(end - 1) == "more" && self.word(end - 2) == "and" {
            return false;
        }
        if value.kind == Kind::Stage {
            // `talks` adds nothing to `early talks` but what it is a stage of.
            return ![start, end - 1].into_iter().any(|at| is_small(&self.word(at).to_lowercase()));
        }
        let shorter = (start..end).flat_map(|from| (from + 1..=end).map(move |to| (from, to)));
        let mut shorter = shorter.filter(|&(from, to)| to - from < end - start);
        !shorter.any(|(from, to)| self.get(from, to).is_some_and(|other| same_reading(&value, &other)))
    }

    /// Whether the sentence makes something else of words that would be a figure by themselves: `a second tremor`,
    /// `1,300 in Turkey`, `from some 45 countries`, `the A6 highway`, `Flight 1282 experienced`.
    fn goes_on_otherwise(&self, start: usize, end: usize) -> bool {
        let is = |at: usize, word: &str| at < end && self.word(at).eq_ignore_ascii_case(word);
        let follows = self.is_joined(end - 1);
        let next = self.word(end).to_lowercase();
        let ordinal = is(end - 1, "second")
            && !(start..end).any(|at| self.word(at).contains(|it: char| it.is_ascii_digit()));
        let in_feet = (start..end).any(|at| is(at, "ft") || is(at, "feet") || is(at, "foot"));
        let wide = is_extent(&next);
        let origin = is(start, "from") && !(start..end).any(|at| is(at, "to") || is(at, "up"));
        let named = start.checked_sub(1).is_some_and(|at| self.is_joined(at) && is_capital(self.word(at)))
            && self.word(start).starts_with(|it: char| it.is_ascii_digit())
            && !self.word(start).contains([',', '.', '%']);
        let numbered = named || (start..end).any(|at| is_numbered(self.word(at)));
        ordinal && follows && !is_small(&next)
            || is(end - 1, "in") && follows && !in_feet && !wide
            || origin
            || numbered
    }

    /// Whether nothing but a blank stands between a word and the next.
    fn is_joined(&self, at: usize) -> bool {
        let between = self.words.get(at).zip(self.words.get(at + 1));
        between.is_some_and(|(word, next)| {
            self.text.get(word.end..next.start).is_some_and(|it| it.trim().is_empty())
        })
    }

    /// The end of a date with the year behind it, which may say no more than `published` does: `October 19, 2025`.
    fn with_year(&mut self, start: usize, end: usize) -> usize {
        let year = self.word(end).len() == 4 && self.word(end).bytes().all(|it| it.is_ascii_digit());
        let days = |it: Option<Value>| it.filter(|it| it.kind == Kind::Date).map(|it| it.content);
        let Some(known) = days(self.get(start, end).filter(|_| year)) else { return end };
        if days(self.get(start, end + 1)) == Some(known) { end + 1 } else { end }
    }

    /// The end of a phrase that counts something, with the noun behind the adjective that it counts first: `24,400 emergency
    /// personnel`.
    fn with_noun(&mut self, start: usize, end: usize) -> usize {
        let Some(value) = self.get(start, end) else { return end };
        let counts = value.kind == Kind::Count && value.counted.is_some();
        if !counts
            || is_many(&self.word(end - 1).to_lowercase())
            || is_small(&self.word(end - 1).to_lowercase())
        {
            return end;
        }
        let mut further = end;
        while further < end + 2
            && self.is_joined(further - 1)
            && !is_small(&self.word(further).to_lowercase())
        {
            further += 1;
            let same = |it: &Value| it.kind == Kind::Count && it.content == value.content;
            if is_many(&self.word(further - 1).to_lowercase())
                && self.get(start, further).is_some_and(|it| same(&it))
            {
                return further;
            }
        }
        end
    }
}

/// A word that may be the first part of a numbered name: the Max of `Max 9`, the Flight of `Flight 1282`.
fn is_capital(word: &str) -> bool {
    let lower = word.to_lowercase();
    word.starts_with(char::is_uppercase) && !is_small(&lower) && !leads_figure(&lower)
}

/// A letter with a number, which names a road, a plane or a bus and counts nothing: `A6`, `B-52`.
fn is_numbered(word: &str) -> bool {
    // A quarter or a half of a year.
    if matches!(word, "Q1" | "Q2" | "Q3" | "Q4" | "H1" | "H2") {
        return false;
    }
    // The seat 26A, but not the 20C of a warm day or the 5M of a deal.
    let seat = word.strip_suffix(|it: char| it.is_ascii_uppercase() && !"BCFKLMT".contains(it));
    let rest = word.strip_prefix(|it: char| it.is_ascii_uppercase());
    let Some(rest) = rest.or(seat) else { return false };
    let digits = rest.strip_prefix('-').unwrap_or(rest);
    !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit())
}

fn is_figure(value: &Value) -> bool {
    let figure = matches!(
        value.content,
        Content::Quantity(_)
            | Content::Rank { .. }
            | Content::Days(_)
            | Content::Clock { .. }
            | Content::Stage { .. }
    );
    // How firmly something is said is no figure: `reportedly`, `nobody`.
    let firmness = matches!(&value.content, Content::Stage { scale, .. } if scale == "certainty");
    // `2021 over safety failings` counts no overs.
    let counted = value.counted.as_deref().and_then(|it| it.split_whitespace().next()).unwrap_or_default();
    let nothing = is_small(&counted.to_lowercase()) || goes_on(counted);
    // `2015, giving Amazon` is no count of anything.
    let aside = !value.unread.is_empty() || value.notes.iter().any(|note| matches!(note, Note::GoesOn(_)));
    figure && !firmness && !nothing && !aside
}

/// Whether two values say the same of the same thing, however they are worded.
pub fn same_reading(a: &Value, b: &Value) -> bool {
    let counted = |value: &Value| {
        let words = value.counted.as_deref().filter(|_| value.kind == Kind::Count)?;
        words.split_whitespace().next().map(str::to_lowercase)
    };
    let doubt = |value: &Value| value.notes.contains(&Note::WrongWeekday);
    // `could exceed` is part of what is said, `plans to invest` of how.
    let modal = |value: &Value| value.modality.clone().filter(|it| is_possibility(it));
    let hedges = modal(a) == modal(b) && a.hedge.is_some() == b.hedge.is_some();
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
        assert_eq!(found("A second tremor killed at least 1,300 in Turkey and Syria."), ["at least 1,300"]);
        assert_eq!(found("Help came from some 45 countries over the A6 highway"), ["some 45 countries"]);
        assert_eq!(
            found("with more than 24,400 emergency personnel and 100 smaller aftershocks"),
            ["more than 24,400 emergency personnel", "100 smaller aftershocks"]
        );
        assert_eq!(found("The ship, built in 1994, is white"), ["1994"]);
    }
}
