//! Accept, reopen, note, and take back.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use gainsay::baseline::{self, JudgedComparison};
use gainsay::check::{self, Became, Justification, Policies};
use gainsay::files::{self, TextFile};
use jiff::Zoned;
use jiff::civil::Date;

use crate::act::{Target, back};
use crate::address::said;
use crate::app::{App, Who};
use crate::fault::Fault;
use crate::follow::{self, Status, Step};
use crate::form::Form;
use crate::journal::{Done, Snapshot};
use crate::reply::{Handled, Reply};

/// A reason or a note is a sentence or two.
const LONGEST: usize = 2_000;

/// The conflicts of an item, or one of them, may stand.
pub(crate) fn accept(app: &App, who: &Who, form: &Form) -> Handled {
    let why = Justification {
        reason: form.line("reason", LONGEST)?,
        by: app.name(who, form)?,
        until: until(form)?,
    };
    if why.reason.is_empty() {
        return Err(Fault::Wrong("Say why it may stand.".to_owned()));
    }
    let mut desk = app.desk();
    desk.refresh();
    let options = desk.options();
    let target = Target::of(app, &desk, form)?;
    let policy = Policies::new(&options.settings).of(Path::new(&target.checked.view.folder));
    if let Some((lacks, _)) = why.lacks(&policy, options.today) {
        return Err(Fault::Wrong(format!("It would not be taken: {lacks}.")));
    }
    let places = [target.accepted()];
    let before = Snapshot::of(&places);
    let only = Some(form.get("conflict")).filter(|it| !it.is_empty());
    let done = check::accept(&[(&target.checked.view, target.item, only)], &[], &why)?;
    if !done.iter().any(|it| it.became == Became::Accepted) {
        return Err(Fault::Wrong("There is nothing new to accept in it.".to_owned()));
    }
    let what = format!("Accepted: {}", target.item.label);
    let done = Done::since(&before, &places, target.folder(), what).about(&target.item.id);
    app.done(who, &mut desk, done)?;
    Ok(back(form))
}

/// The last day it holds.
fn until(form: &Form) -> Result<Option<Date>, Fault> {
    let text = form.line("until", 40)?;
    if text.is_empty() {
        return Ok(None);
    }
    let day: Date =
        text.parse().map_err(|_| Fault::Wrong("“until” takes a day, written 2027-01-31.".to_owned()))?;
    if day < Zoned::now().date() {
        return Err(Fault::Wrong(format!("{day} has passed, so it would not be accepted at all.")));
    }
    Ok(Some(day))
}

/// What was accepted of an item counts as new again.
pub(crate) fn reopen(app: &App, who: &Who, form: &Form) -> Handled {
    let mut desk = app.desk();
    desk.refresh();
    let target = Target::of(app, &desk, form)?;
    let places = [target.accepted()];
    let before = Snapshot::of(&places);
    let ids: BTreeSet<&str> = target.item.comparisons.iter().map(|it| it.id.as_str()).collect();
    let all = baseline::read(&TextFile::read, target.folder(), &mut Vec::new());
    let named: BTreeSet<&str> =
        target.item.comparisons().filter_map(JudgedComparison::accepted).map(|it| it.file.as_str()).collect();
    let own = all.iter().filter(|it| ids.contains(it.id.as_str()) || named.contains(it.file.as_str()));
    let paths: Vec<PathBuf> = own.map(|it| PathBuf::from(&it.file)).collect();
    if paths.is_empty() {
        return Err(Fault::Wrong("Nothing of it is accepted.".to_owned()));
    }
    for path in &paths {
        files::remove(path, target.folder())?;
    }
    let what = format!("Reopened: {}", target.item.label);
    let done = Done::since(&before, &places, target.folder(), what).about(&target.item.id);
    app.done(who, &mut desk, done)?;
    Ok(back(form))
}

/// Where it stands, and what is to be remembered.
pub(crate) fn note(app: &App, who: &Who, form: &Form) -> Handled {
    let by = app.name(who, form)?;
    let note = form.line("note", LONGEST)?;
    let status = Status::of(form.get("status")).ok_or(Fault::Wrong("Choose a status.".to_owned()))?;
    let mut desk = app.desk();
    desk.refresh();
    let target = Target::of(app, &desk, form)?;
    let charge = if form.has("charge") { Some(form.line("charge", 100)?) } else { None };
    let (known, in_charge) = target.follow().map_or((Status::Open, None), |it| (it.status(), it.in_charge()));
    let same_charge = charge.as_deref().is_none_or(|it| it == in_charge.unwrap_or_default());
    if note.is_empty() && known == status && same_charge {
        return Err(Fault::Wrong(
            "Nothing has been noted: write a note, choose another status, or say who is in charge."
                .to_owned(),
        ));
    }
    let places = [target.folder().join(follow::FOLDER)];
    let before = Snapshot::of(&places);
    let step = Step { status, by: by.as_deref(), charge: charge.as_deref(), note: &note };
    follow::write(target.folder(), target.item.view, target.follow(), &step)?;
    let what = format!("Noted as {}: {}", status.name(), target.item.label);
    let done = Done::since(&before, &places, target.folder(), what).about(&target.item.id);
    app.done(who, &mut desk, done)?;
    Ok(back(form))
}

/// Takes back what this browser did last.
pub(crate) fn undo(app: &App, who: &Who, form: &Form) -> Handled {
    let mut desk = app.desk();
    let (taken, about) = app.with(who, |session| {
        let Some(last) = session.last() else {
            return Err(Fault::Wrong("There is nothing to take back.".to_owned()));
        };
        last.take_back()?;
        let paths: Vec<PathBuf> = last.paths().map(PathBuf::from).collect();
        let about = last.about.clone().unwrap_or_default();
        session.forget();
        Ok((paths, about))
    })??;
    desk.touched(&taken);
    desk.note();
    Ok(Reply::Back(said(form.back(), &about)))
}
