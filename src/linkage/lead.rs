//! What an article is mostly about: two articles on one event call it what they like, `the big fire` and `Smokehouse Creek`.

use std::collections::BTreeMap;

use super::comparisons::Pair;
use super::label::Label;
use super::normalise::Concept;
use super::weights::{LEADS, Level};

/// An article is about a subject that has at least two claims, and one in so many.
const LEAST: usize = 7;

/// What a claim's subject is to its article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Lead {
    /// No other subject of the article has more claims.
    leads: bool,
    /// It is called by a name.
    is_named: bool,
}

impl Lead {
    /// By the subjects of an article's claims, each with whether it is called by a name.
    pub(super) fn of_article(subjects: &[(Vec<Concept>, bool)]) -> Vec<Self> {
        let mut counts: BTreeMap<&[Concept], usize> = BTreeMap::new();
        for (subject, _) in subjects {
            *counts.entry(subject).or_default() += 1;
        }
        let most = counts.values().copied().max().unwrap_or_default();
        let tells = most > 1 && most * LEAST >= subjects.len();
        let leads = |subject: &[Concept]| tells && counts.get(subject) == Some(&most);
        subjects
            .iter()
            .map(|(subject, is_named)| Self { leads: leads(subject), is_named: *is_named })
            .collect()
    }
}

/// Whether the subjects are one, and else, whether they are what the two articles are about.
pub(super) fn leads(pair: &Pair<'_>) -> &'static Level {
    let (a, b) = pair.labels();
    match (shared(a, b), a.lead.leads, b.lead.leads) {
        (Shared::All, ..) => const { LEADS.named("one subject") },
        (Shared::Some, ..) => const { LEADS.named("subjects with a common word") },
        // Two stories are about two things.
        (Shared::None, true, true) if a.story == b.story => {
            if a.lead.is_named && b.lead.is_named {
                const { LEADS.named("each what its article is about, by two names") }
            } else {
                const { LEADS.named("each what its article is about") }
            }
        }
        (Shared::None, true, _) | (Shared::None, _, true) if a.lead.is_named && b.lead.is_named => {
            const { LEADS.named("one what its article is about, and another name") }
        }
        (Shared::None, ..) => const { LEADS.named("others") },
    }
}

/// How much of their words two subjects share.
enum Shared {
    All,
    Some,
    None,
}

fn shared(a: &Label, b: &Label) -> Shared {
    match a.subject == b.subject {
        true => Shared::All,
        false if a.subject.iter().any(|it| b.subject.binary_search(it).is_ok()) => Shared::Some,
        false => Shared::None,
    }
}

#[cfg(test)]
mod tests {
    use super::Lead;

    #[test]
    fn an_article_is_about_the_subject_of_most_of_its_claims() {
        let of = |subjects: &[u32]| -> Vec<bool> {
            let subjects: Vec<_> = subjects.iter().map(|&it| (vec![it], false)).collect();
            Lead::of_article(&subjects).iter().map(|it| it.leads).collect()
        };
        assert_eq!(of(&[1, 2, 1, 3]), [true, false, true, false]);
        assert_eq!(of(&[1, 2]), [false, false]);
        assert_eq!(of(&[1, 2, 3, 4, 5, 6, 7, 8]), [false; 8]);
        assert!(of(&[]).is_empty());
    }
}
