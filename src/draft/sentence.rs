//! A sentence of an article, cut into words, with what it mentions.

use std::collections::BTreeSet;
use std::ops::Range;

use super::dateline::dateline;
use super::words::{is_auxiliary, is_joint, is_preposition, opens_clause};
use crate::english::verbs;
use crate::mention::{self, Mention};
use crate::value::{Content, Context};

/// A sentence and where it stands in its text.
pub(super) struct Sentence<'t> {
    pub(super) text: &'t str,
    pub(super) span: Range<usize>,
    /// The bytes of its words, in the sentence.
    pub(super) words: Vec<Range<usize>>,
    /// The same in lower case, with typewriter apostrophes.
    lower: Vec<String>,
    /// Names, as places of words.
    pub(super) names: Vec<Range<usize>>,
    /// Figures, dates and times, as places of words.
    pub(super) mentions: Vec<(Range<usize>, Mention)>,
    /// Stages, as places of words.
    pub(super) stages: Vec<Range<usize>>,
    /// Last words of names that end in `'s` by themselves: `Lloyd's`.
    keeping: BTreeSet<String>,
}

impl<'t> Sentence<'t> {
    /// The sentences of a text, without datelines.
    pub(super) fn all(text: &'t str, context: &Context<'_>) -> Vec<Self> {
        let spans = mention::sentences(text).into_iter().flat_map(|span| parts(text, span)).map(|span| {
            let dateline = dateline(text.get(span.clone()).unwrap_or_default());
            span.start + dateline..span.end
        });
        let read = spans.filter_map(|span| Some(Self::new(text.get(span.clone())?, span, context)));
        let mut sentences: Vec<Self> = read.collect();
        // At the beginning of a sentence a capital says nothing: a name is one elsewhere, too.
        let elsewhere: BTreeSet<String> = sentences
            .iter()
            .flat_map(|it| {
                it.names.iter().filter(|name| name.start > 0).map(|name| it.word(name.start).to_owned())
            })
            .collect();
        for sentence in &mut sentences {
            let written = |name: &Range<usize>| {
                sentence.words.get(name.start).and_then(|it| sentence.text.get(it.clone()))
            };
            let marked = |name: &Range<usize>| {
                written(name).is_some_and(|word| {
                    word.chars().skip(1).any(|it| it.is_uppercase() || it.is_ascii_digit())
                })
            };
            let name = |name: &Range<usize>| {
                name.start > 0
                    || name.len() > 1
                    || marked(name)
                    || elsewhere.contains(sentence.word(name.start))
            };
            let kept = sentence.names.iter().filter(|it| name(it)).cloned().collect();
            sentence.names = kept;
        }
        let keeping: BTreeSet<String> = sentences.iter().flat_map(Self::doing_with_ending).collect();
        for sentence in &mut sentences {
            sentence.keeping.clone_from(&keeping);
        }
        sentences
    }

    fn new(text: &'t str, span: Range<usize>, context: &Context<'_>) -> Self {
        let words = mention::words(text);
        let written = |span: &Range<usize>| text.get(span.clone()).unwrap_or_default();
        let lower: Vec<String> =
            words.iter().map(|it| written(it).to_lowercase().replace(['’', '‘'], "'")).collect();
        let places = |span: &Range<usize>| {
            let first = words.iter().position(|word| word.end > span.start)?;
            let last = words.iter().rposition(|word| word.start < span.end)?;
            (first <= last).then_some(first..last + 1)
        };
        let mentions = mention::figures(text, context).into_iter();
        let mentions: Vec<_> = mentions.filter_map(|it| Some((places(&it.span)?, it))).collect();
        let is_stage = |mention: &Mention| matches!(mention.value.content, Content::Stage { .. });
        let (stages, mentions): (Vec<_>, Vec<_>) = mentions.into_iter().partition(|(_, it)| is_stage(it));
        let stages = stages.into_iter().map(|(words, _)| words).collect();
        // The Celsius of `7 degrees Celsius` is nobody.
        let in_figure = |name: &Range<usize>| {
            mentions.iter().any(|(words, _)| words.start <= name.start && name.end <= words.end)
        };
        let bare = |name: Range<usize>| {
            let first = |at: &usize| lower.get(*at).is_some_and(|word| is_preposition(word));
            let start = name.start + usize::from(first(&name.start));
            start..name.end
        };
        let names = mention::names(text).into_iter().filter_map(|span| places(&span)).map(bare);
        let names: Vec<Range<usize>> = names.filter(|name| !name.is_empty() && !in_figure(name)).collect();
        let names = joined_names(names, text, &words, &lower);
        Self { text, span, words, lower, names, mentions, stages, keeping: BTreeSet::new() }
    }

