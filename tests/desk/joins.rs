//! Facts that were told apart are joined, ticks outlast a refusal, and a long list of stories does not wait for all.

use super::{Answer, Open, STORY, desk, files};
use crate::support::{Desk, stories};

/// The ticks of the form on a page that says why nothing was done: what each is of, and whether it is set.
fn ticks(page: &Answer) -> Vec<(String, bool)> {
    let form = page.body.split("class=\"desk again\"").nth(1).unwrap_or_default();
    let boxes = form.split("<input type=\"checkbox\"").skip(1).map(|it| it.split_once('>').unwrap());
    boxes
        .map(|(tag, words)| (words.split("</label>").next().unwrap().to_owned(), tag.contains(" checked")))
        .collect()
}

#[test]
fn two_facts_are_joined_and_that_can_be_undone() {
    let desk = desk();
    desk.write(
        "claims/bridge/east.toml",
        b"[article]\noutlet = \"East Echo\"\npublished = 2025-12-18\n\n[[claim]]\nsubject = \"vessel\"\nattribute = \"from bow to stern\"\nvalue = \"300 m\"\n",
    );
    assert_eq!(desk.run(&["fmt"]).status(), 0);
    let before = files(&desk);
    let open = Open::new(&desk, &[]);
    let list = open.get(&format!("{STORY}&verdict=all"));
    let alone = list.body.split("<article").find(|it| it.contains("from bow to stern</a>")).unwrap();
    let way = alone.split("href=\"").find(|it| it.starts_with("/join?")).unwrap().split('"').next().unwrap();
    let page = open.get(&way.replace("&#38;", "&").replace("&amp;", "&"));
    assert!(
        page.body.contains("“300 m” (East Echo)") && page.body.contains("the Dali: length"),
        "{}",
        page.body
    );
    let narrow = open.get(&format!("/join?in=claims/bridge&item={}&words=flag", page.field("item")));
    assert!(narrow.body.contains("the Dali: flag") && !narrow.body.contains("the Dali: length"));
    let with = page.body.split("name=\"with\" value=\"").skip(1).find(|it| it.contains("the Dali: length"));
    let with = with.unwrap().split('"').next().unwrap();
    let own = [
        ("in", "claims/bridge"),
        ("item", &page.field("item")),
        ("mark", &page.field("mark")),
        ("back", STORY),
    ];
    let all = |with| {
        own.iter().copied().chain([("with", with)]).map(|(a, b)| (a, b.to_owned())).collect::<Vec<_>>()
    };
    let send = |all: &[(&str, String)]| {
        open.post("/join", &all.iter().map(|(a, b)| (*a, b.as_str())).collect::<Vec<_>>())
    };
    assert_eq!(send(&all("")).status, 422, "one is to be chosen");
    let stale = with.replace(' ', " 0");
    assert_eq!(
        (send(&all(&stale)).status, files(&desk)),
        (409, before.clone()),
        "the other one as it was shown"
    );
    let joined = send(&all(with));
    assert_eq!(joined.status, 303, "{}", joined.body);
    let place = &joined.headers["location"];
    let page = open.get(place.trim_end_matches("#said")).body;
    let fact = page.split("<article").find(|it| it.contains("300 m") && it.contains("289 m")).unwrap();
    assert!(fact.contains("One fact: vessel: from bow to stern, and the Dali: length"), "it is said there");
    assert_eq!(desk.run(&["fmt", "--check"]).status(), 0);
    assert!(desk.run(&["lint"]).status() < 2);
    assert_eq!(open.post("/undo", &[]).status, 303);
    assert_eq!(files(&desk), before);
}

