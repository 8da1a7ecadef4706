//! `agreement`: figures for one thing, in one article or in several, agree.
//!
//! Figures are clustered by value into sides, not compared in pairs, so that one disagreement is one finding.

mod across;
mod inside;

use super::describe::finding_of_sides;
use super::verdict::{Judgement, judge};
use super::{Checked, Reconcile, Task};
use crate::claim::{AsOf, Reading};
use crate::finding::{Finding, Severity};
use crate::quantity::{Agreement, Decimal, compare, written_difference};
use crate::series::{
    Apart, Licence, Member, Series, Side, Veto, apart, is_title, licence, series, sides,
    text_makes_up, veto,
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
    /// Whether a headline is held against its text as well, and one source of a text against another.
    pub inside: bool,
    /// What may explain a difference between documents, so that it is not told.
    pub vetoes: Vec<Veto>,
}

/// One series with the rule that looks at it.
#[derive(Clone, Copy)]
struct Scene<'a> {
    task: Task<'a>,
    settings: &'a Settings,
    readings: &'a [Reading],
    series: &'a Series,
}

pub(super) fn run(task: Task<'_>, settings: &Settings, readings: &[Reading]) -> Checked {
    let mut out = Checked::default();
    for series in series(readings, task.stories, task.selection) {
        let scene = Scene {
            task,
            settings,
            readings,
            series: &series,
        };
        for window in windows(task, readings, &series) {
            across::compare(scene, &window, &mut out);
            let documents = if settings.inside { &window[..] } else { &[] };
            for document in documents.chunk_by(|a, b| a.reading == b.reading) {
                inside::compare(scene, document, &mut out);
            }
        }
    }
    out
}

/// What two claims say of each other, or why they are not held against each other. `held` is what [`run`] held.
pub(super) fn pair(
    task: Task<'_>,
    settings: &Settings,
    readings: &[Reading],
    held: &[Vec<Member>],
    [a, b]: [Member; 2],
) -> Result<Judgement, Apart> {
    if let Some(apart) = apart(readings, task.stories, task.selection, a, b) {
        return Err(apart);
    }
    let licence =
        licence(readings, task.stories, task.selection, a, b).map_err(Apart::Unlicensed)?;
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
        Licence::Documents if !agrees() => {
            if let Some(vetoed) = veto(readings, task.stories, &settings.vetoes, a, b) {
                return Err(Apart::Vetoed(vetoed));
            }
        }
        _ => {}
    }
    let together = |group: &Vec<Member>| group.contains(&a) && group.contains(&b);
    if !held.iter().any(together) {
        let is_held = |m: Member| held.iter().any(|group| group.contains(&m));
        return Err(Apart::Represented(if is_held(b) { a } else { b }));
    }
    let judgement = judge(readings, licence, a, b, settings.tolerance);
    Ok(match licence {
        Licence::Documents => across::with_care(task, readings, a, b, judgement),
        _ => judgement,
    })
}

/// The dead of a war are counted anew every week: so many days apart, two counts are not of one time.
const CAMPAIGN_DAYS: i32 = 7;

/// Counts of one war of which one is so many times the other count different things: its civilians, one front.
const CAMPAIGN_TIMES: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

/// Runs of members whose days follow each other within the rule's window; members without a day are in the first.
fn windows(task: Task<'_>, readings: &[Reading], series: &Series) -> Vec<Vec<Member>> {
    let campaign = series.is_campaign.then_some(CAMPAIGN_DAYS);
    let Some(within) = task.selection.within_days.or(campaign) else {
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

/// See [`Settings::alike_from`].
fn may_be_taken_for(settings: &Settings, readings: &[Reading], a: Member, b: Member) -> bool {
    let (x, y) = (a.of(readings), b.of(readings));
    let same = x.measure.as_ref().map(|m| &m.value) == y.measure.as_ref().map(|m| &m.value);
    let least = Decimal::ONE - settings.alike_from;
    same || written_difference(&x.quantity, &y.quantity) <= least
}

impl Scene<'_> {
    /// Whether two counts are of about one size, where that is asked.
    fn is_of_one_size(self, a: Member, b: Member) -> bool {
        let (x, y) = (
            a.of(self.readings).quantity.low,
            b.of(self.readings).quantity.low,
        );
        !self.series.is_campaign || x.max(y) <= x.min(y).saturating_mul(CAMPAIGN_TIMES)
    }

    /// The sides of a set of figures: those that differ, else those that differ loosely, which is a note.
    fn clusters(self, members: &[Member]) -> (Vec<Side>, Vec<Member>) {
        let clear = sides(self.readings, members, self.settings.tolerance);
        if clear.0.len() > 1 {
            clear
        } else {
            sides(self.readings, members, Decimal::ZERO)
        }
    }

    /// The finding of some sides, whose first two were judged.
    fn finding(self, sides: &[Side], context: &[Member], judgement: &Judgement) -> Finding {
        let fit = self
            .settings
            .reconcile
            .iter()
            .find_map(|r| r.apply(self.readings, self.series, sides));
        let mut finding = finding_of_sides(self.task, self.readings, sides, context, judgement);
        if let Some(fit) = fit {
            finding.cause = fit.cause.unwrap_or(finding.cause);
            finding.why = fit.why.unwrap_or(finding.why);
            finding.would_fit = Some(fit.words);
            finding.locations.extend(fit.locations);
        }
        finding
    }

    fn judge(self, licence: Licence, a: Member, b: Member) -> Judgement {
        judge(self.readings, licence, a, b, self.settings.tolerance)
    }
}

/// Whether a judgement is more than a note.
fn is_loud(judgement: &Judgement) -> bool {
    judgement.severity > Severity::Note
}
