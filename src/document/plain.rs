//! Plain text: an optional head, then paragraphs; a long text may come in parts.

use std::ops::Range;

use super::furniture::Furniture;
use super::head::{self, Head};
use super::parts::Start;
use super::sections::{self, Ends, Kind, Piece};
use super::{BOM, Date, Document, lines};
use crate::problem::Problem;

/// Lines broken by hand or by a mail program are this long, in characters.
const WRAPPED: std::ops::RangeInclusive<usize> = 40..=110;

/// Reads a plain text; the problems are remarks, such as a date that cannot be read.
pub fn plain(id: &str, raw: String, furniture: &Furniture) -> (Document, Vec<Problem>) {
    first(id, raw, Start::default(), true, furniture)
}

/// Reads the part that a text begins with, all of it if `is_last`.
pub(super) fn first(
    id: &str,
    raw: String,
    at: Start,
    is_last: bool,
    furniture: &Furniture,
) -> (Document, Vec<Problem>) {
    let head = head::read(&raw, start(&raw));
    let body = head.body;
    let title = head.title.clone().map(|span| Piece {
        kind: Kind::Title,
        span,
    });
    let mut document = Document::new(id, raw);
    document.start = at;
    let remarks = document.take_head(&head);
    let ends = Ends {
        first: true,
        last: is_last,
    };
    document.take_blocks(title, body, ends, furniture);
    (document, remarks)
}

/// Reads a part of a text that goes on from another, under the same head.
pub(super) fn next(
    before: &About,
    raw: String,
    at: Start,
    is_last: bool,
    furniture: &Furniture,
) -> Document {
    let mut document = Document::new(&before.id, raw);
    document.start = at;
    document.continues = true;
    document.source.clone_from(&before.source);
    document.published = before.published;
    document.title.clone_from(&before.title);
    document.url.clone_from(&before.url);
    let ends = Ends {
        first: false,
        last: is_last,
    };
    document.take_blocks(None, 0, ends, furniture);
    document
}

/// What the head of a text says, for the parts that follow.
#[derive(Debug)]
pub(super) struct About {
    id: String,
    source: String,
    published: Option<Date>,
    title: Option<String>,
    url: Option<String>,
}

impl About {
    pub(super) fn of(document: &Document) -> Self {
        Self {
            id: document.id.clone(),
            source: document.source.clone(),
            published: document.published,
            title: document.title.clone(),
            url: document.url.clone(),
        }
    }
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
    /// Finds the blocks of a plain text whose body begins at a byte.
    fn take_blocks(
        &mut self,
        title: Option<Piece>,
        body: usize,
        ends: Ends,
        furniture: &Furniture,
    ) {
        let text = self.text();
        let pieces: Vec<Piece> = title.into_iter().chain(paragraphs(text, body)).collect();
        self.blocks = sections::blocks(text, &pieces, self.title.as_deref(), ends, furniture);
    }

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
