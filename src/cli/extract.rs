//! `claimlint extract`

use std::io::{self, IsTerminal as _, Write as _};

use super::Status;
use super::desk::{ConfigArgs, Desk};
use super::gathered::{Sources, read_articles};
use super::style::width;
use crate::claim::Reading;
use crate::report::claims_csv::Rows;
use crate::report::claims_jsonl::Lines;
use crate::report::claims_table::Table;

const AFTER_HELP: &str = "\
Examples:
  claimlint extract draft.md                          the claims as a table
  claimlint extract --all --format jsonl articles/    every figure, one JSON object a line
  claimlint extract --format csv articles/ > a.csv    for a spreadsheet";

/// List the figures with what they count, where, when and according to whom
#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    /// Articles: files (text, Markdown, HTML, JSON, JSON Lines), directories, or `-` for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<String>,
    /// Also figures that have no known measure: money, percentages, distances, any counted noun
    #[arg(long)]
    all: bool,
    /// How claims are written
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
    #[command(flatten)]
    config: ConfigArgs,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    /// For people
    Table,
    /// For programs: one object a line
    Jsonl,
    /// For spreadsheets: one row a claim, below a header
    Csv,
}

pub(super) fn run(args: &Args) -> io::Result<Status> {
    let mut desk = Desk::new(&args.config, &[], &[]);
    let mut out = io::stdout().lock();
    let sources = Sources {
        lists: &[&args.paths],
        stdin_name: None,
        is_shown: !matches!(args.format, Format::Table) && out.is_terminal(),
    };
    let mut read = |each: &mut dyn FnMut(&Reading) -> io::Result<()>| {
        read_articles(sources, &mut desk, &mut |_, reading, _| each(&reading))
    };
    let went = match args.format {
        // Columns are as wide as what they hold, so that a table is written last.
        Format::Table => {
            let mut table = Table::default();
            let went = read(&mut |reading| {
                table.add(reading, args.all);
                Ok(())
            })?;
            let mut out = io::BufWriter::new(out);
            table.write(&mut out, width())?;
            out.flush()?;
            went
        }
        Format::Jsonl => {
            let mut lines = Lines::default();
            let went = read(&mut |reading| lines.write(&mut out, reading, args.all))?;
            lines.flush(&mut out)?;
            went
        }
        Format::Csv => {
            let mut rows = Rows::new(out)?;
            let went = read(&mut |reading| rows.write(reading, args.all))?;
            rows.flush()?;
            went
        }
    };
    Ok(if went.bad {
        Status::Problems
    } else {
        Status::Clean
    })
}
