//! What a fact-check report is made of: everything that is computed for it out of readings and findings, before any of
//! it is laid out.

mod checklist;
pub mod timeline;
mod weight;

use std::cmp::Reverse;
use std::ops::Range;

use rustc_hash::FxHashMap;

pub use checklist::{Entry, Lack};
pub use weight::gap;

use crate::claim::{Operand, Reading};
use crate::finding::{Finding, Outcome, Severity, Verdict};
use crate::problem::Problem;
use crate::rules::{Fate, Rule, RuleSet, fates};
use crate::series::Member;

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

/// All that a fact-check report tells.
#[derive(Debug)]
pub struct Dossier<'a> {
    /// What was read.
    pub readings: &'a [Reading],
    /// What was found.
    pub outcome: &'a Outcome,
    /// The rules that ran, each once.
    pub rules: &'a [Rule],
    /// The articles by how they were compared.
    pub groups: &'a [Group],
    /// The findings in the order in which a reader should see them: by severity and verdict, then by how far the figures
    /// lie apart.
    pub findings: Vec<&'a Finding>,
    /// What there is to check in each reading, in document order.
    pub checklist: Vec<Vec<Entry>>,
    /// How many figures of the checklist met with which fate, the most frequent first.
    pub fates: Vec<(Fate, usize)>,
    /// What could not be read of the articles.
    pub unread: &'a [Problem],
}

impl<'a> Dossier<'a> {
    /// Computes it.
    pub fn of(
        readings: &'a [Reading],
        outcome: &'a Outcome,
        rules: &'a [Rule],
        groups: &'a [Group],
        unread: &'a [Problem],
    ) -> Self {
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
        let fates = all_fates(readings, outcome, groups);
        let told = told(&findings);
        let checklist = checklist::of(readings, &fates, &told);
        Self {
            readings,
            outcome,
            rules,
            groups,
            findings,
            fates: counted(&checklist),
            checklist,
            unread,
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

    /// How many figures of the checklist lack something.
    pub fn lacking(&self, lack: Lack) -> usize {
        let entries = self.checklist.iter().flatten();
        entries.filter(|entry| entry.lacks.contains(&lack)).count()
    }
}

fn all_fates(readings: &[Reading], outcome: &Outcome, groups: &[Group]) -> Vec<Vec<Fate>> {
    let mut all = Vec::with_capacity(readings.len());
    for group in groups {
        let mut run = |range: Range<usize>| {
            let is_held = |member: Member| {
                outcome.held.contains(&Member {
                    reading: member.reading + range.start,
                    ..member
                })
            };
            all.extend(fates(&readings[range.clone()], &group.rules, is_held));
        };
        if group.per_document {
            group.readings.clone().for_each(|i| run(i..i + 1));
        } else {
            run(group.readings.clone());
        }
    }
    all
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
