//! What earlier runs found, kept so that a story whose files are what they were need not be worked out again.
//!
//! Nothing depends on it: an entry that is missing, broken, written by another version or about other contents is no
//! entry. Every story has one file; it is written whole or not at all, so two processes may share a cache.

mod key;

use crate::view;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use bitcode::{Decode, Encode};
use sha2::{Digest, Sha256};

pub use key::CacheKey;

/// A hash, as it stands in a file.
type Hash = [u8; 32];

/// A folder of entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cache {
    folder: PathBuf,
}

/// What is kept of a story.
#[derive(Debug, Encode, Decode)]
pub struct CachedStory {
    /// Its finished view, as if nothing were accepted.
    pub view: view::StoryView,
    /// How many of its claim files were read.
    pub articles: usize,
    /// The claim files, by their places among those of the folder, that have to be read again for what is wrong with
    /// them, or for the texts that their quotes come from; none where nothing has to be, not even its `story.toml`.
    pub again: Option<Vec<usize>>,
}

impl Cache {
    /// A cache in a folder, which need not exist yet.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// The entry of a key, if there is one and it is sound.
    pub fn get(&self, key: &CacheKey) -> Option<CachedStory> {
        let path = self.file(key);
        // Whoever puts a pipe there would have us wait for ever.
        fs::metadata(&path).ok().filter(fs::Metadata::is_file)?;
        let bytes = fs::read(path).ok()?;
        let (contents, rest) = bytes.split_first_chunk::<32>()?;
        let (sum, entry) = rest.split_first_chunk::<32>()?;
        if *contents != key.contents || *sum != hash(entry) {
            return None;
        }
        bitcode::decode(entry).ok()
    }

    /// Keeps an entry. Where that fails, the next run does the work again.
    pub fn put(&self, key: &CacheKey, entry: &CachedStory) {
        // Whoever can't keep anything works without.
        let _ = self.write(&self.file(key), key, &bitcode::encode(entry));
    }

    fn write(&self, path: &Path, key: &CacheKey, entry: &[u8]) -> std::io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        let mut file = tempfile::NamedTempFile::new_in(&self.folder)?;
        file.write_all(&key.contents)?;
        file.write_all(&hash(entry))?;
        file.write_all(entry)?;
        file.persist(path)?;
        Ok(())
    }

    fn file(&self, key: &CacheKey) -> PathBuf {
        self.folder.join(&key.name)
    }
}

fn hash(bytes: &[u8]) -> Hash {
    Sha256::digest(bytes).into()
}
