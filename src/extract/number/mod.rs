//! Numbers as written, without bound, currency or unit.

mod digits;
mod fraction;
mod spelled;
mod vague;

use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::alpha1;
use nom::combinator::opt;
use nom::error::{Error, ErrorKind};
use nom::{Err, IResult, Parser};

pub use digits::digits;
pub use fraction::{and_a_fraction, bare_denominator, fraction, of_a};
pub use spelled::spelled;
pub use vague::{article, group, vague};

use super::word::{phrase, space};
use crate::lexicon::Lexicon;
use crate::quantity::{Decimal, LARGEST};

/// A number with the place value of its last significant digit as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numeral {
    /// The value, exact.
    pub value: Decimal,
    /// Place value of the last significant digit.
    pub granularity: Decimal,
    /// The scale it was written with: a thousand for "5 thousand", one for "5,000".
    pub scale: Decimal,
}

impl Numeral {
    /// A whole number: its trailing zeros are not significant.
    pub fn whole(value: Decimal) -> Self {
        let mut granularity = Decimal::ONE;
        let mut rest = value;
        // Nearly all are small, and divided quickly.
        if let (Ok(mut small), 0) = (i64::try_from(value.mantissa()), value.scale()) {
            let mut place = 1_i64;
            while small != 0 && small % 10 == 0 {
                (small, place) = (small / 10, place * 10);
            }
            (granularity, rest) = (Decimal::from(place), Decimal::ZERO);
        }
        while !rest.is_zero() && (rest % Decimal::TEN).is_zero() {
            rest /= Decimal::TEN;
            granularity *= Decimal::TEN;
        }
        Self {
            value,
            granularity,
            scale: Decimal::ONE,
        }
    }

    /// The number times a scale; none where it would be too large to be exact.
    pub fn times(self, scale: Decimal) -> Option<Self> {
        let value = self.value.checked_mul(scale).filter(|v| *v < LARGEST)?;
        let granularity = self.granularity.checked_mul(scale)?;
        Some(Self {
            value,
            granularity,
            scale: self.scale.checked_mul(scale)?,
        })
    }
}

/// Nothing of the kind at this place.
pub fn refuse<T>(i: &str) -> IResult<&str, T> {
    Err(Err::Error(Error::new(i, ErrorKind::Verify)))
}

// number = numeral and-fraction? scale*
/// A number: "1.3 million", "twenty-six", "2 1/2", "five and a half million", "3 million and a half".
pub fn number<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, Numeral> {
    let (rest, number) = numeral(lexicon, i)?;
    match fraction::and_fraction(lexicon, rest, number) {
        Some((rest, mixed)) => scaled(lexicon, i, rest, mixed),
        None => Ok((rest, number)),
    }
}

// numeral = ( digits attached-scale? | spelled ) ( ( space | "-" ) scale )*
/// A number in digits or words, with its scale: "1.3 million", "2.4bn", "twenty-six", "13 lakh".
fn numeral<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, Numeral> {
    let Ok((mut rest, mut number)) = digits::digits(&lexicon.numbers.signs, i) else {
        return spelled(lexicon, i);
    };
    if let Ok((after, letters)) = alpha1::<_, Error<&str>>(rest) {
        let id = lexicon.vocabulary.get(letters);
        match lexicon.numbers.attached.get(&id) {
            // "1.8m tall" is no million.
            Some(_) if extent_follows(lexicon, after) => return Ok((rest, number)),
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
    scaled(lexicon, i, rest, number)
}

/// The number times the scale words that follow; without them, the number itself.
fn scaled<'a>(
    lexicon: &Lexicon,
    i: &'a str,
    mut rest: &'a str,
    mut number: Numeral,
) -> IResult<&'a str, Numeral> {
    while let Ok((after, scale)) = scale_word(lexicon, rest) {
        let Some(scaled) = number.times(scale) else {
            return refuse(i);
        };
        (rest, number) = (after, scaled);
    }
    Ok((rest, number))
}

// scale = ( space | "-" ) scale-word
/// A scale word behind a number: " million", "-million", " dozens".
pub fn scale_word<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, Decimal> {
    let (rest, _) = alt((space, tag("-"))).parse(i)?;
    let (after, text) = alpha1(rest)?;
    let id = lexicon.vocabulary.get(text);
    let numbers = &lexicon.numbers;
    let scale = numbers
        .scales
        .get(&id)
        .or_else(|| numbers.plural_scales.get(&id));
    match scale {
        Some(scale) if !after.starts_with(char::is_alphanumeric) => Ok((after, *scale)),
        _ => refuse(i),
    }
}

/// "1.8m tall", "2 1/2 in thick": a word of extent behind a symbol that may mean something else.
pub fn extent_follows(lexicon: &Lexicon, rest: &str) -> bool {
    let (rest, _) = match opt(alt((space, tag("-")))).parse(rest) {
        Ok(found) => found,
        Err::<_, nom::Err<nom::error::Error<&str>>>(_) => return false,
    };
    phrase(lexicon, &lexicon.units.extent_words, rest).is_ok()
}

// restated = space? "(" number ")"
/// The same number again in brackets: "forty-five (45)", "45 (forty five)".
pub fn restated<'a>(lexicon: &Lexicon, number: Numeral, i: &'a str) -> &'a str {
    let again = |i| {
        let (rest, _) = (opt(space), tag("(")).parse(i)?;
        let (rest, same) = self::number(lexicon, rest)?;
        let (rest, _) = tag(")").parse(rest)?;
        if same.value == number.value {
            Ok((rest, ()))
        } else {
            refuse(i)
        }
    };
    again(i).map_or(i, |(rest, ())| rest)
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
            ("3 dozens", "36", "12", ""),
            ("12 millionaires", "12", "1", " millionaires"),
            ("5km", "5", "1", "km"),
            ("2 1/2 in", "2.5", "0.5", " in"),
            ("58-1/4", "58.25", "0.25", ""),
            ("2½ years", "2.5", "0.5", " years"),
            ("five and a half million", "5500000", "500000", ""),
            ("3 million and a half", "3500000", "500000", ""),
            ("one billion and a half million", "1000500000", "500000", ""),
            (
                "five billion and three quarters",
                "5750000000",
                "250000000",
                "",
            ),
            (
                "forty two and a third",
                "42.333333333333333333333333333",
                "0.3333333333333333333333333333",
                "",
            ),
            ("two and a man", "2", "1", " and a man"),
            ("two and a half of", "2.5", "0.5", " of"),
            ("5 1/2/3", "5", "1", " 1/2/3"),
            ("5 3/2", "5", "1", " 3/2"),
        ] {
            let (remainder, found) = number(&lexicon, text).unwrap();
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
    fn said_twice() {
        let lexicon = Lexicon::english();
        for (text, rest) in [
            ("forty-five (45) men", " men"),
            ("45 (forty five)", ""),
            ("45 (46)", " (46)"),
            ("45 (45%)", " (45%)"),
        ] {
            let (remainder, found) = number(&lexicon, text).unwrap();
            assert_eq!(restated(&lexicon, found, remainder), rest, "{text}");
        }
    }
}
