//! Numbers in words: "twenty-six", "a hundred and two", "three thousand".

use nom::error::{Error, ErrorKind};
use nom::{Err, IResult, Parser};

use super::digits::Numeral;
use super::word::{piece, space};
use crate::lexicon::{Lexicon, WordId};
use crate::quantity::{Decimal, LARGEST};

// spelled = below-thousand ( scale below-thousand )* scale?
// below-thousand = ( unit | article ) "hundred" "and"? below-hundred? | below-hundred
// below-hundred = tens ( "-" | space ) unit | tens | unit
/// A number in words, below a thousand billions; the parts stand in falling order.
pub fn spelled<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, Numeral> {
    let mut sum = Sum::default();
    let mut rest = i;
    let mut end = i;
    while let Ok((after, text)) = piece(rest) {
        if after.starts_with(char::is_alphanumeric) {
            break;
        }
        let id = lexicon.vocabulary.get(text);
        match sum.add(lexicon, id) {
            Step::Taken => end = after,
            Step::Joins => {}
            Step::Ends => break,
        }
        match joint(after) {
            Ok((next, ())) => rest = next,
            Err(_) => break,
        }
    }
    match sum.value() {
        Some(value) if end.len() < i.len() => {
            let scale = sum
                .last_scale
                .filter(|_| sum.open.is_none())
                .unwrap_or(Decimal::ONE);
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
            return self.add_small(
                Decimal::from(*unit),
                if *unit < 10 {
                    Decimal::TEN
                } else {
                    Decimal::ONE_HUNDRED
                },
            );
        }
        if let Some(tens) = numbers.tens.get(&word) {
            return self.add_small(Decimal::from(*tens), Decimal::ONE_HUNDRED);
        }
        if let Some(scale) = numbers.scales.get(&word) {
            return self.add_scale(*scale);
        }
        if numbers.articles.contains(&word) && !self.started {
            self.article = true;
            self.started = true;
            return Step::Joins;
        }
        let after_scale = self.scaled && numbers.joiner == Some(word);
        if after_scale { Step::Joins } else { Step::Ends }
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

    fn add_scale(&mut self, scale: Decimal) -> Step {
        let open = match (self.open, self.article) {
            (Some(open), _) => open,
            (None, true) => Decimal::ONE,
            (None, false) => return Step::Ends,
        };
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
            "a man", "hundred", "and two", "seventh", "oneself", "someone", "",
        ] {
            assert!(spelled(&lexicon, text).is_err(), "{text}");
        }
    }
}
