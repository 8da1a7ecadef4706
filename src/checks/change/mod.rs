//! `change` and `points`: a rise or fall fits the values before and after it.
//!
//! With a before, b after and p stated, each within its interval: b / a = 1 ± p / 100 for percent, b − a = ± p for
//! amounts and percentage points, b / a = n for "n times". The step may also be off by one in its last digit, up to
//! one percentage point: some desks cut where others round.

mod two_steps;

use super::arithmetic::{
    Disagreement, Labelled, difference, finding, last_digit, negative, quotient, times, widened,
};
use super::reconcile::Fit;
use super::slip::slip;
use super::{Checked, Task};
use crate::claim::{Change, Operand, Reading, Statement, Step};
use crate::finding::{Cause, Finding, Severity};
use crate::quantity::{Decimal, Dimension, Interval, Quantity, Trend, in_words};
use crate::series::Member;

/// Settings of the check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// How far the stated step may lie outside of what the rounded figures allow, in parts of the step.
    pub tolerance: Decimal,
}

/// Which of the two checks runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// Whether the step fits at all.
    Fit,
    /// Whether percent are said where percentage points are meant.
    Points,
}

/// What may stand in the message of a rule.
pub const WORDS: [&str; 4] = ["from", "to", "computed", "stated"];

pub(super) fn run(
    task: Task<'_>,
    settings: &Settings,
    asks: Asks,
    readings: &[Reading],
) -> Checked {
    let mut out = Checked::default();
    for (r, reading) in readings.iter().enumerate() {
        for statement in &reading.statements {
            if let (Statement::Steps(steps), Asks::Fit) = (statement, asks) {
                let claims = [steps.percent, steps.amount, steps.to];
                out.hold(claims.map(|claim| Member { reading: r, claim }));
                out.findings
                    .extend(two_steps::two_steps(task, settings, readings, r, *steps));
            }
            let Statement::Change(change) = statement else {
                continue;
            };
            if reading.claims[change.to].is_repeat() {
                continue;
            }
            let Some(terms) = Terms::of(reading, change, settings) else {
                continue;
            };
            let compared = terms.operands.iter().filter_map(|operand| match operand {
                Operand::Claim(claim) => Some(Member {
                    reading: r,
                    claim: *claim,
                }),
                Operand::Mention(_) => None,
            });
            out.hold(compared);
            let found = match asks {
                Asks::Fit => terms.misfit(reading),
                Asks::Points => terms.percent_for_points(reading),
            };
            out.findings
                .extend(found.map(|found| found.finding(task, readings, r, &terms)));
        }
    }
    out
}

/// A change with its operands: the step, the earlier value, the later one.
struct Terms<'a> {
    change: &'a Change,
    operands: [Operand; 3],
    quantities: [&'a Quantity; 3],
    /// What the step's unit is in that of the values: 0.01 for cents of dollars.
    step_unit: Decimal,
    slack: Decimal,
}

/// Why a change does not hold.
struct Misfit {
    computed: String,
    why: String,
    arithmetic: String,
    fit: Option<Fit>,
    severity: Severity,
    cause: Cause,
}

impl<'a> Terms<'a> {
    fn of(reading: &'a Reading, change: &'a Change, settings: &Settings) -> Option<Self> {
        let operands = [
            change.by.operand(),
            Operand::Claim(change.from),
            Operand::Claim(change.to),
        ];
        let [step, from, to] = operands.map(|operand| operand.quantity(reading));
        // A direction has no number of its own.
        let quantities = [step.or(to)?, from?, to?];
        let zero = |q: &Quantity| q.low <= Decimal::ZERO;
        if zero(quantities[1]) || zero(quantities[2]) {
            return None;
        }
        let step_unit = match change.by {
            Step::Points(_) => point_of(quantities[0]),
            Step::Amount(_) => unit_in(quantities[0], [quantities[2], quantities[1]])?,
            _ => Decimal::ONE,
        };
        let last = last_digit(quantities[0]).unwrap_or_default();
        let last = match change.by {
            Step::Percent(_) | Step::PercentOrPoints(_) => last.min(Decimal::ONE),
            _ => last,
        };
        Some(Self {
            change,
            operands,
            quantities,
            step_unit,
            slack: last + quantities[0].low.abs() * settings.tolerance,
        })
    }

