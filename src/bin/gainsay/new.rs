//! `gainsay new`: a claim file to fill in, with drafts from the article's text.

use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use gainsay::claim::Story;
use gainsay::draft::{self, Draft, NewArticle};
use gainsay::files::{self, Folder, TextFile};
use gainsay::value::{self, Content, Context, Value};
use gainsay::{check, report};

use crate::output::Output;
use crate::status::{OK, WRONG};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The story: its folder, or its name below ./claims
    #[arg(value_name = "STORY")]
    story: String,
    /// Who published the article; the file is named after it
    #[arg(long, value_name = "NAME")]
    outlet: Option<String>,
    /// When it appeared: 2025-12-17, or 2025-12-17~ for about that day
    #[arg(long, value_name = "DATE")]
    published: Option<String>,
    /// Where it is to be read
    #[arg(long, value_name = "URL")]
    url: Option<String>,
    /// Its headline
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// Who wrote it
    #[arg(long, value_name = "NAME")]
    author: Option<String>,
    /// A local copy of its text: quotes are checked against it, and claims drafted from it
    #[arg(long, value_name = "FILE")]
    text: Option<PathBuf>,
}

/// Why nothing was written, and what to do.
type Refusal = (String, String);

pub(crate) fn run(args: &Args, output: &Output) -> io::Result<u8> {
    match write(args) {
        Ok((path, drafts)) => {
            let mut out = output.told();
            let path = report::safe(&files::shown_path(&path));
            match drafts {
                0 => writeln!(out, "{path}: fill in its claims, then run gainsay lint {path}")?,
                1 => writeln!(out, "{path}: 1 draft to keep or to strike")?,
                many => writeln!(out, "{path}: {many} drafts to keep or to strike")?,
            }
            out.flush()?;
            Ok(OK)
        }
        Err((message, hint)) => {
            let (message, hint) = (report::safe(&message), report::safe(&hint));
            writeln!(output.err(), "error: {message}\nhint: {hint}")?;
            Ok(WRONG)
        }
    }
}

/// Writes the file; its path, and how many drafts it holds.
fn write(args: &Args) -> Result<(PathBuf, usize), Refusal> {
    let folder = story_folder(&args.story)?;
    if args.outlet.as_ref().is_some_and(|outlet| !outlet.contains(char::is_alphanumeric)) {
        let hint = "name who published the article: the file is named after it".to_owned();
        return Err(("--outlet names nobody".to_owned(), hint));
    }
    let published = args.published.as_deref().map(published).transpose()?;
    let body = args.text.as_deref().map(article_text).transpose()?;
    let path = folder.join(format!("{}.toml", name(args)));
    if path.symlink_metadata().is_ok() {
        let there = files::shown_path(&path);
        return Err((
            format!("{there} is there already"),
            "name another --outlet, or edit that file".to_owned(),
        ));
    }
    // Only what lies in the story's folder is read again.
    let copy = args.text.as_deref().filter(|text| is_elsewhere(text, &folder));
    let copy = copy.map(|_| path.with_extension("txt"));
    if let Some(copy) = copy.as_deref().filter(|copy| copy.symlink_metadata().is_ok()) {
        let message = format!("{} is there already", files::shown_path(copy));
        return Err((message, "name that one with --text, or move it away".to_owned()));
    }
    let text = copy.as_deref().or(args.text.as_deref()).map(|text| relative(text, &folder));
    let drafts = body.as_ref().map(|body| drafts(body, published.as_ref(), &folder)).unwrap_or_default();
    let article = NewArticle {
        outlet: args.outlet.clone(),
        title: args.title.clone(),
        published: published.map(|value| written(&value)),
        url: args.url.clone(),
        author: args.author.clone(),
        text,
        schema: schema(&folder),
    };
    let text = draft::claim_file(&article, body.as_deref(), &drafts);
    let failed = |error: io::Error| {
        let message = format!("{} can't be written: {error}", files::shown_path(&path));
        (message, "check the path, and that you may write there".to_owned())
    };
    std::fs::create_dir_all(&folder).map_err(failed)?;
    files::create(&path, &text).map_err(failed)?;
    if let Some((copy, body)) = copy.zip(body) {
        files::create(&copy, body.text()).map_err(failed)?;
    }
    Ok((path, drafts.len()))
}

