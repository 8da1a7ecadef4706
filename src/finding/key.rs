//! What a finding is about, whatever line it stands on: its rule and the sentences of its figures.

use std::collections::BTreeSet;
use std::ops::Range;

use xxhash_rust::xxh3::xxh3_64;

use super::{Finding, Location};
use crate::claim::Reading;

impl Finding {
    /// The sentences of the figures on its sides, each once and in order of their letters; how lines are broken and
    /// which quotation marks are used makes no difference.
    pub fn sentences(&self, readings: &[Reading]) -> BTreeSet<String> {
        let sided = self.locations.iter().filter(|l| l.side.is_some());
        sided
            .map(|location| normalised(location.sentence(readings)))
            .collect()
    }

    /// The rule and the sentences as 16 hexadecimal digits: the XXH3 hash of their UTF-8, each followed by a line end.
    /// The same in every version of the program, and for every finding of the rule in the same sentences.
    pub fn key(&self, readings: &[Reading]) -> String {
        key(&self.rule, &self.sentences(readings))
    }
}

impl Location {
    /// The sentence that the figure stands in, as read.
    pub fn sentence<'a>(&self, readings: &'a [Reading]) -> &'a str {
        &readings[self.reading].document.text()[self.sentence_span(readings)]
    }

    /// The bytes of that sentence in the text that is read; those of the figure where it stands in none.
    pub fn sentence_span(&self, readings: &[Reading]) -> Range<usize> {
        let reading = &readings[self.reading];
        let span = self.span(readings);
        let next = reading
            .sentences
            .partition_point(|sentence| sentence.span.end <= span.start);
        let sentence = reading.sentences.get(next);
        let sentence = sentence.filter(|sentence| sentence.span.start <= span.start);
        sentence.map_or(span, |sentence| sentence.span.clone())
    }
}

/// The key of a rule and normalised sentences.
pub fn key(rule: &str, sentences: &BTreeSet<String>) -> String {
    let mut content = format!("{rule}\n");
    for sentence in sentences {
        content.push_str(sentence);
        content.push('\n');
    }
    format!("{:016x}", xxh3_64(content.as_bytes()))
}

/// Whether a text has the form of a key.
pub fn is_key(text: &str) -> bool {
    text.len() == 16 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

/// A text on one line, with single spaces and straight quotation marks.
pub fn normalised(text: &str) -> String {
    let mut normal = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !normal.is_empty() {
            normal.push(' ');
        }
        normal.extend(word.chars().filter(|c| *c != '\u{ad}').map(|c| match c {
            '‘' | '’' => '\'',
            '“' | '”' => '"',
            c => c,
        }));
    }
    normal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reflow_and_quotation_marks_make_no_difference() {
        let one = normalised("  “It’s\u{a0}12,”\n she\u{ad} said. ");
        assert_eq!(one, "\"It's 12,\" she said.");
        assert_eq!(normalised("\"It's 12,\" she said."), one);
        let sentences = |texts: &[&str]| texts.iter().map(|t| normalised(t)).collect();
        let sum = key("sum", &sentences(&["12 and 3 make 14.", "All 14."]));
        assert_eq!(
            sum,
            key("sum", &sentences(&["All\n14.", "12 and 3 make 14."]))
        );
        assert_ne!(sum, key("sum", &sentences(&["12 and 3 make 14."])));
        assert_ne!(
            sum,
            key("ratio", &sentences(&["12 and 3 make 14.", "All 14."]))
        );
        assert_eq!(
            key("sum", &sentences(&["12 and 3 make 14."])),
            "922d9e11cd56f074",
            "kept in baselines"
        );
    }
}
