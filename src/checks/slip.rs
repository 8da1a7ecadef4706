//! A slip of the pen as the cause: which one figure, read a digit or a scale apart, would make the arithmetic hold.
//!
//! Only slips that hands make are tried, the commonest first, one figure at a time: a blind search for any number
//! that fits always finds one.

use crate::claim::{Operand, Reading};
use crate::finding::Cause;
use crate::quantity::{Bound, Decimal, Form, Interval, Quantity, in_words};

use super::reconcile::Fit;

/// A figure read in another way.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Reread {
    /// Which of the operands.
    operand: usize,
    /// The number as it would be written.
    written: String,
    /// What slipped.
    slip: &'static str,
}

/// Every way in which the digits may have been meant.
type Edits = fn(&str) -> Vec<String>;

/// Slips by how common they are; all of one row are tried before the next.
const SLIPS: [(&str, Edits); 4] = [
    ("a digit too many", digit_too_many),
    ("two digits changed places", swapped),
    ("the decimal point moved", point_moved),
    ("one digit", one_digit),
];

/// The reading of one operand that makes the arithmetic hold. `holds` is asked with the interval of every operand.
pub fn slip(
    reading: &Reading,
    operands: &[Operand],
    holds: impl Fn(&[Interval]) -> bool,
) -> Option<Fit> {
    let quantities: Vec<&Quantity> = operands
        .iter()
        .map(|o| o.quantity(reading))
        .collect::<Option<_>>()?;
    let intervals: Vec<Interval> = quantities.iter().map(|q| q.literal()).collect();
    let fits = |operand: usize, value: Decimal| {
        let mut read = intervals.clone();
        let quantity = Quantity {
            low: value,
            high: value,
            ..quantities[operand].clone()
        };
        read[operand] = quantity.literal();
        holds(&read)
    };
    let scales = scale_slips(reading, operands, &quantities, &fits);
    // "$4.1 million to $3.9 billion": one of the two has slipped, whichever.
    if !scales.is_empty() {
        let either: Vec<String> = scales
            .iter()
            .map(|reread| words(reading, operands, reread))
            .collect();
        return Some(fit(either.join(", or ")));
    }
    for (name, edits) in SLIPS {
        let mut found: Vec<Reread> = Vec::new();
        for (operand, quantity) in quantities.iter().enumerate() {
            let Some((digits, scale)) = written_digits(operands[operand].text(reading), quantity)
            else {
                continue;
            };
            let fitting = edits(digits).into_iter().find(|edited| {
                number(edited)
                    .and_then(|n| n.checked_mul(scale))
                    .is_some_and(|value| value != quantity.low && fits(operand, value))
            });
            found.extend(fitting.map(|written| Reread {
                operand,
                written,
                slip: name,
            }));
        }
        if !found.is_empty() {
            return told(reading, operands, &found);
        }
    }
    None
}

/// The slip in words; none where several figures may have slipped: that proves nothing of any.
fn told(reading: &Reading, operands: &[Operand], found: &[Reread]) -> Option<Fit> {
    let [reread] = found else { return None };
    Some(fit(words(reading, operands, reread)))
}

fn words(reading: &Reading, operands: &[Operand], reread: &Reread) -> String {
    let text = operands[reread.operand].text(reading);
    format!("{text} read {} ({})", reread.written, reread.slip)
}

fn fit(words: String) -> Fit {
    Fit {
        words,
        cause: Some(Cause::Slip),
        why: None,
        locations: Vec::new(),
    }
}

