//! A long plain text in parts, so that it need not be held as a whole.
//!
//! A text of more than [`PART`] bytes is no single article. It is cut behind a blank line, or failing that behind
//! any line end; where it is cut depends on nothing but its bytes.

use std::io::{self, BufRead, Read as _};

use super::lines;
use super::read::LONGEST_LINE;

/// A part has at most as many bytes, unless it has a line that reaches further.
const PART: usize = 1024 * 1024;

/// A part has more bytes than this, if another follows.
const LEAST: usize = PART / 2;

/// Where a part begins.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Start {
    /// The bytes of the file before it.
    pub(super) bytes: usize,
    /// The lines of the file before it.
    pub(super) lines: usize,
}

/// What comes next in a text.
pub(super) enum Next {
    /// Some whole lines.
    Part {
        bytes: Vec<u8>,
        start: Start,
        is_last: bool,
    },
    /// A line, counted from 1, that no article has, with its length; there is nothing behind it.
    TooLong { line: usize, length: usize },
}

/// The parts of a text.
pub(super) struct Parts<R> {
    input: R,
    /// What was read and is not handed out.
    held: Vec<u8>,
    start: Start,
    /// Whether nothing is left of the input.
    ended: bool,
}

impl<R: BufRead> Parts<R> {
    pub(super) fn of(input: R) -> Self {
        Self {
            input,
            held: Vec::new(),
            start: Start::default(),
            ended: false,
        }
    }

    /// The next part; an empty text has none.
    pub(super) fn next(&mut self) -> io::Result<Option<Next>> {
        // One more byte tells whether something follows, and which kind of line end a `\r` is.
        self.hold(PART + 1)?;
        if self.held.is_empty() {
            return Ok(None);
        }
        let cut = if self.held.len() <= PART {
            self.held.len()
        } else if let Some(cut) = cut(&self.held) {
            cut
        } else {
            let begin = line_ends(&self.held[..=LEAST]).next_back().unwrap_or(0);
            let end = self.end_of_line()?;
            match end {
                Some(end) if end - begin <= LONGEST_LINE => end,
                _ => return Ok(Some(self.too_long(begin, end)?)),
            }
        };
        let rest = self.held.split_off(cut);
        let bytes = std::mem::replace(&mut self.held, rest);
        let start = self.start;
        self.start.bytes += bytes.len();
        self.start.lines += lines::ends(&bytes).count();
        Ok(Some(Next::Part {
            bytes,
            start,
            is_last: self.ended && self.held.is_empty(),
        }))
    }

    /// Reads on until `least` bytes are held or the text ends.
    fn hold(&mut self, least: usize) -> io::Result<()> {
        let missing = least.saturating_sub(self.held.len());
        if missing > 0 && !self.ended {
            self.held.reserve_exact(missing);
            let limit = u64::try_from(missing).unwrap_or(u64::MAX);
            let read = (&mut self.input).take(limit).read_to_end(&mut self.held)?;
            self.ended = read < missing;
        }
        Ok(())
    }

    /// Where the line ends that reaches past [`PART`]; `None` for one that is longer than any line may be.
    fn end_of_line(&mut self) -> io::Result<Option<usize>> {
        let mut searched = PART;
        loop {
            let found = lines::ends(&self.held[searched..]).find(|end| {
                // Whether a `\r` ends a line shows in the byte behind it.
                self.ended || searched + end < self.held.len()
            });
            if let Some(end) = found {
                return Ok(Some(searched + end));
            }
            if self.ended {
                return Ok(Some(self.held.len()));
            }
            if self.held.len() > LEAST + LONGEST_LINE {
                return Ok(None);
            }
            searched = self.held.len() - 1;
            self.hold(self.held.len() + PART)?;
        }
    }

    /// The line that begins at a byte of what is held, and ends at another or in what is to come.
    fn too_long(&mut self, begin: usize, end: Option<usize>) -> io::Result<Next> {
        let length = match end {
            Some(end) => end - begin,
            None => {
                let mut length = self.held.len() - begin;
                let mut after = self.held.last().copied();
                while after != Some(b'\n') {
                    let bytes = self.input.fill_buf()?;
                    let &[first, ..] = bytes else { break };
                    // A `\r` at the end of what came before is a line end alone or with the `\n` behind it.
                    if after == Some(b'\r') {
                        length += usize::from(first == b'\n');
                        break;
                    }
                    let found = memchr::memchr2(b'\n', b'\r', bytes);
                    let taken = found.map_or(bytes.len(), |at| at + 1);
                    length += taken;
                    after = bytes.get(taken - 1).copied();
                    self.input.consume(taken);
                }
                length
            }
        };
        let before = lines::ends(&self.held[..begin]).count();
        self.held.clear();
        self.ended = true;
        Ok(Next::TooLong {
            line: self.start.lines + before + 1,
            length,
        })
    }
}

