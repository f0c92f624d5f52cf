//! What bounds on the work have left out, in words.

use std::sync::Arc;

use crate::files::{Problem, Severity, TextFile};
use crate::linkage::Alignment;
use crate::meter::Budget;
use crate::view;

/// Says where bounds were met in a checked story.
pub(super) fn met(view: &view::StoryView, budget: Budget) -> Vec<Problem> {
    let place = if view.across { &view.name } else { &view.folder };
    let hint = "if they tell several facts, give these pins, or labels, of their own";
    let muddle = |(label, values): &(String, usize)| {
        let message = format!(
            "“{label}” has {values} different values: of these only the largest positions were compared"
        );
        warning(place, message, hint)
    };
    let muddles = view.muddled.iter().map(muddle);
    muddles.chain(of_claims(place, (view.hubs, view.cut_short, view.unjudged), budget)).collect()
}

/// Says where bounds were met when the claims of a story, in that folder, were put together.
pub fn left_out(folder: &str, alignment: &Alignment<'_>) -> Vec<Problem> {
    of_claims(folder, (alignment.hubs, alignment.cut_short, 0), alignment.budget)
}

fn warning(place: &str, message: String, hint: &str) -> Problem {
    let text = Arc::new(TextFile::new(place, ""));
    Problem::new(Severity::Warning, &text, 0..0, message).hint(hint)
}

/// The words in very many labels, the claims that were cut short, and the pairs of values that were not compared.
fn of_claims(
    place: &str,
    (hubs, cut_short, unjudged): (usize, usize, usize),
    budget: Budget,
) -> Vec<Problem> {
    let hubs = self::hubs(hubs).map(|(message, hint)| warning(place, message, hint));
    let spent = spent(cut_short, unjudged, budget).map(|message| {
        let hint = "shorten what labels, quotes and values say, split the story, or give more with --budget";
        warning(place, message, hint)
    });
    hubs.into_iter().chain(spent).collect()
}

/// Says what the budget left out.
fn spent(cut_short: usize, unjudged: usize, budget: Budget) -> Option<String> {
    let claims = match cut_short {
        0 => None,
        1 => Some("1 claim was compared only with those most like it".to_owned()),
        count => Some(format!("{count} claims were compared only with those most like them")),
    };
    let pairs = match unjudged {
        0 => None,
        1 => Some("1 pair of values was not compared, and is unclear".to_owned()),
        count => Some(format!("{count} pairs of values were not compared, and are unclear")),
    };
    let left_out =
        claims.into_iter().chain(pairs).reduce(|claims, pairs| format!("{claims}, and {pairs}"))?;
    Some(format!("the budget of {budget} for a story is spent: {left_out}"))
}

fn hubs(hubs: usize) -> Option<(String, &'static str)> {
    let message = match hubs {
        0 => return None,
        1 => "a word stands in very many labels".to_owned(),
        hubs => format!("{hubs} words stand in very many labels"),
    };
    let message = format!("{message}: of the claims that share nothing rarer, only neighbours were compared");
    let hint = "say in subject or attribute what tells the facts apart, or pin them with item";
    Some((message, hint))
}
