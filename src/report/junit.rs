//! `check --format junit`: the XML of test reports, which build servers show. A document is a suite, a finding a test
//! that fails.

use std::io::{self, Write};

use quick_xml::events::{BytesDecl, BytesText, Event};
use quick_xml::writer::Writer;

use super::Report;
use super::reasons::{lines, lines_with_places};
use super::spot::path;
use super::visible::visible;
use crate::claim::Reading;
use crate::finding::{Finding, Severity};

/// What a document without findings passes.
const PASSED: &str = "the figures fit";

/// A document with its findings.
struct Suite<'a> {
    reading: &'a Reading,
    failures: Vec<&'a Finding>,
    notes: Vec<&'a Finding>,
}

impl Suite<'_> {
    fn tests(&self) -> usize {
        self.failures.len().max(1)
    }
}

/// Writes a suite a document, in the order they were read.
pub fn write(out: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    let suites = suites(report);
    let tests: usize = suites.iter().map(Suite::tests).sum();
    let failures: usize = suites.iter().map(|suite| suite.failures.len()).sum();
    let mut xml = Writer::new_with_indent(&mut *out, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = xml
        .create_element("testsuites")
        .with_attribute(("name", "claimlint"))
        .with_attributes(counts(&tests.to_string(), &failures.to_string()));
    if suites.is_empty() {
        root.write_empty()?;
    } else {
        root.write_inner_content(|xml| {
            suites
                .iter()
                .try_for_each(|of_one| suite(xml, of_one, report.readings))
        })?;
    }
    writeln!(out)
}

/// A finding belongs to the document of its primary figure.
fn suites<'a>(report: &Report<'a>) -> Vec<Suite<'a>> {
    let empty = |reading| Suite {
        reading,
        failures: Vec::new(),
        notes: Vec::new(),
    };
    let mut suites: Vec<Suite<'a>> = report.readings.iter().map(empty).collect();
    for finding in report.shown() {
        let primary = finding.locations.first();
        let suite = primary.and_then(|location| suites.get_mut(location.reading));
        match suite {
            Some(suite) if finding.severity == Severity::Note => suite.notes.push(finding),
            Some(suite) => suite.failures.push(finding),
            None => {}
        }
    }
    suites
}

fn counts<'a>(tests: &'a str, failures: &'a str) -> [(&'static str, &'a str); 4] {
    [
        ("tests", tests),
        ("failures", failures),
        ("errors", "0"),
        ("skipped", "0"),
    ]
}

fn suite<W: Write>(xml: &mut Writer<W>, suite: &Suite<'_>, readings: &[Reading]) -> io::Result<()> {
    let document = &suite.reading.document;
    let (name, path) = (visible(&document.shown_name()), visible(&path(document)));
    let (tests, failures) = (suite.tests().to_string(), suite.failures.len().to_string());
    xml.create_element("testsuite")
        .with_attribute(("name", name.as_str()))
        .with_attributes(counts(&tests, &failures))
        .write_inner_content(|xml| {
            let case = |xml: &mut Writer<W>, test: &str, finding: Option<&Finding>| {
                let case = xml.create_element("testcase").with_attributes([
                    ("classname", name.as_str()),
                    ("name", test),
                    ("file", path.as_str()),
                ]);
                match finding {
                    None => case.write_empty().map(|_| ()),
                    Some(finding) => case
                        .write_inner_content(|xml| failure(xml, finding, readings))
                        .map(|_| ()),
                }
            };
            if suite.failures.is_empty() {
                case(xml, PASSED, None)?;
            }
            for finding in &suite.failures {
                case(xml, &test_name(finding, readings), Some(finding))?;
            }
            if !suite.notes.is_empty() {
                let notes = suite.notes.iter().map(|note| words(note, readings));
                let notes = notes.collect::<Vec<_>>().join("\n\n");
                xml.create_element("system-out")
                    .write_text_content(BytesText::new(&notes))?;
            }
            Ok(())
        })?;
    Ok(())
}

/// The rule and the message, and the place, which tells two of one message apart.
fn test_name(finding: &Finding, readings: &[Reading]) -> String {
    let message = visible(&finding.message);
    let place = finding.locations.first().map(|primary| {
        let document = &readings[primary.reading].document;
        let place = document.place(primary.span(readings));
        format!(" ({}:{})", place.line, place.column)
    });
    format!("{}: {message}{}", finding.rule, place.unwrap_or_default())
}

fn failure<W: Write>(
    xml: &mut Writer<W>,
    finding: &Finding,
    readings: &[Reading],
) -> io::Result<()> {
    let message = lines(finding).into_iter().next().unwrap_or_default();
    xml.create_element("failure")
        .with_attribute(("type", finding.severity.as_str()))
        .with_attribute(("message", message.as_str()))
        .write_text_content(BytesText::new(&words(finding, readings)))?;
    Ok(())
}

/// "warning[people-in-place]: …" with its place, its reasons and its other figures, a line each.
fn words(finding: &Finding, readings: &[Reading]) -> String {
    let primary = finding.locations.first();
    let primary = primary.map(|l| format!("at: {}", visible(&super::reasons::place(l, readings))));
    let mut lines = lines_with_places(finding, readings).into_iter();
    let message = lines.next().unwrap_or_default();
    let first = format!("{}[{}]: {message}", finding.severity.as_str(), finding.rule);
    let all = std::iter::once(first).chain(primary).chain(lines);
    all.collect::<Vec<_>>().join("\n")
}
