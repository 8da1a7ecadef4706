//! What a fact-check report is made of: everything that is computed for it out of readings and findings, before any of
//! it is laid out.

mod checklist;
pub mod timeline;
mod voices;
mod weight;

use std::cmp::Reverse;
use std::ops::Range;

use rustc_hash::FxHashMap;

pub use checklist::{Entry, Lack};
pub use voices::common_source;
pub use weight::gap;

use crate::claim::{Operand, Reading};
use crate::finding::{Finding, Outcome, Severity, Verdict};
use crate::matching::Stories;
use crate::problem::Problem;
use crate::rules::{Fate, Rule, RuleSet, fates};
use crate::series::Member;
use timeline::{About, Filter, Row, Timeline, timelines};

/// Fewer figures make no timeline of a report.
const LEAST_ROWS: usize = 3;

/// Articles that are compared with each other, and by which rules.
#[derive(Debug, Clone)]
pub struct Group {
    /// Their readings.
    pub readings: Range<usize>,
    /// The rules that ran on them.
    pub rules: RuleSet,
    /// Whether each of them was checked by itself only.
    pub per_document: bool,
}

/// What a report is about.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// What was read.
    pub readings: &'a [Reading],
    /// Which of them are asked about; what the others say is only held against those.
    pub asked: &'a [bool],
    /// What was found.
    pub outcome: &'a Outcome,
    /// The rules that ran, each once.
    pub rules: &'a [Rule],
    /// The articles by how they were compared.
    pub groups: &'a [Group],
    /// What could not be read of the articles.
    pub unread: &'a [Problem],
}

/// All that a fact-check report tells.
#[derive(Debug)]
pub struct Dossier<'a> {
    /// What it is about.
    pub case: Case<'a>,
    /// The findings in the order in which a reader should see them: by severity and verdict, then by how far the figures
    /// lie apart.
    pub findings: Vec<&'a Finding>,
    /// What there is to check in each reading, in document order; nothing in those that are not asked about.
    pub checklist: Vec<Vec<Entry>>,
    /// How many figures of the checklist met with which fate, the most frequent first.
    pub fates: Vec<(Fate, usize)>,
    /// The figures of one thing over time, where there are three or more.
    pub timelines: Vec<Timeline>,
}

impl<'a> Dossier<'a> {
    /// Computes it.
    pub fn of(case: Case<'a>) -> Self {
        let Case {
            readings, outcome, ..
        } = case;
        let mut findings: Vec<&Finding> = outcome.findings.iter().collect();
        findings.sort_by_cached_key(|finding| {
            let rank = |verdict| {
                let gravest_first = Verdict::ALL;
                gravest_first.iter().position(|other| *other == verdict)
            };
            (
                Reverse(finding.severity),
                rank(finding.verdict),
                Reverse(gap(finding, readings)),
            )
        });
        let Computed { fates, timelines } = Computed::of(case);
        let told = told(&findings);
        let checklist = checklist::of(case, &fates, &told);
        Self {
            case,
            findings,
            fates: counted(&checklist),
            checklist,
            timelines,
        }
    }

    /// The findings that say that figures differ: all but notes.
    pub fn disagreements(&self) -> &[&'a Finding] {
        let notes = self
            .findings
            .partition_point(|finding| finding.severity > Severity::Note);
        &self.findings[..notes]
    }

    /// What is good to know: updates, what two named sources say, roundings.
    pub fn notes(&self) -> &[&'a Finding] {
        &self.findings[self.disagreements().len()..]
    }
}

/// What is computed of the articles that are compared with each other.
#[derive(Default)]
struct Computed {
    fates: Vec<Vec<Fate>>,
    timelines: Vec<Timeline>,
}

impl Computed {
    fn of(case: Case<'_>) -> Self {
        let mut all = Self::default();
        let Case {
            readings, outcome, ..
        } = case;
        for group in case.groups {
            if group.per_document {
                let each = group.readings.clone();
                each.for_each(|i| all.add(readings, outcome, i..i + 1, &group.rules));
            } else {
                all.add(readings, outcome, group.readings.clone(), &group.rules);
            }
        }
        all.timelines.retain(|timeline| is_told(timeline, case));
        all
    }

    fn add(&mut self, all: &[Reading], outcome: &Outcome, range: Range<usize>, rules: &RuleSet) {
        let readings = &all[range.clone()];
        let stories = Stories::of(readings, &rules.matching);
        let is_held = |member: Member| {
            let reading = member.reading + range.start;
            outcome.held.contains(&Member { reading, ..member })
        };
        self.fates.extend(fates(readings, rules, &stories, is_held));
        let everything = Filter::default();
        let found = timelines(readings, &stories, &rules.measures, &everything);
        self.timelines.extend(found.into_iter().map(|mut timeline| {
            timeline.count_on(range.start);
            timeline
        }));
    }
}

/// Whether a timeline is one of a measure in a place, of enough figures, and has something to show: not one number of
/// one day. Nouns that no lexicon knows are seldom counts of one thing, where each stands alone.
fn is_told(timeline: &Timeline, case: Case<'_>) -> bool {
    let is_known = !timeline.measure.starts_with("noun:");
    let shown = |row: &Row| {
        let quantity = &row.member.of(case.readings).quantity;
        (row.day, quantity.low, quantity.high)
    };
    let first = timeline.rows.first().map(shown);
    let mut members = timeline.rows.iter().flat_map(Row::members);
    timeline.rows.len() >= LEAST_ROWS
        && timeline.place.is_some()
        && (is_known || timeline.about != About::Single)
        && timeline.rows.iter().any(|row| Some(shown(row)) != first)
        && members.any(|member| case.asked[member.reading])
}

fn counted(checklist: &[Vec<Entry>]) -> Vec<(Fate, usize)> {
    let mut counts: FxHashMap<Fate, usize> = FxHashMap::default();
    for entry in checklist.iter().flatten() {
        *counts.entry(entry.fate).or_default() += 1;
    }
    let mut counts: Vec<(Fate, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(fate, count)| (Reverse(*count), *fate));
    counts
}

/// The findings, by their number in the order given, that tell of each figure.
fn told(findings: &[&Finding]) -> FxHashMap<Member, Vec<usize>> {
    let mut told: FxHashMap<Member, Vec<usize>> = FxHashMap::default();
    for (number, finding) in findings.iter().enumerate() {
        for location in &finding.locations {
            let (Operand::Claim(claim), Some(_)) = (location.operand, location.side) else {
                continue;
            };
            let reading = location.reading;
            let numbers = told.entry(Member { reading, claim }).or_default();
            if numbers.last() != Some(&number) {
                numbers.push(number);
            }
        }
    }
    told
}
