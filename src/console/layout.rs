//! Lines and tables that fit their width.

use anstyle::Style;
use comfy_table::{ContentLineStyle, LineStyle, TableStyle};

/// Narrower than this, a table is a heap of syllables: claims are stacked instead.
pub(super) const LEAST_WIDTH: usize = 64;

/// No frame; a line below the header and nothing between the rows.
pub(super) const STYLE: TableStyle = TableStyle::new()
    .header_lines(ContentLineStyle::none())
    .header_separator(LineStyle::none().fill('─').junction('─'))
    .content_lines(ContentLineStyle::none());

/// A line with a lead in a style, broken at words so that it fits; later lines stand below the text, not the lead.
/// A lead without a text is itself the text.
pub(super) fn wrapped(style: Style, lead: &str, text: &str, width: usize) -> String {
    let (lead, text, indent) =
        if text.is_empty() { ("", lead, 0) } else { (lead, text, lead.chars().count().min(width / 2)) };
    let room = width - indent;
    let mut lines: Vec<String> = vec![String::new()];
    // No line ends before a percent sign.
    for word in text.replace(" %", "\u{a0}%").split(' ') {
        let line = lines.last().map_or(0, |line| line.chars().count());
        if line > 0 && line + 1 + word.chars().count() > room {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    let lines: Vec<&str> = lines.iter().map(|line| line.trim_end_matches(' ')).collect();
    let text = lines.join(&format!("\n{}", " ".repeat(indent))).replace("\u{a0}%", " %");
    if lead.is_empty() { format!("{style}{text}{style:#}") } else { format!("{style}{lead}{style:#}{text}") }
}
