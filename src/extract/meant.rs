//! Whether the words of a number are meant as one: "one" as a pronoun, "a third person", "the second half".

use super::token::{Kind, Token};
use crate::lexicon::{Classes, Lexicon};
use crate::quantity::{Decimal, Dimension, Form, Quantity};

/// A run of tokens that reads as a number, in its sentence.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a> {
    /// The words that are known.
    pub lexicon: &'a Lexicon,
    /// The tokens of the sentence.
    pub tokens: &'a [Token],
    /// The first of the number, behind its bound.
    pub core: usize,
    /// The first of its bound.
    pub first: usize,
    /// One past the last.
    pub end: usize,
    /// What it reads as.
    pub quantity: &'a Quantity,
    /// Whether the words may mean something else.
    pub loose: bool,
}

impl Candidate<'_> {
    fn before(&self) -> Option<&Token> {
        self.first.checked_sub(1).map(|i| &self.tokens[i])
    }

    fn next(&self) -> Option<&Token> {
        self.tokens.get(self.end)
    }

    /// Whether it is a figure.
    pub fn is_meant(&self) -> bool {
        let begins_with_word = self.tokens[self.core].is_word();
        if self.loose && self.quantity.form == Form::Fraction {
            return self.is_fraction();
        }
        if self.is_of_us() {
            return false;
        }
        if self.loose && self.quantity.unit.is_some() {
            return self.is_one_unit();
        }
        let is_one = begins_with_word
            && self.quantity.low == Decimal::ONE
            && self.quantity.high == Decimal::ONE
            && self.end == self.core + 1;
        if is_one {
            return self.is_numeral_one();
        }
        !(begins_with_word && self.is_in_name())
    }

    /// "all 70 of us", "the two of you": who speaks, and no count of others.
    fn is_of_us(&self) -> bool {
        let of = self.next().is_some_and(|t| t.is(Classes::PARTITIVE));
        let us = self
            .tokens
            .get(self.end + 1)
            .is_some_and(|t| t.is(Classes::SPEAKER));
        let all = self.before().is_some_and(|t| t.is(Classes::DETERMINER));
        of && us && all
    }

    /// A pronoun is followed by a verb, a preposition or nothing; a numeral by its noun.
    fn is_numeral_one(&self) -> bool {
        let pronoun_before = Classes::DETERMINER
            .with(Classes::RELATIVE)
            .with(Classes::PRONOUN)
            .with(Classes::ORDINAL);
        if self.quantity.dimension != Dimension::Count {
            return true;
        }
        // "the first one", "the old one"
        let pronoun_before = pronoun_before.with(Classes::BEFORE_NOUN);
        let pronoun = self.core > 0 && self.tokens[self.core - 1].is(pronoun_before);
        let small = !self.tokens[self.core].capital;
        let noun = |t: &Token| {
            let common = small || !t.capital || t.is(Classes::PERSON);
            t.is_word() && common && !t.is(Classes::FUNCTION)
        };
        // "killed one and wounded five"
        let victim = self.before().is_some_and(|t| {
            t.is(Classes::TRIGGER) && !t.is(Classes::FUNCTION) && !t.is(Classes::SAYING)
        });
        let joins = |t: &Token| t.is(Classes::CONJUNCTION) || t.is_sign(',');
        let counts = self.next().is_some_and(noun)
            || (victim && self.next().is_some_and(joins))
            || self.is_one_of_people();
        !pronoun && !self.is_in_name() && counts
    }

    /// "one of the victims", "one of those killed", "one of them"; no "one of the most wanted men".
    fn is_one_of_people(&self) -> bool {
        let token = |n: usize| self.tokens.get(self.end + n);
        let is = |n: usize, classes| token(n).is_some_and(|t| t.is(classes));
        if !is(0, Classes::PARTITIVE) {
            return false;
        }
        if !is(1, Classes::DETERMINER) {
            return is(1, Classes::PRONOUN.with(Classes::RELATIVE));
        }
        let names_state = |n: usize| is(n, Classes::TRIGGER) && !is(n, Classes::FUNCTION);
        let victims = |n: usize| is(n, Classes::PERSON) || names_state(n);
        victims(2) || (is(2, Classes::BEFORE_NOUN) && victims(3))
    }

    /// "half of", "half its", "up a third", "nearly a quarter", "a fifth more"; no "second half", "a third person".
    fn is_fraction(&self) -> bool {
        if self.before().is_some_and(|t| t.is(Classes::ORDINAL)) {
            return false;
        }
        let alone = self.first == 0 && self.end == self.tokens.len();
        let bounded = self.core > self.first;
        let trends = &self.lexicon.trends;
        let is_trend = |t: &Token| {
            trends.verbs.contains_key(&t.word) || trends.weak_verbs.contains_key(&t.word)
        };
        let changed = self
            .before()
            .is_some_and(|t| is_trend(t) || t.is(Classes::BEFORE_CHANGE));
        let next = self.next();
        let of = next.is_some_and(|t| t.is(Classes::PARTITIVE.with(Classes::DETERMINER)));
        let compared = next.is_some_and(|t| trends.behind.contains_key(&t.word));
        let noun_follows = next.is_some_and(|t| t.is_word() && !t.is(Classes::FUNCTION));
        alone
            || of
            || self.is_set_off()
            || compared
            || ((bounded || changed) && !noun_follows)
            || (bounded && next.is_some_and(|t| t.is(Classes::PERSON)))
    }

    /// "12 of 40 (a quarter)", "12 of 40, a quarter,", "a quarter (12) of the 40": beside another number.
    fn is_set_off(&self) -> bool {
        /// How far before the other number may stand.
        const REACH: usize = 8;
        let is_number = |t: &Token| t.kind == Kind::Number;
        let Some(next) = self.next() else {
            return false;
        };
        if next.is_sign('(') {
            return self.tokens.get(self.end + 1).is_some_and(is_number);
        }
        let sets_off = |t: &Token| {
            matches!(t.kind, Kind::Sign(',' | '(' | '–' | '—' | '-'))
                || self.lexicon.cues.restating.contains(&t.word)
        };
        let ends = matches!(
            next.kind,
            Kind::Sign(',' | ')' | '.' | ';' | '–' | '—' | '-')
        ) && next.start >= self.tokens[self.end - 1].end;
        let before = &self.tokens[self.first.saturating_sub(REACH)..self.first];
        ends && before.last().is_some_and(sets_off) && before.iter().any(is_number)
    }

    /// "a mile away" is one mile; "a day" is mostly a rate or a time.
    fn is_one_unit(&self) -> bool {
        let alone = self.first == 0 && self.end == self.tokens.len();
        let unit = self.core + 1;
        let counted = self
            .tokens
            .get(unit)
            .is_some_and(|t| self.lexicon.numbers.counted_by_article.contains(&t.word));
        let joined = self
            .next()
            .is_some_and(|t| t.is_sign('-') || t.kind == Kind::Possessive);
        let rate = self.before().is_some_and(|t| t.kind == Kind::Number);
        // "a dollar store"
        let modifies = self
            .next()
            .is_some_and(|t| t.is_word() && !t.is(Classes::FUNCTION.with(Classes::ADVERB)));
        alone || (counted && self.end == unit + 1 && !joined && !rate && !modifies)
    }

    /// "the Three Gorges", "Formula One", "World War Two", unless the line is all capitals.
    fn is_in_name(&self) -> bool {
        let token = &self.tokens[self.core];
        if !token.capital || self.core == 0 || self.quantity.dimension != Dimension::Count {
            return false;
        }
        let name = |t: &Token| t.is_word() && t.capital;
        let before = name(&self.tokens[self.core - 1]);
        let behind = self.next().is_some_and(name);
        let previous = &self.tokens[self.core - 1];
        let starts = !previous.is_word() && previous.kind != Kind::Possessive;
        (before || (behind && !starts)) && !is_title(self.tokens)
    }
}

/// Whether every word of a line begins with a capital, small ones aside, so that capitals say nothing.
pub fn is_title(tokens: &[Token]) -> bool {
    tokens
        .iter()
        .all(|t| !t.is_word() || t.capital || t.is(Classes::FUNCTION))
}
