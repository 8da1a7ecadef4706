//! `monotone`: a count so far does not fall from one day to a later one.
//!
//! Looks at what is more than two counts of neighbouring days, which `agreement` holds against each other: three
//! dated documents, or two that lie further apart.

use std::collections::BTreeSet;

use super::over_time::{OverTime, comparable, finding, timeline, told};
use super::verdict::{beyond_vague, ceiling};
use super::{Checked, Task};
use crate::claim::{Claim, Modality, Reading};
use crate::document::Date;
use crate::finding::{Cause, Finding, Severity, Verdict};
use crate::quantity::{Agreement, Decimal, Trend, compare};
use crate::series::{Member, Point, days_between, series, sides};

/// What may stand in the message of a rule.
pub const WORDS: [&str; 9] = [
    "place", "measure", "course", "a.text", "a.source", "a.date", "b.text", "b.source", "b.date",
];

/// So many documents make a series over time, and two of them where more than so many days lie between.
const DOCUMENTS: usize = 3;
const DAYS: i32 = 3;

/// From this ratio on, two counts are seldom of one thing; the same as between a headline and its text.
const FAR: Decimal = Decimal::from_parts(4, 0, 0, false, 0);

/// How many figures of a rise stand in the first line.
const SHOWN: usize = 6;

pub(super) fn run(task: Task<'_>, readings: &[Reading]) -> Checked {
    let mut out = Checked::default();
    for series in series(readings, task.stories, task.selection) {
        let points = timeline(task, readings, &series);
        if !is_over_time(&points) {
            continue;
        }
        out.hold(points.iter().flat_map(Point::members));
        let found = fall(task, readings, &points).or_else(|| rise(task, readings, &points));
        out.findings.extend(found);
    }
    out
}

fn is_over_time(points: &[Point]) -> bool {
    let documents: BTreeSet<usize> = points
        .iter()
        .flat_map(Point::members)
        .map(|m| m.reading)
        .collect();
    let days = points
        .first()
        .zip(points.last())
        .map_or(0, |(first, last)| days_between(first.day, last.day));
    documents.len() >= DOCUMENTS || (documents.len() > 1 && days > DAYS)
}

/// A later figure that lies below the highest of the days before.
struct Fallen<'a> {
    from: &'a Point,
    to: &'a Point,
    severity: Severity,
}

fn fallen<'a>(task: Task<'_>, readings: &[Reading], points: &'a [Point]) -> Vec<Fallen<'a>> {
    let low = |p: &Point| p.member.of(readings).quantity.literal().low;
    let mut out = Vec::new();
    let mut highest: Option<&Point> = None;
    for day in points.chunk_by(|a, b| a.day == b.day) {
        if let Some(from) = highest {
            let below = |to: &&Point| {
                is_below(readings, to.member, from.member)
                    && comparable(task, readings, from.member, to.member)
            };
            out.extend(day.iter().filter(below).map(|to| Fallen {
                from,
                to,
                severity: severity(from.member.of(readings), to.member.of(readings)),
            }));
        }
        // Of equal figures the latest stands: it is nearest to what follows.
        highest = highest.into_iter().chain(day).max_by_key(|p| low(p));
    }
    out
}

/// Whether no value of the one is as high as any of the other.
fn is_below(readings: &[Reading], a: Member, b: Member) -> bool {
    let [a, b] = [a, b].map(|m| m.of(readings).quantity.literal());
    a.high.zip(b.low).is_some_and(|(high, low)| high < low)
}

/// What was feared may turn out to be less, what the text itself says has fallen is no slip, and what is many times
/// as high counts more: a whole war, where the other has the day.
fn severity(from: &Claim, to: &Claim) -> Severity {
    let (above, below) = (from.quantity.low, to.quantity.high);
    let times = |n| below.checked_mul(n) == Some(above);
    let tenfold = times(Decimal::TEN) || times(Decimal::ONE_HUNDRED);
    let far = above >= below.saturating_mul(FAR) && !tenfold;
    let told = to.quantity.trend == Some(Trend::Down);
    let feared = from.modality == Modality::Hedged && to.modality != Modality::Hedged;
    let vague = beyond_vague(from, to) || beyond_vague(to, from);
    if far || told || feared || vague {
        Severity::Note
    } else {
        Severity::Warning.min(ceiling(from)).min(ceiling(to))
    }
}

