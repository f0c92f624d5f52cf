//! Every format: the same bytes whatever the order of files, nothing of a hostile text at work, empty reports valid.

use crate::support::Desk;
use gainsay::check::{Options, check};
use gainsay::findings::Shown;
use gainsay::linkage::{self, LevelPlace, Sure};
use gainsay::report::{Format, write};

const HOSTILE: &[&str] = &[
    "line\\nbreak",
    "\\u001b[31mred\\u001b[0m",
    "::error::x",
    "%0A%0D",
    "]]>",
    "</script><script>alert(1)</script>",
    "a | b",
    "#123 [click](https://example.com) www.example.com",
    "[x](1) {0} \\\\",
    "-1+1|cmd",
    "\\t=1",
    "`code`",
    "@everyone",
    "=cmd()",
    "nul\\u0000nul",
    "right\\u202eleft\\u2066",
    "\\u009b31m",
];

fn shipped() -> Vec<(String, String)> {
    let folder = std::fs::read_dir("claims/openai-amazon").unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<(String, String)> = folder
        .filter(|path| path.is_file())
        .map(|path| {
            (
                path.file_name().unwrap().to_string_lossy().into_owned(),
                std::fs::read_to_string(&path).unwrap(),
            )
        })
        .collect();
    files.sort();
    files
}

fn desk(files: &[(String, String)]) -> Desk {
    let desk = Desk::new(&[]);
    for (name, text) in files {
        desk.write(&format!("claims/openai-amazon/{name}"), text.as_bytes());
    }
    desk
}

/// What one run writes in each format, in the order of the formats.
fn all_formats(desk: &Desk, paths: &[&str]) -> Vec<String> {
    let outputs = Format::ALL.map(|format| format!("{0}={0}", format.name()));
    let mut args = vec!["--all"];
    args.extend(outputs.iter().flat_map(|it| ["--output", it.as_str()]));
    args.extend(paths);
    let run = desk.run(&args);
    assert!(run.status() != 101 && run.out().is_empty(), "{}", run.err());
    Format::ALL.map(|format| desk.read(format.name())).to_vec()
}

#[test]
fn two_runs_and_another_order_of_files_give_the_same_bytes() {
    let files = shipped();
    let (one, mut backwards) = (desk(&files), files.clone());
    backwards.reverse();
    let other = desk(&backwards);
    let names: Vec<String> =
        files.iter().map(|(name, _)| format!("claims/openai-amazon/{name}")).rev().collect();
    let first = all_formats(&one, &[]);
    assert!(first.iter().all(|text| text.len() > 500));
    assert_eq!(first, all_formats(&one, &[]), "a second run");
    assert_eq!(first, all_formats(&other, &[]), "files written in another order");
    let backwards: Vec<&str> = names.iter().map(String::as_str).collect();
    assert_eq!(first, all_formats(&one, &backwards), "files named backwards");
    for wanted in ["restructuring", "stage"] {
        assert_eq!(one.run(&["show", wanted]).out(), other.run(&["show", wanted]).out());
    }
}

/// The fixture with a conflict in each state, something stale and something wrong, as each format writes it. After a wanted
/// change, `INSTA_UPDATE=always cargo test --test suite formats::` writes them anew.
#[test]
fn every_format_is_as_its_snapshot() {
    let paths = vec!["tests/formats/claims".into()];
    let today = Some(jiff::civil::date(2025, 1, 1));
    let mut report = check(&Options { paths, today, ..Options::default() }).report;
    // How sure it is hangs on weights that are measured elsewhere.
    let nothing = LevelPlace::new(usize::MAX, &linkage::comparisons()[0][0]);
    let sure = Sure::new(0.9);
    for item in report.stories.iter_mut().flat_map(|it| &mut it.view.items) {
        for it in &mut item.claims {
            it.certainty = Some(sure);
        }
        for it in &mut item.comparisons {
            it.r#match = sure;
            it.waterfall.levels = [nothing; linkage::COMPARISONS];
            (it.waterfall.prior, it.waterfall.weight) = (0.0, 0.0);
        }
    }
    let shown = Shown { all: true, accepted: true, ..Shown::default() };
    // The page for a browser is tried in a browser, tests/html.rs.
    for format in Format::ALL.into_iter().filter(|format| *format != Format::Html) {
        let mut out = Vec::new();
        write(format, &report, &shown, 100, &mut out).unwrap();
        let out = String::from_utf8(out).unwrap();
        insta::with_settings!({ snapshot_path => "formats", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format.name(), out);
        });
        for told in ["accepted", "changed", "expired", "stale"] {
            let silent = told == "stale" && is_csv(format);
            assert!(
                silent || out.to_lowercase().contains(told),
                "{} does not say what is {told}",
                format.name()
            );
        }
    }
}

