//! An age beside the year of birth.
//!
//! ```text
//! born in 1950 … died in 2012 at the age of 62   the age at death
//! Ann Lee, 33, who was born in 1990              the age when the text was published
//! ```

use super::moment::{Time, time_at};
use super::{Figures, Stated};
use crate::claim::{Lived, Moment, Statement};
use crate::extract::passage::Passage;
use crate::extract::token::Kind;
use crate::lexicon::Classes;
use crate::quantity::{Bound, Dimension, Form};

/// How far behind "born" its time may stand: "in Leeds, on 3 May 1950".
const BIRTH: usize = 8;
/// How far behind the birth "died" may stand, in tokens.
const LIFE: usize = 14;
/// How far behind "died" its time and the age may stand, in tokens.
const DEATH: usize = 14;

/// Finds the ages of a sentence that a year of birth belongs to.
pub(super) fn lives(passage: &Passage<'_>, figures: Figures<'_>, stated: &mut Stated) {
    for born in 0..passage.tokens.len() {
        if !passage.tokens[born].is(Classes::BORN) {
            continue;
        }
        let Some(birth) = birth(passage, born + 1).filter(|time| time.year.is_some()) else {
            continue;
        };
        if let Some((age, death)) = death(passage, born, birth.end) {
            let at = death.moment(passage, stated, None);
            note(passage, stated, figures.base + age, &birth, at);
        } else if let Some(age) = age_before(passage, born, &birth) {
            let at = stated.published.map(|published| Moment {
                mention: None,
                first: published,
                last: published,
            });
            note(passage, stated, figures.base + age, &birth, at);
        }
    }
}

fn note(passage: &Passage<'_>, stated: &mut Stated, age: usize, birth: &Time, at: Option<Moment>) {
    let Some(at) = at else { return };
    if let Some(born) = birth.moment(passage, stated, None) {
        stated
            .statements
            .push(Statement::Lived(Lived { age, born, at }));
    }
}

/// The time behind "born", with a place between at most.
fn birth(passage: &Passage<'_>, first: usize) -> Option<Time> {
    for i in first..passage.tokens.len().min(first + BIRTH) {
        if let Some(time) = time_told(passage, i) {
            return Some(time);
        }
        let token = &passage.tokens[i];
        let of_place = token.is_sign(',')
            || (token.is_word()
                && (token.capital || token.is(Classes::PREPOSITION.with(Classes::DETERMINER))));
        if !of_place {
            return None;
        }
    }
    None
}

/// "in 1950", "on 3 May 1950"
fn time_told(passage: &Passage<'_>, joint: usize) -> Option<Time> {
    let word = passage.tokens[joint].word;
    let lexicon = passage.lexicon;
    let at_year = lexicon.times.at_year.contains(&word);
    if !at_year && !lexicon.limits.before_day.contains(&word) {
        return None;
    }
    time_at(passage, joint + 1).filter(|time| time.is_year() == at_year || time.day.is_none())
}

/// The age at death and its time, told of whoever was born.
fn death(passage: &Passage<'_>, born: usize, first: usize) -> Option<(usize, Time)> {
    let died = &passage.lexicon.times.died;
    let last = passage.tokens.len().min(first + LIFE);
    let at = (first..last).find(|i| died.contains(&passage.tokens[*i].word))?;
    let before = &passage.tokens[at - 1];
    // "Born in 1931, he died", but "He was born in 1950, and she died".
    let opens = born == 0 || passage.tokens[born - 1].is_sign(',');
    let goes_on = before.is_sign(',')
        || before.is(Classes::CONJUNCTION.with(Classes::AUXILIARY))
        || (before.is(Classes::PRONOUN) && opens);
    let other = (first..at).any(|i| {
        let token = &passage.tokens[i];
        token.is(Classes::RELATIVE)
            || token.kind == Kind::Possessive
            || matches!(token.kind, Kind::Sign(';' | ':' | '(' | '"' | '“'))
            || passage.figure_at(i).is_some()
            || token.is(Classes::BORN)
    });
    if !goes_on || other {
        return None;
    }
    let end = passage.tokens.len().min(at + DEATH);
    let end = (at..end)
        .find(|i| {
            let token = &passage.tokens[*i];
            token.is_sign(';') || token.is(Classes::RELATIVE)
        })
        .unwrap_or(end);
    let time = (at + 1..end).find_map(|i| time_told(passage, i))?;
    let age = (0..passage.figures.len()).find(|i| {
        let found = &passage.figures[*i];
        (at..end).contains(&found.first) && is_age(passage, *i)
    })?;
    time.year.is_some().then_some((age, time))
}

/// "aged 70", "at the age of 70"
fn is_age(passage: &Passage<'_>, figure: usize) -> bool {
    let found = &passage.figures[figure];
    let quantity = &found.quantity;
    let word = |back: usize, classes| {
        found
            .first
            .checked_sub(back)
            .is_some_and(|i| passage.is(i, classes))
    };
    let of = word(1, Classes::PARTITIVE) && word(2, Classes::AGE);
    let years = quantity
        .unit
        .as_ref()
        .is_none_or(|unit| unit.name == "year");
    let age = quantity.dimension == Dimension::Age
        || (quantity.dimension == Dimension::Count && (of || word(1, Classes::AGE)));
    age && years && is_exact(passage, figure)
}

/// Whether a figure is one whole number without a bound.
pub(super) fn is_exact(passage: &Passage<'_>, figure: usize) -> bool {
    let quantity = &passage.figures[figure].quantity;
    quantity.low == quantity.high
        && quantity.low.fract().is_zero()
        && matches!(quantity.bound, Bound::None | Bound::Exactly)
        && matches!(quantity.form, Form::Number { .. })
}

/// The age right before "who was born", where the sentence tells of no other time.
fn age_before(passage: &Passage<'_>, born: usize, birth: &Time) -> Option<usize> {
    /// "a woman who was"
    const BETWEEN: usize = 5;
    let about = &passage.lexicon.times.about_birth;
    let soft = |i: &usize| {
        let token = &passage.tokens[*i];
        token.is_sign(',') || about.contains(&token.word)
    };
    let between = (0..born).rev().take(BETWEEN).take_while(soft).count();
    let last = (born - between).checked_sub(1)?;
    let figure = passage.figure_at(last)?;
    let other_time = (0..passage.tokens.len()).any(|i| {
        let inside = (birth.first..birth.end).contains(&i);
        let died = &passage.lexicon.times.died;
        (!inside && time_at(passage, i).is_some()) || died.contains(&passage.tokens[i].word)
    });
    let told = passage.figures[figure].quantity.dimension == Dimension::Age;
    (told && !other_time && is_age(passage, figure)).then_some(figure)
}
