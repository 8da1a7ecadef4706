//! Which claims may be compared with which: the step between reading and checking.
//!
//! A [`Selection`] says which claims a rule looks at and what they must share. [`series`] sets aside what may not
//! be compared, with the reason, and groups the rest by index: never all pairs.

mod apart;
mod cluster;
mod licence;
mod timeline;
mod veto;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

pub use apart::{Apart, apart, aside};
pub use cluster::{Side, sides};
pub use licence::{Licence, Unlicensed, is_title, is_total, licence, text_makes_up};
pub use timeline::{Point, comparable, day, days_between, timeline};
pub use veto::{Veto, Vetoed, states_value, veto};

use crate::claim::{AsOf, Claim, Reading, RelationKind, Role, Status};
use crate::matching::{People, Stories, Story, is_toll};

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
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Shared {
    /// What is counted, where a rule selects several measures.
    Measure,
    /// Where.
    Place,
    /// Which people.
    Population,
    /// What happened; a stock belongs to no event.
    Event,
    /// What the article is about, whatever is counted: those held after a march as well as those hurt in it.
    Story,
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
    /// Whether they count the victims of a war or another campaign, which grow for years.
    pub is_campaign: bool,
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
    /// The rule does not look at its document.
    OutOfScope,
    /// What the rule groups by is not known: no place, no event.
    Incomplete(Shared),
}

/// Groups the claims that a selection looks at. Series come out in order of their first claim.
pub fn series(readings: &[Reading], stories: &Stories, selection: &Selection) -> Vec<Series> {
    let mut by_key: FxHashMap<Key<'_>, usize> = FxHashMap::default();
    let mut out: Vec<Series> = Vec::new();
    for (r, reading) in readings.iter().enumerate() {
        for (c, claim) in reading.claims.iter().enumerate() {
            let aside = set_aside(stories, reading, claim, selection);
            if !matches!(aside, None | Some(SetAside::OtherTime)) {
                continue;
            }
            let member = Member {
                reading: r,
                claim: c,
            };
            let Ok(key) = Key::of(readings, stories, member, selection) else {
                continue;
            };
            let at = *by_key.entry(key).or_insert_with(|| {
                let own = || claim.place.as_ref().map(|p| p.value.as_str());
                out.push(Series {
                    place: key.place.or_else(own).map(str::to_owned),
                    is_campaign: matches!(key.event, Some(Story::Campaign(_))),
                    members: Vec::new(),
                    other_times: Vec::new(),
                });
                out.len() - 1
            });
            let series = &mut out[at];
            let list = if aside.is_none() {
                &mut series.members
            } else {
                &mut series.other_times
            };
            list.push(member);
        }
    }
    out.retain(|s| !s.members.is_empty());
    out.sort_by_key(|s| s.members[0]);
    out
}

/// Why a claim may not be compared under a selection; `None` when it may.
pub fn set_aside(
    stories: &Stories,
    reading: &Reading,
    claim: &Claim,
    selection: &Selection,
) -> Option<SetAside> {
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
    } else if !is_whole(stories, reading, claim)
        || (is_increment(claim) && !is_by_event(claim, selection))
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

/// Whether a claim counts all of those whom it is about: "60 killed, 100 others hurt" counts all of the hurt.
fn is_whole(stories: &Stories, reading: &Reading, claim: &Claim) -> bool {
    let measure = claim.measure.as_ref().map(|m| &m.value);
    let counts_other = |to: usize| {
        let other = reading.claims.get(to).and_then(|c| c.measure.as_ref());
        other.map(|m| &m.value) != measure
    };
    let mut besides = claim
        .relations
        .iter()
        .filter(|r| r.kind == RelationKind::Besides);
    match claim.role {
        Role::Total => true,
        Role::Besides => {
            stories.is_all_beside(claim) && besides.next().is_some_and(|r| counts_other(r.to))
        }
        _ => false,
    }
}

fn is_increment(claim: &Claim) -> bool {
    claim.status.is_some_and(|s| s.value == Status::Increment)
}

/// Whether the claim is compared by what happened, and not by its place and time.
pub fn is_by_event(claim: &Claim, selection: &Selection) -> bool {
    let by = |shared| selection.group_by.contains(&shared);
    by(Shared::Story) || (is_toll(claim) && by(Shared::Event))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Key<'a> {
    measure: Option<&'a str>,
    place: Option<&'a str>,
    population: Option<&'a str>,
    event: Option<Story<'a>>,
    /// Of what counts those of some days only: the day of its document. The days that end with another are others.
    window: Option<Option<Date>>,
}

impl<'a> Key<'a> {
    /// The error is what the selection groups by and the claim lacks.
    fn of(
        readings: &'a [Reading],
        stories: &Stories,
        member: Member,
        selection: &Selection,
    ) -> Result<Self, Shared> {
        let claim = member.of(readings);
        let by = |shared| selection.group_by.contains(&shared);
        let mut key = Key {
            measure: None,
            place: None,
            population: None,
            event: None,
            window: is_increment(claim).then(|| readings[member.reading].document.published),
        };
        if by(Shared::Measure) {
            let measure = claim.measure.as_ref().ok_or(Shared::Measure)?;
            key.measure = Some(&measure.value);
        }
        // What there is at a time belongs to no event.
        let stock = claim.status.is_some_and(|s| s.value == Status::Stock);
        if by(Shared::Story) || (by(Shared::Event) && !stock) {
            let story = stories.story(readings, member.reading, member.claim);
            key.event = Some(story.ok_or(Shared::Story)?);
        }
        // Where an event happened was looked at when it was found; outlets name its place in several ways.
        let placed = matches!(
            key.event,
            Some(Story::Event(_) | Story::Campaign(_) | Story::Sentence(_))
        );
        if by(Shared::Place) && !placed {
            let place = claim.place.as_ref().ok_or(Shared::Place)?;
            key.place = Some(&place.value);
        }
        if by(Shared::Population) {
            let exact = || claim.population.as_ref().map(|p| p.value.as_str());
            key.population = match (placed, stories.people(claim)) {
                (false, _) => exact(),
                (true, People::Subset(group)) => Some(group),
                (true, _) => None,
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
            (
                Shared::Event,
                self.event != other.event || self.window != other.window,
            ),
        ];
        differs
            .into_iter()
            .find_map(|(shared, differs)| differs.then_some(shared))
    }
}
