//! A claim file becomes an article with its claims.

use std::collections::HashMap;
use std::ops::Range;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fields::{Fields, kind_of, plain};
use super::passage::Passages;
use super::versions::VersionKeys;
use super::{ARTICLE, Article, CLAIM, Certainty, Claim, Conventions, Moment, Spans, syntax, toml_text};
use crate::files::{Problem, Read, Severity, TextFile, kept_from, limits};
use crate::meter;
use crate::value::{self, Context, Value};

/// Reads a claim file; `None` where it has no article that can be named.
pub(super) fn read(
    read: &Read<'_>,
    path: &Path,
    desk: &Conventions,
    problems: &mut Vec<Problem>,
) -> Option<Article> {
    let file = match read(path) {
        Ok(file) => file,
        Err(problem) => {
            problems.push(*problem);
            return None;
        }
    };
    if file.text().trim().is_empty() {
        let hint = "begin with [article] and its outlet, then one [[claim]] for each claim";
        problems.push(
            Problem::new(Severity::Error, &file, 0..0, "the file is empty").hint(hint).rule("no-article"),
        );
        return None;
    }
    let clock = meter::PARSE.clock(1);
    let (document, faults) = syntax::parse(&file, problems);
    drop(clock);
    let _clock = meter::CLAIMS.clock(0);
    let claims = claim_tables(&file, document.get_ref(), problems);
    // A fault spoils the table that it stands in, and no other.
    let broken = |span: &Range<usize>| faults.iter().any(|fault| span.contains(&fault.start));
    let mut article = article_table(read, &file, document.get_ref(), path, &faults, problems);
    let body = article.body.clone();
    let body = body.as_ref().map(|body| (body, Passages::of(body.text())));
    article.claims.reserve_exact(claims.len());
    for table in claims.iter().filter(|table| !broken(&table.span)) {
        let context = Context {
            published: article.published,
            currency: article.currency.as_deref().or(desk.currency.as_deref()),
            ..desk.context()
        };
        let claim = claim_table(&file, table, context, body.as_ref(), problems);
        article.claims.extend(claim);
    }
    warn_of_duplicates(&article, problems);
    if claims.is_empty()
        && faults.is_empty()
        && !article.outlet.is_empty()
        && !document.get_ref().contains_key("claims")
    {
        let drafted = file.text().lines().any(|line| line.starts_with("# [[claim]]"));
        let hint = if drafted {
            "take the `# ` away in front of the drafts that are worth keeping, and strike the others"
        } else {
            "add a [[claim]] with subject, attribute and value"
        };
        problems.push(
            Problem::new(Severity::Warning, &file, 0..0, "the file makes no claim")
                .hint(hint)
                .rule("no-claims"),
        );
    }
    // Without an outlet there is nobody to say it; the problem is noted.
    (!article.outlet.is_empty()).then_some(article)
}

/// One `[[claim]]` as written.
struct ClaimTable<'a, 'i> {
    number: usize,
    header: Range<usize>,
    span: Range<usize>,
    table: &'a DeTable<'i>,
}

