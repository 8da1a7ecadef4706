//! The pages of `--help`, and their examples.

use crate::common::{root, run_in};
use crate::page::Shown;

/// The help of one command.
pub struct Page {
    /// `check`, `rules new`; nothing for the program itself.
    pub command: String,
    pub text: String,
}

/// The help of every command, by asking for it.
pub fn pages() -> Vec<Page> {
    let mut pages = Vec::new();
    let mut asked = vec![String::new()];
    while let Some(command) = asked.pop() {
        let words = command.split_whitespace().chain(["--help"]);
        let text = run_in(root(), &words.collect::<Vec<_>>()).out;
        for name in subcommands(&text) {
            asked.push(format!("{command} {name}").trim().to_owned());
        }
        pages.push(Page { command, text });
    }
    pages
}

fn subcommands(help: &str) -> Vec<&str> {
    let list = help.split("\nCommands:\n").nth(1).unwrap_or_default();
    let lines = list.lines().take_while(|line| !line.is_empty());
    lines
        .filter(|line| !line.starts_with("    "))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .collect()
}

/// The commands of a page's examples. What an example is for stands behind two spaces.
pub fn examples(page: &Page) -> Vec<Shown> {
    let lines = page.text.lines().enumerate();
    let behind = lines.skip_while(|(_, line)| !matches!(*line, "Example:" | "Examples:"));
    let shown = behind.skip(1).filter_map(|(i, line)| {
        let line = line
            .strip_prefix("  ")
            .filter(|line| !line.starts_with(' '))?;
        Some(Shown {
            at: format!("claimlint {} --help, line {}", page.command, i + 1),
            command: line.split("  ").next().unwrap_or(line).to_owned(),
            output: None,
        })
    });
    shown.collect()
}
