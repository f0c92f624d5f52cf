//! `gainsay value`: how phrases are understood.

use std::io::{self, BufRead, ErrorKind, Write};

use clap::{Args as Arguments, ValueEnum};
use gainsay::files::{json, safe};
use gainsay::value::{self, Content, Context, DateOrder, Interval, Note, Value};

/// Shows how phrases are understood: kind, hedge, what is stated, possible and meant.
#[derive(Arguments, Debug)]
pub(crate) struct Args {
    /// When the article appeared: 2025-12-17, 2025-12 or 2025
    #[arg(long, value_name = "DATE", value_parser = published)]
    published: Option<Interval<jiff::civil::Date>>,
    /// What a bare $ means: an ISO 4217 code such as CAD
    #[arg(long, value_name = "CODE", value_parser = currency)]
    currency: Option<String>,
    /// Subject and attribute, which decide between readings
    #[arg(long, value_name = "TEXT", default_value = "")]
    label: String,
    /// How 12/04/2025 is read
    #[arg(long, value_name = "ORDER")]
    date_order: Option<Order>,
    /// For people, or one JSON object a line
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: ValueFormat,
    /// The phrases; from standard input, one a line, where none is given
    #[arg(value_name = "PHRASE", allow_negative_numbers = true)]
    phrases: Vec<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Order {
    Mdy,
    Dmy,
    Ymd,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ValueFormat {
    Text,
    Json,
}

fn published(text: &str) -> Result<Interval<jiff::civil::Date>, String> {
    match value::read_date(text, &Context::default()).content {
        Content::Days(days) if days.extent.stated.low.is_some() => Ok(days.extent.stated),
        _ => Err("not a date such as 2025-12-17".to_owned()),
    }
}

fn currency(text: &str) -> Result<String, String> {
    let code = text.to_ascii_uppercase();
    iso_currency::Currency::from_code(&code)
        .map(|_| code)
        .ok_or_else(|| "not an ISO 4217 code such as CAD".to_owned())
}

/// Reads the phrases given, or those on standard input, and writes how each is understood.
pub(crate) fn run(args: &Args, out: &mut dyn Write) -> io::Result<()> {
    let written = if args.phrases.is_empty() {
        io::stdin().lock().split(b'\n').try_for_each(|line| {
            let line = line?;
            show(args, String::from_utf8_lossy(&line).trim_end_matches('\r'), out)
        })
    } else {
        args.phrases.iter().try_for_each(|phrase| show(args, phrase, out))
    };
    match written.and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

fn show(args: &Args, phrase: &str, out: &mut dyn Write) -> io::Result<()> {
    let context = Context {
        label: &args.label,
        published: args.published,
        currency: args.currency.as_deref(),
        date_order: args.date_order.map(|order| match order {
            Order::Mdy => DateOrder::MonthFirst,
            Order::Dmy => DateOrder::DayFirst,
            Order::Ymd => DateOrder::YearFirst,
        }),
        ..Context::default()
    };
    let value = value::read(phrase, &context);
    match args.format {
        ValueFormat::Json => json::line(&value, out),
        ValueFormat::Text => writeln!(out, "{}", line(&value)),
    }
}

/// One line that a person understands.
fn line(value: &Value) -> String {
    let text = safe(&value.text);
    if value::is_no_claim(&value.text) {
        return format!("{text}: no claim");
    }
    let mut parts = vec![format!("{text}: {}, {}", value.kind.name(), safe(&value.understood()))];
    for (name, words) in [("hedge", &value.hedge), ("modality", &value.modality)] {
        parts.extend(words.as_deref().map(|words| format!("{name} “{}”", safe(words))));
    }
    let unit = unit(value);
    if value.parts.is_empty() {
        parts.extend(value.readings().into_iter().map(|(name, set)| format!("{name} {set}{unit}")));
    }
    parts.extend(value.remarks().into_iter().map(|(name, words)| format!("{name}: {}", safe(&words))));
    if !value.others.is_empty() {
        let others: Vec<_> = value.others.iter().map(|other| other_reading(value, other)).collect();
        parts.push(format!("by default; it may also be {}", others.join(" or ")));
    }
    let notes: Vec<String> = value.notes.iter().map(Note::to_string).collect();
    if !notes.is_empty() {
        parts.push(format!("note: {}", safe(&notes.join(", "))));
    }
    parts.join("; ")
}

/// The unit of the readings, behind a space.
fn unit(value: &Value) -> String {
    match value.unit.as_deref() {
        Some("month") => " months".to_owned(),
        Some(unit) => format!(" {}", safe(unit)),
        None => String::new(),
    }
}

/// Another reading, by its unit alone where only that differs.
fn other_reading(value: &Value, other: &Value) -> String {
    match &other.unit {
        Some(unit) if other.kind == value.kind && other.content == value.content => safe(unit),
        _ => format!("{} {}", other.kind.name(), safe(&other.understood())),
    }
}
