//! `outlier`: of many figures for one thing at one time, one stands far apart from the others.
//!
//! The modified z-score of Iglewicz & Hoaglin 1993, *How to detect and handle outliers*, on logarithms, since counts
//! differ by factors: z = 0.6745·|x − m| / MAD, with m the median and MAD the median of |x − m|. Where all but one
//! agree MAD is zero; a floor keeps small differences from counting.

use std::collections::BTreeMap;

use super::over_time::{OverTime, comparable, finding, timeline};
use super::reconcile::Reconcile;
use super::verdict::beyond_vague;
use super::{Checked, Task};
use crate::claim::{Reading, Status};
use crate::document::Date;
use crate::finding::{Cause, Finding, Severity, Verdict};
use crate::quantity::{Agreement, Decimal, Interval, compare, in_words, ln};
use crate::series::{Member, Point, Series, Side, days_between, series};

/// What may stand in the message of a rule. `a` is the figure that stands apart, `b` the middle one.
pub const WORDS: [&str; 9] = [
    "place", "measure", "others", "a.text", "a.source", "a.date", "b.text", "b.source", "b.date",
];

/// Of fewer figures none stands apart from the others.
const LEAST: usize = 4;
/// The part of the standard deviation that a MAD is, for a normal distribution.
const OF_DEVIATION: Decimal = Decimal::from_parts(6745, 0, 0, false, 4);
/// A MAD below this is taken for this: figures within a third of each other never stand apart.
const FLOOR: Decimal = Decimal::from_parts(5, 0, 0, false, 2);
/// The z-score from which on a figure stands apart.
const LIMIT: Decimal = Decimal::from_parts(35, 0, 0, false, 1);

/// A figure with its day and the logarithm of its value.
#[derive(Clone, Copy)]
struct Figure {
    member: Member,
    day: Date,
    ln: Decimal,
}

pub(super) fn run(task: Task<'_>, readings: &[Reading]) -> Checked {
    let mut out = Checked::default();
    let within = task.selection.within_days.unwrap_or(0);
    for series in series(readings, task.stories, task.selection) {
        let points = timeline(task, readings, &series);
        let mut rest = &points[..];
        while let Some(first) = rest.first() {
            let near = rest.partition_point(|p| days_between(first.day, p.day) <= within);
            let (now, later) = rest.split_at(near);
            rest = later;
            let Some(figures) = of_one_thing(task, readings, now) else {
                continue;
            };
            out.hold(figures.iter().map(|f| f.member));
            out.findings
                .extend(apart(task, readings, &series, &figures));
        }
    }
    out
}

/// One figure of each source, the last that it gave, in order of value; those that tell of the same as the middle
/// one. `None` of too few.
fn of_one_thing(task: Task<'_>, readings: &[Reading], points: &[Point]) -> Option<Vec<Figure>> {
    let mut by_source: BTreeMap<&str, (Date, Member)> = BTreeMap::new();
    for point in points {
        for member in point.members() {
            let source = readings[member.reading].document.source.as_str();
            let known = by_source.entry(source).or_insert((point.day, member));
            if known.0 < point.day {
                *known = (point.day, member);
            }
        }
    }
    // Logarithms cost more than all else here.
    if by_source.len() < LEAST {
        return None;
    }
    let figure = |(day, member): (Date, Member)| {
        let quantity = &member.of(readings).quantity;
        let ln = ln((quantity.low + quantity.high) / Decimal::TWO)?;
        Some(Figure { member, day, ln })
    };
    let mut figures: Vec<Figure> = by_source.into_values().filter_map(figure).collect();
    figures.sort_by_key(|f| (f.ln, f.member));
    let middle = figures.get(figures.len() / 2)?.member;
    figures.retain(|f| f.member == middle || comparable(task, readings, f.member, middle));
    (figures.len() >= LEAST).then_some(figures)
}

/// The middle of numbers in order; of an even number, what lies between the two.
fn median(sorted: &[Decimal]) -> Decimal {
    let at = |i: usize| sorted.get(i).copied().unwrap_or_default();
    let half = sorted.len() / 2;
    if sorted.len().is_multiple_of(2) {
        (at(half.saturating_sub(1)) + at(half)) / Decimal::TWO
    } else {
        at(half)
    }
}

