//! `check --format github`: workflow commands that GitHub Actions shows beside the lines of a change.

use std::io::{self, Write};

use super::Report;
use super::reasons::lines_with_places;
use super::spot::{Spot, spot};
use crate::claim::Reading;
use crate::finding::{Finding, Severity};

/// Writes one command a finding, each on a line of its own.
pub fn write(out: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    for finding in report.shown() {
        let properties: Vec<String> = properties(finding, report.readings)
            .into_iter()
            .map(|(name, value)| format!("{name}={}", property(&value)))
            .collect();
        let message = lines_with_places(finding, report.readings).join("\n");
        writeln!(
            out,
            "::{} {}::{}",
            command(finding.severity),
            properties.join(","),
            data(&message)
        )?;
    }
    Ok(())
}

fn command(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    }
}

/// Where the primary figure stands, and a title.
fn properties(finding: &Finding, readings: &[Reading]) -> Vec<(&'static str, String)> {
    let primary = finding.locations.first();
    let spot = primary.map(|location| spot(location, readings));
    let mut properties = match spot.filter(|spot| !spot.is_stdin) {
        Some(spot) => place(spot),
        // Without a file, the runner shows the command with the run.
        None => Vec::new(),
    };
    properties.push(("title", format!("claimlint: {}", finding.rule)));
    properties
}

fn place(spot: Spot<'_>) -> Vec<(&'static str, String)> {
    let mut place = vec![("file", spot.path), ("line", spot.line.to_string())];
    // The runner takes columns on one line only.
    let columns = spot.columns.filter(|_| spot.line == spot.end_line);
    place.extend(columns.map(|(column, _)| ("col", column.to_string())));
    place.push(("endLine", spot.end_line.to_string()));
    place.extend(columns.map(|(_, end)| ("endColumn", end.to_string())));
    place
}

/// The text of a command as the runner reads it.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A property of a command, which a colon or a comma would end.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
