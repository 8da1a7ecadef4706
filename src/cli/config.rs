//! `claimlint config`

use std::io::{self, Write as _};
use std::path::Path;

use super::Status;
use super::desk::{ConfigArgs, Desk};
use crate::config::show;

const AFTER_HELP: &str = "\
Examples:
  claimlint config show articles/2024-02-14.md     which files say what, for this article";

/// Show what holds for an article, and which file says so
#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand)]
enum Command {
    Show(Show),
}

/// The configuration of a file, and where each value is set
#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
struct Show {
    /// The article, which need not exist
    #[arg(value_name = "FILE")]
    file: String,
    #[command(flatten)]
    config: ConfigArgs,
}

pub(super) fn run(args: &Args) -> io::Result<Status> {
    let Command::Show(args) = &args.command;
    let mut desk = Desk::new(&args.config, &[], &[]);
    let path = Path::new(&args.file);
    // A directory stands for what lies in it.
    let within = if path.is_dir() {
        path.join("article")
    } else {
        path.to_owned()
    };
    let Some(settings) = desk.of(&within) else {
        return Ok(Status::Problems);
    };
    let mut out = io::stdout().lock();
    write!(out, "{}", show(&args.file, &settings.config))?;
    if settings.config.excludes(&desk.absolute(path)) {
        writeln!(out, "# this file is excluded")?;
    }
    Ok(if desk.is_bad {
        Status::Problems
    } else {
        Status::Clean
    })
}
