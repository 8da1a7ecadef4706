//! The checks: each takes the readings and one rule's selection, and returns findings. Checks see claims, never text.

pub mod agreement;
mod arithmetic;
pub mod basis_change;
pub mod calendar;
pub mod change;
mod describe;
pub mod jump;
pub mod limit;
pub mod list_count;
pub mod monotone;
pub mod outlier;
mod over_time;
pub mod part_whole;
pub mod person_age;
pub mod ratio;
mod reconcile;
pub mod reference;
pub mod restatement;
pub mod roll_forward;
mod slip;
pub mod stale;
pub mod sum;
pub mod unit_conversion;
mod verdict;

pub use describe::short_date;
pub use reconcile::Reconcile;
pub use reference::{Reference, References};
pub use verdict::Judgement;

use crate::claim::Reading;
use crate::finding::{Ceiling, Finding, Message, Severity};
use crate::lexicon::Measure;
use crate::matching::Stories;
use crate::quantity::Decimal;
use crate::series::{Apart, Member, Selection};

/// A check with its settings: the closed set that rules choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Check {
    /// Figures for one thing agree.
    Agreement(agreement::Settings),
    /// A part is not more than its whole.
    PartWhole(part_whole::Settings),
    /// A share fits the figures that it is taken of.
    Ratio(ratio::Settings),
    /// A rise or fall fits the values before and after it.
    Change(change::Settings),
    /// Percent are not said for percentage points.
    Points,
    /// Days of the week, spans of time and ages fit the dates beside them.
    Calendar,
    /// One person has one age.
    PersonAge,
    /// Nothing is more than all or fewer than none, no hour is the 25th.
    Limit,
    /// A number before a list fits the list.
    ListCount,
    /// Parts add up to their whole.
    Sum,
    /// A figure that a text says twice is the same both times.
    Restatement,
    /// A figure said again in another unit is the same.
    UnitConversion(unit_conversion::Settings),
    /// Figures fit a table of known ones.
    Reference(reference::Settings),
    /// A count so far does not fall.
    Monotone,
    /// No count was out of date when it was published.
    Stale,
    /// No figure stands far apart from many others for the same thing.
    Outlier,
    /// What came in between makes the difference of two totals.
    RollForward,
    /// Counts of those identified and of those reported are not taken for one another.
    BasisChange,
    /// No step of a series is out of line with the others.
    Jump(jump::Settings),
}

/// What a rule asks of a check.
#[derive(Debug, Clone, Copy)]
pub struct Task<'a> {
    /// The rule's id.
    pub rule: &'a str,
    /// The most that its findings may be.
    pub ceiling: Ceiling,
    /// Its message.
    pub message: &'a Message,
    /// The claims that it looks at.
    pub selection: &'a Selection,
    /// What can be counted.
    pub measures: &'a [Measure],
    /// What the documents tell of.
    pub stories: &'a Stories,
    /// What is known, by the tables that are given.
    pub references: &'a References,
}

/// What a check returns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checked {
    /// The disagreements.
    pub findings: Vec<Finding>,
    /// The claims that were held against each other, or one that was held against words: "Thursday, 12 March".
    pub held: Vec<Vec<Member>>,
}

impl Checked {
    /// Notes that some claims were held against each other.
    fn hold(&mut self, claims: impl IntoIterator<Item = Member>) {
        self.held.push(claims.into_iter().collect());
    }
}

impl Check {
    /// Runs the check.
    pub fn run(&self, task: Task<'_>, readings: &[Reading]) -> Checked {
        match self {
            Check::Agreement(settings) => agreement::run(task, settings, readings),
            Check::PartWhole(settings) => part_whole::run(task, settings, readings),
            Check::Ratio(settings) => ratio::run(task, settings, readings),
            Check::Change(settings) => change::run(task, settings, change::Asks::Fit, readings),
            Check::Calendar => calendar::run(task, readings),
            Check::PersonAge => person_age::run(task, readings),
            Check::Limit => limit::run(task, readings),
            Check::ListCount => list_count::run(task, readings),
            Check::Sum => sum::run(task, readings),
            Check::Restatement => restatement::run(task, readings),
            Check::Points => {
                let exact = change::Settings {
                    tolerance: Decimal::ZERO,
                };
                change::run(task, &exact, change::Asks::Points, readings)
            }
            Check::UnitConversion(settings) => unit_conversion::run(task, settings, readings),
            Check::Reference(settings) => reference::run(task, settings, readings),
            Check::Monotone => monotone::run(task, readings),
            Check::Jump(settings) => jump::run(task, settings, readings),
            Check::BasisChange => basis_change::run(task, readings),
            Check::RollForward => roll_forward::run(task, readings),
            Check::Outlier => outlier::run(task, readings),
            Check::Stale => stale::run(task, readings),
        }
    }

