//! What was found in articles that are as they were: while somebody types in one file, the others of its story stay.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::claim::{Article, Conventions};
use crate::files::{Problem, TextFile};

/// The findings in each article alone, by its file. A clone shares what it knows.
#[derive(Clone, Debug, Default)]
pub struct LintCache(Arc<Mutex<BTreeMap<String, Looked>>>);

/// An article as it was looked through.
#[derive(Debug)]
struct Looked {
    /// All that decides how it is read: its file, its text, and the files of its story and settings.
    texts: Vec<Arc<TextFile>>,
    found: Vec<Problem>,
}

impl LintCache {
    /// What is to be seen in an article alone.
    pub(super) fn article(&self, article: &Article, desk: &Conventions) -> Vec<Problem> {
        let texts: Vec<Arc<TextFile>> =
            [&article.file].into_iter().chain(&article.body).chain(&desk.files).map(Arc::clone).collect();
        let path = article.file.path();
        {
            let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(known) = known.get(path).filter(|known| same(&known.texts, &texts)) {
                return known.found.clone();
            }
        }
        let found = super::article(article, desk);
        let looked = Looked { texts, found: found.clone() };
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), looked);
        found
    }
}

fn same(known: &[Arc<TextFile>], now: &[Arc<TextFile>]) -> bool {
    known.len() == now.len()
        && known
            .iter()
            .zip(now)
            .all(|(a, b)| Arc::ptr_eq(a, b) || a.path() == b.path() && a.text() == b.text())
}
