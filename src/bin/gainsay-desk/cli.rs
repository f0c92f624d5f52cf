//! The command line.

use std::path::PathBuf;

/// Review conflict tables and add claims in the browser; see docs/desk.md
#[derive(Debug, clap::Parser)]
#[command(name = "gainsay-desk", version, max_term_width = 100)]
pub(crate) struct Args {
    /// The desk: the folder that holds `claims`, or stories themselves; nothing outside of it is written
    #[arg(value_name = "FOLDER", default_value = ".")]
    pub(crate) folder: PathBuf,
    /// The port to listen on, on this machine alone; any free one where it is missing
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) port: u16,
    /// Open the browser
    #[arg(long, conflicts_with = "behind_proxy")]
    pub(crate) open: bool,
    /// Show everything, write nothing: for a screen on the wall
    #[arg(long)]
    pub(crate) read_only: bool,
    /// The address at which a proxy in front of it is reached, such as `https://desk.example.org`; see docs/desk.md
    #[arg(long, value_name = "ADDRESS", value_parser = origin)]
    pub(crate) behind_proxy: Option<String>,
    /// The header in which the proxy says who is there
    #[arg(long, value_name = "HEADER", default_value = "x-remote-user", requires = "behind_proxy", value_parser = header)]
    pub(crate) name_header: String,
}

/// Scheme and host, with nothing behind them.
fn origin(text: &str) -> Result<String, String> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or_default();
    let plain = |it: char| it.is_ascii_alphanumeric() || matches!(it, '.' | '-' | ':' | '[' | ']');
    if !host.is_empty() && host.chars().all(plain) {
        return Ok(text.to_ascii_lowercase());
    }
    Err("it takes an address without a path, such as https://desk.example.org".to_owned())
}

fn header(text: &str) -> Result<String, String> {
    let name: Result<axum::http::HeaderName, _> = text.parse();
    name.map(|it| it.as_str().to_owned()).map_err(|_| "it takes the name of a header".to_owned())
}
