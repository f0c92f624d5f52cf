//! Accept, reopen, note, and take back.

use std::collections::BTreeSet;
use std::path::PathBuf;

use gainsay::baseline;
use gainsay::check::{self, Became, Why};
use gainsay::files::{self, TextFile};
use jiff::Zoned;
use jiff::civil::Date;

use crate::act::{Target, back};
use crate::app::{App, Who};
use crate::fault::Fault;
use crate::follow::{self, Status};
use crate::form::Form;
use crate::journal::{Done, Snapshot};
use crate::reply::{Answer, Reply};

/// A reason or a note is a sentence or two.
const LONGEST: usize = 2_000;

/// The conflicts of an item, or one of them, may stand.
pub(crate) fn accept(app: &App, who: &Who, form: &Form) -> Answer {
    let why = Why { reason: form.line("reason", LONGEST)?, by: app.name(who, form)?, until: until(form)? };
    if why.reason.is_empty() {
        return Err(Fault::Wrong("Say why it may stand.".to_owned()));
    }
    let mut desk = app.desk();
    desk.refresh();
    let options = desk.options();
    if let Some((lacks, _)) = why.lacks(&check::policy(&options), options.today) {
        return Err(Fault::Wrong(format!("It would not be taken: {lacks}.")));
    }
    let target = Target::of(app, &desk, form)?;
    let places = [target.accepted()];
    let before = Snapshot::of(&places);
    let only = Some(form.get("conflict")).filter(|it| !it.is_empty());
    let done = check::accept(&[(&target.checked.view, target.item, only)], &[], &why)?;
    if !done.iter().any(|it| it.became == Became::Accepted) {
        return Err(Fault::Wrong("There is nothing new to accept in it.".to_owned()));
    }
    let what = format!("Accepted: {}", target.item.label);
    let done = Done::since(&before, &places, target.folder(), what);
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
pub(crate) fn reopen(app: &App, who: &Who, form: &Form) -> Answer {
    let mut desk = app.desk();
    desk.refresh();
    let target = Target::of(app, &desk, form)?;
    let places = [target.accepted()];
    let before = Snapshot::of(&places);
    let ids: BTreeSet<&str> = target.item.comparisons.iter().map(|it| it.id.as_str()).collect();
    let all = baseline::read(&TextFile::read, target.folder(), &mut Vec::new());
    let named: BTreeSet<&str> = target
        .item
        .comparisons
        .iter()
        .filter_map(|it| it.accepted.as_ref())
        .map(|it| it.file.as_str())
        .collect();
    let own = all.iter().filter(|it| ids.contains(it.id.as_str()) || named.contains(it.file.as_str()));
    let paths: Vec<PathBuf> = own.map(|it| PathBuf::from(&it.file)).collect();
    if paths.is_empty() {
        return Err(Fault::Wrong("Nothing of it is accepted.".to_owned()));
    }
    for path in &paths {
        files::remove(path, target.folder())?;
    }
    let what = format!("Reopened: {}", target.item.label);
    let done = Done::since(&before, &places, target.folder(), what);
    app.done(who, &mut desk, done)?;
    Ok(back(form))
}

/// Where it stands, and what is to be remembered.
pub(crate) fn note(app: &App, who: &Who, form: &Form) -> Answer {
    let by = app.name(who, form)?;
    let note = form.line("note", LONGEST)?;
    let status = Status::of(form.get("status")).ok_or(Fault::Wrong("Choose a status.".to_owned()))?;
    let mut desk = app.desk();
    desk.refresh();
    let target = Target::of(app, &desk, form)?;
    if note.is_empty() && target.follow().map(follow::FollowUp::status).unwrap_or_default() == status {
        return Err(Fault::Wrong("Write a note, or choose another status.".to_owned()));
    }
    let places = [target.folder().join(follow::FOLDER)];
    let before = Snapshot::of(&places);
    follow::write(target.folder(), target.item, target.follow(), (status, by.as_deref(), &note))?;
    let what = format!("Noted as {}: {}", status.name(), target.item.label);
    let done = Done::since(&before, &places, target.folder(), what);
    app.done(who, &mut desk, done)?;
    Ok(back(form))
}

/// Takes back what this browser did last.
pub(crate) fn undo(app: &App, who: &Who, form: &Form) -> Answer {
    let mut desk = app.desk();
    let taken = app.with(who, |session| {
        let Some(last) = session.last() else {
            return Err(Fault::Wrong("There is nothing to take back.".to_owned()));
        };
        last.take_back()?;
        let paths: Vec<PathBuf> = last.paths().map(PathBuf::from).collect();
        let notice = format!("Taken back: {}", last.what);
        session.forget(notice);
        Ok(paths)
    })??;
    desk.touched(&taken);
    desk.note();
    Ok(Reply::Back(form.back().to_owned()))
}
