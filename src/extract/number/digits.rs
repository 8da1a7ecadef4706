//! Numbers in digits: "1,200", "40 000", "12,34,567", ".08", "1.5", "٣٥", "１２".

use nom::branch::alt;
use nom::bytes::complete::take_while_m_n;
use nom::character::complete::{char, digit1, one_of};
use nom::combinator::{map_opt, not, opt, peek, recognize, verify};
use nom::multi::many1_count;
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};

use super::{Numeral, refuse};
use crate::lexicon::Signs;
use crate::quantity::{Decimal, LARGEST};

// digits   = ( grouped | plain )? ( decimal digit+ )? | 1-3 digit other 1-2 digit | foreign-digit+
// grouped  = 1-3 digit ( separator 3 digit )+  |  1-2 digit ( other 2 digit )+ other 3 digit
/// A number in digits, without sign, scale or unit.
pub fn digits<'a>(signs: &Signs, i: &'a str) -> IResult<&'a str, Numeral> {
    let decimal = char::from(signs.decimal);
    if !i.starts_with(|c: char| c.is_ascii_digit() || c == decimal) {
        return foreign(signs, i);
    }
    let whole = alt((|i| grouped(signs, i), |i| indian(signs, i), digit1));
    let fraction = preceded(char(decimal), digit1);
    // "1.2.3" is a version or an address, "1,23" a list: neither ends a number.
    let end = not((one_of(".,"), digit1));
    let number = recognize((opt(whole), opt(fraction)));
    let point = map_opt(
        verify(terminated(number, peek(end)), |text: &str| !text.is_empty()),
        |text: &str| numeral(text, signs.decimal),
    );
    alt((point, |i| other_decimal(signs, i))).parse(i)
}

// "5,50", "1,3": a comma before one or two digits parts no thousands
fn other_decimal<'a>(signs: &Signs, i: &'a str) -> IResult<&'a str, Numeral> {
    let decimals = take_while_m_n(1, 2, |c: char| c.is_ascii_digit());
    let end = not(alt((
        one_of("0123456789"),
        preceded(one_of(".,"), digit_ahead),
    )));
    let number = recognize((digits_up_to_three, char(char::from(signs.other)), decimals));
    map_opt(terminated(number, peek(end)), |text: &str| {
        numeral(text, signs.other)
    })
    .parse(i)
}

/// Arabic-Indic, Persian and full-width digits, with their own separators.
fn foreign<'a>(signs: &Signs, i: &'a str) -> IResult<&'a str, Numeral> {
    let digit = |c: char| match c {
        '\u{660}'..='\u{669}' => char::from_digit(c as u32 - 0x660, 10),
        '\u{6f0}'..='\u{6f9}' => char::from_digit(c as u32 - 0x6f0, 10),
        '\u{ff10}'..='\u{ff19}' => char::from_digit(c as u32 - 0xff10, 10),
        _ => None,
    };
    let (decimal, other) = (char::from(signs.decimal), char::from(signs.other));
    let mut plain = String::new();
    let mut end = 0;
    let mut chars = i.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let more = chars.peek().is_some_and(|(_, next)| digit(*next).is_some());
        match (digit(c), c) {
            (Some(ascii), _) => plain.push(ascii),
            (None, '٫' | '．' | '.') if more && end > 0 && !plain.contains(decimal) => {
                plain.push(decimal)
            }
            (None, '٬' | '，' | ',') if more && end > 0 => plain.push(other),
            _ => break,
        }
        end = at + c.len_utf8();
    }
    // An empty run would come back here.
    let found = Some(&plain).filter(|plain| !plain.is_empty());
    let found = found.and_then(|plain| digits(signs, plain).ok());
    match found {
        Some(("", number)) => Ok((&i[end..], number)),
        _ => refuse(i),
    }
}

