//! Logistic regression over levels: each case ends on one level of every comparison.

use std::f64::consts::LN_2;

/// How little the weights are penalised for their size: the inverse strength of the L2 penalty.
const C: f64 = 0.2;

/// What keeps the intercept finite where all cases are alike.
const LEAST_PENALTY: f64 = 1e-6;

/// Steps after which Newton's method has either arrived or never will.
const MOST_STEPS: usize = 60;

/// Steps shorter than this, in nats, change no digit that is shown.
const ARRIVED: f64 = 1e-7;

/// A pair of claims: one level of each comparison, as positions in the list of all levels.
#[derive(Clone, Debug)]
pub(super) struct Observation {
    pub(super) levels: Vec<usize>,
    /// Whether both are about one fact.
    pub(super) same: bool,
}

/// What a regression keeps to.
#[derive(Clone, Debug)]
pub(super) struct Fixed {
    /// The bits of levels that were set by hand.
    pub(super) bits: Vec<Option<f64>>,
    /// The next lower step of one similarity, for levels that are such steps.
    pub(super) next: Vec<Option<usize>>,
}

/// Weights in bits: the prior, and one for each level.
#[derive(Clone, Debug)]
pub(super) struct Fitted {
    pub(super) prior: f64,
    pub(super) bits: Vec<f64>,
}

impl Fitted {
    /// What a pair weighs that ended on these levels.
    pub(super) fn weight(&self, levels: impl Iterator<Item = usize>) -> f64 {
        self.prior + levels.map(|at| self.bits[at]).sum::<f64>()
    }

    /// What a pair weighs that had no say in these weights, and whether it is about one fact.
    pub(super) fn foretell(&self, case: &Observation, fixed: &Fixed) -> Foretold {
        let held = case.levels.iter().filter_map(|&at| fixed.bits[at]).sum::<f64>();
        Foretold { found: self.weight(case.levels.iter().copied()) - held, held, same: case.same }
    }

    /// The weights that were found, prior included, times one number and with another one added, so that what was foretold
    /// comes true as often as it says. Those set by hand stay.
    pub(super) fn drawn_together(&self, told: &[Foretold], fixed: &Fixed) -> Self {
        let (times, more) = line(told);
        let found = self.bits.iter().zip(&fixed.bits);
        let bits = found.map(|(bits, fixed)| fixed.unwrap_or(bits * times)).collect();
        Self { prior: self.prior * times + more, bits }
    }
}

/// A pair, as weights foretold it that it had no say in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Foretold {
    /// The bits that were found.
    found: f64,
    /// The bits that were set by hand.
    held: f64,
    same: bool,
}

/// The line from bits foretold to bits that come true, by logistic regression: its slope, and where it starts.
fn line(told: &[Foretold]) -> (f64, f64) {
    let (mut times, mut more) = (1.0, 0.0);
    for _ in 0..MOST_STEPS {
        let (mut gradient, mut hessian) = (vec![0.0; 2], vec![vec![0.0; 2]; 2]);
        for it in told {
            let odds = 1.0 / (1.0 + (-(it.found * times + more + it.held)).exp2());
            let (error, bend) = (odds - f64::from(u8::from(it.same)), odds * (1.0 - odds) * LN_2);
            for (row, x) in [it.found, 1.0].into_iter().enumerate() {
                gradient[row] += error * x;
                hessian[row][0] += bend * x * it.found;
                hessian[row][1] += bend * x;
            }
        }
        let step = solve(hessian, gradient);
        if step.iter().any(|it| !it.is_finite()) {
            return (1.0, 0.0);
        }
        times -= step[0];
        more -= step[1];
        if step.iter().all(|it| it.abs() < ARRIVED) {
            break;
        }
    }
    (times, more)
}

/// A case that is nearly certain bends the likelihood so little that the steps need not know of it; where they lead to is
/// the same.
const LEAST_BEND: f64 = 1e-4;

/// The weights that make the cases likeliest. Levels with fixed bits keep them; the others are penalised by their squares
/// (L2), steps of one similarity by the squares of their differences, the intercept not at all.
pub(super) fn fit(cases: &[&Observation], keep: &Fixed) -> Fitted {
    fit_from(cases, keep, None)
}

