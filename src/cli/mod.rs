//! The command line: the only part that touches files, standard streams and the environment.

mod address;
mod check;
mod explain;
mod extract;
mod file;
mod ids;
mod input;
mod reference;
mod rules;
mod schema;
mod style;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::claim::Reading;
use crate::document::Found;
use crate::lexicon::Lexicon;
use crate::problem::Problem;

const AFTER_HELP: &str = "\
Exit status: 0 no finding at or above --fail-on, 1 such findings, 2 bad usage, input or rules (2 wins over 1).

Examples:
  claimlint check articles/                 compare every article with itself and with the others
  claimlint extract --all draft.md          list every figure with what it counts
  claimlint explain draft.md:14             how the figures of line 14 were read and compared
  claimlint rules explain people-in-place   what a rule is about";

/// Checks the numeric claims in prose: reads every figure with what it counts, where, when and according to whom,
/// and reports figures that do not fit together.
#[derive(Parser)]
#[command(name = "claimlint", version, max_term_width = 100, after_help = AFTER_HELP)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Check(check::Args),
    Extract(extract::Args),
    Explain(explain::Args),
    Rules(rules::Args),
    Schema(schema::Args),
}

/// How a command ended, by what it found; see the exit status in `--help`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Status {
    Clean,
    Findings,
    Problems,
}

/// Runs the program on the arguments of the process.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let result = match cli.command {
        Command::Check(args) => check::run(&args),
        Command::Extract(args) => extract::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Rules(args) => rules::run(&args),
        Command::Schema(args) => schema::run(&args),
    };
    match result {
        Ok(Status::Clean) => ExitCode::SUCCESS,
        Ok(Status::Findings) => ExitCode::from(1),
        Ok(Status::Problems) => ExitCode::from(2),
        // A reader that closes early ("| head") is no mistake of ours.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            tell(&Problem::of_file("standard output", error.to_string()));
            ExitCode::from(2)
        }
    }
}

/// Names a problem on standard error.
fn tell(problem: &Problem) {
    // Nobody can be told that standard error is closed.
    let _ = writeln!(io::stderr(), "error: {problem}");
}

/// Names something that was read with a loss on standard error.
fn remark(problem: &Problem) {
    // One line each: a folder of old articles has many.
    let _ = writeln!(
        io::stderr(),
        "remark: {}",
        problem.to_string().replace("\n  help: ", ": ")
    );
}

/// Reads the articles that some lists of arguments name, one after another, and tells what could not be read. `each`
/// gets every article, or part of one, with the number of its list. Whether something could not be read.
fn read_articles(
    lists: &[&[String]],
    lexicon: &Lexicon,
    each: &mut dyn FnMut(usize, Reading) -> io::Result<()>,
) -> io::Result<bool> {
    let mut reader = input::Reader::new(&lexicon.furniture);
    let mut bad = false;
    // How many figures the parts had that an article goes on from.
    let mut figures = 0;
    for (list, paths) in lists.iter().enumerate() {
        reader.paths(paths, &mut |found| {
            match found {
                Found::Problem(problem) => {
                    bad = true;
                    tell(&problem);
                }
                Found::Remark(problem) => remark(&problem),
                Found::Article(document) => {
                    let mut reading = crate::extract::read(document, lexicon);
                    if reading.document.continues() {
                        reading.count_on(figures);
                    } else {
                        figures = 0;
                    }
                    figures += reading.claims.len();
                    each(list, reading)?;
                }
            }
            Ok(())
        })?;
    }
    reader.into_remarks().iter().for_each(remark);
    Ok(bad)
}

/// Reads the articles that some lists of arguments name, each as a whole; with how many of them the first list names,
/// and whether something could not be read.
fn read_whole(lists: &[&[String]], lexicon: &Lexicon) -> io::Result<(Vec<Reading>, usize, bool)> {
    let mut readings: Vec<Reading> = Vec::new();
    let mut first = 0;
    let bad = read_articles(lists, lexicon, &mut |list, reading| {
        match readings.last_mut() {
            Some(before) if reading.document.continues() => before.join(reading),
            _ => {
                first += usize::from(list == 0);
                readings.push(reading);
            }
        }
        Ok(())
    })?;
    Ok((readings, first, bad))
}
