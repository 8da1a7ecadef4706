//! Files by pattern, as in `.gitignore`.

use std::path::{Path, PathBuf};

use ignore::gitignore::{Gitignore, GitignoreBuilder};

use super::Set;
use crate::problem::Problem;

/// Patterns of one configuration file, relative to its directory. One without a slash matches at every depth, one that
/// names a directory everything below it, one behind `!` takes back what matched before.
#[derive(Debug, Clone)]
pub struct Globs {
    dir: PathBuf,
    /// As they are written.
    pub patterns: Vec<Set<String>>,
    compiled: Gitignore,
}

impl Globs {
    /// Compiles patterns; `dir` is absolute.
    pub(super) fn of(dir: &Path, patterns: Vec<Set<String>>) -> Result<Self, Problem> {
        let mut builder = GitignoreBuilder::new(dir);
        for pattern in &patterns {
            let added = builder.add_line(None, &pattern.value);
            added.map_err(|error| {
                let message = format!("`{}` is no pattern of files: {error}", pattern.value);
                pattern
                    .problem(message)
                    .help("write one as in .gitignore: `drafts/**`, `*.old.md`")
            })?;
        }
        let compiled = builder.build().map_err(|error| {
            let message = format!("these are no patterns of files: {error}");
            match patterns.first() {
                Some(first) => first.problem(message),
                None => Problem::of_file(dir.display().to_string(), message),
            }
        })?;
        Ok(Self {
            dir: dir.to_owned(),
            patterns,
            compiled,
        })
    }

    /// Whether a file matches; `path` is absolute.
    pub fn matches(&self, path: &Path) -> bool {
        // The matcher panics on what does not lie below its root.
        path.strip_prefix(&self.dir).is_ok_and(|below| {
            let found = self.compiled.matched_path_or_any_parents(below, false);
            found.is_ignore()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn globs(patterns: &[&str]) -> Result<Globs, Problem> {
        let set = |pattern: &&str| Set {
            value: (*pattern).to_owned(),
            file: "claimlint.yaml".into(),
            at: (3, 5),
        };
        Globs::of(Path::new("/desk"), patterns.iter().map(set).collect())
    }

    #[test]
    fn patterns_are_those_of_ignore_files() {
        let globs = globs(&["drafts/", "*.old.md", "/top.md", "wire/*", "!wire/kept.md"]).unwrap();
        for path in [
            "drafts/a.md",
            "x/drafts/b/c.md",
            "x/a.old.md",
            "top.md",
            "wire/a.md",
        ] {
            assert!(globs.matches(&Path::new("/desk").join(path)), "{path}");
        }
        for path in ["a.md", "x/top.md", "wire/kept.md", "old.md"] {
            assert!(!globs.matches(&Path::new("/desk").join(path)), "{path}");
        }
        assert!(
            !globs.matches(Path::new("/other/drafts/a.md")),
            "not below the directory"
        );
    }

    #[test]
    fn a_bad_pattern_is_named() {
        let problem = globs(&["a", "{b"]).err().unwrap().to_string();
        assert!(
            problem.starts_with("claimlint.yaml:3:5: `{b` is no pattern of files: "),
            "{problem}"
        );
    }
}
