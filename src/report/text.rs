//! `check --format text`: what a copy editor reads. What differs, the quotes, why, and what would fit.

use std::io::{self, Write};

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Padding, Renderer, Snippet};

use super::quote::{Quote, quotes};
use super::reasons::{place, reasons};
use super::visible::visible;
use crate::claim::Reading;
use crate::finding::{Finding, Outcome, Severity};

/// Wider than any line, yet the renderer can multiply it.
const UNLIMITED: usize = usize::MAX / 4;

/// How the text is written.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Whether the terminal shows colours.
    pub color: bool,
    /// Whether notes are written out.
    pub notes: bool,
    /// Whether the key of each finding is written out.
    pub keys: bool,
    /// The columns of the terminal.
    pub width: usize,
}

/// Writes the findings, each followed by a blank line, and a last line on what was read and compared.
pub fn write(
    out: &mut dyn Write,
    outcome: &Outcome,
    readings: &[Reading],
    options: &Options,
) -> io::Result<()> {
    let renderer = renderer(options.color);
    let shown = |finding: &&Finding| options.notes || finding.severity != Severity::Note;
    for finding in outcome.findings.iter().filter(shown) {
        let text = renderer.render(&groups(finding, readings, options));
        writeln!(out, "{}\n", text.trim_start_matches('\n'))?;
    }
    writeln!(out, "{}", summary(outcome, readings.len(), options.notes))
}

/// What draws the quotes.
pub(super) fn renderer(color: bool) -> Renderer {
    let renderer = if color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    // Lines come cropped: the renderer would cut within words and count columns from the cut.
    renderer
        .decor_style(DecorStyle::Ascii)
        .term_width(UNLIMITED)
}

/// A finding as the renderer wants it.
///
/// It can number lines from anywhere but counts columns in the source it is given, so each header is an origin
/// of its own. A source without a path prints no second header only where it opens a group; an origin prints
/// `-->` where it is the first of its group and `:::` after a source. The very first group is drawn with a
/// closing bar, and is left empty for that reason.
fn groups(finding: &Finding, readings: &[Reading], options: &Options) -> Vec<Group<'static>> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.clone().primary_title(visible(&finding.message));
    let mut groups = vec![Group::with_level(level.clone())];
    let mut group = Group::with_title(title.id(visible(&finding.rule)));

    let room = room(finding, readings, options.width);
    for (i, quote) in quotes(finding, readings, room).iter().enumerate() {
        if i > 0 {
            group = group.element(Padding);
        }
        let origin = Origin::path(visible(&quote.document.shown_name()))
            .line(quote.line_number)
            .char_column(quote.column);
        groups.push(group.element(origin));
        group = Group::with_level(level.clone()).element(snippet(quote, room));
    }

    let message = |name, text: &str| Level::NOTE.with_name(name).message(visible(text));
    let key = options.keys.then(|| finding.key(readings));
    groups.push(
        group
            .element(Padding)
            .elements(reasons(finding).map(|(name, words)| message(name, words)))
            .elements(context(finding, readings).map(|place| message("see", &place)))
            .elements(key.iter().map(|key| message("key", key))),
    );
    groups
}

/// Where the figures stand that agree with several sides or that the arithmetic needs.
fn context<'a>(finding: &'a Finding, readings: &'a [Reading]) -> impl Iterator<Item = String> + 'a {
    let context = finding.locations.iter().filter(|l| l.side.is_none());
    context.map(|location| place(location, readings))
}

/// The columns beside the line numbers.
fn room(finding: &Finding, readings: &[Reading], width: usize) -> usize {
    let numbers = quotes(finding, readings, width)
        .iter()
        .map(|quote| quote.line_number.to_string().len())
        .max();
    width.saturating_sub(numbers.unwrap_or(0) + 3)
}

pub(super) fn snippet(
    quote: &Quote<'_>,
    room: usize,
) -> Snippet<'static, annotate_snippets::Annotation<'static>> {
    let cropped = quote.crop(room);
    let annotations = quote.marks.iter().zip(cropped.spans).map(|(mark, span)| {
        let kind = if mark.primary {
            AnnotationKind::Primary
        } else {
            AnnotationKind::Context
        };
        let label = Some(visible(mark.label)).filter(|label| !label.is_empty());
        kind.span(span).label(label)
    });
    Snippet::source(cropped.text)
        .line_start(quote.line_number)
        .annotations(annotations)
}

/// "3 articles, 24 figures, 19 compared: 1 error, 2 notes (--notes shows them)".
pub(super) fn summary(outcome: &Outcome, articles: usize, notes_shown: bool) -> String {
    let number = |severity| {
        let of_it = |finding: &&Finding| finding.severity == severity;
        outcome.findings.iter().filter(of_it).count()
    };
    let parts: Vec<String> = [Severity::Error, Severity::Warning, Severity::Note]
        .into_iter()
        .map(|severity| (number(severity), severity.as_str()))
        .filter(|(number, _)| *number > 0)
        .map(|(number, name)| counted(number, name))
        .collect();
    let result = if !parts.is_empty() {
        parts.join(", ")
    } else if outcome.held.is_empty() {
        "nothing to compare".to_owned()
    } else if settled(outcome).is_empty() {
        "nothing differs".to_owned()
    } else {
        "nothing new".to_owned()
    };
    let hint = match number(Severity::Note) {
        0 => "",
        _ if notes_shown => "",
        1 => " (--notes shows it)",
        _ => " (--notes shows them)",
    };
    let settled: String = settled(outcome)
        .iter()
        .map(|part| format!("; {part}"))
        .collect();
    format!(
        "{}, {}, {} compared: {result}{hint}{settled}",
        counted(articles, "article"),
        counted(outcome.claims, "figure"),
        outcome.compared(),
    )
}

/// What is not among the findings: "2 ignored", "1 file excluded", "against the baseline: 0 new, 41 known, 2 fixed".
pub(super) fn settled(outcome: &Outcome) -> Vec<String> {
    let settled = outcome.settled;
    let mut words = Vec::new();
    for (number, what) in [
        (settled.ignored, "ignored"),
        (settled.reviewed, "reviewed"),
        (settled.unchanged, "in unchanged lines"),
    ] {
        if number > 0 {
            words.push(format!("{number} {what}"));
        }
    }
    if settled.excluded > 0 {
        words.push(format!("{} excluded", counted(settled.excluded, "file")));
    }
    if let Some((known, fixed)) = settled.baseline {
        let new = outcome.findings.len();
        words.push(format!(
            "against the baseline: {new} new, {known} known, {fixed} fixed"
        ));
    }
    words
}

/// "1 rule", "2 rules"
pub fn counted(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}
