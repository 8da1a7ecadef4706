//! The snapshots that wait for review.

use std::path::Path;

use super::super::tell;
use super::folder::{Folder, NEW};
use super::name::real;
use crate::problem::Problem;
use crate::report::snapshot::Changes;
use crate::report::text::counted;
use crate::snapshot::difference;
use crate::snapshot::file::File;

/// A snapshot that waits.
pub(super) struct Waiting {
    /// The path of the snapshot in its folder.
    pub(super) file: String,
    pub(super) new: File,
    /// The one that is there, if one is.
    pub(super) old: Option<File>,
}

impl Waiting {
    fn read(folder: &Folder, beside: &str) -> Result<Option<Self>, Problem> {
        let file = beside.strip_suffix(NEW).unwrap_or(beside);
        let Some(new) = folder.read(beside)? else {
            return Ok(None);
        };
        let file = file.to_owned();
        let old = folder.read(&file)?;
        Ok(Some(Self { file, new, old }))
    }

    pub(super) fn path(&self, folder: &Folder) -> String {
        format!("{}{NEW}", folder.path(&self.file))
    }

    /// What is in it: "new, 8 claims", "1 changed, 0 new, 0 gone".
    pub(super) fn in_words(&self) -> String {
        let news = &self.new.snapshot.claims;
        match &self.old {
            None => format!("new, {}", counted(news.len(), "claim")),
            Some(old) => Changes::of(&difference(&old.snapshot.claims, news)).to_string(),
        }
    }

    pub(super) fn accept(&self, folder: &Folder) -> Result<(), Problem> {
        folder.write(&self.file, &self.new)
    }

    pub(super) fn reject(&self, folder: &Folder) -> Result<(), Problem> {
        folder.remove(&format!("{}{NEW}", self.file))
    }

    /// Whether a path is that of the snapshot, with or without what makes it wait, or of its article, or of a directory
    /// with one of them in it.
    pub(super) fn is_meant(&self, path: &str, folder: &Folder) -> bool {
        let path = real(Path::new(path));
        let known = [
            self.path(folder),
            folder.path(&self.file),
            folder.article(&self.new.source),
        ];
        known
            .iter()
            .any(|known| real(Path::new(known)).starts_with(&path))
    }
}

/// Everything that waits, in order; tells what cannot be read: `true` if anything.
pub(super) fn all_waiting(folder: &Folder) -> (Vec<Waiting>, bool) {
    let (mut waiting, mut bad) = (Vec::new(), false);
    let mut take = |found: Result<Option<Waiting>, Problem>| match found {
        Ok(found) => waiting.extend(found),
        Err(problem) => {
            bad = true;
            tell(&problem);
        }
    };
    match folder.files() {
        Ok(files) => {
            let beside = files.iter().filter(|file| file.ends_with(NEW));
            beside.for_each(|file| take(Waiting::read(folder, file)));
        }
        Err(problem) => take(Err(problem)),
    }
    (waiting, bad)
}
