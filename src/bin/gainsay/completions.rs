//! `gainsay completions`: a script that completes commands and flags in a shell.

use std::io::{self, Write};

use clap_complete::Shell;

use crate::output::Output;
use crate::status::OK;

#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  gainsay completions bash > ~/.local/share/bash-completion/completions/gainsay
  gainsay completions zsh > ~/.zfunc/_gainsay
  gainsay completions fish > ~/.config/fish/completions/gainsay.fish")]
pub(crate) struct Args {
    /// The shell to complete in
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

pub(crate) fn run(args: &Args, mut program: clap::Command, output: &Output) -> io::Result<u8> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut program, "gainsay", &mut script);
    let mut out = output.plain();
    out.write_all(&script)?;
    out.flush()?;
    Ok(OK)
}
