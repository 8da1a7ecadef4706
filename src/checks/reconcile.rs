//! Arithmetic that would reconcile two sides. Only the forms that a rule names are tried: a blind search for any
//! sum that fits finds one by chance.

use crate::claim::{AsOf, Claim, Operand, Reading};
use crate::finding::{Cause, Location};
use crate::quantity::{Bound, Decimal, Interval, in_words};
use crate::series::{Member, Series, Side};

/// A form of arithmetic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Reconcile {
    /// Those who were there before and those who came are those who are there now.
    BeforePlusInflow,
    /// A scale word or a zero too many or too few.
    PowerOfTen,
    /// Two digits in the wrong order.
    SwappedDigits,
}

/// Arithmetic that fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fit {
    /// The arithmetic.
    pub words: String,
    /// The cause that it makes likely, where it does.
    pub cause: Option<Cause>,
    /// That cause in a sentence.
    pub why: Option<String>,
    /// The figures that it needs besides those of the sides.
    pub locations: Vec<Location>,
}

impl Reconcile {
    /// Tries the form on the first two sides.
    pub fn apply(self, readings: &[Reading], series: &Series, sides: &[Side]) -> Option<Fit> {
        let (a, b) = (sides[0].first().of(readings), sides[1].first().of(readings));
        match self {
            Reconcile::BeforePlusInflow => before_plus_inflow(readings, series, a, b),
            Reconcile::PowerOfTen => power_of_ten(a, b),
            Reconcile::SwappedDigits => swapped_digits(a, b),
        }
    }
}

fn measures(claim: &Claim, id: &str) -> bool {
    claim.measure.as_ref().is_some_and(|m| m.value == id)
}

fn before_plus_inflow(readings: &[Reading], series: &Series, a: &Claim, b: &Claim) -> Option<Fit> {
    let (now, inflow) = match (measures(a, "population"), measures(b, "population")) {
        (true, false) => (a, b),
        (false, true) => (b, a),
        _ => return None,
    };
    let is_before = |m: &&Member| {
        measures(m.of(readings), "population")
            && m.of(readings).quantity.low == m.of(readings).quantity.high
    };
    let before_at = *series.other_times.iter().find(is_before)?;
    let before = before_at.of(readings);
    let AsOf::Other(time) = &before.as_of.as_ref()?.value else {
        return None;
    };
    let (low, high) = (
        inflow.quantity.low.checked_add(before.quantity.low)?,
        inflow.quantity.high.checked_add(before.quantity.high)?,
    );
    let sum = match inflow.quantity.bound {
        Bound::MoreThan | Bound::AtLeast => Interval {
            low: Some(low),
            high: None,
        },
        Bound::LessThan | Bound::AtMost => Interval {
            low: None,
            high: Some(high),
        },
        _ => Interval {
            low: Some(low),
            high: Some(high),
        },
    };
    let conventional = now.quantity.conventional()?;
    let place_in = if conventional.high == sum.low || conventional.low == sum.high {
        let edge = if conventional.high == sum.low {
            "upper"
        } else {
            "lower"
        };
        format!("the {edge} edge of {}", now.text)
    } else if conventional.meets(&sum) {
        format!("within {}", now.text)
    } else if now.quantity.literal().meets(&sum) {
        format!("which {} does not exclude", now.text)
    } else {
        return None;
    };
    let total = match (sum.low, sum.high) {
        (Some(low), None) => format!("at least {}", in_words(low)),
        (None, Some(high)) => format!("at most {}", in_words(high)),
        _ if low == high => in_words(low),
        _ => format!("{} to {}", in_words(low), in_words(high)),
    };
    let words = format!(
        "{} displaced + {} residents {time} = {total}, {place_in}",
        in_words(inflow.quantity.low),
        in_words(before.quantity.low),
    );
    let label = format!("residents {time}");
    let location = Location {
        reading: before_at.reading,
        operand: Operand::Claim(before_at.claim),
        side: None,
        label,
    };
    Some(Fit {
        words,
        cause: None,
        why: None,
        locations: vec![location],
    })
}

/// The largest power of ten that is taken for a slip: millions for trillions.
const MOST_ZEROS: u32 = 6;

fn power_of_ten(a: &Claim, b: &Claim) -> Option<Fit> {
    let (larger, smaller) = if a.quantity.low > b.quantity.low {
        (a, b)
    } else {
        (b, a)
    };
    let (large, small) = (larger.quantity.low, smaller.quantity.low);
    if small.is_zero()
        || larger.quantity.low != larger.quantity.high
        || smaller.quantity.low != smaller.quantity.high
    {
        return None;
    }
    let zeros = (1..=MOST_ZEROS)
        .find(|zeros| small.checked_mul(Decimal::from(10_u64.pow(*zeros))) == Some(large))?;
    // Small round numbers are often a tenth of each other: 2 and 20.
    let digits = large.normalize().to_string().trim_end_matches('0').len();
    (digits >= 2).then(|| Fit {
        words: format!(
            "one of {} and {} has {zeros} zero{} too many or too few",
            larger.text,
            smaller.text,
            if zeros == 1 { "" } else { "s" }
        ),
        cause: Some(Cause::Slip),
        why: Some("the digits are the same, the size is not: a slip".to_owned()),
        locations: Vec::new(),
    })
}

fn swapped_digits(a: &Claim, b: &Claim) -> Option<Fit> {
    let digits = |c: &Claim| {
        (c.quantity.low == c.quantity.high)
            .then(|| c.quantity.low.normalize().to_string().into_bytes())
    };
    let (x, y) = (digits(a)?, digits(b)?);
    if x.len() != y.len() || x.len() < 3 {
        return None;
    }
    let differ: Vec<usize> = (0..x.len()).filter(|i| x[*i] != y[*i]).collect();
    let [i, j] = differ[..] else { return None };
    (j == i + 1 && x[i] == y[j] && x[j] == y[i]).then(|| Fit {
        words: format!("two digits of {} or {} changed places", a.text, b.text),
        cause: Some(Cause::Slip),
        why: Some("the same digits in another order: a slip".to_owned()),
        locations: Vec::new(),
    })
}
