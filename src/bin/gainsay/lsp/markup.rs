//! Texts of files in what an editor shows: nothing in them is markup.

use gainsay::report::safe;

/// What the editor shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Markup {
    Markdown,
    #[default]
    Plain,
}

impl Markup {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Plain => "plaintext",
        }
    }

    /// A text of a file, in one line.
    pub(super) fn text(self, text: &str) -> String {
        let text = safe(text);
        if self == Self::Plain {
            return text;
        }
        let mut shown = String::with_capacity(text.len());
        let mut before = ' ';
        for it in text.chars() {
            let is_markup =
                matches!(it, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '|' | '&' | '!' | '#');
            // `https://…` and `www.…` are links without any markup, and so is an address.
            let is_link = (it == '/' && before == ':') || (it == '.' && before == 'w') || it == '@';
            if is_markup || is_link {
                shown.push('\\');
            }
            shown.push(it);
            before = it.to_ascii_lowercase();
        }
        shown
    }

    /// Our own words, to be seen first.
    pub(super) fn strong(self, text: &str) -> String {
        match self {
            Self::Markdown => format!("**{}**", self.text(text).trim()),
            Self::Plain => safe(text),
        }
    }

    /// A text with a link behind it.
    pub(super) fn link(self, text: &str, uri: &str) -> String {
        match self {
            Self::Markdown => format!("[{}](<{uri}>)", self.text(text)),
            Self::Plain => safe(text),
        }
    }
}
