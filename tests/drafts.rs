//! `gainsay new` and `gainsay checklist`: drafts that are worth keeping, files that are never overwritten.

use std::path::Path;

use crate::support::Desk;

const ARTICLE: &str = include_str!("drafts/ferry.txt");

/// What a fact-checker would curate from the article: words of the quote, and the value.
const FACTS: &[(&str, &str)] = &[
    ("ferry carrying 212", "212 people"),
    ("sank early on Tuesday", "Tuesday"),
    ("9 miles off the coast", "about 9 miles"),
    ("killing at least 14", "at least 14"),
    ("leaving more than 30", "more than 30"),
    ("a 98-metre vessel", "98-metre"),
    ("built in 1994", "1994"),
    ("left Great Yarmouth at", "11:40 p.m. on Monday"),
    ("due in Rotterdam", "6 a.m"),
    ("Captain Tom Ridley", "Tom Ridley"),
    ("Anglia Seaways since 2009", "since 2009"),
    ("Chief Executive Helen Marsh", "Helen Marsh"),
    ("the company was", "deeply saddened"),
    ("the cause of the accident is", "still unknown"),
    ("Marine Accident Investigation Branch and", "Dutch Safety Board"),
    ("group Nordlys for", "£145m"),
    ("bought by", "last year"),
    ("had been fined", "£2.3 million"),
    ("in 2021 over", "2021"),
    ("Shares in Nordlys fell", "as much as 11%"),
    ("Water temperature was", "7 degrees Celsius"),
    ("The search was suspended", "at nightfall"),
    ("will resume on", "Wednesday"),
    ("deadliest ferry accident in British waters", "since 1987"),
    ("Ministers declined", "declined to comment"),
];

/// The drafts of a file, as whoever takes the marks away would have them.
fn kept(path: &Path) -> Vec<toml::Table> {
    let text = std::fs::read_to_string(path).unwrap();
    let mut drafts: Vec<String> = Vec::new();
    let mut open = false;
    for line in text.lines() {
        let bare = line.strip_prefix("# ").unwrap_or_default();
        if bare.starts_with("[[claim]]") {
            drafts.push(String::new());
            open = true;
        }
        open &= bare.starts_with("[[claim]]") || bare.contains(" = ");
        if open {
            let draft = drafts.last_mut().unwrap();
            draft.push_str(bare);
            draft.push('\n');
        }
    }
    drafts
        .iter()
        .map(|text| {
            let table: toml::Table = toml::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
            table["claim"].as_array().unwrap()[0].as_table().unwrap().clone()
        })
        .collect()
}

fn words(draft: &toml::Table, key: &str) -> String {
    match &draft[key] {
        toml::Value::Array(names) => {
            names.iter().map(|it| it.as_str().unwrap()).collect::<Vec<_>>().join(", ")
        }
        value => value.as_str().unwrap().to_owned(),
    }
}

fn drafted() -> (Desk, Vec<toml::Table>) {
    let desk = Desk::new(&[("texts/ferry.txt", ARTICLE)]);
    let run = desk.run(&[
        "new",
        "ferry",
        "--outlet",
        "Example Times",
        "--published",
        "2025-11-19",
        "--text",
        "texts/ferry.txt",
    ]);
    assert_eq!(run.status(), 0, "{}", run.err());
    let path = desk.path().join("claims/ferry/example-times.toml");
    let drafts = kept(&path);
    assert!(run.out().contains(&format!("{} drafts", drafts.len())), "{}", run.out());
    (desk, drafts)
}

#[test]
fn the_drafts_have_nearly_every_fact_and_little_else() {
    let (_desk, drafts) = drafted();
    let is = |draft: &toml::Table, (quote, value): &(&str, &str)| {
        let said = words(draft, "quote").to_lowercase();
        said.contains(&quote.to_lowercase()) && words(draft, "value").contains(value)
    };
    let missed: Vec<&(&str, &str)> =
        FACTS.iter().filter(|fact| !drafts.iter().any(|it| is(it, fact))).collect();
    assert!(missed.len() * 5 <= FACTS.len(), "missed: {missed:?}");
    let noise: Vec<String> = drafts
        .iter()
        .filter(|it| !FACTS.iter().any(|fact| is(it, fact)))
        .map(|it| words(it, "value"))
        .collect();
    assert!(noise.len() * 2 <= drafts.len(), "noise: {noise:?}");
}

