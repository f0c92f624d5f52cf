//! Saved claims are corrected and removed, articles that are there already are noticed, and a figure that is none is asked about.

use super::{Answer, Open, STORY, desk, files};

const SOUTH: &str = "claims/bridge/south.toml";

/// Every field of the form on a page, as a browser would send it.
fn fields(page: &Answer) -> Vec<(String, String)> {
    let form = page.body.split("<form class=\"drafting\"").nth(1).unwrap();
    let decoded = |text: &str| {
        let marks = [("&#34;", "\""), ("&#39;", "'"), ("&#60;", "<"), ("&#62;", ">"), ("&#38;", "&")];
        marks.iter().fold(text.to_owned(), |text, (mark, plain)| text.replace(mark, plain))
    };
    let mut found = Vec::new();
    for tag in form.split('<').skip(1) {
        let attribute = |name: &str| {
            tag.split(&format!(" {name}=\"")).nth(1).and_then(|it| it.split('"').next()).map(decoded)
        };
        let Some(name) = attribute("name").filter(|_| !tag.starts_with("button")) else { continue };
        if tag.starts_with("textarea") {
            let text = tag.split_once('>').map_or("", |it| it.1);
            found.push((name, decoded(text.strip_prefix('\n').unwrap_or(text))));
        } else if tag.starts_with("input") && !tag.contains("type=\"radio\"") {
            found.push((name, attribute("value").unwrap_or_default()));
        } else if tag.starts_with("select") {
            found.push((name, String::new()));
        }
    }
    found
}

fn set(fields: &mut [(String, String)], name: &str, nth: usize, value: &str) {
    let field = fields.iter_mut().filter(|it| it.0 == name).nth(nth).unwrap();
    value.clone_into(&mut field.1);
}

fn send(open: &Open, path: &str, fields: &[(String, String)], more: &[(&str, &str)]) -> Answer {
    let own = fields.iter().filter(|it| it.0 != "token").map(|(name, value)| (name.as_str(), value.as_str()));
    open.post(path, &own.chain(more.iter().copied()).collect::<Vec<_>>())
}

fn edited(open: &Open) -> Vec<(String, String)> {
    let page = open.get(&format!("/edit?file={SOUTH}"));
    assert_eq!(page.status, 200);
    fields(&page)
}

#[test]
fn a_saved_claim_is_corrected_added_to_and_removed_and_all_of_it_can_be_undone() {
    let desk = desk();
    let noted = desk
        .read(SOUTH)
        .replace("value     = \"355 m\"", "value     = \"355 m\" # by hand\nscope     = \"over all\"");
    desk.write(SOUTH, noted.as_bytes());
    assert_eq!(desk.run(&["fmt"]).status(), 0);
    let before = files(&desk);
    let open = Open::new(&desk, &[]);
    assert!(open.get(STORY).body.contains(&format!("/edit?file={SOUTH}")), "the story leads there");
    let mut all = edited(&open);
    assert_eq!(send(&open, "/save", &all, &[]).status, 303, "as it is");
    assert_eq!(files(&desk), before, "what nobody has touched stays byte for byte");
    set(&mut all, "value", 0, "289 m");
    let look = send(&open, "/draft", &all, &[]);
    assert!(look.body.contains("North Star") && look.body.contains("agreement"), "{}", look.body);
    // A figure that its quote does not have is asked about once more.
    let doubted = send(&open, "/save", &all, &[("save", "yes")]);
    assert!(
        doubted.status == 422 && doubted.body.contains("“289 m” does not stand in its quote"),
        "{}",
        doubted.body
    );
    set(&mut all, "quote", 0, "289 m long");
    // Another one is added, and the second one struck.
    all.retain(|it| !(it.0 == "number" && it.1 == "2"));
    let at = all.iter().rposition(|it| it.0 == "subject").unwrap();
    all.truncate(at);
    for (name, value) in [
        ("number", ""),
        ("subject", "the Dali"),
        ("attribute", "owner"),
        ("value", "Grace; Ada"),
        ("quote", ""),
    ] {
        all.push((name.to_owned(), value.to_owned()));
    }
    let saved = send(&open, "/save", &all, &[]);
    let own = format!("{STORY}&verdict=all&outlet=South%20Post");
    assert_eq!((saved.status, saved.headers.get("location")), (303, Some(&own)), "{}", saved.body);
    let file = desk.read(SOUTH);
    assert!(file.contains("value     = \"289 m\"  # by hand\n") && file.contains("over all"), "{file}");
    assert!(!file.contains("flag") && file.contains("value     = [\"Grace\", \"Ada\"]"), "{file}");
    assert_eq!(desk.run(&["fmt", "--check"]).status(), 0);
    assert!(open.get(STORY).body.contains("Corrected: 2 claims of South Post"));
    assert_eq!(open.post("/undo", &[]).status, 303);
    assert_eq!(open.post("/undo", &[]).status, 303, "the save that changed nothing");
    assert_eq!(files(&desk), before);
}

