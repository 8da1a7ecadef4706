//! Lines of a text: where they begin, and which line and column a byte lies in.
//!
//! A line ends at `\n`, `\r\n` or a lone `\r`.

use std::ops::Range;

/// The ends of the lines that have a line end: one past its last byte.
pub(super) fn ends(text: &[u8]) -> impl Iterator<Item = usize> {
    memchr::memchr2_iter(b'\n', b'\r', text)
        .map(|at| at + 1)
        .filter(|&end| text[end - 1] == b'\n' || text.get(end) != Some(&b'\n'))
}

/// Byte offsets at which the lines begin; a text has at least one line.
pub(super) fn line_starts(text: &[u8]) -> Vec<usize> {
    std::iter::once(0).chain(ends(text)).collect()
}

/// The lines without their endings, in order.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let starts = line_starts(text.as_bytes());
    (0..starts.len()).map(move |line| bounds(text, &starts, line))
}

/// The bounds of one line, counted from 0, without its ending; empty past the last line.
pub(super) fn bounds(text: &str, starts: &[usize], line: usize) -> Range<usize> {
    let start = starts.get(line).copied().unwrap_or(text.len());
    let end = starts.get(line + 1).copied().unwrap_or(text.len());
    start..start + text[start..end].trim_end_matches(['\r', '\n']).len()
}

/// Bytes between two counts of characters: a column far along a long line is found without counting all of it.
const STRIDE: usize = 4096;

/// Where lines begin and how many characters come before every [`STRIDE`]th byte.
#[derive(Debug, Clone)]
pub(super) struct Positions {
    /// Byte offsets at which the lines begin.
    pub(super) starts: Vec<usize>,
    characters: Vec<usize>,
}

impl Positions {
    pub(super) fn of(text: &str) -> Self {
        let mut before = 0;
        let counts = text.as_bytes().chunks(STRIDE).map(|chunk| {
            let here = before;
            before += begun(chunk);
            here
        });
        Self {
            characters: counts.collect(),
            starts: line_starts(text.as_bytes()),
        }
    }

    /// Goes on with a text that was added behind `before` bytes, at the begin of a line, and has positions of its own.
    pub(super) fn go_on(&mut self, text: &str, added: &Positions, before: usize) {
        self.starts
            .extend(added.starts.iter().skip(1).map(|start| before + start));
        let known = self.characters.len().saturating_sub(1);
        let mut here = self.characters.pop().unwrap_or(0);
        for chunk in text.as_bytes()[known * STRIDE..].chunks(STRIDE) {
            self.characters.push(here);
            here += begun(chunk);
        }
    }

    /// The line and column of a byte, both from 1; an offset inside a character or past the end is moved back.
    pub(super) fn of_byte(&self, text: &str, offset: usize) -> (usize, usize) {
        let offset = text.floor_char_boundary(offset);
        let line = self.starts.partition_point(|&start| start <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        (
            line,
            self.before(text, offset) - self.before(text, start) + 1,
        )
    }

    /// The characters before a byte.
    fn before(&self, text: &str, offset: usize) -> usize {
        let stride = (offset / STRIDE).min(self.characters.len().saturating_sub(1));
        let counted = self.characters.get(stride).copied().unwrap_or(0);
        counted + begun(&text.as_bytes()[stride * STRIDE..offset])
    }
}

/// The characters that begin in some bytes of UTF-8.
pub(super) fn begun(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte & 0xC0) != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_at_every_kind_of_line_end() {
        let text = "one\r\ntwo\rthree\n\nfive";
        let found: Vec<&str> = lines(text).map(|line| &text[line]).collect();
        assert_eq!(found, ["one", "two", "three", "", "five"]);
        assert_eq!(lines("").count(), 1);
    }

    #[test]
    fn columns_count_scalars() {
        let text = "\u{feff}né 3\r\nb";
        let positions = Positions::of(text);
        assert_eq!(positions.of_byte(text, text.find('3').unwrap()), (1, 5));
        assert_eq!(positions.of_byte(text, text.len() - 1), (2, 1));
        assert_eq!(positions.of_byte(text, 5), (1, 3), "inside the é");
        assert_eq!(positions.of_byte(text, 900), (2, 2));
        let long = format!("é\n{}3", "é ".repeat(STRIDE));
        let found = Positions::of(&long).of_byte(&long, long.len() - 1);
        assert_eq!(found, (2, 2 * STRIDE + 1));
    }
}
