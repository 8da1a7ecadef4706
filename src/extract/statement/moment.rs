//! Times as a sentence names them: "1950", "March 2011", "12 March", "3 March 2024".

use jiff::civil::Date;

use super::Stated;
use crate::claim::Moment;
use crate::extract::around::may_be_day;
use crate::extract::calendar::{WrittenDate, date};
use crate::extract::passage::Passage;
use crate::extract::token::{Kind, Token};
use crate::lexicon::Classes;

/// A time with the tokens that it takes.
#[derive(Debug, Clone, Copy)]
pub struct Time {
    /// First token.
    pub first: usize,
    /// One past the last token.
    pub end: usize,
    /// The year, where written.
    pub year: Option<i16>,
    /// Month and day, where written.
    pub month: Option<i8>,
    /// The day, where written.
    pub day: Option<i8>,
}

fn is_month(passage: &Passage<'_>, token: &Token) -> bool {
    token.is(Classes::MONTH) && passage.lexicon.day_forms.may_be_month(token.capital)
}

/// The time that begins with a token; none where days or years make up a range.
pub fn time_at(passage: &Passage<'_>, i: usize) -> Option<Time> {
    let token = passage.tokens.get(i)?;
    let number = token.kind == Kind::Number;
    let month = is_month(passage, token);
    if !number && !month {
        return None;
    }
    let rest = passage.text.get(token.start..)?;
    if (month || may_be_day(passage.lexicon, rest))
        && let Ok((remainder, written)) = date(passage.lexicon, rest)
    {
        let end_byte = passage.text.len() - remainder.len();
        return day(passage, i, end_byte, written);
    }
    year(passage, i)
}

fn day(passage: &Passage<'_>, i: usize, end_byte: usize, written: WrittenDate) -> Option<Time> {
    let start = passage.tokens[i].start;
    let mut end = (i + 1..passage.tokens.len())
        .find(|next| passage.tokens[*next].start >= end_byte)
        .unwrap_or(passage.tokens.len());
    // The stop of a shortened month at the end is that of the sentence.
    end -= usize::from(end == passage.tokens.len() && passage.tokens[end - 1].is_sign('.'));
    // "12 to 14 March", "March 12-14"
    let words = &passage.text[start..end_byte];
    let runs = words
        .split(|c: char| !c.is_ascii_digit())
        .filter(|run| !run.is_empty())
        .count();
    let parts = usize::from(written.day.is_some()) + usize::from(written.year.is_some());
    let spelled = runs + 1 == parts && written.day.is_some();
    // "12/03/2024" may be a day of March or of December.
    let iso = words.len() == 10 && words.find('-') == Some(4);
    let single = (runs == parts && words.contains(char::is_alphabetic)) || spelled || iso;
    (single && !goes_on(passage, end)).then_some(Time {
        first: i,
        end,
        year: written.year,
        month: Some(written.month),
        day: written.day,
    })
}

fn year(passage: &Passage<'_>, i: usize) -> Option<Time> {
    let token = passage.tokens.get(i)?;
    let text = &passage.text[token.start..token.end];
    let is_year = text.len() == 4
        && token.kind == Kind::Number
        && text.bytes().all(|b| b.is_ascii_digit())
        && passage.figure_at(i).is_none()
        && (i == 0 || !joined(passage, i - 1, i))
        && !goes_on(passage, i + 1);
    let year = text
        .parse()
        .ok()
        .filter(|year| (1400..=2100).contains(year));
    year.filter(|_| is_year).map(|year| Time {
        first: i,
        end: i + 1,
        year: Some(year),
        month: None,
        day: None,
    })
}

/// Whether a dash and a number follow: "1950–1960", "12 March to 14 March".
fn goes_on(passage: &Passage<'_>, end: usize) -> bool {
    let Some(next) = passage.tokens.get(end) else {
        return false;
    };
    let numbers = &passage.lexicon.numbers;
    let joins = matches!(next.kind, Kind::Sign('-' | '–' | '/'))
        || next.kind == Kind::Possessive
        || numbers.joiner == Some(next.word)
        || numbers.range_joints.contains(&next.word);
    let number = passage
        .tokens
        .get(end + 1)
        .is_some_and(|t| t.kind == Kind::Number || is_month(passage, t));
    joins && (number || !next.is_word())
}

/// Whether two tokens stand against each other with a dash or a stroke.
fn joined(passage: &Passage<'_>, before: usize, token: usize) -> bool {
    let (sign, token) = (&passage.tokens[before], &passage.tokens[token]);
    sign.end == token.start
        && matches!(
            sign.kind,
            Kind::Sign('-' | '–' | '/' | '#' | '$' | '£' | '€')
        )
}

impl Time {
    /// Whether only a year is written.
    pub fn is_year(&self) -> bool {
        self.month.is_none()
    }

    /// The time in a year, that of the text where none is written; noted as a mention.
    pub fn moment(
        &self,
        passage: &Passage<'_>,
        stated: &mut Stated,
        year: Option<i16>,
    ) -> Option<Moment> {
        let (first, last) = self.days(self.year.or(year)?)?;
        Some(Moment {
            mention: Some(stated.mention_words(passage, self.first, self.end)),
            first,
            last,
        })
    }

    /// The first and the last day that it may be in a year.
    pub fn days(&self, year: i16) -> Option<(Date, Date)> {
        let first = Date::new(year, self.month.unwrap_or(1), self.day.unwrap_or(1)).ok()?;
        let last = match (self.month, self.day) {
            (Some(_), Some(_)) => first,
            (Some(_), None) => first.last_of_month(),
            _ => first.last_of_year(),
        };
        Some((first, last))
    }
}
