//! The engine of gainsay: reads claims, aligns them, compares their values and says where outlets disagree.

pub mod value;
