//! The tutorial holds: its commands are run in an empty folder, in their order, and print what it says.

use std::path::Path;
use std::process::Command;

use crate::support::Desk;

/// A fenced block of the page, with the line before it.
struct Block {
    language: String,
    text: String,
    before: String,
}

impl Block {
    /// The file that it shows, where the line before it is a path.
    fn file(&self) -> Option<&str> {
        self.before.strip_prefix('`')?.strip_suffix('`').filter(|_| self.language == "text")
    }
}

fn blocks(page: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut before = String::new();
    let mut open = false;
    for line in page.lines() {
        match line.strip_prefix("```") {
            Some(_) if open => open = false,
            Some(language) => {
                open = true;
                let before = std::mem::take(&mut before);
                blocks.push(Block { language: language.to_owned(), text: String::new(), before });
            }
            None if open => {
                let block = blocks.last_mut().unwrap();
                block.text.push_str(line);
                block.text.push('\n');
            }
            None if line.trim().is_empty() => {}
            None => line.clone_into(&mut before),
        }
    }
    blocks
}

/// Runs commands in a folder, with the program on the path; their status, and all they print.
fn run(folder: &Path, commands: &str) -> (i32, String) {
    let program = Path::new(env!("CARGO_BIN_EXE_gainsay")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let mut shell = Command::new("sh");
    let output = shell.args(["-c", commands]).current_dir(folder).env("PATH", path).output().unwrap();
    let printed = [output.stdout, output.stderr].concat();
    (output.status.code().unwrap(), String::from_utf8(printed).unwrap())
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn following_it_catches_the_contradiction() {
    let page = std::fs::read_to_string("docs/tutorial.md").unwrap();
    let desk = Desk::new(&[]);
    let mut printed = String::new();
    let mut runs = 0;
    for block in blocks(&page) {
        match (block.language.as_str(), block.file()) {
            ("sh", _) => {
                let (status, said) = run(desk.path(), &block.text);
                let expected = i32::from(block.text.contains("gainsay check"));
                assert_eq!(status, expected, "{}\n{said}", block.text);
                printed = said;
                runs += 1;
            }
            // What a person makes of the drafts: values, quotes and credits are all theirs.
            ("text", Some(path)) => {
                let drafts = std::fs::read_to_string(desk.path().join(path)).unwrap();
                for line in
                    block.text.lines().filter(|line| line.contains(" = ") && !line.starts_with("attribute"))
                {
                    let there = drafts.lines().any(|it| it.strip_prefix("# ").unwrap_or(it) == line);
                    assert!(there, "{path} has no draft with\n{line}\nin\n{drafts}");
                }
                desk.write(path, block.text.as_bytes());
            }
            // A draft as it stands in the file that was begun.
            ("toml", _) => {
                let (_, files) = run(desk.path(), "cat claims/ferry/*.toml");
                assert!(files.contains(&block.text), "{}\nis not in\n{files}", block.text);
            }
            ("text", None) => {
                let said = squeezed(&printed);
                for line in block.text.lines() {
                    assert!(said.contains(&squeezed(line)), "{line:?} is not in\n{printed}");
                }
            }
            (language, _) => panic!("a block in {language} is nothing this test knows"),
        }
    }
    assert!(runs >= 6, "only {runs} blocks of commands were found");
}

#[test]
fn what_it_names_at_the_end_can_be_run() {
    let page = std::fs::read_to_string("docs/tutorial.md").unwrap();
    let desk = Desk::new(&[]);
    for block in blocks(&page) {
        match block.file() {
            Some(path) => desk.write(path, block.text.as_bytes()),
            None if block.language == "sh" => _ = run(desk.path(), &block.text),
            None => {}
        }
    }
    let last = page.split("## 7").nth(1).unwrap();
    let commands = last.lines().filter_map(|line| line.strip_prefix("* `")?.split('`').next());
    let commands: Vec<&str> = commands.filter(|it| it.starts_with("gainsay ")).collect();
    assert!(commands.len() >= 3, "{commands:?}");
    for command in commands {
        // A review asks; where nobody answers, it ends.
        let (status, said) = run(desk.path(), &format!("{command} < /dev/null"));
        assert!(status == 0, "{command}: {status}\n{said}");
    }
}
