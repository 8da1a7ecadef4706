//! `claimlint check`

use std::io::{self, Write as _};

use super::known::{self, Which};
use super::run::{Run, RunArgs};
use super::style::{Color, width};
use super::{Status, tell};
use crate::config;
use crate::finding::Finding;
use crate::report;

const AFTER_HELP: &str = "\
Without a profile, one document is checked as `desk` and several as `factcheck`.

Examples:
  claimlint check draft.md                        one draft by itself
  claimlint check a.txt b.txt --notes             two articles with each other, notes shown
  claimlint check --per-document articles/        every article only with itself
  claimlint check draft.md --against archive/     only what involves the draft
  claimlint check draft.md --reference known.csv  a draft beside a table of known figures
  claimlint check --changed-since origin/main .   what this branch wrote or changed
  claimlint check --format json articles/ | jq .summary
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
    /// How findings are written
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Show notes too (text)
    #[arg(long)]
    notes: bool,
    /// Print the key of each finding, for marks that it was reviewed (text)
    #[arg(long)]
    keys: bool,
    /// When to use colour (text)
    #[arg(long, value_enum, default_value = "auto")]
    color: Color,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    /// For people
    Text,
    /// For programs: one object, schema claimlint.findings/1
    Json,
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
    let mut run = Run::of(&args.run, args.baseline.as_deref())?;
    let which = match &args.baseline {
        Some(file) => Which::File(file),
        None if args.no_baseline => Which::None,
        None => Which::Configured,
    };
    known::settle_run(&mut run, which);
    if let Some(revision) = &args.changed_since
        && let Err(problem) = run.keep_changed(revision)
    {
        tell(&problem);
        return Ok(Status::Problems);
    }
    let readings = &run.gathered.readings;
    let outcome = &run.outcome;
    let mut out = io::BufWriter::new(io::stdout().lock());
    match args.format {
        Format::Json => report::json::write(&mut out, outcome, readings)?,
        Format::Text => {
            let options = report::text::Options {
                color: args.color.is_on(),
                notes: args.notes,
                keys: args.keys,
                width: width(),
            };
            report::text::write(&mut out, outcome, readings, &options)?;
        }
    }
    out.flush()?;
    if run.bad {
        return Ok(Status::Problems);
    }
    let fails = |finding: &Finding| fail_on(args, &run, finding).is_reached(finding.severity);
    Ok(if outcome.findings.iter().any(fails) {
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
