//! Frames: the words around a figure that say what it counts, as the data files write them.
//!
//! ```text
//! frame   = element* "#" kind? element*
//! element = ( word | word "|" word … | "{" class "}" ) "?"?   |   ".."   |   "@"
//! ```

use std::collections::{BTreeMap, HashMap};

use super::word::{Vocabulary, WordId};

/// A compiled frame.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The measure: an index into the measures of the lexicon.
    pub measure: usize,
    /// What stands before the figure, in text order.
    pub before: Vec<Element>,
    /// The kind of noun that is asked for: an index into the noun kinds.
    pub noun: Option<usize>,
    /// What stands after the figure's noun phrase.
    pub after: Vec<Element>,
}

/// One element of a frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Element {
    /// One of these words; may be missing when `optional`.
    Words {
        /// The words, sorted.
        any_of: Box<[WordId]>,
        /// Whether the frame fits without it.
        optional: bool,
    },
    /// Up to four words.
    Gap,
    /// The name of a place, or "the town".
    Place,
}

impl Frame {
    /// Reads the text of a frame.
    pub fn parse(
        text: &str,
        measure: usize,
        classes: &BTreeMap<String, Vec<String>>,
        noun_kinds: &HashMap<String, usize>,
        vocabulary: &mut Vocabulary,
    ) -> Result<Self, String> {
        let mut frame = Frame {
            measure,
            before: Vec::new(),
            noun: None,
            after: Vec::new(),
        };
        let mut figures = 0;
        for piece in text.split_whitespace() {
            if let Some(kind) = piece.strip_prefix('#') {
                figures += 1;
                if !kind.is_empty() {
                    let known = noun_kinds.get(kind).copied();
                    frame.noun =
                        Some(known.ok_or_else(|| format!("unknown kind of noun `{kind}`"))?);
                }
                continue;
            }
            let side = if figures == 0 {
                &mut frame.before
            } else {
                &mut frame.after
            };
            match piece {
                ".." => side.push(Element::Gap),
                "@" => side.push(Element::Place),
                _ => {}
            }
            if matches!(piece, ".." | "@") {
                continue;
            }
            let optional = piece.ends_with('?');
            let mut any_of = Vec::new();
            for word in piece.trim_end_matches('?').split('|') {
                match word
                    .strip_prefix('{')
                    .and_then(|class| class.strip_suffix('}'))
                {
                    Some(class) => {
                        let words = classes
                            .get(class)
                            .ok_or_else(|| format!("unknown class `{{{class}}}`"))?;
                        any_of.extend(words.iter().map(|w| vocabulary.intern(w)));
                    }
                    None => any_of.push(vocabulary.intern(word)),
                }
            }
            any_of.sort_unstable();
            any_of.dedup();
            side.push(Element::Words {
                any_of: any_of.into(),
                optional,
            });
        }
        match figures {
            1 if frame.noun.is_some() || frame.anchor().is_some() => Ok(frame),
            1 => Err("a frame needs a word that is always there".to_owned()),
            _ => Err(format!("a frame has one `#`, this one has {figures}")),
        }
    }

    /// The words that the frame hangs on: those of the required element furthest from the figure, which is
    /// where the meaning stands in English ("# be killed", "killed #").
    pub fn anchor(&self) -> Option<&[WordId]> {
        let required = |element: &'_ Element| {
            matches!(
                element,
                Element::Words {
                    optional: false,
                    ..
                }
            )
        };
        let element = self
            .after
            .iter()
            .rev()
            .find(|e| required(e))
            .or_else(|| self.before.iter().find(|e| required(e)));
        match element {
            Some(Element::Words { any_of, .. }) => Some(any_of),
            _ => None,
        }
    }
}
