//! What tells whether two documents speak of one thing, or print one text.

use super::Words;

/// A word that tells what a sentence is about: neither grammar, nor counting, nor a kind of event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// The word without its ending, by a number: the same word has the same number in every document.
    pub word: u64,
    /// Whether it is a part of a name.
    pub is_name: bool,
    /// Whether it is a word of a place that the text names.
    pub is_place: bool,
    /// Whether it says what was hit: "a strike on a school".
    pub is_target: bool,
    /// Where it stands.
    pub at: Words,
}

/// Where a place lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Surroundings {
    /// The place.
    pub place: String,
    /// What it lies in, the innermost first.
    pub around: Vec<String>,
    /// What the text itself says that it lies in: "Springfield, Mo."
    pub told: Option<String>,
    /// The country of it; its own name, where it is one.
    pub country: Option<String>,
    /// Whether a list knows it, or the text says what it lies in.
    pub is_known: bool,
}

/// A sample of the runs of words of a text, the same for the same text: the least of their hashes (Broder 1997, *On the
/// resemblance and containment of documents*, section 4).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sketch {
    /// Sorted, without doubles.
    runs: Vec<u64>,
}

impl Sketch {
    /// How many words a run has.
    pub const RUN: usize = 4;
    /// How many runs are kept. The standard error of a likeness of 0.6 is 0.043.
    const KEPT: usize = 128;

    /// The sketch of some runs.
    pub fn of(mut runs: Vec<u64>) -> Self {
        runs.sort_unstable();
        runs.dedup();
        runs.truncate(Self::KEPT);
        Self { runs }
    }

    /// That of two texts together.
    pub fn join(&mut self, other: Self) {
        self.runs.extend(other.runs);
        *self = Self::of(std::mem::take(&mut self.runs));
    }

    /// The least runs: two texts that are much alike share some of them.
    pub fn least(&self, count: usize) -> &[u64] {
        &self.runs[..count.min(self.runs.len())]
    }

    /// How many runs it has; of a text of few words none.
    pub fn len(&self) -> usize {
        self.runs.len()
    }

    /// Whether the text is too short to be told from others.
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// Whether the Jaccard likeness of two texts, as estimated by the least runs of both, is at least `of_hundred`.
    pub fn is_like(&self, other: &Self, of_hundred: usize) -> bool {
        let (mut i, mut j, mut both, mut all) = (0, 0, 0, 0);
        while all < Self::KEPT && (i < self.runs.len() || j < other.runs.len()) {
            let (a, b) = (self.runs.get(i), other.runs.get(j));
            let order = match (a, b) {
                (Some(a), Some(b)) => a.cmp(b),
                (Some(_), None) => std::cmp::Ordering::Less,
                _ => std::cmp::Ordering::Greater,
            };
            i += usize::from(order.is_le());
            j += usize::from(order.is_ge());
            both += usize::from(order.is_eq());
            all += 1;
        }
        all > 0 && both * 100 >= all * of_hundred
    }
}

/// A number for a word, the same on every machine (FNV-1a, 64 bits).
pub fn word_number(letters: impl IntoIterator<Item = u8>) -> u64 {
    const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(PRIME);
    letters.into_iter().fold(BASIS, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sketch(text: &str) -> Sketch {
        let words: Vec<u64> = text
            .split(' ')
            .map(|word| word_number(word.bytes()))
            .collect();
        let runs = words
            .windows(Sketch::RUN)
            .map(|run| word_number(run.iter().flat_map(|word| word.to_le_bytes())));
        Sketch::of(runs.collect())
    }

    #[test]
    fn one_text_is_like_itself_and_unlike_another() {
        let words: Vec<String> = (0..400).map(|i| format!("w{}", i * 7919 % 1009)).collect();
        let whole = words.join(" ");
        let most = words[..360].join(" ");
        let half = words[..200].join(" ");
        let (whole, most, half) = (sketch(&whole), sketch(&most), sketch(&half));
        assert!(whole.is_like(&whole, 100));
        assert!(whole.is_like(&most, 60) && most.is_like(&whole, 60));
        assert!(!whole.is_like(&half, 60) && !half.is_like(&whole, 60));
        assert!(!whole.is_like(&sketch("four other words here"), 1));
    }

    #[test]
    fn a_sketch_of_parts_is_that_of_all_of_their_runs() {
        let mut joined = Sketch::of(vec![5, 3, 9]);
        joined.join(Sketch::of(vec![4, 3, 8]));
        assert_eq!(joined, Sketch::of(vec![3, 4, 5, 8, 9]));
        assert_eq!(joined.least(2), [3, 4]);
    }

    #[test]
    fn texts_without_runs_are_like_nothing() {
        assert!(!Sketch::default().is_like(&Sketch::default(), 60));
        assert!(Sketch::default().is_empty());
    }
}
