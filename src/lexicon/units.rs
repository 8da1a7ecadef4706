//! Units and currencies.

use std::collections::BTreeMap;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::Deserialize;

use super::phrases::Phrases;
use super::word::{Classes, Vocabulary};
use crate::problem::Problem;
use crate::quantity::{Decimal, Dimension, Scale, Size, Unit};
use crate::yaml::{Spanned, place_of};

const FILE: &str = "rules/lexicon/units.yaml";

/// The file as it is written.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Raw {
    /// Words for a percentage; "%" also directly against the digits.
    percent: Vec<String>,
    /// Words for percentage points.
    points: Vec<String>,
    /// Words for hundredths of a percentage point.
    basis_points: Vec<String>,
    /// Words after which a symbol under `extents` counts: "5m tall", "8 in wide"
    extent_words: Vec<String>,
    /// Units that are a currency behind millions, unless "of" follows: "253 million pounds"
    in_millions: BTreeMap<String, String>,
    /// Units of one system, smallest first. A slip of the pen takes one for another of its row.
    #[schemars(with = "Vec<Vec<String>>")]
    rows: Vec<Vec<Spanned<String>>>,
    /// Currencies.
    currencies: Vec<RawCurrency>,
    /// Units of everything but money.
    units: Vec<RawUnit>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawCurrency {
    /// The name in output: British, singular and in lower case, such as "pound sterling"
    unit: String,
    /// ISO 4217 code, before or after the digits, case-sensitive: "EUR 5". Left out where the letters read as
    /// something else before a number ("COP 28")
    #[serde(default)]
    code: Option<String>,
    /// Signs before or after the digits, case-sensitive, with or without a space; the longest one wins ("US$"
    /// before "$")
    #[serde(default)]
    symbols: Vec<String>,
    /// Words after the digits, in any case; the longest one wins ("Canadian dollars")
    words: Vec<String>,
    /// Adjectives that may stand before any of the words: "7,199 Chinese yuan"
    #[serde(default)]
    adjectives: Vec<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawUnit {
    /// The name in output: British, singular and in lower case. The same name may stand in two dimensions (year:
    /// duration and age)
    unit: String,
    /// What it measures. Only units of one dimension are compared.
    dimension: Dimension,
    /// How many of the base unit of its dimension one is, exact and in quotes: a decimal, or a ratio of decimals
    /// "a/b". Left out where there is not one exact value.
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    factor: Option<Spanned<String>>,
    /// Durations only: how many months one is, where it has not one number of seconds.
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    months: Option<Spanned<String>>,
    /// Temperatures only: kelvin = (value + zero) * factor. Left out where it is 0.
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    zero: Option<Spanned<String>>,
    /// Other units that the same name may stand for: a gallon may be an imperial one.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    also: Vec<Spanned<String>>,
    /// Words after a space or a hyphen, in any case ("30-foot", "30 feet"); the longest one wins.
    #[serde(default)]
    words: Vec<String>,
    /// Signs directly against the digits or after a space, case-sensitive: "5km"
    #[serde(default)]
    symbols: Vec<String>,
    /// Short signs that are fairly safe: directly against the digits or after one space, case-sensitive, not before
    /// a letter.
    #[serde(default)]
    attached: Vec<String>,
    /// Signs that count only when one of `extent-words` follows.
    #[serde(default)]
    extents: Vec<String>,
}

/// What a number measures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measured {
    /// The dimension.
    pub dimension: Dimension,
    /// The unit; none for percent.
    pub unit: Option<Arc<Unit>>,
}

/// A unit as one of its spellings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitWord {
    /// What it stands for.
    pub measured: Measured,
    /// How it must be written.
    pub spelling: Spelling,
}

/// How a unit must be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spelling {
    /// A word, in any case.
    AnyCase,
    /// A symbol, in its own case.
    Exact(Box<str>),
    /// A symbol that no letter may follow.
    Attached(Box<str>),
    /// A symbol that a word of extent must follow: "1.8 m tall".
    Extent(Box<str>),
}

/// Units and currencies by their words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Units {
    /// Behind a number.
    pub after: Phrases<Vec<UnitWord>>,
    /// Before a number: currencies.
    pub before: Phrases<Vec<UnitWord>>,
    /// "tall", "in diameter"
    pub extent_words: Phrases<()>,
    /// Units that are currencies behind millions: "pound"
    pub in_millions: BTreeMap<String, Measured>,
    /// Every unit, by dimension and name.
    pub by_name: BTreeMap<(Dimension, String), Arc<Unit>>,
    /// Units of one system, smallest first: what is told in one may be told in another of its row.
    pub rows: Vec<Vec<Arc<Unit>>>,
}

/// The words of a table before they are compiled: those that differ in case only stand together.
type Words = BTreeMap<String, Vec<UnitWord>>;

