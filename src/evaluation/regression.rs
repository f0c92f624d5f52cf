//! Logistic regression over levels: each case ends on one level of every comparison.

use std::f64::consts::LN_2;

/// How little the weights are penalised for their size: the inverse strength of the L2 penalty.
const C: f64 = 0.2;

/// What keeps the intercept finite where all cases are alike.
const LEAST_PENALTY: f64 = 1e-6;

/// Steps after which Newton's method has either arrived or never will.
const MOST_STEPS: usize = 60;

/// Steps shorter than this change no digit that is shown.
const ARRIVED: f64 = 1e-9;

/// A pair of claims: one level of each comparison, as positions in the list of all levels.
#[derive(Clone, Debug)]
pub(super) struct Case {
    pub(super) levels: Vec<usize>,
    /// Whether both are about one fact.
    pub(super) same: bool,
}

/// The weights that make the cases likeliest, in bits: the intercept, and one for each level. Levels with a `fixed`
/// weight keep it; the others are penalised by their squares (L2), the intercept is not.
pub(super) fn fit(cases: &[&Case], fixed: &[Option<f64>]) -> (f64, Vec<f64>) {
    // In nats; behind the levels stands the intercept.
    let mut weights: Vec<f64> = fixed.iter().map(|bits| bits.unwrap_or(0.0) * LN_2).chain([0.0]).collect();
    let intercept = fixed.len();
    let free: Vec<usize> = (0..fixed.len()).filter(|&at| fixed[at].is_none()).chain([intercept]).collect();
    let mut column = vec![None; weights.len()];
    for (at, &level) in free.iter().enumerate() {
        column[level] = Some(at);
    }
    let penalty = |level: usize| if level == intercept { LEAST_PENALTY } else { 1.0 / C };
    for _ in 0..MOST_STEPS {
        let mut gradient: Vec<f64> = free.iter().map(|&level| penalty(level) * weights[level]).collect();
        let mut hessian = vec![vec![0.0; free.len()]; free.len()];
        for (at, &level) in free.iter().enumerate() {
            hessian[at][at] = penalty(level);
        }
        for case in cases {
            let levels = || case.levels.iter().copied().chain([intercept]);
            let logit: f64 = levels().map(|level| weights[level]).sum();
            let odds = 1.0 / (1.0 + (-logit).exp());
            let error = odds - f64::from(u8::from(case.same));
            for row in levels().filter_map(|level| column[level]) {
                gradient[row] += error;
                for other in levels().filter_map(|level| column[level]) {
                    hessian[row][other] += odds * (1.0 - odds);
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
    let intercept = bits.pop().unwrap_or_default();
    (intercept, bits)
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
    fn cases() -> Vec<Case> {
        let case = |level, same| Case { levels: vec![level], same };
        let of = |level, count, same| std::iter::repeat_n(case(level, same), count);
        of(0, 30, true).chain(of(0, 10, false)).chain(of(1, 5, true)).chain(of(1, 55, false)).collect()
    }

    #[test]
    fn at_the_optimum_the_expected_matches_are_those_there_are() {
        let cases = cases();
        let (intercept, bits) = fit(&cases.iter().collect::<Vec<_>>(), &[None, None]);
        let odds = |level: usize| 1.0 / (1.0 + (-(intercept + bits[level])).exp2());
        // The intercept is not penalised, so the sums agree; each level's own error is its penalty.
        assert!((odds(0) * 40.0 + odds(1) * 60.0 - 35.0).abs() < 1e-3);
        assert!((odds(0) * 40.0 - 30.0 + bits[0] * LN_2 / C).abs() < 1e-3);
        assert!(bits[0] > 0.0 && bits[1] < 0.0, "{bits:?}");
    }

    #[test]
    fn a_fixed_level_keeps_its_weight_and_the_others_make_up_for_it() {
        let cases = cases();
        let cases: Vec<&Case> = cases.iter().collect();
        let (_, bits) = fit(&cases, &[Some(2.0), None]);
        assert!((bits[0] - 2.0).abs() < 1e-12, "{bits:?}");
        let (weak, _) = fit(&cases, &[Some(0.0), None]);
        let (strong, _) = fit(&cases, &[Some(4.0), None]);
        assert!(strong < weak, "{strong} {weak}");
    }

    #[test]
    fn cases_that_are_all_alike_give_finite_weights() {
        let case = Case { levels: vec![0], same: false };
        let (intercept, bits) = fit(&[&case, &case], &[None]);
        assert!(intercept.is_finite() && intercept < 0.0 && bits[0].is_finite(), "{intercept} {bits:?}");
        let (intercept, bits) = fit(&[], &[None]);
        assert!(intercept.abs() < 1e-12 && bits[0].abs() < 1e-12);
    }
}
