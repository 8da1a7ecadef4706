//! Rules test themselves: each carries texts and what it says of them.

use super::{Rule, RuleSet, Test, check};
use crate::checks::References;
use crate::claim::Reading;
use crate::document;
use crate::extract;
use crate::finding::Severity;
use crate::lexicon::Lexicon;
use crate::series::selects_measure;

/// A test that failed, or a rule that its tests do not prove.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The rule's file and the test's line; line 1 when the whole rule is meant.
    pub file: String,
    /// See `file`.
    pub line: usize,
    /// What was expected and what came out.
    pub message: String,
}

/// Runs the tests of one rule, by itself.
pub fn self_test(rule: &Rule, lexicon: &Lexicon) -> Vec<Failure> {
    let mut failures = Vec::new();
    let mut fail = |line: usize, message: String| {
        failures.push(Failure {
            file: rule.file.clone(),
            line,
            message,
        })
    };
    let mut alone = RuleSet {
        rules: vec![rule.clone()],
        measures: lexicon.measures.clone(),
        matching: lexicon.matching.clone(),
        references: References::default(),
    };
    for test in &rule.tests {
        let readings = readings(test, lexicon);
        let claims = readings.iter().flat_map(|r| &r.claims);
        let found = claims
            .filter(|c| !c.is_derived() && !c.is_repeat() && selects_measure(c, &rule.selection))
            .count();
        if let Some(expected) = test.claims.filter(|expected| *expected != found) {
            fail(
                test.line,
                format!(
                    "\"{}\": expected {expected} figures of the selected measures, found {found}",
                    test.name
                ),
            );
        }
        alone.references = References::new(test.reference.iter().cloned());
        let severities: Vec<Severity> = check(&readings, &alone)
            .findings
            .iter()
            .map(|f| f.severity)
            .collect();
        if severities != test.findings {
            let list = |s: &[Severity]| {
                format!(
                    "[{}]",
                    s.iter().map(|s| s.as_str()).collect::<Vec<_>>().join(", ")
                )
            };
            fail(
                test.line,
                format!(
                    "\"{}\": expected findings {}, got {}",
                    test.name,
                    list(&test.findings),
                    list(&severities)
                ),
            );
        }
    }
    unproved(rule)
        .into_iter()
        .for_each(|message| fail(1, message.to_owned()));
    failures
}

/// What the tests of a rule do not show: that it fires, that it stays silent.
pub fn unproved(rule: &Rule) -> Vec<&'static str> {
    let fires = rule.tests.iter().any(|test| !test.findings.is_empty());
    let silent = rule.tests.iter().any(|test| test.findings.is_empty());
    let missing = [
        (
            fires,
            "no test shows the rule firing: add one with `findings:` of at least one severity",
        ),
        (
            silent,
            "no test shows the rule silent: add one with `findings: []`",
        ),
    ];
    missing
        .into_iter()
        .filter(|(shown, _)| !shown)
        .map(|(_, message)| message)
        .collect()
}

fn readings(test: &Test, lexicon: &Lexicon) -> Vec<Reading> {
    let read = |(i, given): (usize, &super::TestDocument)| {
        let (mut document, _) = document::plain(
            &format!("{}#{}", given.source, i + 1),
            given.text.clone(),
            &lexicon.furniture,
        );
        document.source.clone_from(&given.source);
        document.published = given.date.or(document.published);
        extract::read(document, lexicon)
    };
    test.documents.iter().enumerate().map(read).collect()
}
