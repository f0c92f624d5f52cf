//! Ids that anyone can recompute: `printf 'gainsay-conflict/2\nSTORY\nVALUE\nVALUE\n' | sha256sum | cut -c1-12`.

use sha2::{Digest, Sha256};

/// How many hexadecimal digits of the hash an id has.
const DIGITS: usize = 12;

/// The id of a data item: its story and its label.
pub fn item_id(story: &str, label: &str) -> String {
    hashed(&["gainsay-item/1", story, label])
}

/// The id of a contradiction: its story and what its two values mean, in order of their bytes. Nothing else is part of it:
/// labels and outlets come and go with articles.
pub fn conflict_id(story: &str, a: &str, b: &str) -> String {
    hashed(&["gainsay-conflict/2", story, a.min(b), a.max(b)])
}

/// What a contradiction is called where another fact of the story has the same two values and each needs a name of its own:
/// the label of the first of its claims tells them apart.
pub fn conflict_id_of(story: &str, a: &str, b: &str, claim: &str) -> String {
    hashed(&["gainsay-conflict/2", story, a.min(b), a.max(b), claim])
}

/// The id that a contradiction had under the first recipe: its story, its item and its two values as understood.
pub fn first_conflict_id(story: &str, item: &str, a: &str, b: &str) -> String {
    hashed(&["gainsay-conflict/1", story, item, a.min(b), a.max(b)])
}

/// The id of a problem in a file: the file, and what is wrong there, wherever in it that stands.
pub fn problem_id(file: &str, message: &str) -> String {
    hashed(&["gainsay-problem/1", file, message])
}

/// The first digits of the SHA-256 of the lines, each with its line feed.
pub(crate) fn hashed<'l>(lines: impl IntoIterator<Item = &'l &'l str>) -> String {
    let mut hash = Sha256::new();
    for line in lines {
        for part in line.split_inclusive('\n') {
            match part.strip_suffix('\n') {
                Some(part) => {
                    hash.update(part);
                    hash.update(b" ");
                }
                None => hash.update(part),
            }
        }
        hash.update(b"\n");
    }
    let bytes = hash.finalize();
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.take(DIGITS).filter_map(|digit| char::from_digit(u32::from(digit), 16)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_what_sha256sum_says() {
        // printf 'gainsay-item/1\ns\nl\n' | sha256sum
        assert_eq!(item_id("s", "l"), "16e34b35a475");
    }

    #[test]
    fn the_order_of_values_makes_no_difference() {
        assert_eq!(conflict_id("s", "x", "y"), conflict_id("s", "y", "x"));
        assert_ne!(conflict_id("s", "x", "y"), conflict_id("s", "x", "z"));
        assert_ne!(conflict_id("s", "x", "y"), conflict_id_of("s", "x", "y", "l"));
    }
}
