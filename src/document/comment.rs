//! Comments in markup that speak to the program.

use std::ops::Range;

/// A comment in the markup that speaks to the program: `<!-- claimlint-ignore sum: the board confirmed it -->`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// What stands between `<!--` and `-->`, without the white space around; begins with `claimlint`.
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
    while let Some(open) = raw.get(start..range.end).and_then(|rest| rest.find('<')) {
        let open = start + open;
        let rest = &raw[open..range.end];
        if !rest.starts_with(OPEN) {
            // What stands in an attribute is no comment.
            start = open + tag_length(rest);
            continue;
        }
        let from = open + OPEN.len();
        let Some(length) = raw[from..range.end].find("-->") else {
            break;
        };
        let text = raw[from..from + length].trim();
        if is_spoken_to(text) {
            found.push(Comment {
                text: text.to_owned(),
                start: open,
                at,
            });
        }
        start = from + length;
    }
    found
}

/// Whether a comment speaks to the program, perhaps in words that it does not know.
pub(super) fn is_spoken_to(text: &str) -> bool {
    const NAME: &str = "claimlint";
    let named = text
        .get(..NAME.len())
        .is_some_and(|name| name.eq_ignore_ascii_case(NAME));
    let rest = text.get(NAME.len()..).unwrap_or_default();
    let word = rest
        .trim_start_matches(['-', '_', ':', ' '])
        .to_ascii_lowercase();
    named && (rest.starts_with('-') || word.starts_with("ignore") || word.starts_with("review"))
}

/// The bytes of the tag that a text begins with, whatever its attributes hold.
fn tag_length(text: &str) -> usize {
    let mut quote = None;
    for (at, c) in text.char_indices().skip(1) {
        match (quote, c) {
            (None, '>') => return at + 1,
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
    }
    text.len()
}
