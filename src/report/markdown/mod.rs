//! `check --format markdown`: the summary of a job, or a comment on a change. Every finding with the sentences that its
//! figures stand in.

pub(super) mod escape;

use std::io::{self, Write};
use std::ops::Range;

use escape::{NOTHING, escaped, escaped_inside};

use super::Report;
use super::quote::{Quote, sentences};
use super::reasons::{place, reasons};
use super::text::{counted, summary};
use super::visible::visible;
use crate::claim::Reading;
use crate::finding::{Finding, Severity};

/// A sentence that is longer is cut around its figures.
const LONGEST: usize = 500;

/// Writes a heading with the counts, and the findings by severity.
pub fn write(out: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    let summary = summary(report.outcome, report.readings.len(), report.notes);
    writeln!(out, "### claimlint: {summary}")?;
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        let findings: Vec<&Finding> = report.shown().filter(|f| f.severity == severity).collect();
        if !findings.is_empty() {
            let counted = counted(findings.len(), severity.as_str());
            writeln!(out, "\n#### {counted}")?;
        }
        for finding in findings {
            write_finding(out, finding, report.readings)?;
        }
    }
    Ok(())
}

fn write_finding(out: &mut dyn Write, finding: &Finding, readings: &[Reading]) -> io::Result<()> {
    let inside = |text: &str| escaped_inside(&visible(text));
    let (rule, message) = (inside(&finding.rule), inside(&finding.message));
    writeln!(out, "\n**{rule}**: {message}")?;
    for quote in sentences(finding, readings, LONGEST) {
        let cropped = quote.crop(LONGEST);
        let sentence = with_bold(&cropped.text, cropped.spans);
        writeln!(out, "\n> {sentence}\\\n> — {}", inside(&source(&quote)))?;
    }
    writeln!(out)?;
    for (name, words) in reasons(finding) {
        writeln!(out, "- {name}: {}", inside(words))?;
    }
    for context in finding.locations.iter().filter(|l| l.side.is_none()) {
        writeln!(out, "- see: {}", inside(&place(context, readings)))?;
    }
    Ok(())
}

/// "a.txt:3:5: 250,000, residents before the war"
fn source(quote: &Quote<'_>) -> String {
    let document = quote.document.shown_name();
    let place = format!("{document}:{}:{}", quote.line_number, quote.column);
    let labels = quote
        .labelled()
        .map(|(figure, label)| format!("{figure}, {label}"));
    match labels.collect::<Vec<_>>().join("; ") {
        labels if labels.is_empty() => place,
        labels => format!("{place}: {labels}"),
    }
}

/// A sentence with its figures in bold.
pub(super) fn with_bold(sentence: &str, mut figures: Vec<Range<usize>>) -> String {
    figures.sort_by_key(|span| (span.start, span.end));
    let mut written = String::new();
    let mut done = 0;
    for figure in figures {
        // Figures may overlap.
        let start = figure.start.max(done);
        let (Some(before), Some(words)) =
            (sentence.get(done..start), sentence.get(start..figure.end))
        else {
            continue;
        };
        if words.trim().is_empty() {
            continue;
        }
        written += &escaped_from(before, done);
        let rest = sentence.get(figure.end..).unwrap_or_default();
        let last = sentence
            .get(..start)
            .and_then(|text| text.chars().next_back());
        if leans(words.chars().next(), last) || (before.is_empty() && done > 0) {
            written += NOTHING;
        }
        written += &format!("**{}**", escaped_inside(words));
        if leans(words.chars().next_back(), rest.chars().next()) {
            written += NOTHING;
        }
        done = figure.end;
    }
    written + &escaped_from(sentence.get(done..).unwrap_or_default(), done)
}

fn escaped_from(text: &str, at: usize) -> String {
    match at {
        0 => escaped(text),
        _ => escaped_inside(text),
    }
}

/// Whether stars between a sign and what stands outside of it would be no markup: "US**$4**".
fn leans(inside: Option<char>, outside: Option<char>) -> bool {
    let is_open = |c: char| c.is_whitespace() || c.is_ascii_punctuation();
    !inside.is_some_and(char::is_alphanumeric) && !outside.is_none_or(is_open)
}
