//! Sorts of things that are counted together: two adults and three children are five people.

/// Things of one sort: what all of them are called, and what they are called one by one.
const SORTS: &[(&str, &str)] = &[
    (
        "people persons passengers occupants residents guests travellers travelers victims patients",
        "adults adult children child men man women woman boys boy girls girl babies baby infants infant toddlers \
        teenagers teenager students pupils teachers civilians civilian soldiers soldier officers officer police \
        tourists tourist workers employees staff crew members drivers driver pedestrians males females patients \
        doctors nurses pilots pilot passengers passenger residents prisoners guards journalists firefighters \
        adolescents pensioners foreigners locals sailors players fans \
        mother mothers father fathers parent parents son sons daughter daughters brother brothers sister sisters",
    ),
    ("casualties victims", "dead killed deaths death fatalities hurt injured injuries wounded missing died"),
    (
        "vehicles",
        "cars car trucks truck lorries lorry buses bus vans van motorcycles motorcycle motorbikes bikes bicycles \
        tanks jeeps ambulances trailers pickups taxis coaches tractors",
    ),
    (
        "animals",
        "cows cow sheep horses horse pigs pig goats goat dogs dog cats cat chickens hens ducks calves lambs bulls \
        donkeys elephants lions lion tigers tiger",
    ),
    (
        "buildings",
        "homes houses house home shops shop schools school churches barns offices hospitals apartments",
    ),
    ("aircraft planes", "jets jet helicopters helicopter drones drone bombers fighters airliners"),
    (
        "ships vessels boats",
        "ferries ferry yachts yacht trawlers tankers tugs frigates destroyers submarines",
    ),
];

fn has(words: &str, list: &str) -> bool {
    words
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| list.split_whitespace().any(|listed| listed.eq_ignore_ascii_case(word)))
}

/// Whether things counted are called by their nation, as people are: `18 Filipinos`, `four Greeks`, `two Chinese`.
fn is_of_a_nation(words: &str) -> bool {
    let ends_so = ["s", "ese", "ish"].iter().any(|ending| words.ends_with(ending));
    ends_so && !words.contains(' ') && words.starts_with(char::is_uppercase)
}

/// What things of one sort are called together, where all of these are.
pub fn sort_of(counted: &[&str]) -> Option<&'static str> {
    let all = |list: &str| {
        let people = list.starts_with("adults");
        counted.iter().all(|words| has(words, list) || people && is_of_a_nation(words))
    };
    SORTS.iter().find(|(_, each)| all(each)).map(|(together, _)| *together)
}

/// Whether words name a sort, as [`sort_of`] gives it.
pub fn names_sort(words: &str, sort: &str) -> bool {
    has(words, sort)
}
