//! `extract --format table`: the claims as a person likes to look them over, fitted to the terminal.

use std::io::{self, Write};

use super::claims_jsonl::is_shown;
use super::columns::{fit, line};
use super::visible::visible;
use crate::claim::{Claim, Modality, Reading, Role};
use crate::document::{Place, Places};
use crate::quantity::in_words_with_bound;

const HEADER: [&str; COLUMNS] = [
    "place", "figure", "what", "where", "when", "who says", "how",
];
const COLUMNS: usize = 7;
/// The columns that are cut where not all fit: where a figure stands and its day are not among them.
const WORDS: [usize; 4] = [2, 3, 5, 6];
const FIGURES: [usize; 1] = [1];

type Row = [String; COLUMNS];

/// The table of the claims: held, for its columns are as wide as what they hold.
#[derive(Debug, Default)]
pub struct Table {
    /// The documents that have rows, each under its heading.
    documents: Vec<(String, Vec<Row>)>,
    /// Whether the document that was added last has rows.
    is_open: bool,
    /// The figures that are not shown.
    hidden: usize,
}

impl Table {
    /// Adds the claims of a document in order; without `all`, those that [`is_shown`] picks.
    pub fn add(&mut self, reading: &Reading, all: bool) {
        let mut rows = rows(reading, all);
        self.hidden += reading.claims.len() - rows.len();
        let goes_on = reading.document.continues() && self.is_open;
        if !reading.document.continues() {
            self.is_open = false;
        }
        if rows.is_empty() {
            return;
        }
        match self.documents.last_mut() {
            Some((_, before)) if goes_on => before.append(&mut rows),
            _ => self.documents.push((heading(reading), rows)),
        }
        self.is_open = true;
    }

    /// Writes the claims under the name of their document, one a line, and how many more there are.
    pub fn write(&self, out: &mut dyn Write, width: usize) -> io::Result<()> {
        let header = HEADER.map(str::to_owned);
        let rows = self.documents.iter().flat_map(|(_, rows)| rows);
        let rows = std::iter::once(&header).chain(rows);
        let widths = fit(rows, width, &WORDS, &FIGURES);
        if self.documents.is_empty() {
            writeln!(out, "no figures found")?;
        } else {
            writeln!(out, "{}", line(&header, &widths))?;
        }
        for (heading, rows) in &self.documents {
            writeln!(out, "\n{heading}")?;
            for row in rows {
                writeln!(out, "{}", line(row, &widths))?;
            }
        }
        match self.hidden {
            0 => Ok(()),
            1 => writeln!(out, "\n--all shows 1 more figure"),
            hidden => writeln!(out, "\n--all shows {hidden} more figures"),
        }
    }
}

/// The document, its source where that is not its name, and its day.
fn heading(reading: &Reading) -> String {
    let document = &reading.document;
    let source = Some(&document.source).filter(|source| **source != document.id);
    let published = document.published.map(|day| day.to_string());
    let name = document.shown_name();
    let parts: Vec<&str> = [Some(&name), source, published.as_ref()]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    visible(&parts.join(", "))
}

fn rows(reading: &Reading, all: bool) -> Vec<Row> {
    let mut places = Places::of(&reading.document);
    let shown = reading.claims.iter();
    shown
        .filter(|claim| is_shown(reading, claim, all))
        .map(|claim| {
            row(claim, places.of_span(claim.span.clone()), reading).map(|cell| visible(&cell))
        })
        .collect()
}

fn row(claim: &Claim, place: Place, reading: &Reading) -> Row {
    let event_day = || {
        let event = reading.events.get(claim.event?.value)?;
        event.day.map(|day| day.value.to_string())
    };
    let as_of = claim.as_of.as_ref().map(|field| field.value.to_string());
    let who = claim.attribution.first().map(|who| who.name.clone());
    [
        format!("{}:{}", place.line, place.column),
        // What was computed stands nowhere in the text.
        if claim.is_derived() {
            in_words_with_bound(&claim.quantity)
        } else {
            claim.text.clone()
        },
        what(claim),
        claim
            .place
            .as_ref()
            .map_or("", |field| reading.spelling(&field.value))
            .into(),
        as_of.or_else(event_day).unwrap_or_default(),
        who.unwrap_or_default(),
        how(claim),
    ]
}

/// The measure in words, or the noun where no lexicon knows one.
fn what(claim: &Claim) -> String {
    let measure = claim.measure.as_ref().map(|field| field.value.as_str());
    let noun = claim.noun.as_ref().map(|field| field.value.as_str());
    match measure {
        Some(measure) if claim.has_known_measure() => measure.replace('_', " "),
        _ => noun
            .or_else(|| measure?.strip_prefix("noun:"))
            .unwrap_or_default()
            .to_owned(),
    }
}

/// What sets a figure apart from a total that is said outright.
fn how(claim: &Claim) -> String {
    let role = match claim.role {
        Role::Total => None,
        Role::Derived => Some("computed".to_owned()),
        role => Some(role.as_str().replace('_', " ")),
    };
    let modality = Some(claim.modality).filter(|modality| *modality != Modality::Asserted);
    let modality = modality.map(|modality| modality.as_str().to_owned());
    let repeat = claim.is_repeat().then(|| "repeat".to_owned());
    let parts: Vec<String> = [role, modality, repeat].into_iter().flatten().collect();
    parts.join(", ")
}
