//! `claimlint explain`: how figures were read, from which words, and what the rules compared them with.

mod apart;
mod fields;

use std::io::{self, Write};

pub(super) use apart::{aside, event, whereabouts};

use annotate_snippets::{Group, Level, Origin};

use super::quote::quote;
use super::text::{renderer, snippet};
use super::visible::{start_within, visible, width as columns};
use crate::claim::{Claim, Reading};
use crate::document::Place;
use crate::finding::Verdict;
use crate::lexicon::Measure;
use crate::quantity::in_words_with_bound;
use crate::rules::{Account, Held};
use crate::series::Member;

/// So many figures that a rule did not compare with the one explained are listed; an archive has thousands.
const LISTED: usize = 8;

/// How an explanation is written.
#[derive(Debug, Clone, Copy)]
pub struct Options<'a> {
    /// Whether the terminal shows colours.
    pub color: bool,
    /// The columns of the terminal.
    pub width: usize,
    /// What can be counted, for the labels.
    pub measures: &'a [Measure],
}

/// Writes how a figure was read and what the rules that look at it made of it.
pub fn write(
    out: &mut dyn Write,
    readings: &[Reading],
    figure: Member,
    accounts: &[Account<'_>],
    options: &Options<'_>,
) -> io::Result<()> {
    let drawn = renderer(options.color).render(&quoted(readings, figure, options.width));
    writeln!(out, "{}\n", drawn.trim_start_matches('\n'))?;
    let fields = fields::of(readings, figure, options.measures);
    let labels = fields.iter().map(|(label, _)| label.len()).max();
    let labels = labels.unwrap_or_default();
    for (label, text) in &fields {
        let line = wrapped(&format!("  {label:labels$}  "), text, options.width);
        out.write_all(line.as_bytes())?;
    }
    if accounts.is_empty() {
        let text =
            "no rule looks at what it counts, and nothing in the text ties it to another figure";
        write!(out, "\n{}", wrapped("", text, options.width))?;
    }
    for account in accounts {
        let text = format!("{}: {}", account.rule.id, account.rule.title);
        write!(out, "\n{}", wrapped("", &text, options.width))?;
        for text in said(readings, figure, account) {
            out.write_all(wrapped("  ", &text, options.width).as_bytes())?;
        }
    }
    Ok(())
}

/// The figure in its line, under what it is called. For the groups see [`super::text`].
fn quoted(readings: &[Reading], figure: Member, width: usize) -> [Group<'static>; 3] {
    let (document, claim) = (&readings[figure.reading].document, figure.of(readings));
    let quote = quote(document, claim.span.clone());
    // Beside the line number stand a blank, a bar and a blank.
    let room = width.saturating_sub(quote.line_number.to_string().len() + 3);
    let title = format!("{} ({})", name(claim), claim.id());
    let origin = Origin::path(visible(&document.shown_name()))
        .line(quote.line_number)
        .char_column(quote.column);
    [
        Group::with_level(Level::INFO),
        Group::with_title(Level::INFO.no_name().primary_title(visible(&title))).element(origin),
        Group::with_level(Level::INFO).element(snippet(&quote, room)),
    ]
}

/// A figure as written; what was computed stands nowhere in the text.
fn name(claim: &Claim) -> String {
    if claim.is_derived() {
        in_words_with_bound(&claim.quantity)
    } else {
        claim.text.clone()
    }
}

/// Where a claim stands in its file.
fn place(reading: &Reading, claim: &Claim) -> Place {
    reading.document.place(claim.span.clone())
}

/// A figure of the same article: `40 (3:5)`.
fn nearby(reading: &Reading, claim: &Claim) -> String {
    let place = place(reading, claim);
    format!("{} ({}:{})", name(claim), place.line, place.column)
}

/// A figure with its place, seen from another one: `40 (a.md:3:5)`.
fn placed(readings: &[Reading], figure: Member, other: Member) -> String {
    let (reading, claim) = (&readings[other.reading], other.of(readings));
    if other.reading == figure.reading {
        return nearby(reading, claim);
    }
    let (document, place) = (reading.document.shown_name(), place(reading, claim));
    format!(
        "{} ({document}:{}:{})",
        name(claim),
        place.line,
        place.column
    )
}

/// What a rule made of a figure, a paragraph each.
fn said(readings: &[Reading], figure: Member, account: &Account<'_>) -> Vec<String> {
    if let Some(aside) = account.aside {
        let why = apart::aside(readings, figure, aside);
        return vec![format!("compared with nothing: {why}")];
    }
    let compared = account
        .held
        .iter()
        .map(|held| comparison(readings, figure, account, held));
    let apart = account.apart.iter().take(LISTED).map(|(other, apart)| {
        let why = apart::words(readings, figure, *other, apart);
        format!(
            "not compared with {}: {why}",
            placed(readings, figure, *other)
        )
    });
    let mut said: Vec<String> = compared.chain(apart).collect();
    match account.apart.len().saturating_sub(LISTED) {
        0 => {}
        more => said.push(format!("nor compared with {more} more")),
    }
    if said.is_empty() {
        said.push("there is no other figure of what it counts".to_owned());
    }
    said
}

fn comparison(readings: &[Reading], figure: Member, account: &Account<'_>, held: &Held) -> String {
    let with = held.with.iter().map(|m| placed(readings, figure, *m));
    let with: Vec<String> = with.collect();
    let with = match with[..] {
        _ if !account.rule.check.is_among_texts() => "held against the table".to_owned(),
        [] => "held against the words beside it".to_owned(),
        _ => format!("compared with {}", with.join(", ")),
    };
    let verdict = match held.verdict {
        Verdict::Contradiction => "contradiction",
        Verdict::Discrepancy => "discrepancy",
        Verdict::Consistent => "they fit",
    };
    let reported = match held.reported {
        Some(severity) => format!("reported as {}", with_article(severity.as_str())),
        None if held.verdict == Verdict::Consistent => return format!("{with}: {verdict}"),
        None if account.rule.check.is_last_resort() => "reported by another rule".to_owned(),
        None => "not reported".to_owned(),
    };
    format!("{with}: {verdict} ({reported}): {}", held.why)
}

fn with_article(noun: &str) -> String {
    let article = if noun.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "an"
    } else {
        "a"
    };
    format!("{article} {noun}")
}

/// A paragraph behind a head, its lines broken between words, the further ones indented as far as the first or, behind
/// a bare margin, a little more.
fn wrapped(head: &str, text: &str, width: usize) -> String {
    let is_margin = head.trim().is_empty();
    let indent = head.len() + if is_margin { 2 } else { 0 };
    let mut out = head.to_owned();
    let mut used = head.len();
    let text = visible(text);
    for (i, word) in text.split(' ').filter(|word| !word.is_empty()).enumerate() {
        let takes = columns(word);
        if i > 0 && used + 1 + takes > width {
            out.push('\n');
            out.extend(std::iter::repeat_n(' ', indent));
            used = indent;
        } else if i > 0 {
            out.push(' ');
            used += 1;
        }
        out.push_str(word);
        used += takes;
    }
    out.push('\n');
    out
}

/// Words of an article between quotation marks, cut where they are many.
fn in_quotes(words: &str) -> String {
    /// Columns of words that are quoted whole.
    const LONGEST: usize = 48;
    if columns(words) <= LONGEST {
        return format!("\"{words}\"");
    }
    let start = start_within(words, LONGEST);
    let start = start.rsplit_once(' ').map_or(start, |(start, _)| start);
    format!("\"{start} …\"")
}
