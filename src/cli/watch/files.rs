//! The files that a run rests on, as they are at one moment.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::Watched;
use crate::cli::desk::Desk;
use crate::cli::input::{is_article, walk};
use crate::cli::rules::is_rule_file;
use crate::problem::Problem;

/// Files that say what is left out of a directory.
const IGNORE_FILES: [&str; 2] = [".gitignore", ".ignore"];

/// Where files are looked for: absolute paths.
pub(super) struct Places {
    /// Articles, and directories of them.
    articles: Vec<PathBuf>,
    /// What else a run reads, there or not: files, and directories of rules.
    others: BTreeSet<PathBuf>,
    /// What is written, and therefore not read.
    written: BTreeSet<PathBuf>,
}

impl Places {
    /// What the command line names. It is refused where none of it can be watched.
    pub fn of(watched: &Watched<'_>, desk: &Desk) -> Result<Self, Problem> {
        let args = watched.args;
        let named: Vec<&String> = args.paths.iter().chain(&args.against).collect();
        for path in &named {
            let given = Path::new(path);
            let message = if *path == "-" {
                "standard input is read once, and cannot be watched"
            } else if given.exists() && !given.is_file() && !given.is_dir() {
                "neither a file nor a directory, and cannot be watched"
            } else {
                continue;
            };
            return Err(Problem::of_file(*path, message)
                .help("name files or directories, or leave out --watch"));
        }
        if let Some(path) = args.paths.first()
            && !named.iter().any(|path| Path::new(path).exists())
        {
            return Err(Problem::of_file(path, "nothing to watch: no such file"));
        }
        let absolute = |path: &str| {
            let path = Path::new(path);
            // What lies below is found by its true path.
            let real = path.canonicalize().ok().filter(|real| real.is_dir());
            real.unwrap_or_else(|| desk.absolute(path))
        };
        Ok(Self {
            articles: named.iter().map(|path| absolute(path)).collect(),
            others: watched.baseline.into_iter().map(absolute).collect(),
            written: watched.written.iter().map(|path| absolute(path)).collect(),
        })
    }

    /// Adds what a run has read besides; the files of places that are new, as they were then.
    pub fn add(&mut self, read: RestsOn) -> Seen {
        let mut new = Seen::default();
        for (path, then) in read {
            if self.others.insert(path) {
                new.add(then);
            }
        }
        new
    }
}

/// What a run read besides articles, there or not: each file, or directory of rules, as it was before it was read.
pub(in crate::cli) type RestsOn = BTreeMap<PathBuf, Seen>;

/// When a file was written and how long it is; `None` where there is no file.
type Stamp = Option<(Option<SystemTime>, u64)>;

/// Files at one moment.
#[derive(Debug, Clone, Default)]
pub(in crate::cli) struct Seen {
    files: BTreeMap<PathBuf, Stamp>,
    /// The directories in which any file matters.
    walked: BTreeSet<PathBuf>,
    /// All in which a file matters.
    pub(super) directories: BTreeSet<PathBuf>,
}

impl Seen {
    /// What lies in some places now.
    pub(super) fn of(places: &Places) -> Self {
        let mut seen = Self::default();
        for path in &places.articles {
            if path.is_dir() {
                seen.walk(path, &places.written);
            } else {
                seen.file(path.clone());
            }
        }
        for path in &places.others {
            seen.other(path);
        }
        seen
    }

    /// What is no article: a file, or a directory of rules.
    pub fn of_other(path: &Path) -> Self {
        let mut seen = Self::default();
        seen.other(path);
        seen
    }

    /// Adds more files; what is known stays as it was.
    pub(super) fn add(&mut self, more: Self) {
        for (path, stamp) in more.files {
            self.files.entry(path).or_insert(stamp);
        }
    }

    /// What is not as it was, by path.
    pub(super) fn changes_since(&self, before: &Self) -> Vec<Change> {
        let paths: BTreeSet<&PathBuf> = self.files.keys().chain(before.files.keys()).collect();
        let stamp = |seen: &Self, path: &PathBuf| seen.files.get(path).copied().flatten();
        let change = |path: &PathBuf| match (stamp(before, path), stamp(self, path)) {
            (None, Some(_)) => Some(Change::New(path.clone())),
            (Some(_), None) => Some(Change::Gone(path.clone())),
            (old, new) => (old != new).then(|| Change::Changed(path.clone())),
        };
        paths.into_iter().filter_map(change).collect()
    }

    /// Whether it matters what happens to a file or directory.
    pub(super) fn concerns(&self, path: &Path) -> bool {
        let is_in = |dir: &Path| self.walked.contains(dir);
        // Paths are ordered by their parts: what lies below one follows it.
        let mut from = self.files.range(path.to_owned()..);
        is_in(path)
            || path.parent().is_some_and(is_in)
            || from.next().is_some_and(|(file, _)| file.starts_with(path))
    }

    fn walk(&mut self, root: &Path, written: &BTreeSet<PathBuf>) {
        self.directory_of(root);
        for entry in walk(root).flatten() {
            let path = entry.into_path();
            if path.is_dir() {
                for name in IGNORE_FILES {
                    self.file(path.join(name));
                }
                self.walked.insert(path);
            } else if is_article(&path) && !written.contains(&path) {
                self.file(path);
            }
        }
    }

    fn other(&mut self, path: &Path) {
        if path.is_dir() {
            self.rules(path);
        } else {
            self.file(path.to_owned());
        }
    }

    fn rules(&mut self, dir: &Path) {
        self.directory_of(dir);
        self.directories.insert(dir.to_owned());
        self.walked.insert(dir.to_owned());
        let entries = std::fs::read_dir(dir).into_iter().flatten().flatten();
        let is_rule = |path: &PathBuf| {
            let name = path.file_name().and_then(|name| name.to_str());
            name.is_some_and(is_rule_file)
        };
        let rules = entries.map(|entry| entry.path()).filter(is_rule);
        rules.for_each(|path| self.file(path));
    }

    fn file(&mut self, path: PathBuf) {
        self.directory_of(&path);
        // Behind a link, the file itself is what changes.
        if path.is_symlink()
            && let Ok(real) = path.canonicalize()
            && let Some(dir) = real.parent()
        {
            self.directories.insert(dir.to_owned());
            self.walked.insert(dir.to_owned());
        }
        let data = path.metadata().ok().filter(std::fs::Metadata::is_file);
        let stamp = data.map(|data| (data.modified().ok(), data.len()));
        self.files.insert(path, stamp);
    }

    /// Notes the directory of a path; where it is gone, the nearest one above, in which it would appear.
    fn directory_of(&mut self, path: &Path) {
        let above = path.ancestors().skip(1).find(|dir| dir.is_dir());
        if let Some(dir) = above
            && !self.directories.contains(dir)
        {
            self.directories.insert(dir.to_owned());
        }
    }
}

/// What happened to a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Change {
    New(PathBuf),
    Changed(PathBuf),
    Gone(PathBuf),
}

impl Change {
    /// The file, and what happened in a word or two.
    pub fn told(&self) -> (&Path, &'static str) {
        match self {
            Change::New(path) => (path, "is new"),
            Change::Changed(path) => (path, "changed"),
            Change::Gone(path) => (path, "is gone"),
        }
    }
}
