//! What is read out of a text, from the document to its claims.

mod fields;
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
