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

/// What stands behind the columns of `extract --format csv`.
const MORE: [(&str, &str); 2] = [("sentence", "#description+quote"), ("url", "#meta+url")];

/// Writes all claims of all documents in order, one row each.
pub fn write(out: &mut dyn Write, readings: &[Reading]) -> io::Result<()> {
    let mut out = csv::Writer::from_writer(out);
    let columns = || COLUMNS.iter().chain(&MORE);
    out.write_record(columns().map(|(name, _)| name))
        .map_err(io_error)?;
    out.write_record(columns().map(|(_, hashtag)| hashtag))
        .map_err(io_error)?;
    for reading in readings {
        let mut places = Places::of(&reading.document);
        let url = url(&reading.document);
        for claim in &reading.claims {
            let place = places.of_span(claim.span.clone());
            let more = [words(Some(&sentence(claim, reading))), words(url)];
            let row = claim_row(claim, place, reading);
            out.write_record(row.iter().chain(&more))
                .map_err(io_error)?;
        }
    }
    out.flush()
}

/// The sentence that a figure stands in, on one line.
fn sentence(claim: &Claim, reading: &Reading) -> String {
    visible(&reading.document.text()[reading.sentence_of(claim)])
}
