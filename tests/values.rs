//! The tables of accepted spellings, executed, and printed into `docs/spellings.md`.
//!
//! A row holds, between tabs: the phrase; what is known around it (`label=…; published=…; currency=…; order=dmy`);
//! the kind; the unit; what is stated, as an interval in brackets, or how the value is understood where it has none;
//! and, where it matters, more of the reading (`possible=…; meant=…; hedge=…; counted=…; modality=…; note=…; other=…`).
//! A dash stands for nothing. `# ` starts a comment, `## ` a heading.

#![allow(
    clippy::unwrap_used,
    reason = "a string can always be written to, and a broken table must stop the test"
)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use gainsay::value::{self, Content, Context, DateOrder, Interval, Motion, Value};

/// The tables in the order of the docs.
const TABLES: &[&str] = &[
    "money", "percent", "count", "measure", "duration", "date", "time", "stage", "names", "truth", "text",
    "traps",
];

struct Row {
    place: String,
    cells: Vec<String>,
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn table(name: &str) -> String {
    std::fs::read_to_string(folder("tests/values").join(format!("{name}.tsv"))).unwrap_or_default()
}

fn rows(name: &str) -> Vec<Row> {
    let text = table(name);
    let lines = text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|(number, line)| Row {
            place: format!("tests/values/{name}.tsv:{}", number + 1),
            cells: line.split('\t').map(str::to_owned).collect(),
        })
        .collect()
}

impl Row {
    fn cell(&self, at: usize) -> &str {
        self.cells.get(at).map_or("-", String::as_str)
    }

    fn pairs(&self, at: usize) -> Vec<(&str, &str)> {
        let pairs = self.cell(at).split("; ").filter(|pair| *pair != "-" && !pair.is_empty());
        pairs
            .map(|pair| pair.split_once('=').unwrap_or_else(|| panic!("{}: {pair} has no =", self.place)))
            .collect()
    }

    fn read(&self) -> Value {
        let mut context = Context::default();
        for (key, given) in self.pairs(1) {
            match key {
                "label" => context.label = given,
                "currency" => context.currency = Some(given),
                "published" => context.published = Some(published(given)),
                "order" => {
                    context.date_order = Some(match given {
                        "mdy" => DateOrder::MonthFirst,
                        "dmy" => DateOrder::DayFirst,
                        _ => DateOrder::YearFirst,
                    });
                }
                "southern" => context.southern = true,
                _ => panic!("{}: unknown context {key}", self.place),
            }
        }
        value::read(self.cell(0), &context)
    }

    /// What differs from the table.
    fn faults(&self) -> Vec<String> {
        let value = self.read();
        let sets = value.readings();
        let set = |name: &str| {
            sets.iter()
                .find(|(found, _)| *found == name)
                .map(|(_, set)| set.replace(',', "").replace("  ", " "))
        };
        let stated = match &value.content {
            Content::Words { .. } | Content::Score(..) => "-".to_owned(),
            _ => set("stated").unwrap_or_else(|| value.understood()),
        };
        let mut faults = Vec::new();
        let mut expect = |what: &str, expected: &str, found: &str| {
            let plain = |text: &str| text.replace(',', "");
            if plain(expected) != plain(found) {
                faults.push(format!(
                    "{}: {:?}: {what} is {found:?}, not {expected:?}",
                    self.place,
                    self.cell(0)
                ));
            }
        };
        expect("kind", self.cell(2), value.kind.name());
        expect("unit", self.cell(3), value.unit.as_deref().unwrap_or("-"));
        expect("stated", self.cell(4), &stated);
        for (key, expected) in self.pairs(5) {
            let found = match key {
                "possible" | "meant" => set(key),
                "hedge" => value.hedge.clone(),
                "counted" => value.counted.clone(),
                "modality" => value.modality.clone(),
                "understood" => Some(value.understood()),
                "note" => {
                    let notes = value.notes.iter().map(ToString::to_string);
                    let remarks = value.remarks().into_iter().map(|(_, words)| words);
                    notes.chain(remarks).find(|note| note.contains(expected)).map(|_| expected.to_owned())
                }
                "direction" => value.direction.map(|direction| direction.name().to_owned()),
                "motion" => value.motion.as_ref().map(|motion| motion.name().to_owned()),
                "was" => match &value.motion {
                    Some(Motion::To { was: Some(was) }) => Some(was.understood()),
                    _ => None,
                },
                "parts" => Some(value.parts.iter().map(Value::understood).collect::<Vec<_>>().join(" + ")),
                "also" => value.also.iter().map(Value::understood).find(|also| also == expected),
                "unread" => Some(value.unread.join(", ")),
                "other" => value.others.iter().map(Value::understood).find(|other| other == expected),
                "day" => match &value.content {
                    Content::Clock { day: Some(day), .. } => Some(days(&day.extent.possible)),
                    _ => None,
                },
                "zone" => match &value.content {
                    Content::Clock { zone: Some((zone, _)), .. } => Some(zone.clone()),
                    _ => None,
                },
                "open" => match &value.content {
                    Content::Names { open, .. } => Some(open.to_string()),
                    _ => None,
                },
                "negated" => match &value.content {
                    Content::Words { negated, .. } => Some(negated.to_string()),
                    _ => None,
                },
                _ => panic!("{}: unknown check {key}", self.place),
            };
            expect(key, expected, found.as_deref().unwrap_or("-"));
        }
        faults
    }
}

