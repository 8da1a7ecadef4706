//! Numbers in names: "Article 51", "Boeing 787", "21 Baker Street", "the 300 block", "the 1,000m".

use nom::character::complete::{char, digit1, one_of};
use nom::combinator::{not, opt, recognize};
use nom::{IResult, Parser};

use super::Before;
use crate::extract::number::refuse;
use crate::extract::word::{space, word};
use crate::lexicon::{Classes, Lexicon};

/// The words of a street's name, at most: "1600 North Martin Luther King Jr Boulevard".
const LONGEST_STREET: usize = 6;

/// "Article 51", "Boeing 787", "page 12": the word before takes its number into the name.
pub fn numbered_name<'a>(
    lexicon: &Lexicon,
    before: Before,
    i: &'a str,
) -> IResult<&'a str, &'a str> {
    let named = before.name && before.classes.any(Classes::NUMBERED);
    let plain = before.classes.any(Classes::NUMBERED_IN_LOWER_CASE);
    if !named && !plain {
        return refuse(i);
    }
    let (rest, found) = recognize((
        digit1,
        opt((one_of(".-"), digit1)),
        not((char(','), digit1)),
        not(char('%')),
    ))
    .parse(i)?;
    // "in room 12 people waited"
    let next = (space, |i| word(lexicon, i)).parse(rest);
    let counts = next
        .is_ok_and(|(_, (_, text)): (_, (_, &str))| lexicon.classes_of(text).any(Classes::PERSON));
    if counts { refuse(i) } else { Ok((rest, found)) }
}

/// "the 300 block of", "21 Baker Street", "464 32 1/2 Road"
pub fn address<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, &'a str> {
    let names = &lexicon.not_figures;
    let (mut rest, _) = (digit1, not((one_of(",."), digit1))).parse(i)?;
    for n in 0..LONGEST_STREET {
        let (after_space, _) = space(rest)?;
        if n > 0 && after_space.starts_with(|c: char| c.is_ascii_digit()) {
            return refuse(i);
        }
        let (after, text) = match word(lexicon, after_space) {
            Ok(found) => found,
            Err(error) if n == 0 => street_number(after_space).map_err(|_: nom::Err<_>| error)?,
            Err(error) => return Err(error),
        };
        let id = lexicon.vocabulary.get(text);
        if n == 0 && names.blocks.contains(&id) {
            return Ok((after, &i[..i.len() - after.len()]));
        }
        let capital = text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        if !capital {
            return refuse(i);
        }
        if n > 0 && names.streets.contains(&id) {
            return Ok((after, &i[..i.len() - after.len()]));
        }
        rest = after.strip_prefix('.').unwrap_or(after);
    }
    refuse(i)
}

/// The number of a street that has no name: "32 1/2 Road".
fn street_number(i: &str) -> IResult<&str, &str> {
    recognize((digit1, opt((space, digit1, char('/'), digit1)))).parse(i)
}

/// "the 1,000m", "200m champion": a race and no million.
pub fn race<'a>(lexicon: &Lexicon, before: Before, i: &'a str) -> IResult<&'a str, &'a str> {
    let names = &lexicon.not_figures;
    let (rest, text) = recognize((digit1, opt((char(','), digit1)))).parse(i)?;
    let metres = text.replace(',', "").parse();
    let (rest, _) = (char('m'), not(nom::character::complete::alphanumeric1)).parse(rest)?;
    let next = (space, |i| word(lexicon, i)).parse(rest);
    let race_follows = next.as_ref().is_ok_and(|(_, (_, text)): &(_, (_, &str))| {
        names.races.contains(&lexicon.vocabulary.get(text))
    });
    let noun_follows =
        next.is_ok_and(|(_, (_, text))| !lexicon.classes_of(text).any(Classes::FUNCTION));
    // "marathon and 10,000m": a thousand millions would be a billion.
    let the = !noun_follows && (before.classes.any(Classes::DETERMINER) || text.contains(','));
    match metres {
        Ok(metres) if names.race_distances.contains(&metres) && (race_follows || the) => {
            Ok((rest, &i[..i.len() - rest.len()]))
        }
        _ => refuse(i),
    }
}
