//! Finding the figures and days of a block: only what can begin one is looked at.

use jiff::civil::Date;

use super::calendar::date;
use super::figure::figure;
use super::not_figure::{Before, not_figure};
use super::token::{Kind, Token};
use crate::claim::DateMention;
use crate::lexicon::{Classes, Lexicon};
use crate::quantity::{Decimal, Dimension, Form, Quantity};

/// A figure with the tokens that it takes.
#[derive(Debug, Clone)]
pub struct Found {
    /// First token.
    pub first: usize,
    /// One past the last token.
    pub end: usize,
    /// First byte in the text that is read.
    pub start_byte: usize,
    /// One past the last byte.
    pub end_byte: usize,
    /// The number.
    pub quantity: Quantity,
}

/// Reads the figures and days of a run of tokens, in order and without overlap.
pub fn scan(
    lexicon: &Lexicon,
    text: &str,
    tokens: &[Token],
    end_byte: usize,
    published: Option<Date>,
) -> (Vec<Found>, Vec<DateMention>) {
    let mut figures = Vec::new();
    let mut dates = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        let token = &tokens[i];
        let Some(rest) = text.get(token.start..end_byte) else {
            break;
        };
        let is_date_start =
            token.kind == Kind::Number || (token.capital && token.is(Classes::MONTH));
        if is_date_start && let Ok((remainder, written)) = date(lexicon, rest) {
            let end = end_byte - remainder.len();
            dates.push(DateMention {
                span: token.start..end,
                day: written.resolve(published),
            });
            i = after(tokens, i, end);
            continue;
        }
        if token.kind == Kind::Number {
            if let Ok((_, skipped)) = not_figure(lexicon, before(tokens, i), rest) {
                i = after(tokens, i, token.start + skipped.len());
                continue;
            }
            if is_inside_code(text, tokens, i) {
                i = after(tokens, i, token.end);
                continue;
            }
        }
        if may_begin(lexicon, tokens, i)
            && let Ok((remainder, quantity)) = figure(lexicon, rest)
        {
            let end_byte = end_byte - remainder.len();
            let end = after(tokens, i, end_byte);
            if is_meant_as_figure(tokens, i, end, &quantity) {
                figures.push(Found {
                    first: i,
                    end,
                    start_byte: token.start,
                    end_byte,
                    quantity,
                });
                i = end;
                continue;
            }
        }
        i += 1;
    }
    (figures, dates)
}

/// The first token at or after a byte, and always one after `i`.
fn after(tokens: &[Token], i: usize, byte: usize) -> usize {
    (i + 1..tokens.len())
        .find(|next| tokens[*next].start >= byte)
        .unwrap_or(tokens.len())
}

fn before(tokens: &[Token], i: usize) -> Before {
    match i.checked_sub(1).map(|b| &tokens[b]) {
        Some(token) if token.is_word() => Before {
            classes: token.classes,
            name: token.capital,
        },
        // "No. 5", "Oct. 31": the full stop of a shortened word.
        Some(token) if token.is_sign('.') && i >= 2 && tokens[i - 2].end == token.start => Before {
            classes: tokens[i - 2].classes,
            name: tokens[i - 2].capital && tokens[i - 2].is(Classes::NUMBERED),
        },
        _ => Before::default(),
    }
}

/// Whether the number is a piece of an address, a code or a name: "https://…/2024", "S&P-500", "#12".
fn is_inside_code(text: &str, tokens: &[Token], i: usize) -> bool {
    let token = &tokens[i];
    let joined = text[..token.start]
        .chars()
        .next_back()
        .is_some_and(|c| matches!(c, '/' | '#' | '@' | '_' | '=' | '&' | '\\'));
    let after_letter_hyphen = i >= 2
        && tokens[i - 1].end == token.start
        && tokens[i - 1].is_sign('-')
        && tokens[i - 2].end == tokens[i - 1].start
        && tokens[i - 2].is_word();
    joined || after_letter_hyphen
}

fn may_begin(lexicon: &Lexicon, tokens: &[Token], i: usize) -> bool {
    let token = &tokens[i];
    let begins = match token.kind {
        Kind::Number => true,
        Kind::Word => token.is(Classes::FIGURE_START),
        Kind::Sign(c) => c == '−' || c == '.' || token.is(Classes::FIGURE_START),
        Kind::Possessive => false,
    };
    if !begins {
        return false;
    }
    // A decimal point begins a number only where nothing stands against it: " .08".
    if token.is_sign('.') {
        let free = i == 0 || tokens[i - 1].end < token.start;
        return free
            && tokens
                .get(i + 1)
                .is_some_and(|next| next.kind == Kind::Number && next.start == token.end);
    }
    // "one" after these is a pronoun: "no one", "the one", "which one".
    let is_one = lexicon.numbers.units.get(&token.word) == Some(&1);
    let after_determiner = i > 0
        && tokens[i - 1].is(Classes::DETERMINER
            .with(Classes::RELATIVE)
            .with(Classes::PRONOUN));
    !(is_one && after_determiner)
}

/// Number words have other uses: "one" as a pronoun, "second half", "a quarter of an hour", "over" as a place.
fn is_meant_as_figure(tokens: &[Token], first: usize, end: usize, quantity: &Quantity) -> bool {
    let next = tokens.get(end);
    if quantity.form == Form::Fraction && quantity.dimension == Dimension::Ratio {
        let previous = first.checked_sub(1).map(|i| &tokens[i]);
        let ordinal_before = previous.is_some_and(|t| t.is(Classes::ORDINAL));
        return !ordinal_before
            && next.is_some_and(|t| t.is(Classes::PARTITIVE.with(Classes::DETERMINER)));
    }
    let is_bare_one = end == first + 1 && quantity.low == Decimal::ONE && tokens[first].is_word();
    if is_bare_one {
        // A pronoun is followed by a verb, a preposition or nothing; a numeral by its noun.
        return next.is_some_and(|t| t.is_word() && !t.capital && !t.is(Classes::FUNCTION));
    }
    true
}
