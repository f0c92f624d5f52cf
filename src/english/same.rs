//! Words that say the same in a value. Nearness of meaning can't tell: opposites are nearer than most of these.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::RandomState;

/// One group a line, each with its forms; the first word stands for all. Only what holds in any story: no `left`, which may
/// be a side, no `cut`, which may be a part, no `fire` and no `strike`, which may be events.
const GROUPS: &str = "
    abandon abandons abandoned abandoning
    adviser advisers advisor advisors
    assent endorsement approval
    attack attacks attacked assault assaults assaulted
    begin begins began begun beginning start starts started starting commence commences commenced
    blast blasts explosion explosions exploded explode explodes
    boat boats ship ships vessel vessels
    build builds built construct constructs constructed
    buy buys bought buying purchase purchases purchased purchasing acquire acquires acquired acquiring acquisition
    car cars automobile automobiles
    child children kid kids
    company companies firm firms group corporation
    comparable similar alike
    dead died dies
    dismissed fired sacked
    downturn downturns slowdown slowdowns
    employee employees staff staffer staffers worker workers personnel
    fake fakes faked forged falsified counterfeit
    fix fixes fixed fixing repair repairs repaired repairing
    flat flats apartment apartments
    improve improves improved improving better
    injured hurt wounded injury injuries
    lawyer lawyers attorney attorneys
    lorry lorries truck trucks
    memo memos memorandum
    offer offers offered offering bid bids proposal proposals
    organisation organisations organization organizations
    phone phones telephone telephones
    plane planes aircraft airplane airplanes aeroplane jet jets
    quit quits resign resigns resigned resigning resignation
    reject rejects rejected rejecting refuse refuses refused refusing
    reorganise reorganisation reorganization reorganize restructure restructures restructured restructuring
    rise rises rose risen rising increase increases increased increasing climb climbed
    stay stays stayed staying remain remains remained remaining
    struck hit
    student students pupil pupils
    talks negotiations discussions negotiation discussion
";

/// Every word of the table, with the one that stands for its group.
static WORDS: LazyLock<HashMap<&'static str, &'static str, RandomState>> = LazyLock::new(|| {
    let groups = GROUPS.lines().filter_map(|line| Some((line.split_whitespace().next()?, line)));
    groups.flat_map(|(name, line)| line.split_whitespace().map(move |word| (word, name))).collect()
});

/// The word that stands for all that say the same as one in lower case.
pub fn one_word(word: &str) -> Option<&'static str> {
    WORDS.get(word).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_meaning_have_one_name() {
        assert_eq!(one_word("memo"), one_word("memorandum"));
        // Whoever is detained need not be arrested.
        assert_ne!(one_word("arrested").unwrap_or("arrested"), one_word("detained").unwrap_or("detained"));
        assert_eq!(one_word("advisor"), Some("adviser"));
        assert_eq!(one_word("gas"), None);
    }

    #[test]
    fn a_word_stands_once() {
        assert_eq!(WORDS.len(), GROUPS.split_whitespace().count());
    }
}
