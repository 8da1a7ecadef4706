//! Sentences that two articles on one event have in common but for a figure: an agency's text with another toll.
//!
//! Such figures are held against each other wherever they stand, though only the totals up front are else.

use rustc_hash::FxHashMap;

use super::account::is_toll;
use super::people::people;
use crate::claim::{Claim, Reading, Role};
use crate::lexicon::Matching;

/// A word that so many sentences share tells nothing.
const MOST: usize = 24;

/// A claim: an index into the readings and one into the claims.
pub type At = (usize, usize);

/// A sentence that counts victims, with its words.
struct Counting {
    claim: At,
    words: Vec<u64>,
    /// Which of the figures of its measure in the sentence it is.
    number: usize,
}

/// For each figure that has a twin with another value in an article of the same event, the number of its set.
pub fn twins(
    readings: &[Reading],
    data: &Matching,
    events: &[Vec<usize>],
    may_be: impl Fn(At) -> bool,
) -> FxHashMap<At, usize> {
    let mut out = FxHashMap::default();
    let mut sets = 0;
    for documents in events.iter().filter(|documents| documents.len() > 1) {
        let counting: Vec<Counting> = documents
            .iter()
            .flat_map(|r| counting(&readings[*r], *r))
            .filter(|c| may_be(c.claim))
            .collect();
        let mut by_word: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
        for (i, found) in counting.iter().enumerate() {
            let mut near: Vec<usize> = found
                .words
                .iter()
                .filter_map(|word| by_word.get(word))
                .filter(|known| known.len() < MOST)
                .flatten()
                .copied()
                .collect();
            near.sort_unstable();
            near.dedup();
            for other in near.into_iter().map(|j| &counting[j]) {
                if !are_twins(readings, data, found, other) {
                    continue;
                }
                let set = *out.entry(other.claim).or_insert_with(|| {
                    sets += 1;
                    sets - 1
                });
                out.entry(found.claim).or_insert(set);
            }
            for word in &found.words {
                by_word.entry(*word).or_default().push(i);
            }
        }
    }
    out
}

fn counting(reading: &Reading, number: usize) -> Vec<Counting> {
    let mut before: Vec<(usize, &str)> = Vec::new();
    let mut out = Vec::new();
    for (c, claim) in reading.claims.iter().enumerate() {
        let told = is_toll(claim) && claim.role == Role::Total && !claim.is_repeat();
        let Some(measure) = claim.measure.as_ref().filter(|_| told) else {
            continue;
        };
        let same = |(sentence, known): &&(usize, &str)| {
            *sentence == claim.sentence && *known == measure.value
        };
        let count = before.iter().filter(same).count();
        before.push((claim.sentence, &measure.value));
        let marks = &reading.sentences[claim.sentence].marks;
        let mut words: Vec<u64> = marks.iter().map(|mark| mark.word).collect();
        words.sort_unstable();
        words.dedup();
        out.push(Counting {
            claim: (number, c),
            words,
            number: count,
        });
    }
    out
}

fn are_twins(readings: &[Reading], data: &Matching, a: &Counting, b: &Counting) -> bool {
    let of = |at: At| -> &Claim { &readings[at.0].claims[at.1] };
    let (x, y) = (of(a.claim), of(b.claim));
    let measure = |c: &Claim| c.measure.as_ref().map(|m| m.value.clone());
    let shared = super::score::shared(&a.words, &b.words);
    let shorter = a.words.len().min(b.words.len());
    a.claim.0 != b.claim.0
        && a.number == b.number
        && shared >= data.twins.least
        && shared * 100 >= shorter * data.twins.of_hundred
        && measure(x) == measure(y)
        && people(x, data) == people(y, data)
        && (x.quantity.low, x.quantity.high) != (y.quantity.low, y.quantity.high)
}
