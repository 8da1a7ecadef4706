//! Years, decades and seasons: "2019", "the 1960s", "2013–14".

use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::{digit1, one_of};
use nom::combinator::{not, opt, recognize, verify};
use nom::{IResult, Parser};

use super::Before;
use crate::extract::figure::unit_follows;
use crate::extract::number::{refuse, scale_word};
use crate::extract::word::{ending, piece, space};
use crate::lexicon::{Classes, Lexicon};

// decade = 1960s | 1960's | 90s
/// A decade.
pub fn decade<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, &'a str> {
    let digits = verify(digit1, |d: &str| {
        (d.len() == 4 || d.len() == 2) && d.ends_with('0')
    });
    let ending = |i| ending(&lexicon.forms.decades, i);
    recognize((digits, ending, not(piece))).parse(i)
}

// season = 2013–14 | 2013/14 | 1914-1918
/// A season, or years from and to.
pub fn season(i: &str) -> IResult<&str, &str> {
    let second = verify(digit1, |d: &str| d.len() == 2 || d.len() == 4);
    let both = (
        verify(digit1, is_year),
        one_of("-–/"),
        second,
        not((one_of(",."), digit1)),
    );
    recognize(both).parse(i)
}

/// Four digits between 1400 and 2100 without a separator, unless people or a unit follow directly.
pub fn year<'a>(lexicon: &Lexicon, before: Before, i: &'a str) -> IResult<&'a str, &'a str> {
    let (rest, digits) = verify(digit1, is_year).parse(i)?;
    let (rest, _) = not(alt((recognize((one_of(",."), digit1)), tag("%"), piece))).parse(rest)?;
    let next = opt((space, piece)).parse(rest)?.1.map(|(_, word)| word);
    let unit_follows = unit_follows(lexicon, rest) || scale_word(lexicon, rest).is_ok();
    // "left 1500 injured", "killed 1900": a verb of counting on either side; not "1987 is", "for 1987", "1910 S. Main".
    let is_verb =
        |classes: Classes| classes.any(Classes::TRIGGER) && !classes.any(Classes::FUNCTION);
    let counts = |word: &str| {
        let classes = lexicon.classes_of(word);
        classes.any(Classes::PERSON) || (is_verb(classes) && word.len() > 1)
    };
    let counted = next.is_some_and(counts) || is_verb(before.classes);
    if (counted || unit_follows) && !before.classes.any(Classes::BEFORE_YEAR) {
        refuse(i)
    } else {
        Ok((rest, digits))
    }
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && ("1400".."2101").contains(&digits)
}
