//! Where things are said, and that nothing typed is lost: notices at the fact, refusals with the words kept, broken files
//! on every page.

use super::{Open, STORY, desk};

#[test]
fn what_was_done_is_said_at_the_fact_with_its_undo() {
    let desk = desk();
    let open = Open::new(&desk, &[]);
    let back = "/story?in=claims/bridge&state=new";
    let done = open.act("/accept", &[("reason", "South Post was asked"), ("by", "Ada"), ("back", back)]);
    let place = &done.headers["location"];
    let (path, item) =
        place.strip_suffix("#said").and_then(|it| it.rsplit_once("open=").map(|all| (it, all.1))).unwrap();
    assert!(path.starts_with(back), "{place}");
    let page = open.get(path).body;
    let fact = page.split(&format!("id=\"{item}\"")).nth(1).unwrap();
    assert!(fact.contains("<details class=\"whole\" open>"), "it is unfolded without a script");
    let said = fact.split("class=\"notice said\" id=\"said\"").nth(1).unwrap();
    assert!(said.starts_with("><span>Accepted: the Dali: length") && said.contains("action=\"/undo\""));
    assert!(fact.contains("no longer fits the choices"), "the list is of new ones only");
    assert!(!open.get(path).body.contains("notice said"), "it is said once");
    let undone = open.post("/undo", &[("back", path)]);
    assert_eq!(&undone.headers["location"], place, "Undo goes back to the fact, too");
    // A fold of the page's own: the title leads to the fact, unfolded.
    assert!(open.get(STORY).body.contains(&format!("open={item}#{item}\">the Dali: length</a>")));
}

#[test]
fn what_was_typed_outlasts_a_refusal() {
    let desk = desk();
    let open = Open::new(&desk, &[]);
    let page = open.get(STORY);
    let (item, mark) = (page.field("item"), page.field("mark"));
    let south = desk.read("claims/bridge/south.toml");
    desk.write("claims/bridge/south.toml", south.replace("355 m", "366 m").as_bytes());
    let own = [("in", "claims/bridge"), ("item", item.as_str()), ("mark", mark.as_str()), ("back", STORY)];
    let with = |more: &[(&'static str, &'static str)]| -> Vec<(&str, &str)> {
        own.iter().copied().chain(more.iter().copied()).collect()
    };
    let refused = open.post(
        "/note",
        &with(&[("status", "asked"), ("note", "by mail, “twice”"), ("by", "Ada"), ("charge", "Grace")]),
    );
    assert_eq!(refused.status, 409);
    assert!(refused.body.contains("name=\"note\" value=\"by mail, “twice”\""), "{}", refused.body);
    assert!(refused.body.contains("<option value=\"asked\" selected>") && refused.field("charge") == "Grace");
    // It can be sent once more as it stands there.
    let fresh = refused.field("mark");
    assert_ne!(fresh, mark);
    let mut again = with(&[("status", "asked"), ("note", "by mail, “twice”"), ("by", "Ada")]);
    again[2] = ("mark", &fresh);
    assert_eq!(open.post("/note", &again).status, 303);
    // What can't be done keeps its words as well.
    let wrong = open.act("/accept", &[("reason", "a good reason"), ("until", "tomorrow"), ("back", STORY)]);
    assert_eq!((wrong.status, wrong.field("reason").as_str()), (422, "a good reason"));
    // What has gone leaves the words to be copied.
    desk.write("claims/bridge/north.toml", b"[article]\noutlet = \"North Star\"\n");
    desk.write("claims/bridge/south.toml", b"[article]\noutlet = \"South Post\"\n");
    let gone = open.post("/accept", &with(&[("reason", "words to keep")]));
    assert!(gone.status == 409 && gone.body.contains("words to keep"), "{}", gone.body);
    assert!(!gone.body.contains("action=\"/accept\""));
}

#[test]
fn who_is_in_charge_is_said_and_outlasts_a_note_of_another() {
    let desk = desk();
    let open = Open::new(&desk, &[]);
    let note = |more: &[(&str, &str)]| {
        let mut all = vec![("status", "asked"), ("note", "x")];
        all.extend(more);
        assert_eq!(open.act("/note", &all).status, 303);
    };
    let charged = |who: &str| {
        open.get(&format!("{STORY}&charge={who}")).body.contains(" facts") // the count is there
            && open.get(&format!("{STORY}&charge={who}")).body.contains("the Dali: length</a>")
    };
    note(&[("by", "Ada"), ("charge", "")]);
    assert!(charged("Ada"), "whoever begins is in charge");
    note(&[("by", "Grace"), ("charge", "Ada")]);
    assert!(charged("Ada") && !charged("Grace"), "a note does not take it over");
    note(&[("by", "Ada"), ("charge", "Linus")]);
    assert!(charged("Linus") && !charged("Ada"));
    note(&[("by", "Ada"), ("charge", "Linus")]);
    assert!(charged("Linus"));
    note(&[("by", "Ada"), ("charge", "")]);
    assert!(!charged("Linus") && !charged("Ada"), "nobody is in charge any more");
    assert!(open.get(STORY).body.contains("nobody is in charge"));
    assert_eq!(
        open.act("/note", &[("status", "asked"), ("note", ""), ("charge", "")]).status,
        422,
        "nothing to note"
    );
}

#[test]
fn a_broken_file_is_told_wherever_it_is_missed() {
    let desk = desk();
    desk.write("claims/bridge/east.toml", b"[article]\noutlet = \"East\n");
    let open = Open::new(&desk, &[]);
    for path in ["/", STORY, "/story", "/news", "/review", "/review?in=claims/bridge", "/add"] {
        let page = open.get(path).body;
        assert!(page.contains("1 thing to mend") && page.contains("claims/bridge/east.toml:2"), "{path}");
    }
    desk.write("claims/bridge/east.toml", b"[article]\noutlet = \"East\"\n");
    assert!(!open.get("/story").body.contains("to mend"), "a warning is no error");
}

#[test]
fn the_letter_is_a_letter_and_fits_an_address() {
    let desk = desk();
    let south = desk.read("claims/bridge/south.toml");
    let long = south.replace("355 m long", &format!("355 m long, {}", "é long story ".repeat(200)));
    desk.write(
        "claims/bridge/south.toml",
        long.replace("[article]", "[article]\nurl = \"https://example.com/south\"").as_bytes(),
    );
    let open = Open::new(&desk, &[]);
    open.act("/note", &[("status", "asked"), ("note", "x"), ("by", "Ada Byron")]);
    let page = open.get(STORY).body;
    let mail = page.split("href=\"mailto:").nth(1).unwrap().split('"').next().unwrap().replace("&#38;", "&");
    assert!(mail.len() < 2_000, "{}", mail.len());
    let letter = percent_encoding::percent_decode_str(&mail).decode_utf8().unwrap();
    for part in [
        "A question about the Dali: length",
        "Dear editors of North Star and South Post,\r\n",
        "“The bridge”",
        "North Star, 17 Dec 2025: “289 m long”",
        "South Post, 18 Dec 2025: “355 m long, é long",
        "\r\nhttps://example.com/south",
        "Could you tell us your source",
        "Kind regards\r\nAda Byron",
    ] {
        assert!(letter.contains(part), "{part}: {letter}");
    }
}
