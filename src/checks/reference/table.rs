//! Known figures, and errors once published: the rows that claims are held against.

use std::sync::Arc;

use crate::document::Date;
use crate::quantity::{Decimal, Quantity};

/// A row: a figure that somebody vouches for, or one that was published wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The table, as the user named it.
    pub file: Arc<str>,
    /// The row's line in it.
    pub line: usize,
    /// What is counted.
    pub measure: String,
    /// Where, aliases resolved; any place where none is named.
    pub place: Option<String>,
    /// Which people; everyone where none are named.
    pub population: Option<String>,
    /// When it holds; whenever where nothing is said.
    pub as_of: Option<When>,
    /// The figure.
    pub quantity: Quantity,
    /// Who says so.
    pub source: String,
    /// The name that the source's aliases are resolved to.
    pub originator: String,
    /// What else is to be known.
    pub note: Option<String>,
    /// The day on which the figure was published wrong; none where it is right.
    pub published_wrong_on: Option<Date>,
}

/// The days that a row may hold on: one, or those of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct When {
    /// The first of them.
    pub first: Date,
    /// The last of them.
    pub last: Date,
}

impl When {
    /// The days between these and another one, zero where it is one of them.
    pub fn days_to(&self, day: Date) -> i32 {
        let nearest = day.clamp(self.first, self.last);
        let span = nearest.until(day);
        span.map_or(i32::MAX, |span| span.get_days().abs())
    }

    /// The only day, where it is no year.
    pub fn day(&self) -> Option<Date> {
        (self.first == self.last).then_some(self.first)
    }
}

/// What a claim and a row must share: measure, place, population.
type Key<'a> = (&'a str, Option<&'a str>, Option<&'a str>);

impl Reference {
    fn key(&self) -> Key<'_> {
        (
            &self.measure,
            self.place.as_deref(),
            self.population.as_deref(),
        )
    }

    /// Which row it is.
    pub(super) fn id(&self) -> (&str, usize) {
        (&self.file, self.line)
    }

    fn numbers(&self) -> (Decimal, Decimal) {
        (self.quantity.low, self.quantity.high)
    }
}

/// The rows of all tables, sorted so that those of one thing are found without looking at the others.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct References {
    /// By what they count, then by time.
    known: Vec<Reference>,
    /// Errors, by what they count, then by the figure.
    wrong: Vec<Reference>,
}

impl References {
    /// Sorts rows.
    pub fn new(rows: impl IntoIterator<Item = Reference>) -> Self {
        let (mut wrong, mut known): (Vec<_>, Vec<_>) = rows
            .into_iter()
            .partition(|row: &Reference| row.published_wrong_on.is_some());
        known.sort_by(|a, b| (a.key(), a.as_of, a.id()).cmp(&(b.key(), b.as_of, b.id())));
        wrong.sort_by(|a, b| (a.key(), a.numbers(), a.id()).cmp(&(b.key(), b.numbers(), b.id())));
        Self { known, wrong }
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty() && self.wrong.is_empty()
    }

    /// The known figures for one thing in one place, and in any.
    pub(super) fn known<'a>(
        &'a self,
        measure: &'a str,
        place: Option<&'a str>,
        population: Option<&'a str>,
    ) -> impl Iterator<Item = &'a Reference> {
        places(place).flat_map(move |place| {
            let key = (measure, place, population);
            let start = self.known.partition_point(|row| row.key() < key);
            let rows = self.known[start..].iter();
            rows.take_while(move |row| row.key() == key)
        })
    }

    /// The errors of that figure for one thing in one place, and in any.
    pub(super) fn wrong<'a>(
        &'a self,
        measure: &'a str,
        place: Option<&'a str>,
        population: Option<&'a str>,
        numbers: (Decimal, Decimal),
    ) -> impl Iterator<Item = &'a Reference> {
        places(place).flat_map(move |place| {
            let key = ((measure, place, population), numbers);
            let of = |row: &Reference| (row.key(), row.numbers()) < key;
            let start = self.wrong.partition_point(of);
            let rows = self.wrong[start..].iter();
            rows.take_while(move |row| (row.key(), row.numbers()) == key)
        })
    }
}

/// A row without a place is good for any.
fn places(place: Option<&str>) -> impl Iterator<Item = Option<&str>> {
    place.map(Some).into_iter().chain([None])
}
