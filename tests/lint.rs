//! Every rule fires where it should, keeps quiet where it should, and can be explained.
#![allow(clippy::unwrap_used, clippy::string_slice, reason = "a test that can't go on has failed")]

use std::fmt::Write as _;

use std::collections::BTreeSet;

use crate::support::{Desk, Run};
use gainsay::lint::{self, Rule};

/// A desk with the files of an example; `\xE9` stands for the byte, which no text can hold.
fn desk(example: &str) -> Desk {
    let desk = Desk::new(&[]);
    for (path, text) in Rule::files(example) {
        let mut bytes = Vec::new();
        let mut pieces = text.split("\\xE9");
        bytes.extend(pieces.next().unwrap().bytes());
        for piece in pieces {
            bytes.push(0xE9);
            bytes.extend(piece.bytes());
        }
        desk.write(&path, &bytes);
    }
    desk
}

fn found(run: &Run) -> Vec<String> {
    let list = run.json();
    list.as_array().unwrap().iter().map(|it| it["rule"].as_str().unwrap_or("none").to_owned()).collect()
}

#[test]
fn every_example_is_of_a_rule() {
    let there = std::fs::read_dir("src/lint/catalogue/examples").unwrap();
    let there: BTreeSet<String> = there.map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    let both = |rule: &Rule| [format!("{}.right.txt", rule.name), format!("{}.wrong.txt", rule.name)];
    assert_eq!(there, lint::rules().flat_map(both).collect());
}

#[test]
fn the_wrong_example_of_each_rule_has_its_problem_and_the_right_one_none() {
    for rule in lint::rules() {
        let run = desk(rule.wrong).run(&["lint", "--format", "json"]);
        let rules = found(&run);
        assert!(rules.iter().all(|it| it == rule.name) && !rules.is_empty(), "{}: {rules:?}", rule.name);
        let list = run.json();
        for problem in list.as_array().unwrap() {
            let severity = problem["severity"].as_str().unwrap();
            assert_eq!(severity, rule.severity.name(), "{}", rule.name);
            assert!(!problem["hint"].as_str().unwrap().is_empty(), "{}: no hint", rule.name);
        }
        let status = if rule.severity.name() == "error" { 2 } else { 1 };
        assert_eq!(run.status(), status, "{}", rule.name);
        let run = desk(rule.right).run(&["lint", "--format", "json"]);
        assert_eq!(found(&run), Vec::<String>::new(), "{}: the right example", rule.name);
        assert_eq!(run.status(), 0, "{}", rule.name);
    }
}

