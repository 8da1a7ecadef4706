//! Names of months and days, and how a day of the calendar is written.

use rustc_hash::FxHashMap;

use super::word::{Classes, Vocabulary, WordId};
use super::{numbers, raw};
use crate::problem::Problem;
use crate::yaml::place_of;

/// How a day of the calendar is written.
#[derive(Debug, Clone, Default)]
pub struct DayForms {
    /// Whether the name of a month needs no capital.
    months_in_lower_case: bool,
    /// What may stand behind the digits of a day: a month, "of", the joint of two days.
    pub tails: Initials,
    /// "9/11": a name in digits with its month and day.
    pub named: Vec<(Box<str>, i8, i8)>,
}

/// The letters that some words begin with.
#[derive(Debug, Clone, Copy, Default)]
pub struct Initials(u32);

impl Initials {
    /// Whether one of the words may begin with a character. Of those that are no small letters of ASCII, all may.
    pub fn may_begin(self, c: char) -> bool {
        !c.is_ascii_lowercase() || self.0 & (1 << (u32::from(c) - u32::from('a'))) != 0
    }

    fn add(&mut self, word: &str) {
        let initial = word.chars().next().map(|c| c.to_ascii_lowercase());
        if let Some(c) = initial.filter(char::is_ascii_lowercase) {
            self.0 |= 1 << (u32::from(c) - u32::from('a'));
        }
    }
}

impl DayForms {
    /// Whether the name of a month, with or without a capital, may be that month: "7 may be" is no day.
    pub fn may_be_month(&self, capital: bool) -> bool {
        capital || self.months_in_lower_case
    }
}

type Names = FxHashMap<WordId, i8>;

/// The months and the days of the week by name.
pub(super) fn names(v: &mut Vocabulary, raw: &raw::Calendar) -> (Names, Names) {
    let mut table = |names: &[Vec<String>], class| {
        let mut out = FxHashMap::default();
        for (number, names) in (1_i8..).zip(names) {
            for name in names {
                out.insert(v.classify(name, class), number);
            }
        }
        out
    };
    let months = table(&raw.months, Classes::MONTH);
    let weekdays = table(&raw.weekdays, Classes::WEEKDAY);
    for word in &raw.clock {
        v.classify(word, Classes::CLOCK);
    }
    for word in &raw.before_year {
        v.classify(word, Classes::BEFORE_YEAR);
    }
    (months, weekdays)
}

pub(super) fn forms(
    raw: raw::Calendar,
    partitives: &[String],
    numbers: &numbers::Raw,
) -> Result<DayForms, Problem> {
    let mut tails = Initials::default();
    for word in partitives.iter().chain(numbers.joints()) {
        tails.add(word);
    }
    for month in raw
        .months
        .iter()
        .flatten()
        .filter(|_| raw.months_in_lower_case)
    {
        tails.add(month);
    }
    let named = raw.named_days.into_iter().map(|(name, at)| {
        match at
            .value
            .split_once('-')
            .map(|(month, day)| (month.parse(), day.parse()))
        {
            Some((Ok(month @ 1..=12), Ok(day @ 1..=31))) => Ok((name.into(), month, day)),
            _ => {
                let (line, column) = place_of(&at);
                let message = format!(
                    "`{}` is no month and day, expected them as \"09-11\"",
                    at.value
                );
                Err(Problem::at(
                    "rules/lexicon/calendar.yaml",
                    line,
                    column,
                    message,
                ))
            }
        }
    });
    Ok(DayForms {
        months_in_lower_case: raw.months_in_lower_case,
        tails,
        named: named.collect::<Result<_, _>>()?,
    })
}
