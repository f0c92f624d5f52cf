//! How many items have which verdict: by story, by kind of value, and by outlet.

use std::collections::BTreeMap;
use std::io::{self, Write};

use anstyle::Style;
use comfy_table::{CellAlignment, ContentArrangement, Table};

use super::layout::{STYLE, wrapped};
use super::terminal::BOLD;
use crate::baseline::JudgedItem;
use crate::files::safe;
use crate::findings::{Report, Shown};
use crate::fusion::Verdict;
use crate::view::Item;
use crate::view::accusation::self_contradictions;

/// Counts of items, verdict by verdict, and how many contradictions of them count as new.
#[derive(Default)]
struct VerdictCounts {
    of: BTreeMap<Verdict, usize>,
    new: usize,
}

impl VerdictCounts {
    fn add(&mut self, item: JudgedItem<'_>) {
        *self.of.entry(item.verdict).or_default() += 1;
        self.new += usize::from(item.is_new(Verdict::Contradiction));
    }

    fn cells(&self) -> Vec<String> {
        let total: usize = self.of.values().sum();
        let each = Verdict::ALL.iter().map(|verdict| self.of.get(verdict).copied().unwrap_or_default());
        [total, self.new].into_iter().chain(each).map(|it| it.to_string()).collect()
    }
}

/// What an outlet has part in.
#[derive(Default)]
struct OutletCounts {
    claims: usize,
    items: usize,
    contradictions: usize,
    tensions: usize,
    with_itself: usize,
    alone: usize,
    silent: usize,
}

/// Writes the tables, for a terminal of `width` columns; of the items that are asked for, or of all.
///
/// # Errors
/// Where `out` can't be written.
pub(crate) fn statistics(
    report: &Report,
    shown: &Shown,
    width: usize,
    out: &mut dyn Write,
) -> io::Result<()> {
    let shown = Shown { all: true, ..shown.clone() };
    let (mut stories, mut kinds) = (BTreeMap::new(), BTreeMap::new());
    let (mut outlets, mut all) = (BTreeMap::new(), VerdictCounts::default());
    for story in &report.stories {
        for item in story.judged().filter(|item| shown.wants(*item)) {
            all.add(item);
            stories.entry(safe(&story.name)).or_insert_with(VerdictCounts::default).add(item);
            kinds.entry(item.kind.name().to_owned()).or_insert_with(VerdictCounts::default).add(item);
            count_outlets(&item, &mut outlets);
        }
    }
    let verdicts = ["items", "new"].into_iter().chain(Verdict::ALL.map(Verdict::name));
    let verdicts: Vec<&str> = verdicts.collect();
    let rows = |counts: BTreeMap<String, VerdictCounts>| {
        counts.into_iter().map(|(name, counts)| (name, counts.cells())).collect::<Vec<_>>()
    };
    let mut by_story = rows(stories);
    if by_story.len() != 1 {
        by_story.push(("all".to_owned(), all.cells()));
    }
    table("story", &verdicts, &by_story, width, out)?;
    table("kind", &verdicts, &rows(kinds), width, out)?;
    let heads = ["claims", "items", "contradiction", "tension", "with itself", "alone", "silent"];
    let rows = outlets.into_iter().map(|(name, it): (String, OutletCounts)| {
        let counts =
            [it.claims, it.items, it.contradictions, it.tensions, it.with_itself, it.alone, it.silent];
        (name, counts.map(|it| it.to_string()).to_vec())
    });
    table("outlet", &heads, &rows.collect::<Vec<_>>(), width, out)?;
    writeln!(out, "{}", wrapped(BOLD, &report.summary.sentence(), "", width))?;
    writeln!(out, "{}", wrapped(Style::new(), &report.summary.extent(), "", width))
}

fn count_outlets(item: &Item, outlets: &mut BTreeMap<String, OutletCounts>) {
    let mut part: BTreeMap<String, (usize, Verdict, bool)> = BTreeMap::new();
    for claim in &item.claims {
        part.entry(safe(&claim.outlet)).or_insert((0, Verdict::Single, false)).0 += 1;
    }
    for it in &item.comparisons {
        let (a, b) = (&item.claims[it.a], &item.claims[it.b]);
        for claim in [a, b] {
            if let Some((_, verdict, _)) = part.get_mut(&safe(&claim.outlet)) {
                *verdict = (*verdict).max(it.verdict);
            }
        }
    }
    for (claim, _) in self_contradictions(item) {
        if let Some((.., with_itself)) = part.get_mut(&safe(&claim.outlet)) {
            *with_itself = true;
        }
    }
    for (name, (claims, verdict, with_itself)) in part {
        let it = outlets.entry(name).or_default();
        it.claims += claims;
        it.items += 1;
        it.contradictions += usize::from(verdict == Verdict::Contradiction);
        it.tensions += usize::from(verdict == Verdict::Tension);
        it.with_itself += usize::from(with_itself);
        it.alone += usize::from(item.verdict == Verdict::Single);
    }
    for name in &item.omitted_by {
        outlets.entry(safe(name)).or_default().silent += 1;
    }
}

fn table(
    of: &str,
    heads: &[&str],
    rows: &[(String, Vec<String>)],
    width: usize,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut table = Table::new();
    table.load_style(STYLE).set_content_arrangement(ContentArrangement::Disabled);
    table.set_header([of].iter().chain(heads));
    for (name, cells) in rows {
        table.add_row([name].into_iter().chain(cells));
    }
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    let lines: Vec<String> = table.lines().map(|line| line.trim_end().to_owned()).collect();
    if lines.iter().all(|line| line.chars().count() <= width) {
        lines.iter().try_for_each(|line| writeln!(out, "{line}"))?;
        return writeln!(out);
    }
    // Where the columns have no room, each row is a sentence.
    for (name, cells) in rows {
        let told = cells.iter().zip(heads).filter(|(cell, _)| *cell != "0");
        let head = |cell: &str, head: &str| match head.strip_suffix('s') {
            Some(one) if cell == "1" => one.to_owned(),
            _ => head.to_owned(),
        };
        let told: Vec<String> = told.map(|(cell, it)| format!("{cell} {}", head(cell, it))).collect();
        writeln!(out, "{}", wrapped(BOLD, &format!("{of} {name}"), "", width))?;
        writeln!(out, "{}", wrapped(BOLD, "  ", &told.join(", "), width))?;
    }
    writeln!(out)
}
