//! Conversion, held against fractions of whole numbers: what comes out even is exact, there and back.

use std::sync::{Arc, LazyLock};

use claimlint::lexicon::{BUILTIN, Lexicon};
use claimlint::quantity::{Decimal, Dimension, Unit};
use proptest::prelude::*;

/// A number as a fraction of two whole numbers in lowest terms, the lower one above zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Ratio(i128, i128);

impl Ratio {
    fn new(top: i128, bottom: i128) -> Self {
        let common = common_divisor(top, bottom);
        Self(top / common, bottom / common)
    }

    fn of(number: Decimal) -> Option<Self> {
        let number = number.normalize();
        let places = 10_i128.checked_pow(number.scale())?;
        Some(Self::new(number.mantissa(), places))
    }

    /// "0.3048", "5/9"
    fn parse(text: &str) -> Option<Self> {
        let (top, bottom) = text.split_once('/').unwrap_or((text, "1"));
        let number = |text: &str| Self::of(Decimal::from_str_exact(text).ok()?);
        number(top)?.over(number(bottom)?)
    }

    fn times(self, other: Self) -> Option<Self> {
        let (a, b) = (Self::new(self.0, other.1), Self::new(other.0, self.1));
        Some(Self(a.0.checked_mul(b.0)?, a.1.checked_mul(b.1)?))
    }

    fn over(self, other: Self) -> Option<Self> {
        self.times(Self(other.1, other.0))
    }

    fn plus(self, other: Self) -> Option<Self> {
        let left = self.0.checked_mul(other.1)?;
        let top = left.checked_add(other.0.checked_mul(self.1)?)?;
        Some(Self::new(top, self.1.checked_mul(other.1)?))
    }

    /// As a decimal number, where it comes out even and has room.
    fn even(self) -> Option<Decimal> {
        for places in 0..=27 {
            let scaled = self.0.checked_mul(10_i128.checked_pow(places)?)?;
            if scaled % self.1 == 0 {
                let digits = Decimal::try_from_i128_with_scale(scaled / self.1, places);
                return digits.ok().map(|number| number.normalize());
            }
        }
        None
    }
}

fn common_divisor(a: i128, b: i128) -> i128 {
    let (mut a, mut b) = (a.abs(), b.abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.max(1)
}

/// A unit of the lexicon with how it is defined there.
#[derive(Debug, Clone)]
struct Defined {
    unit: Arc<Unit>,
    factor: Ratio,
    zero: Ratio,
}

/// Every unit with a factor, as the lines of the data file say.
static DEFINED: LazyLock<Vec<Defined>> = LazyLock::new(|| {
    let lexicon = Lexicon::english();
    unit_lines()
        .filter_map(|line| {
            let factor = value(line, "factor: ")?;
            let zero = value(line, "zero: ").unwrap_or("0");
            let (name, dimension) = (value(line, "unit: ")?, value(line, "dimension: ")?);
            let dimension: Dimension = serde_json::from_value(dimension.into()).ok()?;
            Some(Defined {
                unit: lexicon.unit(dimension, name)?,
                factor: Ratio::parse(factor)?,
                zero: Ratio::parse(zero)?,
            })
        })
        .collect()
});

/// The lines of the data file that define a unit, without their remarks.
fn unit_lines() -> impl Iterator<Item = &'static str> {
    let file = BUILTIN.iter().find(|(name, _)| *name == "units.yaml");
    let lines = file.map_or("", |(_, text)| text).lines();
    lines
        .filter(|line| line.trim_start().starts_with("- {") && line.contains("dimension: "))
        .map(|line| line.rfind('}').map_or(line, |end| &line[..=end]))
}

/// What stands behind a key in a line of the data file, without its quotation marks.
fn value<'a>(line: &'a str, key: &str) -> Option<&'a str> {
    let (_, rest) = line.split_once(key)?;
    let end = rest.find([',', '}'])?;
    Some(rest[..end].trim().trim_matches('"'))
}

/// The unit that the factors of a dimension count.
fn base(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Length => "metre",
        Dimension::Area => "square metre",
        Dimension::Volume => "cubic metre",
        Dimension::Mass => "kilogram",
        Dimension::Temperature => "kelvin",
        Dimension::Duration => "second",
        Dimension::Speed => "metre per second",
        Dimension::Energy => "joule",
        Dimension::Power => "watt",
        Dimension::Data => "byte",
        Dimension::Pressure => "pascal",
        Dimension::Frequency => "hertz",
        Dimension::Angle => "degree",
        Dimension::Force => "newton",
        Dimension::Voltage => "volt",
        Dimension::Current => "ampere",
        Dimension::FuelEconomy => "mile per gallon",
        Dimension::Count
        | Dimension::Percent
        | Dimension::Ratio
        | Dimension::Money
        | Dimension::Age => "",
    }
}

fn exact(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap_or(Decimal::MAX)
}

#[test]
fn every_unit_with_a_factor_is_defined() {
    let written = unit_lines().filter(|line| line.contains("factor: "));
    assert_eq!(DEFINED.len(), written.count());
    assert!(DEFINED.len() > 100);
}

