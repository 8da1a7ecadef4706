//! What a text says of days, spans between them, and ages.

use jiff::civil::Date;

use super::Operand;
use crate::lexicon::Period;

/// "Thursday, 12 March"
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weekday {
    /// The day of the week: a mention.
    pub weekday: usize,
    /// The date: a mention.
    pub date: usize,
    /// Which day of the week, Monday 1.
    pub number: i8,
    /// The days that the date may be, the likeliest first: without a year, that of three years. Never empty.
    pub days: Vec<Date>,
}

/// A time named in the text, as exactly as it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The words, a mention; none for the published date.
    pub mention: Option<usize>,
    /// The first day that it may be.
    pub first: Date,
    /// The last day that it may be.
    pub last: Date,
}

impl Moment {
    /// Whether the day is known.
    pub fn is_day(&self) -> bool {
        self.first == self.last
    }
}

/// "in 2012, 62 years after his death in 1950"
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elapsed {
    /// How much time is said to lie between.
    pub span: Operand,
    /// The unit of the span.
    pub period: Period,
    /// The earlier time, as told.
    pub from: Moment,
    /// The later time, as told.
    pub to: Moment,
}

/// "Ann Lee, 33, who was born in 1990", "born in 1950, died in 2012 aged 62"
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lived {
    /// The age in years: a claim.
    pub age: usize,
    /// When the person was born.
    pub born: Moment,
    /// When the person was that old: when they died, or the published date.
    pub at: Moment,
}

/// "Ann Lee, 34"
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aged {
    /// The full name: a mention.
    pub who: usize,
    /// The name in lower case, without titles.
    pub name: String,
    /// The age in years: a claim.
    pub age: usize,
    /// Whether it only stands in brackets behind the name, as a minute or a rank may too.
    pub bracketed: bool,
    /// Whether a day is named beside it: a birthday may lie between two such.
    pub dated: bool,
    /// Whether a father, a daughter or a namesake is named beside it.
    pub kin: bool,
    /// The published date of the text.
    pub published: Option<Date>,
}
