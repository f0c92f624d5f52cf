//! Words that are part of a name in a running text, or none for all their capital.

use crate::english::lexicon::rows;

/// Small words inside a name: `Bank of England`, `Ludwig van Beethoven`.
const PARTICLES: &str = "of | and | the | for | de | la | van | von | der | di | du | al | bin | &";

/// Words with a capital for the place they stand in, or for other reasons than naming anybody.
const NO_NAMES: &str = "a | an | the | this | that | these | those | it | its | he | she | they | we | i | you | who | \
    what | when | where | why | how | which | if | as | at | by | for | from | in | on | of | to | \
    with | and | or | but | so | no | not | yet | now | then | there | here | while | although | \
    though | however | meanwhile | after | before | since | during | according | also | both | some | \
    many | most | all | each | every | such | more | less | first | second | third | lastly | \
    finally | his | her | their | our | my | your | one | two | three | new | is | are | was | were | \
    has | have | will | can | could | would | should | does | did | do | let | just | even | only | \
    still | once | until | under | over | into | about | between | through | despite | given | \
    whether | because | instead | earlier | later | last | next | recently | today | yesterday | \
    tomorrow | mr | mrs | ms | dr | ceo | neither | either | together | like | see | read | look | \
    think";

/// Whether a word may stand in small letters inside a name.
pub(crate) fn is_particle(word: &str) -> bool {
    rows(PARTICLES).any(|it| it == word)
}

/// Whether a word in lower case names nobody, whatever its capital.
pub(crate) fn names_nobody(word: &str) -> bool {
    rows(NO_NAMES).any(|it| it == word)
}
