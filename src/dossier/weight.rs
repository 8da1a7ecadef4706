//! How far the figures of a finding lie apart.

use crate::claim::Reading;
use crate::finding::Finding;
use crate::quantity::{Decimal, Quantity, written_difference};

/// The difference between the two figures of different sides that lie furthest apart, as a part of the larger one; none
/// where they are no numbers of one unit. See the design's section on verdicts: |a − b| / max(a, b) of the numbers as
/// written.
pub fn gap(finding: &Finding, readings: &[Reading]) -> Option<Decimal> {
    let sided = finding.locations.iter().filter(|l| l.side.is_some());
    let figures: Option<Vec<(Option<usize>, &Quantity)>> = sided
        .map(|location| Some((location.side, location.quantity(readings)?)))
        .collect();
    let figures = figures?;
    let (_, first) = figures.first()?;
    let unit = |quantity: &Quantity| {
        let unit = quantity.unit.as_ref().map(|unit| unit.name.clone());
        (quantity.dimension, unit)
    };
    if figures
        .iter()
        .any(|(_, quantity)| unit(quantity) != unit(first))
    {
        return None;
    }
    let least = figures.iter().min_by_key(|(_, quantity)| quantity.high)?;
    let most = figures.iter().max_by_key(|(_, quantity)| quantity.low)?;
    (least.0 != most.0).then(|| written_difference(least.1, most.1))
}