fn days(set: &Interval<jiff::civil::Date>) -> String {
    let end = |end: Option<jiff::civil::Date>| end.map_or("..".to_owned(), |end| end.to_string());
    if set.low == set.high { end(set.low) } else { format!("{}/{}", end(set.low), end(set.high)) }
}

fn published(text: &str) -> Interval<jiff::civil::Date> {
    match value::read_date(text, &Context::default()).content {
        Content::Days(days) => days.extent.possible,
        _ => Interval::point(text.parse().expect("a date")),
    }
}

#[test]
fn every_row_is_read_as_it_says() {
    let faults: Vec<String> =
        TABLES.iter().flat_map(|name| rows(name)).flat_map(|row| row.faults()).collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn no_phrase_stands_twice() {
    let mut seen = std::collections::BTreeMap::new();
    for row in TABLES.iter().flat_map(|name| rows(name)) {
        let key = (row.cell(0).to_owned(), row.cell(1).to_owned());
        if let Some(before) = seen.insert(key, row.place.clone()) {
            panic!("{} repeats {before}", row.place);
        }
    }
}

/// The tables as Markdown, between the marks of `docs/spellings.md`.
fn printed() -> String {
    let mut out = String::new();
    let cell = |text: &str| text.replace('|', "\\|");
    for name in TABLES {
        for line in table(name).lines().filter(|line| !line.is_empty() && !line.starts_with("# ")) {
            if let Some(heading) = line.strip_prefix("## ") {
                write!(out, "\n### {heading}\n\n| phrase | where | kind | unit | stated | and |\n|---|---|---|---|---|---|\n").unwrap();
                continue;
            }
            let cells: Vec<&str> = line.split('\t').collect();
            let get = |at: usize| cells.get(at).copied().filter(|cell| *cell != "-").unwrap_or_default();
            writeln!(
                out,
                "| `{}` | {} | {} | {} | {} | {} |",
                cell(get(0)),
                cell(get(1)),
                get(2),
                cell(get(3)),
                cell(get(4)),
                cell(get(5))
            )
            .unwrap();
        }
    }
    out
}

/// The words of the grammar as Markdown.
fn words() -> String {
    let mut out = String::new();
    for (heading, entries) in value::vocabulary() {
        write!(out, "\n### {heading}\n\n| words | mean |\n|---|---|\n").unwrap();
        for (meaning, words) in entries {
            // A row behind `=` asks for the very case; the mark is of no use to readers.
            let words: Vec<_> =
                words.split(" | ").map(|row| format!("`{}`", row.trim_start_matches('='))).collect();
            writeln!(out, "| {} | {meaning} |", words.join(", ").replace("``", "`=`")).unwrap();
        }
    }
    out
}

#[test]
fn the_docs_print_the_tables() {
    let path = folder("docs/spellings.md");
    let docs = std::fs::read_to_string(&path).unwrap_or_default();
    let mut current = docs.clone();
    for (name, text) in [("words", words()), ("tables", printed())] {
        let (mark, end) = (format!("<!-- {name} -->\n"), format!("<!-- end of {name} -->"));
        let (before, rest) = current.split_once(&mark).expect("docs/spellings.md has its marks");
        let (_, after) = rest.split_once(&end).expect("docs/spellings.md has its marks");
        current = format!("{before}{mark}{text}\n{end}{after}");
    }
    if std::env::var_os("GAINSAY_UPDATE").is_some() {
        std::fs::write(&path, current).unwrap();
    } else {
        assert!(docs == current, "docs/spellings.md is out of date: run GAINSAY_UPDATE=1 cargo test");
    }
}
