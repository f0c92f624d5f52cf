//! Models of one make, whose names differ in a digit: `64 GB of DDR5`, `64 GB of DDR4`.

use super::verdict::{Judgement, Verdict};
use crate::value::Value;

/// The names of models in a text, in lower case. Where there is a unit, `350F` is a figure with it.
fn models(text: &str, has_unit: bool) -> Vec<String> {
    let is_model = |word: &&str| {
        let has = |is: fn(char) -> bool| word.chars().any(is);
        let is_figure = has_unit && word.starts_with(|it: char| it.is_ascii_digit());
        has(|it| it.is_ascii_digit()) && has(char::is_uppercase) && !is_figure
    };
    text.split(|it: char| !it.is_alphanumeric()).filter(is_model).map(str::to_lowercase).collect()
}

/// Two figures of different models. Where the figure is the same, and all but the digits of the model, one thing can't be
/// both.
pub(super) fn apart(a: &Value, b: &Value, same_figure: bool) -> Option<Judgement> {
    let of = |value: &Value| models(value.counted.as_deref().unwrap_or(&value.text), value.unit.is_some());
    let (mine, yours) = (of(a), of(b));
    if mine.is_empty() || yours.is_empty() || mine.iter().any(|it| yours.contains(it)) {
        return None;
    }
    let letters = |models: &[String]| models.concat().replace(|it: char| it.is_ascii_digit(), "");
    let told = format!("{} / {}", mine.join(" "), yours.join(" "));
    Some(if same_figure && letters(&mine) == letters(&yours) {
        Judgement::new(Verdict::Contradiction, format!("the same figure, of different models: {told}"))
    } else {
        Judgement::new(Verdict::Unclear, format!("they are of different things: {told}"))
    })
}
