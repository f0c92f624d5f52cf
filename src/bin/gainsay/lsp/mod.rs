//! `gainsay lsp`: a language server for claim files.
//!
//! Its messages are the few that are used, read with serde: what a client sends beyond them is no concern of ours.

mod action;
mod client;
mod completion;
mod cursor;
mod desk;
mod diagnostic;
mod hover;
mod markup;
mod navigation;
mod server;
mod text;
mod transport;
mod uri;

use std::io::{self, BufRead, BufReader, Write};
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};

use jiff::civil::Date;
use serde_json::Value;

use crate::status::{CONFLICTS, OK};
use gainsay::workspace::watcher::{NOW_AND_THEN, Watcher};
use server::Server;
use transport::{Incoming, RpcError};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Folders with claim files; without any, `claims` in each folder that the editor has open
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Standard input and output, which is what it does anyway: some editors ask for it
    #[arg(long, hide = true)]
    stdio: bool,
}

/// What the server waits for.
enum Event {
    Incoming(Incoming),
    Touched(Vec<PathBuf>),
    /// The client is gone.
    End,
}

pub(crate) fn run(args: &Args, today: Option<Date>) -> io::Result<u8> {
    converse(&args.paths, today, BufReader::new(io::stdin()), &mut io::stdout().lock())
}

/// Serves a client, whatever it comes by.
pub(crate) fn converse(
    paths: &[PathBuf],
    today: Option<Date>,
    mut stream: impl BufRead + Send + 'static,
    out: &mut dyn Write,
) -> io::Result<u8> {
    let (tell, events) = mpsc::channel();
    let touched = tell.clone();
    let watcher = Watcher::new(move |paths| drop(touched.send(Event::Touched(paths))));
    std::thread::spawn(move || {
        while let Ok(Some(incoming)) = transport::read(&mut stream) {
            if tell.send(Event::Incoming(incoming)).is_err() {
                return;
            }
        }
        drop(tell.send(Event::End));
    });
    let mut server = Server::new(paths, today, watcher);
    let ended = serve(&mut server, &events, out);
    // Without `shutdown` before it, an end is not how it should be.
    ended.map(|()| if server.is_shut_down() { OK } else { CONFLICTS })
}

fn serve(server: &mut Server, events: &Receiver<Event>, out: &mut dyn Write) -> io::Result<()> {
    loop {
        let mut waiting = Vec::new();
        match events.recv_timeout(NOW_AND_THEN) {
            Ok(event) => waiting.push(event),
            Err(RecvTimeoutError::Timeout) => server.look_again(),
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
        }
        // All that has come meanwhile: of ten keystrokes only the last one's text is checked, and a request that was taken
        // back is not worked on.
        waiting.extend(events.try_iter());
        let cancelled: Vec<Value> = waiting.iter().filter_map(cancelled).collect();
        for event in waiting {
            match event {
                Event::Incoming(Incoming::Message(message)) => {
                    let is_cancelled = message.get("method").is_some()
                        && message.get("id").is_some_and(|id| cancelled.contains(id));
                    let answer = if is_cancelled {
                        let gone = Err((RpcError::Cancelled, "taken back".to_owned()));
                        message.get("id").map(|id| transport::answer(id, gone))
                    } else {
                        server.take(message)
                    };
                    for message in server.outgoing().into_iter().chain(answer) {
                        transport::write(out, &message)?;
                    }
                    if server.is_over() {
                        return Ok(());
                    }
                }
                Event::Incoming(Incoming::Malformed(why)) => {
                    let fault = Err((RpcError::Parse, why));
                    transport::write(out, &transport::answer(&Value::Null, fault))?;
                }
                Event::Touched(paths) => server.touched(&paths),
                Event::End => return Ok(()),
            }
        }
        server.settle();
        for message in server.outgoing() {
            transport::write(out, &message)?;
        }
    }
}

/// The request that a message takes back, if it does.
fn cancelled(event: &Event) -> Option<Value> {
    let Event::Incoming(Incoming::Message(message)) = event else { return None };
    let is_cancel = message.get("method").and_then(Value::as_str) == Some("$/cancelRequest");
    is_cancel.then(|| message.pointer("/params/id").cloned()).flatten()
}