/// Claim files that look like a problem and are none, each with the rule that must keep quiet.
const NEAR_MISSES: &[(&str, &str)] = &[
    (
        "unreadable-file",
        "\u{feff}[article]\r\noutlet = \"Caf\u{e9} N\u{308}ews\"\r\n[[claim]]\r\nsubject = \"s\"\r\nattribute = \"a\"\r\nvalue = \"\\u00E9\"\r\n",
    ),
    (
        "no-article",
        "# The article may come last.\n[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = 1\n[article]\noutlet = \"A\"\n",
    ),
    (
        "no-claims",
        "claim = [{ subject = \"s\", attribute = \"a\", value = 1 }]\n[article]\noutlet = \"A\"\n# [[claim]]\n",
    ),
    ("missing-key", "[[claim]]\n\"value\" = false\n'attribute' = \"a\"\nsubject = \"s\"\n"),
    ("empty-text", "[[claim]]\nsubject = \"0\"\nattribute = \"a\"\nvalue = \"0\"\nquote = \"0\"\n"),
    (
        "no-text-file",
        "-- claims/story/a.toml --\n[article]\noutlet = \"A\"\ntext = \"../story/./the text of A.txt\"\n[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = 1\n-- the text of A.txt --\ns is 1\n",
    ),
    (
        "no-replaced-file",
        "-- claims/story/a.toml --\n[article]\noutlet = \"A\"\nreplaces = \"early version.toml\"\n[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = 1\n-- claims/story/early version.toml --\n[article]\noutlet = \"A\"\n[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = 2\n",
    ),
    (
        "circle-of-versions",
        "-- a.toml --\n[article]\noutlet = \"A\"\nreplaces = \"b.toml\"\n[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = 1\n-- b.toml --\n[article]\noutlet = \"A\"\nreplaces = \"c.toml\"\n[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = 2\n-- c.toml --\n[article]\noutlet = \"A\"\n[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = 3\n",
    ),
    (
        "versions-of-one-day",
        "-- a.toml --\n[article]\noutlet = \"A\"\nurl = \"https://a.example/s\"\npublished = 2026-01-06\n[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = 1\n-- b.toml --\n[article]\noutlet = \"A\"\nurl = \"http://www.a.example/s/#top\"\npublished = 2026-01-07\n[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = 2\n",
    ),
    (
        "unreadable-scale",
        "-- story.toml --\n[scales]\nferry = [\"missing\", [\"found\"]]\n-- a.toml --\n[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = 1\n",
    ),
    (
        "unreadable-tolerance",
        "-- story.toml --\n[tolerance]\nmoney = \"0.5 %\"\ncount = \"0%\"\n-- a.toml --\n[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = 1\n",
    ),
    (
        "file-beside-stories",
        "-- claims/example-times.toml --\n[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = 1\n",
    ),
    (
        "toml-1-1",
        "-- story.toml --\naliases = { \"A\" = [\n  \"B\", # a list may\n  \"C\",\n] }\n-- a.toml --\n[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = \"\\\\e and \\u001B and 07:32\"\n",
    ),
    ("broken-toml", "[[claim]]\nsubject = \"\"\"\nthe ship\"\"\"\nattribute = 'length'\nvalue = 9_48\n"),
    (
        "unknown-format",
        "-- story.toml --\nformat = 1\n[aliases]\n\"formats\" = [\"layouts\"]\n-- a.toml --\nformat = 1\n[article]\noutlet = \"A\"\n[[claim]]\nsubject = \"format\"\nattribute = \"a\"\nvalue = 2\n",
    ),
    ("unknown-table", "[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = 1\n# [[claims]]\n"),
    ("unknown-key", "[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = 1 # vlaue = 2\n"),
    (
        "wrong-type",
        "[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = 2025-12-17\naccording_to = \"Reuters\"\n",
    ),
    ("unknown-word", "[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = 1\ncertainty = \"Reported\"\n"),
    (
        "unknown-currency",
        "[article]\noutlet = \"A\"\ncurrency = \"usd\"\n[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = 1\n",
    ),
    (
        "unreadable-date",
        "[article]\noutlet = \"A\"\npublished = \"December 2025\"\n[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = 1\n",
    ),
    (
        "as-of-no-date",
        "[article]\noutlet = \"A\"\n[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = 1\nas_of = \"2 p.m. on May 4, 2025\"\n",
    ),
    (
        "ambiguous-date",
        "[article]\noutlet = \"A\"\npublished = \"31/12/2025\"\n[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = 1\n",
    ),
    (
        "text-outside",
        "-- a.toml --\n[article]\noutlet = \"A\"\ntext = \"../../claims/story/a.txt\"\n[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = 1\n-- a.txt --\ns is 1\n",
    ),
    (
        "key-below-table",
        "-- story.toml --\n[aliases]\n\"The Title Company\" = [\"Title\"]\n-- a.toml --\n[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = 1\n",
    ),
    (
        "quote-not-in-text",
        "-- a.toml --\n[article]\noutlet = \"A\"\ntext = \"a.txt\"\n[[claim]]\nsubject = \"Amazon\"\nattribute = \"a\"\nvalue = \"at least $10 billion\"\nquote = \"talks to invest 'at least $10 billion' … in [the company]\"\n-- a.txt --\nAmazon is in talks\nto invest ‘at least $10\u{a0}billion’ this year in OpenAI\n",
    ),
    (
        "quote-without-value",
        "[[claim]]\nsubject = \"OpenAI\"\nattribute = \"deal with AWS\"\nvalue = \"$38bn\"\nquote = \"a 38-billion-dollar deal\"\n",
    ),
    (
        "quote-without-value",
        "[[claim]]\nsubject = \"ship\"\nattribute = \"crew\"\nvalue = 22\nquote = \"all twenty-two crew are safe\"\n",
    ),
    (
        "quote-without-value",
        "[[claim]]\nsubject = \"ship\"\nattribute = \"day of the accident\"\nvalue = \"2025-12-16\"\nquote = \"the accident on Tuesday\"\n",
    ),
    (
        "hedge-differs",
        "[[claim]]\nsubject = \"cancellations\"\nattribute = \"number on Monday\"\nvalue = \"2,500\"\nquote = \"fell to 2,500, below the 3,000 of Friday\"\n",
    ),
    (
        "hedge-differs",
        "[[claim]]\nsubject = \"Titan\"\nattribute = \"time it can stay under\"\nvalue = \"96 hours\"\nquote = \"can stay under for 96 hours\"\n",
    ),
    (
        "hedge-differs",
        "[[claim]]\nsubject = \"Amazon\"\nattribute = \"investment\"\nvalue = \"over $8 billion\"\nquote = \"more than $8 billion\"\n",
    ),
    (
        "hedge-differs",
        "[[claim]]\nsubject = \"bank\"\nattribute = \"loan in dollars\"\nvalue = \"up to $108 billion\"\nquote = \"up to 100 billion Swiss francs ($108 billion)\"\n",
    ),
    (
        "hedge-differs",
        "[[claim]]\nsubject = \"Lahaina\"\nattribute = \"buildings gone\"\nvalue = \"at least 1,000\"\nquote = \"estimated that at least 1,000 buildings were gone\"\n",
    ),
    (
        "comma-in-credit",
        "[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = 1\naccording_to = \"Jane Roe, Treasury Secretary\"\n",
    ),
    (
        "no-claim",
        "[[claim]]\nsubject = \"the cause\"\nattribute = \"state of knowledge\"\nvalue = \"unknown to the police\"\n",
    ),
    (
        "unreadable-figure",
        "[[claim]]\nsubject = \"US government sites\"\nattribute = \"application they use\"\nvalue = \"Microsoft 360 and other tools\"\n",
    ),
    (
        "words-not-understood",
        "[[claim]]\nsubject = \"storm\"\nattribute = \"deaths\"\nvalue = \"12 dead, police said\"\n[[claim]]\nsubject = \"ranch\"\nattribute = \"size\"\nvalue = \"4,600 acres in Ward County, Ohio\"\n",
    ),
    (
        "weekday-not-of-date",
        "[[claim]]\nsubject = \"talks\"\nattribute = \"day reported\"\nvalue = \"Tuesday, December 16\"\nquote = \"on Tuesday, December 16\"\n",
    ),
    (
        "date-after-publication",
        "[[claim]]\nsubject = \"OpenAI\"\nattribute = \"date of listing\"\nvalue = \"October 2026\"\nquote = \"is expected to be listed in October 2026\"\n",
    ),
    (
        "published-in-future",
        "[article]\noutlet = \"A\"\npublished = \"1961-04-12\"\n[[claim]]\nsubject = \"flight\"\nattribute = \"year of the next one\"\nvalue = \"2205\"\nas_of = 1961-04-12\n",
    ),
    (
        "attribute-and-value-swapped",
        "[[claim]]\nsubject = \"the bank\"\nattribute = \"2019\"\nvalue = \"a bad year\"\n[[claim]]\nsubject = \"the party\"\nattribute = \"third priority\"\nvalue = \"cost of living\"\n[[claim]]\nsubject = \"the town\"\nattribute = \"90-day outlook\"\nvalue = \"death toll rising\"\n[[claim]]\nsubject = \"asteroid that was visited\"\nattribute = \"which one\"\nvalue = \"a rocky one\"\n",
    ),
    (
        "relative-date",
        "[article]\noutlet = \"A\"\n[[claim]]\nsubject = \"talks\"\nattribute = \"day reported\"\nvalue = \"October 28, 2025\"\n",
    ),
    (
        "kind-differs",
        "-- a.toml --\n[[claim]]\nsubject = \"ship\"\nattribute = \"cause of the accident\"\nvalue = \"a power failure\"\n-- b.toml --\n[article]\noutlet = \"B\"\n[[claim]]\nsubject = \"ship\"\nattribute = \"cause of the accident\"\nvalue = [\"power failure\", \"steering problems\"]\n",
    ),
    (
        "kind-differs",
        "-- a.toml --\n[[claim]]\nsubject = \"Mary Berg\"\nattribute = \"wealth rank\"\nvalue = \"the world richest woman\"\n-- b.toml --\n[article]\noutlet = \"B\"\n[[claim]]\nsubject = \"Mary Berg\"\nattribute = \"wealth rank\"\nvalue = \"the richest woman in the world\"\n",
    ),
    (
        "same-fact-twice",
        "[[claim]]\nsubject = \"robbery\"\nattribute = \"date\"\nvalue = \"October 19, 2025\"\nquote = \"Sunday morning, October 19, 2025\"\n[[claim]]\nsubject = \"robbery\"\nattribute = \"time of day\"\nvalue = \"Sunday morning, October 19, 2025\"\nquote = \"on Sunday morning, October 19, 2025\"\n",
    ),
    (
        "same-fact-twice",
        "[[claim]]\nsubject = \"Amazon\"\nattribute = \"investment in Anthropic\"\nvalue = \"$8 billion\"\n[[claim]]\nsubject = \"Amazon\"\nattribute = \"investment in OpenAI\"\nvalue = \"$8 billion\"\n",
    ),
    (
        "label-of-two-facts",
        "[[claim]]\nsubject = \"collapse\"\nattribute = \"date and time\"\nvalue = \"1:28 a.m. on Tuesday\"\n[[claim]]\nsubject = \"ship\"\nattribute = \"owner and manager\"\nvalue = [\"Grace Ocean\", \"Synergy\"]\n",
    ),
    (
        "subject-not-in-text",
        "-- a.toml --\n[article]\noutlet = \"A\"\ntext = \"a.txt\"\n[[claim]]\nsubject = \"Amazon Web Services\"\nattribute = \"revenue\"\nvalue = \"$30 billion\"\n-- a.txt --\nAWS took $30 billion.\n",
    ),
    (
        "alias-of-two-names",
        "-- story.toml --\n[aliases]\n\"European Commission\" = [\"EC\"]\n\"European Council\" = [\"EUCO\"]\n-- a.toml --\n[[claim]]\nsubject = \"EC\"\nattribute = \"a\"\nvalue = 1\n",
    ),
    (
        "pins-split-a-fact",
        "-- a.toml --\n[[claim]]\nsubject = \"ship\"\nattribute = \"length\"\nvalue = \"948 feet\"\nitem = \"x\"\n-- b.toml --\n[article]\noutlet = \"B\"\n[[claim]]\nsubject = \"ship\"\nattribute = \"length\"\nvalue = \"984 feet\"\nitem = \"y\"\n",
    ),
    (
        "idle-pin",
        "-- a.toml --\n[[claim]]\nsubject = \"ship\"\nattribute = \"length\"\nvalue = \"948 feet\"\nitem = \"x\"\n-- b.toml --\n[article]\noutlet = \"B\"\n[[claim]]\nsubject = \"ship\"\nattribute = \"length\"\nvalue = \"984 feet\"\nnot = \"x\"\n",
    ),
];

