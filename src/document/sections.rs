//! Which part of an article each block is: headline, caption, lede, body or furniture.

use std::ops::Range;

use super::furniture::{self, Furniture};
use super::{Block, Section};

/// A stretch of the text, and what its markup says of it.
pub(super) struct Piece {
    pub(super) kind: Kind,
    pub(super) span: Range<usize>,
}

/// What the markup says of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The title of a head or front matter.
    Title,
    /// A heading of a level from 1.
    Heading(u8),
    /// The words that stand for an image, or below one.
    Image,
    /// What the page sets apart from the article.
    Furniture,
    /// Any other text.
    Text,
}

/// A longer first line is a paragraph, not a headline.
const LONGEST_HEADLINE: usize = 200;

/// Which ends of an article a text has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ends {
    /// Whether it begins as the article does, with a headline and a lede.
    pub(super) first: bool,
    /// Whether it ends as the article does, with the sign-offs of agencies.
    pub(super) last: bool,
}

impl Ends {
    /// Of an article that is read as a whole.
    pub(super) const BOTH: Self = Self {
        first: true,
        last: true,
    };
}

/// Gives every piece of an article its section. `title` is what the head calls the article.
pub(super) fn blocks(
    text: &str,
    pieces: &[Piece],
    title: Option<&str>,
    ends: Ends,
    furniture: &Furniture,
) -> Vec<Block> {
    let set_apart = |piece: &Piece| piece.kind == Kind::Furniture;
    let end = pieces.iter().rposition(|piece| !set_apart(piece));
    let end = end.map_or(0, |last| last + 1);
    let claims_nothing = |at: usize, words: &str| {
        furniture.is_furniture(words)
            || ends.last && at > 0 && at + 2 >= end && furniture::is_sign_off(words)
    };
    let is_caption = |piece: &Piece| {
        piece.kind == Kind::Image
            || furniture
                .captions
                .iter()
                .any(|start| text[piece.span.clone()].starts_with(start))
    };
    // Asked once: the answer settles the headline or the lede.
    let text_follows = |at: usize| {
        let mut rest = pieces.iter().enumerate().skip(at + 1);
        rest.any(|(at, piece)| {
            let words = &text[piece.span.clone()];
            !set_apart(piece) && !is_caption(piece) && !claims_nothing(at, words)
        })
    };
    let (mut headline, mut lede) = (false, !ends.first);
    let section = |(at, piece): (usize, &Piece)| {
        let words = &text[piece.span.clone()];
        let section = match piece.kind {
            Kind::Title => Section::Headline,
            Kind::Furniture => Section::Furniture,
            _ if is_caption(piece) => Section::Caption,
            _ if claims_nothing(at, words) => Section::Furniture,
            Kind::Heading(level) if !lede && (!headline || level == 1) => {
                headline = true;
                Section::Headline
            }
            Kind::Text
                if !lede
                    && !headline
                    && (is_line(words) || title == Some(words))
                    && text_follows(at) =>
            {
                headline = true;
                Section::Headline
            }
            Kind::Text if !lede => {
                lede = true;
                Section::Lede
            }
            _ => Section::Body,
        };
        Block {
            section,
            start: piece.span.start,
            end: piece.span.end,
        }
    };
    pieces.iter().enumerate().map(section).collect()
}

/// Whether a block can be a headline: a short line that does not end as a sentence does.
fn is_line(words: &str) -> bool {
    let sentence = words
        .trim_end_matches(['"', '\'', '”', '’', '»', ')', ']'])
        .ends_with('.');
    words.len() <= LONGEST_HEADLINE && !words.contains(['\n', '\r']) && !sentence
}
