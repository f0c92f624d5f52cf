//! `gainsay init`, and the jobs of docs/ci.md.

use crate::support::{Desk, git};
use yaml_rust2::yaml::Hash;
use yaml_rust2::{Yaml, YamlLoader};

fn files(desk: &Desk) -> Vec<(String, String)> {
    let walk = walkdir::WalkDir::new(desk.path()).sort_by_file_name().into_iter().map(Result::unwrap);
    walk.filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(desk.path()).unwrap().display().to_string();
            (path, std::fs::read_to_string(entry.path()).unwrap())
        })
        .collect()
}

fn paths(desk: &Desk) -> Vec<String> {
    files(desk).into_iter().map(|(path, _)| path).collect()
}

#[test]
fn a_first_story_is_laid_down_that_is_right_in_every_way() {
    let desk = Desk::new(&[]);
    let run = desk.run(&["init"]);
    assert_eq!(run.status(), 0, "{}", run.err());
    let expected = [
        "claims/.editorconfig",
        "claims/first-story/example-times.toml",
        "claims/first-story/story.toml",
        "claims/schema/accepted.json",
        "claims/schema/claims.json",
        "claims/schema/settings.json",
        "claims/schema/story.json",
        "gainsay.toml",
    ];
    assert_eq!(paths(&desk), expected);
    let next: Vec<String> =
        run.out().lines().filter(|line| line.starts_with(['1', '2', '3'])).map(str::to_owned).collect();
    assert_eq!(next.len(), 3, "{}", run.out());
    for args in [&["check"][..], &["lint"], &["fmt", "--check"]] {
        let run = desk.run(args);
        assert_eq!(run.status(), 0, "{args:?}: {}{}", run.out(), run.err());
    }
    assert_eq!(desk.run(&["check"]).err(), "");
    // Every file that names its schema finds it there.
    for (path, text) in files(&desk) {
        if let Some(schema) = text.lines().next().and_then(|line| line.strip_prefix("#:schema ")) {
            let schema = desk.path().join(&path).with_file_name("").join(schema);
            let schema: serde_json::Value =
                serde_json::from_str(&std::fs::read_to_string(schema).unwrap()).unwrap();
            assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
        }
    }
}

#[test]
fn nothing_is_overwritten_and_only_what_is_missing_is_written() {
    let own = "[article]\noutlet = \"Own\"\n[[claim]]\nsubject = \"s\"\nattribute = \"a\"\nvalue = 1\n";
    let desk = Desk::new(&[("desk/claims/own/own.toml", own), ("desk/gainsay.toml", "currency = \"CAD\"\n")]);
    let run = desk.run(&["init", "desk", "--ci", "gitlab"]);
    assert_eq!(run.status(), 0, "{}", run.err());
    assert!(run.out().contains("kept  desk/gainsay.toml"), "{}", run.out());
    assert!(!run.out().contains("first-story"), "whoever has stories needs no example: {}", run.out());
    let first = files(&desk);
    assert!(first.contains(&("desk/gainsay.toml".to_owned(), "currency = \"CAD\"\n".to_owned())));
    let again = desk.run(&["init", "desk", "--ci", "gitlab"]);
    assert_eq!(again.status(), 0);
    assert!(!again.out().contains("wrote"), "{}", again.out());
    assert!(again.out().contains(".gitlab-ci.yml, which is kept"), "{}", again.out());
    assert_eq!(files(&desk), first);
}

#[test]
fn where_it_can_not_be_written_nothing_is() {
    let desk = Desk::new(&[("desk/claims", "a file\n")]);
    let run = desk.run(&["init", "desk"]);
    assert_eq!(run.status(), 2);
    assert!(run.err().contains("a file stands where a folder must be"), "{}", run.err());
    assert_eq!(paths(&desk), ["desk/claims"]);
    let run = desk.run(&["init", "desk/claims/deeper"]);
    assert_eq!(run.status(), 2);
    assert_eq!(paths(&desk), ["desk/claims"]);
}

fn yaml(text: &str) -> Yaml {
    YamlLoader::load_from_str(text).unwrap().remove(0)
}

/// The YAML blocks of docs/ci.md.
fn blocks() -> Vec<String> {
    let page = std::fs::read_to_string("docs/ci.md").unwrap();
    page.split("```yaml\n").skip(1).map(|rest| rest.split("```").next().unwrap().to_owned()).collect()
}

