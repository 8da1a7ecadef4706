//! Lines of a text: where they begin, and which line and column a byte lies in.
//!
//! A line ends at `\n`, `\r\n` or a lone `\r`.

use std::ops::Range;

/// Byte offsets at which the lines begin; a text has at least one line.
pub(super) fn line_starts(text: &[u8]) -> Vec<usize> {
    let ends = text.iter().enumerate().filter(|&(at, byte)| match byte {
        b'\n' => true,
        b'\r' => text.get(at + 1) != Some(&b'\n'),
        _ => false,
    });
    std::iter::once(0)
        .chain(ends.map(|(at, _)| at + 1))
        .collect()
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

/// The line and column of a byte, both from 1; an offset inside a character or past the end is moved back.
pub(super) fn position(text: &str, starts: &[usize], offset: usize) -> (usize, usize) {
    let offset = text.floor_char_boundary(offset);
    let line = starts.partition_point(|&start| start <= offset).max(1);
    let start = starts.get(line - 1).copied().unwrap_or(0);
    (line, text[start..offset].chars().count() + 1)
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
        let starts = line_starts(text.as_bytes());
        assert_eq!(position(text, &starts, text.find('3').unwrap()), (1, 5));
        assert_eq!(position(text, &starts, text.len() - 1), (2, 1));
        assert_eq!(position(text, &starts, 5), (1, 3), "inside the é");
        assert_eq!(position(text, &starts, 900), (2, 2));
    }
}