/// The same, on a shorter way: from weights that are known to be near.
pub(super) fn fit_from(cases: &[&Observation], keep: &Fixed, near: Option<&Fitted>) -> Fitted {
    // In nats; behind the levels stands the intercept.
    let fixed = &keep.bits;
    let start = |at: usize| near.map_or(0.0, |it| it.bits[at]);
    let bits = fixed.iter().enumerate().map(|(at, bits)| bits.unwrap_or_else(|| start(at)));
    let mut weights: Vec<f64> =
        bits.chain([near.map_or(0.0, |it| it.prior)]).map(|bits| bits * LN_2).collect();
    let intercept = fixed.len();
    let free: Vec<usize> = (0..fixed.len()).filter(|&at| fixed[at].is_none()).chain([intercept]).collect();
    let mut column = vec![None; weights.len()];
    for (at, &level) in free.iter().enumerate() {
        column[level] = Some(at);
    }
    let penalty = |level: usize| if level == intercept { LEAST_PENALTY } else { 1.0 / C };
    let next = |level: usize| keep.next.get(level).copied().flatten().filter(|&it| column[it].is_some());
    let mut rows = Vec::new();
    for _ in 0..MOST_STEPS {
        let mut gradient = vec![0.0; free.len()];
        let mut hessian = vec![vec![0.0; free.len()]; free.len()];
        for (at, &level) in free.iter().enumerate() {
            let below = next(level).and_then(|it| Some((column[it]?, weights[it])));
            let pull = penalty(level) * (weights[level] - below.map_or(0.0, |it| it.1));
            gradient[at] += pull;
            hessian[at][at] += penalty(level);
            if let Some((other, _)) = below {
                gradient[other] -= pull;
                hessian[other][other] += penalty(level);
                hessian[at][other] -= penalty(level);
                hessian[other][at] -= penalty(level);
            }
        }
        for case in cases {
            let levels = || case.levels.iter().copied().chain([intercept]);
            let logit: f64 = levels().map(|level| weights[level]).sum();
            let odds = 1.0 / (1.0 + (-logit).exp());
            let error = odds - f64::from(u8::from(case.same));
            let bend = odds * (1.0 - odds);
            rows.clear();
            rows.extend(levels().filter_map(|level| column[level]));
            for &row in &rows {
                gradient[row] += error;
            }
            for &row in rows.iter().filter(|_| bend >= LEAST_BEND) {
                for &other in &rows {
                    hessian[row][other] += bend;
                }
            }
        }
        let step = solve(hessian, gradient);
        if step.iter().any(|it| !it.is_finite()) {
            break;
        }
        for (&level, step) in free.iter().zip(&step) {
            weights[level] -= step;
        }
        if step.iter().all(|it| it.abs() < ARRIVED) {
            break;
        }
    }
    let mut bits: Vec<f64> = weights.into_iter().map(|nats| nats / LN_2).collect();
    let prior = bits.pop().unwrap_or_default();
    Fitted { prior, bits }
}

