//! Whether probabilities mean what they say: of the pairs called 90 % sure, nine in ten are one fact.

use rayon::prelude::*;
use serde::Serialize;

use super::Annotated;
use super::estimate::{others, self_consistent};
use super::sample::{Levels, Sample};
use super::score::rounded;

/// How many bins there are, of one width.
const BINS: usize = 10;

/// Pairs of claims whose probability lies in one tenth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Bin {
    /// The least probability of the bin.
    pub from: f64,
    /// How many pairs are in it.
    pub pairs: usize,
    /// Their mean probability.
    pub said: f64,
    /// The share of them that are about one fact.
    pub found: f64,
}

/// How pairs of each story, with the weights of all other stories, turn out: ten bins, the least likely pairs first.
pub fn calibration(stories: &[Annotated]) -> Vec<Bin> {
    let levels = Levels::new();
    let fixed = levels.fixed();
    let samples: Vec<Sample<'_>> = stories.par_iter().map(|story| Sample::new(story, &levels)).collect();
    let of_story = |at: usize| {
        let fitted = self_consistent(&others(&samples, at), &levels, &fixed);
        samples[at].foretold(&levels, &fitted)
    };
    let told: Vec<(f64, bool)> = (0..samples.len()).into_par_iter().flat_map_iter(of_story).collect();
    (0..BINS).map(|at| bin(at, &told)).collect()
}

fn bin(at: usize, told: &[(f64, bool)]) -> Bin {
    let from = at as f64 / BINS as f64;
    let to = if at + 1 == BINS { f64::INFINITY } else { (at + 1) as f64 / BINS as f64 };
    let inside: Vec<&(f64, bool)> = told.iter().filter(|it| it.0 >= from && it.0 < to).collect();
    let share = |sum: f64| if inside.is_empty() { 0.0 } else { sum / inside.len() as f64 };
    let said = share(inside.iter().map(|it| it.0).sum());
    let found = share(inside.iter().filter(|it| it.1).count() as f64);
    Bin { from, pairs: inside.len(), said: rounded(said, 4), found: rounded(found, 4) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bin_tells_what_was_said_and_what_was_found() {
        let told = [(0.92, true), (1.0, true), (0.98, false), (0.15, false)];
        let last = bin(9, &told);
        assert!(
            last.pairs == 3 && (last.said - 2.9 / 3.0).abs() < 1e-4 && (last.found - 2.0 / 3.0).abs() < 1e-4
        );
        assert_eq!(bin(5, &told), Bin { from: 0.5, ..Bin::default() });
    }
}
