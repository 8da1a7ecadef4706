//! Units of measurement, with exact factors, so that "30 feet" and "9.1 m" can be held against each other.

use rust_decimal::Decimal;

use super::Dimension;

/// A unit, such as the kilometre, the US dollar or the dollar per barrel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// The normalised name, in the singular: "kilometre".
    pub name: String,
    /// What it measures.
    pub dimension: Dimension,
    /// How it converts to others of its dimension; none for money and for units without one exact size.
    pub size: Option<Size>,
}

/// How large a unit is: `(value + zero) * numerator / denominator` of its scale's base unit.
///
/// Base units: metre, square metre, cubic metre, kilogram, kelvin, second, metre per second, joule, watt, byte,
/// pascal, hertz (SI brochure, 9th edition; the yard and the pound by the agreement of 1959).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Which units it converts to: a month has no one number of seconds, but a year has twelve.
    pub scale: Scale,
    /// Base units in `denominator` units; above zero.
    pub numerator: Decimal,
    /// Above zero.
    pub denominator: Decimal,
    /// What is added to a value before it is scaled: 459.67 for degrees Fahrenheit, else zero.
    pub zero: Decimal,
}

/// Units of one scale convert to each other exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// The base unit of the dimension.
    Base,
    /// Months.
    Calendar,
}

impl Unit {
    /// The value in another unit; none where the two do not convert, or where the result is too large.
    ///
    /// ```
    /// use claimlint::{lexicon::Lexicon, quantity::Dimension};
    /// let lexicon = Lexicon::english();
    /// let unit = |name| lexicon.unit(Dimension::Length, name).unwrap();
    /// let metres = unit("foot").convert(30.into(), &unit("metre"));
    /// assert_eq!(metres.unwrap().to_string(), "9.144");
    /// ```
    pub fn convert(&self, value: Decimal, to: &Unit) -> Option<Decimal> {
        let (from_size, to_size) = (self.size?, to.size?);
        if self.dimension != to.dimension || from_size.scale != to_size.scale {
            return None;
        }
        if self == to {
            return Some(value.normalize());
        }
        // Divided last, so that what comes out even stays exact.
        let numerator = from_size.numerator.checked_mul(to_size.denominator)?;
        let denominator = from_size.denominator.checked_mul(to_size.numerator)?;
        let base = value.checked_add(from_size.zero)?.checked_mul(numerator)?;
        let converted = base.checked_div(denominator)?.checked_sub(to_size.zero)?;
        Some(converted.normalize())
    }
}
