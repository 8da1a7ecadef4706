//! What is said of a timeline and its figures.

use crate::claim::{Reading, Scope};
use crate::dossier::timeline::{About, Left, Row, Timeline};
use crate::quantity::{Decimal, in_words};
use crate::report::explain::{aside, event, whereabouts};
use crate::report::reasons::address;
use crate::report::text::counted;
use crate::series::{Member, SetAside};

/// What counts victims for years; its articles seldom say which of the two it is.
const CAMPAIGN: &str = "a war or campaign";

/// "Gaza Strip: killed, in a war or campaign"
pub fn title(readings: &[Reading], timeline: &Timeline) -> String {
    let place = timeline.place.as_deref().unwrap_or("No place known");
    // A noun that names people names them twice.
    let people = timeline
        .population
        .as_ref()
        .filter(|people| **people != timeline.label);
    let people = people.map_or_else(String::new, |people| format!(" ({people})"));
    let first = timeline.rows.first().map(|row| row.member);
    let about = match (timeline.about, first) {
        (About::Standing, _) | (_, None) => String::new(),
        (About::Single, _) if timeline.rows.len() == 1 => String::new(),
        (About::Single, _) => ", single reports".to_owned(),
        (About::Campaign, Some(_)) => format!(", in {CAMPAIGN}"),
        (About::Event, Some(_)) => {
            let mut members = timeline.rows.iter().flat_map(Row::members);
            let dated = members.find(|m| event(readings, *m).is_some_and(|e| e.day.is_some()));
            let day = dated.and_then(|m| event(readings, m)?.day);
            match day {
                Some(day) => format!(", {}", day.value.strftime("%-d %B %Y")),
                None => {
                    let first = timeline.rows.first().map(|row| row.day);
                    let first =
                        first.map(|day| day.strftime(", first told on %-d %B %Y").to_string());
                    first.unwrap_or_default()
                }
            }
        }
    };
    format!("{place}: {}{people}{about}", timeline.label)
}

/// What a report that stands alone tells of: "Homs, 3 May 2024".
pub(super) fn told_of(readings: &[Reading], row: &Row) -> String {
    match event(readings, row.member) {
        Some(event) if event.scope == Scope::Campaign => CAMPAIGN.to_owned(),
        Some(_) => whereabouts(readings, row.member),
        None => String::new(),
    }
}

/// "+1,000 in 47 days", "about −200 in 1 day"; empty where a figure has nothing to be compared with.
pub fn change(row: &Row) -> String {
    let Some(change) = row.change else {
        return String::new();
    };
    let days = usize::try_from(change.days).unwrap_or_default();
    let time = format!("in {}", counted(days, "day"));
    let about = if change.is_exact { "" } else { "about " };
    match change.by {
        by if by.is_zero() => format!("{about}the same {time}"),
        by if by > Decimal::ZERO => format!("{about}+{} {time}", in_words(by)),
        by => format!("{about}{} {time}", in_words(by)),
    }
}

/// Why a figure is not among those of its timeline.
pub fn left(readings: &[Reading], member: Member, reason: Left) -> String {
    match reason {
        Left::Aside(reason) => aside(readings, member, reason),
        // It is said in the same words, whatever it was set aside for.
        Left::Increment => "what came within a time".to_owned(),
        Left::Undated => "its document tells no day".to_owned(),
        Left::NotUpFront => {
            "stands neither in the headline nor in the first sentences of its article".to_owned()
        }
    }
}

/// Whether a figure that is left out is worth a line of its own: not where its sentence was printed before.
pub(super) fn is_news(reason: Left) -> bool {
    !matches!(reason, Left::Aside(SetAside::Repeat))
}

/// "a.txt:3:5"
pub(super) fn place(readings: &[Reading], member: Member) -> String {
    let document = &readings[member.reading].document;
    address(document, member.of(readings).span.clone())
}
