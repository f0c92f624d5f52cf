//! `gainsay schema`: the JSON Schema of a file, for editors and other checkers.

use std::io::{self, Write};

use clap::builder::PossibleValuesParser;
use gainsay::claim;

use crate::OK;
use crate::output::Output;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Which files it is for
    #[arg(value_name = "NAME", value_parser = PossibleValuesParser::new(claim::SCHEMAS))]
    name: String,
}

pub(crate) fn run(args: &Args, output: &Output) -> io::Result<u8> {
    let mut out = output.out();
    serde_json::to_writer_pretty(&mut out, &claim::schema(&args.name))?;
    writeln!(out)?;
    out.flush()?;
    Ok(OK)
}