#[test]
fn what_is_said_of_the_article_is_corrected_too_and_an_article_can_be_removed() {
    let desk = desk();
    let open = Open::new(&desk, &[]);
    let mut all = edited(&open);
    set(&mut all, "outlet", 0, "Southern Post");
    set(&mut all, "published", 0, "2025-12-20");
    assert_eq!(send(&open, "/save", &all, &[]).status, 303);
    let file = desk.read(SOUTH);
    assert!(file.contains("\"Southern Post\"") && file.contains("published = 2025-12-20"), "{file}");
    let before = files(&desk);
    let all = edited(&open);
    assert_eq!(send(&open, "/remove", &all, &[]).status, 303);
    assert!(!desk.path().join(SOUTH).exists());
    assert!(!open.get("/story?in=claims/bridge&verdict=all").body.contains("355 m"));
    assert_eq!(open.post("/undo", &[]).status, 303);
    assert_eq!(files(&desk), before);
}

#[test]
fn a_file_that_has_changed_is_shown_in_both_versions_and_nothing_typed_is_lost() {
    let desk = desk();
    let open = Open::new(&desk, &[]);
    let mut all = edited(&open);
    set(&mut all, "value", 0, "290 m");
    set(&mut all, "quote", 0, "290 m long");
    // Somebody adds a claim before the others, and corrects the flag.
    let theirs = desk.read(SOUTH).replace("\"Singapore\"", "\"Malta\"").replacen(
        "[[claim]]",
        "[[claim]]\nsubject   = \"the Dali\"\nattribute = \"crew\"\nvalue     = \"21\"\n\n[[claim]]",
        1,
    );
    desk.write(SOUTH, theirs.as_bytes());
    let refused = send(&open, "/save", &all, &[("save", "yes")]);
    assert_eq!((refused.status, desk.read(SOUTH)), (409, theirs.clone()));
    assert!(refused.body.contains("As you opened it") && refused.body.contains("As it is now"));
    // Both are in the form: what I typed, and what they have done.
    let merged = fields(&refused);
    let values: Vec<&str> = merged.iter().filter(|it| it.0 == "value").map(|it| it.1.as_str()).collect();
    assert_eq!(values, ["21", "290 m", "Malta"]);
    assert_eq!(send(&open, "/save", &merged, &[]).status, 303);
    assert_eq!(desk.read(SOUTH), theirs.replace("355 m", "290 m"));
    // A file that has gone leaves what is typed, to be saved anew.
    let mut all = edited(&open);
    set(&mut all, "value", 0, "22");
    std::fs::remove_file(desk.path().join(SOUTH)).unwrap();
    let gone = send(&open, "/save", &all, &[]);
    assert!(gone.status == 409 && gone.body.contains("is gone"), "{}", gone.status);
    assert_eq!(send(&open, "/save", &fields(&gone), &[]).status, 303);
    assert!(desk.read("claims/bridge/south-post.toml").contains("\"22\""));
    let stale = all.iter().find(|it| it.0 == "mark").unwrap().1.clone();
    assert_eq!(open.post("/remove", &[("file", "claims/bridge/north.toml"), ("mark", &stale)]).status, 409);
}

