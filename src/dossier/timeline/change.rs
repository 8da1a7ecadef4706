//! How a figure differs from the last one of the same source.

use rustc_hash::FxHashMap;

use super::{Row, source};
use crate::claim::Reading;
use crate::document::Date;
use crate::quantity::{Bound, Decimal, Form, Quantity};
use crate::series::days_between;

/// How a figure differs from an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// The earlier one: an index into the rows.
    pub since: usize,
    /// The days between the two; at least one.
    pub days: i32,
    /// What came, or, below zero, what went.
    pub by: Decimal,
    /// Whether both numbers are told without "about", "more than" and the like.
    pub is_exact: bool,
}

/// Finds the changes of rows that stand in order: each from the last row of an earlier day that is of the same story
/// and source.
pub fn find(readings: &[Reading], rows: &mut [Row]) {
    // The last day on which a source told of a story, and its rows then.
    let mut told: FxHashMap<(usize, &str), Told> = FxHashMap::default();
    for at in 0..rows.len() {
        let row = &rows[at];
        let (story, day) = (row.story, row.day);
        let last = told.get(&(story, source(readings, row.member)));
        let last = last.and_then(|told| told.before(day));
        let change = last.and_then(|since| change(readings, rows, since, at));
        for member in row.members() {
            let known = told.entry((story, source(readings, member))).or_default();
            known.add(day, at);
        }
        rows[at].change = change;
    }
}

/// What one source told of one story, on the last day so far and on the one before.
#[derive(Debug, Default)]
struct Told {
    days: [Option<(Date, Vec<usize>)>; 2],
}

impl Told {
    /// The row of the last day before another one; none where there are two.
    fn before(&self, day: Date) -> Option<usize> {
        let [before, last] = &self.days;
        let told = [last, before].into_iter().flatten();
        let (_, rows) = told.into_iter().find(|(told, _)| *told < day)?;
        match rows[..] {
            [row] => Some(row),
            _ => None,
        }
    }

    fn add(&mut self, day: Date, row: usize) {
        match &mut self.days[1] {
            Some((last, rows)) if *last == day => {
                if !rows.contains(&row) {
                    rows.push(row);
                }
            }
            _ => {
                self.days.rotate_left(1);
                self.days[1] = Some((day, vec![row]));
            }
        }
    }
}

fn change(readings: &[Reading], rows: &[Row], since: usize, at: usize) -> Option<Change> {
    let (last, row) = (&rows[since], &rows[at]);
    let (old, new) = (
        &last.member.of(readings).quantity,
        &row.member.of(readings).quantity,
    );
    let is_number = |q: &Quantity| q.low == q.high;
    let fits = old.dimension == new.dimension && old.unit == new.unit;
    // One that is many times the other counts something else.
    let (less, more) = (old.low.min(new.low), old.low.max(new.low));
    let is_near = more <= less.saturating_mul(Decimal::TEN);
    (fits && is_near && is_number(old) && is_number(new)).then(|| Change {
        since,
        days: days_between(last.day, row.day),
        by: (new.low - old.low).normalize(),
        is_exact: is_exact(old) && is_exact(new),
    })
}

fn is_exact(quantity: &Quantity) -> bool {
    matches!(quantity.bound, Bound::None | Bound::Exactly)
        && matches!(quantity.form, Form::Number { .. })
}
