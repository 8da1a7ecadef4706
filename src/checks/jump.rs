//! `jump`: one step of a series is out of line with the others.
//!
//! Steps are counted in logarithms a day: a count that grows by a tenth each day has even steps. A step is out of
//! line when it is more than so many times the median of the steps but for the two largest, which is taken for one in
//! a hundred a day where it is less.

use std::collections::BTreeSet;

use super::over_time::{OverTime, comparable, finding, timeline, told};
use super::reconcile::Fit;
use super::{Checked, Task};
use crate::claim::{Reading, Status};
use crate::finding::{Cause, Finding, Severity, Verdict};
use crate::quantity::{Decimal, in_words, ln};
use crate::series::{Member, Point, days_between, series};

/// What may stand in the message of a rule. `a` and `b` are the two ends of the step, `a` the figure out of line where
/// it is one of them.
pub const WORDS: [&str; 9] = [
    "place", "measure", "course", "a.text", "a.source", "a.date", "b.text", "b.source", "b.date",
];

/// Of fewer figures no step is out of line with the others.
const LEAST: usize = 4;
/// One in a hundred a day.
const FLOOR: Decimal = Decimal::from_parts(1, 0, 0, false, 2);
/// A number with up to so many zeros too many or too few is a slip.
const MOST_ZEROS: u32 = 3;

/// Settings of the check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// How many times the median a step must be.
    pub factor: Decimal,
}

/// A figure of the series; one a day.
#[derive(Clone, Copy)]
struct Value<'a> {
    point: &'a Point,
    ln: Decimal,
}

pub(super) fn run(task: Task<'_>, settings: &Settings, readings: &[Reading]) -> Checked {
    let mut out = Checked::default();
    for series in series(readings, task.stories, task.selection) {
        let points = timeline(task, readings, &series);
        let values = one_a_day(task, readings, &points);
        if values.len() < LEAST {
            continue;
        }
        out.hold(values.iter().flat_map(|v| v.point.members()));
        out.findings.extend(jump(task, settings, readings, &values));
    }
    out
}

/// The first figure of each day that tells of the same as the first of all.
fn one_a_day<'a>(task: Task<'_>, readings: &[Reading], points: &'a [Point]) -> Vec<Value<'a>> {
    let Some(first) = points.first() else {
        return Vec::new();
    };
    let is_one =
        |p: &&Point| p.member == first.member || comparable(task, readings, first.member, p.member);
    let days = points.chunk_by(|a, b| a.day == b.day);
    let values = days.filter_map(|day| {
        let point = day.iter().find(is_one)?;
        let quantity = &point.member.of(readings).quantity;
        let single = quantity.low == quantity.high;
        Some(Value {
            point,
            ln: ln(quantity.low).filter(|_| single)?,
        })
    });
    values.collect()
}

/// The change a day between two values.
fn step(a: &Value<'_>, b: &Value<'_>) -> Decimal {
    let days = Decimal::from(days_between(a.point.day, b.point.day).max(1));
    (b.ln - a.ln).abs() / days
}