#[test]
fn no_other_file_is_opened_or_written() {
    let desk = desk();
    desk.write("gainsay.toml", b"");
    desk.write("secret.toml", b"[article]\noutlet = \"Hidden\"\n");
    let open = Open::new(&desk, &[]);
    let before = files(&desk);
    for name in
        ["gainsay.toml", "secret.toml", "claims/bridge/../../secret.toml", "/etc/passwd", "", "claims/bridge"]
    {
        let page = open.get(&format!("/edit?file={name}"));
        assert!(page.status == 404 && !page.body.contains("Hidden"), "{name}: {}", page.status);
        for path in ["/save", "/draft", "/remove", "/mend"] {
            let file = if name.is_empty() { "x" } else { name };
            let all =
                [("file", file), ("in", "claims/bridge"), ("outlet", "A"), ("text", "x"), ("into", file)];
            assert!(open.post(path, &all).status >= 400, "{path} {name}");
        }
    }
    assert_eq!(files(&desk), before);
}

#[test]
fn a_broken_file_is_mended_as_text() {
    let desk = desk();
    let broken = desk.read(SOUTH).replace("value     = \"355 m\"", "value     = \"355 m");
    desk.write(SOUTH, broken.as_bytes());
    let open = Open::new(&desk, &[]);
    let page = open.get(&format!("/edit?file={SOUTH}"));
    assert!(page.body.contains("<textarea class=\"raw\"") && page.body.contains("355 m"), "{}", page.body);
    let mark = page.field("mark");
    let still = open.post("/mend", &[("file", SOUTH), ("mark", &mark), ("text", &broken)]);
    assert!(still.status == 422 && still.body.contains("Line 8:"), "{}", still.body);
    assert_eq!(desk.read(SOUTH), broken);
    let whole = broken.replace("\"355 m\n", "\"356 m\"\n").replace('\n', "\r\n");
    assert_eq!(open.post("/mend", &[("file", SOUTH), ("mark", &mark), ("text", &whole)]).status, 303);
    assert!(desk.read(SOUTH).contains("value     = \"356 m\"\n"));
    let late = open.post("/mend", &[("file", SOUTH), ("mark", &mark), ("text", &whole)]);
    assert!(late.status == 409 && late.body.contains("As it is now"));
    assert_eq!(open.post("/undo", &[]).status, 303);
    assert_eq!(desk.read(SOUTH), broken);
}

const ARTICLE: [(&str, &str); 6] = [
    ("in", "claims/bridge"),
    ("outlet", "South Post"),
    ("published", "2025-12-19"),
    ("url", "https://www.example.com/a/"),
    ("title", "A ship and a bridge"),
    ("text", "The Dali was 355 m long."),
];
const CLAIM: [(&str, &str); 4] =
    [("subject", "the Dali"), ("attribute", "length"), ("value", "356 m"), ("quote", "was 355 m long")];

#[test]
fn an_article_that_is_here_already_is_noticed() {
    let desk = desk();
    let south = desk.read(SOUTH).replace("[article]", "[article]\nurl = \"https://example.com/a\"");
    desk.write(SOUTH, south.as_bytes());
    desk.run(&["fmt"]);
    let open = Open::new(&desk, &[]);
    let all: Vec<_> = ARTICLE.into_iter().chain(CLAIM).collect();
    let with = |more: &[(&'static str, &'static str)]| [all.as_slice(), more].concat();
    let before = files(&desk);
    let page = open.post("/draft", &ARTICLE);
    assert!(page.body.contains("Is it here already?") && page.body.contains("the same address"));
    assert!(!page.body.contains("value=\"other\""), "one address is one article");
    let undecided = open.post("/save", &with(&[]));
    assert_eq!(undecided.status, 422);
    assert!(undecided.body.contains("Say first what it is") && undecided.field("value") == "356 m");
    assert_eq!(files(&desk), before);
    // Its claims go to the file that is there …
    let into = open.post("/draft", &with(&[("into", SOUTH)]));
    let joined = fields(&into);
    assert_eq!(joined.iter().filter(|it| it.0 == "value").count(), 3);
    assert_eq!(send(&open, "/save", &joined, &[]).status, 303);
    assert!(desk.read(SOUTH).contains("356 m") && desk.read(SOUTH).contains("text      = \"south.txt\""));
    assert_eq!(open.post("/undo", &[]).status, 303);
    assert_eq!(files(&desk), before);
    // … or into one that replaces it.
    assert_eq!(open.post("/save", &with(&[("twin", "later")])).status, 303);
    assert!(desk.read("claims/bridge/south-post.toml").contains("replaces  = \"south.toml\""));
    assert_eq!(desk.run(&["lint", "claims/bridge/south-post.toml"]).status(), 0);
    assert!(!open.get(STORY).body.contains("355 m"), "only the later one counts");
    // The same headline may be another article.
    let titled =
        with(&[("twin", "other")]).into_iter().map(|it| if it.0 == "url" { ("url", "") } else { it });
    let titled: Vec<_> =
        titled.map(|it| if it.0 == "text" { ("text", "It was long.") } else { it }).collect();
    let page = open.post("/draft", &titled);
    assert!(page.body.contains("headline are the same") && page.body.contains("value=\"other\" checked"));
    assert_eq!(open.post("/save", &titled).status, 303);
    assert!(!desk.read("claims/bridge/south-post-2025-12-19.toml").contains("replaces"));
}