/// Runs a line of a job on claims with a new contradiction: it must be understood, and fail for it.
fn assert_runs(line: &str, written: &[&str]) {
    let of = |outlet: &str, length: &str| {
        format!(
            "[article]\noutlet = \"{outlet}\"\n[[claim]]\nsubject = \"ship\"\nattribute = \"length\"\nvalue = \"{length}\"\n"
        )
    };
    let desk = Desk::new(&[("claims/s/a.toml", &of("A", "91 m")), ("claims/s/b.toml", &of("B", "97 m"))]);
    // A pull request has a commit before it; nothing is compared with it where the branch itself is checked.
    let args: Vec<&str> =
        line.split_whitespace().skip(1).filter(|it| !["$SINCE", "--since", "HEAD^1"].contains(it)).collect();
    let run = desk.run(&args);
    assert_eq!(run.status(), 1, "{line}: {}", run.err());
    for file in written {
        assert!(desk.path().join(file).is_file(), "{line} writes no {file}");
    }
}

/// What an auditor of workflows would find: actions that are not pinned, rights that are not needed, tokens that are kept, jobs
/// that never end, and texts of strangers in scripts.
fn faults(text: &str) -> Vec<String> {
    let workflow = yaml(text);
    let mut found = Vec::new();
    let mut expect = |holds: bool, what: String| {
        if !holds {
            found.push(what);
        }
    };
    expect(workflow["permissions"].as_hash().is_some_and(Hash::is_empty), "rights for all jobs".to_owned());
    expect(!workflow["concurrency"].is_badvalue(), "runs beside one another".to_owned());
    expect(workflow["on"]["pull_request_target"].is_badvalue(), "rights for strangers".to_owned());
    for (name, job) in workflow["jobs"].as_hash().unwrap() {
        let name = name.as_str().unwrap();
        expect(job["timeout-minutes"].as_i64().is_some(), format!("{name} may run for ever"));
        expect(job["permissions"].as_hash().is_some(), format!("{name} has no rights of its own"));
        expect(
            !job["runs-on"].as_str().unwrap().ends_with("latest"),
            format!("{name} runs on whatever is latest"),
        );
        for step in job["steps"].as_vec().unwrap() {
            if let Some(action) = step["uses"].as_str() {
                let commit = action.split_once('@').map_or("", |(_, commit)| commit);
                let is_pinned = commit.len() == 40 && commit.chars().all(|it| it.is_ascii_hexdigit());
                expect(is_pinned, format!("{action} is not pinned"));
                let keeps = step["with"]["persist-credentials"].as_bool() != Some(false);
                expect(!action.starts_with("actions/checkout") || !keeps, format!("{name} keeps its token"));
            }
            let script = step["run"].as_str().unwrap_or_default();
            expect(!script.contains("${{"), format!("{name} runs what others write: {script}"));
        }
    }
    // Each pinned action says which version that is.
    for line in text.lines().filter(|line| line.contains("uses: ")) {
        expect(line.contains(" # v"), format!("no version: {line}"));
    }
    found
}