#[test]
fn a_near_miss_is_none() {
    for (rule, example) in NEAR_MISSES {
        let run = desk(example).run(&["lint", "--format", "json"]);
        assert_eq!(found(&run), Vec::<String>::new(), "{rule}: {}\n{example}", run.out());
    }
}

#[test]
fn a_not_that_changes_nothing_is_told_with_its_reason() {
    let claim = |told: [&str; 3], pins: &str| {
        let [subject, attribute, value] = told;
        format!(
            "[[claim]]\nsubject = \"{subject}\"\nattribute = \"{attribute}\"\nvalue = \"{value}\"\n{pins}\n"
        )
    };
    let length = ["ship", "length", "948 feet"];
    for (pins, told, reason) in [
        ("not = \"y\"", length, "no claim of the story has the pin \"y\""),
        ("not = [\"x\"]\nitem = \"x\"", length, "the claim's own pin \"x\" stands under `not`"),
        ("not = [\"x\"]\nitem = \"z\"", length, "the pins \"z\" and \"x\" keep them apart anyway"),
        ("not = [\"x\"]", ["minister", "date of resignation", "3 May 2024"], "they are apart anyway"),
    ] {
        let (a, b) = (claim(length, "item = \"x\""), claim(told, pins));
        let desk = desk(&format!("-- a.toml --\n{a}-- b.toml --\n[article]\noutlet = \"B\"\n{b}"));
        let run = desk.run(&["lint", "--format", "json"]);
        assert!(run.json().to_string().contains(&reason.replace('"', "\\\"")), "{reason}: {}", run.out());
    }
}

