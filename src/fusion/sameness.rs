//! Whether two names are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sameness {
    Same,
    Compatible,
    Different,
}

pub(super) fn same_name(a: &str, b: &str) -> Sameness {
    if a.eq_ignore_ascii_case(b) { Sameness::Same } else { Sameness::Different }
}

pub(super) fn opposite<'a>(_: &'a [String], _: &'a [String]) -> Option<(&'a str, &'a str)> {
    None
}
