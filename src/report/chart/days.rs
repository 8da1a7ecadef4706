//! The axis of days: ticks where days, weeks, months and years begin.

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

/// A tick of an axis of days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayTick {
    /// Where it stands.
    pub day: Date,
    /// "14 Feb", "Feb", "2024"
    pub label: String,
    /// The year, below the first tick and the first of every year, where the label does not name it.
    pub year: Option<String>,
}

/// What lies between two ticks.
#[derive(Debug, Clone, Copy)]
enum Every {
    Days(i64),
    Weeks(i64),
    Months(i8),
    Years(i16),
}

/// From fine to coarse.
const STEPS: [Every; 18] = [
    Every::Days(1),
    Every::Days(2),
    Every::Weeks(1),
    Every::Weeks(2),
    Every::Months(1),
    Every::Months(2),
    Every::Months(3),
    Every::Months(6),
    Every::Years(1),
    Every::Years(2),
    Every::Years(5),
    Every::Years(10),
    Every::Years(20),
    Every::Years(50),
    Every::Years(100),
    Every::Years(500),
    Every::Years(2000),
    Every::Years(5000),
];

/// The ticks between two days, at most so many: the finest of days, Mondays, month, quarter and year begins that are
/// not too many. One day is one tick.
pub fn day_ticks(first: Date, last: Date, most: usize) -> Vec<DayTick> {
    let mut ticks: Vec<(Every, Vec<Date>)> = Vec::new();
    for every in STEPS {
        let days = days(first, last, every, most + 1);
        let fits = days.len() <= most;
        ticks = vec![(every, days)];
        if fits {
            break;
        }
    }
    let mut year = None;
    let labelled = ticks
        .into_iter()
        .flat_map(|(every, days)| days.into_iter().map(move |day| (every, day)));
    labelled
        .map(|(every, day)| {
            let is_new = year.replace(day.year()) != Some(day.year());
            let (label, names_year) = match every {
                Every::Days(_) | Every::Weeks(_) => (day.strftime("%-d %b").to_string(), false),
                Every::Months(_) => (day.strftime("%b").to_string(), false),
                Every::Years(_) => (day.year().to_string(), true),
            };
            DayTick {
                day,
                label,
                year: (is_new && !names_year).then(|| day.year().to_string()),
            }
        })
        .collect()
}

/// The first so many ticks of a step.
fn days(first: Date, last: Date, every: Every, most: usize) -> Vec<Date> {
    let start = match every {
        Every::Days(_) => Some(first),
        Every::Weeks(_) => {
            let since_monday = first.weekday().since(Weekday::Monday);
            first
                .checked_add(i64::from((7 - since_monday) % 7).days())
                .ok()
        }
        Every::Months(months) => {
            let begin = |day: Date| day.day() == 1 && (day.month() - 1) % months == 0;
            let month = |day: &Date| day.first_of_month().checked_add(1.month()).ok();
            let mut begins = std::iter::successors(Some(first), month);
            begins.find(|day| begin(*day))
        }
        Every::Years(years) => {
            let year = first.year() + i16::from(first.day_of_year() > 1);
            let year = year.checked_add((years - year.rem_euclid(years)) % years);
            year.and_then(|year| Date::new(year, 1, 1).ok())
        }
    };
    let next = |day: &Date| {
        let span = match every {
            Every::Days(days) => days.days(),
            Every::Weeks(weeks) => weeks.weeks(),
            Every::Months(months) => i64::from(months).months(),
            Every::Years(years) => i64::from(years).years(),
        };
        day.checked_add(span).ok()
    };
    std::iter::successors(start, next)
        .take_while(|day| *day <= last)
        .take(most)
        .collect()
}
