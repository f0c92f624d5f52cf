//! What fails a run at a desk, and what an acceptance must say: the keys of `gainsay.toml` that no story has.

use toml::de::DeValue;

use super::fields::{Fields, kind_of};

/// What holds at a desk where the command line says nothing else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// Whether tensions fail a run, too.
    pub fail_on_tension: Option<bool>,
    /// What to do about accepted conflicts that are no longer found.
    pub stale: Option<StalePolicy>,
    /// The git revision that a run is compared with.
    pub since: Option<String>,
    /// An acceptance must say who accepts.
    pub by: bool,
    /// An acceptance must have a last day.
    pub until: bool,
    /// How many days from today on the last day may lie.
    pub longest_until: Option<u16>,
}

/// What to do about accepted conflicts that are no longer found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StalePolicy {
    /// Count them, no more.
    Allow,
    /// List them.
    Warn,
    /// List them, and fail.
    Deny,
}

/// Reads the keys; what is wrong with any is left out.
pub(super) fn read(fields: &mut Fields<'_, '_>) -> Policy {
    let stale = [("allow", StalePolicy::Allow), ("warn", StalePolicy::Warn), ("deny", StalePolicy::Deny)];
    let mut policy = Policy {
        fail_on_tension: fields.word("fail_on", &[("contradiction", false), ("tension", true)]),
        stale: fields.word("stale", &stale),
        since: fields.text("since").map(toml::Spanned::into_inner),
        ..Policy::default()
    };
    if fields.find("required").is_some() {
        for word in fields.texts("required") {
            match word.get_ref().as_str() {
                "by" => policy.by = true,
                "until" => policy.until = true,
                // A file without a reason is refused in any case.
                "reason" => {}
                other => {
                    let message = format!("`required` does not know \"{}\"", super::fields::plain(other));
                    fields.refuse("wrong-type", word.span(), message, "it takes a list of by, until");
                }
            }
        }
    }
    policy.longest_until = days(fields, "longest_until");
    policy
}

fn days(fields: &mut Fields<'_, '_>, key: &str) -> Option<u16> {
    let found = fields.find(key)?;
    if let DeValue::Integer(number) = found.get_ref()
        && let Ok(days) = number.as_str().replace('_', "").parse::<u16>()
        && days > 0
    {
        return Some(days);
    }
    let message = match found.get_ref() {
        DeValue::Integer(number) => {
            format!(
                "`{key}` takes 1 to {} days, and this is {}",
                u16::MAX,
                super::fields::plain(number.as_str())
            )
        }
        other => format!("`{key}` takes a number of days, and this is {}", kind_of(other)),
    };
    fields.refuse("wrong-type", found.span(), message, format!("write {key} = 90"));
    None
}
