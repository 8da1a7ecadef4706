//! Words and phrases as nom parsers: the ground that the number grammar stands on.

use nom::bytes::complete::{take_while_m_n, take_while1};
use nom::combinator::{opt, recognize};
use nom::{IResult, Parser};

use crate::lexicon::{Classes, Endings, Lexicon, Phrases, WordId};

// space = ( " " | no-break space | thin space | line end )+
/// White space between the parts of a figure; at most three characters, so that columns of a table stay apart.
pub fn space(i: &str) -> IResult<&str, &str> {
    take_while_m_n(1, 3, char::is_whitespace)(i)
}

// word = letters, with apostrophes, hyphens and initials inside
/// A whole word.
pub fn word<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, &'a str> {
    match lexicon.vocabulary.word_length(i) {
        0 => refuse(i),
        length => Ok((&i[length..], &i[..length])),
    }
}

// piece = letters only
/// The letters up to a hyphen or apostrophe: number words are joined by hyphens.
pub fn piece(i: &str) -> IResult<&str, &str> {
    take_while1(char::is_alphabetic)(i)
}

// ending = one of the letters that a word or a number ends in
/// An ending at the start of the input, in lower case or in capitals.
pub fn ending<'a>(endings: &Endings, i: &'a str) -> IResult<&'a str, &'a str> {
    match endings.length_at(i) {
        Some(length) => Ok((&i[length..], &i[..length])),
        None => refuse(i),
    }
}

// sign = any character that is neither letter, digit nor space
/// A single sign.
pub fn sign(i: &str) -> IResult<&str, &str> {
    recognize(take_while_m_n(1, 1, |c: char| {
        !c.is_alphanumeric() && !c.is_whitespace()
    }))
    .parse(i)
}

// phrase = part ( space? part )*     part = word | sign
/// The longest phrase of a table at the start of the input, with its meaning.
pub fn phrase<'a, T>(lexicon: &Lexicon, table: &Phrases<T>, i: &'a str) -> IResult<&'a str, T>
where
    T: Clone,
{
    let (after_first, first) = part(lexicon, i)?;
    // The words behind the first, which few phrases ask for.
    let mut more: Vec<(&str, WordId)> = Vec::new();
    let found = table.longest(first, |n| {
        while more.len() < n {
            let end = more.last().map_or(after_first, |(end, _)| end);
            let (rest, _) = opt(space).parse(end).ok()?;
            more.push(part(lexicon, rest).ok()?);
        }
        n.checked_sub(1).map_or(Some(first), |n| Some(more[n].1))
    });
    match found {
        Some((length, meaning)) => {
            let last = length.checked_sub(2).map(|n| more[n].0);
            Ok((last.unwrap_or(after_first), meaning.clone()))
        }
        None => refuse(i),
    }
}

fn refuse<T>(i: &str) -> IResult<&str, T> {
    Err(nom::Err::Error(nom::error::Error::new(
        i,
        nom::error::ErrorKind::Tag,
    )))
}

/// A word or a sign.
pub fn part<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, WordId> {
    let (rest, text) = nom::branch::alt((|i| word(lexicon, i), sign)).parse(i)?;
    Ok((rest, lexicon.vocabulary.get(text)))
}

/// Whether what stands behind a number may belong to it: a unit, a scale, the joint of a range. Most words may not.
pub fn may_go_on(lexicon: &Lexicon, i: &str) -> bool {
    let behind_gap = i.trim_start_matches(|c: char| c.is_whitespace() || c == '-');
    let Some(c) = behind_gap.chars().next() else {
        return false;
    };
    if c.is_ascii_alphabetic() {
        let may = |word: &str| lexicon.classes_of(word).any(Classes::NUMBER_TAIL);
        let letters = behind_gap
            .find(|c: char| !c.is_ascii_alphabetic())
            .unwrap_or(behind_gap.len());
        return may(&behind_gap[..letters])
            || may(&behind_gap[..lexicon.vocabulary.word_length(behind_gap)]);
    }
    !matches!(c, '.' | ')' | '"' | '”' | '“' | ';' | ':' | '?' | '!')
}
