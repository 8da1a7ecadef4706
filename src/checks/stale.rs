//! `stale`: a count was out of date when it was published: its source had given a newer one.

use std::collections::{BTreeMap, BTreeSet};

use super::over_time::{OverTime, comparable, finding, timeline, told};
use super::{Checked, Task};
use crate::claim::{Reading, Status};
use crate::finding::{Cause, Finding, Severity, Verdict};
use crate::series::{Member, Point, days_between, series};

/// What may stand in the message of a rule. `a` is the outdated figure, `b` the newer one.
pub const WORDS: [&str; 9] = [
    "place", "measure", "who", "a.text", "a.source", "a.date", "b.text", "b.source", "b.date",
];

/// A newer figure from longer ago than this may have been given up again.
const DAYS: i32 = 30;

/// How many figures before the newer one are looked through for the outdated one.
const LOOKED_BACK: usize = 16;

/// Counts of one originator in the order of days.
type Given<'a> = Vec<&'a Point>;

pub(super) fn run(task: Task<'_>, readings: &[Reading]) -> Checked {
    let mut out = Checked::default();
    for series in series(readings, task.stories, task.selection) {
        let points = timeline(task, readings, &series);
        let mut by_originator: BTreeMap<&str, Given<'_>> = BTreeMap::new();
        for point in &points {
            if let Some(who) = point.member.of(readings).originator() {
                by_originator.entry(who).or_default().push(point);
            }
        }
        // In order of the first figure, so that findings are in order too.
        let mut given: Vec<Given<'_>> = by_originator.into_values().collect();
        given.sort_by_key(|given| given[0].member);
        for given in given.into_iter().filter(|given| given.len() > 2) {
            out.hold(given.iter().flat_map(|p| p.members()));
            out.findings.extend(outdated(task, readings, &given));
        }
    }
    out
}

/// The figures of one originator that were out of date, each with the newer one: one finding for each newer figure.
fn outdated(task: Task<'_>, readings: &[Reading], given: &Given<'_>) -> Vec<Finding> {
    let mut found: Vec<(usize, usize, Vec<&Point>)> = Vec::new();
    // The newest figure of the days before, by its place.
    let mut newest: Option<usize> = None;
    let mut at = 0;
    for day in given.chunk_by(|a, b| a.day == b.day) {
        if let Some(newer) = newest {
            for point in day {
                let Some(before) = repeats(task, readings, given, newer, point) else {
                    continue;
                };
                match found.last_mut().filter(|(known, ..)| *known == newer) {
                    Some((_, _, outdated)) => outdated.push(point),
                    None => found.push((newer, before, vec![point])),
                }
            }
        }
        for i in at..at + day.len() {
            let low = |i: usize| given[i].member.of(readings).quantity.literal().low;
            // A count so far that is lower than one before is not newer, only later.
            let is_newer = newest
                .is_none_or(|known| !so_far(readings, given[i].member) || low(i) >= low(known));
            newest = newest.filter(|_| !is_newer).or(Some(i));
        }
        at += day.len();
    }
    found
        .into_iter()
        .map(|(newer, before, outdated)| {
            let [newer, before] = [newer, before].map(|i| given[i]);
            told_of(task, readings, given, newer, before, &outdated)
        })
        .collect()
}

/// Whether a figure repeats what its originator had said before the newer one: the place of the figure that it
/// repeats, which another document gave.
fn repeats(
    task: Task<'_>,
    readings: &[Reading],
    given: &Given<'_>,
    newer: usize,
    point: &Point,
) -> Option<usize> {
    let literal = |p: &Point| p.member.of(readings).quantity.literal();
    let (new, old) = (given[newer], point);
    let apart = if so_far(readings, old.member) {
        let ends = literal(old).high.zip(literal(new).low);
        ends.is_some_and(|(old, new)| old < new)
    } else {
        !literal(old).meets(&literal(new))
    };
    if !apart
        || days_between(new.day, old.day) > DAYS
        || !comparable(task, readings, old.member, new.member)
    {
        return None;
    }
    // Those of the newer figure's own day may stand behind it.
    let same_day = given[newer..]
        .iter()
        .take_while(|p| p.day == new.day)
        .take(LOOKED_BACK);
    let end = newer + same_day.count();
    let is_repeated = |i: &usize| {
        let before = given[*i];
        let other = before.member.reading != new.member.reading
            && before.member.reading != old.member.reading;
        let at_most = literal(old).low <= literal(before).high;
        // What there is now may come back to about as many; to the very number it seldom does.
        let number = |p: &Point| {
            let quantity = &p.member.of(readings).quantity;
            (quantity.low, quantity.high)
        };
        let same = number(old) == number(before);
        let outdated = !literal(before).meets(&literal(new));
        let fits = same || (at_most && so_far(readings, old.member));
        other && outdated && fits
    };
    (0..end).rev().take(LOOKED_BACK).find(is_repeated)
}

fn so_far(readings: &[Reading], member: Member) -> bool {
    let status = member.of(readings).status;
    status.is_some_and(|s| s.value == Status::Cumulative)
}

fn told_of(
    task: Task<'_>,
    readings: &[Reading],
    given: &Given<'_>,
    newer: &Point,
    before: &Point,
    outdated: &[&Point],
) -> Finding {
    let old = outdated[0];
    let mut late: Vec<Member> = outdated.iter().flat_map(|p| p.members()).collect();
    let literal = |p: &Point| p.member.of(readings).quantity.literal();
    // What it repeats agrees with it, unless it is itself lower still.
    if literal(before).meets(&literal(old)) {
        late.extend(before.members());
    }
    let new: Vec<Member> = newer.members().collect();
    let sided: BTreeSet<Member> = late.iter().chain(&new).copied().collect();
    let context = given.iter().flat_map(|p| p.members());
    let context = context.filter(|m| !sided.contains(m));
    let who = old.member.of(readings).attribution.first();
    let who = who.map_or_else(String::new, |a| a.name.clone());
    // Which of two figures of a day came first, nobody says.
    let then = if before.day < newer.day {
        "before that"
    } else {
        "on the same day"
    };
    let why = format!(
        "the same source ({who}) had given the newer figure before this was published, and the outdated one {then}: {}",
        told(readings, before.member)
    );
    let found = OverTime {
        context: context.collect(),
        sides: vec![late, new],
        rests_on: &[old.member, newer.member, before.member],
        words: &[("who", who)],
        severity: Severity::Warning,
        verdict: Verdict::Contradiction,
        cause: Cause::Time,
        why,
        arithmetic: None,
        fit: None,
    };
    finding(task, readings, found)
}
