//! What is settled about findings before they are told: how much each matters to this desk, which are not to be told,
//! which somebody has looked at, and which are known.

mod baseline;
mod comment;

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::path::PathBuf;

pub use baseline::Baseline;
pub use comment::{Asks, Mark, marks};

use crate::claim::Reading;
use crate::config::Config;
use crate::finding::{Finding, Location, Outcome, Settled, normalised};
use crate::problem::Problem;
use crate::rules::Rule;

/// An article as its desk sees it.
#[derive(Debug)]
pub struct Article<'a> {
    /// What holds for it.
    pub config: &'a Config,
    /// Its absolute path, for the patterns of the configuration.
    pub path: PathBuf,
    /// Its name in a baseline.
    pub name: String,
    /// Whether its findings are asked for, or it is only there to compare with.
    pub is_asked: bool,
    /// What its comments say.
    pub marks: Vec<Mark>,
}

/// What was looked for in a run.
#[derive(Debug, Clone, Copy)]
pub struct Scope {
    /// Whether every article was held only against itself.
    pub per_document: bool,
    /// Whether everything below the directory of each configuration was read.
    pub whole: bool,
}

/// A baseline that findings are held against.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// What is known.
    pub baseline: &'a Baseline,
    /// Whether an article of it, by name, is there no more.
    pub is_gone: &'a dyn Fn(&str) -> bool,
}

/// What is left to tell, and what was settled for nothing.
#[derive(Debug)]
pub struct Rest {
    /// The findings that are told, and how many are not.
    pub outcome: Outcome,
    /// Marks and entries that settle nothing, with their places.
    pub unused: Vec<Problem>,
}

/// Settles what was found; `rules` are those that ran, `articles` stand in the order of the readings.
pub fn settle(
    outcome: Outcome,
    readings: &[Reading],
    articles: &[Article<'_>],
    rules: &[Rule],
    baseline: Option<Known<'_>>,
    scope: Scope,
) -> Rest {
    let mut desk = Desk {
        readings,
        articles,
        used_marks: BTreeSet::new(),
        used_entries: BTreeSet::new(),
    };
    let mut pending = baseline.map(|known| known.baseline.pending());
    let (mut ignored, mut reviewed, mut known) = (0, 0, 0);
    let mut findings = Vec::with_capacity(outcome.findings.len());
    for finding in outcome.findings {
        let Some(finding) = desk.weighed(finding) else {
            continue;
        };
        let Some(finding) = desk.without_ignored(finding) else {
            ignored += 1;
            continue;
        };
        if desk.is_reviewed(&finding) {
            reviewed += 1;
        } else if pending.as_mut().is_some_and(|p| p.meet(&finding, readings)) {
            known += 1;
        } else {
            findings.push(finding);
        }
    }
    // What a desk makes graver is told earlier.
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    let read: BTreeSet<&str> = articles
        .iter()
        .map(|article| article.name.as_str())
        .collect();
    // Beside articles to compare with, only what involves the others was looked for.
    let all_asked = articles.iter().all(|article| article.is_asked);
    let asked = articles.iter().filter(|article| article.is_asked);
    let asked: BTreeSet<&str> = asked.map(|article| article.name.as_str()).collect();
    let looked_for = |rule: &str, documents: &BTreeSet<String>| {
        rules.iter().any(|r| r.id == rule)
            && (documents.len() < 2 || !scope.per_document)
            && (all_asked || documents.iter().any(|name| asked.contains(name.as_str())))
            && documents.iter().all(|name| {
                read.contains(name.as_str()) || baseline.is_some_and(|known| (known.is_gone)(name))
            })
    };
    let unused = desk.unused(rules, scope);
    Rest {
        outcome: Outcome {
            settled: Settled {
                ignored,
                reviewed,
                baseline: pending.map(|pending| (known, pending.fixed(looked_for))),
                ..outcome.settled
            },
            findings,
            ..outcome
        },
        unused,
    }
}

struct Desk<'a> {
    readings: &'a [Reading],
    articles: &'a [Article<'a>],
    /// Reading and index of the marks that settled something.
    used_marks: BTreeSet<(usize, usize)>,
    /// Places of the entries that settled something: file, line and column.
    used_entries: BTreeSet<(String, (usize, usize))>,
}

