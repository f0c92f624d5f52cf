//! What became of a conflict at the desk: whom somebody asked, and what they said. A small file each, beside `accepted/`.

use std::fmt;
use std::path::{Path, PathBuf};

use gainsay::claim::toml_text;
use gainsay::files::{self, Batch};
use gainsay::view::Item;
use jiff::Timestamp;
use serde::Deserialize;

use crate::clock;
use crate::fault::Fault;

/// The folder of a story that holds them.
pub(crate) const FOLDER: &str = "follow-up";

/// Two branches may note something about one conflict: git keeps the lines of both.
const MERGED: &[u8] = b"*.toml merge=union\n";

/// How many digits of an id the name of a file ends on.
const DIGITS: usize = 6;

/// Where a conflict stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Status {
    /// Nobody has done anything.
    #[default]
    Open,
    /// An outlet has been asked.
    Asked,
    /// It has answered.
    Answered,
    /// Nothing is left to do.
    Settled,
}

impl Status {
    pub(crate) const ALL: [Self; 4] = [Self::Open, Self::Asked, Self::Answered, Self::Settled];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Asked => "asked",
            Self::Answered => "answered",
            Self::Settled => "settled",
        }
    }

    pub(crate) fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

/// What was done about a conflict.
#[derive(Debug, Deserialize)]
pub(crate) struct FollowUp {
    /// The ids of its item and of its conflicts, any of which finds it again.
    ids: Vec<String>,
    /// In the order in which it was done.
    #[serde(default, rename = "entry")]
    pub(crate) entries: Vec<FollowStep>,
    /// Where it is written.
    #[serde(skip)]
    file: PathBuf,
}

/// A step.
#[derive(Debug, Deserialize)]
pub(crate) struct FollowStep {
    pub(crate) status: Status,
    pub(crate) at: toml::value::Datetime,
    pub(crate) by: Option<String>,
    pub(crate) note: Option<String>,
    /// Who is in charge from then on; nobody where it is empty.
    pub(crate) charge: Option<String>,
}

/// A step to be written.
#[derive(Debug)]
pub(crate) struct Step<'a> {
    pub(crate) status: Status,
    pub(crate) by: Option<&'a str>,
    /// Who is to be in charge; where it is missing, that is as it follows from the steps.
    pub(crate) charge: Option<&'a str>,
    pub(crate) note: &'a str,
}

impl FollowStep {
    /// Day and time as people read them here.
    pub(crate) fn when(&self) -> String {
        let at = self.at.to_string();
        at.parse().map_or(at, clock::time)
    }
}

impl FollowUp {
    pub(crate) fn status(&self) -> Status {
        self.entries.last().map(|it| it.status).unwrap_or_default()
    }

    /// Where it stands and who is in charge, in a word or two.
    pub(crate) fn told(&self) -> Option<String> {
        let status = Some(self.status()).filter(|it| *it != Status::Open).map(Status::name);
        let parts: Vec<&str> = status.into_iter().chain(self.in_charge()).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    /// Who was last said to be in charge; where nobody ever was, whoever took the last step that bears a name.
    pub(crate) fn in_charge(&self) -> Option<&str> {
        let said = self.entries.iter().rev().find_map(|it| it.charge.as_deref());
        let charge = said.or_else(|| self.entries.iter().rev().find_map(|it| it.by.as_deref()));
        charge.filter(|it| !it.is_empty())
    }
}

impl fmt::Display for FollowUp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for it in &self.entries {
            let (by, note) = (it.by.as_deref().unwrap_or_default(), it.note.as_deref().unwrap_or_default());
            let charge = it.charge.as_deref().map(|it| format!(" (in charge: {it})")).unwrap_or_default();
            writeln!(f, "{} {} {by} {note}{charge}", it.status.name(), it.at)?;
        }
        Ok(())
    }
}

