//! A desk of many stories, made up from a seed: the same files for the same seed.

use crate::support::Desk;

const SUBJECTS: &[&str] = &["Harbour Bridge", "Lund Lines", "Mayor Berg", "the ferry Aurora", "Norden Bank"];
const ATTRIBUTES: &[&str] = &[
    "length",
    "number of passengers",
    "price of the repair",
    "day of the accident",
    "age",
    "share of the market",
];
const OUTLETS: &[&str] = &["courier", "echo", "gazette", "herald", "mirror", "post", "times", "tribune"];

/// A generator of numbers that everybody can follow (xorshift).
pub(crate) struct Seed(u64);

impl Seed {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap()
    }

    pub(crate) fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

/// The value of an attribute, for its story: most outlets have the same one.
fn value(seed: &mut Seed, attribute: &str, usual: usize) -> String {
    let figure = if seed.below(5) == 0 { usual + 7 } else { usual };
    match attribute {
        "length" => format!("{figure} metres"),
        "price of the repair" => format!("${figure} million"),
        "day of the accident" => format!("{} May 2025", 1 + figure % 28),
        "share of the market" => format!("{}%", figure % 100),
        _ => figure.to_string(),
    }
}

/// The text of one claim file.
pub(crate) fn article(seed: &mut Seed, outlet: &str, story: usize, claims: usize) -> String {
    let mut text = format!("[article]\noutlet = \"The {outlet}\"\npublished = 2025-06-01\n");
    for at in 0..claims {
        let subject = SUBJECTS[(story + at) % SUBJECTS.len()];
        let attribute = ATTRIBUTES[at % ATTRIBUTES.len()];
        let value = value(seed, attribute, 20 + story % 50 + at);
        let label = format!("\n[[claim]]\nsubject = \"{subject}\"\nattribute = \"{attribute}\"\n");
        text += &label;
        let said = format!("value = \"{value}\"\nquote = \"{subject}: {value}\"\n");
        text += &said;
    }
    text
}

/// A desk of so many files, eight a story.
pub(crate) fn many(files: usize, claims: usize) -> Desk {
    let desk = Desk::new(&[]);
    let mut seed = Seed::new(7);
    for at in 0..files {
        let (story, outlet) = (at / OUTLETS.len(), OUTLETS[at % OUTLETS.len()]);
        let text = article(&mut seed, outlet, story, claims);
        desk.write(&format!("claims/s{story:04}/{outlet}.toml"), text.as_bytes());
    }
    desk
}
