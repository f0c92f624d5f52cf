//! The house keeps its order: a room uses only the rooms above it.

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
        assert!(text.lines().count() <= 600, "{path} has more than 600 lines");
    }
}

/// The files of the program know each other as a tree does: the command line on top, no circle below it.
#[test]
fn the_program_has_no_circle_of_files() {
    let folder = Path::new("src/bin/gainsay");
    let name = |path: &str| {
        let path = Path::new(path).strip_prefix(folder).unwrap().with_extension("");
        path.components().next().unwrap().as_os_str().to_str().unwrap().to_owned()
    };
    let mut known: std::collections::BTreeMap<String, std::collections::BTreeSet<String>> = [].into();
    for (path, text) in sources(folder) {
        let told = text
            .split("crate::")
            .skip(1)
            .map(|used| used.chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect::<String>());
        let told =
            told.filter(|it| folder.join(it).with_extension("rs").exists() || folder.join(it).is_dir());
        known.entry(name(&path)).or_default().extend(told.filter(|it| *it != name(&path)));
    }
    let count = known.len();
    assert!(count > 20, "the program's files are in {}", folder.display());
    // What knows nobody that is left goes; a circle stays.
    while let Some(free) = known.iter().find(|(_, it)| it.iter().all(|it| !known.contains_key(it))) {
        let free = free.0.clone();
        known.remove(&free);
    }
    assert!(known.is_empty(), "these files know each other in a circle: {:?}", known.keys());
}