fn is_csv(format: Format) -> bool {
    matches!(format, Format::Csv | Format::CsvWide)
}

/// Two articles in which every text is hostile, and a file with a hostile fault.
fn hostile_desk(hostile: &str) -> Desk {
    let file = |outlet: &str, value: &str| {
        format!(
            "[article]\noutlet = \"{hostile} {outlet}\"\n[[claim]]\nsubject = \"{hostile} ship\"\nattribute = \"length {hostile}\"\nvalue = \"{value}\"\nquote = \"{hostile}\"\naccording_to = [\"{hostile}\"]\nscope = \"{hostile}\"\n[[claim]]\nsubject = \"ship\"\nattribute = \"master of the ship\"\nvalue = [\"{hostile} {outlet}\"]\n"
        )
    };
    Desk::new(&[
        ("claims/story/a.toml", &file("A", "900 feet")),
        ("claims/story/b.toml", &file("B", "700 feet")),
        ("claims/story/c.toml", &format!("[article]\noutlet = \"C\"\n\"key {hostile}\" = 1\n")),
        ("claims/story/story.toml", &format!("title = \"{hostile}\"\n")),
    ])
}

/// A character that moves a cursor, colours a screen or turns the writing round.
fn commands_a_screen(it: char) -> bool {
    it.is_control() && it != '\n' || matches!(it, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[test]
fn hostile_texts_stay_texts() {
    let long = "a".repeat(100_000);
    for hostile in HOSTILE.iter().copied().chain([long.as_str()]) {
        let desk = hostile_desk(hostile);
        let name: String = hostile.chars().take(30).collect();
        for args in
            [&["--all", "--width", "50"][..], &["show", "ship"], &["show", "length"], &["value", "900 feet"]]
        {
            let run = desk.run(args);
            assert_ne!(run.status(), 101, "{name}: {}", run.err());
            assert!(
                !run.out().contains(commands_a_screen) && !run.err().contains(commands_a_screen),
                "{name}"
            );
        }
        for (format, out) in Format::ALL.into_iter().zip(all_formats(&desk, &[])) {
            let name = format!("{}: {name}", format.name());
            assert!(!out.contains(commands_a_screen), "{name}: {out:?}");
            holds_together(format, &out, &name);
        }
    }
}

/// Whether the shape of a format is what it is for harmless texts.
fn holds_together(format: Format, out: &str, name: &str) {
    match format {
        Format::Table | Format::Statistics => {}
        Format::Brief => assert!(out.contains(": ask "), "{name}: {out}"),
        Format::Html => {
            assert!(
                out.to_ascii_lowercase().starts_with("<!doctype html>")
                    && out.trim_end().ends_with("</html>"),
                "{name}"
            );
            assert!(!out.contains("<script>alert"), "{name}");
        }
        Format::Json | Format::Sarif | Format::Gitlab => {
            let found: serde_json::Value = serde_json::from_str(out).unwrap();
            let grave = match format {
                Format::Json => found["summary"]["contradictions"].as_u64().unwrap(),
                Format::Sarif => count(&found["runs"][0]["results"], "ruleId"),
                _ => count(&found, "check_name"),
            };
            assert!(grave >= 1, "{name}: {out}");
        }
        Format::Jsonl => {
            for line in out.lines() {
                let _: serde_json::Value = serde_json::from_str(line).unwrap();
            }
        }
        Format::Csv | Format::CsvWide => {
            // The reader takes no row that is longer or shorter than the first.
            let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(out.as_bytes());
            let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
            assert_eq!(rows.len(), out.lines().count(), "{name}: a row a line");
            for cell in rows.iter().flatten() {
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{name}: {cell}");
                assert!(cell.chars().count() < 32_767, "{name}: a spreadsheet would spill it");
            }
        }
        Format::Concise => {
            for line in out.lines() {
                let mut parts = line.splitn(4, ':');
                assert!(parts.next().unwrap().starts_with("claims/story/"), "{name}: {line}");
                assert!(parts.next().unwrap().parse::<usize>().is_ok(), "{name}: {line}");
                assert!(parts.next().unwrap().parse::<usize>().is_ok(), "{name}: {line}");
            }
        }
        Format::Github => {
            let (last, commands) =
                out.lines().collect::<Vec<_>>().split_last().map(|it| (*it.0, it.1.to_vec())).unwrap();
            assert!(last.starts_with("gainsay: "), "{name}: {last}");
            for line in commands {
                let known = [
                    "::error file=claims/story/",
                    "::warning file=claims/story/",
                    "::notice file=claims/story/",
                ];
                assert!(known.iter().any(|it| line.starts_with(it)), "{name}: {line}");
                let (properties, _) = line.strip_prefix("::").unwrap().split_once("::").unwrap();
                assert_eq!(
                    properties.matches(',').count(),
                    properties.matches('=').count() - 1 - extra(properties),
                    "{name}: {line}"
                );
            }
        }
        Format::Junit => {
            assert_eq!(out.matches("<failure ").count(), out.matches("</failure>").count(), "{name}");
            assert!(out.contains("<failure "), "{name}: {out}");
            assert!(!out.contains("]]>") && !out.contains("<script"), "{name}");
        }
        Format::Markdown => {
            assert!(out.starts_with("<!-- gainsay -->\n") && out.chars().count() < 65_536, "{name}");
            let ours = ["<!-- gainsay -->", "<details>", "<summary>", "</summary>", "</details>"];
            let rest = ours.iter().fold(out.to_owned(), |text, tag| text.replace(tag, ""));
            assert!(!rest.contains('<'), "{name}: {rest}");
            assert!(
                !out.contains("@everyone") && !out.contains("#123") && !out.contains("`code`"),
                "{name}: {out}"
            );
            for row in out.lines().filter(|line| line.starts_with('|')) {
                assert_eq!(row.matches('|').count(), 6, "{name}: {row}");
            }
        }
    }
}

/// How many of a list are contradictions.
fn count(list: &serde_json::Value, key: &str) -> u64 {
    list.as_array().unwrap().iter().filter(|it| it[key] == "contradiction").count() as u64
}

/// How many equals signs stand in a title, which need no escape.
fn extra(properties: &str) -> usize {
    properties.split_once(",title=").map_or(0, |(_, title)| title.matches('=').count())
}

#[test]
fn in_the_log_of_github_actions_no_text_is_a_command() {
    let commands = |text: &str| {
        text.lines().filter(|line| line.trim_start().starts_with("::") || line.contains("##[")).count()
    };
    for hostile in ["::error::x", "##[error]x", " ::set-output name=x::y"] {
        let desk = hostile_desk(hostile);
        for args in
            [&["--all"][..], &["--all", "--width", "40"], &["--format", "concise"], &["show", "length"]]
        {
            let run = desk.run_with(args, &[("GITHUB_ACTIONS", "true")]);
            assert_eq!(commands(&run.out()) + commands(&run.err()), 0, "{args:?} {}{}", run.out(), run.err());
            assert!(run.out().contains("feet"), "{args:?} {}{}", run.out(), run.err());
        }
        let markdown = desk.run_with(&["--format", "markdown"], &[("GITHUB_ACTIONS", "true")]);
        assert_eq!(commands(&markdown.out()), 0);
    }
}

#[test]
fn a_long_report_keeps_within_the_limits_of_its_reader() {
    let article = |outlet: &str, add: usize| {
        let claims = (0..400).map(|at| {
            let value = 1000 + 7 * at + add;
            let (name, quote) = (name(at), "words ".repeat(60));
            format!(
                "[[claim]]\nsubject = \"{name}\"\nattribute = \"length in metres\"\nvalue = \"{value}\"\nquote = \"{quote}\"\n"
            )
        });
        format!("[article]\noutlet = \"{outlet}\"\n{}", claims.collect::<String>())
    };
    let desk =
        Desk::new(&[("claims/s/a.toml", &article("A", 0)), ("claims/s/b.toml", &article("B", 100_000))]);
    let found = desk.run(&["--format", "json"]).json()["summary"]["contradictions"].as_u64().unwrap();
    assert!(found > 300, "{found}");
    let markdown = desk.run(&["--format", "markdown"]).out();
    assert!((40_000..65_536).contains(&markdown.len()), "{}", markdown.len());
    let left_out = markdown.lines().last().unwrap();
    let left_out: u64 = left_out.split_whitespace().nth(2).unwrap().parse().unwrap();
    assert_eq!(left_out + markdown.matches("\n### ").count() as u64, found);

    desk.write("summary.md", b"before\n");
    let summary = desk.path().join("summary.md").display().to_string();
    let run = desk.run_with(&["--format", "github"], &[("GITHUB_STEP_SUMMARY", &summary)]);
    assert_eq!(run.out().matches("::error ").count(), 10);
    assert!(run.out().contains(&format!("+ {} errors more", found - 10)), "{}", run.out());
    let written = desk.read("summary.md");
    assert!(written.starts_with("before\n<!-- gainsay -->") && written.len() > markdown.len());
    // What other steps and runs have written counts, too.
    desk.write("summary.md", "x".repeat(900_000).as_bytes());
    desk.run_with(&["--format", "github"], &[("GITHUB_STEP_SUMMARY", &summary)]);
    let written = desk.read("summary.md");
    assert!((930_000..1 << 20).contains(&written.len()), "{}", written.len());
}

/// A name of its own for each number, unlike any other.
fn name(mut at: usize) -> String {
    let mut name = String::from("Vessel ");
    for _ in 0..3 {
        let syllable = ["ba", "ke", "lo", "mu", "ri", "sha", "ton", "vex"][at % 8];
        name.push_str(syllable);
        at /= 8;
    }
    name
}

#[test]
fn the_place_of_a_finding_counts_from_the_root_of_the_repository() {
    let desk = desk(&shipped());
    let place = |folder: &str, paths: &[&str]| {
        let args = [&["--format", "sarif"], paths].concat();
        let run = desk.run_in(folder, &args).json();
        let first =
            &run["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
        first.as_str().unwrap().to_owned()
    };
    assert_eq!(place("", &[]), "claims/openai-amazon/unnamed-000.toml");
    assert_eq!(place("claims", &["."]), "openai-amazon/unnamed-000.toml", "no repository");
    std::fs::create_dir(desk.path().join(".git")).unwrap();
    assert_eq!(place("claims", &["."]), "claims/openai-amazon/unnamed-000.toml");
    assert_eq!(place("claims/openai-amazon", &["../../claims"]), "claims/openai-amazon/unnamed-000.toml");
}

#[test]
fn empty_reports_are_valid() {
    let desk = Desk::new(&[("claims/story/a.toml", "[article]\noutlet = \"A\"\n")]);
    for format in Format::ALL {
        let run = desk.run(&["--format", format.name()]);
        assert_eq!(run.status(), 0, "{}", run.err());
        // A warning says that there is no claim; without it there is nothing at all to tell.
        let out = run.out();
        match format {
            Format::Concise | Format::Jsonl => assert_eq!(out.lines().count(), 1, "{out}"),
            Format::Csv | Format::CsvWide => {
                assert_eq!(out.lines().count(), 1, "the heads of the columns: {out}");
            }
            Format::Markdown => assert!(out.contains("no new contradictions"), "{out}"),
            Format::Sarif => assert_eq!(run.json()["runs"][0]["results"].as_array().unwrap().len(), 1),
            Format::Gitlab => assert_eq!(run.json().as_array().unwrap().len(), 1),
            Format::Github => assert!(out.contains("0 contradictions"), "{out}"),
            Format::Junit => assert!(out.contains("tests=\"0\""), "{out}"),
            Format::Html | Format::Brief => assert!(out.contains("no open conflict"), "{out}"),
            Format::Table | Format::Json | Format::Statistics => {
                assert!(out.contains("contradictions"), "{out}");
            }
        }
    }
    assert_eq!(desk.run(&["--format", "json"]).json()["summary"]["items"], 0);
}

#[test]
fn the_json_has_the_keys_of_the_documentation_in_their_order() {
    let text = desk(&shipped()).run(&["--format", "json"]).out().replace("\": ", "\":");
    let order = |from: &str, keys: &[&str]| {
        let (_, text) = text.split_once(from).unwrap();
        let places: Vec<usize> = keys
            .iter()
            .map(|key| text.find(&format!("\"{key}\":")).unwrap_or_else(|| panic!("{key}")))
            .collect();
        assert!(places.is_sorted(), "{keys:?} {places:?}");
    };
    order("{", &["schema", "summary", "stories", "diagnostics"]);
    order(
        "\"summary\"",
        &["articles", "claims", "items", "contradictions", "tensions", "unclear", "new", "known"],
    );
    order(
        "\"items\":[",
        &["id", "label", "kind", "verdict", "claims", "positions", "comparisons", "common_ground"],
    );
    order(
        "\"claims\":[",
        &[
            "file",
            "number",
            "line",
            "outlet",
            "subject",
            "attribute",
            "value",
            "understood",
            "quote",
            "according_to",
            "certainty",
        ],
    );
    order("\"positions\":[", &["understood", "claims", "origins"]);
    order("\"comparisons\":[", &["a", "b", "verdict", "reason", "match", "new"]);
}

#[test]
fn the_table_fits_the_width_it_has() {
    let desk = desk(&shipped());
    for width in [40, 64, 80, 100, 160] {
        let width_asked = width.to_string();
        let text = desk.run(&["--all", "--width", &width_asked]).out();
        let counts = desk.run(&["--statistics", "--width", &width_asked]).out();
        for line in text.lines().chain(counts.lines()) {
            // Paths are never cut, so that they can be clicked.
            let is_place = line.contains(".toml:");
            assert!(is_place || line.chars().count() <= width, "{width}: {line}");
        }
    }
}

#[test]
fn colour_is_for_those_who_ask() {
    let desk = desk(&shipped());
    let coloured =
        |args: &[&str], variables: &[(&str, &str)]| desk.run_with(args, variables).out().contains('\u{1b}');
    assert!(!coloured(&[], &[]), "no colour in a pipe");
    assert!(coloured(&["--color", "always"], &[]));
    assert!(coloured(&[], &[("FORCE_COLOR", "1")]));
    assert!(coloured(&[], &[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&[], &[("FORCE_COLOR", "0")]) && !coloured(&[], &[("FORCE_COLOR", "")]));
    // NO_COLOR is stronger than what forces, and the command line is stronger than all.
    assert!(!coloured(&[], &[("NO_COLOR", "1"), ("FORCE_COLOR", "1")]));
    assert!(!coloured(&[], &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]));
    assert!(coloured(&["--color", "always"], &[("NO_COLOR", "1")]));
    assert!(!coloured(&["--color", "never"], &[("FORCE_COLOR", "1"), ("CLICOLOR_FORCE", "1")]));
    for format in ["concise", "markdown", "json", "csv", "junit"] {
        assert!(!coloured(&["--format", format, "--color", "always"], &[]), "{format} has no colours");
    }
}

#[test]
fn the_statistics_count_what_there_is() {
    let desk = desk(&shipped());
    let counts = desk.run(&["--statistics"]).out();
    let row = |name: &str| -> Vec<usize> {
        let line = counts.lines().find(|line| line.trim_start().starts_with(name)).unwrap();
        line.rsplit(name).next().unwrap().split_whitespace().map(|it| it.parse().unwrap()).collect()
    };
    let report = desk.run(&["--format", "json"]).json();
    let items = report["stories"][0]["items"].as_array().unwrap();
    let of = |verdict: &str| items.iter().filter(|it| it["verdict"] == verdict).count();
    let verdicts =
        ["contradiction", "tension", "unclear", "development", "compatible", "agreement", "single"];
    let expected: Vec<usize> = [items.len(), 2].into_iter().chain(verdicts.map(of)).collect();
    assert_eq!(row("openai-amazon"), expected);
    let dates = items.iter().filter(|it| it["kind"] == "date").count();
    assert_eq!(row("date")[0], dates);
    let told = |outlet: &str| {
        items
            .iter()
            .flat_map(|it| it["claims"].as_array().unwrap())
            .filter(|it| it["outlet"] == outlet)
            .count()
    };
    assert_eq!(row("Business News Today")[0], told("Business News Today"));
}

#[test]
fn the_examples_of_the_documentation_are_lines_of_the_snapshots() {
    let page = std::fs::read_to_string("docs/report.md").unwrap();
    let kept = Format::ALL.map(|format| {
        std::fs::read_to_string(format!("tests/formats/{}.snap", format.name())).unwrap_or_default()
    });
    let mut count = 0;
    for block in page.split("```text\n").skip(1) {
        for line in block.split("```").next().unwrap().lines() {
            assert!(kept.iter().any(|text| text.lines().any(|it| it == line)), "no format writes\n{line}");
            count += 1;
        }
    }
    assert!(count > 8, "docs/report.md has an example of every format");
    for format in Format::ALL {
        assert!(page.contains(&format!("`{}`", format.name())), "docs/report.md has no {}", format.name());
    }
}
