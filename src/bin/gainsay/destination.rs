//! Where a report goes: in which formats, to which files, and the rest to standard output.

use std::collections::BTreeSet;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use gainsay::files;
use gainsay::findings::{Report, Shown};
use gainsay::meter::{Meter, StagePart, Timer};
use gainsay::report;
use gainsay::report::{Audience, Format};

use crate::output::Output;
use crate::status::WRONG;

/// What writing each format has taken, in the order of all formats.
static METERS: [Meter; Format::ALL.len()] = [const { Meter::new() }; Format::ALL.len()];

fn clock(format: Format) -> Timer<'static> {
    let at = Format::ALL.iter().position(|it| *it == format).unwrap_or(0);
    METERS[at].count(1);
    METERS[at].clock()
}

/// What writing each format has taken, as far as any was written.
pub(crate) fn meters() -> impl Iterator<Item = StagePart> {
    let all = Format::ALL.into_iter().zip(&METERS);
    all.filter(|(_, meter)| meter.is_used()).map(|(format, meter)| (format.name(), "outputs", meter))
}

/// One output of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Destination {
    format: Format,
    /// Standard output where it is `None`.
    file: Option<PathBuf>,
    /// It begins with a byte order mark.
    bom: bool,
}

/// What the command line says about outputs.
pub(crate) struct Asked<'a> {
    pub(crate) format: Option<Format>,
    pub(crate) output: &'a [Destination],
    pub(crate) statistics: bool,
    pub(crate) bom: bool,
    pub(crate) quiet: bool,
}

impl Destination {
    /// A format, to a file or to standard output.
    pub(crate) fn new(format: Format, file: Option<PathBuf>) -> Self {
        Self { format, file, bom: false }
    }

    /// What it begins with.
    fn mark(&self) -> &'static [u8] {
        if self.bom { "\u{feff}".as_bytes() } else { b"" }
    }

    /// Whether it is the table for people.
    pub(crate) fn is_table(&self) -> bool {
        self.format == Format::Table
    }
}

/// Reads `FORMAT` or `FORMAT=FILE`; the file `-` is standard output.
pub(crate) fn parse(text: &str) -> Result<Destination, String> {
    let (name, file) = text.split_once('=').map_or((text, None), |(name, file)| (name, Some(file)));
    let Some(format) = Format::ALL.into_iter().find(|format| format.name() == name) else {
        let known = Format::ALL.map(Format::name).join(", ");
        return Err(format!("no format is called {name:?}; it takes one of {known}, then =FILE"));
    };
    match file {
        Some("") => Err(format!("no file is named: write {name}=FILE, or {name} for standard output")),
        Some("-") | None => Ok(Destination::new(format, None)),
        Some(file) => Ok(Destination::new(format, Some(PathBuf::from(file)))),
    }
}

/// The outputs asked for: the table where none is; what is wrong with them, and what to do about it.
pub(crate) fn asked(args: &Asked<'_>) -> Result<Vec<Destination>, [String; 2]> {
    let short = args.format.map(|format| Destination::new(format, None));
    let counts = args.statistics.then_some(Destination::new(Format::Statistics, None));
    let mut all: Vec<Destination> =
        short.into_iter().chain(counts).chain(args.output.iter().cloned()).collect();
    if all.is_empty() && !args.quiet {
        all.push(Destination::new(Format::Table, None));
    }
    for it in &mut all {
        it.bom = args.bom && matches!(it.format, Format::Csv | Format::CsvWide);
    }
    if args.bom && !all.iter().any(|it| it.bom) {
        let hint = "ask for one, too: --format csv --bom".to_owned();
        return Err(["--bom is for csv and csv-wide".to_owned(), hint]);
    }
    for it in &all {
        if let Some(file) = &it.file
            && let Some(what) = kept(it.format, file)
        {
            let name = report::safe(&file.display().to_string());
            return Err([
                format!("{name} is {what} and was not overwritten"),
                "name another file".to_owned(),
            ]);
        }
    }
    let mut seen = BTreeSet::new();
    for it in &all {
        if seen.insert(it.file.as_deref()) {
            continue;
        }
        return Err(if let Some(file) = &it.file {
            let name = report::safe(&file.display().to_string());
            [format!("two outputs go to {name}"), "give each a file of its own".to_owned()]
        } else {
            let name = it.format.name();
            let message = "two outputs go to standard output".to_owned();
            [message, format!("send one of them to a file: --output {name}=FILE")]
        });
    }
    Ok(all)
}

