//! `timeline --format table`: for people, fitted to the terminal.

use std::io::{self, Write};

use super::words::{change, is_news, left, place, title, told_of};
use crate::checks::short_date;
use crate::claim::Reading;
use crate::dossier::timeline::{About, Row, Timeline};
use crate::quantity::in_words_with_bound;
use crate::report::columns::{fit, line};
use crate::report::text::counted;
use crate::report::visible::visible;
use crate::series::Member;

const COLUMNS: usize = 8;
const HEADER: [&str; COLUMNS] = [
    "when",
    "figure",
    "change",
    "told of",
    "who says",
    "published by",
    "also",
    "place",
];
/// The columns that are cut where not all fit: the day and the change are not among them.
const WORDS: [usize; 5] = [3, 4, 5, 6, 7];
const FIGURES: [usize; 1] = [1];
/// So many figures that are left out are listed under a timeline.
const LISTED: usize = 5;

/// How the table is written.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// The columns of the terminal.
    pub width: usize,
    /// Whether every figure that is left out is listed.
    pub all: bool,
}

/// Writes timelines, each with its number from 1, one figure a line, and below it what is left out and why.
pub fn table(
    out: &mut dyn Write,
    readings: &[Reading],
    timelines: &[(usize, &Timeline)],
    options: Options,
) -> io::Result<()> {
    let mut all: Vec<(String, Vec<[String; COLUMNS]>)> = Vec::new();
    for (number, timeline) in timelines {
        let heading = format!("{number}. {}", title(readings, timeline));
        let rows = timeline.rows.iter().map(|r| row(readings, timeline, r));
        all.push((visible(&heading), rows.collect()));
    }
    let rows = || all.iter().flat_map(|(_, rows)| rows);
    // A column that holds nothing has no heading.
    let header = std::array::from_fn(|column| {
        let is_used = rows().any(|row| !row[column].is_empty());
        (if is_used { HEADER[column] } else { "" }).to_owned()
    });
    let widths = fit(
        std::iter::once(&header).chain(rows()),
        options.width,
        &WORDS,
        &FIGURES,
    );
    if rows().next().is_some() {
        writeln!(out, "{}", line(&header, &widths))?;
    }
    for ((heading, rows), (_, timeline)) in all.iter().zip(timelines) {
        writeln!(out, "\n{heading}")?;
        if rows.is_empty() {
            writeln!(out, "  no total with a day")?;
        }
        for row in rows {
            writeln!(out, "{}", line(row, &widths))?;
        }
        left_out(out, readings, timeline, options)?;
    }
    Ok(())
}

fn row(readings: &[Reading], timeline: &Timeline, row: &Row) -> [String; COLUMNS] {
    let claim = row.member.of(readings);
    let document = &readings[row.member.reading].document;
    let named = claim.originator().map(str::to_owned);
    let also = match row.again.len() {
        0 => String::new(),
        count => format!("in {count} more"),
    };
    let told = match timeline.about {
        About::Single => told_of(readings, row),
        _ => String::new(),
    };
    let cells = [
        short_date(row.day),
        figure(readings, row.member),
        change(row),
        told,
        named.unwrap_or_default(),
        document.source.clone(),
        also,
        place(readings, row.member),
    ];
    cells.map(|cell: String| visible(&cell))
}

/// A figure as written; what was computed stands nowhere in the text.
fn figure(readings: &[Reading], member: Member) -> String {
    let claim = member.of(readings);
    if claim.is_derived() {
        in_words_with_bound(&claim.quantity)
    } else {
        claim.text.clone()
    }
}

/// What is left out, and why.
fn left_out(
    out: &mut dyn Write,
    readings: &[Reading],
    timeline: &Timeline,
    options: Options,
) -> io::Result<()> {
    let told = |(_, reason): &&_| options.all || is_news(*reason);
    let listed: Vec<_> = timeline.aside.iter().filter(told).collect();
    let most = if options.all { usize::MAX } else { LISTED };
    if !timeline.aside.is_empty() {
        writeln!(out, "  left out:")?;
    }
    for (member, reason) in listed.iter().take(most) {
        let figure = figure(readings, *member);
        let (place, why) = (place(readings, *member), left(readings, *member, *reason));
        writeln!(
            out,
            "    {}",
            visible(&format!("{figure} ({place}): {why}"))
        )?;
    }
    match timeline.aside.len() - listed.len().min(most) {
        0 => Ok(()),
        more => writeln!(out, "    --all lists {}", counted(more, "more figure")),
    }
}
