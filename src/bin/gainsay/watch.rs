//! `gainsay watch`: checks at every save and shows what it changed.

use gainsay::console;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Instant;

use gainsay::check::Options;
use gainsay::console::{Changes, StoryState};
use gainsay::files::{self, Folder, Problem};
use gainsay::findings::Summary;
use gainsay::report;
use gainsay::workspace::{CheckedStory, StoryChange, Workspace};
use jiff::civil::Date;
use notify::RecursiveMode;

use crate::output::Output;
use crate::status::{OK, WRONG};
use gainsay::workspace::watcher::{NOW_AND_THEN, PATIENCE, QUIET, Watcher, absolute};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Folders and claim files
    #[arg(value_name = "PATH", value_parser = crate::run::place())]
    paths: Vec<PathBuf>,
    /// Leave what was shown before on the screen
    #[arg(long)]
    no_clear: bool,
}

/// What the loop waits for.
enum Signal {
    Touched(Vec<PathBuf>),
    Stop,
}

pub(crate) fn run(args: &Args, today: Option<Date>, output: &Output) -> io::Result<u8> {
    if crate::run::missing_paths(&args.paths, output)? {
        return Ok(WRONG);
    }
    let options = crate::run::options(&args.paths, None, today);
    if options.paths.iter().all(|path| !path.exists()) {
        return crate::run::nothing_found(&args.paths, None, &gainsay::check::check(&options), output);
    }
    let (tell, signals) = mpsc::channel();
    let stop = tell.clone();
    ctrlc::set_handler(move || drop(stop.send(Signal::Stop))).map_err(io::Error::other)?;
    let mut desk = Watch {
        workspace: Workspace::new(options.clone()).keeping_what_was_right(),
        watcher: Watcher::new(move |paths| drop(tell.send(Signal::Touched(paths)))),
        outside: Vec::new(),
        output,
        clear: !args.no_clear && io::stdout().is_terminal(),
    };
    // Watched first and read then, so that nothing falls between.
    desk.watch(&options);
    desk.begin(&options)?;
    while let Some(touched) = next(&signals) {
        desk.watcher.forget(&touched);
        desk.watch(&options);
        desk.workspace.touch(&touched);
        desk.look(&options)?;
    }
    Ok(OK)
}

/// What has been touched since the last look, once it is quiet again; nothing where it is only time to look again. `None`
/// ends it.
fn next(signals: &Receiver<Signal>) -> Option<Vec<PathBuf>> {
    let mut touched = match signals.recv_timeout(NOW_AND_THEN) {
        Ok(Signal::Touched(paths)) => paths,
        Err(RecvTimeoutError::Timeout) => return Some(Vec::new()),
        Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return None,
    };
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        match signals.recv_timeout(QUIET) {
            Ok(Signal::Touched(paths)) => touched.extend(paths),
            Err(RecvTimeoutError::Timeout) => break,
            Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return None,
        }
    }
    Some(touched)
}

struct Watch<'a> {
    workspace: Workspace,
    watcher: Watcher,
    /// What is wrong with the folders and the settings.
    outside: Vec<Problem>,
    output: &'a Output,
    clear: bool,
}

