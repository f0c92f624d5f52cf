//! Small words beside a figure in a running text.

use crate::english::lexicon::rows;

/// Words that no phrase of a figure begins or ends with for their own sake.
const SMALL: &str = "now | currently | reportedly | also | be | its | their | a | an | and | are | at | been | by | \
    for | had | has | have | in | is | it | of | on | or | the | to | was | were | with";

/// Words with a capital that lead a figure, and are no part of a name.
const LEADS: &str = "about | around | nearly | over | some | from | since | all";

/// Words behind a figure with which the sentence goes on, and which it does not count.
const GOES_ON: &str =
    "over | from | after | before | as | than | which | who | that | while | although | but";

/// What a length is, behind it.
const EXTENTS: &str = "wide | long | tall | high | deep | thick | in";

/// Verbs that are part of what is said of a figure.
const POSSIBILITIES: &str = "could | may | might | would";

/// Whether a word in lower case is one that tells nothing beside a figure.
pub(crate) fn is_small(word: &str) -> bool {
    rows(SMALL).any(|it| it == word)
}

/// Whether a word in lower case leads a figure rather than names anything.
pub(crate) fn leads_figure(word: &str) -> bool {
    rows(LEADS).any(|it| it == word)
}

/// Whether a word behind a figure is none that it counts.
pub(crate) fn goes_on(word: &str) -> bool {
    rows(GOES_ON).any(|it| it == word)
}

/// Whether a word behind a length tells what it is.
pub(crate) fn is_extent(word: &str) -> bool {
    rows(EXTENTS).any(|it| it == word)
}

/// Whether a verb makes a figure a possibility.
pub(crate) fn is_possibility(word: &str) -> bool {
    rows(POSSIBILITIES).any(|it| it == word)
}
