//! What a run costs, stage by stage: counted and clocked only where somebody asks.

mod budget;

use std::fmt;
use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::time::Instant;

pub use budget::{Budget, BudgetShare};

/// Whether anybody has asked.
static IS_ASKED: AtomicBool = AtomicBool::new(false);

/// What happened in a stage, all threads taken together.
#[derive(Debug, Default)]
pub struct Meter {
    nanos: AtomicU64,
    times: AtomicU64,
}

/// A stage of a run, and of what it counts.
#[derive(Debug)]
pub struct Stage {
    name: &'static str,
    of: &'static str,
    meter: Meter,
}

/// The stages of a run, in the order of their coming.
pub static FILES: Stage = Stage::new("files found", "runs");
/// Files parsed as TOML.
pub static PARSE: Stage = Stage::new("TOML parsed", "files");
/// Claims and their values read.
pub static CLAIMS: Stage = Stage::new("claims and values read", "claims");
/// Words, origins and meanings of claims found out.
pub static LABELS: Stage = Stage::new("labels prepared", "claims");
/// Claims met in the index.
pub static MET: Stage = Stage::new("claims met in the index", "pairs");
/// Those of them that are alike enough to be compared.
pub static CANDIDATES: Stage = Stage::new("candidates found", "pairs");
/// Pairs compared.
pub static COMPARED: Stage = Stage::new("candidates compared", "pairs");
/// Pairs kept.
pub static LINKS: Stage = Stage::new("links kept", "pairs");
/// Rivals weighed.
pub static RIVALS: Stage = Stage::new("rivals weighed", "pairs");
/// Links put together into items.
pub static CLUSTERS: Stage = Stage::new("items clustered", "items");
/// What of the budget was taken: words of labels and quotes held against one another, and those of values.
pub static STEPS: Stage = Stage::new("of the budget", "steps");
/// Items judged.
pub static VERDICTS: Stage = Stage::new("items judged", "items");
/// Items across stories.
pub static ACROSS: Stage = Stage::new("stories matched", "runs");
/// The view made.
pub static VIEW: Stage = Stage::new("view made", "items");
/// Ids made, and what is accepted or known looked up.
pub static KNOWN: Stage = Stage::new("ids and what is known", "items");
/// Views read from the cache, and kept there.
pub static CACHE: Stage = Stage::new("cache", "stories");

const STAGES: [&Stage; 16] = [
    &FILES,
    &PARSE,
    &CLAIMS,
    &LABELS,
    &MET,
    &CANDIDATES,
    &COMPARED,
    &LINKS,
    &RIVALS,
    &CLUSTERS,
    &VERDICTS,
    &ACROSS,
    &VIEW,
    &KNOWN,
    &CACHE,
    &STEPS,
];

/// A time that is being taken; it ends where this is dropped.
#[must_use]
pub struct Timer<'m>(Option<(&'m Meter, Instant)>);

impl Drop for Timer<'_> {
    fn drop(&mut self) {
        if let Some((meter, start)) = self.0 {
            let nanos = u64::try_from(start.elapsed().as_nanos()).unwrap_or(u64::MAX);
            meter.nanos.fetch_add(nanos, Relaxed);
        }
    }
}

impl fmt::Debug for Timer<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_tuple("Clock").field(&self.0.is_some()).finish()
    }
}

/// From now on, what is done is counted and clocked.
pub fn ask() {
    IS_ASKED.store(true, Relaxed);
}

/// Whether anything is counted and clocked.
pub fn is_asked() -> bool {
    IS_ASKED.load(Relaxed)
}

impl Meter {
    /// One at which nothing has happened.
    pub const fn new() -> Self {
        Self { nanos: AtomicU64::new(0), times: AtomicU64::new(0) }
    }

    /// Takes the time from here on.
    pub fn clock(&self) -> Timer<'_> {
        Timer(is_asked().then(|| (self, Instant::now())))
    }

    /// Counts what happened.
    pub fn count(&self, times: usize) {
        if is_asked() {
            self.times.fetch_add(times as u64, Relaxed);
        }
    }

    /// Whether anything happened.
    pub fn is_used(&self) -> bool {
        self.times.load(Relaxed) > 0
    }

    /// Milliseconds, and how often.
    fn taken(&self) -> (f64, u64) {
        (self.nanos.load(Relaxed) as f64 / 1e6, self.times.load(Relaxed))
    }
}

impl Stage {
    const fn new(name: &'static str, of: &'static str) -> Self {
        Self { name, of, meter: Meter::new() }
    }

    /// Takes the time from here on, for so many.
    pub fn clock(&'static self, times: usize) -> Timer<'static> {
        self.meter.count(times);
        self.meter.clock()
    }

    /// Counts so many more.
    pub fn count(&self, times: usize) {
        self.meter.count(times);
    }
}

/// A part of a stage that is counted by itself: what it is, what is counted, and its meter.
pub type StagePart = (&'static str, &'static str, &'static Meter);

/// Writes what the stages have taken, and parts of them.
///
/// # Errors
/// Where `out` can't be written to.
pub fn write(parts: impl Iterator<Item = StagePart>, out: &mut dyn Write) -> io::Result<()> {
    let claims = CLAIMS.meter.taken().1.max(1) as f64;
    writeln!(out, "{:<38} {:>10} {:>12} {:>10} {:>10}", "stage", "ms", "times", "a claim", "µs each")?;
    let mut row = |name: &str, of: &str, meter: &Meter| {
        let (ms, times) = meter.taken();
        let each = if times == 0 { 0.0 } else { ms * 1e3 / times as f64 };
        let per_claim = times as f64 / claims;
        writeln!(out, "{name:<38} {ms:>10.2} {times:>12} {per_claim:>10.2} {each:>10.3}  {of}")
    };
    for stage in STAGES {
        row(stage.name, stage.of, &stage.meter)?;
    }
    for (name, of, meter) in parts {
        row(&format!("  {name}"), of, meter)?;
    }
    Ok(())
}
