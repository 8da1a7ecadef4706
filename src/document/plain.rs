//! Plain text: an optional head, then paragraphs.

use std::ops::Range;

use super::furniture::Furniture;
use super::head::{self, Head};
use super::sections::{self, Kind, Piece};
use super::{BOM, Document, lines};
use crate::problem::Problem;

/// Lines broken by hand or by a mail program are this long, in characters.
const WRAPPED: std::ops::RangeInclusive<usize> = 40..=110;

/// Reads a plain text; the problems are remarks, such as a date that cannot be read.
pub fn plain(id: &str, raw: String, furniture: &Furniture) -> (Document, Vec<Problem>) {
    let head = head::read(&raw, start(&raw));
    let body = head.body;
    let title = head.title.clone().map(|span| Piece {
        kind: Kind::Title,
        span,
    });
    let mut document = Document::new(id, raw);
    let remarks = document.take_head(&head);
    let text = document.text();
    let pieces: Vec<Piece> = title.into_iter().chain(paragraphs(text, body)).collect();
    document.blocks = sections::blocks(text, &pieces, document.title.as_deref(), furniture);
    (document, remarks)
}

/// Where a text begins: behind its byte order mark.
pub(super) fn start(raw: &str) -> usize {
    if raw.starts_with(BOM) {
        BOM.len_utf8()
    } else {
        0
    }
}

impl Document {
    /// Takes the values of a head that stands in `raw`.
    fn take_head(&mut self, head: &Head) -> Vec<Problem> {
        let value =
            |range: &Option<Range<usize>>| range.clone().map(|range| self.raw[range].to_owned());
        let (source, title, url, date) = (
            value(&head.source),
            value(&head.title),
            value(&head.url),
            value(&head.date),
        );
        if let Some(source) = source {
            self.source = source;
        }
        self.title = title;
        self.url = url;
        let at = head.date.as_ref().map_or(0, |range| range.start);
        self.take_date(&date.unwrap_or_default(), at)
            .into_iter()
            .collect()
    }
}

/// The paragraphs of a text from `start` on, each a piece of text.
///
/// Blank lines part them. Where a paragraph has several lines it was wrapped by hand, or each is one of its
/// own: short lines in a row are headlines, datelines and lists.
pub(super) fn paragraphs(text: &str, start: usize) -> Vec<Piece> {
    let mut spans = Vec::new();
    let mut paragraph = Vec::new();
    for line in lines::lines(&text[start..]) {
        let line = head::trimmed(text, start + line.start..start + line.end);
        if line.is_empty() {
            close(text, &mut paragraph, &mut spans);
        } else {
            paragraph.push(line);
        }
    }
    close(text, &mut paragraph, &mut spans);
    spans
        .into_iter()
        .map(|span| Piece {
            kind: Kind::Text,
            span,
        })
        .collect()
}

fn close(text: &str, paragraph: &mut Vec<Range<usize>>, spans: &mut Vec<Range<usize>>) {
    let bulleted = |line: &Range<usize>| {
        ["- ", "* ", "• "]
            .iter()
            .any(|mark| text[line.clone()].starts_with(mark))
    };
    // One such line may be a sentence wrapped at a dash; two are a list.
    let is_list = paragraph.iter().filter(|line| bulleted(line)).count() >= 2;
    for lines in paragraph.chunk_by(|_, next| !(is_list && bulleted(next))) {
        match lines {
            [first, .., last] if is_wrapped(text, lines) => spans.push(first.start..last.end),
            _ => spans.extend_from_slice(lines),
        }
    }
    paragraph.clear();
}

fn is_wrapped(text: &str, lines: &[Range<usize>]) -> bool {
    let length = |line: &Range<usize>| text[line.clone()].chars().count();
    lines.split_last().is_some_and(|(last, rest)| {
        rest.iter().all(|line| WRAPPED.contains(&length(line))) && length(last) <= *WRAPPED.end()
    })
}
