//! An article that says that it appears on a day to come.

use jiff::civil::Date;

use crate::claim::Article;
use crate::files::{Problem, Severity};

pub(super) fn check(article: &Article, today: Option<Date>) -> Option<Problem> {
    // Where the outlet sits it may be tomorrow already, and clocks are wrong by hours.
    let last = today?.tomorrow().ok()?;
    let first = article.published?.low.filter(|first| *first > last)?;
    let span = article.published_span.clone()?;
    let message = format!("`published` is {first}, and that day is still to come");
    let problem = Problem::new(Severity::Warning, &article.file, span, message).rule("published-in-future");
    Some(problem.hint("look at the year, and at which is the day and which the month"))
}
