//! What two figures of one series need before they are held against each other. See `docs/comparing.md`.

use super::{Member, Selection, is_by_event};
use crate::claim::{Basis, Claim, Reading, Role};
use crate::document::Section;
use crate::matching::{Difference, Stories, Thread, is_toll};
use crate::quantity::Bound;

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

/// How many sentences of an article, from the first that is no headline, are held against the headline.
const TOTALS_WITHIN: usize = 2;

/// Why nothing licenses to compare two claims of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unlicensed {
    /// One of them is a toll that stands neither in the headline nor in the first sentences of its document.
    NotUpFront(Member),
    /// What happened differs, by the places, days and scopes of the two documents.
    OtherEvent(Difference),
    /// They stand in one text, where two figures are mostly about two things.
    OneText,
    /// Two sources of one text count in two places.
    OtherPlace,
}

/// The licence to compare two claims of a series, or why there is none. Inside a document, two figures are mostly
/// about two things, so that more is asked for there; across documents, tolls are compared by their totals only.
pub fn licence(
    readings: &[Reading],
    stories: &Stories,
    selection: &Selection,
    a: Member,
    b: Member,
) -> Result<Licence, Unlicensed> {
    let (x, y) = (a.of(readings), b.of(readings));
    if a.reading != b.reading {
        if let Some(member) = [a, b]
            .into_iter()
            .find(|m| !is_total(readings, stories, *m))
        {
            return Err(Unlicensed::NotUpFront(member));
        }
        let evidence = is_by_event(x, selection)
            .then(|| stories.evidence(readings, (a.reading, a.claim), (b.reading, b.claim)))
            .flatten();
        return match evidence.and_then(|evidence| evidence.ruled_out) {
            Some(difference) => Err(Unlicensed::OtherEvent(difference)),
            None => Ok(Licence::Documents),
        };
    }
    if are_of_two_voices(x, y) {
        return if are_in_two_places(x, y) {
            Err(Unlicensed::OtherPlace)
        } else {
            Ok(Licence::Originators)
        };
    }
    let text = match (is_title(x), is_title(y)) {
        (true, false) => b,
        (false, true) => a,
        _ => return Err(Unlicensed::OneText),
    };
    if !is_toll(text.of(readings)) || is_up_front(&readings[text.reading], text.of(readings)) {
        Ok(Licence::Headline)
    } else {
        Err(Unlicensed::NotUpFront(text))
    }
}

/// Whether two figures of one text are told by two: two named sources, or one and the article itself, which then has
/// to take up the same event in so many words.
fn are_of_two_voices(x: &Claim, y: &Claim) -> bool {
    let sure = |c: &Claim| c.event.is_none_or(|event| event.basis != Basis::Guessed);
    match (x.originator(), y.originator()) {
        (Some(one), Some(other)) => one != other,
        (None, None) => false,
        _ => is_toll(x) && is_toll(y) && sure(x) && sure(y) && !is_title(x) && !is_title(y),
    }
}

/// Whether the words beside both figures name their places, and they differ.
fn are_in_two_places(x: &Claim, y: &Claim) -> bool {
    let stated = |c: &Claim| {
        let place = c.place.as_ref().filter(|p| p.basis == Basis::Stated);
        place.map(|p| p.value.clone())
    };
    stated(x).zip(stated(y)).is_some_and(|(x, y)| x != y)
}

/// Whether a claim stands above or beside the text.
pub fn is_title(claim: &Claim) -> bool {
    matches!(claim.section, Section::Headline | Section::Caption)
}

/// Whether a claim may stand for its document: any stock, any count of a war, the tolls of the headline and the first
/// sentences, those of other days than the article's own event, and what is said to be all ("a total of 50").
pub fn is_total(readings: &[Reading], stories: &Stories, member: Member) -> bool {
    let claim = member.of(readings);
    let account = stories.account(readings, member.reading, member.claim);
    !is_toll(claim)
        || account.is_none_or(|account| account.thread != Thread::Main)
        || claim.quantity.bound == Bound::Exactly
        || stories.is_twin(member.reading, member.claim)
        || stories.is_up_front(member.reading, claim)
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
