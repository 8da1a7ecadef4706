//! A figure: number, bound, currency and unit together.

use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::{char, one_of};
use nom::combinator::{opt, value};
use nom::error::{Error, ErrorKind};
use nom::{Err, IResult, Parser};

use super::digits::Numeral;
use super::numeral::{fraction, group, numeral, one_in_n, vague};
use super::word::{phrase, space, word};
use crate::lexicon::{Lexicon, Unit};
use crate::quantity::{Bound, Decimal, Dimension, Form, Quantity};

// figure = bound-before? core bound-after?
// core   = between | range | vague | one-in-n | fraction | group | amount
/// A figure at the start of the input; with `ranges`, "120 to 180" is one.
pub fn figure<'a>(lexicon: &Lexicon, ranges: bool, i: &'a str) -> IResult<&'a str, Quantity> {
    let (rest, bounds) = bounds_before(lexicon, i);
    let (rest, mut quantity) = alt((
        |i| between(lexicon, i),
        |i| if ranges { range(lexicon, i) } else { refuse(i) },
        |i| vague_plural(lexicon, i),
        |i| share(lexicon, i),
        |i| fraction_words(lexicon, i),
        |i| amount(lexicon, i),
    ))
    .parse(rest)?;
    if quantity.bound == Bound::Between {
        return Ok((rest, quantity));
    }
    quantity.bound = bounds.unwrap_or(Bound::None);
    if let Ok((after, bound)) = bound_after(lexicon, rest) {
        quantity.bound = bound;
        return Ok((after, quantity));
    }
    Ok((rest, quantity))
}

/// The bound of the words before a number; of several ("at least some"), the first that is no mere approximation.
fn bounds_before<'a>(lexicon: &Lexicon, i: &'a str) -> (&'a str, Option<Bound>) {
    let mut rest = i;
    let mut found: Option<Bound> = None;
    while let Ok((after, bound)) = phrase(lexicon, &lexicon.bounds_before, rest) {
        found = match found {
            Some(first) if first != Bound::About && first != Bound::Exactly => Some(first),
            _ => Some(bound),
        };
        rest = opt(space).parse(after).map_or(after, |(after, _)| after);
    }
    (rest, found)
}

// bound-after = "+" | ( space | "-" ) phrase
fn bound_after<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, Bound> {
    let plus = value(
        Bound::AtLeast,
        (
            char('+'),
            nom::combinator::not(nom::character::complete::alphanumeric1),
        ),
    );
    let words = |i| {
        let (rest, _) = alt((space, tag("-"))).parse(i)?;
        phrase(lexicon, &lexicon.bounds_after, rest)
    };
    alt((plus, words)).parse(i)
}

// amount = sign? currency? ( numeral | group ) unit?
fn amount<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, Quantity> {
    let (rest, negative) = opt(alt((tag("−"), tag("-")))).parse(i)?;
    let (rest, currency) = opt(|i| currency(lexicon, i)).parse(rest)?;
    let (rest, mut number) = alt((|i| numeral(lexicon, i), |i| group(lexicon, i))).parse(rest)?;
    if negative.is_some() {
        number.value = -number.value;
    }
    let spelled = i.starts_with(char::is_alphabetic);
    let (rest, unit) = unit_after(lexicon, currency, rest);
    ends_cleanly(i, rest)?;
    // "one-sided", "two-thirds": a number word joined to another word is part of it. Digits are not: "9,000-strong".
    if spelled
        && unit.is_none()
        && rest
            .strip_prefix('-')
            .is_some_and(|rest| rest.starts_with(char::is_alphabetic))
    {
        return refuse(i);
    }
    Ok((rest, quantity(number, number, Bound::None, unit)))
}

// between = "between" amount "and" amount
fn between<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, Quantity> {
    let (rest, first) = word(i)?;
    if lexicon.numbers.between != Some(lexicon.vocabulary.get(first)) {
        return refuse(i);
    }
    let (rest, _) = space(rest)?;
    pair(lexicon, i, rest, |i| {
        value((), (space, tag("and"), space)).parse(i)
    })
}

// range = amount ( "-" | "–" | "to" | "or" ) amount, rising
fn range<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, Quantity> {
    pair(lexicon, i, i, |i| {
        alt((
            value((), one_of("-–—")),
            value((), (space, alt((tag("to"), tag("or"), tag("–"))), space)),
        ))
        .parse(i)
    })
}

