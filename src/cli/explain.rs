//! `claimlint explain`

use std::io::{self, Write as _};
use std::path::Path;

use super::address::Address;
use super::desk::{ConfigArgs, Desk};
use super::gathered::{Gathered, Sources};
use super::input::Origin;
use super::run::{ProfileArg, profile};
use super::style::{Color, width};
use super::{Status, remark, tell};
use crate::problem::Problem;
use crate::report::explain::{Options, write};
use crate::rules::Explainer;

const AFTER_HELP: &str = "\
Every field of a figure is shown with its value, how it was found and the words that say it, with their line and \
column; then, rule by rule, the figures that it was compared with, and those that it was not compared with and why.

A row of JSON or JSON Lines is named by its line, or with --id; then LINE and COLUMN are those of its text.

Exit status: 0, or 2 where no figure is read at the place, or something cannot be read.

Examples:
  claimlint explain draft.md:14                every figure of the line
  claimlint explain draft.md:14:8              the figure at the column, or the nearest of the line
  claimlint explain draft.md:14 archive/       what `check` compares it with there, or not
  claimlint explain rows.jsonl:3               every figure of the row
  claimlint explain rows.jsonl:2:40 --id r3    one figure of the row, by line and column of its text";

/// Show how a figure was read, from which words, and what it was compared with
#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    /// The figures: FILE:LINE or FILE:LINE:COLUMN, the file `-` for standard input
    #[arg(value_name = "FILE:LINE", allow_hyphen_values = true)]
    address: String,
    /// More articles to compare with: files, directories
    #[arg(value_name = "PATH")]
    paths: Vec<String>,
    /// More articles to compare with, as `check` has them
    #[arg(long, value_name = "PATH")]
    against: Vec<String>,
    /// A table of known figures to compare with, as `check` has it
    #[arg(long, value_name = "FILE")]
    reference: Vec<String>,
    /// The article of FILE that has this id
    #[arg(long)]
    id: Option<String>,
    /// Which rules run; without it, those that `check` runs
    #[arg(long, value_enum)]
    profile: Option<ProfileArg>,
    /// A directory of rules that are added to the built-in ones, or replace those of the same id
    #[arg(long, value_name = "DIR")]
    rules: Vec<String>,
    #[command(flatten)]
    config: ConfigArgs,
    /// When to use colour
    #[arg(long, value_enum, default_value = "auto")]
    color: Color,
}

/// A line of more figures than these is explained in part.
const MOST_FIGURES: usize = 100;

pub(super) fn run(args: &Args) -> io::Result<Status> {
    let address = match address(args) {
        Ok(address) => address,
        Err(problem) => {
            tell(&problem);
            return Ok(Status::Problems);
        }
    };
    let mut desk = Desk::new(&args.config, &args.rules, &args.reference);
    let file = [address.file.clone()];
    let sources = Sources {
        lists: &[&file, &args.paths, &args.against],
        stdin_name: None,
        is_shown: false,
    };
    let gathered = Gathered::read(sources, &mut desk)?;
    let bad = gathered.went.bad || desk.is_bad;
    // The file was read first, so that what it is compared with stands beside it.
    let is_of_file = |(list, _): &&(usize, Origin)| *list == 0;
    let of_file = gathered.origins.iter().take_while(is_of_file).count();
    let (Some((group, setup)), 1..) = (gathered.groups().into_iter().next(), of_file) else {
        // What is wrong with the file was told as it was read.
        if !bad {
            let message = "nothing is read of this file: the configuration excludes it";
            tell(&Problem::of_file(&address.file, message));
        }
        return Ok(Status::Problems);
    };
    let config = &gathered.origins[0].1.settings.config;
    let configured = config.profile.as_ref().map(|profile| profile.value);
    let readings = &gathered.readings[group];
    let mut figures = match address.find(&readings[..of_file], args.id.as_deref()) {
        Ok(figures) => figures,
        Err(problem) => {
            tell(&problem);
            return Ok(Status::Problems);
        }
    };
    if let Some(first) = figures.first() {
        let beside = address.remark(&readings[first.reading], first.claim);
        beside.iter().for_each(remark);
    }
    let more = figures.len().saturating_sub(MOST_FIGURES);
    figures.truncate(MOST_FIGURES);
    let profile = profile(args.profile, configured, readings.len() > 1);
    let set = setup.rules.clone().of_profile(profile);
    let explainer = Explainer::new(readings, &set);
    let options = Options {
        color: args.color.is_on(),
        width: width(),
        measures: &set.measures,
    };
    let mut out = io::BufWriter::new(io::stdout().lock());
    for (i, figure) in figures.into_iter().enumerate() {
        if i > 0 {
            writeln!(out)?;
        }
        write(&mut out, readings, figure, &explainer.of(figure), &options)?;
    }
    out.flush()?;
    if more > 0 {
        let message = format!("{more} more figures on this line: name a column");
        remark(&Problem::of_file(&address.file, message));
    }
    Ok(if bad { Status::Problems } else { Status::Clean })
}

/// The address that is given, as far as it can be told to be one without reading the file.
fn address(args: &Args) -> Result<Address, Problem> {
    let address = Address::of(&args.address)?;
    let file = &address.file;
    if Path::new(file).is_dir() {
        return Err(Problem::of_file(file, "a directory, expected a file and a line")
            .help(format!("name a file in it: `claimlint extract --all {file}` lists the figures with their lines")));
    }
    if address.line.is_none() && args.id.is_none() {
        return Err(
            Problem::of_file(file, "no line, expected FILE:LINE or FILE:LINE:COLUMN").help(
                format!("`claimlint extract --all {file}` lists the figures with their lines"),
            ),
        );
    }
    Ok(address)
}
