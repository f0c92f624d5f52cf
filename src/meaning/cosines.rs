//! One meaning compared with many in one go.

use super::vector::Vector;

/// How alike a meaning is to others: to as many as there is room for.
pub fn cosines(of: &Vector, others: &[Vector], room: &mut [f32]) {
    for (alike, other) in room.iter_mut().zip(others) {
        *alike = of.cosine(other);
    }
}

#[cfg(test)]
mod tests {
    use super::super::vector;
    use super::cosines;

    #[test]
    fn all_at_once_are_as_alike_as_one_by_one() {
        let words = ["killed", "dead", "price", "river", "crowdstrike", "the"];
        let vectors: Vec<_> = words.iter().filter_map(|it| vector(it)).collect();
        assert_eq!(vectors.len(), words.len());
        for one in &vectors {
            let mut room = [9.0; 5];
            cosines(one, &vectors, &mut room);
            let each: Vec<f32> = vectors.iter().take(5).map(|it| one.cosine(it)).collect();
            assert_eq!(room.as_slice(), each);
        }
        cosines(&vectors[0], &[], &mut [9.0]);
    }
}
