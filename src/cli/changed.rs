//! What a branch changed: `--changed-since REV`, by asking git.

use std::collections::{HashMap, HashSet};
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
    /// The files that git knows, by absolute path.
    known: HashSet<PathBuf>,
    /// The lines of those that were changed.
    files: HashMap<PathBuf, Vec<RangeInclusive<usize>>>,
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
            "--text",
            "--no-textconv",
            "--src-prefix=a/",
            "--dst-prefix=b/",
            &base,
            "--",
            ":/",
        ])?;
        let mut changed = Self {
            root: root.clone(),
            ..Self::default()
        };
        changed.add_diff(&diff, &root);
        let known = git.output(&["ls-files", "--full-name", "-z", ":/"])?;
        let known = known.split('\0').filter(|name| !name.is_empty());
        changed.known = known.map(|name| root.join(name)).collect();
        Ok(changed)
    }

    /// Whether a file lies in the repository.
    pub fn holds(&self, path: &Path) -> bool {
        path.starts_with(&self.root)
    }

    /// Whether any of the lines, from 1, of a file is changed; `path` is absolute.
    pub fn touches(&self, path: &Path, lines: &RangeInclusive<usize>) -> bool {
        let ranges = self.files.get(path).into_iter().flatten();
        let meets = |range: &RangeInclusive<usize>| {
            range.start() <= lines.end() && lines.start() <= range.end()
        };
        // What git does not know is new as a whole: a draft that is ignored, what stands only on the screen.
        !self.known.contains(path) || ranges.into_iter().any(meets)
    }

    /// Takes the added lines of a diff without context.
    fn add_diff(&mut self, diff: &str, root: &Path) {
        let mut file: Option<PathBuf> = None;
        // Lines of a text may begin like a header: a hunk says how many are its own.
        let mut own = 0;
        for line in diff.lines() {
            if own > 0 && line.starts_with(['+', '-']) {
                own -= 1;
            } else if let Some(name) = line.strip_prefix("+++ ") {
                let name = unquoted(name);
                file = name.strip_prefix("b/").map(|name| root.join(name));
            } else if let Some((old, new)) = hunk(line) {
                own = old.1 + new.1;
                if let Some(file) = file.clone().filter(|_| new.1 > 0) {
                    let range = new.0..=new.0 + new.1 - 1;
                    self.files.entry(file).or_default().push(range);
                }
            }
        }
    }
}

/// A file's name as git writes it: in quotation marks where it has signs that need a backslash, else with a tab behind
/// it where it has a space.
fn unquoted(name: &str) -> String {
    let name = name.trim_end_matches('\t');
    let Some(quoted) = name.strip_prefix('"').and_then(|n| n.strip_suffix('"')) else {
        return name.to_owned();
    };
    let mut bytes = Vec::with_capacity(quoted.len());
    let mut rest = quoted.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'\\' {
            bytes.push(byte);
            continue;
        }
        match rest.next() {
            Some(b'n') => bytes.push(b'\n'),
            Some(b't') => bytes.push(b'\t'),
            Some(b'r') => bytes.push(b'\r'),
            Some(b'a') => bytes.push(7),
            Some(b'b') => bytes.push(8),
            Some(b'v') => bytes.push(11),
            Some(b'f') => bytes.push(12),
            // Three octal digits.
            Some(first @ b'0'..=b'7') => {
                let digits = [Some(first), rest.next(), rest.next()];
                let value = digits.iter().flatten().fold(0_u32, |value, digit| {
                    value * 8 + u32::from(digit.saturating_sub(b'0'))
                });
                bytes.push(u8::try_from(value & 0xff).unwrap_or_default());
            }
            Some(other) => bytes.push(other),
            None => {}
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
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
        let problem = Problem::of_file(&option, message);
        Err(if said.is_empty() {
            let help =
                "name a branch, a tag or a commit; a shallow clone may lack it: fetch it first";
            problem.help(help)
        } else {
            problem
        })
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
                    @@ -9,2 +10,0 @@\n-gone\n-gone\ndiff --git a/b c.md b/b c.md\n--- /dev/null\n+++ b/b c.md\t\n@@ -0,0 +1,9 @@\n+a\n+b\n+c\n+d\n+e\n+f\n+g\n+h\n+i\n+++ \"b/\\303\\251\\t\\\".md\"\n@@ -0,0 +1 @@\n";
        let mut changed = Changed::default();
        changed.add_diff(diff, Path::new("/r"));
        let known = ["a.md", "b c.md", "not/a/header", "é\t\".md"];
        changed.known = known.map(|name| Path::new("/r").join(name)).into();
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
        assert!(touches("é\t\".md", 1..=1), "a name in quotation marks");
        assert!(touches("new.md", 1..=1), "git does not know it");
    }
}
