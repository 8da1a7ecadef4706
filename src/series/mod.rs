//! Which claims may be compared with which: the step between reading and checking.
//!
//! A [`Selection`] says which claims a rule looks at and what they must share. [`series`] sets aside what may not
//! be compared, with the reason, and groups the rest by index: never all pairs.

mod apart;
mod cluster;
mod licence;
mod timeline;

use std::collections::BTreeMap;

use jiff::civil::Date;

pub use apart::{Apart, apart, aside};
pub use cluster::{Side, sides};
pub use licence::{
    Licence, Unlicensed, anchors, is_copy_of_value, is_title, is_total, licence, text_makes_up,
};
pub use timeline::{Point, comparable, days_between, timeline};

use crate::claim::{AsOf, Claim, Reading, Role, Scope, Status};

/// Which claims a rule looks at, and what they must share to be compared.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// Measures; a claim has one of them. None named: any figure.
    pub measures: Vec<String>,
    /// The status, where the rule names one.
    pub status: Option<Status>,
    /// Populations, where the rule names some: "everyone" or a group.
    pub populations: Vec<String>,
    /// What compared claims share.
    pub group_by: Vec<Shared>,
    /// How many days two stocks may lie apart.
    pub within_days: Option<i32>,
}

/// What compared claims share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shared {
    /// What is counted, where a rule selects several measures.
    Measure,
    /// Where.
    Place,
    /// Which people.
    Population,
    /// What happened.
    Event,
}

/// A claim of one of the readings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Member {
    /// An index into the readings.
    pub reading: usize,
    /// An index into the claims of that reading.
    pub claim: usize,
}

impl Member {
    /// The claim itself.
    pub fn of<'a>(&self, readings: &'a [Reading]) -> &'a Claim {
        &readings[self.reading].claims[self.claim]
    }
}

/// Claims that share what the rule asks for, in document order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// The place they share, if they were grouped by it.
    pub place: Option<String>,
    /// The claims that may be compared.
    pub members: Vec<Member>,
    /// Claims of the same things at a time that is not now ("before the war"): never compared with the members,
    /// but arithmetic may need them.
    pub other_times: Vec<Member>,
}

/// Why a claim is not compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SetAside {
    /// The rule does not look at its measure.
    NotSelected,
    /// The rule looks at figures of another status.
    OtherStatus,
    /// The rule looks at other people.
    OtherPeople,
    /// Its sentence was printed before.
    Repeat,
    /// It was computed from other figures.
    Derived,
    /// It is projected, hypothetical or negated.
    NotAsserted,
    /// It is a part or the whole of one, an increment, or besides what was counted before.
    NotATotal,
    /// It holds at a time that is not now.
    OtherTime,
    /// What the rule groups by is not known: no place, no event.
    Incomplete(Shared),
}

/// Groups the claims that a selection looks at. Series come out in order of their first claim.
pub fn series(readings: &[Reading], selection: &Selection) -> Vec<Series> {
    let mut groups: BTreeMap<Key, Series> = BTreeMap::new();
    for (r, reading) in readings.iter().enumerate() {
        for (c, claim) in reading.claims.iter().enumerate() {
            let aside = set_aside(claim, selection);
            if !matches!(aside, None | Some(SetAside::OtherTime)) {
                continue;
            }
            let Ok(key) = Key::of(r, reading, claim, selection) else {
                continue;
            };
            let place = key.place.clone();
            let series = groups.entry(key).or_insert_with(|| Series {
                place,
                members: Vec::new(),
                other_times: Vec::new(),
            });
            let list = if aside.is_none() {
                &mut series.members
            } else {
                &mut series.other_times
            };
            list.push(Member {
                reading: r,
                claim: c,
            });
        }
    }
    let mut out: Vec<Series> = groups
        .into_values()
        .filter(|s| !s.members.is_empty())
        .collect();
    out.sort_by_key(|s| s.members[0]);
    out
}

