//! Everything a format may show, complete before the first one is written.

use bitcode::{Decode, Encode};
use jiff::civil::Date;
use rayon::prelude::*;
use serde::{Serialize, Serializer};

use crate::baseline::{self, State};
use crate::claim;
use crate::files::{Place, Problem, Severity};
use crate::fusion::{self, Backing, DataItem, Origins, Verdict};
use crate::linkage::{Alignment, COMPARISONS, LevelPlace, Link, PRIOR, Sure, Told};
use crate::value::Kind;

use super::extent::{self, Extent};
use super::identity;
use super::near::{Near, NearMiss};
use super::print::{Largest, OneSource, Safe};
use super::states::{Gone, Since};
use super::summary::Summary;
use super::version::Version;
use super::when::When;

/// Fewer items than these are not worth a thread of their own.
const ITEMS_AT_ONCE: usize = 64;

/// What a run found; as JSON it is `gainsay-report/2`.
#[derive(Debug)]
pub struct Report {
    /// Name and version of the shape.
    pub schema: &'static str,
    /// Counts over all stories.
    pub summary: Summary,
    /// In the order of their folders.
    pub stories: Vec<Story>,
    /// What is wrong with the files.
    pub diagnostics: Vec<Diagnostic>,
    /// The revision it is compared with, if it is.
    pub since: Option<Since>,
}

/// An accepted contradiction that is no longer found.
#[derive(Clone, Debug, Serialize, Encode, Decode)]
pub struct Stale {
    /// The id it was accepted by.
    pub id: String,
    /// The label of its item.
    pub item: String,
    /// Where it was accepted, relative to where the run started.
    pub file: String,
    /// Why it was.
    pub reason: String,
}

/// What was said when a conflict was accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Encode, Decode)]
pub struct Accepted {
    /// Where it is written, relative to where the run started.
    pub file: String,
    /// The two values, as they were worded then.
    pub values: [String; 2],
    /// Why it was accepted.
    pub reason: String,
    /// By whom.
    pub by: Option<String>,
    /// The last day it holds.
    pub until: Option<String>,
}

/// One story.
#[derive(Debug, Encode, Decode)]
pub struct Story {
    /// The name of its folder.
    pub name: String,
    /// Its data items, gravest first.
    pub items: Vec<Item>,
    /// Accepted contradictions that are no longer found.
    pub stale: Vec<Stale>,
    /// Conflicts that the revision compared with had, and that are no longer found; `None` where that can't be told.
    pub gone: Option<Vec<Gone>>,
    /// Later versions of articles, and what they say otherwise.
    pub versions: Vec<Version>,
    /// What it is about.
    pub title: Option<String>,
    /// Where it is.
    pub folder: String,
    /// How many outlets it has.
    pub outlets: usize,
    /// Its claims are those of other stories: what spans several of them.
    pub across: bool,
    /// So many words stand in so many of its labels that not all claims which share them were compared.
    pub hubs: usize,
    /// Items, by their labels, of so many different values that not each was compared with each; and how many.
    pub muddled: Vec<(String, usize)>,
    /// Its articles, in the order of their paths.
    pub articles: Vec<Article>,
    /// The settings that it was read with, by their mark.
    pub settings: String,
}

/// One article.
#[derive(Clone, Debug, Serialize, Encode, Decode)]
pub struct Article {
    /// Its claim file, relative to where the run started.
    pub file: String,
    /// Who published it.
    pub outlet: String,
    /// What the outlet is called where others credit it.
    #[serde(skip)]
    pub key: String,
    /// Its headline.
    pub title: Option<String>,
    /// When it appeared.
    pub published: Option<When>,
    /// Where it is to be read.
    pub url: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// What a bare `$` means in it.
    #[serde(skip)]
    pub currency: Option<String>,
    /// Whose copy it is.
    #[serde(skip)]
    pub wire: Option<String>,
    /// The file of its text, relative to where the run started.
    #[serde(skip)]
    pub text: Option<String>,
}

