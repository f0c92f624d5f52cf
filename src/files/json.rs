//! JSON that no text of a file can be at work in: the one place that all JSON is written by.

use std::io::{self, Write};

use serde::Serialize;

/// Adds a value in one line.
///
/// # Errors
/// Where the value has no shape in JSON.
pub(crate) fn add(text: &mut Vec<u8>, value: &impl Serialize) -> io::Result<()> {
    let start = text.len();
    serde_json::to_writer(&mut *text, value)?;
    if text[start..].iter().any(|it| matches!(it, 0x7f | 0xc2 | 0xe2 | 0xef)) {
        // One of the bytes that hidden characters begin with.
        let plain = text.split_off(start);
        Visible(text).write_all(&plain)?;
    }
    Ok(())
}

/// Writes a value as JSON, indented, with a line feed behind it.
///
/// # Errors
/// Where `out` can't be written.
pub fn pretty(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut Visible(&mut *out), value)?;
    out.write_all(b"\n")
}

/// Writes a value as JSON in one line, with a line feed behind it.
///
/// # Errors
/// Where `out` can't be written.
pub fn line(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    let mut text = Vec::new();
    add(&mut text, value)?;
    text.push(b'\n');
    out.write_all(&text)
}

/// Escapes what JSON allows as it is, though it would command a terminal or turn the writing round: C1 controls and marks of
/// direction. They stand in texts alone, and serde hands over texts in whole characters.
struct Visible<'a>(&'a mut dyn Write);

impl Write for Visible<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match std::str::from_utf8(bytes) {
            Ok(text) if !bytes.is_ascii() => {
                for part in text.split_inclusive(is_hidden) {
                    let plain = part.trim_end_matches(is_hidden);
                    self.0.write_all(plain.as_bytes())?;
                    for hidden in part.chars().rev().take_while(|it| is_hidden(*it)) {
                        write!(self.0, "\\u{:04x}", u32::from(hidden))?;
                    }
                }
            }
            _ => self.0.write_all(bytes)?,
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

fn is_hidden(it: char) -> bool {
    matches!(it, '\u{7f}'..='\u{9f}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]
mod tests {
    use super::*;

    #[test]
    fn nothing_hidden_stands_in_it_and_all_of_it_is_read_again() {
        let text = "Zoë \u{202e}left\u{2066}\u{200f}\u{9b}31m\u{feff}\u{7f}\u{1b}[2J é";
        let (mut short, mut long) = (Vec::new(), Vec::new());
        line(&text, &mut short).unwrap();
        pretty(&[text], &mut long).unwrap();
        for written in [&short, &long] {
            let written = std::str::from_utf8(written).unwrap();
            assert!(
                !written.chars().any(|it| it != '\n' && (it.is_control() || is_hidden(it))),
                "{written:?}"
            );
            assert!(written.contains("Zoë"), "umlauts stay");
        }
        assert_eq!(serde_json::from_slice::<String>(&short).unwrap(), text);
        assert_eq!(serde_json::from_slice::<Vec<String>>(&long).unwrap(), [text]);
    }
}
