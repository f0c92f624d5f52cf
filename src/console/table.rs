//! The conflict table for an editor on deadline.

use std::collections::BTreeSet;
use std::io::{self, Write};

use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width};

use super::layout::{LEAST_WIDTH, STYLE, wrapped};
use super::sketch::sketch;
use super::terminal::{BOLD, DIM, style};
use super::{known, short, versions};
use crate::baseline::JudgedItem;
use crate::files::{count, safe};
use crate::findings::{Report, Shown};
use crate::fusion::Verdict;
use crate::value::Kind;
use crate::view::advice::Advice;
use crate::view::lane::cut;
use crate::view::position::{EVERY, Reason};
use crate::view::{ClaimView, Item, NearMiss, StoryView, accusation, period, position};

/// From this width on, there is room for whole paths.
const ROOMY: usize = 160;

/// Items of more claims than these show one row for each position.
const MANY: usize = 10;

/// Writes the table, for a terminal of `width` columns.
pub fn table(report: &Report, shown: &Shown, width: usize, out: &mut dyn Write) -> io::Result<()> {
    let mut hidden = 0;
    for story in &report.stories {
        let items: Vec<JudgedItem<'_>> = story.judged().filter(|item| shown.wants(*item)).collect();
        hidden += story.items.len() - items.len();
        let gone = story.gone.as_deref().unwrap_or_default();
        let stale = if shown.no_stale { &[] } else { story.stale.as_slice() };
        let quiet = items.is_empty() && stale.is_empty() && gone.is_empty();
        if quiet && story.versions.is_empty() && !shown.near {
            continue;
        }
        heading(story, width, out)?;
        // Who asks for an item gets all of it.
        let in_full = shown.accepted || shown.item.is_some();
        let long = shown.long || in_full;
        let (settled, open): (Vec<JudgedItem<'_>>, Vec<JudgedItem<'_>>) =
            items.iter().partition(|item| item.is_settled() && !in_full);
        ask(&items, width, out)?;
        for item in open.into_iter().filter(|item| item.verdict.is_conflict()) {
            if long {
                conflict(item, width, out)?;
            } else {
                short::conflict(story, item, width, out)?;
            }
        }
        known::settled(&settled, width, out)?;
        for verdict in Verdict::ALL.into_iter().filter(|verdict| !verdict.is_conflict()) {
            let items = items.iter().filter(|item| item.verdict == verdict);
            let items: Vec<&Item> = items.map(|item| item.view).collect();
            list(verdict, &items, width, out)?;
        }
        versions::list(&story.versions, width, out)?;
        if shown.near {
            near(story, width, out)?;
        }
        known::stale(stale, width, out)?;
        known::gone(gone, width, out)?;
    }
    summary(report, hidden, shown, width, out)
}

pub(super) fn heading(story: &StoryView, width: usize, out: &mut dyn Write) -> io::Result<()> {
    let title = story.title.as_ref().map(|title| format!("{} ({})", safe(title), safe(&story.name)));
    let title = title.unwrap_or_else(|| safe(&story.name));
    let days = period::of_story(story).map(|days| format!(", {days}")).unwrap_or_default();
    // What spans several stories has no folder.
    let folder =
        if story.folder.is_empty() { String::new() } else { format!(", in {}", safe(&story.folder)) };
    let outlets = format!("{}{days}{folder}", count(story.outlets, "outlet"));
    writeln!(out, "{}\n{}\n", wrapped(BOLD, &title, "", width), wrapped(DIM, &outlets, "", width))
}

