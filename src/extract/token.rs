//! Tokens and sentences of a block.

use std::ops::Range;

use crate::lexicon::{Classes, Lexicon, WordId};

/// A word, a number, a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// First byte, in the text that is read.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// What it is.
    pub kind: Kind,
    /// Which word of the vocabulary.
    pub word: WordId,
    /// The classes of that word.
    pub classes: Classes,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Whether it may be of several pieces, joined by hyphens or apostrophes.
    pub pieces: bool,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Letters.
    Word,
    /// "'s"
    Possessive,
    /// A run that begins with a digit.
    Number,
    /// A single other character.
    Sign(char),
}

impl Token {
    /// Whether it is in any of the classes.
    pub fn is(&self, classes: Classes) -> bool {
        self.classes.any(classes)
    }

    /// Whether it is that sign.
    pub fn is_sign(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }

    /// Whether it is a word.
    pub fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    /// Whether a quotation is open behind the token, where it was or was not before it.
    pub fn quotation(&self, open: bool) -> bool {
        match self.kind {
            Kind::Sign('“' | '«') => true,
            Kind::Sign('”' | '»') => false,
            Kind::Sign('"') => !open,
            _ => open,
        }
    }

    /// Whether it is a quotation mark, which does not part what stands on both sides.
    pub fn is_quotation_mark(&self) -> bool {
        matches!(
            self.kind,
            Kind::Sign('"' | '“' | '”' | '‘' | '’' | '\'' | '«' | '»')
        )
    }

    /// Whether a clause ends here whatever follows.
    pub fn is_break(&self) -> bool {
        matches!(
            self.kind,
            Kind::Sign(';' | ':' | '—' | '–' | '(' | ')' | '.' | '?' | '!' | '|' | '[' | ']')
        )
    }
}

/// Splits a block of the text into tokens, in place of those that `out` held.
pub fn tokens(lexicon: &Lexicon, text: &str, block: Range<usize>, out: &mut Vec<Token>) {
    out.clear();
    let Some(block_text) = text.get(block.clone()) else {
        return;
    };
    let mut at = 0;
    while let Some(&byte) = block_text.as_bytes().get(at) {
        if byte == b' ' {
            at += 1;
            continue;
        }
        let rest = &block_text[at..];
        if let Some((length, word)) = lexicon.vocabulary.plain_word(rest) {
            out.push(Token {
                start: block.start + at,
                end: block.start + at + length,
                kind: Kind::Word,
                word,
                classes: lexicon.vocabulary.classes(word),
                capital: byte.is_ascii_uppercase(),
                pieces: false,
            });
            at += length;
            continue;
        }
        let (length, kind, pieces) = if byte.is_ascii_digit() {
            (number_length(rest), Kind::Number, false)
        } else if let (length @ 1.., pieces) = lexicon.vocabulary.word_length_and_pieces(rest) {
            (length, Kind::Word, pieces)
        } else {
            let c = rest.chars().next().unwrap_or_default();
            if c.is_whitespace() || is_invisible(c) {
                at += c.len_utf8();
                continue;
            }
            let possessive = lexicon.vocabulary.possessive_length(rest);
            match possessive.filter(|_| follows_word(out, block.start + at)) {
                Some(length) => (length, Kind::Possessive, false),
                None => (c.len_utf8(), Kind::Sign(c), false),
            }
        };
        let word = lexicon.vocabulary.get_first(rest, length);
        let capital =
            byte.is_ascii_uppercase() || (!byte.is_ascii() && rest.starts_with(char::is_uppercase));
        out.push(Token {
            start: block.start + at,
            end: block.start + at + length,
            kind,
            word,
            classes: lexicon.vocabulary.classes(word),
            capital,
            pieces,
        });
        at += length;
    }
    name_acronyms(text, out);
}

