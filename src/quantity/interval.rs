//! Figures as closed intervals, in exact decimals, and what two of them say of each other.
//!
//! Two readings of one figure: *literal* is what its words allow, *conventional* what a reader takes them to
//! mean. Sources: Cummins, Sauerland & Solt 2012; Jansen & Pollmann 2001; Williams & Power 2013.
//!
//! With g the granularity, N the number, h = min(g/2, N/10) and s = g/2 for one significant digit, else g:
//!
//! | form | literal | conventional |
//! |---|---|---|
//! | exactly N | N | N |
//! | bare N | N ± h | N ± h |
//! | about N | N ± max(2h, N/10) | N ± h |
//! | nearly N | [N − max(2h, N/10), N] | [N − h, N] |
//! | more than N | [N, ∞) | [N, N + s] |
//! | at least N | [N, ∞) | [N, N + max(s, N/10)] |
//! | fewer than N | [0, N] | [N − s, N] |
//! | at most N | [0, N] | [N − max(s, N/10), N] |
//! | between a and b, vague plurals | [a, b] | [a, b] |
//!
//! h = 0 for a bare count below 100, N/10 for a fraction; on counts, a slack of an approximator or an open
//! bound is at least 2 things. An open bound on a number that was used earlier in the text is read as it says
//! (Cummins, Sauerland & Solt 2012: a number that is already in play carries no hint of its own).

use rust_decimal::Decimal;

use super::{Bound, Dimension, Form, Quantity};

/// A closed interval; a `None` end is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// Lower end, or none.
    pub low: Option<Decimal>,
    /// Upper end, or none.
    pub high: Option<Decimal>,
}

impl Interval {
    /// The interval between two numbers, ends included.
    pub fn closed(low: Decimal, high: Decimal) -> Self {
        Self {
            low: Some(low),
            high: Some(high),
        }
    }

    /// Whether the number lies inside, ends included.
    pub fn contains(&self, value: Decimal) -> bool {
        self.low.is_none_or(|low| low <= value) && self.high.is_none_or(|high| value <= high)
    }

    /// Whether the two share a number, ends included.
    pub fn meets(&self, other: &Self) -> bool {
        self.gap(other).is_zero()
    }

    /// The distance between the two, zero where they meet.
    pub fn gap(&self, other: &Self) -> Decimal {
        let above = |a: &Self, b: &Self| match (a.low, b.high) {
            (Some(low), Some(high)) => (low - high).max(Decimal::ZERO),
            _ => Decimal::ZERO,
        };
        above(self, other).max(above(other, self))
    }

    /// The interval in units that are so many times smaller.
    fn times(self, scale: Decimal) -> Self {
        Self {
            low: self.low.map(|low| low * scale),
            high: self.high.map(|high| high * scale),
        }
    }

    /// What is in both, where they meet.
    pub fn intersection(&self, other: &Self) -> Option<Self> {
        let tighter = |a: Option<Decimal>,
                       b: Option<Decimal>,
                       pick: fn(Decimal, Decimal) -> Decimal| match (a, b) {
            (Some(a), Some(b)) => Some(pick(a, b)),
            (one, other) => one.or(other),
        };
        self.meets(other).then(|| Self {
            low: tighter(self.low, other.low, Ord::max),
            high: tighter(self.high, other.high, Ord::min),
        })
    }
}

/// What two figures for one thing say of each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Agreement {
    /// Their conventional readings meet.
    Consistent,
    /// Their conventional readings do not meet, but lie within the tolerance of each other.
    Loose,
    /// Only their literal readings meet.
    Discrepancy,
    /// Even their literal readings do not meet.
    Contradiction,
}

/// Compares two figures. `tolerance` is the gap between the conventional readings that is let pass, as a part
/// of the larger written number (0.02 for 2%).
pub fn compare(a: &Quantity, b: &Quantity, tolerance: Decimal) -> Agreement {
    // "one in five" and "17.7%" are held against each other in parts per hundred.
    let scale = |q: &Quantity, other: &Quantity| match (q.dimension, other.dimension) {
        (Dimension::Ratio, Dimension::Percent) => Decimal::ONE_HUNDRED,
        _ => Decimal::ONE,
    };
    let (x, y) = (scale(a, b), scale(b, a));
    if !a.literal().times(x).meets(&b.literal().times(y)) {
        return Agreement::Contradiction;
    }
    let (Some(one), Some(other)) = (a.conventional(), b.conventional()) else {
        return Agreement::Consistent;
    };
    let gap = one.times(x).gap(&other.times(y));
    if gap.is_zero() {
        Agreement::Consistent
    } else if gap <= tolerance * (a.high * x).max(b.high * y) {
        Agreement::Loose
    } else {
        Agreement::Discrepancy
    }
}