#[test]
fn labels_are_guessed_from_the_sentence() {
    let (_desk, drafts) = drafted();
    let label = |value: &str| {
        let draft = drafts.iter().find(|it| words(it, "value").contains(value)).unwrap();
        format!("{}: {}", words(draft, "subject"), words(draft, "attribute"))
    };
    assert_eq!(label("212 people"), "passenger ferry: number of people carried");
    assert_eq!(label("98-metre"), "Star of Anglia: length");
    assert_eq!(label("1994"), "Star of Anglia: date it was built");
    assert_eq!(label("Tom Ridley"), "Anglia Seaways: captain");
    assert_eq!(label("34"), "Maria Jensen: age");
}

#[test]
fn what_is_drafted_is_a_figure_of_the_story() {
    let text = "outlet: Example Times\npublished: 2025-10-20\n\nOn the morning of October 19, 2025, a 6.1-magnitude quake struck the coast. Thieves stole eight pieces of jewellery worth 88 million euros ($102 million) and fled over the A6 highway aboard Flight 1282. At least 1,300 in Anglia have died, Norland President Maria Jensen said. A second tremor lasted about a minute. Help came from some 45 countries with more than 24,400 emergency personnel.\n";
    let desk = Desk::new(&[("a.txt", text)]);
    let run = desk.run(&["new", "s", "--outlet", "A", "--published", "2025-10-20", "--text", "a.txt"]);
    assert_eq!(run.status(), 0, "{}", run.err());
    let drafts = kept(&desk.path().join("claims/s/a.toml"));
    let shown: Vec<String> = drafts
        .iter()
        .map(|it| format!("{}: {} = {}", words(it, "subject"), words(it, "attribute"), words(it, "value")))
        .collect();
    let values: Vec<String> = drafts.iter().map(|it| words(it, "value")).collect();
    assert_eq!(
        values,
        [
            "morning of October 19, 2025",
            "6.1-magnitude",
            "eight pieces",
            "88 million euros",
            "At least 1,300",
            "Maria Jensen",
            "about a minute",
            "some 45 countries",
            "more than 24,400 emergency personnel",
        ],
        "{shown:#?}"
    );
    for label in ["quake: magnitude = ", "tremor: duration = ", "number of people who died = "] {
        assert!(shown.iter().any(|it| it.contains(label)), "{label}: {shown:#?}");
    }
}

