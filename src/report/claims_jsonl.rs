//! `extract --format jsonl`: one claim a line, for programs.
//!
//! `claim_row` is the format; fields are printed in the order in which they stand there. A line is written straight
//! into the bytes that go out, for most of the time that writing takes would go into building it first.

use std::io::{self, Write};

use super::row::Row;
use crate::claim::{AsOf, Claim, Reading, RelationKind};
use crate::document::{Place, Places};
use crate::quantity::{Decimal, Interval, Quantity};

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
                claim_row(&mut Row::of(&mut self.gathered), claim, place, reading)?;
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

fn claim_row(row: &mut Row<'_>, claim: &Claim, place: Place, reading: &Reading) -> io::Result<()> {
    let document = &reading.document;
    row.open(b'{');
    row.key("id").word_and_number("c", claim.number);
    row.key("document").text(&document.id)?;
    row.key("start").integer(place.start as u64);
    row.key("end").integer(place.end as u64);
    row.key("line").integer(place.line as u64);
    row.key("column").integer(place.column as u64);
    row.key("text").text(&claim.text)?;
    row.key("section").word(claim.section.as_str());
    row.key("derived").flag(claim.is_derived());
    row.key("quantity");
    quantity_row(row, &claim.quantity)?;
    row.key("noun")
        .optional(claim.noun.as_ref().map(|f| &f.value))?;
    row.key("measure")
        .optional(claim.measure.as_ref().map(|f| &f.value))?;
    row.key("population")
        .optional(claim.population.as_ref().map(|f| &f.value))?;
    row.key("role").word(claim.role.as_str());
    row.key("place")
        .optional(claim.place.as_ref().map(|f| reading.spelling(&f.value)))?;
    row.key("status")
        .optional(claim.status.map(|f| f.value.as_str()))?;
    row.key("as_of");
    match claim.as_of.as_ref().map(|f| &f.value) {
        Some(AsOf::Day(day)) => row.shown(day)?,
        Some(AsOf::Other(words)) => row.text(words)?,
        None => row.null(),
    }
    let event = claim.event.and_then(|e| reading.events.get(e.value));
    for (name, day) in [
        ("event", event.and_then(|e| e.day).map(|f| f.value)),
        ("published", document.published),
    ] {
        row.key(name);
        match day {
            Some(day) => row.shown(day)?,
            None => row.null(),
        }
    }
    row.key("source").text(&document.source)?;
    row.key("attribution").open(b'[');
    for who in &claim.attribution {
        row.next().text(&who.name)?;
    }
    row.close(b']');
    row.key("modality").word(claim.modality.as_str());
    row.key("basis").open(b'{');
    for (field, basis) in claim.bases() {
        row.key(field).word(basis.as_str());
    }
    row.close(b'}');
    row.key("relations").open(b'[');
    for relation in &claim.relations {
        if let Some(other) = reading.claims.get(relation.to) {
            row.next().open(b'{');
            row.key("kind").word(relation.kind.as_str());
            row.key("to").word_and_number("c", other.number);
            row.close(b'}');
        }
    }
    row.close(b']');
    row.key("confidence")
        .decimal(Decimal::new(claim.confidence().into(), 2))?;
    row.close(b'}');
    Ok(())
}

fn quantity_row(row: &mut Row<'_>, quantity: &Quantity) -> io::Result<()> {
    row.open(b'{');
    row.key("low").decimal(quantity.low)?;
    row.key("high").decimal(quantity.high)?;
    row.key("bound").word(quantity.bound.as_str());
    row.key("trend")
        .optional(quantity.trend.map(|trend| trend.as_str()))?;
    row.key("dimension").word(quantity.dimension.as_str());
    row.key("unit")
        .optional(quantity.unit.as_ref().map(|unit| &unit.name))?;
    row.key("literal");
    ends(row, quantity.literal())?;
    row.key("conventional");
    match quantity.conventional() {
        Some(interval) => ends(row, interval)?,
        None => row.null(),
    }
    row.close(b'}');
    Ok(())
}

/// Both ends of an interval, null for an open one.
fn ends(row: &mut Row<'_>, interval: Interval) -> io::Result<()> {
    row.open(b'[');
    for end in [interval.low, interval.high] {
        row.next();
        match end {
            Some(end) => row.decimal(end)?,
            None => row.null(),
        }
    }
    row.close(b']');
    Ok(())
}
