//! Units and currencies beside a number.

use std::cell::RefCell;
use std::sync::Arc;

use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::{alpha1, char, satisfy};
use nom::combinator::{not, opt, peek, value};
use nom::{IResult, Parser};

use crate::extract::number::{extent_follows, refuse};
use crate::extract::word::{part, space};
use crate::lexicon::{Lexicon, Measured, Spelling, UnitWord, WordId};
use crate::quantity::{Dimension, Unit};

// currency = ( symbol | code ) space?
/// A currency before its amount: "$", "US$", "EUR ", "Rs".
pub fn currency<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, Arc<Unit>> {
    let (rest, measured) =
        alt((|i| spelled(lexicon, i, Side::Before), |i| glued(lexicon, i))).parse(i)?;
    match measured.unit {
        Some(unit) => Ok((rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']), unit)),
        None => refuse(i),
    }
}

/// "USD115": the letters against the digits.
fn glued<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, Measured> {
    let (rest, letters) = alpha1(i)?;
    peek(satisfy(|c| c.is_ascii_digit())).parse(rest)?;
    let id = lexicon.vocabulary.get(letters);
    let known = lexicon.units.before.longest_where(
        id,
        |_| None,
        |length, words| (length == 1).then(|| exact(words, letters)).flatten(),
    );
    known.map_or_else(|| refuse(i), |(_, measured)| Ok((rest, measured)))
}

// unit = ( space | "-" )? word | space? symbol
/// A unit behind a number: " km", "-foot", "%".
pub fn unit<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, Measured> {
    let (rest, gap) = opt(alt((space, tag("-"), tag("‑")))).parse(i)?;
    let hyphened = gap.is_some_and(|gap| gap.trim() == gap);
    let side = match gap {
        Some(_) if hyphened => Side::Hyphened,
        Some(_) => Side::Spaced,
        None => Side::After,
    };
    spelled(lexicon, rest, side)
}

/// The unit of a part, behind a larger one: "in" is an inch behind "5 ft 2".
pub fn unit_of_part<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, Measured> {
    let (rest, _) = opt(alt((space, tag("-")))).parse(i)?;
    spelled(lexicon, rest, Side::Part)
}

/// Whether a unit stands directly behind a number.
pub fn unit_follows(lexicon: &Lexicon, i: &str) -> bool {
    unit(lexicon, i).is_ok_and(|(rest, _)| ends_cleanly(rest).is_ok())
}

/// On which side of the number a unit stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    After,
    /// Behind the number and a space.
    Spaced,
    /// Behind the number and a hyphen: words and symbols of units, for "$10-$20" is a range.
    Hyphened,
    /// Behind the number, as the second unit of an amount.
    Part,
}

/// The longest unit at the start of the input that is spelled as it is written there.
fn spelled<'a>(lexicon: &Lexicon, i: &'a str, side: Side) -> IResult<&'a str, Measured> {
    let (after_first, first) = first_part(lexicon, i)?;
    let table = match side {
        Side::Before => &lexicon.units.before,
        _ => &lexicon.units.after,
    };
    // The words behind the first, which few units ask for.
    let more: RefCell<Vec<(&'a str, WordId)>> = RefCell::default();
    let word = |n: usize| {
        let mut more = more.borrow_mut();
        while more.len() < n {
            let end = more.last().map_or(after_first, |(end, _)| end);
            let (rest, _) = opt(space).parse(end).ok()?;
            // A shortened word inside a unit keeps its full stop: "U.S. $".
            let next = part(lexicon, rest);
            more.push(
                next.or_else(|_| part(lexicon, rest.trim_start_matches('.')))
                    .ok()?,
            );
        }
        n.checked_sub(1).map_or(Some(first), |n| Some(more[n].1))
    };
    let found = table.longest_where(first, word, |length, words| {
        let last = length.checked_sub(2).map(|n| more.borrow()[n].0);
        let rest = last.unwrap_or(after_first);
        let text = &i[..i.len() - rest.len()];
        fitting(lexicon, words, side, text, rest).map(|measured| (rest, measured))
    });
    found.map_or_else(|| refuse(i), |(_, found)| Ok(found))
}

/// The first word of a unit; of "km-5km", the piece before the hyphen.
fn first_part<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, WordId> {
    let whole = part(lexicon, i)?;
    let hyphen = i[..i.len() - whole.0.len()].find('-');
    match hyphen {
        Some(at) if at > 0 && whole.1 == WordId::UNKNOWN => {
            Ok((&i[at..], lexicon.vocabulary.get(&i[..at])))
        }
        _ => Ok(whole),
    }
}

/// Of the units that are written with these words, the one whose spelling is that of the text.
fn fitting(
    lexicon: &Lexicon,
    words: &[UnitWord],
    side: Side,
    text: &str,
    rest: &str,
) -> Option<Measured> {
    // "12 $30": the symbol belongs to the next number.
    let is_of_next = side != Side::Before && rest.starts_with(|c: char| c.is_ascii_digit());
    let free = side != Side::Hyphened && !is_of_next;
    let word = words.iter().find(|word| match &word.spelling {
        Spelling::AnyCase => true,
        // "a 10-km race", but "$10-$20".
        Spelling::Exact(symbol) => {
            let joined = side == Side::Hyphened && word.measured.dimension != Dimension::Money;
            (free || (joined && !is_of_next)) && same(symbol, text)
        }
        Spelling::Attached(symbol) => free && same(symbol, text) && !goes_on(rest),
        Spelling::Extent(symbol) => {
            // "30 feet (9.1 m)": a million would stand against its digits.
            let closes = side == Side::Spaced && rest.starts_with(')');
            let is_extent = side == Side::Part || closes || extent_follows(lexicon, rest);
            free && same(symbol, text) && is_extent
        }
    })?;
    Some(word.measured.clone())
}

fn exact(words: &[UnitWord], text: &str) -> Option<Measured> {
    let word = words
        .iter()
        .find(|word| matches!(&word.spelling, Spelling::Exact(symbol) if same(symbol, text)))?;
    Some(word.measured.clone())
}

/// Spaces inside a symbol do not count.
fn same(symbol: &str, text: &str) -> bool {
    let skipped = |c: &char| c.is_whitespace() || *c == '.';
    symbol == text
        || symbol
            .chars()
            .filter(|c| !skipped(c))
            .eq(text.chars().filter(|c| !skipped(c)))
}

/// "5 p.m." is no penny.
fn goes_on(rest: &str) -> bool {
    let mut chars = rest.chars();
    let next = chars.next();
    next.is_some_and(char::is_alphanumeric)
        || (next == Some('.') && chars.next().is_some_and(char::is_alphabetic))
}

/// Nothing that a number may be part of a code with: no letter or digit directly behind.
pub fn ends_cleanly(i: &str) -> IResult<&str, ()> {
    let clock = (char(':'), satisfy(|c| c.is_ascii_digit()));
    let letter = value((), satisfy(char::is_alphanumeric));
    not(alt((letter, value((), clock)))).parse(i)
}

/// A currency as what an amount measures.
pub fn money(unit: Arc<Unit>) -> Measured {
    Measured {
        dimension: Dimension::Money,
        unit: Some(unit),
    }
}
