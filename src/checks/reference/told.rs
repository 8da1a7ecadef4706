//! A claim at odds with a table, in words.

use super::{Found, Reference, When};
use crate::checks::Task;
use crate::checks::describe::{location, percent, short_date};
use crate::claim::{Claim, Reading, confidence};
use crate::finding::Finding;
use crate::quantity::{Decimal, Quantity, in_words, in_words_from_to, written_difference};

/// What may stand in the message of a rule.
pub const WORDS: [&str; 6] = ["text", "what", "place", "measure", "reference", "apart"];

/// The finding of claims that say one figure, the first of them primary. The row stands in no document: it is told in
/// the message.
pub(super) fn finding(
    task: Task<'_>,
    readings: &[Reading],
    group: &[Found<'_>],
) -> Option<Finding> {
    let first = group.first()?;
    let (claim, row) = (first.member.of(readings), first.row);
    let why = match &row.note {
        Some(note) => format!("{} (the table notes: {note})", first.why),
        None => first.why.clone(),
    };
    let locations = group
        .iter()
        .map(|found| location(task, readings, found.member, Some(0)));
    Some(Finding {
        rule: task.rule.to_owned(),
        severity: first.severity.min(task.ceiling.of(first.verdict)),
        verdict: first.verdict,
        cause: first.cause,
        confidence: confidence(claim.guesses()),
        message: task.message.fill(|name| fill(name, claim, row)),
        why,
        arithmetic: difference(&claim.quantity, &row.quantity),
        carried: None,
        would_fit: None,
        indivisible: false,
        locations: locations.collect(),
    })
}

fn fill(name: &str, claim: &Claim, row: &Reference) -> String {
    let place = claim.place.as_ref().map(|place| place.value.as_str());
    let people = claim
        .population
        .as_ref()
        .map(|people| people.value.as_str());
    match name {
        "text" => claim.text.clone(),
        "what" => what(&row.measure, people, place),
        "place" => place.unwrap_or("one place").to_owned(),
        "measure" => plain(&row.measure),
        "reference" => reference(row),
        _ => percent(written_difference(&claim.quantity, &row.quantity)),
    }
}

impl Reference {
    /// The row by itself: "displaced in Rafah: the table gives 1.2 to 1.3 million (OCHA, 14 Feb 2024)".
    pub fn told(&self) -> String {
        let what = what(
            &self.measure,
            self.population.as_deref(),
            self.place.as_deref(),
        );
        format!("{what}: {} ({})", said(self), by_whom(self))
    }
}

/// "killed (child) in Homs"
fn what(measure: &str, people: Option<&str>, place: Option<&str>) -> String {
    let people = people.map_or_else(String::new, |people| format!(" ({people})"));
    let place = place.map_or_else(String::new, |place| format!(" in {place}"));
    format!("{}{people}{place}", plain(measure))
}

/// "hostages held"
fn plain(measure: &str) -> String {
    measure.trim_start_matches("noun:").replace('_', " ")
}

/// "the table gives 1.2 to 1.3 million (OCHA, 14 Feb 2024; refs.csv:3)"
fn reference(row: &Reference) -> String {
    let (file, line) = row.id();
    format!("{} ({}; {file}:{line})", said(row), by_whom(row))
}

fn said(row: &Reference) -> String {
    match row.published_wrong_on {
        Some(day) => {
            let day = short_date(day);
            format!("this figure was corrected: published wrong on {day}")
        }
        None => format!("the table gives {}", number(&row.quantity)),
    }
}

/// "OCHA, 14 Feb 2024"
fn by_whom(row: &Reference) -> String {
    let when = |when: When| {
        let day = when.day().map(short_date);
        day.unwrap_or_else(|| when.first.year().to_string())
    };
    let parts = [Some(row.source.clone()), row.as_of.map(when)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn number(quantity: &Quantity) -> String {
    if quantity.low == quantity.high {
        in_words(quantity.low)
    } else {
        in_words_from_to(quantity.low, quantity.high)
    }
}

/// "1.5 million − 1.3 million = 200,000 (13% of the larger)", of the ends nearest to each other.
fn difference(a: &Quantity, b: &Quantity) -> Option<String> {
    let (larger, smaller) = if a.low > b.high {
        (a.low, b.high)
    } else if b.low > a.high {
        (b.low, a.high)
    } else {
        return None;
    };
    let apart = larger.checked_sub(smaller).filter(|d| *d > Decimal::ZERO)?;
    Some(format!(
        "{} − {} = {} ({} of the larger)",
        in_words(larger),
        in_words(smaller),
        in_words(apart),
        percent(written_difference(a, b))
    ))
}
