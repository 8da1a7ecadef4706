//! Any bytes, read in every format: nothing panics, and what is read holds together.

#![no_main]

#[path = "../invariants.rs"]
mod invariants;

use std::sync::LazyLock;

use claimlint::lexicon::Lexicon;
use libfuzzer_sys::fuzz_target;

/// Compiled once: the lexicon is larger than a text.
static ENGLISH: LazyLock<Lexicon> = LazyLock::new(Lexicon::english);

fuzz_target!(|bytes: &[u8]| invariants::read_in_every_format(&ENGLISH, bytes));
