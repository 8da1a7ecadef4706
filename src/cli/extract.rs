//! `claimlint extract`

use std::io::{self, Write as _};

use super::style::width;
use super::{Read, Status, read_articles};
use crate::lexicon::Lexicon;
use crate::report::{claims_jsonl, claims_table};

const AFTER_HELP: &str = "\
Examples:
  claimlint extract draft.md                          the claims as a table
  claimlint extract --all --format jsonl articles/    every figure, one JSON object a line";

/// List the figures with what they count, where, when and according to whom
#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    /// Articles: files (text, Markdown, JSON, JSON Lines), directories, or `-` for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<String>,
    /// Also figures that have no known measure: money, percentages, distances, any counted noun
    #[arg(long)]
    all: bool,
    /// How claims are written
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    /// For people
    Table,
    /// For programs: one object a line
    Jsonl,
}

pub(super) fn run(args: &Args) -> io::Result<Status> {
    let lexicon = Lexicon::english();
    let Read { readings, bad, .. } = read_articles(&args.paths, &[], &lexicon);
    let mut out = io::BufWriter::new(io::stdout().lock());
    match args.format {
        Format::Table => claims_table::write(&mut out, &readings, args.all, width())?,
        Format::Jsonl => claims_jsonl::write(&mut out, &readings, args.all)?,
    }
    out.flush()?;
    Ok(if bad { Status::Problems } else { Status::Clean })
}
