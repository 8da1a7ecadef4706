//! Drafts of fact checks: `ClaimReview` of schema.org as JSON-LD, for a fact-checker to complete.
//!
//! A draft holds what the articles say: the claim, who made it, where it appears, and what it differs from. What only a
//! person can know is not in it: the rating, by whom the review is and where and when it appears, and where the claim
//! was made first. The types below are the format.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use serde::Serialize;

use super::Report;
use super::known_by::{name, url};
use super::quote::sentence_at;
use super::reasons::{figure, lines};
use super::visible::visible;
use crate::claim::{Operand, Reading};
use crate::document::{Date, Document};
use crate::finding::{Finding, Location};

/// How long a claim is at most, in columns: search results cut what is longer.
const LONGEST: usize = 75;

#[derive(Serialize)]
struct Graph {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    drafts: Vec<Draft>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Draft {
    #[serde(rename = "@type")]
    kind: &'static str,
    /// Within the page that the draft is pasted into: the same at every run.
    #[serde(rename = "@id")]
    id: String,
    creative_work_status: &'static str,
    name: String,
    claim_reviewed: String,
    item_reviewed: Claim,
    review_body: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Claim {
    #[serde(rename = "@type")]
    kind: &'static str,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<Author>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    appearance: Vec<Work>,
}

/// Somebody; of whom an article cites it does not say whether they are a person or an organisation.
#[derive(Serialize)]
struct Author {
    #[serde(rename = "@type", skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    name: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Work {
    #[serde(rename = "@type")]
    kind: &'static str,
    headline: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Author>,
}

/// Writes the drafts of all findings that are shown as one JSON-LD object, indented by two spaces.
pub fn write(out: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    let findings = report.fingerprinted().into_iter();
    let findings = findings.filter(|(finding, _)| report.shows(finding));
    let graph = Graph {
        context: "https://schema.org",
        drafts: findings
            .flat_map(|(finding, fingerprint)| drafts(finding, &fingerprint, report.readings))
            .collect(),
    };
    let json = serde_json::to_string_pretty(&graph)?;
    writeln!(out, "{}", within_a_page(&json))
}

/// JSON that may stand between `<script>` and `</script>`, which is where it is pasted: HTML does not know of strings
/// there, and would end the script at a `</script>` or begin a comment at a `<!--` that an article has. Those signs
/// stand in strings alone, where an escape is the same character; the last two ended a line of scripts once.
fn within_a_page(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' => safe.push_str("\\u003c"),
            '>' => safe.push_str("\\u003e"),
            '&' => safe.push_str("\\u0026"),
            '\u{2028}' => safe.push_str("\\u2028"),
            '\u{2029}' => safe.push_str("\\u2029"),
            c => safe.push(c),
        }
    }
    safe
}

/// A draft for every side of a finding. Figures that take part in arithmetic say different things, so that there what the
/// text states is the claim, and what it is held against is none.
fn drafts(finding: &Finding, fingerprint: &str, readings: &[Reading]) -> Vec<Draft> {
    let mut sides: BTreeMap<usize, Vec<&Location>> = BTreeMap::new();
    for location in &finding.locations {
        if let Some(side) = location.side {
            sides.entry(side).or_default().push(location);
        }
    }
    let stated = finding.locations.first().and_then(|first| first.side);
    let drafted = sides.into_iter();
    let drafted = drafted.filter(|(side, _)| !finding.indivisible || Some(*side) == stated);
    let drafts = drafted.filter_map(|(side, same)| {
        let first = *same.first()?;
        Some(Draft {
            kind: "ClaimReview",
            id: format!("#claimlint-{}-{}", fingerprint.replace(':', "-"), side + 1),
            creative_work_status: "Draft",
            name: visible(&finding.message),
            claim_reviewed: sentence_at(first, readings).crop(LONGEST).text,
            item_reviewed: claim(&same, first, readings),
            review_body: body(finding, side, readings),
        })
    });
    drafts.collect()
}

fn claim(same: &[&Location], first: &Location, readings: &[Reading]) -> Claim {
    let document = &readings[first.reading].document;
    // An article that has a figure twice is one appearance.
    let mut told = BTreeSet::new();
    let once = same.iter().filter(|location| told.insert(location.reading));
    let works: Vec<&Document> = once.map(|l| &readings[l.reading].document).collect();
    Claim {
        kind: "Claim",
        text: visible(first.sentence(readings)).trim().to_owned(),
        author: originator(first, readings).or_else(|| publisher(document)),
        date_published: works
            .iter()
            .filter_map(|work| work.published)
            .min()
            .map(day),
        appearance: works.iter().map(|work| appearance(work)).collect(),
    }
}

fn appearance(document: &Document) -> Work {
    Work {
        kind: "CreativeWork",
        headline: name(document),
        url: url(document).map(str::to_owned),
        date_published: document.published.map(day),
        publisher: publisher(document),
    }
}

/// According to whom, where the text names somebody.
fn originator(location: &Location, readings: &[Reading]) -> Option<Author> {
    let Operand::Claim(claim) = location.operand else {
        return None;
    };
    let claim = readings[location.reading].claims.get(claim)?;
    claim.attribution.first().map(|who| Author {
        kind: None,
        name: visible(&who.name),
    })
}

fn publisher(document: &Document) -> Option<Author> {
    document.publisher().map(|name| Author {
        kind: Some("Organization"),
        name: visible(name),
    })
}

/// What differs, why, the arithmetic, what would fit, and the figures that it is held against.
fn body(finding: &Finding, side: usize, readings: &[Reading]) -> String {
    let others = finding
        .locations
        .iter()
        .filter(|other| other.side.is_some());
    let others = others.filter(|other| other.side != Some(side));
    let others = others.map(|other| {
        let document = &readings[other.reading].document;
        let teller = document
            .publisher()
            .map_or_else(|| document.shown_name(), str::to_owned);
        format!(
            "held against: {} ({})",
            visible(&figure(other, readings)),
            visible(&teller)
        )
    });
    let lines: Vec<String> = lines(finding).into_iter().chain(others).collect();
    lines.join("\n")
}

fn day(date: Date) -> String {
    date.to_string()
}
