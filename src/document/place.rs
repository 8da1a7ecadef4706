//! Where something stands in its file.

use std::ops::Range;

use super::{Document, lines};

/// A place in the file as given: bytes from 0, line and column from 1, the column in Unicode scalars.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The line of the first byte.
    pub line: usize,
    /// The column of the first byte.
    pub column: usize,
}

/// The places of what stands in one document, fastest when asked for in the order of the text.
#[derive(Debug)]
pub struct Places<'a> {
    document: &'a Document,
    /// The last place that was asked for, in bytes of `raw`; `None` before the first.
    last: Option<(usize, (usize, usize))>,
}

/// From a place that is further ahead, the line and column are looked up; nearer ones are counted to.
const NEAR: usize = 4096;

impl<'a> Places<'a> {
    /// The places of a document.
    pub fn of(document: &'a Document) -> Self {
        Self {
            document,
            last: None,
        }
    }

    /// Where a span of the text that is read stands in the file.
    pub fn of_span(&mut self, span: Range<usize>) -> Place {
        let document = self.document;
        let span = document.span_in_raw(span);
        let near = self.last.and_then(|last| self.counted(last, span.start));
        let (line, column) = near.unwrap_or_else(|| document.line_column(span.start));
        self.last = Some((span.start, (line, column)));
        Place {
            start: document.start.bytes + span.start,
            end: document.start.bytes + span.end,
            line: document.start.lines + line,
            column,
        }
    }

    /// The line and column of a byte a little behind one whose line and column are known.
    fn counted(
        &self,
        (from, (line, column)): (usize, (usize, usize)),
        to: usize,
    ) -> Option<(usize, usize)> {
        let raw = &self.document.raw;
        if from > to || to - from > NEAR || !raw.is_char_boundary(to) {
            return None;
        }
        let starts = self.document.positions.starts.get(line..).unwrap_or(&[]);
        let passed = starts.iter().take_while(|start| **start <= to).count();
        match passed.checked_sub(1).and_then(|last| starts.get(last)) {
            Some(&start) => Some((
                line + passed,
                lines::begun(raw.as_bytes().get(start..to)?) + 1,
            )),
            None => Some((line, column + lines::begun(raw.as_bytes().get(from..to)?))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_the_same_in_any_order() {
        let raw = "Énée a 3 chats,\r\n\r\n 4 chiens\ret\n5 é.".repeat(300);
        let document = Document::new("a.txt", raw);
        let all = || (0..document.raw.len()).filter(|at| document.raw.is_char_boundary(*at));
        let lookup = |at: usize| {
            let (line, column) = document.line_column(at);
            Place {
                start: at,
                end: at,
                line,
                column,
            }
        };
        for step in [1, 7, 170, 5000] {
            let mut places = Places::of(&document);
            for at in all().step_by(step) {
                assert_eq!(places.of_span(at..at), lookup(at));
            }
        }
        let mut places = Places::of(&document);
        for at in all().rev().step_by(11) {
            assert_eq!(places.of_span(at..at), lookup(at));
        }
    }
}
