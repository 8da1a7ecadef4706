//! `check --format json`: the findings for programs, schema `claimlint.findings/1`.
//!
//! The types below are the schema. They change only together with its number.

use std::io::{self, Write};

use serde::Serialize;

use super::wire::Exact;
use crate::claim::Reading;
use crate::finding::{Finding, Location, Outcome};

const SCHEMA: &str = "claimlint.findings/1";

#[derive(Serialize)]
struct Findings<'a> {
    #[serde(flatten)]
    head: Head,
    findings: Vec<FindingRow<'a>>,
}

/// What comes before the findings.
#[derive(Serialize)]
pub(super) struct Head {
    schema: &'static str,
    summary: Summary,
}

#[derive(Serialize)]
struct Summary {
    documents: usize,
    claims: usize,
    compared: usize,
    findings: usize,
    #[serde(skip_serializing_if = "is_none")]
    ignored: usize,
    #[serde(skip_serializing_if = "is_none")]
    reviewed: usize,
    #[serde(skip_serializing_if = "is_none")]
    unchanged: usize,
    #[serde(skip_serializing_if = "is_none")]
    excluded: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    baseline: Option<BaselineRow>,
}

#[derive(Serialize)]
struct BaselineRow {
    new: usize,
    known: usize,
    fixed: usize,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks with a reference"
)]
fn is_none(number: &usize) -> bool {
    *number == 0
}

#[derive(Serialize)]
pub(super) struct FindingRow<'a> {
    rule: &'a str,
    severity: &'static str,
    verdict: &'static str,
    cause: &'static str,
    confidence: Exact,
    fingerprint: String,
    message: &'a str,
    explanation: Vec<String>,
    locations: Vec<LocationRow<'a>>,
}

#[derive(Serialize)]
struct LocationRow<'a> {
    document: &'a str,
    start: usize,
    end: usize,
    line: usize,
    column: usize,
    text: &'a str,
    low: Option<Exact>,
    high: Option<Exact>,
    side: Option<usize>,
}

/// Writes all findings as one JSON object, indented by two spaces.
pub fn write(out: &mut dyn Write, outcome: &Outcome, readings: &[Reading]) -> io::Result<()> {
    let report = Findings {
        head: head(outcome, readings),
        findings: outcome
            .findings
            .iter()
            .map(|finding| finding_row(finding, readings))
            .collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &report)?;
    writeln!(out)
}

pub(super) fn head(outcome: &Outcome, readings: &[Reading]) -> Head {
    Head {
        schema: SCHEMA,
        summary: Summary {
            documents: readings.len(),
            claims: outcome.claims,
            compared: outcome.compared(),
            findings: outcome.findings.len(),
            ignored: outcome.settled.ignored,
            reviewed: outcome.settled.reviewed,
            unchanged: outcome.settled.unchanged,
            excluded: outcome.settled.excluded,
            baseline: outcome.settled.baseline.map(|(known, fixed)| BaselineRow {
                new: outcome.findings.len(),
                known,
                fixed,
            }),
        },
    }
}

pub(super) fn finding_row<'a>(finding: &'a Finding, readings: &'a [Reading]) -> FindingRow<'a> {
    let fit = finding
        .would_fit
        .iter()
        .map(|fit| format!("would fit if: {fit}"));
    FindingRow {
        rule: &finding.rule,
        severity: finding.severity.as_str(),
        verdict: finding.verdict.as_str(),
        cause: finding.cause.as_str(),
        confidence: Exact::hundredths(finding.confidence),
        fingerprint: finding.key(readings),
        message: &finding.message,
        explanation: std::iter::once(finding.why.clone())
            .chain(
                finding
                    .carried
                    .iter()
                    .map(|words| format!("told by {words}")),
            )
            .chain(finding.arithmetic.clone())
            .chain(fit)
            .collect(),
        locations: finding
            .locations
            .iter()
            .map(|location| location_row(location, readings))
            .collect(),
    }
}

fn location_row<'a>(location: &Location, readings: &'a [Reading]) -> LocationRow<'a> {
    let document = &readings[location.reading].document;
    let quantity = location.quantity(readings);
    let place = document.place(location.span(readings));
    LocationRow {
        document: &document.id,
        start: place.start,
        end: place.end,
        line: place.line,
        column: place.column,
        text: location.text(readings),
        low: quantity.map(|q| Exact(q.low)),
        high: quantity.map(|q| Exact(q.high)),
        side: location.side,
    }
}
