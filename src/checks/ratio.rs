//! `ratio`: a share fits the two figures that it is a share of, or the same share said in another way.
//!
//! With part a, whole b and share p, each within its interval: a / b = p, within the tolerance. Two shares must lie
//! within twice of it, where no word bounds them: both may have been rounded.

use super::arithmetic::{Disagreement, Labelled, finding, quotient, times};
use super::reconcile::Fit;
use super::slip::slip;
use super::{Checked, Task};
use crate::claim::{Modality, Operand, Reading, Share, ShareOf, Statement};
use crate::finding::{Cause, Finding, Severity};
use crate::quantity::{Bound, Decimal, Dimension, Interval, Quantity, in_words};
use crate::series::Member;

/// Settings of the check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// How far the stated share may lie outside of what the rounded figures allow, in parts of one.
    pub tolerance: Decimal,
}

/// What may stand in the message of a rule.
pub const WORDS: [&str; 3] = ["against", "computed", "stated"];

pub(super) fn run(task: Task<'_>, settings: &Settings, readings: &[Reading]) -> Checked {
    let mut out = Checked::default();
    for (r, reading) in readings.iter().enumerate() {
        for statement in &reading.statements {
            let Statement::Share(share) = statement else {
                continue;
            };
            let Some(terms) = Terms::of(reading, share, settings) else {
                continue;
            };
            let member = |claim: &usize| Member {
                reading: r,
                claim: *claim,
            };
            out.hold(terms.claims.iter().map(member));
            let literals: Vec<Interval> = terms.quantities.iter().map(|q| q.literal()).collect();
            if !terms.holds(&literals) {
                out.findings.push(terms.finding(task, readings, r));
            }
        }
    }
    out
}

/// A share with what it is held against: part and whole, or the other share.
struct Terms<'a> {
    /// The share first.
    claims: Vec<usize>,
    quantities: Vec<&'a Quantity>,
    tolerance: Decimal,
}

impl<'a> Terms<'a> {
    fn of(reading: &'a Reading, share: &Share, settings: &Settings) -> Option<Self> {
        let claims = match share.of {
            ShareOf::Figures { part, whole } => vec![share.share, part, whole],
            ShareOf::Share(other) => vec![share.share, other],
        };
        let all = || claims.iter().map(|claim| &reading.claims[*claim]);
        let told = all().all(|c| c.modality != Modality::Negated && !c.is_repeat());
        let quantities: Vec<&Quantity> = all().map(|c| &c.quantity).collect();
        // A part that is more than its whole is another mistake.
        let sound = match quantities.as_slice() {
            [_, part, whole] => whole.low > Decimal::ZERO && part.low <= whole.high,
            _ => true,
        };
        (told && sound).then_some(Self {
            claims,
            quantities,
            tolerance: settings.tolerance,
        })
    }

    /// Whether the arithmetic holds for some values of the intervals: of the share and what it is held against.
    fn holds(&self, intervals: &[Interval]) -> bool {
        let hundred = Decimal::ONE_HUNDRED;
        let capped = |at: usize| match self.claims.len() {
            3 => capped(intervals[at], self.quantities[at]),
            _ => intervals[at],
        };
        let in_percent = |at: usize| times(capped(at), per_cent(self.quantities[at]));
        let (other, slack) = match intervals {
            [_, _, whole] if whole.high.is_some_and(|high| high <= Decimal::ZERO) => return false,
            [_, _, _] => (
                times(quotient(capped(1), capped(2)), hundred),
                self.tolerance,
            ),
            [_, _] => (in_percent(1), self.slack_of_two()),
            _ => return true,
        };
        in_percent(0).gap(&other) <= slack * hundred
    }

    /// Two shares may both be rounded; "nearly a third" has room of its own.
    fn slack_of_two(&self) -> Decimal {
        let bare = |q: &&Quantity| matches!(q.bound, Bound::None | Bound::Exactly);
        if self.quantities.iter().all(bare) {
            self.tolerance * Decimal::TWO
        } else {
            self.tolerance
        }
    }

    /// What the share is held against, in percent.
    fn computed(&self) -> String {
        let percent = match self.quantities.as_slice() {
            [_, part, whole] => part
                .low
                .checked_div(whole.low)
                .and_then(|share| share.checked_mul(Decimal::ONE_HUNDRED)),
            [_, other] => other.low.checked_mul(per_cent(other)),
            _ => None,
        };
        let percent = percent.unwrap_or_default();
        let rounded = if percent < Decimal::ONE {
            percent.round_sf(2).unwrap_or(percent)
        } else {
            percent.round_dp(1)
        };
        format!("{}%", in_words(rounded))
    }

    fn finding(&self, task: Task<'_>, readings: &[Reading], r: usize) -> Finding {
        let reading = &readings[r];
        let operands: Vec<Operand> = self.claims.iter().map(|c| Operand::Claim(*c)).collect();
        let texts: Vec<&str> = operands.iter().map(|o| o.text(reading)).collect();
        let computed = self.computed();
        let (against, arithmetic) = match (texts.as_slice(), self.quantities.as_slice()) {
            ([_, a, b], [_, part, whole]) => (
                format!("{a} of {b}"),
                format!("{} / {}", in_words(part.low), in_words(whole.low)),
            ),
            ([_, other, ..], _) => ((*other).to_owned(), (*other).to_owned()),
            _ => (String::new(), String::new()),
        };
        let labels: &[&str] = if operands.len() > 2 {
            &["the part", "the whole"]
        } else {
            &["the same share"]
        };
        let computed_instead = Fit {
            words: format!("{} read {computed}", texts[0]),
            cause: None,
            why: None,
            locations: Vec::new(),
        };
        let fit = match operands.len() {
            3 => slip(reading, &operands, |i| self.holds(i)),
            _ => None,
        };
        let words = [
            ("against", against),
            ("computed", computed.clone()),
            ("stated", texts[0].to_owned()),
        ];
        let against = operands[1..].iter().zip(labels);
        finding(
            task,
            readings,
            r,
            Disagreement {
                stated: vec![Labelled(
                    operands[0],
                    format!("the rest makes it {computed}"),
                )],
                against: against
                    .map(|(operand, label)| Labelled(*operand, (*label).to_owned()))
                    .collect(),
                context: Vec::new(),
                words: &words,
                why: "the share does not fit the figures beside it, however they were rounded"
                    .to_owned(),
                arithmetic: format!("{arithmetic} = {computed}; the text says {}", texts[0]),
                fit: fit.or(Some(computed_instead)),
                severity: Severity::Error,
                cause: Cause::Unknown,
            },
        )
    }
}

/// "More than 270,000 people, or 4%": an open bound beside the exact share is at most half as much again, or half.
fn capped(interval: Interval, quantity: &Quantity) -> Interval {
    let half = Decimal::ONE / Decimal::TWO;
    let more = |end: Decimal| end.checked_add(end * half);
    match quantity.bound {
        Bound::MoreThan | Bound::AtLeast => Interval {
            high: interval.low.and_then(more),
            ..interval
        },
        Bound::LessThan | Bound::AtMost => Interval {
            low: interval.high.map(|high| high * half),
            ..interval
        },
        _ => interval,
    }
}

/// What makes percent of the number: a fraction is told in parts of one.
fn per_cent(quantity: &Quantity) -> Decimal {
    match quantity.dimension {
        Dimension::Percent => Decimal::ONE,
        _ => Decimal::ONE_HUNDRED,
    }
}
