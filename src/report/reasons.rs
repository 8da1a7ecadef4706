//! What is said beside the message of a finding: why, by whom, the arithmetic, what would fit, and where its other
//! figures stand.

use std::ops::Range;

use super::visible::visible;
use crate::claim::Reading;
use crate::document::Document;
use crate::finding::{Finding, Location};

/// The reasons, each with its name.
pub fn reasons(finding: &Finding) -> impl Iterator<Item = (&'static str, &str)> {
    let why = [("why", Some(&finding.why))];
    let others = [
        ("told by", finding.carried.as_ref()),
        ("arithmetic", finding.arithmetic.as_ref()),
        ("would fit if", finding.would_fit.as_ref()),
    ];
    let named = why.into_iter().chain(others);
    named.filter_map(|(name, words)| Some((name, words?.as_str())))
}

/// The message and the reasons, a line each.
pub fn lines(finding: &Finding) -> Vec<String> {
    let reasons = reasons(finding).map(|(name, words)| format!("{name}: {}", visible(words)));
    std::iter::once(visible(&finding.message))
        .chain(reasons)
        .collect()
}

/// Those lines, and one for every figure but the primary one.
pub fn lines_with_places(finding: &Finding, readings: &[Reading]) -> Vec<String> {
    let mut lines = lines(finding);
    let others = finding.locations.iter().skip(1);
    lines.extend(others.map(|other| format!("see: {}", visible(&place(other, readings)))));
    lines
}

/// "a.txt:3:5: 250,000, residents before the war"
pub fn place(location: &Location, readings: &[Reading]) -> String {
    let document = &readings[location.reading].document;
    let address = address(document, location.span(readings));
    format!("{address}: {}", figure(location, readings))
}

/// "a.txt:3:5"
pub fn address(document: &Document, span: Range<usize>) -> String {
    let place = document.place(span);
    format!("{}:{}:{}", document.shown_name(), place.line, place.column)
}

/// "250,000, residents before the war"
pub fn figure(location: &Location, readings: &[Reading]) -> String {
    match location.label.as_str() {
        "" => location.text(readings).to_owned(),
        label => format!("{}, {label}", location.text(readings)),
    }
}