fn fall(task: Task<'_>, readings: &[Reading], points: &[Point]) -> Option<Finding> {
    let fallen = fallen(task, readings, points);
    // The first of the most serious.
    let worst = fallen.iter().rev().max_by_key(|f| f.severity)?;
    let below: Vec<Member> = fallen.iter().flat_map(|f| f.to.members()).collect();
    let above: Vec<Member> = higher_before(readings, points, &fallen);
    let sided: BTreeSet<Member> = above.iter().chain(&below).copied().collect();
    let context = points
        .iter()
        .flat_map(Point::members)
        .filter(|m| !sided.contains(m))
        .collect();
    let (a, b) = (worst.from.member, worst.to.member);
    let course = format!("{}, then fewer: {}", told(readings, a), told(readings, b));
    let why = match [a, b].map(|m| m.of(readings).attribution.first()) {
        [Some(one), Some(other)] if one.originator != other.originator => format!(
            "a count so far cannot fall; the earlier is of {}, the later of {}",
            one.name, other.name
        ),
        _ => "a count so far cannot fall, and a later one is lower".to_owned(),
    };
    let found = OverTime {
        sides: vec![above, below],
        context,
        rests_on: &[a, b],
        words: &[("course", course)],
        severity: worst.severity,
        verdict: Verdict::Contradiction,
        cause: Cause::Time,
        why,
        arithmetic: None,
        fit: None,
    };
    Some(finding(task, readings, found))
}

/// The figures that one of a later day fell below.
fn higher_before(readings: &[Reading], points: &[Point], fallen: &[Fallen<'_>]) -> Vec<Member> {
    let has_fallen: BTreeSet<Member> = fallen.iter().map(|f| f.to.member).collect();
    let mut lowest: Option<(Date, &Point)> = None;
    let mut out = Vec::new();
    // From the last day to the first: the lowest of those that follow.
    for day in points.chunk_by(|a, b| a.day == b.day).rev() {
        if let Some((_, to)) = lowest {
            let above = |p: &&Point| {
                !has_fallen.contains(&p.member) && is_below(readings, to.member, p.member)
            };
            out.extend(day.iter().rev().filter(above));
        }
        let fell = day.iter().filter(|p| has_fallen.contains(&p.member));
        lowest = lowest
            .into_iter()
            .chain(fell.map(|p| (p.day, p)))
            .min_by_key(|(_, p)| p.member.of(readings).quantity.literal().high);
    }
    out.reverse();
    out.into_iter().flat_map(Point::members).collect()
}

/// An update: the values in the order of their days, each on a side of its own.
fn rise(task: Task<'_>, readings: &[Reading], points: &[Point]) -> Option<Finding> {
    let members: Vec<Member> = points.iter().flat_map(Point::members).collect();
    let day_of = |m: &Member| m.of(readings).as_of.as_ref().and_then(|a| a.value.day());
    let (mut values, context) = sides(readings, &members, Decimal::ZERO);
    for side in &mut values {
        side.members.sort_by_key(|m| (day_of(m), *m));
    }
    values.sort_by_key(|side| (day_of(&side.first()), side.first()));
    let first = values.first()?.first();
    values.retain(|side| side.first() == first || comparable(task, readings, first, side.first()));
    let rises = values.windows(2).all(|pair| {
        let (before, after) = (&pair[0], &pair[1]);
        let higher =
            before.first().of(readings).quantity.low < after.first().of(readings).quantity.low;
        higher && before.members.last().and_then(day_of) < day_of(&after.first())
    });
    if values.len() < 2 || !rises {
        return None;
    }
    let last = values.last()?.first();
    let mut course: Vec<String> = values
        .iter()
        .take(SHOWN)
        .map(|side| told(readings, side.first()))
        .collect();
    if values.len() > SHOWN {
        course.push(format!("{} more", values.len() - SHOWN));
    }
    let (x, y) = (first.of(readings), last.of(readings));
    let verdict = match compare(&x.quantity, &y.quantity, Decimal::ZERO) {
        Agreement::Contradiction => Verdict::Contradiction,
        _ => Verdict::Discrepancy,
    };
    let found = OverTime {
        sides: values.into_iter().map(|side| side.members).collect(),
        context,
        rests_on: &[first, last],
        words: &[("course", course.join(", then "))],
        severity: Severity::Note,
        verdict,
        cause: Cause::Time,
        why: "the later counts are the higher ones: an update".to_owned(),
        arithmetic: None,
        fit: None,
    };
    Some(finding(task, readings, found))
}
