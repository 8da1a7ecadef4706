//! What a figure may begin with, and what stands around one that makes it something else.

use super::not_figure::Before;
use super::scan::Found;
use super::token::{Kind, Token, is_invisible};
use crate::lexicon::{Classes, Lexicon, WordId};
use crate::quantity::{Decimal, Dimension, Quantity};

/// What a figure, an idiom or a date may begin with.
pub const STARTS: Classes = Classes::FIGURE_START
    .with(Classes::BOUND_START)
    .with(Classes::CURRENCY_START)
    .with(Classes::ARTICLE)
    .with(Classes::MONTH)
    .with(Classes::IDIOM_START);

/// Whether anything that is looked for may begin with a token; most tokens begin nothing.
pub fn may_start(text: &str, token: &Token) -> bool {
    match token.kind {
        Kind::Number => true,
        Kind::Possessive => false,
        Kind::Sign(c) => token.is(STARTS) || matches!(c, '-' | '−' | '.') || c.is_numeric(),
        Kind::Word => token.is(STARTS) || token.pieces || ends_in_digit(text, token),
    }
}

/// Whether a date may begin with these digits: "7 October", "7th of", "2024-04-01". Most numbers are of no such shape.
pub fn may_be_day(lexicon: &Lexicon, rest: &str) -> bool {
    let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let mut chars = behind.chars();
    match (rest.len() - behind.len(), chars.next()) {
        (1 | 2 | 4, Some('-' | '–' | '/' | '.')) => true,
        (1 | 2, Some(c)) if c.is_whitespace() => {
            // A month, "of", or the joint of two days.
            let tails = &lexicon.day_forms.tails;
            chars.next().is_some_and(|c| tails.may_begin(c))
        }
        (1 | 2, Some(c)) => c.is_alphabetic(),
        _ => false,
    }
}

/// "USD115"
pub fn ends_in_digit(text: &str, token: &Token) -> bool {
    token.capital
        && text
            .as_bytes()
            .get(token.end - 1)
            .is_some_and(u8::is_ascii_digit)
}

/// "twenty-three" is one word of the text, and its first piece a number; so is "USD115", and its first piece a currency.
pub fn may_be_number_word(lexicon: &Lexicon, text: &str, token: &Token) -> bool {
    if token.word != WordId::UNKNOWN || !token.is_word() {
        return false;
    }
    let word = &text[token.start..token.end];
    let bytes = word.as_bytes();
    if ends_in_digit(text, token) {
        let letters = word.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
        return lexicon
            .classes_of(&word[..letters])
            .any(Classes::CURRENCY_START);
    }
    if !token.pieces {
        return false;
    }
    let hyphen = bytes.iter().position(|b| *b == b'-');
    hyphen.is_some_and(|hyphen| {
        lexicon
            .classes_of(&word[..hyphen])
            .any(Classes::FIGURE_START.with(Classes::ARTICLE))
    })
}

pub fn before(tokens: &[Token], i: usize) -> Before {
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
pub fn is_inside_code(text: &str, tokens: &[Token], i: usize) -> bool {
    let token = &tokens[i];
    let joined = text[..token.start]
        .chars()
        .next_back()
        .is_some_and(|c| matches!(c, '/' | '#' | '@' | '_' | '=' | '&' | '\\'))
        && !says_again(text, tokens, i);
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

/// "41C/106F", "100 km/62 miles": a slash between two numbers with what looks like units.
fn says_again(text: &str, tokens: &[Token], i: usize) -> bool {
    let has_unit = |number: usize| {
        let token = &tokens[number];
        let letters = text[token.start..token.end].ends_with(char::is_alphabetic);
        token.kind == Kind::Number
            && (letters || tokens.get(number + 1).is_some_and(Token::is_word))
    };
    let slash = i >= 2 && tokens[i - 1].is_sign('/');
    slash
        && has_unit(i)
        && (has_unit(i - 2) || (i >= 3 && tokens[i - 2].is_word() && has_unit(i - 3)))
}

/// The bytes up to the end of the digits with which a number goes on in a way that nothing here reads: "1’200",
/// "1,,000", a digit behind an invisible mark.
pub fn digits_ahead(remainder: &str) -> usize {
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

/// "aged 9", "aged 9 and 7", "said Ahmed, 34.", "two men, 18 and 20,"
pub fn is_age(
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
    // "two men, 18 and 20, and a woman, 19, were taken to hospital"
    let listed = || {
        let another = tokens.get(end).is_some_and(|t| t.is(Classes::CONJUNCTION))
            && tokens.get(end + 1).is_some_and(|t| t.kind == Kind::Number)
            && tokens.get(end + 2).is_none_or(closes);
        let person =
            first >= 2 && tokens[first - 1].is_sign(',') && tokens[first - 2].is(Classes::PERSON);
        person
            && tokens[first].kind == Kind::Number
            && (another || tokens.get(end).is_none_or(closes))
    };
    stated || joined || named || listed()
}
