//! `claimlint check`

use std::io;

use super::known::{self, Which};
use super::output::{self, Format, Output};
use super::run::{Run, RunArgs};
use super::watch::{self, RestsOn, Watched};
use super::{Status, tell};
use crate::config;
use crate::finding::Finding;
use crate::report::Report;

const AFTER_HELP: &str = "\
Without a profile, one document is checked as `desk` and several as `factcheck`.

Examples:
  claimlint check draft.md                        one draft by itself
  claimlint check a.txt b.txt --notes             two articles with each other, notes shown
  claimlint check --per-document articles/        every article only with itself
  claimlint check draft.md --against archive/     only what involves the draft
  claimlint check draft.md --reference known.csv  a draft beside a table of known figures
  claimlint check --changed-since origin/main .   what this branch wrote or changed
  claimlint check --watch articles/               again whenever a file changes, until Ctrl-C
  claimlint check --format json articles/ | jq .summary
  claimlint check --output sarif=claimlint.sarif --output junit=claimlint.xml articles/
  pbpaste | claimlint check -                     pasted text";

/// Report figures that do not fit together
#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    #[command(flatten)]
    run: RunArgs,
    /// Report only what this file of known findings does not know; default: the `baseline` of the configuration
    #[arg(long, value_name = "FILE")]
    baseline: Option<String>,
    /// Report what is known, too
    #[arg(long, conflicts_with = "baseline")]
    no_baseline: bool,
    /// Report only findings with a figure in a line that was changed since the branch left this revision (asks git)
    #[arg(long, value_name = "REV")]
    changed_since: Option<String>,
    /// The least severe finding that makes the exit status 1 [default: error, or the configuration's]
    #[arg(long, value_enum)]
    fail_on: Option<FailOn>,
    /// Check again whenever an article, a rule, a table or the configuration changes, until interrupted
    #[arg(long, conflicts_with = "stdin_filename")]
    watch: bool,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum FailOn {
    Error,
    Warning,
    Note,
    /// Always 0, bad input apart
    Never,
}

pub(super) fn run(args: &Args) -> io::Result<Status> {
    if !args.watch {
        return Ok(once(args)?.0);
    }
    let watched = Watched {
        args: &args.run,
        written: args.output.files().collect(),
        baseline: args.baseline.as_deref(),
        is_told: args.output.format == Format::Text,
    };
    watch::run(&watched, || Ok(once(args)?.1))
}

/// Checks once; also tells what the result rests on besides the articles.
fn once(args: &Args) -> io::Result<(Status, RestsOn)> {
    // What is written is not read: an archive may lie where reports go.
    let written = args.output.files().chain(args.baseline.as_deref());
    let mut run = Run::of(&args.run, written)?;
    let which = match &args.baseline {
        Some(file) => Which::File(file),
        None if args.no_baseline => Which::None,
        None => Which::Configured,
    };
    known::settle_run(&mut run, which);
    let status = write(args, &mut run)?;
    Ok((status, run.into_rests_on()))
}

/// Writes what was found.
fn write(args: &Args, run: &mut Run) -> io::Result<Status> {
    if let Some(revision) = &args.changed_since
        && let Err(problem) = run.keep_changed(revision)
    {
        tell(&problem);
        return Ok(Status::Problems);
    }
    let report = Report {
        outcome: &run.outcome,
        readings: &run.gathered.readings,
        rules: &run.rules,
        notes: args.output.notes,
    };
    let bad_output = output::write(&args.output, &report, !run.bad, run)?;
    if run.bad || bad_output {
        return Ok(Status::Problems);
    }
    let fails = |finding: &Finding| fail_on(args, run, finding).is_reached(finding.severity);
    Ok(if run.outcome.findings.iter().any(fails) {
        Status::Findings
    } else {
        Status::Clean
    })
}

/// What makes the exit status 1 where a finding's first figure stands.
fn fail_on(args: &Args, run: &Run, finding: &Finding) -> config::FailOn {
    let first = finding.locations.first();
    let origin = first.and_then(|first| run.gathered.origins.get(first.reading));
    let configured = origin.and_then(|(_, origin)| origin.settings.config.fail_on.as_ref());
    let given = args.fail_on.map(config::FailOn::from);
    given
        .or(configured.map(|fail_on| fail_on.value))
        .unwrap_or(config::FailOn::Error)
}

impl From<FailOn> for config::FailOn {
    fn from(given: FailOn) -> Self {
        match given {
            FailOn::Error => Self::Error,
            FailOn::Warning => Self::Warning,
            FailOn::Note => Self::Note,
            FailOn::Never => Self::Never,
        }
    }
}
