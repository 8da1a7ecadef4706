//! Readings and findings built by hand for the tests of the formats.

mod claimreview;
mod claims;
mod explain;
mod formats;
mod hxl;
mod json;
mod text;

use std::collections::BTreeSet;

use crate::claim::{
    AsOf, Attribution, Basis, Claim, Event, Field, Modality, Operand, Reading, Relation,
    RelationKind, Role, Status,
};
use crate::document::{Document, Furniture, Section};
use crate::finding::{Cause, Finding, Location, Outcome, Severity, Verdict};
use crate::quantity::{Bound, Decimal, Dimension, Form, Quantity};
use crate::series::Member;

/// A document of plain text, with a day and no head.
pub fn document(id: &str, text: &str) -> Document {
    let mut document = crate::document::plain(id, text.to_owned(), &Furniture::default()).0;
    document.source = id.to_owned();
    document.published = Some(jiff::civil::date(2024, 2, 14));
    document
}

/// A reading of a text with a claim for each figure, found in the text in order.
pub fn reading(id: &str, text: &str, figures: &[&str]) -> Reading {
    let document = document(id, text);
    let mut from = 0;
    let mut claims = Vec::new();
    for figure in figures {
        let start = from + document.text()[from..].find(figure).expect("in the text");
        from = start + figure.len();
        claims.push(claim(claims.len() + 1, start..from, figure));
    }
    Reading {
        document,
        sentences: Vec::new(),
        dates: Vec::new(),
        names: Vec::new(),
        spellings: Vec::new(),
        nations: Vec::new(),
        surroundings: Vec::new(),
        sketch: crate::claim::Sketch::default(),
        speakers: Vec::new(),
        events: vec![Event {
            day: Some(Field::stated(jiff::civil::date(2024, 2, 13))),
            ..Event::default()
        }],
        claims,
        persons: Vec::new(),
        mentions: Vec::new(),
        statements: Vec::new(),
    }
}

fn claim(number: usize, span: std::ops::Range<usize>, text: &str) -> Claim {
    Claim {
        number,
        span,
        text: text.to_owned(),
        section: Section::Lede,
        sentence: 0,
        quoted: false,
        quantity: Quantity {
            low: Decimal::new(15_000_000, 1),
            high: Decimal::new(15_000_000, 1),
            bound: Bound::MoreThan,
            trend: None,
            dimension: Dimension::Count,
            unit: None,
            echoes: false,
            form: Form::Number {
                granularity: Decimal::from(100_000),
            },
        },
        noun: Some(Field::stated("people".to_owned())),
        measure: Some(Field::stated("people_displaced".to_owned())),
        population: None,
        people: true,
        definite: false,
        role: Role::Total,
        role_words: None,
        place: Some(Field::linked("Rafah".to_owned())),
        status: Some(Field::guessed(Status::Stock)),
        window: None,
        tally: None,
        as_of: Some(Field::linked(AsOf::Day(jiff::civil::date(2024, 2, 14)))),
        event: Some(Field::stated(0)),
        attribution: vec![Attribution {
            name: "UN".to_owned(),
            originator: "United Nations".to_owned(),
            basis: Basis::Stated,
            words: None,
        }],
        modality: Modality::Asserted,
        modality_words: None,
        relations: Vec::new(),
    }
}

/// A link to the claim at an index.
pub fn link(kind: RelationKind, to: usize) -> Relation {
    Relation { kind, to }
}

/// A warning about figures, each on a side of its own: (reading, claim, label).
pub fn finding(severity: Severity, figures: &[(usize, usize, &str)]) -> Finding {
    let locations = figures.iter().enumerate();
    Finding {
        rule: "people-in-place".to_owned(),
        severity,
        verdict: Verdict::Discrepancy,
        cause: Cause::Definition,
        confidence: 90,
        message: "reports differ on the people in Rafah".to_owned(),
        why: "the two count different things".to_owned(),
        arithmetic: None,
        carried: None,
        would_fit: None,
        indivisible: false,
        locations: locations
            .map(|(i, &(reading, claim, label))| Location {
                reading,
                operand: Operand::Claim(claim),
                side: Some(i),
                label: label.to_owned(),
            })
            .collect(),
    }
}

/// What a check returned, with plausible counts.
pub fn outcome(findings: Vec<Finding>) -> Outcome {
    Outcome {
        findings,
        claims: 24,
        held: held(19),
        settled: crate::finding::Settled::default(),
    }
}

/// So many figures that were compared.
pub fn held(figures: usize) -> BTreeSet<Member> {
    let members = (0..figures).map(|claim| Member { reading: 0, claim });
    members.collect()
}

/// What a format writes.
pub fn written(write: impl FnOnce(&mut dyn std::io::Write) -> std::io::Result<()>) -> String {
    let mut out = Vec::new();
    write(&mut out).expect("writing to memory");
    String::from_utf8(out).expect("UTF-8")
}
