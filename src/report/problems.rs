//! Problems of files with the source line, a caret and a hint.

use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::terminal::{count, safe};
use crate::files::{Problem, Severity};

/// More than these drown the first.
const MOST_SHOWN: usize = 100;

/// Writes the problems, in the order given, for a terminal of `width` columns; colours are left to the stream.
pub fn problems(problems: &[Problem], width: usize, out: &mut dyn Write) -> io::Result<()> {
    let renderer = Renderer::styled().term_width(width);
    for problem in problems.iter().take(MOST_SHOWN) {
        writeln!(out, "{}\n", renderer.render(&[group(problem, &lines(problem))]))?;
    }
    let more = problems.len().saturating_sub(MOST_SHOWN);
    if more > 0 {
        writeln!(out, "… and {}\n", count(more, "more problem"))?;
    }
    Ok(())
}

/// The lines a problem touches, made safe, and where in them it stands.
struct Lines {
    path: String,
    text: String,
    first: usize,
    span: std::ops::Range<usize>,
    message: String,
    hint: String,
}

fn lines(problem: &Problem) -> Lines {
    let text = problem.file.text();
    let start = problem.span.start.min(text.len());
    let end = problem.span.end.clamp(start, text.len());
    let before = text.get(..start).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    // A span over many lines is shown by its first one.
    let line_end = text.get(start..).and_then(|rest| rest.find('\n')).map_or(text.len(), |at| start + at);
    let line = |from: usize, to: usize| safe(text.get(from..to).unwrap_or_default().trim_end_matches('\r'));
    let (head, body) = (line(line_start, start), line(start, end.min(line_end).max(start)));
    let tail = line(end.min(line_end).max(start), line_end);
    Lines {
        path: safe(problem.file.path()),
        span: head.len()..head.len() + body.len(),
        text: format!("{head}{body}{tail}"),
        first: problem.place().line,
        message: safe(&problem.message),
        hint: safe(&problem.hint),
    }
}

fn group<'a>(problem: &Problem, lines: &'a Lines) -> annotate_snippets::Group<'a> {
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let marked = AnnotationKind::Primary.span(lines.span.clone());
    let snippet = Snippet::source(lines.text.as_str())
        .path(lines.path.as_str())
        .line_start(lines.first)
        .annotation(marked);
    let group = level.primary_title(lines.message.as_str()).element(snippet);
    if lines.hint.is_empty() { group } else { group.element(Level::HELP.message(lines.hint.as_str())) }
}
