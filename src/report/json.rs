//! The report as JSON, for programs.

use std::io::{self, Write};

use super::Report;

/// Writes the report as one JSON object, indented, with a line feed behind it.
pub fn json(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, report)?;
    out.write_all(b"\n")
}
