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
        let key = letters(sentence);
        if key.len() < SHORTEST {
            return None;
        }
        let first = *self.seen.entry(key).or_insert(number);
        (first != number).then_some(first)
    }
}

/// The letters and digits of a sentence, in lower case.
fn letters(sentence: &str) -> String {
    let mut out = String::with_capacity(sentence.len());
    for c in sentence.chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if !c.is_ascii() && c.is_alphanumeric() {
            out.extend(c.to_lowercase());
        }
    }
    out
}