#[test]
fn a_figure_that_can_not_be_read_is_asked_about_once() {
    let desk = desk();
    let open = Open::new(&desk, &[]);
    for (attribute, value, why) in [
        ("number of dead", "tweny dead", "“twenty” meant"),
        ("length", "rather long", "the other outlets give a measure"),
        ("number of lifeboats", "hardly enough", "seems to ask for a figure"),
    ] {
        let quote = if attribute == "length" { "was 355 m long" } else { "" };
        let mut all: Vec<(&str, &str)> = ARTICLE.to_vec();
        all.extend([("subject", "the Dali"), ("attribute", attribute), ("value", value), ("quote", quote)]);
        let typed = open.post("/draft", &all);
        assert!(
            typed.body.contains(why) && typed.body.contains("is read as words"),
            "{value}: {}",
            typed.body
        );
        let mut save = all.clone();
        save.push(("save", "yes"));
        let asked = open.post("/save", &save);
        assert!(asked.status == 422 && asked.body.contains("Nothing is saved yet"), "{value}");
        let mark =
            asked.body.split("name=\"sure\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        // Another value is another question.
        let other: Vec<_> =
            all.iter().map(|it| if it.0 == "value" { ("value", "a fair fev") } else { *it }).collect();
        assert_eq!(open.post("/save", &[other.as_slice(), &[("sure", &mark)]].concat()).status, 422);
        all.push(("sure", &mark));
        assert_eq!(open.post("/save", &all).status, 303);
        assert_eq!(open.post("/undo", &[]).status, 303);
    }
}

#[test]
fn what_lacks_a_story_or_an_outlet_keeps_its_claims() {
    let desk = desk();
    let open = Open::new(&desk, &[]);
    let all: Vec<_> = ARTICLE.into_iter().chain(CLAIM).filter(|it| it.0 != "in").collect();
    for path in ["/draft", "/save"] {
        let page = open.post(path, &all);
        assert!(page.status == 422 && page.body.contains("give a new one a title"), "{path}");
        assert_eq!((page.field("value").as_str(), page.field("outlet").as_str()), ("356 m", "South Post"));
        assert!(page.body.contains("The Dali was 355 m long."));
    }
}

#[test]
fn a_second_click_on_a_sentence_adds_nothing() {
    let desk = desk();
    let open = Open::new(&desk, &[]);
    let click = |all: &[(String, String)]| fields(&send(&open, "/draft", all, &[("sentence", "0")]));
    let count = |all: &[(String, String)]| all.iter().filter(|it| it.0 == "value").count();
    for text in ["The Dali was 355 m long.", "Nobody knows what it is about."] {
        let mut all = fields(&open.post("/draft", &ARTICLE));
        set(&mut all, "text", 0, text);
        let once = click(&all);
        assert_eq!(count(&once), 1, "{text}");
        assert_eq!(count(&click(&once)), 1, "{text}");
    }
}
