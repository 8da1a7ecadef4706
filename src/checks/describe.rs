//! A finding in words: message, labels, locations.

use std::collections::BTreeSet;

use super::Task;
use super::verdict::Judgement;
use crate::claim::{AsOf, Claim, Operand, Reading, Status, confidence};
use crate::document::Date;
use crate::finding::{Finding, Location};
use crate::quantity::{
    Decimal, Dimension, Interval, Quantity, in_words, in_words_from_to, written_difference,
};
use crate::series::{Member, Side};

/// What may stand in the message of a rule. `a` and `b` are the first figures of the first two sides.
pub const WORDS: [&str; 10] = [
    "place", "measure", "values", "apart", "a.text", "a.source", "a.date", "b.text", "b.source",
    "b.date",
];

/// A finding whose sides differ; the members of `context` agree with several of them.
pub fn finding_of_sides(
    task: Task<'_>,
    readings: &[Reading],
    sides: &[Side],
    context: &[Member],
    judgement: &Judgement,
) -> Finding {
    let mut locations = Vec::new();
    for (number, side) in sides.iter().enumerate() {
        locations.extend(
            side.members
                .iter()
                .map(|m| location(task, readings, *m, Some(number))),
        );
    }
    locations.extend(context.iter().map(|m| location(task, readings, *m, None)));
    let involved = sides.iter().map(|s| s.first().of(readings).guesses()).sum();
    let (a, b) = (sides[0].first(), sides[1].first());
    Finding {
        rule: task.rule.to_owned(),
        severity: judgement.severity.min(task.ceiling.of(judgement.verdict)),
        verdict: judgement.verdict,
        cause: judgement.cause,
        confidence: confidence(involved),
        message: task.message.fill(|name| fill(name, readings, sides, a, b)),
        why: judgement.why.clone(),
        arithmetic: None,
        carried: carried(task, readings, &locations),
        would_fit: None,
        indivisible: false,
        locations,
    }
}

/// Who prints which figure, where more than two documents do. Copies of one text are told as such: they are one source.
pub fn carried(task: Task<'_>, readings: &[Reading], locations: &[Location]) -> Option<String> {
    /// So many outlets of a side are named.
    const NAMED: usize = 4;
    let sides: BTreeSet<usize> = locations.iter().filter_map(|l| l.side).collect();
    let of_side = |side: usize| {
        let on_it = locations.iter().filter(move |l| l.side == Some(side));
        let documents: BTreeSet<usize> = on_it.clone().map(|l| l.reading).collect();
        let first = on_it.clone().next();
        (first.map_or("", |l| l.text(readings)), documents)
    };
    let sides: Vec<(&str, BTreeSet<usize>)> = sides.into_iter().map(of_side).collect();
    let all: BTreeSet<usize> = sides.iter().flat_map(|(_, d)| d.iter().copied()).collect();
    if all.len() < 3 {
        return None;
    }
    let told = sides.iter().map(|(text, documents)| {
        let mut outlets: Vec<&str> = Vec::new();
        for document in documents {
            let source = readings[*document].document.source.as_str();
            if !outlets.contains(&source) {
                outlets.push(source);
            }
        }
        let texts: BTreeSet<usize> = documents
            .iter()
            .map(|d| task.stories.original(*d))
            .collect();
        let named = outlets[..outlets.len().min(NAMED)].join(", ");
        let counted = match (outlets.len(), documents.len() - texts.len()) {
            (1, _) => String::new(),
            (count, 0) => format!(" ({count} outlets)"),
            (count, copies) => {
                format!(" ({count} outlets, {} of which print one text)", copies + 1)
            }
        };
        let more = if outlets.len() > NAMED { ", …" } else { "" };
        format!("{text}: {named}{more}{counted}")
    });
    Some(told.collect::<Vec<_>>().join("; "))
}

