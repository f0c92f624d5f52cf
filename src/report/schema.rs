//! The JSON Schemas of what gainsay writes, as docs/schema/ has them.

/// Each with its name.
pub const SCHEMAS: [(&str, &str); 5] = [
    ("report", include_str!("../../docs/schema/report.json")),
    ("jsonl", include_str!("../../docs/schema/jsonl.json")),
    ("value", include_str!("../../docs/schema/value.json")),
    ("review", include_str!("../../docs/schema/review.json")),
    ("evaluation", include_str!("../../docs/schema/evaluation.json")),
];
