//! Spellings of one name: what newsrooms write in several ways, and what may be a misspelling.

/// Whether two parts of a name differ by one letter or by a usual spelling, so that they may be one.
pub(super) fn is_nearly(mine: &str, yours: &str) -> bool {
    is_a_letter_apart(mine, yours) || SPELLINGS.iter().any(|row| is_in(row, mine) && is_in(row, yours))
}

/// Names that newsrooms spell in several ways, where [`sound`] does not tell.
const SPELLINGS: &[&str] = &[
    "john jon",
    "sean shaun shawn",
    "jeffrey jeffery geoffrey",
    "catherine katherine kathryn catharine",
    "muhammad mohammed mohamed mohammad muhammed",
    "yusuf yousef youssef yousuf",
    "ahmed ahmad",
    "hussein husain hossein",
    "dmitry dmitri dimitri",
    "alexander aleksandr alexandr",
    "sergei sergey serhiy",
];

fn is_in(row: &str, name: &str) -> bool {
    row.split(' ').any(|word| word == name)
}

fn is_a_letter_apart(a: &str, b: &str) -> bool {
    let sign = |name: &str| name.chars().next_back().filter(|it| matches!(it, '+' | '-' | '#'));
    if sign(a).zip(sign(b)).is_some_and(|(mine, yours)| mine != yours) {
        return false;
    }
    let (mine, yours) = (a.chars().count(), b.chars().count());
    mine.min(yours) >= 4 && mine.abs_diff(yours) <= 1 && strsim::damerau_levenshtein(a, b) == 1
}

/// A name without what spellings of it differ in: `Stephen` and `Steven`, `Philipp` and `Filip`.
pub(super) fn sound(name: &str) -> String {
    let folded = name.replace("ph", "f").replace("ck", "k").replace("th", "t");
    let mut out = String::with_capacity(folded.len());
    for c in folded.chars() {
        let c = match c {
            'v' | 'w' => 'f',
            'c' => 'k',
            'y' => 'i',
            'z' => 's',
            c => c,
        };
        if !out.ends_with(c) {
            out.push(c);
        }
    }
    out
}
