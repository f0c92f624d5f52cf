//! Standard output and standard error: how wide, and with colour or without.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};
use clap::ValueEnum;
use gainsay::console;
use gainsay::files::{Problem, Severity};
use gainsay::report::{Audience, Format};

use crate::actions::{self, Harmless};

/// Columns where the output is no terminal.
const PIPED: usize = 120;

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    Auto,
    Always,
    Never,
}

/// Where findings and problems go.
pub(crate) struct Output {
    choice: ColorChoice,
    width: Option<usize>,
    quiet: bool,
}

impl Output {
    pub(crate) fn new(color: Color, width: Option<usize>, quiet: bool) -> Self {
        let choice = match color {
            Color::Auto if is_forced() => ColorChoice::Always,
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        };
        Self { choice, width, quiet }
    }

    /// Whether nobody is to be told more than was asked for.
    pub(crate) fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// Columns to fill.
    pub(crate) fn width(&self) -> usize {
        let terminal = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
        let found = if io::stdout().is_terminal() { terminal() } else { None };
        self.width.or(found).unwrap_or(PIPED).clamp(20, 400)
    }

    /// Lines of the terminal; none where standard output is none, or nobody sits at it.
    pub(crate) fn rows(&self) -> Option<usize> {
        let is_read = self.width.is_none() && io::stdout().is_terminal() && io::stdin().is_terminal();
        terminal_size::terminal_size().filter(|_| is_read).map(|(_, height)| usize::from(height.0))
    }

    /// Standard output.
    fn stream<S: anstream::stream::RawStream>(&self, stream: S) -> AutoStream<S> {
        AutoStream::new(stream, self.choice)
    }

    /// Standard output for people, written in large pieces.
    pub(crate) fn out(&self) -> Box<dyn Write> {
        harmless(BufWriter::with_capacity(1 << 16, self.stream(io::stdout())))
    }

    /// Standard output for what a command says that it has done; nowhere in a quiet run.
    pub(crate) fn told(&self) -> Box<dyn Write> {
        if self.quiet { Box::new(io::sink()) } else { self.out() }
    }

    /// Standard error for notes; nowhere in a quiet run.
    pub(crate) fn notes(&self) -> Box<dyn Write> {
        if self.quiet { Box::new(io::sink()) } else { self.err() }
    }

    /// Says on standard error what is wrong: in a quiet run the errors alone.
    pub(crate) fn problems(&self, problems: &[Problem]) -> io::Result<()> {
        console::problems(&self.worth_saying(problems), self.width(), &mut *self.err())
    }

    /// Problems but those that a quiet run leaves out.
    pub(crate) fn worth_saying(&self, problems: &[Problem]) -> Vec<Problem> {
        let is_said = |it: &&Problem| !self.quiet || it.severity == Severity::Error;
        problems.iter().filter(is_said).cloned().collect()
    }

    /// Standard output for a report: programs get its bytes as they are.
    pub(crate) fn report(&self, format: Format) -> Box<dyn Write> {
        match format.reader() {
            Audience::Terminal => self.out(),
            Audience::Person => harmless(self.plain()),
            Audience::Program => self.plain(),
        }
    }

    /// Standard output for programs.
    #[expect(clippy::unused_self, reason = "there is one place that knows of standard output")]
    pub(crate) fn plain(&self) -> Box<dyn Write> {
        Box::new(BufWriter::with_capacity(1 << 16, io::stdout()))
    }

    /// Standard error.
    pub(crate) fn err(&self) -> Box<dyn Write> {
        harmless(self.stream(io::stderr()))
    }

    /// Says what went wrong with the run itself.
    pub(crate) fn complain(&self, message: &str) -> ExitCode {
        // Where standard error is gone, too, the exit status still tells.
        let _ = writeln!(self.err(), "error: {message}");
        ExitCode::from(crate::status::WRONG)
    }
}

/// Whether `FORCE_COLOR` asks for colours where there is no terminal; `NO_COLOR` is stronger. `CLICOLOR_FORCE` and `CLICOLOR`
/// are looked at by anstream.
fn is_forced() -> bool {
    let set = |name: &str| std::env::var_os(name).filter(|it| !it.is_empty());
    set("FORCE_COLOR").is_some_and(|it| it != "0") && set("NO_COLOR").is_none()
}

/// Texts for people, so that none of them commands the log they are written to.
fn harmless(out: impl Write + 'static) -> Box<dyn Write> {
    if actions::is_here() { Box::new(Harmless::new(out)) } else { Box::new(out) }
}
