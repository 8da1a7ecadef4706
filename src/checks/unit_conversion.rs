//! `unit-conversion`: a figure said again in another unit is the same.
//!
//! The first figure is converted within its interval, and must come within the tolerance of the second: x ± h feet
//! are 0.3048 x ± 0.3048 h metres.

use std::sync::Arc;

use super::arithmetic::{Disagreement, Labelled, finding, last_digit};
use super::reconcile::Fit;
use super::slip::slip;
use super::{Checked, Task};
use crate::claim::{Claim, Modality, Operand, Reading, RelationKind};
use crate::finding::{Cause, Finding, Severity};
use crate::quantity::{Bound, Decimal, Dimension, Form, Interval, Quantity, Size, Unit, in_words};
use crate::series::Member;

/// What is let pass where a rule does not say, in parts of the larger figure.
pub const TOLERANCE: Decimal = Decimal::from_parts(5, 0, 0, false, 2);

/// Settings of the check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// How far the two may lie apart beyond what rounding allows, in parts of the larger.
    pub tolerance: Decimal,
    /// Which currencies are compared.
    pub rates: Vec<Rate>,
    /// Units of one system, smallest first.
    pub rows: Vec<Vec<Arc<Unit>>>,
}

/// What one of a currency buys of another: a range, as rates move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rate {
    /// The name of the one, as in the lexicon.
    pub from: String,
    /// The name of the other.
    pub to: String,
    /// The least that one buys of the other; above zero.
    pub least: Decimal,
    /// The most.
    pub most: Decimal,
}

/// What may stand in the message of a rule.
pub const WORDS: [&str; 3] = ["first", "computed", "second"];

pub(super) fn run(task: Task<'_>, settings: &Settings, readings: &[Reading]) -> Checked {
    let mut out = Checked::default();
    for (r, reading) in readings.iter().enumerate() {
        for (c, claim) in reading.claims.iter().enumerate() {
            let Some(pair) = Pair::of(reading, c, claim, settings) else {
                continue;
            };
            let member = |claim| Member { reading: r, claim };
            out.hold([member(pair.at[0]), member(pair.at[1])]);
            if !pair.fits() {
                out.findings.push(pair.finding(task, readings, r));
            }
        }
    }
    out
}

/// How a value of one unit becomes one of the other.
#[derive(Debug, Clone, Copy)]
enum Way {
    /// By the sizes of the two.
    Sizes(Size, Size),
    /// By a rate, at least and at most so much.
    Rate(Decimal, Decimal),
}

impl Way {
    fn convert(self, interval: Interval) -> Option<Interval> {
        let (low, high) = (interval.low?, interval.high?);
        Some(match self {
            Way::Sizes(from, to) => {
                Interval::closed(from.convert(low, to)?, from.convert(high, to)?)
            }
            Way::Rate(least, most) => {
                Interval::closed(low.checked_mul(least)?, high.checked_mul(most)?)
            }
        })
    }
}

