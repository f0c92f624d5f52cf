//! What gainsay writes is what the schemas say: others' (SARIF, GitLab, test reports), and its own in docs/schema/, to the last key.

use std::io::Write as _;
use std::process::Command;

use crate::support::Desk;
use boon::{Compiler, SchemaIndex, Schemas};
use gainsay::report::SCHEMAS;
use serde_json::{Value, json};

struct Validator {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Validator {
    fn new(schema: Value) -> Self {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.add_resource("schema.json", schema).unwrap();
        let index = compiler.compile("schema.json", &mut schemas).unwrap_or_else(|error| panic!("{error:#}"));
        Self { schemas, index }
    }

    fn of_others(name: &str) -> Self {
        let path = format!("tests/schemas/{name}");
        Self::new(serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap())
    }

    /// Our own, closed: a key that it does not describe is a fault, too. As it is published, programs may meet keys that came
    /// later.
    fn ours(name: &str) -> Self {
        let (_, text) = SCHEMAS.iter().find(|(known, _)| *known == name).unwrap();
        let mut schema: Value = serde_json::from_str(text).unwrap();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        close(&mut schema);
        Self::new(schema)
    }

    fn check(&self, found: &Value, what: &str) {
        if let Err(error) = self.schemas.validate(found, self.index) {
            panic!("{what}: {error:#}");
        }
    }

