//! An outlet's name taken apart: who published the text, and whose text it is where the name says so.

use crate::english::names::other::one_name;

/// Agencies, by the one name that each is known by: in brackets behind an outlet's name, whose copy the article is.
const AGENCIES: &[&str] = &[
    "associated press",
    "australian associated press",
    "agence france presse",
    "reuters",
    "deutsche presse agentur",
    "press association",
    "united press international",
    "press trust of india",
    "asian news international",
    "xinhua",
    "tass",
    "ria novosti",
    "kyodo",
    "yonhap",
    "anadolu",
    "agencia efe",
    "austria presse agentur",
    "saudi press agency",
    "bloomberg",
    "dow jones",
];

/// Words before the name of whoever wrote the text: `World Report (rewrites AP)`.
const BEFORE: &[&str] = &["rewrites ", "rewriting ", "with ", "citing ", "from ", "source: ", "text: "];

/// Words behind it: `KSL TV (AP text)`.
const BEHIND: &[&str] = &[" text", " copy", " wire", " story", " feed"];

/// Words before whoever only passes the text on: `Reuters (at nasdaq.com)`.
const HOSTED: &[&str] = &["at ", "via ", "on "];

/// An outlet's name taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct OutletName<'a> {
    /// Who stands for the text.
    pub(super) name: &'a str,
    /// Whose copy it is.
    pub(super) wire: Option<&'a str>,
}

/// Whether a name is that of an agency.
pub(super) fn is_agency(name: &str) -> bool {
    one_name(name).is_some_and(|it| AGENCIES.contains(&it))
}

pub(super) fn taken_apart(outlet: &str) -> OutletName<'_> {
    let (name, note) = match outlet.trim().strip_suffix(')').and_then(|it| it.rsplit_once(" (")) {
        Some((name, note)) => (name.trim(), note.trim()),
        None => (outlet.trim(), ""),
    };
    // `AP via Cheddar`: the text is AP's, wherever it is read.
    let name = name.split_once(" via ").map_or(name, |(author, _)| author.trim());
    let wire = author_of(note).or_else(|| {
        let (first, second) = name.split_once('/')?;
        [first, second].into_iter().map(str::trim).find(|it| is_agency(it))
    });
    OutletName { name, wire: wire.or_else(|| is_agency(name).then_some(name)) }
}

/// Whose text a note in brackets says it is.
fn author_of(note: &str) -> Option<&str> {
    if HOSTED.iter().any(|it| note.starts_with(it)) {
        return None;
    }
    let behind = BEHIND.iter().find_map(|it| note.strip_suffix(it));
    let before = BEFORE.iter().find_map(|it| note.strip_prefix(it));
    before.or(behind).or_else(|| is_agency(note).then_some(note)).map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::taken_apart;

    #[test]
    fn an_outlet_s_name_says_whose_text_it_prints() {
        for (outlet, name, wire) in [
            ("Valley TV (AP text)", "Valley TV", Some("AP")),
            ("Harbour News (rewrites AFP)", "Harbour News", Some("AFP")),
            ("Gadget Hour (Reuters)", "Gadget Hour", Some("Reuters")),
            ("Reuters (at ferry.example)", "Reuters", Some("Reuters")),
            ("AP via Cheese Times", "AP", Some("AP")),
            ("Coast Post (CNN text)", "Coast Post", Some("CNN")),
            ("dpa/MIA", "dpa/MIA", Some("dpa")),
            ("The Post (second page)", "The Post", None),
            ("Le Phare (French)", "Le Phare", None),
            ("The Sun (at mirror.example)", "The Sun", None),
            ("Harbour News", "Harbour News", None),
        ] {
            let found = taken_apart(outlet);
            assert_eq!((found.name, found.wire), (name, wire), "{outlet}");
        }
    }
}
