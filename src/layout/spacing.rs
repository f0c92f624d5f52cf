//! The blanks and comments between keys and tables.

use toml_edit::Value;

/// Lists that get longer than this go over several lines.
const WIDEST: usize = 100;

/// What stands above a table: one blank line, then its comments. A comment that follows a key at once, with a blank line
/// behind it, stays with that key.
pub(super) fn above_table(text: &str, first: bool) -> String {
    let comments = comments(text);
    if first {
        return comments;
    }
    let stays = !text.trim_start_matches([' ', '\t']).starts_with('\n') && comments.contains("\n\n");
    if stays { comments } else { format!("\n{comments}") }
}

/// What stands above a key: its comments alone.
pub(super) fn above_key(text: &str) -> String {
    comments(text).lines().filter(|line| !line.is_empty()).fold(String::new(), |all, line| all + line + "\n")
}

/// What stands behind the last line: nothing, or comments behind a blank line.
pub(super) fn end(text: &str) -> String {
    match comments(text).trim_end() {
        "" => String::new(),
        comments if text.trim_start_matches([' ', '\t']).starts_with('\n') => format!("\n{comments}\n"),
        comments => format!("{comments}\n"),
    }
}

/// A comment behind a value.
pub(super) fn behind(text: &str) -> String {
    match text.trim() {
        "" => String::new(),
        comment => format!("  {comment}"),
    }
}

/// The comment lines of a text, each trimmed; of the blank lines between and behind them one is left.
fn comments(text: &str) -> String {
    let mut kept = String::new();
    let mut blank = false;
    let mut lines = text.split('\n').peekable();
    while let Some(line) = lines.next() {
        let line = line.trim();
        // Behind the last line break there is no line.
        if line.is_empty() {
            blank |= lines.peek().is_some();
            continue;
        }
        if blank && !kept.is_empty() {
            kept.push('\n');
        }
        blank = false;
        kept.push_str(line);
        kept.push('\n');
    }
    if blank && !kept.is_empty() {
        kept.push('\n');
    }
    kept
}

/// Lists on one line where they fit, else with one member a line; those that hold comments stay as they are.
pub(super) fn value(value: &mut Value, column: usize) {
    if let Value::Array(array) = value {
        if array.to_string().contains('#') && holds_comment(array) {
            return;
        }
        array.iter_mut().for_each(|member| self::value(member, 0));
        array.fmt();
        array.set_trailing("");
        array.set_trailing_comma(false);
        let members = array.len();
        if column + array.to_string().trim().chars().count() > WIDEST && members > 1 {
            for member in array.iter_mut() {
                member.decor_mut().set_prefix("\n    ");
            }
            array.set_trailing("\n");
            array.set_trailing_comma(true);
        }
    }
}

/// Whether comments stand between the members of a list.
fn holds_comment(array: &toml_edit::Array) -> bool {
    let between = |text: Option<&toml_edit::RawString>| {
        text.and_then(|it| it.as_str()).is_some_and(|it| it.contains('#'))
    };
    let member = |member: &Value| {
        let inner = member.as_array().is_some_and(holds_comment);
        inner || between(member.decor().prefix()) || between(member.decor().suffix())
    };
    between(Some(array.trailing())) || array.iter().any(member)
}
