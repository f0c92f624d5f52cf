//! Listens on this machine, within bounds, until it is told to end.

use std::io::{self, Write};
use std::net::{Ipv4Addr, SocketAddr};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;

use crate::app::App;
use crate::cli::Args;
use crate::desk::Desk;
use crate::door::{self, Door};
use crate::failed::Failed;
use crate::{live, routes};

/// So many connections at once; more wait.
const CONNECTIONS: usize = 512;

/// How long a browser may take to say what it wants.
const HEAD: Duration = Duration::from_secs(10);

/// So many headers, and so many bytes of them, are more than any browser sends.
const HEADERS: usize = 64;
const HEAD_BYTES: usize = 32 << 10;

/// Writes that are under way when the desk ends have so long to end.
const END: Duration = Duration::from_secs(5);

/// Opens the desk, and keeps it open.
pub(crate) fn run(args: &Args) -> Result<(), Failed> {
    // All paths count from here, as for `gainsay` in that folder: what lies outside is not written.
    std::env::set_current_dir(&args.folder).map_err(|error| {
        let folder = gainsay::report::safe(&args.folder.display().to_string());
        Failed::new(format!("{folder}: {error}"), "name the folder that holds claims")
    })?;
    let failed =
        |error: io::Error| Failed::new(error.to_string(), "see what the system lacks, and start again");
    let workers = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .max_blocking_threads(8)
        .enable_all()
        .build();
    let runtime = workers.map_err(failed)?;
    let done = runtime.block_on(open(args));
    runtime.shutdown_timeout(END);
    done
}

async fn open(args: &Args) -> Result<(), Failed> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, args.port));
    let listener = TcpListener::bind(address).await.map_err(|error| {
        Failed::new(
            format!("port {} of this machine: {error}", args.port),
            "name another --port, or none for any free one",
        )
    })?;
    let port = listener.local_addr().map_or(args.port, |it| it.port());
    let (door, origins, address) = if let Some(origin) = &args.behind_proxy {
        (Door::of_proxy(&args.name_header)?, vec![origin.clone()], origin.clone())
    } else {
        let token = door::secret()?;
        let origins = ["127.0.0.1", "localhost"].map(|host| format!("http://{host}:{port}"));
        let address = format!("{}/?token={token}", origins[0]);
        (Door::Token(token), origins.to_vec(), address)
    };
    let app = Arc::new(App::new(door, origins, port, args.read_only, Desk::new()));
    let watched = Arc::clone(&app);
    // It ends with the program.
    std::thread::spawn(move || live::watch(&watched));
    say(&address);
    if args.open {
        browse(&address);
    }
    tokio::select! {
        () = listen(listener, routes::router(Arc::clone(&app))) => {}
        () = told_to_end() => {}
    }
    // Whoever is writing ends first.
    drop(app.desk());
    Ok(())
}

/// Takes connections, each on its own task.
async fn listen(listener: TcpListener, router: Router) {
    let room = Arc::new(Semaphore::new(CONNECTIONS));
    while let Ok(permit) = Arc::clone(&room).acquire_owned().await {
        match listener.accept().await {
            Ok((stream, _)) => {
                let router = router.clone();
                tokio::spawn(async move {
                    serve(stream, router).await;
                    drop(permit);
                });
            }
            // Out of handles, say: what is open may close.
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
}

async fn serve(stream: TcpStream, router: Router) {
    let mut http = hyper::server::conn::http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEAD).max_headers(HEADERS).max_buf_size(HEAD_BYTES);
    // A browser that goes away is no fault of anybody's.
    let _ = http.serve_connection(TokioIo::new(stream), TowerToHyperService::new(router)).await;
}

/// Ctrl-C, or what a system sends to end a program.
async fn told_to_end() {
    #[cfg(unix)]
    if let Ok(mut term) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            _ = term.recv() => {}
        }
        return;
    }
    let _ = tokio::signal::ctrl_c().await;
}

fn say(address: &str) {
    let mut out = io::stdout();
    // Where nobody reads it, the desk is open all the same.
    let _ = writeln!(out, "the desk is open at {address}\nCtrl-C closes it").and_then(|()| out.flush());
}

/// Hands the address to whatever opens pages here.
fn browse(address: &str) {
    let opener = match () {
        () if cfg!(target_os = "macos") => "open",
        () if cfg!(windows) => "explorer",
        () => "xdg-open",
    };
    let mut command = Command::new(opener);
    if let Err(error) =
        command.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()
    {
        let _ = writeln!(
            io::stderr(),
            "error: nothing here opens pages: {opener}: {error}\nhint: open the address yourself"
        );
    }
}
