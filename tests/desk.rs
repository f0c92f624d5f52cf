//! `gainsay-desk`: who gets in, what is written, and what is not; the days of an editor and of a fact-checker in a browser.

mod attacks;
mod branches;
mod days;
mod edits;
mod joins;
mod places;
mod writes;

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::support::Desk;

/// A story of two outlets that contradict each other, and one fact that they share.
fn story() -> Vec<(&'static str, String)> {
    let article = |outlet: &str, day: u8, length: &str| {
        format!(
            "[article]\noutlet = \"{outlet}\"\npublished = 2025-12-{day}\n\n[[claim]]\nsubject = \"the Dali\"\nattribute = \"length\"\n\
             value = \"{length}\"\nquote = \"{length} long\"\n\n[[claim]]\nsubject = \"the Dali\"\nattribute = \"flag\"\nvalue = \"Singapore\"\n"
        )
    };
    vec![
        ("claims/bridge/story.toml", "title = \"The bridge\"\n".to_owned()),
        ("claims/bridge/north.toml", article("North Star", 17, "289 m")),
        ("claims/bridge/south.toml", article("South Post", 18, "355 m")),
    ]
}

fn desk() -> Desk {
    let files = story();
    let desk = Desk::new(&files.iter().map(|(path, text)| (*path, text.as_str())).collect::<Vec<_>>());
    assert_eq!(desk.run(&["fmt"]).status(), 0);
    desk
}

/// A desk that is open; it closes when it goes.
struct Open {
    child: Child,
    port: u16,
    address: String,
    cookie: String,
}

/// What was answered.
struct Answer {
    status: u16,
    headers: BTreeMap<String, String>,
    body: String,
}

impl Open {
    fn new(desk: &Desk, args: &[&str]) -> Self {
        Self::with(desk, args, &[])
    }

    fn with(desk: &Desk, args: &[&str], variables: &[(&str, &str)]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay-desk"));
        command.args(args).current_dir(desk.path()).envs(variables.iter().copied());
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().rsplit(' ').next().unwrap().to_owned();
        let host = address.split('/').nth(2).unwrap();
        let port = host.rsplit(':').next().and_then(|it| it.parse().ok()).unwrap_or(0);
        let mut open = Self { child, port, address, cookie: String::new() };
        if let Some(token) = open.address.split("token=").nth(1).map(str::to_owned) {
            let answer = open.get(&format!("/?token={token}"));
            answer.headers["set-cookie"].split(';').next().unwrap().clone_into(&mut open.cookie);
        }
        open
    }

    fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Sends bytes as they are.
    fn send(&self, bytes: &[u8]) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        // A desk that has heard enough hangs up.
        let _ = stream.write_all(bytes);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        Answer::of(&String::from_utf8_lossy(&answer))
    }

    fn request(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut own: BTreeMap<&str, String> = BTreeMap::new();
        own.insert("Host", format!("127.0.0.1:{}", self.port));
        own.insert("Connection", "close".to_owned());
        if !self.cookie.is_empty() {
            own.insert("Cookie", self.cookie.clone());
        }
        if method == "POST" {
            own.insert("Origin", self.origin());
            own.insert("Content-Type", "application/x-www-form-urlencoded".to_owned());
            own.insert("Content-Length", body.len().to_string());
        }
        for (name, value) in headers {
            own.insert(name, (*value).to_owned());
        }
        own.retain(|_, value| !value.is_empty());
        let head: Vec<String> = own.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let head = head.concat();
        self.send(format!("{method} {path} HTTP/1.1\r\n{head}\r\n{body}").as_bytes())
    }

    fn get(&self, path: &str) -> Answer {
        self.request("GET", path, &[], "")
    }

    /// Sends a form with the token of this browser's forms.
    fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let token = self.get("/add").field("token");
        let mut all = vec![("token", token.as_str())];
        all.extend(fields);
        self.request("POST", path, &[], &form(&all))
    }

    /// Acts on the gravest fact of the story.
    fn act(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let page = self.get(STORY);
        let (item, mark) = (page.field("item"), page.field("mark"));
        let mut all = vec![("in", "claims/bridge"), ("item", item.as_str()), ("mark", mark.as_str())];
        all.extend(fields);
        self.post(path, &all)
    }

    /// Ends it as a system does, and says how it ended.
    fn end(mut self) -> Option<i32> {
        Command::new("kill").arg(self.child.id().to_string()).status().unwrap();
        self.child.wait().unwrap().code()
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

const STORY: &str = "/story?in=claims/bridge";

impl Answer {
    fn of(text: &str) -> Self {
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((text, ""));
        let mut lines = head.lines();
        let status =
            lines.next().and_then(|it| it.split(' ').nth(1)).and_then(|it| it.parse().ok()).unwrap_or(0);
        let header =
            |line: &str| line.split_once(": ").map(|(name, value)| (name.to_lowercase(), value.to_owned()));
        Self { status, headers: lines.filter_map(header).collect(), body: body.to_owned() }
    }

    /// The value of the first field of a name.
    fn field(&self, name: &str) -> String {
        let after = self.body.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_default();
        after.split('"').next().unwrap_or_default().to_owned()
    }
}

fn form(fields: &[(&str, &str)]) -> String {
    let encoded = |text: &str| {
        percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
    };
    fields.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect::<Vec<_>>().join("&")
}

/// What stands in every file below a folder.
fn files(desk: &Desk) -> BTreeMap<PathBuf, Vec<u8>> {
    let all = walkdir::WalkDir::new(desk.path()).into_iter().map(Result::unwrap);
    let files = all.filter(|it| it.file_type().is_file());
    files.map(|it| (it.path().to_owned(), std::fs::read(it.path()).unwrap())).collect()
}
