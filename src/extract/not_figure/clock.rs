//! Clock times: "10:45", "10.45pm", "0401 GMT", "8 o'clock".

use nom::branch::alt;
use nom::character::complete::{char, digit1, one_of};
use nom::combinator::{opt, recognize, verify};
use nom::{IResult, Parser};

use crate::extract::number::refuse;
use crate::extract::word::{piece, space};
use crate::lexicon::{Classes, Lexicon};

// clock-time = 10:45 | 10.45pm | 715 pm | 0401 GMT | 2 a.m.
/// A clock time.
pub fn clock_time(lexicon: &Lexicon) -> impl Fn(&str) -> IResult<&str, &str> {
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
            verify(
                |i| piece_with_stops(lexicon, i),
                |w: &str| {
                    lexicon
                        .classes_of(w.trim_end_matches('.'))
                        .any(Classes::CLOCK)
                },
            )
            .parse(rest)
        };
        recognize(alt((
            recognize((colon, opt(zone))),
            recognize((
                digits(),
                opt((one_of(".:"), verify(digit1, |d: &str| d.len() == 2))),
                zone,
            )),
        )))
        .parse(i)
    }
}

fn piece_with_stops<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, &'a str> {
    let stopped = recognize((piece, opt((char('.'), piece, opt(char('.'))))));
    alt((|i| one_word(lexicon, i), stopped)).parse(i)
}

/// "o'clock"
fn one_word<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, &'a str> {
    let (word, rest) = i.split_at(lexicon.vocabulary.word_length(i));
    if word.contains(['\'', '’']) {
        Ok((rest, word))
    } else {
        refuse(i)
    }
}
