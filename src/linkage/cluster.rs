//! Pairs become data items, by average linkage within the bounds that pins and articles set.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, HashSet};

use foldhash::fast::RandomState;

use super::{Alignment, Link, Pin};

/// A pair that was never compared weighs this much, in bits.
const APART: f64 = -12.0;

/// The least average weight at which two groups become one, in bits. Below even odds: where claims lean on each other the
/// average of their links says less than they say together. Chosen on the annotated stories: from -1 to -0.5 F1 stays the same
/// and precision rises from 0.925 to 0.94.
pub(super) const THRESHOLD: f64 = -0.5;

/// The data items: positions of claims, each claim in exactly one item.
///
/// Average linkage (Sokal and Michener 1958) rather than chains: the two ends of a chain weigh in, too. Links are
/// taken from the strongest down; what a person has pinned comes before all: claims of one pin are one voice.
pub(super) fn cluster(alignment: &Alignment<'_>, links: &[Link], pins: &[Pin<'_>]) -> Vec<Vec<usize>> {
    let mut groups = Voices::new(alignment, links, pins);
    let mut order = std::mem::take(&mut groups.order);
    order.sort_unstable_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    while order.iter().filter(|&&(_, x, y)| groups.join(x, y)).count() > 0 {}
    groups.into_items()
}

/// Of a group of more voices than these, not every one is asked before another group joins it.
const MOST_VOICES: usize = 64;

type OfPairs<T> = HashMap<(usize, usize), T, RandomState>;

/// A voice is a claim, or all claims of one pin; it goes by its first claim.
struct Voices<'a> {
    alignment: &'a Alignment<'a>,
    weights: OfPairs<f64>,
    /// The pairs of voices that are linked firmly enough to be joined, with their weights in front.
    order: Vec<(f64, usize, usize)>,
    /// Pairs of voices that are not linked, as far as somebody has asked for them.
    unlinked: RefCell<OfPairs<f64>>,
    /// Pairs of groups that did not become one, with their sizes then: only another size can change that.
    refused: OfPairs<(usize, usize)>,
    /// By claim, the claims of the voice that goes by it; none where it goes by another one.
    claims: Vec<Vec<usize>>,
    pins: &'a [Pin<'a>],
    /// By voice, the voices that a person has told apart from it.
    apart: BTreeMap<usize, Vec<usize>>,
    members: Vec<Vec<usize>>,
    group_of: Vec<usize>,
}

impl<'a> Voices<'a> {
    fn new(alignment: &'a Alignment<'a>, links: &[Link], pins: &'a [Pin<'a>]) -> Self {
        let mut first_of: BTreeMap<&str, usize> = BTreeMap::new();
        let voice_of: Vec<usize> = pins
            .iter()
            .enumerate()
            .map(|(at, pin)| pin.item.map_or(at, |pin| *first_of.entry(pin).or_insert(at)))
            .collect();
        let mut claims: Vec<Vec<usize>> = vec![Vec::new(); pins.len()];
        for (at, &voice) in voice_of.iter().enumerate() {
            claims[voice].push(at);
        }
        let many = |x: usize, y: usize| claims[x].len() > 1 || claims[y].len() > 1;
        let mut told: Vec<((usize, usize), &Link)> = Vec::with_capacity(links.len());
        let mut linked: HashSet<(usize, usize)> = HashSet::new();
        for link in links {
            let (x, y) = (voice_of[link.a], voice_of[link.b]);
            if x != y && (pins[x].item.is_none() || pins[y].item.is_none()) {
                told.push(((x.min(y), x.max(y)), link));
                if many(x, y) {
                    linked.insert((link.a, link.b));
                }
            }
        }
        told.sort_by_key(|it| it.0);
        let mut weights = OfPairs::with_capacity_and_hasher(told.len(), RandomState::default());
        let mut order = Vec::new();
        for links in told.chunk_by(|one, next| one.0 == next.0) {
            let (x, y) = links[0].0;
            let mut tie = VoiceTie::default();
            for (_, link) in links {
                tie.add(link.weight, alignment.same_article(link.a, link.b));
            }
            // Where a voice is several claims, their pairs that are not linked have a say, too.
            if many(x, y) {
                tie.add_unlinked(alignment, &claims[x], &claims[y], &linked);
            }
            let weight = tie.weight();
            weights.insert((x, y), weight);
            if weight >= THRESHOLD {
                order.push((weight, x, y));
            }
        }
        Self {
            alignment,
            unlinked: RefCell::default(),
            refused: OfPairs::default(),
            weights,
            order,
            members: pins
                .iter()
                .enumerate()
                .map(|(at, _)| (!claims[at].is_empty()).then_some(at))
                .map(|it| it.into_iter().collect())
                .collect(),
            apart: told_apart(pins, &voice_of, &first_of),
            claims,
            pins,
            group_of: (0..pins.len()).collect(),
        }
    }

    /// The weight between two voices; different pins are a veto.
    fn weight(&self, x: usize, y: usize) -> f64 {
        if self.pins[x].item.is_some() && self.pins[y].item.is_some() {
            return f64::NEG_INFINITY;
        }
        let pair = (x.min(y), x.max(y));
        self.weights.get(&pair).copied().unwrap_or_else(|| {
            let unlinked = || {
                let mut tie = VoiceTie::default();
                tie.add_unlinked(self.alignment, &self.claims[x], &self.claims[y], &HashSet::new());
                tie.weight()
            };
            *self.unlinked.borrow_mut().entry(pair).or_insert_with(unlinked)
        })
    }

    /// Joins the groups of two voices, if they are to be one; whether they were.
    fn join(&mut self, x: usize, y: usize) -> bool {
        let (x, y) = (self.group_of[x], self.group_of[y]);
        let (x, y) = (x.min(y), x.max(y));
        let sizes = (self.members[x].len(), self.members[y].len());
        if x == y || self.refused.get(&(x, y)) == Some(&sizes) {
            return false;
        }
        if !self.belong_together(x, y) {
            self.refused.insert((x, y), sizes);
            return false;
        }
        let moved = std::mem::take(&mut self.members[y]);
        for &voice in &moved {
            self.group_of[voice] = x;
        }
        self.members[x].extend(moved);
        true
    }

    fn belong_together(&self, x: usize, y: usize) -> bool {
        let are_told = |voice: &usize| {
            let others = self.apart.get(voice).into_iter().flatten();
            others.into_iter().any(|other| self.group_of[*other] == y)
        };
        if !self.apart.is_empty() && self.members[x].iter().any(are_told) {
            return false;
        }
        let (first, second) = (&spread(&self.members[x]), &spread(&self.members[y]));
        let across = first.iter().flat_map(|&a| second.iter().map(move |&b| self.weight(a, b)));
        let average = mean(across).unwrap_or(APART);
        average >= THRESHOLD
    }

    fn into_items(self) -> Vec<Vec<usize>> {
        let claims = &self.claims;
        let item = |voices: Vec<usize>| -> Vec<usize> {
            let mut item: Vec<usize> =
                voices.iter().flat_map(|&voice| claims[voice].iter().copied()).collect();
            item.sort_unstable();
            item
        };
        let mut items: Vec<Vec<usize>> =
            self.members.into_iter().filter(|it| !it.is_empty()).map(item).collect();
        items.sort();
        items
    }
}

