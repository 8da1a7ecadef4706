//! An amount: sign, currency, number and unit together, with the rate that it is told by.

use std::sync::Arc;

use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::alpha1;
use nom::combinator::opt;
use nom::{IResult, Parser};

use super::unit::{currency, ends_cleanly, money, unit};
use crate::extract::number::{
    Fraction, Numeral, and_a_fraction, article, bare_denominator, fraction, group, number, of_a,
    refuse, restated, scale_word,
};
use crate::extract::word::{phrase, space, word};
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

// amount = accounted | sign? ( currency? plain | of-unit )
/// An amount at the start of the input.
pub fn amount<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, Amount> {
    let (rest, negative) = opt(|i| minus(lexicon, i)).parse(i)?;
    let (rest, mut found) = unsigned(lexicon, rest)?;
    if negative.is_some() {
        found.number.value = -found.number.value;
    }
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
        let (rest, text) = word(i)?;
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

fn unsigned<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, Amount> {
    let (rest, before) = opt(|i| currency(lexicon, i)).parse(i)?;
    let (rest, found) = alt((
        |i| part_of_unit(lexicon, i),
        |i| plain(lexicon, before.clone(), i),
        |i| one_unit(lexicon, i),
    ))
    .parse(rest)?;
    let (rest, found) = unit_and_fraction(lexicon, rest, found);
    let (rest, found) = rate(lexicon, rest, found);
    ends_cleanly(rest)?;
    Ok((rest, found))
}

/// A number, and the fraction that it is where it is one.
type NumberOrPart = (Numeral, Option<Fraction>);

// plain = ( fraction | number | group ) restated? unit?
fn plain<'a>(lexicon: &Lexicon, before: Option<Arc<Unit>>, i: &'a str) -> IResult<&'a str, Amount> {
    let (rest, number, fraction) = alt((
        |i| scaled_part(lexicon, i),
        |i| group(lexicon, i).map(|(rest, number)| (rest, (number, None))),
        |i| bare_part(lexicon, i),
        |i| {
            number(lexicon, i)
                .map(|(rest, number)| (restated(lexicon, number, rest), (number, None)))
        },
    ))
    .parse(i)
    .map(|(rest, (number, fraction))| (rest, number, fraction))?;
    let (rest, number) = match &before {
        Some(_) => money_scale(lexicon, rest, number),
        None => (rest, number),
    };
    let (rest, measured) = match (before, unit(lexicon, rest)) {
        // "US$6 dollars" names one currency twice; any other unit after an amount of money is not its own.
        (Some(name), Ok((after, unit))) if unit.unit.as_ref() == Some(&name) => (after, Some(unit)),
        (Some(name), _) => (rest, Some(money(name))),
        (None, Ok((after, unit))) => (after, Some(unit)),
        (None, Err(_)) => (rest, None),
    };
    // "one-sided" has no number; "six-party talks" have.
    let is_joined = rest.starts_with('-') && rest[1..].starts_with(char::is_alphabetic);
    if is_joined
        && measured.is_none()
        && number.value == Decimal::ONE
        && i.starts_with(char::is_alphabetic)
    {
        return refuse(i);
    }
    let (rest, number) = scale_behind_currency(lexicon, &measured, number, rest);
    let is_fraction = fraction.is_some() && measured.is_none();
    let loose = fraction.is_some_and(|part| part.loose) && is_fraction;
    Ok((
        rest,
        Amount {
            number,
            measured,
            is_fraction,
            loose,
        },
    ))
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

// scaled-part = fraction of-a? scale
/// "half a million", "half-million", "three quarters of a billion", "quarter million"
fn scaled_part<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, NumberOrPart> {
    let (rest, part) =
        alt((|i| fraction(lexicon, i), |i| bare_denominator(lexicon, i))).parse(i)?;
    let after_article = of_a(lexicon, rest).map_or(rest, |(rest, ())| rest);
    let (rest, scale) = scale_word(lexicon, after_article)?;
    // "half a dozen" is a group of its own.
    match part.numeral().and_then(|part| part.times(scale)) {
        Some(number) if scale != Decimal::from(12) => Ok((rest, (number, None))),
        _ => refuse(i),
    }
}

fn bare_part<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, NumberOrPart> {
    let (rest, part) = fraction(lexicon, i)?;
    match part.numeral() {
        Some(number) => Ok((rest, (number, Some(part)))),
        None => refuse(i),
    }
}

