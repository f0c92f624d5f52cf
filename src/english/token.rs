//! Phrases cut into words, numbers and symbols, each a borrowed piece of the text.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::figures::numbers::NumberPart;
use super::words::{self, KnownWord, Promises, month};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Letters, with apostrophes and points between them: `St`, `John's`, `p.m`.
    Word,
    /// Digits with their grouping and decimals; the scale of the decimal is that of the text.
    /// `None` where the number is too large.
    Number(Option<Decimal>),
    /// Any other character.
    Symbol(char),
}

/// A piece of a phrase.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token<'a> {
    /// As written.
    pub text: &'a str,
    /// In lower case.
    pub lower: &'a str,
    /// What it is.
    pub shape: TokenKind,
    /// What the word is known to be.
    pub known: &'static KnownWord,
    /// Of its lower case, for tables of words.
    pub hash: u64,
    /// Where it starts in the phrase, in bytes.
    pub start: usize,
    /// Where it ends in the phrase, in bytes.
    pub end: usize,
    /// No space before it.
    pub glued: bool,
}

/// A phrase and its tokens. The point behind a word (`Dec.`, `p.m.`) is swallowed.
#[derive(Debug)]
pub(crate) struct Phrase<'a> {
    /// The text, in plain characters .
    pub text: &'a str,
    /// Its words, numbers and symbols.
    pub tokens: Vec<Token<'a>>,
    /// The kinds of value that they let it be.
    pub promises: Promises,
}

/// The text in lower case, as long as the text itself: letters beyond ASCII stay as they are.
pub(crate) fn lower(text: &str) -> Cow<'_, str> {
    if text.bytes().any(|b| b.is_ascii_uppercase()) {
        Cow::Owned(text.to_ascii_lowercase())
    } else {
        Cow::Borrowed(text)
    }
}

impl<'a> Phrase<'a> {
    /// Cuts a text and its [`lower`] form.
    pub(crate) fn new(text: &'a str, lower: &'a str) -> Self {
        let mut tokens = Vec::with_capacity(8);
        let mut at = 0;
        let mut glued = false;
        while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
            if c.is_whitespace() {
                at += c.len_utf8();
                glued = false;
                continue;
            }
            let rest = text.get(at..).unwrap_or_default();
            let (length, shape) = if c.is_alphabetic() {
                (word_length(rest), TokenKind::Word)
            } else if c.is_ascii_digit() || (c == '.' && !glued && second_is_digit(rest)) {
                let length = if divides(&tokens, glued) {
                    digits(rest)
                } else {
                    let length = number_length(rest);
                    // The days of `March 3,4 and 5` are none.
                    let month = || tokens.last().is_some_and(|token: &Token| month(token.lower).is_some());
                    let decimals = decimal_comma(rest, length);
                    length + if decimals == 0 || month() { 0 } else { decimals }
                };
                (length, TokenKind::Number(decimal(rest.get(..length).unwrap_or_default())))
            } else {
                (c.len_utf8(), TokenKind::Symbol(c))
            };
            let end = at + length;
            if let (Some(text), Some(lower)) = (text.get(at..end), lower.get(at..end)) {
                let hash = hash(lower);
                let known = words::of(lower, hash, shape);
                tokens.push(Token { text, lower, shape, known, hash, start: at, end, glued });
            }
            at = end;
            glued = true;
            if shape == TokenKind::Word && text.get(at..).is_some_and(|rest| rest.starts_with('.')) {
                at += 1;
            }
        }
        join_compounds(&mut tokens);
        Self::of(text, tokens)
    }

    /// Some tokens of a text.
    fn of(text: &'a str, tokens: Vec<Token<'a>>) -> Self {
        let promises = tokens.iter().fold(Promises::default(), |all, token| all | token.known.promises);
        Self { text, tokens, promises }
    }

    /// The tokens from one place up to, but not including, another, as a phrase of their own.
    pub(crate) fn part_between(&self, from: usize, to: usize) -> Option<Self> {
        Some(Self::of(self.text, self.tokens.get(from..to)?.to_vec()))
    }

    /// How many tokens there are.
    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The word at a place, in lower case; empty where there is none.
    pub(crate) fn word(&self, at: usize) -> &'a str {
        match self.tokens.get(at) {
            Some(token) if token.shape == TokenKind::Word => token.lower,
            _ => "",
        }
    }

    /// What the word at a place is known to be.
    pub(crate) fn known(&self, at: usize) -> &'static KnownWord {
        self.tokens.get(at).map_or(&words::NOTHING, |token| token.known)
    }

    /// What the word at a place means in a number.
    pub(crate) fn part(&self, at: usize) -> Option<NumberPart> {
        self.tokens.get(at)?.known.part
    }

    /// The number at a place.
    pub(crate) fn number(&self, at: usize) -> Option<Decimal> {
        match self.tokens.get(at)?.shape {
            TokenKind::Number(number) => number,
            _ => None,
        }
    }

    /// The symbol at a place.
    pub(crate) fn symbol(&self, at: usize) -> Option<char> {
        match self.tokens.get(at)?.shape {
            TokenKind::Symbol(c) => Some(c),
            _ => None,
        }
    }

    /// Whether there is no space before the token at a place.
    pub(crate) fn glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
    }

    /// Whether a hyphen stands at a place with no space on either side.
    pub(crate) fn hyphen(&self, at: usize) -> bool {
        self.symbol(at) == Some('-') && self.glued(at) && self.glued(at + 1)
    }

    /// The words as written from one token up to, but not including, another.
    pub(crate) fn written(&self, from: usize, to: usize) -> &'a str {
        let Some(first) = self.tokens.get(from) else { return "" };
        let Some(last) = to.checked_sub(1).and_then(|last| self.tokens.get(last)) else { return "" };
        self.text.get(first.start..last.end).unwrap_or_default()
    }
}