pub(super) fn compile(v: &mut Vocabulary, raw: Raw) -> Result<Units, Problem> {
    let mut out = Units::default();
    let (mut after, mut before) = (Words::new(), Words::new());
    let point = |name: &str| Unit::without_size(name.to_owned(), Dimension::Percent);
    let percentages = [
        (&raw.percent, None),
        (&raw.points, Some(Arc::new(point("point")))),
        (&raw.basis_points, Some(Arc::new(point("basis point")))),
    ];
    for (words, unit) in percentages {
        let measured = Measured {
            dimension: Dimension::Percent,
            unit,
        };
        add(&mut after, words, &measured, |_| Spelling::AnyCase);
    }
    for currency in raw.currencies {
        let measured = known(
            &mut out,
            Unit {
                plural: plural(&currency.words, &currency.unit),
                ..Unit::without_size(currency.unit, Dimension::Money)
            },
        );
        let qualified = currency.adjectives.iter().flat_map(|adjective| {
            currency
                .words
                .iter()
                .map(move |word| format!("{adjective} {word}"))
        });
        let words: Vec<String> = qualified.chain(currency.words.iter().cloned()).collect();
        add(&mut after, &words, &measured, |_| Spelling::AnyCase);
        let symbols: Vec<String> = currency.code.into_iter().chain(currency.symbols).collect();
        for table in [&mut after, &mut before] {
            add(table, &symbols, &measured, exact);
        }
    }
    let sizes = raw
        .units
        .iter()
        .map(|unit| Ok((unit.unit.clone(), size(unit)?)))
        .collect::<Result<BTreeMap<String, Option<Size>>, Problem>>()?;
    for unit in raw.units {
        let size = size(&unit)?;
        let also = unit.also.iter().map(|name| {
            let known = sizes.get(&name.value).copied().flatten();
            known.ok_or_else(|| no_unit(name))
        });
        let also = also.collect::<Result<Vec<Size>, Problem>>()?;
        let measured = known(
            &mut out,
            Unit {
                plural: plural(&unit.words, &unit.unit),
                name: unit.unit,
                dimension: unit.dimension,
                size,
                also,
            },
        );
        add(&mut after, &unit.words, &measured, |_| Spelling::AnyCase);
        add(&mut after, &unit.symbols, &measured, exact);
        add(&mut after, &unit.attached, &measured, |s| {
            Spelling::Attached(s.into())
        });
        add(&mut after, &unit.extents, &measured, |s| {
            Spelling::Extent(s.into())
        });
    }
    for (words, table) in [(after, &mut out.after), (before, &mut out.before)] {
        for (phrase, units) in words {
            table.add(v, &phrase, units);
        }
    }
    for word in out.before.first_words() {
        v.mark(word, Classes::CURRENCY_START);
    }
    for word in out.after.first_words() {
        v.mark(word, Classes::NUMBER_TAIL.with(Classes::AFTER_ARTICLE));
    }
    for (unit, currency) in raw.in_millions {
        let named = out.by_name.get(&(Dimension::Money, currency));
        let money = named.map(|unit| Measured {
            dimension: Dimension::Money,
            unit: Some(Arc::clone(unit)),
        });
        out.in_millions.extend(money.map(|money| (unit, money)));
    }
    for row in raw.rows {
        let units = row.iter().map(|name| {
            let named = |unit: &&Arc<Unit>| unit.name == name.value;
            let known = out.by_name.values().find(named).map(Arc::clone);
            known.ok_or_else(|| no_unit(name))
        });
        out.rows.push(units.collect::<Result<_, _>>()?);
    }
    out.extent_words = Phrases::of(v, &raw.extent_words);
    Ok(out)
}

/// The second of its words, by the order of the file, unless that is another name.
fn plural(words: &[String], name: &str) -> String {
    let pieces = |word: &String| word.split_whitespace().count();
    match words {
        [one, many, ..] if pieces(one) == pieces(many) => many.clone(),
        _ => name.to_owned(),
    }
}

fn no_unit(name: &Spanned<String>) -> Problem {
    let (line, column) = place_of(name);
    let message = format!("`{}` is no unit of this file with a size", name.value);
    Problem::at(FILE, line, column, message)
}

fn exact(symbol: &str) -> Spelling {
    Spelling::Exact(symbol.into())
}

fn add(
    table: &mut Words,
    words: &[String],
    measured: &Measured,
    spelling: impl Fn(&str) -> Spelling,
) {
    for word in words {
        table
            .entry(word.to_lowercase())
            .or_default()
            .push(UnitWord {
                measured: measured.clone(),
                spelling: spelling(word),
            });
    }
}

fn known(units: &mut Units, unit: Unit) -> Measured {
    let unit = Arc::new(unit);
    units
        .by_name
        .entry((unit.dimension, unit.name.clone()))
        .or_insert_with(|| Arc::clone(&unit));
    Measured {
        dimension: unit.dimension,
        unit: Some(unit),
    }
}

fn size(unit: &RawUnit) -> Result<Option<Size>, Problem> {
    let (factor, scale) = match (&unit.factor, &unit.months) {
        (Some(factor), _) => (factor, Scale::Base),
        (None, Some(months)) => (months, Scale::Calendar),
        (None, None) => return Ok(None),
    };
    let (numerator, denominator) = factor.value.split_once('/').unwrap_or((&factor.value, "1"));
    let zero = unit
        .zero
        .as_ref()
        .map_or(Ok(Decimal::ZERO), |zero| decimal(zero, &zero.value))?;
    Ok(Some(Size {
        scale,
        numerator: positive(factor, numerator)?,
        denominator: positive(factor, denominator)?,
        zero,
    }))
}

fn positive(at: &Spanned<String>, text: &str) -> Result<Decimal, Problem> {
    let number = decimal(at, text)?;
    if number > Decimal::ZERO {
        Ok(number)
    } else {
        Err(no_factor(at))
    }
}

fn decimal(at: &Spanned<String>, text: &str) -> Result<Decimal, Problem> {
    Decimal::from_str_exact(text).map_err(|_| no_factor(at))
}

fn no_factor(at: &Spanned<String>) -> Problem {
    let (line, column) = place_of(at);
    let message = format!(
        "`{}` is no exact number above zero, expected one like \"0.3048\" or \"5/9\"",
        at.value
    );
    Problem::at(FILE, line, column, message)
}
