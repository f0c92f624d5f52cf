//! Every test that runs the program or the engine from outside, in one binary: it links once, and its tests run side by side.
//! `cargo test --test suite lint::` runs one file.
#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

mod across;
mod bad_input;
mod baseline;
mod drafts;
mod bounds;
mod browser;
mod cache;
mod commands;
mod corpora;
mod date_laws;
#[cfg(unix)]
mod determinism;
#[cfg(feature = "desk")]
mod desk;
mod docs;
mod evaluate;
#[cfg(unix)]
mod fault_matrix;
#[cfg(unix)]
mod faults;
mod formats;
mod house;
mod init;
mod laws;
mod layout;
#[cfg(unix)]
mod limits;
mod lint;
mod lookalikes;
mod lsp;
mod merges;
mod month;
mod order;
mod outputs;
mod pairs;
mod policy;
mod printable;
#[cfg(target_os = "linux")]
mod privacy;
mod recipes;
mod review;
mod schema;
mod schemas;
mod sheets;
mod shipped;
mod since;
mod split;
mod stability;
#[cfg(unix)]
mod tutorial;
mod twins;
mod untouched;
mod upgrades;
mod value_laws;
mod values;
mod verdict_pairs;
mod verdict_rules;
mod verdicts;
mod versions;
mod watch;
mod support;
