//! What two figures of one series need before they are held against each other. See `docs/comparing.md`.

use super::Member;
use crate::claim::{Claim, Reading, Status};
use crate::document::Section;

/// Why two claims may be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Licence {
    /// They stand in two documents.
    Documents,
    /// A headline or caption against the text of its article.
    Headline,
    /// One article cites two originators.
    Originators,
}

/// How many sentences of an article, from the first that is no headline, hold the totals of its event.
const TOTALS_WITHIN: usize = 2;

/// The licence to compare two claims of a series, if there is one. Inside a document, two figures are mostly about
/// two things, so that more is asked for there; across documents, tolls are compared by their totals only.
pub fn licence(readings: &[Reading], a: Member, b: Member) -> Option<Licence> {
    let (x, y) = (a.of(readings), b.of(readings));
    if a.reading != b.reading {
        let totals = is_total(readings, a) && is_total(readings, b);
        return (totals && may_be_one_event(readings, a, b)).then_some(Licence::Documents);
    }
    if let (Some(one), Some(other)) = (x.originator(), y.originator())
        && one != other
    {
        return Some(Licence::Originators);
    }
    let against_text = |m: Member| !is_title(m.of(readings)) && is_total(readings, m);
    let licensed = (is_title(x) && against_text(b)) || (is_title(y) && against_text(a));
    licensed.then_some(Licence::Headline)
}

/// Whether the words for what happened allow one event: a bombing is no crash. Days and places were looked at
/// when the series was made.
fn may_be_one_event(readings: &[Reading], a: Member, b: Member) -> bool {
    let kinds = |m: Member| {
        let event = m
            .of(readings)
            .event
            .and_then(|e| readings[m.reading].events.get(e.value));
        event.map_or(&[][..], |e| &e.kinds[..])
    };
    let (x, y) = (kinds(a), kinds(b));
    x.is_empty() || y.is_empty() || x.iter().any(|kind| y.contains(kind))
}

/// Whether a claim stands above or beside the text.
pub fn is_title(claim: &Claim) -> bool {
    matches!(claim.section, Section::Headline | Section::Caption)
}

/// Whether a claim may stand for its document: any stock, and the tolls of the headline and the first sentences.
pub fn is_total(readings: &[Reading], member: Member) -> bool {
    let claim = member.of(readings);
    !is_toll(claim) || is_up_front(&readings[member.reading], claim)
}

fn is_toll(claim: &Claim) -> bool {
    claim.status.is_some_and(|s| s.value == Status::Cumulative)
}

/// Whether a claim stands in the headline or the first sentences of its article.
fn is_up_front(reading: &Reading, claim: &Claim) -> bool {
    if is_title(claim) {
        return true;
    }
    let first = reading
        .sentences
        .iter()
        .position(|s| !matches!(s.section, Section::Headline | Section::Caption));
    let Some(first) = first.filter(|first| *first <= claim.sentence) else {
        return false;
    };
    let fresh = |i: &usize| reading.sentences[*i].repeats.is_none();
    (first..claim.sentence)
        .filter(fresh)
        .take(TOTALS_WITHIN)
        .count()
        < TOTALS_WITHIN
}

/// Whether the document of one member also states the value of the other for the same measure: then the two are
/// a part and a whole, or a restatement, and the document knows of both.
pub fn is_copy_of_value(readings: &[Reading], witness: Member, of: Member) -> bool {
    let value = of.of(readings);
    let measure = |c: &Claim| c.measure.as_ref().map(|m| m.value.clone());
    readings[witness.reading].claims.iter().any(|c| {
        measure(c) == measure(value)
            && c.quantity.low == value.quantity.low
            && c.quantity.high == value.quantity.high
    })
}
