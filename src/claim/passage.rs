//! Where in an article's text a quote stands, and the passage that is most like one that does not stand there.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

/// Longer quotes are not looked for word by word.
const LONGEST: usize = 120;

/// What a word more or less costs; a word in another form costs half of it.
const STEP: usize = 2;

/// Words more alike than this, by Jaro-Winkler, are forms of one word.
const ALIKE: f64 = 0.9;

/// A text as quotes are compared with it: line breaks and typography make no difference.
#[derive(Debug)]
pub struct Passages<'t> {
    text: &'t str,
    plain: String,
    /// For each byte of `plain`, where in `text` the character begins that it comes from.
    from: Vec<u32>,
}

/// The passage most like a quote that is not in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// Its bytes in the text.
    pub span: Range<usize>,
    /// What differs, each time the text's words and the quote's.
    pub differs: Vec<(String, String)>,
    /// Whether both are the same words, but for capitals and punctuation.
    pub same_words: bool,
}

impl<'t> Passages<'t> {
    /// Prepares a text.
    pub fn of(text: &'t str) -> Self {
        let mut plain = String::with_capacity(text.len());
        let mut from = Vec::with_capacity(text.len());
        for (at, it) in text.char_indices() {
            let before = plain.len();
            push_plain(it, &mut plain);
            // Texts of 16 MiB are refused, so that this always fits.
            from.resize(from.len() + plain.len() - before, u32::try_from(at).unwrap_or(u32::MAX));
        }
        Self { text, plain, from }
    }

    /// The bytes of the text that a quote stands in; what it leaves out (`…`) or puts in (`[…]`) may be anything.
    pub fn find(&self, quote: &str) -> Option<Range<usize>> {
        let mut found: Option<Range<usize>> = None;
        let mut at = 0;
        for piece in pieces(quote) {
            let start = at + self.plain.get(at..)?.find(&piece)?;
            at = start + piece.len();
            let place = |at: usize| self.from.get(at).map(|&it| it as usize);
            let (first, last) = (place(start)?, place(at - 1)?);
            let length = self.text.get(last..)?.chars().next()?.len_utf8();
            found = Some(found.map_or(first, |it| it.start)..last + length);
        }
        found
    }

    /// The passage most like a quote, if at least half of the words are alike: approximate matching after Sellers (1980),
    /// with words in the place of letters.
    pub fn nearest(&self, quote: &str) -> Option<Nearest> {
        let (mine, yours) = (words(quote), words(self.text));
        if mine.is_empty() || mine.len() > LONGEST {
            return None;
        }
        // For each number of the quote's words: how many steps to a passage that ends here, and where that began.
        let mut row: Vec<(usize, usize)> = (0..=mine.len()).map(|words| (words * STEP, 0)).collect();
        let mut best = (mine.len() * STEP, 0..0);
        for (at, theirs) in yours.iter().enumerate() {
            let mut diagonal = std::mem::replace(&mut row[0], (0, at + 1));
            for (index, word) in mine.iter().enumerate() {
                let (above, left) = (row[index + 1], row[index]);
                let same = (diagonal.0 + word.steps_to(theirs), if index == 0 { at } else { diagonal.1 });
                let least = same.min((above.0 + STEP, above.1)).min((left.0 + STEP, left.1));
                diagonal = above;
                row[index + 1] = least;
            }
            let (steps, start) = row[mine.len()];
            if steps < best.0 {
                best = (steps, start..at + 1);
            }
        }
        let (steps, passage) = best;
        let theirs = yours.get(passage).filter(|_| steps * 2 <= mine.len() * STEP)?;
        let span = theirs.first()?.span.start..theirs.last()?.span.end;
        Some(Nearest { span, differs: differing(&mine, theirs), same_words: steps == 0 })
    }
}

/// A word of a text.
struct Word<'t> {
    written: &'t str,
    /// Without capitals, punctuation and typography.
    plain: String,
    span: Range<usize>,
}

impl Word<'_> {
    /// Nothing to the same word, half a step to another form of it, else a whole one.
    fn steps_to(&self, other: &Self) -> usize {
        match () {
            () if self.plain == other.plain => 0,
            () if strsim::jaro_winkler(&self.plain, &other.plain) > ALIKE => STEP / 2,
            () => STEP,
        }
    }
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, it) in text.char_indices().chain([(text.len(), ' ')]) {
        match (it.is_whitespace(), start) {
            (false, None) => start = Some(at),
            (true, Some(from)) => {
                let (written, span) = trimmed(text, from..at);
                let mut plain = String::new();
                written.chars().for_each(|it| push_plain(it, &mut plain));
                words.push(Word { written, plain: plain.to_lowercase(), span });
                start = None;
            }
            _ => {}
        }
    }
    words.retain(|word| !word.plain.is_empty());
    words
}

