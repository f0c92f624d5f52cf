//! Names in a running text: runs of words with a capital.

use std::ops::Range;

use super::words;
use crate::english::calendar;
use crate::english::running::names::{is_particle, names_nobody};

/// The names that a sentence mentions, in its order. A capital at the beginning of the sentence counts where the word
/// is no common one.
pub fn names(sentence: &str) -> Vec<Range<usize>> {
    let words = words(sentence);
    let text = |at: usize| words.get(at).and_then(|span| sentence.get(span.clone())).unwrap_or_default();
    let capital = |at: usize| text(at).chars().next().is_some_and(char::is_uppercase) || mixed(text(at));
    let common = |at: usize| {
        let lower = text(at).to_lowercase();
        names_nobody(&lower) || calendar::is_in_full(&lower)
    };
    let touch = |at: usize| {
        let between = words.get(at).zip(words.get(at + 1)).and_then(|(x, y)| sentence.get(x.end..y.start));
        between.is_some_and(|it| it == " " || it == ". ")
    };
    let mut names = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let article = text(at) == "The" && capital(at + 1) && at > 0;
        if !capital(at) || (common(at) && !article) {
            at += 1;
            continue;
        }
        let start = at;
        let mut end = at + 1;
        while touch(end - 1) && !possessive(text(end - 1)) {
            if capital(end) && !common(end)
                || text(end).chars().all(|it| it.is_ascii_digit()) && !text(end).is_empty()
            {
                end += 1;
            } else if is_particle(text(end))
                && text(end) != "and"
                && capital(end + 1)
                && touch(end)
                && !common(end + 1)
            {
                end += 2;
            } else {
                break;
            }
        }
        names.push(words[start].start..without_possessive(sentence, words[end - 1].clone()));
        at = end;
    }
    names
}

fn mixed(word: &str) -> bool {
    word.chars().skip(1).any(char::is_uppercase) && word.chars().next().is_some_and(char::is_alphabetic)
}

fn possessive(word: &str) -> bool {
    ["'s", "’s", "‘s", "s'", "s’"].iter().any(|ending| word.ends_with(ending))
}

fn without_possessive(sentence: &str, word: Range<usize>) -> usize {
    let text = sentence.get(word.clone()).unwrap_or_default();
    let short = ["'s", "’s", "‘s"].iter().find_map(|ending| text.strip_suffix(ending)).unwrap_or(text);
    word.start + short.trim_end_matches(['\'', '’']).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_runs_of_capitals() {
        let found = |text: &'static str| -> Vec<&'static str> {
            names(text).into_iter().filter_map(|span| text.get(span)).collect()
        };
        assert_eq!(
            found("In November, OpenAI’s Sam Altman met the Bank of England in London."),
            ["OpenAI", "Sam Altman", "Bank of England", "London"]
        );
        assert_eq!(found("The company said so."), Vec::<&str>::new());
        assert_eq!(found("as first reported by The Information."), ["The Information"]);
    }
}
