//! What holds for any bytes, for the fuzzer and for the test that runs its seeds.

use claimlint::claim::Reading;
use claimlint::document::{Format, read};
use claimlint::extract;
use claimlint::lexicon::Lexicon;

/// Reads the bytes as every format and checks what comes out.
pub fn read_in_every_format(lexicon: &Lexicon, bytes: &[u8]) {
    for format in [
        Format::Plain,
        Format::Markdown,
        Format::Html,
        Format::Json,
        Format::JsonLines,
    ] {
        let found = read(format, "any", bytes.to_vec(), &lexicon.furniture);
        for (_, document) in found.documents {
            let again = extract::read(document.clone(), lexicon);
            let reading = extract::read(document, lexicon);
            assert_eq!(reading.claims, again.claims, "reading twice tells the same");
            holds_together(&reading);
        }
    }
}

/// Spans are cut where characters are, stand in order and inside their sentence, and quote what they span.
fn holds_together(reading: &Reading) {
    let text = reading.document.text();
    let sentences: Vec<_> = reading.sentences.iter().map(|s| s.span.clone()).collect();
    let named = [
        reading.dates.iter().map(|d| d.span.clone()).collect(),
        reading.names.iter().map(|n| n.span.clone()).collect(),
        reading.speakers.iter().map(|s| s.span.clone()).collect(),
        sentences.clone(),
    ];
    for span in named.iter().flat_map(|spans: &Vec<_>| spans) {
        assert!(text.get(span.clone()).is_some(), "{span:?}");
    }
    let written = reading.claims.iter().filter(|claim| !claim.is_derived());
    for spans in [sentences.clone(), written.map(|c| c.span.clone()).collect()] {
        let in_order = spans.windows(2).all(|two| two[0].end <= two[1].start);
        assert!(in_order, "{spans:?}");
    }
    for (i, claim) in reading.claims.iter().enumerate() {
        let words = text.get(claim.span.clone()).unwrap_or_default();
        let words: Vec<&str> = words.split_whitespace().collect();
        assert!(!words.is_empty(), "{:?}", claim.span);
        assert_eq!(words.join(" "), claim.text);
        let inside = sentences
            .get(claim.sentence)
            .is_some_and(|s| s.start <= claim.span.start && claim.span.end <= s.end);
        assert!(inside, "{:?} stands outside its sentence", claim.span);
        let raw = reading.document.span_in_raw(claim.span.clone());
        assert!(reading.document.raw.get(raw.clone()).is_some(), "{raw:?}");
        assert_eq!(claim.number, i + 1);
        let known = |link: usize| link < reading.claims.len() && link != i;
        assert!(claim.relations.iter().all(|link| known(link.to)));
        let ordered = claim.quantity.low <= claim.quantity.high;
        assert!(ordered || claim.is_derived(), "{:?}", claim.quantity);
    }
}
