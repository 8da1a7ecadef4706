//! An amount: sign, currency, number and unit together.

use std::sync::Arc;

use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::alpha1;
use nom::combinator::opt;
use nom::{IResult, Parser};

use super::rate::rate;
use super::unit::{currency, ends_cleanly, money, unit};
use crate::extract::number::{
    Numeral, and_a_fraction, article, bare_denominator, fraction, group, number, of_a, refuse,
    restated, scale_word,
};
use crate::extract::word::{may_go_on, phrase, space, word};
use crate::lexicon::{Lexicon, Measured};
use crate::quantity::{Decimal, Dimension, Form, Unit};

/// One number with what it measures.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount {
    /// The number.
    pub number: Numeral,
    /// The unit and the dimension; none for a bare number.
    pub measured: Option<Measured>,
    /// Whether it is a fraction without a unit or scale.
    pub is_fraction: bool,
    /// Whether the words may mean something else than a number: "half", "a third", "one".
    pub loose: bool,
}

impl Amount {
    /// What it measures; a bare fraction is a ratio, a bare number a count.
    pub fn dimension(&self) -> Dimension {
        match &self.measured {
            Some(measured) => measured.dimension,
            None if self.is_fraction => Dimension::Ratio,
            None => Dimension::Count,
        }
    }

    /// How it was written.
    pub fn form(&self) -> Form {
        if self.is_fraction {
            Form::Fraction
        } else {
            Form::Number {
                granularity: self.number.granularity,
            }
        }
    }
}

// amount = minus? currency? ( part | number | group | one-unit ) and-fraction? rate? below-zero?
/// An amount at the start of the input.
pub fn amount<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, Amount> {
    // Most numbers are in digits, and begin with nothing else.
    let in_digits = i.starts_with(|c: char| c.is_ascii_digit());
    let (rest, negative, currency) = if in_digits {
        (i, None, None)
    } else {
        let (rest, negative) = opt(|i| minus(lexicon, i)).parse(i)?;
        let (rest, currency) = opt(|i| currency(lexicon, i)).parse(rest)?;
        (rest, negative, currency)
    };
    let (rest, mut found) = unsigned(lexicon, currency, rest)?;
    if negative.is_some() {
        found.number.value = -found.number.value;
    }
    if !may_go_on(lexicon, rest) {
        return Ok((rest, found));
    }
    let (rest, found) = unit_and_fraction(lexicon, rest, found);
    let (rest, mut found) = rate(lexicon, rest, found);
    ends_cleanly(rest)?;
    let (rest, below_zero) = opt(|i| below_zero(lexicon, &found, i)).parse(rest)?;
    if let Some(measured) = below_zero {
        found.number.value = -found.number.value;
        found.measured = Some(measured);
    }
    Ok((rest, found))
}

// minus = "−" | "-" | ( "minus" | "negative" ) space
fn minus<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, ()> {
    let said = |i| {
        let (rest, text) = word(lexicon, i)?;
        let id = lexicon.vocabulary.get(text);
        if !lexicon.numbers.minus.contains(&id) {
            return refuse(i);
        }
        space(rest)
    };
    alt((tag("−"), tag("-"), said)).map(|_| ()).parse(i)
}

// below-zero = space ( "below zero" )
fn below_zero<'a>(lexicon: &Lexicon, found: &Amount, i: &'a str) -> IResult<&'a str, Measured> {
    let (rest, _) = space(i)?;
    let (rest, ()) = phrase(lexicon, &lexicon.numbers.below_zero, rest)?;
    match &found.measured {
        Some(measured) if measured.dimension == Dimension::Temperature => {
            Ok((rest, measured.clone()))
        }
        None => Ok((
            rest,
            Measured {
                dimension: Dimension::Temperature,
                unit: lexicon.unit(Dimension::Temperature, "degree"),
            },
        )),
        Some(_) => refuse(i),
    }
}