/// |a − b| / max(a, b) of the written numbers, of ranges their ends nearest to each other; between 0 and 1.
pub fn written_difference(a: &Quantity, b: &Quantity) -> Decimal {
    let (x, y) = match (a.low > b.high, b.low > a.high) {
        (true, _) => (a.low, b.high),
        (_, true) => (a.high, b.low),
        _ => return Decimal::ZERO,
    };
    let larger = x.abs().max(y.abs());
    (x - y)
        .abs()
        .checked_div(larger)
        .unwrap_or(Decimal::ZERO)
        .min(Decimal::ONE)
}

const TEN: Decimal = Decimal::TEN;
const TWO: Decimal = Decimal::TWO;

pub(super) fn literal(q: &Quantity) -> Interval {
    if let Form::Derived(interval) = q.form {
        interval
    } else {
        not_negative(q, literal_as_tabled(q))
    }
}

pub(super) fn conventional(q: &Quantity) -> Option<Interval> {
    (!matches!(q.form, Form::Derived(_))).then(|| not_negative(q, conventional_as_tabled(q)))
}

/// There are no negative counts: "about one" is not minus one; and nothing is "up to" a number from below zero.
fn not_negative(q: &Quantity, interval: Interval) -> Interval {
    let from_below = matches!(q.bound, Bound::LessThan | Bound::AtMost);
    if (q.dimension == Dimension::Count || from_below) && q.low >= Decimal::ZERO {
        Interval {
            low: interval.low.map(|low| low.max(Decimal::ZERO)),
            high: interval.high,
        }
    } else {
        interval
    }
}

fn literal_as_tabled(q: &Quantity) -> Interval {
    let slack = Slack::of(q);
    let n = q.low;
    match q.bound {
        Bound::Exactly => Interval::closed(n, n),
        Bound::None => Interval::closed(n - slack.bare, n + slack.bare),
        Bound::About => Interval::closed(n - slack.wide, n + slack.wide),
        Bound::Nearly => Interval::closed(n - slack.wide, n),
        Bound::MoreThan | Bound::AtLeast => Interval {
            low: Some(n),
            high: None,
        },
        Bound::LessThan | Bound::AtMost => Interval::closed(Decimal::ZERO.min(n), n),
        Bound::Between => Interval::closed(q.low, q.high),
    }
}

fn conventional_as_tabled(q: &Quantity) -> Interval {
    let open = matches!(
        q.bound,
        Bound::MoreThan | Bound::AtLeast | Bound::LessThan | Bound::AtMost
    );
    if q.echoes && open {
        return literal_as_tabled(q);
    }
    let slack = Slack::of(q);
    let n = q.low;
    match q.bound {
        Bound::Exactly => Interval::closed(n, n),
        Bound::None => Interval::closed(n - slack.bare, n + slack.bare),
        Bound::About => Interval::closed(n - slack.narrow, n + slack.narrow),
        Bound::Nearly => Interval::closed(n - slack.narrow, n),
        Bound::MoreThan => Interval::closed(n, n + slack.step),
        Bound::AtLeast => Interval::closed(n, n + slack.long_step),
        Bound::LessThan => Interval::closed(n - slack.step, n),
        Bound::AtMost => Interval::closed(n - slack.long_step, n),
        Bound::Between => Interval::closed(q.low, q.high),
    }
}

/// How far from the written number a reader may go, by the words around it.
struct Slack {
    /// Without any word.
    bare: Decimal,
    /// h, for approximators.
    narrow: Decimal,
    /// max(2h, N/10), for approximators read literally.
    wide: Decimal,
    /// s, for open bounds.
    step: Decimal,
    /// max(s, N/10), for "at least" and "up to".
    long_step: Decimal,
}

impl Slack {
    fn of(q: &Quantity) -> Self {
        let n = q.low.abs();
        let tenth = n / TEN;
        let (h, s) = match q.form {
            Form::Number { granularity } => {
                let one_digit = granularity * TEN > n;
                (
                    (granularity / TWO).min(tenth),
                    if one_digit && n >= TEN {
                        granularity / TWO
                    } else {
                        granularity
                    },
                )
            }
            _ => (tenth, tenth),
        };
        let count = q.dimension == Dimension::Count;
        // "2 things" holds for counts only: a percentage or an amount of money has no things.
        let at_least_two = |slack: Decimal| if count { slack.max(TWO) } else { slack };
        let exact = count && n < Decimal::ONE_HUNDRED && matches!(q.form, Form::Number { .. });
        Self {
            bare: if exact { Decimal::ZERO } else { h },
            narrow: at_least_two(h),
            wide: at_least_two((h * TWO).max(tenth)),
            step: at_least_two(s),
            long_step: at_least_two(s.max(tenth)),
        }
    }
}
