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
    if !sentence.is_ascii() {
        let letters = sentence.chars().filter(|c| c.is_alphanumeric());
        return letters.flat_map(char::to_lowercase).collect();
    }
    // Every byte is written, and the next one over it where it is no letter: that takes no guess of the processor.
    let mut out = vec![0; sentence.len()];
    let mut end = 0;
    for byte in sentence.bytes() {
        out[end] = byte.to_ascii_lowercase();
        end += usize::from(byte.is_ascii_alphanumeric());
    }
    out.truncate(end);
    String::from_utf8(out).unwrap_or_default()
}
