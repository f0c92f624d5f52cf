//! One more article leaves alone what has nothing to do with it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};

use gainsay::claim::{Conventions, Story};
use gainsay::files;
use gainsay::linkage::{self, Alignment};

/// A claim, as any run calls it: its file and number.
type Name = (String, usize);

/// A story's items, and which claims links tie together, directly or through others, firmly enough to bring them into one item.
struct Aligned {
    items: BTreeSet<BTreeSet<Name>>,
    tied: BTreeMap<Name, usize>,
}

fn read(folder: &Path, without: Option<&str>) -> Story {
    let (found, problems) = files::find(&[folder.to_path_buf()]);
    assert!(problems.is_empty(), "{problems:?}");
    let mut folder = found.into_iter().next().unwrap();
    folder.claim_files.retain(|path| path.file_name().unwrap().to_str() != without);
    Story::read(&folder, &Conventions::default(), &mut Vec::new())
}

fn name(alignment: &Alignment<'_>, at: usize) -> Name {
    let told = alignment.claims[at];
    let file = Path::new(told.article.file.path()).file_name().unwrap();
    (file.to_str().unwrap().to_owned(), told.claim.number)
}

fn aligned(story: &Story) -> Aligned {
    let alignment = linkage::align(story);
    let items = alignment.items.iter().map(|item| item.iter().map(|&at| name(&alignment, at)).collect());
    let mut part_of: Vec<usize> = (0..alignment.claims.len()).collect();
    for link in alignment.links.iter().filter(|link| link.weight >= linkage::JOINS) {
        let (mine, yours) = (part_of[link.a], part_of[link.b]);
        part_of.iter_mut().filter(|part| **part == yours).for_each(|part| *part = mine);
    }
    let tied = part_of.iter().enumerate().map(|(at, &part)| (name(&alignment, at), part)).collect();
    Aligned { items: items.collect(), tied }
}

/// Leaves each article of a story out in turn; how many items have nothing to do with it.
fn unmoved(folder: &Path) -> usize {
    let with = aligned(&read(folder, None));
    let articles: BTreeSet<&String> = with.tied.keys().map(|name| &name.0).collect();
    let mut count = 0;
    for article in articles {
        let less = aligned(&read(folder, Some(article)));
        let touched: BTreeSet<usize> =
            with.tied.iter().filter(|(name, _)| name.0 == *article).map(|(_, &part)| part).collect();
        for item in &with.items {
            if item.iter().all(|name| !touched.contains(&with.tied[name])) {
                assert!(less.items.contains(item), "{article} moves {item:?}");
                count += 1;
            }
        }
    }
    count
}

/// Eight articles about a flood, each about its own choice of facts and in one of three wordings.
fn flood(folder: &Path) -> PathBuf {
    const FACTS: &[[&str; 3]] = &[
        ["flood | number of people killed", "victims of the flood | number", "the flood | death toll"],
        ["flood | homes without power", "homes | left without electricity", "power cuts | number of homes"],
        ["river | peak level", "the river | highest level reached", "water level of the river | peak"],
        ["dam | year of construction", "the old dam | year when it was built", "dam | built in"],
        ["mayor | name", "town hall | mayor", "the mayor | how he is called"],
        ["evacuation | people told to leave", "residents | evacuated", "evacuated people | number"],
        ["rain | amount in two days", "the storm | rainfall within 48 hours", "rainfall | in two days"],
        ["bridge | closing day", "the bridge | day it was closed", "closure of the bridge | date"],
        ["school | reopening day", "the school | day when it opens again", "schools | return to class"],
        ["damage | estimated cost", "the flood | cost of the damage", "repairs | expected cost"],
    ];
    let folder = folder.join("flood");
    std::fs::create_dir(&folder).unwrap();
    for article in 0..8_usize {
        let mut text = format!("[article]\noutlet = \"Outlet {article}\"\n");
        for (fact, wordings) in FACTS.iter().enumerate() {
            if (fact * 3 + article) % 4 == 0 {
                continue;
            }
            let (subject, attribute) = wordings[(fact + article) % 3].split_once(" | ").unwrap();
            let value = (fact + 2) * 7 + article % 3;
            write!(
                text,
                "[[claim]]\nsubject = \"{subject}\"\nattribute = \"{attribute}\"\nvalue = \"{value}\"\n"
            )
            .unwrap();
        }
        std::fs::write(folder.join(format!("{article}.toml")), text).unwrap();
    }
    folder
}

#[test]
fn an_article_moves_no_item_that_no_chain_of_likely_links_ties_to_it() {
    let desk = tempfile::tempdir().unwrap();
    let shipped = unmoved(Path::new("claims/openai-amazon"));
    let flood = unmoved(&flood(desk.path()));
    assert!(shipped > 50 && flood > 5, "{shipped} {flood}");
}