/// Fowler, Noll and Vo's hash of a word in lower case: the words are short and our own, so speed matters and attacks do not.
/// Whoever sends hostile phrases only looks words up.
pub(crate) fn hash(word: &str) -> u64 {
    let bytes = word.bytes().map(|byte| u64::from(byte.to_ascii_lowercase()));
    let hash = bytes.fold(0, |hash, byte| (hash ^ byte).wrapping_mul(0x0100_0000_01b3));
    // Tables take the top bits for their tags.
    hash ^ hash.rotate_right(29)
}

/// Whether a sign before a number divides it from another: behind `12.` of `12.04.2024` the points go on dividing, behind
/// `1,` of `1,2,3` the commas.
fn divides(tokens: &[Token], glued: bool) -> bool {
    match tokens {
        [.., last] if glued && last.shape == TokenKind::Symbol('.') => true,
        [.., before, last] if glued && last.glued && last.shape == TokenKind::Symbol(',') => {
            matches!(before.shape, TokenKind::Number(_))
        }
        _ => false,
    }
}

/// `28 - year - old`, `$70 - a - share`: two hyphens with spaces around them and one word between them join a compound.
fn join_compounds(tokens: &mut [Token]) {
    let hyphen = |token: &Token| token.shape == TokenKind::Symbol('-') && !token.glued;
    let word = |token: &Token| token.shape == TokenKind::Word && !token.glued;
    for at in 1..tokens.len() {
        if let Some([before, word_between, after, last]) = tokens.get_mut(at..at + 4)
            && hyphen(before)
            && hyphen(after)
            && word(word_between)
            && word(last)
        {
            for token in [before, word_between, after, last] {
                token.glued = true;
            }
        }
    }
}

/// Letters, with apostrophes and points between them.
fn word_length(text: &str) -> usize {
    let plain = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    if text.as_bytes().get(plain).is_none_or(|b| b.is_ascii() && !matches!(b, b'\'' | b'.')) {
        return plain;
    }
    let mut length = 0;
    let mut joint = None;
    for (at, c) in text.char_indices() {
        match c {
            c if c.is_alphabetic() || is_combining(c) => {
                length = at + c.len_utf8();
                joint = None;
            }
            '\'' | '.' if joint.is_none() => joint = Some(at),
            _ => break,
        }
    }
    length
}

/// Accents that stand on the letter before them.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// How many digits a text starts with.
fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

fn second_is_digit(text: &str) -> bool {
    text.as_bytes().get(1).is_some_and(u8::is_ascii_digit)
}

