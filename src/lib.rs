//! The engine of gainsay: reads claims, aligns them, compares their values and says where outlets disagree.
//!
//! Data walks one way. A room uses only the rooms above it in this list; `tests/house.rs` holds that.
//!
//! Most users want [`check::check`]; `docs/library.md` shows the steps one by one.

pub mod meter;
pub mod files;
pub mod english;
pub mod value;
pub mod meaning;
pub mod mention;
pub mod claim;
pub mod layout;
pub mod sheet;
pub mod linkage;
pub mod fusion;
pub mod review;
pub mod lint;
pub mod draft;
pub mod view;
pub mod baseline;
pub mod findings;
pub mod console;
pub mod report;
pub mod cache;
pub mod config;
pub mod check;
pub mod workspace;
pub mod evaluation;

/// The examples of the page on the library, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../docs/library.md")]
struct Page;
