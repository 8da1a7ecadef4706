//! Numbers that are no figures, each a named parser, so that it is skipped whole.

use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case, take_while, take_while1};
use nom::character::complete::{char, digit1, one_of};
use nom::combinator::{not, opt, recognize, verify};
use nom::multi::many1_count;
use nom::{IResult, Parser};

use super::word::{phrase, piece, space};
use crate::lexicon::{Classes, Lexicon};

/// What stands before a number.
#[derive(Debug, Clone, Copy, Default)]
pub struct Before {
    /// The classes of the word before, if it is one.
    pub classes: Classes,
    /// Whether that word begins with a capital inside a sentence.
    pub name: bool,
}

/// A number that is no figure, at the start of the input. The input begins with a digit.
pub fn not_figure<'a>(lexicon: &Lexicon, before: Before, i: &'a str) -> IResult<&'a str, &'a str> {
    alt((
        clock_time(lexicon),
        ordinal,
        decade,
        season,
        score,
        telephone,
        dotted,
        |i| numbered_name(before, i),
        |i| year(lexicon, before, i),
        |i| mixed(lexicon, i),
    ))
    .parse(i)
}

// clock-time = 10:45 | 10.45pm | 715 pm | 0401 GMT | 2 a.m.
fn clock_time(lexicon: &Lexicon) -> impl Fn(&str) -> IResult<&str, &str> {
    move |i| {
        let digits = || verify(digit1, |d: &str| d.len() <= 4);
        let colon = (
            digits(),
            char(':'),
            verify(digit1, |d: &str| d.len() == 2),
            opt((one_of(":."), digit1)),
        );
        let zone = |i| {
            let (rest, _) = opt(space).parse(i)?;
            verify(piece_with_stops, |w: &str| {
                lexicon
                    .classes_of(w.trim_end_matches('.'))
                    .any(Classes::CLOCK)
            })
            .parse(rest)
        };
        recognize(alt((
            recognize((colon, opt(zone))),
            recognize((digits(), opt((one_of(".:"), digits())), zone)),
        )))
        .parse(i)
    }
}

fn piece_with_stops(i: &str) -> IResult<&str, &str> {
    recognize((piece, opt((char('.'), piece, opt(char('.')))))).parse(i)
}

// ordinal = digits ( "st" | "nd" | "rd" | "th" )
fn ordinal(i: &str) -> IResult<&str, &str> {
    let ending = alt((
        tag_no_case("st"),
        tag_no_case("nd"),
        tag_no_case("rd"),
        tag_no_case("th"),
    ));
    recognize((digit1, ending, not(piece))).parse(i)
}

// decade = 1960s | 1960's | 90s
fn decade(i: &str) -> IResult<&str, &str> {
    let digits = verify(digit1, |d: &str| {
        (d.len() == 4 || d.len() == 2) && d.ends_with('0')
    });
    recognize((digits, alt((tag("s"), tag("'s"), tag("’s"))), not(piece))).parse(i)
}

// season = 2013–14 | 2013/14 | 1914-1918
fn season(i: &str) -> IResult<&str, &str> {
    let second = verify(digit1, |d: &str| d.len() == 2 || d.len() == 4);
    let both = (
        verify(digit1, is_year),
        one_of("-–/"),
        second,
        not(one_of(",.")),
    );
    recognize(both).parse(i)
}

// score = 2–1 | 89–89 | 6-4, 7-5: a range rises and counts something, a score does neither
fn score(i: &str) -> IResult<&str, &str> {
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
        && (number(first) >= number(second) || !counts)
        && !rest.starts_with(['-', ','])
    {
        Ok((rest, &i[..i.len() - rest.len()]))
    } else {
        fail(i)
    }
}

// telephone, code = digits ( "-" digits ){2,}
fn telephone(i: &str) -> IResult<&str, &str> {
    recognize((
        digit1,
        verify(many1_count((one_of("-–/"), digit1)), |n| *n >= 2),
    ))
    .parse(i)
}

// version, address = digits ( "." digits ){2,}
fn dotted(i: &str) -> IResult<&str, &str> {
    recognize((
        digit1,
        verify(many1_count((char('.'), digit1)), |n| *n >= 2),
    ))
    .parse(i)
}

