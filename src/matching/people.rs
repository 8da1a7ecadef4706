//! Whom a toll counts, as far as it decides what it may be compared with.

use crate::claim::Claim;
use crate::lexicon::Matching;

/// Whom a toll counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum People<'a> {
    /// Whoever was hit: people, residents, Palestinians.
    Everyone,
    /// A group that leaves others out, as an article may do that tells of the rest elsewhere: civilians, soldiers.
    Narrower(&'a str),
    /// A part of whoever was hit: children.
    Subset(&'a str),
}

/// Whom a claim counts. "Mostly children" are everyone.
pub fn people<'a>(claim: &'a Claim, data: &Matching) -> People<'a> {
    let Some(population) = &claim.population else {
        return People::Everyone;
    };
    let mut words = population.value.split(' ').rev();
    let group = words.next().unwrap_or_default();
    let is = |groups: &[String]| groups.iter().any(|known| known == group);
    let mostly = words.any(|word| data.mostly.iter().any(|known| known == word));
    match (mostly, is(&data.subsets), is(&data.narrower)) {
        (false, true, _) => People::Subset(group),
        (false, _, true) => People::Narrower(group),
        _ => People::Everyone,
    }
}
