//! Two claims compared by the names in their labels.

use super::comparisons::Pair;
use super::label::Label;
use super::normalise::Concept;
use super::terms::{LABEL, Term};
use super::weights::{self, Level};

/// Names that weigh less than this in their article, in nats, stand in a third of its labels: it is about them.
const RUNNING: f64 = 2.0;

/// The names of one label beside the other claim.
#[derive(Clone, Copy, Debug, Default)]
struct Beside {
    /// The other label has one.
    shared: bool,
    /// The other article uses one that tells something, but not for its claim.
    withheld: bool,
    /// The other article never uses one that tells something.
    unheard: bool,
    /// The other label has one of the subject's.
    subject_shared: bool,
    /// The other article uses one of the subject's, but not for its claim.
    subject_withheld: bool,
    /// There is one in the attribute.
    object: bool,
    /// The other label has one of the attribute's.
    object_shared: bool,
}

impl Beside {
    fn new<'t>(
        pair: &Pair<'_>,
        mine: &Label,
        other: &Label,
        related: bool,
        find: impl Fn(Concept) -> Option<&'t Term>,
    ) -> Self {
        let mut all = Self::default();
        let names = mine.names.iter().filter(|it| !it.is_plain);
        for name in names.filter(|it| !pair.story.is_plain(it.concept, other.article)) {
            let likes = pair.story.spelled_like(name.concept).iter().map(|it| it.0);
            let found = || std::iter::once(name.concept).chain(likes.clone()).filter_map(&find);
            let (says, shared) = (found().next().is_some(), found().any(|it| it.is_in(LABEL)));
            let uses = pair.story.uses(other.article, name.concept);
            let tells = !related || name.weight > RUNNING;
            all.shared |= shared;
            all.withheld |= uses && !says && tells;
            all.unheard |= !uses && tells;
            all.subject_shared |= name.in_subject && shared;
            all.subject_withheld |= name.in_subject && uses && !says;
            all.object |= name.in_attribute;
            all.object_shared |= name.in_attribute && shared;
        }
        all
    }

    /// Whether the subject is another one than any that the other label names.
    fn is_another(self) -> bool {
        self.subject_withheld && !self.subject_shared
    }

    /// Whether the attribute names others than the other label does.
    fn relates_to_another(self) -> bool {
        self.object && !self.object_shared
    }
}

/// The names in the labels. A name tells two claims apart only where the other article uses it, too, but not for this
/// claim: an article that says `the bridge` throughout has no other name for it.
pub(super) fn names(pair: &Pair<'_>) -> &'static Level {
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
    match (mine.shared, mine.withheld, yours.withheld) {
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
