//! A text in pieces, of which some are marked: what a template cannot cut by itself.

use serde::Serialize;

use crate::report::quote::Cropped;

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// What it says.
    pub text: String,
    /// Whether it is a figure that the sentence is quoted for.
    pub marked: bool,
}

/// The pieces of a quote, in order. Figures that overlap are marked once.
pub fn pieces(quote: &Cropped) -> Vec<Piece> {
    let mut spans = quote.spans.clone();
    spans.sort_by_key(|span| (span.start, span.end));
    let mut pieces = Vec::new();
    let mut done = 0;
    let mut push = |from: usize, to: usize, marked: bool| {
        let text = quote.text.get(from..to).unwrap_or_default();
        if !text.is_empty() {
            let text = text.to_owned();
            pieces.push(Piece { text, marked });
        }
    };
    for span in spans {
        let start = span.start.max(done);
        if span.end <= start {
            continue;
        }
        push(done, start, false);
        push(start, span.end, true);
        done = span.end;
    }
    push(done, quote.text.len(), false);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_marked_and_nothing_is_lost() {
        let marked = |text: &str, spans: &[std::ops::Range<usize>]| {
            let quote = Cropped {
                text: text.to_owned(),
                spans: spans.to_vec(),
            };
            let pieces = pieces(&quote).into_iter();
            let shown = pieces.map(|piece| match piece.marked {
                true => format!("[{}]", piece.text),
                false => piece.text,
            });
            shown.collect::<String>()
        };
        assert_eq!(
            marked("12 dead, 30 hurt", &[9..11, 0..2]),
            "[12] dead, [30] hurt"
        );
        assert_eq!(marked("12 to 30", &[0..8, 6..8]), "[12 to 30]");
        assert_eq!(marked("12 to 30", &[0..5, 3..8]), "[12 to][ 30]");
        assert_eq!(marked("none", &[]), "none");
    }
}
