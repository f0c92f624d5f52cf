//! How often somebody may ask.

use std::time::{Duration, Instant};

/// So many requests at once are taken from anybody; a page with all that it loads takes five.
const BURST: u32 = 1_500;

/// After that, one in each of these.
const EACH: Duration = Duration::from_millis(10);

/// Counts the requests of somebody: the generic cell rate algorithm (ITU-T I.371), which needs no more than one time.
#[derive(Debug, Default)]
pub(crate) struct Rate {
    /// When all that was asked so far would have been asked, had it come one by one.
    due: Option<Instant>,
}

impl Rate {
    /// Takes a request, or says after what time it may come again.
    pub(crate) fn take(&mut self, now: Instant) -> Result<(), Duration> {
        let due = self.due.map_or(now, |it| it.max(now));
        let early = (due - now).saturating_sub(EACH * (BURST - 1));
        if !early.is_zero() {
            return Err(early);
        }
        self.due = Some(due + EACH);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_a_burst_there_is_one_at_a_time() {
        let (mut rate, start) = (Rate::default(), Instant::now());
        assert!((0..BURST).all(|_| rate.take(start).is_ok()));
        assert_eq!(rate.take(start), Err(EACH));
        assert_eq!(rate.take(start + EACH / 2), Err(EACH / 2), "what is refused costs nothing");
        assert_eq!(rate.take(start + EACH), Ok(()));
        assert_eq!(rate.take(start + EACH), Err(EACH));
        let later = start + EACH * (2 * BURST);
        assert!((0..BURST).all(|_| rate.take(later).is_ok()), "who waits may ask again as at first");
        assert!(rate.take(later).is_err());
    }
}
