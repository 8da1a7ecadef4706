//! What a branch changed: `--changed-since REV`, by asking git.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::io;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::problem::Problem;

/// The lines that are not as they were.
#[derive(Debug, Default)]
pub(super) struct Changed {
    /// The directory of the repository, absolute.
    root: PathBuf,
    /// By absolute path.
    files: HashMap<PathBuf, Lines>,
}

#[derive(Debug)]
enum Lines {
    All,
    Some(Vec<RangeInclusive<usize>>),
}

impl Changed {
    /// What was changed in the repository of a directory since the branch left a revision, committed or not; a file
    /// that git does not know yet is new as a whole.
    pub fn since(revision: &str, dir: &Path) -> Result<Self, Problem> {
        let git = Git { dir, revision };
        let root = git.line(&["rev-parse", "--show-toplevel"])?;
        let root = Path::new(&root);
        let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        let commit = format!("{revision}^{{commit}}");
        let commit = git.line(&[
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            &commit,
        ])?;
        // What was added to the other branch since is no change of this one.
        let base = git.line(&["merge-base", &commit, "HEAD"]).unwrap_or(commit);
        let diff = git.output(&[
            "-c",
            "core.quotePath=false",
            "diff",
            "--unified=0",
            "--no-color",
            "--no-ext-diff",
            "--no-textconv",
            "--src-prefix=a/",
            "--dst-prefix=b/",
            &base,
            "--",
            ":/",
        ])?;
        let mut changed = Self {
            root: root.clone(),
            files: HashMap::new(),
        };
        changed.add_diff(&diff, &root);
        let new = git.output(&[
            "ls-files",
            "--others",
            "--exclude-standard",
            "--full-name",
            "-z",
            ":/",
        ])?;
        for name in new.split('\0').filter(|name| !name.is_empty()) {
            changed.files.insert(root.join(name), Lines::All);
        }
        Ok(changed)
    }

    /// Whether a file lies in the repository.
    pub fn holds(&self, path: &Path) -> bool {
        path.starts_with(&self.root)
    }

    /// Whether any of the lines, from 1, of a file is changed; `path` is absolute.
    pub fn touches(&self, path: &Path, lines: &RangeInclusive<usize>) -> bool {
        match self.files.get(path) {
            None => false,
            Some(Lines::All) => true,
            Some(Lines::Some(ranges)) => ranges
                .iter()
                .any(|range| range.start() <= lines.end() && lines.start() <= range.end()),
        }
    }

    /// Takes the added lines of a diff without context.
    fn add_diff(&mut self, diff: &str, root: &Path) {
        let mut file: Option<PathBuf> = None;
        // Lines of a text may begin like a header: a hunk says how many are its own.
        let mut own = 0;
        for line in diff.lines() {
            if own > 0 && line.starts_with(['+', '-']) {
                own -= 1;
            } else if let Some(name) = line.strip_prefix("+++ b/") {
                // Behind a name with a space stands a tab.
                file = Some(root.join(name.trim_end_matches('\t')));
            } else if line.starts_with("+++ ") {
                file = None;
            } else if let Some((old, new)) = hunk(line) {
                own = old.1 + new.1;
                if let Some(file) = file.clone().filter(|_| new.1 > 0) {
                    let range = new.0..=new.0 + new.1 - 1;
                    match self
                        .files
                        .entry(file)
                        .or_insert_with(|| Lines::Some(Vec::new()))
                    {
                        Lines::Some(ranges) => ranges.push(range),
                        Lines::All => {}
                    }
                }
            }
        }
    }
}

/// The old and the new lines of "@@ -12,2 +13 @@": the first of each, and how many.
fn hunk(line: &str) -> Option<((usize, usize), (usize, usize))> {
    let side = |text: &str| match text.split_once(',') {
        Some((first, number)) => Some((first.parse().ok()?, number.parse().ok()?)),
        None => Some((text.parse().ok()?, 1)),
    };
    let mut words = line.strip_prefix("@@ -")?.split(' ');
    let old = side(words.next()?)?;
    let new = side(words.next()?.strip_prefix('+')?)?;
    Some((old, new))
}

struct Git<'a> {
    dir: &'a Path,
    revision: &'a str,
}

impl Git<'_> {
    fn output(&self, args: &[&str]) -> Result<String, Problem> {
        let option = format!("--changed-since {}", self.revision);
        let asked = Command::new("git")
            .arg("-C")
            .arg(self.dir)
            .args(args.iter().map(OsStr::new))
            .output();
        let done = asked.map_err(|error| {
            let message = match error.kind() {
                io::ErrorKind::NotFound => {
                    "git is not installed, and it knows what was changed".to_owned()
                }
                kind => format!("git cannot be run: {kind}"),
            };
            Problem::of_file(&option, message)
        })?;
        if done.status.success() {
            // A name that is no UTF-8 is the name of no article that can be printed.
            return Ok(String::from_utf8_lossy(&done.stdout).into_owned());
        }
        let said = String::from_utf8_lossy(&done.stderr);
        let said = said
            .lines()
            .next()
            .unwrap_or_default()
            .trim_start_matches("fatal: ");
        let message = if said.is_empty() {
            format!("git knows no revision `{}`", self.revision)
        } else {
            format!("git says: {said}")
        };
        let help = "name a branch, a tag or a commit; a shallow clone may lack it: fetch it first";
        Err(Problem::of_file(&option, message).help(help))
    }

    fn line(&self, args: &[&str]) -> Result<String, Problem> {
        Ok(self.output(args)?.trim_end_matches(['\r', '\n']).to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diff_says_which_lines_are_new() {
        let diff = "diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n@@ -3 +3,2 @@ some words\n-old\n+new\n+++ b/not/a/header\n\
                    @@ -9,2 +10,0 @@\n-gone\n-gone\ndiff --git a/b c.md b/b c.md\n--- /dev/null\n+++ b/b c.md\t\n@@ -0,0 +1,9 @@\n";
        let mut changed = Changed::default();
        changed.add_diff(diff, Path::new("/r"));
        let touches = |file: &str, lines: RangeInclusive<usize>| {
            changed.touches(&Path::new("/r").join(file), &lines)
        };
        assert!(touches("a.md", 3..=3) && touches("a.md", 1..=9) && touches("a.md", 4..=5));
        assert!(
            !touches("a.md", 1..=2) && !touches("a.md", 5..=20),
            "what is gone stands nowhere"
        );
        assert!(touches("b c.md", 9..=9) && !touches("b c.md", 10..=10));
        assert!(!touches("not/a/header", 1..=9));
    }
}
