//! What waits for review: shown, accepted, rejected. The files are those that `cargo insta` works on.

use std::collections::BTreeSet;
use std::io::{self, BufRead as _, Write};
use std::path::Path;

use super::super::desk::{ConfigArgs, Desk};
use super::super::gathered::{Gathered, Sources};
use super::super::{Status, tell};
use super::folder::Folder;
use super::waiting::{Waiting, all_waiting};
use super::{Places, usual};
use crate::claim::Reading;
use crate::problem::Problem;
use crate::snapshot::{Snapshot, difference};

const REVIEW_HELP: &str = "\
Each snapshot that waits is shown by what changed in it; then a line is read: a accepts it, r rejects it, s leaves it, \
q leaves it and all behind it.

Exit status: 0 nothing waits any more, 1 something does, 2 a file that cannot be read.

Examples:
  claimlint snapshot review
  claimlint snapshot review --dir ci/claims";

const ACCEPT_HELP: &str = "\
Examples:
  claimlint snapshot accept                                  everything that waits
  claimlint snapshot accept articles/a.md                    what waits of one article
  claimlint snapshot accept snapshots/articles/a.md.snap.new";

const REJECT_HELP: &str = "\
Examples:
  claimlint snapshot reject                                  everything that waits
  claimlint snapshot reject articles/a.md                    what waits of one article
  claimlint snapshot reject snapshots/articles/a.md.snap.new";

const PENDING_HELP: &str = "\
Exit status: 0 nothing waits, 1 something does, 2 a file that cannot be read.

Examples:
  claimlint snapshot pending
  claimlint snapshot pending --dir ci/claims";

/// Show what waits for review one by one, and accept or reject it
#[derive(clap::Args)]
#[command(after_help = REVIEW_HELP)]
pub(super) struct OneByOne {
    #[command(flatten)]
    place: Place,
}

/// Accept what waits for review
#[derive(clap::Args)]
#[command(after_help = ACCEPT_HELP)]
pub(super) struct Accept {
    #[command(flatten)]
    chosen: Chosen,
}

/// Reject what waits for review: snapshots stay as they were
#[derive(clap::Args)]
#[command(after_help = REJECT_HELP)]
pub(super) struct Reject {
    #[command(flatten)]
    chosen: Chosen,
}

/// List what waits for review
#[derive(clap::Args)]
#[command(after_help = PENDING_HELP)]
pub(super) struct Pending {
    #[command(flatten)]
    place: Place,
}

#[derive(clap::Args)]
struct Place {
    /// Where snapshots lie [default: the `snapshots` of the configuration, or `snapshots` beside it]
    #[arg(long, value_name = "DIR")]
    dir: Option<String>,
    #[command(flatten)]
    config: ConfigArgs,
}

impl Place {
    fn desk(&self) -> Desk {
        Desk::new(&self.config, &[], &[])
    }

    /// The folder that is asked for, or else that of the configuration here; `None` where that is broken.
    fn folder(&self, desk: &mut Desk) -> Option<Folder> {
        let dir = match &self.dir {
            Some(dir) => Some(dir.clone()),
            None => usual(desk, Path::new(".")),
        };
        dir.map(|dir| Folder::new(&dir))
    }
}

#[derive(clap::Args)]
struct Chosen {
    /// Snapshots or articles; without any, everything that waits
    #[arg(value_name = "FILE")]
    files: Vec<String>,
    #[command(flatten)]
    place: Place,
}

pub(super) fn pending(args: &Pending) -> io::Result<Status> {
    let mut desk = args.place.desk();
    let Some(folder) = args.place.folder(&mut desk) else {
        return Ok(Status::Problems);
    };
    let (waiting, bad) = all_waiting(&folder);
    let mut out = io::stdout().lock();
    for one in &waiting {
        writeln!(out, "{}: {}", one.path(&folder), one.in_words())?;
    }
    if waiting.is_empty() && !bad {
        writeln!(out, "nothing waits for review")?;
    }
    Ok(status(bad, waiting.len()))
}

pub(super) fn accept(args: &Accept) -> io::Result<Status> {
    settle(&args.chosen, "accepted", Waiting::accept)
}

pub(super) fn reject(args: &Reject) -> io::Result<Status> {
    settle(&args.chosen, "rejected", Waiting::reject)
}

