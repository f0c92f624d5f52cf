//! What a careful colleague would see in claim files: rules with stable names, each finding at its place, with a hint.
//!
//! What the readers of files find has rule names as well, and is not looked for again here.

mod alias;
mod catalogue;
mod dates;
mod dialect;
mod figures;
mod fix;
mod future;
mod items;
mod labels;
mod pins;
mod quotes;
mod seen;
mod swapped;
mod unread;

use std::ops::Range;

use jiff::civil::Date;

use crate::claim::{Article, Claim, Conventions, Story};
use crate::files::{Problem, Severity};
use crate::linkage::Alignment;
use crate::value::Context;

pub use catalogue::{EXAMPLE_ARTICLE, Rule, find, rules};
pub use fix::fixed;
pub use seen::LintCache;

/// All findings of a story on a day, sorted by file and place; articles that are as they were when they were last seen are
/// not looked through again. Where no day is given, none is to come.
pub fn story(
    story: &Story,
    alignment: &Alignment<'_>,
    seen: &LintCache,
    today: Option<Date>,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    alias::check(&story.desk, &mut problems);
    for article in story.all_articles() {
        problems.extend(seen.article(article, &story.desk));
        problems.extend(future::check(article, today));
    }
    for article in &story.articles {
        labels::check(article, &story.desk, alignment, &mut problems);
    }
    items::check(&story.desk, alignment, &mut problems);
    pins::check(&story.desk, alignment, &mut problems);
    Problem::sort(&mut problems);
    problems
}

/// What can be seen in an article alone, without what others of its story say.
pub fn article(article: &Article, desk: &Conventions) -> Vec<Problem> {
    let mut problems = Vec::new();
    dialect::check(&article.file, &mut problems);
    for claim in &article.claims {
        let case = LintedClaim { article, desk, claim };
        problems.extend(quotes::check(&case));
        problems.extend(dates::check(&case));
        problems.extend(figures::check(&case));
        problems.extend(unread::check(&case));
    }
    problems
}

/// A claim with what decides how it is read.
struct LintedClaim<'a> {
    article: &'a Article,
    desk: &'a Conventions,
    claim: &'a Claim,
}

impl LintedClaim<'_> {
    /// How a phrase is read under a label, as the claim's own value was.
    fn context<'c>(&'c self, label: &'c str) -> Context<'c> {
        Context {
            label,
            published: self.article.published,
            currency: self.article.currency.as_deref().or(self.desk.currency.as_deref()),
            ..self.desk.context()
        }
    }

    fn label(&self) -> String {
        format!("{} {}", self.claim.subject, self.claim.attribute)
    }

    fn finding(&self, rule: &'static str, span: &Range<usize>, message: impl Into<String>) -> Problem {
        Problem::new(Severity::Warning, &self.article.file, span.clone(), message).rule(rule)
    }
}