/// The files of a story, in the order of their names; and those that can't be read, each with why.
pub(crate) fn read(story: &Path) -> (Vec<FollowUp>, Vec<String>) {
    let (mut found, mut wrong) = (Vec::new(), Vec::new());
    let folder = story.join(FOLDER);
    if !files::is_in_reach(story, Path::new(FOLDER)).unwrap_or(true) {
        return (found, vec![format!("{}: it is a link that leads out", folder.display())]);
    }
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(&folder).into_iter().flatten().flatten().map(|it| it.path()).collect();
    paths.retain(|it| it.extension().is_some_and(|it| it == "toml"));
    paths.sort();
    for path in paths {
        let read = files::TextFile::read(&path).map_err(|it| it.message.clone());
        let parsed = read.and_then(|it| parse(it.text()));
        match parsed {
            Ok(it) => found.push(FollowUp { file: path, ..it }),
            Err(why) => wrong.push(format!("{}: {why}", path.display())),
        }
    }
    (found, wrong)
}

fn parse(text: &str) -> Result<FollowUp, String> {
    let read: FollowUp = toml::from_str(text).map_err(|error| error.message().to_owned())?;
    let mut entries = read.entries;
    // A merge puts one branch's lines behind the other's.
    entries.sort_by_key(|it| it.at.to_string());
    Ok(FollowUp { entries, ..read })
}

/// What was done about an item; of several, what was done last.
pub(crate) fn of<'f>(all: &'f [FollowUp], item: &Item) -> Option<&'f FollowUp> {
    let is_its = |id: &String| *id == item.id || item.comparisons.iter().any(|it| it.id == *id);
    let own = all.iter().filter(|it| it.ids.iter().any(is_its));
    own.max_by_key(|it| it.entries.last().map(|it| it.at.to_string()))
}

/// Writes a step behind those that were taken before.
pub(crate) fn write(
    story: &Path,
    item: &Item,
    known: Option<&FollowUp>,
    step: &Step<'_>,
) -> Result<(), Fault> {
    let Step { status, by, charge, note } = step;
    // Said where it does not follow from who writes.
    let follows =
        known.filter(|it| it.entries.iter().any(|it| it.charge.is_some())).map_or(*by, FollowUp::in_charge);
    let is_said =
        |charge: &&str| *charge != follows.unwrap_or_default() && (known.is_some() || !charge.is_empty());
    let charge = charge.filter(is_said).map(|it| format!(", charge = {}", toml_text(it))).unwrap_or_default();
    let at = Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    let by = by.map(|it| format!(", by = {}", toml_text(it))).unwrap_or_default();
    let note = if note.is_empty() { String::new() } else { format!(", note = {}", toml_text(note)) };
    let entry = format!("    {{ at = {at}, status = \"{}\"{by}{charge}{note} }},\n]\n", status.name());
    let mut batch = Batch::within(story)?;
    if let Some(known) = known {
        let text = std::fs::read_to_string(&known.file)?;
        let open = text.trim_end().strip_suffix(']').map(|it| format!("{}\n{entry}", it.trim_end()));
        let text = open.ok_or("the list of entries does not end the file".to_owned());
        let text = text.and_then(|it| parse(&it).map(|_| it));
        let text = text.map_err(|why| Fault::Wrong(format!("{}: {why}", known.file.display())))?;
        batch.replace(&known.file, text.as_bytes())?;
    } else {
        let mut ids = vec![item.id.as_str()];
        ids.extend(item.comparisons.iter().map(|it| it.id.as_str()));
        ids.sort_unstable();
        ids.dedup();
        let list = ids.iter().map(|it| toml_text(it)).collect::<Vec<_>>().join(", ");
        let head = "# Written by gainsay-desk. Edit it as you like; remove the file to forget it.\n";
        let text = format!("{head}ids   = [{list}]\nitem  = {}\nentry = [\n{entry}", toml_text(&item.label));
        let folder = story.join(FOLDER);
        batch.make(&folder)?;
        batch.create(&place(story, item), text.as_bytes())?;
        let attributes = folder.join(".gitattributes");
        if !attributes.exists() {
            batch.create(&attributes, MERGED)?;
        }
    }
    Ok(batch.finish()?)
}

/// A name that no other file has: the words of the item, and digits of its id.
fn place(story: &Path, item: &Item) -> PathBuf {
    let id = item.firmest().map_or(item.id.as_str(), |it| it.id.as_str());
    let named = |digits: usize| {
        let digits: String = id.chars().take(digits).collect();
        story.join(FOLDER).join(format!("{}-{digits}.toml", files::slug(&item.label)))
    };
    let short = named(DIGITS);
    if short.exists() { named(id.len()) } else { short }
}
