//! The same fact, or not: what `split`, `join` and `review` write into the claim files.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use gainsay::review::{self, AnswerOutcome, Case, Refused};

use crate::act::{Target, back};
use crate::app::{App, Who};
use crate::fault::Fault;
use crate::form::Form;
use crate::journal::{Done, Snapshot};
use crate::reply::Handled;

/// The claims that are ticked tell one fact; all of the item, where none is.
pub(crate) fn same(app: &App, who: &Who, form: &Form) -> Handled {
    pin(app, who, form, "One fact", |case, ticked, all| {
        let tellers = one_of_each_article(case, if ticked.is_empty() { all } else { ticked });
        match tellers.as_slice() {
            [first, rest @ ..] if !rest.is_empty() => settle(case, *first, rest, &[]),
            [] | [_] | [_, ..] => Err(wrong("Tick two claims at the least, of different articles.")),
        }
    })
}

/// The first claim of each article: what one says twice of a fact is not to be settled by a pin.
pub(crate) fn one_of_each_article(case: &Case<'_>, claims: &[usize]) -> Vec<usize> {
    let mut articles = BTreeSet::new();
    let mut first = claims.to_vec();
    first.retain(|&at| articles.insert(case.alignment.claims[at].article.file.path().to_owned()));
    first
}

/// The claims that are ticked tell another fact than those that are not.
pub(crate) fn different(app: &App, who: &Who, form: &Form) -> Handled {
    pin(app, who, form, "Not the same fact", |case, ticked, all| {
        let rest: Vec<usize> = all.iter().copied().filter(|it| !ticked.contains(it)).collect();
        let ticked = match (ticked, all) {
            // Of two, either is the other one.
            ([], [_, other]) => std::slice::from_ref(other),
            _ => ticked,
        };
        match ticked {
            [] => Err(wrong("Tick the claims that tell another fact than the others.")),
            _ if rest.is_empty() => Err(wrong("All are ticked: leave those that tell the fact.")),
            [one] => case.split(*one).map_err(|refused| wrong(&because(&refused))),
            [first, others @ ..] => settle(case, *first, others, &rest),
        }
    })
}

/// Takes an answer, or nothing of it where it contradicts an earlier one.
pub(crate) fn settle(
    case: &mut Case<'_>,
    claim: usize,
    same: &[usize],
    other: &[usize],
) -> Result<(), Fault> {
    let told = case.settle(claim, same, other);
    let against = told.iter().find_map(|(_, said)| match said {
        AnswerOutcome::Contradicts(pins) => Some(pins),
        AnswerOutcome::Known | AnswerOutcome::Pinned | AnswerOutcome::United(..) => None,
    });
    against.map_or(Ok(()), |pins| {
        Err(wrong(&format!(
            "That contradicts what the files say already ({pins}). Remove `item` and `not` of these claims to decide anew."
        )))
    })
}

fn pin(
    app: &App,
    who: &Who,
    form: &Form,
    what: &str,
    say: impl FnOnce(&mut Case<'_>, &[usize], &[usize]) -> Result<(), Fault>,
) -> Handled {
    let mut desk = app.desk();
    desk.refresh();
    let target = Target::of(app, &desk, form)?;
    let mut case = Case::new(&target.checked.story);
    let names: Vec<String> =
        target.item.claims.iter().map(|it| format!("{}#{}", it.file, it.number)).collect();
    let find = |name: &str| named(&case, name);
    let all: Vec<usize> = names.iter().filter_map(|it| find(it)).collect();
    let ticked: Vec<usize> =
        form.all("claim").filter(|it| names.iter().any(|name| name == it)).filter_map(find).collect();
    say(&mut case, &ticked, &all)?;
    let done =
        write(&case, target.folder(), format!("{what}: {}", target.item.label))?.about(&target.item.id);
    app.done(who, &mut desk, done)?;
    Ok(back(form))
}

/// Writes what is said of claims; what that has done.
pub(crate) fn write(case: &Case<'_>, folder: &Path, what: String) -> Result<Done, Fault> {
    let before = review::Pins::of(&case.alignment);
    let paths = case
        .pins
        .changes(&before)
        .map(|(at, _)| PathBuf::from(case.alignment.claims[at].article.file.path()));
    let places: Vec<PathBuf> = paths.collect::<BTreeSet<_>>().into_iter().collect();
    if places.is_empty() {
        return Err(wrong("That follows from what the files say already: nothing was written."));
    }
    let snapshot = Snapshot::of(&places);
    review::write(&case.alignment, &before, &case.pins)?;
    Ok(Done::since(&snapshot, &places, folder, what))
}

/// The claim that is called `path#number`.
pub(crate) fn named(case: &Case<'_>, name: &str) -> Option<usize> {
    (0..case.alignment.claims.len()).find(|&at| self::name(case, at) == name)
}

/// What a claim is called.
pub(crate) fn name(case: &Case<'_>, at: usize) -> String {
    let told = case.alignment.claims[at];
    format!("{}#{}", told.article.file.path(), told.claim.number)
}

fn wrong(why: &str) -> Fault {
    Fault::Wrong(why.to_owned())
}

fn because(refused: &Refused) -> String {
    match refused {
        Refused::Alone => "Nobody else tells its fact.".to_owned(),
        Refused::Shares(_, pin) => {
            format!("It has the same pin as another claim ({pin}): somebody has said that they are one fact.")
        }
        Refused::OneArticle => "They are told by one article.".to_owned(),
        Refused::TwoPins(a, b) => format!("They have different pins: {a} and {b}."),
        Refused::ToldApart(pin) => format!("Somebody has told them apart ({pin})."),
        Refused::Joined(pin) => format!("They have one pin already ({pin})."),
        Refused::NothingSaid => "Nothing of the kind was said.".to_owned(),
    }
}
