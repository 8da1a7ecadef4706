//! `restatement`: a figure that a text says twice is the same both times.

use super::arithmetic::{Disagreement, Labelled, finding};
use super::slip::slip;
use super::{Checked, Task};
use crate::claim::{Again, Claim, Modality, Operand, Reading, Restated, Statement};
use crate::finding::{Cause, Finding, Severity};
use crate::quantity::{Decimal, Dimension, Interval, in_words};
use crate::series::Member;

/// What may stand in the message of a rule.
pub const WORDS: [&str; 4] = ["first", "again", "where", "counted"];

pub(super) fn run(task: Task<'_>, readings: &[Reading]) -> Checked {
    let mut out = Checked::default();
    for (r, reading) in readings.iter().enumerate() {
        for statement in &reading.statements {
            let Statement::Restated(restated) = statement else {
                continue;
            };
            let claims = [restated.first, restated.again];
            out.hold(claims.map(|claim| Member { reading: r, claim }));
            let intervals = claims.map(|claim| reading.claims[claim].quantity.literal());
            if is_of_one_measure(reading, restated) && !holds(restated, &intervals) {
                out.findings.push(disagreement(task, readings, r, restated));
            }
        }
    }
    out
}

/// Whether the two count one thing, as far as is known.
fn is_of_one_measure(reading: &Reading, restated: &Restated) -> bool {
    let [first, again] = [restated.first, restated.again].map(|c| &reading.claims[c]);
    let known = first.has_known_measure() && again.has_known_measure();
    let measure = |c: &Claim| c.measure.as_ref().map(|m| m.value.clone());
    !known || measure(first) == measure(again)
}

fn holds(restated: &Restated, intervals: &[Interval]) -> bool {
    let [first, again] = intervals else {
        return true;
    };
    let more = |people: usize| Decimal::from(people);
    let with_people = Interval {
        low: again.low.map(|low| low + more(restated.besides.0)),
        high: again.high.map(|high| high + more(restated.besides.1)),
    };
    first.meets(&with_people)
}

fn disagreement(task: Task<'_>, readings: &[Reading], r: usize, restated: &Restated) -> Finding {
    let reading = &readings[r];
    let (first, again) = (
        &reading.claims[restated.first],
        &reading.claims[restated.again],
    );
    let (one, other) = match restated.by {
        Again::Headline => ("the headline", "the text"),
        Again::Caption => ("the caption", "the text"),
        Again::Definite => ("first", "later"),
    };
    let operands = [restated.first, restated.again].map(Operand::Claim);
    let (more, fewer) = if first.quantity.low > again.quantity.low {
        (first, again)
    } else {
        (again, first)
    };
    let words = [
        ("first", format!("{one} {}", first.text)),
        ("again", format!("{other} {}", again.text)),
        ("where", one.to_owned()),
        ("counted", counted(first, again)),
    ];
    finding(
        task,
        readings,
        r,
        Disagreement {
            stated: vec![Labelled(operands[0], one.to_owned())],
            against: vec![Labelled(operands[1], other.to_owned())],
            context: Vec::new(),
            words: &words,
            why: "the text says one thing twice, with two figures, and nothing between them explains it"
                .to_owned(),
            arithmetic: format!(
                "{} − {} = {}",
                in_words(more.quantity.low),
                in_words(fewer.quantity.low),
                in_words(more.quantity.low - fewer.quantity.low)
            ),
            fit: slip(reading, &operands, |i| holds(restated, i)),
            severity: severity(restated, first, again),
            cause: Cause::Unknown,
        },
    )
}

/// What both count, for the first line.
fn counted(first: &Claim, again: &Claim) -> String {
    let noun = [again, first].iter().find_map(|c| c.noun.clone());
    noun.map_or_else(|| "the figure".to_owned(), |n| n.value)
}

/// One more may be counted by the one and not by the other.
fn severity(restated: &Restated, first: &Claim, again: &Claim) -> Severity {
    let one_more = first.quantity.dimension == Dimension::Count
        && first.people
        && first.quantity.low - again.quantity.low == Decimal::ONE;
    let hedged = |c: &Claim| c.modality == Modality::Hedged;
    let hedged = hedged(first) != hedged(again);
    if one_more || hedged {
        Severity::Note
    } else if restated.by == Again::Definite {
        Severity::Warning
    } else {
        Severity::Error
    }
}
