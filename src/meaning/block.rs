//! Many meanings side by side, one of which is compared with all in one go.

use super::vector::Vector;

/// Meanings side by side.
#[derive(Clone, Debug, Default)]
pub struct Block(Vec<Vector>);

impl Block {
    /// Of meanings in their order.
    pub fn new<'v>(vectors: impl Iterator<Item = &'v Vector>) -> Self {
        Self(vectors.copied().collect())
    }

    /// How alike a meaning is to those from a place on: as many as there is room for.
    pub fn cosines(&self, of: &Vector, from: usize, room: &mut [f32]) {
        for (alike, other) in room.iter_mut().zip(self.0.iter().skip(from)) {
            *alike = of.cosine(other);
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
