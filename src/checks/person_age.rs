//! `person-age`: one person has one age, in a text, in the texts of one day and in those on one event.

use rustc_hash::FxHashMap;

use super::arithmetic::{Disagreement, Labelled, finding};
use super::{Checked, Task};
use crate::claim::{Aged, Operand, Reading, Statement};
use crate::document::Date;
use crate::finding::{Cause, Finding, Location, Severity};
use crate::quantity::{Decimal, in_words};
use crate::series::Member;

/// What may stand in the message of a rule.
pub const WORDS: [&str; 2] = ["who", "ages"];

/// Years between a parent and a child of one name.
const GENERATION: i64 = 14;

/// An age with the reading that it stands in.
#[derive(Clone, Copy)]
struct Told<'a> {
    reading: usize,
    aged: &'a Aged,
    age: Decimal,
}

/// Texts that mean one person by a name.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Texts {
    /// Those of one event.
    OfEvent(usize),
    /// Those of one day.
    OfDay(Date),
    /// One without a date.
    Alone(usize),
}

/// The ages told of one name, in order.
type Person<'a> = Vec<Told<'a>>;

pub(super) fn run(task: Task<'_>, readings: &[Reading]) -> Checked {
    let mut out = Checked::default();
    // In order of first mention, so that findings are in order too.
    let mut people: Vec<Person<'_>> = Vec::new();
    let mut known: FxHashMap<(&str, Texts), usize> = FxHashMap::default();
    for (r, reading) in readings.iter().enumerate() {
        for statement in &reading.statements {
            let Statement::Aged(aged) = statement else {
                continue;
            };
            if reading.claims[aged.age].is_repeat() {
                continue;
            }
            let texts = match (task.stories.shared_event(r), aged.published) {
                (Some(event), _) => Texts::OfEvent(event),
                (None, Some(day)) => Texts::OfDay(day),
                (None, None) => Texts::Alone(r),
            };
            let next = people.len();
            let at = *known.entry((aged.name.as_str(), texts)).or_insert(next);
            if at == next {
                people.push(Vec::new());
            }
            people[at].push(Told {
                reading: r,
                aged,
                age: reading.claims[aged.age].quantity.low,
            });
        }
    }
    let birthdays: Vec<bool> = readings
        .iter()
        .map(|reading| {
            let is_birthday = |s: &Statement| matches!(s, Statement::Birthday(_));
            reading.statements.iter().any(is_birthday)
        })
        .collect();
    for told in people.iter().filter(|told| told.len() > 1) {
        out.hold(told.iter().map(|t| Member {
            reading: t.reading,
            claim: t.aged.age,
        }));
        let Some(first) = told.iter().find(|t| !t.aged.bracketed) else {
            continue;
        };
        let others: Vec<Told<'_>> = told
            .iter()
            .filter(|other| differ(first, other, &birthdays))
            .copied()
            .collect();
        out.findings.extend(named(task, readings, first, &others));
    }
    out
}

/// From so many days on, one in twelve people has had a birthday.
const BIRTHDAY: i32 = 30;

/// Whether two ages cannot both be one person's on one day.
fn differ(a: &Told<'_>, b: &Told<'_>, birthdays: &[bool]) -> bool {
    let apart = (a.age - b.age).abs();
    let dated = a.aged.dated || b.aged.dated;
    let birthday = dated || birthdays[a.reading] || birthdays[b.reading];
    let namesakes = (a.aged.kin || b.aged.kin) && apart >= Decimal::from(GENERATION);
    let later = a
        .aged
        .published
        .zip(b.aged.published)
        .is_some_and(|(x, y)| {
            x.until(y)
                .is_ok_and(|span| span.get_days().abs() > BIRTHDAY)
        });
    let grown = (birthday || later) && apart <= Decimal::ONE;
    !(apart.is_zero() || grown || namesakes)
}

fn named(
    task: Task<'_>,
    readings: &[Reading],
    first: &Told<'_>,
    others: &[Told<'_>],
) -> Option<Finding> {
    // Within the text where there is one, else in the others.
    let beside = |t: &&Told<'_>| t.reading == first.reading;
    let within = others.iter().any(|t| beside(&t));
    let against: Vec<&Told<'_>> = others.iter().filter(|t| !within || beside(t)).collect();
    let other = against.first()?;
    let reading = &readings[first.reading];
    let who = Operand::Mention(first.aged.who).text(reading);
    let ages = format!("{} and {}", in_words(first.age), in_words(other.age));
    let words = [("who", who.to_owned()), ("ages", ages)];
    let label = |age: Decimal| format!("{who} is {}", in_words(age));
    let mut found = finding(
        task,
        readings,
        first.reading,
        Disagreement {
            stated: vec![Labelled(Operand::Claim(first.aged.age), label(first.age))],
            against: Vec::new(),
            context: Vec::new(),
            words: &words,
            why: "a person has one age on one day".to_owned(),
            arithmetic: format!(
                "{} − {} = {}",
                in_words(first.age.max(other.age)),
                in_words(first.age.min(other.age)),
                in_words((first.age - other.age).abs())
            ),
            fit: None,
            // Two people may share a name; in one text they seldom do.
            severity: if within {
                Severity::Error
            } else {
                Severity::Warning
            },
            cause: Cause::Slip,
        },
    );
    // Of several articles, one may be left out.
    found.indivisible = within;
    found.locations.extend(against.iter().map(|t| Location {
        reading: t.reading,
        operand: Operand::Claim(t.aged.age),
        side: Some(1),
        label: label(t.age),
    }));
    let quoted = against
        .iter()
        .any(|t| readings[t.reading].claims[t.aged.age].quoted);
    if quoted {
        found.severity = found.severity.min(Severity::Note);
    }
    Some(found)
}
