//! Short forms of given names, from the table in `given.txt`: Joe for Joseph, Bill and Will for William.

use super::address::Addressed;
use crate::english::table::{Table, table};

/// The full names that a name may stand for: those it is short for, and itself.
static FULL: Table = table!(include_str!("given.sorted.txt"));

/// Whether two given names, in lower case, may be one: the same, one short for the other, or both short for a third.
pub fn same_given_name(a: &str, b: &str) -> bool {
    let full = |name: &str| FULL.get(name).into_iter().flat_map(|names| names.split(' '));
    a == b || full(a).any(|name| full(b).any(|other| other == name))
}

/// Common given names that hardly a woman has.
const MEN: &str = "\
    aaron adam ahmed alan albert alejandro alexander ali andre andreas andrew anthony antonio arthur ben \
    benjamin bjorn brian bruno carl carlos charles christopher craig daniel david dennis diego donald \
    douglas edward emmanuel eric erik ethan fernando francesco frank gary george giovanni gordon gregory \
    hans harold harry hassan henry hiroshi hugo ian ibrahim ivan jack jacob james jason jeffrey jeremy \
    john jonathan jorge jose joseph joshua juan karl keith kenneth kevin klaus lars lawrence leonard \
    liam louis luis magnus marco mark martin matthew michael miguel mohammed muhammad nicholas nigel \
    oliver omar oscar otto patrick paul pedro peter philip pierre rafael raymond richard robert roger \
    ronald rupert samuel scott sergei simon stefan stephen steven sven terence thomas timothy vladimir \
    walter wilhelm william wolfgang";

/// Common given names that hardly a man has.
const WOMEN: &str = "\
    abigail agnes alice alison amanda amy ana andrea angela anita ann anna anne annika astrid audrey \
    barbara beatrice brenda brigitte camilla carmen carol caroline catherine charlotte christina \
    christine claire clara claudia cynthia deborah debra denise diana donna dorothy eleanor elena \
    elisabeth elizabeth ellen emily emma erika esther eva fatima fiona frances gabriela gloria greta \
    hannah heather heidi helen helena hilary ida inge ingrid irene isabel isabella jane janet jennifer \
    jessica joan joanna joanne josephine joyce judith julia julie karen katherine kathleen kirsten laura \
    leila lena linda lisa louise lucia lucy magdalena margaret margarete maria marie marta martha mary \
    melissa michelle miriam monica monika nancy natalia natalie nicola olga olivia pamela patricia paula \
    rachel rebecca renate rita rosa rosemary ruth sandra sarah sharon sigrid silvia simone sofia sonia \
    sophia sophie stephanie susan susanne sylvia teresa theresa ursula valerie vanessa veronica victoria \
    virginia yolanda";

/// Who a given name in lower case is for; none where it may be for anyone, or is not known.
pub fn is_for(name: &str) -> Option<Addressed> {
    let is_in = |names: &str| names.split(' ').any(|it| it == name);
    if is_in(MEN) {
        return Some(Addressed::Man);
    }
    is_in(WOMEN).then_some(Addressed::Woman)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::table;

    #[test]
    fn the_table_has_the_full_names_by_those_that_stand_for_them() {
        let mut rows: std::collections::BTreeMap<String, Vec<&str>> = std::collections::BTreeMap::new();
        for line in include_str!("given.txt").lines().filter(|line| !line.starts_with('#')) {
            let full = line.split(' ').next().unwrap_or(line);
            for name in line.split(' ') {
                rows.entry(name.to_owned()).or_default().push(full);
            }
        }
        let rows = rows.into_iter().map(|(name, full)| (name, full.join(" "))).collect();
        table::assert_file("src/english/names/given.sorted.txt", "given.txt", &rows);
    }

    #[test]
    fn no_given_name_is_for_both() {
        assert!(MEN.split(' ').is_sorted() && WOMEN.split(' ').is_sorted());
        assert!(MEN.split(' ').all(|name| !WOMEN.split(' ').any(|it| it == name)));
        assert_eq!(is_for("ingrid"), Some(Addressed::Woman));
        assert_eq!(is_for("alex"), None);
    }

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
