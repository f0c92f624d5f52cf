//! A claim file to fill in, with drafts behind `#`.

use std::fmt::Write as _;

use super::drafts::Draft;
use crate::claim::toml_text;
use crate::files::TextFile;

/// What is known of an article before anybody has read it.
#[derive(Clone, Debug, Default)]
pub struct NewArticle {
    /// Who published it.
    pub outlet: Option<String>,
    /// Its headline.
    pub title: Option<String>,
    /// When it appeared, as it is to be written: `2025-12-17` or `"2025-12-17~"`.
    pub published: Option<String>,
    /// Where it is to be read.
    pub url: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// The path of its text, from the claim file's folder.
    pub text: Option<String>,
    /// The path of the schema of claim files, from there, for editors.
    pub schema: Option<String>,
}

const HOW: &str = "\
# Drafts from the text: the words are the article's, subject and attribute are proposals. To keep one, take the `# ` away in
# front of its lines and set right what it says; strike the others. `gainsay lint` then looks at what is kept.
";

const EMPTY_CLAIM: &str = "\
# One [[claim]] for each fact, in the article's own words:
#
# [[claim]]
# subject   = \"\"
# attribute = \"\"
# value     = \"\"
# quote     = \"\"
";

/// The text of a new claim file.
pub fn claim_file(article: &NewArticle, body: Option<&TextFile>, drafts: &[Draft]) -> String {
    let schema = article.schema.as_deref().map(|path| format!("#:schema {}\n\n", comment(path)));
    let mut out = schema.unwrap_or_default() + "[article]\n";
    let published = article.published.clone();
    let given = |text: &Option<String>| text.as_deref().map(toml_text);
    let keys = [
        ("outlet", Some(given(&article.outlet).unwrap_or_else(|| "\"\"  # who published it".to_owned()))),
        ("title", given(&article.title)),
        ("published", published),
        ("url", given(&article.url)),
        ("author", given(&article.author)),
        ("text", given(&article.text)),
    ];
    for (key, value) in keys {
        match value {
            Some(value) => line(&mut out, "", key, &value),
            None if key == "text" => {}
            None => line(&mut out, "# ", key, "\"\""),
        }
    }
    if drafts.is_empty() {
        out.push('\n');
        out.push_str(EMPTY_CLAIM);
        return out;
    }
    out.push('\n');
    out.push_str(HOW);
    let mut sentence = None;
    for draft in drafts {
        if sentence != Some(&draft.sentence) {
            let words = body.map(|body| body.slice(draft.sentence.clone())).unwrap_or_default();
            let _ = write!(out, "\n# “{}”\n", comment(words));
            sentence = Some(&draft.sentence);
        }
        out.push_str("#\n");
        push(&mut out, draft);
    }
    out
}

fn push(out: &mut String, draft: &Draft) {
    let like = draft.like.as_deref().map(|like| format!("  # as in {}", comment(like))).unwrap_or_default();
    let _ = writeln!(out, "# [[claim]]{like}");
    let value = match &draft.list {
        Some(names) => list(names),
        None => toml_text(&draft.value.text),
    };
    let understood =
        format!("{value}  # {}: {}", draft.value.kind.name(), comment(&draft.value.understood()));
    line(out, "# ", "subject", &toml_text(&draft.subject));
    line(out, "# ", "attribute", &toml_text(&draft.attribute));
    line(out, "# ", "value", &understood);
    line(out, "# ", "quote", &toml_text(&draft.quote));
    if !draft.according_to.is_empty() {
        line(out, "# ", "according_to", &list(&draft.according_to));
    }
}

fn line(out: &mut String, before: &str, key: &str, value: &str) {
    // A string can always be written to.
    let _ = writeln!(out, "{before}{key:9} = {value}");
}

fn list(texts: &[String]) -> String {
    format!("[{}]", texts.iter().map(|text| toml_text(text)).collect::<Vec<_>>().join(", "))
}

/// A text as a comment may hold it: on one line, without control characters.
fn comment(text: &str) -> String {
    let tame = |it: char| if it.is_control() { ' ' } else { it };
    text.chars().map(tame).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}
