//! What was read and found, laid out for people and programs.
//!
//! Nothing here computes: each format is one function that looks up what the checks left and writes it.
//! The same input gives the same bytes.

pub mod chart;
pub mod checkstyle;
pub mod claimreview;
pub mod claims_csv;
pub mod claims_jsonl;
pub mod claims_table;
pub mod explain;
pub mod factcheck;
pub mod github;
pub mod gitlab;
pub mod hxl;
pub mod json;
pub mod jsonl;
pub mod junit;
pub mod markdown;
pub mod sarif;
pub mod snapshot;
pub mod text;
pub mod timeline;

mod columns;
mod known_by;
mod quote;
mod reasons;
mod row;
mod sheet;
mod spot;
pub(crate) mod visible;
mod wire;

pub use visible::visible;

#[cfg(test)]
mod tests;

use rustc_hash::FxHashMap;

use crate::claim::Reading;
use crate::finding::{Finding, Outcome, Severity};
use crate::rules::Rule;

/// A run, for the formats that other programs read.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// What was found.
    pub outcome: &'a Outcome,
    /// What was read.
    pub readings: &'a [Reading],
    /// The rules that ran.
    pub rules: &'a [Rule],
    /// Whether notes are written by the formats that leave them out.
    pub notes: bool,
}

impl<'a> Report<'a> {
    /// Whether a finding is written by a format that leaves notes out.
    fn shows(&self, finding: &Finding) -> bool {
        self.notes || finding.severity != Severity::Note
    }

    /// The findings without those that are left out.
    fn shown(&self) -> impl Iterator<Item = &'a Finding> {
        let report = *self;
        let findings = self.outcome.findings.iter();
        findings.filter(move |finding| report.shows(finding))
    }

    /// All findings, each with a fingerprint that no other one has: its key, and which of those with that key it is.
    fn fingerprinted(&self) -> Vec<(&'a Finding, String)> {
        let mut times: FxHashMap<String, usize> = FxHashMap::default();
        let findings = self.outcome.findings.iter().map(|finding| {
            let key = finding.key(self.readings);
            let times = times.entry(key.clone()).or_default();
            *times += 1;
            (finding, format!("{key}:{times}"))
        });
        findings.collect()
    }
}