/// The article's text, which is neither a folder nor a claim file.
fn article_text(path: &Path) -> Result<Arc<TextFile>, Refusal> {
    let shown = files::shown_path(path);
    let hint = "--text takes a copy of the article as plain text, such as texts/example-times.txt".to_owned();
    if path.is_dir() {
        return Err((format!("the article's text: {shown} is a folder"), hint));
    }
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml")) {
        return Err((format!("the article's text: {shown} is a claim file"), hint));
    }
    TextFile::read(path).map_err(|problem| {
        (format!("the article's text, {shown}: {}", problem.message), problem.hint.clone())
    })
}

fn drafts(body: &Arc<TextFile>, published: Option<&Value>, folder: &Path) -> Vec<Draft> {
    let here = Folder { path: folder.to_path_buf(), ..Folder::default() };
    let found = files::find(&[folder.to_path_buf()]).0.into_iter().find(|it| it.path == here.path);
    let settings = crate::run::config().or_else(|| check::settings_for(folder));
    // What is wrong with other files is told by check and lint.
    let story: Story = check::story(&found.unwrap_or(here), settings.as_deref(), &mut Vec::new());
    let days = published.and_then(|value| match &value.content {
        Content::Days(days) => Some(days.extent.possible),
        _ => None,
    });
    draft::drafts(body, days, None, &story)
}

/// The folder of a story: as it is named, or below ./claims.
fn story_folder(story: &str) -> Result<PathBuf, Refusal> {
    let path = Path::new(story);
    let plain =
        path.components().all(|part| !matches!(part, Component::ParentDir)) && !story.trim().is_empty();
    let hidden = path.file_name().is_none_or(|name| {
        name.to_string_lossy().starts_with('.') || files::DECIDED.iter().any(|it| name == *it)
    });
    if path.is_file() || path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml")) {
        let hint = "name the folder, and who published it: gainsay new claims/STORY --outlet NAME".to_owned();
        return Err((format!("{story} is a file, and a story is a folder"), hint));
    }
    if path.is_dir() && !hidden {
        return Ok(path.components().collect());
    }
    if !plain || hidden {
        let hint = "a story is called like its folder, such as openai-amazon".to_owned();
        return Err((format!("{story:?} is no name for a story"), hint));
    }
    let named = path.components().count() > 1 || path.is_absolute();
    Ok(if named { path.to_path_buf() } else { Path::new("claims").join(path) })
}

/// A date of its own.
fn published(text: &str) -> Result<Value, Refusal> {
    let value = value::read(text, &Context::default());
    let dated = matches!(&value.content, Content::Days(days) if days.extent.possible.low.is_some() && days.extent.possible.high.is_some());
    if dated {
        return Ok(value);
    }
    let hint = "write it as 2025-12-17, 2025-12, or 2025-12-17~ for about that day".to_owned();
    Err((format!("--published takes a date, and this is none: {text}"), hint))
}

/// A day as TOML has it, anything less exact in quotes.
fn written(value: &Value) -> String {
    let text = value.understood();
    let is_day = value.hedge.is_none() && text.parse::<jiff::civil::Date>().is_ok();
    if is_day { text } else { gainsay::claim::toml_text(&value.text) }
}

/// The name of the file: the outlet's, or else that of the text.
fn name(args: &Args) -> String {
    let stem = || args.text.as_deref().and_then(Path::file_stem).map(|it| it.to_string_lossy().into_owned());
    match args.outlet.clone().or_else(stem) {
        // A story's own file and the settings are no articles.
        Some(name) => match files::slug(&name) {
            name if name == "story" || name == "gainsay" => format!("{name}-article"),
            name => name,
        },
        None => "article".to_owned(),
    }
}

/// The schema that `gainsay init` has laid beside the stories.
fn schema(folder: &Path) -> Option<String> {
    let there = folder.parent()?.join("schema/claims.json").is_file();
    there.then(|| "../schema/claims.json".to_owned())
}

/// Whether a text lies outside of a story's folder.
fn is_elsewhere(text: &Path, folder: &Path) -> bool {
    let whole = |path: &Path| std::fs::canonicalize(path).or_else(|_| std::path::absolute(path));
    whole(text).ok().zip(whole(folder).ok()).is_none_or(|(text, folder)| !text.starts_with(folder))
}

/// A path as the claim file has it: from the folder it is in.
fn relative(text: &Path, folder: &Path) -> String {
    let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let (text, folder) = (absolute(text), absolute(folder));
    let shared = text.components().zip(folder.components()).take_while(|(a, b)| a == b).count();
    let up = folder.components().skip(shared).map(|_| Component::ParentDir);
    let down = text.components().skip(shared);
    let path: PathBuf = up.chain(down).collect();
    path.components().map(|it| it.as_os_str().to_string_lossy().into_owned()).collect::<Vec<_>>().join("/")
}
