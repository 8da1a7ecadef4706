//! How a figure differs from the last one of the same source.

use super::{Row, source};
use crate::claim::Reading;
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
    for at in 1..rows.len() {
        let (before, rest) = rows.split_at_mut(at);
        if let Some(row) = rest.first_mut() {
            row.change = change(readings, before, row);
        }
    }
}

fn change(readings: &[Reading], before: &[Row], row: &Row) -> Option<Change> {
    let who = source(readings, row.member);
    let says = |earlier: &Row| earlier.members().any(|m| source(readings, m) == who);
    let mut earlier = before.iter().enumerate().rev();
    let (since, last) =
        earlier.find(|(_, r)| r.story == row.story && r.day < row.day && says(r))?;
    // Of two figures of one day, neither is the last one.
    let is_only = |r: &Row| r.day != last.day || r.story != row.story || !says(r);
    if !before[..since].iter().all(is_only) {
        return None;
    }
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
