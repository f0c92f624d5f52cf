//! What newsrooms call one thing: other names of countries, cities, agencies and bodies.

pub mod other;
