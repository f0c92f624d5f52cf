//! What a claim is known by, in whatever case and spacing it is written.

/// Subject and attribute in one text.
pub fn label(subject: &str, attribute: &str) -> String {
    format!("{subject} / {attribute}")
}

/// What a value means to whoever compares it with what was accepted: as understood, or as worded where there is nothing to
/// understand. Case and spaces make no difference, nor that it is reported.
pub fn meaning(understood: &str, value: &str) -> String {
    let said = plain(if understood.trim().is_empty() { value } else { understood });
    let bare = REPORTED.iter().fold(said.clone(), |text, words| plain(&text.replace(words, " ")));
    let bare = bare.trim_matches(|it: char| it == ',' || it.is_whitespace());
    if bare.is_empty() { said } else { bare.to_owned() }
}

/// Words that say of a value that others say it.
const REPORTED: &[&str] = &["(as reported)", "(reported)", "as reported", "reportedly"];

/// A text in small letters with one space between its words.
pub(crate) fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
