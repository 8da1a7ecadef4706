//! Which place of its sentence a figure belongs to.

use super::Mention;
use super::standing::Standing;
use crate::claim::{Basis, Field};
use crate::extract::noun::NounPhrase;
use crate::extract::passage::Passage;
use crate::extract::relation::over_aside;
use crate::extract::token::Kind;
use crate::lexicon::Classes;
use crate::quantity::Dimension;

/// How far behind a figure its place may stand, in tokens.
const REACH: usize = 20;

/// The place of a figure in its sentence. `last` is the place named last before the sentence.
pub fn place_of(
    passage: &Passage<'_>,
    figure: usize,
    nouns: &[NounPhrase],
    places: &[Mention],
    last: Option<&str>,
) -> Option<Field<String>> {
    let found = &passage.figures[figure];
    possessor(passage, found.first, places)
        .or_else(|| described(passage, &nouns[figure], found.end, places))
        .or_else(|| antecedent(passage, found.first, places))
        .or_else(|| the_town(passage, found.first, places, last))
        .or_else(|| opening(passage, found.first, places))
        .or_else(|| behind(passage, figure, nouns, places))
        .or_else(|| in_the_town(passage, &nouns[figure], places, last))
        .or_else(|| origin(passage, &nouns[figure], places))
        .or_else(|| ahead(passage, found.first, places))
        .or_else(|| further(passage, figure, places))
        .or_else(|| elsewhere(passage, found.end, places))
        .or_else(|| dateline(passage, places))
}

/// Where the report is sent from, for want of better.
fn dateline(passage: &Passage<'_>, places: &[Mention]) -> Option<Field<String>> {
    let place = places.first()?;
    let sent = place.standing == Standing::Dateline;
    sent.then(|| Field::guessed(place.name.clone()).from_words(place.words(passage)))
}

/// Anywhere behind the figure in its sentence, but not where somebody spoke.
fn elsewhere(
    passage: &Passage<'_>,
    figure_end: usize,
    places: &[Mention],
) -> Option<Field<String>> {
    let place = places
        .iter()
        .find(|m| m.first >= figure_end && m.stays(passage))?;
    let said = (figure_end..place.first).any(|i| passage.is(i, Classes::SAYING));
    let parted = (figure_end..place.first).any(|i| passage.tokens[i].is_sign(';'));
    (!said && !parted).then(|| linked(passage, place))
}

/// "moved 12 people from Rafah": where people left, directly behind them.
fn origin(passage: &Passage<'_>, noun: &NounPhrase, places: &[Mention]) -> Option<Field<String>> {
    let from = passage.is(noun.end, Classes::ORIGIN);
    let place = places.iter().find(|m| m.first > noun.end)?;
    let near = place.standing == Standing::Origin && place.first <= noun.end + 3;
    (from && near).then(|| stated(passage, place))
}

/// "died in the tsunami which struck South Asia": in another clause, with nobody's words and no figure between.
fn further(passage: &Passage<'_>, figure: usize, places: &[Mention]) -> Option<Field<String>> {
    let from = passage.figures[figure].end;
    let place = places
        .iter()
        .find(|m| m.first >= from && m.stays(passage))?;
    let near = place.first - from <= REACH;
    let clear = (from..place.first).all(|i| {
        let token = &passage.tokens[i];
        let stop = token.is_sign('.') || token.is_sign(';');
        !token.is(Classes::SAYING) && !stop && passage.figure_at(i).is_none()
    });
    (near && clear).then(|| linked(passage, place))
}

fn stated(passage: &Passage<'_>, mention: &Mention) -> Field<String> {
    Field::stated(mention.name.clone()).from_words(mention.words(passage))
}

fn linked(passage: &Passage<'_>, mention: &Mention) -> Field<String> {
    Field::linked(mention.name.clone()).from_words(mention.words(passage))
}

/// Figures of one sentence that share the place of the next: "left 12 dead and, doctors said, 30 hurt in Homs". `tolls`
/// are those that may share one.
pub fn share_places(passage: &Passage<'_>, tolls: &[bool], places: &mut [Option<Field<String>>]) {
    for i in (0..places.len().saturating_sub(1)).rev() {
        if places[i].is_some() || !tolls[i] || !tolls[i + 1] {
            continue;
        }
        let between = passage.figures[i].end..passage.figures[i + 1].first;
        let parted = |t: usize| {
            let token = &passage.tokens[t];
            (token.is_break() && !passage.is_shortened(t)) || token.is(Classes::RELATIVE)
        };
        if !between.clone().any(parted) {
            places[i] = places[i + 1].clone().map(|place| Field {
                basis: place.basis.max(Basis::Linked),
                ..place
            });
        }
    }
}

