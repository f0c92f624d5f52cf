//! The rules of `gainsay lint`, explained.

use std::io::{self, Write};

use super::terminal::{BOLD, DIM};
use crate::lint::{self, Rule};

/// Writes every rule with its summary, one a line.
pub fn rules(out: &mut dyn Write) -> io::Result<()> {
    let width = lint::rules().map(|rule| rule.name.len()).max().unwrap_or(0);
    for rule in lint::rules() {
        writeln!(out, "{BOLD}{:width$}{BOLD:#}  {:7}  {}", rule.name, rule.severity.name(), rule.summary)?;
    }
    Ok(())
}

/// Writes a rule with why it is one, a wrong and a right example.
pub fn rule(rule: &Rule, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{BOLD}{}{BOLD:#} ({}): {}\n", rule.name, rule.severity.name(), rule.summary)?;
    writeln!(out, "{}", rule.why)?;
    if let Some(fix) = rule.fix {
        writeln!(out, "`gainsay lint --fix` {fix}.")?;
    }
    for (name, example) in [("Wrong", rule.wrong), ("Right", rule.right)] {
        writeln!(out, "\n{BOLD}{name}{BOLD:#}\n")?;
        for line in example.trim_start().lines() {
            let dim = line.starts_with("-- ");
            let line = if dim { format!("{DIM}{line}{DIM:#}") } else { line.to_owned() };
            writeln!(out, "    {line}")?;
        }
    }
    Ok(())
}
