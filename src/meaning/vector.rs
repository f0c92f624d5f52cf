//! Directions in a space of meanings.

/// How many axes there are.
pub(super) const AXES: usize = 48;

/// The largest entry of a vector.
const LARGEST: f32 = 127.0;

/// What a word or a text means: a direction, whatever its length.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(align(16))]
pub struct Vector {
    /// They fit a byte each; two bytes each are multiplied faster.
    entries: [i16; AXES],
    /// One over its length; 0 where it has none.
    scale: f32,
}

impl Vector {
    /// The direction of entries as the table has them.
    pub(super) fn new(entries: [i8; AXES]) -> Self {
        let entries = entries.map(i16::from);
        let square = dot(&entries, &entries);
        Self { entries, scale: if square == 0 { 0.0 } else { (square as f32).sqrt().recip() } }
    }

    /// How alike two meanings are: the cosine of the angle between them. 0 where nothing is known of one.
    // Taken into a loop over many, its 48 products would be laid out by entry, and gathered one by one.
    #[inline(never)]
    pub fn cosine(&self, other: &Self) -> f32 {
        dot(&self.entries, &other.entries) as f32 * (self.scale * other.scale)
    }
}

/// 48 products of bytes fit an `i32` by far.
fn dot(a: &[i16; AXES], b: &[i16; AXES]) -> i32 {
    a.iter().zip(b).map(|(&x, &y)| i32::from(x) * i32::from(y)).sum()
}

/// Meanings that are added up by weight.
#[derive(Clone, Copy, Debug)]
pub struct Sum([f32; AXES]);

impl Default for Sum {
    fn default() -> Self {
        Self([0.0; AXES])
    }
}

impl Sum {
    /// Adds a meaning of a weight; all are of one length.
    pub fn add(&mut self, vector: &Vector, weight: f32) {
        let weight = weight * vector.scale;
        for (sum, &entry) in self.0.iter_mut().zip(&vector.entries) {
            *sum += f32::from(entry) * weight;
        }
    }

    /// Their mean, as a direction.
    pub fn mean(&self) -> Vector {
        let largest = self.0.iter().fold(0.0_f32, |largest, entry| largest.max(entry.abs()));
        if largest == 0.0 {
            return Vector::new([0; AXES]);
        }
        Vector::new(self.0.map(|entry| rounded(entry / largest * LARGEST)))
    }
}

/// The nearest whole number, as [`f32::round`] has it, which is no instruction of every processor.
#[allow(clippy::cast_possible_truncation, reason = "no entry is larger than the largest")]
fn rounded(entry: f32) -> i8 {
    let whole = entry as i8;
    let rest = entry - f32::from(whole);
    whole + i8::from(rest >= 0.5) - i8::from(rest <= -0.5)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn along(axis: usize, entry: i8) -> Vector {
        let mut entries = [0; AXES];
        entries[axis] = entry;
        Vector::new(entries)
    }

    #[test]
    fn entries_are_rounded_as_usual() {
        for entry in (-1270..=1270).map(|it| it as f32 / 10.0).chain([0.499_999_97, -0.499_999_97, 126.5]) {
            assert!((f32::from(rounded(entry)) - entry.round()).abs() < 0.5, "{entry}");
        }
    }

    #[test]
    fn a_mean_lies_between() {
        let (a, b) = (along(0, 127), along(1, 3));
        assert!((a.cosine(&b)).abs() < 1e-6 && (a.cosine(&a) - 1.0).abs() < 1e-6);
        let mut sum = Sum::default();
        sum.add(&a, 1.0);
        sum.add(&b, 1.0);
        assert!((sum.mean().cosine(&a) - 0.5_f32.sqrt()).abs() < 1e-2);
        sum.add(&b, 9.0);
        assert!(sum.mean().cosine(&b) > 0.99);
    }

    #[test]
    fn nothing_is_like_nothing() {
        let nothing = Sum::default().mean();
        assert!(nothing.cosine(&nothing).abs() < 1e-6 && nothing.cosine(&along(0, 1)).abs() < 1e-6);
    }
}
