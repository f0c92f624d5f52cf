//! Words in the names of companies and public bodies.

/// Legal forms of companies, in lower case and without points.
pub fn is_legal_form(word: &str) -> bool {
    matches!(
        word,
        "inc"
            | "incorporated"
            | "corp"
            | "corporation"
            | "co"
            | "company"
            | "ltd"
            | "limited"
            | "llc"
            | "llp"
            | "lp"
            | "plc"
            | "ag"
            | "sa"
            | "se"
            | "nv"
            | "bv"
            | "gmbh"
            | "spa"
            | "ab"
            | "asa"
            | "oyj"
            | "pty"
            | "kk"
            | "holdings"
            | "group"
            | "pjsc"
            | "kg"
            | "kgaa"
            | "sas"
            | "srl"
            | "as"
            | "pbc"
    )
}

/// Nouns that head the name of a public body, with its fields behind an `of`: `Bureau of Alcohol, Tobacco and Firearms`.
pub const HEADS: &[&str] = &[
    "academy",
    "agency",
    "association",
    "board",
    "bureau",
    "center",
    "centers",
    "centre",
    "college",
    "commission",
    "committee",
    "council",
    "court",
    "department",
    "directorate",
    "division",
    "faculty",
    "institute",
    "minister",
    "ministry",
    "museum",
    "office",
    "school",
    "secretary",
    "society",
    "subcommittee",
    "union",
];

/// Nouns that end the name of a body: `Food and Drug Administration`.
pub const BODIES: &[&str] = &[
    "administration",
    "agency",
    "association",
    "authority",
    "board",
    "bureau",
    "centre",
    "center",
    "co",
    "commission",
    "committee",
    "company",
    "corps",
    "council",
    "department",
    "directorate",
    "exchange",
    "foundation",
    "guard",
    "institute",
    "ministry",
    "museum",
    "office",
    "organisation",
    "organization",
    "police",
    "service",
    "services",
    "society",
    "sons",
    "trust",
    "union",
];

/// Nouns that end the name of a firm or a place, so that what stands before them is no title: `General Motors`, `King Street`.
pub const THINGS: &[&str] = &[
    "airlines",
    "airport",
    "airways",
    "assembly",
    "atomics",
    "avenue",
    "bank",
    "bay",
    "bridge",
    "building",
    "castle",
    "city",
    "county",
    "dynamics",
    "electric",
    "electronics",
    "energy",
    "estate",
    "foods",
    "gate",
    "hall",
    "harbor",
    "harbour",
    "hospital",
    "hotel",
    "house",
    "industries",
    "insurance",
    "island",
    "islands",
    "lake",
    "media",
    "mills",
    "motors",
    "palace",
    "park",
    "pharmaceuticals",
    "pictures",
    "point",
    "power",
    "records",
    "river",
    "road",
    "square",
    "station",
    "store",
    "stores",
    "street",
    "studios",
    "systems",
    "technologies",
    "theater",
    "theatre",
    "tower",
    "university",
    "video",
];

/// Whether a word ends the name of a firm, a body or a place, and no person's.
pub fn ends_a_thing(word: &str) -> bool {
    let lists = [THINGS, BODIES, HEADS];
    is_legal_form(word) || lists.iter().any(|list| list.contains(&word))
}

