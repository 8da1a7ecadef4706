//! Arithmetic on figures that are known only within an interval, and the finding when it does not hold.

use super::Task;
use super::reconcile::Fit;
use crate::claim::{Operand, Reading};
use crate::finding::{Cause, Finding, Location, Severity, Verdict};
use crate::quantity::{Decimal, Form, Interval, Quantity};

/// Figures that do not fit together.
pub struct Disagreement<'a> {
    /// What the text says: the first side.
    pub stated: Vec<Labelled>,
    /// What it is held against: the other side.
    pub against: Vec<Labelled>,
    /// What else belongs to it.
    pub context: Vec<Labelled>,
    /// The values of the message's placeholders.
    pub words: &'a [(&'static str, String)],
    /// The likely reason, in a sentence.
    pub why: String,
    /// The arithmetic.
    pub arithmetic: String,
    /// What would fit.
    pub fit: Option<Fit>,
    /// The most that it may be, whatever the rule allows.
    pub severity: Severity,
    /// Its cause where no slip is found.
    pub cause: Cause,
}

/// An operand and what is printed under it.
pub struct Labelled(pub Operand, pub String);

impl Labelled {
    /// An operand that needs no words.
    pub fn plain(operand: Operand) -> Self {
        Self(operand, String::new())
    }
}

/// The finding of a disagreement within one reading.
pub fn finding(
    task: Task<'_>,
    readings: &[Reading],
    reading: usize,
    found: Disagreement<'_>,
) -> Finding {
    let sides = [
        (Some(0), found.stated),
        (Some(1), found.against),
        (None, found.context),
    ];
    let locations: Vec<Location> = sides
        .into_iter()
        .flat_map(|(side, operands)| {
            operands
                .into_iter()
                .map(move |Labelled(operand, label)| Location {
                    reading,
                    operand,
                    side,
                    label,
                })
        })
        .collect();
    let quoted = locations
        .iter()
        .any(|l| l.side.is_some() && l.operand.is_quoted(&readings[reading]));
    let ceiling = if quoted {
        Severity::Note
    } else {
        found.severity
    };
    let filled = |name: &str| {
        let of = found.words.iter().find(|(known, _)| *known == name);
        of.map_or_else(String::new, |(_, value)| value.clone())
    };
    let fit = found.fit;
    Finding {
        rule: task.rule.to_owned(),
        severity: ceiling.min(task.ceiling.of(Verdict::Contradiction)),
        verdict: Verdict::Contradiction,
        cause: fit.as_ref().and_then(|f| f.cause).unwrap_or(found.cause),
        confidence: 90,
        message: task.message.fill(filled),
        why: found.why,
        arithmetic: Some(found.arithmetic),
        carried: None,
        would_fit: fit.map(|fit| fit.words),
        indivisible: true,
        locations,
    }
}

/// The place value of the last digit of a number as written; none for fractions and vague plurals.
pub fn last_digit(quantity: &Quantity) -> Option<Decimal> {
    match quantity.form {
        Form::Number { granularity } => Some(granularity),
        _ => None,
    }
}

/// a + b
pub fn sum(a: Interval, b: Interval) -> Interval {
    let add = |x: Option<Decimal>, y: Option<Decimal>| x?.checked_add(y?);
    Interval {
        low: add(a.low, b.low),
        high: add(a.high, b.high),
    }
}

/// a − b
pub fn difference(a: Interval, b: Interval) -> Interval {
    let subtract = |x: Option<Decimal>, y: Option<Decimal>| x?.checked_sub(y?);
    Interval {
        low: subtract(a.low, b.high),
        high: subtract(a.high, b.low),
    }
}

/// a / b, for figures above zero; open where b may be zero.
pub fn quotient(a: Interval, b: Interval) -> Interval {
    let divide = |x: Option<Decimal>, y: Option<Decimal>| x?.checked_div(y?);
    Interval {
        low: divide(a.low, b.high).or(Some(Decimal::ZERO)),
        high: divide(a.high, b.low.filter(|low| *low > Decimal::ZERO)),
    }
}

/// The interval in units that are so many times smaller.
pub fn times(a: Interval, factor: Decimal) -> Interval {
    let scaled = |end: Option<Decimal>| end?.checked_mul(factor);
    Interval {
        low: scaled(a.low),
        high: scaled(a.high),
    }
}

/// −a
pub fn negative(a: Interval) -> Interval {
    Interval {
        low: a.high.map(|high| -high),
        high: a.low.map(|low| -low),
    }
}

/// The interval with so much let pass on both sides.
pub fn widened(a: Interval, by: Decimal) -> Interval {
    Interval {
        low: a.low.map(|low| low - by),
        high: a.high.map(|high| high + by),
    }
}
