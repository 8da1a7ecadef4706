//! One disagreement: its quotes side by side, its figures as bars, why that may be, and what would fit.

use std::collections::BTreeSet;

use serde::Serialize;

use super::pieces::{Piece, pieces};
use super::template::safe;
use super::words;
use crate::checks::short_date;
use crate::claim::{Claim, Operand, Reading};
use crate::dossier::{Dossier, common_source};
use crate::finding::{Finding, Location, Severity};
use crate::quantity::Quantity;
use crate::report::chart::{self, Bar};
use crate::report::known_by::{headline, url};
use crate::report::quote::{Quote, sentences};
use crate::report::reasons::{address, figure};
use crate::report::visible::visible;

/// A sentence that is longer is cut around its figures.
const LONGEST: usize = 420;

/// So many quotes of a side are shown at once.
const SHOWN: usize = 3;

/// So many more are folded below them; the checklist has all.
const FOLDED: usize = 40;

/// So many figures that stand beside a finding are listed.
const LISTED: usize = 8;

/// A finding as a template sees it.
#[derive(Debug, Serialize)]
pub struct Disagreement {
    /// Its number on the page, from 1.
    number: usize,
    /// Its anchor.
    id: String,
    severity: &'static str,
    verdict: &'static str,
    /// "cannot both hold"
    verdict_in_words: &'static str,
    cause: &'static str,
    /// "different things counted"
    cause_in_words: &'static str,
    /// What differs, in a line.
    message: String,
    /// Whose figures differ: "inside Reuters", "Reuters, NBC News and 3 more; The Guardian".
    between: String,
    sides: Vec<Side>,
    /// Its figures as bars on one axis, where they have one: SVG.
    #[serde(serialize_with = "safe")]
    bars: Option<String>,
    why: String,
    arithmetic: Option<String>,
    told_by: Option<String>,
    /// The one whom all sides cite.
    common_source: Option<String>,
    would_fit_if: Option<String>,
    /// What a checker would ask.
    question: String,
    /// Figures that stand beside it, and how many more there are.
    see: Vec<See>,
    see_more: usize,
    rule: RuleOf,
    /// 0.9, 0.6 or 0.3, by the guesses it rests on.
    confidence: String,
}

/// The figures that agree with each other, and the sentences that they stand in.
#[derive(Debug, Serialize)]
struct Side {
    /// The first figure.
    figure: String,
    quotes: Vec<Card>,
    /// Those that say the same once more, and how many of them are left out.
    more: Vec<Card>,
    left: usize,
}

/// A quote with where it comes from.
#[derive(Debug, Serialize)]
struct Card {
    pieces: Vec<Piece>,
    source: String,
    title: Option<String>,
    date: Option<String>,
    /// Its address, where that is one of the web.
    url: Option<String>,
    /// "a.txt:3:5"
    place: String,
    /// According to whom, as the text says; empty where it does not.
    who: Vec<String>,
    /// "about 1.5 million: people there, 14 Feb 2024"
    labels: Vec<String>,
}

/// A figure that stands beside those that differ.
#[derive(Debug, Serialize)]
struct See {
    /// "250,000, residents before the war"
    label: String,
    source: String,
    date: Option<String>,
    place: String,
}

#[derive(Debug, Serialize)]
struct RuleOf {
    id: String,
    title: String,
    why: String,
}

/// The findings of a dossier, in its order.
pub fn disagreements(dossier: &Dossier<'_>) -> Vec<Disagreement> {
    let findings = dossier.findings.iter().enumerate();
    findings
        .map(|(i, finding)| disagreement(i, finding, dossier))
        .collect()
}

/// The anchor of a finding, by its place in the dossier.
pub fn anchor(index: usize) -> String {
    format!("d{}", index + 1)
}

fn disagreement(index: usize, finding: &Finding, dossier: &Dossier<'_>) -> Disagreement {
    let readings = dossier.case.readings;
    let rule = dossier
        .case
        .rules
        .iter()
        .find(|rule| rule.id == finding.rule);
    let optional = |words: &Option<String>| words.as_deref().map(visible);
    let common = common_source(finding, readings);
    let context = finding.locations.iter().filter(|l| l.side.is_none());
    Disagreement {
        number: index + 1,
        id: anchor(index),
        severity: finding.severity.as_str(),
        verdict: finding.verdict.as_str(),
        verdict_in_words: words::verdict(finding),
        cause: finding.cause.as_str(),
        cause_in_words: words::cause(finding.cause),
        message: visible(&finding.message),
        between: between(finding, readings),
        sides: sides(finding, readings),
        bars: drawn(index, finding, readings),
        why: visible(&finding.why),
        arithmetic: optional(&finding.arithmetic),
        told_by: optional(&finding.carried),
        common_source: common.map(visible),
        would_fit_if: optional(&finding.would_fit),
        question: match common {
            Some(who) => format!("What did {} say, and when?", visible(who)),
            None => words::question(finding).to_owned(),
        },
        see_more: context.clone().count().saturating_sub(LISTED),
        see: context
            .take(LISTED)
            .map(|location| see(location, readings))
            .collect(),
        rule: RuleOf {
            id: visible(&finding.rule),
            title: rule.map_or_else(String::new, |rule| visible(&rule.title)),
            why: rule.map_or_else(String::new, |rule| visible(rule.why.trim())),
        },
        confidence: format!("0.{}", finding.confidence / 10),
    }
}

