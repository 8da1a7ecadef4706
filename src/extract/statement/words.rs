//! The words that two sentences share, by which they tell of the same.

use rustc_hash::FxHashSet;

use crate::claim::Reading;
use crate::lexicon::{Classes, Lexicon};

/// The words of a sentence that tell it from others, by their stems.
pub fn content_words(reading: &Reading, lexicon: &Lexicon, sentence: usize) -> FxHashSet<String> {
    let span = reading.sentences[sentence].span.clone();
    let text = reading.document.text().get(span).unwrap_or_default();
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 2 && word.chars().all(char::is_alphabetic))
        .filter(|word| {
            !lexicon.classes_of(word).any(
                Classes::FUNCTION
                    .with(Classes::FIGURE_START)
                    .with(Classes::SAYING),
            )
        })
        .map(|word| stem(lexicon, word))
        .collect()
}

/// The beginning of a word in the singular: enough to know it by, in whatever form.
pub fn stem(lexicon: &Lexicon, word: &str) -> String {
    /// In characters.
    const STEM: usize = 4;
    lexicon.forms.singular(word).chars().take(STEM).collect()
}
