//! The JSON Schemas: current, compiled by a validator, and of one mind with the reader.

use crate::support::Desk;
use boon::{Compiler, SchemaIndex, Schemas};
use gainsay::claim::{self, ACCEPTED, ARTICLE, CLAIM, SETTINGS, SIDE, STORY};
use serde_json::Value;

fn schema(name: &str) -> Value {
    let run = Desk::new(&[]).run(&["schema", name]);
    assert_eq!(run.status(), 0, "{name}: {}", run.err());
    run.json()
}

struct Checker {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Checker {
    fn of(name: &str) -> Self {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.add_resource(name, schema(name)).unwrap();
        let index = compiler.compile(name, &mut schemas).unwrap_or_else(|error| panic!("{name}: {error:#}"));
        Self { schemas, index }
    }

    /// What is wrong with a text in TOML; nothing where it is as the schema says.
    fn wrong(&self, text: &str) -> Option<String> {
        let table: toml::Table = toml::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        let json = plain(toml::Value::Table(table));
        self.schemas.validate(&json, self.index).err().map(|error| format!("{error:#}"))
    }
}

/// Dates are texts to JSON.
fn plain(value: toml::Value) -> Value {
    match value {
        toml::Value::Datetime(date) => Value::String(date.to_string()),
        toml::Value::Array(members) => members.into_iter().map(plain).collect(),
        toml::Value::Table(table) => {
            Value::Object(table.into_iter().map(|(key, it)| (key, plain(it))).collect())
        }
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(truth) => truth.into(),
    }
}

#[test]
fn the_schemas_that_are_checked_in_are_current() {
    for name in claim::SCHEMAS {
        let path = format!("docs/schema/{name}.json");
        let printed = Desk::new(&[]).run(&["schema", name]).out();
        if std::env::var_os("GAINSAY_UPDATE").is_some() {
            std::fs::create_dir_all("docs/schema").unwrap();
            std::fs::write(&path, &printed).unwrap();
        }
        let there = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            there == printed,
            "{path} is out of date: run GAINSAY_UPDATE=1 cargo test --test suite schema::"
        );
    }
}

#[test]
fn every_key_is_there_described_and_no_other_is_allowed() {
    let claims = schema("claims");
    let keys = |schema: &Value| -> Vec<String> {
        schema["properties"].as_object().unwrap().keys().cloned().collect()
    };
    let names = |keys: &[claim::Key]| -> Vec<String> {
        let mut names: Vec<String> = keys.iter().map(|key| key.name.to_owned()).collect();
        names.sort();
        names
    };
    let sorted = |mut keys: Vec<String>| {
        keys.sort();
        keys
    };
    assert_eq!(sorted(keys(&claims["properties"]["article"])), names(ARTICLE));
    assert_eq!(sorted(keys(&claims["properties"]["claim"]["items"])), names(CLAIM));
    assert_eq!(sorted(keys(&schema("story"))), names(STORY));
    assert_eq!(sorted(keys(&schema("settings"))), names(SETTINGS));
    let accepted = schema("accepted");
    assert_eq!(sorted(keys(&accepted)), names(ACCEPTED));
    assert_eq!(sorted(keys(&accepted["properties"]["sides"]["items"])), names(SIDE));
    for name in claim::SCHEMAS {
        let schema = schema(name);
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
        assert_described(&schema, name);
    }
}

/// Every key has a description, and every table that lists its keys allows no others.
fn assert_described(schema: &Value, place: &str) {
    if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
        assert_eq!(schema["additionalProperties"], false, "{place}");
        for (key, inner) in properties {
            let about = inner["description"].as_str().unwrap_or_default();
            assert!(about.len() > 5, "{place}.{key} has no description");
            assert_described(inner, &format!("{place}.{key}"));
        }
    }
    if let Some(items) = schema.get("items") {
        assert_described(items, &format!("{place}[]"));
    }
}

const GOOD: &str = "[article]\noutlet = \"A\"\npublished = 2025-12-17\n[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = 1\n";

