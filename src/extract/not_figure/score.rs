//! Results: "2–1", "89–89".

use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::{digit1, one_of};
use nom::combinator::opt;
use nom::{IResult, Parser};

use crate::extract::number::refuse;
use crate::extract::word::{piece, space};

// score = 2–1 | 89–89 | 6-4, 7-5: a range rises and counts something, a score does neither
/// A result.
pub fn score(i: &str) -> IResult<&str, &str> {
    let (rest, first) = digit1(i)?;
    let (rest, _) = one_of("-–").parse(rest)?;
    let (rest, second) = digit1(rest)?;
    let number = |text: &str| text.parse::<u32>().unwrap_or(u32::MAX);
    let counts = opt((alt((space, tag("-"))), piece))
        .parse(rest)?
        .1
        .is_some()
        || rest.starts_with('%');
    if first.len() <= 3
        && second.len() <= 3
        && (number(first) >= number(second) || number(first) == 0 || !counts)
        && !goes_on(rest)
    {
        Ok((rest, &i[..i.len() - rest.len()]))
    } else {
        refuse(i)
    }
}

/// "5-3,000", "1-1/4", "555-123-4567"
fn goes_on(rest: &str) -> bool {
    let mut chars = rest.chars();
    let next = chars.next();
    let digit = chars.next().is_some_and(|c| c.is_ascii_digit());
    matches!(next, Some('-' | '/')) || (matches!(next, Some(',' | '.')) && digit)
}
