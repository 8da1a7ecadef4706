//! Finding the figures and days of a block: only what can begin one is looked at.

use std::sync::Arc;

use jiff::civil::Date;

use super::around::{
    STARTS, before, digits_ahead, is_age, is_inside_code, may_be_day, may_be_number_word, may_start,
};
use super::calendar::date;
use super::figure::{Figure, Ranges, figure, stronger, unit_follows};
use super::meant::{Candidate, is_title};
use super::not_figure::{international, not_figure};
use super::number::{number, spelled};
use super::token::{Kind, Token};
use crate::claim::DateMention;
use crate::lexicon::{Classes, Lexicon};
use crate::quantity::{Bound, Decimal, Dimension, Form, Quantity, Unit};

/// A figure with the tokens that it takes.
#[derive(Debug, Clone)]
pub struct Found {
    /// First token.
    pub first: usize,
    /// One past the last token.
    pub end: usize,
    /// First byte in the text that is read.
    pub start_byte: usize,
    /// One past the last byte.
    pub end_byte: usize,
    /// The number.
    pub quantity: Quantity,
}

/// Reads the figures and days of a run of tokens, in order and without overlap.
pub fn scan(
    lexicon: &Lexicon,
    text: &str,
    tokens: &[Token],
    end_byte: usize,
    published: Option<Date>,
) -> (Vec<Found>, Vec<DateMention>) {
    let mut scanner = Scanner {
        lexicon,
        text: text.get(..end_byte).unwrap_or_default(),
        tokens,
        published,
        figures: Vec::new(),
        dates: Vec::new(),
    };
    let mut i = 0;
    while i < tokens.len() {
        i = if may_start(text, &tokens[i]) {
            scanner.step(i)
        } else {
            i + 1
        };
    }
    (scanner.figures, scanner.dates)
}

struct Scanner<'a> {
    lexicon: &'a Lexicon,
    /// The text up to the end of the sentence.
    text: &'a str,
    tokens: &'a [Token],
    published: Option<Date>,
    figures: Vec<Found>,
    dates: Vec<DateMention>,
}

impl<'a> Scanner<'a> {
    /// Reads what begins with a token; the token to go on with.
    fn step(&mut self, i: usize) -> usize {
        let token = &self.tokens[i];
        if token.is(Classes::IDIOM_START)
            && let Some(length) = self.idiom(i)
        {
            return i + length;
        }
        if let Some(next) = self.skip(i) {
            return next;
        }
        let (core, bound) = if token.is(Classes::BOUND_START) {
            self.behind_bounds(i)
        } else {
            (i, None)
        };
        // "under one roof", "over a 25-year period": a preposition, and no bound.
        if core > i && self.is_preposition(i, core) {
            return i + 1;
        }
        // "around 11 p.m.", "between 1831 and 1865": the words before hold for what is no figure.
        let number = if self.is_between(core) {
            core + 1
        } else {
            core
        };
        if number > i && self.is_no_figure(number) {
            return number;
        }
        if let Some(end) = self.zero(core).or_else(|| self.rate(core)) {
            return end;
        }
        if !self.may_begin(core) {
            return i + 1;
        }
        self.figure(i, core, bound).unwrap_or(i + 1)
    }

    fn is_preposition(&self, i: usize, core: usize) -> bool {
        let one = |t: &Token| self.lexicon.numbers.units.get(&t.word) == Some(&1);
        let alone = self.tokens[i].is(Classes::PREPOSITION);
        let numbers = &self.lexicon.numbers;
        // "over one third", "under one hour", "about one hundred" are bounds.
        let noun = |t: &Token| {
            t.is_word()
                && !numbers.denominators.contains_key(&t.word)
                && !numbers.scales.contains_key(&t.word)
        };
        let over_one = core == i + 1
            && self.tokens.get(core).is_some_and(one)
            && self.tokens.get(core + 1).is_some_and(noun)
            && !unit_follows(self.lexicon, &self.text[self.tokens[core].end..]);
        let over_a = core == i + 2
            && self.tokens[i + 1].is(Classes::ARTICLE)
            && unit_follows(
                self.lexicon,
                &self.text[self.tokens[core].end.min(self.text.len())..],
            );
        alone && (over_one || over_a)
    }

