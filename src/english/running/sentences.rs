//! Words that tell where a sentence of a running text ends.

use crate::english::lexicon::rows;

/// Abbreviations that a capital may follow inside a sentence.
const ABBREVIATIONS: &str = "mr | mrs | ms | dr | prof | st | sen | rep | gov | gen | col | lt | capt | sgt | rev | hon | \
    pres | jr | sr | vs | no | nos | fig | jan | feb | mar | apr | jun | jul | aug | sep | sept | \
    oct | nov | dec | mt | ft | approx | est | messrs | supt | adm | cmdr | maj | sq | e.g | i.e";

/// Abbreviations that may as well end a sentence: only what follows tells.
const EITHER: &str = "inc | corp | co | ltd | llc | plc | bros | etc | a.m | p.m | u.s | u.k | e.u | u.n";

/// States as datelines and addresses shorten them: `Redding, Calif. (AP)`.
const STATES: &str = "Ala | Ariz | Ark | Calif | Colo | Conn | Del | Fla | Ga | Ill | Ind | Kan | Ky | La | Mass | Md | \
    Mich | Minn | Miss | Mo | Mont | Neb | Nev | Okla | Ore | Pa | Tenn | Tex | Va | Vt | Wash | Wis | \
    Wyo";

/// What follows a time of day inside a sentence.
const BEHIND_CLOCK: &str = "et | est | edt | pt | pst | pdt | ct | cst | cdt | mt | gmt | bst | utc | cet | cest | eastern | \
    pacific | central | mountain | jan | feb | aug | sept | oct | nov | dec";

/// Words that open a sentence more often than they go on with a name.
const OPENERS: &str = "the | a | an | it | its | he | she | they | in | on | at | this | that | these | but | and | for | \
    while | as | according | last | earlier | there | we | his | her | their | if | when | with | \
    after | before | no | not | by | to | some | both";

/// Whether a word in lower case is an abbreviation that a capital may follow inside a sentence.
pub(crate) fn is_abbreviation(word: &str) -> bool {
    rows(ABBREVIATIONS).any(|it| it == word)
}

/// Whether it is one that may as well end a sentence: only what follows tells.
pub(crate) fn may_end(word: &str) -> bool {
    rows(EITHER).any(|it| it == word)
}

/// Whether a word is a state as datelines and addresses shorten it: `Redding, Calif. (AP)`.
pub(crate) fn is_state(word: &str) -> bool {
    rows(STATES).any(|it| it == word)
}

/// Whether a word in lower case may follow a time of day inside a sentence.
pub(crate) fn follows_clock(word: &str) -> bool {
    rows(BEHIND_CLOCK).any(|it| it == word)
}

/// Whether a word in lower case opens a sentence more often than it goes on with a name.
pub(crate) fn opens(word: &str) -> bool {
    rows(OPENERS).any(|it| it == word)
}
