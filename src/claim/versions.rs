//! Versions of one article: the later one counts, and the earlier one is kept only to tell what has changed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use jiff::civil::Date;
use toml::Spanned;

use super::Article;
use super::fields::{closest, plain};
use crate::files::{Problem, Read, Severity};
use crate::value::Interval;

/// What an article's file says of its versions, each with its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VersionKeys {
    /// Where the article is to be read: files with one address are versions.
    pub url: Option<Spanned<String>>,
    /// The claim file of the version that it replaces.
    pub replaces: Option<Spanned<String>>,
}

/// A version of an article that a later one has replaced.
#[derive(Clone, Debug)]
pub struct EarlierVersion {
    /// The article, with the claims that count no longer.
    pub article: Article,
    /// The claim file of the version that took its place.
    pub by: String,
}

/// The articles that count, and those that later versions have replaced.
pub(super) fn part(
    read: &Read<'_>,
    articles: Vec<Article>,
    problems: &mut Vec<Problem>,
) -> (Vec<Article>, Vec<EarlierVersion>) {
    let mut by = named(read, &articles, problems);
    break_circles(&articles, &mut by, problems);
    same_address(&articles, &mut by, problems);
    let files: Vec<String> = articles.iter().map(|it| it.file.path().to_owned()).collect();
    let (mut counting, mut earlier) = (Vec::new(), Vec::new());
    for (at, article) in articles.into_iter().enumerate() {
        match by.get(&at) {
            Some(&later) => earlier.push(EarlierVersion { article, by: files[later].clone() }),
            None => counting.push(article),
        }
    }
    (counting, earlier)
}

/// Which article replaces which, as the files say: the places of the earlier ones, each with that of the later one.
fn named(read: &Read<'_>, articles: &[Article], problems: &mut Vec<Problem>) -> BTreeMap<usize, usize> {
    let mut by = BTreeMap::new();
    for (at, article) in articles.iter().enumerate() {
        let Some(name) = &article.version.replaces else { continue };
        let path = Path::new(article.file.path()).with_file_name(name.get_ref());
        let is_it = |other: &Article| Path::new(other.file.path()) == path;
        match articles.iter().position(is_it) {
            Some(earlier) => {
                by.entry(earlier).or_insert(at);
            }
            // A file that was not asked for, or is broken, is there all the same.
            None if is_claim_file(name.get_ref()) && read(&path).is_ok() => {}
            None => problems.push(no_such_file(article, name, articles)),
        }
    }
    by
}

/// Whether a name is one that a claim file of the same folder can have.
fn is_claim_file(name: &str) -> bool {
    let path = Path::new(name);
    path.file_name().is_some_and(|it| it == name)
        && path.extension().is_some_and(|it| it == "toml")
        && !matches!(name, "story.toml" | "gainsay.toml")
}

fn no_such_file(article: &Article, name: &Spanned<String>, articles: &[Article]) -> Problem {
    let others = articles.iter().filter(|it| it.file.path() != article.file.path());
    let names: Vec<&str> = others.filter_map(|it| Path::new(it.file.path()).file_name()?.to_str()).collect();
    let asked = name.get_ref();
    let meant = names.iter().copied().find(|it| it.strip_suffix(".toml") == Some(asked));
    let hint = match meant.or_else(|| closest(asked, names.into_iter())) {
        Some(near) => format!("did you mean \"{near}\"?"),
        None => "name the claim file of the earlier version, which lies in the same folder".to_owned(),
    };
    let message = format!("`replaces` names no claim file of the story: {}", plain(asked));
    let problem = Problem::new(Severity::Error, &article.file, name.span(), message);
    problem.hint(hint).rule("no-replaced-file")
}

