//! Where git keeps the stories: what two branches did at the desk comes together, and what is new is told.

use super::{Answer, Open, STORY, desk};
use crate::support::Desk;
use crate::support::git::{commit, git, init, try_git};

/// A repository of two conflicts, at the desk of which Ada has asked about one.
fn asked() -> Desk {
    let desk = desk();
    let south = desk.read("claims/bridge/south.toml").replace("Singapore", "Panama");
    desk.write("claims/bridge/south.toml", south.as_bytes());
    init(desk.path());
    note(&Open::new(&desk, &[]), "length", "asked", "South Post, by mail");
    commit(desk.path(), "Ask about the length");
    desk
}

/// Notes something about the conflict of an attribute.
fn note(open: &Open, attribute: &str, status: &str, note: &str) {
    let page = open.get(STORY).body;
    let forms: Vec<&str> = page.split("action=\"/note\"").collect();
    let is_its = |pair: &&[&str]| {
        pair[0].rsplit("the Dali: ").next().is_some_and(|label| label.starts_with(attribute))
    };
    let form = forms.windows(2).find(is_its).expect("a form beside each conflict")[1];
    let form = Answer { status: 200, headers: [].into(), body: form.to_owned() };
    let (item, mark) = (form.field("item"), form.field("mark"));
    let answer = open.post(
        "/note",
        &[("in", "claims/bridge"), ("item", &item), ("mark", &mark), ("status", status), ("note", note)],
    );
    assert_eq!(answer.status, 303, "{}", answer.body);
}

/// Lets two branches note something, and merges them; whether git can.
fn merge(desk: &Desk, ours: (&str, &str), theirs: (&str, &str)) -> bool {
    for (branch, (attribute, said)) in [("ours", ours), ("theirs", theirs)] {
        git(desk.path(), &["checkout", "-q", "-B", branch, "main"]);
        note(&Open::new(desk, &[]), attribute, "answered", said);
        commit(desk.path(), branch);
        // Notes tell the second, and git keeps what was there first in front.
        std::thread::sleep(std::time::Duration::from_millis(1_100));
    }
    try_git(desk.path(), &["merge", "-q", "ours"]).status.success()
}

#[test]
fn notes_on_two_conflicts_come_together() {
    let desk = asked();
    assert!(merge(&desk, ("length", "they stand by it"), ("flag", "it was Singapore")));
    let page = Open::new(&desk, &[]).get(STORY).body;
    for said in ["South Post, by mail", "they stand by it", "it was Singapore"] {
        assert!(page.contains(said), "{said}");
    }
    assert_eq!(desk.run(&["lint"]).status(), 0);
}

#[test]
fn notes_on_one_conflict_come_together_in_the_order_of_time() {
    let desk = asked();
    assert!(merge(&desk, ("length", "they stand by it"), ("length", "it was a slip")));
    let page = Open::new(&desk, &[]).get(STORY).body;
    let at = |said: &str| page.find(said).expect(said);
    assert!(
        at("South Post, by mail") < at("they stand by it") && at("they stand by it") < at("it was a slip")
    );
    note(&Open::new(&desk, &[]), "length", "settled", "289 m it is");
    assert!(Open::new(&desk, &[]).get(&format!("{STORY}&status=settled")).body.contains("289 m it is"));
}

#[test]
fn a_merge_that_only_a_person_can_make_is_told_until_it_is_made() {
    let desk = asked();
    let name = git(desk.path(), &["ls-files", "*/follow-up/*.toml"]);
    let whole = desk.read(name.trim());
    desk.write(name.trim(), format!("<<<<<<< ours\n{whole}").as_bytes());
    assert!(Open::new(&desk, &[]).get(STORY).body.contains(name.trim()), "which file can’t be read");
    desk.write(name.trim(), whole.as_bytes());
    assert!(!Open::new(&desk, &[]).get(STORY).body.contains(name.trim()));
}

#[test]
fn what_is_new_is_told_with_who_changed_it() {
    let desk = asked();
    let south = desk.read("claims/bridge/south.toml").replace("355 m", "400 m");
    desk.write("claims/bridge/south.toml", south.as_bytes());
    commit(desk.path(), "Correct the length");
    let north = desk.read("claims/bridge/north.toml").replace("289 m", "290 m");
    desk.write("claims/bridge/north.toml", north.as_bytes());
    let open = Open::new(&desk, &[]);
    let page = open.get("/news?since=HEAD~1").body;
    assert!(page.contains("1 conflict that nobody has accepted has come up since HEAD~1"), "{page}");
    assert!(
        page.contains("the Dali: length") && !page.contains("the Dali: flag"),
        "what stood before is no news"
    );
    assert!(
        page.contains("<b>Test</b>") && page.contains("Correct the length") && !page.contains("Ask about")
    );
    let (_, open_work) = page.split_once("Not committed yet").unwrap();
    assert!(open_work.contains("claims/bridge/north.toml") && !open_work.contains("south.toml"));
    // The repository is younger than this morning, or than yesterday around midnight: all is new.
    assert!(
        open.get("/news?since=yesterday").body.contains("2 conflicts that nobody has accepted have come up")
    );
    assert!(open.get("/news?since=nowhere").body.contains("nowhere"));
    assert!(Open::new(&super::desk(), &[]).get("/news").body.contains("class=\"problems\""), "no repository");
}