/// Settles what was chosen.
fn settle(
    chosen: &Chosen,
    done: &str,
    act: impl Fn(&Waiting, &Folder) -> Result<(), Problem>,
) -> io::Result<Status> {
    let mut desk = chosen.place.desk();
    let Some(folder) = chosen.place.folder(&mut desk) else {
        return Ok(Status::Problems);
    };
    let (waiting, mut bad) = all_waiting(&folder);
    for file in &chosen.files {
        if !waiting.iter().any(|one| one.is_meant(file, &folder)) {
            bad = true;
            let problem = Problem::of_file(file, "nothing of this waits for review");
            tell(&problem.help("`claimlint snapshot pending` lists what does"));
        }
    }
    // Nothing is done by half where a name is wrong.
    if bad && !chosen.files.is_empty() {
        return Ok(Status::Problems);
    }
    let mut out = io::stdout().lock();
    let is_chosen = |one: &&Waiting| {
        let mut files = chosen.files.iter();
        chosen.files.is_empty() || files.any(|file| one.is_meant(file, &folder))
    };
    for one in waiting.iter().filter(is_chosen) {
        match act(one, &folder) {
            Ok(()) => writeln!(
                out,
                "{done}: {}, {}",
                folder.path(&one.file),
                one.in_words()
            )?,
            Err(problem) => {
                bad = true;
                tell(&problem);
            }
        }
    }
    if waiting.is_empty() && !bad {
        writeln!(out, "nothing waits for review")?;
    }
    Ok(status(bad, 0))
}

fn status(bad: bool, left: usize) -> Status {
    match (bad, left) {
        (true, _) => Status::Problems,
        (false, 0) => Status::Clean,
        (false, _) => Status::Findings,
    }
}

pub(super) fn one_by_one(args: &OneByOne) -> io::Result<Status> {
    let mut desk = args.place.desk();
    let Some(folder) = args.place.folder(&mut desk) else {
        return Ok(Status::Problems);
    };
    let (waiting, mut bad) = all_waiting(&folder);
    let mut out = io::stdout().lock();
    if waiting.is_empty() {
        if !bad {
            writeln!(out, "nothing waits for review")?;
        }
        return Ok(status(bad, 0));
    }
    let (readings, bad_article) = articles(&waiting, &folder, &mut desk)?;
    bad |= bad_article;
    let mut answers = io::stdin().lock().lines();
    let (mut accepted, mut rejected) = (0, 0);
    for (i, one) in waiting.iter().enumerate() {
        writeln!(
            out,
            "{} ({} of {})",
            one.path(&folder),
            i + 1,
            waiting.len()
        )?;
        show(&mut out, one, &readings, &folder)?;
        let answer = ask(&mut out, &mut answers)?;
        let (count, done) = match answer {
            Answer::Accept => (&mut accepted, one.accept(&folder)),
            Answer::Reject => (&mut rejected, one.reject(&folder)),
            Answer::Leave => continue,
            Answer::Quit => break,
        };
        match done {
            Ok(()) => *count += 1,
            Err(problem) => {
                bad = true;
                tell(&problem);
            }
        }
    }
    let left = waiting.len() - accepted - rejected;
    writeln!(out, "{accepted} accepted, {rejected} rejected, {left} left")?;
    Ok(status(bad, left))
}

enum Answer {
    Accept,
    Reject,
    Leave,
    Quit,
}

/// Asks until an answer is understood; the end of the input is one.
fn ask(
    out: &mut dyn Write,
    answers: &mut impl Iterator<Item = io::Result<String>>,
) -> io::Result<Answer> {
    loop {
        write!(out, "a accept, r reject, s skip, q quit: ")?;
        out.flush()?;
        // What cannot be read is no answer.
        let Some(Ok(answer)) = answers.next() else {
            writeln!(out)?;
            return Ok(Answer::Quit);
        };
        match answer.trim().to_lowercase().as_str() {
            "a" | "accept" => return Ok(Answer::Accept),
            "r" | "reject" => return Ok(Answer::Reject),
            "s" | "skip" => return Ok(Answer::Leave),
            "q" | "quit" => return Ok(Answer::Quit),
            _ => {}
        }
    }
}

/// What changed, with the lines of the article as it is now.
fn show(
    out: &mut dyn Write,
    one: &Waiting,
    readings: &[Reading],
    folder: &Folder,
) -> io::Result<()> {
    let reading = readings
        .iter()
        .find(|reading| folder.name(&reading.document).file == one.file);
    let places = match reading {
        Some(reading) => Places::of(reading, one.new.snapshot.all),
        None => Places::unknown(folder.article(&one.new.source)),
    };
    let nothing = Snapshot {
        all: one.new.snapshot.all,
        claims: Vec::new(),
    };
    let old = one.old.as_ref().map_or(&nothing, |old| &old.snapshot);
    let changes = difference(&old.claims, &one.new.snapshot.claims);
    for line in places.told(old, &one.new.snapshot, &changes) {
        writeln!(out, "  {line}")?;
    }
    Ok(())
}

/// The articles of what waits, as far as they are there; whether something of them could not be read, which keeps
/// nobody from a review.
fn articles(
    waiting: &[Waiting],
    folder: &Folder,
    desk: &mut Desk,
) -> io::Result<(Vec<Reading>, bool)> {
    let there = waiting.iter().filter(|one| folder.has_article(&one.new));
    let paths: BTreeSet<String> = there.map(|one| folder.article(&one.new.source)).collect();
    let paths: Vec<String> = paths.into_iter().collect();
    let sources = Sources {
        lists: &[&paths],
        stdin_name: None,
        is_shown: false,
    };
    let gathered = Gathered::read(sources, desk)?;
    Ok((gathered.readings, gathered.went.bad))
}
