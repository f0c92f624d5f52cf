//! What an action has done to files, so that it can be taken back.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use gainsay::files::{self, Batch};

use crate::fault::Fault;

/// What some files and the files of some folders say.
#[derive(Debug)]
pub(crate) struct Snapshot(BTreeMap<PathBuf, Vec<u8>>);

impl Snapshot {
    pub(crate) fn of(places: &[PathBuf]) -> Self {
        let mut found = BTreeMap::new();
        for place in places {
            let below = std::fs::read_dir(place).into_iter().flatten().flatten().map(|it| it.path());
            for path in below.chain([place.clone()]) {
                if let Ok(bytes) = std::fs::read(&path) {
                    found.insert(path, bytes);
                }
            }
        }
        Self(found)
    }
}

/// What an action has done.
#[derive(Debug)]
pub(crate) struct Done {
    /// In words, for whoever did it.
    pub(crate) what: String,
    /// The fact that it was done about.
    pub(crate) about: Option<String>,
    /// The folder of the story.
    folder: PathBuf,
    files: Vec<Change>,
}

#[derive(Debug)]
struct Change {
    path: PathBuf,
    before: Option<Vec<u8>>,
    after: Option<Vec<u8>>,
}

impl Done {
    /// What has changed in some places since a snapshot of them.
    pub(crate) fn since(before: &Snapshot, places: &[PathBuf], folder: &Path, what: String) -> Self {
        let after = Snapshot::of(places);
        let paths: std::collections::BTreeSet<&PathBuf> = before.0.keys().chain(after.0.keys()).collect();
        let changed = paths.into_iter().filter(|path| before.0.get(*path) != after.0.get(*path));
        let of = |snapshot: &Snapshot, path: &PathBuf| snapshot.0.get(path).cloned();
        let change =
            |path: &PathBuf| Change { path: path.clone(), before: of(before, path), after: of(&after, path) };
        Self { what, about: None, folder: folder.to_path_buf(), files: changed.map(change).collect() }
    }

    /// The same, about a fact.
    pub(crate) fn about(self, item: &str) -> Self {
        Self { about: Some(item.to_owned()), ..self }
    }

    /// The files that it changed.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &Path> {
        self.files.iter().map(|it| it.path.as_path())
    }

    /// Puts the files back as they were, unless somebody has changed one since.
    pub(crate) fn take_back(&self) -> Result<(), Fault> {
        for it in &self.files {
            let now = std::fs::read(&it.path).ok();
            if now != it.after {
                let path = it.path.display();
                let text = |bytes: &Option<Vec<u8>>| {
                    let text = bytes.as_ref().map(|it| String::from_utf8_lossy(it).into_owned());
                    format!("{path}\n\n{}", text.unwrap_or_else(|| "(there is no such file)".to_owned()))
                };
                return Err(Fault::Changed { shown: Some(text(&it.after)), now: Some(text(&now)) });
            }
        }
        let mut batch = Batch::within(&self.folder)?;
        for it in &self.files {
            match (&it.before, &it.after) {
                (Some(before), Some(_)) => batch.replace(&it.path, before)?,
                (Some(before), None) => {
                    batch.make(it.path.parent().unwrap_or(&self.folder))?;
                    batch.create(&it.path, before)?;
                }
                (None, _) => {}
            }
        }
        batch.finish()?;
        for it in self.files.iter().filter(|it| it.before.is_none()) {
            files::remove(&it.path, &self.folder)?;
            // A folder that was made for it goes with it, where nothing else is in there.
            let _ = it.path.parent().filter(|it| *it != self.folder).map(std::fs::remove_dir);
        }
        Ok(())
    }
}
