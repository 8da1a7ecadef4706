//! What an article claims, as it is recorded: one [`Record`] a figure, without the line that it stands on, so that
//! moving a paragraph changes nothing.
//!
//! [`file`](mod@file) writes and reads the files, [`difference()`] tells what became of each claim.

mod difference;
pub mod file;
mod line;

pub use difference::{Change, difference};

use crate::claim::{Claim, Modality, Reading, Role, Status};
use crate::finding::normalised;
use crate::quantity::{in_words, in_words_from_to};

/// What is recorded of an article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Snapshot {
    /// Whether figures without a known measure are recorded too.
    pub all: bool,
    /// The claims, sorted; the same one twice where it is said twice.
    pub claims: Vec<Record>,
}

/// One claim in words; what is not told is empty. The order of the fields is the one in which claims are sorted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Record {
    /// What is counted.
    pub what: String,
    /// Where.
    pub place: String,
    /// Which people, where not everyone.
    pub people: String,
    /// The day it holds, or of what happened; or other words.
    pub when: String,
    /// According to whom, the originator first.
    pub who: String,
    /// The figure as written, with the number that it stands for where its words do not show it.
    pub figure: String,
    /// What sets it apart from a total that is said outright.
    pub how: String,
}

/// The field of a [`Record`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What is counted.
    What,
    /// Where.
    Place,
    /// Which people.
    People,
    /// When.
    When,
    /// According to whom.
    Who,
    /// How it is said.
    How,
    /// The figure.
    Figure,
}

impl Part {
    /// Every field, in the order in which they are written.
    pub const ALL: [Part; 7] = [
        Part::What,
        Part::Place,
        Part::People,
        Part::When,
        Part::Who,
        Part::How,
        Part::Figure,
    ];

    /// The name used in files and for readers.
    pub fn as_str(self) -> &'static str {
        match self {
            Part::What => "what",
            Part::Place => "place",
            Part::People => "people",
            Part::When => "when",
            Part::Who => "who",
            Part::How => "how",
            Part::Figure => "figure",
        }
    }
}

impl Record {
    /// The value of a field.
    pub fn part(&self, part: Part) -> &str {
        match part {
            Part::What => &self.what,
            Part::Place => &self.place,
            Part::People => &self.people,
            Part::When => &self.when,
            Part::Who => &self.who,
            Part::How => &self.how,
            Part::Figure => &self.figure,
        }
    }

    fn part_mut(&mut self, part: Part) -> &mut String {
        match part {
            Part::What => &mut self.what,
            Part::Place => &mut self.place,
            Part::People => &mut self.people,
            Part::When => &mut self.when,
            Part::Who => &mut self.who,
            Part::How => &mut self.how,
            Part::Figure => &mut self.figure,
        }
    }

    fn of(claim: &Claim, reading: &Reading) -> Self {
        let place = claim.place.as_ref().map(|f| reading.spelling(&f.value));
        let people = claim.population.as_ref().map(|f| f.value.as_str());
        let who: Vec<&str> = claim.attribution.iter().map(|a| a.name.as_str()).collect();
        Self {
            what: normalised(&what(claim)),
            place: normalised(place.unwrap_or_default()),
            people: normalised(people.unwrap_or_default()),
            when: normalised(&when(claim, reading)),
            who: normalised(&who.join("; ")),
            figure: normalised(&figure(claim)),
            how: how(claim).join(", "),
        }
    }
}

/// What an article claims, sorted, each with the line that it stands on now. Without `all`, figures of a known measure
/// only; what is computed from other figures changes with them and is left out.
pub fn records(reading: &Reading, all: bool) -> Vec<(Record, usize)> {
    let taken = reading
        .claims
        .iter()
        .filter(|claim| !claim.is_derived() && (all || claim.has_known_measure()));
    let mut records: Vec<(Record, usize)> = taken
        .map(|claim| {
            let line = reading.document.place(claim.span.clone()).line;
            (Record::of(claim, reading), line)
        })
        .collect();
    records.sort();
    records
}

/// The measure in words, or the noun where no lexicon knows one, or what the number measures.
fn what(claim: &Claim) -> String {
    let measure = claim.measure.as_ref().map(|field| field.value.as_str());
    let noun = claim.noun.as_ref().map(|field| field.value.as_str());
    let unit = claim.quantity.unit.as_ref().map(|unit| unit.name.as_str());
    match measure {
        Some(measure) if claim.has_known_measure() => measure.replace('_', " "),
        _ => noun
            .or_else(|| measure?.strip_prefix("noun:"))
            .or(unit)
            .unwrap_or(claim.quantity.dimension.as_str())
            .to_owned(),
    }
}

fn when(claim: &Claim, reading: &Reading) -> String {
    let event_day = || {
        let event = reading.events.get(claim.event?.value)?;
        event.day.map(|day| day.value.to_string())
    };
    let as_of = claim.as_of.as_ref().map(|field| field.value.to_string());
    as_of.or_else(event_day).unwrap_or_default()
}

/// The figure as written; "twelve (12)" and "3 (3 million)" where the number does not stand there.
fn figure(claim: &Claim) -> String {
    let quantity = &claim.quantity;
    let number = if quantity.low == quantity.high {
        in_words(quantity.low)
    } else {
        in_words_from_to(quantity.low, quantity.high)
    };
    if claim.text.contains(&number) {
        claim.text.clone()
    } else {
        format!("{} ({number})", claim.text)
    }
}

fn how(claim: &Claim) -> Vec<String> {
    let role = Some(claim.role).filter(|role| *role != Role::Total);
    let status = claim.status.map(|status| status.value);
    // A stock and a count so far are told by what is counted.
    let status = status.filter(|status| matches!(status, Status::Increment | Status::Rate));
    // An increment is one by its role already.
    let status = status.filter(|status| {
        role.map(Role::as_str)
            .is_none_or(|role| role != status.as_str())
    });
    let days = claim.window.map(|window| match window.value {
        1 => "in 1 day".to_owned(),
        days => format!("in {days} days"),
    });
    let modality = Some(claim.modality).filter(|modality| *modality != Modality::Asserted);
    [
        role.map(|role| role.as_str().replace('_', " ")),
        status.map(|status| status.as_str().to_owned()),
        days,
        claim.tally.map(|tally| tally.value.as_str().to_owned()),
        claim.quantity.trend.map(|trend| trend.as_str().to_owned()),
        modality.map(|modality| modality.as_str().to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect()
}
