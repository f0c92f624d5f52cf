//! What was typed into a form that was refused: it can be sent once more, and nothing of it is lost.

use crate::app::{App, Who, held};
use crate::fault::Fault;
use crate::follow::Status;
use crate::form::Form;
use crate::ticks::Ticks;

/// Forms whose words are worth keeping, and what their button says then.
const VERBS: &[(&str, &str)] = &[
    ("/accept", "Accept it as it is now"),
    ("/note", "Save the note all the same"),
    ("/reopen", "Reopen it as it is now"),
    ("/same", "What is ticked is one fact"),
    ("/different", "What is ticked is another fact"),
    ("/answer", "What is ticked is the same fact, the rest is not"),
    ("/join", "It is the same fact"),
];

/// What people type into them, in the order of the page.
const TYPED: &[(&str, &str)] = &[
    ("reason", "It may stand, because"),
    ("until", "until"),
    ("status", "Status"),
    ("charge", "In charge"),
    ("note", "Note"),
    ("by", "Your name"),
];

/// What a form keeps from one page to the next is given to it anew.
const ANEW: &[&str] = &["token", "mark", "back"];

/// Whatever is said of claims that are ticked.
const OF_TICKS: &[&str] = &["item", "claim", "same", "asked"];

/// A form that was refused.
#[derive(Debug)]
pub(crate) struct Again {
    pub(crate) action: &'static str,
    pub(crate) verb: &'static str,
    /// The mark of what it acts on now; nothing where that has gone, and words can only be copied.
    pub(crate) mark: Option<String>,
    pub(crate) hidden: Vec<(String, String)>,
    pub(crate) typed: Vec<Field>,
    pub(crate) ticks: Option<Ticks>,
}

/// A field of it.
#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) label: &'static str,
    pub(crate) value: String,
}

impl Field {
    /// The words to choose from, where it is a choice.
    pub(crate) fn choices(&self) -> &'static [Status] {
        if self.name == "status" { &Status::ALL } else { &[] }
    }

    pub(crate) fn kind(&self) -> &'static str {
        if self.name == "until" { "date" } else { "text" }
    }
}

impl Again {
    /// The form as it was sent, where it has words that somebody typed.
    pub(crate) fn of(app: &App, who: &Who, form: &Form, fault: &Fault) -> Option<Self> {
        let &(action, verb) = VERBS.iter().find(|it| it.0 == who.at)?;
        let mark = match fault {
            Fault::Changed { now, .. } => now.as_ref().map(|now| held(&app.shown).remember(now.clone())),
            Fault::Wrong(_) | Fault::Unwritten(_) | Fault::Failed(_) => Some(form.get("mark").to_owned()),
            Fault::Missing(_) => None,
            Fault::Stranger | Fault::TooMany(_) | Fault::Foreign(_) | Fault::ReadOnly => return None,
        };
        let ticks = Ticks::of(app, &who.at, form);
        let mark = ticks.as_ref().map(|it| it.mark.clone()).or(mark);
        let is_typed = |name: &str| TYPED.iter().any(|it| it.0 == name);
        let is_of_ticks = |name: &str| ticks.is_some() && OF_TICKS.contains(&name);
        let hidden =
            form.fields().filter(|it| !is_typed(it.0) && !ANEW.contains(&it.0) && !is_of_ticks(it.0));
        let typed = TYPED.iter().filter(|it| form.has(it.0));
        Some(Self {
            action,
            verb,
            mark,
            hidden: hidden.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
            typed: typed
                .map(|&(name, label)| Field { name, label, value: form.get(name).to_owned() })
                .collect(),
            ticks,
        })
    }
}
