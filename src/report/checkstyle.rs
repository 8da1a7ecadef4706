//! `check --format checkstyle`: the XML of Checkstyle, which editors and build servers read.

use std::io::{self, Write};

use quick_xml::events::{BytesDecl, Event};
use quick_xml::writer::Writer;

use super::Report;
use super::reasons::lines;
use super::spot::{Spot, spot};
use super::visible::visible;
use crate::finding::{Finding, Severity};

/// The version of the format, which readers ask for.
const VERSION: &str = "4.3";

/// Writes the findings by the file of their primary figure, files in the order they were read.
pub fn write(out: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    let mut xml = Writer::new_with_indent(&mut *out, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = xml
        .create_element("checkstyle")
        .with_attribute(("version", VERSION));
    let files = files(report);
    if files.is_empty() {
        root.write_empty()?;
    } else {
        root.write_inner_content(|xml| files.iter().try_for_each(|found| file(xml, found)))?;
    }
    writeln!(out)
}

/// The findings of one file, with their places in it.
type Found<'a> = Vec<(Spot<'a>, &'a Finding)>;

fn files<'a>(report: &Report<'a>) -> Vec<Found<'a>> {
    let mut placed: Vec<(usize, Spot<'a>, &'a Finding)> = Vec::new();
    for finding in report.shown() {
        let primary = finding.locations.first();
        placed.extend(primary.map(|l| (l.reading, spot(l, report.readings), finding)));
    }
    // Rows of one file are readings of their own, one behind the other.
    placed.sort_by_key(|(reading, spot, _)| (*reading, spot.line, spot.columns));
    let mut files: Vec<Found<'a>> = Vec::new();
    for (_, spot, finding) in placed {
        match files.last_mut() {
            Some(file)
                if file
                    .first()
                    .is_some_and(|(first, _)| first.path == spot.path) =>
            {
                file.push((spot, finding));
            }
            _ => files.push(vec![(spot, finding)]),
        }
    }
    files
}

fn file<W: Write>(xml: &mut Writer<W>, found: &Found<'_>) -> io::Result<()> {
    let name = found.first().map(|(spot, _)| visible(&spot.path));
    xml.create_element("file")
        .with_attribute(("name", name.unwrap_or_default().as_str()))
        .write_inner_content(|xml| {
            found
                .iter()
                .try_for_each(|(spot, finding)| error(xml, spot, finding))
        })?;
    Ok(())
}

fn error<W: Write>(xml: &mut Writer<W>, spot: &Spot<'_>, finding: &Finding) -> io::Result<()> {
    let mut element = xml
        .create_element("error")
        .with_attribute(("line", spot.line.to_string().as_str()));
    if let Some((column, _)) = spot.columns {
        element = element.with_attribute(("column", column.to_string().as_str()));
    }
    element
        .with_attribute(("severity", severity(finding.severity)))
        .with_attribute(("message", lines(finding).join("; ").as_str()))
        .with_attribute(("source", format!("claimlint.{}", finding.rule).as_str()))
        .write_empty()?;
    Ok(())
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "info",
    }
}
