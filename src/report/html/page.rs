//! What frames the stories: head, filters and the explanations at the foot.

use std::collections::BTreeSet;

use askama::Template;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::sheet::{Badge, StorySheet};
use crate::findings::{Diagnostic, Report, Summary};
use crate::fusion::Verdict;

pub(super) const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// Pages of more facts than these are laid out part by part, as they are read.
const LARGE: usize = 400;

/// All that comes before the first story.
#[derive(Template)]
#[template(path = "page.html", config = "src/report/html/askama.toml")]
pub(super) struct PageHead<'a> {
    title: String,
    style: &'static str,
    style_hash: String,
    script_hash: String,
    summary: &'a Summary,
    problems: &'a [Diagnostic],
    /// So many of them are errors.
    errors: usize,
    several: bool,
    /// There is more than a browser should lay out at once.
    large: bool,
}

/// What narrows the page to some of its facts.
#[derive(Template)]
#[template(path = "filters.html", config = "src/report/html/askama.toml")]
pub(super) struct Filters<'a> {
    /// The verdicts there are, with their counts.
    verdicts: Vec<(Badge, usize)>,
    outlets: BTreeSet<&'a str>,
    items: usize,
    /// Some conflicts are new and others are not.
    news: bool,
}

/// All that comes behind the last story.
#[derive(Template)]
#[template(path = "foot.html", config = "src/report/html/askama.toml")]
pub(super) struct Foot {
    script: &'static str,
    version: &'static str,
    verdicts: [(Badge, &'static str); 7],
}

impl<'a> PageHead<'a> {
    pub(super) fn new(report: &'a Report, sheets: &'a [StorySheet<'a>]) -> Self {
        let items: usize = sheets.iter().map(|sheet| sheet.entries.len()).sum();
        Self {
            title: match sheets {
                [one] => one.title.clone(),
                several => format!("{} stories", several.len()),
            },
            style: STYLE,
            style_hash: hash(STYLE),
            script_hash: hash(SCRIPT),
            summary: &report.summary,
            problems: &report.diagnostics,
            errors: report.errors(),
            several: sheets.len() > 1,
            large: items > LARGE,
        }
    }
}

impl<'a> Filters<'a> {
    pub(super) fn new(sheets: &'a [StorySheet<'a>]) -> Self {
        let number = |verdict: Verdict| sheets.iter().map(|it| it.count(verdict)).sum();
        let verdicts = Verdict::ALL.map(|verdict| (Badge::of(verdict), number(verdict)));
        Self {
            verdicts: verdicts.into_iter().filter(|(_, number)| *number > 0).collect(),
            outlets: sheets.iter().flat_map(|sheet| sheet.outlets.iter().map(|it| it.name)).collect(),
            items: sheets.iter().map(|sheet| sheet.entries.len()).sum(),
            news: sheets.iter().any(|sheet| sheet.tells_new),
        }
    }
}

impl Foot {
    pub(super) fn new() -> Self {
        let verdicts = Verdict::ALL.map(|verdict| (Badge::of(verdict), verdict.meaning()));
        Self { script: SCRIPT, version: env!("CARGO_PKG_VERSION"), verdicts }
    }
}

/// The hash by which the Content-Security-Policy knows a text.
fn hash(text: &str) -> String {
    STANDARD.encode(Sha256::digest(text))
}
