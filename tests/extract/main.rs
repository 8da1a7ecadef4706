//! What is read out of a text, from the document to its claims.

mod fields;
mod forms;
mod not_figures;
mod properties;
mod sentences;

use claimlint::claim::{Claim, Reading};
use claimlint::document::{Date, plain};
use claimlint::extract;
use claimlint::lexicon::Lexicon;

/// Reads a text, published on Wednesday 6 March 2024.
fn read(lexicon: &Lexicon, text: &str) -> Reading {
    let (mut document, _) = plain("a.txt", text.to_owned(), &lexicon.furniture);
    document.published = Some(Date::constant(2024, 3, 6));
    extract::read(document, lexicon)
}

/// The claims that stand in the text as they are, none of those computed from them.
fn written(reading: &Reading) -> impl Iterator<Item = &Claim> {
    reading.claims.iter().filter(|claim| !claim.is_derived())
}

/// Holds what is found in each sentence at the margin against the lines indented below it.
fn held_against(expected: &str, found: impl Fn(&str) -> Vec<String>) {
    for block in blocks(expected) {
        let sentence = block.lines().next().unwrap_or_default();
        let lines = found(sentence).into_iter();
        let lines = lines.map(|line| format!("    {line}\n"));
        let found = format!("{sentence}\n{}", lines.collect::<String>());
        assert_eq!(found, block);
    }
}

/// Every line at the margin with the indented lines below it.
fn blocks(text: &str) -> Vec<String> {
    let mut blocks: Vec<String> = Vec::new();
    for line in text.trim_start().split_inclusive('\n') {
        match blocks.last_mut() {
            Some(block) if line.starts_with("    ") => block.push_str(line),
            _ => blocks.push(line.to_owned()),
        }
    }
    blocks
}
