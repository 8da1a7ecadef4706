//! Rates: "$60 a barrel", "4 per 100,000", "10 cents a share", "12 a day".

use std::sync::Arc;

use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::combinator::opt;
use nom::{IResult, Parser};

use super::amount::Amount;
use super::unit::{ends_cleanly, unit};
use crate::extract::number::{article, number, refuse};
use crate::extract::word::{space, word};
use crate::lexicon::{Lexicon, Measured};
use crate::quantity::{Dimension, Unit};

// rate = space? "/" unit-or-noun | space per space by | space article space unit-or-noun | space number
// by   = number? unit-or-noun | number
/// "$60 a barrel", "4 per 100,000", "10 cents a share", "12 a day": the unit that the amount is told by.
pub fn rate<'a>(lexicon: &Lexicon, i: &'a str, found: Amount) -> (&'a str, Amount) {
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
    let next = (space, |i| word(lexicon, i)).parse(rest);
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
        let (rest, text) = word(lexicon, rest)?;
        if !lexicon.numbers.per.contains(&lexicon.vocabulary.get(text)) {
            return refuse(i);
        }
        space(rest)?.0
    };
    // "24/7" is no rate.
    let counted = number(lexicon, rest).ok().filter(|_| sign.is_none());
    let after_number = counted.map_or(rest, |(after, _)| after);
    match (counted, unit_or_noun(lexicon, after_number)) {
        (None, found) => found,
        (Some(_), Ok((end, _))) | (Some((end, _)), Err(_)) => {
            Ok((end, rest[..rest.len() - end.len()].to_owned()))
        }
    }
}

fn unit_or_noun<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, String> {
    if let Ok((rest, measured)) = unit(lexicon, i)
        && let Some(unit) = measured.unit
    {
        return Ok((rest, unit.name.clone()));
    }
    let (rest, _) = opt(space).parse(i)?;
    let (after, text) = word(lexicon, rest)?;
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
            unit: Some(Arc::new(Unit::without_size(name, dimension))),
        }),
        loose: false,
        ..found
    }
}
