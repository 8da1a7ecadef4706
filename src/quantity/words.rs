//! Numbers as a reader likes to see them.

use rust_decimal::Decimal;

use super::{Bound, Dimension, Quantity};

/// Writes a number without losing a digit: "1.55 million", "28,000", "51.4".
///
/// ```
/// use claimlint::quantity::{Decimal, in_words};
/// assert_eq!(in_words(Decimal::from(1_550_000)), "1.55 million");
/// assert_eq!(in_words(Decimal::from(2_415)), "2,415");
/// assert_eq!(in_words(Decimal::new(514, 1)), "51.4");
/// ```
pub fn in_words(value: Decimal) -> String {
    let value = value.normalize();
    for (scale, word) in [(12, "trillion"), (9, "billion"), (6, "million")] {
        let unit = Decimal::from(10_u64.pow(scale));
        if value.abs() >= unit {
            let scaled = (value / unit).normalize();
            // Three decimals at most: beyond that, digits are easier to read.
            if scaled.scale() <= 3 && scaled * unit == value {
                return format!("{} {word}", with_separators(scaled));
            }
            break;
        }
    }
    with_separators(value)
}

/// Writes two numbers, the scale word once where they share it: "1.45 to 1.55 million".
pub fn in_words_from_to(low: Decimal, high: Decimal) -> String {
    let (low, high) = (in_words(low), in_words(high));
    match (low.rsplit_once(' '), high.rsplit_once(' ')) {
        (Some((number, scale)), Some((_, same))) if scale == same => {
            format!("{number} to {high}")
        }
        _ => format!("{low} to {high}"),
    }
}

/// Writes a quantity with its bound: "more than 1.15 million", "about 51.4%".
pub fn in_words_with_bound(quantity: &Quantity) -> String {
    let word = match quantity.bound {
        Bound::None | Bound::Between => "",
        Bound::Exactly => "exactly ",
        Bound::About => "about ",
        Bound::Nearly => "nearly ",
        Bound::MoreThan => "more than ",
        Bound::AtLeast => "at least ",
        Bound::LessThan => "less than ",
        Bound::AtMost => "up to ",
    };
    let low = in_words(quantity.low);
    let number = if quantity.low == quantity.high {
        low
    } else {
        format!("{low} to {}", in_words(quantity.high))
    };
    let unit = if quantity.dimension == Dimension::Percent {
        "%"
    } else {
        ""
    };
    format!("{word}{number}{unit}")
}

fn with_separators(value: Decimal) -> String {
    let text = value.abs().to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::with_capacity(text.len() + text.len() / 3 + 2);
    if value.is_sign_negative() && !value.is_zero() {
        out.push('−');
    }
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
    out
}
