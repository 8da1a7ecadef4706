//! `calendar`: a day of the week fits its date, a span of time the two times that it lies between, an age the year of
//! birth.
//!
//! Of two times of which only the years are known, either difference that the days allow fits: 1950 to 2012 is 61 or
//! 62 years.

use jiff::civil::Date;

use super::arithmetic::{Disagreement, Labelled, finding};
use super::reconcile::Fit;
use super::{Checked, Task};
use crate::claim::{Elapsed, Lived, Moment, Operand, Period, Reading, Statement, Weekday};
use crate::finding::{Cause, Finding, Severity};
use crate::quantity::{Bound, Decimal, Interval, Quantity, in_words};
use crate::series::Member;

/// What may stand in the message of a rule.
pub const WORDS: [&str; 2] = ["computed", "stated"];

pub(super) fn run(task: Task<'_>, readings: &[Reading]) -> Checked {
    let mut out = Checked::default();
    for (r, reading) in readings.iter().enumerate() {
        for statement in &reading.statements {
            let (operand, misfit) = match statement {
                Statement::Weekday(weekday) => (None, wrong_weekday(reading, weekday)),
                Statement::Elapsed(elapsed) => (Some(elapsed.span), wrong_span(reading, elapsed)),
                Statement::Lived(lived) => {
                    (Some(Operand::Claim(lived.age)), wrong_age(reading, lived))
                }
                _ => continue,
            };
            if let Some(Operand::Claim(claim)) = operand {
                if reading.claims[claim].is_repeat() {
                    continue;
                }
                out.hold([Member { reading: r, claim }]);
            }
            out.findings
                .extend(misfit.map(|misfit| misfit.finding(task, readings, r)));
        }
    }
    out
}

/// Why something does not hold.
struct Misfit {
    stated: Operand,
    label: String,
    against: Vec<Labelled>,
    computed: String,
    why: String,
    arithmetic: String,
    fit: Option<String>,
}

impl Misfit {
    fn finding(self, task: Task<'_>, readings: &[Reading], r: usize) -> Finding {
        let words = [
            ("computed", self.computed),
            ("stated", self.stated.text(&readings[r]).to_owned()),
        ];
        finding(
            task,
            readings,
            r,
            Disagreement {
                stated: vec![Labelled(self.stated, self.label)],
                against: self.against,
                context: Vec::new(),
                words: &words,
                why: self.why,
                arithmetic: self.arithmetic,
                fit: self.fit.map(|words| Fit {
                    words,
                    cause: None,
                    why: None,
                    locations: Vec::new(),
                }),
                severity: Severity::Error,
                cause: Cause::Slip,
            },
        )
    }
}

fn wrong_weekday(reading: &Reading, stated: &Weekday) -> Option<Misfit> {
    let number = |day: &Date| day.weekday().to_monday_one_offset();
    let day = *stated.days.first()?;
    if stated.days.iter().any(|day| number(day) == stated.number) {
        return None;
    }
    let name = |day: Date| day.strftime("%A").to_string();
    let weekday = Operand::Mention(stated.weekday);
    let date = Operand::Mention(stated.date);
    let text = date.text(reading);
    let with_year = stated.days.len() == 1;
    let told = if with_year {
        text.to_owned()
    } else {
        format!("{text} {}", day.year())
    };
    // At most three days away, on either side.
    let nearest = (1..=3_i32)
        .flat_map(|n| [n, -n])
        .filter_map(|n| day.checked_add(jiff::Span::new().days(n)).ok())
        .find(|near| number(near) == stated.number);
    let actual = name(day);
    let nearest = nearest.map(|near| {
        format!(
            "{} read {actual}, or {text} read {}",
            weekday.text(reading),
            near.strftime("%-d %B")
        )
    });
    let why = if with_year {
        "the calendar settles it".to_owned()
    } else {
        "it is no such day in the year of publication, nor in the one before or after".to_owned()
    };
    Some(Misfit {
        stated: weekday,
        label: format!("{told} was a {actual}"),
        against: vec![Labelled(date, format!("a {actual}"))],
        computed: format!("{told} was a {actual}"),
        why,
        arithmetic: format!("{} was a {actual}", day.strftime("%-d %B %Y")),
        fit: nearest,
    })
}

/// Days in a unit, on average.
fn days_in(period: Period) -> Decimal {
    match period {
        Period::Day => Decimal::ONE,
        Period::Week => Decimal::from(7),
        Period::Month => Decimal::new(3044, 2),
        Period::Year => Decimal::new(36525, 2),
        Period::Decade => Decimal::new(36525, 1),
    }
}

/// How many days a span may be off below and above, told without a bound.
fn slack(period: Period, quantity: &Quantity) -> (Decimal, Decimal) {
    let both = |days: i64| (Decimal::from(days), Decimal::from(days));
    match period {
        Period::Day => both(1),
        Period::Week if quantity.low == Decimal::ONE => both(2),
        Period::Week => both(3),
        Period::Month => both(16),
        // "five years" is said until the sixth is full.
        Period::Year => (Decimal::from(183), Decimal::from(366)),
        Period::Decade => both(1826),
    }
}

