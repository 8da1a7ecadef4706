//! Whom the figures of a finding go back to.

use std::collections::{BTreeMap, BTreeSet};

use crate::claim::{Operand, Reading};
use crate::finding::Finding;

/// The one whom every side of a finding cites, as one of them writes the name; none where the sides cite different
/// people or one cites nobody. That one source is given two figures is a trace to follow.
pub fn common_source<'a>(finding: &Finding, readings: &'a [Reading]) -> Option<&'a str> {
    let mut sides: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    let mut named: BTreeMap<&str, &str> = BTreeMap::new();
    for location in &finding.locations {
        let (Some(side), Operand::Claim(claim)) = (location.side, location.operand) else {
            continue;
        };
        let cited = sides.entry(side).or_default();
        let claim = readings[location.reading].claims.get(claim)?;
        if let Some(who) = claim.attribution.first() {
            cited.insert(&who.originator);
            named.entry(&who.originator).or_insert(&who.name);
        }
    }
    let mut sides = sides.into_values();
    let first = sides.next()?;
    let others: Vec<BTreeSet<&str>> = sides.collect();
    let is_everywhere = |who: &&&str| others.iter().all(|side| side.contains(**who));
    let common = first
        .iter()
        .filter(|_| !others.is_empty())
        .find(is_everywhere)?;
    named.get(*common).copied()
}
