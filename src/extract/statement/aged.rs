//! A full name with an age.
//!
//! ```text
//! Ann Lee, 34,    Ann Lee, aged 34    Ann Lee (34)    NAME AGE
//! 34-year-old Ann Lee    34-year-old teacher Ann Lee  AGE NAME
//! ```

use super::lived::is_exact;
use super::moment::time_at;
use super::{Figures, Stated};
use crate::claim::{Aged, Statement};
use crate::extract::passage::Passage;
use crate::extract::token::Token;
use crate::lexicon::Classes;
use crate::quantity::{Decimal, Dimension, Quantity};

/// Most words of a name.
const NAME: usize = 5;
/// How many words an occupation may have between an age and a name.
const OCCUPATION: usize = 2;
/// How near to an age a word of another time stands, in tokens.
const NEAR: usize = 4;

/// Notes that somebody has grown a year older.
pub(super) fn birthday(passage: &Passage<'_>, stated: &mut Stated) {
    let cue = (0..passage.tokens.len()).find(|i| passage.is(*i, Classes::BIRTHDAY));
    if let Some(cue) = cue {
        let mention = stated.mention_words(passage, cue, cue + 1);
        stated.statements.push(Statement::Birthday(mention));
    }
}

/// Finds the names of a sentence that an age is told of.
pub(super) fn ages(passage: &Passage<'_>, figures: Figures<'_>, stated: &mut Stated) {
    for figure in 0..passage.figures.len() {
        let Some(bracketed) = told(passage, figure) else {
            continue;
        };
        let Some((first, end)) = name_before(passage, figure).or_else(|| {
            let behind = passage.figures[figure].end;
            name_behind(passage, behind).filter(|_| !bracketed)
        }) else {
            continue;
        };
        if !is_exact(passage, figure)
            || is_of_other_time(passage, figure, first, end)
            || is_result(passage, figure, bracketed)
        {
            continue;
        }
        let name = key(passage, first, end);
        let dated = (0..passage.tokens.len()).any(|i| passage.is(i, Classes::MONTH));
        let kin = &passage.lexicon.persons.kin;
        let related = passage.tokens.iter().any(|t| kin.contains(&t.word));
        let who = stated.mention_words(passage, first, end);
        stated.statements.push(Statement::Aged(Aged {
            who,
            name,
            age: figures.base + figure,
            bracketed,
            dated,
            kin: related,
            published: stated.published,
        }));
    }
}

/// Whether a figure may be an age in years: for sure, or in brackets.
fn told(passage: &Passage<'_>, figure: usize) -> Option<bool> {
    let found = &passage.figures[figure];
    let quantity: &Quantity = &found.quantity;
    let years = quantity
        .unit
        .as_ref()
        .is_none_or(|unit| unit.name == "year");
    let oldest = Decimal::from(110);
    if quantity.low < Decimal::ONE || quantity.high > oldest || !years {
        return None;
    }
    let opens = found
        .first
        .checked_sub(1)
        .is_some_and(|before| passage.tokens[before].is_sign('('));
    let closes = passage
        .tokens
        .get(found.end)
        .is_some_and(|t| t.is_sign(')'));
    match quantity.dimension {
        Dimension::Age => Some(opens && closes),
        Dimension::Count if opens && closes && found.end == found.first + 1 => Some(true),
        _ => None,
    }
}

/// The name that ends right before an age: "Ann Lee, ", "Ann Lee, aged ", "Ann Lee (".
fn name_before(passage: &Passage<'_>, figure: usize) -> Option<(usize, usize)> {
    let found = &passage.figures[figure];
    // "Greene, 20-year-old Ann Lee": the age of the next one.
    if passage.tokens.get(found.end).is_some_and(Token::is_word) {
        return None;
    }
    let mut end = found.first;
    let aged = end.checked_sub(1)?;
    end -= usize::from(passage.is(aged, Classes::AGE));
    let sign = end.checked_sub(1)?;
    let parted = passage.tokens[sign].is_sign(',') || passage.tokens[sign].is_sign('(');
    end -= usize::from(parted);
    if end == found.first {
        return None;
    }
    let mut first = end;
    while let Some(before) = first.checked_sub(1)
        && is_name_part(passage, before, end)
    {
        first = before;
    }
    named(passage, first, end)
}

