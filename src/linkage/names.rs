//! Two claims compared by the names in their labels.

use super::label::Label;
use super::normalise::Concept;
use super::pair::CandidatePair;
use super::terms::{LABEL, Term};
use super::weights::{self, Level};

/// Names that weigh less than this in their article, in nats, stand in a third of its labels: it is about them.
const RUNNING: f64 = 2.0;

/// Some names of one label beside the other claim.
#[derive(Clone, Copy, Debug, Default)]
struct NameGroup {
    /// There are any.
    any: bool,
    /// The other label has one.
    shared: bool,
    /// The other article uses one, but not for its claim.
    withheld: bool,
}

impl NameGroup {
    fn take(&mut self, shared: bool, withheld: bool) {
        self.any = true;
        self.shared |= shared;
        self.withheld |= withheld;
    }
}

/// The names of one label beside the other claim.
#[derive(Clone, Copy, Debug, Default)]
struct Beside {
    /// All of them; only those that tell something are withheld.
    all: NameGroup,
    /// Those of the subject, where it is nothing else.
    subject: NameGroup,
    /// Those of the attribute.
    attribute: NameGroup,
    /// The other article never uses one that tells something.
    unheard: bool,
}

impl Beside {
    fn new<'t>(
        pair: &CandidatePair<'_>,
        mine: &Label,
        other: &Label,
        related: bool,
        find: impl Fn(Concept) -> Option<&'t Term>,
    ) -> Self {
        let mut found = Self::default();
        let names = mine.names.iter().filter(|it| !it.is_plain);
        for name in names.filter(|it| !pair.story.is_plain(it.concept, other.article)) {
            let likes = pair.story.spelled_like(name.concept).iter().map(|it| it.0);
            let said = || std::iter::once(name.concept).chain(likes.clone()).filter_map(&find);
            let shared = said().any(|it| it.is_in(LABEL));
            let uses = pair.story.uses(other.article, name.concept);
            let withheld = uses && said().next().is_none();
            let tells = !related || name.weight > RUNNING;
            found.all.take(shared, withheld && tells);
            found.unheard |= !uses && tells;
            if name.in_subject {
                found.subject.take(shared, withheld);
            }
            if name.in_attribute {
                found.attribute.take(shared, withheld);
            }
        }
        found
    }

    /// Whether the subject is another one than any that the other label names.
    fn is_another(self) -> bool {
        self.subject.withheld && !self.subject.shared
    }

    /// Whether the attribute names others than the other label does.
    fn relates_to_another(self) -> bool {
        self.attribute.any && !self.attribute.shared
    }
}

/// The names in the labels. A name tells two claims apart only where the other article uses it, too, but not for this
/// claim: an article that says `the bridge` throughout has no other name for it.
pub(super) fn names(pair: &CandidatePair<'_>) -> &'static Level {
    let (a, b) = pair.labels();
    let related = a.subject.iter().any(|it| b.subject.contains(it));
    let mine = Beside::new(pair, a, b, related, |it| pair.two.in_b(it));
    let yours = Beside::new(pair, b, a, related, |it| pair.two.in_a(it));
    if mine.is_another() && yours.is_another() {
        return const { weights::NAMES.named("each is about another") };
    }
    if mine.relates_to_another() && yours.relates_to_another() {
        return const { weights::NAMES.named("each relates to another") };
    }
    match (mine.all.shared, mine.all.withheld, yours.all.withheld) {
        (true, true, true) => const { weights::NAMES.named("one shared, and each names another") },
        (true, false, false) => const { weights::NAMES.named("the same") },
        (true, _, _) => const { weights::NAMES.named("one names more") },
        (false, true, true) => const { weights::NAMES.named("each names another") },
        (false, false, false) => match (mine.unheard, yours.unheard) {
            (true, true) => {
                const { weights::NAMES.named("each names one that the other article never does") }
            }
            (false, false) => const { weights::NAMES.named("none") },
            _ => const { weights::NAMES.named("one names what the other article never does") },
        },
        (false, _, _) => const { weights::NAMES.named("one names what the other does not") },
    }
}