#[test]
fn a_desk_in_a_folder_of_a_repository_has_its_job_at_the_top() {
    let desk = Desk::new(&[]);
    git::git(desk.path(), &["init", "-q"]);
    desk.write(".git/refs/remotes/origin/HEAD", b"ref: refs/remotes/origin/trunk\n");
    for (args, folder) in [
        (&["init", "--ci", "github", "news/desk"] as &[&str], ""),
        (&["init", "--ci", "gitlab"], "news/desk"),
    ] {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_gainsay"));
        let output = command.args(args).current_dir(desk.path().join(folder)).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let read = |path: &str| std::fs::read_to_string(desk.path().join(path)).unwrap();
    let github = read(".github/workflows/gainsay.yml");
    assert_eq!(faults(&github), Vec::<String>::new());
    let workflow = yaml(&github);
    assert_eq!(workflow["on"]["push"]["branches"][0].as_str(), Some("trunk"));
    let job = &workflow["jobs"]["contradictions"];
    assert_eq!(job["defaults"]["run"]["working-directory"].as_str(), Some("news/desk"));
    assert!(
        github.contains("sarif_file: \"news/desk/gainsay.sarif\"")
            && github.contains("hashFiles('news/desk/gainsay.sarif')")
    );
    assert!(read(".gitlab/gainsay.yml").contains("gainsay check \"news/desk/claims\" $SINCE"));
    assert!(read(".gitlab-ci.yml").contains("gainsay.yml"));
    assert!(desk.path().join("news/desk/gainsay.toml").is_file());
    assert!(!desk.path().join("news/desk/.github").exists() && !desk.path().join("gainsay.toml").exists());
}

#[test]
fn the_jobs_of_the_manual_are_those_of_init_and_run() {
    let desk = Desk::new(&[]);
    desk.run(&["init", "--ci", "github"]);
    desk.run(&["init", "--ci", "gitlab"]);
    let read = |path: &str| std::fs::read_to_string(desk.path().join(path)).unwrap();
    let (github, gitlab) = (read(".github/workflows/gainsay.yml"), read(".gitlab/gainsay.yml"));
    let blocks = blocks();
    assert_eq!(blocks[0], github, "docs/ci.md has another workflow than gainsay init");
    assert_eq!(blocks[1], gitlab, "docs/ci.md has another job than gainsay init");

    let workflow = yaml(&github);
    let steps = workflow["jobs"]["contradictions"]["steps"].as_vec().unwrap();
    let runs: Vec<&str> = steps.iter().filter_map(|step| step["run"].as_str()).collect();
    let checks: Vec<&&str> = runs.iter().filter(|run| run.starts_with("gainsay ")).collect();
    let sarif = steps.iter().find_map(|step| step["with"]["sarif_file"].as_str()).unwrap();
    assert_eq!(checks.len(), 2, "of a pull request, and of the branch");
    for check in checks {
        assert_runs(check, &[sarif]);
    }
    assert!(
        runs.iter().any(|run| run.contains("\"$GAINSAY\"")) && workflow["env"]["GAINSAY"].as_str().is_some()
    );
    assert_eq!(faults(&github), Vec::<String>::new());
    assert_eq!(
        faults(&std::fs::read_to_string(".github/workflows/release.yml").unwrap()),
        Vec::<String>::new()
    );

    let job = &yaml(&gitlab)["gainsay"];
    let reports = &job["artifacts"]["reports"];
    let written = ["codequality", "junit"].map(|name| reports[name].as_str().unwrap());
    assert_runs(job["script"][0].as_str().unwrap(), &written);
    assert_eq!(yaml(&read(".gitlab-ci.yml"))["include"][0]["local"].as_str(), Some(".gitlab/gainsay.yml"));
}

#[test]
fn a_release_has_the_archives_that_binstall_looks_for() {
    let cargo: toml::Table = std::fs::read_to_string("Cargo.toml").unwrap().parse().unwrap();
    let package = &cargo["package"];
    let wanted = &package["metadata"]["binstall"];
    let release = yaml(&std::fs::read_to_string(".github/workflows/release.yml").unwrap());
    let job = &release["jobs"]["binaries"];
    let build = job["steps"].as_vec().unwrap().iter().find_map(|step| step["run"].as_str()).unwrap();
    let archive = wanted["pkg-url"].as_str().unwrap().rsplit('/').next().unwrap();
    assert!(build.contains(&archive.replace("{ target }", "$TARGET")), "{archive}: {build}");
    assert_eq!(wanted["pkg-fmt"].as_str(), Some("tgz"));
    // Each binary lies at the top of the archive, under its own name.
    assert_eq!(wanted["bin-dir"].as_str(), Some("{ bin }{ binary-ext }"));
    let packed = build.lines().find(|line| line.trim_start().starts_with("tar ")).unwrap();
    let packed: Vec<&str> = packed.split_whitespace().rev().take(2).collect();
    assert_eq!(packed, ["gainsay-desk", "gainsay"]);
    let manual = std::fs::read_to_string("docs/ci.md").unwrap();
    assert!(manual.contains("release gainsay gainsay-desk\n"), "the manual packs the same");
    for it in job["strategy"]["matrix"]["include"].as_vec().unwrap() {
        assert!(it["target"].as_str().unwrap().ends_with("-linux-musl"));
    }
}

#[test]
fn every_hook_is_a_command_that_there_is_and_looks_at_all_claims() {
    let hooks = yaml(&std::fs::read_to_string(".pre-commit-hooks.yaml").unwrap());
    let hooks = hooks.as_vec().unwrap();
    let ids: Vec<&str> = hooks.iter().map(|hook| hook["id"].as_str().unwrap()).collect();
    for hook in hooks {
        assert_eq!(hook["pass_filenames"].as_bool(), Some(false), "a contradiction has two files");
        let entry: Vec<&str> = hook["entry"].as_str().unwrap().split(' ').collect();
        assert_eq!(entry[0], "gainsay");
        let help = Desk::new(&[]).run(&[&entry[1..], &["--help"]].concat());
        assert_eq!(help.status(), 0, "{}", help.err());
        assert_eq!(hook["always_run"].as_bool(), Some(true), "what is gone and other settings count, too");
        assert!(hook["files"].is_badvalue(), "a desk may be a folder of its repository");
    }
    let config = yaml(&blocks()[2]);
    for hook in config["repos"][0]["hooks"].as_vec().unwrap() {
        assert!(ids.contains(&hook["id"].as_str().unwrap()));
    }
}
