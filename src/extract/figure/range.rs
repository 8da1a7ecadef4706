//! Ranges: "between 30 and 40", "$10 to $15 billion", "8- to 16-metre", "2,000 ± 5".

use nom::branch::alt;
use nom::character::complete::char;
use nom::combinator::{opt, value};
use nom::{IResult, Parser};

use super::Ranges;
use super::amount::Amount;
use super::bound::bounds_before;
use super::compound::compound;
use crate::extract::number::refuse;
use crate::extract::word::{phrase, space, word};
use crate::lexicon::{Lexicon, WordId};
use crate::quantity::{Bound, Decimal, Dimension, Unit};

/// Most amounts that one at the end of a list lends its unit to.
const LONGEST_LIST: usize = 6;

// between = "between" space bounds? amount space "and" space bounds? amount
/// "between 750,000 and 800,000"
pub fn between<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, (Amount, Amount)> {
    let (rest, first) = word(lexicon, i)?;
    if lexicon.numbers.between != Some(lexicon.vocabulary.get(first)) {
        return refuse(i);
    }
    let (rest, _) = space(rest)?;
    let (rest, low) = compound(lexicon, bounds_before(lexicon, rest).0)?;
    let numbers = &lexicon.numbers;
    let joins = |id| numbers.joiner == Some(id) || numbers.range_joints.contains(&id);
    let (rest, ()) = spaced_word(rest, joins, lexicon)?;
    let (rest, high) = compound(lexicon, bounds_before(lexicon, rest).0)?;
    // "between 100 and 99-16/32" is a range as well.
    match rising(low.clone(), high.clone()).or_else(|| rising(high, low)) {
        Some(ends) => Ok((rest, ends)),
        None => refuse(i),
    }
}

// range = amount joint bounds? amount, rising     joint = "-"? space ( "to" | "or" ) space | space? ( "-" | "–" | "~" ) space?
/// Behind its lower end, the upper end of a range.
pub fn range_end<'a>(
    lexicon: &Lexicon,
    low: &Amount,
    i: &'a str,
) -> IResult<&'a str, (Amount, Amount)> {
    if low.loose {
        return refuse(i);
    }
    let (rest, ()) = joint(lexicon, i)?;
    let (rest, bound) = bounds_before(lexicon, rest);
    // "5,000 or less than 6,000" are two figures.
    if matches!(
        bound,
        Some(Bound::None | Bound::LessThan | Bound::MoreThan | Bound::AtLeast)
    ) {
        return refuse(i);
    }
    let (rest, high) = compound(lexicon, rest)?;
    match rising(low.clone(), high) {
        Some(ends) if !ends.1.loose => Ok((rest, ends)),
        _ => refuse(i),
    }
}

fn joint<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, ()> {
    let numbers = &lexicon.numbers;
    let words = |i: &'a str| {
        let (rest, _) = opt(char('-')).parse(i)?;
        spaced_word(rest, |id| numbers.range_joints.contains(&id), lexicon)
    };
    // "8-to-16-metre"
    let hyphened = |i: &'a str| {
        let (rest, _) = char('-').parse(i)?;
        let (rest, text) = nom::character::complete::alpha1(rest)?;
        let known = numbers.range_joints.contains(&lexicon.vocabulary.get(text));
        let (rest, _) = char('-').parse(rest)?;
        if known { Ok((rest, ())) } else { refuse(i) }
    };
    let sign = |i: &'a str| {
        let (rest, _) = opt(space).parse(i)?;
        let (rest, ()) = phrase(lexicon, &numbers.range_signs, rest)?;
        let (rest, _) = opt(space).parse(rest)?;
        Ok((rest, ()))
    };
    alt((words, hyphened, sign)).parse(i)
}

fn spaced_word<'a>(
    i: &'a str,
    is: impl Fn(WordId) -> bool,
    lexicon: &Lexicon,
) -> IResult<&'a str, ()> {
    let (rest, _) = space(i)?;
    let (rest, text) = word(lexicon, rest)?;
    if !is(lexicon.vocabulary.get(text)) {
        return refuse(i);
    }
    value((), space).parse(rest)
}

/// Two amounts as the ends of a range; a scale, unit or currency on one end only counts for both.
fn rising(mut low: Amount, mut high: Amount) -> Option<(Amount, Amount)> {
    lend(&mut low, &high);
    let unit = |amount: &Amount| amount.measured.as_ref().and_then(|m| m.unit.clone());
    match (&low.measured, &high.measured) {
        // "off 2.3 pct to 29.4 million" changes to an amount: there are no millions of percent.
        (Some(a), None)
            if a.dimension == Dimension::Percent && high.number.scale > Decimal::ONE =>
        {
            return None;
        }
        (Some(_), None) if !high.is_fraction => high.measured = low.measured.clone(),
        (Some(a), Some(b)) if a.dimension != b.dimension => return None,
        _ if low.is_fraction != high.is_fraction => return None,
        _ => {}
    }
    // "2 cents to 4 cents a share"
    let is_rate_of = |a: &Unit, b: &Unit| {
        b.name
            .strip_prefix(a.name.as_str())
            .is_some_and(|by| by.starts_with(" per "))
    };
    if unit(&low)
        .zip(unit(&high))
        .is_some_and(|(a, b)| is_rate_of(&a, &b))
    {
        low.measured = high.measured.clone();
    }
    if unit(&low) != unit(&high) {
        // "800 m to 1.2 km" ends in the unit of its upper end.
        let converted = unit(&low)?.convert(low.number.value, &*unit(&high)?)?;
        low.number.value = converted;
        low.measured = high.measured.clone();
    }
    // "−5 to −10 °C" falls, and is a range as well.
    if low.number.value.is_sign_negative() && high.number.value < low.number.value {
        std::mem::swap(&mut low, &mut high);
    }
    (low.number.value < high.number.value).then_some((low, high))
}

