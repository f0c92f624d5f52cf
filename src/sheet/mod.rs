//! Claims as a sheet: a table of comma separated values with named columns becomes claim files.

mod article;
mod cell;
mod columns;
mod rows;

pub use cell::{joined, works};

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use article::{ArticleRows, Written};
use columns::Use;
use rows::Cell;

use crate::claim::{Conventions, Story};
use crate::files::{self, Folder, Problem, Severity, TextFile};
use crate::layout;

/// A claim file that a sheet makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimFile {
    /// Where it belongs.
    pub path: PathBuf,
    /// In canonical layout.
    pub text: String,
    /// How many claims it has.
    pub claims: usize,
}

/// The settings that hold for a story's folder, and what is wrong with them.
pub type DeskOf<'a> = &'a mut dyn FnMut(&Path, &mut Vec<Problem>) -> Conventions;

/// The claim files that a sheet makes, in the order of their paths: all of them in the folder `into`, or else each in that
/// of its story below `claims`, and read with the settings that `desk` gives for it. What is wrong goes to `problems`, at its
/// row and column; after an error nothing is to be written.
pub fn claim_files(
    sheet: &Arc<TextFile>,
    into: Option<&Path>,
    claims: &Path,
    desk: DeskOf<'_>,
    problems: &mut Vec<Problem>,
) -> Vec<ClaimFile> {
    let rows = match rows::rows(sheet) {
        Ok(rows) => rows,
        Err(problem) => {
            problems.push(*problem);
            return Vec::new();
        }
    };
    let mut rows = rows.into_iter();
    let head = rows.next().unwrap_or_default();
    let columns = columns::columns(sheet, &head, problems);
    if Problem::any_error(problems) {
        return Vec::new();
    }
    let mut grouped = Grouped { sheet, into, claims, articles: BTreeMap::new() };
    // The first row has the names.
    for (number, cells) in (2..).zip(rows) {
        if cells.iter().any(|cell| !cell.text.trim().is_empty())
            && let Err(problem) = Row::new(sheet, number, &columns, &cells).and_then(|row| grouped.add(row))
        {
            problems.push(*problem);
        }
    }
    if grouped.articles.is_empty() && !Problem::any_error(problems) {
        let problem = Problem::new(Severity::Error, sheet, 0..0, "the sheet has no row of a claim");
        problems.push(problem.hint("the first row names the columns, each row below it is a claim"));
    }
    let articles = grouped.named();
    check(sheet, &articles, desk, problems);
    articles.into_iter().map(|(path, article)| finished(path, &article, problems)).collect()
}

/// A row with its cells by what becomes of them; empty ones are none.
struct Row {
    number: usize,
    cells: BTreeMap<&'static str, Cell>,
    members: Vec<String>,
    story: Option<Cell>,
    file: Option<Cell>,
    line: Option<usize>,
    /// The keys of its article.
    article: BTreeMap<&'static str, Cell>,
    /// Where it stands.
    start: usize,
}

impl Row {
    fn new(
        sheet: &Arc<TextFile>,
        number: usize,
        columns: &[Option<Use>],
        cells: &[Cell],
    ) -> Result<Self, Box<Problem>> {
        let start = cells.first().map_or(0, |it| it.span.start);
        let mut row = Self {
            number,
            cells: BTreeMap::new(),
            members: Vec::new(),
            story: None,
            file: None,
            line: None,
            article: BTreeMap::new(),
            start,
        };
        for (at, cell) in cells.iter().enumerate().filter(|(_, it)| !it.text.trim().is_empty()) {
            let text = cell::plain(&cell.text).trim().to_owned();
            let cell = Cell { text, span: cell.span.clone() };
            match columns.get(at).copied().flatten() {
                Some(Use::Article(key)) => drop(row.article.insert(key, cell)),
                Some(Use::Claim(key)) => drop(row.cells.insert(key, cell)),
                Some(Use::Members) => row.members = cell::parted(&cell.text),
                Some(Use::Story) => row.story = Some(cell),
                Some(Use::File) => row.file = Some(cell),
                Some(Use::Line) => row.line = cell.text.parse().ok(),
                Some(Use::WorkedOut) => {}
                None => {
                    let message = format!("row {number}: a cell in column {}, which has no name", at + 1);
                    let problem = Problem::new(Severity::Error, sheet, cell.span, message);
                    return Err(Box::new(
                        problem.hint("give the column a name in the first row, or clear it"),
                    ));
                }
            }
        }
        Ok(row)
    }
}

/// What keeps articles apart: the folder, and the file or else outlet, day, and address or title.
type Mark = (PathBuf, [String; 4]);

/// Rows by their articles.
struct Grouped<'a> {
    sheet: &'a Arc<TextFile>,
    into: Option<&'a Path>,
    claims: &'a Path,
    articles: BTreeMap<Mark, ArticleRows>,
}

