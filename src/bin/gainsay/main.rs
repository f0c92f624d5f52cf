//! The program: hands the command line to the engine.

mod value;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Value(value::Args),
}

fn main() -> std::io::Result<()> {
    let Command::Value(args) = Cli::parse().command;
    value::run(&args, &mut std::io::BufWriter::new(std::io::stdout().lock()))
}
