//! `claimlint man`

use std::io::{self, Write as _};
use std::path::Path;

use clap::{Command, CommandFactory as _};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};

use super::{Cli, Status, file, tell};
use crate::report::text::counted;

const AFTER_HELP: &str = "\
Examples:
  claimlint man | man -l -                                read it
  claimlint man --dir ~/.local/share/man/man1             install all pages: `man claimlint-check`";

/// Print the manual page, or write those of all commands
#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    /// Write one page for each command into this directory
    #[arg(long, value_name = "DIR")]
    dir: Option<String>,
}

pub(super) fn run(args: &Args) -> io::Result<Status> {
    let mut command = Cli::command().disable_help_subcommand(true);
    command.build();
    let mut out = io::stdout().lock();
    let Some(dir) = &args.dir else {
        out.write_all(&page(&command)?.1)?;
        return Ok(Status::Clean);
    };
    let mut pages = Vec::new();
    add_pages(&command, &mut pages)?;
    for (name, page) in &pages {
        if let Err(problem) = file::write(&Path::new(dir).join(name), page) {
            tell(&problem);
            return Ok(Status::Problems);
        }
    }
    writeln!(out, "{dir}: {}", counted(pages.len(), "page"))?;
    Ok(Status::Clean)
}

/// Adds the pages of a command and of those below it.
fn add_pages(command: &Command, pages: &mut Vec<(String, Vec<u8>)>) -> io::Result<()> {
    pages.push(page(command)?);
    command
        .get_subcommands()
        .try_for_each(|command| add_pages(command, pages))
}

/// The name of a page, and the page.
fn page(command: &Command) -> io::Result<(String, Vec<u8>)> {
    // Examples are set line by line, which the generator does not do.
    let man = Man::new(command.clone().after_help(None::<&str>));
    let man = man.source(concat!("claimlint ", env!("CARGO_PKG_VERSION")));
    let mut page = Vec::new();
    man.render(&mut page)?;
    if let Some(after_help) = command.get_after_help() {
        after(&after_help.to_string()).to_writer(&mut page)?;
    }
    Ok((man.get_filename(), page))
}

/// What stands at the end of a help page: remarks, then examples.
fn after(text: &str) -> Roff {
    let mut roff = Roff::new();
    let mut is_example = false;
    for (i, line) in text.lines().enumerate() {
        match line {
            "Example:" | "Examples:" => {
                roff.control("SH", ["EXAMPLES"]).control("nf", []);
                is_example = true;
            }
            _ if i == 0 => {
                roff.control("SH", ["NOTES"]).text([roman(line)]);
            }
            "" if !is_example => {
                roff.control("PP", []);
            }
            line => {
                roff.text([roman(line)]);
            }
        }
    }
    if is_example {
        roff.control("fi", []);
    }
    roff
}
