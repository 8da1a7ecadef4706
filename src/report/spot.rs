//! Where a figure stands, as other programs name places: a file with lines and columns.

use std::path::{Component, MAIN_SEPARATOR_STR, Path, PathBuf};

use crate::claim::Reading;
use crate::document::Document;
use crate::finding::Location;

/// The path of standard input.
const STDIN: &str = "-";

/// A place in a file.
#[derive(Debug, PartialEq, Eq)]
pub struct Spot<'a> {
    /// The file, see [`path`].
    pub path: String,
    /// Whether it is no file but standard input.
    pub is_stdin: bool,
    /// The first line.
    pub line: usize,
    /// The last line.
    pub end_line: usize,
    /// The first column and the one behind the last; a row of data has none.
    pub columns: Option<(usize, usize)>,
    /// The id of the row of data.
    pub row: Option<&'a str>,
}

/// Where a figure of a finding stands.
pub fn spot<'a>(location: &Location, readings: &'a [Reading]) -> Spot<'a> {
    let document = &readings[location.reading].document;
    let is_stdin = given(document) == STDIN;
    let path = path(document);
    if let Some((_, line)) = document.row {
        return Spot {
            path,
            is_stdin,
            line,
            end_line: line,
            columns: None,
            row: Some(&document.id),
        };
    }
    let span = location.span(readings);
    let start = document.place(span.clone());
    let (end_line, end_column) = document.end_of(span);
    // Editors do not show the byte order mark, and do not count it.
    let is_marked = document.raw.starts_with('\u{feff}');
    let shown =
        |line: usize, column: usize| column.saturating_sub(usize::from(is_marked && line == 1));
    Spot {
        path,
        is_stdin,
        line: start.line,
        end_line,
        columns: Some((shown(start.line, start.column), shown(end_line, end_column))),
        row: None,
    }
}

/// The file of a document, with forward slashes and without `./`; `stdin` for standard input.
pub fn path(document: &Document) -> String {
    if given(document) == STDIN {
        return "stdin".to_owned();
    }
    let parts = Path::new(given(document)).components();
    let parts = parts.filter(|part| *part != Component::CurDir);
    let path: PathBuf = parts.collect();
    path.to_string_lossy().replace(MAIN_SEPARATOR_STR, "/")
}

fn given(document: &Document) -> &str {
    match &document.row {
        Some((path, _)) => path,
        None => &document.id,
    }
}
