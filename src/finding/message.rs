//! The one-line message of a rule, with its placeholders checked when the rule is loaded.

use crate::problem::nearest;

/// A message with places to fill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    Name(&'static str),
}

impl Message {
    /// Reads a message that may name the given placeholders; the error names the one that is unknown, and the
    /// nearest one.
    pub fn parse(
        text: &str,
        placeholders: &[&'static str],
    ) -> Result<Self, (String, Option<String>)> {
        if text.trim().is_empty() {
            return Err(("the message is empty".to_owned(), None));
        }
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some(open) = rest.find('{') {
            closes_nothing(&rest[..open])?;
            let inside = &rest[open + 1..];
            let close = match inside.find(['{', '}']) {
                Some(at) if inside[at..].starts_with('}') => open + 1 + at,
                _ => return Err(("a `{` is not closed in the message".to_owned(), None)),
            };
            pieces.push(Piece::Text(rest[..open].to_owned()));
            let name = &rest[open + 1..close];
            let Some(known) = placeholders.iter().find(|known| **known == name) else {
                let help = nearest(name, placeholders.iter().copied())
                    .map(|near| format!("did you mean `{{{near}}}`?"));
                let all = placeholders
                    .iter()
                    .map(|p| format!("`{{{p}}}`"))
                    .collect::<Vec<_>>()
                    .join(", ");
                return Err((
                    format!("unknown placeholder `{{{name}}}`, expected one of {all}"),
                    help,
                ));
            };
            pieces.push(Piece::Name(known));
            rest = &rest[close + 1..];
        }
        closes_nothing(rest)?;
        pieces.push(Piece::Text(rest.to_owned()));
        Ok(Self { pieces })
    }

    /// Fills the places.
    pub fn fill(&self, value: impl Fn(&str) -> String) -> String {
        self.pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => text.clone(),
                Piece::Name(name) => value(name),
            })
            .collect()
    }
}

/// The error of a brace that closes nothing.
fn closes_nothing(text: &str) -> Result<(), (String, Option<String>)> {
    if text.contains('}') {
        return Err(("a `}` in the message closes nothing".to_owned(), None));
    }
    Ok(())
}