/// Articles that replace each other in a circle all count, and each of their files says so.
fn break_circles(articles: &[Article], by: &mut BTreeMap<usize, usize>, problems: &mut Vec<Problem>) {
    let returns = |start: &usize| {
        let next = |at: &usize| by.get(at).copied();
        std::iter::successors(next(start), next).take(articles.len()).any(|at| at == *start)
    };
    let circle: BTreeSet<usize> = by.keys().copied().filter(|at| returns(at)).collect();
    for &at in &circle {
        let Some(name) = &articles[at].version.replaces else { continue };
        let message = if by.get(&at) == Some(&at) {
            "the file replaces itself"
        } else {
            "the files replace each other in a circle"
        };
        let problem = Problem::new(Severity::Error, &articles[at].file, name.span(), message);
        let hint =
            "only the later version names the file of the earlier one; remove the key from the first of them";
        problems.push(problem.hint(hint).rule("circle-of-versions"));
    }
    by.retain(|at, _| !circle.contains(at));
}

/// Files with one address are versions: each is replaced by the next one in the order of their days.
fn same_address(articles: &[Article], by: &mut BTreeMap<usize, usize>, problems: &mut Vec<Problem>) {
    let mut of_address: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, article) in articles.iter().enumerate().filter(|(at, _)| !by.contains_key(at)) {
        if let Some(url) = &article.version.url {
            of_address.entry(address(url.get_ref())).or_default().push(at);
        }
    }
    for versions in of_address.into_values().filter(|it| it.len() > 1) {
        let later = |at: usize| {
            let after = versions.iter().copied().filter(|&it| is_before(&articles[at], &articles[it]));
            after.reduce(|next, it| if is_before(&articles[it], &articles[next]) { it } else { next })
        };
        let replaced: Vec<(usize, usize)> =
            versions.iter().filter_map(|&at| later(at).map(|later| (at, later))).collect();
        by.extend(replaced);
        let last: Vec<usize> = versions.iter().copied().filter(|at| !by.contains_key(at)).collect();
        if let [first, _, ..] = last.as_slice() {
            problems.extend(last.iter().filter_map(|&at| {
                let other = last.iter().copied().find(|&it| it != at).unwrap_or(*first);
                of_one_day(&articles[at], &articles[other])
            }));
        }
    }
}

fn of_one_day(article: &Article, other: &Article) -> Option<Problem> {
    let url = article.version.url.as_ref()?;
    let message = "two files have this address, and nothing says which version is the later one: both count";
    let name = Path::new(other.file.path()).file_name().unwrap_or_default().to_string_lossy();
    let problem = Problem::new(Severity::Warning, &article.file, url.span(), message);
    let name = super::toml_text(&name);
    let hint =
        format!("if this is the later version, write replaces = {name}; if not, give each the day it is of");
    let theirs = other.version.url.as_ref()?.span();
    Some(problem.hint(hint).rule("versions-of-one-day").related(&other.file, theirs, "the other one"))
}

/// Whether an article is known to be of an earlier day.
fn is_before(article: &Article, other: &Article) -> bool {
    let ends = |it: Interval<Date>| it.low.zip(it.high);
    let days = article.published.and_then(ends).zip(other.published.and_then(ends));
    days.is_some_and(|(mine, yours)| mine.1 < yours.0)
}

/// An address without what can differ while the page is the same.
fn address(url: &str) -> String {
    let url = url.trim();
    let url = url.split_once("://").map_or(url, |(_, rest)| rest);
    let url = url.split('#').next().unwrap_or(url);
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    let (host, path) = path.split_once('/').unwrap_or((path, ""));
    let host = host.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let counted = query.split('&').filter(|it| !it.is_empty() && !it.starts_with("utm_"));
    let query: Vec<&str> = counted.collect();
    format!("{host}/{}?{}", path.trim_end_matches('/'), query.join("&"))
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn one_page_has_one_address() {
        for same in ["http://www.Example.com/a/", "example.com/a#top", "https://example.com/a?utm_source=x"] {
            assert_eq!(address(same), address("https://example.com/a"), "{same}");
        }
        for other in ["https://example.com/b", "https://example.com/a?id=2", "https://example.com/A"] {
            assert_ne!(address(other), address("https://example.com/a"), "{other}");
        }
    }
}
