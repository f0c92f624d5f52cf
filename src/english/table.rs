//! A table of words that is looked up where it stands, as text: its lines are sorted, and where each begins is known when the
//! program is built, so that nothing is made of it when a run starts. People edit other files; a test makes these of them.

/// Sorted lines, each a key and, where there is more to say, a tab and what stands for the key.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    lines: &'static str,
    starts: &'static [usize],
}

/// A table of lines that are sorted by their bytes.
macro_rules! table {
    ($lines:expr) => {{
        const LINES: &str = $lines;
        static STARTS: [usize; $crate::english::table::count(LINES)] = $crate::english::table::starts(LINES);
        $crate::english::table::Table::new(LINES, &STARTS)
    }};
}
pub(crate) use table;

/// How many lines a text has.
pub(crate) const fn count(lines: &str) -> usize {
    let (mut at, mut count) = (0, 0);
    while at < lines.len() {
        count += if lines.as_bytes()[at] == b'\n' { 1 } else { 0 };
        at += 1;
    }
    count
}

/// Where each line of a text begins.
pub(crate) const fn starts<const COUNT: usize>(lines: &str) -> [usize; COUNT] {
    let mut starts = [0; COUNT];
    let (mut at, mut line) = (0, 1);
    while line < COUNT {
        at += 1;
        if lines.as_bytes()[at - 1] == b'\n' {
            starts[line] = at;
            line += 1;
        }
    }
    starts
}

impl Table {
    /// Lines, and where each begins.
    pub(crate) const fn new(lines: &'static str, starts: &'static [usize]) -> Self {
        Self { lines, starts }
    }

    /// What stands for a key.
    pub fn get(self, key: &str) -> Option<&'static str> {
        self.line(key).map(|it| it.1)
    }

    /// A key as the table has it.
    pub fn key(self, key: &str) -> Option<&'static str> {
        self.line(key).map(|it| it.0)
    }

    fn line(self, key: &str) -> Option<(&'static str, &'static str)> {
        self.from(key).next().filter(|it| it.0 == key)
    }

    /// The lines whose keys begin with a word: what follows it in the key, and what stands for both.
    pub fn behind(self, word: &str) -> impl Iterator<Item = (&'static str, &'static str)> + use<'_> {
        let follows = move |(key, value): (&'static str, &'static str)| {
            Some((key.strip_prefix(word)?.strip_prefix(' ')?, value))
        };
        self.from(word).skip_while(move |it| it.0 == word).map_while(follows)
    }

    /// How many words the longest key has that is a word or begins with it; 0 where none does.
    pub fn most_words(self, word: &str) -> usize {
        let rests = self.from(word).map_while(|it| it.0.strip_prefix(word));
        let rests = rests.take_while(|rest| rest.is_empty() || rest.starts_with(' '));
        rests.map(|rest| rest.split(' ').count()).max().unwrap_or(0)
    }

    /// The lines from the first one whose key is not below this one.
    fn from(self, key: &str) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        let line = |start: usize| self.lines.as_bytes().get(start..).unwrap_or_default().iter();
        let is_below =
            |&start: &usize| line(start).take_while(|it| !matches!(it, b'\t' | b'\n')).lt(key.as_bytes());
        let start = self.starts.get(self.starts.partition_point(is_below)).copied();
        self.lines.get(start.unwrap_or(self.lines.len())..).unwrap_or_default().lines().map(parts)
    }
}

fn parts(line: &'static str) -> (&'static str, &'static str) {
    line.split_once('\t').unwrap_or((line, ""))
}

/// Holds a file to be the table of these rows; `GAINSAY_UPDATE=1` writes it anew.
///
/// # Panics
/// Where the file is another one.
#[cfg(test)]
pub(crate) fn assert_file(path: &str, of: &str, rows: &std::collections::BTreeMap<String, String>) {
    use std::fmt::Write as _;
    let mut lines = format!("# Made of {of} by a test: GAINSAY_UPDATE=1 cargo test --lib table\n");
    for (key, value) in rows {
        assert!(key.as_str() > "#~" && !key.contains(['\t', '\n']), "{key}");
        let tab = if value.is_empty() { "" } else { "\t" };
        writeln!(lines, "{key}{tab}{value}").unwrap_or_default();
    }
    if std::env::var_os("GAINSAY_UPDATE").is_some() {
        std::fs::write(path, &lines).unwrap();
    }
    let file = std::fs::read_to_string(path).unwrap_or_default();
    assert!(file == lines, "{path} is not made of {of} as it is: GAINSAY_UPDATE=1 cargo test --lib table");
}

#[cfg(test)]
mod tests {
    use super::*;

    static TABLE: Table = table!("# of a test\na\t1\na b\t2\na c d\t3\nab\t4\nz\n");

    #[test]
    fn keys_are_found_and_others_are_not() {
        for (key, value) in [("a", "1"), ("a b", "2"), ("a c d", "3"), ("ab", "4"), ("z", "")] {
            assert_eq!(TABLE.get(key), Some(value), "{key}");
            assert_eq!(TABLE.key(key), Some(key));
        }
        for key in ["", "A", "a c", "b", "zz", "ä"] {
            assert_eq!(TABLE.get(key), None, "{key}");
        }
        assert_eq!(table!("").get("a"), None);
    }

    #[test]
    fn what_begins_with_a_word_is_found() {
        assert_eq!(TABLE.behind("a").collect::<Vec<_>>(), [("b", "2"), ("c d", "3")]);
        assert_eq!(TABLE.behind("ab").next(), None);
        for (word, most) in [("a", 3), ("ab", 1), ("z", 1), ("a c", 2), ("b", 0)] {
            assert_eq!(TABLE.most_words(word), most, "{word}");
        }
    }
}
