//! A number as written: its value, its bound and its unit. A quantity knows nothing of what is counted.

mod interval;
mod unit;
mod words;

use std::sync::Arc;

pub use interval::{Agreement, Interval, compare, written_difference};
pub use rust_decimal::Decimal;
use rust_decimal::MathematicalOps;
pub use unit::{Scale, Size, Unit};
pub use words::{in_words, in_words_from_to, in_words_with_bound};

/// Values at or above this are no figures: the arithmetic on them would no longer be exact.
pub const LARGEST: Decimal = Decimal::from_parts(0, 0, 0x0001_0000, false, 0);

/// The natural logarithm of a number above zero, in exact decimals: the same on every machine.
///
/// ```
/// use claimlint::quantity::{Decimal, ln};
/// assert_eq!(ln(Decimal::ONE_HUNDRED).map(|ln| ln.round_dp(6).to_string()).as_deref(), Some("4.605170"));
/// assert_eq!(ln(Decimal::ZERO), None);
/// ```
pub fn ln(value: Decimal) -> Option<Decimal> {
    value.checked_ln()
}

/// A number as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// The number as written; the lower end of a range.
    pub low: Decimal,
    /// The number as written; the upper end of a range.
    pub high: Decimal,
    /// What the words around the number say of its exactness.
    pub bound: Bound,
    /// Whether the words say that it rose or fell.
    pub trend: Option<Trend>,
    /// What kind of thing it measures.
    pub dimension: Dimension,
    /// The unit, such as the US dollar; none for percent and for things counted.
    pub unit: Option<Arc<Unit>>,
    /// How it was written, which decides how exactly it is meant.
    pub form: Form,
    /// Whether the same number was used earlier in the text. Then "more than N" takes N up and hints at no upper
    /// end, so that an open bound is read as its words say.
    pub echoes: bool,
}

/// How a number was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// Digits or number words. `granularity` is the place value of the last significant digit as written:
    /// 1.3 million -> 100,000; 28,000 -> 1,000; 253 -> 1; 1.50 -> 0.01.
    Number {
        /// Place value of the last significant digit; above zero.
        granularity: Decimal,
    },
    /// A fraction or one in n: "half", "one in five".
    Fraction,
    /// A vague plural: "dozens", "tens of thousands".
    Vague,
    /// Computed from other figures of the text: it has only a literal interval.
    Derived(Interval),
}

/// What the words say of a number's exactness.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// "exactly", "only", "a total of".
    Exactly,
    /// No word at all.
    None,
    /// "about", "around", "some", "an estimated".
    About,
    /// "nearly", "almost", "just under".
    Nearly,
    /// "more than", "over".
    MoreThan,
    /// "at least", "no fewer than", "or more".
    AtLeast,
    /// "fewer than", "under".
    LessThan,
    /// "up to", "at most", "as many as".
    AtMost,
    /// A range or a vague plural.
    Between,
}

impl Bound {
    /// The name used in output.
    pub fn as_str(self) -> &'static str {
        match self {
            Bound::Exactly => "exactly",
            Bound::None => "none",
            Bound::About => "about",
            Bound::Nearly => "nearly",
            Bound::MoreThan => "more_than",
            Bound::AtLeast => "at_least",
            Bound::LessThan => "less_than",
            Bound::AtMost => "at_most",
            Bound::Between => "between",
        }
    }
}

/// Whether a figure is told as risen or fallen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trend {
    /// "rose", "up".
    Up,
    /// "fell", "down".
    Down,
}

impl Trend {
    /// The name used in output.
    pub fn as_str(self) -> &'static str {
        match self {
            Trend::Up => "up",
            Trend::Down => "down",
        }
    }
}

/// What kind of thing a number measures.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Dimension {
    /// Things counted.
    Count,
    /// Parts per hundred.
    Percent,
    /// A part of a whole: "half", "one in five".
    Ratio,
    /// Money.
    Money,
    /// Distance, height, depth.
    Length,
    /// Land, floor space.
    Area,
    /// Litres, barrels.
    Volume,
    /// Kilograms, tonnes.
    Mass,
    /// Degrees.
    Temperature,
    /// A span of time.
    Duration,
    /// A person's age.
    Age,
    /// Distance in a time.
    Speed,
    /// Joules, watt-hours.
    Energy,
    /// Watts.
    Power,
    /// Bytes.
    Data,
    /// Pascals, pounds per square inch.
    Pressure,
    /// Hertz.
    Frequency,
    /// Degrees of arc.
    Angle,
    /// Newtons.
    Force,
    /// Volts.
    Voltage,
    /// Amperes.
    Current,
    /// Miles per gallon.
    FuelEconomy,
}

impl Dimension {
    /// The name used in output.
    pub fn as_str(self) -> &'static str {
        match self {
            Dimension::Count => "count",
            Dimension::Percent => "percent",
            Dimension::Ratio => "ratio",
            Dimension::Money => "money",
            Dimension::Length => "length",
            Dimension::Area => "area",
            Dimension::Volume => "volume",
            Dimension::Mass => "mass",
            Dimension::Temperature => "temperature",
            Dimension::Duration => "duration",
            Dimension::Age => "age",
            Dimension::Speed => "speed",
            Dimension::Energy => "energy",
            Dimension::Power => "power",
            Dimension::Data => "data",
            Dimension::Pressure => "pressure",
            Dimension::Frequency => "frequency",
            Dimension::Angle => "angle",
            Dimension::Force => "force",
            Dimension::Voltage => "voltage",
            Dimension::Current => "current",
            Dimension::FuelEconomy => "fuel_economy",
        }
    }
}

impl Quantity {
    /// What the words allow. See [`interval`](self) for the table.
    pub fn literal(&self) -> Interval {
        interval::literal(self)
    }

    /// What a reader takes the words to mean; a derived figure has none.
    pub fn conventional(&self) -> Option<Interval> {
        interval::conventional(self)
    }
}