/// The name that follows an age, perhaps behind an occupation: "34-year-old teacher Ann Lee".
fn name_behind(passage: &Passage<'_>, age: usize) -> Option<(usize, usize)> {
    let is_start = |i: usize| {
        let token = passage.tokens.get(i)?;
        (token.is_word() && token.capital).then_some(i)
    };
    let plain = |i: usize| {
        let token = passage.tokens.get(i);
        token.is_some_and(|t| t.is_word() && !t.capital && !t.is(Classes::FUNCTION))
    };
    let first = (0..=OCCUPATION)
        .take_while(|n| (0..*n).all(|before| plain(age + before)))
        .find_map(|n| is_start(age + n))?;
    let mut end = first;
    while end < passage.tokens.len() && is_name_part(passage, end, end + 1) {
        end += 1;
    }
    // A stop that is no part of an initial ends the sentence.
    while end > first && passage.tokens[end - 1].is_sign('.') {
        end -= 1;
    }
    named(passage, first, end)
}

/// Whether a token may be part of a name that ends before `end`: a capitalised word, the stop of an initial.
fn is_name_part(passage: &Passage<'_>, i: usize, end: usize) -> bool {
    let token = &passage.tokens[i];
    if token.is_sign('.') {
        let initial = i.checked_sub(1).map(|before| &passage.tokens[before]);
        return initial.is_some_and(|t| is_initial(t) && t.end == token.start);
    }
    let beside = i + 1 >= end || passage.tokens[i + 1].start <= token.end + 1;
    token.is_word()
        && token.capital
        && beside
        && !token.is(Classes::FUNCTION
            .with(Classes::MONTH)
            .with(Classes::WEEKDAY)
            .with(Classes::SAYING)
            .with(Classes::FIGURE_START))
}

fn is_initial(token: &Token) -> bool {
    token.is_word() && token.capital && token.end - token.start == 1
}

/// The name without titles, where it is a person's full one.
fn named(passage: &Passage<'_>, first: usize, end: usize) -> Option<(usize, usize)> {
    let persons = &passage.lexicon.persons;
    let is_title = |t: &Token| {
        persons.titles.contains(&t.word) || t.is(Classes::PERSON.with(Classes::SPEAKER_NOUN))
    };
    let first = (first..end).find(|i| {
        let token = &passage.tokens[*i];
        !is_title(token) && !token.is_sign('.')
    })?;
    let words = passage.tokens[first..end].iter();
    let full = words
        .clone()
        .filter(|t| t.is_word() && !is_initial(t))
        .count();
    let person = words
        .clone()
        .all(|t| !persons.not_persons.contains(&t.word));
    let place = (first..end).any(|i| {
        passage
            .phrase_at(&passage.lexicon.places, i)
            .is_some_and(|(length, _)| i == first && length >= 2)
    });
    // In capitals throughout, any word looks like a name.
    let shouted = !passage
        .words(first, end)
        .contains(|c: char| c.is_lowercase());
    (full >= 2 && end - first <= NAME && person && !place && !shouted).then_some((first, end))
}

/// Whether words near an age tell of another time: "then", "when", a year.
fn is_of_other_time(passage: &Passage<'_>, figure: usize, first: usize, end: usize) -> bool {
    let found = &passage.figures[figure];
    let start = first.min(found.first).saturating_sub(NEAR);
    let last = passage.tokens.len().min(end.max(found.end) + NEAR);
    let other = &passage.lexicon.persons.other_times;
    let near = passage.tokens[start..last]
        .iter()
        .any(|t| other.contains(&t.word));
    near || (0..passage.tokens.len())
        .any(|i| time_at(passage, i).is_some_and(|time| time.year.is_some()))
}

/// "Lee (34), Roe (56)", "Lee, 68, Roe, 71": minutes, runs, ranks, votes.
fn is_result(passage: &Passage<'_>, figure: usize, bracketed: bool) -> bool {
    let found = &passage.figures[figure];
    let results = &passage.lexicon.persons.results;
    let listed = passage
        .tokens
        .get(found.end)
        .is_some_and(|t| t.is_sign(','))
        && passage
            .tokens
            .get(found.end + 1)
            .is_some_and(|t| t.is_word() && t.capital);
    let told = passage.tokens.iter().any(|t| results.contains(&t.word));
    let brackets = passage.tokens.iter().filter(|t| t.is_sign('(')).count();
    let several = bracketed && (brackets > 1 || found.quantity.low < Decimal::TEN);
    listed || told || several
}

/// A name as it is compared: in lower case, without stops.
fn key(passage: &Passage<'_>, first: usize, end: usize) -> String {
    let mut out = String::new();
    for token in passage.tokens[first..end].iter().filter(|t| t.is_word()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&passage.text[token.start..token.end].to_lowercase());
    }
    out
}