#[test]
fn each_rule_has_a_case_that_fires_and_a_near_miss_of_its_own() {
    let mut names = BTreeSet::new();
    for rule in lint::rules() {
        assert!(names.insert(rule.name), "{} stands in the catalogue twice", rule.name);
        assert!(!rule.wrong.trim().is_empty() && rule.wrong != rule.right, "{} has no case", rule.name);
        let near = NEAR_MISSES.iter().find(|(name, _)| *name == rule.name);
        let (_, near) = near.unwrap_or_else(|| panic!("{} has no near miss in tests/lint.rs", rule.name));
        assert!(Rule::files(near) != Rule::files(rule.right), "{}: the right example again", rule.name);
    }
    for (rule, _) in NEAR_MISSES.iter().chain(ALSO_WRONG) {
        assert!(names.contains(rule), "there is no rule {rule}");
    }
}

#[test]
fn every_problem_of_the_engine_has_a_rule_that_can_be_explained() {
    let sources = walkdir::WalkDir::new("src").into_iter().map(Result::unwrap);
    let mut names = 0;
    for entry in sources.filter(|it| it.path().extension().is_some_and(|ending| ending == "rs")) {
        let text = std::fs::read_to_string(entry.path()).unwrap();
        for mark in [".rule(\"", ".finding(\"", "refuse(\"", "warn(\"", "const RULE: &str = \""] {
            for rest in text.split(mark).skip(1) {
                let name = rest.split('"').next().unwrap();
                assert!(lint::find(name).is_some(), "{}: no rule {name:?}", entry.path().display());
                names += 1;
            }
        }
    }
    assert!(names > 30, "the search found {names} only");
}

