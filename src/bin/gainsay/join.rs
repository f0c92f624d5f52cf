//! `gainsay join`: two claims tell one fact.

use std::io;
use std::path::PathBuf;

use gainsay::review::{Case, Refused};

use crate::named::{self, NamedClaim, Unresolved};
use crate::output::Output;
use crate::split::{fault, finish, on_claims, refuse};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// A claim, as FILE.toml#NUMBER or FILE.toml:LINE; or the id of an item of two
    #[arg(value_name = "CLAIM")]
    a: String,
    /// The other claim
    #[arg(value_name = "CLAIM", required_unless_present = "undo")]
    b: Option<String>,
    /// Folders and claim files
    #[arg(value_name = "PATH", value_parser = crate::run::place())]
    paths: Vec<PathBuf>,
    /// Take back the pins of the claims that are named
    #[arg(long)]
    undo: bool,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

pub(crate) fn run(args: &Args, output: &Output) -> io::Result<u8> {
    let wanted: Vec<&String> = [&args.a].into_iter().chain(&args.b).collect();
    on_claims(&args.paths, &wanted, output, |cases, named| {
        if let Some(fault) = unfit(cases, named) {
            return refuse(&fault, output);
        }
        let claims: Vec<usize> = named.iter().map(|it| it.claim).collect();
        let case = &mut cases[named[0].case];
        let before = case.pins.clone();
        let said = match claims.as_slice() {
            [a, b] if !args.undo => case.join(*a, *b),
            claims => case.undo_join(claims),
        };
        if let Err(refused) = said {
            let unpinned = claims.iter().copied().find(|&it| case.pins.item(it).is_none());
            let first = unpinned.filter(|_| refused == Refused::NothingSaid).unwrap_or(claims[0]);
            return refuse(&fault(case, &refused, (first, claims[claims.len() - 1])), output);
        }
        let names: Vec<String> = claims.iter().map(|&it| named::name(case, it)).collect();
        let names = names.join(" and ");
        if args.undo {
            return finish(case, &before, (&format!("{names}: pinned no more"), None, args.dry_run), output);
        }
        let new = claims.iter().filter(|&&it| before.item(it).is_none());
        let new: Vec<String> = new.map(|&it| named::name(case, it)).collect();
        let undo = format!("gainsay join --undo {}", new.join(" "));
        finish(case, &before, (&format!("{names} tell one fact"), Some(&undo), args.dry_run), output)
    })
}

/// Why claims can't be meant together.
fn unfit(cases: &[Case<'_>], named: &[NamedClaim]) -> Option<Unresolved> {
    let [a, b] = named else { return None };
    let [mine, yours] = [a, b].map(|it| named::name(&cases[it.case], it.claim));
    if a == b {
        let hint = "name the claim that tells the same fact";
        return Some(Unresolved { message: format!("{mine} is named twice"), hint: hint.to_owned() });
    }
    let hint = "pins hold within one story; `gainsay check --across` compares several";
    let apart = a.case != b.case;
    apart.then(|| Unresolved {
        message: format!("{mine} and {yours} are of two stories"),
        hint: hint.to_owned(),
    })
}