    /// The last words of names in `'s` that do something: `McDonald's said`.
    fn doing_with_ending(&self) -> Vec<String> {
        let names = self.names.iter().filter(|name| {
            self.word(name.end - 1).ends_with("'s")
                && self.is_at(
                    name.end,
                    "said|says|will|would|has|had|is|was|agreed|announced|told|declined|reported",
                )
        });
        names.map(|name| self.word(name.end - 1).to_owned()).collect()
    }

    /// Whether the `'s` at the end of a name is its own.
    pub(super) fn keeps_ending(&self, name: &Range<usize>) -> bool {
        name.end.checked_sub(1).is_some_and(|at| self.keeping.contains(self.word(at)))
    }

    /// Whether a word is the last of such a name.
    pub(super) fn keeps(&self, word: &str) -> bool {
        self.keeping.contains(word)
    }

    /// Some words for use in a label: on one line, the first of the sentence in lower case unless it is a name.
    pub(super) fn words_of(&self, words: Range<usize>) -> String {
        if words.is_empty() {
            return String::new();
        }
        let text = self.written(&words).split_whitespace().collect::<Vec<_>>().join(" ");
        let named = self.names.iter().any(|name| name.start == 0);
        match text.split_once(' ') {
            _ if words.start > 0 || named => text,
            Some((first, rest)) => format!("{} {rest}", first.to_lowercase()),
            None => text.to_lowercase(),
        }
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The word at a place, in lower case; empty where there is none.
    pub(super) fn word(&self, at: usize) -> &str {
        self.lower.get(at).map_or("", String::as_str)
    }

    /// Whether the words at a place are these, each one of several between bars: `has|have yet to`.
    pub(super) fn is_at(&self, at: usize, pattern: &str) -> bool {
        let mut words = pattern.split(' ').enumerate();
        words.all(|(index, alternatives)| alternatives.split('|').any(|word| self.word(at + index) == word))
    }

    /// Whether a word is part of a figure, a date or a time.
    pub(super) fn in_figure(&self, at: usize) -> bool {
        self.mentions.iter().any(|(words, _)| words.contains(&at))
    }

    /// Whether a figure, a date or a time begins at a word.
    pub(super) fn opens_figure(&self, at: usize) -> bool {
        self.mentions.iter().any(|(words, _)| words.start == at)
    }

    /// The places at which the words of a pattern stand.
    pub(super) fn places_of<'s>(&'s self, pattern: &'s str) -> impl Iterator<Item = usize> + 's {
        (0..self.len()).filter(move |&at| self.is_at(at, pattern))
    }

    /// The text of some words, without the possessive of the last.
    pub(super) fn written(&self, words: &Range<usize>) -> &'t str {
        let first = self.words.get(words.start);
        let last = words.end.checked_sub(1).and_then(|at| self.words.get(at));
        first.zip(last).and_then(|(first, last)| self.text.get(first.start..last.end)).unwrap_or_default()
    }

