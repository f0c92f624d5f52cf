//! Texts as a person sees them: one character for all that look alike, and none for what can't be seen.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// The text in plain characters: NFKC, simple quotes, hyphens, spaces and digits, `3½` as `3 1/2`, `▲ 5%` as `up 5%`, nothing
/// that is invisible.
pub(crate) fn plain(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        let tight = text.starts_with(|c: char| c.is_ascii_graphic())
            && text.ends_with(|c: char| c.is_ascii_graphic());
        return Cow::Borrowed(if tight { text } else { text.trim() });
    }
    let mut out = String::with_capacity(text.len());
    let mut raised = false;
    for c in text.chars() {
        if is_vulgar_fraction(c) && out.ends_with(|before: char| before.is_ascii_digit()) {
            out.push(' ');
        }
        if is_mark_of_trade(c) {
            continue;
        }
        // Most characters of a text are plain already.
        if c.is_ascii() {
            push(&mut out, c);
            raised = false;
            continue;
        }
        // `120¹` has a footnote and `10³` a power: neither is a digit more.
        if is_raised_digit(c) && out.ends_with(|before: char| before.is_ascii_digit()) && !raised {
            out.push('^');
        }
        raised = is_raised_digit(c);
        for c in std::iter::once(c).nfkc() {
            push(&mut out, c);
        }
    }
    Cow::Owned(out.trim().to_owned())
}

fn push(out: &mut String, c: char) {
    match c {
        c if c.is_ascii() && !c.is_ascii_whitespace() => out.push(c),
        '\u{2018}' | '\u{2019}' | '\u{2032}' | '\u{2bc}' => out.push('\''),
        '\u{201c}' | '\u{201d}' | '\u{2033}' => out.push('"'),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => out.push('-'),
        '\u{2044}' => out.push('/'),
        '\u{66a}' => out.push('%'),
        '\u{66b}' => out.push('.'),
        '\u{66c}' | '\u{60c}' => out.push(','),
        '▲' | '△' | '↑' | '⬆' | '🔺' => out.push_str("up "),
        '▼' | '▽' | '↓' | '⬇' | '🔻' => out.push_str("down "),
        c if is_tag(c) => {
            // Of flags these are the letters: the black one becomes that of Scotland.
            if out.ends_with(|before: char| before == '\u{1f3f4}' || is_tag(before)) {
                out.push(c);
            }
        }
        c if is_invisible(c) => {}
        c if c.is_whitespace() => out.push(' '),
        c => out.push(digit(c).unwrap_or(c)),
    }
}

/// A digit above or below the line.
fn is_raised_digit(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '\u{2070}' | '\u{2074}'..='\u{2079}' | '\u{2080}'..='\u{2089}')
}

fn is_tag(c: char) -> bool {
    matches!(c, '\u{e0020}'..='\u{e007f}')
}

/// What is not drawn, or only tells how its neighbours are.
fn is_invisible(c: char) -> bool {
    let selects_or_fills = matches!(c, '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{180b}'..='\u{180f}' | '\u{fe00}'..='\u{fe0f}');
    selects_or_fills || c.general_category() == GeneralCategory::Format
}

/// The digit of any script as that of ours. They stand in rows of ten, from nought upwards.
fn digit(c: char) -> Option<char> {
    let is_digit =
        |c: u32| char::from_u32(c).is_some_and(|it| it.general_category() == GeneralCategory::DecimalNumber);
    let at = u32::from(c);
    if c.is_ascii() || !is_digit(at) {
        return None;
    }
    let before = (0..at).rev().take_while(|&it| is_digit(it)).count();
    char::from_digit(u32::try_from(before % 10).ok()?, 10)
}

fn is_vulgar_fraction(c: char) -> bool {
    matches!(c, '\u{bc}'..='\u{be}' | '\u{2150}'..='\u{215e}' | '\u{2189}')
}

fn is_mark_of_trade(c: char) -> bool {
    matches!(c, '©' | '®' | '™' | '℠')
}

/// Whether a sign says something by itself, as a word does: `✅`, `→`, `€`, and no comma, bullet or line.
pub(crate) fn is_telling(c: char) -> bool {
    use GeneralCategory::{CurrencySymbol, MathSymbol, OtherSymbol};
    let drawn = matches!(c, '~' | '|' | '=' | '¦' | '\u{2500}'..='\u{25ff}') && !matches!(c, '★' | '☆');
    !c.is_ascii_alphanumeric()
        && (is_tag(c)
            || c != '+'
                && !drawn
                && matches!(c.general_category(), MathSymbol | CurrencySymbol | OtherSymbol))
}

/// Whether it is the sign of a currency.
pub(crate) fn is_currency(c: char) -> bool {
    c.general_category() == GeneralCategory::CurrencySymbol
}

/// How many of the signs behind a word belong to it: `C++`, `C#`, the grades `AA-` and `A*`.
pub(crate) fn signs_behind(word: &str, rest: &str) -> usize {
    let of_any = rest.bytes().take_while(|it| matches!(it, b'+' | b'#')).count();
    let is_grade = word.len() <= 3 && word.bytes().all(|it| it.is_ascii_uppercase());
    let length = match rest.bytes().next() {
        Some(b'-' | b'*') if is_grade => 1,
        _ if of_any == 0 => return 0,
        _ => of_any,
    };
    let ends = rest.get(length..).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    if ends { length } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_all_scripts_are_ours() {
        assert_eq!(plain("٠١٢٣٤٥٦٧٨٩ ۵ १२ ๗ ５ 𝟘𝟡 𞥐"), "0123456789 5 12 7 5 09 0");
        assert_eq!(plain("٪٥٠ ١٬٠٠٠٫٥"), "%50 1,000.5");
    }

    #[test]
    fn a_raised_digit_is_none_of_the_figure_before_it() {
        assert_eq!(plain("120¹²"), "120^12");
        assert_eq!(plain("10³ 5 m² H₂O x¹"), "10^3 5 m2 H2O x1");
    }

    #[test]
    fn nothing_that_is_not_seen_is_left() {
        assert_eq!(plain("co\u{ad}op\u{200b}era\u{2060}tion\u{feff} \u{61c}\u{202e}1"), "cooperation 1");
        assert_eq!(plain("❤\u{fe0f} Trainium™"), "❤ Trainium");
        assert_ne!(plain("🏴\u{e0067}\u{e0062}"), plain("🏴\u{e0067}\u{e0063}"));
        assert_eq!(plain("a\u{e0067}"), "a");
    }

    #[test]
    fn signs_that_tell_and_those_that_belong_to_a_word() {
        assert!("✅❌→€₿<>🇫★".chars().all(is_telling));
        assert!(!".,;:!?()-•■–\"'&/+#".chars().any(is_telling));
        let behind = |word: &str| {
            signs_behind(
                word.trim_end_matches(['+', '#', '-', '*']),
                word.trim_start_matches(char::is_alphanumeric),
            )
        };
        assert_eq!(["C++", "C#", "AA-", "A*", "Disney+"].map(behind), [2, 1, 1, 1, 1]);
        assert_eq!(["pre-", "deaths*", "A-1", "1+1", "B"].map(behind), [0, 0, 0, 0, 0]);
    }
}
