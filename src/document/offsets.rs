//! The way back from the text that is read to the file.
//!
//! Markup is left out of the text that is read and entities are decoded in it, so an offset in one is not
//! an offset in the other. A map is a sorted list of stretches that were read, each with its place in the
//! file; what lies between two stretches was put in by the reader (the gap between two blocks).

use std::ops::Range;

/// Maps byte offsets of the text that is read to byte offsets of the file.
#[derive(Debug, Clone, Default)]
pub struct OffsetMap {
    /// In order of `read`, without overlap; empty when both texts are the same.
    segments: Vec<Segment>,
}

#[derive(Debug, Clone)]
struct Segment {
    read: Range<usize>,
    raw: Range<usize>,
    /// Byte for byte the same; otherwise the stretch is mapped as a whole, as `&amp;` is.
    exact: bool,
}

impl OffsetMap {
    /// The map of a text that is read as it stands in the file.
    pub fn identity() -> Self {
        Self::default()
    }

    /// Adds a stretch behind all others.
    pub(super) fn push(&mut self, read: Range<usize>, raw: Range<usize>, exact: bool) {
        if read.is_empty() {
            return;
        }
        match self.segments.last_mut() {
            Some(last)
                if exact
                    && last.exact
                    && last.read.end == read.start
                    && last.raw.end == raw.start =>
            {
                last.read.end = read.end;
                last.raw.end = raw.end;
            }
            _ => self.segments.push(Segment { read, raw, exact }),
        }
    }

    /// The bytes of the file from the first to the last byte of a span that was read.
    ///
    /// Markup inside the span is within the result, markup before and behind it is not. An empty span stays
    /// empty.
    pub fn to_raw(&self, span: Range<usize>) -> Range<usize> {
        if self.segments.is_empty() {
            return span;
        }
        let start = self.start(span.start);
        if span.is_empty() {
            start..start
        } else {
            start..self.end(span.end).max(start)
        }
    }

    fn start(&self, offset: usize) -> usize {
        let next = self
            .segments
            .partition_point(|segment| segment.read.end <= offset);
        match self.segments.get(next) {
            Some(segment) if segment.exact => {
                segment.raw.start + offset.saturating_sub(segment.read.start)
            }
            Some(segment) => segment.raw.start,
            None => self.segments.last().map_or(0, |last| last.raw.end),
        }
    }

    fn end(&self, offset: usize) -> usize {
        let after = self
            .segments
            .partition_point(|segment| segment.read.start < offset);
        match after
            .checked_sub(1)
            .and_then(|last| self.segments.get(last))
        {
            Some(segment) if segment.exact && offset < segment.read.end => {
                segment.raw.start + (offset - segment.read.start)
            }
            Some(segment) => segment.raw.end,
            None => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_go_back_to_the_file() {
        // raw  "**12** dead &amp; 3"   read "12 dead & 3"
        let mut map = OffsetMap::identity();
        map.push(0..2, 2..4, true);
        map.push(2..8, 6..12, true);
        map.push(8..9, 12..17, false);
        map.push(9..11, 17..19, true);
        let cases = [
            (0..2, 2..4, "no closing markup"),
            (0..3, 2..7, "markup inside"),
            (2..3, 6..7, "no opening markup"),
            (8..9, 12..17, "a whole entity"),
            (3..9, 7..17, "up to an entity"),
            (9..11, 17..19, "behind an entity"),
            (4..4, 8..8, "empty"),
            (11..11, 19..19, "at the end"),
            (0..99, 2..19, "past the end"),
        ];
        for (read, raw, why) in cases {
            assert_eq!(map.to_raw(read.clone()), raw, "{read:?}: {why}");
        }
    }

    #[test]
    fn text_read_as_it_stands_maps_to_itself() {
        assert_eq!(OffsetMap::identity().to_raw(3..9), 3..9);
    }
}
