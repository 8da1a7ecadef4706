//! What two figures of one series need before they are held against each other. See `docs/comparing.md`.

use super::Member;
use crate::claim::{Basis, Claim, Reading, Role, Status};
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

/// Why nothing licenses to compare two claims of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unlicensed {
    /// One of them is a toll that stands neither in the headline nor in the first sentences of its document.
    NotUpFront(Member),
    /// The words for what happened are of two kinds.
    OtherKind,
    /// What happened is told apart by other words: its target, a name.
    OtherTarget,
    /// They stand in one text, where two figures are mostly about two things.
    OneText,
}

/// The licence to compare two claims of a series, or why there is none. Inside a document, two figures are mostly
/// about two things, so that more is asked for there; across documents, tolls are compared by their totals only.
pub fn licence(readings: &[Reading], a: Member, b: Member) -> Result<Licence, Unlicensed> {
    let (x, y) = (a.of(readings), b.of(readings));
    if a.reading != b.reading {
        return match [a, b].into_iter().find(|m| !is_total(readings, *m)) {
            Some(member) => Err(Unlicensed::NotUpFront(member)),
            None => may_be_one_event(readings, a, b).map(|()| Licence::Documents),
        };
    }
    if let (Some(one), Some(other)) = (x.originator(), y.originator())
        && one != other
    {
        return Ok(Licence::Originators);
    }
    let text = match (is_title(x), is_title(y)) {
        (true, false) => b,
        (false, true) => a,
        _ => return Err(Unlicensed::OneText),
    };
    if is_total(readings, text) {
        Ok(Licence::Headline)
    } else {
        Err(Unlicensed::NotUpFront(text))
    }
}

/// Whether the words for what happened allow one event: a bombing is no crash, a strike on a car none on a school.
/// Days and places were looked at when the series was made.
fn may_be_one_event(readings: &[Reading], a: Member, b: Member) -> Result<(), Unlicensed> {
    let kinds = |m: Member| {
        let event = m
            .of(readings)
            .event
            .and_then(|e| readings[m.reading].events.get(e.value));
        event.map_or(&[][..], |e| &e.kinds[..])
    };
    let common = |x: &[String], y: &[String]| x.iter().any(|word| y.contains(word));
    let (x, y) = (kinds(a), kinds(b));
    let (p, q) = (anchors(readings, a), anchors(readings, b));
    let one_kind = x.is_empty() || y.is_empty() || common(x, y);
    // One strike named by its target, and the strikes of a day that are not, are two things.
    let one_target = (p.is_empty() && q.is_empty()) || common(&p, &q);
    match (one_kind, one_target) {
        (false, _) => Err(Unlicensed::OtherKind),
        (_, false) => Err(Unlicensed::OtherTarget),
        _ => Ok(()),
    }
}

/// The words that tell a claim's event from others on that day and in that place: all but the place itself.
pub fn anchors(readings: &[Reading], member: Member) -> Vec<String> {
    let claim = member.of(readings);
    let event = claim
        .event
        .and_then(|e| readings[member.reading].events.get(e.value));
    let place = claim
        .place
        .as_ref()
        .map(|p| p.value.to_lowercase())
        .unwrap_or_default();
    let is_place = |word: &String| place.split_whitespace().any(|part| part == word);
    event.map_or_else(Vec::new, |e| {
        e.anchors
            .iter()
            .filter(|word| !is_place(word))
            .cloned()
            .collect()
    })
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
    readings[witness.reading]
        .claims
        .iter()
        .enumerate()
        .any(|(claim, c)| {
            Member { claim, ..witness } != of
                && (measure(c) == measure(value) || !c.has_known_measure())
                && c.quantity.dimension == value.quantity.dimension
                && c.quantity.low == value.quantity.low
                && c.quantity.high == value.quantity.high
        })
}

/// Whether the text of an article makes up the difference between its headline and a figure below: it also states
/// the headline's number, or other figures that add up to it, or tells of more than its figures say ("a third died
/// in hospital", "a mother and her two daughters").
pub fn text_makes_up(readings: &[Reading], headline: Member, below: Member) -> bool {
    /// How many sentences below the headline are looked at for words of more.
    const NEAR: usize = 6;
    let reading = &readings[headline.reading];
    let (title, text) = (headline.of(readings), below.of(readings));
    let is_other = |(claim, c): &(usize, &Claim)| {
        let itself = [headline.claim, below.claim].contains(claim);
        !itself
            && !is_title(c)
            && !c.is_repeat()
            && !c.is_derived()
            && c.quantity.dimension == text.quantity.dimension
    };
    let others: Vec<&Claim> = reading
        .claims
        .iter()
        .enumerate()
        .filter(is_other)
        .map(|(_, c)| c)
        .collect();
    let gap = (title.quantity.low - text.quantity.low).abs();
    let states = |n| {
        let of_it = |c: &&&Claim| measure(c) == measure(text) || !c.has_known_measure();
        others.iter().filter(of_it).any(|c| c.quantity.low == n)
    };
    // Of another measure, only a figure that was guessed to be of it fills the gap.
    let unsure = |c: &Claim| c.measure.as_ref().is_none_or(|m| m.basis == Basis::Guessed);
    let may_fill = |c: &&&Claim| measure(c) == measure(text) || !c.has_known_measure() || unsure(c);
    let fills = |n| others.iter().filter(may_fill).any(|c| c.quantity.low == n);
    let same = others
        .iter()
        .filter(|c| measure(c) == measure(text) && c.role != Role::Part);
    let sum = same
        .map(|c| c.quantity.low)
        .fold(text.quantity.low, |sum, n| sum.saturating_add(n));
    let sentences = reading
        .sentences
        .iter()
        .filter(|s| !matches!(s.section, Section::Headline));
    let tells_of_more =
        title.quantity.low > text.quantity.low && sentences.take(NEAR).any(|s| s.adds);
    states(title.quantity.low) || fills(gap) || sum == title.quantity.low || tells_of_more
}

fn measure(claim: &Claim) -> Option<&str> {
    claim.measure.as_ref().map(|m| m.value.as_str())
}