/// What bodies are for: words of their names that are no names themselves.
pub const FIELDS: &[&str] = &[
    "aeronautics",
    "affairs",
    "aging",
    "agriculture",
    "air",
    "alcohol",
    "antiquities",
    "art",
    "arts",
    "atmospheric",
    "aviation",
    "border",
    "budget",
    "business",
    "child",
    "children",
    "citizenship",
    "civil",
    "climate",
    "commerce",
    "communication",
    "communications",
    "communities",
    "community",
    "competition",
    "conservation",
    "construction",
    "consumer",
    "control",
    "cooperation",
    "crime",
    "crop",
    "culture",
    "customs",
    "cyber",
    "data",
    "defence",
    "defense",
    "design",
    "development",
    "digital",
    "disaster",
    "disease",
    "drug",
    "drugs",
    "economic",
    "economics",
    "economy",
    "education",
    "electricity",
    "emergency",
    "employment",
    "energy",
    "engineering",
    "enterprise",
    "environment",
    "environmental",
    "equality",
    "exchange",
    "explosives",
    "families",
    "family",
    "finance",
    "financial",
    "fire",
    "firearms",
    "fish",
    "fisheries",
    "food",
    "foreign",
    "forest",
    "forestry",
    "forests",
    "gas",
    "geology",
    "health",
    "heritage",
    "higher",
    "history",
    "home",
    "housing",
    "human",
    "immigration",
    "industrial",
    "industry",
    "information",
    "infrastructure",
    "innovation",
    "insurance",
    "intelligence",
    "interior",
    "investment",
    "justice",
    "labor",
    "labour",
    "land",
    "lands",
    "law",
    "local",
    "management",
    "marine",
    "maritime",
    "markets",
    "media",
    "medical",
    "medicine",
    "mental",
    "migration",
    "mines",
    "mining",
    "natural",
    "nuclear",
    "nutrition",
    "occupational",
    "oceanic",
    "oceans",
    "oil",
    "parks",
    "patent",
    "peace",
    "pensions",
    "planning",
    "pollution",
    "population",
    "ports",
    "prevention",
    "prisons",
    "product",
    "protection",
    "public",
    "radiation",
    "rail",
    "refugees",
    "regional",
    "rehabilitation",
    "religious",
    "research",
    "resources",
    "response",
    "revenue",
    "roads",
    "rural",
    "safety",
    "sanitation",
    "science",
    "sciences",
    "securities",
    "security",
    "skills",
    "social",
    "space",
    "sport",
    "sports",
    "standards",
    "statistics",
    "sustainability",
    "sustainable",
    "tax",
    "taxation",
    "technology",
    "telecommunications",
    "territories",
    "territory",
    "tobacco",
    "tourism",
    "trade",
    "trademark",
    "training",
    "transport",
    "transportation",
    "treasury",
    "tribal",
    "urban",
    "veterans",
    "war",
    "waste",
    "water",
    "welfare",
    "wildlife",
    "women",
    "work",
    "works",
    "youth",
];

/// Two words that an `and` joins in the name of one company, country or place.
const PAIRS: &[(&str, &str)] = &[
    ("abercrombie", "fitch"),
    ("antigua", "barbuda"),
    ("arnold", "porter"),
    ("bang", "olufsen"),
    ("barnes", "noble"),
    ("bath", "beyond"),
    ("bausch", "lomb"),
    ("black", "decker"),
    ("bosnia", "herzegovina"),
    ("bremner", "bristow"),
    ("brown", "root"),
    ("castile", "león"),
    ("church", "dwight"),
    ("colgate", "palmolive"),
    ("crate", "barrel"),
    ("dolce", "gabbana"),
    ("dun", "bradstreet"),
    ("ernst", "young"),
    ("fortnum", "mason"),
    ("holland", "barrett"),
    ("kitts", "nevis"),
    ("lord", "taylor"),
    ("marks", "spencer"),
    ("marsh", "mclennan"),
    ("newfoundland", "labrador"),
    ("pratt", "whitney"),
    ("price", "waterhouse"),
    ("procter", "gamble"),
    ("reckitt", "colman"),
    ("simon", "schuster"),
    ("smith", "nephew"),
    ("smith", "wesson"),
    ("standard", "poor's"),
    ("tate", "lyle"),
    ("tome", "principe"),
    ("trinidad", "tobago"),
    ("tyne", "wear"),
    ("vincent", "grenadines"),
    ("wallis", "futuna"),
    ("young", "rubicam"),
];

/// Whether an `and` between two words, in lower case, joins one name: `Procter and Gamble`, `Johnson and Johnson`, `Tiffany and
/// Co`.
pub fn joins_a_name(before: &str, behind: &str) -> bool {
    !before.is_empty() && before == behind
        || PAIRS.contains(&(before, behind))
        || matches!(
            behind,
            "co" | "company"
                | "sons"
                | "son"
                | "daughters"
                | "brothers"
                | "bros"
                | "partners"
                | "associates"
                | "cie"
        )
}
