//! The names: an automaton that `build.rs` makes of `data/gazetteer-names.txt`, walked letter by letter where it lies.

use std::sync::LazyLock;

use fst::raw::{Fst, Node, Output};

use super::fold::Fold;
use super::{Candidates, table};

static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer-names.fst"));

/// Nothing is read but where the automaton begins.
static NAMES: LazyLock<Option<Fst<&[u8]>>> = LazyLock::new(|| Fst::new(BYTES).ok());

/// How far a text is the beginning of a name.
pub(super) struct Walk {
    names: &'static Fst<&'static [u8]>,
    node: Node<'static>,
    /// The number of the first place, in what is added up on the way.
    first: Output,
    fold: Fold,
}

impl Walk {
    pub fn start() -> Option<Self> {
        let names = NAMES.as_ref()?;
        Some(Self {
            names,
            node: names.root(),
            first: Output::zero(),
            fold: Fold::default(),
        })
    }

    /// Goes on by one word, or several; false where no name begins so, and the walk is over.
    pub fn push(&mut self, text: &str) -> bool {
        let (names, node, first) = (self.names, &mut self.node, &mut self.first);
        self.fold.push(text, |letter| {
            let Some(index) = node.find_input(letter) else {
                return false;
            };
            let next = node.transition(index);
            *first = first.cat(next.out);
            *node = names.node(next.addr);
            true
        })
    }

    /// Whether a word of a name ends here.
    pub fn ends_word(&self) -> bool {
        self.node.is_final() || self.node.find_input(b' ').is_some()
    }

    /// The places of the name that ends here.
    pub fn places(&self) -> Option<Candidates> {
        if !self.node.is_final() {
            return None;
        }
        let first = self.first.cat(self.node.final_output()).value();
        let postings = table::postings(usize::try_from(first).ok()?)?;
        Some(Candidates { postings })
    }
}

#[cfg(test)]
mod tests {
    use fst::Streamer;

    use super::*;
    use crate::gazetteer::{Gazetteer, Written};

    #[test]
    fn the_automaton_is_small_and_whole() {
        assert!(BYTES.len() < 1_000_000);
        NAMES.as_ref().unwrap().verify().unwrap();
    }

    #[test]
    fn every_name_leads_to_its_places_the_most_populous_first() {
        let gazetteer = Gazetteer::embedded();
        let mut reached = vec![false; gazetteer.len()];
        let mut passed = 0;
        let mut names = NAMES.as_ref().unwrap().stream();
        while let Some((name, first)) = names.next() {
            let name = std::str::from_utf8(name).unwrap();
            let places = gazetteer.lookup(name).expect(name);
            // Names and places are of one run of `data/generate.py`.
            assert_eq!(first.value(), passed as u64, "{name}");
            passed += places.len();
            let people: Vec<u32> = places.clone().map(|place| place.population()).collect();
            assert!(people.is_sorted_by(|a, b| a >= b), "{name}");
            for place in places {
                reached[place.record] |= place.written() == Written::Main;
            }
        }
        assert_eq!(table::postings(passed), None);
        // A division that shares its name with a city is found with its noun alone.
        let lost = (0..gazetteer.len()).filter(|i| !reached[*i] && table::kind(*i) != 1);
        assert_eq!(lost.count(), 0);
    }
}
