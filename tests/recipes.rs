//! The recipes of docs/contributing.md name what is really touched: each is held against something that came by it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

/// Something that came by a recipe.
struct Example {
    /// How the recipe begins, in bold.
    recipe: &'static str,
    /// What stands for `<name>` in its list.
    name: &'static str,
    /// What nothing but the recipe can have put into a file.
    traces: &'static [&'static str],
}

const EXAMPLES: &[Example] = &[
    Example {
        recipe: "A new output format",
        name: "junit",
        traces: &[
            "mod junit;",
            "Junit:",
            "Format::Junit",
            "### JUnit",
            "//! Test reports: a test suite a story",
        ],
    },
    Example { recipe: "A new unit", name: "tablespoons", traces: &["tablespoons"] },
    Example { recipe: "A new currency", name: "naira", traces: &["naira"] },
    Example { recipe: "A lint rule", name: "weekday-not-of-date", traces: &["weekday-not-of-date"] },
    Example {
        recipe: "A new kind of value",
        name: "quantity/score",
        traces: &["Content::Score", "Score(Decimal, Decimal)", "## Scores"],
    },
];

/// All files of the sources, the documentation and the tests, with their texts.
fn files() -> BTreeMap<String, String> {
    let all = ["src", "docs", "tests"].iter().flat_map(walkdir::WalkDir::new).map(Result::unwrap);
    let all = all.filter(|entry| entry.file_type().is_file()).map(|entry| entry.path().display().to_string());
    let others = ["docs/contributing.md", "tests/recipes.rs"];
    all.filter(|path| !others.contains(&path.as_str()))
        .filter_map(|path| std::fs::read_to_string(&path).ok().map(|text| (path, text)))
        .collect()
}

/// The paths that a recipe lists: files, and folders, which end in a slash.
fn listed(recipe: &str, name: &str) -> BTreeSet<String> {
    let page = std::fs::read_to_string("docs/contributing.md").unwrap();
    let (_, rest) =
        page.split_once(&format!("**{recipe}**")).unwrap_or_else(|| panic!("no recipe for {recipe:?}"));
    let own = rest.split("\n\n").next().unwrap();
    let code = own.split('`').skip(1).step_by(2);
    let paths = code.filter(|it| ["src/", "docs/", "tests/"].iter().any(|root| it.starts_with(root)));
    paths.map(|it| it.replace("<name>", name)).collect()
}

#[test]
fn each_recipe_names_the_files_that_a_known_example_is_found_in() {
    let files = files();
    for Example { recipe, name, traces } in EXAMPLES {
        let listed = listed(recipe, name);
        let named = format!("/{name}.");
        let found: BTreeSet<&String> = files
            .iter()
            .filter(|(path, text)| path.contains(&named) || traces.iter().any(|it| text.contains(it)))
            .map(|(path, _)| path)
            .collect();
        let is_of = |path: &str, list: &str| path == list || list.ends_with('/') && path.starts_with(list);
        for path in &found {
            assert!(
                listed.iter().any(|it| is_of(path, it)),
                "{recipe}: {name} is in {path}, which is not listed: {listed:?}"
            );
        }
        for it in &listed {
            assert!(
                found.iter().any(|path| is_of(path, it)),
                "{recipe} lists {it}, but {name} is not there: {found:?}"
            );
        }
    }
}

/// What the recipe of a format makes of each file: behind which words what comes in.
const ADDED: &[(&str, &str, &str)] = &[
    ("src/report/outline.rs", "", include_str!("recipes/outline.txt")),
    ("src/report/mod.rs", "mod markdown;\n", "mod outline;\n"),
    (
        "src/report/format.rs",
        "Plain(junit::junit);\n",
        "    Outline: \"outline\", \"the labels of all facts\", Person, Plain(super::outline::outline);\n",
    ),
    (
        "docs/report.md",
        "| as skipped | as skipped | as errors |\n",
        "| `outline` | people | no | no | no |\n",
    ),
    (
        "tests/formats.rs",
        "Format::Table | Format::Statistics => {}\n",
        "        Format::Outline => assert!(!out.is_empty(), \"{name}\"),\n",
    ),
    (
        "tests/formats.rs",
        "Format::Junit => assert!(out.contains(\"tests=\\\"0\\\"\"), \"{out}\"),\n",
        "            Format::Outline => {}\n",
    ),
    ("tests/formats/outline.snap", "", "the bridge: number of lanes\n"),
];

/// The tree without what is built of it.
fn copied_tree(to: &Path) {
    let entries = walkdir::WalkDir::new(".").into_iter().filter_entry(|entry| {
        !["target", ".git"].iter().any(|it| entry.depth() == 1 && entry.file_name() == *it)
    });
    for entry in entries.map(Result::unwrap).filter(|entry| entry.file_type().is_file()) {
        let copy = to.join(entry.path());
        std::fs::create_dir_all(copy.parent().unwrap()).unwrap();
        // What is as it was is left alone, so that it need not be checked anew.
        let text = std::fs::read(entry.path()).unwrap();
        if std::fs::read(&copy).ok().as_ref() != Some(&text) {
            std::fs::write(&copy, text).unwrap();
        }
    }
}

#[test]
#[ignore = "a copy of the tree is compiled, which takes a minute at first: .ci/run does it"]
fn a_format_is_added_by_the_files_of_its_recipe() {
    let of_recipe = listed("A new output format", "outline");
    let touched: BTreeSet<String> = ADDED.iter().map(|(path, ..)| (*path).to_owned()).collect();
    assert_eq!(of_recipe, touched);
    let build = Path::new(env!("CARGO_TARGET_TMPDIR")).join("recipe");
    let tree = build.join("tree");
    copied_tree(&tree);
    for (path, behind, added) in ADDED {
        let text =
            if behind.is_empty() { String::new() } else { std::fs::read_to_string(tree.join(path)).unwrap() };
        let (before, rest) = text.split_once(behind).unwrap_or_else(|| panic!("{path} has no {behind:?}"));
        std::fs::write(tree.join(path), format!("{before}{behind}{added}{rest}")).unwrap();
    }
    let run = Command::new(env!("CARGO"))
        .args(["check", "--offline", "--quiet", "--lib", "--bins", "--test", "suite"])
        .env("CARGO_TARGET_DIR", build.join("target"))
        .current_dir(&tree)
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
}
