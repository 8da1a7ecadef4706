//! Sentences printed twice: one statement, not two.

use std::collections::HashMap;

/// Sentences shorter than this may be said twice on purpose.
const SHORTEST: usize = 20;

/// The sentences seen so far, by their letters and digits.
#[derive(Debug, Default)]
pub struct Repeats {
    seen: HashMap<String, usize>,
}

impl Repeats {
    /// Notes a sentence; the number of the earlier one that says the same, case, marks and spaces apart.
    pub fn see(&mut self, number: usize, sentence: &str) -> Option<usize> {
        let key: String = sentence
            .chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect();
        if key.len() < SHORTEST {
            return None;
        }
        let first = *self.seen.entry(key).or_insert(number);
        (first != number).then_some(first)
    }
}
