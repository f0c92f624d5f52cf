//! What a cell may hold: no formula, and lists in one cell. `csv` writes it so, and `import` reads it back.

/// Whether a spreadsheet would take a text for a formula (OWASP, CSV injection): then `'` stands before it. One that begins
/// with `'` already gets another, so that taking one away always gives the text back.
pub fn works(text: &str) -> bool {
    let begins = text.trim_start_matches([' ', '\u{a0}', '\u{feff}', '\'']).chars().next();
    let works = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '|', '%'];
    begins.is_some_and(|it| works.contains(&it))
}

/// The text of a cell, without what keeps it from being a formula.
pub(super) fn plain(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| works(rest)).unwrap_or(cell)
}

/// Texts in one cell, with `; ` between them; a semicolon or backslash of their own stands behind a backslash.
pub fn joined(texts: &[String]) -> String {
    let escaped = |text: &String| text.replace('\\', "\\\\").replace(';', "\\;");
    texts.iter().map(escaped).collect::<Vec<_>>().join("; ")
}

/// The texts of a cell that holds several.
pub(super) fn parted(cell: &str) -> Vec<String> {
    let mut texts = vec![String::new()];
    let mut chars = cell.chars().peekable();
    while let Some(it) = chars.next() {
        let escaped = (it == '\\').then(|| chars.next_if(|next| matches!(next, ';' | '\\'))).flatten();
        match (it, escaped, texts.last_mut()) {
            (';', ..) => texts.push(String::new()),
            (it, escaped, Some(last)) => last.push(escaped.unwrap_or(it)),
            (_, _, None) => {}
        }
    }
    texts.iter().map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::{joined, parted, plain, works};

    #[test]
    fn what_is_joined_comes_apart_again() {
        for texts in [&["A"][..], &["A", "B; C"], &["back\\slash", "\\;"], &["end\\"], &[]] {
            let texts: Vec<String> = texts.iter().map(|it| (*it).to_owned()).collect();
            assert_eq!(parted(&joined(&texts)), texts);
        }
        assert_eq!(parted("Reuters;AP ; "), ["Reuters", "AP"]);
    }

    #[test]
    fn what_is_guarded_comes_back() {
        for text in ["=1+1", "'=1", "''-2", "'90s", " +1", "plain", "'", "－5 °C"] {
            let cell = if works(text) { format!("'{text}") } else { text.to_owned() };
            assert_eq!(plain(&cell), text);
            assert!(!cell.starts_with(['=', '+', '-', '@']));
        }
    }
}
