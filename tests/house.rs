//! The house keeps its order: a room uses only the rooms above it.

mod circles;

use std::path::Path;

/// The rooms in the order of `src/lib.rs`.
fn rooms() -> Vec<String> {
    let front = std::fs::read_to_string("src/lib.rs").unwrap();
    let names = front.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    names.map(str::to_owned).collect()
}

fn sources(folder: &Path) -> Vec<(String, String)> {
    let files = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let rust = files.filter(|entry| entry.path().extension().is_some_and(|ending| ending == "rs"));
    rust.map(|entry| (entry.path().display().to_string(), std::fs::read_to_string(entry.path()).unwrap()))
        .collect()
}

#[test]
fn a_room_uses_only_the_rooms_above_it() {
    let rooms = rooms();
    assert!(rooms.len() > 5, "src/lib.rs lists the rooms, one `pub mod` a line");
    for (at, room) in rooms.iter().enumerate() {
        for (path, text) in sources(&Path::new("src").join(room)) {
            for used in text.split("crate::").skip(1) {
                let name: String = used.chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect();
                // `use crate::{a, b}` names several.
                let names: Vec<String> = match used.strip_prefix('{') {
                    Some(list) => list
                        .split('}')
                        .next()
                        .unwrap_or_default()
                        .split(',')
                        .map(|it| it.trim().split("::").next().unwrap_or_default().to_owned())
                        .collect(),
                    None => vec![name],
                };
                for name in names {
                    let Some(other) = rooms.iter().position(|it| *it == name) else { continue };
                    assert!(
                        other <= at,
                        "{path}: the room `{room}` must not know `{name}`, which is below it"
                    );
                }
            }
        }
    }
}

#[test]
fn every_room_has_a_front_page() {
    for room in rooms() {
        let front = std::fs::read_to_string(format!("src/{room}/mod.rs")).unwrap();
        assert!(front.starts_with("//! "), "src/{room}/mod.rs begins with what the room is for");
    }
}

#[test]
fn no_file_is_longer_than_anyone_can_oversee() {
    for (path, text) in sources(Path::new("src")) {
        assert!(text.lines().count() <= 500, "{path} has more than 500 lines");
    }
}

/// Inside a room, too, files know each other as a tree does. Three files that belong together may know each other.
#[test]
fn no_room_has_a_circle_of_files() {
    for room in rooms() {
        let known = circles::known(&Path::new("src").join(&room), &["crate", &room]);
        let found = circles::circles(&known);
        assert!(found.iter().all(|circle| circle.len() <= 3), "src/{room}: {found:?}");
    }
    for program in ["gainsay", "gainsay-desk"] {
        let known = circles::known(&Path::new("src/bin").join(program), &["crate"]);
        assert!(known.len() > 20, "the files of {program}");
        assert!(circles::circles(&known).is_empty(), "src/bin/{program}");
    }
}
