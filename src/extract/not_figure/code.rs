//! Codes: "5G", "1.2.3", "555-123-4567", "0800 123 456", "22nd".

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while, take_while1};
use nom::character::complete::{char, digit1, one_of};
use nom::combinator::{not, opt, recognize, verify};
use nom::multi::{many0_count, many1_count};
use nom::{IResult, Parser};

use crate::extract::figure::unit_follows;
use crate::extract::number::{digits, refuse};
use crate::extract::word::{ending, piece};
use crate::lexicon::Lexicon;

// ordinal = digits ending     ending = "st" | "nd" | "rd" | "th"
/// An ordinal in digits.
pub fn ordinal<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, &'a str> {
    let ending = |i| ending(&lexicon.forms.ordinals, i);
    recognize((digit1, ending, not(piece))).parse(i)
}

// telephone, code = digits ( "-" digits ){2,} | digits ( "/" digits ){2,}
/// A telephone number, a code.
pub fn telephone(i: &str) -> IResult<&str, &str> {
    let parted = |sign| {
        recognize((
            digit1,
            verify(many1_count((sign, digit1)), |n: &usize| *n >= 2),
        ))
    };
    alt((parted(one_of("-–")), parted(one_of("/")))).parse(i)
}

// version, address = digits ( "." digits ){2,}
/// A version, an address of a machine.
pub fn dotted<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, &'a str> {
    // Points may part thousands.
    if digits(&lexicon.numbers.signs, i).is_ok() {
        return refuse(i);
    }
    recognize((
        digit1,
        verify(many1_count((char('.'), digit1)), |n| *n >= 2),
    ))
    .parse(i)
}

/// Digits with letters against them that are neither a scale nor a unit: "5G", "4x4", "787s".
pub fn mixed<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, &'a str> {
    let (rest, _) = (digit1, opt((one_of(".,"), digit1))).parse(i)?;
    let (rest, letters) = take_while1(char::is_alphanumeric)(rest)?;
    let id = lexicon.vocabulary.get(letters);
    let known = lexicon.numbers.attached.contains_key(&id)
        || unit_follows(lexicon, &i[i.len() - letters.len() - rest.len()..]);
    if known {
        return refuse(i);
    }
    let (rest, _) = take_while(|c: char| c.is_alphanumeric() || c == '-')(rest)?;
    Ok((rest, &i[..i.len() - rest.len()]))
}

// "0800 123 456", "007", "901-528-CASH", "528-CASH", "800) 577-"
/// A number that is dialled or written with a zero before it; "0.5" and "0" are none.
pub fn dialled<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, &'a str> {
    let leading_zero = recognize((
        char('0'),
        digit1,
        not((one_of(".,"), digit1)),
        opt(char(')')),
        many0_count((one_of(" -"), verify(digit1, |d: &str| d.len() > 1))),
    ));
    let letters = || {
        (
            verify(take_while1(|c: char| c.is_ascii_uppercase()), |l: &str| {
                l.len() > 2
            }),
            take_while(|c: char| c.is_alphanumeric() || c == '-'),
        )
    };
    let three = || verify(digit1, |d: &str| d.len() == 3);
    let lettered = recognize((opt((digit1, char('-'))), three(), char('-'), letters()));
    // "120-YEAR-OLD", in a line of capitals
    let behind = i.trim_start_matches(|c: char| c.is_ascii_digit());
    if unit_follows(lexicon, behind) {
        return refuse(i);
    }
    let area = recognize((three(), char(')'), opt(char(' ')), three(), char('-')));
    // "a 1-800 number"
    let toll_free = recognize((tag("1-"), one_of("89"), digit1, not((one_of(".,"), digit1))));
    alt((leading_zero, lettered, area, toll_free)).parse(i)
}

// "+" digits ( space digits )+
/// "+44 171 542 8864", behind its sign.
pub fn international<'a>(before: &str, i: &'a str) -> IResult<&'a str, &'a str> {
    if !before.ends_with('+') {
        return refuse(i);
    }
    recognize((digit1, many1_count((one_of(" -"), digit1)))).parse(i)
}
