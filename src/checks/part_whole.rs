//! `part-whole`: a part is not more than the whole that it is taken of.

use super::describe::finding_of_sides;
use super::verdict::Judgement;
use super::{Checked, Task};
use crate::claim::{Claim, Reading, RelationKind};
use crate::finding::{Cause, Severity, Verdict};
use crate::quantity::{Dimension, in_words};
use crate::series::{Member, Side};

pub(super) fn run(task: Task<'_>, readings: &[Reading]) -> Checked {
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
            out.compared.extend(members);
            let (Some(least), Some(most)) =
                (part.quantity.literal().low, whole.quantity.literal().high)
            else {
                continue;
            };
            if least <= most {
                continue;
            }
            let excess = part.quantity.low - whole.quantity.high;
            let severity = if part.quoted || whole.quoted {
                Severity::Note
            } else {
                Severity::Error
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
            out.findings
                .push(finding_of_sides(task, readings, &sides, &[], &judgement));
        }
    }
    out
}

/// What "x of the y" or, in one sentence and of one measure, "y, including x" takes a part of.
fn whole_of(reading: &Reading, part: &Claim) -> Option<usize> {
    let link = part.relations.iter().find(|link| {
        let whole = &reading.claims[link.to];
        // "11 people were charged, nine of whom …"
        let people = |whole: &Claim| whole.people && (part.people || part.noun.is_none());
        let same = whole.has_known_measure()
            && whole.measure.as_ref().map(|m| &m.value) == part.measure.as_ref().map(|m| &m.value);
        match link.kind {
            RelationKind::OutOf => true,
            RelationKind::PartOf => (same || people(whole)) && whole.sentence == part.sentence,
            _ => false,
        }
    });
    link.map(|link| link.to)
}

fn is_count(claim: &Claim) -> bool {
    claim.quantity.dimension == Dimension::Count
}