impl Grouped<'_> {
    fn add(&mut self, row: Row) -> Result<(), Box<Problem>> {
        let folder = self.folder(&row)?;
        let file = row.file.as_ref().map(|cell| self.file_name(row.number, cell)).transpose()?;
        let said = |key: &str| row.article.get(key).map(|it| it.text.clone());
        let other = said("url").or_else(|| said("title"));
        let mark = match file.clone() {
            Some(name) => [Some(name), None, None, None],
            None => [None, said("outlet"), said("published"), other],
        };
        let mark = mark.map(Option::unwrap_or_default);
        let sheet = self.sheet;
        let article = self.articles.entry((folder, mark)).or_insert_with(|| ArticleRows::new(file));
        article.add(sheet, row)
    }

    /// The folder of a row's story.
    fn folder(&self, row: &Row) -> Result<PathBuf, Box<Problem>> {
        let refuse = |span, message: &str, hint: &str| {
            let message = format!("row {}: {message}", row.number);
            Box::new(Problem::new(Severity::Error, self.sheet, span, message).hint(hint))
        };
        let Some(story) = &row.story else {
            let hint = "name the folder with --into claims/STORY, or add a column `story`";
            return self
                .into
                .map(Path::to_owned)
                .ok_or_else(|| refuse(row.start..row.start, "no story", hint));
        };
        if let Some(into) = self.into {
            return Ok(into.to_owned());
        }
        let name = &story.text;
        if !is_plain(name) || name == "accepted" || name == "schema" {
            let hint = "a story is called like its folder, such as openai-amazon";
            return Err(refuse(story.span.clone(), "`story` is no name of a folder", hint));
        }
        Ok(self.claims.join(name))
    }

    /// The name of a row's claim file; its folder is that of the story.
    fn file_name(&self, number: usize, cell: &Cell) -> Result<String, Box<Problem>> {
        let name = cell.text.rsplit(['/', '\\']).next().unwrap_or_default();
        let is_claim_file =
            name.strip_suffix(".toml").is_some() && name != "story.toml" && name != "gainsay.toml";
        if is_claim_file && is_plain(name) {
            return Ok(name.to_owned());
        }
        let message = format!("row {number}: `file` names no claim file");
        let problem = Problem::new(Severity::Error, self.sheet, cell.span.clone(), message);
        Err(Box::new(
            problem.hint("such as example-times.toml; without the column it is called after its outlet"),
        ))
    }

    /// The articles with their paths; those that have no name are called after their outlets.
    fn named(self) -> BTreeMap<PathBuf, ArticleRows> {
        let mut taken: BTreeSet<PathBuf> = BTreeSet::new();
        let mut named = BTreeMap::new();
        for ((folder, _), article) in self.articles {
            let name = article.name().map_or_else(|| called_after(&article), str::to_owned);
            let stem = name.trim_end_matches(".toml").to_owned();
            let numbered = (2..).map(|number: usize| format!("{stem}-{number}.toml"));
            let mut paths = std::iter::once(name).chain(numbered).map(|name| folder.join(name));
            let Some(path) = paths.find(|path| !taken.contains(path)) else { continue };
            taken.insert(path.clone());
            named.insert(path, article);
        }
        named
    }
}

fn called_after(article: &ArticleRows) -> String {
    match files::slug(article.outlet()) {
        name if name == "story" || name == "gainsay" => format!("{name}-article.toml"),
        name => format!("{name}.toml"),
    }
}

/// Whether a name stays in its folder, and is no hidden one.
fn is_plain(name: &str) -> bool {
    !name.starts_with('.')
        && !name.contains(['/', '\\', ':'])
        && !name.chars().any(char::is_control)
        && name.len() < 200
}

/// Reads the files as any others, and tells at the cells what is wrong.
fn check(
    sheet: &Arc<TextFile>,
    articles: &BTreeMap<PathBuf, ArticleRows>,
    desk: DeskOf<'_>,
    problems: &mut Vec<Problem>,
) {
    let mut folders: BTreeMap<PathBuf, BTreeSet<PathBuf>> = BTreeMap::new();
    let mut texts: BTreeMap<&Path, Arc<TextFile>> = BTreeMap::new();
    let mut by_name: BTreeMap<String, Written> = BTreeMap::new();
    for (path, article) in articles {
        let folder = path.parent().unwrap_or(Path::new(".")).to_owned();
        folders.entry(folder).or_default().insert(path.clone());
        let (name, written) = (files::shown_path(path), article.written());
        texts.insert(path, Arc::new(TextFile::new(name.clone(), written.text.clone())));
        by_name.insert(name, written);
    }
    let read = |path: &Path| match texts.get(path) {
        Some(text) => Ok(Arc::clone(text)),
        None => TextFile::read(path),
    };
    for (path, claim_files) in folders {
        let mut found = Vec::new();
        let desk = desk(&path, problems);
        Story::read_by(&read, &Folder { path, claim_files }, &desk, &mut found);
        for problem in found {
            // What is wrong with the story's own file is told by `gainsay check`.
            let Some(written) = by_name.get(problem.file.path()) else { continue };
            let (number, span) = written.place(problem.span.start);
            let message = format!("row {number}: {}", problem.message);
            let located = Problem::new(problem.severity, sheet, span, message).hint(problem.hint);
            problems.push(Problem { rule: problem.rule, ..located });
        }
    }
    Problem::sort(problems);
}

/// The file in canonical layout.
fn finished(path: PathBuf, article: &ArticleRows, problems: &mut Vec<Problem>) -> ClaimFile {
    let written = article.written().text;
    let file = Arc::new(TextFile::new(files::shown_path(&path), written));
    let text = layout::formatted(&file).unwrap_or_else(|found| {
        problems.extend(found);
        String::new()
    });
    ClaimFile { path, text, claims: article.claims() }
}