/// Digits with grouping by commas, points or spaces, decimals and an exponent: `12,500.5`, `5,00,000`, `20 000`, `1e6`.
/// Where the groups make no number (`12.04.2024`), the first run of digits.
fn number_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let run = |from: usize| bytes.iter().skip(from).take_while(|b| b.is_ascii_digit()).count();
    let first = run(0);
    let mut end = first;
    let separator = bytes.get(first).copied();
    if (1..=3).contains(&first)
        && !text.starts_with("0,")
        && let Some(separator @ (b',' | b' ' | b'\'')) = separator
    {
        end = grouped(bytes, first, separator, &run);
        // `10 , 000`, as texts cut into words for machines have it.
        while end >= first && bytes.get(end..end + 3) == Some(b" , ") && run(end + 3) == 3 {
            end += 6;
        }
    } else if (1..=3).contains(&first) && separator == Some(b'.') {
        // A single point is a decimal point; several are groups, or a date.
        let groups = grouped(bytes, first, b'.', &run);
        if groups > first + 4 {
            return groups;
        }
    }
    if bytes.get(end) == Some(&b'.') {
        let decimals = run(end + 1);
        let after = end + 1 + decimals;
        let dotted_again = bytes.get(after) == Some(&b'.') && run(after + 1) > 0;
        if decimals > 0 && !dotted_again {
            end = after;
        }
    }
    if let Some(b'e' | b'E') = bytes.get(end) {
        let sign = usize::from(matches!(bytes.get(end + 1), Some(b'-' | b'+')));
        let digits = run(end + 1 + sign);
        let after = end + 1 + sign + digits;
        if (1..=2).contains(&digits) && !bytes.get(after).is_some_and(u8::is_ascii_alphanumeric) {
            end = after;
        }
    }
    end
}

/// How many bytes a decimal comma and its one or two digits take behind a number without one: `1,2`, `1.234,50`.
fn decimal_comma(text: &str, length: usize) -> usize {
    let Some((number, rest)) = text.split_at_checked(length) else { return 0 };
    let Some(rest) = rest.strip_prefix(',') else { return 0 };
    let decimals = digits(rest);
    let mut behind = rest.bytes().skip(decimals);
    // `1,2,3` is a list.
    let goes_on =
        matches!(behind.next(), Some(b',' | b'.')) && behind.next().is_some_and(|b| b.is_ascii_digit());
    // The points of `1.234,5` group; `1.5,2` is nothing of the kind.
    let grouped = number.split('.').skip(1).all(|group| group.len() == 3);
    let plain = grouped && number.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b' ' | b'\''));
    // No group stands behind a nought: `0,125`.
    let most = if number == "0" { 12 } else { 2 };
    if (1..=most).contains(&decimals) && plain && !goes_on { 1 + decimals } else { 0 }
}

/// A number with a decimal comma in its two parts. Groups have three digits.
pub(crate) fn parts_at_comma(text: &str) -> Option<(&str, &str)> {
    text.split_once(',')
        .filter(|(whole, decimals)| (decimals.len() < 3 || *whole == "0") && !decimals.contains(','))
}

/// Where the groups of a number end: threes, or the Indian twos before a last three.
fn grouped(bytes: &[u8], first: usize, separator: u8, run: &impl Fn(usize) -> usize) -> usize {
    let mut end = first;
    let mut at = first;
    // No number has more groups than fit here, and a text of nothing but groups is walked once.
    while bytes.get(at) == Some(&separator) && at < 60 {
        match run(at + 1) {
            3 => {
                at += 4;
                end = at;
            }
            2 if separator == b',' && first <= 2 => at += 3,
            _ => break,
        }
        if separator == b' ' && bytes.get(at).is_some_and(|b| b.is_ascii_alphabetic() || *b == b'-') {
            // `in 2 300-strong groups`: a figure with a word glued to it stands for itself.
            return if at > end { end } else { first };
        }
    }
    // Groups left open (`12,34`) are no groups at all.
    if at == end { end } else { first }
}