/// "Article 51", "Boeing 787": the word before takes its number into the name.
fn numbered_name(before: Before, i: &str) -> IResult<&str, &str> {
    if before.classes.any(Classes::NUMBERED) && before.name {
        recognize((digit1, opt((one_of(".-"), digit1)), not(char(',')))).parse(i)
    } else {
        fail(i)
    }
}

/// Four digits between 1400 and 2100 without a separator, unless people or a unit follow directly.
fn year<'a>(lexicon: &Lexicon, before: Before, i: &'a str) -> IResult<&'a str, &'a str> {
    let (rest, digits) = verify(digit1, is_year).parse(i)?;
    let (rest, _) = not(alt((recognize((one_of(",."), digit1)), tag("%"), piece))).parse(rest)?;
    let next = opt((space, piece)).parse(rest)?.1.map(|(_, word)| word);
    let unit_follows = opt((alt((space, tag("-"))), |i| {
        phrase(lexicon, &lexicon.units, i)
    }))
    .parse(rest)?
    .1
    .is_some();
    // "left 1500 injured", "killed 1900": a verb of counting on either side.
    let counting = Classes::PERSON.with(Classes::TRIGGER);
    let counted = next.is_some_and(|word| lexicon.classes_of(word).any(counting))
        || before.classes.any(Classes::TRIGGER);
    if (counted || unit_follows) && !before.classes.any(Classes::BEFORE_YEAR) {
        fail(i)
    } else {
        Ok((rest, digits))
    }
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && ("1400".."2101").contains(&digits)
}

/// Digits with letters against them that are neither a scale nor a unit: "5G", "4x4", "787s".
fn mixed<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, &'a str> {
    let (rest, _) = (digit1, opt((one_of(".,"), digit1))).parse(i)?;
    let (rest, letters) = take_while1(char::is_alphanumeric)(rest)?;
    let id = lexicon.vocabulary.get(letters);
    let known =
        lexicon.numbers.attached.contains_key(&id) || lexicon.units.longest(id, |_| None).is_some();
    if known {
        return fail(i);
    }
    let (rest, _) = take_while(|c: char| c.is_alphanumeric() || c == '-')(rest)?;
    Ok((rest, &i[..i.len() - rest.len()]))
}

fn fail<T>(i: &str) -> IResult<&str, T> {
    Err(nom::Err::Error(nom::error::Error::new(
        i,
        nom::error::ErrorKind::Verify,
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn skipped_whole() {
        let lexicon = Lexicon::english();
        let before = |word: &str| Before {
            classes: lexicon.classes_of(word),
            name: word.starts_with(char::is_uppercase),
        };
        for (word, text, skipped) in [
            ("in", "2019 the", "2019"),
            ("The", "2006 World Cup", "2006"),
            ("the", "1960s were", "1960s"),
            ("the", "2013–14 season", "2013–14"),
            ("at", "10.45pm on", "10.45pm"),
            ("around", "715 pm (1615 GMT)", "715 pm"),
            ("", "1615 GMT)", "1615 GMT"),
            ("", "10:45", "10:45"),
            ("at", "2 a.m. Monday", "2 a.m."),
            ("the", "22nd amendment", "22nd"),
            ("won", "2–1 at", "2–1"),
            ("", "89–89", "89–89"),
            ("call", "555-123-4567", "555-123-4567"),
            ("version", "1.2.3", "1.2.3"),
            ("Article", "51 of", "51"),
            ("Resolution", "2728", "2728"),
            ("a", "5G network", "5G"),
        ] {
            let (_, found) = not_figure(&lexicon, before(word), text).unwrap();
            assert_eq!(found, skipped, "{word} {text}");
        }
    }

    #[test]
    fn figures_are_left_alone() {
        let lexicon = Lexicon::english();
        for text in [
            "12 people",
            "2,415",
            "2013 people",
            "33–35 billion",
            "5km",
            "1.5 million",
            "25k",
            "50%",
            "1500 miles",
            "40 000",
        ] {
            assert!(
                not_figure(&lexicon, Before::default(), text).is_err(),
                "{text}"
            );
        }
    }
}
