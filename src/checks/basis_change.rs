//! `basis-change`: one count is of those identified or confirmed, another of those reported.

use super::over_time::{OverTime, comparable, finding};
use super::{Checked, Task};
use crate::claim::{Reading, Status, Tally};
use crate::finding::{Cause, Finding, Severity, Verdict};
use crate::series::{Member, is_total, series};

/// What may stand in the message of a rule. `a` is the count of those known, `b` of those reported.
pub const WORDS: [&str; 10] = [
    "place", "measure", "known", "reported", "a.text", "a.source", "a.date", "b.text", "b.source",
    "b.date",
];

pub(super) fn run(task: Task<'_>, readings: &[Reading]) -> Checked {
    let mut out = Checked::default();
    for series in series(readings, task.stories, task.selection) {
        let told = series.members.iter().copied();
        let told =
            told.filter(|m| tally(readings, *m).is_some() && is_total(readings, task.stories, *m));
        let (known, reported): (Vec<Member>, Vec<Member>) =
            told.partition(|m| tally(readings, *m).is_some_and(Tally::is_known));
        if known.is_empty() || reported.is_empty() {
            continue;
        }
        out.hold(known.iter().chain(&reported).copied());
        out.findings
            .extend(apart(task, readings, &known, &reported));
    }
    out
}

fn tally(readings: &[Reading], member: Member) -> Option<Tally> {
    member.of(readings).tally.map(|t| t.value)
}

/// The counts that lie furthest apart, if they cannot both be of the same: mostly fewer are known than reported.
fn apart(
    task: Task<'_>,
    readings: &[Reading],
    known: &[Member],
    reported: &[Member],
) -> Option<Finding> {
    let literal = |m: &Member| m.of(readings).quantity.literal();
    let lowest = |members: &[Member]| {
        members
            .iter()
            .copied()
            .min_by_key(|m| (literal(m).high, *m))
    };
    let highest = |members: &[Member]| members.iter().copied().max_by_key(|m| (literal(m).low, *m));
    let pairs = [
        (lowest(known), highest(reported)),
        (highest(known), lowest(reported)),
    ];
    let mut pairs = pairs.into_iter().filter_map(|(a, b)| Some((a?, b?)));
    let (a, b) = pairs
        .find(|(a, b)| !literal(a).meets(&literal(b)) && comparable(task, readings, *a, *b))?;
    // Those of the same kind that agree with the one, and the others.
    let agrees = |with: Member| move |m: &Member| literal(m).meets(&literal(&with));
    let (with_a, other_known): (Vec<Member>, Vec<Member>) =
        known.iter().copied().partition(agrees(a));
    let (with_b, other_reported): (Vec<Member>, Vec<Member>) =
        reported.iter().copied().partition(agrees(b));
    let names = [a, b].map(|m| tally(readings, m).map_or("", Tally::as_str));
    let found = OverTime {
        sides: vec![with_a, with_b],
        context: other_known.into_iter().chain(other_reported).collect(),
        rests_on: &[a, b],
        words: &[
            ("known", names[0].to_owned()),
            ("reported", names[1].to_owned()),
        ],
        severity: if rose(readings, a, b) {
            Severity::Note
        } else {
            Severity::Warning
        },
        verdict: Verdict::Contradiction,
        cause: Cause::Definition,
        why: format!(
            "one counts those {}, the other those {}",
            names[0], names[1]
        ),
        arithmetic: None,
        fit: None,
    };
    Some(finding(task, readings, found))
}

/// Whether a count so far is the higher one on a later day: then it may also have grown.
fn rose(readings: &[Reading], a: Member, b: Member) -> bool {
    let day = |m: Member| m.of(readings).as_of.as_ref().and_then(|d| d.value.day());
    let so_far = |m: Member| {
        let status = m.of(readings).status;
        status.is_some_and(|s| s.value == Status::Cumulative)
    };
    let (Some(x), Some(y)) = (day(a), day(b)) else {
        return false;
    };
    let higher = a.of(readings).quantity.low > b.of(readings).quantity.low;
    so_far(a) && so_far(b) && if higher { x > y } else { y > x }
}
