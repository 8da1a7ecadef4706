//! A timeline as a chart.

use super::words::title;
use crate::claim::Reading;
use crate::dossier::timeline::{Timeline, source};
use crate::quantity::in_words_with_bound;
use crate::report::chart::{self, Look, Mark, Plot};
use crate::report::text::counted;

/// Draws a timeline; `None` where it has no figure. `id` begins the ids of the chart: of a page with several, another
/// one for each. Claims go by the index of their document and their id: `0:c3`.
pub fn svg(readings: &[Reading], timeline: &Timeline, id: &str, look: Look) -> Option<String> {
    let rows = timeline.rows.iter();
    let marks: Vec<Mark<'_>> = rows
        .map(|row| {
            let claim = row.member.of(readings);
            Mark {
                claim: format!("{}:{}", row.member.reading, claim.id()),
                source: source(readings, row.member).to_owned(),
                figure: if claim.is_derived() {
                    in_words_with_bound(&claim.quantity)
                } else {
                    claim.text.clone()
                },
                day: row.day,
                quantity: &claim.quantity,
            }
        })
        .collect();
    let (first, last) = (marks.first()?, marks.last()?);
    let unit = first.quantity.unit.as_ref();
    let unit = unit.map_or_else(String::new, |unit| format!(", {}", unit.plural));
    let day = |mark: &Mark<'_>| mark.day.strftime("%-d %B %Y").to_string();
    let when = if first.day == last.day {
        format!("of {}", day(first))
    } else {
        format!(
            "from {} ({}) to {} ({})",
            day(first),
            first.figure,
            day(last),
            last.figure
        )
    };
    let desc = format!(
        "{} {when}. Every mark is a figure at its day; its line spans what a reader takes the words for.",
        counted(marks.len(), "figure")
    );
    chart::timeline(&Plot {
        id,
        title: &title(readings, timeline),
        desc: &desc,
        axis: &format!("{}{unit}", timeline.label),
        marks: &marks,
        look,
    })
}
