//! What the counted noun says of whom is counted.

use std::ops::Range;

use super::claims::plain;
use super::noun::{NounPhrase, is_one_person, is_plural};
use super::passage::Passage;
use super::relation::OutOf;
use crate::claim::{Basis, Field};
use crate::lexicon::Classes;
use crate::quantity::Dimension;

/// The people that a noun names, with what narrows them: "Palestinian child", "foreign hostage". A noun that no
/// list knows names its own.
pub fn population(
    passage: &Passage<'_>,
    noun: &NounPhrase,
    elided: Option<usize>,
) -> Option<Field<String>> {
    let lexicon = passage.lexicon;
    let head = noun.head.or(elided)?;
    let first = if noun.head.is_some() {
        noun.first
    } else {
        head
    };
    let word = &passage.tokens[head].word;
    let people = lexicon.people.get(word);
    // "18 dead", "12 homes", "4 cases": only people among the words before it are a population.
    let of_people = |measure: &usize| !lexicon.measures[*measure].people.is_empty();
    let counts_people = people.is_some()
        || lexicon.measure_nouns.get(word).is_some_and(of_people)
        || !(lexicon.measure_nouns.contains_key(word) || lexicon.noun_kinds.contains_key(word));
    let of_word = |i: usize| {
        let token = &passage.tokens[i];
        let demonym = lexicon.demonyms.get(&token.word).filter(|_| token.capital);
        if let Some(group) = demonym
            .map(|d| Some(d.clone()))
            .or_else(|| lexicon.people.get(&token.word).cloned())
        {
            return group;
        }
        let narrows = token.is_word() && !token.is(Classes::NEUTRAL.with(Classes::FUNCTION));
        (narrows && counts_people).then(|| passage.words(i, i + 1).to_lowercase())
    };
    let own = || {
        lexicon
            .demonyms
            .get(word)
            .cloned()
            .or_else(|| Some(lexicon.forms.singular(passage.words(head, head + 1))))
    };
    let kind = match people {
        Some(group) => group.clone(),
        None if counts_people => own(),
        None => None,
    };
    let mut words: Vec<String> = (first..head).filter_map(of_word).chain(kind).collect();
    // "police officers"
    words.dedup();
    let value = words.join(" ");
    let basis = if noun.head.is_some() {
        Basis::Stated
    } else {
        Basis::Linked
    };
    let words = Some(passage.span(first, head + 1));
    (!value.is_empty()).then_some(Field {
        value,
        basis,
        words,
    })
}

pub fn names_people(passage: &Passage<'_>, head: Option<usize>) -> bool {
    head.is_some_and(|h| {
        let token = &passage.tokens[h];
        token.is(Classes::PERSON) || passage.lexicon.demonyms.contains_key(&token.word)
    })
}

/// The nouns that a part and its whole share: "130 hostages … of the 253", "three of the 12 people".
pub fn elided_nouns(nouns: &[NounPhrase], pairs: &[OutOf]) -> Vec<Option<usize>> {
    let mut out = vec![None; nouns.len()];
    for pair in pairs {
        match (nouns[pair.part].head, nouns[pair.whole].head) {
            (Some(noun), None) => out[pair.whole] = Some(noun),
            (None, Some(noun)) => out[pair.part] = Some(noun),
            _ => {}
        }
    }
    out
}

/// "two male engineers" counts a "male engineer"; people stay people.
fn in_the_singular(passage: &Passage<'_>, first: usize, head: usize) -> String {
    let forms = &passage.lexicon.forms;
    let noun = passage.words(head, head + 1);
    let names_everyone = passage.lexicon.people.get(&passage.tokens[head].word) == Some(&None);
    let one = if (names_everyone && !forms.may_be_plural(noun))
        || !is_plural(passage, &passage.tokens[head])
    {
        noun.to_owned()
    } else {
        with_its_capital(noun, forms.singular(noun))
    };
    plain(&format!("{} {one}", passage.words(first, head)))
}

/// "Palestinians" is the plural of "Palestinian"; a line in capitals has no names.
fn with_its_capital(noun: &str, one: String) -> String {
    let mut letters = noun.chars();
    let is_name = letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(char::is_lowercase);
    match one.chars().next() {
        Some(first) if is_name => first.to_uppercase().chain(one.chars().skip(1)).collect(),
        _ => one,
    }
}