fn unsigned<'a>(
    lexicon: &Lexicon,
    currency: Option<Arc<Unit>>,
    i: &'a str,
) -> IResult<&'a str, Amount> {
    if let Some(found) = part(lexicon, currency.clone(), i) {
        return Ok(found);
    }
    // The article of a group may be a number by itself.
    match group(lexicon, i).or_else(|_| number(lexicon, i)) {
        Ok((rest, number)) => {
            let rest = restated(lexicon, number, rest);
            measured(lexicon, currency, number, i, rest)
        }
        Err(_) => one_unit(lexicon, i),
    }
}

// part = ( fraction | denominator ) ( of-a unit | of-a? scale unit? | unit? ) | group
/// "half an hour", "half a million", "three quarters billion dollars", "half a dozen", "two-thirds"
fn part<'a>(
    lexicon: &Lexicon,
    currency: Option<Arc<Unit>>,
    i: &'a str,
) -> Option<(&'a str, Amount)> {
    let digits = i.trim_start_matches(|c: char| c.is_ascii_digit());
    if digits.len() < i.len() && !digits.starts_with('/') {
        return None;
    }
    let (rest, part, is_bare) = match fraction(lexicon, i) {
        Ok((rest, part)) => (rest, part, false),
        Err(_) => {
            let (rest, part) = bare_denominator(lexicon, i).ok()?;
            (rest, part, true)
        }
    };
    let number = part.numeral()?;
    let behind_article = of_a(lexicon, rest).ok().map(|(rest, ())| rest);
    if let Some(found) = behind_article.and_then(|rest| of_unit(lexicon, number, is_bare, rest)) {
        return Some(found);
    }
    if let Some((rest, scaled)) = scaled(lexicon, number, behind_article.unwrap_or(rest)) {
        return measured(lexicon, currency, scaled, i, rest).ok();
    }
    if let Ok((rest, dozen)) = group(lexicon, i) {
        return measured(lexicon, currency, dozen, i, rest).ok();
    }
    let (rest, mut found) = measured(lexicon, currency, number, i, rest)
        .ok()
        .filter(|_| !is_bare)?;
    found.is_fraction = found.measured.is_none();
    found.loose = found.is_fraction && part.loose;
    Some((rest, found))
}

/// "half an hour", "a quarter of a mile"; "tenth of a gallon" only where nothing else is said.
fn of_unit<'a>(
    lexicon: &Lexicon,
    number: Numeral,
    is_bare: bool,
    i: &'a str,
) -> Option<(&'a str, Amount)> {
    let (rest, measured) = unit(lexicon, i).ok()?;
    ends_cleanly(rest).ok()?;
    let found = Amount {
        number,
        measured: Some(measured),
        is_fraction: false,
        loose: is_bare,
    };
    Some((rest, found))
}

/// "half a million", "half-million", "three quarters of a billion", "quarter million"
fn scaled<'a>(lexicon: &Lexicon, part: Numeral, i: &'a str) -> Option<(&'a str, Numeral)> {
    let (rest, scale) = scale_word(lexicon, i).ok()?;
    // "half a dozen" is a group of its own.
    let number = part.times(scale)?;
    (scale != Decimal::from(12)).then_some((rest, number))
}

