//! Numbers in digits.

use nom::branch::alt;
use nom::bytes::complete::take_while_m_n;
use nom::character::complete::{char, digit1, one_of};
use nom::combinator::{map_opt, not, opt, peek, recognize, verify};
use nom::multi::many1_count;
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};

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

// digits   = ( grouped | plain )? ( "." digit+ )?
// grouped  = 1-3 digit ( separator 3 digit )+  |  1-2 digit ( "," 2 digit )+ "," 3 digit
/// A number in digits, without sign, scale or unit.
pub fn digits(i: &str) -> IResult<&str, Numeral> {
    let whole = alt((grouped, indian, digit1));
    let fraction = preceded(char('.'), digit1);
    // "1.2.3" is a version or an address, "1,23" a list: neither ends a number.
    let end = not((one_of(".,"), digit1));
    let number = recognize((opt(whole), opt(fraction)));
    map_opt(
        verify(terminated(number, peek(end)), |text: &str| !text.is_empty()),
        numeral,
    )
    .parse(i)
}

fn grouped(i: &str) -> IResult<&str, &str> {
    let three = || take_while_m_n(3, 3, |c: char| c.is_ascii_digit());
    let group = |separator| {
        many1_count(preceded(
            char(separator),
            terminated(three(), not(digit_ahead)),
        ))
    };
    let (rest, _) = digits_up_to_three(i)?;
    let (rest, _) = alt((
        group(','),
        group('\u{a0}'),
        group('\u{202f}'),
        group('\u{2009}'),
        group(' '),
    ))
    .parse(rest)?;
    Ok((rest, &i[..i.len() - rest.len()]))
}

fn indian(i: &str) -> IResult<&str, &str> {
    let take = |n| take_while_m_n(n, n, |c: char| c.is_ascii_digit());
    let lead = take_while_m_n(1, 2, |c: char| c.is_ascii_digit());
    let pairs = many1_count(terminated(preceded(char(','), take(2)), peek(char(','))));
    recognize((lead, pairs, char(','), take(3), not(digit_ahead))).parse(i)
}

fn digits_up_to_three(i: &str) -> IResult<&str, &str> {
    terminated(
        take_while_m_n(1, 3, |c: char| c.is_ascii_digit()),
        not(digit_ahead),
    )
    .parse(i)
}

fn digit_ahead(i: &str) -> IResult<&str, char> {
    one_of("0123456789")(i)
}

fn numeral(text: &str) -> Option<Numeral> {
    let plain: String = text
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '.')
        .collect();
    let value = Decimal::from_str_exact(&plain)
        .ok()
        .filter(|v| *v < LARGEST)?;
    match plain.split_once('.') {
        // A zero written after the point is significant: 1.50 is not 1.5.
        Some((_, decimals)) => {
            let granularity = Decimal::new(1, u32::try_from(decimals.len()).ok()?);
            Some(Numeral {
                value,
                granularity,
                scale: Decimal::ONE,
            })
        }
        None => Some(Numeral::whole(value)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_and_separators() {
        for (text, value, granularity, rest) in [
            ("130 hostages", "130", "10", " hostages"),
            ("253", "253", "1", ""),
            ("1,200 people", "1200", "100", " people"),
            ("1,200, he said", "1200", "100", ", he said"),
            ("28,000", "28000", "1000", ""),
            ("40 000 men", "40000", "10000", " men"),
            ("40\u{a0}000", "40000", "10000", ""),
            ("12,34,567", "1234567", "1", ""),
            (".08", "0.08", "0.01", ""),
            ("1.5 million", "1.5", "0.1", " million"),
            ("1.50", "1.50", "0.01", ""),
            ("0", "0", "1", ""),
            ("7. Then", "7", "1", ". Then"),
            ("300 12", "300", "100", " 12"),
        ] {
            let (remainder, found) = digits(text).unwrap();
            assert_eq!(
                (found.value.to_string().as_str(), remainder),
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
    fn no_number() {
        for text in [
            "",
            ".",
            "a1",
            "1.2.3",
            "10.0.0.1",
            "9999999999999999999999999999999999",
        ] {
            assert!(digits(text).is_err(), "{text}");
        }
    }
}
