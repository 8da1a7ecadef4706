//! Ticks are round, and days begin where the calendar says.

use claimlint::document::Date;
use claimlint::quantity::Decimal;
use claimlint::report::chart::{Values, day_ticks};

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn days_have_the_ticks_of_the_calendar() {
    for (first, last, expected) in [
        ("2024-02-14", "2024-02-14", "14 Feb 2024"),
        ("2024-02-28", "2024-03-01", "28 Feb 2024|29 Feb|1 Mar"),
        ("2023-02-27", "2023-03-01", "27 Feb 2023|28 Feb|1 Mar"),
        (
            "2024-02-26",
            "2024-03-10",
            "26 Feb 2024|28 Feb|1 Mar|3 Mar|5 Mar|7 Mar|9 Mar",
        ),
        (
            "2023-12-20",
            "2024-01-31",
            "25 Dec 2023|1 Jan 2024|8 Jan|15 Jan|22 Jan|29 Jan",
        ),
        ("2024-01-15", "2024-06-02", "Feb 2024|Mar|Apr|May|Jun"),
        ("2023-01-01", "2024-03-05", "Jan 2023|Apr|Jul|Oct|Jan 2024"),
        (
            "2022-11-03",
            "2025-05-05",
            "Jan 2023|Jul|Jan 2024|Jul|Jan 2025",
        ),
        ("1994-05-01", "2024-05-01", "1995|2000|2005|2010|2015|2020"),
        (
            "1900-01-01",
            "2024-05-01",
            "1900|1920|1940|1960|1980|2000|2020",
        ),
        ("0001-01-01", "9999-12-31", "2000|4000|6000|8000"),
    ] {
        let ticks = day_ticks(date(first), date(last), 7);
        let label = |tick: &claimlint::report::chart::DayTick| match &tick.year {
            Some(year) => format!("{} {year}", tick.label),
            None => tick.label.clone(),
        };
        let labels: Vec<String> = ticks.iter().map(label).collect();
        assert_eq!(labels.join("|"), expected, "{first} to {last}");
    }
}

#[test]
fn values_have_round_ticks() {
    for (written, whole, expected) in [
        ("0", true, "0 1"),
        ("1", true, "0 1"),
        ("7 9", true, "6 7 8 9"),
        ("3 4", true, "2 3 4"),
        ("1.5 2.25", false, "1.4 1.6 1.8 2 2.2 2.4"),
        ("4200 18000", true, "0 5000 10000 15000 20000"),
        ("28000 28000", true, "0 5000 10000 15000 20000 25000 30000"),
        (
            "1150000 1500000",
            true,
            "1100000 1200000 1300000 1400000 1500000",
        ),
        ("-5 12", false, "-10 -5 0 5 10 15"),
        ("-40 -30", false, "-42 -40 -38 -36 -34 -32 -30"),
        ("1 19", true, "0 5 10 15 20"),
        ("1 20", true, "1 2 5 10 20"),
        ("18 34000", true, "10 100 1000 10000 100000"),
        ("0.02 45", false, "0.01 0.1 1 10 100"),
        (
            "1 1000000000000",
            true,
            "1 100 10000 1000000 100000000 10000000000 1000000000000",
        ),
    ] {
        let written: Vec<Decimal> = written.split(' ').map(|n| n.parse().unwrap()).collect();
        let axis = Values::of(&written, &[], whole).unwrap();
        let ticks: Vec<String> = axis.ticks.iter().map(ToString::to_string).collect();
        assert_eq!(ticks.join(" "), expected, "{written:?}");
    }
    assert_eq!(Values::of(&[], &[], true), None);
}
