//! Where: the places of a sentence, and which of them a figure belongs to.

use super::noun::NounPhrase;
use super::passage::Passage;
use super::relation::over_aside;
use super::token::Kind;
use crate::claim::{Field, NameMention};
use crate::lexicon::Classes;

/// How far behind a figure its place may stand, in tokens.
const REACH: usize = 20;

/// A place named in the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// First token.
    pub first: usize,
    /// One past the last token.
    pub end: usize,
    /// The name that aliases are resolved to.
    pub name: String,
    /// How it stands in the sentence.
    standing: Standing,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// After a word of place: "in Gaza", "the city of Rafah".
    Located,
    /// After "from": where people left.
    Origin,
    /// By itself: "Rafah is home to", "Rafah's population".
    Named,
    /// As an adjective, a speaker or somebody's home: no place of a figure.
    Aside,
}

impl Mention {
    /// Whether "the town" in the next sentence may mean it.
    pub fn is_told_of(&self) -> bool {
        self.standing != Standing::Aside
    }

    /// Whether it follows a word of place.
    pub fn is_located(&self) -> bool {
        self.standing == Standing::Located
    }

    /// The mention for the record of the reading.
    pub fn name_mention(&self, passage: &Passage<'_>) -> NameMention {
        let span = passage.tokens[self.first].start..passage.tokens[self.end - 1].end;
        NameMention {
            span,
            name: self.name.clone(),
        }
    }
}

/// The places of a sentence, in order.
pub fn mentions(passage: &Passage<'_>) -> Vec<Mention> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < passage.tokens.len() {
        if i > 0 && !may_be_place(passage, i) {
            i += 1;
            continue;
        }
        if let Some(container) = container(passage, i, &out) {
            i = container;
            continue;
        }
        if i == 0
            && known_place(passage, 0).is_none()
            && let Some(end) = subject_place(passage)
        {
            let name = passage.words(0, end).to_owned();
            out.push(Mention {
                first: 0,
                end,
                name,
                standing: Standing::Named,
            });
            i = end;
            continue;
        }
        if let Some(end) = dateline(passage, i) {
            let name = title_case(passage.words(i, end));
            out.push(Mention {
                first: i,
                end,
                name,
                standing: Standing::Located,
            });
            i = end;
            continue;
        }
        let known = known_place(passage, i);
        let found = known.clone().or_else(|| open_place(passage, i));
        match found {
            Some((end, name)) => {
                let standing = standing(passage, i, end);
                out.push(Mention {
                    first: i,
                    end,
                    name,
                    standing,
                });
                i = end;
            }
            None => i += 1,
        }
    }
    out
}

/// Whether a place may begin with a token: one that a list knows, or a name.
fn may_be_place(passage: &Passage<'_>, i: usize) -> bool {
    let token = &passage.tokens[i];
    token.is(Classes::PLACE_START)
        || (token.is_word() && (token.capital || passage.words(i, i + 1).starts_with("al-")))
}

/// "Homs, Syria": what a place lies in, named behind it, is no place of its own; one past it.
fn container(passage: &Passage<'_>, i: usize, places: &[Mention]) -> Option<usize> {
    let before = i
        .checked_sub(1)
        .filter(|b| passage.tokens[*b].is_sign(','))?;
    places.last().filter(|m| m.end == before)?;
    known_place(passage, i).map(|(end, _)| end)
}

/// "KHAN YOUNIS, Gaza Strip —": the place that a report is sent from, where no list knows it; one past it.
fn dateline(passage: &Passage<'_>, i: usize) -> Option<usize> {
    /// "SAN PEDRO SULA"
    const LONGEST: usize = 4;
    if i > 0 || known_place(passage, 0).is_some() {
        return None;
    }
    let end = (0..=LONGEST).find(|t| {
        !passage
            .tokens
            .get(*t)
            .is_some_and(|t| t.capital && t.is_word())
    })?;
    let behind = match passage.tokens.get(end)?.is_sign(',') {
        true => known_place(passage, end + 1)?.0,
        false => end,
    };
    let dash = passage
        .tokens
        .get(behind)
        .is_some_and(|t| matches!(t.kind, Kind::Sign('—' | '–' | '-' | '(')));
    let shouted = passage.words(0, end).chars().all(|c| !c.is_lowercase());
    (end > 0 && dash && shouted).then_some(end)
}

