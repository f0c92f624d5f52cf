//! Short forms of given names, from the table in `given.txt`: Joe for Joseph, Bill and Will for William.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::RandomState;

/// The full names that a name may stand for: those it is short for, and itself. Looked up only.
static FULL: LazyLock<HashMap<&'static str, Vec<&'static str>, RandomState>> = LazyLock::new(|| {
    let mut table: HashMap<&str, Vec<&str>, RandomState> = HashMap::default();
    for line in include_str!("given.txt").lines().filter(|line| !line.starts_with('#')) {
        let full = line.split(' ').next().unwrap_or(line);
        for name in line.split(' ') {
            table.entry(name).or_default().push(full);
        }
    }
    table
});

/// Whether two given names, in lower case, may be one: the same, one short for the other, or both short for a third.
pub fn same_given_name(a: &str, b: &str) -> bool {
    let full = |name: &str| FULL.get(name).map_or(&[][..], Vec::as_slice);
    a == b || full(a).iter().any(|name| full(b).contains(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_are_alike_and_full_names_are_not() {
        for (a, b) in [("joe", "joseph"), ("bill", "will"), ("liz", "elizabeth"), ("alex", "alexandra")] {
            assert!(same_given_name(a, b) && same_given_name(b, a), "{a} / {b}");
        }
        for (a, b) in [("alexander", "alexandra"), ("joe", "john"), ("jill", "joe"), ("xavier", "zoe")] {
            assert!(!same_given_name(a, b) && !same_given_name(b, a), "{a} / {b}");
        }
    }
}
