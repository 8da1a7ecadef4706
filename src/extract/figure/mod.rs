//! A figure: amounts, ranges and shares with the words that bound them.

mod amount;
mod bound;
mod compound;
mod range;
mod rate;
mod share;
mod unit;

use nom::combinator::opt;
use nom::{IResult, Parser};

pub use bound::stronger;
pub use unit::unit_follows;

use self::amount::Amount;
use self::bound::bound_after;
use self::compound::compound;
use self::range::{between, borrow_from_change, borrow_from_list, plus_minus, range_end};
use self::share::share_end;
use super::number::vague;
use super::word::may_go_on;
use crate::lexicon::Lexicon;
use crate::quantity::{Bound, Decimal, Dimension, Form, Quantity};

/// A figure as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The number.
    pub quantity: Quantity,
    /// Whether its words may mean something else: "half", "a third", "a day".
    pub loose: bool,
}

/// Whether "120 to 180" may be one figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ranges {
    /// It is a range.
    Any,
    /// Only where the second number is near the first; else the first is a change and the second a level.
    Near,
    /// It is two figures, a change from the one to the other.
    None,
}

// figure = ( between | vague | amount ( range-end | plus-minus | share-end )? ) bound-after?
/// A figure at the start of the input, behind the words that bound it.
pub fn figure<'a>(
    lexicon: &Lexicon,
    bound: Option<Bound>,
    ranges: Ranges,
    rest: &'a str,
) -> IResult<&'a str, Figure> {
    // Most figures are in digits, and begin with nothing else.
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        let (rest, found) = first_amount(lexicon, ranges, rest)?;
        return Ok(bounded(lexicon, bound, rest, found));
    }
    if let Ok((rest, (low, high))) = between(lexicon, rest) {
        return Ok((rest, exact(range(&low, &high))));
    }
    let (rest, found) = match opt(|i| vague(lexicon, i)).parse(rest)? {
        (rest, Some((low, high))) => return Ok((rest, exact(vague_plural(low, high)))),
        (rest, None) => first_amount(lexicon, ranges, rest)?,
    };
    Ok(bounded(lexicon, bound, rest, found))
}

// bounded = figure bound-after?
/// A figure with the bound before it, or the one behind it.
fn bounded<'a>(
    lexicon: &Lexicon,
    before: Option<Bound>,
    rest: &'a str,
    mut found: Figure,
) -> (&'a str, Figure) {
    if found.quantity.bound == Bound::Between {
        return (rest, found);
    }
    found.quantity.bound = before.unwrap_or(Bound::None);
    if may_go_on(lexicon, rest)
        && let Ok((after, bound)) = bound_after(lexicon, rest)
    {
        found.quantity.bound = bound;
        return (after, found);
    }
    (rest, found)
}

fn first_amount<'a>(lexicon: &Lexicon, ranges: Ranges, i: &'a str) -> IResult<&'a str, Figure> {
    let (rest, mut first) = compound(lexicon, i)?;
    if !may_go_on(lexicon, rest) {
        return Ok((rest, single(&first)));
    }
    if ranges != Ranges::None
        && let Ok((rest, (low, high))) = range_end(lexicon, &first, rest)
        && (ranges == Ranges::Any || is_near(&low, &high))
    {
        return Ok((rest, exact(range(&low, &high))));
    }
    if let Ok((rest, (low, high))) = plus_minus(lexicon, &first, rest) {
        return Ok((rest, exact(range(&low, &high))));
    }
    if let Ok((rest, ratio)) = share_end(lexicon, &first, rest) {
        return Ok((rest, exact(share(ratio))));
    }
    borrow_from_change(lexicon, &mut first, ranges, rest);
    borrow_from_list(lexicon, &mut first, rest);
    Ok((rest, single(&first)))
}

fn single(amount: &Amount) -> Figure {
    Figure {
        loose: amount.loose,
        quantity: one(amount),
    }
}

/// "rose by 10 to 15%" is a range, "rose by nine to 27" a change and a level: few things grow by half at once.
fn is_near(low: &Amount, high: &Amount) -> bool {
    let most = Decimal::new(25, 1);
    low.number
        .value
        .checked_mul(most)
        .is_some_and(|most| high.number.value <= most)
}

fn exact(quantity: Quantity) -> Figure {
    Figure {
        quantity,
        loose: false,
    }
}

fn one(amount: &Amount) -> Quantity {
    Quantity {
        low: amount.number.value,
        high: amount.number.value,
        bound: Bound::None,
        trend: None,
        dimension: amount.dimension(),
        unit: amount.measured.as_ref().and_then(|m| m.unit.clone()),
        form: amount.form(),
        echoes: false,
    }
}