#[test]
fn what_ships_is_as_the_schemas_say() {
    let (claims, story) = (Checker::of("claims"), Checker::of("story"));
    let mut files = 0;
    for entry in walkdir::WalkDir::new("claims").into_iter().map(Result::unwrap) {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().extension().is_none_or(|it| it != "toml")
            || entry.path().components().any(|it| it.as_os_str() == "accepted")
        {
            continue;
        }
        let text = std::fs::read_to_string(entry.path()).unwrap();
        let checker = if name == "story.toml" { &story } else { &claims };
        assert_eq!(checker.wrong(&text), None, "{}", entry.path().display());
        files += 1;
    }
    assert!(files > 5);
    let page = std::fs::read_to_string("docs/claim-format.md").unwrap();
    for block in page.split("```toml\n").skip(1).map(|rest| rest.split("```").next().unwrap()) {
        let checker = match block {
            text if text.contains("[article]") => &claims,
            text if text.contains("title") => &story,
            _ => &Checker::of("settings"),
        };
        assert_eq!(checker.wrong(block), None, "{block}");
    }
}

#[test]
fn the_schema_refuses_what_the_reader_refuses() {
    let claims = Checker::of("claims");
    assert_eq!(claims.wrong(GOOD), None);
    let wrong = [
        ("outlet = \"A\"", "outlet = 7"),
        ("outlet = \"A\"", "outlet = \" \""),
        ("outlet = \"A\"", "outlet = \"A\"\nsource = \"B\""),
        ("outlet = \"A\"\n", ""),
        ("published = 2025-12-17", "published = 2025"),
        ("published = 2025-12-17", "currency = \"dollars\""),
        ("value = 1", "vlaue = 1"),
        ("value = 1", "value = { a = 1 }"),
        ("value = 1", "value = [1, 2]"),
        ("value = 1", "value = 1\ncertainty = \"plannd\""),
        ("subject = \"s\"\n", ""),
        ("[[claim]]", "[[claims]]"),
        ("[[claim]]", "[claim]"),
        ("[article]\n", "[Article]\n"),
    ];
    for (from, to) in wrong {
        let text = GOOD.replace(from, to);
        assert!(claims.wrong(&text).is_some(), "the schema allows\n{text}");
        let run = Desk::new(&[("claims/s/a.toml", &text)]).run(&[]);
        assert!(run.status() >= 2, "the reader allows\n{text}");
    }
    let story = Checker::of("story");
    for text in [
        "titel = \"x\"",
        "date_order = \"dmx\"",
        "[scales]\nx = [\"one\"]",
        "[tolerance]\nmoney = 0.02",
        "[aliases]\nA = 1",
    ] {
        assert!(story.wrong(text).is_some(), "{text}");
    }
    assert!(Checker::of("settings").wrong("title = \"x\"").is_some(), "settings have no title");
}

#[test]
fn an_accepted_contradiction_has_two_sides_and_a_reason() {
    let accepted = Checker::of("accepted");
    let side = "{ outlet = \"A\", claim = \"s / a\", value = \"1\", understood = \"1\" }";
    let good = format!(
        "id = \"3f9a1c\"\nitem = \"s: a\"\nsides = [{side}, {side}]\nreason = \"asked\"\nuntil = 2027-01-31\n"
    );
    assert_eq!(accepted.wrong(&good), None);
    for (from, to) in [
        ("reason = \"asked\"\n", ""),
        (&format!("{side}, "), ""),
        ("outlet = \"A\", ", ""),
        ("id =", "ids ="),
    ] {
        assert!(accepted.wrong(&good.replacen(from, to, 1)).is_some(), "{from}");
    }
}

#[test]
fn an_unknown_name_is_answered_with_those_that_there_are() {
    let run = Desk::new(&[]).run(&["schema", "claim"]);
    assert_eq!(run.status(), 2);
    assert!(run.err().contains("claims") && run.err().contains("settings"), "{}", run.err());
}
