//! `gainsay lint`: what a careful colleague would see in claim files, and putting right what is safe.

use gainsay::{console, findings};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use gainsay::claim::Story;
use gainsay::files::{self, Problem, Severity};
use gainsay::{check, linkage, lint, report};
use jiff::civil::Date;

use crate::output::Output;
use crate::status::{CONFLICTS, NOTHING, OK, WRONG};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Folders and claim files; a file is looked at among the others of its story
    #[arg(value_name = "PATH", value_parser = crate::run::place())]
    paths: Vec<PathBuf>,
    /// Put right what changes no claim
    #[arg(long)]
    fix: bool,
    /// Print how every value is understood instead
    #[arg(long, conflicts_with = "fix")]
    values: bool,
    /// How to write the findings
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: LintFormat,
}

#[derive(Clone, Copy, ValueEnum)]
enum LintFormat {
    /// With the source line, for people
    Text,
    /// One line each
    Concise,
    /// For programs
    Json,
    /// For code scanning
    Sarif,
    /// For the log of GitHub Actions
    Github,
    /// For the code quality report of GitLab
    Gitlab,
}

/// Writes problems as a report that has nothing else.
pub(crate) fn write_report(
    problems: &[Problem],
    format: report::Format,
    output: &Output,
    out: &mut dyn Write,
) -> io::Result<()> {
    let found = findings::Report::new(Vec::new(), 0, problems);
    report::write(format, &found, &findings::Shown::default(), output.width(), out)
}

pub(crate) fn run(args: &Args, today: Option<Date>, output: &Output) -> io::Result<u8> {
    let missing = crate::run::missing_paths(&args.paths, output)?;
    let mut found = Findings::of(&args.paths, today);
    if found.claim_files == 0 {
        if !missing {
            writeln!(
                output.err(),
                "error: no claim file to look at\nhint: gainsay lint claims/STORY/OUTLET.toml"
            )?;
        }
        return Ok(if missing { WRONG } else { NOTHING });
    }
    let mut out = output.out();
    if args.values {
        found.problems.retain(|problem| problem.severity == Severity::Error);
        output.problems(&found.problems)?;
        match args.format {
            LintFormat::Json => console::values_json(&found.stories, &found.asked, &mut *out)?,
            _ => console::values(&found.stories, &found.asked, &mut *out)?,
        }
        out.flush()?;
        return Ok(if missing || found.has_errors() { WRONG } else { OK });
    }
    let fixed = if args.fix { fix(&mut found, args, today, output)? } else { Some(0) };
    match args.format {
        LintFormat::Text => {
            console::problems(&output.worth_saying(&found.problems), output.width(), &mut *out)?;
        }
        LintFormat::Concise => console::concise(&found.problems, &mut *out)?,
        LintFormat::Json => console::problems_json(&found.problems, &mut *out)?,
        LintFormat::Sarif => {
            write_report(&found.problems, report::Format::Sarif, output, &mut *output.plain())?;
        }
        LintFormat::Github => {
            write_report(&found.problems, report::Format::Github, output, &mut *output.plain())?;
        }
        LintFormat::Gitlab => {
            write_report(&found.problems, report::Format::Gitlab, output, &mut *output.plain())?;
        }
    }
    out.flush()?;
    if matches!(args.format, LintFormat::Text) && !output.is_quiet() {
        sum_up(&found, fixed.unwrap_or_default(), args.fix, output)?;
    }
    Ok(match () {
        () if missing || fixed.is_none() || found.has_errors() => WRONG,
        () if found.problems.is_empty() => OK,
        () => CONFLICTS,
    })
}

/// What was read and found.
struct Findings {
    stories: Vec<Story>,
    problems: Vec<Problem>,
    claim_files: usize,
    /// The files that were named, as reports show them; none where folders were.
    asked: BTreeSet<String>,
}

