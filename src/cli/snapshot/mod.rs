//! `claimlint snapshot`

mod folder;
mod name;
mod record;
mod review;
mod unreferenced;
mod update;
mod waiting;

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};

use super::Status;
use super::desk::Desk;
use crate::claim::Reading;
use crate::report::snapshot::change;
use crate::snapshot::{Change, Record, Snapshot, records};

/// Where snapshots lie when nothing else is said.
const DIR: &str = "snapshots";

const AFTER_HELP: &str = "\
A snapshot that there is not yet is written. One that differs is written beside as .snap.new and waits for review; \
INSTA_UPDATE (auto, always, unseen, new, no, force) and CI change that as they do for insta. In CI nothing is written.

Exit status: 0 all is as recorded or was written, 1 something differs, is missing or waits for review, 2 bad input.

Examples:
  claimlint snapshot articles/               record what the articles claim in snapshots/
  claimlint snapshot --check articles/       fail where they claim something else
  claimlint snapshot review                  look at what changed, and accept or reject it
  claimlint snapshot articles/ --unreferenced delete
                                             delete the snapshots of articles that are gone";

/// Record what articles claim, so that a change of a figure shows up in review
#[derive(clap::Args)]
#[command(
    after_help = AFTER_HELP,
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true
)]
pub struct Args {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    record: record::Recording,
}

#[derive(clap::Subcommand)]
enum Command {
    Review(review::OneByOne),
    Accept(review::Accept),
    Reject(review::Reject),
    Pending(review::Pending),
}

pub(super) fn run(args: &Args) -> io::Result<Status> {
    match &args.command {
        None => record::run(&args.record),
        Some(Command::Review(args)) => review::one_by_one(args),
        Some(Command::Accept(args)) => review::accept(args),
        Some(Command::Reject(args)) => review::reject(args),
        Some(Command::Pending(args)) => review::pending(args),
    }
}

/// The folder of the articles of a path where nothing is asked for: the one that the configuration names, or
/// `snapshots` beside it; `None` where the configuration is broken, which is told.
fn usual(desk: &mut Desk, path: &Path) -> Option<String> {
    // A directory stands for what lies in it.
    let within = if path.is_dir() {
        path.join("article")
    } else {
        path.to_owned()
    };
    let settings = desk.of(&within)?;
    let dir = match (&settings.config.snapshots, settings.config.layers.last()) {
        (Some(dir), _) => dir.value.clone(),
        (None, Some(file)) => Path::new(&**file).with_file_name(DIR),
        (None, None) => PathBuf::from(DIR),
    };
    Some(dir.to_string_lossy().replace('\\', "/"))
}

/// A command line that does something about what is told.
fn command(words: &str, dir: Option<&str>, path: &str) -> String {
    let dir = dir.map_or_else(String::new, |dir| format!(" --dir {}", quoted(dir)));
    let path = if path.is_empty() {
        String::new()
    } else {
        format!(" {}", quoted(path))
    };
    format!("`claimlint snapshot{words}{dir}{path}`")
}

/// A word for a shell.
fn quoted(word: &str) -> String {
    if word.contains(|c: char| c.is_whitespace() || "'\"\\$&;|<>()*?[]#~`!{}".contains(c)) {
        format!("'{}'", word.replace('\'', "'\\''"))
    } else {
        word.to_owned()
    }
}

/// Where the claims of one article stand now.
struct Places {
    /// The file, with the line of a row of data.
    path: String,
    /// Whether lines of the text are lines of the file.
    is_file: bool,
    lines: HashMap<Record, usize>,
}

impl Places {
    fn of(reading: &Reading, all: bool) -> Self {
        let path = match &reading.document.row {
            Some((path, line)) => format!("{path}:{line}"),
            None => reading.document.id.clone(),
        };
        let mut lines = HashMap::new();
        for (record, line) in records(reading, all) {
            // Of a claim that is made twice, the first line.
            lines.entry(record).or_insert(line);
        }
        Self {
            path,
            is_file: reading.document.row.is_none(),
            lines,
        }
    }

    /// No lines, of an article that is gone.
    fn unknown(path: String) -> Self {
        Self {
            path,
            is_file: true,
            lines: HashMap::new(),
        }
    }

    /// Where a claim stands, as far as it does.
    fn of_claim(&self, record: &Record) -> String {
        match self.lines.get(record).filter(|_| self.is_file) {
            Some(line) => format!("{}:{line}", self.path),
            None => self.path.clone(),
        }
    }

    /// What changed from one snapshot to the next, a line each, with where the claims stand.
    fn told(&self, old: &Snapshot, new: &Snapshot, changes: &[Change]) -> Vec<String> {
        let place = |one: Change| match one {
            Change::Changed { new: j, .. } | Change::New(j) => self.of_claim(&new.claims[j]),
            Change::Gone(_) => self.path.clone(),
        };
        let told = |one: &Change| change(*one, &old.claims, &new.claims, &place(*one));
        let mut lines: Vec<String> = changes.iter().map(told).collect();
        if new.all && !old.all {
            lines.push(format!("all figures are recorded now, {}", self.path));
        }
        lines
    }
}
