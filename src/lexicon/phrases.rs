//! Phrases of the data files, found word by word, the longest first.

use rustc_hash::FxHashMap;

use super::word::{Vocabulary, WordId};

/// Phrases with what they stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrases<T> {
    by_first: FxHashMap<WordId, Vec<Phrase<T>>>,
    /// A bit for every word that is a key of `by_first`: few words of a text are.
    firsts: Vec<u64>,
}

/// The words of a phrase, and what it stands for.
type Phrase<T> = (Box<[WordId]>, T);

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self {
            by_first: FxHashMap::default(),
            firsts: Vec::new(),
        }
    }
}

impl<T> Phrases<T> {
    /// Adds a phrase; the first meaning given to one is kept.
    pub fn add(&mut self, vocabulary: &mut Vocabulary, phrase: &str, meaning: T) {
        let words: Box<[WordId]> = words(vocabulary, phrase);
        let Some(first) = words.first() else { return };
        let (at, bit) = bit_of(*first);
        if self.firsts.len() <= at {
            self.firsts.resize(at + 1, 0);
        }
        self.firsts[at] |= bit;
        let same_start = self.by_first.entry(*first).or_default();
        if same_start.iter().any(|(known, _)| *known == words) {
            return;
        }
        let at = same_start.partition_point(|(known, _)| known.len() >= words.len());
        same_start.insert(at, (words, meaning));
    }

    /// The longest phrase at the start of the words: how many words it takes, and its meaning. `words` is asked
    /// for one word after another and answers `None` at the end.
    pub fn longest(
        &self,
        first: WordId,
        word: impl FnMut(usize) -> Option<WordId>,
    ) -> Option<(usize, &T)> {
        self.longest_where(first, word, |_, meaning| Some(meaning))
    }

    /// The longest phrase whose meaning is accepted, with what the acceptance gave: `accept` is asked with the
    /// number of words and the meaning.
    pub fn longest_where<'a, R>(
        &'a self,
        first: WordId,
        mut word: impl FnMut(usize) -> Option<WordId>,
        mut accept: impl FnMut(usize, &'a T) -> Option<R>,
    ) -> Option<(usize, R)> {
        let (at, bit) = bit_of(first);
        if self.firsts.get(at)? & bit == 0 {
            return None;
        }
        self.by_first
            .get(&first)?
            .iter()
            .filter(|(words, _)| (1..words.len()).all(|i| word(i) == Some(words[i])))
            .find_map(|(words, meaning)| Some((words.len(), accept(words.len(), meaning)?)))
    }

    /// What a whole text stands for.
    pub fn whole(&self, vocabulary: &Vocabulary, text: &str) -> Option<&T> {
        let words: Vec<WordId> = parts(vocabulary, text)
            .map(|part| vocabulary.get(part))
            .collect();
        let accept = |length, meaning| (length == words.len()).then_some(meaning);
        let found = self.longest_where(*words.first()?, |i| words.get(i).copied(), accept);
        found.map(|(_, meaning)| meaning)
    }

    /// The words that a phrase may begin with.
    pub fn first_words(&self) -> impl Iterator<Item = WordId> + '_ {
        self.by_first.keys().copied()
    }
}

impl Phrases<()> {
    /// Phrases that stand for nothing but themselves.
    pub fn of(vocabulary: &mut Vocabulary, phrases: &[String]) -> Self {
        let mut out = Self::default();
        for phrase in phrases {
            out.add(vocabulary, phrase, ());
        }
        out
    }
}

/// Where the bit of a word is.
fn bit_of(word: WordId) -> (usize, u64) {
    (word.index() / 64, 1 << (word.index() % 64))
}

/// The words, numbers and signs of a phrase.
fn words(vocabulary: &mut Vocabulary, phrase: &str) -> Box<[WordId]> {
    let parts: Vec<&str> = parts(vocabulary, phrase).collect();
    parts
        .into_iter()
        .map(|part| vocabulary.intern(part))
        .collect()
}

/// A phrase as the text is split; a full stop that shortens a word is left out.
fn parts<'p>(vocabulary: &Vocabulary, phrase: &'p str) -> impl Iterator<Item = &'p str> {
    let mut rest = phrase;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '.');
        let first = rest.chars().next()?;
        let length = match vocabulary.word_length(rest) {
            0 if first.is_ascii_digit() => rest
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(rest.len()),
            0 => first.len_utf8(),
            length => length,
        };
        let (part, after) = rest.split_at(length);
        rest = after;
        Some(part)
    })
}