    /// Whether the arithmetic holds for some values of the intervals of step, earlier and later value.
    fn holds(&self, [step, from, to]: [Interval; 3]) -> bool {
        let ways = match self.change.by {
            Step::Percent(_) => vec![percent(from, to)],
            Step::PercentOrPoints(_) => vec![percent(from, to), difference(to, from)],
            Step::Points(_) | Step::Amount(_) => {
                vec![in_units(difference(to, from), self.step_unit)]
            }
            // "86-1/4, up 3/4 from 85-1/2" is an amount, "up a third" a part.
            Step::Part(_) => vec![
                times(percent(from, to), Decimal::ONE / Decimal::ONE_HUNDRED),
                difference(to, from),
            ],
            Step::Times(_) => return self.holds_times(step, from, to),
            Step::Direction(_) => return self.holds_direction(from, to),
            // "The decline deepened to 5 from 3": which way is not said of the values.
            Step::TakenUp(_) => return true,
        };
        let step = widened(step, self.slack);
        let signed = match self.change.trend {
            Some(Trend::Up) => vec![step],
            Some(Trend::Down) => vec![negative(step)],
            None => vec![step, negative(step)],
        };
        let either = self.change.invertible;
        ways.iter().any(|way| {
            signed
                .iter()
                .any(|step| way.meets(step) || (either && way.meets(&negative(*step))))
        })
    }

    fn holds_times(&self, step: Interval, from: Interval, to: Interval) -> bool {
        // "a tenfold fall"
        let ratio = match self.change.trend {
            Some(Trend::Down) => quotient(from, to),
            _ => quotient(to, from),
        };
        ratio.meets(&step) || (self.change.invertible && quotient(from, to).meets(&step))
    }

    fn holds_direction(&self, from: Interval, to: Interval) -> bool {
        let rise = difference(to, from);
        match self.change.trend {
            _ if self.change.invertible => true,
            Some(Trend::Up) => rise.high.is_none_or(|most| most >= Decimal::ZERO),
            Some(Trend::Down) => rise.low.is_none_or(|least| least <= Decimal::ZERO),
            None => true,
        }
    }

    fn holds_with(&self, intervals: &[Interval]) -> bool {
        let [step, from, to] = intervals else {
            return true;
        };
        self.holds([*step, *from, *to])
    }

    fn literals(&self) -> [Interval; 3] {
        self.quantities.map(|q| q.literal())
    }

    /// "rose to 4.2 from 3.8 million": the scale of one value may be left out.
    fn holds_with_scale_left_out(&self) -> bool {
        let [step, from, to] = self.literals();
        let [_, before, after] = self.quantities.map(|q| q.low);
        let small = Decimal::ONE_THOUSAND;
        let scales = [
            Decimal::ONE_THOUSAND,
            Decimal::from(1_000_000),
            Decimal::from(1_000_000_000),
        ];
        scales.into_iter().any(|scale| {
            (before < small && after >= small && self.holds([step, times(from, scale), to]))
                || (after < small && before >= small && self.holds([step, from, times(to, scale)]))
        })
    }

    /// A step that stands in another sentence than its values is less sure to be theirs.
    fn severity(&self, reading: &Reading) -> Severity {
        let beside = match self.change.by.operand() {
            Operand::Claim(step) => {
                reading.claims[step].sentence == reading.claims[self.change.to].sentence
            }
            Operand::Mention(_) => true,
        };
        if beside {
            Severity::Error
        } else {
            Severity::Warning
        }
    }

    /// "692,900, or 8.8 pct from 9.2": from so many times on, the two values are not of one thing.
    fn is_far(&self) -> bool {
        const FAR: Decimal = Decimal::from_parts(50, 0, 0, false, 0);
        let [_, from, to] = self.quantities;
        // "$4.1 million to $3.9 billion" has a slip in its scale; "1108.5 from 834.7 billion yen" leaves one out.
        let scaled = from.low.min(to.low) >= Decimal::from(1_000_000);
        let told_apart = scaled && from.unit.is_some() && from.unit == to.unit;
        let (from, to) = (from.low, to.low);
        !told_apart && from.max(to) > from.min(to).saturating_mul(FAR)
    }