fn range(low: &Amount, high: &Amount) -> Quantity {
    let granularity = low.number.granularity.min(high.number.granularity);
    let form = match high.form() {
        Form::Number { .. } => Form::Number { granularity },
        form => form,
    };
    Quantity {
        low: low.number.value,
        bound: Bound::Between,
        form,
        ..one(high)
    }
}

fn vague_plural(low: Decimal, high: Decimal) -> Quantity {
    Quantity {
        low,
        high,
        bound: Bound::Between,
        trend: None,
        dimension: Dimension::Count,
        unit: None,
        form: Form::Vague,
        echoes: false,
    }
}

fn share(ratio: Decimal) -> Quantity {
    Quantity {
        low: ratio,
        high: ratio,
        bound: Bound::None,
        dimension: Dimension::Ratio,
        form: Form::Fraction,
        ..vague_plural(ratio, ratio)
    }
}

#[cfg(test)]
mod tests {
    use super::bound::bounds_before;
    use super::*;

    /// A figure as `low..high bound unit|rest`, short enough for a table.
    fn shown(lexicon: &Lexicon, ranges: Ranges, text: &str) -> String {
        let (core, bound) = bounds_before(lexicon, text);
        let Ok((rest, found)) = figure(lexicon, bound, ranges, core) else {
            return "none".to_owned();
        };
        let q = found.quantity;
        let (low, high) = (q.low.normalize(), q.high.normalize());
        let ends = if low == high {
            low.to_string()
        } else {
            format!("{low}..{high}")
        };
        let unit = q
            .unit
            .map_or_else(|| q.dimension.as_str().to_owned(), |unit| unit.name.clone());
        format!("{ends} {} {unit}|{rest}", q.bound.as_str())
    }

    #[test]
    fn figures() {
        let lexicon = Lexicon::english();
        for (text, expected) in [
            ("about 1.5 million people", "1500000 about count| people"),
            (
                "more than 1.3 million civilians",
                "1300000 more_than count| civilians",
            ),
            ("only 250,000 people", "250000 exactly count| people"),
            ("at least some 40 men", "40 at_least count| men"),
            ("some 250,000", "250000 about count|"),
            ("no fewer than 12", "12 at_least count|"),
            ("up to 85,000", "85000 at_most count|"),
            ("50 or more", "50 at_least count|"),
            (
                "5,000 or less than 6,000",
                "5000 none count| or less than 6,000",
            ),
            ("2,000+ jobs", "2000 at_least count| jobs"),
            ("dozens of men", "12..120 between count| of men"),
            ("19%", "19 none percent|"),
            ("19 per cent of", "19 none percent| of"),
            ("1.25 percentage points", "1.25 none point|"),
            ("40 basis points", "40 none basis point|"),
            ("US$58.24", "58.24 none us dollar|"),
            ("£2.7m", "2700000 none pound sterling|"),
            ("20 euros", "20 none euro|"),
            ("7,199 Chinese yuan", "7199 none chinese yuan|"),
            ("75 million dollars", "75000000 none us dollar|"),
            ("75 USD million", "75000000 none us dollar|"),
            ("USD115.5", "115.5 none us dollar|"),
            ("253 million pounds", "253000000 none pound sterling|"),
            ("40 million pounds of beef", "40000000 none pound| of beef"),
            ("253 pounds", "253 none pound|"),
            ("100元", "100 none chinese yuan|"),
            ("100 元!", "100 none chinese yuan|!"),
            ("12-cent", "12 none cent|"),
            ("100 km away", "100 none kilometre| away"),
            ("30-foot", "30 none foot|"),
            ("44-year-old", "44 none year|"),
            ("9.1 m)", "9.1 none metre|)"),
            ("9.1 m people", "9.1 none count| m people"),
            ("1.8m tall", "1.8 none metre| tall"),
            ("1.8m people", "1800000 none count| people"),
            ("2 1/2 in thick", "2.5 none inch| thick"),
            ("5 in hospital", "5 none count| in hospital"),
            ("−260 °C", "-260 none degree celsius|"),
            ("minus five", "-5 none count|"),
            ("2 degrees below zero", "-2 none degree|"),
            ("nearly one in five", "0.2 nearly ratio|"),
            ("More than half of", "0.5 more_than ratio| of"),
            (
                "two-thirds of",
                "0.6666666666666666666666666667 none ratio| of",
            ),
            ("half a million", "500000 none count|"),
            ("half million", "500000 none count|"),
            ("a quarter of an hour", "0.25 none hour|"),
            ("half an hour", "0.5 none hour|"),
            ("an hour and a half", "1.5 none hour|"),
            ("twenty-six", "26 none count|"),
            ("forty-five (45) men", "45 none count| men"),
        ] {
            assert_eq!(shown(&lexicon, Ranges::Any, text), expected, "{text}");
        }
    }

