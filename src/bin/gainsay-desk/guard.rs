//! What every request must be before anything looks at it: called by the desk's own name, sent by its own page, from
//! somebody who was let in.

use std::sync::Arc;
use std::time::{Duration, Instant};

use askama::Template;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Redirect, Response};

use crate::app::{App, Who};
use crate::door::{self, Door, single};
use crate::fault::Fault;
use crate::page;

/// A request that takes longer is given up; events go on.
const PATIENCE: Duration = Duration::from_secs(30);

/// The header by which the page's own script says that it asks.
const RENEWS: &str = "x-gainsay-renew";

/// What is said with every answer.
const HEADERS: [(header::HeaderName, &str); 8] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; \
         form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    // Forms say where they come from; others learn nothing.
    (header::REFERRER_POLICY, "same-origin"),
    (header::CACHE_CONTROL, "no-store"),
    (header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (header::HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
];

/// Lets through what may pass, within its time, and says with every answer what browsers are to hold to.
pub(crate) async fn guard(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let mut answer = match admit(&app, request) {
        Ok(request) => tokio::time::timeout(PATIENCE, next.run(request))
            .await
            .unwrap_or_else(|_| StatusCode::REQUEST_TIMEOUT.into_response()),
        Err(answer) => *answer,
    };
    for (name, value) in HEADERS {
        answer.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    answer
}

fn admit(app: &App, mut request: Request) -> Result<Request, Box<Response>> {
    let refuse = |fault: &Fault| Box::new(refusal(fault));
    if let Some(fault) = foreign(app, request.method(), request.uri(), request.headers()) {
        return Err(refuse(&fault));
    }
    let headers = request.headers();
    let known = door::cookie(headers, &app.cookie).filter(|it| app.sessions().get(it).is_some());
    if let Err(wait) = app.sessions().rate(known).take(Instant::now()) {
        return Err(refuse(&Fault::TooMany(wait.as_secs() + 1)));
    }
    let at = request.uri().path_and_query().map_or("/", |it| it.as_str()).to_owned();
    let renews = headers.contains_key(RENEWS);
    let who = match (&app.door, known) {
        (Door::Token(token), known) => match (asked_by_token(request.uri()), known) {
            (Some(given), _) if request.method() == Method::GET && door::same(given, token) => {
                return Err(Box::new(welcome(app)));
            }
            (_, Some(id)) => Who { session: id.to_owned(), named: None, at, renews },
            (_, None) => return Err(refuse(&Fault::Stranger)),
        },
        (Door::Proxy { .. }, known) => match (app.door.named(headers), known) {
            (Some(name), Some(id)) => Who { session: id.to_owned(), named: Some(name), at, renews },
            (Some(_), None) if request.method() == Method::GET => return Err(Box::new(welcome(app))),
            (Some(_), None) | (None, _) => return Err(refuse(&Fault::Stranger)),
        },
    };
    request.extensions_mut().insert(who);
    Ok(request)
}

/// The page that says why, and when to come again where waiting helps.
fn refusal(fault: &Fault) -> Response {
    let mut answer = (fault.status(), Html(page::refused(fault, "/"))).into_response();
    if let Fault::TooMany(seconds) = fault {
        answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(*seconds));
    }
    answer
}

/// Why a request is not one of the desk's own pages.
fn foreign(app: &App, method: &Method, uri: &Uri, headers: &HeaderMap) -> Option<Fault> {
    let is = |known: &[String], given: &str| known.iter().any(|it| it.eq_ignore_ascii_case(given));
    if !single(headers, "host").is_some_and(|it| is(&app.hosts, it)) || uri.authority().is_some() {
        return Some(Fault::Foreign("it was sent to another name than the desk’s"));
    }
    if *method != Method::GET && !single(headers, "origin").is_some_and(|it| is(&app.origins, it)) {
        return Some(Fault::Foreign("another page sent it"));
    }
    let site = single(headers, "sec-fetch-site");
    let own = matches!(site, None | Some("same-origin" | "none"));
    // Who follows a link to the desk from elsewhere is shown the door, with the token in hand.
    let at_door = *method == Method::GET && uri.path() == "/";
    (!own && !at_door).then_some(Fault::Foreign("another page sent it"))
}

fn asked_by_token(uri: &Uri) -> Option<&str> {
    uri.query()?.split('&').find_map(|it| it.strip_prefix("token="))
}

/// Lets somebody in: a cookie, and a page that leads on.
fn welcome(app: &App) -> Response {
    let Ok(id) = app.sessions().begin() else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let secure = if app.secure { "; Secure" } else { "" };
    let cookie = format!("{}={id}; HttpOnly; SameSite=Strict; Path=/{secure}", app.cookie);
    let Ok(page) = page::LeadInPage.render() else { return Redirect::to("/").into_response() };
    ([(header::SET_COOKIE, cookie)], Html(page)).into_response()
}
