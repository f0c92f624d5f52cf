//! How sure it is that a claim belongs where it is: by its own links, not by how firmly others hold together.

use super::Alignment;

/// How likely a sum of match weights, in bits, makes one fact, from 0 to 1.
pub fn odds(weight: f64) -> f64 {
    1.0 / (1.0 + (-weight).exp2())
}

impl Alignment<'_> {
    /// How likely two claims are about the same fact, from 0 to 1; 1 or 0 where a person has said so.
    pub fn probability(&self, a: usize, b: usize) -> f64 {
        self.link(a, b).probability()
    }

    /// How likely a claim is about the fact that an item's other claims are about, from 0 to 1, by its own links to them: half
    /// way between the mean of all and the firmest, since links that lean on each other say less than each for itself.
    /// One of a person's pins makes it sure; so does the absence of other articles, since there is nothing to be wrong about.
    pub fn certainty(&self, item: &[usize], claim: usize) -> f64 {
        let others = item.iter().filter(|&&other| other != claim && !self.same_article(claim, other));
        let (mut sum, mut count, mut firmest) = (0.0, 0.0, f64::NEG_INFINITY);
        for &other in others {
            let link = self.link(claim, other);
            if link.pinned == Some(true) {
                return 1.0;
            }
            sum += link.weight;
            firmest = firmest.max(link.weight);
            count += 1.0;
        }
        if count == 0.0 { 1.0 } else { odds((sum / count).midpoint(firmest)) }
    }
}
