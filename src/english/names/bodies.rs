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