/// Why a claim may not be compared under a selection; `None` when it may.
pub fn set_aside(claim: &Claim, selection: &Selection) -> Option<SetAside> {
    if !selects_measure(claim, selection) {
        return Some(SetAside::NotSelected);
    }
    let status_fits = selection
        .status
        .is_none_or(|status| claim.status.is_some_and(|s| s.value == status));
    let people = claim
        .population
        .as_ref()
        .map_or("everyone", |p| p.value.as_str());
    let people_fit =
        selection.populations.is_empty() || selection.populations.iter().any(|p| p == people);
    if !status_fits {
        Some(SetAside::OtherStatus)
    } else if !people_fit {
        Some(SetAside::OtherPeople)
    } else if claim.is_repeat() {
        Some(SetAside::Repeat)
    } else if claim.is_derived() {
        Some(SetAside::Derived)
    } else if !claim.modality.is_comparable() {
        Some(SetAside::NotAsserted)
    } else if claim.role != Role::Total
        || claim.status.is_some_and(|s| s.value == Status::Increment)
    {
        Some(SetAside::NotATotal)
    } else if matches!(claim.as_of.as_ref().map(|a| &a.value), Some(AsOf::Other(_))) {
        Some(SetAside::OtherTime)
    } else {
        None
    }
}

/// Whether a selection asks for what the claim counts.
pub fn selects_measure(claim: &Claim, selection: &Selection) -> bool {
    let measure = claim.measure.as_ref().map(|m| m.value.as_str());
    selection.measures.is_empty()
        || measure.is_some_and(|m| selection.measures.iter().any(|s| s == m))
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    measure: Option<String>,
    place: Option<String>,
    population: Option<String>,
    event: Option<EventKey>,
}

/// What makes two events the same: across documents the day, or the campaign; inside one, its thread.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum EventKey {
    Day(Date),
    Campaign,
    Thread(usize, usize),
}

impl Key {
    /// The error is what the selection groups by and the claim lacks.
    fn of(
        r: usize,
        reading: &Reading,
        claim: &Claim,
        selection: &Selection,
    ) -> Result<Self, Shared> {
        let by = |shared| selection.group_by.contains(&shared);
        let mut key = Key {
            measure: None,
            place: None,
            population: None,
            event: None,
        };
        if by(Shared::Measure) {
            let measure = claim.measure.as_ref().ok_or(Shared::Measure)?;
            key.measure = Some(measure.value.clone());
        }
        if by(Shared::Place) {
            let place = claim.place.as_ref().ok_or(Shared::Place)?;
            key.place = Some(place.value.clone());
        }
        if by(Shared::Population) {
            key.population = claim.population.as_ref().map(|p| p.value.clone());
        }
        if by(Shared::Event) {
            // What there is at a time belongs to no event.
            let stock = claim.status.is_some_and(|s| s.value == Status::Stock);
            key.event = match claim.event {
                Some(index) => Some(event_key(r, reading, index.value).ok_or(Shared::Event)?),
                None if stock => None,
                None => return Err(Shared::Event),
            };
        }
        Ok(key)
    }

    /// The first thing in which two keys differ.
    fn differs_from(&self, other: &Self) -> Option<Shared> {
        let differs = [
            (Shared::Measure, self.measure != other.measure),
            (Shared::Place, self.place != other.place),
            (Shared::Population, self.population != other.population),
            (Shared::Event, self.event != other.event),
        ];
        differs
            .into_iter()
            .find_map(|(shared, differs)| differs.then_some(shared))
    }
}

fn event_key(r: usize, reading: &Reading, index: usize) -> Option<EventKey> {
    let event = reading.events.get(index)?;
    Some(match (event.scope, event.day) {
        (Scope::Campaign, _) => EventKey::Campaign,
        (_, Some(day)) => EventKey::Day(day.value),
        (_, None) => EventKey::Thread(r, index),
    })
}
