//! The one place that makes texts of claim files safe on the page.

use std::fmt::{self, Write};

use askama::filters::Escaper;

use crate::files::shown;

/// Escapes markup, and puts a sign in place of what turns the writing round or can't be seen; the lines of an article stay lines.
#[derive(Clone, Copy)]
pub struct MarkupEscaper;

impl Escaper for MarkupEscaper {
    fn write_escaped_str<W: Write>(&self, mut dest: W, string: &str) -> fmt::Result {
        // Most texts have nothing to escape.
        let mut plain = 0;
        for (at, it) in string.char_indices() {
            let entity = match it {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '"' => "&quot;",
                '\'' => "&#39;",
                '\n' => continue,
                _ if shown(it) == it => continue,
                _ => "",
            };
            dest.write_str(string.get(plain..at).unwrap_or_default())?;
            if entity.is_empty() {
                dest.write_char(shown(it))?;
            } else {
                dest.write_str(entity)?;
            }
            plain = at + it.len_utf8();
        }
        dest.write_str(string.get(plain..).unwrap_or_default())
    }
}
