//! The house keeps its order: a room uses only the rooms above it.

mod circles;

use std::collections::BTreeMap;
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

/// A type: its name, and whether other files can see it.
fn types(text: &str) -> Vec<(String, bool)> {
    let one = |line: &str| {
        let plain = line.trim_start();
        let seen = plain.starts_with("pub");
        // What is inside a function or a macro is for no one else.
        if !seen && plain.len() < line.len() {
            return None;
        }
        let behind = if seen { plain.split_once(' ')?.1 } else { plain };
        let name =
            ["struct ", "enum ", "trait ", "type "].iter().find_map(|kind| behind.strip_prefix(kind))?;
        let name: String = name.chars().take_while(|it| it.is_alphanumeric()).collect();
        Some((name, seen))
    };
    text.lines().filter_map(one).collect()
}

/// A noun that other files can see means one thing in the whole house; what a file keeps to itself may not borrow it,
/// either. Every command's `Args` are what its own command line takes, so these alone share their name.
#[test]
fn one_noun_is_one_thing() {
    let mut places: BTreeMap<String, Vec<(String, bool)>> = BTreeMap::new();
    for (path, text) in sources(Path::new("src")) {
        for (name, seen) in types(&text) {
            places.entry(name).or_default().push((path.clone(), seen));
        }
    }
    assert!(places.len() > 400, "types are found");
    let shared =
        places.iter().filter(|(name, all)| *name != "Args" && all.len() > 1 && all.iter().any(|it| it.1));
    let shared: Vec<_> =
        shared.map(|(name, all)| (name, all.iter().map(|it| &it.0).collect::<Vec<_>>())).collect();
    assert!(shared.is_empty(), "one name for several things: {shared:#?}");
}
