//! The folder of snapshots: what lies in it, read and written.

use std::io;
use std::path::{Path, PathBuf};

use super::super::file;
use super::super::input::unreadable;
use super::name::{Name, clean, real};
use crate::document::Document;
use crate::problem::Problem;
use crate::snapshot::file::{File, is_ours};

/// What is added to the name of a snapshot that waits for review.
pub(super) const NEW: &str = ".new";

/// A folder of snapshots; it need not be there yet.
#[derive(Debug)]
pub(super) struct Folder {
    /// As given, without a slash at its end.
    dir: String,
    /// The directory that holds it: sources are seen from there.
    base: PathBuf,
}

impl Folder {
    pub(super) fn new(dir: &str) -> Self {
        let dir = match dir.trim_end_matches(['/', std::path::MAIN_SEPARATOR]) {
            "" if dir.is_empty() => ".",
            dir => dir,
        };
        // `real` of something in it, so that links among the directories above are followed.
        let folder = real(Path::new(dir));
        Self {
            dir: dir.to_owned(),
            base: folder.parent().unwrap_or(&folder).to_owned(),
        }
    }

    /// What the snapshot of a document is called.
    pub(super) fn name(&self, document: &Document) -> Name {
        Name::of(document, &self.base)
    }

    /// The path of a file in it.
    pub(super) fn path(&self, file: &str) -> String {
        format!("{}/{file}", self.dir)
    }

    /// The path of an article, seen from where the program runs.
    pub(super) fn article(&self, source: &str) -> String {
        let above = Path::new(&self.dir).join("..").join(source);
        clean(&above)
            .to_string_lossy()
            .replace(std::path::MAIN_SEPARATOR, "/")
    }

    /// Whether the article of a snapshot is there.
    pub(super) fn has_article(&self, file: &File) -> bool {
        self.base.join(&file.source).exists()
    }

    /// Every file in it that is ours, as paths in it, sorted: snapshots, and those that wait for review.
    pub(super) fn files(&self) -> Result<Vec<String>, Problem> {
        let mut files = Vec::new();
        if !Path::new(&self.dir).is_dir() {
            return Ok(files);
        }
        let walk = ignore::WalkBuilder::new(&self.dir)
            .standard_filters(false)
            .build();
        for entry in walk {
            let entry = entry.map_err(|error| Problem::of_file(&self.dir, error.to_string()))?;
            let Ok(below) = entry.path().strip_prefix(&self.dir) else {
                continue;
            };
            let names = below
                .components()
                .map(|name| name.as_os_str().to_string_lossy());
            let file = names.collect::<Vec<_>>().join("/");
            let is_named = file.strip_suffix(NEW).unwrap_or(&file).ends_with(".snap");
            if is_named && entry.path().is_file() {
                let path = self.path(&file);
                let bytes =
                    std::fs::read(entry.path()).map_err(|error| unreadable(&path, &error))?;
                if is_ours(&bytes) {
                    files.push(file);
                }
            }
        }
        // Beside a snapshot of ours lies what waits for it, readable or not.
        let waiting = files.iter().map(|file| format!("{file}{NEW}"));
        let broken = waiting.filter(|file| Path::new(&self.path(file)).exists());
        let mut files = [broken.collect(), files].concat();
        files.sort();
        files.dedup();
        Ok(files)
    }

    /// Reads a file in it, where there is one.
    pub(super) fn read(&self, file: &str) -> Result<Option<File>, Problem> {
        let path = self.path(file);
        match std::fs::read(&path) {
            Ok(bytes) => File::read(&path, bytes).map(Some),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(unreadable(&path, &error)),
        }
    }

    /// Writes a snapshot, and clears away one that waited.
    pub(super) fn write(&self, file: &str, content: &File) -> Result<(), Problem> {
        file::write(Path::new(&self.path(file)), content.text().as_bytes())?;
        self.remove(&format!("{file}{NEW}"))
    }

    /// Writes a snapshot beside, to be reviewed.
    pub(super) fn write_beside(&self, file: &str, content: &File) -> Result<(), Problem> {
        let beside = format!("{file}{NEW}");
        // What is there and cannot be read is kept.
        self.read(&beside)?;
        file::write(Path::new(&self.path(&beside)), content.text().as_bytes())
    }

    /// Removes a file that is ours, where there is one.
    pub(super) fn remove(&self, file: &str) -> Result<(), Problem> {
        if self.read(file)?.is_none() {
            return Ok(());
        }
        let path = self.path(file);
        std::fs::remove_file(&path).map_err(|error| {
            Problem::of_file(&path, format!("cannot be removed: {}", error.kind()))
        })
    }
}