fn claim_tables<'a, 'i>(
    file: &Arc<TextFile>,
    document: &'a DeTable<'i>,
    problems: &mut Vec<Problem>,
) -> Vec<ClaimTable<'a, 'i>> {
    let mut refuse = |span: Range<usize>, message: String, hint: &str| {
        problems.push(Problem::new(Severity::Error, file, span, message).hint(hint).rule("unknown-table"));
    };
    for (key, value) in document {
        let name: &str = key.get_ref();
        match name {
            "article" | "claim" | "format" => {}
            "Article" | "ARTICLE" | "articles" => {
                refuse(key.span(), format!("unknown table `{name}`"), "the article's table is [article]");
            }
            "Claim" | "CLAIM" => {
                refuse(key.span(), format!("unknown table `{name}`"), "each claim begins with [[claim]]");
            }
            "claims" => {
                refuse(key.span(), "unknown table `claims`".to_owned(), "each claim begins with [[claim]]");
            }
            _ if ARTICLE.iter().any(|known| known.name == name) => {
                refuse(key.span(), format!("`{name}` stands outside any table"), "put it below [article]");
            }
            _ if value.get_ref().is_table() || value.get_ref().is_array() => {
                let hint = "a claim file has one [article] and any number of [[claim]]";
                refuse(key.span(), format!("unknown table `{}`", plain(name)), hint);
            }
            _ => {
                let hint = "put it below [article] or below a [[claim]]";
                refuse(key.span(), format!("`{}` stands outside any table", plain(name)), hint);
            }
        }
    }
    let Some(found) = document.get("claim") else { return Vec::new() };
    let members: Vec<&Spanned<DeValue<'_>>> = match found.get_ref() {
        DeValue::Array(members) => members.iter().collect(),
        DeValue::Table(_) => {
            refuse(found.span(), "`[claim]` is one table".to_owned(), "write [[claim]], with two brackets");
            vec![found]
        }
        other => {
            refuse(
                found.span(),
                format!("`claim` is {}", kind_of(other)),
                "each claim begins with [[claim]]",
            );
            return Vec::new();
        }
    };
    let starts: Vec<usize> = members.iter().map(|member| member.span().start).collect();
    let mut tables = Vec::new();
    for (index, member) in members.iter().enumerate().take(limits::CLAIMS) {
        let header = member.span();
        let end = starts.get(index + 1).copied().unwrap_or(file.text().len()).max(header.end);
        match member.get_ref().as_table() {
            Some(table) => {
                tables.push(ClaimTable { number: index + 1, span: header.start..end, header, table });
            }
            None => refuse(header, "a claim must be a table".to_owned(), "each claim begins with [[claim]]"),
        }
    }
    if let Some(first) = members.get(limits::CLAIMS) {
        let all = members.len();
        let message =
            format!("the file has {all} claims, where {} is the limit: the rest is left out", limits::CLAIMS);
        let problem = Problem::new(Severity::Error, file, first.span(), message).rule("unreadable-file");
        problems.push(problem.hint("a claim file holds the claims of one article; split it"));
    }
    tables
}

fn article_table(
    read: &Read<'_>,
    file: &Arc<TextFile>,
    document: &DeTable<'_>,
    path: &Path,
    faults: &[Range<usize>],
    problems: &mut Vec<Problem>,
) -> Article {
    let mut article = Article::of(Arc::clone(file));
    let Some(found) = document.get("article") else {
        let hint = "begin the file with [article], and its outlet = \"…\" below it";
        let problem = Problem::new(Severity::Error, file, 0..0, "there is no [article]").rule("no-article");
        // Where its own line is broken, that has been said.
        let first_line = file.text().find('\n').unwrap_or(file.text().len());
        if !faults.iter().any(|fault| fault.start <= first_line) {
            problems.push(problem.hint(hint));
        }
        return article;
    };
    let Some(table) = found.get_ref().as_table() else {
        let message = format!("`article` is {}", kind_of(found.get_ref()));
        let hint = "write [article], with one bracket, once a file";
        problems.push(
            Problem::new(Severity::Error, file, found.span(), message).hint(hint).rule("unknown-table"),
        );
        return article;
    };
    let mut fields =
        Fields { file, name: "[article]", header: found.span(), table, keys: ARTICLE, faults, problems };
    fields.check_keys();
    let plain_text = |text: Spanned<String>| text.into_inner();
    article.outlet = fields.text("outlet").map(plain_text).unwrap_or_default();
    article.title = fields.text("title").map(plain_text);
    let published = fields.moment("published", &Context::default());
    article.published = published.map(|it| it.days);
    article.published_at = published.and_then(|it| it.minutes);
    article.published_span = fields.find("published").map(Spanned::span);
    let url = fields.text("url");
    article.version = VersionKeys { url: url.clone(), replaces: fields.text("replaces") };
    article.url = url.map(plain_text);
    article.author = fields.text("author").map(plain_text);
    article.currency = fields.currency("currency");
    article.wire = fields.text("wire").map(plain_text);
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if let Some(text) = fields.text("text") {
        // What lies elsewhere is nobody's to quote from: a report would show it.
        if let Some(why) = kept_from(folder, Path::new(text.get_ref())) {
            let message = format!("the article's text {why}, and is not read");
            let hint = "copy it beside the claim file, or into a folder there, and name it here";
            fields.warn("text-outside", text.span(), message, hint);
            return article;
        }
        match read(&path.with_file_name(text.get_ref())) {
            Ok(body) => article.body = Some(body),
            Err(problem) => {
                let message = format!("the article's text: {}", problem.message);
                fields.refuse(
                    "no-text-file",
                    text.span(),
                    message,
                    "the path counts from the folder of the claim file",
                );
            }
        }
    }
    article
}

