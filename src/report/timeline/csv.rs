//! `timeline --format csv`: one figure a row, for spreadsheets.

use std::io::{self, Write};

use super::words::{left, title};
use crate::claim::Reading;
use crate::document::Date;
use crate::dossier::timeline::{Left, Row, Timeline, source};
use crate::report::sheet::{BETWEEN, io_error, number, words};
use crate::series::{Member, day};

/// The header. Names that `extract --format csv` has too mean the same.
const COLUMNS: [&str; 25] = [
    "timeline",
    "title",
    "measure",
    "place",
    "population",
    "day",
    "text",
    "low",
    "high",
    "bound",
    "unit",
    "who",
    "attribution",
    "source",
    "published",
    "document",
    "id",
    "line",
    "column",
    "also",
    "since",
    "days",
    "change",
    "approximate",
    "left_out",
];

/// Writes the figures of timelines, each with its number; with `all`, those that are left out as well, with the reason.
pub fn csv(
    out: &mut dyn Write,
    readings: &[Reading],
    timelines: &[(usize, &Timeline)],
    all: bool,
) -> io::Result<()> {
    let mut out = csv::Writer::from_writer(out);
    out.write_record(COLUMNS).map_err(io_error)?;
    for (at, timeline) in timelines {
        for row in &timeline.rows {
            let cells = cells(readings, (*at, timeline), row.member, Some(row), None);
            out.write_record(cells).map_err(io_error)?;
        }
        let aside = timeline.aside.iter().filter(|_| all);
        for (member, reason) in aside {
            let cells = cells(readings, (*at, timeline), *member, None, Some(*reason));
            out.write_record(cells).map_err(io_error)?;
        }
    }
    out.flush()
}

fn cells(
    readings: &[Reading],
    (at, timeline): (usize, &Timeline),
    member: Member,
    row: Option<&Row>,
    reason: Option<Left>,
) -> [String; COLUMNS.len()] {
    let (claim, document) = (member.of(readings), &readings[member.reading].document);
    let (quantity, place) = (&claim.quantity, document.place(claim.span.clone()));
    let date = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
    let cited = claim.attribution.iter().map(|who| who.name.as_str());
    let change = row.and_then(|row| row.change);
    let last = change.and_then(|change| timeline.rows.get(change.since));
    let also = row.map_or_else(String::new, |row| {
        let ids = row.again.iter().map(|m| {
            let document = &readings[m.reading].document;
            format!("{} {}", document.id, m.of(readings).id())
        });
        ids.collect::<Vec<_>>().join(BETWEEN)
    });
    [
        at.to_string(),
        words(Some(&title(readings, timeline))),
        words(Some(&timeline.measure)),
        words(timeline.place.as_deref()),
        words(timeline.population.as_deref()),
        date(row.map(|row| row.day).or_else(|| day(claim))),
        words(Some(&claim.text)),
        number(quantity.low),
        number(quantity.high),
        quantity.bound.as_str().to_owned(),
        words(quantity.unit.as_ref().map(|unit| unit.name.as_str())),
        words(Some(source(readings, member))),
        words(Some(&cited.collect::<Vec<_>>().join(BETWEEN))),
        words(Some(&document.source)),
        date(document.published),
        words(Some(&document.id)),
        claim.id(),
        place.line.to_string(),
        place.column.to_string(),
        words(Some(&also)),
        date(last.map(|last| last.day)),
        change.map_or_else(String::new, |change| change.days.to_string()),
        change.map_or_else(String::new, |change| number(change.by)),
        change.map_or_else(String::new, |change| (!change.is_exact).to_string()),
        words(
            reason
                .map(|reason| left(readings, member, reason))
                .as_deref(),
        ),
    ]
}
