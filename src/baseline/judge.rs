//! What is known of the conflicts of a story.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{
    Acceptance, Accepted, ChangesSince, ClaimHashes, Conflict, Gone, ItemNow, JudgedStory, KnownClaim,
    KnownSide, Match, Matches, Seen, Stale, Standing, State, find,
};
use crate::baseline;
use crate::view::{self, ComparisonView, Item};

/// What the conflicts of a story are compared with.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// Those that somebody has accepted.
    pub accepted: &'a [Accepted],
    /// Those that an earlier revision had.
    pub earlier: &'a [Conflict],
    /// What the claims of that revision said.
    pub told: &'a [KnownClaim],
    /// What the story's claims said when somebody accepted something, and in the earlier revision.
    pub seen: &'a [Seen],
    /// Acceptances expire by it; where it is missing, none does.
    pub today: Option<Date>,
    /// The earlier revision had this very story.
    pub had_story: bool,
    /// All articles of the story are there, so that what is not found is gone.
    pub whole: bool,
    /// The settings that the story was read with, by their [`mark`](super::settings_mark).
    pub settings: &'a str,
}

/// Says of each conflict of a story what is known of it, and which accepted ones are gone.
pub fn judge(view: view::StoryView, known: &Known<'_>) -> JudgedStory {
    let settings = known.settings.to_owned();
    let news = known.had_story.then(|| ChangesSince::between(&view, known.told, known.whole));
    if known.accepted.is_empty() && known.earlier.is_empty() && known.seen.is_empty() {
        let gone = (known.whole && known.had_story).then(Vec::new);
        let standings = standings(&view, |_, _, _| Standing { state: State::New, accepted: None });
        return JudgedStory { view, stale: Vec::new(), gone, news, standings, settings };
    }
    // Of two that accept one conflict, the one that still holds counts.
    let mut accepted: Vec<&Accepted> = known.accepted.iter().collect();
    accepted.sort_by_key(|it| it.has_expired(known.today));
    let past = Past::new(&view, known);
    let items: Vec<ItemNow<'_>> = view.items.iter().map(|item| item.as_known(&past)).collect();
    let by_hand: Vec<&Conflict> = accepted.iter().map(|it| &it.conflict).collect();
    let by_hand = find(&items, &by_hand);
    let earlier = find(&items, &known.earlier.iter().collect::<Vec<_>>());
    let standings = standings(&view, |at, index, comparison| {
        let found = |matches: &Matches| matches.of[at].get(index).copied().flatten();
        let regrouped = past.has_regrouped(&view.items[at].claims, comparison);
        Standing::new(found(&by_hand), found(&earlier), regrouped, &accepted, known.today)
    });
    drop(items);
    let mut lost: Vec<&Accepted> = by_hand.lost.into_iter().map(|at| accepted[at]).collect();
    lost.sort_by(|a, b| a.file.cmp(&b.file));
    let mut left: Vec<Gone> = earlier.lost.iter().map(|&at| Gone::new(&known.earlier[at])).collect();
    left.sort_by_key(|it| Reverse(it.verdict));
    let stale = if known.whole { lost.into_iter().map(Stale::new).collect() } else { Vec::new() };
    let gone = (known.whole && known.had_story).then_some(left);
    JudgedStory { view, stale, gone, news, standings, settings }
}

/// What is known of each comparison of each item that is a conflict, by their places.
fn standings(
    view: &view::StoryView,
    of: impl Fn(usize, usize, &ComparisonView) -> Standing,
) -> Vec<Vec<Option<Standing>>> {
    let of_item = |(at, item): (usize, &Item)| {
        let comparisons = item.comparisons.iter().enumerate();
        comparisons.map(|(index, it)| it.verdict.is_conflict().then(|| of(at, index, it))).collect()
    };
    view.items.iter().enumerate().map(of_item).collect()
}

impl Standing {
    fn new(
        by_hand: Option<Match>,
        earlier: Option<Match>,
        regrouped: bool,
        accepted: &[&Accepted],
        today: Option<Date>,
    ) -> Self {
        let found = by_hand.map(|(Match::Same(at) | Match::Changed(at))| accepted[at]);
        let state = match (by_hand, earlier) {
            (Some(Match::Same(at)), _) if !accepted[at].has_expired(today) => State::Accepted,
            (_, Some(Match::Same(_))) => State::Known,
            (Some(Match::Same(_)), _) => State::Expired,
            _ if regrouped => State::Regrouped,
            (Some(Match::Changed(_)), _) | (_, Some(Match::Changed(_))) => State::Changed,
            (None, None) => State::New,
        };
        // What only came together has not changed from anything.
        let found = found.filter(|_| state != State::Regrouped);
        Self { state, accepted: found.map(|it| Box::new(Acceptance::new(it))) }
    }
}

