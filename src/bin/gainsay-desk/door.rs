//! Who is let in: whoever has the token, or whoever the proxy names.

use axum::http::{HeaderMap, header};
use sha2::{Digest, Sha256};

use crate::failed::Failed;

/// The variable that holds what proxy and desk know alone.
pub(crate) const SECRET: &str = "GAINSAY_DESK_SECRET";

/// The header in which the proxy says it.
const SECRET_HEADER: &str = "x-gainsay-secret";

/// Fewer characters are a guess.
const LEAST: usize = 16;

/// How somebody gets in.
#[derive(Debug)]
pub(crate) enum Door {
    /// By the token in the address that is printed at the start; a cookie from then on.
    Token(String),
    /// By what a proxy says, which is known by a secret.
    Proxy { secret: String, name_header: String },
}

impl Door {
    /// A door to which a proxy has the key, from the environment.
    pub(crate) fn of_proxy(name_header: &str) -> Result<Self, Failed> {
        let secret = std::env::var(SECRET).unwrap_or_default();
        if secret.chars().count() < LEAST {
            return Err(Failed::new(
                format!("{SECRET} is not set, or has fewer than {LEAST} characters"),
                "set it here and in the proxy, which sends it as X-Gainsay-Secret; see docs/desk.md",
            ));
        }
        Ok(Self::Proxy { secret, name_header: name_header.to_owned() })
    }

    /// Who the proxy says is there; `None` where that is nobody, or it is not the proxy.
    pub(crate) fn named(&self, headers: &HeaderMap) -> Option<String> {
        let Self::Proxy { secret, name_header } = self else { return None };
        let of = |name: &str| single(headers, name);
        let name = of(name_header)?.trim();
        (same(of(SECRET_HEADER)?, secret) && !name.is_empty()).then(|| name.to_owned())
    }
}

/// A header that is there once.
pub(crate) fn single<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let mut all = headers.get_all(name).iter();
    all.next().filter(|_| all.next().is_none())?.to_str().ok()
}

/// The value of a cookie.
pub(crate) fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|it| it.to_str().ok());
    all.flat_map(|it| it.split(';')).find_map(|it| it.trim().strip_prefix(name)?.strip_prefix('='))
}

/// Whether two secrets are the same; how long that takes says nothing of them.
pub(crate) fn same(a: &str, b: &str) -> bool {
    Sha256::digest(a) == Sha256::digest(b)
}

/// A secret that nobody can guess.
pub(crate) fn secret() -> Result<String, Failed> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(|error| {
        Failed::new(
            format!("the system gives no random numbers: {error}"),
            "nothing safe can be started here",
        )
    })?;
    Ok(hex(&bytes))
}

/// Bytes as digits that an address can hold.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.filter_map(|it| char::from_digit(it.into(), 16)).collect()
}