/// Solves a system of linear equations whose matrix is symmetric and positive definite, so that no pivot is zero.
fn solve(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Vec<f64> {
    let size = right.len();
    for pivot in 0..size {
        let (upper, lower) = matrix.split_at_mut(pivot + 1);
        let top = &upper[pivot];
        for (below, row) in lower.iter_mut().enumerate() {
            let factor = row[pivot] / top[pivot];
            for (cell, above) in row.iter_mut().zip(top).skip(pivot) {
                *cell -= factor * above;
            }
            right[pivot + 1 + below] -= factor * right[pivot];
        }
    }
    for at in (0..size).rev() {
        let known: f64 = matrix[at].iter().zip(&right).skip(at + 1).map(|(cell, value)| cell * value).sum();
        right[at] = (right[at] - known) / matrix[at][at];
    }
    right
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equations_are_solved() {
        let solution = solve(vec![vec![4.0, 2.0], vec![2.0, 3.0]], vec![10.0, 8.0]);
        assert!((solution[0] - 1.75).abs() < 1e-12 && (solution[1] - 1.5).abs() < 1e-12, "{solution:?}");
    }

    /// 30 of 40 cases of level 0 are matches, 5 of 60 of level 1.
    fn cases() -> Vec<Observation> {
        let case = |level, same| Observation { levels: vec![level], same };
        let of = |level, count, same| std::iter::repeat_n(case(level, same), count);
        of(0, 30, true).chain(of(0, 10, false)).chain(of(1, 5, true)).chain(of(1, 55, false)).collect()
    }

    fn free(levels: usize) -> Fixed {
        Fixed { bits: vec![None; levels], next: vec![None; levels] }
    }

    #[test]
    fn what_promises_too_much_is_drawn_together() {
        // Of pairs at 2 bits two in three are one fact, of those at -2 bits one in three: they are worth one bit.
        let of = |found: f64, count, same| std::iter::repeat_n(Foretold { found, held: 0.0, same }, count);
        let told: Vec<Foretold> = of(2.0, 20, true)
            .chain(of(2.0, 10, false))
            .chain(of(-2.0, 10, true))
            .chain(of(-2.0, 20, false))
            .collect();
        let (times, more) = line(&told);
        assert!((times - 0.5).abs() < 1e-6 && more.abs() < 1e-6, "{times} {more}");
        let fitted = Fitted { prior: -4.0, bits: vec![3.0, -10.0] };
        let fixed = Fixed { bits: vec![None, Some(-10.0)], next: vec![None; 2] };
        let drawn = fitted.drawn_together(&told, &fixed);
        assert!((drawn.prior + 2.0).abs() < 1e-6 && (drawn.bits[0] - 1.5).abs() < 1e-6);
        assert!((drawn.bits[1] + 10.0).abs() < 1e-9);
    }

    #[test]
    fn at_the_optimum_the_expected_matches_are_those_there_are() {
        let cases = cases();
        let Fitted { prior, bits } = fit(&cases.iter().collect::<Vec<_>>(), &free(2));
        let odds = |level: usize| 1.0 / (1.0 + (-(prior + bits[level])).exp2());
        // The intercept is not penalised, so the sums agree; each level's own error is its penalty.
        assert!((odds(0) * 40.0 + odds(1) * 60.0 - 35.0).abs() < 1e-3);
        assert!((odds(0) * 40.0 - 30.0 + bits[0] * LN_2 / C).abs() < 1e-3);
        assert!(bits[0] > 0.0 && bits[1] < 0.0, "{bits:?}");
    }

    #[test]
    fn steps_of_one_similarity_are_drawn_to_each_other() {
        let cases = cases();
        let cases: Vec<&Observation> = cases.iter().collect();
        let apart = fit(&cases, &free(2));
        let near = fit(&cases, &Fixed { next: vec![Some(1), None], ..free(2) });
        let (prior, bits) = (near.prior, &near.bits);
        let odds = |level: usize| 1.0 / (1.0 + (-(prior + bits[level])).exp2());
        assert!((odds(0) * 40.0 - 30.0 + (bits[0] - bits[1]) * LN_2 / C).abs() < 1e-3);
        assert!(near.bits[1].abs() < apart.bits[1].abs(), "{near:?} {apart:?}");
    }

    #[test]
    fn a_fixed_level_keeps_its_weight_and_the_others_make_up_for_it() {
        let cases = cases();
        let cases: Vec<&Observation> = cases.iter().collect();
        let with = |bits: f64| fit(&cases, &Fixed { bits: vec![Some(bits), None], next: vec![None; 2] });
        assert!((with(2.0).bits[0] - 2.0).abs() < 1e-12);
        assert!(with(4.0).prior < with(0.0).prior);
    }

    #[test]
    fn cases_that_are_all_alike_give_finite_weights() {
        let case = Observation { levels: vec![0], same: false };
        let Fitted { prior, bits } = fit(&[&case, &case], &free(1));
        assert!(prior.is_finite() && prior < 0.0 && bits[0].is_finite(), "{prior} {bits:?}");
        let Fitted { prior, bits } = fit(&[], &free(1));
        assert!(prior.abs() < 1e-12 && bits[0].abs() < 1e-12);
    }
}
