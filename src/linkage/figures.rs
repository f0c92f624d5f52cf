//! How the figures of two claims stand to each other, as evidence that both tell one fact.

use rust_decimal::Decimal;

use crate::value::{Content, Interval, Value};

/// How two figures stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Figures {
    /// Telling ones are met by chance less often: of three digits and more, or a time to the minute.
    Same {
        telling: bool,
    },
    Near,
    Apart,
}

/// How the values stand to each other, where they are figures of one kind and unit.
pub(super) fn between(mine: &Value, yours: &Value) -> Option<Figures> {
    let comparable = mine.kind == yours.kind && mine.unit == yours.unit;
    comparable.then(|| figures_of(&mine.content, &yours.content)).flatten()
}

fn figures_of(mine: &Content, yours: &Content) -> Option<Figures> {
    let found = |same: bool, near: &dyn Fn() -> bool, telling: &dyn Fn() -> bool| match same {
        true => Figures::Same { telling: telling() },
        false if near() => Figures::Near,
        false => Figures::Apart,
    };
    match (mine, yours) {
        (
            Content::Quantity(x) | Content::Rank { place: x, .. },
            Content::Quantity(y) | Content::Rank { place: y, .. },
        ) => {
            let near = || nearly(x.stated, y.stated) || are_swapped(x.stated, y.stated);
            Some(found(x.stated == y.stated, &near, &|| is_odd(x.stated)))
        }
        (Content::Days(x), Content::Days(y)) => {
            let (x, y) = (&x.extent, &y.extent);
            let meet = || x.possible.meets(&y.possible) && bounded(&x.possible, &y.possible);
            Some(found(x.stated == y.stated, &meet, &|| false))
        }
        (Content::Clock { minutes: x, day, .. }, Content::Clock { minutes: y, day: other, .. }) => {
            let telling = || x.stated.low.is_some_and(|it| it % 15 != 0);
            let days = day.as_ref().zip(other.as_ref());
            // Sunday morning and Thursday morning have their hours in common, and nothing else.
            let may_be_one_day = days.is_none_or(|(x, y)| x.extent.possible.meets(&y.extent.possible));
            let meet = || may_be_one_day && x.possible.meets(&y.possible);
            Some(found(may_be_one_day && x.stated == y.stated, &meet, &telling))
        }
        (
            Content::Quantity(_)
            | Content::Rank { .. }
            | Content::Days(_)
            | Content::Clock { .. }
            | Content::Score(..)
            | Content::Stage { .. }
            | Content::Names { .. }
            | Content::Truth(_)
            | Content::Words { .. },
            _,
        ) => None,
    }
}

/// Whether a figure has three digits or more, not counting the zeros at its end.
fn is_odd(stated: Interval<Decimal>) -> bool {
    let digits = |figure: Decimal| {
        figure.normalize().mantissa().unsigned_abs().to_string().trim_end_matches('0').len()
    };
    stated.low.or(stated.high).is_some_and(|it| digits(it) >= 3)
}

/// Whether two figures are one, as far as a hedge of one of them leaves that open.
pub(super) fn is_repeated(mine: &Content, yours: &Content) -> bool {
    let (Content::Quantity(mine), Content::Quantity(yours)) = (mine, yours) else { return false };
    let (mine, yours) = (mine.stated, yours.stated);
    let is_hedged = mine.low != mine.high || yours.low != yours.high;
    mine.low.or(mine.high) == yours.low.or(yours.high) && (is_hedged || is_odd(mine))
}

/// Whether two figures are no further apart than a tenth.
fn nearly(x: Interval<Decimal>, y: Interval<Decimal>) -> bool {
    let figure = |set: Interval<Decimal>| set.low.or(set.high);
    let (Some(mine), Some(yours)) = (figure(x), figure(y)) else { return false };
    let larger = mine.abs().max(yours.abs());
    // Of the largest numbers that can be written down, ten times the gap cannot.
    let gap = mine.checked_sub(yours).and_then(|gap| gap.abs().checked_mul(Decimal::TEN));
    gap.is_some_and(|gap| gap <= larger)
}

/// Whether two figures of three digits or more have the same digits in another order, as a slip of the hand leaves them: 948
/// and 984.
fn are_swapped(x: Interval<Decimal>, y: Interval<Decimal>) -> bool {
    let digits = |set: Interval<Decimal>| {
        let figure = set.low.or(set.high)?.normalize();
        let mut digits = figure.mantissa().unsigned_abs().to_string().into_bytes();
        digits.sort_unstable();
        Some((digits, figure.scale()))
    };
    is_odd(x) && digits(x) == digits(y)
}

fn bounded<T: Ord + Copy>(x: &Interval<T>, y: &Interval<T>) -> bool {
    [x.low, x.high, y.low, y.high].iter().all(Option::is_some)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{self, Context};

    #[test]
    fn the_largest_figures_are_apart_without_a_panic() {
        let at = Interval::point;
        assert!(!nearly(at(Decimal::MAX), at(Decimal::MIN)));
        assert!(!nearly(at(Decimal::MAX), at(Decimal::ONE)));
        assert!(nearly(at(Decimal::MAX), at(Decimal::MAX)));
        assert!(nearly(at(Decimal::from(100)), at(Decimal::from(95))));
    }

    #[test]
    fn hours_of_two_days_are_apart() {
        let day = Interval::point(jiff::civil::date(2023, 6, 23));
        let on = Context { published: Some(day), ..Context::default() };
        let beside = |a: &str, b: &str| between(&value::read(a, &on), &value::read(b, &on));
        assert_eq!(beside("Sunday morning", "Thursday morning"), Some(Figures::Apart));
        assert_eq!(beside("Sunday morning", "Sunday morning"), Some(Figures::Same { telling: false }));
    }

    #[test]
    fn digits_in_another_order_are_a_slip() {
        let swapped = |x: &str, y: &str| {
            let at = |text: &str| Interval::point(text.parse().unwrap_or_default());
            are_swapped(at(x), at(y))
        };
        assert!(swapped("948", "984") && swapped("68.7", "78.6") && swapped("8547", "8574"));
        assert!(!swapped("12", "21") && !swapped("948", "9.84") && !swapped("948", "949"));
    }
}