/// Origins that are quoted with several values: the first thing to look into.
fn ask(items: &[JudgedItem<'_>], width: usize, out: &mut dyn Write) -> io::Result<()> {
    let mut any = false;
    for (item, found) in
        items.iter().flat_map(|item| item.view.findings.iter().map(move |found| (item, found)))
    {
        let lead = if any { "" } else { "ONE SOURCE, TWO NUMBERS  " };
        any = true;
        let line = format!("{}: {}", safe(&item.label), safe(&found.sentence));
        writeln!(out, "{}", wrapped(style(Verdict::Contradiction), lead, &line, width))?;
    }
    if any { writeln!(out) } else { Ok(()) }
}

/// One conflict: its positions with every claim, why they conflict, and what can be printed.
pub(super) fn conflict(item: JudgedItem<'_>, width: usize, out: &mut dyn Write) -> io::Result<()> {
    let view = item.view;
    let verdict = format!("{}  ", item.verdict.name().to_uppercase());
    writeln!(out, "{}", wrapped(style(item.verdict), &verdict, &safe(&item.label), width))?;
    if width < LEAST_WIDTH {
        stacked(view, width, out)?;
    } else {
        writeln!(out, "{}", rows(view, width).trim_fmt())?;
    }
    let mut lead = "line   ";
    for line in sketch(view, width.saturating_sub(lead.len())) {
        writeln!(out, "{DIM}{lead}{DIM:#}{line}")?;
        lead = "       ";
    }
    for line in reasons(view) {
        writeln!(out, "{}", wrapped(DIM, "why    ", &line, width))?;
    }
    for found in &item.findings {
        writeln!(out, "{}", wrapped(BOLD, "ask    ", &safe(&found.sentence), width))?;
    }
    for line in self_contradictions(view) {
        writeln!(out, "{}", wrapped(DIM, "self   ", &line, width))?;
    }
    writeln!(out, "{}", wrapped(DIM, "print  ", &safe(&Advice::of(view).line()), width))?;
    if !item.omitted_by.is_empty() {
        let outlets = safe(&item.omitted_by.join(", "));
        writeln!(out, "{}", wrapped(DIM, "silent ", &outlets, width))?;
    }
    if let Some(sure) = item.sure() {
        let weak = if sure.is_enough() { "" } else { ": weak, look at the labels before you use it" };
        writeln!(out, "{}", wrapped(DIM, "sure   ", &format!("the same fact, {sure}{weak}"), width))?;
    }
    for line in known::states(item) {
        writeln!(out, "{}", wrapped(DIM, "state  ", &line, width))?;
    }
    writeln!(out, "{}", wrapped(DIM, "more   ", &format!("gainsay show {}", item.id), width))?;
    if !item.is_settled() {
        let accept = format!("gainsay accept {} --reason \"…\"", item.id);
        writeln!(out, "{}", wrapped(DIM, "accept ", &accept, width))?;
    }
    writeln!(out)
}

/// The outlets that contradict themselves.
fn self_contradictions(item: &Item) -> Vec<String> {
    let told = |(a, b): (&ClaimView, &ClaimView)| {
        format!("{} contradicts itself: {} / {}", safe(&a.outlet), safe(&a.value), safe(&b.value))
    };
    accusation::self_contradictions(item).map(told).collect()
}

/// The letter of the position a claim is in; a star where it can stand with all.
fn letter(item: &Item, claim: usize) -> char {
    let position = item.positions.iter().position(|it| it.claims.contains(&claim)).unwrap_or(0);
    position::letter(if item.beside_all.contains(&claim) { EVERY } else { position })
}

fn rows(item: &Item, width: usize) -> Table {
    let mut table = Table::new();
    table.load_style(STYLE).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
    let roomy = width >= ROOMY;
    let quoted = item.claims.iter().any(|it| it.quote.is_some());
    let mut header = vec!["", "says", "outlet"];
    header.extend(quoted.then_some("quote"));
    header.extend(roomy.then_some("where"));
    table.set_header(header);
    if item.claims.len() > MANY {
        let all = item.positions.iter().map(|it| collapsed(item, &it.claims, roomy, quoted));
        table.add_rows(all);
    } else {
        for claim in position::in_order(item) {
            let it = &item.claims[claim];
            let place = place(it, roomy);
            let outlet = if roomy { told_by(it) } else { format!("{}\n{place}", told_by(it)) };
            let mut row = vec![letter(item, claim).to_string(), says(it), outlet];
            row.extend(quoted.then(|| quote(it)));
            row.extend(roomy.then_some(place));
            table.add_row(row);
        }
    }
    // The value matters most and is short; a place in one piece can be clicked; the quote takes what is left.
    let fixed = |columns: usize| Width::Fixed(u16::try_from(columns).unwrap_or(20));
    let places = item.claims.iter().map(|it| place(it, roomy).chars().count() + 2).max().unwrap_or(0);
    let words = item
        .claims
        .iter()
        .filter_map(|it| says(it).split_whitespace().map(|word| word.chars().count()).max());
    let word = words.max().unwrap_or(0) + 2;
    let between = |least: usize, most: usize| ColumnConstraint::Boundaries {
        lower: fixed(least.min(width * 2 / 5)),
        upper: fixed(most.max(least.min(width * 2 / 5))),
    };
    let outlet = if roomy { between(0, width * 22 / 100) } else { between(places, width * 34 / 100) };
    let mut constraints = vec![ColumnConstraint::ContentWidth, between(word, width * 26 / 100), outlet];
    if roomy {
        constraints.extend(quoted.then(|| ColumnConstraint::LowerBoundary(fixed(width / 5))));
        constraints.push(ColumnConstraint::ContentWidth);
    }
    table.set_constraints(constraints);
    table
}

fn collapsed(item: &Item, claims: &[usize], roomy: bool, quoted: bool) -> Vec<String> {
    let own = claims.iter().copied().find(|at| !item.beside_all.contains(at)).unwrap_or(claims[0]);
    let first = &item.claims[own];
    let mut outlets: Vec<String> = Vec::new();
    for &claim in claims {
        let outlet = safe(&item.claims[claim].outlet);
        if !outlets.contains(&outlet) {
            outlets.push(outlet);
        }
    }
    let mut row = vec![letter(item, own).to_string(), says(first), outlets.join(", ")];
    row.extend(quoted.then(|| quote(first)));
    if roomy {
        row.push(format!("{} and {} more", place(first, true), claims.len() - 1));
    }
    row
}

/// The value as worded, and below it as understood where that says more, and what limits it.
fn says(claim: &ClaimView) -> String {
    // Spaces are where a cell may break.
    let understood = safe(&claim.understood).replace('/', " to ");
    let mut lines = vec![safe(&claim.value)];
    if matches!(claim.kind, Kind::Date | Kind::Time | Kind::Stage) && !understood.is_empty() {
        // A stage repeats its words; only its place on the scale is news.
        let news = understood.strip_prefix(safe(&claim.value).as_str()).unwrap_or(&understood).trim();
        lines.extend((!news.is_empty()).then(|| format!("= {}", news.trim_matches(['(', ')']))));
    }
    lines.extend(claim.probably().map(|probably| format!("({probably})")));
    if !claim.limits.is_empty() {
        lines.push(format!("({})", safe(&claim.limits.join("; "))));
    }
    lines.join("\n")
}

fn told_by(claim: &ClaimView) -> String {
    let outlet = safe(&claim.outlet);
    match claim.according_to.as_slice() {
        [] => outlet,
        credits => format!("{outlet}, citing {}", safe(&credits.join(", "))),
    }
}

fn place(claim: &ClaimView, whole: bool) -> String {
    let file = safe(&claim.file);
    let name = file.rsplit('/').next().unwrap_or(&file);
    format!("{}:{}", if whole { &file } else { name }, claim.line)
}

fn quote(claim: &ClaimView) -> String {
    claim.quote.as_ref().map(|quote| format!("“{}”", safe(quote))).unwrap_or_default()
}

fn stacked(item: &Item, width: usize, out: &mut dyn Write) -> io::Result<()> {
    for claim in position::in_order(item) {
        let it = &item.claims[claim];
        let mut lead = format!("{} ", letter(item, claim));
        let said = says(it);
        let quote = it.quote.is_some().then(|| quote(it));
        for line in said.lines().chain([told_by(it).as_str()]).chain(quote.as_deref()) {
            writeln!(out, "{}", wrapped(BOLD, &lead, line, width))?;
            "  ".clone_into(&mut lead);
        }
        writeln!(out, "  {DIM}{}{DIM:#}", place(it, true))?;
    }
    Ok(())
}

/// One reason for each pair of positions that can't stand together, gravest first, in the item's letters.
fn reasons(item: &Item) -> Vec<String> {
    let told = |it: Reason<'_>| {
        let ((first, second), sign) = (it.letters, it.verdict.sign());
        let (x, y) = (safe(&it.claims.0.value), safe(&it.claims.1.value));
        format!("{first} {sign} {second}: {} ({x} / {y})", safe(&it.comparison.reason))
    };
    position::reasons(item).into_iter().map(told).collect()
}