/// The voices that a person has told apart, both ways.
fn told_apart(
    pins: &[Pin<'_>],
    voice_of: &[usize],
    first_of: &BTreeMap<&str, usize>,
) -> BTreeMap<usize, Vec<usize>> {
    let mut apart: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (pin, &voice) in pins.iter().zip(voice_of) {
        for &other in pin.not.iter().filter_map(|it| first_of.get(it.as_str())) {
            if other != voice {
                apart.entry(voice).or_default().push(other);
                apart.entry(other).or_default().push(voice);
            }
        }
    }
    apart
}

/// What ties two voices: the strongest link between them, since a person has said that the claims of one pin are one
/// fact, however differently they are worded; but where an article tells two of them apart, its word counts.
#[derive(Default)]
struct VoiceTie {
    strongest: Option<f64>,
    within_article: Option<f64>,
}

impl VoiceTie {
    /// Takes in what the pairs of claims weigh that are not linked.
    fn add_unlinked(
        &mut self,
        alignment: &Alignment<'_>,
        mine: &[usize],
        theirs: &[usize],
        linked: &HashSet<(usize, usize)>,
    ) {
        let (mine, theirs) = (spread(mine), spread(theirs));
        for (a, b) in mine.iter().flat_map(|&a| theirs.iter().map(move |&b| (a.min(b), a.max(b)))) {
            if !linked.contains(&(a, b))
                && let Some(weight) = alignment.weight_of_unlinked(a, b)
            {
                self.add(weight, alignment.same_article(a, b));
            }
        }
    }

    fn add(&mut self, weight: f64, same_article: bool) {
        if same_article {
            self.within_article = Some(self.within_article.map_or(weight, |it| it.min(weight)));
        } else {
            self.strongest = Some(self.strongest.map_or(weight, |it| it.max(weight)));
        }
    }

    fn weight(&self) -> f64 {
        self.within_article.or(self.strongest).unwrap_or(APART)
    }
}

/// A large group speaks through some of its voices, evenly spread.
fn spread(members: &[usize]) -> Vec<usize> {
    let step = members.len().div_ceil(MOST_VOICES).max(1);
    members.iter().copied().step_by(step).collect()
}

fn mean(weights: impl Iterator<Item = f64>) -> Option<f64> {
    let (mut sum, mut count) = (0.0, 0.0);
    for weight in weights {
        sum += weight;
        count += 1.0;
    }
    (count > 0.0).then(|| sum / count)
}
