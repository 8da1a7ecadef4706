//! `claimlint extract`

use std::io::{self, Write as _};

use super::style::width;
use super::{Status, read_articles};
use crate::lexicon::Lexicon;
use crate::report::claims_jsonl::Lines;
use crate::report::claims_table::Table;

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
    let mut out = io::stdout().lock();
    let mut table = Table::default();
    let mut lines = Lines::default();
    let bad = read_articles(&[&args.paths], &lexicon, &mut |_, reading| {
        match args.format {
            Format::Table => table.add(&reading, args.all),
            Format::Jsonl => lines.write(&mut out, &reading, args.all)?,
        }
        Ok(())
    })?;
    match args.format {
        // Columns are as wide as what they hold, so that a table is written last.
        Format::Table => {
            let mut out = io::BufWriter::new(out);
            table.write(&mut out, width())?;
            out.flush()?;
        }
        Format::Jsonl => lines.flush(&mut out)?,
    }
    Ok(if bad { Status::Problems } else { Status::Clean })
}
