//! A number of things in a word or two: "a couple", "half a dozen", "dozens", "several hundred".

use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::{IResult, Parser};

use super::{Numeral, refuse, scale_word};
use crate::extract::word::{phrase, piece, space, word};
use crate::lexicon::{Lexicon, WordId};
use crate::quantity::{Decimal, LARGEST};

// group = article group-word | "half" dozen
/// A few things in a phrase: "a couple", "half a dozen".
pub fn group<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, Numeral> {
    let (rest, first) = piece(i)?;
    let id = lexicon.vocabulary.get(first);
    let numbers = &lexicon.numbers;
    if numbers.half == Some(id) {
        let (rest, _) = alt((space, tag("-"))).parse(rest)?;
        let (rest, _) = nom::combinator::opt((|i| article(lexicon, i), space)).parse(rest)?;
        let (rest, noun) = word(lexicon, rest)?;
        let dozen = Decimal::from(12);
        return match numbers.scales.get(&lexicon.vocabulary.get(noun)) {
            Some(scale) if *scale == dozen => Ok((rest, Numeral::whole(Decimal::from(6)))),
            _ => refuse(i),
        };
    }
    if !numbers.articles.contains(&id) {
        return refuse(i);
    }
    let (rest, _) = space(rest)?;
    let (rest, noun) = word(lexicon, rest)?;
    // "a couple with two phone lines" are people.
    let of = (space, |i| word(lexicon, i)).parse(rest);
    let counts =
        rest.is_empty() || of.is_ok_and(|(_, (_, of)): (_, (_, &str))| lexicon.is_partitive(of));
    match numbers.groups.get(&lexicon.vocabulary.get(noun)) {
        Some(n) if counts => Ok((rest, Numeral::whole(Decimal::from(*n)))),
        _ => refuse(i),
    }
}

/// "a", "an"
pub fn article<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, WordId> {
    let (rest, text) = word(lexicon, i)?;
    let id = lexicon.vocabulary.get(text);
    if lexicon.numbers.articles.contains(&id) {
        Ok((rest, id))
    } else {
        refuse(i)
    }
}

// vague = few scale+ | multiplied "of" vague-word | vague-word
/// A vague plural as its two ends: "dozens" is 12 to 120, "several hundred" 300 to 900.
pub fn vague<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, (Decimal, Decimal)> {
    let numbers = &lexicon.numbers;
    if let Ok((rest, ())) = phrase(lexicon, &numbers.vague_few, i) {
        let (mut rest, mut scale) = scale_word(lexicon, rest)?;
        while let Ok((after, more)) = scale_word(lexicon, rest) {
            (rest, scale) = (after, scale.saturating_mul(more));
        }
        return if scale < LARGEST {
            Ok((rest, (scale * Decimal::from(3), scale * Decimal::from(9))))
        } else {
            refuse(i)
        };
    }
    let (rest, first) = word(lexicon, i)?;
    let id = lexicon.vocabulary.get(first);
    if let Some((rest, base)) = multiplied(lexicon, id, rest) {
        return Ok((rest, (base, base * Decimal::TEN)));
    }
    match numbers.vague.get(&id) {
        Some(base) => Ok((rest, (*base, *base * Decimal::TEN))),
        None => refuse(i),
    }
}

/// "tens of thousands"
fn multiplied<'a>(lexicon: &Lexicon, first: WordId, rest: &'a str) -> Option<(&'a str, Decimal)> {
    let numbers = &lexicon.numbers;
    let base = numbers.vague_multiplied.get(&first)?;
    let (rest, _) = space(rest).ok()?;
    let (rest, of) = word(lexicon, rest).ok()?;
    if !lexicon.is_partitive(of) {
        return None;
    }
    let (rest, _) = space(rest).ok()?;
    let (rest, second) = word(lexicon, rest).ok()?;
    let scale = numbers.vague.get(&lexicon.vocabulary.get(second))?;
    Some((rest, base.checked_mul(*scale)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vague_plurals() {
        let lexicon = Lexicon::english();
        for (text, low, high, rest) in [
            ("dozens of", 12, 120, " of"),
            ("tens of thousands of", 10_000, 100_000, " of"),
            ("hundreds of people", 100, 1_000, " of people"),
            ("several hundred", 300, 900, ""),
            ("a few thousand men", 3_000, 9_000, " men"),
        ] {
            let (remainder, ends) = vague(&lexicon, text).unwrap();
            assert_eq!(
                (ends, remainder),
                ((Decimal::from(low), Decimal::from(high)), rest),
                "{text}"
            );
        }
        for text in ["several", "a few men", "tens of people", "score"] {
            assert!(vague(&lexicon, text).is_err(), "{text}");
        }
    }

    #[test]
    fn groups() {
        let lexicon = Lexicon::english();
        for (text, value, rest) in [
            ("half a dozen men", 6, " men"),
            ("half-dozen men", 6, " men"),
            ("a couple of", 2, " of"),
            ("a pair of", 2, " of"),
        ] {
            let (remainder, found) = group(&lexicon, text).unwrap();
            assert_eq!(
                (found.value, remainder),
                (Decimal::from(value), rest),
                "{text}"
            );
        }
        for text in [
            "a man",
            "a couple with",
            "couple of",
            "half a man",
            "half the dozen",
        ] {
            assert!(group(&lexicon, text).is_err(), "{text}");
        }
    }
}
