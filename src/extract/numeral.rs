//! A number with its scale, and the numbers that a word or two stand for.

use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::alpha1;
use nom::combinator::{opt, value};
use nom::error::{Error, ErrorKind};
use nom::{Err, IResult, Parser};

use super::digits::{Numeral, digits};
use super::spelled::spelled;
use super::word::{phrase, space, word};
use crate::lexicon::Lexicon;
use crate::quantity::{Decimal, LARGEST};

fn refuse<T>(i: &str) -> IResult<&str, T> {
    Err(Err::Error(Error::new(i, ErrorKind::Verify)))
}

// numeral = digits attached-scale? ( ( space | "-" ) scale )* | spelled
/// A number in digits or words, with its scale: "1.3 million", "2.4bn", "twenty-six", "13 lakh".
pub fn numeral<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, Numeral> {
    let Ok((mut rest, mut number)) = digits(i) else {
        return spelled(lexicon, i);
    };
    if let Ok((after, letters)) = alpha1::<_, Error<&str>>(rest) {
        match lexicon
            .numbers
            .attached
            .get(&lexicon.vocabulary.get(letters))
        {
            Some(scale) if !after.starts_with(char::is_alphanumeric) => {
                let Some(scaled) = number.times(*scale) else {
                    return refuse(i);
                };
                (rest, number) = (after, scaled);
            }
            // "5G", "22nd", "1960s" are no numbers; "5km" and "10pm" are for the caller to tell apart.
            _ => return Ok((rest, number)),
        }
    }
    while let Ok((after, scale)) = scale_word(lexicon, rest) {
        let Some(scaled) = number.times(scale) else {
            return refuse(i);
        };
        (rest, number) = (after, scaled);
    }
    Ok((rest, number))
}

fn scale_word<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, Decimal> {
    let (rest, _) = alt((space, tag("-"))).parse(i)?;
    let (after, text) = alpha1(rest)?;
    match lexicon.numbers.scales.get(&lexicon.vocabulary.get(text)) {
        Some(scale) if !after.starts_with(char::is_alphanumeric) => Ok((after, *scale)),
        _ => refuse(i),
    }
}

// group = article "couple" | "half" article "dozen"
/// A few things in a phrase: "a couple", "half a dozen".
pub fn group<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, Numeral> {
    let (rest, first) = word(i)?;
    let id = lexicon.vocabulary.get(first);
    let numbers = &lexicon.numbers;
    if first.eq_ignore_ascii_case("half") {
        let (rest, _) = space(rest)?;
        let (rest, dozen) = spelled(lexicon, rest)?;
        return if dozen.value == Decimal::from(12) {
            Ok((rest, Numeral::whole(Decimal::from(6))))
        } else {
            refuse(i)
        };
    }
    if !numbers.articles.contains(&id) {
        return refuse(i);
    }
    let (rest, _) = space(rest)?;
    let (rest, noun) = word(rest)?;
    match numbers.groups.get(&lexicon.vocabulary.get(noun)) {
        Some(n) => Ok((rest, Numeral::whole(Decimal::from(*n)))),
        None => refuse(i),
    }
}

// vague = few scale+ | multiplied "of" vague | vague
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
    let (rest, first) = word(i)?;
    let id = lexicon.vocabulary.get(first);
    let multiplied = |table: &std::collections::HashMap<_, Decimal>| -> Option<(&'a str, Decimal)> {
        let base = numbers.vague_multiplied.get(&id)?;
        let (rest, _) = of(rest).ok()?;
        let (rest, second) = word(rest).ok()?;
        Some((
            rest,
            base.checked_mul(*table.get(&lexicon.vocabulary.get(second))?)?,
        ))
    };
    if let Some((rest, base)) = multiplied(&numbers.vague) {
        return Ok((rest, (base, base * Decimal::TEN)));
    }
    match numbers.vague.get(&id) {
        Some(base) => Ok((rest, (*base, *base * Decimal::TEN))),
        None => refuse(i),
    }
}

fn of(i: &str) -> IResult<&str, (&str, &str, &str)> {
    (space, tag("of"), space).parse(i)
}

// fraction = "half" | "two-thirds" | …
/// A fraction in words, as numerator and denominator.
pub fn fraction<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, (u64, u64)> {
    phrase(lexicon, &lexicon.numbers.fractions, i)
}

// one-in-n = numeral ( "in" | "out of" ) numeral
/// A share as so many of so many: "one in five", "2 out of 3". The first is the smaller, the second at most a
/// thousand and without a determiner: "130 out of the 253" are two figures.
pub fn one_in_n<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, (Numeral, Numeral)> {
    let (rest, part) = numeral(lexicon, i)?;
    let (rest, in_every) = (
        space,
        alt((value(false, tag("out of")), value(true, tag("in")))),
        space,
    )
        .map(|(_, every, _)| every)
        .parse(rest)?;
    let (rest, _) = if in_every {
        opt((tag("every"), space)).map(|_| ()).parse(rest)?
    } else {
        (rest, ())
    };
    let (rest, whole) = numeral(lexicon, rest)?;
    let share = part.value >= Decimal::ONE
        && part.value < whole.value
        && whole.value <= Decimal::ONE_THOUSAND
        && (!in_every || part.value == Decimal::ONE || whole.value == Decimal::TEN);
    if share {
        Ok((rest, (part, whole)))
    } else {
        refuse(i)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_their_scale() {
        let lexicon = Lexicon::english();
        for (text, value, granularity, rest) in [
            ("1.3 million", "1300000", "100000", ""),
            ("2.4bn in", "2400000000", "100000000", " in"),
            ("25k", "25000", "1000", ""),
            ("13 lakh", "1300000", "100000", ""),
            ("322 hundred", "32200", "100", ""),
            ("five million people", "5000000", "1000000", " people"),
            ("3 hundred thousand", "300000", "100000", ""),
            ("12 millionaires", "12", "1", " millionaires"),
            ("5km", "5", "1", "km"),
        ] {
            let (remainder, found) = numeral(&lexicon, text).unwrap();
            assert_eq!(
                (found.value.normalize().to_string().as_str(), remainder),
                (value, rest),
                "{text}"
            );
            assert_eq!(
                found.granularity.normalize().to_string(),
                granularity,
                "{text}"
            );
        }
    }

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
    fn shares() {
        let lexicon = Lexicon::english();
        for (text, part, whole) in [
            ("one in five", 1, 5),
            ("two out of three", 2, 3),
            ("1 in 20", 1, 20),
            ("nine out of 10", 9, 10),
        ] {
            let (_, (a, b)) = one_in_n(&lexicon, text).unwrap();
            assert_eq!(
                (a.value, b.value),
                (Decimal::from(part), Decimal::from(whole)),
                "{text}"
            );
        }
        for text in [
            "130 out of the 253",
            "12 in 2019",
            "five in a row",
            "20 in 12",
        ] {
            assert!(one_in_n(&lexicon, text).is_err(), "{text}");
        }
        assert_eq!(
            group(&lexicon, "half a dozen men").unwrap().1.value,
            Decimal::from(6)
        );
        assert_eq!(
            group(&lexicon, "a couple of").unwrap().1.value,
            Decimal::from(2)
        );
    }
}
