//! Numbers that are no figures, each a named parser, so that it is skipped whole.

mod clock;
mod code;
mod name;
mod score;
mod year;

use nom::branch::alt;
use nom::{IResult, Parser};

pub use code::international;

use crate::lexicon::{Classes, Lexicon};

/// What stands before a number.
#[derive(Debug, Clone, Copy, Default)]
pub struct Before {
    /// The classes of the word before, if it is one.
    pub classes: Classes,
    /// Whether that word begins with a capital.
    pub name: bool,
}

/// A number that is no figure, at the start of the input. The input begins with a digit.
pub fn not_figure<'a>(lexicon: &Lexicon, before: Before, i: &'a str) -> IResult<&'a str, &'a str> {
    let clock = |i| clock::clock_time(lexicon)(i);
    let numbered = |i| name::numbered_name(lexicon, before, i);
    let race = |i| name::race(lexicon, before, i);
    let year = |i| year::year(lexicon, before, i);
    let mixed = |i| code::mixed(lexicon, i);
    let dialled = |i| code::dialled(lexicon, i);
    let ordinal = |i| code::ordinal(lexicon, i);
    let dotted = |i| code::dotted(lexicon, i);
    let decade = |i| year::decade(lexicon, i);
    // What stands against the digits says which of them it may be.
    let behind = i.trim_start_matches(|c: char| c.is_ascii_digit());
    match behind.chars().next() {
        Some('-' | '–' | '/') => alt((
            year::season,
            score::score,
            code::telephone,
            dialled,
            numbered,
            year,
        ))
        .parse(i),
        Some('.' | ',') => alt((clock, dialled, dotted, numbered, race, year, mixed)).parse(i),
        Some(c) if c.is_alphabetic() => alt((clock, ordinal, decade, race, mixed)).parse(i),
        _ => alt((
            clock,
            decade,
            dialled,
            numbered,
            |i| name::address(lexicon, i),
            year,
        ))
        .parse(i),
    }
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
            ("at", "8 o'clock", "8 o'clock"),
            ("in", "2013-14.", "2013-14"),
            ("At", "5-3, the stadium", "5-3"),
            ("at", "901-528-CASH.", "901-528-CASH"),
            ("call", "0800 123 456 now", "0800 123 456"),
            ("the", "300 block of", "300 block"),
            ("at", "21 Baker Street in", "21 Baker Street"),
            ("at", "464 32 1/2 Road,", "464 32 1/2 Road"),
            ("the", "1,000m at", "1,000m"),
            ("European", "200m champion", "200m"),
            ("page", "12 of", "12"),
            ("a", "1-800 number", "1-800"),
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
            "0.5",
            "0 people",
            "1-1/4",
            "10-15,000",
            "5 Palestinians on the road",
            "100m people",
            "32 Road",
        ] {
            assert!(
                not_figure(&lexicon, Before::default(), text).is_err(),
                "{text}"
            );
        }
    }
}
