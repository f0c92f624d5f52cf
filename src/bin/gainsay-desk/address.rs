//! Addresses of the desk's pages.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What stays as it is in an address.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// A text as a part of an address.
pub(crate) fn encoded(text: &str) -> String {
    utf8_percent_encode(text, PLAIN).to_string()
}

/// Where it is said what was done about a fact: in the list in which one worked on it, unfolded.
pub(crate) fn said(list: &str, item: &str) -> String {
    let place = unfolding(list, item);
    format!("{}#said", place.split('#').next().unwrap_or(&place))
}

/// The address of a list in which a fact is unfolded, whether or not the list would have it by itself.
pub(crate) fn unfolding(list: &str, item: &str) -> String {
    let is_id = !item.is_empty() && item.chars().all(|it| it.is_ascii_hexdigit());
    let (path, query) = list.split_once('?').unwrap_or((list, ""));
    if !is_id || path != "/story" {
        return list.to_owned();
    }
    let rest: Vec<&str> = query.split('&').filter(|it| !it.is_empty() && !it.starts_with("open=")).collect();
    let open = format!("open={item}#{item}");
    format!("{path}?{}", rest.into_iter().chain([open.as_str()]).collect::<Vec<_>>().join("&"))
}
