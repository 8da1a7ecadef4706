//! Files that a command writes beside what it reads: which may be written.

use std::collections::BTreeSet;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::desk::Desk;
use super::input::is_article;
use crate::claim::Reading;
use crate::problem::Problem;

/// What the files that we wrote hold, and articles seldom do.
const OWN: [&str; 6] = [
    "content=\"claimlint ",
    "Made by claimlint ",
    "### claimlint: ",
    "claimlint.findings/",
    "\"#claimlint-",
    "  who says  ",
];

/// So much of a file is looked through for them, from its beginning.
const LOOKED_THROUGH: u64 = 16 * 1024 * 1024;

/// The directories among some paths.
pub(super) fn directories<'a>(paths: impl IntoIterator<Item = &'a String>) -> Vec<PathBuf> {
    let real = paths
        .into_iter()
        .filter_map(|path| Path::new(path).canonicalize().ok());
    real.filter(|path| path.is_dir()).collect()
}

/// Whether a file may be written: it is none of the articles, nothing else that the run rests on, and no file among the
/// articles that we have not written ourselves. What is written is not read, so that it could be an article.
pub(super) fn writable(
    file: &str,
    desk: &Desk,
    readings: &[Reading],
    directories: &[PathBuf],
) -> Result<(), Problem> {
    let path = desk.absolute(Path::new(file));
    let real = path.canonicalize().unwrap_or(path);
    let refuse = |message: &str| {
        Err(Problem::of_file(
            file,
            format!("not written, because {message}"),
        ))
    };
    if desk.rests_on(&real) {
        return refuse("the check rests on this file: name another one");
    }
    if is_read(&real, readings) || is_stdin(&real) {
        return refuse("it is one of the articles: name another file");
    }
    let is_among = directories.iter().any(|dir| real.starts_with(dir));
    if is_among && is_article(&real) && !is_own(&real) {
        return refuse(
            "it lies among the articles, and may be one: name a file elsewhere, or remove it first",
        );
    }
    Ok(())
}

/// Whether there is no content that is not ours.
fn is_own(file: &Path) -> bool {
    let Ok(opened) = std::fs::File::open(file) else {
        // There is nothing to lose.
        return true;
    };
    let mut bytes = Vec::new();
    if opened.take(LOOKED_THROUGH).read_to_end(&mut bytes).is_err() {
        return false;
    }
    let text = String::from_utf8_lossy(&bytes);
    // The last line of what `check` writes for people.
    let is_summary = |line: &str| {
        let parts = [" article", " figure", " compared: "];
        line.starts_with(|c: char| c.is_ascii_digit()) && parts.iter().all(|p| line.contains(p))
    };
    text.trim().is_empty()
        || OWN.iter().any(|sign| text.contains(sign))
        || text.trim_end().lines().next_back().is_some_and(is_summary)
}

/// Whether standard input comes from a file: `claimlint report -o a.txt - < a.txt`.
#[cfg(unix)]
fn is_stdin(file: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let identity = |path: &Path| path.metadata().ok().map(|file| (file.dev(), file.ino()));
    file.is_file() && identity(Path::new("/dev/stdin")) == identity(file)
}

#[cfg(not(unix))]
fn is_stdin(_: &Path) -> bool {
    false
}

/// Whether a file is one of those that the articles come from.
fn is_read(file: &Path, readings: &[Reading]) -> bool {
    let Ok(file) = file.canonicalize() else {
        return false;
    };
    // A file of rows is asked for once.
    let articles: BTreeSet<&str> = readings
        .iter()
        .map(|reading| match &reading.document.row {
            Some((path, _)) => path.as_str(),
            None => &reading.document.id,
        })
        .collect();
    articles.iter().any(|article| {
        let real = Path::new(article).canonicalize();
        real.is_ok_and(|real| real == file)
    })
}