#[test]
fn the_shipped_claims_are_clean_and_the_stories_of_the_docs_too() {
    let run = std::process::Command::new(env!("CARGO_BIN_EXE_gainsay")).args(["lint"]).output().unwrap();
    assert_eq!(run.status.code(), Some(0), "{}", String::from_utf8_lossy(&run.stdout));
}

#[test]
fn a_file_is_looked_at_among_the_others_of_its_story() {
    let rule = lint::find("kind-differs").unwrap();
    let desk = desk(rule.wrong);
    let run = desk.run(&["lint", "claims/story/sample-post.toml", "--format", "json"]);
    assert_eq!(found(&run), ["kind-differs"], "{}", run.out());
    let run = desk.run(&["lint", "claims/story/example-times.toml", "--format", "json"]);
    assert_eq!(found(&run), Vec::<String>::new(), "what is in another file is not told");
    assert_eq!(run.status(), 0);
}

/// Values that each have this one problem.
const ALSO_WRONG: &[(&str, &str)] = &[
    ("unreadable-figure", "value = \"$10 bilion\""),
    ("unreadable-figure", "value = \"$1O billion\""),
    ("unreadable-figure", "value = \"10.000.00 dollars\""),
    ("hedge-differs", "value = \"5:30 p.m.\"\nquote = \"collapsed about 5:30 p.m.\""),
    ("hedge-differs", "value = \"at least 12\"\nquote = \"12 survivors were found\""),
    ("hedge-differs", "value = \"30\"\nquote = \"up to 30 passengers\""),
    ("weekday-not-of-date", "value = \"17 December 2025\"\nquote = \"on Monday, 17 December 2025\""),
    ("date-after-publication", "value = \"a ship\"\nas_of = \"2026-03\""),
    ("quote-without-value", "value = \"Grace Ocean\"\nquote = \"owned by Synergy Marine\""),
    ("quote-without-value", "value = \"under repair\"\nquote = \"afloat again\""),
];

#[test]
fn other_shapes_of_a_problem_are_found_too() {
    for (rule, lines) in ALSO_WRONG {
        let example = format!("[[claim]]\nsubject = \"the thing\"\nattribute = \"property\"\n{lines}\n");
        let run = desk(&example).run(&["lint", "--format", "json"]);
        assert_eq!(found(&run), [*rule], "{lines}: {}", run.out());
    }
}

