//! What a form or an address says.

use crate::fault::Fault;

/// The fields of a form or of an address, in their order.
#[derive(Debug, Default)]
pub(crate) struct Form(Vec<(String, String)>);

impl Form {
    pub(crate) fn new(fields: Vec<(String, String)>) -> Self {
        Self(fields)
    }

    /// What the first field of a name says; nothing where there is none.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(it, _)| it == name).map_or("", |(_, value)| value)
    }

    /// Whether there is a field of that name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(it, _)| it == name)
    }

    /// All fields, in their order.
    pub(crate) fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// What all fields of a name say.
    pub(crate) fn all<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        self.0.iter().filter(move |(it, _)| it == name).map(|(_, value)| value.as_str())
    }

    /// A text of one line, without what nobody types.
    ///
    /// # Errors
    /// Where it is longer than anybody needs.
    pub(crate) fn line(&self, name: &str, most: usize) -> Result<String, Fault> {
        tamed(name, self.get(name), most)
    }

    /// The same of all fields of a name.
    pub(crate) fn lines(&self, name: &str, most: usize) -> Result<Vec<String>, Fault> {
        self.all(name).map(|text| tamed(name, text, most)).collect()
    }

    /// Where to go back to: a page of the desk.
    pub(crate) fn back(&self) -> &str {
        let back = self.get("back");
        let plain = |it: char| it.is_ascii_graphic() && it != '\\';
        if back.starts_with('/') && !back.starts_with("//") && back.chars().all(plain) { back } else { "/" }
    }
}

fn tamed(name: &str, text: &str, most: usize) -> Result<String, Fault> {
    let tame = |it: char| if it.is_control() { ' ' } else { it };
    let text: String = text.chars().map(tame).collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() > most {
        return Err(Fault::Wrong(format!("“{name}” has more than {most} characters")));
    }
    Ok(text)
}
