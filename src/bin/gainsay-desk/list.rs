//! Which facts a list has, and in which order.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use gainsay::baseline::JudgedItem;
use gainsay::fusion::Verdict;
use gainsay::view::{ArticleView, Item};
use gainsay::workspace::CheckedStory;
use jiff::civil::Date;

use crate::follow::{self, FollowUp, Status};
use crate::form::Form;

/// A story with what was done about its conflicts.
pub(crate) struct Told<'d> {
    pub(crate) checked: &'d CheckedStory,
    pub(crate) followed: Vec<FollowUp>,
    published: BTreeMap<&'d str, Date>,
}

impl<'d> Told<'d> {
    pub(crate) fn new(checked: &'d CheckedStory, wrong: &mut Vec<String>) -> Self {
        let (followed, unread) = follow::read(checked.folder());
        wrong.extend(unread);
        let day = |it: &'d ArticleView| Some((it.file.as_str(), it.published()?.1));
        Self { checked, followed, published: checked.view.articles.iter().filter_map(day).collect() }
    }

    /// What was done about an item.
    pub(crate) fn follow(&self, item: &Item) -> Option<&FollowUp> {
        follow::of(&self.followed, item)
    }

    /// When the last article that tells a fact appeared.
    fn last(&self, item: &Item) -> Option<Date> {
        item.claims.iter().filter_map(|it| self.published.get(it.file.as_str())).max().copied()
    }

    /// Whether a list that is asked for has an item.
    pub(crate) fn wants(&self, item: JudgedItem<'_>, form: &Form, is_one: bool) -> bool {
        let verdict = match form.get("verdict") {
            "" if is_one => item.verdict != Verdict::Single,
            "" => item.verdict.is_conflict(),
            "all" => true,
            name => item.verdict.name() == name,
        };
        let follow = self.follow(&item);
        let status = follow.map(FollowUp::status).unwrap_or_default();
        let state = match form.get("state") {
            "new" => item.is_new(Verdict::Tension),
            "todo" => item.is_open() && status != Status::Settled,
            "accepted" => item.is_settled(),
            _ => true,
        };
        let is = |wanted: &str, found: &str| wanted.is_empty() || wanted == found;
        let outlet = form.get("outlet");
        let told = outlet.is_empty() || item.claims.iter().any(|it| it.outlet == outlet);
        let in_charge = follow.and_then(FollowUp::in_charge).unwrap_or_default();
        let words = has_words(&item, form.get("words"));
        verdict
            && state
            && told
            && words
            && is(form.get("status"), status.name())
            && is(form.get("charge"), in_charge)
    }
}

/// Whether a fact has all these words, in its label, its values, its quotes or its outlets.
pub(crate) fn has_words(item: &Item, words: &str) -> bool {
    let of_claim = |it: &gainsay::view::ClaimView| {
        let quote = it.quote.as_deref().unwrap_or_default();
        format!("{} {} {} {quote} {}", it.subject, it.attribute, it.value, it.outlet)
    };
    let claims = item.claims.iter().map(of_claim);
    let text = std::iter::once(item.label.clone()).chain(claims).collect::<Vec<_>>().join(" ").to_lowercase();
    words.to_lowercase().split_whitespace().all(|word| text.contains(word))
}

/// Sorts facts, each with the place of its story.
pub(crate) fn sort(facts: &mut [(usize, JudgedItem<'_>)], told: &[Told<'_>], form: &Form) {
    let gravity = |item: JudgedItem<'_>| (item.verdict, item.is_new(Verdict::Tension), item.gravity());
    if form.get("sort") == "time" {
        facts.sort_by_key(|(at, item)| Reverse((told[*at].last(item), gravity(*item))));
    } else {
        facts.sort_by_key(|(_, item)| Reverse(gravity(*item)));
    }
}

/// A choice that narrows or sorts the list.
pub(crate) struct Select {
    pub(crate) name: &'static str,
    pub(crate) label: &'static str,
    pub(crate) options: Vec<(String, String)>,
    pub(crate) chosen: String,
}

/// What narrows the list, and what sorts it.
pub(crate) fn selects(form: &Form, all_told: &[Told<'_>], is_one: bool) -> Vec<Select> {
    let select = |name, label, first: &[(&str, &str)], names: &BTreeSet<&str>| {
        let options = first.iter().copied().chain(names.iter().map(|it| (*it, *it)));
        let options = options.map(|(value, word)| (value.to_owned(), word.to_owned()));
        Select { name, label, options: options.collect(), chosen: form.get(name).to_owned() }
    };
    let none = BTreeSet::new();
    let of_all = if is_one { "told by several" } else { "all conflicts" };
    let mut verdicts = vec![("", of_all), ("all", "all facts")];
    verdicts.extend(Verdict::ALL.map(|it| (it.name(), it.name())));
    let decisions = [("", "any"), ("new", "new"), ("todo", "to do"), ("accepted", "accepted")];
    let mut enquiries = vec![("", "any")];
    enquiries.extend(Status::ALL.map(|it| (it.name(), it.name())));
    let outlets = all_told.iter().flat_map(|it| &it.checked.view.articles).map(|it| it.outlet.as_str());
    vec![
        select("verdict", "Verdict", &verdicts, &none),
        select("state", "Decision", &decisions, &none),
        select("status", "Enquiry", &enquiries, &none),
        select("charge", "In charge", &[("", "anybody")], &people(all_told)),
        select("outlet", "Outlet", &[("", "any")], &outlets.collect()),
        select("sort", "Order", &[("", "gravest first"), ("time", "latest first")], &none),
    ]
}

/// Everybody who is in charge of something.
pub(crate) fn people<'t>(told: &'t [Told<'_>]) -> BTreeSet<&'t str> {
    told.iter().flat_map(|it| &it.followed).filter_map(FollowUp::in_charge).collect()
}
