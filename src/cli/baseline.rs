//! `claimlint baseline`

use std::io::{self, Write as _};
use std::path::PathBuf;

use super::known::{self, FILE, Which};
use super::run::{Run, RunArgs};
use super::{Status, file, tell};
use crate::problem::Problem;
use crate::report::text::counted;
use crate::settled::Baseline;

const AFTER_HELP: &str = "\
A known finding is recognised by its rule and the words of its sentences, wherever they stand: moving a paragraph or \
breaking its lines anew changes nothing, a changed figure does.

Examples:
  claimlint baseline write articles/                 note what is found today as known
  claimlint check --baseline claimlint-baseline.json articles/    report only what is new";

const WRITE_HELP: &str = "\
Examples:
  claimlint baseline write articles/
  claimlint baseline write --file desk/known.json articles/";

/// Note today's findings as known, so that only new ones are reported
#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand)]
enum Command {
    Write(Write),
}

/// Write the file of known findings anew
#[derive(clap::Args)]
#[command(after_help = WRITE_HELP)]
struct Write {
    #[command(flatten)]
    run: RunArgs,
    /// The file [default: the `baseline` of the configuration, or claimlint-baseline.json]
    #[arg(long, value_name = "FILE")]
    file: Option<String>,
}

pub(super) fn run(args: &Args) -> io::Result<Status> {
    match &args.command {
        Command::Write(args) => write(args),
    }
}

fn write(args: &Write) -> io::Result<Status> {
    let mut run = Run::of(&args.run, args.file.as_deref().into_iter())?;
    known::settle_run(&mut run, Which::None);
    let path = match (&args.file, &run.baselines()[..]) {
        (Some(file), _) => PathBuf::from(file),
        (None, []) => PathBuf::from(FILE),
        (None, [one]) => one.clone(),
        (None, several) => {
            let names: Vec<String> = several.iter().map(|p| p.display().to_string()).collect();
            let message = format!(
                "the configurations name several baselines: {}",
                names.join(", ")
            );
            tell(&Problem::of_file(names[0].clone(), message).help("say which with --file"));
            return Ok(Status::Problems);
        }
    };
    let printed = path.display().to_string();
    if printed == "-" || printed.is_empty() {
        tell(&Problem::of_file("--file", "expected the name of a file"));
        return Ok(Status::Problems);
    }
    if run.bad {
        let message = "not written: what could not be read would be missing from it";
        tell(&Problem::of_file(&printed, message));
        return Ok(Status::Problems);
    }
    // A file that is no baseline is somebody's.
    if path.exists()
        && let Err(problem) = known::read(&path)
    {
        let help = "it is not overwritten: take it away and write it again, or name another file with --file";
        tell(&problem.help(help));
        return Ok(Status::Problems);
    }
    let names: Vec<String> = {
        let from = known::directory(&run, Some(&path));
        let (articles, _) = run.articles(&from);
        articles.into_iter().map(|article| article.name).collect()
    };
    let baseline = Baseline::of(&run.outcome.findings, &run.gathered.readings, &names);
    if let Err(problem) = file::write(&path, baseline.written().as_bytes()) {
        tell(&problem);
        return Ok(Status::Problems);
    }
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "{printed}: {} known",
        counted(baseline.count(), "finding")
    )?;
    Ok(Status::Clean)
}
