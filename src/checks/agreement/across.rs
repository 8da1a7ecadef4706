//! The totals of several documents against each other.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::{Scene, is_loud, may_be_taken_for};
use crate::checks::verdict::Judgement;
use crate::checks::{Checked, Task};
use crate::claim::Reading;
use crate::finding::{Cause, Severity, Verdict};
use crate::series::{Licence, Member, Side, Veto, is_by_event, is_total, licence, veto};

/// So many sides are held against each other: more values than that are no disagreement that a reader can follow.
const MOST_SIDES: usize = 12;

/// So many documents speak for a side.
const SPEAKERS: usize = 3;

pub(super) fn compare(scene: Scene<'_>, window: &[Member], out: &mut Checked) {
    let readings = scene.readings;
    let totals: Vec<Member> = window
        .iter()
        .copied()
        .filter(|m| is_total(readings, scene.task.stories, *m))
        .collect();
    let documents: BTreeSet<usize> = totals.iter().map(|m| m.reading).collect();
    if documents.len() < 2 {
        return;
    }
    out.hold(totals.iter().copied());
    let (mut sides, context) = scene.clusters(&totals);
    // In an order that does not hang on that of the documents: the most voices first, then by value.
    let voices = |side: &Side| {
        // Copies of one text are one voice.
        let texts = side.members.iter();
        let texts = texts.map(|m| scene.task.stories.original(m.reading));
        texts.collect::<BTreeSet<usize>>().len()
    };
    sides.sort_by_cached_key(|side| {
        let quantity = &side.first().of(readings).quantity;
        (Reverse(voices(side)), quantity.low, quantity.high)
    });
    let leads = leads(scene, &totals);
    let mut table = Table::of(scene, &sides, &leads);
    if scene.settings.vetoes.contains(&Veto::Sum) {
        table.leave_out_sums(scene, &sides);
    }
    let mut told = BTreeSet::new();
    for loud in [true, false] {
        let fits = |j: &Judgement| is_loud(j) == loud && (loud || is_news(j, sides.len()));
        let Some(chosen) = table.choose(&fits, &told) else {
            continue;
        };
        let of = |chosen: &[usize]| {
            let mut told: Vec<Side> = chosen.iter().map(|i| sides[*i].clone()).collect();
            told.sort_by_key(Side::first);
            told
        };
        let Some(judgement) = table.worst(&chosen, fits) else {
            continue;
        };
        let judgement = of_two_sources(readings, &of(&chosen), judgement);
        let rest = (0..sides.len()).filter(|i| !chosen.contains(i));
        let mut others: Vec<Member> = rest.flat_map(|i| sides[i].members.clone()).collect();
        others.extend(context.iter().copied());
        others.sort();
        out.findings
            .push(scene.finding(&of(&chosen), &others, &judgement));
        for (n, i) in chosen.iter().enumerate() {
            told.extend(chosen[n + 1..].iter().map(|j| (*i.min(j), *i.max(j))));
        }
    }
}

/// The figures that may stand for their document: of those of an event, its first one, those of the same value, and
/// higher ones of a source that is named and is not that of the first. The others are parts of it, or what happened
/// elsewhere.
fn leads(scene: Scene<'_>, totals: &[Member]) -> BTreeSet<Member> {
    let readings = scene.readings;
    let mut out = BTreeSet::new();
    for document in totals.chunk_by(|a, b| a.reading == b.reading) {
        let first = document[0].of(readings);
        let stands = |m: &&Member| {
            let claim = m.of(readings);
            let equal = claim.quantity.low == first.quantity.low;
            let cited = claim.originator().is_some() && claim.originator() != first.originator();
            let higher = claim.quantity.low > first.quantity.low;
            let by_event = is_by_event(claim, scene.task.selection);
            equal || (cited && higher) || !by_event
        };
        out.extend(document.iter().filter(stands));
    }
    out
}

/// Where nothing else explains a difference, and each of two sides names its source somewhere, that does.
fn of_two_sources(readings: &[Reading], sides: &[Side], judgement: Judgement) -> Judgement {
    let named = |side: &Side| {
        let mut members = side.members.iter().map(|m| m.of(readings));
        members.find_map(|claim| claim.attribution.first())
    };
    let [Some(one), Some(other)] = [0, 1].map(|i| sides.get(i).and_then(named)) else {
        return judgement;
    };
    if judgement.cause != Cause::Unknown || one.originator == other.originator {
        return judgement;
    }
    Judgement {
        cause: Cause::Source,
        why: format!(
            "the counts come from two sources: {}; {}",
            one.name, other.name
        ),
        ..judgement
    }
}

/// Whether a note is worth a line: an update, or the only thing to say.
fn is_news(judgement: &Judgement, sides: usize) -> bool {
    judgement.cause == Cause::Time || sides == 2
}

/// What the sides say of each other.
struct Table {
    /// By the smaller and the larger side.
    judged: Vec<Vec<Option<Judgement>>>,
}

impl Table {
    fn of(scene: Scene<'_>, sides: &[Side], leads: &BTreeSet<Member>) -> Self {
        let sides = sides.iter().take(MOST_SIDES);
        let speakers: Vec<Vec<Member>> = sides
            .map(|side| speakers(scene.readings, leads, side))
            .collect();
        let count = speakers.len();
        let judged = (0..count).map(|i| {
            let row = (0..count).map(|j| {
                (i < j)
                    .then(|| between(scene, &speakers[i], &speakers[j]))
                    .flatten()
            });
            row.collect()
        });
        Self {
            judged: judged.collect(),
        }
    }

