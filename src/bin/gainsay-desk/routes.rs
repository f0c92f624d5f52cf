//! Which address does what.

use std::sync::Arc;

use axum::extract::rejection::{FormRejection, QueryRejection};
use axum::extract::{DefaultBodyLimit, Extension, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Router, middleware};
use gainsay::report::STYLE;

use crate::app::{App, Who};
use crate::fault::Fault;
use crate::form::Form;
use crate::reply::{Handled, Reply};
use crate::{add, answer, decide, door, guard, join, live, news, page, pins, stories, story};

/// A form brings along an article at the most.
const BODY: usize = 1 << 20;

const OWN_STYLE: &str = include_str!("desk.css");
const SCRIPT: &str = include_str!("desk.js");

type Handler = fn(&App, &Who, &Form) -> Handled;

const PAGES: [(&str, Handler); 7] = [
    ("/", stories::page),
    ("/story", story::page),
    ("/review", answer::page),
    ("/add", add::page),
    ("/edit", add::edit),
    ("/news", news::page),
    ("/join", join::page),
];

/// Whatever may change something.
const ACTS: [(&str, Handler); 13] = [
    ("/accept", decide::accept),
    ("/reopen", decide::reopen),
    ("/note", decide::note),
    ("/undo", decide::undo),
    ("/same", pins::same),
    ("/different", pins::different),
    ("/join", join::join),
    ("/answer", answer::answer),
    ("/skip", answer::skip),
    ("/draft", add::draft),
    ("/save", add::save),
    ("/remove", add::remove),
    ("/mend", add::mend),
];

/// All addresses, each behind the guard.
pub(crate) fn router(app: Arc<App>) -> Router {
    let mut router = Router::new();
    for (path, handler) in PAGES {
        let show = move |State(app): State<Arc<App>>,
                         Extension(who): Extension<Who>,
                         query: Result<Query<Vec<(String, String)>>, QueryRejection>| async move {
            match query {
                Ok(Query(fields)) => answered(app, who, Form::new(fields), handler).await,
                Err(rejected) => rejected.into_response(),
            }
        };
        router = router.route(path, get(show));
    }
    for (path, handler) in ACTS {
        let act = move |State(app): State<Arc<App>>,
                        Extension(who): Extension<Who>,
                        form: Result<axum::Form<Vec<(String, String)>>, FormRejection>| async move {
            match form {
                Ok(axum::Form(fields)) => {
                    let checked = move |app: &App, who: &Who, form: &Form| {
                        own(app, who, form)?;
                        handler(app, who, form)
                    };
                    answered(app, who, Form::new(fields), checked).await
                }
                Err(rejected) => rejected.into_response(),
            }
        };
        router = router.route(path, post(act));
    }
    let style =
        || async { ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], [STYLE, OWN_STYLE].concat()) };
    let script = || async { ([(header::CONTENT_TYPE, "text/javascript; charset=utf-8")], SCRIPT) };
    router
        .route("/events", get(live::events))
        .route("/desk.css", get(style))
        .route("/desk.js", get(script))
        .layer(DefaultBodyLimit::max(BODY))
        .layer(middleware::from_fn_with_state(Arc::clone(&app), guard::guard))
        .with_state(app)
}

/// A form of the very browser that sends it, where anything may be written.
fn own(app: &App, who: &Who, form: &Form) -> Result<(), Fault> {
    if app.read_only {
        return Err(Fault::ReadOnly);
    }
    let known = app.with(who, |session| door::same(&session.token, form.get("token")))?;
    if known { Ok(()) } else { Err(Fault::Foreign("its form is of another day: load the page again")) }
}

/// Answers on a thread that may wait for the disk.
async fn answered(
    app: Arc<App>,
    who: Who,
    form: Form,
    handler: impl Fn(&App, &Who, &Form) -> Handled + Send + 'static,
) -> Response {
    let work = move || match handler(&app, &who, &form) {
        Ok(Reply::Page(page)) => Html(page).into_response(),
        Ok(Reply::Unfinished(page)) => (StatusCode::UNPROCESSABLE_ENTITY, Html(page)).into_response(),
        Ok(Reply::Changed(page)) => (StatusCode::CONFLICT, Html(page)).into_response(),
        Ok(Reply::Back(place)) => Redirect::to(&place).into_response(),
        Err(fault) => (fault.status(), Html(page::refused_to(&app, &who, &form, &fault))).into_response(),
    };
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}
