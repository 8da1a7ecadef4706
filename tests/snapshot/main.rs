//! `claimlint snapshot`: what is recorded, what a change looks like, and what is never touched.

#[path = "../common/mod.rs"]
mod common;

mod check;
mod names;
mod record;
mod review;
mod shuffle;
mod unreadable;
mod unreferenced;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use common::{Desk, Run, run};

/// An article with four claims.
const STRIP: &str = "---\ndate: 2024-02-14\n---\n\nThe health ministry said over 28,000 people have been killed in Gaza.\n\n\
                     Some 1,200 people were killed in Israel. Police said 12 people were injured in Goma.\n\n\
                     Gunmen took 253 hostages in Sderot.\n";

/// A row of data.
const ROWS: &str = "{\"id\":\"r1\",\"date\":\"2024-02-14\",\"text\":\"The blast killed 12 people in Goma.\"}\n\
                    {\"id\":\"r2\",\"date\":\"2024-02-14\",\"text\":\"The blast injured 7 people in Goma.\"}\n";

/// The articles of most tests.
fn laid_out(test: &str) -> Desk {
    Desk::new(test, &[("in/a.md", STRIP), ("in/b.txt", common::SOUND)])
}

/// Runs `claimlint snapshot` with settings of the environment.
fn with(desk: &Desk, settings: &[(&str, &str)], args: &[&str]) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_claimlint"));
    command.arg("snapshot").args(args);
    command.envs(settings.iter().copied());
    run(&mut command, desk.path(), b"")
}

/// Runs `claimlint snapshot` without any.
fn snapshot(desk: &Desk, args: &[&str]) -> Run {
    with(desk, &[], args)
}

/// Exit status and standard output of a run that has nothing to say on standard error.
fn ended(run: &Run) -> (Option<i32>, &str) {
    assert_eq!(run.err, "");
    (run.status, &run.out)
}

/// Every file in a folder of the desk with its content.
fn files(desk: &Desk, folder: &str) -> BTreeMap<String, Vec<u8>> {
    fn walk(dir: &Path, below: &str, files: &mut BTreeMap<String, Vec<u8>>) {
        for entry in std::fs::read_dir(dir).into_iter().flatten().flatten() {
            let name = format!("{below}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                walk(&entry.path(), &format!("{name}/"), files);
            } else {
                files.insert(name, std::fs::read(entry.path()).unwrap_or_default());
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(&desk.path().join(folder), "", &mut found);
    found
}

/// The names of the files in a folder of the desk.
fn names(desk: &Desk, folder: &str) -> Vec<String> {
    files(desk, folder).into_keys().collect()
}

/// The text of a file of the desk.
fn text(desk: &Desk, file: &str) -> String {
    std::fs::read_to_string(desk.path().join(file)).unwrap_or_default()
}

/// Replaces words of a file of the desk that are in it.
fn edit(desk: &Desk, file: &str, from: &str, to: &str) {
    let text = text(desk, file);
    assert!(text.contains(from), "{file}: {from}");
    desk.write(file, text.replace(from, to).as_bytes());
}
