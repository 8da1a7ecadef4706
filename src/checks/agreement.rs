//! `agreement`: figures for one thing, in one article or in several, agree.
//!
//! Figures are clustered by value into sides, not compared in pairs, so that one disagreement is one finding.

use std::collections::BTreeSet;

use super::describe::finding_of_sides;
use super::verdict::{Judgement, judge};
use super::{Checked, Reconcile, Task};
use crate::claim::{AsOf, Reading};
use crate::finding::Finding;
use crate::quantity::{Agreement, Decimal, compare, written_difference};
use crate::series::{
    Apart, Licence, Member, Selection, Series, Side, apart, is_copy_of_value, is_title, is_total,
    licence, series, sides, text_makes_up,
};

/// Settings of the check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The gap between conventional readings that is let pass, as a part of the larger figure (0.02 for 2%).
    pub tolerance: Decimal,
    /// Figures of two measures are taken for one another only when the smaller is at least this part of the larger:
    /// those displaced within a country are always fewer than its people.
    pub alike_from: Decimal,
    /// The arithmetic that may reconcile the figures.
    pub reconcile: Vec<Reconcile>,
}

pub(super) fn run(task: Task<'_>, settings: &Settings, readings: &[Reading]) -> Checked {
    let mut out = Checked::default();
    for series in series(readings, task.selection) {
        for window in windows(task, readings, &series) {
            across_documents(task, settings, readings, &series, &window, &mut out);
            for document in window.chunk_by(|a, b| a.reading == b.reading) {
                inside_document(task, settings, readings, &series, document, &mut out);
            }
        }
    }
    out
}

/// What two claims say of each other, or why they are not held against each other. `held` is what [`run`] held.
pub(super) fn pair(
    selection: &Selection,
    settings: &Settings,
    readings: &[Reading],
    held: &[Vec<Member>],
    [a, b]: [Member; 2],
) -> Result<Judgement, Apart> {
    if let Some(apart) = apart(readings, selection, a, b) {
        return Err(apart);
    }
    let licence = licence(readings, a, b).map_err(Apart::Unlicensed)?;
    let (title, text) = if is_title(a.of(readings)) {
        (a, b)
    } else {
        (b, a)
    };
    let agrees = || {
        let (x, y) = (&a.of(readings).quantity, &b.of(readings).quantity);
        compare(x, y, settings.tolerance) <= Agreement::Loose
    };
    match licence {
        Licence::Headline if text_makes_up(readings, title, text) => return Err(Apart::MadeUp),
        Licence::Documents if !may_be_taken_for(settings, readings, a, b) => {
            return Err(Apart::Unlike);
        }
        Licence::Documents if is_copy_of_value(readings, a, b) && !agrees() => {
            return Err(Apart::KnowsBoth(a));
        }
        Licence::Documents if is_copy_of_value(readings, b, a) && !agrees() => {
            return Err(Apart::KnowsBoth(b));
        }
        _ => {}
    }
    let together = |group: &Vec<Member>| group.contains(&a) && group.contains(&b);
    if !held.iter().any(together) {
        let is_held = |m: Member| held.iter().any(|group| group.contains(&m));
        return Err(Apart::Represented(if is_held(b) { a } else { b }));
    }
    Ok(judge(readings, licence, a, b, settings.tolerance))
}

/// Runs of members whose days follow each other within the rule's window; members without a day are in the first.
fn windows(task: Task<'_>, readings: &[Reading], series: &Series) -> Vec<Vec<Member>> {
    let Some(within) = task.selection.within_days else {
        return vec![series.members.clone()];
    };
    let day = |m: &Member| {
        m.of(readings)
            .as_of
            .as_ref()
            .and_then(|a| AsOf::day(&a.value))
    };
    let mut dated = series.members.clone();
    dated.sort_by_key(|m| (day(m), *m));
    let near = |a: &Member, b: &Member| match (day(a), day(b)) {
        (Some(a), Some(b)) => a.until(b).is_ok_and(|span| span.get_days() <= within),
        _ => true,
    };
    let runs = dated.chunk_by(near).map(|run| {
        let mut run = run.to_vec();
        run.sort();
        run
    });
    runs.collect()
}