/// "137 million US users": a place before the noun of the figure.
fn described(
    passage: &Passage<'_>,
    noun: &NounPhrase,
    figure_end: usize,
    places: &[Mention],
) -> Option<Field<String>> {
    let head = noun.head?;
    let place = places
        .iter()
        .find(|m| m.first >= figure_end && m.end <= head + 1 && m.first >= noun.first)?;
    Some(stated(passage, place))
}

/// "In Donetsk, about 1,000 people": the place that the sentence opens with, shortly before the figure.
fn opening(
    passage: &Passage<'_>,
    figure_start: usize,
    places: &[Mention],
) -> Option<Field<String>> {
    /// "In the city of"
    const OPENS: usize = 5;
    /// ", some of the"
    const NEAR: usize = 6;
    let place = places.iter().rev().find(|m| m.end <= figure_start)?;
    let comma = passage
        .tokens
        .get(place.end)
        .is_some_and(|t| t.is_sign(','));
    let near = figure_start - place.end <= NEAR;
    let said = (place.end..figure_start).any(|i| passage.is(i, Classes::SAYING));
    let opens = passage.is(0, Classes::LOCATIVE) && place.first <= OPENS && place.is_located();
    (opens && comma && near && !said).then(|| stated(passage, place))
}

/// "Chicago police said 71 people had been shot in the city": the place named last, in whatever way.
fn in_the_town(
    passage: &Passage<'_>,
    noun: &NounPhrase,
    places: &[Mention],
    last: Option<&str>,
) -> Option<Field<String>> {
    let end = passage
        .clause_end(noun.end.saturating_sub(1))
        .min(noun.end + REACH);
    let town = (noun.end..end).find(|i| {
        let named = passage.is(i + 1, Classes::PARTITIVE) || passage.tokens[*i].capital;
        passage.is(*i, Classes::PLACE_NOUN)
            && !named
            && *i >= 2
            && passage.is(i - 1, Classes::DETERMINER)
            && passage.is(i - 2, Classes::LOCATIVE)
    })?;
    let named = places
        .iter()
        .rev()
        .find(|m| m.end <= town && m.standing != Standing::Origin)
        .map(|m| m.name.as_str());
    let name = named.or(last)?;
    Some(Field::linked(name.to_owned()).from_words(passage.span(town - 1, town + 1)))
}

/// "The town is home to 1.5 million": the place named last, where the sentence opens with it.
fn the_town(
    passage: &Passage<'_>,
    figure_start: usize,
    places: &[Mention],
    last: Option<&str>,
) -> Option<Field<String>> {
    let opens = passage.clause_start(figure_start) == 0;
    let subject = passage.is(0, Classes::DETERMINER) && passage.is(1, Classes::PLACE_NOUN);
    let named = passage.is(2, Classes::PARTITIVE) || places.iter().any(|m| m.first <= 3);
    (opens && subject && !named && figure_start > 2)
        .then(|| last.map(|name| Field::linked(name.to_owned())))?
}

/// "the Gaza Strip's population of 2.3 million": whose figure it is.
fn possessor(
    passage: &Passage<'_>,
    figure_start: usize,
    places: &[Mention],
) -> Option<Field<String>> {
    /// "'s", a noun with its adjectives, "of"
    const BETWEEN: usize = 5;
    let place = places.iter().rev().find(|m| m.end <= figure_start)?;
    let owns = passage
        .tokens
        .get(place.end)
        .is_some_and(|t| t.kind == Kind::Possessive);
    let near =
        figure_start - place.end <= BETWEEN && passage.clause_start(figure_start) <= place.first;
    // "Gaza's south kills at least 9 in Rafah"
    let verb = (place.end..figure_start).any(|i| {
        let follows = passage.figure_at(i + 1).is_some();
        passage.is(i, Classes::TRIGGER) && follows && !passage.is(i, Classes::FUNCTION)
    });
    (owns && near && !verb).then(|| stated(passage, place))
}

/// ", a besieged rebel enclave"
const APPOSITION: usize = 5;

/// "Rafah, where more than 1.3 million": the place that the relative clause hangs on.
fn antecedent(
    passage: &Passage<'_>,
    figure_start: usize,
    places: &[Mention],
) -> Option<Field<String>> {
    let start = passage.clause_start(figure_start);
    let relative =
        (start..(start + 2).min(figure_start)).find(|i| passage.is(*i, Classes::RELATIVE))?;
    if passage.is(relative, Classes::OF_PEOPLE) {
        return None;
    }
    // Step back over the comma or dash, and over an aside between commas: "Rafah, on the border with Egypt, which".
    let mut end = relative;
    while end > 0 && !passage.tokens[end - 1].is_word() {
        end -= 1;
    }
    let aside = (0..end).rev().find(|i| passage.tokens[*i].is_sign(','));
    if let Some(comma) =
        aside.filter(|comma| end < relative && passage.is(comma + 1, Classes::PREPOSITION))
    {
        end = comma;
    }
    let place = places.iter().rev().find(|m| m.end <= end)?;
    // "Ghouta, an enclave where"
    let told_what = end - place.end <= APPOSITION
        && passage.tokens[place.end].is_sign(',')
        && passage.is(place.end + 1, Classes::DETERMINER)
        && passage.is(end - 1, Classes::PLACE_NOUN);
    (end - place.end <= 1 || told_what).then(|| stated(passage, place))
}

