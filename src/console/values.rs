//! How the values of claim files are understood, for whoever curates them.

use std::collections::BTreeSet;
use std::io::{self, Write};

use serde::Serialize;

use super::terminal::{BOLD, DIM};
use crate::claim::{Article, Claim, Story};
use crate::files::{json, safe};
use crate::value::Value;

/// Writes every value with its place, and how it is understood; only those of the files asked for, if there are any.
pub fn values(stories: &[Story], asked: &BTreeSet<String>, out: &mut dyn Write) -> io::Result<()> {
    for article in articles(stories, asked) {
        writeln!(out, "{BOLD}{}{BOLD:#}  {}", safe(article.file.path()), safe(&article.outlet))?;
        for claim in &article.claims {
            let line = article.file.place(claim.value_span.start).line;
            writeln!(out, "{line:>5}  {}: {}", safe(&claim.subject), safe(&claim.attribute))?;
            let value = &claim.value;
            let understood = safe(&value.understood());
            writeln!(out, "       “{}”  {DIM}{}{DIM:#}  {understood}", safe(&value.text), value.kind.name())?;
            if !value.others.is_empty() {
                let others: Vec<String> = value.others.iter().map(|other| reading(value, other)).collect();
                writeln!(out, "       {DIM}or: {}{DIM:#}", others.join(", "))?;
            }
            for (name, words) in value.remarks() {
                writeln!(out, "       {DIM}{name}: {}{DIM:#}", safe(&words))?;
            }
            for note in &value.notes {
                writeln!(out, "       {DIM}note: {}{DIM:#}", safe(&note.to_string()))?;
            }
        }
        writeln!(out)?;
    }
    Ok(())
}

/// A value as a program reads it.
#[derive(Serialize)]
struct Understood<'a> {
    file: &'a str,
    number: usize,
    line: usize,
    subject: &'a str,
    attribute: &'a str,
    value: &'a Value,
}

/// Writes every value as an object of one line, in the shape that `gainsay value` has.
pub fn values_json(stories: &[Story], asked: &BTreeSet<String>, out: &mut dyn Write) -> io::Result<()> {
    for article in articles(stories, asked) {
        for claim in &article.claims {
            let Claim { number, subject, attribute, value, .. } = claim;
            let understood = Understood {
                file: article.file.path(),
                number: *number,
                line: article.file.place(claim.value_span.start).line,
                subject,
                attribute,
                value,
            };
            json::line(&understood, out)?;
        }
    }
    Ok(())
}

/// Another reading, by its unit alone where only that differs.
fn reading(value: &Value, other: &Value) -> String {
    match &other.unit {
        Some(unit) if other.kind == value.kind && other.content == value.content => safe(unit),
        _ => format!("{} {}", other.kind.name(), safe(&other.understood())),
    }
}

fn articles<'s>(stories: &'s [Story], asked: &'s BTreeSet<String>) -> impl Iterator<Item = &'s Article> {
    let all = stories.iter().flat_map(Story::all_articles);
    all.filter(move |article| asked.is_empty() || asked.contains(article.file.path()))
}
