//! Units of measurement, with exact factors, so that "30 feet" and "9.1 m" can be held against each other.

use rust_decimal::Decimal;

use super::Dimension;

/// A unit, such as the kilometre, the US dollar or the dollar per barrel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// The normalised name, in the singular: "kilometre".
    pub name: String,
    /// More than one of them: "kilometres".
    pub plural: String,
    /// What it measures.
    pub dimension: Dimension,
    /// How it converts to others of its dimension; none for money and for units without one exact size.
    pub size: Option<Size>,
    /// The sizes of other units that go by the same name: a gallon may be an imperial one.
    pub also: Vec<Size>,
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
    /// A unit that converts to no other: "per 100,000".
    pub fn without_size(name: String, dimension: Dimension) -> Self {
        Self {
            plural: name.clone(),
            name,
            dimension,
            size: None,
            also: Vec::new(),
        }
    }

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
        if self.dimension != to.dimension {
            return None;
        }
        if self == to && self.size.is_some() {
            return Some(value.normalize());
        }
        self.size?.convert(value, to.size?)
    }

    /// Every size that the name may stand for.
    pub fn sizes(&self) -> impl Iterator<Item = Size> + '_ {
        self.size.into_iter().chain(self.also.iter().copied())
    }
}

impl Size {
    /// The value in a unit of another size; none where the two do not convert, or where the result is too large.
    pub fn convert(self, value: Decimal, to: Size) -> Option<Decimal> {
        if self.scale != to.scale {
            return None;
        }
        // Divided last, so that what comes out even stays exact.
        let numerator = self.numerator.checked_mul(to.denominator)?;
        let denominator = self.denominator.checked_mul(to.numerator)?;
        let base = value.checked_add(self.zero)?.checked_mul(numerator)?;
        let converted = base.checked_div(denominator)?.checked_sub(to.zero)?;
        Some(converted.normalize())
    }

    /// The same for differences: two degrees warmer begin at no zero.
    pub fn of_differences(self) -> Self {
        Self {
            zero: Decimal::ZERO,
            ..self
        }
    }
}
