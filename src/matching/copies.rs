//! Documents that print one text: they are one source, whoever prints it.

use rustc_hash::FxHashMap;

use crate::claim::Reading;
use crate::lexicon::Matching;

/// Of the least runs of a text so many are looked up. Of two texts that share 60 in a hundred of their runs, all but
/// one in 1,500 pairs share one of these.
const LOOKED_UP: usize = 8;

/// Texts that share a run are many where it is furniture: so many of them are compared.
const COMPARED: usize = 8;

/// Fewer runs tell nothing: headlines are alike.
const LEAST_RUNS: usize = 24;

/// For each reading the first that prints the same text; itself, where none does.
pub fn copies(readings: &[Reading], data: &Matching) -> Vec<usize> {
    let mut seen: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    let mut first: Vec<usize> = Vec::with_capacity(readings.len());
    for (r, reading) in readings.iter().enumerate() {
        let sketch = &reading.sketch;
        let least = if sketch.len() < LEAST_RUNS {
            &[]
        } else {
            sketch.least(LOOKED_UP)
        };
        let mut candidates: Vec<usize> = least
            .iter()
            .flat_map(|run| seen.get(run).into_iter().flatten().copied())
            .collect();
        candidates.sort_unstable();
        candidates.dedup();
        let same = candidates
            .into_iter()
            .find(|other| sketch.is_like(&readings[*other].sketch, data.copy_from));
        first.push(same.unwrap_or(r));
        if same.is_none() {
            for run in least {
                let known = seen.entry(*run).or_default();
                if known.len() < COMPARED {
                    known.push(r);
                }
            }
        }
    }
    first
}
