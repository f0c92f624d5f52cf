//! Values of several figures (`12 dead, 30 hurt`), and figures given twice (`80-metre, 260-foot`).

use crate::value::{Content, Kind, Value};

/// Whether a figure says the same as another one in other units, another currency or other words.
pub(crate) fn is_expression(value: &Value, other: &Value) -> bool {
    if value.kind != other.kind {
        return false;
    }
    match (&value.content, &other.content) {
        (Content::Quantity(_), Content::Quantity(_)) if value.kind == Kind::Money => value.unit != other.unit,
        (Content::Quantity(x), Content::Quantity(y)) => {
            value.unit == other.unit && x.possible.meets(&y.possible)
        }
        _ => false,
    }
}
