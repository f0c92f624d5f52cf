//! What the client can do.

use std::path::PathBuf;

use serde_json::Value;

use super::markup::Markup;
use super::text::Encoding;
use super::uri;

/// What is taken from `initialize`; what it does not say, the client can't.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each says one thing that a client can or can't")]
pub(super) struct Client {
    pub(super) encoding: Encoding,
    /// The folders that it has open.
    pub(super) folders: Vec<PathBuf>,
    /// How hovers are shown, and the documentation of completions.
    pub(super) hover: Markup,
    pub(super) documentation: Markup,
    /// Completions may have places to fill in.
    pub(super) snippets: bool,
    /// Diagnostics may name other places.
    pub(super) related: bool,
    /// Edits name the version they are for.
    pub(super) versioned: bool,
    /// Edits may make files.
    pub(super) creates: bool,
}

impl Client {
    pub(super) fn new(params: &Value) -> Self {
        let at = |path: &str| params.pointer(path);
        let is = |path: &str| at(path).and_then(Value::as_bool).unwrap_or(false);
        let texts = |path: &str| -> Vec<&str> {
            at(path).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
        };
        let markup = |path: &str| {
            let known = [Markup::Markdown, Markup::Plain];
            let first =
                texts(path).into_iter().find_map(|name| known.into_iter().find(|it| it.name() == name));
            first.unwrap_or_default()
        };
        let of_folders = at("/workspaceFolders").and_then(Value::as_array).into_iter().flatten();
        let mut folders: Vec<PathBuf> =
            of_folders.filter_map(|it| uri::to_path(it.get("uri")?.as_str()?)).collect();
        if folders.is_empty() {
            folders.extend(at("/rootUri").and_then(Value::as_str).and_then(uri::to_path));
        }
        let edits = "/capabilities/workspace/workspaceEdit";
        Self {
            encoding: Encoding::agreed(texts("/capabilities/general/positionEncodings").into_iter()),
            folders,
            hover: markup("/capabilities/textDocument/hover/contentFormat"),
            documentation: markup("/capabilities/textDocument/completion/completionItem/documentationFormat"),
            snippets: is("/capabilities/textDocument/completion/completionItem/snippetSupport"),
            related: is("/capabilities/textDocument/publishDiagnostics/relatedInformation"),
            versioned: is(&format!("{edits}/documentChanges")),
            creates: is(&format!("{edits}/documentChanges"))
                && texts(&format!("{edits}/resourceOperations")).contains(&"create"),
        }
    }
}
