//! The words around a number that bound it: "at least", "or more", "+".

use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::{alphanumeric1, char};
use nom::combinator::{not, opt, value};
use nom::{IResult, Parser};

use crate::extract::number::{article, refuse};
use crate::extract::word::{phrase, space, word};
use crate::lexicon::Lexicon;
use crate::quantity::Bound;

// bounds-before = ( phrase space? )* article?
/// The bound of the words before a number; of several ("at least some"), the first that is no mere approximation.
pub fn bounds_before<'a>(lexicon: &Lexicon, i: &'a str) -> (&'a str, Option<Bound>) {
    let mut rest = i;
    let mut found: Option<Bound> = None;
    while let Ok((after, bound)) = phrase(lexicon, &lexicon.bounds_before, rest) {
        found = Some(stronger(found, bound));
        rest = opt(space).parse(after).map_or(after, |(after, _)| after);
    }
    // "more than a 90% share"
    let by_article = (|i| article(lexicon, i), space).parse(rest);
    match by_article {
        Ok((after, _)) if found.is_some() && after.starts_with(|c: char| c.is_ascii_digit()) => {
            (after, found)
        }
        _ => (rest, found),
    }
}

/// Of two bounds in order, the first that is no mere approximation.
pub fn stronger(first: Option<Bound>, second: Bound) -> Bound {
    first
        .filter(|first| !matches!(first, Bound::About | Bound::Exactly))
        .unwrap_or(second)
}

// bound-after = "+" | ( space | "-" ) phrase
/// The bound behind a number.
pub fn bound_after<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, Bound> {
    let plus = value(Bound::AtLeast, (char('+'), not(alphanumeric1)));
    let words = |i| {
        let (rest, _) = alt((space, tag("-"))).parse(i)?;
        let (rest, bound) = phrase(lexicon, &lexicon.bounds_after, rest)?;
        // "5,000 or less than 6,000": the words belong to the next number.
        if than_follows(lexicon, rest) {
            return refuse(i);
        }
        Ok((rest, bound))
    };
    alt((plus, words)).parse(i)
}

/// Whether "than" follows, and a word or number behind it.
fn than_follows(lexicon: &Lexicon, i: &str) -> bool {
    let next = (space, |i| word(lexicon, i), space).parse(i);
    next.is_ok_and(|(rest, (_, text, _)): (&str, (_, &str, _))| {
        !rest.is_empty() && lexicon.numbers.than == Some(lexicon.vocabulary.get(text))
    })
}
