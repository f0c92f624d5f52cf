//! Values and labels that differ in what is easily dropped: signs, digits of other scripts, the order of words, small words. And
//! those that differ in nothing that a person sees.

use crate::support::Desk;

/// Values of two outlets which are no agreement, nor compatible.
const DIFFER: &[(&str, &str)] = &[
    ("Russia sanctioned Ukraine", "Ukraine sanctioned Russia"),
    ("the dog bit the man", "the man bit the dog"),
    ("man shot by police", "police shot by man"),
    ("flight from Oslo to Rome", "flight from Rome to Oslo"),
    ("Oslo → Rome", "Rome → Oslo"),
    ("Oslo → Rome", "Oslo ← Rome"),
    ("Djokovic lost to Nadal", "Nadal lost to Djokovic"),
    ("sold by Shell to BP", "sold by BP to Shell"),
    ("Ann is taller than Bob", "Bob is taller than Ann"),
    ("quake before tsunami", "tsunami before quake"),
    ("house guest", "guest house"),
    ("3 > 2", "2 > 3"),
    ("on the boat", "off the boat"),
    ("in the house", "out of the house"),
    ("to Paris", "from Paris"),
    ("under the bridge", "over the bridge"),
    ("inside the school", "outside the school"),
    ("voted for the bill", "voted against the bill"),
    ("fired before the audit", "fired after the audit"),
    ("with his consent", "without his consent"),
    ("told his lawyer", "told her lawyer"),
    ("the bank or the insurer", "the bank and the insurer"),
    ("may close the plant", "will close the plant"),
    ("all employees affected", "some employees affected"),
    ("C++", "C#"),
    ("F#", "F"),
    ("BBB+", "BBB-"),
    ("O+", "O-"),
    ("A*", "A"),
    ("✅", "❌"),
    ("👍", "👎"),
    ("🟢 level", "🔴 level"),
    ("♂", "♀"),
    ("🇫🇷", "🇩🇪"),
    (
        "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
        "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
    ),
    ("★★★", "★★"),
    ("₿", "€"),
    ("٥", "٦"),
    ("๑๒", "๑๓"),
    ("1\u{ad}000 people", "2\u{ad}000 people"),
    ("½", "¼"),
    ("▲ 5%", "▼ 5%"),
    ("↑ 12%", "↓ 12%"),
    ("₹5 million", "৳5 million"),
];

/// Values of two outlets which are one and the same.
const AGREE: &[(&str, &str)] = &[
    ("٥", "5"),
    ("१२ people", "12 people"),
    ("۱۲٫۵ percent", "12.5 percent"),
    ("２０ people", "20 people"),
    ("1\u{ad}000 people", "1000 people"),
    ("\u{200f}12 dead", "12 dead"),
    ("co\u{ad}operation", "cooperation"),
    ("Micro\u{ad}soft", "Microsoft"),
    ("Micro\u{200b}soft", "Microsoft"),
    ("Trainium™", "Trainium"),
    ("Canal+", "Canal Plus"),
    ("❤\u{fe0f}", "❤"),
    ("Paris→London", "Paris → London"),
    ("leak of gas", "gas leak"),
    ("warehouse fire", "fire in a warehouse"),
    ("rock & roll", "rock and roll"),
    ("red and white", "white and red"),
    ("seriously injured", "injured seriously"),
    ("sold to BP by Shell", "sold by Shell to BP"),
    ("killed by a falling tree", "a falling tree killed him"),
];

/// The verdict of each pair of values, each in a story of its own.
fn verdicts(label: &str, pairs: &[(&str, &str)]) -> Vec<String> {
    let mut files = Vec::new();
    for (at, (a, b)) in pairs.iter().enumerate() {
        for (outlet, value) in [("A", a), ("B", b)] {
            let says = format!("[article]\noutlet = \"{outlet}\"\n[[claim]]\n{label}\nvalue = \"{value}\"\n");
            files.push((format!("claims/s{at:03}/{outlet}.toml"), says));
        }
    }
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let report = Desk::new(&files).run(&["--all", "--no-cache", "--format", "json"]).json();
    let stories = report["stories"].as_array().unwrap();
    assert_eq!(stories.len(), pairs.len());
    let verdict = |story: &serde_json::Value| {
        story["items"][0]["comparisons"][0]["verdict"].as_str().unwrap_or("apart").to_owned()
    };
    stories.iter().map(verdict).collect()
}

const LABEL: &str = "subject = \"Harbor\"\nattribute = \"result\"";

#[test]
fn what_differs_in_a_sign_a_digit_or_the_order_of_words_is_no_agreement() {
    for (pair, verdict) in DIFFER.iter().zip(verdicts(LABEL, DIFFER)) {
        assert!(["unclear", "tension", "contradiction"].contains(&verdict.as_str()), "{pair:?}: {verdict}");
    }
}

#[test]
fn what_differs_in_nothing_that_is_seen_or_meant_agrees() {
    for (pair, verdict) in AGREE.iter().zip(verdicts(LABEL, AGREE)) {
        assert_eq!(verdict, "agreement", "{pair:?}");
    }
}

#[test]
fn labels_of_signs_and_stop_words_are_told_apart() {
    let says = |outlet: &str, subject: &str, value: u8| {
        format!(
            "[article]\noutlet = \"{outlet}\"\n[[claim]]\nsubject = \"{subject}\"\nattribute = \"number of users\"\nvalue = {value}\n"
        )
    };
    for (a, b, together) in [
        ("C++", "C#", false),
        ("✅", "❌", false),
        ("٣", "٤", false),
        ("٣", "3", true),
        ("C++", "C++", true),
        ("The Who", "The Who", true),
        ("co\u{ad}operative", "cooperative", true),
    ] {
        let desk =
            Desk::new(&[("claims/s/a.toml", &says("A", a, 12)), ("claims/s/b.toml", &says("B", b, 50))]);
        let report = desk.run(&["--all", "--no-cache", "--format", "json"]).json();
        let items = report["stories"][0]["items"].as_array().unwrap().len();
        assert_eq!(items == 1, together, "{a} / {b}");
    }
}