/// The figures that differ as bars, those of one side and value together; none where they share no axis, or where the
/// finding is about a sum and not about two figures for one thing.
fn drawn(index: usize, finding: &Finding, readings: &[Reading]) -> Option<String> {
    struct Figure<'a> {
        location: &'a Location,
        quantity: &'a Quantity,
        sources: Vec<&'a str>,
    }
    let mut figures: Vec<Figure<'_>> = Vec::new();
    for location in finding.locations.iter().filter(|l| l.side.is_some()) {
        let quantity = location.quantity(readings)?;
        let source = readings[location.reading].document.source.as_str();
        let same = figures.iter_mut().find(|known| {
            let (a, b) = (known.quantity, quantity);
            known.location.side == location.side
                && (a.low, a.high, a.bound) == (b.low, b.high, b.bound)
        });
        match same {
            Some(known) if known.sources.contains(&source) => {}
            Some(known) => known.sources.push(source),
            None => figures.push(Figure {
                location,
                quantity,
                sources: vec![source],
            }),
        }
    }
    let sides = figures.iter().map(|figure| figure.location.side);
    let several = sides.collect::<BTreeSet<_>>().len() > 1;
    if finding.indivisible || !several {
        return None;
    }
    figures.sort_by_key(|figure| figure.location.side);
    let bars: Vec<Bar<'_>> = figures
        .iter()
        .map(|figure| {
            let text = figure.location.text(readings);
            let more = match figure.sources.len() - 1 {
                0 => String::new(),
                more => format!(" and {more} more"),
            };
            Bar {
                label: format!("{text}\n{}{more}", figure.sources[0]),
                side: figure.location.side,
                quantity: figure.quantity,
            }
        })
        .collect();
    let id = format!("{}-bars", anchor(index));
    let desc = "A thick bar is what a reader takes a figure for, a thin line what its words allow; the upright stroke is \
                the number as written.";
    chart::bars(&id, &finding.message, desc, &bars)
}

fn sides(finding: &Finding, readings: &[Reading]) -> Vec<Side> {
    let mut sides: Vec<(Option<usize>, Side)> = Vec::new();
    for quote in sentences(finding, readings, LONGEST) {
        let marked = || quote.marks.iter().filter_map(|mark| mark.location);
        let Some(first) = marked().next() else {
            continue;
        };
        let card = card(&quote, readings);
        match sides.iter_mut().find(|(number, _)| *number == first.side) {
            Some((_, side)) if side.quotes.len() < SHOWN => side.quotes.push(card),
            Some((_, side)) if side.more.len() < FOLDED => side.more.push(card),
            Some((_, side)) => side.left += 1,
            None => sides.push((
                first.side,
                Side {
                    figure: visible(first.text(readings)),
                    quotes: vec![card],
                    more: Vec::new(),
                    left: 0,
                },
            )),
        }
    }
    sides.into_iter().map(|(_, side)| side).collect()
}

/// The outlets of each side, those that have the same figure together.
fn between(finding: &Finding, readings: &[Reading]) -> String {
    /// So many outlets of a side are named.
    const NAMED: usize = 3;
    let mut sides: Vec<(usize, Vec<usize>)> = Vec::new();
    for location in &finding.locations {
        let Some(side) = location.side else { continue };
        match sides.iter_mut().find(|(known, _)| *known == side) {
            Some((_, documents)) if documents.contains(&location.reading) => {}
            Some((_, documents)) => documents.push(location.reading),
            None => sides.push((side, vec![location.reading])),
        }
    }
    let source = |reading: &usize| visible(&readings[*reading].document.source);
    let mut all: Vec<usize> = sides.iter().flat_map(|(_, d)| d.clone()).collect();
    all.sort_unstable();
    all.dedup();
    if let [one] = all[..] {
        return format!("inside {}", source(&one));
    }
    let outlets = sides.iter().map(|(_, documents)| {
        let mut names: Vec<String> = Vec::new();
        for name in documents.iter().map(source) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        match names.len().saturating_sub(NAMED) {
            0 => names.join(", "),
            more => format!("{} and {more} more", names[..NAMED].join(", ")),
        }
    });
    outlets.collect::<Vec<_>>().join(" / ")
}

fn see(location: &Location, readings: &[Reading]) -> See {
    let document = &readings[location.reading].document;
    See {
        label: visible(&figure(location, readings)),
        source: visible(&document.source),
        date: document.published.map(short_date),
        place: visible(&address(document, location.span(readings))),
    }
}

fn card(quote: &Quote<'_>, readings: &[Reading]) -> Card {
    let document = quote.document;
    let locations = || quote.marks.iter().filter_map(|mark| mark.location);
    let mut who: Vec<String> = Vec::new();
    for claim in locations().filter_map(|location| claim_of(location, readings)) {
        let name = visible(&words::who(claim));
        if !name.is_empty() && !who.contains(&name) {
            who.push(name);
        }
    }
    let pieces = pieces(&quote.crop(LONGEST));
    let whole: String = pieces.iter().map(|piece| &*piece.text).collect();
    Card {
        pieces,
        source: visible(&document.source),
        title: headline(document).filter(|title| *title != whole),
        date: document.published.map(short_date),
        url: url(document).map(str::to_owned),
        place: visible(&format!(
            "{}:{}:{}",
            document.shown_name(),
            quote.line_number,
            quote.column
        )),
        who,
        labels: locations()
            .map(|location| visible(&figure(location, readings)))
            .collect(),
    }
}

fn claim_of<'a>(location: &Location, readings: &'a [Reading]) -> Option<&'a Claim> {
    match location.operand {
        Operand::Claim(claim) => readings[location.reading].claims.get(claim),
        Operand::Mention(_) => None,
    }
}

/// Whether a finding is more than good to know.
pub fn is_loud(disagreement: &Disagreement) -> bool {
    disagreement.severity != Severity::Note.as_str()
}
