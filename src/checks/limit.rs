//! `limit`: no share over all of a whole, no count below zero, no time or day that no clock or calendar has.

use super::arithmetic::{Disagreement, Labelled, finding};
use super::{Checked, Task};
use crate::claim::{Impossible, Limit, Operand, Reading, Statement};
use crate::finding::{Cause, Severity};
use crate::series::Member;

/// What may stand in the message of a rule.
pub const WORDS: [&str; 2] = ["stated", "limit"];

pub(super) fn run(task: Task<'_>, readings: &[Reading]) -> Checked {
    let mut out = Checked::default();
    for (r, reading) in readings.iter().enumerate() {
        for statement in &reading.statements {
            let Statement::Impossible(impossible) = statement else {
                continue;
            };
            if let Operand::Claim(claim) = impossible.what {
                if reading.claims[claim].is_repeat() {
                    continue;
                }
                out.hold([Member { reading: r, claim }]);
            }
            let stated = stated(reading, impossible);
            let limit = told(impossible.limit);
            let words = [("stated", stated.clone()), ("limit", limit.clone())];
            let of = impossible
                .of
                .map(|mention| Labelled::plain(Operand::Mention(mention)));
            out.findings.push(finding(
                task,
                readings,
                r,
                Disagreement {
                    stated: vec![Labelled(impossible.what, limit.clone())],
                    against: Vec::new(),
                    context: of.into_iter().collect(),
                    words: &words,
                    why: "no reading of the words makes it possible".to_owned(),
                    arithmetic: limit,
                    fit: None,
                    severity: Severity::Error,
                    cause: Cause::Slip,
                },
            ));
        }
    }
    out
}

/// The words, with what they are said of.
fn stated(reading: &Reading, impossible: &Impossible) -> String {
    let what = impossible.what.text(reading);
    let of = impossible.of.map(|mention| &reading.mentions[mention]);
    match of {
        Some(of) if of.span.start > reading_start(reading, impossible.what) => {
            format!("{what} {}", of.text)
        }
        Some(of) => format!("{} of {what}", of.text),
        None => what.to_owned(),
    }
}

fn reading_start(reading: &Reading, operand: Operand) -> usize {
    match operand {
        Operand::Claim(claim) => reading.claims[claim].span.start,
        Operand::Mention(mention) => reading.mentions[mention].span.start,
    }
}

fn told(limit: Limit) -> String {
    match limit {
        Limit::Share => "all of them are 100%".to_owned(),
        Limit::Count => "there are no fewer than none".to_owned(),
        Limit::Clock => "a day ends at 24:00, and an hour has 60 minutes".to_owned(),
        Limit::Month { last } => format!("the month has {last} days"),
    }
}
