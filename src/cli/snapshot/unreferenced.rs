//! The snapshots of articles that are gone.

use std::collections::{BTreeSet, HashSet};

use super::folder::{Folder, NEW};
use super::name::Name;
use crate::problem::Problem;
use crate::snapshot::file::File;

/// A snapshot whose article is gone.
#[derive(Debug)]
pub(super) struct Gone {
    /// Its path in the folder.
    pub(super) file: String,
    /// What is gone, in words.
    pub(super) why: String,
}

/// The snapshots that belong to no article: neither to one that was read, nor to one that is still there. `is_whole`
/// says that everything could be read: else rows of data may be missing from `names`.
pub(super) fn unreferenced(
    folder: &Folder,
    names: &[&Name],
    is_whole: bool,
) -> (Vec<Gone>, Vec<Problem>) {
    let (mut found, mut problems) = (Vec::new(), Vec::new());
    let known: HashSet<&str> = names.iter().map(|name| name.file.as_str()).collect();
    let rows = names.iter().filter(|name| name.row.is_some() && is_whole);
    let rows: HashSet<&str> = rows.map(|name| name.source.as_str()).collect();
    let files = folder.files().unwrap_or_else(|problem| {
        problems.push(problem);
        Vec::new()
    });
    let snapshots: BTreeSet<&str> = files
        .iter()
        .map(|file| file.strip_suffix(NEW).unwrap_or(file))
        .filter(|file| !known.contains(file))
        .collect();
    for file in snapshots {
        match any(folder, file) {
            // One that lies elsewhere than its article says belongs to another folder.
            Ok(Some(snapshot)) if !lies_right(&snapshot, file) => {}
            Ok(Some(snapshot)) => {
                let is_gone_row = snapshot.row.is_some() && rows.contains(snapshot.source.as_str());
                if is_gone_row || !folder.has_article(&snapshot) {
                    found.push(Gone {
                        file: file.to_owned(),
                        why: why(folder, &snapshot),
                    });
                }
            }
            Ok(None) => {}
            Err(problem) => problems.push(problem),
        }
    }
    (found, problems)
}

/// Whether a snapshot lies where it does by what it says of its article.
fn lies_right(snapshot: &File, file: &str) -> bool {
    let row = snapshot.row.as_deref();
    let by = |line| Name::of_source(&snapshot.source, row, line).file;
    by(false) == file || by(true) == file
}

/// The snapshot, or the one that waits to be it.
fn any(folder: &Folder, file: &str) -> Result<Option<File>, Problem> {
    match folder.read(file)? {
        Some(snapshot) => Ok(Some(snapshot)),
        None => folder.read(&format!("{file}{NEW}")),
    }
}

fn why(folder: &Folder, snapshot: &File) -> String {
    let article = folder.article(&snapshot.source);
    match &snapshot.row {
        Some(row) => format!("the row \"{row}\" of {article} is gone"),
        None => format!("{article} is gone"),
    }
}
