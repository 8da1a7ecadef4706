//! `roll-forward`: what came in between makes the difference of two totals.
//!
//! total now − total then = what came since, for some values that the words of the three allow.

use super::arithmetic::difference;
use super::describe::short_date;
use super::over_time::{OverTime, finding, timeline};
use super::{Checked, Task};
use crate::claim::{Basis, Claim, Field, Reading, Role, Status};
use crate::document::Date;
use crate::finding::{Cause, Finding, Severity, Verdict};
use crate::quantity::in_words;
use crate::series::{Licence, Member, Point, licence, series};

/// What may stand in the message of a rule. `a` is the total then, `b` the total now.
pub const WORDS: [&str; 10] = [
    "place", "measure", "computed", "stated", "a.text", "a.source", "a.date", "b.text", "b.source",
    "b.date",
];

/// Of more totals of one day, or more increments of one document, the first are looked at.
const MOST: usize = 16;

/// What came within a window of days.
#[derive(Clone, Copy)]
struct Increment {
    member: Member,
    days: u16,
}

pub(super) fn run(task: Task<'_>, readings: &[Reading]) -> Checked {
    let mut out = Checked::default();
    let increments: Vec<Vec<Increment>> = (0..readings.len())
        .map(|r| increments(readings, r))
        .collect();
    for series in series(readings, task.stories, task.selection) {
        let points = timeline(task, readings, &series);
        let mut told = None;
        for now in &points {
            // One finding a document: its headline says the same.
            if told == Some(now.member.reading) {
                continue;
            }
            for came in &increments[now.member.reading] {
                // A total of that many is what came, and not the total.
                let totals =
                    now.member.of(readings).quantity.low > came.member.of(readings).quantity.low;
                if !totals || !belongs(readings, now.member, came.member) {
                    continue;
                }
                let then: Vec<&Point> = before(task, readings, &points, now, came.days).collect();
                let Some(first) = then.first() else {
                    continue;
                };
                out.hold([first.member, now.member, came.member]);
                let fits = |then: &&Point| adds_up(readings, then.member, now.member, came.member);
                if !then.iter().any(fits) {
                    told = Some(now.member.reading);
                    out.findings
                        .push(told_of(task, readings, first, now, *came));
                    break;
                }
            }
        }
    }
    out
}

/// The figures of a document that came within a known window.
fn increments(readings: &[Reading], reading: usize) -> Vec<Increment> {
    let claims = readings[reading].claims.iter().enumerate();
    let increment = |(claim, c): (usize, &Claim)| {
        let came = matches!(c.role, Role::Besides | Role::Increment)
            || c.status.is_some_and(|s| s.value == Status::Increment);
        let told = !c.is_repeat() && !c.is_derived() && c.modality.is_comparable();
        let window = c.window.filter(|_| came && told)?;
        Some(Increment {
            member: Member { reading, claim },
            days: window.value,
        })
    };
    claims.filter_map(increment).take(MOST).collect()
}

/// Whether an increment came to a total of its document: the same is counted, in the same place, of the same people,
/// and nothing says that it was another event.
fn belongs(readings: &[Reading], total: Member, came: Member) -> bool {
    let (total, came) = (total.of(readings), came.of(readings));
    let one_event = match (total.event, came.event) {
        (Some(one), Some(other)) => one.value == other.value || other.basis == Basis::Guessed,
        _ => true,
    };
    one_event
        && one_originator(total, came)
        && value(&total.measure) == value(&came.measure)
        && value(&total.place) == value(&came.place)
        && value(&total.population) == value(&came.population)
}

fn value(field: &Option<Field<String>>) -> Option<&str> {
    field.as_ref().map(|f| f.value.as_str())
}

/// Whether no two originators are named.
fn one_originator(a: &Claim, b: &Claim) -> bool {
    let both = a.originator().zip(b.originator());
    both.is_none_or(|(one, other)| one == other)
}

/// The totals so many days before another one.
fn before<'a>(
    task: Task<'a>,
    readings: &'a [Reading],
    points: &'a [Point],
    now: &'a Point,
    days: u16,
) -> impl Iterator<Item = &'a Point> {
    let day = now.day.checked_sub(jiff::Span::new().days(i64::from(days)));
    let day: Option<Date> = day.ok();
    let from = points.partition_point(|p| Some(p.day) < day);
    let of_day = points[from..]
        .iter()
        .take_while(move |p| Some(p.day) == day);
    of_day.take(MOST).filter(|then| {
        let (then, now) = (then.member, now.member);
        licence(readings, task.stories, task.selection, then, now) == Ok(Licence::Documents)
            && one_originator(then.of(readings), now.of(readings))
            && value(&then.of(readings).place) == value(&now.of(readings).place)
    })
}

fn adds_up(readings: &[Reading], then: Member, now: Member, came: Member) -> bool {
    let [then, now, came] = [then, now, came].map(|m| m.of(readings).quantity.literal());
    difference(now, then).meets(&came)
}

fn told_of(
    task: Task<'_>,
    readings: &[Reading],
    then: &Point,
    now: &Point,
    came: Increment,
) -> Finding {
    let [x, y, z] = [then.member, now.member, came.member].map(|m| m.of(readings));
    let (before, after) = (x.quantity.low, y.quantity.low);
    let computed = format!(
        "{} − {} = {}",
        in_words(after),
        in_words(before),
        in_words(after - before)
    );
    let window = match came.days {
        1 => "in one day".to_owned(),
        days => format!("in {days} days"),
    };
    // Of which event an increment was guessed to be does not matter: it stands beside its total.
    let guessed = z
        .bases()
        .iter()
        .any(|(field, basis)| *field != "event" && *basis == Basis::Guessed);
    let found = OverTime {
        sides: vec![
            vec![came.member],
            then.members().chain(now.members()).collect(),
        ],
        context: Vec::new(),
        rests_on: &[then.member, now.member],
        words: &[
            ("computed", computed.clone()),
            ("stated", format!("{} {window}", z.text)),
        ],
        severity: if guessed || z.quoted {
            Severity::Note
        } else {
            Severity::Warning
        },
        verdict: Verdict::Contradiction,
        cause: Cause::Unknown,
        why: "the totals differ by another number than came in between: one of the three is wrong, or earlier cases were \
              added or taken back"
            .to_owned(),
        arithmetic: Some(format!(
            "{} ({}) − {} ({}) = {}, the text says {}",
            in_words(after),
            short_date(now.day),
            in_words(before),
            short_date(then.day),
            in_words(after - before),
            z.text
        )),
        fit: None,
    };
    let mut finding = finding(task, readings, found);
    finding.indivisible = true;
    for location in &mut finding.locations {
        if location.side == Some(0) {
            location.label = format!("{window}, to {}", short_date(now.day));
        }
    }
    finding
}
