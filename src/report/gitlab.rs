//! `check --format gitlab`: a Code Quality report, which GitLab shows in merge requests.

use std::io::{self, Write};

use serde::Serialize;

use super::Report;
use super::reasons::lines;
use super::spot::spot;
use crate::finding::Severity;

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

/// Writes one list of findings, each at its primary figure.
pub fn write(out: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    let mut issues = Vec::new();
    for (finding, fingerprint) in report.fingerprinted() {
        let Some(primary) = finding.locations.first().filter(|_| report.shows(finding)) else {
            continue;
        };
        let spot = spot(primary, report.readings);
        issues.push(Issue {
            description: lines(finding).join("; "),
            check_name: &finding.rule,
            fingerprint,
            severity: severity(finding.severity),
            location: Location {
                path: spot.path,
                lines: Lines {
                    begin: spot.line,
                    end: spot.end_line,
                },
            },
        });
    }
    serde_json::to_writer_pretty(&mut *out, &issues)?;
    writeln!(out)
}

/// One of `info`, `minor`, `major`, `critical` and `blocker`; the last two stay for what stops a site from working.
fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Note => "info",
    }
}