/// The decimal that the digits mean, with the decimals as written.
fn decimal(text: &str) -> Option<Decimal> {
    // Eighteen digits fit 64 bits, which most figures do.
    if text.len() <= 18 {
        let mut points = text.bytes().filter(|b| !b.is_ascii_digit());
        match (points.next(), points.next()) {
            (None, _) => return Some(small(text, false)),
            (Some(b'.'), None) => return Some(small(text, true)),
            _ => {}
        }
    }
    if let Some((whole, decimals)) = parts_at_comma(text) {
        let digits = |c: &char| c.is_ascii_digit();
        let whole: String = whole.chars().filter(digits).collect();
        return decimal(&format!("{whole}.{decimals}"));
    }
    let (digits, exponent) = match text.split_once(['e', 'E']) {
        Some((digits, exponent)) => (digits, exponent.parse::<i32>().ok()?),
        None => (text, 0),
    };
    let mut points = digits.bytes().filter(|b| *b == b'.');
    let has_point = points.next().is_some() && points.next().is_none();
    if digits.len() <= 18 && exponent == 0 {
        return Some(small(digits, has_point));
    }
    let mut mantissa: i128 = 0;
    let mut scale: i32 = 0;
    let mut behind = false;
    for b in digits.bytes() {
        match b {
            b'0'..=b'9' => {
                mantissa = mantissa.checked_mul(10)?.checked_add(i128::from(b - b'0'))?;
                scale += i32::from(behind);
            }
            b'.' if has_point => behind = true,
            _ => {}
        }
    }
    let scale = scale - exponent;
    match u32::try_from(scale) {
        Ok(scale) => Decimal::try_from_i128_with_scale(mantissa, scale).ok(),
        Err(_) => Decimal::try_from_i128_with_scale(mantissa, 0).ok()?.checked_mul(
            Decimal::try_from_i128_with_scale(10i128.checked_pow(scale.unsigned_abs())?, 0).ok()?,
        ),
    }
}

/// The decimal of at most eighteen digits.
fn small(digits: &str, has_point: bool) -> Decimal {
    let mut mantissa: i64 = 0;
    let mut scale = 0;
    let mut behind = false;
    for b in digits.bytes() {
        match b {
            b'0'..=b'9' => {
                mantissa = mantissa * 10 + i64::from(b - b'0');
                scale += u32::from(behind);
            }
            b'.' if has_point => behind = true,
            _ => {}
        }
    }
    Decimal::new(mantissa, scale)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::plain::plain;

    fn cut(text: &str) -> Vec<String> {
        let text = plain(text);
        let lower = lower(&text);
        Phrase::new(&text, &lower).tokens.iter().map(|t| t.text.to_owned()).collect()
    }

    #[test]
    fn words_numbers_and_symbols() {
        assert_eq!(cut("US$4.7 billion"), ["US", "$", "4.7", "billion"]);
        assert_eq!(cut("1:28 a.m. EDT"), ["1", ":", "28", "a.m", "EDT"]);
        assert_eq!(cut("12.04.2024"), ["12", ".", "04", ".", "2024"]);
        assert_eq!(cut("5,00,000 and 12,500.5, 20 000"), ["5,00,000", "and", "12,500.5", ",", "20 000"]);
        assert_eq!(cut("1.000.000"), ["1.000.000"]);
        assert_eq!(cut("Dec. 3-5"), ["Dec", "3", "-", "5"]);
        assert_eq!(cut("3½ St John’s"), ["3", "1", "/", "2", "St", "John's"]);
        assert_eq!(cut("6ft 2in, .5m"), ["6", "ft", "2", "in", ",", ".5", "m"]);
        assert_eq!(cut("1e6 3E 12,34"), ["1e6", "3", "E", "12,34"]);
        assert_eq!(cut("1,2 1.234,50 1,2,3"), ["1,2", "1.234,50", "1", ",", "2", ",", "3"]);
        assert_eq!(cut("March 3,4 and 5"), ["March", "3", ",", "4", "and", "5"]);
    }

    #[test]
    fn numbers_keep_their_decimals() {
        assert_eq!(decimal("12,500.50"), Decimal::from_str_exact("12500.50").ok());
        assert_eq!(decimal("1.234,50"), Decimal::from_str_exact("1234.50").ok());
        assert_eq!(decimal("1.000.000"), Some(Decimal::from(1_000_000)));
        assert_eq!(decimal("1e6"), Some(Decimal::from(1_000_000)));
        assert_eq!(decimal(".5"), Decimal::from_str_exact("0.5").ok());
        assert_eq!(decimal("100,000,000,000,000,000,000").map(|d| d.to_string().len()), Some(21));
        assert_eq!(decimal("99999999999999999999999999999"), None);
    }
}
