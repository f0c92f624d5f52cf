//! The formats a report can be written in.

use std::io::{self, Write};

use super::{brief, concise, csv, github, gitlab, html, json, jsonl, junit, markdown, sarif};
use crate::console::{statistics, table};
use crate::findings::{Report, Shown};

use Writer::{Fitted, Plain};

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
    write: Writer,
}

/// What writes a format.
enum Writer {
    /// It fits lines into a width.
    Fitted(fn(&Report, &Shown, usize, &mut dyn Write) -> io::Result<()>),
    /// It is the same in every width.
    Plain(fn(&Report, &Shown, &mut dyn Write) -> io::Result<()>),
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
    Table: "table", "for people, in a terminal", Terminal, Fitted(table);
    Html: "html", "for an editor, one page for a browser", Program, Plain(html);
    Brief: "brief", "what to do now, in sentences, for a message or a document", Person, Plain(brief::brief);
    Concise: "concise", "a line for each place, for editors and grep", Person, Plain(concise::concise);
    Markdown: "markdown", "for a comment on a pull request", Person, Plain(markdown::comment);
    Json: "json", "for programs, see docs/report.md", Program, Plain(json);
    Jsonl: "jsonl", "for programs, an item a line", Program, Plain(jsonl::jsonl);
    Csv: "csv", "for spreadsheets, a row for each claim", Program, Plain(csv::csv);
    CsvWide: "csv-wide", "for spreadsheets, a row for each item, a column for each outlet", Program, Plain(csv::csv_wide);
    Sarif: "sarif", "for code scanning, SARIF 2.1.0", Program, Plain(sarif::sarif);
    Github: "github", "annotations of GitHub Actions, and the job's summary", Program, Plain(github::github);
    Gitlab: "gitlab", "code quality report of GitLab", Program, Plain(gitlab::gitlab);
    Junit: "junit", "test report, an item a test case", Program, Plain(junit::junit);
    Statistics: "statistics", "how many of which verdict, by story, kind and outlet", Terminal, Fitted(statistics);
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
    match format.entry().write {
        Fitted(write) => write(report, shown, width, out),
        Plain(write) => write(report, shown, out),
    }
}
