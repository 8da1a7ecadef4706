//! A finding over a series in time: its figures in the order of their days, and what breaks the order.

use super::Task;
use super::describe::{carried, location, of_two, short_date};
use super::reconcile::Fit;
use super::verdict::ceiling;
use crate::claim::{Reading, confidence};
use crate::finding::{Cause, Finding, Location, Severity, Verdict};
use crate::series::{self, Member, Point, Series};

/// Figures of a series that do not fit together.
pub struct OverTime<'a> {
    /// Figures on one side are told together, those on different sides differ; each in the order of days.
    pub sides: Vec<Vec<Member>>,
    /// The other figures of the series.
    pub context: Vec<Member>,
    /// The figures that the finding rests on, of which the first two are `a` and `b` of the message.
    pub rests_on: &'a [Member],
    /// The values of the placeholders that are the check's own.
    pub words: &'a [(&'static str, String)],
    /// The most that it may be, whatever the rule allows.
    pub severity: Severity,
    /// What the figures say of each other.
    pub verdict: Verdict,
    /// The likely cause.
    pub cause: Cause,
    /// That cause in a sentence.
    pub why: String,
    /// The arithmetic, where it is more than a comparison.
    pub arithmetic: Option<String>,
    /// What would fit.
    pub fit: Option<Fit>,
}

/// The finding; a note at most where a figure that it rests on was guessed or quoted.
pub fn finding(task: Task<'_>, readings: &[Reading], found: OverTime<'_>) -> Finding {
    let on_sides = found.sides.iter().enumerate().flat_map(|(side, members)| {
        members
            .iter()
            .map(move |m| location(task, readings, *m, Some(side)))
    });
    let context = found.context.iter();
    let locations: Vec<Location> = on_sides
        .chain(context.map(|m| location(task, readings, *m, None)))
        .collect();
    let rests_on = || found.rests_on.iter().map(|m| m.of(readings));
    let severity = rests_on().map(ceiling).fold(found.severity, Severity::min);
    let filled = |name: &str| {
        let own = found.words.iter().find(|(known, _)| *known == name);
        match (own, found.rests_on) {
            (Some((_, value)), _) => value.clone(),
            (None, [a, b, ..]) => of_two(name, readings, *a, *b),
            (None, _) => String::new(),
        }
    };
    let fit = found.fit;
    Finding {
        rule: task.rule.to_owned(),
        severity: severity.min(task.ceiling.of(found.verdict)),
        verdict: found.verdict,
        cause: fit.as_ref().and_then(|f| f.cause).unwrap_or(found.cause),
        confidence: confidence(rests_on().map(|claim| claim.guesses()).sum()),
        message: task.message.fill(filled),
        why: found.why,
        arithmetic: found.arithmetic,
        carried: carried(task, readings, &locations),
        would_fit: fit.map(|fit| fit.words),
        indivisible: false,
        locations,
    }
}

/// "24 (A, 6 Aug 2013)"
pub fn told(readings: &[Reading], member: Member) -> String {
    let document = &readings[member.reading].document;
    let when = document
        .published
        .map_or_else(String::new, |day| format!(", {}", short_date(day)));
    format!("{} ({}{when})", member.of(readings).text, document.source)
}

/// The totals of a series in the order of their days.
pub fn timeline(task: Task<'_>, readings: &[Reading], series: &Series) -> Vec<Point> {
    series::timeline(readings, task.stories, series)
}

/// Whether two totals of different documents tell of one thing. See [`series::comparable`].
pub fn comparable(task: Task<'_>, readings: &[Reading], a: Member, b: Member) -> bool {
    series::comparable(readings, task.stories, task.selection, a, b)
}
