//! Problems of files with the source line, a caret and a hint.

use std::io::{self, Write};
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use serde::Serialize;

use crate::files::json::pretty;
use crate::files::{Fix, Problem, Related, Severity, TextFile};
use crate::files::{count, safe};

/// More than these drown the first.
const MOST_SHOWN: usize = 100;

/// Writes the problems, in the order given, for a terminal of `width` columns; colours are left to the stream. Where there
/// are very many, errors come before warnings.
pub fn problems(problems: &[Problem], width: usize, out: &mut dyn Write) -> io::Result<()> {
    let renderer = Renderer::styled().term_width(width);
    let mut first: Vec<&Problem> = problems.iter().collect();
    if problems.len() > MOST_SHOWN {
        first.sort_by_key(|problem| problem.severity);
    }
    let rest = first.split_off(first.len().min(MOST_SHOWN));
    for problem in first {
        writeln!(out, "{}\n", renderer.render(&[group(problem, &shown(problem))]))?;
    }
    if !rest.is_empty() {
        let errors = rest.iter().filter(|problem| problem.severity == Severity::Error).count();
        let of_them =
            if errors > 0 { format!(", {} of them", count(errors, "error")) } else { String::new() };
        writeln!(out, "… and {}{of_them}\n", count(rest.len(), "more problem"))?;
    }
    Ok(())
}

/// Writes one line for each problem: `FILE:LINE:COLUMN: severity[rule]: message (hint)`.
pub fn concise(problems: &[Problem], out: &mut dyn Write) -> io::Result<()> {
    for problem in problems {
        let place = problem.place();
        let rule = problem.rule.map(|rule| format!("[{rule}]")).unwrap_or_default();
        let (path, severity) = (safe(problem.file.path()), problem.severity.name());
        write!(out, "{path}:{}:{}: {severity}{rule}: {}", place.line, place.column, safe(&problem.message))?;
        match safe(&problem.hint) {
            hint if hint.is_empty() => writeln!(out)?,
            hint => writeln!(out, " ({hint})")?,
        }
    }
    Ok(())
}

/// A problem as programs read it. Lines and columns count from 1, columns in characters.
#[derive(Serialize)]
struct ProblemLine<'a> {
    rule: Option<&'a str>,
    severity: &'a str,
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    message: &'a str,
    hint: &'a str,
    related: Vec<Other<'a>>,
    fix: Option<Change<'a>>,
}

#[derive(Serialize)]
struct Other<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    label: &'a str,
}

#[derive(Serialize)]
struct Change<'a> {
    label: &'a str,
    safe: bool,
    edits: Vec<Edit<'a>>,
}

/// Replaces from one place up to another.
#[derive(Serialize)]
struct Edit<'a> {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    text: &'a str,
}

/// Writes the problems as one JSON list.
pub fn problems_json(problems: &[Problem], out: &mut dyn Write) -> io::Result<()> {
    let found: Vec<ProblemLine<'_>> = problems.iter().map(ProblemLine::new).collect();
    pretty(&found, out)
}

impl<'a> ProblemLine<'a> {
    fn new(problem: &'a Problem) -> Self {
        let (start, end) = (problem.place(), problem.file.place(problem.span.end));
        let other = |it: &'a Related| {
            let place = it.file.place(it.span.start);
            Other { file: it.file.path(), line: place.line, column: place.column, label: &it.label }
        };
        let edit = |(span, text): &'a (Range<usize>, String)| {
            let (start, end) = (problem.file.place(span.start), problem.file.place(span.end));
            let (line, column) = (start.line, start.column);
            Edit { line, column, end_line: end.line, end_column: end.column, text }
        };
        let change = |fix: &'a Fix| Change {
            label: &fix.label,
            safe: fix.is_safe,
            edits: fix.edits.iter().map(edit).collect(),
        };
        Self {
            rule: problem.rule,
            severity: problem.severity.name(),
            file: problem.file.path(),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            message: &problem.message,
            hint: &problem.hint,
            related: problem.related.iter().map(other).collect(),
            fix: problem.fix.as_ref().map(change),
        }
    }
}

/// What is shown of a problem, made safe.
struct ShownProblem {
    message: String,
    hint: String,
    /// Where it stands, then what else it is about.
    lines: Vec<SourceLine>,
}

/// The line a place is in, and where in it that is.
struct SourceLine {
    path: String,
    text: String,
    number: usize,
    span: Range<usize>,
    label: String,
}

fn shown(problem: &Problem) -> ShownProblem {
    let first = line(&problem.file, &problem.span, "");
    let others = problem.related.iter().map(|it| line(&it.file, &it.span, &it.label));
    ShownProblem {
        message: safe(&problem.message),
        hint: safe(&problem.hint),
        lines: std::iter::once(first).chain(others).collect(),
    }
}

fn line(file: &TextFile, span: &Range<usize>, label: &str) -> SourceLine {
    let text = file.text();
    let start = span.start.min(text.len());
    let end = span.end.clamp(start, text.len());
    let before = text.get(..start).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    // A span over many lines is shown by its first one.
    let line_end = text.get(start..).and_then(|rest| rest.find('\n')).map_or(text.len(), |at| start + at);
    let part = |from: usize, to: usize| safe(text.get(from..to).unwrap_or_default().trim_end_matches('\r'));
    let end = end.min(line_end).max(start);
    let (head, body, tail) = (part(line_start, start), part(start, end), part(end, line_end));
    SourceLine {
        path: safe(file.path()),
        span: head.len()..head.len() + body.len(),
        text: format!("{head}{body}{tail}"),
        number: file.place(start).line,
        label: safe(label),
    }
}

fn group<'a>(problem: &Problem, shown: &'a ShownProblem) -> annotate_snippets::Group<'a> {
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(shown.message.as_str());
    let title = if let Some(rule) = problem.rule { title.id(rule) } else { title };
    let snippets = shown.lines.iter().enumerate().map(|(at, line)| {
        let kind = if at == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        let marked = kind.span(line.span.clone());
        let marked = if line.label.is_empty() { marked } else { marked.label(line.label.as_str()) };
        Snippet::source(line.text.as_str())
            .path(line.path.as_str())
            .line_start(line.number)
            .annotation(marked)
    });
    let group = title.elements(snippets);
    if shown.hint.is_empty() { group } else { group.element(Level::HELP.message(shown.hint.as_str())) }
}