impl Findings {
    /// Looks at folders and files; a file among the others of its folder, of which nothing is told.
    fn of(paths: &[PathBuf], today: Option<Date>) -> Self {
        let folder_of = |path: &Path| match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder.to_path_buf(),
            _ => PathBuf::from("."),
        };
        // A pipe, too, is named like a file, and refused like one.
        let is_file = |path: &Path| path.exists() && !path.is_dir();
        let named: Vec<&PathBuf> = paths.iter().filter(|path| is_file(path)).collect();
        let folders: BTreeSet<PathBuf> =
            paths.iter().map(|path| if is_file(path) { folder_of(path) } else { path.clone() }).collect();
        let folders: Vec<PathBuf> = folders.into_iter().filter(|path| path.exists()).collect();
        let mut problems = Vec::new();
        let nothing_there = !paths.is_empty() && folders.is_empty();
        let options = crate::run::options(&folders, None, today);
        let (stories, claim_files) =
            if nothing_there { (Vec::new(), 0) } else { check::stories(&options, &mut problems) };
        for story in &stories {
            let alignment = linkage::align(story);
            problems.extend(lint::story(story, &alignment, &lint::LintCache::default(), options.today));
        }
        let asked: BTreeSet<String> = named.iter().map(|path| files::shown_path(path)).collect();
        let whole = paths.is_empty() || paths.iter().any(|path| path.is_dir());
        let claim_files = if whole { claim_files } else { asked.len() };
        if !whole {
            problems.retain(|problem| asked.contains(problem.file.path()));
        }
        Problem::sort(&mut problems);
        // What stands in the settings is found once for each story.
        problems.dedup();
        Self { stories, problems, claim_files, asked: if whole { BTreeSet::new() } else { asked } }
    }

    fn has_errors(&self) -> bool {
        self.problems.iter().any(|problem| problem.severity == Severity::Error)
    }
}

/// Makes the safe fixes, and looks again; how many were made, `None` where a file could not be written.
fn fix(found: &mut Findings, args: &Args, today: Option<Date>, output: &Output) -> io::Result<Option<usize>> {
    let mut total = 0;
    // One fix may uncover the next: a misspelt key, then what stands behind it.
    for _ in 0..4 {
        let mut by_file: BTreeMap<&str, Vec<&Problem>> = BTreeMap::new();
        for problem in found.problems.iter().filter(|it| it.fix.as_ref().is_some_and(|fix| fix.is_safe)) {
            by_file.entry(problem.file.path()).or_default().push(problem);
        }
        let mut made = 0;
        for (path, problems) in by_file {
            let Some(first) = problems.first() else { continue };
            let (text, count) = lint::fixed(first.file.text(), &problems);
            if count > 0 {
                if let Err(error) = files::replace_text(Path::new(path), first.file.text(), &text) {
                    let path = report::safe(path);
                    writeln!(output.err(), "error: {path} can't be written: {error}\nhint: it is as it was")?;
                    return Ok(None);
                }
                made += count;
            }
        }
        if made == 0 {
            break;
        }
        total += made;
        *found = Findings::of(&args.paths, today);
    }
    Ok(Some(total))
}

fn sum_up(found: &Findings, fixed: usize, fixing: bool, output: &Output) -> io::Result<()> {
    let mut err = output.err();
    let count = |number: usize, what: &str| {
        if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
    };
    let fixable = found.problems.iter().filter(|it| it.fix.as_ref().is_some_and(|fix| fix.is_safe)).count();
    let mut said = vec![count(found.problems.len(), "finding")];
    if fixing {
        said.push(format!("{fixed} put right"));
    } else if fixable > 0 {
        said.push(format!("{fixable} that --fix puts right"));
    }
    write!(err, "{} in {}", said.join(", "), count(found.claim_files, "claim file"))?;
    match found.problems.iter().find_map(|problem| problem.rule) {
        Some(rule) => writeln!(err, "; gainsay explain {rule} tells why"),
        None => writeln!(err),
    }
}
