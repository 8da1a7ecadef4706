//! Days written out, so that they are days and not figures.

use jiff::civil::Date;
use nom::branch::alt;
use nom::character::complete::{char, digit1, one_of};
use nom::combinator::{map_opt, not, opt, value, verify};
use nom::error::{Error, ErrorKind};
use nom::sequence::{preceded, terminated};
use nom::{Err, IResult, Parser};

use super::number::spelled;
use super::word::{ending, piece, space};
use crate::lexicon::Lexicon;

/// A day as written, its year perhaps left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrittenDate {
    /// The year, where written.
    pub year: Option<i16>,
    /// The month, from 1.
    pub month: i8,
    /// The day; none for a month alone ("March 2011").
    pub day: Option<i8>,
}

impl WrittenDate {
    /// The day meant in an article of that date: without a year, the last such day up to it.
    pub fn resolve(self, published: Option<Date>) -> Option<Date> {
        let day = self.day?;
        if let Some(year) = self.year {
            return Date::new(year, self.month, day).ok();
        }
        let published = published?;
        let this_year = Date::new(published.year(), self.month, day).ok();
        this_year
            .filter(|d| *d <= published)
            .or_else(|| Date::new(published.year() - 1, self.month, day).ok())
    }
}

// date = iso | numeric | day-month | month-day | month-year
/// A date at the start of the input.
pub fn date<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, WrittenDate> {
    alt((
        iso,
        |i| numeric(lexicon, i),
        |i| day_month(lexicon, i),
        |i| month_day(lexicon, i),
        |i| month_year(lexicon, i),
    ))
    .parse(i)
}

// YYYY-MM-DD
fn iso(i: &str) -> IResult<&str, WrittenDate> {
    map_opt(
        terminated(
            (
                number(4, 4),
                char('-'),
                number(2, 2),
                char('-'),
                number(2, 2),
            ),
            not_more,
        ),
        |(y, _, m, _, d)| written(Some(y), m, Some(d)),
    )
    .parse(i)
}

// DD-MM-YYYY | DD/MM/YYYY | MM/DD/YYYY where one of the two is above 12 | 9/11
fn numeric<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, WrittenDate> {
    let full = (
        number(1, 2),
        one_of("-/."),
        number(1, 2),
        one_of("-/."),
        number(4, 4),
    );
    let full = map_opt(terminated(full, not_more), |(a, x, b, y, year)| {
        if x != y {
            return None;
        }
        if b <= 12 {
            written(Some(year), b, Some(a))
        } else {
            written(Some(year), a, Some(b))
        }
    });
    alt((full, |i| named_day(lexicon, i))).parse(i)
}

/// "9/11"
fn named_day<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, WrittenDate> {
    let mut days = lexicon.day_forms.named.iter();
    let found = days.find_map(|(name, month, day)| {
        let rest = i.strip_prefix(&**name)?;
        not_more(rest).ok()?;
        Some((rest, written(None, *month, Some(*day))?))
    });
    found.ok_or(Err::Error(Error::new(i, ErrorKind::Verify)))
}

// 7 October 2023 | 7th of October | 20–24 Sept | 7 and 8 May
fn day_month<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, WrittenDate> {
    let day_number = |i| day_number(lexicon, i);
    let (rest, _) = opt((
        day_number,
        alt((value((), one_of("-–/")), |i| range_joint(lexicon, i))),
    ))
    .parse(i)?;
    let (rest, day) = day_number(rest)?;
    let is_of = |text: &&str| lexicon.is_partitive(text);
    let of = (verify(piece, is_of), space);
    let (rest, _) = alt((value((), (space, opt(of))), value((), char('-')))).parse(rest)?;
    let (rest, month) = month(lexicon, rest)?;
    let (rest, year) = opt(preceded(opt_comma_space, year)).parse(rest)?;
    checked(i, rest, written(year, month, Some(day)))
}

// October 7, 2023 | Oct. 31 | March 20-24 | Jul 282016, as a page's header run together
fn month_day<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, WrittenDate> {
    let day_number = |i| day_number(lexicon, i);
    let (rest, month) = month(lexicon, i)?;
    let (rest, _) = space(rest)?;
    if let Ok((rest, (day, year))) = (glued_day, year).parse(rest) {
        return checked(i, rest, written(Some(year), month, Some(day)));
    }
    let (rest, day) = alt((day_number, |i| spelled_day(lexicon, i))).parse(rest)?;
    let joint = alt((value((), one_of("-–")), |i| range_joint(lexicon, i)));
    let (rest, _) = opt((joint, day_number)).parse(rest)?;
    let (rest, year) = opt(preceded(opt_comma_space, year)).parse(rest)?;
    checked(i, rest, written(year, month, Some(day)))
}

// March 2011
fn month_year<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, WrittenDate> {
    let (rest, month) = month(lexicon, i)?;
    let (rest, year) = preceded(opt_comma_space, year).parse(rest)?;
    checked(i, rest, written(Some(year), month, None))
}

