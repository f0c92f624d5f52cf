//! Problems of files with the source line, a caret and a hint.

use std::io::{self, Write};
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::terminal::{count, safe};
use crate::files::{Problem, Severity, TextFile};

/// More than these drown the first.
const MOST_SHOWN: usize = 100;

/// Writes the problems, in the order given, for a terminal of `width` columns; colours are left to the stream.
pub fn problems(problems: &[Problem], width: usize, out: &mut dyn Write) -> io::Result<()> {
    let renderer = Renderer::styled().term_width(width);
    for problem in problems.iter().take(MOST_SHOWN) {
        writeln!(out, "{}\n", renderer.render(&[group(problem, &shown(problem))]))?;
    }
    let more = problems.len().saturating_sub(MOST_SHOWN);
    if more > 0 {
        writeln!(out, "… and {}\n", count(more, "more problem"))?;
    }
    Ok(())
}

/// What is shown of a problem, made safe.
struct Shown {
    message: String,
    hint: String,
    /// Where it stands, then what else it is about.
    lines: Vec<Line>,
}

/// The line a place is in, and where in it that is.
struct Line {
    path: String,
    text: String,
    number: usize,
    span: Range<usize>,
    label: String,
}

fn shown(problem: &Problem) -> Shown {
    let first = line(&problem.file, &problem.span, "");
    let others = problem.related.iter().map(|it| line(&it.file, &it.span, &it.label));
    Shown {
        message: safe(&problem.message),
        hint: safe(&problem.hint),
        lines: std::iter::once(first).chain(others).collect(),
    }
}

fn line(file: &TextFile, span: &Range<usize>, label: &str) -> Line {
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
    Line {
        path: safe(file.path()),
        span: head.len()..head.len() + body.len(),
        text: format!("{head}{body}{tail}"),
        number: file.place(start).line,
        label: safe(label),
    }
}

fn group<'a>(problem: &Problem, shown: &'a Shown) -> annotate_snippets::Group<'a> {
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
