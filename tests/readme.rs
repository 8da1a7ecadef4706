//! The commands of the README, run as written.
//!
//! In its ```` ```console ```` and ```` ```sh ```` blocks, `$ claimlint …` and `$ cargo run --release -- …` (in a
//! `sh` block without the `$` as well) run in the repository; lines below a command are its output, whole.

mod common;

use common::{root, run_in};

/// A command of the README with the output shown below it.
#[derive(Debug, Default, PartialEq, Eq)]
struct Shown {
    line: usize,
    args: Vec<String>,
    output: String,
}

/// The arguments of a line that runs the program.
fn arguments(line: &str, is_console: bool) -> Option<Vec<String>> {
    let command = match line.strip_prefix("$ ") {
        Some(command) => command,
        None if is_console => return None,
        None => line.strip_prefix("cargo run").map(|_| line)?,
    };
    let args = command
        .strip_prefix("claimlint ")
        .or_else(|| command.strip_prefix("cargo run --release -- "))?;
    let args = args.split(" #").next().unwrap_or(args);
    Some(args.split_whitespace().map(str::to_owned).collect())
}

fn commands(readme: &str) -> Vec<Shown> {
    let mut found: Vec<Shown> = Vec::new();
    let mut block: Option<&str> = None;
    let mut open = false;
    for (i, line) in readme.lines().enumerate() {
        if let Some(fence) = line.strip_prefix("```") {
            block = if block.is_some() { None } else { Some(fence) };
            open = false;
        } else if let Some(kind @ ("console" | "sh")) = block {
            let args = arguments(line, kind == "console");
            if let Some(args) = args {
                found.push(Shown {
                    line: i + 1,
                    args,
                    output: String::new(),
                });
                open = true;
            } else if line.starts_with("$ ") {
                open = false;
            } else if let Some(shown) = found.last_mut().filter(|_| open && kind == "console") {
                shown.output += line;
                shown.output.push('\n');
            }
        }
    }
    found
}

#[test]
fn commands_are_found_with_their_output() {
    let readme = "```console\n$ claimlint rules list\none\n\ntwo\n$ cargo test\nok\n$ claimlint check a.txt  # one\n```\n\
                  $ claimlint no\n```sh\ncargo install x\nclaimlint check draft.md\n$ cargo run --release -- check b\n\
                  cargo run --release -- check c\n```\n```yaml\n$ claimlint no\n```\n";
    let shown = |line, args: &str, output: &str| Shown {
        line,
        args: args.split(' ').map(str::to_owned).collect(),
        output: output.to_owned(),
    };
    let expected = [
        shown(2, "rules list", "one\n\ntwo\n"),
        shown(8, "check a.txt", ""),
        shown(14, "check b", ""),
        shown(15, "check c", ""),
    ];
    assert_eq!(commands(readme), expected);
}

#[test]
fn the_readme_shows_what_the_program_does() {
    let readme = std::fs::read_to_string(root().join("README.md")).expect("a README");
    let commands = commands(&readme);
    assert!(!commands.is_empty(), "the README runs nothing");
    for shown in commands {
        let args: Vec<&str> = shown.args.iter().map(String::as_str).collect();
        let run = run_in(root(), &args);
        assert_eq!(run.err, "", "README.md:{}", shown.line);
        assert_ne!(run.status, Some(2), "README.md:{}", shown.line);
        if !shown.output.is_empty() {
            assert_eq!(run.out, shown.output, "README.md:{}", shown.line);
        }
    }
}
