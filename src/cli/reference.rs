//! Tables of known figures: `--reference FILE`.

use std::path::Path;

use super::input::{is_endless, unreadable};
use super::{remark, tell};
use crate::checks::References;
use crate::document;
use crate::lexicon::Lexicon;
use crate::problem::Problem;
use crate::rules::table;

/// Reads tables; tells what is wrong with them, and whether anything is. What can be read of them is used.
pub(super) fn load(files: &[String], lexicon: &Lexicon) -> (References, bool) {
    let mut rows = Vec::new();
    let mut bad = false;
    for file in files {
        match read(file) {
            Ok(text) => {
                let found = table(file, &text, lexicon);
                found.problems.iter().for_each(tell);
                found.remarks.iter().for_each(remark);
                bad |= !found.problems.is_empty();
                rows.extend(found.rows);
            }
            Err(problem) => {
                tell(&problem);
                bad = true;
            }
        }
    }
    (References::new(rows), bad)
}

fn read(file: &str) -> Result<String, Problem> {
    let path = Path::new(file);
    if path.is_dir() {
        return Err(Problem::of_file(
            file,
            "a directory, expected a table of known figures: name a file",
        ));
    }
    if is_endless(path) {
        return Err(Problem::of_file(file, "a device, not a table: name a file"));
    }
    let bytes = std::fs::read(path).map_err(|error| unreadable(file, &error))?;
    document::text(file, bytes)
}
