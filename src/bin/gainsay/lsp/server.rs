//! What the server knows, and what it does with each message.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use gainsay::check::Options;
use gainsay::lint::LintCache;
use gainsay::workspace::{CheckedStory, Workspace};
use jiff::civil::Date;
use notify::RecursiveMode;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::client::Client;
use super::desk::{self, Document, FileKind, OpenFiles};
use super::text::{Span, TextChange, TextPosition};
use super::transport::{RpcError, answer};
use super::{action, completion, diagnostic, hover, navigation, uri};
use gainsay::workspace::watcher::Watcher;

/// How far a client has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ClientState {
    Strange,
    Serving,
    ShutDown,
    Over,
}

pub(super) struct Server {
    stage: ClientState,
    shut_down: bool,
    paths: Vec<PathBuf>,
    client: Client,
    desk: OpenFiles,
    watcher: Watcher,
    /// Something has changed since the last check.
    is_stale: bool,
    /// What the client was last told of each file.
    published: BTreeMap<PathBuf, Vec<Value>>,
    outgoing: Vec<Value>,
}

#[derive(Deserialize)]
struct TextDocument {
    uri: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PositionParams {
    text_document: TextDocument,
    position: TextPosition,
    context: Option<RequestContext>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct RequestContext {
    include_declaration: bool,
    only: Option<Vec<String>>,
    diagnostics: Vec<Value>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RangeParams {
    text_document: TextDocument,
    range: Span,
    #[serde(default)]
    context: RequestContext,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Opened {
    text_document: OpenedText,
}

#[derive(Deserialize)]
struct OpenedText {
    uri: String,
    text: String,
    version: Option<i64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Changed {
    text_document: ChangedText,
    content_changes: Vec<TextChange>,
}

#[derive(Deserialize)]
struct ChangedText {
    uri: String,
    version: Option<i64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Closed {
    text_document: TextDocument,
}

type RpcResult = Result<Value, (RpcError, String)>;

impl Server {
    pub(super) fn new(paths: &[PathBuf], today: Option<Date>, watcher: Watcher) -> Self {
        let options = Options { lint: Some(LintCache::default()), ..crate::run::options(&[], None, today) };
        let desk = OpenFiles {
            workspace: Workspace::new(options),
            documents: BTreeMap::new(),
            roots: Vec::new(),
            encoding: super::text::Encoding::default(),
        };
        Self {
            stage: ClientState::Strange,
            shut_down: false,
            paths: paths.to_vec(),
            client: Client::default(),
            desk,
            watcher,
            is_stale: false,
            published: BTreeMap::new(),
            outgoing: Vec::new(),
        }
    }

    /// Whether the client has said that it ends.
    pub(super) fn is_shut_down(&self) -> bool {
        self.shut_down
    }

    /// Whether the client has ended it.
    pub(super) fn is_over(&self) -> bool {
        self.stage == ClientState::Over
    }

    /// What is to be sent, in this order.
    pub(super) fn outgoing(&mut self) -> Vec<Value> {
        std::mem::take(&mut self.outgoing)
    }

    /// Looks at all files again, whatever the system tells.
    pub(super) fn look_again(&mut self) {
        self.is_stale = !self.desk.documents.is_empty();
    }

    /// Notes that files may have changed on the disk.
    pub(super) fn touched(&mut self, paths: &[PathBuf]) {
        self.watcher.forget(paths);
        self.desk.workspace.touch(paths);
        self.look_again();
    }

    /// Takes a message; its answer, if it is a request.
    pub(super) fn take(&mut self, message: Value) -> Option<Value> {
        let Value::Object(mut message) = message else { return None };
        let id = message.remove("id");
        let method = message.remove("method");
        let params = message.remove("params").unwrap_or_default();
        let Some(Value::String(method)) = method else {
            // An answer to something that we never asked is passed over.
            let is_answer = message.contains_key("result") || message.contains_key("error");
            let fault = Err((RpcError::Invalid, "a message without a method".to_owned()));
            return (!is_answer).then(|| answer(&id.unwrap_or_default(), fault));
        };
        // One bug must not take the editor's other files with it.
        let Some(id) = id else {
            let _ = catch_unwind(AssertUnwindSafe(|| self.notification(&method, params)));
            return None;
        };
        let done = catch_unwind(AssertUnwindSafe(|| self.request(&method, params)));
        Some(answer(&id, done.unwrap_or_else(|_| Err((RpcError::Internal, format!("`{method}` failed"))))))
    }

    fn request(&mut self, method: &str, params: Value) -> RpcResult {
        match (self.stage, method) {
            (ClientState::Strange, "initialize") => return Ok(self.initialize(&params)),
            (ClientState::Strange, _) => {
                return Err((RpcError::NotInitialized, "`initialize` comes first".to_owned()));
            }
            (ClientState::ShutDown | ClientState::Over, _) => {
                return Err((RpcError::Invalid, "the server is shut down".to_owned()));
            }
            (ClientState::Serving, "initialize") => {
                return Err((RpcError::Invalid, "`initialize` comes once".to_owned()));
            }
            (ClientState::Serving, "shutdown") => {
                self.stage = ClientState::ShutDown;
                self.shut_down = true;
                return Ok(Value::Null);
            }
            (ClientState::Serving, _) => {}
        }
        // An answer is about the text as it is now.
        self.settle();
        let (desk, client) = (&self.desk, &self.client);
        match method {
            "textDocument/hover" => {
                let (path, place) = asked::<PositionParams>(params)?;
                Ok(hover::hover(desk, &path, place.position, client.hover).unwrap_or_default())
            }
            "textDocument/completion" => {
                let (path, place) = asked::<PositionParams>(params)?;
                Ok(completion::completions(desk, &path, place.position, client))
            }
            "textDocument/codeAction" => {
                let (path, stretch) = asked::<RangeParams>(params)?;
                let wanted = stretch.context.only.is_none_or(|only| {
                    only.iter().any(|kind| kind.is_empty() || action::KIND.starts_with(kind.as_str()))
                });
                let actions = wanted.then(|| {
                    action::actions(desk, &path, stretch.range, &stretch.context.diagnostics, client)
                });
                Ok(Value::Array(actions.unwrap_or_default()))
            }
            "textDocument/definition" => {
                let (path, place) = asked::<PositionParams>(params)?;
                Ok(Value::Array(navigation::definition(desk, &path, place.position)))
            }
            "textDocument/references" => {
                let (path, place) = asked::<PositionParams>(params)?;
                let own = place.context.is_some_and(|context| context.include_declaration);
                Ok(Value::Array(navigation::references(desk, &path, place.position, own)))
            }
            _ => Err((RpcError::Unknown, format!("`{method}` is not known here"))),
        }
    }

    fn initialize(&mut self, params: &Value) -> Value {
        self.client = Client::new(params);
        self.stage = ClientState::Serving;
        self.desk.encoding = self.client.encoding;
        self.desk.roots = desk::roots(&self.paths, &self.client.folders);
        json!({
            "capabilities": {
                "positionEncoding": self.client.encoding.name(),
                "textDocumentSync": {"openClose": true, "change": 2, "save": {"includeText": false}},
                "hoverProvider": true,
                "completionProvider": {"triggerCharacters": ["\"", "'", "[", "="], "resolveProvider": false},
                "codeActionProvider": {"codeActionKinds": [action::KIND]},
                "definitionProvider": true,
                "referencesProvider": true,
            },
            "serverInfo": {"name": "gainsay", "version": env!("CARGO_PKG_VERSION")},
        })
    }

    /// What can't be understood is passed over: nobody waits for an answer.
    fn notification(&mut self, method: &str, params: Value) {
        if method == "exit" {
            self.stage = ClientState::Over;
        }
        if self.stage != ClientState::Serving {
            return;
        }
        match method {
            "textDocument/didOpen" => {
                if let Ok(Opened { text_document: it }) = serde_json::from_value(params)
                    && let Some(path) = uri::to_path(&it.uri)
                {
                    let text = it.text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(it.text);
                    self.desk.workspace.open(&path, &text);
                    self.desk.documents.insert(path, Document { uri: it.uri, text, version: it.version });
                }
            }
            "textDocument/didChange" => {
                if let Ok(Changed { text_document: it, content_changes }) = serde_json::from_value(params)
                    && let Some(path) = uri::to_path(&it.uri)
                    && let Some(document) = self.desk.documents.get_mut(&path)
                {
                    for change in content_changes {
                        change.apply(&mut document.text, self.client.encoding);
                    }
                    document.version = it.version.or(document.version);
                    self.desk.workspace.open(&path, &document.text);
                }
            }
            "textDocument/didClose" => {
                if let Some(path) = closed(params) {
                    self.desk.workspace.close(&path);
                    self.desk.documents.remove(&path);
                }
            }
            "textDocument/didSave" | "workspace/didChangeWatchedFiles" => {}
            _ => return,
        }
        self.is_stale = true;
    }

    /// Checks what has changed, and tells the client where something is other than it knows.
    pub(super) fn settle(&mut self) {
        if !std::mem::take(&mut self.is_stale) {
            return;
        }
        let changes = self.desk.refresh();
        let mut found: BTreeMap<PathBuf, Vec<Value>> = BTreeMap::new();
        for change in &changes {
            let files = change.before.iter().flat_map(CheckedStory::files);
            found.extend(files.map(|(_, path)| (path.to_path_buf(), Vec::new())));
        }
        for change in &changes {
            let now = self.desk.workspace.story(&change.folder);
            found
                .extend(now.map(|it| diagnostic::of_story(&self.desk, it, &self.client)).unwrap_or_default());
        }
        // Settings belong to no story; they are told of while they are open.
        let is_settings = |path: &&PathBuf| FileKind::of(path) == FileKind::Settings;
        let known: Vec<PathBuf> = self.published.keys().filter(is_settings).cloned().collect();
        for path in self.desk.documents.keys().filter(is_settings).cloned().chain(known) {
            let is_open = self.desk.documents.contains_key(&path);
            let of = || diagnostic::of_settings(&self.desk, &path, &self.client);
            found.insert(path.clone(), if is_open { of() } else { Vec::new() });
        }
        for (path, diagnostics) in found {
            if self.published.get(&path).map(Vec::as_slice).unwrap_or_default() != diagnostics {
                self.publish(&path, diagnostics);
            }
        }
        self.watch();
    }

    fn publish(&mut self, path: &Path, diagnostics: Vec<Value>) {
        let mut params = json!({"uri": self.desk.uri(path), "diagnostics": diagnostics});
        if let Some(version) = self.desk.documents.get(path).and_then(|it| it.version) {
            params["version"] = version.into();
        }
        self.outgoing
            .push(json!({"jsonrpc": "2.0", "method": "textDocument/publishDiagnostics", "params": params}));
        if diagnostics.is_empty() {
            self.published.remove(path);
        } else {
            self.published.insert(path.to_path_buf(), diagnostics);
        }
    }

    /// Watches the folders of all files that the open stories consist of.
    fn watch(&mut self) {
        let files = self.desk.workspace.stories().flat_map(|it| it.files().map(|(_, path)| path));
        let folders: BTreeSet<&Path> = files.filter_map(Path::parent).collect();
        let mode = RecursiveMode::NonRecursive;
        let folders = folders.into_iter().map(|it| (it.to_path_buf(), mode)).collect();
        self.watcher.watch(folders);
    }
}

/// The parameters of a request about a file, and the file.
fn asked<P: DeserializeOwned + About>(params: Value) -> Result<(PathBuf, P), (RpcError, String)> {
    let params: P = serde_json::from_value(params).map_err(|error| (RpcError::Params, error.to_string()))?;
    // What is no file has no claims.
    let path = uri::to_path(params.uri()).unwrap_or_default();
    Ok((path, params))
}

/// What is about a file.
trait About {
    fn uri(&self) -> &str;
}

impl About for PositionParams {
    fn uri(&self) -> &str {
        &self.text_document.uri
    }
}

impl About for RangeParams {
    fn uri(&self) -> &str {
        &self.text_document.uri
    }
}

fn closed(params: Value) -> Option<PathBuf> {
    let Closed { text_document } = serde_json::from_value(params).ok()?;
    uri::to_path(&text_document.uri)
}
