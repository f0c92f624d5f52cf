//! Where a report says it was written: `MILAN — `, `LONDON (AP) — `, `REYKJAVIK, Iceland (Reuters) - `.

/// The dashes that end a dateline.
const DASHES: &[&str] = &[" — ", " – ", " - ", " -- ", "— ", " —", ".- "];

/// No dateline is longer.
const LONGEST: usize = 70;

/// The bytes of the dateline that a sentence begins with; 0 where it begins with none.
pub(super) fn dateline(sentence: &str) -> usize {
    let dash = |dash: &&str| sentence.find(*dash).map(|at| (at, at + dash.len()));
    let Some((at, end)) = DASHES.iter().filter_map(dash).min() else { return 0 };
    let (head, rest) = (sentence.get(..at).unwrap_or_default(), sentence.get(end..).unwrap_or_default());
    // Of `— ` and ` —` either may be found first.
    let end = end + rest.len() - rest.trim_start().len();
    let begins = rest.trim_start_matches(['“', '"', '‘', '\'', ' ']).chars().next();
    let opens = begins.is_some_and(|it| it.is_uppercase() || it.is_ascii_digit());
    if at <= LONGEST && opens && is_dateline(head.trim()) { end } else { 0 }
}

/// Whether words are a place in capitals, or a place with an agency in brackets behind it; land and day may follow.
fn is_dateline(head: &str) -> bool {
    let (place, agency) = match head.split_once('(') {
        Some((place, agency)) => (place.trim(), agency.strip_suffix(')')),
        None => (head, None),
    };
    let named = |word: &str| word.starts_with(|it: char| it.is_uppercase() || it.is_ascii_digit());
    let bare = |word: &str| word.trim_matches(|it: char| !it.is_alphanumeric()).to_owned();
    let plain = place
        .split_whitespace()
        .map(bare)
        .filter(|it| !it.is_empty())
        .all(|it| named(&it) || is_particle(&it));
    let town = place.split(',').next().unwrap_or_default();
    let capitals =
        town.chars().filter(|it| it.is_alphabetic()).count() >= 3 && !town.contains(char::is_lowercase);
    // `Berlin, 3 May 2026 – `
    let dated = place.split_once(',').is_some_and(|(_, rest)| rest.contains(|it: char| it.is_ascii_digit()));
    let agency = agency.is_some_and(|it| it.starts_with(char::is_uppercase));
    plain && (capitals || dated || agency)
}

fn is_particle(word: &str) -> bool {
    matches!(word, "de" | "la" | "el" | "al" | "of" | "and" | "the" | "upon" | "sur" | "am")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_agencies_at_the_beginning_are_datelines() {
        for (head, rest) in [
            ("MILAN — ", "A landslide tore through a village."),
            ("LONDON (AP) — ", "British chain Marlow's agreed."),
            ("REYKJAVIK, Iceland (Reuters) - ", "An Icelandic trawler sank."),
            ("SEOUL, South Korea — ", "A court ruled."),
            ("WASHINGTON, Dec. 3 (UPI) -- ", "The Senate voted."),
            ("Rio de Janeiro (AFP) – ", "\"It is over,\" he said."),
            ("ST. LOUIS — ", "Four people died."),
            ("(Reuters) - ", "Shares fell."),
            ("Berlin, 3 May 2026 – ", "Power came back."),
            ("CARDIFF, Feb. 3 (Reuters) - ", "Four workers died."),
            ("MADRID, 6 May (EFE).- ", "The king left."),
        ] {
            assert_eq!(dateline(&format!("{head}{rest}")), head.len(), "{head}");
        }
        for text in [
            "NASA — which paid for it — declined to comment.",
            "The ship – A small one – sank.",
            "Shares fell 3% - Their worst day.",
            "Mayor Ann Lee — A former nurse — resigned.",
        ] {
            assert_eq!(dateline(text), 0, "{text}");
        }
    }
}