/// Two numbers with a joint; a scale or unit on one end only counts for both.
fn pair<'a>(
    lexicon: &Lexicon,
    whole: &'a str,
    i: &'a str,
    joint: impl Fn(&'a str) -> IResult<&'a str, ()>,
) -> IResult<&'a str, Quantity> {
    let (rest, currency_low) = opt(|i| currency(lexicon, i)).parse(i)?;
    let (rest, mut low) = numeral(lexicon, rest)?;
    let (after_unit, unit_low) = unit_after(lexicon, currency_low.clone(), rest);
    let (rest, ()) = match joint(rest) {
        Ok(joined) => joined,
        Err(_) => joint(after_unit)?,
    };
    let (rest, currency_high) = opt(|i| currency(lexicon, i)).parse(rest)?;
    let (rest, high) = numeral(lexicon, rest)?;
    let (rest, unit_high) = unit_after(lexicon, currency_high.or(currency_low), rest);
    ends_cleanly(whole, rest)?;
    // "$10 to $15 billion": the scale of the upper end holds for a lower end that has none.
    if low.scale == Decimal::ONE && low.value < high.value / high.scale {
        low = low.times(high.scale).unwrap_or(low);
    }
    let same_unit = unit_low.is_none() || unit_high.is_none() || unit_low == unit_high;
    if low.value >= high.value || !same_unit {
        return refuse(whole);
    }
    Ok((
        rest,
        quantity(low, high, Bound::Between, unit_high.or(unit_low)),
    ))
}

fn refuse<T>(i: &str) -> IResult<&str, T> {
    Err(Err::Error(Error::new(i, ErrorKind::Verify)))
}

fn vague_plural<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, Quantity> {
    let (rest, (low, high)) = vague(lexicon, i)?;
    let form = Form::Vague;
    let quantity = Quantity {
        low,
        high,
        bound: Bound::Between,
        trend: None,
        dimension: Dimension::Count,
        unit: None,
        form,
        echoes: false,
    };
    Ok((rest, quantity))
}

fn share<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, Quantity> {
    let (rest, (part, whole)) = one_in_n(lexicon, i)?;
    Ok((rest, ratio(part.value / whole.value)))
}

fn fraction_words<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, Quantity> {
    // "half a dozen" is six.
    nom::combinator::not(|i| group(lexicon, i)).parse(i)?;
    let (rest, (part, whole)) = fraction(lexicon, i)?;
    let share = Decimal::from(part).checked_div(Decimal::from(whole));
    share
        .map(|share| (rest, ratio(share)))
        .ok_or(Err::Error(Error::new(i, ErrorKind::Verify)))
}

fn ratio(share: Decimal) -> Quantity {
    let form = Form::Fraction;
    Quantity {
        low: share,
        high: share,
        bound: Bound::None,
        trend: None,
        dimension: Dimension::Ratio,
        unit: None,
        form,
        echoes: false,
    }
}

fn currency<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, String> {
    let (rest, name) = phrase(lexicon, &lexicon.currencies, i)?;
    let (rest, _) = opt(space).parse(rest)?;
    Ok((rest, name))
}

// unit = ( space | "-" )? phrase
fn unit_after<'a>(
    lexicon: &Lexicon,
    currency: Option<String>,
    i: &'a str,
) -> (&'a str, Option<Unit>) {
    let unit = |i| {
        let (rest, _) = opt(alt((space, tag("-")))).parse(i)?;
        phrase(lexicon, &lexicon.units, rest)
    };
    match (currency, unit(i)) {
        // "US$6 dollars" names one currency twice; any other unit after an amount of money is not its own.
        (Some(name), Ok((rest, unit))) if unit.name.as_deref() == Some(&name) => (rest, Some(unit)),
        (Some(name), _) => (
            i,
            Some(Unit {
                name: Some(name),
                dimension: Dimension::Money,
            }),
        ),
        (None, Ok((rest, unit))) => (rest, Some(unit)),
        (None, Err(_)) => (i, None),
    }
}

/// A number that letters follow without a space is part of a code or a name, unless they were read as a unit.
fn ends_cleanly<'a>(i: &'a str, rest: &'a str) -> IResult<&'a str, ()> {
    match rest.chars().next() {
        Some(c) if c.is_alphanumeric() => Err(Err::Error(Error::new(i, ErrorKind::Verify))),
        _ => Ok((rest, ())),
    }
}

