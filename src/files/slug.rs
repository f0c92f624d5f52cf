//! Labels as names of files and pins.

/// The most characters of a label that a name is made of.
const LONGEST: usize = 48;

/// The words of a label in lower case, joined by hyphens, as many as make a handy name.
pub fn slug(label: &str) -> String {
    let lower = label.to_lowercase();
    let mut slug = String::new();
    for word in lower.split(|it: char| !it.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !slug.is_empty() && slug.chars().count() + word.chars().count() >= LONGEST {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(word.chars().take(LONGEST));
    }
    if slug.is_empty() { "item".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, slug};

    #[test]
    fn names_are_words_in_lower_case() {
        assert_eq!(slug("OpenAI: date of restructuring"), "openai-date-of-restructuring");
        assert_eq!(slug("../../etc/passwd\0\n"), "etc-passwd");
        assert_eq!(slug("…"), "item");
        assert_eq!(slug(&"a".repeat(100)).len(), LONGEST);
    }
}
