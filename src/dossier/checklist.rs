//! What there is to check in an article: its figures, and what the text does not say of them.

use rustc_hash::FxHashMap;

use super::Case;
use crate::claim::{Claim, Reading};
use crate::document::Section;
use crate::quantity::Dimension;
use crate::rules::Fate;
use crate::series::Member;

/// A figure that a checker ticks off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// An index into the claims of the reading.
    pub claim: usize,
    /// What the text does not say of it.
    pub lacks: Vec<Lack>,
    /// What became of it.
    pub fate: Fate,
    /// The findings that tell of it: indices into [`Dossier::findings`](super::Dossier::findings).
    pub findings: Vec<usize>,
}

/// What a text does not say of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lack {
    /// According to whom.
    Source,
    /// What is counted.
    Measure,
    /// Where.
    Place,
    /// When: neither the day at which it holds nor that of the event.
    Day,
}

impl Lack {
    /// All of them, what is asked first coming first.
    pub const ALL: [Self; 4] = [Self::Source, Self::Measure, Self::Place, Self::Day];
}

/// The figures of all readings that are asked about, but those that were computed, which stand nowhere in the text.
pub fn of(
    case: Case<'_>,
    fates: &[Vec<Fate>],
    told: &FxHashMap<Member, Vec<usize>>,
) -> Vec<Vec<Entry>> {
    let of_reading = |(reading, r): (usize, &Reading)| {
        let claims = r.claims.iter().enumerate();
        let written = claims.filter(|(_, claim)| !claim.is_derived());
        let entry = |(claim, c): (usize, &Claim)| Entry {
            claim,
            lacks: lacks(r, c),
            fate: fates
                .get(reading)
                .and_then(|fates| fates.get(claim))
                .copied()
                .unwrap_or(Fate::Unasked),
            findings: told
                .get(&Member { reading, claim })
                .cloned()
                .unwrap_or_default(),
        };
        written.map(entry).collect()
    };
    let readings = case.readings.iter().enumerate();
    let listed = readings.map(|(i, reading)| match case.asked[i] {
        true => of_reading((i, reading)),
        false => Vec::new(),
    });
    listed.collect()
}

/// What is not said of a figure. A sentence that was printed before was asked the first time.
fn lacks(reading: &Reading, claim: &Claim) -> Vec<Lack> {
    if claim.is_repeat() {
        return Vec::new();
    }
    let event = claim
        .event
        .and_then(|event| reading.events.get(event.value));
    let is_dated = claim.as_of.is_some() || event.is_some_and(|event| event.day.is_some());
    // A share, a price or a distance need not be anywhere, nor hold on a day.
    let is_placed = claim.people || claim.has_known_measure();
    let lacks = |lack: &Lack| match lack {
        Lack::Source => claim.attribution.is_empty() && !is_sourced_below(reading, claim),
        Lack::Measure => {
            let is_count = claim.quantity.dimension == Dimension::Count;
            is_count && claim.measure.is_none() && claim.noun.is_none()
        }
        Lack::Place => is_placed && claim.place.is_none(),
        Lack::Day => is_placed && !is_dated,
    };
    Lack::ALL.into_iter().filter(|lack| lacks(lack)).collect()
}

/// Whether a headline has a figure that its text gives a source for: there is no room for one in a headline.
fn is_sourced_below(reading: &Reading, claim: &Claim) -> bool {
    let count = |claim: &Claim| (claim.quantity.low, claim.quantity.high);
    let measure = |claim: &Claim| claim.measure.as_ref().map(|m| m.value.clone());
    let says_the_same = |other: &&Claim| {
        count(other) == count(claim)
            && other.quantity.unit == claim.quantity.unit
            && measure(other) == measure(claim)
    };
    let mut same = reading.claims.iter().filter(says_the_same);
    claim.section == Section::Headline && same.any(|other| !other.attribution.is_empty())
}
