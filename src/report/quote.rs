//! The quotes of a finding: which figures share a line, and what of a long line is shown around them.

use std::ops::Range;

use super::visible::{end_within, start_within, visible, width};
use crate::claim::{Claim, Reading};
use crate::document::{Document, Place};
use crate::finding::{Finding, Location};

/// Columns left of a figure that are kept even where its label then runs over the edge.
const LEAST_BEFORE: usize = 16;

/// One line or sentence of a file with the figures to point at; spans are bytes of `line`.
pub struct Quote<'a> {
    pub document: &'a Document,
    pub line_number: usize,
    /// Of the first figure, for the header.
    pub column: usize,
    line: &'a str,
    pub marks: Vec<Mark<'a>>,
}

/// One figure of a quote.
pub struct Mark<'a> {
    span: Range<usize>,
    pub label: &'a str,
    pub primary: bool,
    /// The figure of a finding that is marked.
    pub location: Option<&'a Location>,
}

/// What is printed of a line; each mark has its span in `text`.
#[derive(Debug, PartialEq)]
pub struct Cropped {
    pub text: String,
    pub spans: Vec<Range<usize>>,
}

/// The figures of a finding that differ, as quotes of their lines: one a figure, or one for several that stand within
/// `room` columns of a line.
pub fn quotes<'a>(finding: &'a Finding, readings: &'a [Reading], room: usize) -> Vec<Quote<'a>> {
    gathered(finding, readings, room, |location| {
        let document = &readings[location.reading].document;
        let place = document.place(location.span(readings));
        let line = document.line_text(place.line);
        (line, span_in_line(line, &place))
    })
}

/// The same as quotes of their sentences.
pub fn sentences<'a>(finding: &'a Finding, readings: &'a [Reading], room: usize) -> Vec<Quote<'a>> {
    gathered(finding, readings, room, |location| {
        sentence_of(location, readings)
    })
}

/// A quote of the sentence of one figure, without a label.
pub fn sentence_at<'a>(location: &Location, readings: &'a [Reading]) -> Quote<'a> {
    let (sentence, span) = sentence_of(location, readings);
    let document = &readings[location.reading].document;
    unlabelled(
        document,
        &document.place(location.span(readings)),
        sentence,
        span,
    )
}

/// The sentence of a figure, and the bytes of the figure in it.
fn sentence_of<'a>(location: &Location, readings: &'a [Reading]) -> (&'a str, Range<usize>) {
    let reading = &readings[location.reading];
    let sentence = location.sentence_span(readings);
    in_sentence(reading, location.span(readings), sentence)
}

/// A sentence, and the bytes in it of a figure that begins in it.
fn in_sentence(
    reading: &Reading,
    figure: Range<usize>,
    sentence: Range<usize>,
) -> (&str, Range<usize>) {
    let end = figure.end.min(sentence.end);
    let span = figure.start - sentence.start..end - sentence.start;
    (&reading.document.text()[sentence], span)
}

/// Quotes of the stretches of text that the figures stand in, each with the bytes of its figure.
fn gathered<'a>(
    finding: &'a Finding,
    readings: &'a [Reading],
    room: usize,
    stretch: impl Fn(&Location) -> (&'a str, Range<usize>),
) -> Vec<Quote<'a>> {
    let mut quotes: Vec<Quote<'a>> = Vec::new();
    for (i, location) in finding.locations.iter().enumerate() {
        if location.side.is_none() {
            continue;
        }
        let (line, span) = stretch(location);
        let mark = Mark {
            span,
            label: &location.label,
            primary: i == 0,
            location: Some(location),
        };
        // The same stretch of memory, not the same words elsewhere.
        let shared = quotes
            .iter_mut()
            .find(|quote| std::ptr::eq(quote.line, line) && quote.fits_with(&mark, room));
        match shared {
            Some(quote) => quote.marks.push(mark),
            None => {
                let document = &readings[location.reading].document;
                let place = document.place(location.span(readings));
                quotes.push(Quote {
                    document,
                    line_number: place.line,
                    column: place.column,
                    line,
                    marks: vec![mark],
                });
            }
        }
    }
    quotes
}

/// A quote of the line of one figure, without a label.
pub fn quote(document: &Document, span: Range<usize>) -> Quote<'_> {
    let place = document.place(span);
    let line = document.line_text(place.line);
    unlabelled(document, &place, line, span_in_line(line, &place))
}

/// A quote of one figure of a stretch of text.
fn unlabelled<'a>(
    document: &'a Document,
    place: &Place,
    line: &'a str,
    span: Range<usize>,
) -> Quote<'a> {
    Quote {
        document,
        line_number: place.line,
        column: place.column,
        line,
        marks: vec![Mark {
            span,
            label: "",
            primary: true,
            location: None,
        }],
    }
}