impl Watch<'_> {
    /// Watches the paths of the run, and the folders in which they and the settings stand or would stand.
    fn watch(&mut self, options: &Options) {
        let mut folders = BTreeMap::new();
        let here = std::env::current_dir().ok();
        let settings = options.paths.first().and_then(|path| options.settings.file_for(path));
        let settings = settings.as_deref().and_then(Path::parent).map(Path::to_path_buf);
        let parents = options.paths.iter().filter_map(|path| absolute(path).parent().map(Path::to_path_buf));
        for folder in parents.chain(here).chain(settings) {
            folders.insert(folder, RecursiveMode::NonRecursive);
        }
        for path in options.paths.iter().filter(|path| path.is_dir()) {
            folders.insert(absolute(path), RecursiveMode::Recursive);
        }
        self.watcher.watch(folders);
    }

    /// The first look at everything.
    fn begin(&mut self, options: &Options) -> io::Result<()> {
        let begun = Instant::now();
        let (_, problems) = self.refresh(options);
        self.outside = problems;
        let mut problems: Vec<Problem> = self.outside.clone();
        problems.extend(self.workspace.stories().flat_map(|story| story.problems.iter().cloned()));
        self.screen()?;
        self.output.problems(&problems)?;
        let mut out = self.output.told();
        let (files, stories) = self
            .workspace
            .stories()
            .fold((0, 0), |(files, stories), story| (files + story.claim_files(), stories + 1));
        let took = begun.elapsed().as_millis();
        let files = if files == 1 { "1 claim file".to_owned() } else { format!("{files} claim files") };
        let stories = if stories == 1 { "1 story".to_owned() } else { format!("{stories} stories") };
        writeln!(out, "watching {files} in {stories}, read in {took} ms; Ctrl-C ends it")?;
        self.standing(&mut *out)?;
        out.flush()
    }

    /// Checks what has changed and shows it, if anything has.
    fn look(&mut self, options: &Options) -> io::Result<()> {
        let begun = Instant::now();
        let (changed, outside) = self.refresh(options);
        let before = std::mem::replace(&mut self.outside, outside);
        let mut all: Vec<Changes<'_>> = changed.iter().map(|change| self.changes(change)).collect();
        let state = |problems| StoryState { story: None, problems };
        all.push(Changes::between(state(&before), state(&self.outside)));
        let is_news = !all.iter().all(Changes::is_empty);
        if !is_news && (changed.is_empty() || self.output.is_quiet()) {
            return Ok(());
        }
        self.screen()?;
        let problems: Vec<Problem> = all.iter().flat_map(|it| it.problems.iter().copied().cloned()).collect();
        let width = self.output.width();
        let mut out = self.output.out();
        let names: Vec<String> =
            changed.iter().map(|it| report::safe(&it.folder.to_string_lossy())).collect();
        let took = begun.elapsed().as_millis();
        let news = if is_news { "" } else { ": nothing has changed" };
        match names.as_slice() {
            [one] => writeln!(out, "{one} checked in {took} ms{news}")?,
            several => writeln!(out, "{} stories checked in {took} ms{news}", several.len())?,
        }
        writeln!(out)?;
        console::changes(&all, width, &mut *out)?;
        out.flush()?;
        self.output.problems(&problems)?;
        self.standing(&mut *self.output.told())
    }

    fn refresh(&mut self, options: &Options) -> (Vec<StoryChange>, Vec<Problem>) {
        let (folders, mut problems) = files::find(&options.paths);
        // Settings may come while it watches.
        let with_settings = |folder: Folder| (options.settings.file_for(&folder.path), folder);
        let folders: Vec<(Folder, Option<PathBuf>)> =
            folders.into_iter().map(with_settings).map(|(settings, folder)| (folder, settings)).collect();
        let settings: BTreeSet<&PathBuf> = folders.iter().filter_map(|(_, file)| file.as_ref()).collect();
        for settings in settings {
            problems.extend(self.workspace.problems_of_settings(settings));
        }
        (self.workspace.refresh(folders), problems)
    }

    fn changes<'c>(&'c self, change: &'c StoryChange) -> Changes<'c> {
        Changes::between(state(change.before.as_ref()), state(self.workspace.story(&change.folder)))
    }

    /// What there is now, in a few lines.
    fn standing(&self, out: &mut dyn Write) -> io::Result<()> {
        let articles = self.workspace.stories().map(|it| it.story.all_articles().count()).sum();
        let summary = Summary::new(&self.workspace.stories().map(|it| &it.view), articles);
        writeln!(out, "{}\n{}", summary.sentence(), summary.extent())?;
        let problems =
            self.workspace.stories().map(|it| it.problems.len()).sum::<usize>() + self.outside.len();
        match problems {
            0 => Ok(()),
            1 => writeln!(out, "1 problem stands"),
            _ => writeln!(out, "{problems} problems stand"),
        }
    }

    /// An empty screen, where there is one.
    fn screen(&self) -> io::Result<()> {
        if self.clear { ::console::Term::stdout().clear_screen() } else { Ok(()) }
    }
}

fn state(checked: Option<&CheckedStory>) -> StoryState<'_> {
    StoryState {
        story: checked.map(|it| &it.view),
        problems: checked.map(|it| it.problems.as_slice()).unwrap_or_default(),
    }
}
