//! The day an article appeared, as heads and data rows write it.
//!
//! Reads what can be read in one way only. `6/8/2016` is a day in June or in August: taking either would
//! move every figure of the article in time, so it counts as unreadable.

use jiff::civil::Date;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// What to do about a date that cannot be read.
pub(super) const HELP: &str = "write it as YYYY-MM-DD";

/// Reads the day of publication; an empty text is no date. A time of day and a zone are allowed and ignored:
/// the day is the one written.
///
/// The error is the remark for the person who wrote it.
///
/// ```
/// use claimlint::document::{Date, published_date};
/// assert_eq!(published_date("Feb. 14, 2024"), Ok(Some(Date::constant(2024, 2, 14))));
/// assert!(published_date("2004/2005").is_err());
/// ```
pub fn published_date(text: &str) -> Result<Option<Date>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let rest = without_weekday(text);
    let trouble = match numeric(rest).or_else(|| named(rest)) {
        Some(Found::Day(day)) => return Ok(Some(day)),
        Some(Found::Either(a, b)) => {
            format!(
                "could be either {} {} or {} {} {}",
                a.day(),
                month_name(a),
                b.day(),
                month_name(b),
                a.year()
            )
        }
        None => "cannot be read".to_owned(),
    };
    Err(unreadable(text, &trouble))
}

/// The remark on a date that is no text at all, such as a list.
pub(super) fn unreadable(written: &str, trouble: &str) -> String {
    const SHOWN: usize = 40;
    let mut shown: String = written
        .chars()
        .take(SHOWN)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    if written.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    format!("the date \"{shown}\" {trouble}; the article counts as undated")
}

enum Found {
    Day(Date),
    Either(Date, Date),
}

fn month_name(date: Date) -> String {
    let name = usize::try_from(date.month() - 1)
        .ok()
        .and_then(|month| MONTHS.get(month))
        .unwrap_or(&"");
    name.chars()
        .enumerate()
        .map(|(at, c)| if at == 0 { c.to_ascii_uppercase() } else { c })
        .collect()
}

fn without_weekday(text: &str) -> &str {
    match text.split_once([',', ' ']) {
        Some((word, rest)) if named_in(word, &WEEKDAYS).is_some() => {
            rest.trim_start_matches([',', ' '])
        }
        _ => text,
    }
}

/// Which of the names a word is, in full or shortened to three letters or more, with or without a full stop.
fn named_in(word: &str, names: &[&str]) -> Option<usize> {
    let word = word.trim_end_matches('.').to_ascii_lowercase();
    if word.len() < 3 {
        return None;
    }
    names.iter().position(|name| name.starts_with(&word))
}

/// `2024-02-14`, `2024/02/14`, `20240214`, and `14/2/2024` or `2/14/2024` where only one of them is a day.
fn numeric(text: &str) -> Option<Found> {
    let end = text
        .find(|c: char| !c.is_ascii_digit() && !"/-.".contains(c))
        .unwrap_or(text.len());
    let (date, rest) = text.split_at(end);
    if !is_time(rest) {
        return None;
    }
    if date.len() == 8 && date.bytes().all(|b| b.is_ascii_digit()) {
        return day(&date[..4], &date[4..6], &date[6..]).map(Found::Day);
    }
    let mark = date.find(|c: char| !c.is_ascii_digit())?;
    let parts: Vec<&str> = date.split(char::from(date.as_bytes()[mark])).collect();
    let [a, b, c] = parts[..] else { return None };
    if a.len() == 4 {
        return day(a, b, c).map(Found::Day);
    }
    match (day(c, b, a), day(c, a, b)) {
        (Some(one), Some(other)) if one != other => Some(Found::Either(one, other)),
        (one, other) => one.or(other).map(Found::Day),
    }
}

/// `14 February 2024`, `February 14, 2024`, `Wed, 14 Feb 2024 10:30:00 GMT` without its weekday.
fn named(text: &str) -> Option<Found> {
    let words: Vec<&str> = text
        .split([' ', ',', '\t'])
        .filter(|word| !word.is_empty())
        .collect();
    let [a, b, year, time @ ..] = &words[..] else {
        return None;
    };
    if !is_time(&time.join(" ")) {
        return None;
    }
    let (date, month) = match (named_in(a, &MONTHS), named_in(b, &MONTHS)) {
        (None, Some(month)) => (a, month),
        (Some(month), None) => (b, month),
        _ => return None,
    };
    let date = date.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '.');
    day(year, &(month + 1).to_string(), date).map(Found::Day)
}

fn day(year: &str, month: &str, day: &str) -> Option<Date> {
    let digits = |text: &str, most: usize| {
        (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
    };
    if year.len() != 4 || !digits(year, 4) || !digits(month, 2) || !digits(day, 2) {
        return None;
    }
    let year: i16 = year.parse().ok().filter(|year| *year >= 1000)?;
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}

/// Whether what stands behind a date is nothing, or a time of day with whatever zone.
fn is_time(rest: &str) -> bool {
    let rest = rest
        .trim_start_matches([' ', ',', '|', '-', 'T', 't'])
        .trim_end();
    let rest = rest.strip_prefix("at ").unwrap_or(rest);
    if rest.is_empty() || rest == "Z" {
        return true;
    }
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let clock = match digits {
        1 | 2 => rest[digits..].starts_with(':'),
        4 | 6 => true,
        _ => false,
    };
    clock
        && rest.len() <= 40
        && rest
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || " :.,+-()[]/_".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_that_read_one_way() {
        for text in [
            "2024-02-14",
            " 2024-02-14T10:30:00Z",
            "2024-02-14 10:30:00+02:00",
            "20240214",
            "20240214T103000Z",
            "2024/02/14",
            "2024/2/14 10:30",
            "14 February 2024",
            "14 Feb 2024",
            "14th Feb 2024",
            "Feb. 14, 2024",
            "February 14, 2024",
            "February 14, 2024 at 10:30 am",
            "Wednesday, February 14, 2024",
            "Wed 14 Feb 2024",
            "Wed, 14 Feb 2024 10:30:00 +0000",
            "2/14/2024",
            "14/2/2024",
            "14.02.2024",
        ] {
            assert_eq!(
                published_date(text),
                Ok(Some(Date::constant(2024, 2, 14))),
                "{text}"
            );
        }
        assert_eq!(
            published_date("6/6/2016"),
            Ok(Some(Date::constant(2016, 6, 6)))
        );
        assert_eq!(published_date(" \t"), Ok(None));
    }

    #[test]
    fn dates_that_do_not() {
        for text in [
            "2004/2005",
            "2023-02-29",
            "0999-01-01",
            "February 2024",
            "14 Feb 24",
            "yesterday",
            "2024-02-14 Senior officials",
            "1465344000",
            "31/13/2024",
            "12é",
            "May May 2024",
            "2024-02-14/15",
        ] {
            let remark = published_date(text).unwrap_err();
            assert_eq!(
                remark,
                format!("the date \"{text}\" cannot be read; the article counts as undated")
            );
        }
        assert_eq!(
            published_date("6/8/2016").unwrap_err(),
            "the date \"6/8/2016\" could be either 6 August or 8 June 2016; the article counts as undated"
        );
    }
}
