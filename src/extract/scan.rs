//! Finding the figures and days of a block: only what can begin one is looked at.

use jiff::civil::Date;

use super::calendar::date;
use super::figure::figure;
use super::not_figure::{Before, not_figure};
use super::token::{Kind, Token, is_invisible};
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
        let ranges = !i
            .checked_sub(1)
            .is_some_and(|b| tokens[b].is(Classes::BEFORE_CHANGE));
        if may_begin(lexicon, text, tokens, i)
            && let Ok((remainder, mut quantity)) = figure(lexicon, ranges, rest)
        {
            let end_byte = end_byte - remainder.len();
            let end = after(tokens, i, end_byte);
            if runs_on(remainder) {
                i = after(tokens, i, end_byte + digits_ahead(remainder));
                continue;
            }
            if is_meant_as_figure(tokens, i, end, &quantity) {
                if is_age(tokens, i, end, &quantity, figures.last()) {
                    quantity.dimension = Dimension::Age;
                    quantity.unit = Some("year".to_owned());
                }
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
    // What an invisible mark or an apostrophe parts is one number to the eye.
    let before = text[..token.start]
        .trim_end_matches(|c: char| is_invisible(c) || matches!(c, '\'' | '’' | ','));
    let runs_on = before.len() < token.start && before.ends_with(|c: char| c.is_ascii_digit());
    let after_letter_hyphen = i >= 2
        && tokens[i - 1].end == token.start
        && tokens[i - 1].is_sign('-')
        && tokens[i - 2].end == tokens[i - 1].start
        && tokens[i - 2].is_word();
    joined || runs_on || after_letter_hyphen
}

/// Whether a number goes on in a way that nothing here reads: "1’200", "1,,000", a digit behind an invisible mark.
fn runs_on(remainder: &str) -> bool {
    digits_ahead(remainder) > 0
}

/// The bytes up to the end of the digits that go on.
fn digits_ahead(remainder: &str) -> usize {
    let joint = remainder
        .find(|c: char| !(matches!(c, '\'' | '’' | ',' | '.') || is_invisible(c)))
        .unwrap_or(remainder.len());
    let rest = &remainder[joint..];
    let digits = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    if joint == 0 || digits == 0 {
        0
    } else {
        joint + digits
    }
}

/// "aged 9", "aged 9 and 7", "said Ahmed, 34."
fn is_age(
    tokens: &[Token],
    first: usize,
    end: usize,
    quantity: &Quantity,
    last: Option<&Found>,
) -> bool {
    let plausible = quantity.dimension == Dimension::Count && quantity.high <= Decimal::from(120);
    if !plausible || first == 0 {
        return false;
    }
    let stated = tokens[first - 1].is(Classes::AGE);
    let joined = last.is_some_and(|last| {
        let between = &tokens[last.end..first];
        let only_joints = between
            .iter()
            .all(|t| t.is_sign(',') || t.is(Classes::CONJUNCTION));
        last.quantity.dimension == Dimension::Age && only_joints
    });
    let closes = |t: &Token| matches!(t.kind, Kind::Sign(',' | '.' | '—' | '–' | ')'));
    let named = first >= 2
        && tokens[first - 1].is_sign(',')
        && tokens[first - 2].is_word()
        && tokens[first - 2].capital
        && !tokens[first - 2].is(Classes::MONTH.with(Classes::WEEKDAY))
        && tokens.get(end).is_none_or(closes);
    stated || joined || named
}

fn may_begin(lexicon: &Lexicon, text: &str, tokens: &[Token], i: usize) -> bool {
    let token = &tokens[i];
    let begins = match token.kind {
        Kind::Number => true,
        Kind::Word => {
            token.is(Classes::FIGURE_START)
                || begins_with_number(lexicon, &text[token.start..token.end])
        }
        Kind::Sign('-') => {
            let free = i == 0 || tokens[i - 1].end < token.start;
            free && tokens
                .get(i + 1)
                .is_some_and(|next| next.kind == Kind::Number && next.start == token.end)
        }
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

/// "twenty-three" is one word of the text, and its first piece a number.
fn begins_with_number(lexicon: &Lexicon, word: &str) -> bool {
    word.split_once('-')
        .is_some_and(|(piece, _)| lexicon.classes_of(piece).any(Classes::FIGURE_START))
}

/// Number words have other uses: "one" as a pronoun, "second half", "a quarter of an hour", "over" as a place.
fn is_meant_as_figure(tokens: &[Token], first: usize, end: usize, quantity: &Quantity) -> bool {
    let next = tokens.get(end);
    // "half", "three quarters"; "one in four" has more words and one meaning.
    let fraction = quantity.form == Form::Fraction && end - first <= 2;
    if fraction && quantity.dimension == Dimension::Ratio {
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
