//! The cells of rows for spreadsheets.

use std::io;

use crate::quantity::Decimal;

/// What stands between the values of a list.
pub const BETWEEN: &str = "; ";

/// What a spreadsheet may take for the begin of a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Words from an article or its lexicon; none is an empty cell. An apostrophe keeps a spreadsheet from running them:
/// anybody may have written them.
pub fn words(words: Option<&str>) -> String {
    let words = words.unwrap_or_default();
    let guard = if words.starts_with(FORMULA) { "'" } else { "" };
    format!("{guard}{words}")
}

/// A number, digit for digit, without trailing zeros.
pub fn number(value: Decimal) -> String {
    value.normalize().to_string()
}

/// The error as it came: a reader that closes early is known by its kind.
pub fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        kind => io::Error::other(format!("{kind:?}")),
    }
}
