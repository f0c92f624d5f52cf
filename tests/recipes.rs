//! The recipes of docs/contributing.md name what is really touched: each is held against something that came by it.

use std::collections::{BTreeMap, BTreeSet};

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