#[test]
fn an_article_may_be_a_day_ahead_of_the_clock_and_no_more() {
    let file = |published: &str| {
        format!(
            "[article]\noutlet = \"A\"\npublished = {published}\n[[claim]]\nsubject = \"the ship\"\nattribute = \"length\"\nvalue = \"948 feet\"\n"
        )
    };
    for (published, is_found) in [
        ("2026-03-01", false),
        ("2026-03-02", false),
        ("2026-03-03", true),
        ("2026-03-02T23:59:00Z", false),
        ("\"2026\"", false),
        ("\"2026-03\"", false),
        ("\"2026-04\"", true),
        ("\"2026-03-04~\"", true),
    ] {
        let desk = Desk::new(&[("claims/s/a.toml", &file(published))]);
        let run = desk.run(&["lint", "--today", "2026-03-01", "--format", "json"]);
        let expected: &[&str] = if is_found { &["published-in-future"] } else { &[] };
        assert_eq!(found(&run), expected, "{published}: {}", run.out());
        // It is no news: no run fails for it.
        assert_eq!(desk.run(&["check", "--today", "2026-03-01"]).status(), 0, "{published}");
    }
}

#[test]
fn an_attribute_and_a_value_that_have_changed_places_can_change_back() {
    for (attribute, value) in [
        ("12", "death toll"),
        ("at least twelve", "number of people killed"),
        ("$3.5 million", "expected cost of repairs"),
        ("40%", "share of voters"),
        ("948 feet", "length"),
        ("October 28, 2025", "date of the talks"),
        ("seven years", "sentence"),
    ] {
        let claim = |a: &str, v: &str| {
            ["[[claim]]\nsubject = \"the thing\"\nattribute = \"", a, "\"\nvalue = \"", v, "\"\n"].concat()
        };
        let run = desk(&claim(attribute, value)).run(&["lint", "--format", "json"]);
        assert_eq!(found(&run), ["attribute-and-value-swapped"], "{attribute} / {value}: {}", run.out());
        let fix = &run.json()[0]["fix"];
        assert_eq!((fix["safe"].as_bool(), fix["edits"].as_array().unwrap().len()), (Some(false), 2));
        let run = desk(&claim(value, attribute)).run(&["lint", "--format", "json"]);
        assert_eq!(found(&run), Vec::<String>::new(), "{value} / {attribute}: {}", run.out());
    }
}

#[test]
fn a_space_that_toml_does_not_know_is_named() {
    for (space, code) in [('\u{a0}', "U+00A0"), ('\u{202f}', "U+202F"), ('\u{3000}', "U+3000")] {
        let text = format!(
            "[article]\noutlet = \"A\"\n[[claim]]\nsubject = \"s\"\nattribute{space}= \"a\"\nvalue = 1\n"
        );
        let run = Desk::new(&[("claims/s/a.toml", &text)]).run(&["lint", "--format", "json"]);
        assert_eq!(found(&run), ["broken-toml"], "{}", run.out());
        assert!(run.json()[0]["hint"].as_str().unwrap().contains(code), "{}", run.out());
        assert_eq!(run.json()[0]["line"], 5);
    }
}

#[test]
fn a_log_hears_of_findings_alone() {
    let rule = lint::find("no-claim").unwrap();
    let lint = |example: &str| desk(example).run(&["lint", "--format", "github"]);
    assert_eq!((lint(rule.right).status(), lint(rule.right).out()), (0, String::new()));
    assert!(lint(rule.wrong).out().starts_with("::warning "), "{}", lint(rule.wrong).out());
    assert!(!lint(rule.wrong).out().contains("0 contradictions"), "nothing was compared");
}

#[test]
fn days_that_are_none_are_told_with_what_they_take() {
    for (days, said) in
        [("-4", "this is -4"), ("0", "this is 0"), ("70000", "1 to 65535 days"), ("'a'", "a text")]
    {
        let desk = desk(lint::find("no-claim").unwrap().right);
        desk.write("gainsay.toml", format!("longest_until = {days}\n").as_bytes());
        let run = desk.run(&["check"]);
        assert_eq!(run.status(), 2);
        assert!(run.err().contains(said), "{}", run.err());
    }
}

#[test]
fn the_exit_status_is_that_of_a_checker() {
    let desk = Desk::new(&[("claims/story/story.toml", "title = \"t\"\n")]);
    let run = desk.run(&["lint"]);
    assert_eq!((run.status(), run.err().contains("hint: ")), (3, true), "{}", run.err());
    assert_eq!(desk.run(&["lint", "nowhere.toml"]).status(), 2);
    assert_eq!(desk.run(&["lint", "--format", "xml"]).status(), 2);
}