/// "killed 12 people in Homs": the nearest after the figure, in its clause. Across another figure only where the
/// two are joined: "killed 12 and wounded 30 in Homs".
fn behind(
    passage: &Passage<'_>,
    figure: usize,
    nouns: &[NounPhrase],
    places: &[Mention],
) -> Option<Field<String>> {
    let from = over_aside(passage, nouns[figure].end);
    let end = passage.clause_end(from.saturating_sub(1)).min(from + REACH);
    let place = places
        .iter()
        .find(|m| m.first >= from && m.end <= end && m.standing == Standing::Located)?;
    // "…, a UN official told reporters in Geneva"
    if (from..place.first).any(|i| passage.is(i, Classes::SAYING)) {
        return None;
    }
    // A span of time stands in no way, nor what is itself in a phrase of place: "across five counties in".
    let counts = |i: &usize| {
        let other = &passage.figures[*i];
        let phrase = other.first > 0 && passage.is(other.first - 1, Classes::LOCATIVE);
        other.quantity.dimension == Dimension::Count && !phrase
    };
    let between: Vec<usize> = (figure + 1..passage.figures.len())
        .filter(|i| (from..place.first).contains(&passage.figures[*i].first))
        .filter(counts)
        .collect();
    let joined = between.iter().all(|i| {
        let previous = nouns[i - 1].end;
        (previous..passage.figures[*i].first)
            .any(|t| passage.is(t, Classes::CONJUNCTION) || passage.is(t, Classes::PARTITIVE))
    });
    match (between.is_empty(), joined) {
        (true, _) => Some(stated(passage, place)),
        (false, true) => Some(linked(passage, place)),
        (false, false) => None,
    }
}

/// "Khartoum, the capital of Sudan, is home to": a place inside of an aside about another.
fn is_in_aside(passage: &Passage<'_>, place: &Mention, figure_start: usize) -> bool {
    let opening = (1..place.first)
        .rev()
        .find(|i| passage.tokens[*i].is_sign(','));
    let begins = opening.is_some_and(|comma| {
        passage.tokens[comma - 1].capital
            && passage.is(comma + 1, Classes::DETERMINER.with(Classes::PREPOSITION))
    });
    begins && (place.end..figure_start).any(|i| passage.tokens[i].is_sign(','))
}

/// The part of a place that a count of people is about: "a camp in Jabaliya", "a school in Rafah". Tolls are told by
/// the place around it.
pub fn part_of_place(passage: &Passage<'_>, places: &[Mention], name: &str) -> Option<String> {
    let mention = places.iter().find(|m| m.name == name && m.is_located())?;
    let noun = mention.first.checked_sub(2)?;
    let is_part = passage.is(noun, Classes::PLACE_NOUN.with(Classes::PLACE_PART))
        && passage.is(noun + 1, Classes::PREPOSITION)
        && !passage.is(noun + 1, Classes::PARTITIVE);
    is_part.then(|| passage.words(noun, mention.end).to_owned())
}

/// The side of a place that its inhabitants are counted in: "eastern Aleppo".
pub fn side_of_place(passage: &Passage<'_>, places: &[Mention], name: &str) -> Option<String> {
    let mention = places.iter().find(|m| m.name == name && m.is_located())?;
    let side = mention.first.checked_sub(1)?;
    let part = passage.words(side, mention.end);
    let mut letters = part.chars();
    let first = letters
        .next()
        .filter(|_| passage.is(side, Classes::PLACE_SIDE))?;
    let whole: String = first.to_uppercase().chain(letters).collect();
    // "eastern Ghouta" is a place of its own.
    let known = passage.lexicon.place(&whole).is_some();
    Some(if known { whole } else { part.to_owned() })
}

/// "the city of Rafah, home to 1.5 million", "In Gaza, 28,000 people": the nearest before the figure that stands
/// in a word of place or as a subject.
fn ahead(passage: &Passage<'_>, figure_start: usize, places: &[Mention]) -> Option<Field<String>> {
    let start = passage.clause_start(figure_start);
    let mut before = places.iter().rev().filter(|m| m.end <= figure_start);
    let told_of = |m: &Mention| {
        m.is_told_of() && !matches!(m.standing, Standing::Origin | Standing::Dateline)
    };
    let place = before.find(|m| told_of(m) && !is_in_aside(passage, m, figure_start))?;
    if place.first >= start {
        Some(stated(passage, place))
    } else {
        Some(linked(passage, place))
    }
}
