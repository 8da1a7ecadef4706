//! Known findings: a file of them, by what they say and not by where it stands.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::claim::Reading;
use crate::finding::{Finding, key};
use crate::problem::Problem;

const SCHEMA: &str = "claimlint.baseline/1";

/// Known findings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Baseline {
    entries: Vec<Entry>,
}

/// The file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    schema: String,
    findings: Vec<Entry>,
}

/// Findings of one rule in the same sentences.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// The rule's id.
    rule: String,
    /// See [`Finding::key`].
    key: String,
    /// How many there are.
    count: usize,
    /// The articles, for a reader: a finding that moves to another article is still known.
    documents: BTreeSet<String>,
    /// The sentences of the figures, normalised.
    sentences: BTreeSet<String>,
}

impl Baseline {
    /// Notes findings as known; `names` are those of the articles, one a reading.
    pub fn of(findings: &[Finding], readings: &[Reading], names: &[String]) -> Self {
        let mut entries: BTreeMap<(String, String), Entry> = BTreeMap::new();
        for finding in findings {
            let key = finding.key(readings);
            let entry = entries.entry((finding.rule.clone(), key.clone()));
            let entry = entry.or_insert_with(|| Entry {
                rule: finding.rule.clone(),
                key,
                count: 0,
                documents: BTreeSet::new(),
                sentences: finding.sentences(readings),
            });
            entry.count += 1;
            entry.documents.extend(documents(finding, names));
        }
        let mut entries: Vec<Entry> = entries.into_values().collect();
        // By article, so that the file changes where the articles do.
        entries
            .sort_by(|a, b| (&a.documents, &a.rule, &a.key).cmp(&(&b.documents, &b.rule, &b.key)));
        Self { entries }
    }

    /// Reads a file.
    pub fn read(file: &str, text: &str) -> Result<Self, Problem> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let read: File = serde_json::from_str(text).map_err(|error| {
            let message = error.to_string();
            let message = message.split(" at line ").next().unwrap_or(&message);
            let message = format!("this is no baseline: {message}");
            Problem::at(file, error.line().max(1), error.column().max(1), message)
                .help("`claimlint baseline write` makes one; after a conflict of two branches, take the file away and write it again")
        })?;
        if read.schema != SCHEMA {
            let message = format!("the schema is `{}`, expected `{SCHEMA}`", read.schema);
            let help = "another version of claimlint wrote this file";
            return Err(Problem::of_file(file, message).help(help));
        }
        let broken = read
            .findings
            .iter()
            .find(|entry| entry.key != key(&entry.rule, &entry.sentences) || entry.count == 0);
        if let Some(entry) = broken {
            let line = text.lines().position(|line| line.contains(&entry.key));
            let message = format!(
                "the key `{}` does not fit its rule and sentences",
                entry.key
            );
            let line = line.map_or(1, |line| line + 1);
            return Err(Problem::at(file, line, 1, message).help(
                "the file is written by `claimlint baseline write`, not by hand: take it away and write it again",
            ));
        }
        Ok(Self {
            entries: read.findings,
        })
    }

    /// The file, indented by two spaces.
    pub fn written(&self) -> String {
        let file = File {
            schema: SCHEMA.to_owned(),
            findings: self.entries.clone(),
        };
        // Only maps with keys that are no text fail to be written.
        let text = serde_json::to_string_pretty(&file).unwrap_or_default();
        text + "\n"
    }

    /// Adds what another file knows.
    pub fn add(&mut self, more: Self) {
        let known = self.entries.iter().enumerate();
        let known: BTreeMap<(String, String), usize> = known
            .map(|(i, entry)| ((entry.rule.clone(), entry.key.clone()), i))
            .collect();
        for entry in more.entries {
            let same = known.get(&(entry.rule.clone(), entry.key.clone()));
            match same.and_then(|i| self.entries.get_mut(*i)) {
                Some(same) => {
                    same.count += entry.count;
                    same.documents.extend(entry.documents);
                }
                None => self.entries.push(entry),
            }
        }
    }

    /// How many findings it knows.
    pub fn count(&self) -> usize {
        self.entries.iter().map(|entry| entry.count).sum()
    }

    /// What of it has not been met yet.
    pub(super) fn pending(&self) -> Pending<'_> {
        let mut by_rule: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let mut by_key = BTreeMap::new();
        for (i, entry) in self.entries.iter().enumerate() {
            by_key.insert((entry.rule.as_str(), entry.key.as_str()), i);
            if entry.sentences.len() > 1 {
                by_rule.entry(&entry.rule).or_default().push(i);
            }
        }
        Pending {
            entries: &self.entries,
            left: self.entries.iter().map(|entry| entry.count).collect(),
            by_key,
            by_rule,
        }
    }
}

/// The known findings that are still to be met.
pub(super) struct Pending<'a> {
    entries: &'a [Entry],
    left: Vec<usize>,
    by_key: BTreeMap<(&'a str, &'a str), usize>,
    /// Those of several sentences.
    by_rule: BTreeMap<&'a str, Vec<usize>>,
}

impl Pending<'_> {
    /// Whether a finding is known: one in the same sentences, or in some of the sentences of a known one, of which the
    /// others have gone. Each known finding is met once.
    pub(super) fn meet(&mut self, finding: &Finding, readings: &[Reading]) -> bool {
        let sentences = finding.sentences(readings);
        let same = key(&finding.rule, &sentences);
        let same = self
            .by_key
            .get(&(finding.rule.as_str(), same.as_str()))
            .copied();
        let more = || {
            let of_rule = self.by_rule.get(finding.rule.as_str())?;
            let holds = |i: &&usize| {
                self.left[**i] > 0 && self.entries[**i].sentences.is_superset(&sentences)
            };
            of_rule.iter().find(holds).copied()
        };
        let Some(known) = same.filter(|i| self.left[*i] > 0).or_else(more) else {
            return false;
        };
        self.left[known] -= 1;
        true
    }

    /// How many known findings are there no more, of those that would have been found: `looked_for` tells it by rule
    /// and articles.
    pub(super) fn fixed(&self, looked_for: impl Fn(&str, &BTreeSet<String>) -> bool) -> usize {
        let entries = self.entries.iter().zip(&self.left);
        let gone =
            entries.filter(|(entry, left)| **left > 0 && looked_for(&entry.rule, &entry.documents));
        gone.map(|(_, left)| left).sum()
    }
}

/// The names of the articles whose figures differ.
pub(super) fn documents(finding: &Finding, names: &[String]) -> BTreeSet<String> {
    let sided = finding.locations.iter().filter(|l| l.side.is_some());
    sided
        .filter_map(|location| names.get(location.reading).cloned())
        .collect()
}
