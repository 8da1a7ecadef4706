//! Rules test themselves: each carries texts and what it says of them.

use super::{Rule, RuleSet, Scope, Test, check};
use crate::checks::References;
use crate::claim::{Claim, Reading};
use crate::document;
use crate::extract;
use crate::finding::{Finding, Severity};
use crate::lexicon::Lexicon;
use crate::series::selects_measure;

/// A test that failed, or a rule that its tests do not prove.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The rule's file.
    pub file: String,
    /// The line and column of the test; of the first letter when the whole rule is meant.
    pub at: (usize, usize),
    /// What was expected and what came out.
    pub message: String,
    /// Which figures were read, and what was found, a line each.
    pub seen: Vec<String>,
}

/// Runs the tests of one rule, by itself.
pub fn self_test(rule: &Rule, lexicon: &Lexicon) -> Vec<Failure> {
    let failure = |at, message, seen| Failure {
        file: rule.file.clone(),
        at,
        message,
        seen,
    };
    // The texts of tests have no path.
    let everywhere = Rule {
        scope: Scope::default(),
        ..rule.clone()
    };
    let mut alone = RuleSet::of(vec![everywhere], lexicon);
    let mut failures = Vec::new();
    for test in &rule.tests {
        let readings = readings(test, lexicon);
        alone.references = References::new(test.reference.iter().cloned());
        let found = check(&readings, &alone).findings;
        let wrong = mismatches(rule, test, &readings, &found);
        if !wrong.is_empty() {
            let message = format!("\"{}\": {}", test.name, wrong.join("; "));
            failures.push(failure(test.at, message, seen(rule, &readings, &found)));
        }
    }
    let unproved = unproved(rule).into_iter();
    failures.extend(unproved.map(|message| failure((1, 1), message.to_owned(), Vec::new())));
    failures
}

/// What a test expects and what came out, where that differs.
fn mismatches(rule: &Rule, test: &Test, readings: &[Reading], found: &[Finding]) -> Vec<String> {
    let mut wrong = Vec::new();
    let selected = figures(readings).filter(|(_, claim)| selects_measure(claim, &rule.selection));
    let selected = selected.count();
    if let Some(expected) = test.claims.filter(|expected| *expected != selected) {
        wrong.push(format!(
            "expected {expected} figures of the selected measures, found {selected}"
        ));
    }
    let severities: Vec<Severity> = found.iter().map(|f| f.severity).collect();
    if severities != test.findings {
        let list = |severities: &[Severity]| {
            let words: Vec<&str> = severities.iter().map(|s| s.as_str()).collect();
            format!("[{}]", words.join(", "))
        };
        let (expected, found) = (list(&test.findings), list(&severities));
        wrong.push(format!("expected findings {expected}, got {found}"));
    }
    wrong
}

/// The figures that were read, those of the selected measures first, and what was found.
fn seen(rule: &Rule, readings: &[Reading], found: &[Finding]) -> Vec<String> {
    let told = |(reading, claim): (&Reading, &Claim)| {
        format!("{}: {}", reading.document.source, figure(claim))
    };
    let (selected, others): (Vec<_>, Vec<_>) =
        figures(readings).partition(|(_, claim)| selects_measure(claim, &rule.selection));
    let mut seen = Vec::new();
    if selected.is_empty() {
        seen.push("read no figure of the selected measures".to_owned());
    }
    seen.extend(
        selected
            .into_iter()
            .map(|f| format!("read, by {}", told(f))),
    );
    let others = others.into_iter();
    seen.extend(others.map(|f| format!("read and not selected, by {}", told(f))));
    if found.is_empty() {
        seen.push("found nothing".to_owned());
    }
    let found = found.iter();
    seen.extend(found.map(|f| format!("found, {}: {}", f.severity.as_str(), f.message)));
    seen
}

/// "about 1.5 million (population, Rafah, 2024-02-14, stock)"
fn figure(claim: &Claim) -> String {
    let measure = claim.measure.as_ref().map(|m| m.value.clone());
    let place = claim.place.as_ref().map(|p| p.value.clone());
    let people = claim.population.as_ref().map(|p| p.value.clone());
    let as_of = claim.as_of.as_ref().map(|a| a.value.to_string());
    let status = claim.status.map(|s| s.value.as_str().to_owned());
    let fields = [measure, people, place, as_of, status];
    let fields: Vec<String> = fields.into_iter().flatten().collect();
    format!("{} ({})", claim.text, fields.join(", "))
}

/// The figures that texts give, each once.
fn figures(readings: &[Reading]) -> impl Iterator<Item = (&Reading, &Claim)> {
    let all = readings.iter().flat_map(|reading| {
        let claims = reading.claims.iter();
        claims.map(move |claim| (reading, claim))
    });
    all.filter(|(_, claim)| !claim.is_derived() && !claim.is_repeat())
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