/// The figures that stand apart, if any, against the others.
fn apart(
    task: Task<'_>,
    readings: &[Reading],
    series: &Series,
    figures: &[Figure],
) -> Option<Finding> {
    let logarithms: Vec<Decimal> = figures.iter().map(|f| f.ln).collect();
    let centre = median(&logarithms);
    let mut distances: Vec<Decimal> = logarithms.iter().map(|ln| (ln - centre).abs()).collect();
    distances.sort_unstable();
    let mad = median(&distances).max(FLOOR);
    let middle = figures[figures.len() / 2];
    // What the middle figures allow together: a bound that allows any of it does not stand apart.
    let lower = figures[(figures.len() - 1) / 2].member.of(readings);
    let between = Interval::closed(lower.quantity.low, middle.member.of(readings).quantity.high);
    let stands_apart = |f: &&Figure| {
        let quantity = &f.member.of(readings).quantity;
        OF_DEVIATION * (f.ln - centre).abs() > LIMIT * mad && !quantity.literal().meets(&between)
    };
    let mut outliers: Vec<Figure> = figures.iter().filter(stands_apart).copied().collect();
    outliers.sort_by_key(|f| ((f.ln - centre).abs(), f.member));
    let furthest = *outliers.last()?;
    // Figures on one side agree: those that stand apart on the other end are told as context.
    let above = furthest.ln > centre;
    outliers.retain(|f| (f.ln > centre) == above);
    let mut side: Vec<Figure> = outliers;
    side.sort_by_key(|f| (f.day, f.member));
    let agrees = |f: &Figure| {
        let (one, other) = (f.member.of(readings), middle.member.of(readings));
        compare(&one.quantity, &other.quantity, Decimal::ZERO) < Agreement::Contradiction
    };
    let is_apart = |f: &Figure| side.iter().any(|known| known.member == f.member);
    let mut rest: Vec<Figure> = figures.iter().filter(|f| !is_apart(f)).copied().collect();
    rest.sort_by_key(|f| (f.day, f.member));
    let (others, context): (Vec<Figure>, Vec<Figure>) = rest.into_iter().partition(agrees);
    let members = |figures: &[Figure]| figures.iter().map(|f| f.member).collect::<Vec<_>>();
    let pair = [furthest, middle].map(|f| Side {
        members: vec![f.member],
    });
    let fit = [Reconcile::PowerOfTen, Reconcile::SwappedDigits]
        .into_iter()
        .find_map(|form| form.apply(readings, series, &pair));
    let updated = is_update(readings, &side, figures);
    let why = match &fit {
        Some(fit) => fit.why.clone().unwrap_or_default(),
        None if updated => "a count so far grows, and this one is the latest".to_owned(),
        None => "nothing in the texts explains why one count is so far from the others".to_owned(),
    };
    let (x, y) = (furthest.member.of(readings), middle.member.of(readings));
    let vague = beyond_vague(x, y) || beyond_vague(y, x);
    let found = OverTime {
        rests_on: &[furthest.member, middle.member],
        words: &[("others", (figures.len() - side.len()).to_string())],
        severity: if updated || vague {
            Severity::Note
        } else {
            Severity::Warning
        },
        verdict: Verdict::Contradiction,
        cause: if updated { Cause::Time } else { Cause::Unknown },
        why,
        arithmetic: ratio(x.quantity.low, y.quantity.low),
        fit,
        context: members(&context),
        sides: vec![members(&side), members(&others)],
    };
    Some(finding(task, readings, found))
}

/// Whether counts so far are higher and later than all others.
fn is_update(readings: &[Reading], side: &[Figure], figures: &[Figure]) -> bool {
    let so_far = |f: &Figure| {
        let status = f.member.of(readings).status;
        status.is_some_and(|s| s.value == Status::Cumulative)
    };
    let is_apart = |f: &&Figure| side.iter().any(|known| known.member == f.member);
    let mut others = figures.iter().filter(|f| !is_apart(f));
    let first = side.iter().map(|f| f.day).min();
    let lowest = side.iter().map(|f| f.ln).min();
    side.iter().all(so_far) && others.all(|f| Some(f.day) < first && Some(f.ln) < lowest)
}

/// "120 / 13 = 9.2"
fn ratio(a: Decimal, b: Decimal) -> Option<String> {
    let (large, small) = (a.max(b), a.min(b));
    let times = large.checked_div(small)?.round_dp(1).normalize();
    Some(format!(
        "{} / {} = {}",
        in_words(large),
        in_words(small),
        in_words(times)
    ))
}
