//! Sentences of a text, with headlines and list entries as sentences of their own.

use std::ops::Range;

use crate::english::calendar;
use crate::english::running::sentences as words;

/// A line shorter than this that ends without punctuation is a headline or an entry, not the beginning of a longer one.
const HEADLINE: usize = 60;

/// The sentences of a text, as spans of its bytes, in its order.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    paragraphs(text).into_iter().flat_map(|span| in_paragraph(text, span)).collect()
}

/// Blank lines part paragraphs; so do line breaks behind a full stop, a headline or before an entry of a list.
fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut paragraphs: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    let (mut open, mut parted) = (false, true);
    for line in text.split_inclusive('\n') {
        let start = at + line.len() - line.trim_start().len();
        let words = line.trim();
        at += line.len();
        if words.is_empty() {
            (open, parted) = (false, true);
            continue;
        }
        let entry = words.starts_with(['•', '*', '–', '-', '·']) && !words.starts_with("--");
        let end = start + words.len();
        let goes_on = !parted && words.starts_with(char::is_lowercase);
        match paragraphs.last_mut() {
            Some(last) if (open || goes_on) && !entry => last.end = end,
            _ => paragraphs.push(start..end),
        }
        let ended = words.ends_with(['.', '!', '?', ':', '”', '"', '’', ')']);
        parted = false;
        open = !ended && words.chars().count() >= HEADLINE;
    }
    paragraphs
}

fn in_paragraph(text: &str, span: Range<usize>) -> Vec<Range<usize>> {
    let paragraph = text.get(span.clone()).unwrap_or_default();
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, mark) in paragraph.char_indices().filter(|(_, it)| matches!(it, '.' | '!' | '?' | '…')) {
        if at < start {
            continue;
        }
        // Quotation marks and brackets behind the mark belong to the sentence that it ends.
        let behind = paragraph.get(at + mark.len_utf8()..).unwrap_or_default();
        let rest = behind.trim_start_matches(['.', '!', '?', '”', '"', '’', '\'', ')', ']']);
        let next = rest.trim_start();
        let parted = rest.len() > next.len();
        if parted
            && begins_sentence(next)
            && ends_sentence(paragraph.get(..at).unwrap_or_default(), mark, next)
        {
            let end = paragraph.len() - rest.len();
            sentences.push(span.start + start..span.start + end);
            start = paragraph.len() - next.len();
        }
    }
    if start < paragraph.len() {
        sentences.push(span.start + start..span.end);
    }
    sentences
}

fn begins_sentence(next: &str) -> bool {
    let first = next.trim_start_matches(['“', '"', '‘', '\'', '(', '[']).chars().next();
    first.is_some_and(|it| it.is_uppercase() || it.is_numeric() || "$€£¥₹".contains(it))
}

/// Whether a full stop behind a text ends a sentence, as far as the words on both sides tell.
fn ends_sentence(before: &str, mark: char, next: &str) -> bool {
    if mark != '.' {
        return true;
    }
    let word =
        before.rsplit(|it: char| it.is_whitespace() || "(“\"‘".contains(it)).next().unwrap_or_default();
    let lower = word.to_lowercase();
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    if initial || words::is_abbreviation(&lower) {
        return false;
    }
    if words::is_state(word) && before.trim_end_matches(word).trim_end().ends_with(',') {
        return false;
    }
    if words::may_end(&lower) {
        let first = next.split(|it: char| !it.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
        if matches!(lower.as_str(), "a.m" | "p.m") {
            return !(words::follows_clock(&first) || calendar::is_in_full(&first));
        }
        return words::opens(&first);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        sentences(text).into_iter().filter_map(|span| text.get(span)).collect()
    }

    #[test]
    fn full_stops_of_abbreviations_and_figures_end_nothing() {
        let text = "Amazon.com Inc. is in talks, Dr. J. Smith of the U.S. Treasury said at 5 p.m. on Dec. 3. It rose 1.5 percent.";
        assert_eq!(found(text), [text.get(..88).unwrap_or("?"), "It rose 1.5 percent."]);
    }

    #[test]
    fn quotation_marks_go_with_their_sentence() {
        assert_eq!(
            found("“It is over.” He left at 5 p.m. The rest stayed."),
            ["“It is over.”", "He left at 5 p.m.", "The rest stayed."]
        );
    }

    #[test]
    fn headlines_and_entries_stand_alone_and_wrapped_lines_do_not() {
        let text = "A headline\nThe first sentence of a paragraph that is wrapped at some\ncolumn goes on here. Next one.\n\n• One entry\n• Another";
        assert_eq!(
            found(text),
            [
                "A headline",
                "The first sentence of a paragraph that is wrapped at some\ncolumn goes on here.",
                "Next one.",
                "• One entry",
                "• Another"
            ]
        );
    }
}