fn wrong_span(reading: &Reading, elapsed: &Elapsed) -> Option<Misfit> {
    let quantity = elapsed.span.quantity(reading)?;
    let years = elapsed.period == Period::Year && !(elapsed.from.is_day() && elapsed.to.is_day());
    let literal = quantity.literal();
    let ago = elapsed.to.mention.is_none();
    let (allowed, actual) = if years || (ago && elapsed.period == Period::Year) {
        let difference = i64::from(elapsed.to.first.year()) - i64::from(elapsed.from.first.year());
        if difference < 0 {
            return None;
        }
        // "34 years ago, in 1990" may have been written in another year than it was published in.
        let above = i64::from(ago);
        let actual = Interval::closed(
            Decimal::from((difference - 1).max(0)),
            Decimal::from(difference + above),
        );
        let bare = quantity.bound == Bound::None && quantity.low < Decimal::TEN;
        let exact = bare || quantity.low % Decimal::TEN != Decimal::ZERO;
        let stated = if matches!(quantity.bound, Bound::None | Bound::Exactly) && exact {
            Interval::closed(quantity.low, quantity.high)
        } else {
            literal
        };
        (stated, actual)
    } else {
        let least = days(elapsed.from.last, elapsed.to.first);
        let most = days(elapsed.from.first, elapsed.to.last);
        if most < 0 {
            return None;
        }
        let unit = days_in(elapsed.period);
        let (below, above) = match quantity.bound {
            Bound::None | Bound::Exactly | Bound::About | Bound::Nearly => {
                slack(elapsed.period, quantity)
            }
            _ => (Decimal::ONE, Decimal::ONE),
        };
        let low = literal
            .low
            .map(|low| quantity_floor(quantity, low) * unit - below);
        let high = literal
            .high
            .map(|high| quantity_ceiling(quantity, high) * unit + above);
        (
            Interval { low, high },
            Interval::closed(Decimal::from(least.max(0)), Decimal::from(most)),
        )
    };
    if allowed.meets(&actual) {
        return None;
    }
    let computed = between(elapsed);
    let mut against = Vec::new();
    against.extend(at(elapsed.from, "from here"));
    against.extend(at(elapsed.to, "to here"));
    let (from, to) = (told(reading, elapsed.from), told(reading, elapsed.to));
    Some(Misfit {
        stated: elapsed.span,
        label: format!("the two times make it {computed}"),
        against,
        computed: format!("{from} to {to} is {computed}"),
        why: "the span does not fit the two times that it lies between".to_owned(),
        arithmetic: format!("{from} to {to} = {computed}"),
        fit: Some(format!("{} read {computed}", elapsed.span.text(reading))),
    })
}

/// Half a unit of rounding is in the slack already: a span of one unit is that unit.
fn quantity_floor(quantity: &Quantity, low: Decimal) -> Decimal {
    if quantity.low < Decimal::TEN && quantity.bound == Bound::None {
        quantity.low
    } else {
        low
    }
}

fn quantity_ceiling(quantity: &Quantity, high: Decimal) -> Decimal {
    if quantity.low < Decimal::TEN && quantity.bound == Bound::None {
        quantity.high
    } else {
        high
    }
}

/// The time between, in the unit that a reader would choose.
fn between(elapsed: &Elapsed) -> String {
    let (from, to) = (elapsed.from, elapsed.to);
    let by_year = i64::from(to.first.year()) - i64::from(from.first.year());
    let of = |n: i64, unit: &str| {
        let plural = if n == 1 { "" } else { "s" };
        format!("{} {unit}{plural}", in_words(Decimal::from(n)))
    };
    match elapsed.period {
        Period::Day | Period::Week if from.is_day() && to.is_day() => {
            of(days(from.first, to.first), "day")
        }
        Period::Month | Period::Year if from.is_day() && to.is_day() => {
            let months = by_year * 12 + i64::from(to.first.month()) - i64::from(from.first.month());
            let months = months - i64::from(to.first.day() < from.first.day());
            match (months, elapsed.period) {
                (..1, _) => of(days(from.first, to.first), "day"),
                (24.., Period::Year) => of(months / 12, "year"),
                _ => of(months, "month"),
            }
        }
        _ => of(by_year, "year"),
    }
}

fn days(from: Date, to: Date) -> i64 {
    /// Seconds.
    const DAY: i64 = 86_400;
    from.duration_until(to).as_secs() / DAY
}

fn at(moment: Moment, label: &str) -> Option<Labelled> {
    let mention = moment.mention?;
    Some(Labelled(Operand::Mention(mention), label.to_owned()))
}

/// The words of a time, or the published date.
fn told(reading: &Reading, moment: Moment) -> String {
    match moment.mention {
        Some(mention) => Operand::Mention(mention).text(reading).to_owned(),
        None => format!("{} (published)", moment.first.strftime("%-d %B %Y")),
    }
}

fn wrong_age(reading: &Reading, lived: &Lived) -> Option<Misfit> {
    let age = reading.claims[lived.age].quantity.low;
    let published = lived.at.mention.is_none();
    let difference = i64::from(lived.at.first.year()) - i64::from(lived.born.first.year());
    let (least, most) = if lived.born.is_day() && lived.at.is_day() {
        let birthday = (lived.born.first.month(), lived.born.first.day());
        let before = (lived.at.first.month(), lived.at.first.day()) < birthday;
        let exact = difference - i64::from(before);
        (exact, exact)
    } else {
        (difference - 1, difference)
    };
    // A text may be older than its date says, and a birthday may have been forgotten.
    let slack = i64::from(published);
    let fits = Decimal::from(least - slack) <= age && age <= Decimal::from(most + slack);
    if fits || least < 0 {
        return None;
    }
    let computed = if least == most {
        most.to_string()
    } else {
        format!("{least} or {most}")
    };
    let (born, at_time) = (told(reading, lived.born), told(reading, lived.at));
    let mut against = Vec::new();
    against.extend(at(lived.born, "born"));
    against.extend(at(lived.at, "died"));
    Some(Misfit {
        stated: Operand::Claim(lived.age),
        label: format!("the dates make it {computed}"),
        against,
        computed: format!("{born} to {at_time} makes an age of {computed}"),
        why: "the age does not fit the time of birth".to_owned(),
        arithmetic: format!("{at_time} − {born} = {computed}"),
        fit: None,
    })
}