#[test]
fn fix_puts_right_what_is_safe_and_nothing_else() {
    let text = "\u{feff}[article]\r\noutlet = \"A\" # who\r\ntext = \"a.txt\"\r\n\r\n[[claim]]\r\nsubject = 737\r\nattribute = \"seats\"\r\nvlaue = \"189\"\r\nquote = \"the 737 HAS 189 seats\"\r\nsource = \"Boeing\"\r\n";
    let desk = Desk::new(&[("claims/s/a.txt", "Well, the 737 has 189 seats.\n")]);
    desk.write("claims/s/a.toml", text.as_bytes());
    let run = desk.run(&["lint", "--fix", "--format", "concise"]);
    let there = std::fs::read_to_string(desk.path().join("claims/s/a.toml")).unwrap();
    let expected = text
        .replace("737\r\nattribute", "\"737\"\r\nattribute")
        .replace("vlaue", "value")
        .replace("the 737 HAS", "the 737 has");
    assert_eq!(there, expected, "{}", run.out());
    assert!(run.out().contains("unknown-key") && run.out().contains("according_to"), "{}", run.out());
    assert_eq!(run.status(), 2, "another word for a key is a guess");
    let again = desk.run(&["lint", "--fix"]);
    assert!(again.err().contains("0 put right"), "{}", again.err());
}

#[test]
#[cfg(unix)]
fn fix_follows_no_link_out_of_the_folder() {
    let outside = Desk::new(&[(
        "a.toml",
        "[article]\noutlet = 7\n[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = 1\n",
    )]);
    let desk = Desk::new(&[(
        "claims/s/b.toml",
        "[article]\noutlet = \"B\"\n[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = 1\n",
    )]);
    std::os::unix::fs::symlink(outside.path().join("a.toml"), desk.path().join("claims/s/a.toml")).unwrap();
    let run = desk.run(&["lint", "--fix"]);
    assert_eq!(run.status(), 2);
    assert!(run.out().contains("leads out"), "{}", run.out());
    let text = std::fs::read_to_string(outside.path().join("a.toml")).unwrap();
    assert!(text.contains("outlet = 7"), "{text}");
}

#[test]
fn values_are_shown_as_they_are_understood() {
    let desk = Desk::new(&[(
        "claims/s/a.toml",
        "[article]\noutlet = \"A\"\npublished = 2025-12-17\n[[claim]]\nsubject = \"talks\"\nattribute = \"day\"\nvalue = \"Tuesday\"\n[[claim]]\nsubject = \"deal\"\nattribute = \"size\"\nvalue = \"at least $10 billion\"\n",
    )]);
    let run = desk.run(&["lint", "--values"]);
    for words in ["claims/s/a.toml", "“Tuesday”  date  2025-12-16", "money  ≥ USD 10,000,000,000", "or: CAD"]
    {
        assert!(run.out().contains(words), "{words}: {}", run.out());
    }
    assert_eq!(run.status(), 0);
    let json = desk.run(&["lint", "--values", "--format", "json"]).out();
    let first: serde_json::Value = serde_json::from_str(json.lines().next().unwrap()).unwrap();
    assert_eq!((&first["line"], &first["value"]["understood"]), (&7.into(), &"2025-12-16".into()));
}

#[test]
fn explain_tells_of_every_rule_and_helps_with_names() {
    let desk = Desk::new(&[]);
    let list = desk.run(&["explain"]).out();
    for rule in lint::rules() {
        assert!(list.contains(rule.name), "{}", rule.name);
        let run = desk.run(&["explain", rule.name]);
        let said = run.out();
        assert!(
            run.status() == 0 && said.contains(rule.why) && said.contains("Wrong") && said.contains("Right"),
            "{said}"
        );
    }
    let run = desk.run(&["explain", "quote-not-in-txt"]);
    assert_eq!(run.status(), 2);
    assert!(run.err().contains("did you mean quote-not-in-text?"), "{}", run.err());
}

