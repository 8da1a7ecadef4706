//! One amount told in two units or more: "5 ft 2 in", "1 hour and 45 minutes", "2 years, 3 months".

use nom::bytes::complete::tag;
use nom::combinator::opt;
use nom::{IResult, Parser};

use super::amount::{Amount, amount};
use super::unit::{ends_cleanly, unit_of_part};
use crate::extract::number::{Numeral, number, refuse};
use crate::extract::word::{space, word};
use crate::lexicon::{Lexicon, Measured};
use crate::quantity::{Decimal, Unit};

// compound = amount ( ","? ( space "and" )? space amount )*, each unit smaller and part of the one before
/// An amount with those of smaller units that follow it, in the smallest of them.
pub fn compound<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, Amount> {
    let (mut rest, mut found) = amount(lexicon, i)?;
    while found.measured.as_ref().is_some_and(may_have_parts)
        && let Ok((after, part)) = part(lexicon, rest)
        && let Some(sum) = add(&found, &part)
    {
        (rest, found) = (after, sum);
    }
    Ok((rest, found))
}

fn may_have_parts(measured: &Measured) -> bool {
    measured
        .unit
        .as_ref()
        .is_some_and(|unit| unit.size.is_some())
}

fn part<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, Amount> {
    let (rest, _) = opt(tag(",")).parse(i)?;
    let (rest, _) = space(rest)?;
    let and = |i| {
        let (rest, text) = word(lexicon, i)?;
        if lexicon.numbers.joiner != Some(lexicon.vocabulary.get(text)) {
            return refuse(i);
        }
        let (rest, _) = space(rest)?;
        Ok((rest, ()))
    };
    let (rest, _) = opt(and).parse(rest)?;
    let (rest, number) = number(lexicon, rest)?;
    let (rest, measured) = unit_of_part(lexicon, rest)?;
    ends_cleanly(rest)?;
    Ok((
        rest,
        Amount {
            number,
            measured: Some(measured),
            is_fraction: false,
            loose: false,
        },
    ))
}

/// Both in the smaller unit; none where the second is no part of one of the first.
fn add(whole: &Amount, part: &Amount) -> Option<Amount> {
    let unit = |amount: &Amount| amount.measured.as_ref().and_then(|m| m.unit.clone());
    let (large, small) = (unit(whole)?, unit(part)?);
    let one = large.convert(Decimal::ONE, &small)?;
    let is_part =
        one > Decimal::ONE && Decimal::ZERO < part.number.value && part.number.value < one;
    let is_whole = whole.number.value >= Decimal::ONE && whole.number.granularity >= Decimal::ONE;
    let value = converted(whole, &large, &small)?.checked_add(part.number.value)?;
    (is_part && is_whole).then(|| Amount {
        number: Numeral {
            value,
            granularity: part.number.granularity,
            scale: Decimal::ONE,
        },
        loose: false,
        ..part.clone()
    })
}

fn converted(whole: &Amount, large: &Unit, small: &Unit) -> Option<Decimal> {
    // Degrees have no parts: only units that begin at zero are added.
    let begins_at_zero = large.size.is_some_and(|size| size.zero.is_zero());
    large
        .convert(whole.number.value, small)
        .filter(|_| begins_at_zero)
}