// of-unit = fraction ( "of"? article ) unit
/// "half an hour", "a quarter of a mile"
fn part_of_unit<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, Amount> {
    // "tenth of a gallon", where nothing else is said.
    let bare = bare_denominator(lexicon, i);
    let is_bare = bare.is_ok();
    let (rest, part) = bare.or_else(|_| fraction(lexicon, i))?;
    let (rest, ()) = of_a(lexicon, rest)?;
    let (rest, measured) = unit(lexicon, rest)?;
    ends_cleanly(rest)?;
    match part.numeral() {
        Some(number) => Ok((
            rest,
            Amount {
                number,
                measured: Some(measured),
                is_fraction: false,
                loose: is_bare && part.denominator != Decimal::TWO,
            },
        )),
        None => refuse(i),
    }
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

// rate = "/" by | space per space by | space article ( space unit-or-noun | number )
// by   = number? unit-or-noun | number
/// "$60 a barrel", "4 per 100,000", "10 cents a share", "12 a day": the unit that the amount is told by.
fn rate<'a>(lexicon: &Lexicon, i: &'a str, found: Amount) -> (&'a str, Amount) {
    let is_money = found.dimension() == Dimension::Money;
    let by = alt((|i| by_article(lexicon, is_money, i), |i| by_per(lexicon, i))).parse(i);
    match by {
        Ok((rest, by)) if !found.is_fraction && ends_cleanly(rest).is_ok() => {
            (rest, per_unit(found, &by))
        }
        _ => (i, found),
    }
}

/// " a barrel", " a day"; of money, " a thousand" as well.
fn by_article<'a>(lexicon: &Lexicon, is_money: bool, i: &'a str) -> IResult<&'a str, String> {
    let (at_article, _) = space(i)?;
    let (rest, _) = article(lexicon, at_article)?;
    if is_money && let Ok((end, _)) = number(lexicon, at_article) {
        let words = &rest[..rest.len().saturating_sub(end.len())];
        return Ok((end, words.trim().to_owned()));
    }
    let (rest, name) = unit_or_noun(lexicon, rest)?;
    // "5.2% a year earlier"
    let next = (space, word).parse(rest);
    let is_time = next.is_ok_and(|(_, (_, text)): (_, (_, &str))| {
        lexicon
            .numbers
            .not_per
            .contains(&lexicon.vocabulary.get(text))
    });
    if is_time { refuse(i) } else { Ok((rest, name)) }
}

/// " per 100,000", " per kg", "/day"
fn by_per<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, String> {
    let (rest, _) = opt(space).parse(i)?;
    let (rest, sign) = opt(tag("/")).parse(rest)?;
    let rest = if sign.is_some() {
        rest
    } else {
        let (rest, text) = word(rest)?;
        if !lexicon.numbers.per.contains(&lexicon.vocabulary.get(text)) {
            return refuse(i);
        }
        space(rest)?.0
    };
    let counted = number(lexicon, rest).ok();
    let after_number = counted.map_or(rest, |(after, _)| after);
    match (counted, unit_or_noun(lexicon, after_number)) {
        (None, found) => found,
        (Some(_), Ok((end, _))) => Ok((end, rest[..rest.len() - end.len()].to_owned())),
        (Some((end, _)), Err(_)) => Ok((end, rest[..rest.len() - end.len()].to_owned())),
    }
}

fn unit_or_noun<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, String> {
    if let Ok((rest, measured)) = unit(lexicon, i)
        && let Some(unit) = measured.unit
    {
        return Ok((rest, unit.name.clone()));
    }
    let (rest, _) = opt(space).parse(i)?;
    let (after, text) = word(rest)?;
    if lexicon
        .numbers
        .per_nouns
        .contains(&lexicon.vocabulary.get(text))
    {
        Ok((after, text.to_lowercase()))
    } else {
        refuse(i)
    }
}

fn per_unit(found: Amount, by: &str) -> Amount {
    let dimension = match found.dimension() {
        Dimension::Count
            if found.measured.is_none() && by.starts_with(|c: char| c.is_ascii_digit()) =>
        {
            Dimension::Ratio
        }
        dimension => dimension,
    };
    let own = found
        .measured
        .as_ref()
        .and_then(|m| m.unit.as_ref())
        .map(|unit| format!("{} ", unit.name));
    let name = format!("{}per {by}", own.unwrap_or_default());
    Amount {
        measured: Some(Measured {
            dimension,
            unit: Some(Arc::new(Unit {
                name,
                dimension,
                size: None,
            })),
        }),
        loose: false,
        ..found
    }
}
