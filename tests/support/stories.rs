//! Stories made up from a seed: as many outlets and facts as a test wants, with conflicts, hedges and shared origins.

use std::fmt::Write as _;

/// A sequence of numbers that a seed decides.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        // Knuth's linear congruential generator; its upper bits are the good ones.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides
    }

    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.roll(list.len())]
    }
}

const PLACES: &[&str] = &[
    "Aldermoor",
    "Brackwater",
    "Calderstone",
    "Dunmere",
    "Elvaston",
    "Farrowgate",
    "Glenhythe",
    "Hartsea",
    "Inverlock",
    "Jarrowby",
    "Kestrelford",
    "Lonsdale",
    "Marrowby",
    "Netherfold",
    "Oakhaven",
    "Pellworth",
    "Quarrington",
    "Ravensholm",
    "Silverdyke",
    "Thornmouth",
];

/// Attributes, each with the kind of its values.
const ATTRIBUTES: &[(&str, &str)] = &[
    ("cost of repairs", "money"),
    ("opening day", "date"),
    ("length of the bridge", "length"),
    ("people evacuated", "count"),
    ("share of homes without power", "percent"),
    ("stage of the takeover talks", "stage"),
    ("chief engineer", "name"),
    ("companies that bid", "names"),
    ("fine imposed by the court", "money"),
    ("trucks stranded", "count"),
    ("duration of the closure", "duration"),
    ("turnout in the referendum", "percent"),
    ("depth of the harbour", "length"),
    ("day of the first warning", "date"),
    ("cause of the collapse", "text"),
];

const OUTLETS: &[&str] =
    &["Herald", "Courier", "Tribune", "Gazette", "Observer", "Dispatch", "Ledger", "Chronicle"];
const AGENCIES: &[&str] = &["Reuters", "Associated Press", "Bloomberg", "the harbour master"];
const STAGES: &[&str] = &["early talks", "in talks", "advanced talks", "agreed", "completed"];
const PEOPLE: &[&str] = &["Ada Moreno", "Jonas Keller", "Priya Raman"];
const FIRMS: &[&str] = &["Nordhaven", "Castell", "Orbis Marine", "Tideway"];
const CAUSES: &[&str] = &["a corroded bearing", "a ship that struck the pier", "heavy rain"];

/// The claim files of a story, with their paths below `claims`.
pub(crate) fn story(name: &str, outlets: usize, facts: usize, seed: u64) -> Vec<(String, String)> {
    let mut dice = Dice(seed);
    let truths: Vec<usize> = (0..facts).map(|_| dice.roll(900) + 100).collect();
    let mut files = vec![(
        format!("claims/{name}/story.toml"),
        format!("title = \"Made-up story {name}\"\ncurrency = \"USD\"\n"),
    )];
    for outlet in 0..outlets {
        let place = PLACES[outlet % PLACES.len()];
        let paper = OUTLETS[outlet / PLACES.len() % OUTLETS.len()];
        let day = dice.roll(20) + 1;
        let mut text = format!(
            "[article]\noutlet = \"{place} {paper}\"\ntitle = \"What is known, by number {outlet}\"\npublished = 2026-03-{day:02}\nurl = \"https://example.com/{name}/{outlet}?a=1&b=2\"\n"
        );
        let agency = (dice.roll(3) > 0).then(|| dice.pick(AGENCIES));
        for (fact, &truth) in truths.iter().enumerate() {
            if dice.roll(10) < 6 {
                continue;
            }
            let (attribute, kind) = ATTRIBUTES[fact % ATTRIBUTES.len()];
            let subject = PLACES[fact / ATTRIBUTES.len() % PLACES.len()];
            let value = value(kind, truth, &mut dice);
            let _ = write!(
                text,
                "\n[[claim]]\nsubject = \"{subject}\"\nattribute = \"{attribute}\"\nvalue = \"{value}\"\nquote = \"It was {value}, they said in {subject}\"\n"
            );
            if let Some(agency) = agency.filter(|_| dice.roll(2) == 0) {
                let _ = writeln!(text, "according_to = [\"{agency}\"]");
            }
        }
        files.push((format!("claims/{name}/{outlet:03}.toml"), text));
    }
    files
}

/// A value near the truth, hedged or wrong now and then.
fn value(kind: &str, truth: usize, dice: &mut Dice) -> String {
    let wrong = dice.roll(12) == 0;
    let number = if wrong { truth * 2 } else { truth };
    let hedge = dice.pick(&["", "", "", "about ", "more than ", "at least ", "nearly ", "up to "]);
    match kind {
        "money" => format!("{hedge}${number} million"),
        "count" => format!("{hedge}{number}"),
        "length" => format!("{hedge}{number} feet"),
        "percent" => format!("{hedge}{} percent", number % 90 + 5),
        "duration" => format!("{hedge}{} days", number % 60 + 2),
        "date" => format!("{} {}", ["March", "April", "May"][number % 3], truth % 28 + 1),
        "stage" => STAGES[(truth + usize::from(wrong) * 2) % STAGES.len()].to_owned(),
        "name" => PEOPLE[number % PEOPLE.len()].to_owned(),
        "names" => format!("{}, {}", FIRMS[truth % FIRMS.len()], FIRMS[(number + 1) % FIRMS.len()]),
        _ => CAUSES[number % CAUSES.len()].to_owned(),
    }
}