fn jump(
    task: Task<'_>,
    settings: &Settings,
    readings: &[Reading],
    values: &[Value<'_>],
) -> Option<Finding> {
    let steps: Vec<Decimal> = values
        .windows(2)
        .map(|pair| step(&pair[0], &pair[1]))
        .collect();
    let mut sorted = steps.clone();
    sorted.sort_unstable();
    // One odd figure makes two large steps, which say nothing of the usual one.
    sorted.truncate(sorted.len() - 2);
    let limit = settings.factor * sorted[sorted.len() / 2].max(FLOOR);
    let out_of_line: Vec<usize> = (0..steps.len()).filter(|i| steps[*i] > limit).collect();
    let last = values.len() - 1;
    // One figure that both steps lead to and from, or that the series begins or ends with, is the odd one.
    let (odd, others) = match out_of_line[..] {
        [up, down] if down == up + 1 && returns(values, up) => (Some(down), vec![up, down + 1]),
        [0] => (Some(0), vec![1]),
        [only] if only + 1 == last => (Some(last), vec![only]),
        [only] => (None, vec![only, only + 1]),
        _ => return None,
    };
    let (a, b) = match odd {
        Some(odd) => (values[odd], values[others[0]]),
        None => (values[others[0]], values[others[1]]),
    };
    let fit = odd.and_then(|odd| slip(readings, values, odd, &others, limit));
    // The first counts of what has just happened lag behind.
    let so_far = |m: Member| {
        let status = m.of(readings).status;
        status.is_some_and(|s| s.value == Status::Cumulative)
    };
    let early = so_far(a.point.member) && odd == Some(0) && a.ln < b.ln;
    if early && fit.is_none() {
        return None;
    }
    let members = |v: &Value<'_>| v.point.members().collect::<Vec<_>>();
    let sides = match odd {
        Some(odd) => vec![
            members(&values[odd]),
            others.iter().flat_map(|i| members(&values[*i])).collect(),
        ],
        None => vec![members(&a), members(&b)],
    };
    let sided: BTreeSet<Member> = sides.iter().flatten().copied().collect();
    let context = values.iter().flat_map(|v| v.point.members());
    let (earlier, later) = if a.point.day <= b.point.day {
        (a, b)
    } else {
        (b, a)
    };
    let course = format!(
        "{}, then {}",
        told(readings, earlier.point.member),
        told(readings, later.point.member)
    );
    let slipped = fit.is_some();
    let found = OverTime {
        context: context.filter(|m| !sided.contains(m)).collect(),
        sides,
        rests_on: &[a.point.member, b.point.member],
        words: &[("course", course)],
        severity: if slipped {
            Severity::Warning
        } else {
            Severity::Note
        },
        verdict: Verdict::Contradiction,
        cause: Cause::Unknown,
        why: if slipped {
            "the digits are those of a number in line with the others: a slip".to_owned()
        } else {
            "the other counts of the series change by far less a day".to_owned()
        },
        arithmetic: None,
        fit,
    };
    Some(finding(task, readings, found))
}

/// Whether the step behind a step goes back.
fn returns(values: &[Value<'_>], up: usize) -> bool {
    let rises = |i: usize| values[i + 1].ln > values[i].ln;
    rises(up) != rises(up + 1)
}

/// The odd figure read with zeros more or fewer, or with two digits in the other order, where that is in line.
fn slip(
    readings: &[Reading],
    values: &[Value<'_>],
    odd: usize,
    others: &[usize],
    limit: Decimal,
) -> Option<Fit> {
    let claim = values[odd].point.member.of(readings);
    let so_far = claim.status.is_some_and(|s| s.value == Status::Cumulative);
    let number = claim.quantity.low;
    let in_line = |read: Decimal| {
        let Some(ln) = ln(read) else { return false };
        let value = Value { ln, ..values[odd] };
        others.iter().all(|i| {
            let other = &values[*i];
            let (before, after) = if *i < odd {
                (other, &value)
            } else {
                (&value, other)
            };
            step(before, after) <= limit && (!so_far || before.ln <= after.ln)
        })
    };
    let scaled = (1..=MOST_ZEROS).flat_map(|zeros| {
        let power = Decimal::from(10_u64.pow(zeros));
        let name = |what: &str| {
            format!(
                "{zeros} zero{} too {what}",
                if zeros == 1 { "" } else { "s" }
            )
        };
        [
            number.checked_div(power).map(|n| (n, name("many"))),
            number.checked_mul(power).map(|n| (n, name("few"))),
        ]
    });
    let swapped = swapped(number).into_iter();
    let mut read = scaled
        .flatten()
        .filter(|(n, _)| n.is_integer())
        .chain(swapped.map(|n| (n, "two digits changed places".to_owned())));
    let (meant, slip) = read.find(|(n, _)| in_line(*n))?;
    Some(Fit {
        words: format!("{} read {} ({slip})", claim.text, in_words(meant)),
        cause: Some(Cause::Slip),
        why: None,
        locations: Vec::new(),
    })
}

/// The number with two neighbouring digits in the other order, in every way.
fn swapped(number: Decimal) -> Vec<Decimal> {
    let digits = number.normalize().to_string().into_bytes();
    let swap = |i: usize| {
        let mut digits = digits.clone();
        let both = digits[i].is_ascii_digit() && digits[i + 1].is_ascii_digit();
        digits.swap(i, i + 1);
        let text = String::from_utf8(digits).ok().filter(|_| both)?;
        text.parse().ok()
    };
    (0..digits.len().saturating_sub(1))
        .filter_map(swap)
        .collect()
}