fn quantity(low: Numeral, high: Numeral, bound: Bound, unit: Option<Unit>) -> Quantity {
    let (name, dimension) =
        unit.map_or((None, Dimension::Count), |unit| (unit.name, unit.dimension));
    let form = Form::Number {
        granularity: low.granularity.min(high.granularity),
    };
    Quantity {
        low: low.value,
        high: high.value,
        bound,
        trend: None,
        dimension,
        unit: name,
        form,
        echoes: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures() {
        let lexicon = Lexicon::english();
        for (text, low, high, bound, unit, rest) in [
            (
                "about 1.5 million people",
                "1500000",
                "1500000",
                Bound::About,
                "count",
                " people",
            ),
            (
                "more than 1.3 million civilians",
                "1300000",
                "1300000",
                Bound::MoreThan,
                "count",
                " civilians",
            ),
            (
                "only 250,000 people",
                "250000",
                "250000",
                Bound::Exactly,
                "count",
                " people",
            ),
            (
                "at least some 40 men",
                "40",
                "40",
                Bound::AtLeast,
                "count",
                " men",
            ),
            (
                "some 250,000",
                "250000",
                "250000",
                Bound::About,
                "count",
                "",
            ),
            ("no fewer than 12", "12", "12", Bound::AtLeast, "count", ""),
            ("up to 85,000", "85000", "85000", Bound::AtMost, "count", ""),
            ("50 or more", "50", "50", Bound::AtLeast, "count", ""),
            (
                "2,000+ jobs",
                "2000",
                "2000",
                Bound::AtLeast,
                "count",
                " jobs",
            ),
            (
                "between 750,000 and 800,000",
                "750000",
                "800000",
                Bound::Between,
                "count",
                "",
            ),
            (
                "33–35 billion",
                "33000000000",
                "35000000000",
                Bound::Between,
                "count",
                "",
            ),
            (
                "$10 to $15 billion",
                "10000000000",
                "15000000000",
                Bound::Between,
                "us dollar",
                "",
            ),
            ("50 to 80%", "50", "80", Bound::Between, "percent", ""),
            (
                "three or four men",
                "3",
                "4",
                Bound::Between,
                "count",
                " men",
            ),
            (
                "dozens of men",
                "12",
                "120",
                Bound::Between,
                "count",
                " of men",
            ),
            ("19%", "19", "19", Bound::None, "percent", ""),
            ("19 per cent of", "19", "19", Bound::None, "percent", " of"),
            ("US$58.24", "58.24", "58.24", Bound::None, "us dollar", ""),
            (
                "£2.7m",
                "2700000",
                "2700000",
                Bound::None,
                "pound sterling",
                "",
            ),
            ("20 euros", "20", "20", Bound::None, "euro", ""),
            (
                "100 km away",
                "100",
                "100",
                Bound::None,
                "kilometre",
                " away",
            ),
            ("30-foot", "30", "30", Bound::None, "foot", ""),
            ("44-year-old", "44", "44", Bound::None, "year", ""),
            (
                "nearly one in five",
                "0.2",
                "0.2",
                Bound::Nearly,
                "ratio",
                "",
            ),
            (
                "More than half of",
                "0.5",
                "0.5",
                Bound::MoreThan,
                "ratio",
                " of",
            ),
            ("twenty-six", "26", "26", Bound::None, "count", ""),
        ] {
            let (remainder, q) = figure(&lexicon, true, text).unwrap();
            let shown = q
                .unit
                .clone()
                .unwrap_or_else(|| q.dimension.as_str().to_owned());
            let ends = (
                q.low.normalize().to_string(),
                q.high.normalize().to_string(),
            );
            assert_eq!(
                (
                    ends.0.as_str(),
                    ends.1.as_str(),
                    q.bound,
                    shown.as_str(),
                    remainder
                ),
                (low, high, bound, unit, rest),
                "{text}"
            );
        }
    }

    #[test]
    fn no_figures() {
        let lexicon = Lexicon::english();
        for text in [
            "about the people",
            "over it",
            "a man",
            "787s",
            "$",
            "over",
            "one-sided",
        ] {
            assert!(figure(&lexicon, true, text).is_err(), "{text}");
        }
    }
}