/// The rules as Markdown, below the mark of `docs/lint.md`.
fn page_of_rules() -> String {
    let mut out = String::from("\n| rule | | finds |\n| --- | --- | --- |\n");
    for rule in lint::rules() {
        let fix = if rule.fix.is_some() { ", `--fix`" } else { "" };
        writeln!(out, "| [`{0}`](#{0}) | {1}{fix} | {2} |", rule.name, rule.severity.name(), rule.summary)
            .unwrap();
    }
    for rule in lint::rules() {
        let fix = rule.fix.map(|it| format!(" `gainsay lint --fix` {it}.")).unwrap_or_default();
        let summary = rule.summary.replacen(|_: char| true, &rule.summary[..1].to_uppercase(), 1);
        write!(out, "\n### {}\n\n{summary}. {}{fix}\n", rule.name, rule.why).unwrap();
        for (name, example) in [("Wrong", rule.wrong), ("Right", rule.right)] {
            write!(out, "\n{name}:\n\n```text\n{}```\n", example.trim_start()).unwrap();
        }
    }
    out
}

#[test]
fn the_page_of_rules_is_that_of_the_catalogue() {
    const MARK: &str =
        "<!-- printed from the catalogue; GAINSAY_UPDATE=1 cargo test --test suite lint:: -->\n";
    let page = std::fs::read_to_string("docs/lint.md").unwrap();
    let (before, there) = page.split_once(MARK).expect("docs/lint.md has its mark");
    let rules = page_of_rules();
    if std::env::var_os("GAINSAY_UPDATE").is_some() {
        std::fs::write("docs/lint.md", format!("{before}{MARK}{rules}")).unwrap();
    } else {
        assert!(
            there == rules,
            "docs/lint.md is out of date: run GAINSAY_UPDATE=1 cargo test --test suite lint::"
        );
    }
}

#[test]
fn deep_and_broken_files_are_no_trouble() {
    for text in
        ["a = [".repeat(3000), "a = {".repeat(3000), "[".repeat(5000), "\"".repeat(5000), "a.".repeat(5000)]
    {
        let desk = Desk::new(&[("claims/s/a.toml", &format!("[article]\noutlet = \"A\"\n{text}"))]);
        for command in ["lint", "fmt"] {
            let run = desk.run(&[command]);
            assert_eq!(run.status(), 2, "{command} {}: {}", &text[..6], run.err());
        }
    }
}

#[test]
fn hostile_texts_reach_the_terminal_tamed_and_a_long_line_is_no_trouble() {
    let text = format!(
        "[article]\noutlet = \"A\"\ntext = \"a.txt\"\n[[claim]]\nsubject = \"\\u001b[31mred\\u202e\"\nattribute = \"a\"\nvalue = \"{}\"\nquote = \"\\u001b]0;x {}\"\n",
        "é".repeat(3000),
        "word ".repeat(3000)
    );
    let desk = Desk::new(&[("claims/s/a.toml", &text), ("claims/s/a.txt", "one\n")]);
    for format in ["text", "concise"] {
        let run = desk.run(&["lint", "--format", format]);
        let control = |it: char| it.is_control() && it != '\n' || it == '\u{202e}';
        assert!(run.status() == 1 && !run.out().contains(control), "{}", run.out());
    }
}

#[test]
fn no_json_lets_a_hidden_mark_through() {
    let text = "[article]\noutlet = \"A\\u202e\"\ntext = \"a.txt\"\n[[claim]]\nsubject = \"red\\u202e\\u2066\"\nattribute = \"a\\u200f\"\nvalue = \"\\u202eleft\\u009b\"\nquote = \"\\u202ex\"\n";
    let desk = Desk::new(&[("claims/s/a.toml", text), ("claims/s/a.txt", "one\n")]);
    let hidden = |it: char| {
        it.is_control() && it != '\n'
            || ('\u{200e}'..='\u{200f}').contains(&it)
            || ('\u{202a}'..='\u{202e}').contains(&it)
            || ('\u{2066}'..='\u{2069}').contains(&it)
    };
    let runs: [&[&str]; 5] = [
        &["lint", "--format", "json"],
        &["lint", "--values", "--format", "json"],
        &["value", "--format", "json", "\u{202e}left\u{9b}"],
        &["--all", "--format", "json"],
        &["--all", "--format", "jsonl"],
    ];
    for args in runs {
        let out = desk.run(args).out();
        assert!(out.contains("\\u202e"), "{args:?} writes it as an escape: {out}");
        assert!(!out.contains(hidden), "{args:?}: {out:?}");
    }
}
