//! The log of GitHub Actions, in which a line that begins with `::` is a command, whoever wrote it.

use std::io::{self, Write};

/// Whether we run there.
pub(crate) fn is_here() -> bool {
    std::env::var_os("GITHUB_ACTIONS").is_some_and(|it| it == "true")
}

/// Lets no line of a text for people be a command: a character of no width stands between the signs.
pub(crate) struct Harmless<W: Write> {
    out: W,
    line: Vec<u8>,
    /// Whether the beginning of the line is out already.
    begun: bool,
}

impl<W: Write> Harmless<W> {
    pub(crate) fn new(out: W) -> Self {
        Self { out, line: Vec::new(), begun: false }
    }

    fn pass(&mut self) -> io::Result<()> {
        let line = String::from_utf8_lossy(&self.line);
        // Colours may be taken away behind us.
        let bare = anstream::adapter::strip_str(&line).to_string();
        let is_command = !self.begun && bare.trim_start().starts_with("::");
        let line = if is_command { line.replacen("::", ":\u{200b}:", 1) } else { line.into_owned() };
        // The older form works anywhere in a line.
        self.out.write_all(line.replace("##[", "#\u{200b}#[").as_bytes())?;
        self.begun = !self.line.ends_with(b"\n") && (self.begun || !bare.trim().is_empty());
        self.line.clear();
        Ok(())
    }
}

impl<W: Write> Write for Harmless<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for part in bytes.split_inclusive(|&it| it == b'\n') {
            self.line.extend_from_slice(part);
            if part.ends_with(b"\n") {
                self.pass()?;
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.pass()?;
        self.out.flush()
    }
}

impl<W: Write> Drop for Harmless<W> {
    fn drop(&mut self) {
        // Whoever wants to know of a failure has flushed before.
        let _ = self.flush();
    }
}