fn month<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, i8> {
    let days = &lexicon.day_forms;
    let capital = |name: &str| name.starts_with(char::is_uppercase);
    let may_be_month = |name: &str| days.may_be_month(capital(name));
    let (rest, name) = verify(piece, may_be_month).parse(i)?;
    let month = lexicon.months.get(&lexicon.vocabulary.get(name)).copied();
    let (rest, _) = opt(char('.')).parse(rest)?;
    checked(i, rest, month)
}

/// A day of the month with its ending, and not the beginning of a larger number or of a clock time.
fn day_number<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, i8> {
    let ending = opt(|i| ending(&lexicon.forms.ordinals, i));
    let day = verify(terminated(number(1, 2), ending), |d| (1..=31).contains(d));
    terminated(
        day,
        not(alt((
            value((), digit1),
            value((), (one_of(",.:"), digit1)),
            value((), piece),
        ))),
    )
    .parse(i)
}

/// "March nine", as the wires wrote it.
fn spelled_day<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, i8> {
    let (rest, number) = spelled(lexicon, i)?;
    let day = i8::try_from(number.value).ok();
    checked(i, rest, day.filter(|day| (1..=31).contains(day)))
}

/// "February 1 to 25", "7 and 8 May"
fn range_joint<'a>(lexicon: &Lexicon, i: &'a str) -> IResult<&'a str, ()> {
    let (rest, (_, text, _)) = (space, piece, space).parse(i)?;
    let id = lexicon.vocabulary.get(text);
    let numbers = &lexicon.numbers;
    let joins = numbers.joiner == Some(id) || numbers.range_joints.contains(&id);
    checked(i, rest, joins.then_some(()))
}

fn glued_day(i: &str) -> IResult<&str, i8> {
    let digits = i.len() - i.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (day, rest) = match digits {
        5 | 6 => i.split_at(digits - 4),
        _ => return Err(Err::Error(Error::new(i, ErrorKind::Digit))),
    };
    checked(i, rest, day.parse().ok())
}

fn year(i: &str) -> IResult<&str, i16> {
    terminated(
        verify(number(4, 4), |y| (1000..=2100).contains(y)),
        not_more,
    )
    .parse(i)
}

fn opt_comma_space(i: &str) -> IResult<&str, ()> {
    value((), (opt(char(',')), space)).parse(i)
}

fn number<T: std::str::FromStr>(min: usize, max: usize) -> impl Fn(&str) -> IResult<&str, T> {
    move |i| {
        let (rest, digits) =
            nom::bytes::complete::take_while_m_n(min, max, |c: char| c.is_ascii_digit())(i)?;
        checked(i, rest, digits.parse().ok())
    }
}

fn not_more(i: &str) -> IResult<&str, ()> {
    not(verify(nom::character::complete::anychar, |c: &char| {
        c.is_alphanumeric()
    }))
    .parse(i)
}

fn written(year: Option<i16>, month: i8, day: Option<i8>) -> Option<WrittenDate> {
    let complete = Date::new(year.unwrap_or(2000), month, day.unwrap_or(1)).is_ok();
    complete.then_some(WrittenDate { year, month, day })
}

fn checked<'a, T>(i: &'a str, rest: &'a str, found: Option<T>) -> IResult<&'a str, T> {
    found
        .map(|found| (rest, found))
        .ok_or(Err::Error(Error::new(i, ErrorKind::Verify)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days() {
        let lexicon = Lexicon::english();
        let published = jiff::civil::date(2024, 2, 14);
        for (text, day, rest) in [
            ("7 October attacks", "2023-10-07", " attacks"),
            ("October 7 attack", "2023-10-07", " attack"),
            ("Oct. 31", "2023-10-31", ""),
            ("14 February", "2024-02-14", ""),
            ("May 5, 2012, in", "2012-05-05", ", in"),
            ("May nine,", "2023-05-09", ","),
            ("May 1 to 25, from", "2023-05-01", ", from"),
            ("7 and 8 May", "2023-05-08", ""),
            ("6 Aug 2013 A bomb", "2013-08-06", " A bomb"),
            ("2024-04-01", "2024-04-01", ""),
            ("06-08-2013 Bomb", "2013-08-06", " Bomb"),
            ("7/19/2016", "2016-07-19", ""),
            ("20–24 Sept", "2023-09-24", ""),
            ("1st of May", "2023-05-01", ""),
            ("Jul 282016 QAM", "2016-07-28", " QAM"),
        ] {
            let (remainder, found) = date(&lexicon, text).unwrap();
            let day_found = found.resolve(Some(published)).unwrap();
            assert_eq!(
                (day_found.to_string().as_str(), remainder),
                (day, rest),
                "{text}"
            );
        }
        assert_eq!(date(&lexicon, "March 2011").unwrap().1.day, None);
        assert_eq!(date(&lexicon, "7 October").unwrap().1.resolve(None), None);
    }

    #[test]
    fn no_days() {
        let lexicon = Lexicon::english();
        for text in [
            "7 men",
            "40 May",
            "may 5",
            "March 40,000",
            "31 February",
            "12",
            "2,415",
            "May",
        ] {
            assert!(date(&lexicon, text).is_err(), "{text}");
        }
    }
}
