//! `extract --format csv`: one claim a row, for spreadsheets. Names and values are those of `--format jsonl`.
//!
//! `claim_row` is the format; its cells come in the order of `COLUMNS`.

use std::io::{self, Write};

use super::claims_jsonl::is_shown;
use super::sheet::{BETWEEN, io_error, number, words};
use crate::claim::{Claim, Field, Reading};
use crate::document::{Place, Places};
use crate::quantity::Decimal;

/// The names of the header, each with the hashtag that `hxl` writes below it.
pub(super) const COLUMNS: [(&str, &str); 29] = [
    ("document", "#meta+id+document"),
    ("id", "#meta+id+claim"),
    ("line", "#meta+line"),
    ("column", "#meta+column"),
    ("start", "#meta+byte+from"),
    ("end", "#meta+byte+to"),
    ("text", "#indicator+text"),
    ("low", "#indicator+value+num+min"),
    ("high", "#indicator+value+num+max"),
    ("bound", "#indicator+bound"),
    ("trend", "#indicator+trend"),
    ("dimension", "#indicator+type"),
    ("unit", "#indicator+unit"),
    ("noun", "#indicator+name"),
    ("measure", "#indicator+code"),
    ("population", "#indicator+population"),
    ("role", "#indicator+role"),
    ("place", "#loc+name"),
    ("status", "#indicator+status"),
    ("as_of", "#date+asof"),
    ("event", "#date+occurred"),
    ("published", "#date+reported"),
    ("source", "#meta+source"),
    ("attribution", "#meta+originator"),
    ("modality", "#indicator+modality"),
    ("quoted", "#indicator+quoted+bool"),
    ("confidence", "#meta+confidence"),
    ("relations", "#meta+relations"),
    ("section", "#meta+section"),
];

/// Writes claims, one row each.
pub struct Rows<W: Write> {
    out: csv::Writer<W>,
}

impl<W: Write> Rows<W> {
    /// Rows below a header.
    pub fn new(out: W) -> io::Result<Self> {
        let mut out = csv::Writer::from_writer(out);
        out.write_record(COLUMNS.map(|(name, _)| name))
            .map_err(io_error)?;
        Ok(Self { out })
    }

    /// Writes the claims of a document in order; without `all`, those that [`is_shown`] picks. The last ones may wait
    /// for [`flush`](Self::flush).
    pub fn write(&mut self, reading: &Reading, all: bool) -> io::Result<()> {
        let mut places = Places::of(&reading.document);
        for claim in &reading.claims {
            if is_shown(reading, claim, all) {
                let place = places.of_span(claim.span.clone());
                let row = claim_row(claim, place, reading);
                self.out.write_record(row).map_err(io_error)?;
            }
        }
        Ok(())
    }

    /// Writes what was gathered.
    pub fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// The cells of a claim.
pub(super) fn claim_row(claim: &Claim, place: Place, reading: &Reading) -> [String; COLUMNS.len()] {
    let (document, quantity) = (&reading.document, &claim.quantity);
    let word = |field: &Option<Field<String>>| words(field.as_ref().map(|f| f.value.as_str()));
    let name = |name: Option<&'static str>| name.unwrap_or_default().to_owned();
    let event = claim.event.and_then(|e| reading.events.get(e.value)?.day);
    let cited = claim.attribution.iter().map(|who| who.name.as_str());
    let relations = claim.relations.iter().filter_map(|relation| {
        let other = reading.claims.get(relation.to)?;
        Some(format!("{} {}", relation.kind.as_str(), other.id()))
    });
    [
        words(Some(&document.id)),
        claim.id(),
        place.line.to_string(),
        place.column.to_string(),
        place.start.to_string(),
        place.end.to_string(),
        words(Some(&claim.text)),
        number(quantity.low),
        number(quantity.high),
        name(Some(quantity.bound.as_str())),
        name(quantity.trend.map(|trend| trend.as_str())),
        name(Some(quantity.dimension.as_str())),
        words(quantity.unit.as_ref().map(|unit| unit.name.as_str())),
        word(&claim.noun),
        word(&claim.measure),
        word(&claim.population),
        name(Some(claim.role.as_str())),
        claim
            .place
            .as_ref()
            .map_or("", |field| reading.spelling(&field.value))
            .to_owned(),
        name(claim.status.map(|status| status.value.as_str())),
        words(claim.as_of.as_ref().map(|f| f.value.to_string()).as_deref()),
        event.map_or_else(String::new, |day| day.value.to_string()),
        document
            .published
            .map_or_else(String::new, |day| day.to_string()),
        words(Some(&document.source)),
        words(Some(&cited.collect::<Vec<_>>().join(BETWEEN))),
        name(Some(claim.modality.as_str())),
        claim.quoted.to_string(),
        number(Decimal::new(claim.confidence().into(), 2)),
        relations.collect::<Vec<_>>().join(BETWEEN),
        name(Some(claim.section.as_str())),
    ]
}
