//! What a sentence says of how its figures hang together; each kind of statement is read by a module of its own.

mod aged;
mod change;
mod elapsed;
mod impossible;
mod listed;
mod lived;
mod moment;
mod restated;
mod share;
mod sum;
mod tally;
mod weekday;
mod words;

use std::ops::Range;

use jiff::civil::Date;

use super::claims::plain;
use super::noun::NounPhrase;
use super::passage::Passage;
use super::relation::OutOf;
use super::token::Kind;
use crate::claim::{Mention, Operand, Reading, Statement};
use crate::document::Section;
use crate::lexicon::{Classes, Lexicon};
use crate::quantity::{Bound, Decimal, Dimension, Form, Quantity};

/// The figures of a sentence with what was read around them.
#[derive(Debug, Clone, Copy)]
pub struct Figures<'a> {
    /// The noun phrase of each.
    pub nouns: &'a [NounPhrase],
    /// Which of them are a part and its whole.
    pub pairs: &'a [OutOf],
    /// How many claims stand before them in the document.
    pub base: usize,
}

/// What was found, to be added to the reading.
#[derive(Debug)]
pub struct Stated {
    /// The statements.
    pub statements: Vec<Statement>,
    /// The words that they need.
    pub mentions: Vec<Mention>,
    /// How many mentions the document has before.
    pub base: usize,
    /// Where the sentence stands.
    pub section: Section,
    /// Whether the sentence begins inside a quotation.
    pub opens_quoted: bool,
    /// The published date.
    pub published: Option<Date>,
    /// Which sentence it is.
    pub sentence: usize,
    /// The last sentence that names a year far from the published one: what follows may be told of that year.
    pub other_year: Option<usize>,
}

/// Reads the statements of a sentence.
pub fn read(passage: &Passage<'_>, figures: Figures<'_>, stated: &mut Stated) {
    change::changes(passage, figures, stated);
    change::steps(passage, figures, stated);
    change::multiples(passage, figures, stated);
    sum::sums(passage, figures, stated);
    share::shares(passage, figures, stated);
    // One look at every word settles what cannot be in the sentence.
    let classes = passage
        .tokens
        .iter()
        .fold(Classes::default(), |all, token| all.with(token.classes));
    if stated
        .published
        .is_some_and(|day| names_other_year(passage, day.year()))
    {
        stated.other_year = Some(stated.sentence);
    }
    if classes.any(Classes::WEEKDAY) {
        weekday::weekdays(passage, stated);
    }
    if classes.any(Classes::ORDER) {
        elapsed::spans(passage, figures, stated);
    }
    if classes.any(Classes::BORN) && !passage.figures.is_empty() {
        lived::lives(passage, figures, stated);
    }
    if classes.any(Classes::BIRTHDAY) {
        aged::birthday(passage, stated);
    }
    if classes.any(Classes::CLOCK) {
        impossible::times(passage, stated);
    }
    if classes.any(Classes::MONTH) {
        impossible::days(passage, stated);
    }
    if !passage.figures.is_empty() {
        aged::ages(passage, figures, stated);
        impossible::figures(passage, figures, stated);
        listed::lists(passage, figures, stated);
    }
}

/// The claims before one among which what it takes up is looked for: so many that a long text takes no longer than its
/// parts.
fn recent(at: usize) -> Range<usize> {
    const REMEMBERED: usize = 200;
    at.saturating_sub(REMEMBERED)..at
}

/// Adds the statements that a text makes over several sentences.
pub fn across(reading: &mut Reading, lexicon: &Lexicon) {
    let tallies = tally::tallies(reading, lexicon);
    let restated = restated::restatements(reading, lexicon);
    let linked = change::linked_steps(reading, lexicon);
    reading.statements.extend(linked);
    reading.statements.extend(tallies);
    reading.statements.extend(restated);
}

/// Whether a sentence names a year that is neither the published one nor beside it.
fn names_other_year(passage: &Passage<'_>, published: i16) -> bool {
    passage.tokens.iter().enumerate().any(|(i, token)| {
        let year = || passage.text[token.start..token.end].parse::<i16>().ok();
        token.kind == Kind::Number
            && token.end - token.start == 4
            && passage.figure_at(i).is_none()
            && year().is_some_and(|year| (published - year).abs() > 1)
    })
}

impl Stated {
    /// Notes words of so many times: "more than doubled".
    fn mention_times(&mut self, passage: &Passage<'_>, token: usize, times: Decimal) -> Operand {
        let bound = bound_before(passage, token);
        let first = bound.map_or(token, |(first, _)| first);
        let quantity = Quantity {
            low: times,
            high: times,
            bound: bound.map_or(Bound::None, |(_, bound)| bound),
            trend: None,
            dimension: Dimension::Ratio,
            unit: None,
            form: Form::Fraction,
            echoes: false,
        };
        self.mention(passage, first, token + 1, Some(quantity))
    }

    /// Notes words that imply no number, and says which mention they are.
    fn mention_words(&mut self, passage: &Passage<'_>, first: usize, end: usize) -> usize {
        self.mention(passage, first, end, None);
        self.base + self.mentions.len() - 1
    }

    /// Notes the words from one token to before another.
    fn mention(
        &mut self,
        passage: &Passage<'_>,
        first: usize,
        end: usize,
        quantity: Option<Quantity>,
    ) -> Operand {
        self.mentions.push(Mention {
            span: passage.tokens[first].start..passage.tokens[end - 1].end,
            text: plain(passage.words(first, end)),
            section: self.section,
            quoted: is_quoted(passage, first, self.opens_quoted),
            quantity,
        });
        Operand::Mention(self.base + self.mentions.len() - 1)
    }
}

/// The words that bound what begins with a token: "more than", and where they begin.
fn bound_before(passage: &Passage<'_>, token: usize) -> Option<(usize, Bound)> {
    /// "no fewer than"
    const LONGEST: usize = 3;
    (token.saturating_sub(LONGEST)..token).find_map(|first| {
        let word = passage.tokens[first];
        let starts = word.is(Classes::BOUND_START);
        let (length, bound) = passage
            .lexicon
            .bounds_before
            .longest(word.word, |n| Some(passage.tokens.get(first + n)?.word))
            .filter(|_| starts)?;
        (first + length == token).then_some((first, *bound))
    })
}

/// Whether a token stands between quotation marks, in a sentence that opens inside or outside of them.
fn is_quoted(passage: &Passage<'_>, token: usize, opens: bool) -> bool {
    passage.tokens[..token]
        .iter()
        .fold(opens, |inside, token| token.quotation(inside))
}