    fn misfit(&self, reading: &Reading) -> Option<Misfit> {
        if self.holds(self.literals())
            || self.change.other_base
            || self.holds_with_scale_left_out()
            || self.is_far()
            || self.is_points_slip()
        {
            return None;
        }
        let [_, before, after] = self.quantities.map(|q| q.low);
        let told = match self.change.trend {
            Some(Trend::Up) if after < before && !self.change.invertible => {
                Some("told as a rise, but the later figure is the lower one")
            }
            Some(Trend::Down) if after > before && !self.change.invertible => {
                Some("told as a fall, but the later figure is the higher one")
            }
            _ => None,
        };
        let why =
            told.unwrap_or("the change does not fit the two figures, however they were rounded");
        let slip = match self.change.by {
            Step::Direction(_) | Step::TakenUp(_) => None,
            // A slip is proved by what fits without anything let pass.
            _ => {
                let strict = Self {
                    slack: Decimal::ZERO,
                    ..*self
                };
                slip(reading, &self.operands, |i| strict.holds_with(i))
            }
        };
        let computed = self.computed();
        let instead = match self.change.by {
            Step::Direction(_) | Step::TakenUp(_) => "the two figures changed places".to_owned(),
            _ => {
                let value = computed
                    .trim_start_matches("up ")
                    .trim_start_matches("down ");
                format!("{} read {value}", self.operands[0].text(reading))
            }
        };
        let computed_instead = Fit {
            words: instead,
            cause: None,
            why: None,
            locations: Vec::new(),
        };
        Some(Misfit {
            arithmetic: format!(
                "{}; the text says {}",
                self.arithmetic(),
                self.operands[0].text(reading)
            ),
            computed,
            why: why.to_owned(),
            fit: slip.or(Some(computed_instead)),
            severity: self.severity(reading),
            cause: Cause::Unknown,
        })
    }

    /// Percent are said, and points fit.
    fn is_points_slip(&self) -> bool {
        let [step, from, to] = self.literals();
        let ends = [1, 2].map(|i| self.quantities[i].dimension);
        let of_shares = ends.contains(&Dimension::Percent);
        let signed = match self.change.trend {
            Some(Trend::Down) => difference(from, to),
            _ => difference(to, from),
        };
        matches!(self.change.by, Step::Percent(_)) && of_shares && signed.meets(&step)
    }

    fn percent_for_points(&self, reading: &Reading) -> Option<Misfit> {
        let percent = match self.change.by {
            // Told in points, and percent fit.
            Step::Points(_) => return None,
            Step::Percent(_) => self.is_points_slip() && !self.holds(self.literals()),
            _ => false,
        };
        percent.then(|| {
            let text = self.operands[0].text(reading);
            let points = in_words(self.quantities[0].low);
            Misfit {
                computed: self.computed(),
                why: "the difference of two percentages is told in percentage points".to_owned(),
                arithmetic: format!(
                    "{} − {} = {} points, which is {}",
                    in_words(self.quantities[2].low),
                    in_words(self.quantities[1].low),
                    in_words(self.quantities[2].low - self.quantities[1].low),
                    self.computed()
                ),
                fit: Some(Fit {
                    words: format!("{text} read {points} percentage points"),
                    cause: None,
                    why: None,
                    locations: Vec::new(),
                }),
                severity: Severity::Warning,
                cause: Cause::Definition,
            }
        })
    }

    /// What the two values make: "up 19.5%", "3 fewer", "1.33 times as much".
    fn computed(&self) -> String {
        let [step, from, to] = self.quantities.map(|q| q.low);
        let up = to >= from;
        match self.change.by {
            Step::Percent(_) | Step::PercentOrPoints(_) | Step::Part(_) => {
                let share = percent_of(from, to).abs();
                format!("{} {}%", if up { "up" } else { "down" }, in_words(share))
            }
            Step::Direction(_) | Step::TakenUp(_) => {
                format!("a {}", if up { "rise" } else { "fall" })
            }
            Step::Points(_) => format!(
                "{} {} points",
                if up { "up" } else { "down" },
                in_words((to - from).abs())
            ),
            Step::Amount(_) => {
                let amount = (to - from)
                    .abs()
                    .checked_div(self.step_unit)
                    .unwrap_or(step);
                format!(
                    "{} {}",
                    if up { "up" } else { "down" },
                    in_words(amount.normalize())
                )
            }
            Step::Times(_) => {
                let ratio = to.checked_div(from).unwrap_or_default().round_dp(2);
                format!("{} times as much", in_words(ratio))
            }
        }
    }

