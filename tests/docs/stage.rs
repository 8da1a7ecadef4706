//! Where a command of the documentation runs: a copy of what it names.
//!
//! A command with `examples/` in it, and one that shows its output, runs beside a copy of that directory, as in the
//! repository. Every other one runs in a newsroom's repository: that of `examples/newsroom/`, with the drafts and rows of
//! `tests/docs/stage/`.
//!
//! Of a pipe, the part of claimlint runs: `pbpaste |` gives it some text, and what reads its output is left out. Output
//! behind `>` is written on the stage. `snapshot review` is told to quit. Of a command that goes on until it is stopped,
//! the options are read.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::common::{Desk, Run, git, root, run};
use crate::page::Shown;
use crate::shell::{Call, calls};

/// What other programs stand in the documentation, and why they are not run.
pub const OTHERS: [(&str, &str); 6] = [
    ("cargo test", "it would run itself"),
    ("cargo install", "it installs what is tested here"),
    ("cat", "it shows a file of a build server"),
    ("jq", "it reads what claimlint wrote"),
    ("man", "it shows a page that claimlint wrote"),
    ("pbpaste", "the stage has pasted text of its own"),
];

/// A command that runs until it is stopped: only its options are read.
const ENDLESS: &str = "--watch";

/// What is pasted.
const PASTED: &str = "The council has nine members: three women and six men.\n";

/// What build servers set, as paths on the stage.
const VARIABLES: [(&str, &str); 1] = [("$RUNNER_TEMP", "temporary")];

/// A stage: the directory that the next command runs in.
pub struct Stage {
    within: PathBuf,
}

impl Stage {
    /// A stage for some commands.
    pub fn of(name: &str, commands: &[Shown]) -> Self {
        let any = |part: &str| commands.iter().any(|shown| shown.command.contains(part));
        let desk = Desk::new::<&str>(name, &[]);
        if any("examples/") || commands.iter().any(|shown| shown.output.is_some()) {
            copy(&root().join("examples"), "examples", &desk);
        } else {
            copy(&root().join("examples/newsroom"), "", &desk);
            copy(&root().join("tests/docs/stage"), "", &desk);
        }
        if any("homes-differ.yaml") {
            desk.run(&["rules", "new", "homes-differ", "--dir", "desk-rules"]);
        }
        if ["accept", "reject", "review"]
            .iter()
            .any(|what| any(&format!("snapshot {what}")))
        {
            let article = std::fs::read(desk.path().join("articles/a.md")).expect("an article");
            desk.write("articles/a.md", b"Nothing happened in Accra.\n");
            desk.run(&["snapshot", "articles/a.md"]);
            desk.write("articles/a.md", &article);
            assert_eq!(desk.run(&["snapshot", "articles/a.md"]).status, Some(1));
        }
        if any("--changed-since") {
            with_history(&desk);
        }
        let within = desk.path().to_owned();
        Self { within }
    }

    /// Runs a command as it is shown. What is wrong, if it fails, remarks something or writes something else than is shown.
    pub fn mistakes(&mut self, shown: &Shown) -> Vec<String> {
        let mut mistakes = Vec::new();
        for call in calls(&shown.command) {
            let Some(args) = arguments(&call) else {
                self.other(shown, &call);
                continue;
            };
            let run = self.claimlint(shown, &call, &args);
            if !run.err.is_empty() || !matches!(run.status, Some(0 | 1)) {
                mistakes.push(format!("exit status {:?}: {}", run.status, run.err));
            }
            if let Some(output) = shown.output.as_ref().filter(|output| **output != run.out) {
                mistakes.push(format!("it writes\n{}\nand not\n{output}", run.out));
            }
        }
        let at = |mistake| format!("{}: {}\n{mistake}", shown.at, shown.command);
        mistakes.into_iter().map(at).collect()
    }

    fn claimlint(&self, shown: &Shown, call: &Call, args: &[String]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_claimlint"));
        command.args(args);
        if args.iter().any(|arg| arg == ENDLESS) {
            command.arg("--help");
        }
        command.envs(call.settings.iter().map(|(name, value)| (name, value)));
        let done = run(&mut command, &self.within, &self.input(shown, call, args));
        if let Some(file) = call.to.as_deref().filter(|file| !file.starts_with('~')) {
            let file = self.within.join(expanded(file));
            std::fs::create_dir_all(file.parent().expect("a directory")).expect("a directory");
            std::fs::write(file, &done.out).expect("a file");
        }
        done
    }

    /// What a command finds on standard input.
    fn input(&self, shown: &Shown, call: &Call, args: &[String]) -> Vec<u8> {
        match (&call.from, call.piped_from.as_deref()) {
            (Some(file), _) => std::fs::read(self.within.join(file)).expect("a file to read"),
            (None, Some("pbpaste")) => PASTED.into(),
            (None, Some(other)) => panic!("{}: what does {other} write?", shown.at),
            (None, None) if args.starts_with(&["snapshot".to_owned(), "review".to_owned()]) => {
                b"q\n".into()
            }
            (None, None) => {
                assert!(!args.iter().any(|arg| arg == "-"), "{}: no input", shown.at);
                Vec::new()
            }
        }
    }

    /// A program that is not ours: `cd`, or one that is left out.
    fn other(&mut self, shown: &Shown, call: &Call) {
        let words = call.words.join(" ");
        if let Some(dir) = words.strip_prefix("cd ") {
            self.within.push(dir);
            assert!(self.within.is_dir(), "{}: no {dir}", shown.at);
            return;
        }
        let is_known = OTHERS.iter().any(|(start, _)| words.starts_with(start));
        assert!(
            is_known,
            "{}: not run, and not in OTHERS: {words}",
            shown.at
        );
    }
}

/// The arguments of a call of claimlint, with what build servers set.
fn arguments(call: &Call) -> Option<Vec<String>> {
    let start = match &call.words[..] {
        [first, ..] if first == "claimlint" => 1,
        [cargo, run, ..] if cargo == "cargo" && run == "run" => {
            call.words.iter().position(|word| word == "--")? + 1
        }
        _ => return None,
    };
    let args = call.words[start..].iter();
    Some(args.map(|arg| expanded(arg)).collect())
}

/// A word with the values of its variables.
fn expanded(word: &str) -> String {
    let known = VARIABLES.iter();
    let word = known.fold(word.to_owned(), |word, (name, path)| {
        word.replace(name, path)
    });
    assert!(!word.contains('$'), "what is {word}?");
    word
}

/// Copies what lies below a directory to a desk.
pub fn copy(from: &Path, to: &str, desk: &Desk) {
    for entry in std::fs::read_dir(from).expect("a directory") {
        let entry = entry.expect("a file");
        let name = entry.file_name().into_string().expect("a plain name");
        let below = if to.is_empty() {
            name
        } else {
            format!("{to}/{name}")
        };
        if entry.path().is_dir() {
            copy(&entry.path(), &below, desk);
        } else {
            desk.write(&below, &std::fs::read(entry.path()).expect("a file"));
        }
    }
}

/// Makes a desk a repository with a branch of its own.
pub fn with_history(desk: &Desk) {
    for command in [
        "init -q -b main",
        "add .",
        "commit -q -m published",
        "update-ref refs/remotes/origin/main HEAD",
        "checkout -q -b topic",
    ] {
        git(desk, &command.split(' ').collect::<Vec<_>>());
    }
}