    /// Of three sides of which two add up to the third, none differs from another: "18" is the 11 of the morning and the 7 of
    /// the evening.
    fn leave_out_sums(&mut self, scene: Scene<'_>, sides: &[Side]) {
        let count = self.judged.len();
        let low = |i: usize| sides[i].first().of(scene.readings).quantity.low;
        for i in 0..count {
            for j in i + 1..count {
                let whole = (0..count).find(|k| *k != i && *k != j && low(i) + low(j) == low(*k));
                for (a, b) in whole.into_iter().flat_map(|k| [(i, j), (i, k), (j, k)]) {
                    self.judged[a.min(b)][a.max(b)] = None;
                }
            }
        }
    }

    fn get(&self, i: usize, j: usize) -> Option<&Judgement> {
        self.judged.get(i.min(j))?.get(i.max(j))?.as_ref()
    }

    /// The sides to be told together: the first two, with the most voices, of those that differ so, and each further one that
    /// differs so from one of them and may be compared with all. What was told before is not told again.
    fn choose(
        &self,
        fits: &impl Fn(&Judgement) -> bool,
        told: &BTreeSet<(usize, usize)>,
    ) -> Option<Vec<usize>> {
        let count = self.judged.len();
        let pairs = (0..count).flat_map(|i| (i + 1..count).map(move |j| (i, j)));
        let differs = |i: usize, j: usize| {
            let new = !told.contains(&(i.min(j), i.max(j)));
            new && self.get(i, j).is_some_and(fits)
        };
        // Sides stand in the order of their voices.
        let (a, b) = { pairs }.find(|(i, j)| differs(*i, *j))?;
        let mut chosen = vec![a, b];
        for side in (0..count).filter(|i| *i != a && *i != b) {
            let comparable = chosen.iter().all(|c| {
                let new = !told.contains(&(side.min(*c), side.max(*c)));
                new && self.get(*c, side).is_some()
            });
            if comparable && chosen.iter().any(|c| differs(*c, side)) {
                chosen.push(side);
            }
        }
        chosen.sort_unstable();
        Some(chosen)
    }

    /// The gravest of what some sides say of each other that fits, the first of these.
    fn worst(&self, chosen: &[usize], fits: impl Fn(&Judgement) -> bool) -> Option<Judgement> {
        let pairs = chosen
            .iter()
            .enumerate()
            .flat_map(|(n, i)| chosen[n + 1..].iter().map(move |j| (*i, *j)));
        let judged = pairs
            .filter_map(|(i, j)| self.get(i, j))
            .filter(|judged| fits(judged));
        let grave = |j: &Judgement| (j.severity, j.verdict == Verdict::Contradiction);
        let worst = judged.clone().map(grave).max()?;
        { judged }.find(|j| grave(j) == worst).cloned()
    }
}

/// The figures that speak for a side: those of a few of its documents, the same whatever the order of these.
fn speakers(readings: &[Reading], leads: &BTreeSet<Member>, side: &Side) -> Vec<Member> {
    let documents = side.members.chunk_by(|a, b| a.reading == b.reading);
    let lead = |document: &[Member]| document.iter().find(|m| leads.contains(m)).copied();
    let mut leads: Vec<Member> = documents.filter_map(lead).collect();
    leads.sort_by_key(|m| {
        let document = &readings[m.reading].document;
        (document.published, &document.source, &document.id)
    });
    leads.truncate(SPEAKERS);
    leads
}

/// What two sides say of each other, by those who speak for them: the gravest; nothing where all of it is explained.
fn between(scene: Scene<'_>, x: &[Member], y: &[Member]) -> Option<Judgement> {
    let readings = scene.readings;
    let mut worst: Option<Judgement> = None;
    for &a in x {
        for &b in y {
            let allowed = a.reading != b.reading
                && scene.is_of_one_size(a, b)
                && may_be_taken_for(scene.settings, readings, a, b)
                && licence(readings, scene.task.stories, scene.task.selection, a, b)
                    == Ok(Licence::Documents)
                && veto(readings, scene.task.stories, &scene.settings.vetoes, a, b).is_none();
            if !allowed {
                continue;
            }
            let judgement = scene.judge(Licence::Documents, a, b);
            let judgement = with_care(scene.task, readings, a, b, judgement);
            if worst
                .as_ref()
                .is_none_or(|known| judgement.severity > known.severity)
            {
                worst = Some(judgement);
            }
        }
    }
    worst
}

/// Where little speaks for one event, a difference is no more than a note.
pub(super) fn with_care(
    task: Task<'_>,
    readings: &[Reading],
    a: Member,
    b: Member,
    judgement: Judgement,
) -> Judgement {
    let (x, y) = ((a.reading, a.claim), (b.reading, b.claim));
    let evidence = is_by_event(a.of(readings), task.selection)
        .then(|| task.stories.evidence(readings, x, y))
        .flatten();
    let sure = evidence.is_none_or(|e| e.points >= task.stories.sure());
    Judgement {
        severity: if sure {
            judgement.severity
        } else {
            judgement.severity.min(Severity::Note)
        },
        ..judgement
    }
}