/// Where to cut a text of more than [`PART`] bytes: behind its last blank line within a part, or else behind its last
/// line end there.
fn cut(held: &[u8]) -> Option<usize> {
    let mut next: Option<usize> = None;
    let mut last = None;
    for end in line_ends(&held[..=PART]).rev() {
        if end <= LEAST {
            break;
        }
        if let Some(next) = next
            && held[end..next].trim_ascii().is_empty()
        {
            return Some(next);
        }
        next = Some(end);
        last = last.or(next);
    }
    last
}

/// The ends of lines, where another byte follows; from either side.
fn line_ends(bytes: &[u8]) -> impl DoubleEndedIterator<Item = usize> {
    let text = &bytes[..bytes.len().saturating_sub(1)];
    memchr::memchr2_iter(b'\n', b'\r', text)
        .map(|at| at + 1)
        .filter(|end| !(bytes[end - 1] == b'\r' && bytes[*end] == b'\n'))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lengths of the parts of a text, and the too long line that ends it.
    fn parts(text: &[u8]) -> (Vec<usize>, Option<(usize, usize)>) {
        // Few bytes at a time: where a text is cut must not depend on how it is read.
        let mut parts = Parts::of(io::BufReader::with_capacity(
            4093,
            io::Cursor::new(text.to_vec()),
        ));
        let mut lengths = Vec::new();
        let mut at = Start::default();
        while let Some(next) = parts.next().unwrap() {
            match next {
                Next::Part {
                    bytes,
                    start,
                    is_last,
                } => {
                    assert_eq!(start, at);
                    assert_eq!(bytes, text[at.bytes..at.bytes + bytes.len()]);
                    at.bytes += bytes.len();
                    at.lines += lines::ends(&bytes).count();
                    assert_eq!(is_last, at.bytes == text.len());
                    lengths.push(bytes.len());
                }
                Next::TooLong { line, length } => return (lengths, Some((line, length))),
            }
        }
        (lengths, None)
    }

    #[test]
    fn a_text_is_cut_behind_a_blank_line() {
        let cases: [(Vec<u8>, &[usize], &str); 8] = [
            (Vec::new(), &[], "empty"),
            (vec![b'a'; PART], &[PART], "not longer than a part"),
            (b"ab\n\n".repeat(PART / 4), &[PART], "the same with lines"),
            (
                b"ab\n\n".repeat(PART / 4 + 1),
                &[PART, 4],
                "one paragraph more",
            ),
            (
                [b"a \r\n \t\r\n".repeat(PART / 8), b"bcd".to_vec()].concat(),
                &[PART, 3],
                "white space in the blank line",
            ),
            (
                [
                    vec![b'a'; LEAST],
                    b"\r\r".to_vec(),
                    b"bcd\r".repeat(PART / 4),
                ]
                .concat(),
                &[LEAST + 2, PART],
                "one blank line among lone \\r",
            ),
            (
                [b"abc\n".repeat(PART / 4), b"\n".to_vec()].concat(),
                &[PART, 1],
                "no blank line within a part",
            ),
            (
                [b"a\n\n".to_vec(), vec![b'a'; PART], b"\nb\n".to_vec()].concat(),
                &[PART + 4, 2],
                "no line end within reach",
            ),
        ];
        for (text, expected, why) in cases {
            assert_eq!(parts(&text), (expected.to_vec(), None), "{why}");
        }
    }

    #[test]
    fn a_line_end_of_two_bytes_stays_whole() {
        for shift in 0..4 {
            let text = [vec![b'a'; shift], b"abcdef\r\n".repeat(PART / 4)].concat();
            for (at, length) in [(0, PART - 8 + shift), (1, PART)] {
                let found = parts(&text).0[at];
                assert_eq!(found, if shift == 0 { PART } else { length }, "{shift}");
            }
            let text = [vec![b'a'; PART + 4090 + shift], b"\r\nb".to_vec()].concat();
            assert_eq!(parts(&text).0, [PART + 4092 + shift, 1], "{shift}");
        }
    }

    #[test]
    fn a_line_that_no_article_has() {
        let line = |length: usize| vec![b'a'; length];
        let longest = [b"a\n\n".to_vec(), line(LONGEST_LINE - 1), b"\nb".to_vec()].concat();
        assert_eq!(parts(&longest), (vec![LONGEST_LINE + 3, 1], None));
        for (ending, length) in [("\n", 1), ("\r\n", 2), ("\r", 1), ("", 0)] {
            for more in [0, 1, 4092, 4093, 4094, 3 * PART] {
                let long = line(LONGEST_LINE + 1 + more);
                let rest = if length == 0 { "" } else { "b\n" };
                let text = [
                    b"one\r\ntwo\n\n",
                    &long[..],
                    ending.as_bytes(),
                    rest.as_bytes(),
                ]
                .concat();
                let expected = (Vec::new(), Some((4, LONGEST_LINE + 1 + more + length)));
                assert_eq!(parts(&text), expected, "{ending:?} {more}");
            }
        }
        let text = [b"ab\n\n".repeat(PART / 4), line(LONGEST_LINE + 1)].concat();
        assert_eq!(
            parts(&text),
            (vec![PART], Some((PART / 2 + 1, LONGEST_LINE + 1)))
        );
    }
}