/// A word without the punctuation around it; signs that belong to a figure stay.
fn trimmed(text: &str, span: Range<usize>) -> (&str, Range<usize>) {
    let written = text.get(span.clone()).unwrap_or_default();
    let outside = |it: char| !it.is_alphanumeric() && !"$€£¥₹%+-−°".contains(it);
    let inner = written.trim_start_matches(outside);
    let start = span.end - inner.len();
    let inner = inner.trim_end_matches(|it| outside(it) && it != '°');
    (inner, start..start + inner.len())
}

/// The runs of words that only one of the two has.
fn differing(mine: &[Word<'_>], theirs: &[Word<'_>]) -> Vec<(String, String)> {
    let joined = |words: &[Word<'_>]| words.iter().map(|it| it.written).collect::<Vec<_>>().join(" ");
    let plain = |words: &[Word<'_>]| words.iter().map(|it| it.plain.clone()).collect::<Vec<_>>();
    let runs = similar::capture_diff_slices(similar::Algorithm::Lcs, &plain(mine), &plain(theirs));
    let runs = runs.iter().filter(|it| it.tag() != similar::DiffTag::Equal);
    runs.map(|it| (joined(&theirs[it.new_range()]), joined(&mine[it.old_range()]))).collect()
}

/// The parts of a quote that must stand in the text, in their order.
fn pieces(quote: &str) -> Vec<String> {
    let mut plain = String::new();
    quote.chars().for_each(|it| push_plain(it, &mut plain));
    let mut pieces = vec![String::new()];
    let mut bracketed = false;
    let mut rest = plain.as_str();
    while let Some(it) = rest.chars().next() {
        let dots = rest.chars().take_while(|it| *it == '.').count();
        let length = if dots >= 3 { dots } else { it.len_utf8() };
        match it {
            '[' => bracketed = rest.contains(']'),
            ']' if bracketed => bracketed = false,
            _ if bracketed => {}
            _ if dots < 3 => {
                if let Some(piece) = pieces.last_mut() {
                    piece.push(it);
                }
            }
            _ => {}
        }
        if dots >= 3 || it == '[' {
            pieces.push(String::new());
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    pieces.iter().map(|piece| piece.trim().to_owned()).filter(|piece| !piece.is_empty()).collect()
}

/// A character as quotes are compared: typographic signs as typewriters have them, one space for any.
fn push_plain(it: char, plain: &mut String) {
    match it {
        '\u{2018}' | '\u{2019}' | '\u{2032}' | '\u{2bc}' => plain.push('\''),
        '\u{201c}' | '\u{201d}' | '\u{2033}' | '\u{ab}' | '\u{bb}' => plain.push('"'),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => plain.push('-'),
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
        it if it.is_whitespace() => {
            if !plain.is_empty() && !plain.ends_with(' ') {
                plain.push(' ');
            }
        }
        it if it.is_ascii() => plain.push(it),
        it => plain.extend(std::iter::once(it).nfkd()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "Amazon is in talks to\ninvest “at least $10\u{a0}billion” in OpenAI’s\nround, two people said.";

    #[test]
    fn typography_and_line_breaks_make_no_difference() {
        let passages = Passages::of(TEXT);
        for quote in ["talks to invest", "invest \"at least $10 billion\" in OpenAI's round"] {
            let span = passages.find(quote).unwrap_or_default();
            assert!(
                TEXT.get(span).is_some_and(|it| it.starts_with(quote.get(..5).unwrap_or("?"))),
                "{quote}"
            );
        }
        assert_eq!(passages.find("more than $10 billion"), None);
    }

    #[test]
    fn what_is_left_out_or_put_in_may_be_anything() {
        let passages = Passages::of(TEXT);
        for quote in ["Amazon is in talks … at least", "Amazon ... in OpenAI", "[the company] is in talks"]
        {
            assert!(passages.find(quote).is_some(), "{quote}");
        }
        assert_eq!(passages.find("two people … Amazon"), None, "the order counts");
    }

    #[test]
    fn the_nearest_passage_says_what_differs() {
        let passages = Passages::of(TEXT);
        let near = |quote| passages.nearest(quote).map(|it| (TEXT.get(it.span).unwrap_or("?"), it.differs));
        let run = |x: &str, y: &str| (x.to_owned(), y.to_owned());
        let whole = "invest “at least $10\u{a0}billion” in OpenAI’s";
        assert_eq!(
            near("invest about $10 billion in OpenAI"),
            Some((whole, vec![run("at least", "about"), run("OpenAI’s", "OpenAI")]))
        );
        assert_eq!(
            near("to spend at least $10 billion now"),
            Some(("to\ninvest “at least $10\u{a0}billion", vec![run("invest", "spend"), run("", "now")]))
        );
        assert_eq!(near("nothing of the kind stands here"), None);
        assert!(passages.nearest("Two People Said").is_some_and(|it| it.same_words));
    }
}
