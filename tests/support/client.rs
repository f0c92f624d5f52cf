//! A client of the language server: it speaks over standard input and output, as an editor does.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// However busy the machine is.
const LONG: Duration = Duration::from_secs(60);

pub(crate) struct Client {
    child: Child,
    input: Option<ChildStdin>,
    incoming: Receiver<Value>,
    /// Notifications that nobody has asked for yet.
    told: VecDeque<Value>,
    last: i64,
}

impl Client {
    /// Starts the server in a folder.
    pub(crate) fn start(folder: &Path) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
        command.arg("lsp").current_dir(folder).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut stream = BufReader::new(child.stdout.take().unwrap());
        let (tell, incoming) = channel();
        std::thread::spawn(move || {
            while let Some(message) = read(&mut stream) {
                if tell.send(message).is_err() {
                    break;
                }
            }
        });
        Self { input: child.stdin.take(), child, incoming, told: VecDeque::new(), last: 0 }
    }

    /// The same, with the handshake of an editor that can do these things.
    pub(crate) fn open(folder: &Path, capabilities: &Value) -> Self {
        let mut client = Self::start(folder);
        let params = json!({"processId": null, "rootUri": uri(folder), "capabilities": capabilities});
        let answer = client.request("initialize", params);
        assert!(answer["capabilities"]["hoverProvider"].as_bool().unwrap(), "{answer}");
        client.notify("initialized", json!({}));
        client
    }

    /// Sends bytes as they are.
    pub(crate) fn raw(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().unwrap();
        input.write_all(bytes).unwrap();
        input.flush().unwrap();
    }

    pub(crate) fn send(&mut self, message: &Value) {
        let text = message.to_string();
        self.raw(format!("Content-Length: {}\r\n\r\n{text}", text.len()).as_bytes());
    }

    pub(crate) fn notify(&mut self, method: &str, params: Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    /// Asks, and waits for the result.
    pub(crate) fn request(&mut self, method: &str, params: Value) -> Value {
        let answer = self.ask(method, params);
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].clone()
    }

    /// Asks, and waits for the whole answer.
    pub(crate) fn ask(&mut self, method: &str, params: Value) -> Value {
        self.last += 1;
        let id = self.last;
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}));
        self.answer(&json!(id))
    }

    /// The answer to a request that was sent.
    pub(crate) fn answer(&mut self, id: &Value) -> Value {
        loop {
            let message = self.next();
            if message.get("method").is_none() && message.get("id") == Some(id) {
                return message;
            }
            self.told.push_back(message);
        }
    }

    fn next(&mut self) -> Value {
        self.incoming.recv_timeout(LONG).expect("the server is silent")
    }

    /// What the server says next of a file; `None` where it says nothing for a while.
    pub(crate) fn diagnostics(&mut self, uri: &str) -> Vec<Value> {
        let is_of =
            |it: &Value| it["method"] == "textDocument/publishDiagnostics" && it["params"]["uri"] == uri;
        let message = loop {
            if let Some(at) = self.told.iter().position(is_of) {
                break self.told.remove(at).unwrap();
            }
            let next = self.next();
            self.told.push_back(next);
        };
        let told = message["params"]["diagnostics"].as_array().unwrap();
        // The pin of one claim alone is a finding of lint, and tested there.
        told.iter().filter(|it| it["code"] != "idle-pin").cloned().collect()
    }

    /// What the server says that has not been asked for yet; it has said all that it had to say.
    pub(crate) fn rest(&mut self) -> Vec<Value> {
        self.ask("$/nothing", Value::Null);
        self.told.drain(..).collect()
    }

    pub(crate) fn did_open(&mut self, uri: &str, text: &str) {
        let document = json!({"uri": uri, "languageId": "toml", "version": 1, "text": text});
        self.notify("textDocument/didOpen", json!({"textDocument": document}));
    }

    pub(crate) fn did_change(&mut self, uri: &str, version: i64, changes: Value) {
        let document = json!({"uri": uri, "version": version});
        self.notify("textDocument/didChange", json!({"textDocument": document, "contentChanges": changes}));
    }

    /// Ends the server as an editor does; its exit status.
    pub(crate) fn end(mut self) -> i32 {
        assert_eq!(self.request("shutdown", Value::Null), Value::Null);
        self.notify("exit", Value::Null);
        self.status()
    }

    /// Closes the stream to the server; its exit status.
    pub(crate) fn status(&mut self) -> i32 {
        drop(self.input.take());
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.code().unwrap();
            }
            assert!(begun.elapsed() < LONG, "the server does not end");
            std::thread::sleep(Duration::from_millis(2));
        }
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn read(stream: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).ok()? == 0 {
            return None;
        }
        if line == "\r\n" {
            break;
        }
        length = line.strip_prefix("Content-Length: ")?.trim().parse().ok()?;
    }
    let mut bytes = vec![0; length];
    stream.read_exact(&mut bytes).ok()?;
    Some(serde_json::from_slice(&bytes).unwrap())
}

pub(crate) fn uri(path: &Path) -> String {
    format!("file://{}", path.display())
}

/// Where some words stand in a text, in UTF-16.
pub(crate) fn at(text: &str, words: &str) -> Value {
    let (before, _) = text.split_once(words).unwrap_or_else(|| panic!("{words:?} is not in the text"));
    let line = before.rsplit('\n').next().unwrap_or_default();
    json!({"line": before.matches('\n').count(), "character": line.encode_utf16().count()})
}