fn claim_table(
    file: &Arc<TextFile>,
    claim: &ClaimTable<'_, '_>,
    context: Context<'_>,
    body: Option<&(&Arc<TextFile>, Passages<'_>)>,
    problems: &mut Vec<Problem>,
) -> Option<Claim> {
    let name = format!("[[claim]] number {}", claim.number);
    let header = claim.header.clone();
    let mut fields =
        Fields { file, name: &name, header, table: claim.table, keys: CLAIM, faults: &[], problems };
    fields.check_keys();
    let subject = fields.text("subject");
    let attribute = fields.text("attribute");
    let quote = fields.text("quote");
    if let (Some(quote), Some((body, passages))) = (&quote, body)
        && passages.find(quote.get_ref()).is_none()
    {
        fields.problems.push(quote_not_in_text(file, quote, body, passages));
    }
    let credits = fields.texts("according_to");
    for credit in &credits {
        let list: Vec<&str> = credit.get_ref().split([',', ';']).map(str::trim).collect();
        // `Reuters, Bloomberg` are two; `Mark Doe, analyst` and `Jane Roe, Treasury Secretary` are one.
        let named = list.iter().all(|it| it.chars().next().is_some_and(char::is_uppercase));
        if list.len() < 2 || !named || list.iter().all(|it| it.contains(' ')) {
            continue;
        }
        let texts = list.iter().map(|it| toml_text(it)).collect::<Vec<_>>().join(", ");
        let hint = format!("if these are several, write a list: according_to = [{texts}]");
        let problem =
            Problem::new(Severity::Warning, file, credit.span(), "one credit with a comma in it").hint(hint);
        // Inside a list, the list is there already.
        let list = if credits.len() == 1 && !in_list(&fields) { format!("[{texts}]") } else { texts };
        let problem =
            problem.rule("comma-in-credit").fix("make it a list", false, vec![(credit.span(), list)]);
        fields.problems.push(problem);
    }
    let according_to = credits.into_iter().map(Spanned::into_inner).collect();
    let span_of = |fields: &Fields<'_, '_>, key: &str| fields.find(key).map(Spanned::span);
    let (as_of, occasion) = as_of(&mut fields, &context);
    let scope = fields.text("scope").map(Spanned::into_inner);
    let scope = match (scope, occasion) {
        (Some(scope), Some(occasion)) => Some(format!("{scope}, {occasion}")),
        (scope, occasion) => scope.or(occasion),
    };
    let certainty = fields.word("certainty", &Certainty::ALL.map(|it| (it.name(), it)));
    let item = fields.text("item");
    let not = fields.texts("not");
    let words =
        |text: &Option<Spanned<String>>| text.as_ref().map(Spanned::get_ref).cloned().unwrap_or_default();
    let label = format!("{} {}", words(&subject), words(&attribute));
    let as_of_span = span_of(&fields, "as_of");
    let members = members(&fields);
    let (value, value_span) = read_value(&mut fields, &Context { label: &label, ..context })?;
    let (subject, attribute) = (subject?, attribute?);
    Some(Claim {
        number: claim.number,
        span: claim.span.clone(),
        spans: Spans {
            subject: subject.span(),
            attribute: attribute.span(),
            quote: quote.as_ref().map(Spanned::span),
            as_of: as_of_span,
            item: item.as_ref().map(Spanned::span),
            not: not.iter().map(Spanned::span).collect(),
        },
        value_span,
        members,
        subject: subject.into_inner(),
        attribute: attribute.into_inner(),
        value,
        quote: quote.map(Spanned::into_inner),
        according_to,
        as_of: as_of.map(|it| it.days),
        as_of_time: as_of.and_then(|it| it.minutes),
        scope,
        certainty,
        item: item.map(Spanned::into_inner),
        not: not.into_iter().map(Spanned::into_inner).collect(),
        direction: OnceLock::new(),
    })
}

/// When a claim held; words that are no date (`after the second vote`) say what it covers.
fn as_of(fields: &mut Fields<'_, '_>, context: &Context<'_>) -> (Option<Moment>, Option<String>) {
    let Some(found) = fields.find("as_of") else { return (None, None) };
    let words = found.get_ref().as_str().map(str::trim).filter(|words| !words.is_empty());
    let Some(words) = words.filter(|words| !value::read(words, context).has_day()) else {
        return (fields.moment("as_of", context), None);
    };
    let message = format!("`as_of` is no date: \"{}\" is taken for what the claim covers", plain(words));
    let hint = format!("write as_of = 2025-12-17, or scope = {}", toml_text(words));
    fields.warn("as-of-no-date", found.span(), message, hint);
    (None, Some(words.to_owned()))
}

/// The texts of a value that is a list.
fn members(fields: &Fields<'_, '_>) -> Vec<String> {
    let list = fields.find("value").and_then(|found| found.get_ref().as_array());
    let texts = list.into_iter().flatten().filter_map(|it| it.get_ref().as_str());
    texts.map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

fn in_list(fields: &Fields<'_, '_>) -> bool {
    fields.find("according_to").is_some_and(|found| found.get_ref().is_array())
}

/// A quote that the article's text does not have, with the passage that it may mean.
fn quote_not_in_text(
    file: &Arc<TextFile>,
    quote: &Spanned<String>,
    body: &Arc<TextFile>,
    passages: &Passages<'_>,
) -> Problem {
    let message = "the quote is not in the article's text";
    let problem = Problem::new(Severity::Warning, file, quote.span(), message).rule("quote-not-in-text");
    let Some(near) = passages.nearest(quote.get_ref()) else {
        return problem.hint(format!("copy the words as {} has them", body.path()));
    };
    let words = body.slice(near.span.clone()).split_whitespace().collect::<Vec<_>>().join(" ");
    let differs = near.differs.iter().map(|run| match run {
        (less, more) if less.is_empty() => format!("the quote has “{}” too much", plain(more)),
        (less, more) if more.is_empty() => format!("the quote leaves out “{}”", plain(less)),
        (theirs, mine) => format!("the text has “{}” where the quote has “{}”", plain(theirs), plain(mine)),
    });
    let hint = if near.same_words {
        "only capitals or punctuation differ: copy the words as the text has them".to_owned()
    } else {
        differs.collect::<Vec<_>>().join("; ")
    };
    let edit = (quote.span(), toml_text(&words));
    problem.hint(hint).related(body, near.span, "the nearest passage").fix(
        "quote the text as it is",
        near.same_words,
        vec![edit],
    )
}

fn read_value(fields: &mut Fields<'_, '_>, context: &Context<'_>) -> Option<(Value, Range<usize>)> {
    let found = fields.find("value")?;
    let span = found.span();
    let value = match found.get_ref() {
        DeValue::String(text) if value::is_no_claim(text) => {
            let message = match text.trim() {
                "" => "the value is empty, so it is no claim".to_owned(),
                text => format!("\"{}\" is no claim: it is left out", plain(text)),
            };
            fields.warn(
                "no-claim",
                span,
                message,
                "give the value as the article words it, or remove the claim",
            );
            return None;
        }
        DeValue::String(text) => value::read(text.trim(), context),
        DeValue::Integer(_) | DeValue::Float(_) => {
            value::read_number(&fields.file.slice(span.clone()).replace('_', ""), context)
        }
        DeValue::Boolean(truth) => value::read_truth(*truth),
        DeValue::Datetime(date) => value::read_date(&date.to_string(), context),
        DeValue::Array(_) => {
            let names: Vec<String> = fields.list("value")?.into_iter().map(Spanned::into_inner).collect();
            if names.is_empty() {
                let hint = "name at least one, or remove the claim";
                fields.warn("no-claim", span, "an empty list is no claim: it is left out", hint);
                return None;
            }
            value::read_list(&names, context)
        }
        DeValue::Table(_) => {
            let hint = "write one text, with scope or as_of as keys of their own";
            fields.refuse("wrong-type", span, "`value` takes one value, and this is a table", hint);
            return None;
        }
    };
    Some((value, span))
}

fn warn_of_duplicates(article: &Article, problems: &mut Vec<Problem>) {
    let mut seen: HashMap<String, Vec<&Claim>> = HashMap::new();
    let scope = |claim: &Claim| claim.scope.as_deref().map(str::to_lowercase);
    for claim in &article.claims {
        let words = format!("{}\0{}\0{}", claim.subject, claim.attribute, claim.value.text).to_lowercase();
        let alike = seen.entry(words).or_default();
        let earlier = alike.iter().find(|it| it.as_of == claim.as_of && scope(it) == scope(claim));
        if let Some(earlier) = earlier {
            let line = article.file.place(earlier.value_span.start).line;
            let message = format!("the same claim stands in line {line}");
            let hint = "remove one of the two";
            let problem = Problem::new(Severity::Warning, &article.file, claim.value_span.clone(), message);
            let problem =
                problem.hint(hint).related(&article.file, earlier.value_span.clone(), "the other one");
            problems.push(problem.rule("same-fact-twice"));
        }
        alike.push(claim);
    }
}