    #[test]
    fn ranges() {
        let lexicon = Lexicon::english();
        for (text, expected) in [
            (
                "between 750,000 and 800,000",
                "750000..800000 between count|",
            ),
            ("between 2.0 g and about 7.0 g", "2..7 between gram|"),
            ("33–35 billion", "33000000000..35000000000 between count|"),
            (
                "$10 to $15 billion",
                "10000000000..15000000000 between us dollar|",
            ),
            ("$2 to $4 million", "2000000..4000000 between us dollar|"),
            ("£2-3m", "2000000..3000000 between pound sterling|"),
            (
                "$500,000 to $1 million",
                "500000..1000000 between us dollar|",
            ),
            ("7–9 lakh", "700000..900000 between count|"),
            ("four to five thousand", "4000..5000 between count|"),
            ("50 to 80%", "50..80 between percent|"),
            ("15 to 22 mph", "15..22 between mile per hour|"),
            ("8- to 16-metre", "8..16 between metre|"),
            ("3-to-5-day", "3..5 between day|"),
            ("800 metres to 1.2 km", "0.8..1.2 between kilometre|"),
            ("three or four hundred", "300..400 between count|"),
            ("−5 to −10 °C", "-10..-5 between degree celsius|"),
            ("three or four men", "3..4 between count| men"),
            ("1000 - 5000", "1000..5000 between count|"),
            ("20~100", "20..100 between count|"),
            ("2,000.45±0.01 pounds", "2000.44..2000.46 between pound|"),
            ("12 or 5", "12 none count| or 5"),
            ("5 to 3", "5 none count| to 3"),
        ] {
            assert_eq!(shown(&lexicon, Ranges::Any, text), expected, "{text}");
        }
    }

    #[test]
    fn units_carried_over() {
        let lexicon = Lexicon::english();
        for (text, ranges, expected) in [
            ("45 and 50 mg", Ranges::Any, "45 none milligram| and 50 mg"),
            (
                "5, 10 and 15 percent",
                Ranges::Any,
                "5 none percent|, 10 and 15 percent",
            ),
            (
                "12 killed and 30 km away",
                Ranges::Any,
                "12 none count| killed and 30 km away",
            ),
            ("12 and $30", Ranges::Any, "12 none count| and $30"),
            (
                "$2 to $4 million",
                Ranges::None,
                "2000000 none us dollar| to $4 million",
            ),
            (
                "3.2 to 2.9 million",
                Ranges::None,
                "3200000 none count| to 2.9 million",
            ),
            ("4% to 6%", Ranges::None, "4 none percent| to 6%"),
            (
                "133 from 135 million pounds",
                Ranges::Any,
                "133000000 none pound sterling| from 135 million pounds",
            ),
            ("2,415 to 2,315", Ranges::None, "2415 none count| to 2,315"),
        ] {
            assert_eq!(shown(&lexicon, ranges, text), expected, "{text}");
        }
    }

    #[test]
    fn rates_and_compounds() {
        let lexicon = Lexicon::english();
        for (text, expected) in [
            ("4 per 100,000 people", "4 none per 100,000| people"),
            ("21 mpg", "21 none mile per gallon|"),
            ("$48,000 a year", "48000 none us dollar per year|"),
            ("$60 a barrel", "60 none us dollar per barrel|"),
            ("$350 per kg to", "350 none us dollar per kilogram| to"),
            ("10 cents a share", "10 none cent per share|"),
            (
                "$370 a thousand board feet",
                "370 none us dollar per thousand| board feet",
            ),
            ("12 a day", "12 none per day|"),
            ("5 a man", "5 none count| a man"),
            ("60 per cent", "60 none percent|"),
            ("5 ft 2 in", "62 none inch|"),
            ("7 feet, 10 inches", "94 none inch|"),
            ("1 hour and 45 minutes", "105 none minute|"),
            ("2 years and 3 months", "27 none month|"),
            ("3 days and 40 hours", "3 none day| and 40 hours"),
            ("5 km and 2 hours", "5 none kilometre| and 2 hours"),
        ] {
            assert_eq!(shown(&lexicon, Ranges::Any, text), expected, "{text}");
        }
    }

    #[test]
    fn no_figures() {
        let lexicon = Lexicon::english();
        for text in [
            "about the people",
            "over it",
            "a man",
            "787s",
            "$",
            "over",
            "one-sided",
            "USD",
            "per 100",
        ] {
            assert_eq!(shown(&lexicon, Ranges::Any, text), "none", "{text}");
        }
    }
}
