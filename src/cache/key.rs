//! What an entry is found by, and what it must have been made of.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;
use std::time::UNIX_EPOCH;

use sha2::{Digest, Sha256};

use super::Hash;
use crate::claim::Conventions;
use crate::files::{self, Folder};

/// The shape of entries; another one is another cache.
const SHAPE: &str = "gainsay-cache/1";

/// How many bytes of a hash name a file.
const NAME_BYTES: usize = 16;

/// The key of a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CacheKey {
    /// The file's name: which story, under which settings.
    pub(super) name: String,
    /// Everything that the view of the story follows from.
    pub(super) contents: Hash,
}

impl CacheKey {
    /// The key of a folder as it is now; `how` says what of its view is wanted. None where a file can't be read, so that
    /// what is wrong with it is said each time.
    pub fn of(folder: &Folder, settings: &Conventions, how: &str) -> Option<Self> {
        let place = std::path::absolute(&folder.path).ok()?;
        let mut name = Sha256::new();
        part(&mut name, place.as_os_str().as_encoded_bytes());
        part(&mut name, how.as_bytes());
        let mut contents = Sha256::new();
        for text in [SHAPE, PROGRAM.as_str(), how, &folder.shown(), &format!("{settings:?}")] {
            part(&mut contents, text.as_bytes());
        }
        let story = folder.story_file();
        for path in story.iter().chain(&folder.claim_files) {
            part(&mut contents, path.as_os_str().as_encoded_bytes());
            part(&mut contents, &files::bytes(path).ok()?);
        }
        let bytes = name.finalize();
        let digits = bytes.iter().take(NAME_BYTES);
        let name = digits.fold(String::new(), |name, byte| format!("{name}{byte:02x}"));
        Some(Self { name, contents: contents.finalize().into() })
    }
}

/// Takes in a part so that no two lists of parts look alike.
fn part(hash: &mut Sha256, bytes: &[u8]) {
    hash.update((bytes.len() as u64).to_le_bytes());
    hash.update(bytes);
}

/// Which program this is: its version and, while it is being worked on, which build of it.
static PROGRAM: LazyLock<String> = LazyLock::new(|| {
    let build = std::env::current_exe().ok().and_then(|path| stamp(&path)).unwrap_or_default();
    format!("{} {build}", env!("CARGO_PKG_VERSION"))
});

fn stamp(path: &Path) -> Option<String> {
    let found = fs::metadata(path).ok()?;
    let changed = found.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some(format!("{} {}", found.len(), changed.as_nanos()))
}