    /// The text of some words, with a quotation mark behind them that closes one among them.
    pub(super) fn quoted(&self, words: &Range<usize>) -> &'t str {
        let written = self.written(words);
        let first = self.words.get(words.start).map_or(0, |word| word.start);
        let open = written.matches(['“', '”', '"']).count() % 2 == 1;
        let closed = self
            .text
            .get(first..first + written.len() + 1)
            .or_else(|| self.text.get(first..first + written.len() + 3));
        closed.filter(|text| open && text.ends_with(['”', '"'])).unwrap_or(written)
    }

    /// What stands between a word and the next.
    fn behind(&self, at: usize) -> &'t str {
        let next = self.words.get(at + 1).map_or(self.text.len(), |word| word.start);
        self.words.get(at).and_then(|word| self.text.get(word.end..next)).unwrap_or_default()
    }

    /// Whether a clause ends behind a word: at a comma, a bracket, a dash.
    pub(super) fn breaks_behind(&self, at: usize) -> bool {
        let behind = self.behind(at);
        at + 1 >= self.len() || behind.contains([',', ';', ':', '(', ')', '—', '–', '.', '?', '!', '…'])
    }

    /// Whether a word stands in a bracket that opened before it, and has not closed.
    pub(super) fn opens_bracket(&self, at: usize) -> bool {
        let before = self.words.get(at).and_then(|word| self.text.get(..word.start)).unwrap_or_default();
        before.rfind('(') > before.rfind(')')
    }

    /// Whether a quotation mark stands between a word and the one before it.
    pub(super) fn opens_quote(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or_else(
            || self.words.first().and_then(|word| self.text.get(..word.start)).unwrap_or_default(),
            |at| self.behind(at),
        );
        before.contains(['“', '"'])
    }

    /// Whether a quotation mark stands between a word and the next one.
    pub(super) fn closes_quote(&self, at: usize) -> bool {
        self.behind(at).contains(['”', '"'])
    }

    /// Where the clause ends that goes on at a word: at punctuation, or before a word that begins another clause; at most
    /// `most` words on. In `more freedom to raise capital and work with others`, `and` joins what is free to be done.
    pub(super) fn clause_end(&self, from: usize, most: usize) -> usize {
        let joins = |at: usize| self.is_at(from, "more") && self.word(at) == "and";
        let mut end = from;
        while end < self.len() && end - from < most {
            if end > from && opens_clause(self.word(end)) && !joins(end) {
                break;
            }
            end += 1;
            if self.breaks_behind(end - 1) {
                break;
            }
        }
        // No phrase ends with a joint.
        while end > from + 1 && is_joint(self.word(end - 1)) {
            end -= 1;
        }
        end
    }

    /// Where the clause begins that a word stands in, at most `most` words back.
    pub(super) fn clause_start(&self, of: usize, most: usize) -> usize {
        let mut start = of;
        while start > 0
            && of - start < most
            && !self.breaks_behind(start - 1)
            && (start == of || !opens_clause(self.word(start)) || self.joins_names(start, of))
        {
            start -= 1;
        }
        start
    }

    /// Whether a word joins two names of one clause, which goes on up to a place: `Turkey and northern Syria on Monday`.
    pub(super) fn joins_names(&self, at: usize, up_to: usize) -> bool {
        let told = |from: usize| {
            (from..up_to).any(|at| verbs::form(self.word(at)).is_some() || is_auxiliary(self.word(at)))
        };
        self.is_at(at, "and|or")
            && self.names.iter().any(|name| name.end == at)
            && self
                .names
                .iter()
                .any(|name| name.start > at && name.start <= at + 2 && name.end <= up_to && !told(name.end))
    }

    /// Whether it ends like a sentence; headlines and buttons do not.
    pub(super) fn is_whole(&self) -> bool {
        self.text.trim_end().ends_with(['.', '!', '?', '”', '"', '’', ')', ':', ';'])
    }

    /// Whether the sentence supposes more than it tells.
    pub(super) fn supposes(&self) -> bool {
        (0..self.len()).any(|at| matches!(self.word(at), "if" | "would" | "whether" | "might" | "should"))
    }
}

/// What bodies are called by the last word of their name.
const BODIES: &str = "commission|authority|department|agency|office|service|board|council|committee|protection|affairs|administration|institute|bureau|association|trust|society|fund";

/// Names with the parts that `and` and `&` join: `Competition and Markets Authority`, `Pacific Gas & Electric`.
fn joined_names(
    names: Vec<Range<usize>>,
    text: &str,
    words: &[Range<usize>],
    lower: &[String],
) -> Vec<Range<usize>> {
    let word = |at: usize| lower.get(at).map_or("", String::as_str);
    let one_of = |word: &str, list: &str| list.split('|').any(|it| it == word);
    let mut joined: Vec<Range<usize>> = Vec::new();
    for name in names {
        let between = |before: &Range<usize>| {
            let from = words.get(before.end - 1)?.end;
            text.get(from..words.get(name.start)?.start)
        };
        let whole = joined.last().is_some_and(|before| {
            let body = one_of(word(name.end - 1), BODIES)
                && (before.start == 0 || word(before.start - 1) == "the" || word(before.start) == "the")
                || one_of(word(before.start), "ministry|department|office|bureau|secretary")
                    && before.len() > 1;
            between(before) == Some(" & ") || body && between(before) == Some(" and ")
        });
        match joined.last_mut().filter(|_| whole) {
            Some(before) => before.end = name.end,
            None => joined.push(name),
        }
    }
    joined
}

/// The parts of a sentence between semicolons, which are sentences of their own.
fn parts(text: &str, span: Range<usize>) -> Vec<Range<usize>> {
    let sentence = text.get(span.clone()).unwrap_or_default();
    let mut parts = Vec::new();
    let mut start = span.start;
    for (at, mark) in sentence.match_indices("; ") {
        parts.push(start..span.start + at + 1);
        start = span.start + at + mark.len();
    }
    parts.push(start..span.end);
    parts
}
