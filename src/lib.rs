//! The engine of gainsay: reads claims, aligns them, compares their values and says where outlets disagree.
//!
//! Data walks one way. A room uses only the rooms above it in this list; a test holds that.

pub mod claim;
pub mod files;
pub mod value;
