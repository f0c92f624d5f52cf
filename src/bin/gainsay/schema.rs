//! `gainsay schema`: the JSON Schema of a file, for editors and other checkers.

use std::io::{self, Write};

use clap::builder::PossibleValuesParser;
use gainsay::{claim, report};

use crate::output::Output;
use crate::status::OK;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Which files it is for: claims, story and settings are written by people, the others by gainsay
    #[arg(value_name = "NAME", value_parser = PossibleValuesParser::new(names()))]
    name: String,
}

/// The files that people write, then what gainsay writes itself.
fn names() -> impl Iterator<Item = &'static str> {
    claim::SCHEMAS.into_iter().chain(report::SCHEMAS.iter().map(|(name, _)| *name))
}

pub(crate) fn run(args: &Args, output: &Output) -> io::Result<u8> {
    let mut out = output.plain();
    if let Some((_, schema)) = report::SCHEMAS.iter().find(|(name, _)| *name == args.name) {
        out.write_all(schema.as_bytes())?;
        out.flush()?;
        return Ok(OK);
    }
    serde_json::to_writer_pretty(&mut out, &claim::schema(&args.name))?;
    writeln!(out)?;
    out.flush()?;
    Ok(OK)
}
