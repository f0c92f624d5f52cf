//! Words that hold a sentence together, as tables.

/// Words that begin another clause.
pub(super) fn opens_clause(word: &str) -> bool {
    matches!(
        word,
        "and"
            | "but"
            | "which"
            | "who"
            | "that"
            | "while"
            | "as"
            | "because"
            | "although"
            | "though"
            | "whereas"
            | "when"
            | "after"
            | "before"
            | "since"
            | "if"
            | "or"
            | "so"
            | "where"
            | "even"
            | "until"
            | "underscoring"
            | "giving"
    )
}

/// Words that rule what follows them.
pub(super) fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "of" | "off"
            | "in"
            | "on"
            | "at"
            | "to"
            | "for"
            | "with"
            | "by"
            | "from"
            | "into"
            | "near"
            | "over"
            | "under"
            | "against"
            | "between"
            | "around"
            | "about"
            | "through"
            | "during"
            | "among"
            | "toward"
            | "towards"
            | "amid"
            | "beyond"
            | "across"
            | "behind"
            | "outside"
            | "inside"
            | "within"
            | "without"
            | "per"
            | "like"
            | "such"
    )
}

/// Words that join others.
pub(super) fn is_joint(word: &str) -> bool {
    matches!(
        word,
        "a" | "an"
            | "the"
            | "of"
            | "in"
            | "on"
            | "at"
            | "to"
            | "for"
            | "with"
            | "by"
            | "from"
            | "its"
            | "their"
            | "his"
            | "her"
            | "into"
            | "and"
            | "or"
            | "is"
            | "are"
            | "was"
            | "were"
            | "that"
            | "than"
            | "as"
    )
}

/// Verbs that help others.
pub(super) fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "is" | "are" | "was" | "were" | "be" | "been" | "being" | "has" | "have" | "had" | "will" | "would"
    )
}

/// Verbs that say how firmly another is meant.
pub(super) fn is_modal(word: &str) -> bool {
    matches!(
        word,
        "will" | "would" | "could" | "may" | "might" | "can" | "should" | "must" | "shall" | "cannot"
    )
}

/// Words that a noun follows.
pub(super) fn is_determiner(word: &str) -> bool {
    matches!(
        word,
        "a" | "an"
            | "the"
            | "his"
            | "her"
            | "its"
            | "their"
            | "our"
            | "my"
            | "this"
            | "these"
            | "those"
            | "another"
            | "any"
            | "every"
            | "each"
    )
}

/// Words that stand for what is before them.
pub(super) fn is_relative(word: &str) -> bool {
    matches!(word, "which" | "who" | "that" | "whose")
}

/// Words that stand for somebody or something.
pub(super) fn is_pronoun(word: &str) -> bool {
    let known = "it|he|she|they|we|i|you|this|that|these|those|there|who|which|both|others|some|many|most|nobody|one|him|them|us|anyone|someone|everyone";
    known.split('|').any(|it| it == word)
}