/// A quote of the sentence that a claim stands in.
pub fn sentence<'a>(reading: &'a Reading, claim: &Claim) -> Quote<'a> {
    let document = &reading.document;
    let place = document.place(claim.span.clone());
    let (line, span) = in_sentence(reading, claim.span.clone(), reading.sentence_of(claim));
    unlabelled(document, &place, line, span)
}

/// The figure's bytes of its first line.
fn span_in_line(line: &str, place: &Place) -> Range<usize> {
    let start = line
        .char_indices()
        .nth(place.column.saturating_sub(1))
        .map_or(line.len(), |(at, _)| at);
    let end = line.floor_char_boundary(start + place.end.saturating_sub(place.start));
    let figure = line.get(start..end).unwrap_or_default();
    start..start + figure.trim_end().len()
}

impl Quote<'_> {
    /// The figures that have a label, with it.
    pub fn labelled(&self) -> impl Iterator<Item = (&str, &str)> {
        let marks = self.marks.iter().filter(|mark| !mark.label.is_empty());
        marks.map(|mark| (self.slice(mark.span.clone()), mark.label))
    }

    /// From the first figure to the last.
    fn extent(&self) -> Range<usize> {
        let start = self.marks.iter().map(|mark| mark.span.start).min();
        let end = self.marks.iter().map(|mark| mark.span.end).max();
        start.unwrap_or(0)..end.unwrap_or(0)
    }

    fn fits_with(&self, mark: &Mark<'_>, room: usize) -> bool {
        let extent = self.extent();
        let both = extent.start.min(mark.span.start)..extent.end.max(mark.span.end);
        // An ellipsis and a blank on both sides.
        width(self.slice(both)) + 4 <= room
    }

    fn slice(&self, range: Range<usize>) -> &str {
        self.line.get(range).unwrap_or_default()
    }

    /// The part of the line that fits into `room` columns, figures and the labels beside them within sight.
    pub fn crop(&self, room: usize) -> Cropped {
        let extent = self.extent();
        let figures = self.slice(extent.clone());
        let reach = self.marks.iter().map(|mark| {
            let gap = usize::from(!mark.label.is_empty());
            width(self.slice(extent.start..mark.span.end)) + gap + width(mark.label)
        });
        let before = self.slice(0..extent.start).trim_start();
        let after = self.slice(extent.end..self.line.len()).trim_end();

        let spare = room.saturating_sub(width(figures));
        let beside_labels = room.saturating_sub(reach.max().unwrap_or(0));
        let most_before = beside_labels.max(LEAST_BEFORE).min(spare);
        let for_after = width(start_within(after, spare));
        let for_before = width(end_within(before, most_before));
        let half = spare - spare / 2;
        let head = words_at_end(before, for_before.min(half.max(spare - for_after)));
        let tail = words_at_start(after, spare.saturating_sub(width(&head)));

        let spans = self.marks.iter().map(|mark| {
            let start = head.len() + visible(self.slice(extent.start..mark.span.start)).len();
            start..start + visible(self.slice(mark.span.clone())).len()
        });
        Cropped {
            spans: spans.collect(),
            text: format!("{head}{}{tail}", visible(figures)),
        }
    }
}

/// The last words of a text that fit, after "… " where words are left out.
fn words_at_end(text: &str, room: usize) -> String {
    if end_within(text, room).len() == text.len() {
        return visible(text);
    }
    let piece = end_within(text, room.saturating_sub(2));
    let cut_off = text.strip_suffix(piece).unwrap_or_default();
    let in_word = !cut_off.ends_with(char::is_whitespace);
    match piece.split_once(char::is_whitespace) {
        Some((_, words)) if in_word => format!("… {}", visible(words.trim_start())),
        // Scripts without blanks, and one long word, are cut anywhere.
        None if in_word => format!("…{}", visible(piece)),
        _ => format!("… {}", visible(piece.trim_start())),
    }
}

/// The first words of a text that fit, before " …" where words are left out.
fn words_at_start(text: &str, room: usize) -> String {
    if start_within(text, room).len() == text.len() {
        return visible(text);
    }
    let piece = start_within(text, room.saturating_sub(2));
    let cut_off = text.strip_prefix(piece).unwrap_or_default();
    let in_word = !cut_off.starts_with(char::is_whitespace);
    match piece.rsplit_once(char::is_whitespace) {
        Some((words, _)) if in_word => format!("{} …", visible(words.trim_end())),
        None if in_word => format!("{}…", visible(piece)),
        _ => format!("{} …", visible(piece.trim_end())),
    }
}
