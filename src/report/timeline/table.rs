//! `timeline --format table`: for people, fitted to the terminal.

use std::io::{self, Write};

use super::words::{change, is_news, left, place, title, told_of};
use crate::checks::short_date;
use crate::claim::Reading;
use crate::dossier::timeline::{About, Row, Timeline};
use crate::quantity::in_words_with_bound;
use crate::report::columns::{fit, line};
use crate::report::text::counted;
use crate::report::visible::{end_within, visible, width as columns};
use crate::series::Member;

const COLUMNS: usize = 7;
const HEADER: [&str; COLUMNS] = [
    "when",
    "figure",
    "change",
    "told of",
    "who says",
    "published by",
    "place",
];
/// The columns that are cut where not all fit: the day and the change are not among them.
const WORDS: [usize; 4] = [3, 4, 5, 6];
const FIGURES: [usize; 1] = [1];
/// Of where a figure stands, the end tells most: the file, the line and the column.
const PLACE: usize = 6;
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
    for (at, (number, timeline)) in timelines.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        let heading = format!("{number}. {}", title(readings, timeline));
        writeln!(out, "{}", visible(&heading))?;
        figures(out, readings, timeline, options.width)?;
        left_out(out, readings, timeline, options)?;
    }
    Ok(())
}

/// The figures of a timeline below the names of their columns, which are as wide as what they hold.
fn figures(
    out: &mut dyn Write,
    readings: &[Reading],
    timeline: &Timeline,
    width: usize,
) -> io::Result<()> {
    let rows: Vec<_> = timeline
        .rows
        .iter()
        .map(|r| row(readings, timeline, r))
        .collect();
    if rows.is_empty() {
        return writeln!(out, "  no total with a day");
    }
    // A column that holds nothing has no heading.
    let header: [String; COLUMNS] = std::array::from_fn(|column| {
        let is_used = rows.iter().any(|row| !row[column].is_empty());
        (if is_used { HEADER[column] } else { "" }).to_owned()
    });
    let widths = fit(
        std::iter::once(&header).chain(&rows),
        width,
        &WORDS,
        &FIGURES,
    );
    writeln!(out, "{}", line(&header, &widths))?;
    for mut row in rows {
        row[PLACE] = end_of(&row[PLACE], widths[PLACE]);
        writeln!(out, "{}", line(&row, &widths))?;
    }
    Ok(())
}

fn row(readings: &[Reading], timeline: &Timeline, row: &Row) -> [String; COLUMNS] {
    let claim = row.member.of(readings);
    let named = claim.originator().map(str::to_owned);
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
        published(readings, row),
        place(readings, row.member),
    ];
    cells.map(|cell: String| visible(&cell))
}

/// Who publishes a figure, and how many others do.
fn published(readings: &[Reading], row: &Row) -> String {
    let publisher = |m: Member| readings[m.reading].document.source.as_str();
    let first = publisher(row.member);
    let mut others: Vec<&str> = row.again.iter().map(|m| publisher(*m)).collect();
    others.retain(|other| *other != first);
    others.sort_unstable();
    others.dedup();
    match others.len() {
        0 => first.to_owned(),
        more => format!("{first} and {more} more"),
    }
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

fn end_of(cell: &str, width: usize) -> String {
    if columns(cell) <= width {
        cell.to_owned()
    } else {
        format!("…{}", end_within(cell, width.saturating_sub(1)))
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
