//! A step that is told in two ways, in percent and in an amount.

use super::{Settings, percent_of, unit_in};
use crate::checks::Task;
use crate::checks::arithmetic::{
    Disagreement, Labelled, difference, finding, last_digit, quotient, sum, times, widened,
};
use crate::checks::reconcile::Fit;
use crate::checks::slip::slip;
use crate::claim::{Operand, Reading, Steps};
use crate::finding::{Cause, Finding, Severity};
use crate::quantity::{Decimal, Interval, Quantity, Trend, in_words};

/// "jumped 69.47 points, or 1.1 percent, to 6,144.25": the amount gives the earlier value, which gives the percentage.
pub(super) fn two_steps(
    task: Task<'_>,
    settings: &Settings,
    readings: &[Reading],
    r: usize,
    steps: Steps,
) -> Option<Finding> {
    let reading = &readings[r];
    let quantity = |claim: usize| &reading.claims[claim].quantity;
    let (share, amount, to) = (
        quantity(steps.percent),
        quantity(steps.amount),
        quantity(steps.to),
    );
    let unit = unit_in(amount, [to, to])?;
    let sign = match steps.trend {
        Trend::Up => Decimal::ONE,
        Trend::Down => -Decimal::ONE,
    };
    let last = last_digit(share).unwrap_or_default().min(Decimal::ONE);
    let slack = last + share.low.abs() * settings.tolerance;
    let earlier = |amount: Interval, to: Interval| {
        let amount = times(amount, unit);
        match steps.trend {
            Trend::Up => difference(to, amount),
            Trend::Down => sum(to, amount),
        }
    };
    let holds = |i: &[Interval]| {
        let [share, amount, to] = i else { return true };
        let from = earlier(*amount, *to);
        let positive = from.low.is_some_and(|low| low > Decimal::ZERO);
        // Of the earlier value, so that the later one counts once.
        let made = times(quotient(times(*amount, unit), from), Decimal::ONE_HUNDRED);
        !positive || made.meets(&widened(*share, slack))
    };
    let operands = [steps.percent, steps.amount, steps.to].map(Operand::Claim);
    let intervals = [share, amount, to].map(Quantity::literal);
    // An index of the day may have been told in another unit: the earlier value must make sense at all.
    let before = to.low - sign * amount.low * unit;
    if before <= Decimal::ZERO || to.low <= Decimal::ZERO || holds(&intervals) {
        return None;
    }
    let made = percent_of(before, to.low).abs();
    let text = |i: usize| operands[i].text(reading).to_owned();
    let words = [
        ("from", in_words(before)),
        ("to", text(2)),
        ("computed", format!("{}%", in_words(made))),
        ("stated", text(0)),
    ];
    let computed = Fit {
        words: format!("{} read {}%", text(0), in_words(made)),
        cause: None,
        why: None,
        locations: Vec::new(),
    };
    Some(finding(
        task,
        readings,
        r,
        Disagreement {
            stated: vec![Labelled(
                operands[0],
                format!("the figures say: {}%", in_words(made)),
            )],
            against: vec![
                Labelled(operands[1], "the step".to_owned()),
                Labelled(operands[2], "after".to_owned()),
            ],
            context: Vec::new(),
            words: &words,
            why: "the step is told in two ways, and they do not lead to the same value".to_owned(),
            arithmetic: format!(
                "{} {} {} = {} before; {} of that is {}%; the text says {}",
                in_words(to.low),
                if steps.trend == Trend::Up { '−' } else { '+' },
                in_words(amount.low * unit),
                in_words(before),
                in_words(amount.low * unit),
                in_words(made),
                text(0)
            ),
            fit: slip(reading, &operands, holds).or(Some(computed)),
            severity: Severity::Error,
            cause: Cause::Unknown,
        },
    ))
}