    fn rest(&self, i: usize) -> &'a str {
        let start = self.tokens.get(i).map_or(self.text.len(), |t| t.start);
        self.text.get(start..).unwrap_or_default()
    }

    /// The byte at which a remainder of the text begins.
    fn byte_of(&self, remainder: &str) -> usize {
        self.text.len() - remainder.len()
    }

    /// How many tokens a set phrase takes.
    fn idiom(&self, i: usize) -> Option<usize> {
        let known = &self.lexicon.not_figures;
        let token = &self.tokens[i];
        let word = |n: usize| Some(self.tokens.get(i + n)?.word);
        let names = || known.names.longest(token.word, word);
        let is_name = token.capital || token.kind == Kind::Number;
        let found = known.idioms.longest(token.word, word);
        let found = found.or_else(|| names().filter(|_| is_name));
        found.map(|(length, ())| length)
    }

    /// Steps over a day, which is noted, and over a number that is no figure.
    fn skip(&mut self, i: usize) -> Option<usize> {
        let (token, rest) = (&self.tokens[i], self.rest(i));
        let number = token.kind == Kind::Number;
        let days = &self.lexicon.day_forms;
        let month = token.is(Classes::MONTH) && days.may_be_month(token.capital);
        if ((number && may_be_day(self.lexicon, rest)) || month)
            && let Ok((remainder, written)) = date(self.lexicon, rest)
        {
            let end = self.byte_of(remainder);
            self.dates.push(DateMention {
                span: token.start..end,
                day: written.resolve(self.published),
            });
            return Some(after(self.tokens, i, end));
        }
        if !number {
            return None;
        }
        if let Ok((remainder, _)) = not_figure(self.lexicon, before(self.tokens, i), rest) {
            return Some(after(self.tokens, i, self.byte_of(remainder)));
        }
        if let Ok((remainder, _)) = international(&self.text[..token.start], rest) {
            return Some(after(self.tokens, i, self.byte_of(remainder)));
        }
        let in_name = is_inside_code(self.text, self.tokens, i) || self.is_in_name(i);
        in_name.then(|| after(self.tokens, i, token.end))
    }

    fn is_no_figure(&self, i: usize) -> bool {
        let is_number = self.tokens.get(i).is_some_and(|t| t.kind == Kind::Number);
        is_number
            && ((may_be_day(self.lexicon, self.rest(i))
                && date(self.lexicon, self.rest(i)).is_ok())
                || not_figure(self.lexicon, before(self.tokens, i), self.rest(i)).is_ok())
    }

    fn is_between(&self, i: usize) -> bool {
        let word = self.tokens.get(i).map(|t| t.word);
        word.is_some() && word == self.lexicon.numbers.between
    }

    /// "Action News 5", "Arsenal 2 Chelsea 1": a small number between names, where not every word is one.
    fn is_in_name(&self, i: usize) -> bool {
        let token = &self.tokens[i];
        let small = token.end - token.start <= 3
            && self.text[token.start..token.end]
                .bytes()
                .all(|b| b.is_ascii_digit());
        let known = Classes::FUNCTION
            .with(Classes::TRIGGER)
            .with(Classes::MONTH)
            .with(Classes::WEEKDAY)
            .with(Classes::PERSON)
            .with(STARTS);
        let name = |t: &Token| t.is_word() && t.capital && !t.is(known);
        let named = i >= 1 && name(&self.tokens[i - 1]) && self.tokens[i - 1].end < token.start;
        // The first word of a sentence has a capital anyway: "KPRC 2 News", but "Palestinians 3".
        let letters = |t: &Token| self.text[t.start..t.end].bytes();
        let named =
            named && (i >= 2 || letters(&self.tokens[i - 1]).all(|b| b.is_ascii_uppercase()));
        let counts = self
            .tokens
            .get(i + 1)
            .is_some_and(|t| self.may_be_counted(token, t));
        small && named && !counts && !is_title(self.tokens)
    }

    /// Whether what stands behind a number may be its noun, its unit or the joint of a list.
    fn may_be_counted(&self, number: &Token, next: &Token) -> bool {
        let word = &self.text[next.start..next.end];
        let known = Classes::PERSON
            .with(Classes::TRIGGER)
            .with(Classes::BEFORE_NOUN);
        match next.kind {
            Kind::Word if next.capital => false,
            Kind::Word => {
                next.is(known)
                    || self.lexicon.forms.may_be_plural(word)
                    || self.lexicon.measure_nouns.contains_key(&next.word)
                    || self.lexicon.numbers.scales.contains_key(&next.word)
                    || next.is(Classes::FUNCTION)
                    || unit_follows(self.lexicon, &self.text[number.end..])
            }
            Kind::Sign('.' | ')' | '!' | '?') => false,
            // "Action News 5 - Memphis", but "Gaza 5-year".
            Kind::Sign('-' | '–' | '—') => next.start == number.end,
            _ => true,
        }
    }

    /// The first token behind the words that bound a number, and their bound; of several ("at least some"), the first
    /// that is no mere approximation.
    fn behind_bounds(&self, i: usize) -> (usize, Option<Bound>) {
        let mut core = i;
        let mut found: Option<Bound> = None;
        while let Some(token) = self.tokens.get(core)
            && let Some((length, bound)) = self
                .lexicon
                .bounds_before
                .longest(token.word, |n| Some(self.tokens.get(core + n)?.word))
        {
            found = Some(stronger(found, *bound));
            core += length;
        }
        // "more than a 90% share"
        let article = self
            .tokens
            .get(core)
            .is_some_and(|t| t.is(Classes::ARTICLE));
        let number = self
            .tokens
            .get(core + 1)
            .is_some_and(|t| t.kind == Kind::Number);
        if core > i && article && number {
            core += 1;
        }
        (core, found)
    }

    /// "no deaths", "none of the 40": a count of zero.
    fn zero(&mut self, i: usize) -> Option<usize> {
        let numbers = &self.lexicon.numbers;
        let token = self.tokens.get(i)?;
        if !token.is(Classes::FIGURE_START) {
            return None;
        }
        let next = self.tokens.get(i + 1)?;
        let no_victims = numbers.none.contains(&token.word)
            && self.lexicon.measure_nouns.contains_key(&next.word);
        let none_of = numbers
            .none_of
            .longest(token.word, |n| Some(self.tokens.get(i + n)?.word));
        // "none of the 40", and not "none of those hurt".
        let of_number = none_of.is_some_and(|(length, ())| {
            let next = |n: usize| self.tokens.get(i + length + n);
            next(0).is_some_and(|t| t.is(Classes::DETERMINER))
                && next(1).is_some_and(|t| t.kind == Kind::Number || t.is(Classes::FIGURE_START))
        });
        if !no_victims && !of_number {
            return None;
        }
        self.push(i, i + 1, token.end, count(Decimal::ZERO));
        Some(i + 1)
    }

    /// "7 cases per 100,000": the number behind "per" says how the one before is told, and is no figure of its own.
    fn rate(&mut self, i: usize) -> Option<usize> {
        /// The words of the noun between, and "per".
        const NOUN: usize = 5;
        let per = i.checked_sub(1)?;
        let last = self.figures.last_mut()?;
        let near = last.end <= per && per - last.end < NOUN;
        let is_count = last.quantity.dimension == Dimension::Count;
        if !self.lexicon.numbers.per.contains(&self.tokens[per].word) || !near || !is_count {
            return None;
        }
        let start = self.tokens[i].start;
        let (rest, _) = number(self.lexicon, self.text.get(start..)?).ok()?;
        let end = self.text.len() - rest.len();
        last.quantity.dimension = Dimension::Ratio;
        let name = format!("per {}", &self.text[start..end]);
        last.quantity.unit = Some(Arc::new(Unit::without_size(name, Dimension::Ratio)));
        Some(after(self.tokens, i, end))
    }

    fn may_begin(&self, i: usize) -> bool {
        let Some(token) = self.tokens.get(i) else {
            return false;
        };
        let next = self.tokens.get(i + 1);
        let stands_against = |t: &Token| {
            t.end == token.start
                && matches!(
                    t.kind,
                    Kind::Word | Kind::Number | Kind::Sign('.' | '-' | ')')
                )
        };
        let free = i == 0 || !stands_against(&self.tokens[i - 1]);
        let number_follows = next.is_some_and(|next| {
            next.start == token.end
                && (next.kind == Kind::Number || next.is(Classes::CURRENCY_START))
        });
        match token.kind {
            Kind::Number => true,
            Kind::Possessive => false,
            // A decimal point, a minus: only where nothing stands against it.
            Kind::Sign('.' | '-') => free && number_follows,
            Kind::Sign(c) => {
                c == '−'
                    || c.is_numeric()
                    || token.is(Classes::FIGURE_START.with(Classes::CURRENCY_START))
            }
            Kind::Word if token.is(Classes::FIGURE_START) => true,
            Kind::Word if token.is(Classes::ARTICLE) => {
                next.is_some_and(|t| t.is(Classes::AFTER_ARTICLE))
            }
            Kind::Word if token.is(Classes::CURRENCY_START) => {
                next.is_some_and(|t| matches!(t.kind, Kind::Number | Kind::Sign(_)))
            }
            Kind::Word => may_be_number_word(self.lexicon, self.text, token),
        }
    }

    /// Reads the figure whose bound begins with the token `i` and whose number with `core`.
    fn figure(&mut self, i: usize, core: usize, bound: Option<Bound>) -> Option<usize> {
        let rest = self.rest(core);
        let multiple = self.lexicon.numbers.multiples.get(&self.tokens[core].word);
        let (remainder, found) = match multiple {
            Some(times) => (self.rest(core + 1), self.multiple(bound, *times)),
            None => match self.periods(core) {
                Some(found) => found,
                None => figure(self.lexicon, bound, self.ranges(i), rest).ok()?,
            },
        };
        let mut quantity = found.quantity;
        let end_byte = match multiple {
            Some(_) => self.tokens[core].end,
            None => self.byte_of(remainder),
        };
        let end = after(self.tokens, i, end_byte);
        if self.text[..end_byte].ends_with(|c: char| c.is_ascii_digit())
            && digits_ahead(remainder) > 0
        {
            return Some(after(self.tokens, i, end_byte + digits_ahead(remainder)));
        }
        let candidate = Candidate {
            lexicon: self.lexicon,
            tokens: self.tokens,
            core,
            first: i,
            end,
            quantity: &quantity,
            loose: found.loose,
        };
        if !candidate.is_meant() {
            return None;
        }
        if is_age(self.tokens, i, end, &quantity, self.figures.last()) {
            quantity.dimension = Dimension::Age;
            quantity.unit = self.lexicon.unit(Dimension::Age, "year");
        }
        let mut first = i;
        if self.is_accounted(i, end) || self.is_negative_alone(i, end) {
            (quantity.low, quantity.high) = (-quantity.high, -quantity.low);
            first = if self.is_negative_alone(i, end) {
                i - 1
            } else {
                i
            };
        }
        self.push(first, end, end_byte, quantity);
        Some(end)
    }

    fn push(&mut self, first: usize, end: usize, end_byte: usize, quantity: Quantity) {
        self.figures.push(Found {
            first,
            end,
            start_byte: self.tokens[first].start,
            end_byte,
            quantity,
        });
    }

    /// "the previous three quarters": three quarters of a year each, and no fraction.
    fn periods(&self, core: usize) -> Option<(&'a str, Figure)> {
        let before = core.checked_sub(1).map(|i| &self.tokens[i])?;
        if !before.is(Classes::ORDINAL) || !self.tokens[core].is_word() {
            return None;
        }
        let (rest, number) = spelled(self.lexicon, self.rest(core)).ok()?;
        let period = self.tokens.get(core + 1)?;
        let is_period = self.lexicon.numbers.denominators.contains_key(&period.word);
        is_period.then(|| {
            (
                rest,
                Figure {
                    quantity: count(number.value),
                    loose: false,
                },
            )
        })
    }

    /// "sixfold": so many times as much.
    fn multiple(&self, bound: Option<Bound>, times: Decimal) -> Figure {
        Figure {
            quantity: Quantity {
                bound: bound.unwrap_or(Bound::None),
                dimension: Dimension::Ratio,
                unit: self.lexicon.unit(Dimension::Ratio, "fold"),
                ..count(times)
            },
            loose: false,
        }
    }

    /// Whether "120 to 180" may be a range here: behind "from" not where something rose or fell; behind "by" and
    /// behind a verb of change only where the second is near the first ("rose by nine to 27").
    fn ranges(&self, i: usize) -> Ranges {
        /// How far back a verb of change may stand.
        const REACH: usize = 8;
        let trends = &self.lexicon.trends;
        let Some(previous) = i.checked_sub(1).map(|b| &self.tokens[b]) else {
            return Ranges::Any;
        };
        let changes = |t: &Token| {
            trends.verbs.contains_key(&t.word)
                || trends.weak_verbs.contains_key(&t.word)
                || trends.nouns.contains_key(&t.word)
                || trends.changes.contains(&t.word)
        };
        let behind_from = previous.is(Classes::BEFORE_CHANGE);
        if !behind_from {
            let verb = trends.verbs.contains_key(&previous.word);
            return if verb { Ranges::Near } else { Ranges::Any };
        }
        let near = &self.tokens[i.saturating_sub(REACH)..i];
        let by = trends.degrees.contains(&previous.word);
        match (by, near.iter().any(changes)) {
            (true, _) => Ranges::Near,
            (false, true) => Ranges::None,
            (false, false) => Ranges::Any,
        }
    }

    /// "The loss is ($99.99)." In accounts, brackets are a minus.
    fn is_accounted(&self, first: usize, end: usize) -> bool {
        let bracketed = first > 0
            && self.tokens[first - 1].is_sign('(')
            && self.tokens.get(end).is_some_and(|t| t.is_sign(')'));
        bracketed && (first == 1 || self.tokens[first - 2].is(Classes::AUXILIARY))
    }

    /// "- 5 degrees", and nothing else.
    fn is_negative_alone(&self, first: usize, end: usize) -> bool {
        first == 1 && end == self.tokens.len() && self.tokens[0].is_sign('-')
    }
}

fn count(value: Decimal) -> Quantity {
    Quantity {
        low: value,
        high: value,
        bound: Bound::None,
        trend: None,
        dimension: Dimension::Count,
        unit: None,
        form: Form::Number {
            granularity: Decimal::ONE,
        },
        echoes: false,
    }
}

/// The first token at or after a byte, and always one after `i`.
fn after(tokens: &[Token], i: usize, byte: usize) -> usize {
    (i + 1..tokens.len())
        .find(|next| tokens[*next].start >= byte)
        .unwrap_or(tokens.len())
}
