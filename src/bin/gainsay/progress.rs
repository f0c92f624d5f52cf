//! How far a run is, on the terminal, for anything beyond a second.

use std::io::{self, IsTerminal};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use gainsay::check::Progress;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A run that ends sooner needs no bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often a second the bar is drawn.
const PER_SECOND: u8 = 8;

/// A bar on standard error; it draws nothing where that is no terminal.
pub(crate) struct CheckProgress {
    drawn: ProgressBar,
    claims: AtomicUsize,
    quiet: bool,
}

impl CheckProgress {
    pub(crate) fn new(quiet: bool) -> Self {
        let shape = "{bar:24} {human_pos} of {human_len} files, {msg}, {per_sec}, {eta} left";
        let style = ProgressStyle::with_template(shape).unwrap_or_else(|_| ProgressStyle::default_bar());
        let drawn = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden()).with_style(style);
        Self { drawn, claims: AtomicUsize::new(0), quiet: quiet || !io::stderr().is_terminal() }
    }
}

impl Progress for CheckProgress {
    fn begin(&self, claim_files: usize) {
        self.drawn.set_length(claim_files as u64);
    }

    fn done(&self, claim_files: usize, claims: usize) {
        let claims = self.claims.fetch_add(claims, Ordering::Relaxed) + claims;
        self.drawn.inc(claim_files as u64);
        if !self.quiet && self.drawn.elapsed() > PATIENCE {
            if self.drawn.is_hidden() {
                self.drawn.set_draw_target(ProgressDrawTarget::stderr_with_hz(PER_SECOND));
            }
            self.drawn.set_message(format!("{claims} claims"));
        }
    }

    fn end(&self) {
        self.drawn.finish_and_clear();
    }
}