// measured = number unit?
/// A number with the unit behind it, or the currency before it.
fn measured<'a>(
    lexicon: &Lexicon,
    currency: Option<Arc<Unit>>,
    number: Numeral,
    i: &'a str,
    rest: &'a str,
) -> IResult<&'a str, Amount> {
    let amount = |number, measured| Amount {
        number,
        measured,
        is_fraction: false,
        loose: false,
    };
    // "one-sided" has no number; "six-party talks" have.
    let is_one = number.value == Decimal::ONE && i.starts_with(char::is_alphabetic);
    let is_of_word = |rest: &str| {
        is_one
            && rest
                .strip_prefix('-')
                .is_some_and(|word| word.starts_with(char::is_alphabetic))
    };
    if !may_go_on(lexicon, rest) {
        ends_cleanly(rest)?;
        let found = amount(number, currency.map(money));
        return if is_of_word(rest) {
            refuse(i)
        } else {
            Ok((rest, found))
        };
    }
    let (rest, number) = match &currency {
        Some(_) => money_scale(lexicon, rest, number),
        None => (rest, number),
    };
    let (rest, measured) = match (currency, unit(lexicon, rest)) {
        // "US$6 dollars" names one currency twice; any other unit after an amount of money is not its own.
        (Some(name), Ok((after, unit))) if unit.unit.as_ref() == Some(&name) => (after, Some(unit)),
        (Some(name), _) => (rest, Some(money(name))),
        (None, Ok((after, unit))) => (after, Some(in_millions(lexicon, number, unit, after))),
        (None, Err(_)) => (rest, None),
    };
    if is_of_word(rest) && measured.is_none() {
        return refuse(i);
    }
    let (rest, number) = scale_behind_currency(lexicon, &measured, number, rest);
    ends_cleanly(rest)?;
    Ok((rest, amount(number, measured)))
}

/// "253 million pounds" are money, "40 million pounds of beef" are not.
fn in_millions(lexicon: &Lexicon, number: Numeral, measured: Measured, rest: &str) -> Measured {
    let next = (space, |i| word(lexicon, i)).parse(rest);
    let of = next.is_ok_and(|(_, (_, text)): (_, (_, &str))| lexicon.is_partitive(text));
    let name = measured.unit.as_ref().map(|unit| unit.name.as_str());
    let money = name.and_then(|name| lexicon.units.in_millions.get(name));
    match money {
        Some(money) if number.scale >= Decimal::from(1_000_000) && !of => money.clone(),
        _ => measured,
    }
}

/// "$1.2t": a letter that is a scale of money only.
fn money_scale<'a>(lexicon: &Lexicon, i: &'a str, number: Numeral) -> (&'a str, Numeral) {
    let letters: IResult<&str, &str> = alpha1(i);
    let scaled = letters.ok().and_then(|(rest, letters)| {
        let id = lexicon.vocabulary.get(letters);
        let scale = lexicon.numbers.attached_to_money.get(&id)?;
        ends_cleanly(rest).ok()?;
        Some((rest, number.times(*scale)?))
    });
    scaled.unwrap_or((i, number))
}

/// "75 USD million"
fn scale_behind_currency<'a>(
    lexicon: &Lexicon,
    measured: &Option<Measured>,
    number: Numeral,
    i: &'a str,
) -> (&'a str, Numeral) {
    let is_money = measured
        .as_ref()
        .is_some_and(|m| m.dimension == Dimension::Money);
    let scaled = scale_word(lexicon, i)
        .ok()
        .filter(|_| is_money && number.scale == Decimal::ONE);
    scaled
        .and_then(|(rest, scale)| Some((rest, number.times(scale)?)))
        .unwrap_or((i, number))
}

// one-unit = article unit
/// "an hour and a half", "a mile": whether it counts as a figure is for the caller to say.
fn one_unit<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, Amount> {
    let (rest, _) = article(lexicon, i)?;
    let (rest, measured) = unit(lexicon, rest)?;
    Ok((
        rest,
        Amount {
            number: Numeral::whole(Decimal::ONE),
            measured: Some(measured),
            is_fraction: false,
            loose: true,
        },
    ))
}

// unit-and-fraction = amount " and " fraction
/// "an hour and a half", "two years and a half"
fn unit_and_fraction<'a>(lexicon: &Lexicon, i: &'a str, found: Amount) -> (&'a str, Amount) {
    if found.measured.is_none() || found.is_fraction {
        return (i, found);
    }
    match and_a_fraction(lexicon, i, found.number) {
        Some((rest, number)) => (
            rest,
            Amount {
                number,
                loose: false,
                ..found
            },
        ),
        None => (i, found),
    }
}
