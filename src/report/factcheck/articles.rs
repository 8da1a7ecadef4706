//! The checklist: every figure of every article, with what the text says of it and what it does not.

use serde::Serialize;

use super::differ::anchor;
use super::pieces::{Piece, pieces};
use super::words;
use crate::checks::short_date;
use crate::claim::Reading;
use crate::document::Places;
use crate::dossier::{Dossier, Entry, Lack};
use crate::lexicon::Measure;
use crate::report::known_by::{name, url};
use crate::report::quote::sentence;
use crate::report::visible::visible;

/// So many columns of a sentence are shown around its figure.
const ROOM: usize = 110;

/// An article as a template sees it.
#[derive(Debug, Serialize)]
pub struct Article {
    /// Its anchor.
    id: String,
    /// Its headline, or its first words.
    title: String,
    /// Where it stands: the path, and the row of data.
    place: String,
    source: String,
    date: Option<String>,
    url: Option<String>,
    /// How many figures it has.
    figures: usize,
    /// "3 figures name no source"
    lacks: Vec<String>,
    /// The disagreements that it takes part in.
    differs: usize,
    rows: Vec<Row>,
}

/// A figure to tick off.
#[derive(Debug, Serialize)]
struct Row {
    /// Its anchor.
    id: String,
    /// "c3", as in the output for programs.
    claim: String,
    line: usize,
    column: usize,
    figure: String,
    pieces: Vec<Piece>,
    what: String,
    place: String,
    when: String,
    who: String,
    /// "a part, projected"
    how: String,
    /// "no source", "no place"
    lacks: Vec<&'static str>,
    /// "compared", or why not.
    compared: &'static str,
    /// The findings that tell of it: their numbers and anchors.
    findings: Vec<Link>,
    /// Whether a disagreement tells of it.
    differs: bool,
}

#[derive(Debug, Serialize)]
struct Link {
    number: usize,
    id: String,
}

/// The articles of a dossier, in its order.
pub fn articles(dossier: &Dossier<'_>) -> Vec<Article> {
    let mut articles = Vec::with_capacity(dossier.case.readings.len());
    for group in dossier.case.groups {
        let asked = group.readings.clone().filter(|i| dossier.case.asked[*i]);
        for reading in asked {
            articles.push(article(dossier, reading, &group.rules.measures));
        }
    }
    articles
}

/// The anchor of an article.
fn article_id(reading: usize) -> String {
    format!("a{}", reading + 1)
}

/// The anchor of a figure.
pub fn figure_id(reading: usize, claim: usize) -> String {
    format!("a{}c{}", reading + 1, claim + 1)
}

fn article(dossier: &Dossier<'_>, index: usize, measures: &[Measure]) -> Article {
    let reading = &dossier.case.readings[index];
    let document = &reading.document;
    let entries = &dossier.checklist[index][..];
    let loud = dossier.disagreements().len();
    let mut differs: Vec<usize> = entries.iter().flat_map(|e| e.findings.clone()).collect();
    differs.sort_unstable();
    differs.dedup();
    let mut places = Places::of(document);
    Article {
        id: article_id(index),
        title: name(document),
        place: visible(&document.shown_name()),
        source: visible(&document.source),
        date: document.published.map(short_date),
        url: url(document).map(str::to_owned),
        figures: entries.len(),
        lacks: lacks(entries.iter()),
        differs: differs.iter().filter(|finding| **finding < loud).count(),
        rows: entries
            .iter()
            .map(|entry| row(reading, index, entry, measures, loud, &mut places))
            .collect(),
    }
}

fn row(
    reading: &Reading,
    index: usize,
    entry: &Entry,
    measures: &[Measure],
    loud: usize,
    places: &mut Places<'_>,
) -> Row {
    let claim = &reading.claims[entry.claim];
    let place = places.of_span(claim.span.clone());
    let links = entry.findings.iter().map(|finding| Link {
        number: finding + 1,
        id: anchor(*finding),
    });
    let spelled = |place: &str| visible(reading.spelling(place));
    Row {
        id: figure_id(index, entry.claim),
        claim: claim.id(),
        line: place.line,
        column: place.column,
        figure: visible(&claim.text),
        pieces: pieces(&sentence(reading, claim).crop(ROOM)),
        what: visible(&words::what(claim, measures)),
        place: claim
            .place
            .as_ref()
            .map_or_else(String::new, |field| spelled(&field.value)),
        when: visible(&words::when(claim, reading)),
        who: visible(&words::who(claim)),
        how: words::how(claim),
        lacks: entry.lacks.iter().map(|lack| words::lack(*lack)).collect(),
        compared: words::fate(entry.fate),
        differs: entry.findings.iter().any(|finding| *finding < loud),
        findings: links.collect(),
    }
}

/// What figures lack: "9 figures name no source".
pub fn lacks<'a>(entries: impl Iterator<Item = &'a Entry> + Clone) -> Vec<String> {
    let lacking = |lack| entries.clone().filter(|e| e.lacks.contains(&lack)).count();
    let lacks = Lack::ALL.into_iter();
    lacks
        .map(|lack| (lack, lacking(lack)))
        .filter(|(_, figures)| *figures > 0)
        .map(|(lack, figures)| words::lacking(lack, figures))
        .collect()
}

/// "14 figures"
pub fn figures(dossier: &Dossier<'_>) -> String {
    words::counted(dossier.checklist.iter().map(Vec::len).sum(), "figure")
}
