//! Who changed what between versions of an article.

use std::io::{self, Write};

use comfy_table::{ContentArrangement, Table};

use super::layout::{STYLE, wrapped};
use super::terminal::BOLD;
use crate::files::safe;
use crate::view::VersionView;

/// Writes who changed what, for a terminal of `width` columns.
pub(super) fn list(versions: &[VersionView], width: usize, out: &mut dyn Write) -> io::Result<()> {
    if versions.is_empty() {
        return Ok(());
    }
    let what = "what later versions of an article say otherwise; the earlier ones count no longer";
    writeln!(out, "{}", wrapped(BOLD, "VERSIONS  ", what, width))?;
    let mut table = Table::new();
    table.load_style(STYLE).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
    for version in versions {
        let who = format!("{}\n{}", safe(&version.who()), safe(&version.file));
        if version.changes.is_empty() {
            let nothing = format!("nothing else than {}", safe(&version.replaces));
            table.add_row([who.clone(), nothing, String::new()]);
        }
        for (nth, change) in version.changes.iter().enumerate() {
            let who = if nth == 0 { who.clone() } else { String::new() };
            let values = format!("{} → {}", safe(&change.before.value), safe(&change.after.value));
            table.add_row([who, safe(&change.label), values]);
        }
    }
    for line in table.lines() {
        writeln!(out, "{}", line.trim_end())?;
    }
    writeln!(out)
}
