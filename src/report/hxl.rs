//! Every claim as a row for people outside: a CSV table with the hashtags of the Humanitarian Exchange Language 1.1.
//!
//! A header, a row of hashtags, then the rows of `extract --format csv` with two more cells: the sentence and the
//! address of the article, which a reader without the articles needs. The hashtags are of the core dictionary; an
//! attribute that it lacks is our own, as the standard allows.

use std::io::{self, Write};

use super::claims_csv::{COLUMNS, claim_row};
use super::known_by::url;
use super::sheet::{io_error, words};
use super::visible::visible;
use crate::claim::{Claim, Reading};
use crate::document::Places;
use crate::quantity::Bound;

/// What stands behind the columns of `extract --format csv`.
const MORE: [(&str, &str); 2] = [("sentence", "#description+quote"), ("url", "#meta+url")];

/// Writes all claims of the documents that are asked about, in order, one row each.
pub fn write<'a>(
    out: &mut dyn Write,
    readings: impl Iterator<Item = (&'a Reading, &'a bool)>,
) -> io::Result<()> {
    let mut out = csv::Writer::from_writer(out);
    let columns = || COLUMNS.iter().chain(&MORE);
    out.write_record(columns().map(|(name, _)| name))
        .map_err(io_error)?;
    out.write_record(columns().map(|(_, hashtag)| hashtag))
        .map_err(io_error)?;
    for (reading, _) in readings.filter(|(_, asked)| **asked) {
        let mut places = Places::of(&reading.document);
        let url = url(&reading.document);
        for claim in &reading.claims {
            let place = places.of_span(claim.span.clone());
            let more = [words(Some(&sentence(claim, reading))), words(url)];
            let mut row = claim_row(claim, place, reading);
            for (column, cell) in COLUMNS.iter().zip(&mut row) {
                if is_open(column.0, claim.quantity.bound) {
                    cell.clear();
                }
            }
            out.write_record(row.iter().chain(&more))
                .map_err(io_error)?;
        }
    }
    out.flush()
}

/// Whether a figure sets no such end: "at least 11" has no highest value, which the hashtag of the column would tell.
fn is_open(column: &str, bound: Bound) -> bool {
    match column {
        "low" => matches!(bound, Bound::LessThan | Bound::AtMost),
        "high" => matches!(bound, Bound::MoreThan | Bound::AtLeast),
        _ => false,
    }
}

/// The sentence that a figure stands in, on one line.
fn sentence(claim: &Claim, reading: &Reading) -> String {
    visible(&reading.document.text()[reading.sentence_of(claim)])
}
