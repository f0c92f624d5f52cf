//! Many meanings side by side, axis by axis, so that one is compared with all of them in one go.

use super::vector::{AXES, Vector};

/// So many axes are added up at once.
const AT_ONCE: usize = 4;

/// Meanings side by side.
#[derive(Clone, Debug, Default)]
pub struct Block {
    scales: Vec<f32>,
    /// Axis by axis, the entries of all. Sums of their products are whole numbers that an `f32` holds exactly.
    axes: Vec<f32>,
}

impl Block {
    /// Of meanings in their order.
    pub fn new<'v>(vectors: impl Iterator<Item = &'v Vector> + Clone) -> Self {
        let axis = |at: usize| vectors.clone().map(move |it| f32::from(it.entry(at)));
        let entries = (0..AXES).flat_map(axis).collect();
        Self { axes: entries, scales: vectors.map(Vector::scale).collect() }
    }

    /// How alike a meaning is to those from a place on: as many as there is room for. The same as [`Vector::cosine`] of each.
    pub fn cosines(&self, of: &Vector, from: usize, room: &mut [f32]) {
        room.fill(0.0);
        let count = self.scales.len().max(1);
        for (at, four) in self.axes.chunks_exact(count * AT_ONCE).enumerate() {
            let mut rows = four.chunks_exact(count).filter_map(|row| row.get(from..));
            let (Some(first), Some(second), Some(third), Some(fourth)) =
                (rows.next(), rows.next(), rows.next(), rows.next())
            else {
                continue;
            };
            let mine = [0, 1, 2, 3].map(|it| f32::from(of.entry(at * AT_ONCE + it)));
            let others = first.iter().zip(second).zip(third).zip(fourth);
            for (sum, (((one, two), three), four)) in room.iter_mut().zip(others) {
                *sum += (one * mine[0] + two * mine[1]) + (three * mine[2] + four * mine[3]);
            }
        }
        for (sum, scale) in room.iter_mut().zip(self.scales.iter().skip(from)) {
            *sum *= of.scale() * scale;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::vector;
    use super::Block;

    #[test]
    fn all_at_once_are_as_alike_as_one_by_one() {
        let words = ["killed", "dead", "price", "river", "crowdstrike", "the"];
        let vectors: Vec<_> = words.iter().filter_map(|it| vector(it)).collect();
        assert_eq!(vectors.len(), words.len());
        let block = Block::new(vectors.iter());
        for one in &vectors {
            for from in [0, 1] {
                let mut room = [9.0; 5];
                block.cosines(one, from, &mut room);
                let each: Vec<f32> = vectors.iter().skip(from).take(5).map(|it| one.cosine(it)).collect();
                assert_eq!(room.as_slice(), each);
            }
        }
        Block::new([].iter()).cosines(&vectors[0], 0, &mut []);
    }
}
