//! `gainsay man`: the manual page, or that of a command.

use std::io::{self, Write};

use clap_mangen::Man;

use crate::output::Output;
use crate::status::{OK, WRONG};

#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  gainsay man > ~/.local/share/man/man1/gainsay.1
  gainsay man show > ~/.local/share/man/man1/gainsay-show.1
  gainsay man | man -l -")]
pub(crate) struct Args {
    /// The command it is about; gainsay itself where none is named
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

pub(crate) fn run(args: &Args, mut program: clap::Command, output: &Output) -> io::Result<u8> {
    program.build();
    let about = match &args.command {
        None => Some(&program),
        Some(name) => program.find_subcommand(name),
    };
    let Some(about) = about else {
        let name = gainsay::report::safe(args.command.as_deref().unwrap_or_default());
        let mut known: Vec<&str> = program.get_subcommands().map(clap::Command::get_name).collect();
        known.sort_unstable();
        let known = known.join(", ");
        writeln!(output.err(), "error: no command is called {name:?}\nhint: it takes one of {known}")?;
        return Ok(WRONG);
    };
    let mut page = Vec::new();
    Man::new(about.clone()).section("1").render(&mut page)?;
    let mut out = output.plain();
    out.write_all(&page)?;
    out.flush()?;
    Ok(OK)
}
