//! Fractions: "half", "two-thirds", "3/4", "⅔", alone and behind a whole number.

use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::{anychar, char, digit1, one_of};
use nom::combinator::{not, opt, value};
use nom::{IResult, Parser};

use super::{Numeral, article, refuse, scale_word, spelled};
use crate::extract::word::{piece, space, word};
use crate::lexicon::Lexicon;
use crate::quantity::Decimal;

/// A part of a whole, above zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fraction {
    /// The parts taken.
    pub numerator: Decimal,
    /// The parts of the whole; above zero.
    pub denominator: Decimal,
    /// Whether it is a word or two that may mean something else: "half", "a third".
    pub loose: bool,
}

const HALF: Fraction = Fraction {
    numerator: Decimal::ONE,
    denominator: Decimal::TWO,
    loose: true,
};

impl Fraction {
    /// As a number: its granularity is one part.
    pub fn numeral(self) -> Option<Numeral> {
        Some(Numeral {
            value: self.numerator.checked_div(self.denominator)?,
            granularity: Decimal::ONE.checked_div(self.denominator)?,
            scale: Decimal::ONE,
        })
    }
}

// fraction = sign | digits "/" digits | half | ( article | spelled ) ( space | "-" ) denominator
/// A fraction.
pub fn fraction<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, Fraction> {
    alt((
        |i| one_sign(lexicon, i),
        in_digits,
        |i| in_words(lexicon, i),
    ))
    .parse(i)
}

// sign = "½" | "⅔" …
fn one_sign<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, Fraction> {
    let (rest, c) = anychar(i)?;
    if c.is_ascii() {
        return refuse(i);
    }
    let sign = &i[..c.len_utf8()];
    match lexicon
        .numbers
        .fraction_signs
        .get(&lexicon.vocabulary.get(sign))
    {
        Some((numerator, denominator)) => Ok((
            rest,
            Fraction {
                numerator: (*numerator).into(),
                denominator: (*denominator).into(),
                loose: false,
            },
        )),
        None => refuse(i),
    }
}

// 1/4, 19/32: below one, of at most four digits, and no date
fn in_digits(i: &str) -> IResult<&str, Fraction> {
    let more = alt((
        value((), char('/')),
        value((), (one_of(".,"), digit1)),
        value((), digit1),
    ));
    let (rest, (top, _, bottom, ())) = (digit1, char('/'), digit1, not(more)).parse(i)?;
    let number = |text: &str| text.parse::<u16>().ok();
    match (number(top), number(bottom)) {
        (Some(numerator), Some(denominator))
            if 0 < numerator && numerator < denominator && bottom.len() <= 4 =>
        {
            Ok((
                rest,
                Fraction {
                    numerator: numerator.into(),
                    denominator: denominator.into(),
                    loose: false,
                },
            ))
        }
        _ => refuse(i),
    }
}

fn in_words<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, Fraction> {
    let numbers = &lexicon.numbers;
    let gap = |i| alt((space, tag("-"))).parse(i);
    let (after_first, first) = piece(i)?;
    let first = lexicon.vocabulary.get(first);
    if numbers.half == Some(first) && !after_first.starts_with(char::is_alphanumeric) {
        return Ok((after_first, HALF));
    }
    let (rest, numerator) = match article(lexicon, i) {
        Ok((rest, _)) => (rest, None),
        Err(_) => {
            let (rest, count) = spelled::spelled(lexicon, i)?;
            (rest, Some(count.value))
        }
    };
    let (rest, _) = gap(rest)?;
    let (rest, denominator) = denominator(lexicon, rest)?;
    let top = numerator.unwrap_or(Decimal::ONE);
    if top.is_zero() || top >= denominator {
        return refuse(i);
    }
    Ok((
        rest,
        Fraction {
            numerator: top,
            denominator,
            loose: numerator.is_none(),
        },
    ))
}

/// "quarter million": a denominator that counts one part without saying so; never "half", which is one by itself.
pub fn bare_denominator<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, Fraction> {
    let (rest, denominator) = denominator(lexicon, i)?;
    Ok((
        rest,
        Fraction {
            numerator: Decimal::ONE,
            denominator,
            loose: true,
        },
    ))
}

fn denominator<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, Decimal> {
    let (rest, text) = piece(i)?;
    let id = lexicon.vocabulary.get(text);
    match lexicon.numbers.denominators.get(&id) {
        Some(denominator) if !rest.starts_with(char::is_alphanumeric) => Ok((rest, *denominator)),
        _ => refuse(i),
    }
}

