//! `claimlint check --watch`: checks again whenever a file that the result rests on changes.
//!
//! What the system tells is only taken as a sign to look: whether something changed is found by comparing the files
//! with those of before. So nothing that happens during a run is missed, and what the program writes itself, or an
//! editor beside an article, starts none.

mod files;

use std::io::{self, IsTerminal as _, Write as _};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use notify::{ErrorKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::desk::Desk;
use super::run::RunArgs;
use super::{Status, tell};
use crate::problem::Problem;
use crate::report::visible::visible;
use files::{Change, Places};
pub(super) use files::{RestsOn, Seen};

/// An editor writes a file in several steps: so long it must be quiet.
const QUIET: Duration = Duration::from_millis(100);

/// Where it is never quiet, files are looked at all the same.
const LONGEST: Duration = Duration::from_secs(1);

/// As many changes are told by name.
const TOLD: usize = 3;

/// Clears the screen of a terminal and goes to its top.
const CLEAR: &str = "\x1b[2J\x1b[3J\x1b[H";

/// What is watched.
pub(super) struct Watched<'a> {
    /// What the command line names.
    pub args: &'a RunArgs,
    /// Files that are written.
    pub written: Vec<&'a str>,
    /// The file of known findings.
    pub baseline: Option<&'a str>,
    /// Whether output is for people: then it is told what changed.
    pub is_told: bool,
}

/// Checks, and again after every change. `check` tells what its result rests on, besides the articles.
pub(super) fn run(
    watched: &Watched<'_>,
    mut check: impl FnMut() -> io::Result<RestsOn>,
) -> io::Result<Status> {
    let args = watched.args;
    let desk = Desk::new(&args.config, &args.rules, &args.reference);
    let stopped = |problem: Problem| {
        tell(&problem);
        Ok(Status::Problems)
    };
    let mut places = match Places::of(watched, &desk) {
        Ok(places) => places,
        Err(problem) => return stopped(problem),
    };
    let mut seen = Seen::of(&places);
    loop {
        let rests_on = check()?;
        seen.add(places.add(rests_on));
        match next(&places, &seen) {
            Ok((now, changes)) => {
                if watched.is_told {
                    tell_changes(&changes, &desk)?;
                }
                seen = now;
            }
            Err(problem) => return stopped(problem),
        }
    }
}

/// Waits until something is not as it was before; the files then, and what changed.
fn next(places: &Places, before: &Seen) -> Result<(Seen, Vec<Change>), Problem> {
    let mut watched = Seen::of(places);
    loop {
        let (_watcher, signs) = watch(&watched)?;
        let mut now = Seen::of(places);
        // A directory that is new is watched as well.
        while now.directories == watched.directories {
            let changes = now.changes_since(before);
            if !changes.is_empty() {
                return Ok((now, changes));
            }
            wait(&signs);
            now = Seen::of(places);
        }
        watched = now;
    }
}

/// Waits for a sign of change, and then until it is quiet.
fn wait(signs: &Receiver<()>) {
    // Where nothing tells of changes any more, files are looked at from time to time.
    if signs.recv().is_err() {
        std::thread::sleep(LONGEST);
    }
    let first = Instant::now();
    while first.elapsed() < LONGEST && signs.recv_timeout(QUIET).is_ok() {}
}

/// Asks the system for signs of change.
fn watch(seen: &Seen) -> Result<(RecommendedWatcher, Receiver<()>), Problem> {
    // One sign is as good as many.
    let (sender, signs) = mpsc::sync_channel(1);
    let files = seen.clone();
    let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // To read a file is an event too, and would be one without end.
        let is_sign = event.is_ok_and(|event| {
            !event.kind.is_access()
                && (event.need_rescan() || event.paths.iter().any(|path| files.concerns(path)))
        });
        if is_sign {
            let _ = sender.try_send(());
        }
    });
    let mut watcher = watcher.map_err(|error| unwatchable(".", &error))?;
    let mut failure = None;
    let mut is_watched = false;
    for dir in &seen.directories {
        match watcher.watch(dir, RecursiveMode::NonRecursive) {
            Ok(()) => is_watched = true,
            Err(error) if matches!(error.kind, ErrorKind::MaxFilesWatch) => {
                return Err(unwatchable(&dir.display().to_string(), &error));
            }
            // It may have gone, or lie above all that may be read.
            Err(error) => failure = Some(unwatchable(&dir.display().to_string(), &error)),
        }
    }
    match failure {
        Some(problem) if !is_watched => Err(problem),
        _ => Ok((watcher, signs)),
    }
}

fn unwatchable(path: &str, error: &notify::Error) -> Problem {
    let (reason, help) = match &error.kind {
        ErrorKind::MaxFilesWatch => (
            "the system watches no more directories".to_owned(),
            "name fewer of them, or raise its limit (Linux: the setting fs.inotify.max_user_watches)",
        ),
        ErrorKind::Io(error) => (error.to_string(), "leave out --watch"),
        _ => (error.to_string(), "leave out --watch"),
    };
    Problem::of_file(path, format!("cannot be watched: {reason}")).help(help)
}

/// Parts the output of one run from that of the one before.
fn tell_changes(changes: &[Change], desk: &Desk) -> io::Result<()> {
    let mut words: Vec<String> = changes
        .iter()
        .take(TOLD)
        .map(|change| {
            let (path, what) = change.told();
            format!("{} {what}", visible(&desk.printed(path)))
        })
        .collect();
    if changes.len() > TOLD {
        words.push(format!("{} more", changes.len() - TOLD));
    }
    let mut out = io::stdout().lock();
    let clear = if out.is_terminal() { CLEAR } else { "" };
    writeln!(out, "{clear}— {} —", words.join(", "))?;
    out.flush()
}