impl Item {
    /// What it is known by. Where nothing conflicts, nothing can be known but its claims.
    fn as_known(&self, past: &Past<'_>) -> ItemNow<'_> {
        let claims = self.claims.iter().map(|it| {
            let label = view::label(&it.subject, &it.attribute);
            baseline::CurrentClaim::new(&it.outlet, &label, &it.value, &it.meaning, past.has_moved(it))
        });
        let comparisons = if self.verdict.is_conflict() { self.comparisons.as_slice() } else { &[] };
        let comparisons = comparisons.iter().map(|it| (it.a, it.b, it.verdict)).collect();
        ItemNow { label: &self.label, claims: claims.collect(), comparisons }
    }

    /// Its conflicts with their ids, each with all claims of its two values, in the order of the ids.
    pub fn conflicts(&self) -> Vec<(&str, Conflict)> {
        let mut found: Vec<(&str, Conflict)> = Vec::new();
        for it in self.comparisons.iter().filter(|it| it.verdict.is_conflict()) {
            if let Some((_, known)) = found.iter_mut().find(|(id, _)| *id == it.id) {
                known.verdict = known.verdict.max(it.verdict);
                continue;
            }
            let (a, b) = (&self.claims[it.a], &self.claims[it.b]);
            let [a, b] = if a.meaning <= b.meaning { [a, b] } else { [b, a] };
            let sides = [a, b].map(|claim| self.side(claim));
            found.push((&it.id, Conflict { item: self.label.clone(), verdict: it.verdict, sides }));
        }
        found.sort_by_key(|(id, _)| *id);
        found
    }

    /// The claims that mean what one of them does.
    fn side(&self, one: &view::ClaimView) -> KnownSide {
        let own = self.claims.iter().filter(|claim| claim.meaning == one.meaning);
        let claims = own.map(KnownClaim::of);
        let worded = if one.understood.trim().is_empty() { &one.value } else { &one.understood };
        KnownSide { understood: worded.clone(), claims: claims.collect() }
    }
}

impl KnownClaim {
    pub(super) fn of(claim: &view::ClaimView) -> Self {
        Self {
            outlet: claim.outlet.clone(),
            label: view::label(&claim.subject, &claim.attribute),
            value: claim.value.clone(),
        }
    }
}

impl view::ClaimView {
    /// What it says, to find out later whether anybody has touched it.
    pub(crate) fn said(&self) -> ClaimHashes {
        let mut credits: Vec<&str> = self.according_to.iter().map(String::as_str).collect();
        credits.sort_unstable();
        let rest: Vec<&str> =
            self.limits.iter().chain(&self.pin).chain(&self.not).map(String::as_str).chain(credits).collect();
        let label = view::label(&self.subject, &self.attribute);
        ClaimHashes::new(&self.outlet, &label, &self.value, &self.meaning, &rest)
    }
}

/// What a story's claims have said before.
struct Past<'a> {
    seen: &'a [Seen],
    /// The claims of what is accepted, by outlet and label, with what they mean.
    accepted: Seen,
    settings: &'a str,
    /// What each claim says now, by file and number.
    said: BTreeMap<(String, usize), ClaimHashes>,
}

impl<'a> Past<'a> {
    fn new(story: &view::StoryView, known: &Known<'a>) -> Self {
        let sides = known.accepted.iter().flat_map(|it| &it.conflict.sides);
        let accepted = sides.flat_map(|side| {
            let meaning = view::meaning(&side.understood, "");
            let said =
                move |it: &KnownClaim| ClaimHashes::new(&it.outlet, &it.label, &it.value, &meaning, &[]);
            side.claims.iter().map(said).collect::<Vec<_>>()
        });
        let claims = story.items.iter().flat_map(|item| &item.claims);
        Self {
            seen: known.seen,
            accepted: Seen::new("", accepted, []),
            settings: known.settings,
            said: claims.map(|it| ((it.file.clone(), it.number), it.said())).collect(),
        }
    }

    fn said(&self, claim: &view::ClaimView) -> Option<&ClaimHashes> {
        self.said.get(&(claim.file.clone(), claim.number))
    }

    /// Whether a claim said something else before.
    fn has_moved(&self, claim: &view::ClaimView) -> bool {
        let Some(said) = self.said(claim) else { return false };
        if self.seen.iter().any(|seen| seen.has(said)) {
            return false;
        }
        // Accepted files say nothing of scope and credit.
        let label = view::label(&claim.subject, &claim.attribute);
        let bare = ClaimHashes::new(&claim.outlet, &label, &claim.value, &claim.meaning, &[]);
        self.seen.iter().any(|seen| seen.has_name(said))
            || self.accepted.has_name(&bare) && !self.accepted.has(&bare)
    }

    /// Whether nobody has touched the claims of a conflict that was none before.
    fn has_regrouped(&self, claims: &[view::ClaimView], it: &ComparisonView) -> bool {
        let both = || self.said(&claims[it.a]).zip(self.said(&claims[it.b]));
        it.verdict.is_conflict()
            && !self.seen.is_empty()
            && both().is_some_and(|(a, b)| {
                self.seen.iter().any(|seen| seen.kept_apart([a, b], self.settings, &it.id, it.verdict))
            })
    }
}

impl Gone {
    fn new(conflict: &Conflict) -> Self {
        Self { item: conflict.item.clone(), verdict: conflict.verdict, values: worded(conflict) }
    }
}

/// The two values of a conflict, as they were worded.
fn worded(conflict: &Conflict) -> [String; 2] {
    let value = |side: &KnownSide| side.claims.first().map(|claim| claim.value.clone()).unwrap_or_default();
    conflict.sides.each_ref().map(value)
}

impl Acceptance {
    fn new(accepted: &Accepted) -> Self {
        Self {
            file: accepted.file.clone(),
            values: worded(&accepted.conflict),
            reason: accepted.reason.clone(),
            by: accepted.by.clone(),
            until: accepted.until.map(|day| day.to_string()),
        }
    }
}

impl Stale {
    fn new(accepted: &Accepted) -> Self {
        Self {
            id: accepted.id.clone(),
            item: accepted.conflict.item.clone(),
            file: accepted.file.clone(),
            reason: accepted.reason.clone(),
        }
    }
}