#[test]
fn ticks_outlast_a_refusal() {
    let desk = desk();
    let open = Open::new(&desk, &[]);
    let page = open.get(STORY);
    let south = desk.read("claims/bridge/south.toml");
    desk.write("claims/bridge/south.toml", south.replace("355 m", "366 m").as_bytes());
    let fields = [
        ("in", "claims/bridge"),
        ("item", &page.field("item")),
        ("mark", &page.field("mark")),
        ("back", STORY),
        ("claim", "claims/bridge/south.toml#1"),
    ];
    let fields: Vec<(&str, &str)> = fields.to_vec();
    let refused = open.post("/different", &fields);
    assert_eq!(refused.status, 409);
    let [north, other] = ticks(&refused).try_into().unwrap();
    assert!(
        north.0.contains("289 m") && !north.1 && other.0.contains("366 m") && other.1,
        "{north:?} {other:?}"
    );
    assert!(
        refused.body.contains("<del>claims/bridge/south.toml#1 South Post: 355 m</del>"),
        "{}",
        refused.body
    );
    assert!(refused.body.contains("<ins>claims/bridge/south.toml#1 South Post: 366 m</ins>"));
    // It can be sent as it stands there.
    let (item, mark) = (refused.field("item"), refused.field("mark"));
    let again =
        [("in", "claims/bridge"), ("item", &item), ("mark", &mark), ("claim", "claims/bridge/south.toml#1")];
    assert_eq!(open.post("/different", &again.map(|(a, b)| (a, b))).status, 303);
    assert!(desk.read("claims/bridge/south.toml").contains("not "), "it is told apart");
}

#[test]
fn the_ticks_of_a_question_outlast_a_refusal() {
    let desk = Desk::new(&[]);
    for (path, text) in stories::story("s", 5, 30, 7) {
        desk.write(&path, text.as_bytes());
    }
    let open = Open::new(&desk, &[]);
    let page = open.get("/review?in=claims/s");
    let card = page.body.split("class=\"card\"").nth(1).unwrap();
    let value = |it: &str| it.split('"').next().unwrap().to_owned();
    let asked: Vec<String> = card.split("name=\"asked\" value=\"").skip(1).map(value).collect();
    let (item, mark) = (page.field("item"), page.field("mark"));
    let mut fields: Vec<(&str, &str)> = vec![("in", "claims/s"), ("item", &item), ("mark", &mark)];
    fields.extend(asked.iter().map(|it| ("asked", it.as_str())));
    fields.push(("same", asked.last().unwrap()));
    // Somebody changes what one of them says.
    let (file, number) = asked[0].split_once('#').unwrap();
    let text = desk.read(file);
    let at = text.match_indices("value").nth(number.parse::<usize>().unwrap() - 1).unwrap().0;
    let (head, tail) = text.split_at(at);
    desk.write(file, format!("{head}{}", tail.replacen('"', "\"about ", 1)).as_bytes());
    let refused = open.post("/answer", &fields);
    assert_eq!(refused.status, 409, "{}", refused.body);
    let set: Vec<bool> = ticks(&refused).into_iter().map(|it| it.1).collect();
    let wanted: Vec<bool> = (1..=asked.len()).map(|it| it == asked.len()).collect();
    assert_eq!(set, wanted);
    let mark = refused.field("mark");
    fields[2] = ("mark", &mark);
    assert_eq!(open.post("/answer", &fields).status, 303);
}

#[test]
fn facts_are_found_by_their_words() {
    let desk = desk();
    let open = Open::new(&desk, &[]);
    let found = |words: &str| open.get(&format!("/story?in=claims/bridge&verdict=all&words={words}")).body;
    assert!(found("dali%20LENGTH").contains("1 of 2 facts"));
    assert!(found("singapore").contains("the Dali: flag</a>") && !found("singapore").contains("length</a>"));
    assert!(found("submarine").contains("0 of 2 facts"));
}

#[test]
fn a_list_of_many_stories_says_what_is_still_being_read() {
    let desk = Desk::new(&[]);
    for story in 0..60 {
        for (path, text) in stories::story(&format!("s{story}"), 6, 40, story) {
            desk.write(&path, text.as_bytes());
        }
    }
    let open = Open::new(&desk, &[]);
    let rows = |page: &Answer| page.body.matches("<th scope=\"row\">").count();
    let waits = |page: &Answer| {
        let rest = page.body.split("Still reading: ").nth(1)?;
        rest.split(' ').next()?.parse::<usize>().ok()
    };
    for _ in 0..2_000 {
        let page = open.get("/");
        assert_eq!(rows(&page) + waits(&page).unwrap_or(0), 60);
        if waits(&page).is_none() {
            assert_eq!(open.get("/story?in=claims/s59").status, 200);
            return;
        }
        // A page of one story has it, whatever else is not read yet.
        assert_eq!(open.get("/story?in=claims/s31").status, 200);
    }
    panic!("it never ends");
}
