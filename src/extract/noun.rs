//! The counted noun: the noun phrase after a figure.

use super::passage::Passage;
use super::people::names_people;
use super::token::{Kind, Token};
use crate::lexicon::{Classes, WordId};
use crate::quantity::{Dimension, Form};

/// The noun phrase after a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NounPhrase {
    /// First token of the modifiers and the noun.
    pub first: usize,
    /// The noun, where one was found.
    pub head: Option<usize>,
    /// One past the last token.
    pub end: usize,
    /// Whether "of" and a determiner stand between: "three of the men".
    pub partitive: bool,
}

/// Most modifiers that are read before a noun.
const MODIFIERS: usize = 4;

/// The noun phrase after a figure; without a noun, an empty one.
pub fn noun_phrase(passage: &Passage<'_>, figure: usize) -> NounPhrase {
    let found = &passage.figures[figure];
    let none = NounPhrase {
        first: found.end,
        head: None,
        end: found.end,
        partitive: false,
    };
    let of = passage.is(found.end, Classes::PARTITIVE);
    let numbers = &passage.lexicon.numbers;
    let last = passage.tokens[found.end - 1].word;
    let takes_of = matches!(found.quantity.form, Form::Vague | Form::Fraction)
        || found.quantity.dimension == Dimension::Percent
        || numbers.groups.contains_key(&last)
        || numbers.before_partitive.contains(&last);
    // "18 of them children", "nine of whom were women"
    let pronoun = Classes::PRONOUN.with(Classes::RELATIVE);
    if of && passage.is(found.end + 1, pronoun) {
        let said = found.end + 2 + usize::from(passage.is(found.end + 2, Classes::AUXILIARY));
        let people =
            |head: &usize| names_people(passage, Some(*head)) && passage.figure_at(*head).is_none();
        return head(passage, said)
            .filter(people)
            .map_or(none, |head| NounPhrase {
                first: said,
                head: Some(head),
                end: head + 1,
                partitive: false,
            });
    }
    // "of the" may be one word.
    let contracted = of && passage.is(found.end, Classes::DETERMINER);
    let determined = contracted || of && passage.is(found.end + 1, Classes::DETERMINER);
    let first = match (of, determined) {
        (true, true) if contracted => found.end + 1,
        (true, true) => found.end + 2,
        (true, false) if takes_of => found.end + 1,
        (true, false) => return none,
        (false, _) => found.end,
    };
    if first > found.end && passage.figure_at(first).is_some() {
        return none;
    }
    head(passage, first).map_or(none, |head| NounPhrase {
        first,
        head: Some(head),
        end: head + 1,
        partitive: determined,
    })
}

fn head(passage: &Passage<'_>, first: usize) -> Option<usize> {
    let mut last_noun = None;
    for i in first..passage.tokens.len().min(first + MODIFIERS + 1) {
        let token = &passage.tokens[i];
        if token.is_quotation_mark() || token.kind == Kind::Possessive || is_owner(passage, i) {
            last_noun = None;
            continue;
        }
        if !may_be_in_noun_phrase(passage, i) {
            break;
        }
        // "six other shooting victims"
        let describes = token.is(Classes::BEFORE_NOUN)
            && may_be_in_noun_phrase(passage, i + 1)
            && !is_state(passage, i + 1);
        if is_plural(passage, token) && !describes {
            // "police officers", "Palestinian children": the last of several nouns is the head.
            let next_is_noun = passage.tokens.get(i + 1).is_some_and(|next| {
                may_be_in_noun_phrase(passage, i + 1)
                    && !is_state(passage, i + 1)
                    && (next.is(Classes::PERSON) || is_plural(passage, next))
            });
            if !next_is_noun {
                return Some(i);
            }
        }
        last_noun = Some(i);
    }
    last_noun.filter(|i| *i < first + 3)
}

/// "dead", "injured": a word that is no noun, though it may stand for one.
pub fn is_state(passage: &Passage<'_>, i: usize) -> bool {
    passage.is(i, Classes::BEFORE_NOUN)
        && !passage.is(i, Classes::PERSON)
        && names_a_measure(passage, passage.tokens[i].word)
}

/// "the Strip's population": the owner is not the noun.
fn is_owner(passage: &Passage<'_>, i: usize) -> bool {
    passage
        .tokens
        .get(i + 1)
        .is_some_and(|next| next.kind == Kind::Possessive)
}

fn may_be_in_noun_phrase(passage: &Passage<'_>, i: usize) -> bool {
    let Some(token) = passage.tokens.get(i) else {
        return false;
    };
    let adverb = || {
        passage
            .phrase_at(&passage.lexicon.cues.part_adverbs, i)
            .or_else(|| passage.phrase_at(&passage.lexicon.cues.other_times, i))
            .is_some()
    };
    if !token.is_word() || passage.figure_at(i).is_some() || adverb() {
        return false;
    }
    if token.is(Classes::BEFORE_NOUN) {
        // "30 injured people", but "30 injured in", "30 injured".
        let noun_follows = passage
            .tokens
            .get(i + 1)
            .is_some_and(|next| next.is_word() && !next.is(Classes::FUNCTION));
        return noun_follows || names_a_measure(passage, token.word) || token.is(Classes::PERSON);
    }
    let noun = token.is(Classes::PERSON)
        || names_a_measure(passage, token.word)
        || passage.lexicon.noun_kinds.contains_key(&token.word);
    noun || !token.is(Classes::FUNCTION
        .with(Classes::TRIGGER)
        .with(Classes::SAYING)
        .with(Classes::ADDING)
        .with(Classes::MONTH))
}

fn names_a_measure(passage: &Passage<'_>, word: WordId) -> bool {
    passage.lexicon.measure_nouns.contains_key(&word)
}

/// Whether the noun is a plural.
pub fn is_plural(passage: &Passage<'_>, token: &Token) -> bool {
    if token.is(Classes::PLURAL.with(Classes::PERSON)) || names_a_measure(passage, token.word) {
        return true;
    }
    has_plural_ending(passage, token)
}

/// Whether a word for people names one of them: "woman", "officer".
pub fn is_one_person(passage: &Passage<'_>, token: &Token) -> bool {
    token.is(Classes::PERSON) && !token.is(Classes::PLURAL) && !has_plural_ending(passage, token)
}

fn has_plural_ending(passage: &Passage<'_>, token: &Token) -> bool {
    let word = &passage.text[token.start..token.end];
    passage.lexicon.forms.is_plural(word)
}
