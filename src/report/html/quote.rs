//! A quote with the words of its value, and with the ones in which it differs from the other side's.

use similar::{Algorithm, DiffTag, capture_diff_slices};

/// Words that alone tell nothing.
const PREPOSITIONS: [&str; 8] = ["a", "an", "the", "in", "on", "of", "at", "for"];

/// A part of a quote.
pub(super) struct Piece<'a> {
    pub(super) text: &'a str,
    /// It differs from what the other side says.
    pub(super) differs: bool,
}

/// The quote in pieces. Marked are the words of the value that `other` does not have; all of its words, where `other` has
/// them, too. Where the value stands elsewhere, the words of the quote that `other_quote` does not have are marked, if the two
/// are alike at all.
pub(super) fn pieces<'a>(
    quote: &'a str,
    value: &str,
    other: &str,
    other_quote: Option<&str>,
) -> Vec<Piece<'a>> {
    let words = words(quote);
    let plain: Vec<String> = words.iter().map(|(_, word)| plain(word)).collect();
    let value: Vec<String> = self::words(value).iter().map(|(_, word)| self::plain(word)).collect();
    let mut marked = vec![false; words.len()];
    if let Some(start) = find(&plain, &value) {
        let other: Vec<String> = self::words(other).iter().map(|(_, word)| self::plain(word)).collect();
        let differing = differing(&other, &value);
        // `in October` against `October 2023` differs in more than its preposition.
        let tells = |(at, differs): (usize, &bool)| *differs && !PREPOSITIONS.contains(&value[at].as_str());
        let all = !differing.iter().enumerate().any(tells);
        for (at, differs) in differing.into_iter().enumerate() {
            marked[start + at] = all || differs;
        }
    } else if let Some(other) = other_quote {
        let other: Vec<String> = self::words(other).iter().map(|(_, word)| self::plain(word)).collect();
        let differing = differing(&other, &plain);
        if differing.iter().filter(|it| **it).count() * 2 <= plain.len() {
            marked = differing;
        }
    }
    joined(quote, &words, &marked)
}

/// The words of a text with their places; what stands between them belongs to none.
fn words(text: &str) -> Vec<(usize, &str)> {
    let pieces = text.split_inclusive(char::is_whitespace);
    let mut at = 0;
    let placed = pieces.map(|piece| {
        let start = at;
        at += piece.len();
        (start, piece.trim_end())
    });
    placed.filter(|(_, word)| !word.is_empty()).collect()
}

/// A word without case and without the marks around it.
fn plain(word: &str) -> String {
    let inner = word
        .trim_matches(|it: char| !it.is_alphanumeric() && !matches!(it, '$' | '€' | '£' | '¥' | '%' | '+'));
    inner.to_lowercase().replace('’', "'")
}

/// Where the words stand in a row.
fn find(words: &[String], wanted: &[String]) -> Option<usize> {
    if wanted.is_empty() {
        return None;
    }
    words.windows(wanted.len()).position(|window| window == wanted)
}

/// Which words of `new` are not those of `old`.
fn differing(old: &[String], new: &[String]) -> Vec<bool> {
    let mut differing = vec![false; new.len()];
    for change in capture_diff_slices(Algorithm::Myers, old, new) {
        if change.tag() != DiffTag::Equal {
            differing[change.new_range()].fill(true);
        }
    }
    differing
}

/// Neighbouring words of one kind together, with what stands between them.
fn joined<'a>(text: &'a str, words: &[(usize, &'a str)], marked: &[bool]) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let first = words.first().filter(|_| marked[0]);
    let mut start = first.map_or(0, |word| word.0);
    if start > 0 {
        pieces.push(Piece { text: text.get(..start).unwrap_or_default(), differs: false });
    }
    let mut at = 0;
    while at < words.len() {
        let differs = marked[at];
        let next = (at..words.len()).find(|&it| marked[it] != differs).unwrap_or(words.len());
        let last = words[next - 1].0 + words[next - 1].1.len();
        // The space before a mark belongs to what is before it.
        let end = if differs { last } else { words.get(next).map_or(text.len(), |word| word.0) };
        pieces.push(Piece { text: text.get(start..end).unwrap_or_default(), differs });
        (start, at) = (end, next);
    }
    if start < text.len() {
        pieces.push(Piece { text: text.get(start..).unwrap_or_default(), differs: false });
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::pieces;

    fn marked(quote: &str, value: &str, other: &str, other_quote: &str) -> String {
        let pieces = pieces(quote, value, other, Some(other_quote));
        let show =
            |it: super::Piece<'_>| if it.differs { format!("[{}]", it.text) } else { it.text.to_owned() };
        pieces.into_iter().map(show).collect()
    }

    #[test]
    fn words_of_the_value_that_the_other_side_lacks() {
        assert_eq!(
            marked("to invest at least $10 billion in it", "at least $10 billion", "$10 billion", ""),
            "to invest [at least] $10 billion in it"
        );
        assert_eq!(
            marked("a $10 billion deal", "$10 billion", "at least $10 billion", ""),
            "a [$10 billion] deal"
        );
        assert_eq!(marked("done in October", "in October", "October 2023", ""), "done [in October]");
        assert_eq!(
            marked("its October 2023 plan", "October 2023", "last fall", ""),
            "its [October 2023] plan"
        );
        assert_eq!(marked(" “Late  fall”, he said", "late fall", "spring", ""), " [“Late  fall”,] he said");
    }

    #[test]
    fn quotes_that_word_the_value_otherwise() {
        assert_eq!(marked("the deal is dead", "no deal", "a deal", "the deal is done"), "the deal is [dead]");
        assert_eq!(marked("nothing alike", "no deal", "a deal", "the deal is done"), "nothing alike");
        assert_eq!(marked("", "no deal", "a deal", "x"), "");
    }
}
