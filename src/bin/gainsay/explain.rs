//! `gainsay explain`: what a rule finds, why that matters, a wrong and a right example.

use gainsay::console;
use std::io::{self, Write};

use gainsay::{lint, report};

use crate::output::Output;
use crate::status::{OK, WRONG};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The rule's name, as findings carry it in brackets; all rules are listed without one
    #[arg(value_name = "RULE")]
    rule: Option<String>,
}

pub(crate) fn run(args: &Args, output: &Output) -> io::Result<u8> {
    let Some(name) = &args.rule else {
        let mut out = output.out();
        console::rules(&mut *out)?;
        out.flush()?;
        return Ok(OK);
    };
    let name = name.trim_matches(['[', ']']).to_lowercase();
    if let Some(rule) = lint::find(&name) {
        let mut out = output.out();
        console::rule(rule, &mut *out)?;
        out.flush()?;
        return Ok(OK);
    }
    let mut err = output.err();
    writeln!(err, "error: there is no rule {}", report::safe(&name))?;
    let near = lint::rules().map(|rule| (strsim::jaro_winkler(&name, rule.name), rule.name));
    match near.max_by(|x, y| x.0.total_cmp(&y.0)).filter(|(alike, _)| *alike > 0.8) {
        Some((_, rule)) => writeln!(err, "hint: did you mean {rule}?")?,
        None => writeln!(err, "hint: `gainsay explain` lists all rules")?,
    }
    Ok(WRONG)
}
