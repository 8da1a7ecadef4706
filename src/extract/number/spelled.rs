//! Numbers in words: "twenty-six", "a hundred and two", "three thousand".

use nom::error::{Error, ErrorKind};
use nom::{Err, IResult, Parser};

use super::Numeral;
use crate::extract::word::{piece, space};
use crate::lexicon::{Lexicon, WordId};
use crate::quantity::{Decimal, LARGEST};

// spelled = whole ( "point" digit-word+ )?
// whole   = below-thousand ( scale below-thousand )* scale* | scale scale
// below-thousand = ( unit | article ) "hundred" "and"? below-hundred? | below-hundred
// below-hundred = compound ( ( "-" | space ) unit )? | tens ( "-" | space ) unit | tens | unit
/// A number in words; the parts stand in falling order, "three lakh crore" is a product.
pub fn spelled<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, Numeral> {
    let (rest, whole) = whole(lexicon, i)?;
    match decimals(lexicon, rest, whole) {
        Some((rest, number)) => Ok((rest, number)),
        None => Ok((rest, whole)),
    }
}

/// "five point five", "two hundred point zero three"
fn decimals<'a>(lexicon: &Lexicon, i: &'a str, whole: Numeral) -> Option<(&'a str, Numeral)> {
    let numbers = &lexicon.numbers;
    let next = |i| -> Option<(&'a str, WordId)> {
        let (rest, _) = space(i).ok()?;
        let (rest, text) = piece(rest).ok()?;
        Some((rest, lexicon.vocabulary.get(text)))
    };
    let (mut rest, word) = next(i)?;
    if Some(word) != numbers.point {
        return None;
    }
    let mut number = Numeral {
        granularity: Decimal::ONE,
        ..whole
    };
    while let Some((after, word)) = next(rest)
        && let Some(digit) = numbers.units.get(&word).filter(|digit| **digit < 10)
    {
        number.granularity = number.granularity.checked_div(Decimal::TEN)?.normalize();
        number.value = (number.value + Decimal::from(*digit) * number.granularity).normalize();
        rest = after;
    }
    (number.granularity < Decimal::ONE).then_some((rest, number))
}

fn whole<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, Numeral> {
    let mut sum = Sum::default();
    let mut rest = i;
    let mut end = i;
    let mut joins = false;
    while let Ok((after, text)) = piece(rest) {
        if after.starts_with(char::is_alphanumeric) {
            break;
        }
        let id = lexicon.vocabulary.get(text);
        // "five billion and three quarters": what "and" joins is a fraction.
        if joins && is_fraction(lexicon, after) {
            break;
        }
        let (after, step) = match compound(lexicon, id, after) {
            Some((after, value)) => (after, sum.add_below_hundred(value)),
            None => (after, sum.add(lexicon, id)),
        };
        match step {
            Step::Taken => (end, joins) = (after, false),
            Step::Joins => joins = sum.scaled,
            Step::Ends => break,
        }
        match joint(after) {
            Ok((next, ())) => rest = next,
            Err(_) => break,
        }
    }
    match sum.value() {
        Some(value) if end.len() < i.len() => {
            let hundreds = |open: Decimal| (open % Decimal::ONE_HUNDRED).is_zero();
            let scale = match sum.open {
                None => sum.last_scale.unwrap_or(Decimal::ONE),
                // "three or four hundred"
                Some(open) if sum.total.is_zero() && hundreds(open) && !open.is_zero() => {
                    Decimal::ONE_HUNDRED
                }
                Some(_) => Decimal::ONE,
            };
            Ok((
                end,
                Numeral {
                    scale,
                    ..Numeral::whole(value)
                },
            ))
        }
        _ => Err(Err::Error(Error::new(i, ErrorKind::Alpha))),
    }
}

/// The longest compound that begins with a word.
fn compound<'a>(lexicon: &Lexicon, first: WordId, after: &'a str) -> Option<(&'a str, u64)> {
    // The words behind the first, which few languages ask for.
    let mut more: Vec<(&str, WordId)> = Vec::new();
    let (length, value) = lexicon.numbers.compounds.longest(first, |n| {
        while more.len() < n {
            let end = more.last().map_or(after, |(end, _)| end);
            let (rest, text) = joint(end).and_then(|(rest, ())| piece(rest)).ok()?;
            let whole = !rest.starts_with(char::is_alphanumeric);
            more.push((rest, whole.then(|| lexicon.vocabulary.get(text))?));
        }
        n.checked_sub(1).map_or(Some(first), |n| Some(more[n].1))
    })?;
    let end = length.checked_sub(2).map_or(after, |n| more[n].0);
    Some((end, *value))
}

fn is_fraction(lexicon: &Lexicon, i: &str) -> bool {
    let next = joint(i).and_then(|(rest, ())| piece(rest));
    next.is_ok_and(|(_, text)| {
        let id = lexicon.vocabulary.get(text);
        lexicon.numbers.denominators.contains_key(&id)
    })
}

fn joint(i: &str) -> IResult<&str, ()> {
    nom::branch::alt((space, nom::bytes::complete::tag("-")))
        .map(|_| ())
        .parse(i)
}

/// The sum so far.
#[derive(Default)]
struct Sum {
    /// Finished parts: "three thousand".
    total: Decimal,
    /// The part below the next scale word, if one is open.
    open: Option<Decimal>,
    /// Scale words must fall.
    last_scale: Option<Decimal>,
    /// An article stands for one before "hundred" or a scale word only.
    article: bool,
    started: bool,
    scaled: bool,
    /// Nothing stands before the first scale word, and no second one behind it so far.
    bare: bool,
}

