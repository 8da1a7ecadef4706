//! Comments in markup that speak to the program.

use std::ops::Range;

/// A comment in the markup that speaks to the program: `<!-- claimlint-ignore sum: the board confirmed it -->`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// What stands between `<!--` and `-->`, without the white space around; begins with `claimlint-`.
    pub text: String,
    /// Its first byte in [`Document::raw`](super::Document::raw).
    pub start: usize,
    /// Where it stands in the text that is read: it speaks of the block that this lies in, or else of the next one.
    pub at: usize,
}

/// The comments of a stretch of HTML, each as a whole; `at` is where they stand in the text that is read.
pub(super) fn within(raw: &str, range: Range<usize>, at: usize) -> Vec<Comment> {
    const OPEN: &str = "<!--";
    let mut found = Vec::new();
    let mut start = range.start;
    while let Some(open) = raw.get(start..range.end).and_then(|rest| rest.find(OPEN)) {
        let from = start + open + OPEN.len();
        let Some(length) = raw[from..range.end].find("-->") else {
            break;
        };
        let text = raw[from..from + length].trim();
        if text.starts_with("claimlint-") {
            found.push(Comment {
                text: text.to_owned(),
                start: start + open,
                at,
            });
        }
        start = from + length;
    }
    found
}
