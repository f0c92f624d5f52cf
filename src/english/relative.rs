//! Clauses that only put an adjective behind its noun: `wiring that was faulty` is `faulty wiring`.

/// What opens such a clause.
const OPENING: &[&str] = &["that", "which", "who"];

/// The verbs in it.
const BEING: &[&str] = &["am", "are", "be", "been", "being", "had", "has", "have", "is", "was", "were"];

/// Words that make more of what follows the verb than an adjective.
const MORE: &[&str] = &["a", "an", "by", "in", "never", "no", "not", "of", "on", "the", "to"];

/// The most words that can be the adjective: `badly damaged`.
const LONGEST: usize = 2;

/// A text that ends with such a clause, with the adjective where it stands without.
pub(crate) fn in_front(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is = |list: &[&str], word: &str| list.iter().any(|it| word.eq_ignore_ascii_case(it));
    let opens = words.iter().rposition(|word| is(OPENING, word)).filter(|at| *at > 0)?;
    let verbs = words.iter().skip(opens + 1).take_while(|word| is(BEING, word)).count();
    let adjective = words.get(opens + 1 + verbs..)?;
    let plain = |word: &&str| !is(MORE, word) && word.chars().all(|it| it.is_alphabetic() || it == '-');
    let short = (1..=LONGEST).contains(&adjective.len()) && adjective.iter().all(plain);
    let (before, noun) = words.get(..opens)?.split_at_checked(opens - 1)?;
    (verbs > 0 && short && noun.iter().all(plain)).then(|| [before, adjective, noun].concat().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_adjective_goes_before_its_noun() {
        for (text, plain) in [
            ("wiring that was faulty", Some("faulty wiring")),
            ("a fire in a house that had been badly damaged", Some("a fire in a badly damaged house")),
            ("a driver who was drunk", Some("a drunk driver")),
            ("wiring that was not faulty", None),
            ("a house that was hit by a tree", None),
            ("the man who fled", None),
            ("that was close", None),
        ] {
            assert_eq!(in_front(text).as_deref(), plain, "{text}");
        }
    }
}