/// The counted noun with its modifiers: the head in the singular.
pub fn noun_field(
    passage: &Passage<'_>,
    noun: &NounPhrase,
    elided: Option<usize>,
) -> Option<Field<String>> {
    match (noun.head, elided) {
        (Some(head), _) => {
            // "eight more nurses" counts nurses.
            let cues = &passage.lexicon.cues.besides;
            let more = Classes::BEFORE_NOUN;
            let is_cue = |i: &usize| {
                let person = passage.is(*i, more) && passage.is(*i, Classes::PERSON);
                person || passage.phrase_at(cues, *i).is_some()
            };
            let first = (noun.first..head).find(|i| !is_cue(i)).unwrap_or(head);
            Some(
                Field::stated(in_the_singular(passage, first, head))
                    .from_words(passage.span(first, head + 1)),
            )
        }
        (None, Some(head)) => Some(
            Field::linked(in_the_singular(passage, head, head))
                .from_words(passage.span(head, head + 1)),
        ),
        (None, None) => None,
    }
}

/// "the pilot, his wife and two children": whether one that is told of without a number is joined to a figure.
pub fn lists_one(passage: &Passage<'_>) -> bool {
    /// "his elderly mother"
    const LONGEST: usize = 4;
    passage.figures.iter().any(|figure| {
        let Some(joint) = figure.first.checked_sub(1) else {
            return false;
        };
        let joins = passage.is(joint, Classes::CONJUNCTION) || passage.tokens[joint].is_sign(',');
        let owner = Classes::DETERMINER.with(Classes::PRONOUN);
        let first = (joint.saturating_sub(LONGEST)..joint)
            .rev()
            .find(|i| passage.is(*i, owner));
        joins
            && first.is_some_and(|first| {
                let words = first + 1..joint;
                !words.is_empty()
                    && words.clone().all(|i| {
                        let token = &passage.tokens[i];
                        token.is_word() && !token.is(Classes::FUNCTION.with(Classes::TRIGGER))
                    })
                    && words.clone().all(|i| passage.figure_at(i).is_none())
                    && !is_plural(passage, &passage.tokens[joint - 1])
            })
    })
}

/// The people whom a sentence tells of one by one, without a number: "a woman", "another man", "22-year-old Ann Lee".
pub fn persons(passage: &Passage<'_>) -> Vec<Range<usize>> {
    /// "a 19-year-old off-duty police officer"
    const MODIFIERS: usize = 4;
    let lexicon = passage.lexicon;
    let is_one = |i: usize| {
        let token = &passage.tokens[i];
        let singular = is_one_person(passage, token);
        let from = i.saturating_sub(MODIFIERS + 1);
        let introduced = |first: &usize| {
            lexicon.sums.single.contains(&passage.tokens[*first].word)
                && (first + 1..i).all(|between| {
                    !passage.is(between, Classes::PREPOSITION.with(Classes::AUXILIARY))
                        && !passage.tokens[between].is_break()
                        && !passage.tokens[between].is_sign(',')
                })
        };
        let first = (singular && passage.figure_at(i).is_none())
            .then(|| (from..i).rev().find(introduced))
            .flatten()?;
        Some(passage.tokens[first].start..token.end)
    };
    // "where one died", "one was in critical condition"
    let bare_one = |i: usize| {
        let token = &passage.tokens[i];
        let one = lexicon.numbers.units.get(&token.word) == Some(&1);
        let verb = passage.is(i + 1, Classes::TRIGGER.with(Classes::AUXILIARY));
        (one && verb && token.is_word() && passage.figure_at(i).is_none())
            .then_some(token.start..token.end)
    };
    let mut out: Vec<Range<usize>> = (0..passage.tokens.len())
        .filter_map(|i| is_one(i).or_else(|| bare_one(i)))
        .collect();
    for figure in passage.figures {
        let aged = figure.quantity.dimension == Dimension::Age;
        let named = passage
            .tokens
            .get(figure.end)
            .filter(|next| aged && next.capital && next.is_word());
        out.extend(named.map(|name| figure.start_byte..name.end));
    }
    out.sort_by_key(|range| range.start);
    out
}