/// What drafts of a set of texts must and must not say, as `drafts/drafts.txt` has it.
#[test]
fn drafts_say_what_their_sentence_says() {
    let list = include_str!("drafts/drafts.txt");
    let mut wrong: Vec<String> = Vec::new();
    for block in list.split("\n\n").filter(|block| !block.starts_with('#')) {
        let (name, lines) = block.trim().split_once('\n').unwrap();
        let text = std::fs::read_to_string(format!("tests/drafts/{name}.txt")).unwrap();
        let desk = Desk::new(&[("a.txt", &text)]);
        let run = desk.run(&["new", "s", "--outlet", "A", "--published", "2025-12-17", "--text", "a.txt"]);
        assert_eq!(run.status(), 0, "{name}: {}", run.err());
        let drafts = kept(&desk.path().join("claims/s/a.toml"));
        let shown: Vec<(String, String)> = drafts.iter().map(shown).collect();
        for line in lines.lines() {
            let (wanted, credit) = line.split_once(" {").unwrap_or((line, ""));
            let holds = match line.strip_prefix("! ") {
                Some(words) => !shown.iter().any(|(draft, _)| draft.contains(words)),
                None => shown
                    .iter()
                    .any(|(draft, by)| draft == wanted && by.contains(credit.trim_end_matches('}'))),
            };
            if !holds {
                let first = wanted.split([':', '=']).next().unwrap_or_default().trim().to_owned();
                let near: Vec<_> =
                    shown.iter().filter(|(it, _)| it.contains(first.trim_start_matches("! "))).collect();
                wrong.push(format!("{name}: {line}\n    {near:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A draft as `subject: attribute = value`, and whom it credits.
fn shown(draft: &toml::Table) -> (String, String) {
    let label = format!("{}: {}", words(draft, "subject"), words(draft, "attribute"));
    let credits =
        if draft.contains_key("according_to") { words(draft, "according_to") } else { String::new() };
    (format!("{label} = {}", words(draft, "value")), credits)
}

#[test]
fn whoever_keeps_every_draft_has_a_file_that_is_read_without_a_problem() {
    let (desk, drafts) = drafted();
    let path = desk.path().join("claims/ferry/example-times.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    let bare = |line: &str| {
        let bare = line.strip_prefix("# ").unwrap_or(line);
        let keep = bare.starts_with("[[claim]]")
            || bare.contains(" = ") && !bare.contains("“") && !bare.ends_with('.');
        if keep { format!("{bare}\n") } else { format!("{line}\n") }
    };
    desk.write("claims/ferry/example-times.toml", text.lines().map(bare).collect::<String>().as_bytes());
    let report = desk.run(&["--format", "json", "--all"]).json();
    assert_eq!(report["summary"]["claims"], drafts.len(), "{report}");
    let concise = desk.run(&["lint", "--format", "concise"]).out();
    let of_quotes = |line: &&str| line.contains("[quote-") || line.contains("error");
    assert_eq!(concise.lines().filter(of_quotes).collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn a_draft_takes_the_words_of_the_story_where_an_item_fits() {
    let other = "[article]\noutlet = \"B\"\npublished = 2025-11-19\n\n[[claim]]\nsubject = \"Norfolk ferry disaster\"\nattribute = \"people killed\"\nvalue = \"at least 13 people\"\nquote = \"killing at least 13 people\"\n";
    let desk = Desk::new(&[("claims/ferry/b.toml", other), ("claims/ferry/ferry.txt", ARTICLE)]);
    let run = desk.run(&["new", "claims/ferry", "--outlet", "A", "--text", "claims/ferry/ferry.txt"]);
    assert_eq!(run.status(), 0, "{}", run.err());
    let path = desk.path().join("claims/ferry/a.toml");
    let draft = kept(&path).into_iter().find(|it| words(it, "value").contains("at least 14")).unwrap();
    assert_eq!(words(&draft, "subject"), "Norfolk ferry disaster");
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.contains("# as in claims/ferry/b.toml:8"), "{text}");
    assert!(text.contains("text      = \"ferry.txt\""), "{text}");
}

#[test]
fn nothing_is_overwritten_and_names_are_tame() {
    let desk = Desk::new(&[("claims/s/a.toml", "mine\n")]);
    let run = desk.run(&["new", "s", "--outlet", "A"]);
    assert_eq!(run.status(), 2);
    assert!(run.err().contains("is there already") && run.err().contains("hint: "), "{}", run.err());
    assert_eq!(std::fs::read_to_string(desk.path().join("claims/s/a.toml")).unwrap(), "mine\n");
    for (outlet, name) in [
        ("../../Etc/Passwd", "etc-passwd"),
        ("The “Times” & Post", "the-times-post"),
        ("story", "story-article"),
    ] {
        let run = desk.run(&["new", "s", "--outlet", outlet]);
        assert_eq!(run.status(), 0, "{outlet}: {}", run.err());
        let path = desk.path().join(format!("claims/s/{name}.toml"));
        let table: toml::Table = toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        assert_eq!(table["article"]["outlet"].as_str(), Some(outlet));
    }
    for story in ["../no-such-story-here", "", "claims/.hidden", "claims/s/a.toml"] {
        assert_eq!(desk.run(&["new", story, "--outlet", "B"]).status(), 2, "{story:?}");
    }
    let run = desk.run(&["new", "s", "--outlet", "C", "--published", "yesterday"]);
    assert!(run.status() == 2 && run.err().contains("--published takes a date"), "{}", run.err());
    for (text, said) in
        [("nowhere.txt", "nowhere.txt: "), ("claims", "is a folder"), ("claims/s/a.toml", "is a claim file")]
    {
        let run = desk.run(&["new", "s", "--outlet", "C", "--text", text]);
        assert!(run.status() == 2 && run.err().contains("the article's text"), "{}", run.err());
        assert!(run.err().contains(said) && run.err().contains("hint: "), "{}", run.err());
    }
    for (story, outlet) in [("s", ""), ("s", "…"), ("claims/s/new.toml", "C")] {
        let run = desk.run(&["new", story, "--outlet", outlet]);
        assert!(run.status() == 2 && run.err().contains("hint: "), "{story} {outlet}: {}", run.err());
    }
    assert!(!desk.path().join("claims/s/c.toml").exists());
}

#[test]
#[cfg(unix)]
fn a_link_in_the_way_is_not_followed() {
    let desk = Desk::new(&[("claims/s/x.toml", "x\n"), ("outside.toml", "mine\n")]);
    std::os::unix::fs::symlink(desk.path().join("outside.toml"), desk.path().join("claims/s/a.toml"))
        .unwrap();
    assert_eq!(desk.run(&["new", "s", "--outlet", "A"]).status(), 2);
    assert_eq!(std::fs::read_to_string(desk.path().join("outside.toml")).unwrap(), "mine\n");
}

#[test]
fn a_new_file_without_a_text_shows_how_to_go_on() {
    let desk = Desk::new(&[]);
    let args = [
        "new",
        "s",
        "--outlet",
        "A \"B\"",
        "--published",
        "2025-12-17~",
        "--url",
        "https://example.com",
        "--author",
        "C",
        "--title",
        "D",
    ];
    assert_eq!(desk.run(&args).status(), 0);
    let text = std::fs::read_to_string(desk.path().join("claims/s/a-b.toml")).unwrap();
    let table: toml::Table = toml::from_str(&text).unwrap();
    assert_eq!(table["article"]["published"].as_str(), Some("2025-12-17~"));
    assert!(text.contains("# [[claim]]"), "{text}");
    assert_eq!(desk.run(&["fmt", "--check"]).status(), 0, "{text}");
}

#[test]
fn hostile_texts_make_a_file_that_can_be_read() {
    let text = "A ship of \u{1b}[31m948 feet\u{0} sank on 3 May.\n\n\u{202e}It cost “$5 million” ''' and \"\"\" \\ more.\n\n# [[claim]]\n# value = \"$1\"\n\nvalue = \"12 people\" # died\n";
    let desk = Desk::new(&[("a.txt", text)]);
    let run = desk.run(&["new", "s", "--outlet", "A", "--text", "a.txt", "--published", "2025-12-17"]);
    assert_eq!(run.status(), 0, "{}", run.err());
    let path = desk.path().join("claims/s/a.toml");
    let written = std::fs::read_to_string(&path).unwrap();
    assert!(!written.contains(|it: char| it.is_control() && it != '\n'), "{written:?}");
    let table: toml::Table = toml::from_str(&written).unwrap();
    assert!(!table.contains_key("claim"), "nothing is claimed before a person says so");
    for line in written.lines().skip(8) {
        assert!(line.is_empty() || line.starts_with('#'), "{line:?}");
    }
}

#[test]
fn the_checklist_names_what_others_report_gravest_first() {
    let claim = |subject: &str, attribute: &str, value: &str| {
        format!("[[claim]]\nsubject = \"{subject}\"\nattribute = \"{attribute}\"\nvalue = \"{value}\"\n")
    };
    let file = |outlet: &str, text: &str, claims: &[String]| {
        format!("[article]\noutlet = \"{outlet}\"\npublished = 2025-11-19\n{text}\n{}", claims.concat())
    };
    let toll = "number of people killed";
    let a = file("A", "text = \"a.txt\"", &[claim("ferry", "length", "98 metres")]);
    let b = file(
        "B",
        "",
        &[
            claim("ferry", toll, "14"),
            claim("ferry", "age of the captain", "51"),
            claim("ferry", "length", "98 metres"),
        ],
    );
    let c = file("C", "", &[claim("ferry", toll, "17"), claim("ferry", "owner", "Anglia Seaways")]);
    let desk = Desk::new(&[
        ("claims/s/a.toml", &a),
        ("claims/s/a.txt", "The ferry was 98 metres long. It sank, and 15 people on the ferry were killed."),
        ("claims/s/b.toml", &b),
        ("claims/s/c.toml", &c),
    ]);
    let run = desk.run(&["checklist", "claims/s/a.toml"]);
    assert_eq!(run.status(), 0, "{}", run.err());
    let out = run.out();
    let at = |words: &str| out.find(words).unwrap_or_else(|| panic!("{words}: {out}"));
    assert!(at("CONTRADICTION") < at("captain") && at("CONTRADICTION") < at("owner"), "{out}");
    assert!(out.contains("claims/s/a.txt:1") && out.contains("15 people on the ferry were killed"), "{out}");
    assert!(out.contains("no passage of the text seems to speak of it"), "{out}");
    assert!(!out.contains("length"), "what the file has is no gap: {out}");
    let all = desk.run(&["checklist", "s"]).out();
    for outlet in ["A (claims", "B (claims", "C (claims"] {
        assert!(all.contains(outlet), "{all}");
    }
    assert_eq!(desk.run(&["checklist", "nowhere"]).status(), 2);
}
