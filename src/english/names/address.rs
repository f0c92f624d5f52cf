//! Words around a person's name: how somebody is addressed, and which of several of one name it is.

/// Titles before a name.
const TITLES: &str = "\
    mr mrs ms miss dr prof professor sir dame lord lady ceo cfo cto coo chairman chairwoman chair president \
    vice-president gov governor sen senator rep representative secretary minister chancellor mayor judge justice \
    gen general col colonel lt sgt capt captain officer rev reverend pope king queen prince princess sheikh \
    founder co-founder director spokesman spokeswoman spokesperson adm admiral det detective sheriff attorney \
    mister madam madame messrs duchess baroness countess emperor empress herr frau monsieur mademoiselle senor \
    senora vice-chairman vice-chair commissioner superintendent inspector archbishop rabbi imam ayatollah maj \
    sergeant lieutenant corporal cpl brigadier cmdr congressman congresswoman councilman councilwoman councillor \
    councilor lawmaker ambassador";

/// Who is addressed by a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Addressed {
    /// `Mr`, `Sir`, `King`.
    Man,
    /// `Mrs`, `Ms`, `Dame`, `Queen`.
    Woman,
}

/// Who a title before a name is for, in lower case and without points; none where it is for anyone.
pub fn addressed(title: &str) -> Option<Addressed> {
    Some(match title {
        "mr" | "mister" | "messrs" | "sir" | "lord" | "king" | "prince" | "emperor" | "sheikh" | "herr"
        | "monsieur" | "senor" | "pope" => Addressed::Man,
        "mrs" | "ms" | "miss" | "madam" | "madame" | "dame" | "lady" | "queen" | "princess" | "duchess"
        | "baroness" | "countess" | "empress" | "frau" | "mademoiselle" | "senora" | "congresswoman"
        | "chairwoman" => Addressed::Woman,
        _ => return None,
    })
}

/// Whether a word is a title before a name, in lower case and without points.
pub fn is_title(word: &str) -> bool {
    TITLES.split_whitespace().any(|title| title == word)
}

/// What stands behind a person's name and tells no two of them apart: degrees and honours.
pub fn is_honour(word: &str) -> bool {
    matches!(word, "phd" | "md" | "esq" | "kc" | "qc" | "mp" | "obe" | "mbe" | "cbe" | "jd" | "rn" | "cpa")
}

/// Which of several persons of one name somebody is, by the word behind the name, in lower case and without points: 1 for
/// `Sr.` and `I`, 2 for `Jr.` and `II`, and so on; none for any other word.
pub fn generation(word: &str) -> Option<u8> {
    Some(match word {
        "sr" | "snr" | "senior" => 1,
        "jr" | "jnr" | "junior" | "2nd" | "2d" => 2,
        "3rd" | "3d" => 3,
        "4th" => 4,
        "5th" => 5,
        _ => return roman(word),
    })
}

/// A Roman numeral up to 39, in lower case and in its only right form.
fn roman(word: &str) -> Option<u8> {
    const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let tens = word.bytes().take_while(|letter| *letter == b'x').take(3).count();
    let rest = word.get(tens..)?;
    let ones = ONES.iter().position(|ones| *ones == rest)?;
    u8::try_from(tens * 10 + ones).ok().filter(|number| *number > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn generations_and_regnal_numbers() {
        for (word, number) in [
            ("sr", 1),
            ("jr", 2),
            ("i", 1),
            ("ii", 2),
            ("iv", 4),
            ("ix", 9),
            ("xiv", 14),
            ("xvi", 16),
            ("xxiii", 23),
        ] {
            assert_eq!(generation(word), Some(number), "{word}");
        }
        for none in ["", "iiii", "vx", "kane", "mix", "vi."] {
            assert_eq!(generation(none), None, "{none}");
        }
    }
}
