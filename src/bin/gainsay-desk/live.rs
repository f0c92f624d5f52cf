//! Tells browsers when files change, as server-sent events.

use std::convert::Infallible;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream::{Stream, unfold};
use notify::RecursiveMode;

use crate::app::App;
use crate::follow;
use gainsay::workspace::watcher::{NOW_AND_THEN, PATIENCE, QUIET, Watcher, absolute};

/// The number of changes so far, again at every change.
pub(crate) async fn events(
    State(app): State<Arc<App>>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let mut changes = app.changes.subscribe();
    changes.mark_changed();
    let events = unfold(changes, |mut changes| async move {
        changes.changed().await.ok()?;
        let number = changes.borrow_and_update().to_string();
        Some((Ok(Event::default().event("changes").data(number)), changes))
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}

/// Between two looks at files that were never read.
const BREATH: Duration = Duration::from_millis(5);

/// Looks at the files whenever one is touched, for as long as the desk is open.
pub(crate) fn watch(app: &App) {
    let (send, touched) = channel();
    let mut watcher = Watcher::new(move |paths| {
        // Where nobody listens any more, nobody needs it.
        let _ = send.send(paths);
    });
    loop {
        {
            let mut desk = app.desk();
            let root = absolute(desk.root());
            let here = std::env::current_dir().unwrap_or_default();
            watcher.watch([(here, RecursiveMode::NonRecursive), (root, RecursiveMode::Recursive)].into());
            let version = desk.glance();
            app.changes.send_if_modified(|it| std::mem::replace(it, version) != version);
            if desk.unread() > 0 {
                // Whoever waits for a page comes first.
                drop(desk);
                std::thread::sleep(BREATH);
                continue;
            }
        }
        let Some(paths) = next(&touched) else { return };
        watcher.forget(&paths);
        let mut desk = app.desk();
        if paths.iter().any(|path| path.components().any(|it| it.as_os_str() == follow::FOLDER)) {
            desk.note();
        }
        desk.touched(&paths);
    }
}

/// What is touched next, when it is quiet again; nothing where it is only time to look.
fn next(touched: &Receiver<Vec<std::path::PathBuf>>) -> Option<Vec<std::path::PathBuf>> {
    let mut paths = match touched.recv_timeout(NOW_AND_THEN) {
        Ok(paths) => paths,
        Err(RecvTimeoutError::Timeout) => return Some(Vec::new()),
        Err(RecvTimeoutError::Disconnected) => return None,
    };
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        match touched.recv_timeout(QUIET) {
            Ok(more) => paths.extend(more),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
        }
    }
    Some(paths)
}
