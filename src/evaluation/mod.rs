//! How well gainsay does on stories that people have annotated, and what its weights would be by their annotations.

mod calibration;
mod estimate;
mod gold;
mod regression;
mod review;
mod safety;
mod sample;
mod score;
mod table;
mod verdicts;

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use serde::Serialize;

pub use crate::files::json::pretty as json;
pub use calibration::{Bin, calibration};
pub use estimate::{LevelEstimate, Weights, weights};
pub use gold::{ClaimPair, Gold};
pub use review::{Reviewed, review};
pub use safety::{
    Assertion, AssertionKind, ErrorTally, Safety, SafetyCounts, StorySafety, safety, safety_table,
};
pub use score::{Counts, Mistake, PairClaim, Scores, Wrong};
pub use table::{calibration_table, review_table, table, weights_table};
pub use verdicts::{Misjudged, Share, StoryVerdicts, VerdictScores, Verdicts, verdicts, verdicts_table};

use crate::claim::Story;
use crate::config;
use crate::files::{self, Folder, Problem};
use crate::fusion::Verdict;

/// The file beside the claim files of an annotated story.
const GOLD: &str = "gold.json";

/// A story and what people have said of its claims.
#[derive(Debug)]
pub struct Annotated {
    /// The story.
    pub story: Story,
    /// What people say.
    pub gold: Gold,
}

/// The annotated stories in a folder: those of its folders, and itself, that hold a `gold.json`; in the order of
/// their paths. Whatever is wrong with them goes to `problems`.
pub fn read(folder: &Path, settings: Option<&Path>, problems: &mut Vec<Problem>) -> Vec<Annotated> {
    let desk = config::load(settings, problems);
    let folders = annotated_folders(folder);
    let stories = folders.into_iter().map(|path| {
        let (found, mut wrong) = files::find(std::slice::from_ref(&path));
        problems.append(&mut wrong);
        let none = || Folder { path: path.clone(), claim_files: BTreeSet::new() };
        let folder = found.into_iter().find(|it| it.path == path).unwrap_or_else(none);
        let story = Story::read(&folder, &desk, problems);
        let gold = Gold::read(&path.join(GOLD), &story, problems);
        Annotated { story, gold }
    });
    stories.collect()
}

fn annotated_folders(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let below = entries.map(|entry| folder.join(entry.file_name()));
    let mut folders: Vec<PathBuf> = below.chain([folder.to_path_buf()]).map(|it| plain(&it)).collect();
    folders.retain(|it| it.join(GOLD).is_file());
    folders.sort();
    folders
}

/// A path as [`files::find`] has it: without `.`, unless it is nothing else.
fn plain(path: &Path) -> PathBuf {
    let plain: PathBuf = path.components().filter(|part| *part != Component::CurDir).collect();
    if plain.as_os_str().is_empty() { PathBuf::from(".") } else { plain }
}

/// How well annotated stories came out. As JSON its first three keys are the totals.
#[derive(Debug, Serialize)]
pub struct Evaluation {
    /// Over all stories (micro average).
    #[serde(flatten)]
    pub all: Scores,
    /// Story by story.
    pub stories: Vec<StoryScores>,
    /// Pairs by the verdict annotated and the verdict found, over all stories.
    pub confusion: Vec<ConfusionCell>,
}

/// How well one story came out.
#[derive(Debug, Serialize)]
pub struct StoryScores {
    /// The folder's name.
    pub name: String,
    /// Its figures.
    #[serde(flatten)]
    pub scores: Scores,
    /// Every pair that was got wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub errors: Option<Vec<Wrong>>,
}

/// Pairs of one annotated and one found verdict; none where the two are not in one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ConfusionCell {
    /// What people say.
    pub gold: Option<&'static str>,
    /// What was found.
    pub found: Option<&'static str>,
    /// How many.
    pub pairs: usize,
}

/// Measures annotated stories; with every wrong pair, where `errors` are wanted.
pub fn evaluate(stories: &[Annotated], errors: bool) -> Evaluation {
    let mut all = Scores::default();
    let mut confusion = score::Confusion::new();
    let mut measured = Vec::new();
    for Annotated { story, gold } in stories {
        let scored = score::score(story, gold);
        all.add(scored.scores);
        for (cell, pairs) in scored.confusion {
            *confusion.entry(cell).or_default() += pairs;
        }
        let errors = errors.then_some(scored.wrong);
        measured.push(StoryScores { name: story.name.clone(), scores: scored.scores, errors });
    }
    Evaluation { all, stories: measured, confusion: cells(confusion) }
}

/// The cells of a table, gravest first.
fn cells(confusion: score::Confusion) -> Vec<ConfusionCell> {
    let name = |verdict: Option<Verdict>| verdict.map(Verdict::name);
    let cells = confusion.into_iter().rev();
    cells
        .map(|((gold, found), pairs)| ConfusionCell { gold: name(gold), found: name(found), pairs })
        .collect()
}