fn grouped<'a>(signs: &Signs, i: &'a str) -> IResult<&'a str, &'a str> {
    let three = take_while_m_n(3, 3, |c: char| c.is_ascii_digit());
    let (rest, _) = digits_up_to_three(i)?;
    let separator = rest.chars().next().filter(|c| signs.thousands.contains(c));
    let Some(separator) = separator else {
        return refuse(i);
    };
    let group = preceded(char(separator), terminated(three, not(digit_ahead)));
    let (rest, _) = many1_count(group).parse(rest)?;
    Ok((rest, &i[..i.len() - rest.len()]))
}

fn indian<'a>(signs: &Signs, i: &'a str) -> IResult<&'a str, &'a str> {
    let sign = char::from(signs.other);
    let take = |n| take_while_m_n(n, n, |c: char| c.is_ascii_digit());
    let lead = take_while_m_n(1, 2, |c: char| c.is_ascii_digit());
    let pairs = many1_count(terminated(preceded(char(sign), take(2)), peek(char(sign))));
    recognize((lead, pairs, char(sign), take(3), not(digit_ahead))).parse(i)
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

fn numeral(text: &str, decimal: u8) -> Option<Numeral> {
    let digits = text.bytes().filter(u8::is_ascii_digit);
    let decimals = text
        .bytes()
        .rev()
        .position(|b| b == decimal)
        .and_then(|n| u32::try_from(n).ok());
    // A zero written after the point is significant: 1.50 is not 1.5.
    let granularity = decimals
        .filter(|n| *n <= Decimal::MAX_SCALE)
        .map(|n| Decimal::new(1, n));
    let small = (text.len() <= LONGEST_SMALL)
        .then(|| digits.fold(0, |all, b| 10 * all + i64::from(b - b'0')));
    let value = match small {
        Some(mantissa) => Decimal::new(mantissa, decimals.unwrap_or(0)),
        None => {
            let kept = text.bytes().filter(|b| b.is_ascii_digit() || *b == decimal);
            let point = |b| if b == decimal { '.' } else { char::from(b) };
            let plain: String = kept.map(point).collect();
            Decimal::from_str_exact(&plain)
                .ok()
                .filter(|v| *v < LARGEST)?
        }
    };
    match decimals {
        Some(_) => Some(Numeral {
            value,
            granularity: granularity?,
            scale: Decimal::ONE,
        }),
        None => Some(Numeral::whole(value)),
    }
}

/// Digits and separators that surely fit into 63 bits.
const LONGEST_SMALL: usize = 18;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn digits_and_separators() {
        let signs = Lexicon::english().numbers.signs;
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
            ("5,50 euros", "5.50", "0.01", " euros"),
            ("1,3.", "1.3", "0.1", "."),
            ("٣٥ رجلا", "35", "1", " رجلا"),
            ("１，２００人", "1200", "100", "人"),
            ("۱۲٫۵", "12.5", "0.1", ""),
        ] {
            let (remainder, found) = digits(&signs, text).unwrap();
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
        let signs = Lexicon::english().numbers.signs;
        for text in [
            "",
            ".",
            "a1",
            "1.2.3",
            "10.0.0.1",
            "1,2,3",
            "1,2345",
            "9999999999999999999999999999999999",
        ] {
            assert!(digits(&signs, text).is_err(), "{text}");
        }
    }

    #[test]
    fn with_a_decimal_comma() {
        let signs = Signs {
            decimal: b',',
            other: b'.',
            thousands: vec!['.', ' '],
        };
        for (text, value, rest) in [
            ("1,5 million", "1.5", " million"),
            ("1,234", "1.234", ""),
            ("1.200 men", "1200", " men"),
            ("1.234.567,8", "1234567.8", ""),
            ("28 000", "28000", ""),
            ("1.5 million", "1.5", " million"),
            ("12, 13", "12", ", 13"),
        ] {
            let (remainder, found) = digits(&signs, text).unwrap();
            assert_eq!(
                (found.value.to_string().as_str(), remainder),
                (value, rest),
                "{text}"
            );
        }
        for text in ["1,2,3", "1.2.3", "1.2345", ".5"] {
            assert!(digits(&signs, text).is_err(), "{text}");
        }
    }
}