enum Step {
    Taken,
    Joins,
    Ends,
}

impl Sum {
    fn add(&mut self, lexicon: &Lexicon, word: WordId) -> Step {
        let numbers = &lexicon.numbers;
        if word == WordId::UNKNOWN {
            return Step::Ends;
        }
        if let Some(unit) = numbers.units.get(&word) {
            return self.add_below_hundred(*unit);
        }
        if let Some(tens) = numbers.tens.get(&word) {
            return self.add_small(Decimal::from(*tens), Decimal::ONE_HUNDRED);
        }
        if let Some(scale) = numbers.scales.get(&word) {
            return self.add_scale(*scale, numbers.bare_scales.contains(&word));
        }
        if let Some(scale) = numbers.plural_scales.get(&word) {
            let counted = self.open.is_some() || self.last_scale.is_some();
            return if counted {
                self.add_scale(*scale, false)
            } else {
                Step::Ends
            };
        }
        if numbers.articles.contains(&word) && !self.started {
            self.article = true;
            self.started = true;
            return Step::Joins;
        }
        let after_scale = self.scaled && numbers.joiner == Some(word);
        if after_scale { Step::Joins } else { Step::Ends }
    }

    fn add_below_hundred(&mut self, value: u64) -> Step {
        let room = if value < 10 {
            Decimal::TEN
        } else {
            Decimal::ONE_HUNDRED
        };
        self.add_small(Decimal::from(value), room)
    }

    /// Adds a number below a hundred where the open part has room for it: "twenty" takes 1 to 9.
    fn add_small(&mut self, value: Decimal, room: Decimal) -> Step {
        if self.article {
            return Step::Ends;
        }
        match self.open {
            None => self.open = Some(value),
            Some(open) if !value.is_zero() && !open.is_zero() && (open % room).is_zero() => {
                self.open = Some(open + value)
            }
            Some(_) => return Step::Ends,
        }
        self.started = true;
        Step::Taken
    }

    fn add_scale(&mut self, scale: Decimal, counts_one: bool) -> Step {
        // "three lakh crore", "a hundred thousand million": nothing is open, so the scale multiplies what was said.
        if let (None, Some(last)) = (self.open, self.last_scale)
            && last <= scale
            && self.total < LARGEST / scale
        {
            self.total *= scale;
            self.last_scale = Some(scale);
            return Step::Taken;
        }
        let open = match (self.open, self.article || !self.started) {
            (Some(open), _) => open,
            (None, true) => Decimal::ONE,
            (None, false) => return Step::Ends,
        };
        // "hundred thousand dollars" counts one hundred; "hundred" and "million" alone only after an article.
        self.bare |= self.open.is_none() && !self.article && !counts_one;
        self.started = true;
        self.bare &= !self.scaled;
        self.article = false;
        self.scaled = true;
        if scale == Decimal::ONE_HUNDRED && open < Decimal::ONE_HUNDRED && !open.is_zero() {
            self.open = Some(open * scale);
            return Step::Taken;
        }
        if scale == Decimal::ONE_HUNDRED || self.last_scale.is_some_and(|last| last <= scale) {
            return Step::Ends;
        }
        // "three hundred thousand million" is not written; a scale closes its part.
        let Some(part) = open.checked_mul(scale).filter(|part| *part < LARGEST) else {
            return Step::Ends;
        };
        self.total += part;
        self.open = None;
        self.last_scale = Some(scale);
        Step::Taken
    }

    fn value(&self) -> Option<Decimal> {
        if self.bare {
            return None;
        }
        match (self.open, self.last_scale) {
            (Some(open), _) => Some(self.total + open),
            (None, Some(_)) => Some(self.total),
            (None, None) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_words() {
        let lexicon = Lexicon::english();
        for (text, value, rest) in [
            ("seven men", "7", " men"),
            ("twenty-six", "26", ""),
            ("forty five", "45", ""),
            ("Twenty people", "20", " people"),
            ("one hundred and sixteen", "116", ""),
            ("a hundred and two dead", "102", " dead"),
            ("a hundred and some", "100", " and some"),
            ("three thousand", "3000", ""),
            ("one hundred thousand", "100000", ""),
            ("two million, three hundred", "2000000", ", three hundred"),
            ("two million three hundred thousand and five", "2300005", ""),
            ("a dozen", "12", ""),
            ("two dozen eggs", "24", " eggs"),
            ("five six", "5", " six"),
            ("twelve and four", "12", " and four"),
            ("zero", "0", ""),
            ("five point five", "5.5", ""),
            ("two hundred point zero three per", "200.03", " per"),
            ("one point for", "1", " point for"),
            ("three lakh crore", "3000000000000", ""),
            ("a hundred thousand million", "100000000000", ""),
            ("hundred thousand dollars", "100000", " dollars"),
            ("two hundred dozens", "2400", ""),
            ("three thousands", "3000", ""),
        ] {
            let (remainder, found) = spelled(&lexicon, text).unwrap();
            assert_eq!(
                (found.value.to_string().as_str(), remainder),
                (value, rest),
                "{text}"
            );
        }
    }

    #[test]
    fn no_number_words() {
        let lexicon = Lexicon::english();
        for text in [
            "a man",
            "hundred",
            "million people",
            "dozens",
            "and two",
            "seventh",
            "oneself",
            "someone",
            "",
        ] {
            assert!(spelled(&lexicon, text).is_err(), "{text}");
        }
    }
}
