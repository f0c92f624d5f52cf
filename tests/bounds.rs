//! What keeps the work in proportion to the claims: pairs that are never compared, and how few are lost by it.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use gainsay::check;
use gainsay::claim::Story;
use gainsay::files::Folder;
use gainsay::linkage::{Alignment, align};

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
    let desk = crate::support::Desk::new(&[]);
    let mut text = "[article]\noutlet = 'O'\n".to_owned();
    for at in 0..120 {
        writeln!(text, "[[claim]]\nsubject = 'S{at}'\nattribute = 'p'\nvalue = '${at} million'\nitem = 'x'")
            .unwrap();
    }
    desk.write("claims/s/a.toml", text.as_bytes());
    let said = desk.run(&["--no-cache"]).err();
    assert!(said.contains("120 different values") && said.contains("only the largest positions"), "{said}");
}
