//! Ids of conflicts, each once in its story.

use crate::view;
use std::collections::BTreeMap;

use super::{Claim, Comparison, Item};
use crate::fusion::Verdict;

/// Gives conflicts that have the values of another item's conflict ids of their own; the first one keeps the plain id.
pub(super) fn tell_apart(story: &str, items: &mut [Item]) {
    for (id, of_items) in shared(items) {
        let mut found: Vec<_> = of_items.into_iter().map(|at| (First::of(&items[at], &id), at)).collect();
        found.sort();
        let mut taken: BTreeMap<String, usize> = BTreeMap::new();
        for (nth, (first, at)) in found.into_iter().enumerate() {
            // Two items may have claims of the same label.
            let times = taken.entry(first.label.clone()).or_default();
            *times += 1;
            let label = if *times > 1 { format!("{} {times}", first.label) } else { first.label };
            let item = &mut items[at];
            for it in item.comparisons.iter_mut().filter(|it| nth > 0 && it.id == id) {
                let [a, b] = [it.a, it.b].map(|at| item.claims[at].meaning.as_str());
                it.id = view::conflict_id_of(story, a, b, &label);
            }
        }
    }
}

/// The ids that several items have, and which ones.
fn shared(items: &[Item]) -> BTreeMap<String, Vec<usize>> {
    let mut of_id: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, item) in items.iter().enumerate() {
        for it in item.comparisons.iter().filter(|it| is_told(it)) {
            let found = of_id.entry(it.id.as_str()).or_default();
            if found.last() != Some(&at) {
                found.push(at);
            }
        }
    }
    of_id.retain(|_, found| found.len() > 1);
    of_id.into_iter().map(|(id, found)| (id.to_owned(), found)).collect()
}

/// Whether anybody may call it by its id.
fn is_told(comparison: &Comparison) -> bool {
    comparison.verdict.is_conflict() || matches!(comparison.verdict, Verdict::Unclear | Verdict::Development)
}

/// What an item's conflict is known by beside its values; a real conflict comes before what is none. Outlets come and go
/// more than words do.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct First {
    is_none: bool,
    label: String,
    outlet: String,
}

impl First {
    /// The first label and the first outlet of an item's conflict of that id.
    fn of(item: &Item, id: &str) -> Self {
        let own = || item.comparisons.iter().filter(|it| it.id == id);
        let claims = || own().flat_map(|it| [it.a, it.b]).map(|at| &item.claims[at]);
        let label = |it: &Claim| view::label(&it.subject, &it.attribute).to_lowercase();
        Self {
            is_none: !own().any(|it| it.verdict.is_conflict()),
            label: claims().map(label).min().unwrap_or_default(),
            outlet: claims().map(|it| it.outlet.to_lowercase()).min().unwrap_or_default(),
        }
    }
}