/// One data item.
#[derive(Debug, Serialize, Encode, Decode)]
pub struct Item {
    /// Stable as long as its story and label are.
    pub id: String,
    /// Subject and attribute of its most typical claim.
    pub label: String,
    /// The kind of most of its values.
    #[serde(serialize_with = "kind_name")]
    pub kind: Kind,
    /// The gravest of its comparisons.
    #[serde(serialize_with = "verdict_name")]
    pub verdict: Verdict,
    /// By file and number.
    pub claims: Vec<Claim>,
    /// Most independent origins first.
    pub positions: Vec<Position>,
    /// Every pair of its claims; between positions where there are very many.
    pub comparisons: Vec<Comparison>,
    /// The words that are fit to print, or else what the largest side says.
    pub common_ground: Option<String>,
    /// Outlets that say nothing of it, though most do and they could have known.
    pub omitted_by: Vec<String>,
    /// The words that are fit to print, if any are.
    pub safe_wording: Option<Safe>,
    /// What the side with the most behind it says: to be printed in the name of those who say it.
    pub largest_side: Option<Largest>,
    /// What a desk should look into before anything else.
    pub findings: Vec<OneSource>,
    /// What stands behind all of it.
    #[serde(skip)]
    pub backing: Backing,
    /// Claims that another outlet may tell, too, outside of the item: nobody stands alone with them.
    #[serde(skip)]
    pub echoed: Vec<usize>,
    /// Claims that every position can stand with, where there are several.
    #[serde(skip)]
    pub beside_all: Vec<usize>,
    /// The stages of the scale that its claims stand on, earliest first.
    #[serde(skip)]
    pub stages: Vec<String>,
    /// Claims that nearly joined it, likeliest first.
    #[serde(skip)]
    pub near: Vec<NearMiss>,
}

/// One claim.
#[derive(Clone, Debug, Serialize, Encode, Decode)]
pub struct Claim {
    /// Relative to where the run started.
    pub file: String,
    /// Which `[[claim]]` of the file, from 1.
    pub number: usize,
    /// The line of its value, from 1.
    pub line: usize,
    /// Who tells it.
    pub outlet: String,
    /// Who or what it is about.
    pub subject: String,
    /// Which property.
    pub attribute: String,
    /// As worded.
    pub value: String,
    /// As understood.
    pub understood: String,
    /// The words that carry it.
    pub quote: Option<String>,
    /// Who the article credits.
    pub according_to: Vec<String>,
    /// How sure it is to tell the fact of the item it is shown in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certainty: Option<Sure>,
    /// When its article appeared.
    pub published: Option<When>,
    /// When it held, where the article says so.
    pub as_of: Option<When>,
    /// What sort of value it has.
    #[serde(skip)]
    pub kind: Kind,
    /// Where its value begins.
    #[serde(skip)]
    pub begin: Place,
    /// Where its value ends: the place behind its last character.
    #[serde(skip)]
    pub end: Place,
    /// First and last line of its table.
    #[serde(skip)]
    pub lines: (usize, usize),
    /// What it says of scope, time and certainty.
    #[serde(skip)]
    pub limits: Vec<String>,
    /// What its value means to whoever looks for what was accepted.
    #[serde(skip)]
    pub meaning: String,
    /// What it covers.
    #[serde(skip)]
    pub scope: Option<String>,
    /// How firmly it is said.
    #[serde(skip)]
    pub firmness: Option<String>,
    /// The members of a value that is written as a list.
    #[serde(skip)]
    pub members: Vec<String>,
    /// Its pin.
    #[serde(skip)]
    pub pin: Option<String>,
    /// The pins that it is told apart from.
    #[serde(skip)]
    pub not: Vec<String>,
    /// Whom it credits, by one name each.
    #[serde(skip)]
    pub credits: Vec<fusion::Credit>,
    /// Where it lies on a line, if its value can.
    #[serde(skip)]
    pub extent: Option<Extent>,
}

/// Claims that can stand together.
#[derive(Debug, Serialize, Encode, Decode)]
pub struct Position {
    /// The narrowest value among them.
    pub understood: String,
    /// Positions in the item's claims.
    pub claims: Vec<usize>,
    /// Who they rest on.
    pub origins: Vec<String>,
    /// What stands behind it, and behind no other one.
    #[serde(skip)]
    pub backing: Backing,
}

/// Two claims of an item, by their positions in its claims.
#[derive(Debug, Serialize, Encode, Decode)]
pub struct Comparison {
    /// The one.
    pub a: usize,
    /// The other.
    pub b: usize,
    /// How they stand to each other.
    #[serde(serialize_with = "verdict_name")]
    pub verdict: Verdict,
    /// Why, in one sentence.
    pub reason: String,
    /// How likely both are about the same fact, from 0 to 1.
    pub r#match: Sure,
    /// A conflict that no one has accepted as it is now.
    pub new: bool,
    /// What is known of the conflict, if it is one.
    #[serde(serialize_with = "state_name")]
    pub state: Option<State>,
    /// The conflict's identity.
    pub id: String,
    /// What was said when it, or what it has changed from, was accepted.
    pub accepted: Option<Box<Accepted>>,
    /// Why they are taken for one fact.
    pub waterfall: Waterfall,
}

