//! Standard output and standard error: how wide, and with colour or without.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};

use gainsay::report::Format;

use crate::cli::Color;

/// Columns where the output is no terminal.
const PIPED: usize = 120;

/// Where findings and problems go.
pub(crate) struct Output {
    choice: ColorChoice,
    width: Option<usize>,
}

impl Output {
    pub(crate) fn new(color: Color, width: Option<usize>) -> Self {
        let choice = match color {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        };
        Self { choice, width }
    }

    /// Columns to fill.
    pub(crate) fn width(&self) -> usize {
        let terminal = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
        let found = if io::stdout().is_terminal() { terminal() } else { None };
        self.width.or(found).unwrap_or(PIPED).clamp(20, 400)
    }

    /// Standard output.
    fn stream<S: anstream::stream::RawStream>(&self, stream: S) -> AutoStream<S> {
        AutoStream::new(stream, self.choice)
    }

    /// Standard output for people, written in large pieces.
    pub(crate) fn out(&self) -> Box<dyn Write> {
        Box::new(BufWriter::with_capacity(1 << 16, self.stream(io::stdout())))
    }

    /// Standard output for a report: programs get its bytes as they are.
    pub(crate) fn report(&self, format: Format) -> Box<dyn Write> {
        if format.is_for_terminals() {
            return self.out();
        }
        Box::new(BufWriter::with_capacity(1 << 16, io::stdout()))
    }

    /// Standard error.
    pub(crate) fn err(&self) -> Box<dyn Write> {
        Box::new(self.stream(io::stderr()))
    }

    /// Says what went wrong with the run itself.
    pub(crate) fn complain(&self, message: &str) -> ExitCode {
        // Where standard error is gone, too, the exit status still tells.
        let _ = writeln!(self.err(), "error: {message}");
        ExitCode::from(crate::WRONG)
    }
}
