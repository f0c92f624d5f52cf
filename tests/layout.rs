//! `gainsay fmt`: one layout for all, comments kept, nothing said otherwise than before.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::support::Desk;
use crate::support::laws::laws;
use gainsay::files::TextFile;
use gainsay::layout;
use proptest::prelude::*;

fn formatted(name: &str, text: &str) -> String {
    let file = Arc::new(TextFile::new(name, text));
    layout::formatted(&file).unwrap_or_else(|problems| panic!("{}\n{text}", problems[0].message))
}

const UNTIDY: &str = "
# about all

#:schema ../../docs/schema/claims.json
[[claim]] # the first
value='at least $10 billion'# by hand
# whose
subject = \"Amazon\"


quote    =   \"investing at least $10 billion\"
attribute = \"planned investment\"
according_to = [ \"Reuters\" , \"Bloomberg\",]
# a note on the claim above

# of the next one
[[claim]]
subject = \"s\"
  attribute = \"a\"
value = [
  \"x\", # a comment in it
  \"y\"
]
[article]
published = 2025-12-17
outlet = \"Example Times\"
# the end";

const TIDY: &str = "#:schema ../../docs/schema/claims.json

[article]
outlet    = \"Example Times\"
published = 2025-12-17

# about all

[[claim]]  # the first
# whose
subject   = \"Amazon\"
attribute = \"planned investment\"
value     = 'at least $10 billion'  # by hand
quote     = \"investing at least $10 billion\"
according_to = [\"Reuters\", \"Bloomberg\"]
# a note on the claim above

# of the next one
[[claim]]
subject   = \"s\"
attribute = \"a\"
value     = [
  \"x\", # a comment in it
  \"y\"
]
# the end
";

#[test]
fn keys_get_their_order_and_comments_stay() {
    assert_eq!(formatted("a.toml", UNTIDY), TIDY);
    assert_eq!(formatted("a.toml", TIDY), TIDY);
}

#[test]
fn stories_and_settings_have_their_own_order() {
    let text = "currency='USD'\ntitle = 't'\n[scales]\ntalks = [['exploratory', 'early', 'preliminary'], ['progressing', 'negotiating'], 'advanced', 'agreed']\n[aliases]\n'B'=['C']\n\n\n'A'   = 'D'\n";
    let tidy = "title    = 't'\ncurrency = 'USD'\n\n[aliases]\n'B' = ['C']\n'A' = 'D'\n\n[scales]\ntalks = [\n    ['exploratory', 'early', 'preliminary'],\n    ['progressing', 'negotiating'],\n    'advanced',\n    'agreed',\n]\n";
    assert_eq!(formatted("claims/s/story.toml", text), tidy);
    assert_eq!(formatted("gainsay.toml", tidy), tidy);
}

#[test]
fn windows_line_ends_stay_and_a_byte_order_mark_too() {
    let desk = Desk::new(&[]);
    let text = format!("\u{feff}{}", UNTIDY.replace('\n', "\r\n"));
    desk.write("claims/s/a.toml", text.as_bytes());
    assert_eq!(desk.run(&["fmt"]).status(), 0);
    let there = std::fs::read_to_string(desk.path().join("claims/s/a.toml")).unwrap();
    assert_eq!(there, format!("\u{feff}{}", TIDY.replace('\n', "\r\n")));
    assert_eq!(desk.run(&["fmt", "--check"]).status(), 0);
}

#[test]
fn check_changes_nothing_and_says_what_would() {
    let desk = Desk::new(&[("claims/s/a.toml", UNTIDY), ("claims/s/b.toml", TIDY)]);
    let run = desk.run(&["fmt", "--check"]);
    assert_eq!((run.status(), run.out().as_str()), (1, "would change: claims/s/a.toml\n"));
    assert_eq!(std::fs::read_to_string(desk.path().join("claims/s/a.toml")).unwrap(), UNTIDY);
    assert_eq!(desk.run(&["fmt", "claims/s/b.toml", "--check"]).status(), 0, "only what is named");
    assert_eq!(desk.run(&["fmt"]).out(), "laid out: claims/s/a.toml\n");
    assert_eq!(desk.run(&["fmt"]).out(), "");
}

#[test]
fn a_broken_file_is_reported_and_the_others_are_laid_out() {
    let desk = Desk::new(&[("claims/s/a.toml", UNTIDY), ("claims/s/b.toml", "[article]\noutlet = “A”\n")]);
    let run = desk.run(&["fmt"]);
    assert_eq!(run.status(), 2);
    assert!(run.err().contains("b.toml:2:10") && run.err().contains("straight quotes"), "{}", run.err());
    assert_eq!(std::fs::read_to_string(desk.path().join("claims/s/a.toml")).unwrap(), TIDY);
    assert_eq!(desk.run(&["fmt", "nowhere"]).status(), 2);
    assert_eq!(Desk::new(&[]).run(&["fmt"]).status(), 3);
}

#[test]
fn the_shipped_claims_are_laid_out() {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_gainsay"));
    let run = command.args(["fmt", "--check"]).output().unwrap();
    assert_eq!(run.status.code(), Some(0), "{}", String::from_utf8_lossy(&run.stdout));
}

/// A table's lines in any order, with blanks and comments among them.
fn lines(keys: &'static [&'static str]) -> impl Strategy<Value = String> {
    let value = prop_oneof![
        Just("\"at least $10 billion\"".to_owned()),
        Just("'it''s'".to_owned()).prop_map(|_| "'single'".to_owned()),
        Just("[ \"a\",\"b\" , ]".to_owned()),
        Just("[\n  \"a\", # why\n  \"b\"\n]".to_owned()),
        Just("\"\"\"\nsome\n# no comment\ntext\"\"\"".to_owned()),
        Just("2025-12-17".to_owned()),
        Just("1_000".to_owned()),
        "[ -~]{0,12}".prop_map(|it| gainsay::claim::toml_text(&it)),
    ];
    let above =
        prop_oneof![Just(""), Just("\n"), Just("\n\n\n"), Just("# a note\n"), Just("  # one\n\n# two\n")];
    let behind = prop_oneof![Just(""), Just("   "), Just(" # here"), Just("# there  ")];
    let spaces = prop_oneof![Just("="), Just(" = "), Just("   =")];
    let line = (above, spaces, value, behind);
    let order = Just(keys.to_vec()).prop_shuffle();
    (order, proptest::collection::vec(line, keys.len())).prop_map(|(keys, lines)| {
        let line = |(key, (above, spaces, value, behind)): (&str, (&str, &str, String, &str))| {
            format!("{above}{key}{spaces}{value}{behind}\n")
        };
        keys.into_iter().zip(lines).map(line).collect()
    })
}

fn file() -> impl Strategy<Value = String> {
    let article = lines(&["outlet", "title", "published", "unknown-key"]);
    let claim = lines(&["subject", "attribute", "value", "quote", "according_to", "zzz"]);
    let gap = prop_oneof![
        Just(""),
        Just("\n"),
        Just("\n\n# of it\n"),
        Just("# after\n\n\n"),
        Just("# after\n\n# of it\n")
    ];
    let claims = proptest::collection::vec((gap.clone(), claim), 0..4);
    (gap.clone(), article, claims, gap, any::<bool>()).prop_map(|(first, article, claims, last, late)| {
        let article = format!("{first}[article]\n{article}");
        let claims = claims.iter().fold(String::new(), |all, (gap, claim)| all + gap + "[[claim]]\n" + claim);
        if late { format!("{claims}{article}{last}") } else { format!("{article}{claims}{last}") }
    })
}

fn comments(text: &str) -> BTreeSet<(String, usize)> {
    let lines = text.lines().map(str::trim).filter(|line| line.starts_with('#'));
    let mut found: Vec<String> = lines.map(str::to_owned).collect();
    found.sort();
    found.iter().map(|line| (line.clone(), found.iter().filter(|it| *it == line).count())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..laws(256) })]

    #[test]
    fn laying_out_twice_is_laying_out_once_and_says_the_same(text in file()) {
        let once = formatted("a.toml", &text);
        prop_assert_eq!(&formatted("a.toml", &once), &once, "from\n{}", text);
        let data = |text: &str| toml::from_str::<toml::Table>(text).unwrap();
        prop_assert_eq!(data(&text), data(&once));
        prop_assert_eq!(comments(&text), comments(&once), "from\n{}\nto\n{}", text, once);
        let blank = |line: &str| line.ends_with(' ') || line.ends_with('\t');
        let inside = text.contains("\"\"\"") || text.contains("why");
        prop_assert!(inside || !once.lines().any(blank) && !once.contains("\n\n\n"), "{}", once);
    }
}
