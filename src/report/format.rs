//! The formats a report can be written in.

use std::io::{self, Write};

use super::{Report, Shown, json, table};

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// For people, in a terminal.
    Table,
    /// For programs.
    Json,
}

impl Format {
    /// In the order of the documentation.
    pub const ALL: [Self; 2] = [Self::Table, Self::Json];

    /// As the command line names it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Json => "json",
        }
    }

    /// Whether it is for a terminal, with colours where that shows them; any other is for programs, byte by byte.
    pub fn is_for_terminals(self) -> bool {
        self == Self::Table
    }

    /// What it is for, in a few words.
    pub fn purpose(self) -> &'static str {
        match self {
            Self::Table => "for people, in a terminal",
            Self::Json => "for programs, see docs/report.md",
        }
    }
}

/// Writes a report, for a terminal of `width` columns where it is for one.
///
/// # Errors
/// Where `out` can't be written.
pub fn write(
    format: Format,
    report: &Report,
    shown: &Shown,
    width: usize,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Table => table(report, shown, width, out),
        Format::Json => json(report, shown, out),
    }
}
