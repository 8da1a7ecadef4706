//! `check --format sarif`: SARIF 2.1.0, the OASIS standard for what static checkers find.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::Path;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::Report;
use super::reasons::{figure, lines};
use super::spot::{Spot, spot};
use super::visible::visible;
use crate::claim::Reading;
use crate::finding::{Finding, Location, Verdict};
use crate::rules::Rule;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What stands in a path of a URI as it is: the unreserved characters of RFC 3986, and slashes.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

/// Writes one run with all findings, indented by two spaces.
pub fn write(out: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    let fired = report.outcome.findings.iter().map(|f| f.rule.as_str());
    let fired: BTreeSet<&str> = fired.collect();
    let rules = report.rules.iter();
    let rules: Vec<&Rule> = rules.filter(|r| fired.contains(r.id.as_str())).collect();
    let results = report.fingerprinted().into_iter();
    let results: Vec<Value> = results
        .map(|(finding, fingerprint)| result(finding, &fingerprint, &rules, report.readings))
        .collect();
    let mut driver = json!({
        "name": env!("CARGO_PKG_NAME"),
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": rules.iter().map(|rule| descriptor(rule)).collect::<Vec<_>>(),
    });
    if let Some(repository) = option_env!("CARGO_PKG_REPOSITORY").filter(|url| !url.is_empty()) {
        driver["informationUri"] = json!(repository);
    }
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": driver },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

/// A rule as the standard describes one.
fn descriptor(rule: &Rule) -> Value {
    let why = rule.why.trim();
    json!({
        "id": rule.id,
        "name": pascal_case(&rule.id),
        "shortDescription": { "text": plain(&rule.title) },
        "fullDescription": { "text": plain(why) },
        "help": { "text": plain(&format!("{why} (claimlint rules explain {})", rule.id)) },
        "defaultConfiguration": { "level": rule.ceiling.of(Verdict::Contradiction).as_str() },
    })
}

/// "people-in-place" as `PeopleInPlace`.
fn pascal_case(id: &str) -> String {
    let words = id.split('-').map(|word| {
        let mut letters = word.chars();
        let first = letters.next().map(|c| c.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    });
    words.collect()
}

fn result(finding: &Finding, fingerprint: &str, rules: &[&Rule], readings: &[Reading]) -> Value {
    let (primary, others) = match finding.locations.split_first() {
        Some((primary, others)) => (Some(primary), others),
        None => (None, &[][..]),
    };
    let related = others.iter().zip(1..).map(|(other, id)| {
        let mut related = location(other, readings);
        related["id"] = json!(id);
        related["message"] = json!({ "text": plain(&figure(other, readings)) });
        related
    });
    let mut result = json!({
        "ruleId": finding.rule,
        "level": finding.severity.as_str(),
        "message": { "text": plain(&lines(finding).join("\n")) },
        "locations": primary.map(|l| location(l, readings)).into_iter().collect::<Vec<_>>(),
        "relatedLocations": related.collect::<Vec<_>>(),
        "partialFingerprints": { "claimlint/v1": fingerprint },
    });
    if let Some(index) = rules.iter().position(|rule| rule.id == finding.rule) {
        result["ruleIndex"] = json!(index);
    }
    result
}

fn location(location: &Location, readings: &[Reading]) -> Value {
    let spot = spot(location, readings);
    let mut artifact = json!({ "uri": uri(&spot.path) });
    if spot.is_stdin {
        artifact["description"] = json!({ "text": "standard input" });
    }
    let mut value = json!({
        "physicalLocation": { "artifactLocation": artifact, "region": region(&spot) },
    });
    if let Some(row) = spot.row {
        value["logicalLocations"] = json!([{ "name": visible(row) }]);
    }
    value
}

fn region(spot: &Spot<'_>) -> Value {
    let mut region = json!({ "startLine": spot.line, "endLine": spot.end_line });
    if let Some((start, end)) = spot.columns {
        region["startColumn"] = json!(start);
        region["endColumn"] = json!(end);
    }
    region
}

/// A path as a URI: relative as it was given, or of the scheme `file`.
fn uri(path: &str) -> String {
    let encoded = utf8_percent_encode(path, ENCODED);
    match (Path::new(path).is_absolute(), path.starts_with('/')) {
        (false, _) => encoded.to_string(),
        (true, true) => format!("file://{encoded}"),
        // A drive.
        (true, false) => format!("file:///{encoded}"),
    }
}

/// A message in which nothing is taken for a link: `[words](address)`.
fn plain(text: &str) -> String {
    text.replace("](", "] (")
}
