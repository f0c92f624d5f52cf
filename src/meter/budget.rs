//! How much work a story may take: counted in steps, so that every machine stops at the same place.

use std::fmt;
use std::str::FromStr;

/// A step holds one word against another; a usual machine takes some fifty million of them in a second.
const A_SECOND: u64 = 50_000_000;

/// The most work that one story may take, in steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    steps: u64,
}

impl Default for Budget {
    /// A minute's work.
    fn default() -> Self {
        Self::of_seconds(60)
    }
}

impl Budget {
    /// As much as may be.
    pub const ENDLESS: Self = Self { steps: u64::MAX };

    /// As many steps as are taken in so many seconds, on a usual machine.
    pub const fn of_seconds(seconds: u64) -> Self {
        Self { steps: seconds.saturating_mul(A_SECOND) }
    }

    /// What each of so many may take of it.
    pub fn share(self, parts: usize) -> BudgetShare {
        BudgetShare { left: self.steps / (parts as u64).max(1) }
    }
}

impl fmt::Display for Budget {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.steps {
            u64::MAX => write!(out, "none"),
            steps if steps.is_multiple_of(A_SECOND) => write!(out, "{}s", steps / A_SECOND),
            steps => write!(out, "{steps}"),
        }
    }
}

impl FromStr for Budget {
    type Err = &'static str;

    /// Reads `60s`, `5m`, a number of steps, or `none`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const TAKES: &str = "it takes seconds (60s), minutes (5m), a number of steps, or none";
        let text = text.trim();
        let number = |digits: &str| digits.trim().parse::<u64>().ok().filter(|&it| it > 0).ok_or(TAKES);
        if text == "none" {
            Ok(Self::ENDLESS)
        } else if let Some(seconds) = text.strip_suffix('s') {
            Ok(Self::of_seconds(number(seconds)?))
        } else if let Some(minutes) = text.strip_suffix('m') {
            Ok(Self::of_seconds(number(minutes)?.saturating_mul(60)))
        } else {
            Ok(Self { steps: number(text)? })
        }
    }
}

/// What is left of a share of the budget.
#[derive(Clone, Copy, Debug)]
pub struct BudgetShare {
    left: u64,
}

impl BudgetShare {
    /// Takes steps, where so many are left.
    pub fn take(&mut self, steps: usize) -> bool {
        let steps = steps as u64;
        let is_left = steps <= self.left;
        if is_left {
            self.left -= steps;
            super::STEPS.count(usize::try_from(steps).unwrap_or(usize::MAX));
        }
        is_left
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_reads_as_it_is_written() {
        for text in ["60s", "1s", "none", "1234567"] {
            assert_eq!(text.parse::<Budget>().map(|it| it.to_string()), Ok(text.to_owned()));
        }
        assert_eq!("1m".parse(), Ok(Budget::default()));
        for wrong in ["", "s", "0s", "-1s", "soon", "1h"] {
            assert!(wrong.parse::<Budget>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_is_spent_is_gone() {
        let mut share = Budget { steps: 100 }.share(10);
        assert_eq!([4, 7, 6, 1].map(|steps| share.take(steps)), [true, false, true, false]);
    }
}