#[test]
fn one_of_every_unit_in_the_base_unit() {
    let lexicon = Lexicon::english();
    for defined in DEFINED.iter() {
        let (unit, factor) = (&defined.unit, defined.factor);
        let base = lexicon.unit(unit.dimension, base(unit.dimension)).unwrap();
        let found = unit.convert(Decimal::ONE, &base);
        let one = Ratio(1, 1).plus(defined.zero).unwrap();
        let expected = one.times(factor).unwrap();
        match expected.even() {
            Some(expected) => assert_eq!(found, Some(expected), "{}", unit.name),
            // 5/18 has no end: as near as a number of 28 digits comes.
            None => {
                let nearest = Decimal::from(expected.0) / Decimal::from(expected.1);
                assert_eq!(found, Some(nearest.normalize()), "{}", unit.name);
            }
        }
    }
}

/// Against the treaties and standards, so that a slip in the data file shows.
#[test]
fn well_known_units() {
    use Dimension::{Energy, Length, Mass, Power, Pressure, Speed, Temperature, Volume};
    let lexicon = Lexicon::english();
    for (dimension, from, number, to, expected) in [
        (Length, "mile", "1", "metre", "1609.344"),
        (Length, "foot", "1", "metre", "0.3048"),
        (Length, "inch", "1", "millimetre", "25.4"),
        (Length, "nautical mile", "1", "metre", "1852"),
        (Length, "mile", "1", "foot", "5280"),
        (Mass, "pound", "1", "kilogram", "0.45359237"),
        (Mass, "pound", "1", "ounce", "16"),
        (Mass, "short ton", "1", "pound", "2000"),
        (Volume, "gallon", "1", "litre", "3.785411784"),
        (Volume, "gallon", "1", "cubic inch", "231"),
        (Volume, "imperial gallon", "1", "litre", "4.54609"),
        (Volume, "barrel", "1", "gallon", "42"),
        (Speed, "knot", "1", "kilometre per hour", "1.852"),
        (Speed, "mile per hour", "1", "metre per second", "0.44704"),
        (
            Temperature,
            "degree fahrenheit",
            "32",
            "degree celsius",
            "0",
        ),
        (Temperature, "degree fahrenheit", "212", "kelvin", "373.15"),
        (
            Temperature,
            "degree celsius",
            "-40",
            "degree fahrenheit",
            "-40",
        ),
        (Energy, "kilowatt-hour", "1", "joule", "3600000"),
        (Power, "megawatt", "1", "kilowatt", "1000"),
        (Pressure, "atmosphere", "1", "pascal", "101325"),
    ] {
        let unit = |name| lexicon.unit(dimension, name).unwrap();
        let found = unit(from).convert(exact(number), &unit(to));
        assert_eq!(found, Some(exact(expected)), "{number} {from} in {to}");
    }
}

#[test]
fn what_does_not_convert() {
    use Dimension::{Duration, Length, Money};
    let lexicon = Lexicon::english();
    let unit = |dimension, name| lexicon.unit(dimension, name).unwrap();
    let (metre, dollar) = (unit(Length, "metre"), unit(Money, "us dollar"));
    let (month, day, year) = (
        unit(Duration, "month"),
        unit(Duration, "day"),
        unit(Duration, "year"),
    );
    let one = Decimal::ONE;
    assert_eq!(metre.convert(one, &dollar), None);
    assert_eq!(dollar.convert(one, &unit(Money, "euro")), None);
    assert_eq!(month.convert(one, &day), None);
    assert_eq!(year.convert(one, &month), Some(Decimal::from(12)));
    assert_eq!(
        metre.convert(Decimal::MAX, &unit(Length, "nanometre")),
        None
    );
}

/// Two units of one dimension.
fn pair() -> impl Strategy<Value = (Defined, Defined)> {
    let any = prop::sample::select(DEFINED.clone());
    any.prop_flat_map(|one| {
        let dimension = one.unit.dimension;
        let alike = |other: &&Defined| other.unit.dimension == dimension;
        let others = DEFINED.iter().filter(alike).cloned().collect::<Vec<_>>();
        (Just(one), prop::sample::select(others))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4000) })]

    #[test]
    fn there_and_back_is_exact(
        units in pair(),
        digits in -1_000_000_000_i64..1_000_000_000,
        places in 0..5_u32,
    ) {
        let (from, to) = units;
        let number = Decimal::new(digits, places).normalize();
        // What takes more than 28 digits on the way, as electronvolts do, is rounded.
        let has_room = |ratio: Ratio| ratio.even().map(|_| ratio);
        let even = || {
            let bottom = to.unit.size.and_then(|size| Ratio::of(size.denominator))?;
            let top = from.unit.size.and_then(|size| Ratio::of(size.numerator))?;
            let moved = has_room(Ratio::of(number)?.plus(from.zero)?)?;
            has_room(moved.times(has_room(top.times(bottom)?)?)?)?;
            let there = moved.times(from.factor)?.over(to.factor)?;
            there.plus(Ratio(-to.zero.0, to.zero.1))?.even()
        };
        let there = from.unit.convert(number, &to.unit);
        if let Some(even) = even() {
            prop_assert_eq!(there, Some(even), "{} {} in {}", number, from.unit.name, to.unit.name);
            let back = to.unit.convert(even, &from.unit);
            prop_assert_eq!(back, Some(number), "{} {} from {}", even, from.unit.name, to.unit.name);
        }
    }
}