    fn check_lines(&self, lines: &str, what: &str) {
        lines.lines().for_each(|line| self.check(&serde_json::from_str(line).unwrap(), what));
    }
}

fn close(schema: &mut Value) {
    match schema {
        Value::Object(keys) => {
            if keys.contains_key("properties") {
                keys.insert("additionalProperties".to_owned(), json!(false));
            }
            keys.iter_mut().for_each(|(_, it)| close(it));
        }
        Value::Array(members) => members.iter_mut().for_each(close),
        _ => {}
    }
}

/// The story that ships, one in which every text is hostile, one without a claim, one in which all is wrong, and the fixture of
/// the formats.
fn desks() -> Vec<(&'static str, Desk)> {
    let copy = |from: &str| {
        let desk = Desk::new(&[]);
        for entry in walkdir::WalkDir::new(from).into_iter().map(Result::unwrap) {
            if entry.file_type().is_file() {
                let path = entry.path().strip_prefix(from).unwrap().display().to_string();
                desk.write(&format!("claims/{path}"), &std::fs::read(entry.path()).unwrap());
            }
        }
        desk
    };
    let long = "a".repeat(100_000);
    let hostile = format!(
        "\\n\\u001b[31m::error::%0A]]></script><b>|`@everyone #1 =cmd() \\u0000\\u202e\\u009b\\ufffe\\uffff[x](9){{0}}&amp; {long}"
    );
    let article = |outlet: &str, value: &str| {
        format!(
            "[article]\noutlet = \"{hostile}{outlet}\"\n[[claim]]\nsubject = \"{hostile}\"\nattribute = \"length\"\nvalue = \"{value}\"\nquote = \"{hostile}\"\naccording_to = [\"{hostile}\"]\n"
        )
    };
    vec![
        ("shipped", copy("claims")),
        ("fixture", copy("tests/formats/claims")),
        (
            "hostile",
            Desk::new(&[
                ("claims/s/a%20b ]]>&<.toml", &article("A", "900 feet")),
                ("claims/s/b{0}[x].toml", &article("B", "700 feet")),
                ("claims/s/story.toml", &format!("title = \"{hostile}\"\n")),
            ]),
        ),
        ("empty", Desk::new(&[("claims/s/a.toml", "[article]\noutlet = \"A\"\n")])),
        ("wrong", Desk::new(&[("claims/s/a.toml", "[article\n"), ("claims/s/b.toml", "")])),
    ]
}

const WRITTEN: [&str; 6] = ["json", "jsonl", "sarif", "gitlab", "junit", "github"];

/// What each desk gives in each of these formats, with accepted ones and with agreements.
fn written() -> Vec<(&'static str, Desk)> {
    let desks = desks();
    for (name, desk) in &desks {
        let outputs = WRITTEN.map(|format| format!("{format}={format}"));
        let mut args = vec!["--all", "--show-accepted"];
        args.extend(outputs.iter().flat_map(|it| ["--output", it.as_str()]));
        let run = desk.run(&args);
        assert!(run.status() < 3, "{name}: {}", run.err());
    }
    desks
}

#[test]
fn every_output_is_as_its_schema_says() {
    let (report, lines) = (Validator::ours("report"), Validator::ours("jsonl"));
    let (sarif, gitlab) =
        (Validator::of_others("sarif-2.1.0.json"), Validator::of_others("gitlab-code-quality.json"));
    for (name, desk) in written() {
        let read = |format: &str| -> Value { serde_json::from_str(&desk.read(format)).unwrap() };
        let found = read("json");
        report.check(&found, name);
        let expected = match name {
            "shipped" => 2,
            "fixture" => 4,
            "hostile" => 1,
            _ => 0,
        };
        assert_eq!(found["summary"]["contradictions"], expected, "{name}");
        lines.check_lines(&desk.read("jsonl"), name);
        let log = read("sarif");
        sarif.check(&log, name);
        taken_by_code_scanning(&log, name);
        let issues = read("gitlab");
        gitlab.check(&issues, name);
        let fingerprints: Vec<&Value> =
            issues.as_array().unwrap().iter().map(|it| &it["fingerprint"]).collect();
        let mut once = fingerprints.clone();
        once.sort_by_key(ToString::to_string);
        once.dedup();
        assert_eq!(fingerprints.len(), once.len(), "{name}: GitLab drops what has a fingerprint of another");
        is_junit(&desk, name);
    }
}

/// What GitHub wants beyond the schema: <https://docs.github.com/en/code-security/code-scanning>, SARIF support.
fn taken_by_code_scanning(log: &Value, name: &str) {
    let run = &log["runs"][0];
    let rules: Vec<&str> = run["tool"]["driver"]["rules"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["id"].as_str().unwrap())
        .collect();
    for rule in run["tool"]["driver"]["rules"].as_array().unwrap() {
        for text in ["shortDescription", "fullDescription", "help"] {
            assert!(!rule[text]["text"].as_str().unwrap().is_empty());
        }
    }
    let mut hashes = std::collections::BTreeSet::new();
    for result in run["results"].as_array().unwrap() {
        assert!(rules.contains(&result["ruleId"].as_str().unwrap()));
        assert_eq!(rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()], result["ruleId"]);
        let hash = result["partialFingerprints"]["primaryLocationLineHash"].as_str().unwrap();
        assert!(hashes.insert(hash.to_owned()), "{name}: {hash} stands twice");
        let message = result["message"]["text"].as_str().unwrap();
        assert!(!message.is_empty());
        let related = result["relatedLocations"].as_array().cloned().unwrap_or_default();
        for location in related.iter().chain(result["locations"].as_array().unwrap()) {
            let uri = location["physicalLocation"]["artifactLocation"]["uri"].as_str().unwrap();
            let harmless = |it: char| it.is_ascii_alphanumeric() || "-._~/%".contains(it);
            assert!(!uri.starts_with(['/', '.']) && uri.chars().all(harmless), "{name}: {uri}");
            let region = &location["physicalLocation"]["region"];
            let at = |key: &str| region[key].as_u64().unwrap();
            assert!(
                (at("startLine"), at("startColumn")) < (at("endLine"), at("endColumn")),
                "{name}: {region}"
            );
        }
        if result["ruleId"] == "contradiction" {
            assert!(message.contains("](1)") && related[0]["id"] == 1, "{name}: the other side is linked");
        }
    }
}