/// The steps from the prior to a match weight, in bits.
#[derive(Clone, Debug, Serialize, Encode, Decode)]
pub struct Waterfall {
    /// Before anything is compared.
    pub prior: f64,
    /// One level a comparison; as JSON the ones that weigh anything.
    #[serde(serialize_with = "weighty")]
    pub levels: [LevelPlace; COMPARISONS],
    /// The sum.
    pub weight: f64,
    /// What a person has said of the two.
    pub pinned: Option<bool>,
}

/// A problem in a file.
#[derive(Debug, Serialize)]
pub struct Diagnostic {
    /// `error` or `warning`.
    pub severity: &'static str,
    /// The rule that found it, if it has a name; `gainsay explain` tells more of it.
    pub rule: Option<&'static str>,
    /// Relative to where the run started.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// Where it ends, from 1.
    pub end_line: usize,
    /// The column behind its last character, from 1.
    pub end_column: usize,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
fn verdict_name<S: Serializer>(verdict: &Verdict, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(verdict.name())
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
fn kind_name<S: Serializer>(kind: &Kind, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(kind.name())
}

#[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
fn state_name<S: Serializer>(state: &Option<State>, serializer: S) -> Result<S::Ok, S::Error> {
    state.map(State::name).serialize(serializer)
}

/// Levels as `"comparison: level": bits`.
fn weighty<S: Serializer>(levels: &[LevelPlace], serializer: S) -> Result<S::Ok, S::Error> {
    let weighty = levels.iter().filter(|level| level.bits != 0.0);
    serializer.collect_map(weighty.map(|level| (level.title, level.bits)))
}

impl Report {
    /// The report of some stories and of all problems met on the way.
    pub fn new(stories: Vec<Story>, articles: usize, problems: &[Problem]) -> Self {
        let summary = Summary::new(&stories.iter(), articles);
        let diagnostics = problems.iter().map(Diagnostic::new).collect();
        Self { schema: "gainsay-report/2", summary, stories, diagnostics, since: None }
    }
}

impl Story {
    /// The view of an aligned and fused story.
    pub fn new(story: &claim::Story, alignment: &Alignment<'_>, items: &[DataItem]) -> Self {
        Self::by(story, alignment, items, &Origins::of(story))
    }

    /// The view of a story whose origins are known already.
    pub fn by(
        story: &claim::Story,
        alignment: &Alignment<'_>,
        items: &[DataItem],
        origins: &Origins<'_>,
    ) -> Self {
        let outlets: std::collections::BTreeSet<&str> =
            story.articles.iter().map(|article| article.outlet.as_str()).collect();
        let near = Near::new(alignment);
        let view = |item: &DataItem| Item::new(story, alignment, origins, item, &near);
        let mut views: Vec<Item> = items.par_iter().with_min_len(ITEMS_AT_ONCE).map(view).collect();
        identity::tell_apart(&story.name, &mut views);
        Self {
            name: story.name.clone(),
            title: story.title.clone(),
            folder: story.folder.clone(),
            outlets: outlets.len(),
            stale: Vec::new(),
            gone: None,
            versions: fusion::versions(story).iter().map(Version::new).collect(),
            across: false,
            hubs: alignment.hubs,
            muddled: items.iter().filter_map(|it| Some((it.label.clone(), it.muddled?))).collect(),
            articles: story.articles.iter().map(|article| Article::new(article, origins)).collect(),
            settings: String::new(),
            items: views,
        }
    }
}

impl Article {
    /// The first and the last day on which it may have appeared.
    pub fn published(&self) -> Option<(Date, Date)> {
        self.published?.days()
    }

    fn new(article: &claim::Article, origins: &Origins<'_>) -> Self {
        Self {
            file: article.file.path().to_owned(),
            outlet: article.outlet.clone(),
            key: origins.outlet(&article.outlet).into_owned(),
            title: article.title.clone(),
            published: article.appeared().and_then(When::of),
            url: article.url.clone(),
            author: article.author.clone(),
            currency: article.currency.clone(),
            wire: article.wire.clone(),
            text: article.body.as_ref().map(|it| it.path().to_owned()),
        }
    }
}

impl Story {
    /// How many claims it has.
    pub fn claims(&self) -> usize {
        self.items.iter().map(|item| item.claims.len()).sum()
    }
}

impl Item {
    fn new(
        story: &claim::Story,
        alignment: &Alignment<'_>,
        origins: &Origins<'_>,
        item: &DataItem,
        near: &Near<'_>,
    ) -> Self {
        let claim = |(&at, &certainty): (&usize, &Sure)| {
            let told = alignment.claims[at];
            let credits = origins.credits(told);
            Claim { credits, certainty: Some(certainty), ..Claim::new(told) }
        };
        let claims: Vec<Claim> = item.claims.iter().zip(&item.certainties).map(claim).collect();
        let comparisons = item.comparisons.iter().map(|it| {
            let (a, b) = (&claims[it.a].meaning, &claims[it.b].meaning);
            Comparison {
                a: it.a,
                b: it.b,
                verdict: it.verdict,
                reason: it.reason.clone(),
                r#match: it.link.sure(),
                new: it.verdict.is_conflict(),
                state: it.verdict.is_conflict().then_some(State::New),
                id: baseline::conflict_id(&story.name, a, b),
                accepted: None,
                waterfall: Waterfall::new(&it.link),
            }
        });
        let positions = item.positions.iter().map(Position::new);
        let safe = item.safe.as_ref().map(Safe::new);
        let largest = item.largest.as_ref().map(Largest::new);
        Self {
            id: baseline::item_id(&story.name, &item.label),
            label: item.label.clone(),
            kind: item.kind,
            verdict: item.verdict,
            comparisons: comparisons.collect(),
            positions: positions.collect(),
            common_ground: safe.clone().map(|it| it.words).or_else(|| largest.clone().map(|it| it.words)),
            safe_wording: safe,
            largest_side: largest,
            findings: item.one_source.iter().map(|it| OneSource::new(it, &claims)).collect(),
            backing: item.backing,
            echoed: item.echoed.clone(),
            beside_all: item.beside_all.clone(),
            omitted_by: item.omitted_by.clone(),
            near: near.of(story, alignment, item),
            stages: extent::stages(&claims, &story.desk),
            claims,
        }
    }
}

/// Three decimals are as many as anyone can use, and as many as stay the same everywhere.
pub(super) fn rounded(probability: f64) -> f64 {
    (probability * 1000.0).round() / 1000.0
}

impl Claim {
    /// A claim as it is told.
    pub fn new(told: Told<'_>) -> Self {
        let (article, claim) = (told.article, told.claim);
        let line = |at: usize| article.file.line(at);
        let limits = [
            claim.scope.as_ref().map(|scope| format!("covers {scope}")),
            claim.held().and_then(When::of).map(|it| format!("as of {}", it.said())),
            claim.certainty.map(|certainty| certainty.name().to_owned()),
        ];
        let understood = claim.value.understood();
        Self {
            file: article.file.path().to_owned(),
            number: claim.number,
            line: line(claim.value_span.start),
            outlet: article.outlet.clone(),
            subject: claim.subject.clone(),
            attribute: claim.attribute.clone(),
            kind: claim.value.kind,
            value: claim.value.text.clone(),
            meaning: baseline::meaning(&understood, &claim.value.text),
            understood,
            scope: claim.scope.clone(),
            firmness: claim.certainty.map(|it| it.name().to_owned()),
            members: claim.members.clone(),
            pin: claim.item.clone(),
            not: claim.not.clone(),
            quote: claim.quote.clone(),
            according_to: claim.according_to.clone(),
            certainty: None,
            published: article.appeared().and_then(When::of),
            as_of: claim.held().and_then(When::of),
            begin: article.file.place(claim.value_span.start),
            end: article.file.place(claim.value_span.end),
            lines: (line(claim.span.start), line(claim.span.end.saturating_sub(1))),
            limits: limits.into_iter().flatten().collect(),
            credits: Vec::new(),
            extent: Extent::of(&claim.value),
        }
    }

    /// Where it is not sure enough to tell the fact of its item: that, in words.
    pub fn probably(&self) -> Option<String> {
        self.certainty.filter(|it| !it.is_enough()).map(|it| format!("probably the same fact: {it}"))
    }
}

impl Position {
    fn new(position: &fusion::Position) -> Self {
        Self {
            understood: position.understood.clone(),
            claims: position.claims.clone(),
            origins: position.origins.clone(),
            backing: position.backing,
        }
    }
}

impl Waterfall {
    /// The steps of a link.
    pub fn new(link: &Link) -> Self {
        let levels = std::array::from_fn(|at| LevelPlace::new(at, link.levels[at]));
        Self { prior: PRIOR, levels, weight: rounded(link.weight), pinned: link.pinned }
    }
}

impl Diagnostic {
    fn new(problem: &Problem) -> Self {
        let place = problem.place();
        let end = problem.file.place(problem.span.end.max(problem.span.start));
        Self {
            severity: match problem.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            file: problem.file.path().to_owned(),
            rule: problem.rule,
            line: place.line,
            column: place.column,
            end_line: end.line,
            end_column: end.column,
            message: problem.message.clone(),
            hint: problem.hint.clone(),
        }
    }
}
