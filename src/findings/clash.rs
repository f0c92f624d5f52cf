//! Conflicts one by one, as the formats for programs list them: two values of an item, with all claims on both sides.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Report, Shown};
use crate::baseline::{JudgedComparison, State};
use crate::files::safe;
use crate::fusion::Verdict;
use crate::view::{ClaimView, ComparisonView, Fingerprints, Item, StoryView};

/// A side of more claims than this names the first ones and counts the rest.
const MOST_NAMED: usize = 3;

/// More characters than this of one text are cut where a format only points at a place.
const LONGEST: usize = 300;

/// Two values of an item that don't go together.
pub(crate) struct Clash<'r> {
    pub(crate) story: &'r StoryView,
    pub(crate) item: &'r Item,
    /// The gravest of the comparisons that have its id.
    pub(crate) comparison: JudgedComparison<'r>,
    /// The claims of either value, by place; the side of the first place first, so that it stays where it is when an outlet
    /// joins.
    pub(crate) sides: [Vec<&'r ClaimView>; 2],
    /// What no other finding is called: its id, as a rule.
    pub(crate) fingerprint: String,
}

/// The clashes to be shown: conflicts, and what can't be compared or developed where that is asked for. What is new comes
/// first, then the gravest; of these one of each item, before the second of any.
pub(super) fn clashes<'r>(report: &'r Report, shown: &Shown) -> Vec<Clash<'r>> {
    let telling = |it: &ComparisonView| {
        it.verdict.is_conflict()
            || matches!(it.verdict, Verdict::Unclear | Verdict::Development)
                && (shown.all || shown.verdicts.contains(&it.verdict))
    };
    let mut found = Vec::new();
    for story in &report.stories {
        let fingerprints = Fingerprints::of(story);
        for item in story.judged().filter(|item| shown.wants(*item)) {
            let mut by_id: BTreeMap<&str, Vec<JudgedComparison<'_>>> = BTreeMap::new();
            for it in item.comparisons().filter(|it| telling(it.view)) {
                by_id.entry(it.view.id.as_str()).or_default().push(it);
            }
            let mut of_item: Vec<Clash<'r>> = by_id
                .into_values()
                .map(|own| Clash::new(&story.view, item.view, &own, &fingerprints))
                .collect();
            of_item.sort_by(|x, y| x.importance().cmp(&y.importance()).then_with(|| x.key().cmp(&y.key())));
            let is_wanted =
                |it: &Clash<'_>| !shown.new_only || it.is_new() && it.comparison.verdict >= shown.gravity();
            of_item.retain(is_wanted);
            found.extend(of_item.into_iter().enumerate());
        }
    }
    found.sort_by_key(|(nth, it)| (it.importance(), *nth));
    found.into_iter().map(|(_, it)| it).collect()
}

impl<'r> Clash<'r> {
    fn new(
        story: &'r StoryView,
        item: &'r Item,
        comparisons: &[JudgedComparison<'r>],
        fingerprints: &Fingerprints<'_>,
    ) -> Self {
        let mut sides = [Vec::new(), Vec::new()];
        let first = &item.claims[comparisons[0].a].meaning;
        for it in comparisons {
            // The order of the two values is that of the first comparison.
            let swapped = item.claims[it.a].meaning != *first;
            for (side, at) in [(usize::from(swapped), it.a), (usize::from(!swapped), it.b)] {
                if !sides.iter().any(|claims: &Vec<usize>| claims.contains(&at)) {
                    sides[side].push(at);
                }
            }
        }
        for claims in &mut sides {
            claims.sort_unstable();
        }
        sides.sort();
        let grave = |it: &JudgedComparison<'_>| (it.verdict, it.is_new(), Reverse((it.a, it.b)));
        let gravest = comparisons.iter().copied().max_by_key(grave);
        Self {
            story,
            item,
            fingerprint: fingerprints.called(&item.id, &comparisons[0].view.id).to_owned(),
            comparison: gravest.unwrap_or(comparisons[0]),
            sides: sides.map(|claims| claims.into_iter().map(|at| &item.claims[at]).collect()),
        }
    }

    fn importance(&self) -> (bool, bool, Reverse<Verdict>) {
        (!self.is_new(), self.is_old(), Reverse(self.comparison.verdict))
    }

    fn key(&self) -> (&str, usize, &str) {
        let first = self.first();
        (&first.file, first.number, &self.fingerprint)
    }

    /// The claim that marks its place: the first of all of its claims.
    pub(crate) fn first(&self) -> &'r ClaimView {
        self.sides[0][0]
    }

    /// All other claims, the other side first.
    pub(crate) fn others(&self) -> impl Iterator<Item = &'r ClaimView> {
        self.sides[1].iter().chain(self.sides[0].iter().skip(1)).copied()
    }

    /// The id that it had under the first recipe.
    pub(crate) fn first_id(&self) -> String {
        self.item.first_id(&self.story.name, self.comparison.view)
    }

    /// Whether it counts as new.
    pub(crate) fn is_new(&self) -> bool {
        self.comparison.is_new()
    }

    /// Whether it is accepted, or known from the revision compared with.
    pub(crate) fn is_old(&self) -> bool {
        self.comparison.state().is_some_and(State::is_old)
    }

    /// Whether no run fails for it, whatever its verdict.
    pub(crate) fn is_settled(&self) -> bool {
        self.comparison.state().is_some_and(|state| !state.counts_as_new())
    }

    /// `contradiction`, `tension (accepted)`: the verdict, and the state where it is not simply new.
    pub(crate) fn kind(&self) -> String {
        let verdict = self.comparison.verdict.name();
        match self.comparison.state() {
            None | Some(State::New) => verdict.to_owned(),
            Some(state) => format!("{verdict} ({})", state.name()),
        }
    }

    /// Why it was accepted, where it was.
    pub(crate) fn accepted_for(&self) -> Option<String> {
        let accepted = self.comparison.accepted().filter(|_| self.is_old());
        accepted.map(|it| cut(&it.reason))
    }

    /// Both values with who says them, and why they don't go together.
    pub(crate) fn said(&self) -> String {
        let [ours, theirs] = self.sides.each_ref().map(|side| told(side));
        format!("{ours} {} {theirs}: {}", self.sign(), self.reason())
    }

    /// The sign between the two values.
    pub(crate) fn sign(&self) -> char {
        self.comparison.verdict.sign()
    }

    /// What it is about, cut to a line.
    pub(crate) fn label(&self) -> String {
        cut(&self.item.label)
    }

    /// Why, cut to a line.
    pub(crate) fn reason(&self) -> String {
        cut(&self.comparison.reason)
    }
}

/// The value of a side in its own words, with whoever says it: `“948 feet” (A, B, C and 2 more)`.
pub(crate) fn told(claims: &[&ClaimView]) -> String {
    let mut outlets: Vec<String> = Vec::new();
    for claim in claims {
        let outlet = cut(&claim.outlet);
        if !outlets.contains(&outlet) {
            outlets.push(outlet);
        }
    }
    let more = outlets.len().saturating_sub(MOST_NAMED);
    outlets.truncate(MOST_NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let value = claims.first().map(|claim| cut(&claim.value)).unwrap_or_default();
    format!("“{value}” ({}{more})", outlets.join(", "))
}

/// A text in one line, made safe and cut where it is long.
pub(crate) fn cut(text: &str) -> String {
    let mut short: String = safe(text).chars().take(LONGEST).collect();
    if text.chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    short
}
