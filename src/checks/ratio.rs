//! `ratio`: a share in percent fits the two figures that it is a share of.

use super::describe::{finding_of_sides, percent};
use super::verdict::Judgement;
use super::{Checked, Task};
use crate::claim::{Claim, Reading, RelationKind};
use crate::finding::{Cause, Severity, Verdict};
use crate::quantity::{Decimal, Dimension, Interval, in_words};
use crate::series::{Member, Side};

/// Settings of the check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// How far the stated share may lie outside of what the rounded figures allow, in parts of one.
    pub tolerance: Decimal,
}

pub(super) fn run(task: Task<'_>, settings: &Settings, readings: &[Reading]) -> Checked {
    let mut out = Checked::default();
    for (r, reading) in readings.iter().enumerate() {
        for (s, share) in reading.claims.iter().enumerate() {
            let Some((part_at, whole_at)) = part_and_whole(reading, share) else {
                continue;
            };
            let (part, whole) = (&reading.claims[part_at], &reading.claims[whole_at]);
            let Some(possible) = possible_share(part, whole) else {
                continue;
            };
            let member = |claim| Member { reading: r, claim };
            out.compared
                .extend([member(s), member(part_at), member(whole_at)]);
            let stated = share.quantity.literal();
            if possible.gap(&stated) <= settings.tolerance * Decimal::ONE_HUNDRED {
                continue;
            }
            let (x, y) = (part.quantity.low, whole.quantity.low);
            let computed = x.checked_div(y).unwrap_or_default();
            let severity = if share.quoted || part.quoted {
                Severity::Note
            } else {
                Severity::Error
            };
            let why = format!(
                "{} / {} = {}; the text says {}",
                in_words(x),
                in_words(y),
                percent(computed),
                share.text
            );
            let judgement = Judgement {
                verdict: Verdict::Contradiction,
                severity,
                cause: Cause::Unknown,
                why,
            };
            let sides = [part_at, s].map(|claim| Side {
                members: vec![member(claim)],
            });
            out.findings.push(finding_of_sides(
                task,
                readings,
                &sides,
                &[member(whole_at)],
                &judgement,
            ));
        }
    }
    out
}

/// The part that a percentage restates, and the whole of that part.
fn part_and_whole(reading: &Reading, share: &Claim) -> Option<(usize, usize)> {
    let to = |claim: &Claim, kind| {
        claim
            .relations
            .iter()
            .find(|link| link.kind == kind)
            .map(|link| link.to)
    };
    if share.quantity.dimension != Dimension::Percent
        || share.is_repeat()
        || !share.modality.is_comparable()
    {
        return None;
    }
    let part = to(share, RelationKind::Equivalent)?;
    let whole = to(&reading.claims[part], RelationKind::OutOf)?;
    let counts = [part, whole]
        .iter()
        .all(|i| reading.claims[*i].quantity.dimension == Dimension::Count);
    counts.then_some((part, whole))
}

/// Every share in percent that the two figures allow, with what their rounding leaves open.
fn possible_share(part: &Claim, whole: &Claim) -> Option<Interval> {
    let (a, b) = (part.quantity.literal(), whole.quantity.literal());
    let percent = |a: Decimal, b: Decimal| a.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(b);
    let low = match (a.low, b.high) {
        (Some(a), Some(b)) => percent(a, b)?,
        _ => Decimal::ZERO,
    };
    let high = match (a.high, b.low) {
        (Some(a), Some(b)) if !b.is_zero() => Some(percent(a, b)?),
        _ => None,
    };
    Some(Interval {
        low: Some(low),
        high,
    })
}
