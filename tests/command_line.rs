//! What is made of the command line itself: completion scripts and manual pages.

#![expect(
    clippy::expect_used,
    reason = "a test that cannot talk to a program has failed"
)]

mod common;

use std::collections::BTreeSet;
use std::io::Write as _;
use std::process::{Command, Stdio};

use common::{Desk, root, run_in};

const SHELLS: [&str; 5] = ["bash", "zsh", "fish", "powershell", "elvish"];

/// The commands that a help page lists.
fn commands(of: &[&str]) -> Vec<String> {
    let help = run_in(root(), &[of, &["--help"]].concat()).out;
    let list = help.split("\nCommands:\n").nth(1).unwrap_or_default();
    let list = list.split("\n\n").next().unwrap_or_default();
    let names = list.lines().filter(|line| !line.starts_with("    "));
    let names = names.filter_map(|line| line.split_whitespace().next());
    let names = names.filter(|name| *name != "help");
    names.map(str::to_owned).collect()
}

/// Whether a program accepts a text without a word; `None` where it is not installed.
fn accepts(program: &str, args: &[&str], text: &str) -> Option<Result<(), String>> {
    let child = Command::new(program)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn();
    let Ok(mut child) = child else {
        let _ = writeln!(std::io::stderr(), "skipped: {program} is not installed");
        return None;
    };
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(text.as_bytes()).expect("it is read");
    drop(stdin);
    let done = child.wait_with_output().expect("the program ends");
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    Some(if done.status.success() && said.is_empty() {
        Ok(())
    } else {
        Err(said)
    })
}

#[test]
fn every_shell_completes_every_command() {
    let commands = commands(&[]);
    assert!(commands.contains(&"check".to_owned()), "{commands:?}");
    let mut scripts = BTreeSet::new();
    for shell in SHELLS {
        let run = run_in(root(), &["completions", shell]);
        assert_eq!((run.status, run.err.as_str()), (Some(0), ""), "{shell}");
        for command in &commands {
            assert!(run.out.contains(command.as_str()), "{shell}: {command}");
        }
        assert!(run.out.contains("changed-since"), "{shell}: options");
        // The scripts for the other two complete no values.
        if ["bash", "zsh", "fish"].contains(&shell) {
            assert!(run.out.contains("checkstyle"), "{shell}: values");
        }
        assert_eq!(run, run_in(root(), &["completions", shell]), "{shell}");
        assert!(scripts.insert(run.out), "{shell}: the script of another");
    }
}

#[test]
fn shells_read_their_scripts() {
    for (shell, args) in [
        ("bash", ["-n"]),
        ("zsh", ["-n"]),
        ("fish", ["--no-execute"]),
    ] {
        let script = run_in(root(), &["completions", shell]).out;
        let read = accepts(shell, &args, &script);
        assert_eq!(read.unwrap_or(Ok(())), Ok(()), "{shell}");
    }
}

#[test]
fn an_unknown_shell_is_refused() {
    let run = run_in(root(), &["completions", "bahs"]);
    assert_eq!((run.status, run.out.as_str()), (Some(2), ""));
    assert!(run.err.contains("bash"), "{}", run.err);
}

#[test]
fn the_manual_page_lists_every_command() {
    let run = run_in(root(), &["man"]);
    assert_eq!((run.status, run.err.as_str()), (Some(0), ""));
    for command in commands(&[]) {
        let name = format!("claimlint\\-{command}(1)");
        assert!(run.out.contains(&name), "{name}");
    }
    assert!(
        run.out.contains(".SH EXAMPLES\n.nf\n"),
        "examples keep their lines"
    );
    assert_eq!(run, run_in(root(), &["man"]));
}

#[test]
fn every_command_has_a_page_that_groff_accepts() {
    let desk = Desk::new::<&str>("manual", &[]);
    let run = desk.run(&["man", "--dir", "share/man1"]);
    let mut names = BTreeSet::from(["claimlint.1".to_owned()]);
    for command in commands(&[]) {
        for inner in commands(&[&command]) {
            names.insert(format!("claimlint-{command}-{inner}.1"));
        }
        names.insert(format!("claimlint-{command}.1"));
    }
    assert_eq!((run.status, run.err.as_str()), (Some(0), ""));
    assert_eq!(run.out, format!("share/man1: {} pages\n", names.len()));
    let entries = std::fs::read_dir(desk.path().join("share/man1")).expect("pages");
    let found = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    assert_eq!(found.collect::<BTreeSet<String>>(), names);
    for name in &names {
        let path = desk.path().join("share/man1").join(name);
        let page = std::fs::read_to_string(path).expect("a page");
        let read = accepts("groff", &["-man", "-ww", "-z", "-k"], &page);
        assert_eq!(read.unwrap_or(Ok(())), Ok(()), "{name}");
    }
}

#[test]
fn a_directory_that_cannot_be_written_is_told() {
    let desk = Desk::new("manual_no_dir", &[("file", "")]);
    let run = desk.run(&["man", "--dir", "file"]);
    assert_eq!((run.status, run.out.as_str()), (Some(2), ""));
    assert!(
        run.err.starts_with("error: file/claimlint.1: "),
        "{}",
        run.err
    );
}
