//! The formats a report can be written in.

use std::io::{self, Write};

use super::{brief, concise, csv, github, gitlab, html, json, jsonl, junit, markdown, sarif};
use crate::console::{statistics, table};
use crate::findings::{Report, Shown};

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// For people, in a terminal.
    Table,
    /// For an editor, in a browser.
    Html,
    /// What to do now, in sentences.
    Brief,
    /// A line a place, for editors.
    Concise,
    /// For comments on pull requests.
    Markdown,
    /// For programs.
    Json,
    /// For programs, an item a line.
    Jsonl,
    /// For spreadsheets, a row a claim.
    Csv,
    /// For spreadsheets, a row an item.
    CsvWide,
    /// For code scanning.
    Sarif,
    /// For GitHub Actions.
    Github,
    /// For GitLab.
    Gitlab,
    /// For test reports.
    Junit,
    /// Counts, for people.
    Statistics,
}

/// Who reads a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// People in a terminal, with colours where it shows them.
    Terminal,
    /// People, without colours.
    Person,
    /// Programs, byte by byte.
    Program,
}

impl Format {
    /// In the order of the documentation.
    pub const ALL: [Self; 14] = [
        Self::Table,
        Self::Html,
        Self::Brief,
        Self::Concise,
        Self::Markdown,
        Self::Json,
        Self::Jsonl,
        Self::Csv,
        Self::CsvWide,
        Self::Sarif,
        Self::Github,
        Self::Gitlab,
        Self::Junit,
        Self::Statistics,
    ];

    /// As the command line names it.
    pub fn name(self) -> &'static str {
        self.described().0
    }

    /// What it is for, in a few words.
    pub fn purpose(self) -> &'static str {
        self.described().1
    }

    fn described(self) -> (&'static str, &'static str) {
        match self {
            Self::Table => ("table", "for people, in a terminal"),
            Self::Html => ("html", "for an editor, one page for a browser"),
            Self::Brief => ("brief", "what to do now, in sentences, for a message or a document"),
            Self::Concise => ("concise", "a line for each place, for editors and grep"),
            Self::Markdown => ("markdown", "for a comment on a pull request"),
            Self::Json => ("json", "for programs, see docs/report.md"),
            Self::Jsonl => ("jsonl", "for programs, an item a line"),
            Self::Csv => ("csv", "for spreadsheets, a row for each claim"),
            Self::CsvWide => ("csv-wide", "for spreadsheets, a row for each item, a column for each outlet"),
            Self::Sarif => ("sarif", "for code scanning, SARIF 2.1.0"),
            Self::Github => ("github", "annotations of GitHub Actions, and the job's summary"),
            Self::Gitlab => ("gitlab", "code quality report of GitLab"),
            Self::Junit => ("junit", "test report, an item a test case"),
            Self::Statistics => ("statistics", "how many of which verdict, by story, kind and outlet"),
        }
    }

    /// Who reads it.
    pub fn reader(self) -> Reader {
        match self {
            Self::Table | Self::Statistics => Reader::Terminal,
            Self::Brief | Self::Concise | Self::Markdown => Reader::Person,
            _ => Reader::Program,
        }
    }
}

/// Writes a report, for a terminal of `width` columns where it is for one.
///
/// ```
/// use gainsay::check::{Options, check};
/// use gainsay::report::{Format, write};
/// use gainsay::findings::Shown;
///
/// let outcome = check(&Options { paths: vec!["claims".into()], ..Options::default() });
/// let mut csv = Vec::new();
/// write(Format::Csv, &outcome.report, &Shown::default(), 100, &mut csv)?;
/// assert!(csv.starts_with(b"\"story\","));
/// # Ok::<(), std::io::Error>(())
/// ```
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
        Format::Html => html(report, shown, out),
        Format::Brief => brief::brief(report, shown, out),
        Format::Concise => concise::concise(report, shown, out),
        Format::Markdown => markdown(report, shown, markdown::COMMENT, out),
        Format::Json => json(report, shown, out),
        Format::Jsonl => jsonl::jsonl(report, shown, out),
        Format::Csv => csv::csv(report, shown, out),
        Format::CsvWide => csv::csv_wide(report, shown, out),
        Format::Sarif => sarif::sarif(report, shown, out),
        Format::Github => github::github(report, shown, out),
        Format::Gitlab => gitlab::gitlab(report, shown, out),
        Format::Junit => junit::junit(report, shown, out),
        Format::Statistics => statistics(report, shown, width, out),
    }
}
