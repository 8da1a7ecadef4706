//! The totals of a series in the order of their days.

use jiff::civil::Date;

use super::{Licence, Member, Selection, Series, is_total, licence, states_value};
use crate::claim::{Claim, Reading};
use crate::matching::Stories;
use crate::quantity::{Bound, Decimal};

/// A figure with its day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// When it holds, or was reported.
    pub day: Date,
    /// The figure.
    pub member: Member,
    /// Totals of that day that say the same: the headline of the same article, an agency's text printed elsewhere.
    pub again: Vec<Member>,
}

impl Point {
    /// The figure and those that say the same.
    pub fn members(&self) -> impl Iterator<Item = Member> + '_ {
        std::iter::once(self.member).chain(self.again.iter().copied())
    }
}

/// What makes two totals of one day one point: the number, its bound and who gives it.
type Said<'a> = (Decimal, Decimal, Bound, Option<&'a str>);

/// The totals of a series that have a day, in the order of days, then of documents.
pub fn timeline(readings: &[Reading], stories: &Stories, series: &Series) -> Vec<Point> {
    let said = |m: Member| -> Said<'_> {
        let claim = m.of(readings);
        let quantity = &claim.quantity;
        (
            quantity.low,
            quantity.high,
            quantity.bound,
            claim.originator(),
        )
    };
    let totals = series
        .members
        .iter()
        .filter(|m| is_total(readings, stories, **m));
    let mut dated: Vec<(Date, Member)> = totals
        .filter_map(|m| Some((day(m.of(readings))?, *m)))
        .collect();
    dated.sort_by_cached_key(|(day, m)| (*day, said(*m), *m));
    let mut points: Vec<Point> = Vec::new();
    for (day, member) in dated {
        match points.last_mut() {
            Some(last) if last.day == day && said(last.member) == said(member) => {
                last.again.push(member);
            }
            _ => points.push(Point {
                day,
                member,
                again: Vec::new(),
            }),
        }
    }
    points.sort_by_key(|p| (p.day, p.member));
    points
}

/// The day at which a claim holds.
pub fn day(claim: &Claim) -> Option<Date> {
    claim.as_of.as_ref().and_then(|a| a.value.day())
}

/// How many days lie between two.
pub fn days_between(a: Date, b: Date) -> i32 {
    a.until(b).map_or(i32::MAX, |span| span.get_days().abs())
}

/// Whether two totals of different documents tell of one thing, as far as their words go, and neither document tells
/// of both: then the one corrects the other, or they are a part and its whole.
pub fn comparable(
    readings: &[Reading],
    stories: &Stories,
    selection: &Selection,
    a: Member,
    b: Member,
) -> bool {
    let [x, y] = [a, b].map(|m| &m.of(readings).quantity);
    let same = (x.low, x.high) == (y.low, y.high);
    let knows_both = || states_value(readings, a, b) || states_value(readings, b, a);
    licence(readings, stories, selection, a, b) == Ok(Licence::Documents) && (same || !knows_both())
}
