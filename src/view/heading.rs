//! What a story is called that has no title: its folder in words, each as its claims spell it.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use super::Item;

/// A folder's words as they stand in the claims: `SVB collapse` for `svb-collapse`. What they never say stays as it is.
pub(super) fn of(name: &str, items: &[Item]) -> String {
    let words = name.rsplit('/').next().unwrap_or(name).replace(['-', '_'], " ");
    let mut spelled: BTreeMap<String, Spellings<'_>> =
        words.split_whitespace().map(|word| (plain(word), BTreeMap::new())).collect();
    for claim in items.iter().flat_map(|item| &item.claims) {
        for text in [&claim.subject, &claim.attribute, &claim.value].into_iter().chain(&claim.quote) {
            take(text, &mut spelled);
        }
    }
    let usual = |(at, word): (usize, &str)| {
        let found = spelled.get(&plain(word)).into_iter().flatten();
        match found.max_by_key(|(_, times)| **times) {
            Some((usual, _)) if at == 0 && !usual.contains(char::is_uppercase) => capital(usual),
            Some((usual, _)) => (*usual).to_owned(),
            None => word.to_owned(),
        }
    };
    let told: Vec<String> = words.split_whitespace().enumerate().map(usual).collect();
    if told.is_empty() { name.to_owned() } else { told.join(" ") }
}

/// The spellings of a word, with how often each stands where it says something.
type Spellings<'t> = BTreeMap<&'t str, usize>;

/// Counts how a text spells the words asked for. Its first word begins with a capital anyway, so that counts only where
/// nothing else does.
fn take<'t>(text: &'t str, spelled: &mut BTreeMap<String, Spellings<'t>>) {
    let words = text.split(|it: char| !it.is_alphanumeric()).filter(|word| !word.is_empty());
    for (at, word) in words.enumerate() {
        let begins = at == 0 && !word.chars().skip(1).any(char::is_uppercase);
        if let Some(times) = spelled.get_mut(&plain(word)) {
            *times.entry(word).or_default() += usize::from(!begins);
        }
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A word in small letters without accents.
fn plain(word: &str) -> String {
    word.nfkd().filter(|it| it.is_alphanumeric()).collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_spelled_as_most_texts_do_and_not_as_they_begin() {
        let texts = ["Bridge of SVB", "the SVB", "Storm over the bridge", "iPhone", "in Ciarán"];
        let spelled = |word: &str| {
            let mut found = BTreeMap::from([(plain(word), Spellings::new())]);
            for text in texts {
                take(text, &mut found);
            }
            found.into_values().flatten().max_by_key(|(_, times)| *times).map(|(word, _)| word)
        };
        assert_eq!(spelled("svb"), Some("SVB"));
        assert_eq!(spelled("bridge"), Some("bridge"));
        assert_eq!(spelled("storm"), Some("Storm"), "where nothing else is known");
        assert_eq!(spelled("iphone"), Some("iPhone"));
        assert_eq!(spelled("ciaran"), Some("Ciarán"));
        assert_eq!(spelled("quake"), None);
    }
}
