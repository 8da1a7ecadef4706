//! `sum`: parts add up to their whole.
//!
//! Every figure may be anything that rounds to it, and people who are told of one by one ("a woman") are added as
//! they are counted, at least and at most. Parts that need not be all of the whole may be fewer, never more.

use super::arithmetic::{Disagreement, Labelled, difference, finding, sum};
use super::reconcile::Fit;
use super::slip::slip;
use super::{Checked, Task};
use crate::claim::{Basis, Operand, Reading, Statement, Sum};
use crate::finding::{Cause, Severity};
use crate::quantity::{Decimal, Interval, in_words};
use crate::series::Member;

/// What may stand in the message of a rule.
pub const WORDS: [&str; 3] = ["computed", "stated", "difference"];

pub(super) fn run(task: Task<'_>, readings: &[Reading]) -> Checked {
    let mut out = Checked::default();
    for (r, reading) in readings.iter().enumerate() {
        for statement in &reading.statements {
            let Statement::Sum(stated) = statement else {
                continue;
            };
            if reading.claims[stated.whole].is_repeat() {
                continue;
            }
            let claims = std::iter::once(stated.whole).chain(stated.parts.iter().copied());
            out.hold(claims.map(|claim| Member { reading: r, claim }));
            out.findings.extend(disagreement(task, readings, r, stated));
        }
    }
    out
}

/// Whether the parts fit the whole for some values of the intervals; the first is that of the whole.
fn holds(stated: &Sum, intervals: &[Interval]) -> bool {
    let Some((whole, parts)) = intervals.split_first() else {
        return true;
    };
    let (least, most) = stated.persons;
    let persons = Interval::closed(Decimal::from(least), Decimal::from(most));
    let total = parts.iter().copied().fold(persons, sum);
    let rest = difference(total, *whole);
    let not_more = rest.low.is_none_or(|low| low <= Decimal::ZERO);
    let not_fewer = rest.high.is_none_or(|high| high >= Decimal::ZERO);
    not_more && (not_fewer || !stated.complete)
}

fn disagreement(
    task: Task<'_>,
    readings: &[Reading],
    r: usize,
    stated: &Sum,
) -> Option<crate::finding::Finding> {
    let reading = &readings[r];
    let operands: Vec<Operand> = std::iter::once(stated.whole)
        .chain(stated.parts.iter().copied())
        .map(Operand::Claim)
        .collect();
    let intervals: Vec<Interval> = operands
        .iter()
        .filter_map(|o| o.quantity(reading))
        .map(|q| q.literal())
        .collect();
    if holds(stated, &intervals) {
        return None;
    }
    let value = |claim: &usize| reading.claims[*claim].quantity.low;
    let whole = value(&stated.whole);
    let persons = Decimal::from(stated.persons.1);
    let computed = stated
        .parts
        .iter()
        .map(value)
        .fold(persons, |sum, part| sum.saturating_add(part));
    let apart = (computed - whole).abs();
    let more = if computed > whole { "more" } else { "fewer" };
    let mut terms: Vec<String> = stated.parts.iter().map(|p| in_words(value(p))).collect();
    if stated.persons.1 > 0 {
        terms.push(format!("{} told of one by one", in_words(persons)));
    }
    let sign = if computed > whole { '+' } else { '−' };
    let text = |claim: usize| reading.claims[claim].text.clone();
    let words = [
        ("computed", in_words(computed)),
        ("stated", text(stated.whole)),
        ("difference", format!("{} {more}", in_words(apart))),
    ];
    // Where the parts need only be fewer, any larger whole would do: that is no slip.
    let slip = stated
        .complete
        .then(|| slip(reading, &operands, |i| holds(stated, i)))
        .flatten();
    let fit = slip.or_else(|| {
        Some(Fit {
            words: format!("{} read {}", text(stated.whole), in_words(computed)),
            cause: None,
            why: None,
            locations: Vec::new(),
        })
    });
    let why = if stated.complete {
        "the parts are told as all of the whole"
    } else {
        "the parts cannot be more than the whole"
    };
    Some(finding(
        task,
        readings,
        r,
        Disagreement {
            stated: vec![Labelled(
                Operand::Claim(stated.whole),
                "the whole".to_owned(),
            )],
            against: operands[1..]
                .iter()
                .map(|part| Labelled(*part, "a part".to_owned()))
                .collect(),
            context: Vec::new(),
            words: &words,
            why: why.to_owned(),
            arithmetic: if terms.len() == 1 {
                format!(
                    "{} − {} = {}",
                    in_words(computed),
                    in_words(whole),
                    in_words(computed - whole)
                )
            } else {
                format!(
                    "{} = {}; the text says {} ({sign}{})",
                    terms.join(" + "),
                    in_words(computed),
                    in_words(whole),
                    in_words(apart)
                )
            },
            fit,
            severity: if stated.basis == Basis::Stated {
                Severity::Error
            } else {
                Severity::Warning
            },
            cause: Cause::Unknown,
        },
    ))
}
