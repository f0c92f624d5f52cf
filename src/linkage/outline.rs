//! What can be known at a glance of how alike two words are spelled.

/// How long a word is, and which letters it has.
#[derive(Clone, Copy, Debug)]
pub(super) struct Outline {
    pub(super) length: u32,
    pub(super) first: Option<char>,
    /// A bit for each letter.
    letters: u64,
}

impl Outline {
    pub(super) fn of(word: &str) -> Self {
        let letters = word.chars().fold(0, |letters, it| letters | 1_u64 << (u32::from(it) % 64));
        let length = u32::try_from(word.chars().count()).unwrap_or(u32::MAX);
        Self { length, first: word.chars().next(), letters }
    }

    /// How alike the two can be at most, by Jaro-Winkler. Jaro's similarity is the mean of the shares of letters that match and
    /// 1 at most; Winkler's adds at most four tenths of what is missing, where the first letters are one. Letters that the
    /// other lacks match nothing.
    pub(super) fn most_alike(&self, other: &Self) -> f64 {
        let lacking = |these: u64, those: u64| f64::from((these & !those).count_ones());
        let (mine, yours) = (f64::from(self.length), f64::from(other.length));
        let matching =
            (mine - lacking(self.letters, other.letters)).min(yours - lacking(other.letters, self.letters));
        let jaro = (matching / mine + matching / yours + 1.0) / 3.0;
        if self.first == other.first { jaro + 0.4 * (1.0 - jaro) } else { jaro }
    }
}
