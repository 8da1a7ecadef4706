//! `check --format jsonl`: the findings of `--format json`, one a line behind a line with the summary.

use std::io::{self, Write};

use super::Report;
use super::json::{finding_row, head};

/// Writes the schema and the summary as one line, and every finding as another.
pub fn write(out: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    serde_json::to_writer(&mut *out, &head(report.outcome, report.readings))?;
    writeln!(out)?;
    for finding in &report.outcome.findings {
        serde_json::to_writer(&mut *out, &finding_row(finding, report.readings))?;
        writeln!(out)?;
    }
    Ok(())
}
