//! The axis of values: from where to where, and its round ticks.

use crate::quantity::{Decimal, ln};

/// From so many times the least on, the values are drawn by their logarithms.
const DECADES: Decimal = Decimal::from_parts(20, 0, 0, false, 0);
/// No logarithms below this: such a number is as good as zero.
const LEAST: Decimal = Decimal::from_parts(1, 0, 0, false, 9);
/// So many ticks at most.
const MOST: i64 = 6;

/// An axis of values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Values {
    /// The value at its lower end: a tick.
    pub low: Decimal,
    /// The value at its upper end: a tick.
    pub high: Decimal,
    /// Whether it goes by logarithms.
    pub is_log: bool,
    /// Round values, in order.
    pub ticks: Vec<Decimal>,
    /// The logarithms of both ends.
    logs: Option<(Decimal, Decimal)>,
}

impl Values {
    /// The axis for numbers as written and the ends of what they may mean; `None` where no number is written. Things
    /// that are counted have no ticks between whole numbers.
    ///
    /// It starts at zero, unless the numbers lie close to each other and far from zero.
    ///
    /// ```
    /// use claimlint::report::chart::Values;
    /// let ticks = |numbers: &[i64]| {
    ///     let numbers: Vec<_> = numbers.iter().map(|n| (*n).into()).collect();
    ///     Values::of(&numbers, &[], true).unwrap().ticks.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    /// };
    /// assert_eq!(ticks(&[4_200, 18_000]), "0 5000 10000 15000 20000");
    /// assert_eq!(ticks(&[28_100, 29_300]), "28000 28500 29000 29500");
    /// assert_eq!(ticks(&[3, 3_400]), "1 10 100 1000 10000");
    /// ```
    pub fn of(written: &[Decimal], ends: &[Decimal], whole: bool) -> Option<Self> {
        let (least, most) = (*written.iter().min()?, *written.iter().max()?);
        if least >= LEAST && most / DECADES >= least {
            // There is no logarithm of nothing: what reaches down to it ends at the lower end.
            let ends = ends.iter().copied().filter(|end| *end * DECADES >= least);
            let ends: Vec<Decimal> = ends.chain([least, most]).collect();
            let (low, high) = (*ends.iter().min()?, *ends.iter().max()?);
            if let Some(axis) = Self::by_decades(low.max(LEAST), high) {
                return Some(axis);
            }
        }
        let low = ends.iter().copied().fold(least, Decimal::min);
        let high = ends.iter().copied().fold(most, Decimal::max);
        Some(Self::even(low, high, whole))
    }

    fn even(low: Decimal, high: Decimal, whole: bool) -> Self {
        let low = if low > Decimal::ZERO && (low <= high / Decimal::TWO || low == high) {
            Decimal::ZERO
        } else {
            low
        };
        let high = if high < Decimal::ZERO && (high >= low / Decimal::TWO || low == high) {
            Decimal::ZERO
        } else {
            high
        };
        let step = step((high - low) / Decimal::from(MOST), whole);
        let floor = (low / step).floor() * step;
        // Nothing stands on the axis but what is zero.
        let on_axis = floor == low && !low.is_zero();
        let low = if on_axis { floor - step } else { floor };
        let ceiling = (high / step).ceil() * step;
        let high = if ceiling > low { ceiling } else { low + step };
        let ticks = std::iter::successors(Some(low), |tick| Some(*tick + step));
        Self {
            low,
            high,
            is_log: false,
            ticks: ticks
                .take_while(|tick| *tick <= high)
                .map(|t| t.normalize())
                .collect(),
            logs: None,
        }
    }

    fn by_decades(low: Decimal, high: Decimal) -> Option<Self> {
        let mut power = Decimal::ONE;
        while power > low {
            power /= Decimal::TEN;
        }
        while power * Decimal::TEN <= low {
            power *= Decimal::TEN;
        }
        let powers = std::iter::successors(Some(power), |power| power.checked_mul(Decimal::TEN));
        let mut decades: Vec<Decimal> = powers.clone().take_while(|power| *power < high).collect();
        // The one at or above the highest.
        decades.extend(powers.clone().nth(decades.len()));
        let all = if decades.len() <= 3 {
            let between = |power: &Decimal| [1, 2, 5].map(|times| *power * Decimal::from(times));
            decades.iter().flat_map(between).collect()
        } else {
            let every = (decades.len() - 1).div_ceil(6);
            let reach = decades.len() + every;
            powers.take(reach).step_by(every).collect::<Vec<_>>()
        };
        let first = all.iter().rposition(|tick| *tick <= low)?;
        let last = all.iter().position(|tick| *tick >= high)?;
        let ticks: Vec<Decimal> = all
            .get(first..=last)?
            .iter()
            .map(|t| t.normalize())
            .collect();
        let (low, high) = (*ticks.first()?, *ticks.last()?);
        Some(Self {
            low,
            high,
            is_log: true,
            logs: Some((ln(low)?, ln(high)?)),
            ticks,
        })
    }

    /// How far up the axis a value lies: from 0 to 1. What lies beyond an end is at that end.
    pub fn part(&self, value: Decimal) -> Decimal {
        let value = value.clamp(self.low, self.high);
        let part = match self.logs {
            Some((low, high)) => ln(value).and_then(|ln| (ln - low).checked_div(high - low)),
            None => (value - self.low).checked_div(self.high - self.low),
        };
        part.unwrap_or_default().clamp(Decimal::ZERO, Decimal::ONE)
    }

    /// Whether a value lies on the axis.
    pub fn holds(&self, value: Decimal) -> bool {
        self.low <= value && value <= self.high
    }
}

/// The least of 1, 2, 5, 10, 20 and so on that is not below.
fn step(least: Decimal, whole: bool) -> Decimal {
    let mut power = Decimal::ONE;
    if !whole && least > Decimal::ZERO {
        while power > least && power > LEAST {
            power /= Decimal::TEN;
        }
    }
    loop {
        for times in [1, 2, 5] {
            let step = power * Decimal::from(times);
            if step >= least {
                return step;
            }
        }
        power *= Decimal::TEN;
    }
}