// and-fraction = ( space "and" space | space | "-" )? fraction scale?
/// A number with the fraction behind it, of its last scale: "2 1/2", "five and a half", "3 million and a half".
pub fn and_fraction<'a>(
    lexicon: &Lexicon,
    i: &'a str,
    whole: Numeral,
) -> Option<(&'a str, Numeral)> {
    if whole.granularity < Decimal::ONE {
        return None;
    }
    let (rest, part) = in_the_open(lexicon, i).or_else(|| joined(lexicon, i))?;
    let part = part.numeral()?;
    let (rest, part) = match scale_word(lexicon, rest) {
        // "one billion and a half million"
        Ok((rest, scale)) if scale < whole.scale => (rest, part.times(scale)?),
        _ => (rest, part.times(whole.scale)?),
    };
    let mixed = Numeral {
        value: whole.value.checked_add(part.value)?,
        granularity: part.granularity,
        scale: whole.scale,
    };
    Some((rest, mixed))
}

/// The same behind a unit: "an hour and a half", "two years and a half".
pub fn and_a_fraction<'a>(
    lexicon: &Lexicon,
    i: &'a str,
    whole: Numeral,
) -> Option<(&'a str, Numeral)> {
    let (rest, part) = joined(lexicon, i)?;
    let part = part.numeral()?.times(whole.scale)?;
    let mixed = Numeral {
        value: whole.value.checked_add(part.value)?,
        granularity: part.granularity,
        scale: whole.scale,
    };
    (whole.granularity >= Decimal::ONE).then_some((rest, mixed))
}

/// "2 1/2", "58-1/4", "2½", "2 ½"
fn in_the_open<'a>(lexicon: &Lexicon, i: &'a str) -> Option<(&'a str, Fraction)> {
    let (after_gap, gap) = opt(alt((space, tag("-"), tag("–")))).parse(i).ok()?;
    let sign = one_sign(lexicon, after_gap);
    let found = match gap {
        None => sign,
        Some(_) => sign.or_else(|_: nom::Err<nom::error::Error<&str>>| in_digits(after_gap)),
    };
    let (rest, part) = found.ok()?;
    let ends = !rest.starts_with(|c: char| c.is_alphanumeric() || c == '/');
    ends.then_some((rest, part))
}

/// "and a half", "and three quarters"
fn joined<'a>(lexicon: &Lexicon, i: &'a str) -> Option<(&'a str, Fraction)> {
    let (rest, _) = space(i).ok()?;
    let (rest, and) = word(lexicon, rest).ok()?;
    if lexicon.numbers.joiner != Some(lexicon.vocabulary.get(and)) {
        return None;
    }
    let (rest, _) = space(rest).ok()?;
    if let Ok((after, text)) = piece(rest)
        && lexicon
            .numbers
            .joined_halves
            .contains(&lexicon.vocabulary.get(text))
    {
        return Some((after, HALF));
    }
    // "twelve and half the crew" are two figures.
    let (after, part) = in_words(lexicon, rest).ok()?;
    let bare_half =
        article(lexicon, rest).is_err() && part.loose && part.denominator == Decimal::TWO;
    (!bare_half).then_some((after, part))
}

// of-a = space "of" ( space article )? | space article
/// Between a fraction and what it is a part of: "half a million", "a quarter of an hour".
pub fn of_a<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, ()> {
    let a = |i| {
        let (rest, _) = space(i)?;
        article(lexicon, rest)
    };
    let of = |i| {
        let (rest, _) = space(i)?;
        let (rest, text) = word(lexicon, rest)?;
        if lexicon.is_partitive(text) {
            opt(a).parse(rest)
        } else {
            refuse(i)
        }
    };
    alt((value((), of), value((), a))).parse(i)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fractions() {
        let lexicon = Lexicon::english();
        for (text, numerator, denominator, rest) in [
            ("half of", 1, 2, " of"),
            ("a half", 1, 2, ""),
            ("two-thirds", 2, 3, ""),
            ("one eighth", 1, 8, ""),
            ("three quarters of", 3, 4, " of"),
            ("five ninths", 5, 9, ""),
            ("a thirtieth", 1, 30, ""),
            ("3/4", 3, 4, ""),
            ("19/32 of", 19, 32, " of"),
            ("⅔", 2, 3, ""),
        ] {
            let (remainder, found) = fraction(&lexicon, text).unwrap();
            let parts = (found.numerator, found.denominator);
            assert_eq!(
                (parts, remainder),
                ((Decimal::from(numerator), Decimal::from(denominator)), rest),
                "{text}"
            );
        }
        for text in [
            "third",
            "a man",
            "five",
            "24/7",
            "7/7",
            "9/11/2001",
            "0/5",
            "halfway",
            "three halves",
            "1/4.5",
            "²",
        ] {
            assert!(fraction(&lexicon, text).is_err(), "{text}");
        }
    }
}
