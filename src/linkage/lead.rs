//! What an article is mostly about: two articles on one event call it what they like, `the big fire` and `Smokehouse Creek`.

use std::collections::BTreeMap;

use super::normalise::Concept;

/// An article is about a subject that has at least two claims, and one in so many.
const LEAST: usize = 7;

/// What a claim's subject is to its article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct SubjectRole {
    /// No other subject of the article has more claims.
    pub(super) leads: bool,
    /// It is called by a name.
    pub(super) is_named: bool,
}

impl SubjectRole {
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

#[cfg(test)]
mod tests {
    use super::SubjectRole;

    #[test]
    fn an_article_is_about_the_subject_of_most_of_its_claims() {
        let of = |subjects: &[u32]| -> Vec<bool> {
            let subjects: Vec<_> = subjects.iter().map(|&it| (vec![it], false)).collect();
            SubjectRole::of_article(&subjects).iter().map(|it| it.leads).collect()
        };
        assert_eq!(of(&[1, 2, 1, 3]), [true, false, true, false]);
        assert_eq!(of(&[1, 2]), [false, false]);
        assert_eq!(of(&[1, 2, 3, 4, 5, 6, 7, 8]), [false; 8]);
        assert!(of(&[]).is_empty());
    }
}
