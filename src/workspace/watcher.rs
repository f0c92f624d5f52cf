//! Which files have been touched, as the operating system tells it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

/// No save is a single write: a file is looked at when nothing has happened for so long.
pub const QUIET: Duration = Duration::from_millis(10);

/// But no later than this, whatever goes on.
pub const PATIENCE: Duration = Duration::from_millis(60);

/// Network drives tell nothing, and watches can run out: files are looked at now and then all the same.
pub const NOW_AND_THEN: Duration = Duration::from_secs(2);

/// Watches folders, whether they are there yet or not.
#[derive(Debug)]
pub struct Watcher {
    inner: Option<RecommendedWatcher>,
    folders: BTreeMap<PathBuf, RecursiveMode>,
}

impl Watcher {
    /// Hands the paths that are touched to `tell`, from a thread of its own.
    pub fn new(tell: impl Fn(Vec<PathBuf>) + Send + 'static) -> Self {
        let handler = move |event: notify::Result<Event>| match event {
            Ok(event) if is_change(event.kind) => tell(event.paths),
            Ok(_) => {}
            // Something was missed: that alone is worth a look.
            Err(error) => tell(error.paths),
        };
        Self { inner: notify::recommended_watcher(handler).ok(), folders: BTreeMap::new() }
    }

    /// Watches these folders and no others. Where that is not possible, [`NOW_AND_THEN`] does.
    pub fn watch(&mut self, folders: BTreeMap<PathBuf, RecursiveMode>) {
        let Some(inner) = &mut self.inner else { return };
        self.folders.retain(|folder, mode| {
            let wanted = folders.get(folder) == Some(mode);
            if !wanted {
                let _ = inner.unwatch(folder);
            }
            wanted
        });
        for (folder, mode) in folders {
            if !self.folders.contains_key(&folder) && inner.watch(&folder, mode).is_ok() {
                self.folders.insert(folder, mode);
            }
        }
    }

    /// Forgets the watches of folders that came or went themselves: what is there now is another folder.
    pub fn forget(&mut self, touched: &[PathBuf]) {
        let Some(inner) = &mut self.inner else { return };
        for folder in touched {
            if self.folders.remove(folder).is_some() {
                let _ = inner.unwatch(folder);
            }
        }
    }
}

/// Whether a file may be another one after it; reading is none.
fn is_change(kind: EventKind) -> bool {
    !matches!(kind, EventKind::Access(access) if access != AccessKind::Close(AccessMode::Write))
}

/// A folder as events name it.
pub fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf())
}