    /// What two claims say of each other where this check compares figures in pairs, or why it did not compare them.
    /// `held` is what it held on all of the readings.
    pub fn pair(
        &self,
        task: Task<'_>,
        readings: &[Reading],
        held: &[Vec<Member>],
        pair: [Member; 2],
    ) -> Option<Result<Judgement, Apart>> {
        match self {
            Check::Agreement(settings) => {
                Some(agreement::pair(task, settings, readings, held, pair))
            }
            _ => None,
        }
    }

    /// Sets what it lets pass, a share of the larger figure; whether it lets anything pass at all.
    pub fn set_tolerance(&mut self, share: Decimal) -> bool {
        let tolerance = match self {
            Check::Agreement(settings) => &mut settings.tolerance,
            Check::Ratio(settings) => &mut settings.tolerance,
            Check::Change(settings) => &mut settings.tolerance,
            Check::UnitConversion(settings) => &mut settings.tolerance,
            Check::Reference(settings) => &mut settings.tolerance,
            _ => return false,
        };
        *tolerance = share;
        true
    }

    /// Whether it may hold figures of several documents against each other.
    pub fn is_among_documents(&self) -> bool {
        match self {
            Check::Agreement(_)
            | Check::PersonAge
            | Check::Reference(_)
            | Check::Monotone
            | Check::Stale
            | Check::Outlier
            | Check::RollForward
            | Check::BasisChange
            | Check::Jump(_) => true,
            Check::PartWhole(_)
            | Check::Ratio(_)
            | Check::Change(_)
            | Check::Points
            | Check::Calendar
            | Check::Limit
            | Check::ListCount
            | Check::Sum
            | Check::Restatement
            | Check::UnitConversion(_) => false,
        }
    }

    /// Whether it looks only at the numbers of a disagreement, which another check may know more about.
    pub fn is_last_resort(&self) -> bool {
        matches!(self, Check::Restatement)
    }

    /// Whether it tells what figures of texts say of each other; a table says nothing of that.
    pub fn is_among_texts(&self) -> bool {
        !matches!(self, Check::Reference(_))
    }

    /// Where this check stands among those that hold figures of several documents against each other: of two findings
    /// that matter as much and part the same two figures, the one of the check that explains more is told.
    pub fn precedence(&self, severity: Severity) -> Option<u8> {
        match (self, severity) {
            (Check::BasisChange, _) => Some(0),
            (Check::Jump(_), _) => Some(1),
            (Check::Stale, _) => Some(2),
            (Check::RollForward, _) => Some(3),
            // A rise is told best as a series.
            (Check::Monotone, Severity::Note) => Some(4),
            (Check::Agreement(_), _) => Some(5),
            (Check::Monotone, _) => Some(6),
            (Check::Outlier, _) => Some(7),
            _ => None,
        }
    }

    /// What may stand in the message of a rule of this check.
    pub fn placeholders(&self) -> &'static [&'static str] {
        match self {
            Check::Agreement(_) | Check::PartWhole(_) => &describe::WORDS,
            Check::Ratio(_) => &ratio::WORDS,
            Check::Change(_) | Check::Points => &change::WORDS,
            Check::Calendar => &calendar::WORDS,
            Check::PersonAge => &person_age::WORDS,
            Check::Limit => &limit::WORDS,
            Check::ListCount => &list_count::WORDS,
            Check::Sum => &sum::WORDS,
            Check::Restatement => &restatement::WORDS,
            Check::UnitConversion(_) => &unit_conversion::WORDS,
            Check::Reference(_) => &reference::WORDS,
            Check::Monotone => &monotone::WORDS,
            Check::Jump(_) => &jump::WORDS,
            Check::BasisChange => &basis_change::WORDS,
            Check::RollForward => &roll_forward::WORDS,
            Check::Outlier => &outlier::WORDS,
            Check::Stale => &stale::WORDS,
        }
    }
}
