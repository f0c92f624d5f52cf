//! The program: hands the command line to the engine and its findings to the terminal.

mod accept;
mod actions;
mod check;
mod checklist;
mod cli;
mod completions;
mod destination;
mod evaluate;
mod explain;
mod fmt;
mod import;
mod init;
mod join;
mod lint;
mod lsp;
mod man;
mod named;
mod new;
mod output;
mod pins;
mod progress;
mod prune;
mod report;
mod review;
mod run;
mod schema;
mod show;
mod split;
mod status;
mod value;
mod watch;

use std::io;
use std::process::ExitCode;

use clap::CommandFactory as _;
use cli::{Cli, Command};
use output::Output;
use status::OK;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = cli::parse();
    let output = Output::new(cli.color, cli.width, cli.quiet);
    if cli.command.is_some() && cli.check.is_asked() {
        return output
            .complain("paths and flags of a command stand behind its name; see gainsay COMMAND --help");
    }
    if cli.command.is_none()
        && let Some((typed, meant)) = cli::mistaken(&cli)
    {
        let typed = gainsay::report::safe(&typed);
        return output.complain(&format!(
            "there is no file or folder {typed}\nhint: did you mean the command `gainsay {meant}`?"
        ));
    }
    match run(&cli, &output) {
        Ok(status) => ExitCode::from(status),
        // Whoever reads us has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::from(OK),
        Err(error) => output.complain(&format!("the output can't be written: {error}")),
    }
}

fn run(cli: &Cli, output: &Output) -> io::Result<u8> {
    match &cli.command {
        None => check::run(&cli.check, cli.today, output),
        Some(Command::Accept(args)) => accept::run(args, cli.today, output),
        Some(Command::Check(args)) => check::run(args, cli.today, output),
        Some(Command::Checklist(args)) => checklist::run(args, output),
        Some(Command::New(args)) => new::run(args, output),
        Some(Command::Prune(args)) => prune::run(args, cli.today, output),
        Some(Command::Show(args)) => show::run(args, cli.today, output),
        Some(Command::Evaluate(args)) => evaluate::run(args, output),
        Some(Command::Completions(args)) => completions::run(args, Cli::command(), output),
        Some(Command::Man(args)) => man::run(args, Cli::command(), output),
        Some(Command::Explain(args)) => explain::run(args, output),
        Some(Command::Fmt(args)) => fmt::run(args, output),
        Some(Command::Import(args)) => import::run(args, output),
        Some(Command::Init(args)) => init::run(args, output),
        Some(Command::Lint(args)) => lint::run(args, cli.today, output),
        Some(Command::Report(args)) => report::run(args, cli.today, output),
        Some(Command::Review(args)) => review::run(args, output),
        Some(Command::Split(args)) => split::run(args, output),
        Some(Command::Join(args)) => join::run(args, output),
        Some(Command::Schema(args)) => schema::run(args, output),
        Some(Command::Value(args)) => value::run(args, &mut *output.out()).map(|()| OK),
        Some(Command::Lsp(args)) => lsp::run(args, cli.today),
        Some(Command::Watch(args)) => watch::run(args, cli.today, output),
    }
}
