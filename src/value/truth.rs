//! Yes and no, however they are worded.

use std::sync::LazyLock;

use super::{Content, Context, Kind, Note, Value};
use crate::english::lexicon::Lexicon;
use crate::english::token::Phrase;

/// Whole phrases that say yes or no.
const ANSWERS: &[(bool, &str)] = &[
    (
        true,
        "true | yes | confirmed | correct | affirmative | it is | it was | it does | it did | it has \
         | they are | they were | they did | they have | he did | he has | he is | she did | she has \
         | she is | is true | is confirmed | was confirmed | has been confirmed | have confirmed | \
         has confirmed | confirms | confirmed it | did | does | has | is | was | were | have | indeed \
         | certainly | definitely | verified | acknowledged | admitted",
    ),
    (
        false,
        "false | no | not | denied | incorrect | untrue | wrong | not true | is not true | never | \
         negative | it is not | it was not | it does not | it did not | it has not | it isn't | it \
         wasn't | it doesn't | it didn't | it hasn't | they did not | they were not | they are not | \
         they have not | they didn't | he did not | he has not | he didn't | he is not | she did not \
         | she has not | she didn't | she is not | did not | does not | has not | have not | is not | \
         was not | were not | are not | will not | cannot | could not | would not | didn't | doesn't \
         | hasn't | haven't | isn't | wasn't | weren't | aren't | won't | can't | couldn't | wouldn't \
         | denies | denied it | was denied | has denied | has been denied | have denied | denies it | \
         no longer | not any more | not anymore | not at all | by no means | refuted | rejected as \
         false",
    ),
];

/// A no that may still become a yes.
const NOT_YET: &str = "not yet | has yet to | have yet to | had yet to | is yet to | yet to | has not yet | have not \
     yet | had not yet | hasn't yet | haven't yet | is not yet | not so far | not until now";

static ANSWER_INDEX: LazyLock<Lexicon<bool>> = LazyLock::new(|| Lexicon::listed(ANSWERS));
static NOT_YET_INDEX: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::listed(&[((), NOT_YET)]));

/// The phrase, where the whole of it is one.
pub(crate) fn read(phrase: &Phrase, _context: &Context) -> Option<Value> {
    let end = match phrase.symbol(phrase.len().checked_sub(1)?) {
        Some('.' | '!') => phrase.len() - 1,
        _ => phrase.len(),
    };
    // Nothing here is longer than a handful of words.
    if end == 0 || end > 5 {
        return None;
    }
    if NOT_YET_INDEX.find(phrase, 0).is_some_and(|((), next)| next == end) {
        let mut value = Value::new(phrase.text, Kind::Truth, Content::Truth(false));
        value.notes.push(Note::NotYet);
        return Some(value);
    }
    let (truth, next) = ANSWER_INDEX.find(phrase, 0)?;
    (next == end).then(|| Value::new(phrase.text, Kind::Truth, Content::Truth(truth)))
}
