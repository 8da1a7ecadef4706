//! Figures of one thing over time: a chart, and the table of what it shows.

use serde::Serialize;

use super::articles::figure_id;
use super::template::safe;
use crate::checks::short_date;
use crate::dossier::Dossier;
use crate::dossier::timeline::{Row, Timeline, source};
use crate::report::chart::Look;
use crate::report::known_by::name;
use crate::report::timeline::{change, left, svg, title};
use crate::report::visible::visible;

/// A timeline as a template sees it.
#[derive(Debug, Serialize)]
pub struct OverTime {
    /// Its anchor.
    id: String,
    /// "Gaza Strip: killed, in the war"
    title: String,
    /// SVG.
    #[serde(serialize_with = "safe")]
    chart: Option<String>,
    rows: Vec<Point>,
    /// Whether a figure of a source can be held against an earlier one of it.
    has_changes: bool,
    /// Figures of the same that are not drawn, by the reason: "a part of 40", 2.
    aside: Vec<Aside>,
}

#[derive(Debug, Serialize)]
struct Point {
    date: String,
    figure: String,
    /// The anchor of the figure in the checklist, where it is there.
    figure_id: Option<String>,
    /// Who says so: whoever it goes back to, or the publisher.
    source: String,
    /// The article.
    article: String,
    published_by: String,
    /// How many figures of that day say the same.
    again: usize,
    /// "+1,000 in 47 days"
    change: String,
}

#[derive(Debug, Serialize)]
struct Aside {
    why: String,
    figures: usize,
}

/// The timelines of a dossier.
pub fn timelines(dossier: &Dossier<'_>) -> Vec<OverTime> {
    let numbered = dossier.timelines.iter().enumerate();
    numbered
        .map(|(i, timeline)| over_time(i, timeline, dossier))
        .collect()
}

fn over_time(index: usize, timeline: &Timeline, dossier: &Dossier<'_>) -> OverTime {
    let readings = dossier.case.readings;
    let id = format!("t{}", index + 1);
    let mut aside: Vec<Aside> = Vec::new();
    for (member, reason) in &timeline.aside {
        let why = visible(&left(readings, *member, *reason));
        match aside.iter_mut().find(|known| known.why == why) {
            Some(known) => known.figures += 1,
            None => aside.push(Aside { why, figures: 1 }),
        }
    }
    let point = |row: &Row| {
        let claim = row.member.of(readings);
        let document = &readings[row.member.reading].document;
        Point {
            date: short_date(row.day),
            figure: visible(&claim.text),
            figure_id: dossier.case.asked[row.member.reading]
                .then(|| figure_id(row.member.reading, row.member.claim)),
            source: visible(source(readings, row.member)),
            article: name(document),
            published_by: visible(&document.source),
            again: row.again.len(),
            change: change(row),
        }
    };
    OverTime {
        chart: svg(readings, timeline, &id, Look::InPage),
        title: visible(&title(readings, timeline)),
        has_changes: timeline.rows.iter().any(|row| row.change.is_some()),
        rows: timeline.rows.iter().map(point).collect(),
        aside,
        id,
    }
}
