//! `extract --format jsonl`: one claim a line, for programs.
//!
//! The types below are the format; their fields stand in the order in which they are printed.

use std::io::{self, Write};

use serde::{Serialize, Serializer};

use super::wire::Exact;
use crate::claim::{Claim, Reading, RelationKind};
use crate::document::{Place, Places};
use crate::quantity::{Interval, Quantity};

#[derive(Serialize)]
struct ClaimRow<'a> {
    id: String,
    document: &'a str,
    start: usize,
    end: usize,
    line: usize,
    column: usize,
    text: &'a str,
    section: &'static str,
    derived: bool,
    quantity: QuantityRow<'a>,
    noun: Option<&'a str>,
    measure: Option<&'a str>,
    population: Option<&'a str>,
    role: &'static str,
    place: Option<&'a str>,
    status: Option<&'static str>,
    as_of: Option<String>,
    event: Option<String>,
    published: Option<String>,
    source: &'a str,
    attribution: Vec<&'a str>,
    modality: &'static str,
    #[serde(serialize_with = "as_map")]
    basis: Vec<(&'static str, &'static str)>,
    relations: Vec<RelationRow>,
    confidence: Exact,
}

#[derive(Serialize)]
struct QuantityRow<'a> {
    low: Exact,
    high: Exact,
    bound: &'static str,
    trend: Option<&'static str>,
    dimension: &'static str,
    unit: Option<&'a str>,
    literal: [Option<Exact>; 2],
    conventional: Option<[Option<Exact>; 2]>,
}

#[derive(Serialize)]
struct RelationRow {
    kind: &'static str,
    to: String,
}

/// So many bytes are gathered before they are written.
const GATHERED: usize = 64 * 1024;

/// Writes claims, one JSON object a line.
#[derive(Debug, Default)]
pub struct Lines {
    /// What is not yet written.
    gathered: Vec<u8>,
}

impl Lines {
    /// Writes the claims of a document in order; without `all`, those that [`is_shown`] picks. The last ones may wait
    /// for [`flush`](Self::flush).
    pub fn write(&mut self, out: &mut dyn Write, reading: &Reading, all: bool) -> io::Result<()> {
        let mut places = Places::of(&reading.document);
        for claim in &reading.claims {
            if is_shown(reading, claim, all) {
                let place = places.of_span(claim.span.clone());
                serde_json::to_writer(&mut self.gathered, &claim_row(claim, place, reading))?;
                self.gathered.push(b'\n');
                if self.gathered.len() >= GATHERED {
                    out.write_all(&self.gathered)?;
                    self.gathered.clear();
                }
            }
        }
        Ok(())
    }

    /// Writes what was gathered.
    pub fn flush(&mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(&self.gathered)?;
        self.gathered.clear();
        out.flush()
    }
}

/// Whether a claim is listed: with `all` every one, else those with a measure that the lexicon knows and those
/// computed from nothing but such.
pub fn is_shown(reading: &Reading, claim: &Claim, all: bool) -> bool {
    if all || claim.has_known_measure() {
        return true;
    }
    let mut parents = claim
        .relations
        .iter()
        .filter(|relation| relation.kind == RelationKind::DerivedFrom)
        .map(|relation| reading.claims.get(relation.to))
        .peekable();
    claim.is_derived()
        && parents.peek().is_some()
        && parents.all(|parent| parent.is_some_and(Claim::has_known_measure))
}

fn claim_row<'a>(claim: &'a Claim, place: Place, reading: &'a Reading) -> ClaimRow<'a> {
    let document = &reading.document;
    let event = claim.event.and_then(|e| reading.events.get(e.value));
    ClaimRow {
        id: claim.id(),
        document: &document.id,
        start: place.start,
        end: place.end,
        line: place.line,
        column: place.column,
        text: &claim.text,
        section: claim.section.as_str(),
        derived: claim.is_derived(),
        quantity: quantity_row(&claim.quantity),
        noun: claim.noun.as_ref().map(|f| f.value.as_str()),
        measure: claim.measure.as_ref().map(|f| f.value.as_str()),
        population: claim.population.as_ref().map(|f| f.value.as_str()),
        role: claim.role.as_str(),
        place: claim.place.as_ref().map(|f| f.value.as_str()),
        status: claim.status.map(|f| f.value.as_str()),
        as_of: claim.as_of.as_ref().map(|f| f.value.to_string()),
        event: event.and_then(|e| e.day).map(|f| f.value.to_string()),
        published: document.published.map(|day| day.to_string()),
        source: &document.source,
        attribution: claim.attribution.iter().map(|a| a.name.as_str()).collect(),
        modality: claim.modality.as_str(),
        basis: claim
            .bases()
            .into_iter()
            .map(|(field, basis)| (field, basis.as_str()))
            .collect(),
        relations: claim
            .relations
            .iter()
            .filter_map(|relation| {
                let other = reading.claims.get(relation.to)?;
                Some(RelationRow {
                    kind: relation.kind.as_str(),
                    to: other.id(),
                })
            })
            .collect(),
        confidence: Exact::hundredths(claim.confidence()),
    }
}

fn quantity_row(quantity: &Quantity) -> QuantityRow<'_> {
    let ends = |interval: Interval| [interval.low.map(Exact), interval.high.map(Exact)];
    QuantityRow {
        low: Exact(quantity.low),
        high: Exact(quantity.high),
        bound: quantity.bound.as_str(),
        trend: quantity.trend.map(|trend| trend.as_str()),
        dimension: quantity.dimension.as_str(),
        unit: quantity.unit.as_ref().map(|unit| unit.name.as_str()),
        literal: ends(quantity.literal()),
        conventional: quantity.conventional().map(ends),
    }
}

/// A JSON object whose keys keep their order.
fn as_map<S: Serializer>(pairs: &[(&str, &str)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(pairs.iter().copied())
}