/// "million" for "billion", either way.
fn scale_slips(
    reading: &Reading,
    operands: &[Operand],
    quantities: &[&Quantity],
    fits: &impl Fn(usize, Decimal) -> bool,
) -> Vec<Reread> {
    let thousand = Decimal::ONE_THOUSAND;
    let least = Decimal::from(1_000_000);
    let mut out = Vec::new();
    for (operand, quantity) in quantities.iter().enumerate() {
        let spelled_scale = operands[operand]
            .text(reading)
            .contains(|c: char| c.is_alphabetic());
        if quantity.low < least || !spelled_scale {
            continue;
        }
        let larger = quantity.low.checked_mul(thousand);
        let smaller = quantity.low.checked_div(thousand);
        let found = [larger, smaller]
            .into_iter()
            .flatten()
            .find(|value| fits(operand, *value));
        out.extend(found.map(|value| Reread {
            operand,
            written: in_words(value),
            slip: "the scale",
        }));
    }
    out
}

/// The digits of a figure as written, and by how much they are scaled: ("300.1", 1,000,000) for "300.1 mln".
fn written_digits<'a>(text: &'a str, quantity: &Quantity) -> Option<(&'a str, Decimal)> {
    let point = matches!(quantity.form, Form::Number { .. });
    if !point || quantity.bound == Bound::Between || quantity.low <= Decimal::ZERO {
        return None;
    }
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let rest = &text[start..];
    let length = rest
        .find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.'))
        .unwrap_or(rest.len());
    let digits = rest[..length].trim_end_matches([',', '.']);
    let value = number(digits).filter(|n| *n > Decimal::ZERO)?;
    let scale = quantity.low.checked_div(value)?;
    // Mixed fractions and amounts in two units are not their first digits times a scale.
    let mut power = Decimal::ONE;
    while power < scale {
        power = power.checked_mul(Decimal::TEN)?;
    }
    (power == scale).then_some((digits, scale))
}

fn number(digits: &str) -> Option<Decimal> {
    digits.replace(',', "").parse().ok()
}

/// Commas of thousands set anew, where the number had some.
fn with_commas(digits: &str, like: &str) -> String {
    if !like.contains(',') {
        return digits.to_owned();
    }
    let (whole, fraction) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    let mut out = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    out + fraction
}

fn edited(digits: &str, edits: impl Fn(&str, usize) -> Vec<String>) -> Vec<String> {
    let plain = digits.replace(',', "");
    (0..plain.len())
        .filter(|at| plain.as_bytes()[*at].is_ascii_digit())
        .flat_map(|at| edits(&plain, at))
        .map(|edited| with_commas(&edited, digits))
        .collect()
}

fn digit_too_many(digits: &str) -> Vec<String> {
    edited(digits, |plain, at| {
        let left = format!("{}{}", &plain[..at], &plain[at + 1..]);
        let whole = left.split('.').next().unwrap_or_default().len();
        let sound = whole > 0 && !left.ends_with('.');
        sound.then_some(left).into_iter().collect()
    })
}

fn swapped(digits: &str) -> Vec<String> {
    edited(digits, |plain, at| {
        let next = (at + 1..plain.len()).find(|i| plain.as_bytes()[*i].is_ascii_digit());
        let swap = |next: usize| {
            let mut bytes = plain.as_bytes().to_vec();
            bytes.swap(at, next);
            String::from_utf8(bytes).unwrap_or_default()
        };
        next.map(swap).into_iter().collect()
    })
}

fn point_moved(digits: &str) -> Vec<String> {
    let plain = digits.replace(',', "");
    let whole = plain.find('.').unwrap_or(plain.len());
    let bare = plain.replace('.', "");
    [whole.checked_sub(1), Some(whole + 1)]
        .into_iter()
        .flatten()
        .filter(|at| (1..bare.len()).contains(at))
        .map(|at| with_commas(&format!("{}.{}", &bare[..at], &bare[at..]), digits))
        .collect()
}

fn one_digit(digits: &str) -> Vec<String> {
    edited(digits, |plain, at| {
        (0..=9_u8)
            .map(|digit| char::from(b'0' + digit))
            .filter(|digit| !(at == 0 && *digit == '0'))
            .map(|digit| format!("{}{digit}{}", &plain[..at], &plain[at + 1..]))
            .collect()
    })
}
