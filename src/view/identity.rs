//! What tells two facts of a story apart that conflict in the same two values. Their conflicts have one id, so that it moves
//! for nobody; where each must have a name of its own, as alerts must, the later ones are called by a label, too.

use crate::view;
use std::collections::BTreeMap;

use super::{ClaimView, ComparisonView, Item, StoryView};
use crate::fusion::Verdict;

/// What the conflicts of a story are called where no two may have one name.
#[derive(Debug)]
pub struct Fingerprints<'s> {
    /// Those that are not simply the id, by the item's id and the conflict's.
    own: BTreeMap<(&'s str, &'s str), String>,
}

impl<'s> Fingerprints<'s> {
    /// The names of all that differs in a story. The first of several facts keeps the plain id.
    pub fn of(story: &'s StoryView) -> Self {
        let mut own = BTreeMap::new();
        for (id, items) in shared(&story.items) {
            let mut found: Vec<(First, &Item)> =
                items.into_iter().map(|item| (First::of(item, id), item)).collect();
            found.sort_by(|(a, _), (b, _)| a.cmp(b));
            let mut taken: BTreeMap<String, usize> = BTreeMap::new();
            for (nth, (first, item)) in found.into_iter().enumerate() {
                // Two items may have claims of the same label.
                let times = taken.entry(first.label.clone()).or_default();
                *times += 1;
                let label = if *times > 1 { format!("{} {times}", first.label) } else { first.label };
                if let Some(it) = item.comparisons.iter().find(|it| nth > 0 && it.id == id) {
                    let [a, b] = [it.a, it.b].map(|at| item.claims[at].meaning.as_str());
                    let called = view::conflict_id_of(&story.name, a, b, &label);
                    own.insert((item.id.as_str(), id), called);
                }
            }
        }
        Self { own }
    }

    /// What a conflict of an item is called.
    pub fn called<'i>(&'i self, item: &'i str, conflict: &'i str) -> &'i str {
        self.own.get(&(item, conflict)).map_or(conflict, String::as_str)
    }
}

/// The ids that several items have, and which ones.
fn shared(items: &[Item]) -> BTreeMap<&str, Vec<&Item>> {
    let mut of_id: BTreeMap<&str, Vec<&Item>> = BTreeMap::new();
    for item in items {
        for it in item.comparisons.iter().filter(|it| is_told(it)) {
            let found = of_id.entry(it.id.as_str()).or_default();
            if found.last().is_none_or(|last| !std::ptr::eq(*last, item)) {
                found.push(item);
            }
        }
    }
    of_id.retain(|_, found| found.len() > 1);
    of_id
}

/// Whether anybody may call it by its id.
fn is_told(comparison: &ComparisonView) -> bool {
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
        let label = |it: &ClaimView| view::label(&it.subject, &it.attribute).to_lowercase();
        Self {
            is_none: !own().any(|it| it.verdict.is_conflict()),
            label: claims().map(label).min().unwrap_or_default(),
            outlet: claims().map(|it| it.outlet.to_lowercase()).min().unwrap_or_default(),
        }
    }
}