    fn arithmetic(&self) -> String {
        let [_, from, to] = self.quantities.map(|q| q.low);
        let (before, after) = (in_words(from), in_words(to));
        match self.change.by {
            Step::Percent(_) | Step::PercentOrPoints(_) | Step::Part(_) => format!(
                "({after} − {before}) / {before} = {}%",
                in_words(percent_of(from, to))
            ),
            Step::Points(_) | Step::Amount(_) | Step::Direction(_) | Step::TakenUp(_) => {
                format!("{after} − {before} = {}", in_words(to - from))
            }
            Step::Times(_) => {
                let ratio = to.checked_div(from).unwrap_or_default().round_dp(2);
                format!("{after} / {before} = {}", in_words(ratio))
            }
        }
    }
}

impl Misfit {
    fn finding(self, task: Task<'_>, readings: &[Reading], r: usize, terms: &Terms<'_>) -> Finding {
        let reading = &readings[r];
        let [step, from, to] = terms.operands;
        let (before, after) = (
            || Labelled(from, "before".to_owned()),
            || Labelled(to, "after".to_owned()),
        );
        let (stated, against) = match terms.change.by {
            // "rose" is no figure to point at.
            Step::Direction(_) | Step::TakenUp(_) => (vec![after()], vec![before()]),
            _ => (
                vec![Labelled(
                    step,
                    format!("the figures say: {}", self.computed),
                )],
                vec![before(), after()],
            ),
        };
        let words = [
            ("from", from.text(reading).to_owned()),
            ("to", to.text(reading).to_owned()),
            ("computed", self.computed.clone()),
            ("stated", step.text(reading).to_owned()),
        ];
        finding(
            task,
            readings,
            r,
            Disagreement {
                stated,
                against,
                context: Vec::new(),
                words: &words,
                why: self.why,
                arithmetic: self.arithmetic,
                fit: self.fit,
                severity: self.severity,
                cause: self.cause,
            },
        )
    }
}

/// (b / a − 1) × 100
fn percent(from: Interval, to: Interval) -> Interval {
    let ratio = times(quotient(to, from), Decimal::ONE_HUNDRED);
    widened_by_hundred(ratio)
}

fn widened_by_hundred(a: Interval) -> Interval {
    Interval {
        low: a.low.map(|low| low - Decimal::ONE_HUNDRED),
        high: a.high.map(|high| high - Decimal::ONE_HUNDRED),
    }
}

fn percent_of(from: Decimal, to: Decimal) -> Decimal {
    let ratio = (to - from).checked_div(from).unwrap_or_default();
    ratio
        .checked_mul(Decimal::ONE_HUNDRED)
        .unwrap_or_default()
        .round_dp(1)
        .normalize()
}

fn in_units(a: Interval, unit: Decimal) -> Interval {
    Interval {
        low: a.low.and_then(|low| low.checked_div(unit)),
        high: a.high.and_then(|high| high.checked_div(unit)),
    }
}

/// How many percentage points one of the step is: a hundredth for a basis point.
fn point_of(step: &Quantity) -> Decimal {
    match &step.unit {
        Some(unit) if unit.name.starts_with("basis") => Decimal::ONE / Decimal::ONE_HUNDRED,
        _ => Decimal::ONE,
    }
}

/// How much of the values' unit one of the step's is; none where they do not convert.
fn unit_in(step: &Quantity, values: [&Quantity; 2]) -> Option<Decimal> {
    let value = values.into_iter().find(|q| q.unit.is_some());
    match (&step.unit, value.and_then(|q| q.unit.as_ref())) {
        (Some(step), Some(value)) if step == value => Some(Decimal::ONE),
        (Some(step), Some(value)) if step.size.is_some() => step.convert(Decimal::ONE, value),
        // "12 cents" of dollars: a hundredth, of whatever money.
        (Some(step), Some(value)) if step.name == "cent" && value.name.ends_with("dollar") => {
            Some(Decimal::ONE / Decimal::ONE_HUNDRED)
        }
        (Some(_), Some(_)) => None,
        (None, None) | (Some(_), None) => Some(Decimal::ONE),
        (None, Some(_)) => Some(Decimal::ONE),
    }
}
