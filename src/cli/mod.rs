//! The command line: the only part that touches files, standard streams and the environment.

mod address;
mod baseline;
mod changed;
mod check;
mod completions;
mod config;
mod desk;
mod explain;
mod extract;
mod file;
mod gathered;
mod ids;
mod input;
mod known;
mod man;
mod output;
mod progress;
mod reference;
mod report;
mod rules;
mod run;
mod schema;
mod snapshot;
mod style;
mod target;
mod timeline;
mod watch;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::problem::Problem;

const AFTER_HELP: &str = "\
Exit status: 0 no finding at or above --fail-on, 1 such findings, 2 bad usage, input or rules (2 wins over 1).

Examples:
  claimlint check articles/                 compare every article with itself and with the others
  claimlint extract --all draft.md          list every figure with what it counts
  claimlint report -o r.html articles/      what differs, with the quotes side by side
  claimlint explain draft.md:14             how the figures of line 14 were read and compared
  claimlint snapshot --check articles/      fail where an article claims something new
  claimlint timeline articles/              how figures went over time, and who said what
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
    Baseline(baseline::Args),
    Config(config::Args),
    Extract(extract::Args),
    Explain(explain::Args),
    Report(report::Args),
    Snapshot(snapshot::Args),
    Timeline(timeline::Args),
    Rules(rules::Args),
    Schema(schema::Args),
    Completions(completions::Args),
    Man(man::Args),
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
        Command::Baseline(args) => baseline::run(&args),
        Command::Config(args) => config::run(&args),
        Command::Extract(args) => extract::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Report(args) => report::run(&args),
        Command::Snapshot(args) => snapshot::run(&args),
        Command::Timeline(args) => timeline::run(&args),
        Command::Rules(args) => rules::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Completions(args) => completions::run(&args),
        Command::Man(args) => man::run(&args),
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
    let _ = progress::aside(|| writeln!(io::stderr(), "error: {problem}"));
}

/// Names something that was read with a loss on standard error.
fn remark(problem: &Problem) {
    // One line each: a folder of old articles has many.
    let line = problem.to_string().replace("\n  help: ", ": ");
    let _ = progress::aside(|| writeln!(io::stderr(), "remark: {line}"));
}