/// "KHAN YOUNIS" as "Khan Younis".
fn title_case(name: &str) -> String {
    let word = |word: &str| {
        let mut chars = word.chars();
        let first = chars.next().map(|c| c.to_string()).unwrap_or_default();
        first + &chars.as_str().to_lowercase()
    };
    name.split_whitespace()
        .map(word)
        .collect::<Vec<_>>()
        .join(" ")
}

/// A place of the gazetteer; a name with a capital is not found in lower case ("us").
fn known_place(passage: &Passage<'_>, i: usize) -> Option<(usize, String)> {
    let lexicon = passage.lexicon;
    if !passage.is(i, Classes::PLACE_START) {
        return None;
    }
    let (length, (place, capital)) = passage.phrase_at(&lexicon.places, i)?;
    let written = &passage.tokens[i..i + length];
    let has_capital = written
        .iter()
        .filter(|t| !t.is(Classes::DETERMINER))
        .all(|t| t.capital || !t.is_word());
    (!capital || has_capital).then(|| (i + length, lexicon.gazetteer[*place].name.clone()))
}

/// Capitalised words after a word of place, or after "the city of".
fn open_place(passage: &Passage<'_>, i: usize) -> Option<(usize, String)> {
    let before = i.checked_sub(1)?;
    let is_name = |t: usize| {
        passage.tokens.get(t).is_some_and(|token| {
            token.is_word()
                && (token.capital || passage.words(t, t + 1).starts_with("al-"))
                && !token.is(Classes::NOT_PLACE
                    .with(Classes::MONTH)
                    .with(Classes::WEEKDAY))
        })
    };
    if !is_name(i) {
        return None;
    }
    let at_event = i >= 2
        && passage.is(before, Classes::TARGET.with(Classes::PARTITIVE))
        && !passage.tokens[before].capital
        && passage
            .phrase_at(&passage.lexicon.cues.events, i - 2)
            .is_some();
    let in_place = passage.is(before, Classes::LOCATIVE);
    let of_place = passage.is(before, Classes::PARTITIVE)
        && before > 0
        && passage.is(before - 1, Classes::PLACE_NOUN);
    if !in_place && !of_place && !at_event {
        return None;
    }
    let end = (i..passage.tokens.len())
        .find(|t| !is_name(*t))
        .unwrap_or(passage.tokens.len());
    // A nationality by itself is no place; before a noun it describes one: "Syrian Kurdish city".
    let is_place = !passage
        .lexicon
        .demonyms
        .contains_key(&passage.tokens[end - 1].word);
    is_place.then(|| (end, passage.words(i, end).to_owned()))
}

/// "Khartoum is home to", "Marib, a city of": a capitalised subject that is told of as a place; one past it.
fn subject_place(passage: &Passage<'_>) -> Option<usize> {
    /// "Port au Prince"
    const LONGEST: usize = 3;
    /// ", in eastern Sudan,"
    const ASIDE: usize = 9;
    let is_name = |t: &usize| {
        let token = &passage.tokens[*t];
        let other = Classes::FUNCTION
            .with(Classes::NOT_PLACE)
            .with(Classes::MONTH)
            .with(Classes::WEEKDAY);
        token.is_word() && token.capital && !token.is(other)
    };
    let end = (0..passage.tokens.len().min(LONGEST + 1)).find(|t| !is_name(t))?;
    let comma = passage.tokens.get(end)?.is_sign(',');
    let is_home = |at: usize| {
        let cues = &passage.lexicon.cues.told_of_places;
        let told_of = (at + 1..at + 4).any(|t| passage.phrase_at(cues, t).is_some());
        passage.is(at, Classes::AUXILIARY) && told_of
    };
    let told_of = if comma {
        let behind_aside =
            (end + 2..end + ASIDE).find(|t| passage.tokens.get(*t).is_some_and(|t| t.is_sign(',')));
        (end + 1..end + 5).any(|t| passage.is(t, Classes::PLACE_NOUN))
            || behind_aside.is_some_and(|comma| is_home(comma + 1))
    } else {
        is_home(end)
    };
    (end > 0 && told_of).then_some(end)
}