fn is_junit(desk: &Desk, name: &str) {
    // Ant's schema is from before there were skipped cases.
    let skips = desk.read("junit").contains("<skipped");
    let schemas = ["tests/schemas/junit-jenkins.xsd", "tests/schemas/junit-ant.xsd"];
    // The place of a case is what services show, and neither schema knows.
    let placed = desk.read("junit");
    let bare = placed.lines().map(|line| match (line.split_once(" file=\""), line.split_once(" time=\"")) {
        (Some((head, _)), Some((_, tail))) if line.contains("<testcase ") => {
            [head, " time=\"", tail].concat()
        }
        _ => line.to_owned(),
    });
    desk.write("junit-bare", bare.collect::<Vec<_>>().join("\n").as_bytes());
    for schema in schemas.into_iter().take(if skips { 1 } else { 2 }) {
        let xmllint = Command::new("xmllint")
            .args(["--noout", "--nonet", "--huge", "--schema", schema])
            .arg(desk.path().join("junit-bare"))
            .output();
        let Ok(output) = xmllint else {
            // Past the harness, which swallows what a test that succeeds prints.
            let said = "\nNOT CHECKED: JUnit against its schemas, since there is no xmllint (Debian: libxml2-utils)\n";
            std::io::stderr().write_all(said.as_bytes()).unwrap();
            return;
        };
        assert!(output.status.success(), "{name} {schema}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn the_answers_of_other_commands_are_as_their_schemas_say() {
    let value = Validator::ours("value");
    let mut phrases: Vec<String> = Vec::new();
    for table in std::fs::read_dir("tests/values").unwrap() {
        let rows = std::fs::read_to_string(table.unwrap().path()).unwrap();
        let rows = rows.lines().filter(|row| !row.starts_with('#'));
        phrases.extend(rows.filter_map(|row| row.split('\t').next()).map(str::to_owned));
    }
    phrases.extend([
        "\u{202e}=cmd()\u{9b}".to_owned(),
        "]]>".repeat(1000),
        "5:30 p.m. PT on Dec. 3".to_owned(),
    ]);
    let args: Vec<&str> =
        ["value", "--format", "json", "--"].into_iter().chain(phrases.iter().map(String::as_str)).collect();
    let run = Desk::new(&[]).run(&args);
    assert_eq!(run.out().lines().count(), phrases.len(), "{}", run.err());
    value.check_lines(&run.out(), "value");

    let review = Validator::ours("review");
    for (name, desk) in desks() {
        review.check(&desk.run(&["review", "--list", "--format", "json"]).json(), name);
    }

    let evaluation = Validator::ours("evaluation");
    let gold = |pairs: &str| format!("{{\"items\": [{pairs}], \"verdicts\": []}}");
    let claims = |outlet: &str, more: &str| {
        format!(
            "[article]\noutlet = \"{outlet}\"\n[[claim]]\nsubject = \"ship\"\nattribute = \"length\"\nvalue = \"9{more} feet\"\n[[claim]]\nsubject = \"ship\"\nattribute = \"name\"\nvalue = \"Dali{more}\"\n"
        )
    };
    let desk = Desk::new(&[]);
    for story in ["one", "two"] {
        for outlet in ["a", "b"] {
            let more = if outlet == "a" { "1" } else { "2" };
            desk.write(&format!("gold/{story}/{outlet}.toml"), claims(outlet, more).as_bytes());
        }
        let pairs = r#"{"label": "length", "claims": ["a#1", "b#2"]}"#;
        desk.write(&format!("gold/{story}/gold.json"), gold(pairs).as_bytes());
    }
    let all = [
        &[][..],
        &["--errors"],
        &["--weights"],
        &["--gold-items"],
        &["--gold-items", "--errors"],
        &["--safety"],
        &["--calibration"],
        &["--review", "2"],
    ];
    for args in all {
        for folder in ["gold", "gold/one"] {
            let run = desk.run(&[&["evaluate", folder, "--format", "json"], args].concat());
            assert_eq!(run.status(), 0, "{}", run.err());
            // An empty list would be right whatever its members had to be.
            assert_ne!(run.json(), json!([]), "{args:?}");
            evaluation.check(&run.json(), &format!("evaluate {args:?}"));
        }
    }
}

#[test]
fn a_report_that_is_wrong_is_seen_as_wrong() {
    let report = Validator::ours("report");
    let run = Desk::new(&[("claims/s/a.toml", "[article]\noutlet = \"A\"\n")]).run(&["--format", "json"]);
    let wrong = |change: &dyn Fn(&mut Value)| {
        let mut found = run.json();
        change(&mut found);
        report.schemas.validate(&found, report.index).is_err()
    };
    assert!(!wrong(&|_| {}));
    assert!(wrong(&|it| it["schema"] = json!("gainsay-report/3")));
    assert!(wrong(&|it| it["summary"]["items"] = json!("none")));
    assert!(wrong(&|it| it["later"] = json!(1)));
    assert!(wrong(&|it| {
        it["diagnostics"][0].as_object_mut().unwrap().remove("hint");
    }));
}

#[test]
fn the_schemas_are_the_files_of_the_documentation() {
    for (name, text) in SCHEMAS {
        assert_eq!(std::fs::read_to_string(format!("docs/schema/{name}.json")).unwrap(), text);
    }
}
