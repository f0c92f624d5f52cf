//! Days as people write them.

use std::borrow::Borrow;

use jiff::civil::Date;

use super::extent::{NumberLine, day_of};
use super::{ArticleView, ClaimView, StoryView};

/// From the first day to the last: `17 Dec 2025`, `Oct 2025`, `2015`, `1 Sep to 30 Nov 2025`.
pub(crate) fn period(first: Date, last: Date) -> String {
    let written = |day: Date, form: &str| day.strftime(form).to_string();
    let whole_months = first.day() == 1 && last == last.last_of_month();
    match (first, last) {
        _ if first == last => written(first, "%-d %b %Y"),
        _ if whole_months && first == first.first_of_year() && last == first.last_of_year() => {
            written(first, "%Y")
        }
        _ if whole_months && first.first_of_month() == last.first_of_month() => written(first, "%b %Y"),
        _ if first.first_of_month() == last.first_of_month() => {
            format!("{}–{}", written(first, "%-d"), written(last, "%-d %b %Y"))
        }
        _ if first.year() == last.year() => {
            format!("{} to {}", written(first, "%-d %b"), written(last, "%-d %b %Y"))
        }
        _ => format!("{} to {}", written(first, "%-d %b %Y"), written(last, "%-d %b %Y")),
    }
}

/// The day on which an article appeared, or the first and the last on which it may have.
pub(crate) fn published(article: &ArticleView) -> Option<String> {
    article.published.map(|it| it.said())
}

/// The same without the year.
pub(crate) fn briefly(article: &ArticleView) -> Option<String> {
    let said = published(article)?;
    let (_, last) = article.published()?;
    Some(said.replacen(&format!(" {}", last.year()), "", 1))
}

/// The first and the last day that a date states, where it has both.
pub(crate) fn stated(claim: &ClaimView) -> Option<(Date, Date)> {
    let extent = claim.extent.as_ref().filter(|it| it.line == NumberLine::Days)?;
    Some((day_of(extent.stated.low?)?, day_of(extent.stated.high? - 0.5)?))
}

/// One day: `17 Dec 2025`; templates hand over references.
pub(crate) fn day(day: impl Borrow<Date>) -> String {
    period(*day.borrow(), *day.borrow())
}

/// From the first day on which one of a story's articles may have appeared to the last.
pub(crate) fn of_story(story: &StoryView) -> Option<String> {
    let days: Vec<(Date, Date)> = story.articles.iter().filter_map(ArticleView::published).collect();
    let first = days.iter().map(|it| it.0).min()?;
    let last = days.iter().map(|it| it.1).max()?;
    Some(period(first, last))
}
