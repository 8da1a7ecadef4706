//! `claimlint completions`

use std::io::{self, Write as _};

use clap::CommandFactory as _;
use clap_complete::Shell;

use super::{Cli, Status};

const AFTER_HELP: &str = "\
Examples:
  claimlint completions bash > ~/.local/share/bash-completion/completions/claimlint
  claimlint completions zsh > ~/.zfunc/_claimlint           with ~/.zfunc in fpath, before compinit
  claimlint completions fish > ~/.config/fish/completions/claimlint.fish
  claimlint completions powershell > claimlint.ps1
  claimlint completions elvish > ~/.config/elvish/lib/claimlint.elv    and `use claimlint` in rc.elv";

/// Print the script with which a shell completes commands and options
#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

pub(super) fn run(args: &Args) -> io::Result<Status> {
    // Written at once: the generator takes a writer that fails for a mistake of ours.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "claimlint", &mut script);
    io::stdout().lock().write_all(&script)?;
    Ok(Status::Clean)
}