impl Desk<'_> {
    /// The finding with the severity that it has where its first figure stands; `None` when it is off there.
    fn weighed(&self, mut finding: Finding) -> Option<Finding> {
        let first = finding.locations.first()?.reading;
        let levels = self.articles[first].config.severities.get(&finding.rule);
        if let Some(levels) = levels {
            finding.severity = levels.value.severity(&finding)?;
        }
        Some(finding)
    }

    /// The finding without the figures that are ignored; `None` when nothing is left that differs.
    fn without_ignored(&mut self, finding: Finding) -> Option<Finding> {
        let ignored: Vec<bool> = finding
            .locations
            .iter()
            .map(|location| location.side.is_some() && self.is_ignored(&finding.rule, location))
            .collect();
        if !ignored.contains(&true) {
            return Some(finding);
        }
        let figures: BTreeSet<_> = finding
            .locations
            .iter()
            .zip(ignored)
            .filter(|(_, ignored)| *ignored)
            .map(|(location, _)| (location.reading, location.operand))
            .collect();
        finding.without(|location| figures.contains(&(location.reading, location.operand)))
    }

    fn is_ignored(&mut self, rule: &str, location: &Location) -> bool {
        let article = &self.articles[location.reading];
        let start = location.span(self.readings).start;
        let mut is_ignored = false;
        for (i, mark) in article.marks.iter().enumerate() {
            let Asks::Ignore { rule: meant } = &mark.asks else {
                continue;
            };
            if meant == rule && mark.block.contains(&start) {
                self.used_marks.insert((location.reading, i));
                is_ignored = true;
            }
        }
        let entries = article.config.ignore.iter();
        let mut entries = entries.filter(|entry| entry.rule.value == rule).peekable();
        if entries.peek().is_some() {
            let sentence = normalised(location.sentence(self.readings));
            for entry in entries {
                let files = entry.files.as_ref();
                if sentence.contains(&entry.text) && files.is_none_or(|f| f.matches(&article.path))
                {
                    let place = (entry.rule.file.to_string(), entry.rule.at);
                    self.used_entries.insert(place);
                    is_ignored = true;
                }
            }
        }
        is_ignored
    }

    /// Whether somebody has looked at the finding, as it stands.
    fn is_reviewed(&mut self, finding: &Finding) -> bool {
        let documents: BTreeSet<usize> = finding.locations.iter().map(|l| l.reading).collect();
        let has_any = documents.iter().any(|reading| {
            let article = &self.articles[*reading];
            !article.config.reviewed.is_empty() || !article.marks.is_empty()
        });
        if !has_any {
            return false;
        }
        let key = finding.key(self.readings);
        let mut is_reviewed = false;
        for reading in documents {
            let article = &self.articles[reading];
            for (i, mark) in article.marks.iter().enumerate() {
                if matches!(&mark.asks, Asks::Reviewed { key: of } if *of == key) {
                    self.used_marks.insert((reading, i));
                    is_reviewed = true;
                }
            }
            for entry in article
                .config
                .reviewed
                .iter()
                .filter(|entry| entry.key.value == key)
            {
                let place = (entry.key.file.to_string(), entry.key.at);
                self.used_entries.insert(place);
                is_reviewed = true;
            }
        }
        is_reviewed
    }

    /// What settles nothing, though what it speaks of was looked for.
    fn unused(&self, rules: &[Rule], scope: Scope) -> Vec<Problem> {
        // What holds between articles can only be missed where all of them were compared.
        let all_compared = scope.whole && !scope.per_document;
        let looked_for = |id: &str| {
            let rule = rules.iter().find(|rule| rule.id == id);
            rule.is_some_and(|rule| all_compared || !rule.check.is_among_documents())
        };
        let mut unused = Vec::new();
        let asked = self.articles.iter().enumerate().filter(|(_, a)| a.is_asked);
        for (reading, article) in asked {
            for (i, mark) in article.marks.iter().enumerate() {
                if self.used_marks.contains(&(reading, i)) {
                    continue;
                }
                let (message, help) = match &mark.asks {
                    Asks::Ignore { rule } if looked_for(rule) => (
                        format!(
                            "this ignore is not used: `{rule}` finds nothing in the next block"
                        ),
                        "take the comment away",
                    ),
                    Asks::Reviewed { key } if all_compared => (
                        format!("this mark is out of date: no finding has the key `{key}`"),
                        "the sentence was changed, or its figures fit now: look again, or take the comment away",
                    ),
                    _ => continue,
                };
                let name = &self.readings[reading].document.id;
                unused.push(Problem::at(name, mark.at.0, mark.at.1, message).help(help));
            }
        }
        unused.extend(self.unused_entries(&looked_for, scope));
        unused
    }

    fn unused_entries(&self, looked_for: &dyn Fn(&str) -> bool, scope: Scope) -> Vec<Problem> {
        // Words that stand in none of the articles may stand in one that was not read.
        let texts: OnceCell<Vec<String>> = OnceCell::new();
        let stands = |words: &str| {
            let all = || {
                self.readings
                    .iter()
                    .map(|r| normalised(r.document.text()))
                    .collect()
            };
            texts
                .get_or_init(all)
                .iter()
                .any(|text| text.contains(words))
        };
        let mut unused = Vec::new();
        let mut told = self.used_entries.clone();
        for article in self.articles {
            for entry in &article.config.ignore {
                let is_new = told.insert((entry.rule.file.to_string(), entry.rule.at));
                let is_used = !is_new || !looked_for(&entry.rule.value);
                if !is_used && (scope.whole || stands(&entry.text)) {
                    let message = format!(
                        "this ignore is not used: `{}` finds nothing with these words",
                        entry.rule.value
                    );
                    unused.push(entry.rule.problem(message).help("take it away"));
                }
            }
            for entry in &article.config.reviewed {
                let is_new = told.insert((entry.key.file.to_string(), entry.key.at));
                if is_new && scope.whole && !scope.per_document {
                    let message = format!(
                        "this mark is out of date: no finding has the key `{}`",
                        entry.key.value
                    );
                    unused.push(entry.key.problem(message).help(
                        "the sentence was changed, or its figures fit now: look again, or take it away",
                    ));
                }
            }
        }
        unused
    }
}