fn across_documents(
    task: Task<'_>,
    settings: &Settings,
    readings: &[Reading],
    series: &Series,
    window: &[Member],
    out: &mut Checked,
) {
    let totals: Vec<Member> = window
        .iter()
        .copied()
        .filter(|m| is_total(readings, *m))
        .collect();
    let documents: BTreeSet<usize> = totals.iter().map(|m| m.reading).collect();
    if documents.len() < 2 {
        return;
    }
    out.hold(totals.iter().copied());
    let (mut sides, context) = clusters(settings, readings, &totals);
    let Some(first) = sides.first().map(Side::first) else {
        return;
    };
    // A document that states both values knows of both: a part and its whole, or a restatement.
    sides.retain(|side| {
        side.first() == first
            || (may_be_taken_for(settings, readings, first, side.first())
                && licence(readings, first, side.first()) == Ok(Licence::Documents)
                && !side.members.iter().any(|m| m.reading == first.reading)
                && !is_copy_of_value(readings, first, side.first())
                && !side
                    .members
                    .chunk_by(|a, b| a.reading == b.reading)
                    .any(|document| is_copy_of_value(readings, document[0], first)))
    });
    if sides.len() > 1 {
        out.findings.push(finding(
            task,
            settings,
            readings,
            series,
            Licence::Documents,
            &sides,
            &context,
        ));
    }
}

/// See [`Settings::alike_from`].
fn may_be_taken_for(settings: &Settings, readings: &[Reading], a: Member, b: Member) -> bool {
    let (x, y) = (a.of(readings), b.of(readings));
    let same = x.measure.as_ref().map(|m| &m.value) == y.measure.as_ref().map(|m| &m.value);
    let least = Decimal::ONE - settings.alike_from;
    same || written_difference(&x.quantity, &y.quantity) <= least
}

/// The sides of a set of figures: those that differ, else those that differ loosely, which is a note.
fn clusters(
    settings: &Settings,
    readings: &[Reading],
    members: &[Member],
) -> (Vec<Side>, Vec<Member>) {
    let clear = sides(readings, members, settings.tolerance);
    if clear.0.len() > 1 {
        clear
    } else {
        sides(readings, members, Decimal::ZERO)
    }
}

fn inside_document(
    task: Task<'_>,
    settings: &Settings,
    readings: &[Reading],
    series: &Series,
    document: &[Member],
    out: &mut Checked,
) {
    // One total above the text against one in it.
    let above = document.iter().find(|m| is_title(m.of(readings)));
    let below = document
        .iter()
        .find(|m| !is_title(m.of(readings)) && is_total(readings, **m));
    let pair = above.zip(below).map(|(a, b)| [*a, *b]);
    let licensed = |[a, b]: &[Member; 2]| licence(readings, *a, *b) == Ok(Licence::Headline);
    let titled = pair
        .filter(licensed)
        .filter(|[a, b]| !text_makes_up(readings, *a, *b));
    // And the first figure of each originator.
    let mut originators = BTreeSet::new();
    let mut is_first = |m: &&Member| {
        m.of(readings)
            .originator()
            .is_some_and(|o| originators.insert(o))
    };
    let cited: Vec<Member> = document.iter().filter(|m| is_first(m)).copied().collect();
    let groups = [
        (Licence::Headline, titled.map_or_else(Vec::new, Vec::from)),
        (Licence::Originators, cited),
    ];
    for (licence, members) in groups {
        if members.len() < 2 {
            continue;
        }
        out.hold(members.iter().copied());
        let (sides, context) = clusters(settings, readings, &members);
        if sides.len() > 1 {
            out.findings.push(finding(
                task, settings, readings, series, licence, &sides, &context,
            ));
        }
    }
}

fn finding(
    task: Task<'_>,
    settings: &Settings,
    readings: &[Reading],
    series: &Series,
    licence: Licence,
    sides: &[Side],
    context: &[Member],
) -> Finding {
    let judgement = judge(
        readings,
        licence,
        sides[0].first(),
        sides[1].first(),
        settings.tolerance,
    );
    let fit = settings
        .reconcile
        .iter()
        .find_map(|r| r.apply(readings, series, sides));
    let mut finding = finding_of_sides(task, readings, sides, context, &judgement);
    if let Some(fit) = fit {
        finding.cause = fit.cause.unwrap_or(finding.cause);
        finding.why = fit.why.unwrap_or(finding.why);
        finding.would_fit = Some(fit.words);
        finding.locations.extend(fit.locations);
    }
    finding
}
