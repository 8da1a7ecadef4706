//! From a document to its [`Reading`]: tokens, sentences, figures, claims. The only module that knows nom.
//!
//! Each step looks at one sentence (a `Passage`); what is carried from sentence to sentence (the event, the last
//! place, the last count) is kept here. Extraction never fails: what cannot be read as a figure is skipped.

mod antecedent;
mod around;
mod calendar;
mod claims;
mod derived;
mod event;
mod figure;
mod frame;
mod links;
mod marks;
mod meant;
mod modality;
mod not_figure;
mod noun;
mod number;
mod passage;
mod people;
mod place;
mod relation;
mod repeat;
mod restate;
mod scan;
mod setting;
mod speaker;
mod statement;
mod tally;
mod time;
mod token;
mod trend;
mod word;

pub use place::place_named;

use crate::claim::{Reading, Sentence, Sketch};
use crate::document::{Document, Section};
use crate::lexicon::Lexicon;

/// Reads every figure of a document.
///
/// ```
/// use claimlint::{document::{Format, read}, extract, lexicon::Lexicon};
/// let lexicon = Lexicon::english();
/// let text = b"Rafah is home to about 1.5 million people.".to_vec();
/// let document = read(Format::Plain, "a.txt", text, &lexicon.furniture).documents.remove(0).1;
/// let reading = extract::read(document, &lexicon);
/// assert_eq!(reading.claims[0].measure.as_ref().unwrap().value, "population");
/// ```
pub fn read(document: Document, lexicon: &Lexicon) -> Reading {
    let mut reading = Reading {
        sentences: Vec::new(),
        dates: Vec::new(),
        names: Vec::new(),
        spellings: Vec::new(),
        nations: Vec::new(),
        surroundings: Vec::new(),
        sketch: Sketch::default(),
        speakers: Vec::new(),
        events: Vec::new(),
        claims: Vec::new(),
        persons: Vec::new(),
        mentions: Vec::new(),
        statements: Vec::new(),
        document,
    };
    let mut context = claims::Context::default();
    let mut tokens = Vec::new();
    let mut runs = marks::Runs::default();
    for at in 0..reading.document.blocks.len() {
        let block = reading.document.blocks[at];
        if block.section == Section::Furniture {
            continue;
        }
        context.new_paragraph();
        token::tokens(
            lexicon,
            reading.document.text(),
            block.start..block.end,
            &mut tokens,
        );
        runs.see(reading.document.text(), &tokens);
        for range in token::sentences(lexicon, &tokens) {
            let tokens = &tokens[range];
            let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
                continue;
            };
            let span = first.start..last.end;
            reading.sentences.push(Sentence {
                span,
                section: block.section,
                repeats: None,
                adds: false,
                marks: Vec::new(),
            });
            context.read_sentence(&mut reading, lexicon, tokens);
        }
    }
    context.finish(&mut reading, lexicon);
    reading.sketch = runs.sketch();
    reading
}
