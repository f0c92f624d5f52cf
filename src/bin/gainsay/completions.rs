//! `gainsay completions`: a script that completes commands and flags in a shell.

use std::io::{self, Write};

use clap::CommandFactory;
use clap_complete::Shell;

use crate::OK;
use crate::cli::Cli;
use crate::output::Output;

#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  gainsay completions bash > ~/.local/share/bash-completion/completions/gainsay
  gainsay completions zsh > ~/.zfunc/_gainsay
  gainsay completions fish > ~/.config/fish/completions/gainsay.fish")]
pub(crate) struct Args {
    /// Whose completions
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

pub(crate) fn run(args: &Args, output: &Output) -> io::Result<u8> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "gainsay", &mut script);
    let mut out = output.plain();
    out.write_all(&script)?;
    out.flush()?;
    Ok(OK)
}