/// Items that are no conflict, a few words each.
pub(super) fn list(verdict: Verdict, items: &[&Item], width: usize, out: &mut dyn Write) -> io::Result<()> {
    if items.is_empty() {
        return Ok(());
    }
    let lead = format!("{}  ", verdict.name().to_uppercase());
    writeln!(out, "{}", wrapped(style(verdict), &lead, verdict.meaning(), width))?;
    for item in items {
        let mut values: Vec<String> = Vec::new();
        for value in item.claims.iter().map(|claim| safe(&claim.value)) {
            if !values.contains(&value) {
                values.push(value);
            }
        }
        let id = item.id.get(..8).unwrap_or(&item.id);
        let line = format!("{}: {}", safe(&item.label), values.join(" / "));
        // An id in sight is what `show` wants.
        let room = width.saturating_sub(id.len() + 5).max(16);
        writeln!(out, "  {}  {DIM}{id}{DIM:#}", cut(&line, room))?;
    }
    writeln!(out)
}

/// Pairs of claims that nearly made it into one item, and would conflict there: each once, likeliest first.
fn near(story: &StoryView, width: usize, out: &mut dyn Write) -> io::Result<()> {
    let misses = story.items.iter().flat_map(|item| item.near.iter().map(move |miss| (item, miss)));
    let mut misses: Vec<(&ClaimView, &NearMiss)> = misses
        .filter(|(_, miss)| miss.verdict.is_conflict())
        .map(|(item, miss)| (&item.claims[miss.claim], miss))
        .collect();
    let place = |claim: &ClaimView| (claim.file.clone(), claim.number);
    misses.sort_by(|x, y| {
        y.1.probability
            .probability()
            .total_cmp(&x.1.probability.probability())
            .then_with(|| place(x.0).cmp(&place(y.0)))
    });
    // Both sides know of a miss.
    let mut seen = BTreeSet::new();
    misses.retain(|(claim, miss)| {
        let (a, b) = (place(claim), place(&miss.other));
        seen.insert((a.clone().min(b.clone()), a.max(b)))
    });
    if misses.is_empty() {
        return Ok(());
    }
    let what = "left apart, though something speaks for one fact; a pin settles it";
    writeln!(out, "{}", wrapped(style(Verdict::Unclear), "NEAR MISSES  ", what, width))?;
    let mut table = Table::new();
    table.load_style(STYLE).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
    for (claim, miss) in misses {
        let side = |it: &ClaimView| {
            let label = format!("{}: {}", safe(&it.subject), safe(&it.attribute));
            format!("{label}\n{}\n{} {}", safe(&it.value), safe(&it.outlet), self::place(it, false))
        };
        let sure = format!("{}\n{}", miss.probability, miss.verdict.name());
        table.add_row(vec![sure, side(claim), side(&miss.other)]);
    }
    writeln!(out, "{}\n", table.trim_fmt())
}

fn summary(
    report: &Report,
    hidden: usize,
    shown: &Shown,
    width: usize,
    out: &mut dyn Write,
) -> io::Result<()> {
    let errors = report.errors();
    if errors > 0 {
        let what = if errors == 1 { "error in a file" } else { "errors in the files" };
        let line = format!("{errors} {what}: what is wrong was left out");
        writeln!(out, "{}", wrapped(style(Verdict::Contradiction), &line, "", width))?;
    }
    let it = &report.summary;
    let colour = style(if it.new > 0 { Verdict::Contradiction } else { Verdict::Agreement });
    writeln!(out, "{}", wrapped(colour, &it.sentence(), "", width))?;
    if !shown.new_only {
        short::digest(report, shown, width, out)?;
    }
    let mut extent = it.extent();
    if shown.new_only {
        extent = format!(
            "{extent}; {} and {} stale are not shown here",
            count(it.known, "known contradiction"),
            it.stale
        );
    } else if hidden > 0 && !shown.all && shown.item.is_none() && shown.verdicts.is_empty() {
        extent = format!("{extent}; {hidden} more with --all, quotes and reasons with --long");
    }
    writeln!(out, "{}", wrapped(DIM, &extent, "", width))
}
