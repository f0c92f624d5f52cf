//! What keeps the work in proportion to the claims: pairs that are never compared, and how few are lost by it.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use gainsay::check;
use gainsay::claim::Story;
use gainsay::files::Folder;
use gainsay::linkage::{Alignment, align};

use crate::support::Desk;

fn read(folder: &Path) -> Story {
    check::story(&Folder::at(folder), None, &mut Vec::new())
}

/// Made-up stories as one: what is compared across stories.
fn everything() -> Story {
    let folder = tempfile::tempdir().unwrap();
    let mut stories = (0..6).map(|number| {
        let name = format!("s{number}");
        for (path, text) in crate::support::stories::story(&name, 6, 8, number) {
            let path = folder.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        folder.path().join("claims").join(&name)
    });
    let mut stories = stories.by_ref().map(|folder| read(&folder));
    let mut all = stories.next().unwrap();
    all.articles.extend(stories.flat_map(|story| story.articles));
    all
}

/// Of the pairs of different articles that likely are about one fact: how many there are, and how many were compared.
fn recall(alignment: &Alignment<'_>) -> (usize, usize) {
    let compared: BTreeSet<(usize, usize)> = alignment.links.iter().map(|it| (it.a, it.b)).collect();
    let count = alignment.claims.len();
    let pairs = (0..count).flat_map(|a| (a + 1..count).map(move |b| (a, b)));
    let likely = pairs.filter(|&(a, b)| !alignment.same_article(a, b) && alignment.link(a, b).weight >= 0.0);
    likely.fold((0, 0), |(all, found), pair| (all + 1, found + usize::from(compared.contains(&pair))))
}

#[test]
fn hardly_a_pair_is_lost_by_looking_at_prefixes_alone() {
    let story = everything();
    let (all, found) = recall(&align(&story));
    assert!(all > 300, "{all} likely pairs are too few to tell");
    assert!(found * 100 >= all * 98, "{found} of {all} likely pairs were compared");
}

/// A story whose articles make so many claims of one label.
fn one_label(claims: usize) -> Story {
    const OF_AN_ARTICLE: usize = 20;
    let folder = tempfile::tempdir().unwrap();
    for article in 0..claims / OF_AN_ARTICLE {
        let mut text = format!("[article]\noutlet = 'Outlet {article}'\npublished = 2025-06-17\n");
        for claim in 0..OF_AN_ARTICLE {
            let figure = 100 + (article * 7 + claim) % 900;
            let label = "subject = 'Harbor Steel'\nattribute = 'workers laid off'";
            writeln!(text, "\n[[claim]]\n{label}\nvalue = '{figure}'").unwrap();
        }
        std::fs::write(folder.path().join(format!("o{article:04}.toml")), text).unwrap();
    }
    read(folder.path())
}

#[test]
fn claims_of_one_label_meet_a_bounded_number_of_others() {
    let [small, large] = [1_000, 2_000].map(|claims| {
        let story = one_label(claims);
        let alignment = align(&story);
        assert_eq!(alignment.claims.len(), claims);
        assert!(alignment.hubs > 0, "no word was told to stand in very many labels");
        alignment.links.len()
    });
    let pairs = 2_000 * 1_999 / 2;
    assert!(large * 10 < pairs, "{large} of {pairs} pairs were compared");
    assert!(large * 10 <= small * 21, "twice the claims made {large} links of {small}");
}

/// A story whose claims all have one pin, each with a label and a value of its own.
fn one_pin(claims: usize) -> Story {
    let folder = tempfile::tempdir().unwrap();
    let mut text = "[article]\noutlet = 'O'\n".to_owned();
    for at in 0..claims {
        writeln!(
            text,
            "\n[[claim]]\nsubject = 'S{at}'\nattribute = 'part{at}'\nvalue = '${at} million'\nitem = 'x'"
        )
        .unwrap();
    }
    std::fs::write(folder.path().join("a.toml"), text).unwrap();
    read(folder.path())
}

#[test]
fn claims_of_one_pin_are_one_item_of_few_comparisons_and_the_muddle_is_named() {
    for claims in [150, 300, 600] {
        let story = one_pin(claims);
        let alignment = align(&story);
        assert_eq!(alignment.items.len(), 1);
        assert!(alignment.links.len() <= claims * 50, "{claims}: {} links", alignment.links.len());
        let items = gainsay::fusion::fuse(&alignment, &story);
        assert!(items[0].comparisons.len() <= 50 * 49 / 2, "{claims}: {}", items[0].comparisons.len());
        assert_eq!(items[0].muddled, Some(claims));
    }
    let desk = Desk::new(&[]);
    let mut text = "[article]\noutlet = 'O'\n".to_owned();
    for at in 0..120 {
        writeln!(text, "[[claim]]\nsubject = 'S{at}'\nattribute = 'p'\nvalue = '${at} million'\nitem = 'x'")
            .unwrap();
    }
    desk.write("claims/s/a.toml", text.as_bytes());
    let said = desk.run(&["--no-cache"]).err();
    assert!(said.contains("120 different values") && said.contains("only the largest positions"), "{said}");
}

/// A story with so many claims in each of some articles: label and value of each claim, by article and number.
fn trap(articles: usize, claims: usize, says: &dyn Fn(usize, usize) -> [String; 2]) -> Desk {
    let desk = Desk::new(&[]);
    for article in 0..articles {
        let mut text = format!("[article]\noutlet = 'Outlet {article}'\n");
        for claim in 0..claims {
            let [subject, value] = says(article, claim);
            writeln!(text, "[[claim]]\nsubject = '{subject}'\nattribute = 'members'\nvalue = {value}")
                .unwrap();
        }
        desk.write(&format!("claims/s/{article}.toml"), text.as_bytes());
    }
    desk
}

/// All that a check counts, stage by stage: pairs met and compared, steps of the budget; and what it says beside it.
fn counted(desk: &Desk, args: &[&str]) -> (usize, String) {
    let run = desk.run(&[&["--no-cache", "--timings", "--format", "statistics"], args].concat());
    let said = run.err();
    assert!(run.status() < 2, "{said}");
    let rows = said.lines().skip_while(|line| !line.starts_with("stage ")).skip(1);
    let times = rows.map(|row| row.split_whitespace().rev().nth(3).unwrap().parse::<usize>().unwrap());
    (times.sum(), said)
}

fn list(names: impl Iterator<Item = String>) -> String {
    format!("[{}]", names.map(|name| format!("'{name}'")).collect::<Vec<_>>().join(", "))
}

/// Twice as much takes little more than twice the steps.
fn grows_with_its_size(what: &str, sizes: [usize; 3], of: impl Fn(usize) -> Desk) {
    let steps = sizes.map(|size| counted(&of(size), &[]).0);
    for pair in steps.windows(2) {
        assert!(pair[0] > 0 && pair[1] * 10 <= pair[0] * 23, "{what}: {steps:?} steps for {sizes:?}");
    }
}

#[test]
fn long_lists_take_steps_by_their_length() {
    grows_with_its_size("lists", [250, 500, 1000], |size| {
        trap(16, 1, &|article, _| {
            ["club".to_owned(), list((0..size).map(|at| format!("Name {article} {at}")))]
        })
    });
}

#[test]
fn texts_of_opposite_words_take_steps_by_their_length() {
    grows_with_its_size("opposites", [6_000, 12_000, 24_000], |size| {
        let words = ["rose fell gained lost ", "fell rose lost gained "];
        trap(2, 1, &|article, _| ["shares".to_owned(), format!("'{}'", words[article].repeat(size / 4))])
    });
}

#[test]
fn broader_names_and_aliases_take_steps_by_their_number() {
    for table in ["broader", "aliases"] {
        grows_with_its_size(table, [100, 200, 400], |size| {
            let desk = trap(4, 1, &|article, _| {
                ["club".to_owned(), list((0..size).map(|at| format!("Member {article} {at}")))]
            });
            let mut settings = format!("[{table}]\n");
            for at in 0..size {
                writeln!(settings, "\"Group {at}\" = [\"Member 0 {at}\", \"Member 1 {at}\"]").unwrap();
            }
            desk.write("gainsay.toml", settings.as_bytes());
            desk
        });
    }
}

#[test]
fn one_pin_takes_steps_by_its_claims() {
    grows_with_its_size("pin", [300, 600, 1200], |size| {
        trap(1, size, &|_, at| [format!("S{at}"), format!("'${at} million'\nitem = 'x'")])
    });
}

/// Claims with labels of as many words as they may have, drawn from a few hundred.
fn long_labels(claims: usize) -> Desk {
    const FIRST: [&str; 10] = ["ban", "cor", "dal", "fen", "gor", "hul", "jas", "kel", "lom", "mur"];
    const LAST: [&str; 20] = [
        "tack", "rion", "solt", "nest", "mund", "lock", "kern", "fald", "dash", "bith", "tarn", "roost",
        "silt", "nimp", "mask", "lorn", "kelt", "forth", "damp", "brisk",
    ];
    trap(2, claims / 2, &|article, claim| {
        let word = |at: usize| {
            let draw = (article * 7919 + claim * 104_729 + at * 1_299_709) % 200_003;
            format!("{}{}", FIRST[draw % 10], LAST[draw / 10 % 20])
        };
        [(0..40).map(word).collect::<Vec<_>>().join(" "), format!("'{claim} of {article}'")]
    })
}

#[test]
fn long_labels_stop_at_the_budget_which_a_message_names() {
    const STEPS: usize = 2_000_000;
    let budget = STEPS.to_string();
    let told = [100, 200, 400].map(|claims| {
        let (_, said) = counted(&long_labels(claims), &["--budget", &budget]);
        let row = said.lines().find(|line| line.starts_with("of the budget")).unwrap();
        let steps: usize = row.split_whitespace().rev().nth(3).unwrap().parse().unwrap();
        // The claims and the values have a budget each.
        assert!(steps <= 2 * STEPS, "{claims} claims took {steps} steps");
        said
    });
    let [_, _, largest] = told;
    assert!(largest.contains("the budget of 2000000 for a story is spent"), "{largest}");
    assert!(largest.contains("compared only with those most like them"), "{largest}");
}

/// Stories of one claim each with a long label, whose words come from a few hundred.
fn many_stories(stories: usize) -> Desk {
    let desk = Desk::new(&[]);
    let label = |story: usize| {
        let word =
            |at: usize| format!("w{}ord{}", (story * 7919 + at * 613) % 20, (story * 104_729 + at) % 20);
        (0..40).map(word).collect::<Vec<_>>().join(" ")
    };
    for story in 0..stories {
        let claim =
            format!("[[claim]]\nsubject = '{}'\nattribute = 'members'\nvalue = '{story}'\n", label(story));
        let text = format!("[article]\noutlet = 'Outlet {story}'\n{claim}");
        desk.write(&format!("claims/s{story}/a.toml"), text.as_bytes());
    }
    desk
}

#[test]
fn what_spans_stories_stops_at_the_budget_which_a_message_names() {
    const STEPS: usize = 50_000;
    for stories in [50, 100, 200] {
        let (_, said) = counted(&many_stories(stories), &["--across", "--budget", &STEPS.to_string()]);
        let row = said.lines().find(|line| line.starts_with("of the budget")).unwrap();
        let steps: usize = row.split_whitespace().rev().nth(3).unwrap().parse().unwrap();
        assert!(0 < steps && steps <= 2 * STEPS, "{stories} stories took {steps} steps");
        assert!(said.contains("the budget of 50000 for a story is spent"), "{stories}: {said}");
    }
    let (_, said) = counted(&many_stories(50), &["--across"]);
    assert!(!said.contains("budget of"), "{said}");
}

#[test]
fn a_review_stops_at_the_budget_and_says_so() {
    let desk = long_labels(100);
    let run = desk.run(&["review", "--list", "--budget", "20000"]);
    assert_eq!(run.status(), 0);
    assert!(run.err().contains("the budget of 20000 for a story is spent"), "{}", run.err());
    assert_eq!(desk.run(&["review", "--list"]).err(), "");
    // What is left out is not asked about.
    assert!(run.out().len() <= desk.run(&["review", "--list"]).out().len());
}

#[test]
fn longer_labels_are_no_labels() {
    let desk = trap(2, 1, &|_, _| ["word ".repeat(200), "'7'".to_owned()]);
    let run = desk.run(&["--no-cache"]);
    assert_eq!(run.status(), 2);
    assert!(run.err().contains("`subject` has 200 words, where 40 is the limit"), "{}", run.err());
}

#[test]
fn what_the_budget_leaves_out_is_never_an_agreement() {
    let free = trap(2, 1, &|_, _| ["the ship".to_owned(), "'948 feet'".to_owned()]);
    let pinned = trap(2, 1, &|_, _| ["the ship".to_owned(), "'948 feet'\nitem = 'length'".to_owned()]);
    for (desk, whole) in [(&free, "agreement"), (&pinned, "agreement")] {
        let all = desk.run(&["--no-cache", "--all", "--format", "json"]).json();
        assert_eq!(all["stories"][0]["items"][0]["verdict"], whole);
        let run = desk.run(&["--no-cache", "--all", "--format", "json", "--budget", "1"]);
        let report = run.json();
        let items = report["stories"][0]["items"].as_array().unwrap();
        assert!(items.iter().all(|it| it["verdict"] == "single" || it["verdict"] == "unclear"), "{items:#?}");
        let message = report["diagnostics"][0]["message"].as_str().unwrap();
        assert!(message.contains("the budget of 1 for a story is spent"), "{message}");
    }
    let cut = pinned.run(&["--no-cache", "--all", "--format", "json", "--budget", "1"]).json();
    let reason = &cut["stories"][0]["items"][0]["comparisons"][0]["reason"];
    assert_eq!(*reason, "not compared: the budget for the story is spent");
    let wrong = free.run(&["check", "--budget", "soon"]);
    assert!(wrong.err().contains("it takes seconds"), "{}", wrong.err());
}