/// "WHO", "US": in a text that is not all in capitals, a word in capitals is a name, whatever the word means in lower
/// case.
fn name_acronyms(text: &str, tokens: &mut [Token]) {
    let grammar = Classes::PRONOUN.with(Classes::RELATIVE);
    let letters = |t: &Token| text.get(t.start..t.end).unwrap_or_default().bytes();
    for i in 0..tokens.len() {
        let token = tokens[i];
        let shouted = token.capital
            && token.is(grammar)
            && token.end - token.start > 1
            && letters(&token).all(|b| b.is_ascii_uppercase());
        if !shouted {
            continue;
        }
        let near = tokens[i.saturating_sub(2)..].iter().take(5);
        let is_small = |t: &Token| t.is_word() && letters(t).any(|b| b.is_ascii_lowercase());
        if near.clone().any(is_small) {
            tokens[i].classes = tokens[i].classes.without(grammar);
        }
    }
}

/// Marks that take no room: soft hyphens, zero-width characters, marks of direction.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn follows_word(tokens: &[Token], at: usize) -> bool {
    tokens.last().is_some_and(|t| t.end == at && t.is_word())
}

/// A digit run with what is written against it: "1,200", "10.45pm", "2013-14".
fn number_length(text: &str) -> usize {
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    let mut after_letter = false;
    while let Some((at, c)) = chars.next() {
        let next_is_digit = chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        // "30C/86F" are two numbers, "3/4" is one.
        if after_letter && c == '/' {
            break;
        }
        after_letter = c.is_alphabetic();
        if c.is_alphanumeric() || (matches!(c, ',' | '.' | ':' | '/') && next_is_digit) {
            end = at + c.len_utf8();
        } else {
            break;
        }
    }
    end
}

/// Text without a full stop is cut into sentences of this many tokens: no cue reaches so far, and the time taken
/// stays in proportion to the length.
const LONGEST_SENTENCE: usize = 150;

/// Splits the tokens of a block into sentences: ranges of token indices.
pub fn sentences(lexicon: &Lexicon, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut first = 0;
    let mut i = 0;
    while i < tokens.len() {
        let stop = matches!(tokens[i].kind, Kind::Sign('.' | '!' | '?'))
            && !begins_number(tokens, i)
            && !is_abbreviation(lexicon, tokens, i);
        i += 1;
        let too_long = i - first >= LONGEST_SENTENCE;
        if !stop && !too_long {
            continue;
        }
        while i < tokens.len() && closes(&tokens[i], &tokens[i - 1]) {
            i += 1;
        }
        let next_begins = tokens
            .get(i)
            .is_none_or(|next| next.capital || !next.is_word());
        if next_begins || too_long {
            out.push(first..i);
            first = i;
        }
    }
    if first < tokens.len() {
        out.push(first..tokens.len());
    }
    out
}

/// Closing marks belong to the sentence before them: they are written against it.
fn closes(token: &Token, before: &Token) -> bool {
    token.start == before.end
        && (token.is_quotation_mark()
            || matches!(token.kind, Kind::Sign(')' | ']' | '.' | '!' | '?')))
}

/// ".45", "USD3.14": a point with digits against it ends no sentence.
fn begins_number(tokens: &[Token], stop: usize) -> bool {
    tokens
        .get(stop + 1)
        .is_some_and(|next| next.kind == Kind::Number && next.start == tokens[stop].end)
}

fn is_abbreviation(lexicon: &Lexicon, tokens: &[Token], stop: usize) -> bool {
    let Some(before) = stop.checked_sub(1).map(|i| tokens[i]) else {
        return false;
    };
    if !before.is_word() || before.end != tokens[stop].start || !tokens[stop].is_sign('.') {
        return false;
    }
    let initial = before.capital && before.end - before.start == 1;
    // "U.S." and "p.m." hold a full stop themselves: their length is odd and every other byte is a letter.
    initial || lexicon.abbreviations.contains(&before.word) || before.is(Classes::CLOCK)
}
