//! A file as the text that it is: what can't be read as claims is mended so.

use std::sync::Arc;

use askama::Template;
use gainsay::files::{Batch, TextFile};
use gainsay::layout;

use super::saved::Saved;
use crate::address::encoded;
use crate::app::{App, Who};
use crate::desk::Desk;
use crate::fault::Fault;
use crate::form::Form;
use crate::journal::{Done, Snapshot};
use crate::page::Frame;
use crate::reply::{Handled, Reply};
use crate::trouble::Troubles;
use crate::versions::Versions;

#[derive(Template)]
#[template(path = "raw.html", config = "src/bin/gainsay-desk/askama.toml")]
struct Page {
    frame: Frame,
    folder: String,
    file: String,
    mark: String,
    text: String,
    /// Why it can't be saved.
    wrong: Option<String>,
    /// What it said when it was opened, and what it says now, where somebody has changed it since.
    versions: Option<Versions>,
}

/// What somebody has typed, and why it was not saved.
pub(super) struct Typed {
    text: String,
    wrong: Option<String>,
    shown: Option<String>,
}

/// The text of a file, as it is or as somebody has typed it.
pub(super) fn page(app: &App, who: &Who, desk: &Desk, saved: &Saved, typed: Option<Typed>) -> Handled {
    let troubles = Troubles::of_story(desk, Some(&saved.folder), Vec::new());
    let name = saved.file.path();
    let frame = Frame { undo: None, ..Frame::new(app, who, format!("Mend {name}"))? }.telling(troubles);
    let is_typed = typed.is_some();
    let Typed { text, wrong, shown } =
        typed.unwrap_or_else(|| Typed { text: saved.file.text().to_owned(), wrong: None, shown: None });
    let is_changed = shown.is_some();
    let page = Page {
        frame,
        folder: encoded(&saved.folder),
        file: name.to_owned(),
        mark: saved.mark(app),
        text,
        wrong,
        versions: shown.map(|it| Versions::new(&it, saved.file.text())),
    };
    let page = page.render()?;
    Ok(match (is_changed, is_typed) {
        (true, _) => Reply::Changed(page),
        (false, true) => Reply::Unfinished(page),
        (false, false) => Reply::Page(page),
    })
}

/// Writes what somebody has typed, laid out, where it can be read.
pub(crate) fn mend(app: &App, who: &Who, form: &Form) -> Handled {
    let mut desk = app.desk();
    desk.refresh();
    let saved = Saved::find(&desk, &form.line("file", 2_000)?)?;
    let text = form.get("text").replace("\r\n", "\n");
    let text = format!("{}\n", text.trim_end());
    let now = saved.file.text();
    if let Err(Fault::Changed { shown, .. }) = app.still(form.get("mark"), Some(now.to_owned())) {
        let shown = shown.unwrap_or_else(|| "(It was shown too long ago to be known.)".to_owned());
        return page(app, who, &desk, &saved, Some(Typed { text, wrong: None, shown: Some(shown) }));
    }
    let laid_out = match layout::formatted(&Arc::new(TextFile::new(saved.file.path(), text.clone()))) {
        Ok(laid_out) => laid_out,
        Err(problems) => {
            let told = problems.first().map(|it| {
                let hint = if it.hint.is_empty() { String::new() } else { format!(": {}", it.hint) };
                format!("Line {}: {}{hint}", it.file.line(it.span.start), it.message)
            });
            let wrong = Some(told.unwrap_or_else(|| "It can’t be read.".to_owned()));
            return page(app, who, &desk, &saved, Some(Typed { text, wrong, shown: None }));
        }
    };
    let laid_out = if now.contains("\r\n") { laid_out.replace('\n', "\r\n") } else { laid_out };
    let places = [saved.path.clone()];
    let before = Snapshot::of(&places);
    let folder = saved.path.parent().unwrap_or(desk.root()).to_path_buf();
    let mut batch = Batch::within(&folder)?;
    batch.replace(&saved.path, laid_out.as_bytes())?;
    batch.finish()?;
    let what = format!("Mended: {}", saved.file.path());
    app.done(who, &mut desk, Done::since(&before, &places, &folder, what))?;
    Ok(Reply::Back(format!("/story?in={}", encoded(&saved.folder))))
}