/// A figure and what says it again.
struct Pair<'a> {
    at: [usize; 2],
    claims: [&'a Claim; 2],
    units: [&'a Arc<Unit>; 2],
    /// The usual way first.
    ways: Vec<Way>,
    settings: &'a Settings,
}

impl<'a> Pair<'a> {
    fn of(
        reading: &'a Reading,
        second: usize,
        claim: &'a Claim,
        settings: &'a Settings,
    ) -> Option<Self> {
        let mut links = claim.relations.iter();
        let first = links.find(|link| link.kind == RelationKind::Equivalent)?.to;
        let claims = [&reading.claims[first], claim];
        let [a, b] = claims.map(|c| &c.quantity);
        let units = [a.unit.as_ref()?, b.unit.as_ref()?];
        let vague = [a, b].iter().any(|q| q.form == Form::Vague);
        let negated = claims.iter().any(|c| c.modality == Modality::Negated);
        // "three days (24 hours)" may be working time, "two hours (30 minutes by air)" another way.
        let comparable = a.dimension == b.dimension && a.dimension != Dimension::Duration;
        if !comparable || vague || negated || claim.is_repeat() {
            return None;
        }
        let ways = ways(units, settings);
        (!ways.is_empty()).then_some(Self {
            at: [first, second],
            claims,
            units,
            ways,
            settings,
        })
    }

    fn quantities(&self) -> [&'a Quantity; 2] {
        self.claims.map(|c| &c.quantity)
    }

    fn fits(&self) -> bool {
        let [a, b] = self.quantities().map(ends);
        match (a.as_slice(), b.as_slice()) {
            ([low, high], [other_low, other_high]) => {
                self.meet(*low, *other_low) && self.meet(*high, *other_high)
            }
            // A number beside a range may be any of it.
            (a, b) => self.meet(hull(a), hull(b)),
        }
    }

    /// Whether two intervals, one in each unit, meet within the tolerance.
    fn meet(&self, a: Interval, b: Interval) -> bool {
        let plain = self.ways.iter().any(|way| self.meet_by(*way, a, b));
        if self.units[0].dimension != Dimension::Temperature {
            return plain;
        }
        // "2C (3.6F) warmer", "10 degrees below (14F)"
        let negative = |i: Interval| Interval {
            low: i.high.map(|high| -high),
            high: i.low.map(|low| -low),
        };
        plain
            || self.ways.iter().any(|way| {
                let difference = match way {
                    Way::Sizes(from, to) => Way::Sizes(from.of_differences(), to.of_differences()),
                    Way::Rate(..) => *way,
                };
                self.meet_by(difference, a, b)
                    || self.meet_by(*way, negative(a), b)
                    || self.meet_by(*way, a, negative(b))
            })
    }

    fn meet_by(&self, way: Way, a: Interval, b: Interval) -> bool {
        let Some(converted) = way.convert(a) else {
            return true;
        };
        let degree = match self.units[0].dimension {
            Dimension::Temperature => Decimal::ONE,
            _ => Decimal::ZERO,
        };
        let slack = self.settings.tolerance * size(converted).max(size(b)) + degree;
        converted.gap(&b) <= slack
    }

    /// The first figure in the unit of the second, or in one of its row that suits the number better.
    fn computed(&self) -> Option<String> {
        let [a, b] = self.quantities();
        let converted = self.ways[0].convert(Interval::closed(a.low, a.high))?;
        let unit = self.units[1];
        let row = self.settings.rows.iter().find(|row| row.contains(unit));
        let value = converted.high?;
        let suits = |value: Decimal| value >= Decimal::ONE && value < Decimal::from(10_000);
        let shown = row
            .filter(|_| a.dimension == b.dimension && !suits(value))
            .and_then(|row| {
                let large =
                    |u: &&Arc<Unit>| unit.convert(value, u).is_some_and(|v| v >= Decimal::ONE);
                row.iter().rev().find(large)
            })
            .unwrap_or(unit);
        let told = |value: Option<Decimal>| {
            let value = value?;
            let shown = match unit.convert(value, shown) {
                Some(shown) => shown,
                None => value,
            };
            Some(rounded(shown, 3))
        };
        let (low, high) = (told(converted.low)?, told(converted.high)?);
        let name = if high == Decimal::ONE {
            &shown.name
        } else {
            &shown.plural
        };
        Some(if low == high {
            format!("{} {name}", in_words(low))
        } else {
            format!("{} to {} {name}", in_words(low), in_words(high))
        })
    }

    /// What would fit: the units changed places, one of them is another of its row, or a slip of the pen.
    fn would_fit(&self, reading: &Reading) -> Option<Fit> {
        let [a, b] = self.quantities();
        let texts = self.claims.map(|c| c.text.as_str());
        if a.dimension == Dimension::Money || a.bound == Bound::Between || b.bound == Bound::Between
        {
            return None;
        }
        let near = |x: Decimal, from: &Unit, y: Decimal, to: &Unit| {
            from.convert(x, to).is_some_and(|x| is_near(x, y))
        };
        let [first, second] = self.units;
        if near(a.low, second, b.low, first) {
            return Some(caused(format!(
                "the units changed places: {} {}, {} {}",
                in_words(a.low),
                second.plural,
                in_words(b.low),
                first.plural
            )));
        }
        let row_of = |unit: &Arc<Unit>| {
            let row = self.settings.rows.iter().find(|row| row.contains(unit));
            row.into_iter().flatten()
        };
        let other_first = row_of(first).find(|unit| near(a.low, unit, b.low, second));
        let other_second = row_of(second).find(|unit| near(a.low, first, b.low, unit));
        let read = |text: &str, value: Decimal, unit: &Unit| {
            format!("{text} read {} {}", in_words(value), unit.plural)
        };
        let slips: Vec<String> = other_first
            .map(|unit| read(texts[0], a.low, unit))
            .into_iter()
            .chain(other_second.map(|unit| read(texts[1], b.low, unit)))
            .collect();
        if !slips.is_empty() {
            return Some(caused(slips.join(", or ")));
        }
        let operands = self.at.map(Operand::Claim);
        let middle = |i: &Interval| Some((i.low? + i.high?) / Decimal::TWO);
        let holds = |intervals: &[Interval]| {
            let [x, y] = intervals else { return false };
            middle(x)
                .zip(middle(y))
                .is_some_and(|(x, y)| near(x, first, y, second))
        };
        slip(reading, &operands, holds).or_else(|| {
            let exact = first.convert(a.low, second)?;
            let digits = last_digit(b).and_then(|g| b.low.checked_div(g))?;
            let digits = digits.abs().trunc().to_string().len();
            let value = rounded(exact, u32::try_from(digits).ok()?.max(2));
            Some(Fit {
                cause: None,
                ..caused(read(texts[1], value, second))
            })
        })
    }

    fn finding(&self, task: Task<'_>, readings: &[Reading], r: usize) -> Finding {
        let [first, second] = self.claims.map(|c| c.text.clone());
        let computed = self.computed().unwrap_or_default();
        let plain = |q: &Quantity, unit: &Unit| {
            let numbers = if q.low == q.high {
                in_words(q.low)
            } else {
                format!("{} to {}", in_words(q.low), in_words(q.high))
            };
            let one = q.high == Decimal::ONE;
            format!("{numbers} {}", if one { &unit.name } else { &unit.plural })
        };
        let [a, b] = self.quantities();
        let arithmetic = format!(
            "{} = {computed}; the text says {}",
            plain(a, self.units[0]),
            plain(b, self.units[1])
        );
        let words = [
            ("first", first),
            ("computed", computed.clone()),
            ("second", second),
        ];
        finding(
            task,
            readings,
            r,
            Disagreement {
                stated: vec![Labelled(
                    Operand::Claim(self.at[1]),
                    format!("the other figure makes it {computed}"),
                )],
                against: vec![Labelled::plain(Operand::Claim(self.at[0]))],
                context: Vec::new(),
                words: &words,
                why:
                    "the two say one figure in two units, and do not fit however they were rounded"
                        .to_owned(),
                arithmetic,
                fit: self.would_fit(&readings[r]),
                severity: Severity::Error,
                cause: Cause::Unknown,
            },
        )
    }
}

fn caused(words: String) -> Fit {
    Fit {
        words,
        cause: Some(Cause::Slip),
        why: None,
        locations: Vec::new(),
    }
}

/// Every way from one unit to the other: a gallon may be an imperial one, and pounds buy dollars as the rule says.
fn ways([from, to]: [&Arc<Unit>; 2], settings: &Settings) -> Vec<Way> {
    if from.dimension != Dimension::Money {
        let pairs = from.sizes().flat_map(|a| to.sizes().map(move |b| (a, b)));
        return pairs
            .filter(|(a, b)| a.scale == b.scale)
            .map(|(a, b)| Way::Sizes(a, b))
            .collect();
    }
    let one = Decimal::ONE;
    let rates = settings.rates.iter().filter_map(|rate| {
        if (&rate.from, &rate.to) == (&from.name, &to.name) {
            Some(Way::Rate(rate.least, rate.most))
        } else if (&rate.to, &rate.from) == (&from.name, &to.name) {
            let least = one.checked_div(rate.most)?;
            Some(Way::Rate(least, one.checked_div(rate.least)?))
        } else {
            None
        }
    });
    rates.collect()
}

/// What the words allow, of both ends of a range. A bound holds for both figures of a pair, so it only says that the
/// number is not exact: "more than 100 km (62 miles)".
fn ends(quantity: &Quantity) -> Vec<Interval> {
    let bound = match quantity.bound {
        Bound::None | Bound::Exactly | Bound::Between => Bound::None,
        _ => Bound::About,
    };
    let end = |value: Decimal| {
        let end = Quantity {
            low: value,
            high: value,
            bound,
            ..quantity.clone()
        };
        end.literal()
    };
    if quantity.bound == Bound::Between {
        vec![end(quantity.low), end(quantity.high)]
    } else {
        vec![end(quantity.low)]
    }
}

fn hull(ends: &[Interval]) -> Interval {
    Interval {
        low: ends.first().and_then(|i| i.low),
        high: ends.last().and_then(|i| i.high),
    }
}

/// The larger end of an interval, without its sign.
fn size(interval: Interval) -> Decimal {
    let end = |end: Option<Decimal>| end.unwrap_or_default().abs();
    end(interval.low).max(end(interval.high))
}

/// Whether two values lie within 2.5% of each other: a slip of the pen must explain more than rounding does.
fn is_near(x: Decimal, y: Decimal) -> bool {
    let forty = Decimal::from(40);
    let larger = x.abs().max(y.abs());
    (x - y)
        .abs()
        .checked_mul(forty)
        .is_some_and(|gap| gap <= larger)
}

/// To so many digits, of numbers from a thousand up one more.
fn rounded(value: Decimal, digits: u32) -> Decimal {
    let digits = match value.abs() >= Decimal::ONE_THOUSAND {
        true => digits.max(4),
        false => digits,
    };
    value.round_sf(digits).unwrap_or(value).normalize()
}