/// What a file is that an output must not replace: claims and settings, or for a page anything but a page.
pub(crate) fn kept(format: Format, file: &Path) -> Option<&'static str> {
    if file.extension().is_some_and(|it| it.eq_ignore_ascii_case("toml")) {
        return Some("a TOML file");
    }
    if format != Format::Html || !file.is_file() {
        return None;
    }
    let mut start = Vec::new();
    if std::fs::File::open(file).and_then(|it| it.take(64).read_to_end(&mut start)).is_err() {
        return Some("not to be read");
    }
    let start = start.trim_ascii_start();
    let is_page =
        start.is_empty() || start.get(..14).is_some_and(|it| it.eq_ignore_ascii_case(b"<!doctype html"));
    (!is_page).then_some("no page")
}

/// Writes every output, the files first, so that a reader who goes away early takes none with him; `WRONG` where one could
/// not be written, after the others.
pub(crate) fn deliver(
    all: &[Destination],
    report: &Report,
    shown: &Shown,
    output: &Output,
) -> io::Result<Option<u8>> {
    let mut failed = None;
    for it in all {
        let Some(file) = &it.file else { continue };
        let mut text = it.mark().to_vec();
        let clock = clock(it.format);
        report::write(it.format, report, shown, output.width(), &mut text)?;
        drop(clock);
        if it.format.reader() == Audience::Terminal {
            // A file has no colours.
            text = anstream::adapter::strip_bytes(&text).into_vec();
        }
        if let Err(error) = save(file, &text) {
            let mut err = output.err();
            let name = report::safe(&file.display().to_string());
            if folder_of(file).is_dir() {
                writeln!(err, "error: {name} can't be written: {error}")?;
            } else {
                writeln!(err, "error: {name} can't be written: there is no such folder")?;
            }
            writeln!(err, "hint: {}", hint(file))?;
            failed = Some(WRONG);
        }
    }
    if all.iter().any(|it| it.format == Format::Github)
        && let Some(file) = std::env::var_os("GITHUB_STEP_SUMMARY").filter(|it| !it.is_empty())
        && let Err(error) = summarise(Path::new(&file), report, shown)
    {
        let mut err = output.err();
        writeln!(err, "error: the job's summary can't be written: {error}")?;
        writeln!(err, "hint: unset GITHUB_STEP_SUMMARY to do without")?;
        failed = Some(WRONG);
    }
    if let Some(it) = all.iter().find(|it| it.file.is_none()) {
        let mut out = output.report(it.format);
        out.write_all(it.mark())?;
        let _clock = clock(it.format);
        let written = report::write(it.format, report, shown, output.width(), &mut *out);
        match written.and_then(|()| out.flush()) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
            written => written?,
        }
    }
    Ok(failed)
}

/// Says what a run that writes only files has found, and where that is.
pub(crate) fn tell(all: &[Destination], report: &Report, output: &Output) -> io::Result<()> {
    let files: Vec<String> =
        all.iter().filter_map(|it| Some(report::safe(&it.file.as_ref()?.display().to_string()))).collect();
    if files.is_empty() || files.len() < all.len() {
        return Ok(());
    }
    writeln!(output.notes(), "{}: {}", report.summary.sentence(), files.join(", "))
}

/// Writes a file whole or not at all; into a pipe or a device as it comes.
fn save(path: &Path, text: &[u8]) -> io::Result<()> {
    let there = std::fs::metadata(path);
    match there {
        Ok(found) if found.is_dir() => Err(io::Error::from(io::ErrorKind::IsADirectory)),
        Ok(found) if !found.is_file() => std::fs::OpenOptions::new().write(true).open(path)?.write_all(text),
        Ok(_) => files::replace(path, &String::from_utf8_lossy(text)),
        Err(_) => files::create(path, &String::from_utf8_lossy(text)),
    }
}

/// Adds the report to the summary of a job of GitHub Actions, within what is left of its limit.
fn summarise(file: &Path, report: &Report, shown: &Shown) -> io::Result<()> {
    let taken = std::fs::metadata(file).map_or(0, |found| found.len());
    let room = report::SUMMARY.saturating_sub(usize::try_from(taken).unwrap_or(usize::MAX));
    let mut text = Vec::new();
    report::markdown(report, shown, room, &mut text)?;
    if text.len() > room {
        // Even the heading is too long; GitHub would drop what the step wrote before.
        return Ok(());
    }
    let mut file = std::fs::OpenOptions::new().append(true).create(true).open(file)?;
    file.write_all(&text)
}

fn hint(file: &Path) -> &'static str {
    if file.is_dir() {
        "name a file in it"
    } else if folder_of(file).is_dir() {
        "check that you may write there, and that there is room; the other outputs are written"
    } else {
        "make its folder first; the other outputs are written"
    }
}

fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