/// Gives an amount the scale and the unit of a later one, where it has none: "$10 to $15 billion", "50 to 80%".
fn lend(to: &mut Amount, from: &Amount) {
    let base = from.number.value / from.number.scale;
    let same_money = match (&to.measured, &from.measured) {
        (None, _) => true,
        (Some(a), None) => a.dimension == Dimension::Money,
        (Some(a), Some(b)) => a.dimension == Dimension::Money && a == b,
    };
    let scaled = to.number.times(from.number.scale).filter(|_| {
        same_money
            && !to.is_fraction
            && to.number.scale == Decimal::ONE
            && to.number.value.abs() < base.abs().max(Decimal::from(1000))
    });
    if from.number.scale > Decimal::ONE
        && let Some(number) = scaled
    {
        to.number = number;
    }
    if to.measured.is_none() && !to.is_fraction {
        to.measured = from.measured.clone();
    }
}

// change = amount ( joint | space "from" space ) bounds? amount
/// The values of a change share the scale and the unit of the one written last: "from 2 to 4 million", "to 133 from
/// 135 million pounds".
pub fn borrow_from_change(lexicon: &Lexicon, first: &mut Amount, ranges: Ranges, i: &str) {
    let numbers = &lexicon.numbers;
    let is_joint = |id| match ranges {
        Ranges::None => numbers.range_joints.contains(&id),
        Ranges::Any | Ranges::Near => numbers.from.contains(&id),
    };
    if let Ok((rest, ())) = spaced_word(i, is_joint, lexicon)
        && let Ok((_, other)) = compound(lexicon, bounds_before(lexicon, rest).0)
    {
        lend(first, &other);
    }
}

// list = amount ( ( "," | space ( "and" | "or" ) ) space amount )+
/// A unit at the end of a list counts for every amount of it: "45 and 50 mg", "5, 10 and 15 percent".
pub fn borrow_from_list(lexicon: &Lexicon, first: &mut Amount, i: &str) {
    if first.measured.is_some() || first.is_fraction || first.loose {
        return;
    }
    let numbers = &lexicon.numbers;
    let is_joiner = |id| numbers.joiner == Some(id) || numbers.range_joints.contains(&id);
    let mut rest = i;
    for at in 0..LONGEST_LIST {
        let comma = |i: &'_ str| -> bool { i.starts_with(", ") };
        let after = if comma(rest) {
            let after = &rest[2..];
            // "12 of the 40, or 60%,": the first said again, and no list.
            let again = |id| lexicon.cues.restating.contains(&id);
            if at == 0 && spaced_word(&rest[1..], again, lexicon).is_ok() {
                return;
            }
            // "5, 10, and 15": the comma before "and".
            spaced_word(&rest[1..], is_joiner, lexicon).map_or(after, |(after, ())| after)
        } else {
            match spaced_word(rest, is_joiner, lexicon) {
                Ok((after, ())) => after,
                Err(_) => return,
            }
        };
        let Ok((end, next)) = compound(lexicon, after) else {
            return;
        };
        if next.loose || next.is_fraction {
            return;
        }
        if next.measured.is_some() {
            let is_unit = |m: &crate::lexicon::Measured| {
                !matches!(
                    m.dimension,
                    Dimension::Count | Dimension::Ratio | Dimension::Age
                )
            };
            let symbol_before =
                after.starts_with(|c: char| !c.is_ascii_digit() && !c.is_alphabetic());
            first.measured = next.measured.filter(|m| is_unit(m) && !symbol_before);
            return;
        }
        rest = end;
    }
}

// plus-minus = amount space? ( "±" | "plus or minus" ) space? amount
/// "2,000 ± 5": the ends that it gives.
pub fn plus_minus<'a>(
    lexicon: &Lexicon,
    middle: &Amount,
    i: &'a str,
) -> IResult<&'a str, (Amount, Amount)> {
    let (rest, _) = opt(space).parse(i)?;
    let (rest, ()) = phrase(lexicon, &lexicon.numbers.plus_minus, rest)?;
    let (rest, _) = opt(space).parse(rest)?;
    let (rest, error) = compound(lexicon, rest)?;
    let same =
        middle.measured.is_none() || error.measured.is_none() || middle.measured == error.measured;
    let ends = middle
        .number
        .value
        .checked_sub(error.number.value)
        .zip(middle.number.value.checked_add(error.number.value));
    let Some((low, high)) = ends.filter(|(low, high)| low < high && same) else {
        return refuse(i);
    };
    let measured = middle.measured.clone().or(error.measured);
    let end = |value| Amount {
        number: crate::extract::number::Numeral {
            value,
            granularity: error.number.granularity,
            ..middle.number
        },
        measured: measured.clone(),
        ..middle.clone()
    };
    Ok((rest, (end(low), end(high))))
}
