//! The formats a report can be written in.

use std::io::{self, Write};

use super::{brief, concise, csv, github, gitlab, html, json, jsonl, junit, markdown, sarif};
use crate::console::{statistics, table};
use crate::findings::{Report, Shown};

/// Who reads a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// People in a terminal, with colours where it shows them.
    Terminal,
    /// People, without colours.
    Person,
    /// Programs, byte by byte.
    Program,
}

/// All that is known of a format.
struct FormatEntry {
    name: &'static str,
    purpose: &'static str,
    reader: Audience,
    write: fn(&Report, &Shown, usize, &mut dyn Write) -> io::Result<()>,
}

/// Makes the formats of their entries: what a format is called and for, who reads it, and what writes it.
macro_rules! formats {
    ($($format:ident: $name:literal, $purpose:literal, $reader:ident, $write:expr;)+) => {
        /// How a report is written.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Format {
            $(#[doc = $purpose] $format,)+
        }

        impl Format {
            /// In the order of the documentation.
            pub const ALL: [Self; [$($name),+].len()] = [$(Self::$format),+];

            fn entry(self) -> FormatEntry {
                match self {
                    $(Self::$format => FormatEntry {
                        name: $name,
                        purpose: $purpose,
                        reader: Audience::$reader,
                        write: $write,
                    },)+
                }
            }
        }
    };
}

formats! {
    Table: "table", "for people, in a terminal", Terminal, table;
    Html: "html", "for an editor, one page for a browser", Program, |report, shown, _, out| html(report, shown, out);
    Brief: "brief", "what to do now, in sentences, for a message or a document", Person,
        |report, shown, _, out| brief::brief(report, shown, out);
    Concise: "concise", "a line for each place, for editors and grep", Person,
        |report, shown, _, out| concise::concise(report, shown, out);
    Markdown: "markdown", "for a comment on a pull request", Person,
        |report, shown, _, out| markdown(report, shown, markdown::COMMENT, out);
    Json: "json", "for programs, see docs/report.md", Program, |report, shown, _, out| json(report, shown, out);
    Jsonl: "jsonl", "for programs, an item a line", Program,
        |report, shown, _, out| jsonl::jsonl(report, shown, out);
    Csv: "csv", "for spreadsheets, a row for each claim", Program,
        |report, shown, _, out| csv::csv(report, shown, out);
    CsvWide: "csv-wide", "for spreadsheets, a row for each item, a column for each outlet", Program,
        |report, shown, _, out| csv::csv_wide(report, shown, out);
    Sarif: "sarif", "for code scanning, SARIF 2.1.0", Program,
        |report, shown, _, out| sarif::sarif(report, shown, out);
    Github: "github", "annotations of GitHub Actions, and the job's summary", Program,
        |report, shown, _, out| github::github(report, shown, out);
    Gitlab: "gitlab", "code quality report of GitLab", Program,
        |report, shown, _, out| gitlab::gitlab(report, shown, out);
    Junit: "junit", "test report, an item a test case", Program,
        |report, shown, _, out| junit::junit(report, shown, out);
    Statistics: "statistics", "how many of which verdict, by story, kind and outlet", Terminal, statistics;
}

impl Format {
    /// As the command line names it.
    pub fn name(self) -> &'static str {
        self.entry().name
    }

    /// What it is for, in a few words.
    pub fn purpose(self) -> &'static str {
        self.entry().purpose
    }

    /// Who reads it.
    pub fn reader(self) -> Audience {
        self.entry().reader
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
    (format.entry().write)(report, shown, width, out)
}
