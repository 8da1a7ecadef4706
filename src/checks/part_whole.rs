//! `part-whole`: a part is not more than the whole that it is taken of.

use super::describe::finding_of_sides;
use super::verdict::Judgement;
use super::{Checked, Task};
use crate::claim::{Claim, Reading, RelationKind, Role};
use crate::finding::{Cause, Finding, Severity, Verdict};
use crate::quantity::{Dimension, in_words};
use crate::series::{Member, Side};

/// Settings of the check.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// Pairs of measures of which the first counts some of what the second counts: those released and those taken.
    pub measures: Vec<[String; 2]>,
}

/// How many sentences a count of some may stand from the count of all.
const NEAR: usize = 3;

pub(super) fn run(task: Task<'_>, settings: &Settings, readings: &[Reading]) -> Checked {
    let mut out = linked(task, readings);
    for (r, reading) in readings.iter().enumerate() {
        for [part, whole] in &settings.measures {
            of_measures(task, readings, (r, reading), [part, whole], &mut out);
        }
    }
    out
}

/// "310 were freed … took 253 hostages": some of them are never more than all that the text tells of nearby.
fn of_measures(
    task: Task<'_>,
    readings: &[Reading],
    (r, reading): (usize, &Reading),
    [part, whole]: [&String; 2],
    out: &mut Checked,
) {
    let counts = |id: &String| {
        let id = id.clone();
        let is = move |c: &Claim| {
            c.measure.as_ref().is_some_and(|m| m.value == id)
                && is_count(c)
                && !c.is_repeat()
                && !c.is_derived()
                && c.modality.is_comparable()
        };
        let claims = reading.claims.iter().enumerate();
        claims.filter(move |(_, c)| is(c)).collect::<Vec<_>>()
    };
    let wholes = counts(whole);
    let Some((whole_at, most)) = wholes.iter().max_by_key(|(_, c)| c.quantity.high) else {
        return;
    };
    let open = wholes
        .iter()
        .any(|(_, c)| c.quantity.literal().high.is_none());
    for (part_at, part) in counts(part) {
        let near = part.sentence.abs_diff(most.sentence) <= NEAR;
        let place = |c: &Claim| c.place.as_ref().map(|p| p.value.clone());
        let apart = place(part).is_some() && place(most).is_some() && place(part) != place(most);
        let linked = whole_of(reading, part).is_some();
        if open || !near || apart || linked {
            continue;
        }
        let members = [part_at, *whole_at].map(|claim| Member { reading: r, claim });
        out.hold(members);
        let exceeds = part.quantity.literal().low > most.quantity.literal().high;
        if exceeds {
            let finding = exceeding(task, readings, members, Severity::Warning);
            out.findings.push(finding);
        }
    }
}

fn linked(task: Task<'_>, readings: &[Reading]) -> Checked {
    let mut out = Checked::default();
    for (r, reading) in readings.iter().enumerate() {
        for (c, part) in reading.claims.iter().enumerate() {
            let whole = whole_of(reading, part);
            let Some(whole_at) = whole.filter(|_| is_count(part) && !part.is_repeat()) else {
                continue;
            };
            let whole = &reading.claims[whole_at];
            if !is_count(whole) || !part.modality.is_comparable() {
                continue;
            }
            let members = [c, whole_at].map(|claim| Member { reading: r, claim });
            out.hold(members);
            let (Some(least), Some(most)) =
                (part.quantity.literal().low, whole.quantity.literal().high)
            else {
                continue;
            };
            if least <= most {
                continue;
            }
            out.findings
                .push(exceeding(task, readings, members, Severity::Error));
        }
    }
    out
}

/// The finding that a part, the first member, is more than its whole.
fn exceeding(
    task: Task<'_>,
    readings: &[Reading],
    members: [Member; 2],
    ceiling: Severity,
) -> Finding {
    let [part, whole] = members.map(|m| m.of(readings));
    let excess = part.quantity.low - whole.quantity.high;
    let severity = if part.quoted || whole.quoted {
        Severity::Note
    } else {
        ceiling
    };
    let why = format!(
        "{} is {} more than {}",
        in_words(part.quantity.low),
        in_words(excess),
        in_words(whole.quantity.high)
    );
    let judgement = Judgement {
        verdict: Verdict::Contradiction,
        severity,
        cause: Cause::Unknown,
        why,
    };
    let sides = members.map(|m| Side { members: vec![m] });
    finding_of_sides(task, readings, &sides, &[], &judgement)
}

/// What "x of the y" or, in one sentence and of one measure, "y, including x" takes a part of.
fn whole_of(reading: &Reading, part: &Claim) -> Option<usize> {
    let link = part.relations.iter().find(|link| {
        let whole = &reading.claims[link.to];
        // "11 people were charged, nine of whom …"
        let people = |whole: &Claim| {
            // "Three were killed and five of the wounded …"
            let two = part.has_known_measure() && whole.has_known_measure();
            whole.people && (part.people || part.noun.is_none()) && !two
        };
        let same = whole.has_known_measure()
            && whole.measure.as_ref().map(|m| &m.value) == part.measure.as_ref().map(|m| &m.value);
        match link.kind {
            RelationKind::OutOf => true,
            RelationKind::PartOf => {
                (same || people(whole))
                    && whole.sentence == part.sentence
                    && is_nearest(reading, link.to, part)
            }
            _ => false,
        }
    });
    link.map(|link| link.to)
}

/// Whether no other count stands between a whole and its part: "two more died, bringing the dead to 12, including
/// seven Spaniards".
fn is_nearest(reading: &Reading, whole: usize, part: &Claim) -> bool {
    // "five out of 38" is a share of counts.
    let counts = |c: &Claim| is_count(c) || c.quantity.dimension == Dimension::Ratio;
    let between = reading.claims.get(whole + 1..part.number.saturating_sub(1));
    between.is_none_or(|claims| {
        claims
            .iter()
            .all(|c| !counts(c) || c.is_derived() || c.role == Role::Part)
    })
}

fn is_count(claim: &Claim) -> bool {
    claim.quantity.dimension == Dimension::Count
}