/// The location of a claim, with a label that says what it is and how it reads.
pub fn location(
    task: Task<'_>,
    readings: &[Reading],
    member: Member,
    side: Option<usize>,
) -> Location {
    let claim = member.of(readings);
    let measure = claim.measure.as_ref().map_or("", |m| m.value.as_str());
    let known = task
        .measures
        .iter()
        .find(|m| m.id == measure)
        .map(|m| m.label.clone());
    let noun = || claim.noun.as_ref().map(|noun| noun.value.clone());
    let what = known.or_else(noun);
    let reads = reads_as(&claim.quantity).map(|reads| format!("reads as {reads}"));
    let said = [what, when(claim)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ");
    let parts = [Some(said).filter(|said| !said.is_empty()), reads];
    let label = parts.into_iter().flatten().collect::<Vec<_>>().join("; ");
    Location {
        reading: member.reading,
        operand: Operand::Claim(member.claim),
        side,
        label,
    }
}

/// When the figure holds. A count so far was told on that day; what it counts happened before.
fn when(claim: &Claim) -> Option<String> {
    let so_far = claim.status.is_some_and(|s| s.value == Status::Cumulative);
    claim.as_of.as_ref().map(|a| match &a.value {
        AsOf::Day(day) if so_far => format!("reported {}", short_date(*day)),
        AsOf::Day(day) => short_date(*day),
        AsOf::Other(words) => words.clone(),
    })
}

/// "14 Feb 2024"
pub fn short_date(day: Date) -> String {
    day.strftime("%-d %b %Y").to_string()
}

/// "1.45 to 1.55 million", where a reader takes the figure for more than its number.
fn reads_as(quantity: &Quantity) -> Option<String> {
    let Interval {
        low: Some(low),
        high: Some(high),
    } = quantity.conventional()?
    else {
        return None;
    };
    // Nobody counts a part of a person.
    let (low, high) = match quantity.dimension {
        Dimension::Count if low.ceil() <= high.floor() => (low.ceil(), high.floor()),
        _ => (low, high),
    };
    let exact = (high - low).is_zero();
    // A half on either side of a long number is no news to a reader.
    let fine = (high - low) * Decimal::ONE_HUNDRED < high;
    if exact || fine {
        return None;
    }
    Some(in_words_from_to(low, high))
}

fn fill(name: &str, readings: &[Reading], sides: &[Side], a: Member, b: Member) -> String {
    match name {
        "values" => values(readings, sides),
        "apart" => percent(furthest(readings, sides)),
        _ => of_two(name, readings, a, b),
    }
}

/// What is said of two figures of one thing: the values of the placeholders that most rules share.
pub fn of_two(name: &str, readings: &[Reading], a: Member, b: Member) -> String {
    let (x, y) = (a.of(readings), b.of(readings));
    let of = |m: Member, field: &str| {
        let document = &readings[m.reading].document;
        match field {
            "text" => m.of(readings).text.clone(),
            "source" => document.source.clone(),
            _ => document
                .published
                .map_or_else(|| "undated".to_owned(), short_date),
        }
    };
    match name {
        "place" => x
            .place
            .as_ref()
            .or(y.place.as_ref())
            .map_or_else(|| "one place".to_owned(), |p| p.value.clone()),
        "measure" => x
            .measure
            .as_ref()
            .map_or_else(String::new, |m| m.value.replace('_', " ")),
        _ => match name.split_once('.') {
            Some(("a", field)) => of(a, field),
            Some((_, field)) => of(b, field),
            None => String::new(),
        },
    }
}

/// The figures of all sides; of three and more, with who gives them.
fn values(readings: &[Reading], sides: &[Side]) -> String {
    let value = |side: &Side| {
        let member = side.first();
        let text = &member.of(readings).text;
        let source = &readings[member.reading].document.source;
        if sides.len() > 2 {
            format!("{text} ({source})")
        } else {
            text.clone()
        }
    };
    /// More are listed below the first line.
    const SHOWN: usize = 4;
    let mut shown: Vec<String> = sides.iter().take(SHOWN).map(value).collect();
    if sides.len() > SHOWN {
        shown.push(format!("and {} more", sides.len() - SHOWN));
    }
    shown.join(", ")
}

/// The difference between the two sides that lie furthest apart, as a part of the larger figure.
fn furthest(readings: &[Reading], sides: &[Side]) -> Decimal {
    let quantities = || sides.iter().map(|side| &side.first().of(readings).quantity);
    let least = quantities().min_by_key(|q| q.high);
    let most = quantities().max_by_key(|q| q.low);
    least.zip(most).map_or(Decimal::ZERO, |(least, most)| {
        written_difference(least, most)
    })
}

/// A part of one in percent: "13%", "0.4%".
pub fn percent(share: Decimal) -> String {
    let percent = share * Decimal::ONE_HUNDRED;
    let rounded = if percent < Decimal::ONE {
        percent.round_dp(1)
    } else {
        percent.round_dp(0)
    };
    format!("{}%", in_words(rounded))
}
