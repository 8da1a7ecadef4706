//! `claimlint check`

use std::io::{self, Write as _};

use super::style::{Color, width};
use super::{Status, read_whole, reference, rules};
use crate::finding::Severity;
use crate::lexicon::Lexicon;
use crate::report;
use crate::rules::{Profile, check, check_each};

const AFTER_HELP: &str = "\
Without a profile, one document is checked as `desk` and several as `factcheck`.

Examples:
  claimlint check draft.md                        one draft by itself
  claimlint check a.txt b.txt --notes             two articles with each other, notes shown
  claimlint check --per-document articles/        every article only with itself
  claimlint check draft.md --against archive/     only what involves the draft
  claimlint check draft.md --reference known.csv  a draft beside a table of known figures
  claimlint check --format json articles/ | jq .summary
  pbpaste | claimlint check -                     pasted text";

/// Report figures that do not fit together
#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    /// Articles: files (text, Markdown, HTML, JSON, JSON Lines), directories, or `-` for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<String>,
    /// Compare with these, but report only what involves PATH
    #[arg(long, value_name = "PATH", conflicts_with = "per_document")]
    against: Vec<String>,
    /// Compare with a table of known figures and of errors once published (CSV or YAML: measure, place, population,
    /// as-of, low, high, source, note, published-wrong-on; measure, low and source are required)
    #[arg(long, value_name = "FILE")]
    reference: Vec<String>,
    /// Check every document only with itself
    #[arg(long)]
    per_document: bool,
    /// Which rules run
    #[arg(long, value_enum)]
    profile: Option<ProfileArg>,
    /// A directory of rules that are added to the built-in ones, or replace those of the same id
    #[arg(long, value_name = "DIR")]
    rules: Option<String>,
    /// The least severe finding that makes the exit status 1
    #[arg(long, value_enum, default_value = "error")]
    fail_on: FailOn,
    /// How findings are written
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Show notes too (text)
    #[arg(long)]
    notes: bool,
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
pub(super) enum ProfileArg {
    /// What one article can get wrong by itself
    Desk,
    /// That, and what several articles say of one thing
    Factcheck,
}

impl ProfileArg {
    /// The profile that was asked for; else that of one document or of several.
    pub(super) fn or_default(given: Option<Self>, several: bool) -> Profile {
        match given {
            Some(ProfileArg::Desk) => Profile::Desk,
            Some(ProfileArg::Factcheck) => Profile::Factcheck,
            None if several => Profile::Factcheck,
            None => Profile::Desk,
        }
    }
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
    let lexicon = Lexicon::english();
    let (mut set, bad_rules) = rules::load(args.rules.as_deref(), &lexicon)?;
    let (references, bad_table) = reference::load(&args.reference, &lexicon);
    set.references = references;
    let (readings, first, bad) = read_whole(&[&args.paths, &args.against], &lexicon)?;
    let several = readings.len() > 1 && !args.per_document;
    let set = set.of_profile(ProfileArg::or_default(args.profile, several));
    let mut outcome = if args.per_document {
        check_each(&readings, &set)
    } else {
        check(&readings, &set)
    };
    if !args.against.is_empty() {
        outcome.findings.retain(|f| {
            f.locations
                .iter()
                .any(|l| l.reading < first && l.side.is_some())
        });
    }
    let mut out = io::BufWriter::new(io::stdout().lock());
    match args.format {
        Format::Json => report::json::write(&mut out, &outcome, &readings)?,
        Format::Text => {
            let options = report::text::Options {
                color: args.color.is_on(),
                notes: args.notes,
                width: width(),
            };
            report::text::write(&mut out, &outcome, &readings, &options)?;
        }
    }
    out.flush()?;
    let worst = outcome.findings.iter().map(|f| f.severity).max();
    if bad || bad_rules || bad_table {
        return Ok(Status::Problems);
    }
    Ok(
        if worst.is_some_and(|worst| args.fail_on.is_reached(worst)) {
            Status::Findings
        } else {
            Status::Clean
        },
    )
}

impl FailOn {
    fn is_reached(self, worst: Severity) -> bool {
        match self {
            FailOn::Error => worst >= Severity::Error,
            FailOn::Warning => worst >= Severity::Warning,
            FailOn::Note => worst >= Severity::Note,
            FailOn::Never => false,
        }
    }
}
