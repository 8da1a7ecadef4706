//! The rule files that an invocation names.

use std::ffi::OsStr;
use std::io;
use std::path::Path;

use super::super::input::is_endless;
use super::tell;
use crate::problem::Problem;

/// The name and the text of each file, and whether something could not be read, which is told.
pub(super) type Files = (Vec<(String, String)>, bool);

/// The rule files that some paths name, in that order: files, and directories with the files in them.
pub(super) fn of_paths(paths: &[String]) -> Files {
    let (mut files, mut bad) = (Vec::new(), false);
    for path in paths {
        let (found, is_bad) = if Path::new(path).is_dir() {
            of_directory(path)
        } else {
            of_names(vec![path.clone()])
        };
        files.extend(found);
        bad |= is_bad;
    }
    (files, bad)
}

/// The rule files of a directory, by name. Those of directories in it are none of its rules.
pub(super) fn of_directory(dir: &str) -> Files {
    let wrong = |problem: Problem| {
        tell(&problem);
        (Vec::new(), true)
    };
    let entries = match std::fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) => {
            let message = format!("no rules can be read from here: {}", reason(&error));
            return wrong(Problem::of_file(dir, message));
        }
    };
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| is_rule_file(name)).collect();
    names.sort();
    if names.is_empty() {
        let message = "no rule file (*.yaml) is in this directory";
        return wrong(Problem::of_file(dir, message).help(
            "directories in it are not looked into; `claimlint rules new` writes a first rule",
        ));
    }
    let dir = dir.trim_end_matches('/');
    let paths = names.into_iter().map(|name| format!("{dir}/{name}"));
    of_names(paths.collect())
}

fn of_names(paths: Vec<String>) -> Files {
    let (mut files, mut bad) = (Vec::new(), false);
    for path in paths {
        match read(&path) {
            Ok(text) => files.push((path, text)),
            Err(problem) => {
                tell(&problem);
                bad = true;
            }
        }
    }
    (files, bad)
}

/// What is hidden is of an editor, or of another program.
pub(in crate::cli) fn is_rule_file(name: &str) -> bool {
    let ending = Path::new(name).extension().and_then(OsStr::to_str);
    matches!(ending, Some("yaml" | "yml")) && !name.starts_with('.')
}

fn read(path: &str) -> Result<String, Problem> {
    if is_endless(Path::new(path)) {
        let message = "a device, not a rule: name a file";
        return Err(Problem::of_file(path, message));
    }
    std::fs::read_to_string(path).map_err(|error| Problem::of_file(path, reason(&error)))
}

fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file or directory".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::InvalidData => "the file is not UTF-8".to_owned(),
        io::ErrorKind::NotADirectory => {
            "not a directory: name the directory that holds the rule files".to_owned()
        }
        _ => error.to_string(),
    }
}
