//! The desk: editors review conflict tables, and fact-checkers add claims, in their browser.
//!
//! It is a program of its own, so that `gainsay` opens no socket.

mod act;
mod add;
mod address;
mod again;
mod answer;
mod app;
mod asked;
mod cli;
mod clock;
mod decide;
mod desk;
mod door;
mod failed;
mod fault;
mod follow;
mod form;
mod guard;
mod join;
mod journal;
mod list;
mod live;
mod news;
mod page;
mod pins;
mod rate;
mod reply;
mod routes;
mod server;
mod session;
mod shown;
mod stories;
mod story;
mod ticks;
mod trouble;
mod versions;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The command line or the folder is wrong, or nothing can be listened on.
const WRONG: u8 = 2;

fn main() -> ExitCode {
    let args = cli::Args::parse();
    match server::run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Whoever can't be told can't be helped.
            let _ = writeln!(io::stderr(), "error: {}\nhint: {}", error.message, error.hint);
            ExitCode::from(WRONG)
        }
    }
}
