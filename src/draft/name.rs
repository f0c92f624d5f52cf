//! Names and nouns as a draft writes them, without what hangs on them in the sentence.

use std::ops::Range;

use super::parties::titles;
use super::sentence::Sentence;
use super::words::{is_determiner, is_joint, is_preposition};

/// Whom or what a draft is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Subject {
    pub(super) text: String,
    /// Whether one speaks of them as `they`: persons, and several.
    pub(super) they: bool,
    /// Whether the words are an office, of which the draft names the holder.
    pub(super) office: bool,
}

/// Nouns that mean what the sentence before was about: `the company`, `the vessel`.
pub(super) const REFERRING: &str = "company|firm|group|bank|ship|vessel|boat|plane|aircraft|jet|airline|club|team|agency|ministry|carrier|ferry|retailer|chain|startup|start-up|business|bridge|train|factory|mine|museum|university|school|utility|operator|owner|manufacturer|maker|union|party";

/// Whether words only point back to what was spoken of: `the company`, `the 98-metre vessel`.
pub(super) fn refers(sentence: &Sentence<'_>, words: &Range<usize>) -> bool {
    let figures = |at: usize| sentence.in_figure(at);
    let told = words.clone().filter(|&at| !is_determiner(sentence.word(at)) && !figures(at));
    sentence.is_at(words.start, "the|this|its")
        && told.clone().count() == 1
        && told.clone().all(|at| sentence.is_at(at, REFERRING))
}

/// A name without its possessive and the office before it: `Captain Tom Ridley’s`. The `'s` of `Lloyd's` is its own.
pub(super) fn plain_name<'t>(sentence: &Sentence<'t>, name: &Range<usize>) -> &'t str {
    let titles = titles(sentence, name);
    let person = if titles < name.len() { name.start + titles..name.end } else { name.clone() };
    let written = sentence.written(&person);
    if sentence.keeps_ending(name) { written } else { without_possessive(written) }
}

/// No subject in other words than a name has more.
const LONGEST: usize = 6;

/// Words without article and possessive: of `a goal in the 94th minute from substitute Tunde Okafor` the goal, of `wind speeds of
/// 83mph` the speeds.
pub(super) fn plain_words(sentence: &Sentence<'_>, words: &Range<usize>) -> String {
    let empty = |at: usize| {
        is_determiner(sentence.word(at)) || is_joint(sentence.word(at)) || sentence.is_at(at, "one|some")
    };
    let start = words.clone().find(|&at| !empty(at)).unwrap_or(words.end);
    let of_figure = (start + 1..words.end).find(|&at| sentence.is_at(at, "of") && sentence.in_figure(at + 1));
    let long =
        (start + 1..words.end).find(|&at| is_preposition(sentence.word(at)) && !sentence.is_at(at, "of"));
    let end = of_figure.or(long.filter(|_| words.end - start > LONGEST)).unwrap_or(words.end);
    let text = without_possessive(sentence.written(&(start..end)));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name without `'s`.
pub(super) fn without_possessive(name: &str) -> &str {
    let name = ["'s", "’s", "‘s"].iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name);
    name.trim_end_matches(['\'', '’'])
}