fn standing(passage: &Passage<'_>, first: usize, end: usize) -> Standing {
    let next = passage.tokens.get(end);
    // The word of place may stand before an article or a direction: "in the southern Gaza Strip".
    let before = (first.saturating_sub(3)..first).rev().find(|i| {
        let t = &passage.tokens[*i];
        t.is(Classes::PREPOSITION) || !t.is_word() || t.is(Classes::AUXILIARY)
    });
    let preposition = before.filter(|i| passage.is(*i, Classes::PREPOSITION));
    let attributive = next.is_some_and(|t| {
        t.is_word()
            && t.start > 0
            && !t.is(Classes::FUNCTION.with(Classes::TRIGGER))
            && !ends_like_a_participle(passage, end)
    });
    if let Some(at) = preposition {
        let located = passage.is(at, Classes::LOCATIVE)
            || (passage.is(at, Classes::PARTITIVE)
                && at > 0
                && passage.is(at - 1, Classes::PLACE_NOUN))
            || (passage.is(at, Classes::TARGET)
                && at > 0
                && passage
                    .phrase_at(&passage.lexicon.cues.events, at - 1)
                    .is_some());
        // "in US air strikes", "in Syrian army raids": the place describes what follows.
        let describes = attributive
            && (end..end + 2).any(|i| {
                passage.phrase_at(&passage.lexicon.cues.events, i).is_some()
                    || passage.is(i, Classes::PERSON.with(Classes::SPEAKER_NOUN))
            });
        return match located && !describes {
            _ if passage.is(at, Classes::ORIGIN) => Standing::Origin,
            true => Standing::Located,
            false if passage.is(at, Classes::PARTITIVE) && !attributive => Standing::Named,
            false => Standing::Aside,
        };
    }
    let speaks = next.is_some_and(|t| t.is(Classes::SAYING));
    if attributive || speaks {
        Standing::Aside
    } else {
        Standing::Named
    }
}

fn ends_like_a_participle(passage: &Passage<'_>, token: usize) -> bool {
    let word = passage.words(token, token + 1);
    passage.lexicon.forms.is_participle(word)
}

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
        .or_else(|| antecedent(passage, found.first, places))
        .or_else(|| the_town(passage, found.first, places, last))
        .or_else(|| behind(passage, figure, nouns, places))
        .or_else(|| ahead(passage, found.first, places))
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
    (owns && near).then(|| Field::stated(place.name.clone()))
}

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
    (end - place.end <= 1).then(|| Field::stated(place.name.clone()))
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
    let between: Vec<usize> = (figure + 1..passage.figures.len())
        .filter(|i| (from..place.first).contains(&passage.figures[*i].first))
        .collect();
    let joined = between.iter().all(|i| {
        let previous = nouns[i - 1].end;
        (previous..passage.figures[*i].first)
            .any(|t| passage.is(t, Classes::CONJUNCTION) || passage.is(t, Classes::PARTITIVE))
    });
    match (between.is_empty(), joined) {
        (true, _) => Some(Field::stated(place.name.clone())),
        (false, true) => Some(Field::linked(place.name.clone())),
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

/// "the city of Rafah, home to 1.5 million", "In Gaza, 28,000 people": the nearest before the figure that stands
/// in a word of place or as a subject.
fn ahead(passage: &Passage<'_>, figure_start: usize, places: &[Mention]) -> Option<Field<String>> {
    let start = passage.clause_start(figure_start);
    let mut before = places.iter().rev().filter(|m| m.end <= figure_start);
    let place = before.find(|m| m.is_told_of() && !is_in_aside(passage, m, figure_start))?;
    if place.first >= start {
        Some(Field::stated(place.name.clone()))
    } else {
        Some(Field::linked(place.name.clone()))
    }
}
