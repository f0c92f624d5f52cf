//! The program: hands the command line to the engine.

fn main() {}
