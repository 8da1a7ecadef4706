//! What a figure counts: the frames of the lexicon held against the words around it.

use super::noun::NounPhrase;
use super::passage::Passage;
use crate::claim::Basis;
use crate::lexicon::{Classes, Element, Frame};
use crate::quantity::Dimension;

/// How far from a figure the word that a frame hangs on may stand, in tokens.
const REACH: usize = 14;
/// The longest gap inside a frame, in words.
const GAP: usize = 4;

/// A measure with how it was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// An index into the measures of the lexicon.
    pub measure: usize,
    /// How it was found.
    pub basis: Basis,
}

/// What each figure of a sentence counts. `elided` is the noun that a figure takes over from another
/// ("130 hostages … of the 253"), `predicates` where the words behind each figure begin.
pub fn measures(
    passage: &Passage<'_>,
    nouns: &[NounPhrase],
    elided: &[Option<usize>],
    predicates: &[Option<usize>],
) -> Vec<Option<Counted>> {
    let mut out: Vec<Option<Counted>> = (0..passage.figures.len())
        .map(|i| {
            by_frame(passage, i, &nouns[i], elided[i], predicates[i])
                .or_else(|| by_noun(passage, i, &nouns[i]))
        })
        .collect();
    coordinate(passage, nouns, &mut out);
    for (i, counted) in out.iter_mut().enumerate() {
        *counted = counted.or_else(|| by_likely_noun(passage, i, &nouns[i]));
    }
    out
}

fn by_frame(
    passage: &Passage<'_>,
    figure: usize,
    noun: &NounPhrase,
    elided: Option<usize>,
    predicate: Option<usize>,
) -> Option<Counted> {
    let found = &passage.figures[figure];
    if found.quantity.dimension != Dimension::Count {
        return None;
    }
    let kinds = noun
        .head
        .or(elided)
        .and_then(|head| passage.lexicon.noun_kinds.get(&passage.tokens[head].word));
    let is_kind = |kind: usize| kinds.is_some_and(|kinds| kinds.contains(&kind));
    let mut best: Option<(usize, bool, usize)> = None; // nearest first, then those that ask for the noun
    for i in found.first.saturating_sub(REACH)
        ..passage
            .tokens
            .len()
            .min(predicate.unwrap_or(noun.end) + REACH)
    {
        if !passage.is(i, Classes::TRIGGER) || (found.first..found.end).contains(&i) {
            continue;
        }
        for &number in passage
            .lexicon
            .frames_by_anchor
            .get(&passage.tokens[i].word)
            .into_iter()
            .flatten()
        {
            let frame = &passage.lexicon.frames[number];
            let noun_fits = match frame.noun {
                Some(kind) => is_kind(kind),
                None => !passage.lexicon.thing.is_some_and(is_kind),
            };
            if !noun_fits || best.is_some_and(|(_, _, known)| known == number) {
                continue;
            }
            if let Some(distance) = fit(passage, frame, found.first, predicate) {
                let fit = (distance, frame.noun.is_none(), number);
                best = Some(best.map_or(fit, |best| best.min(fit)));
            }
        }
    }
    best.map(|(_, _, number)| Counted {
        measure: passage.lexicon.frames[number].measure,
        basis: Basis::Stated,
    })
}

/// How far a frame reaches from the figure where it fits. `predicate` is where the words behind the figure begin;
/// without one, only frames that stand before it fit.
fn fit(
    passage: &Passage<'_>,
    frame: &Frame,
    figure_start: usize,
    predicate: Option<usize>,
) -> Option<usize> {
    let start = fit_before(passage, &frame.before, figure_start)?;
    let behind = match predicate {
        Some(from) => fit_after(passage, &frame.after, from)? - from,
        None if frame.after.is_empty() => 0,
        None => return None,
    };
    Some((figure_start - start).max(behind))
}

/// Holds elements against the tokens up to `end`, from the last; the first token that they take.
fn fit_before(passage: &Passage<'_>, elements: &[Element], end: usize) -> Option<usize> {
    let Some((element, rest)) = elements.split_last() else {
        return Some(end);
    };
    let last = (0..end)
        .rev()
        .find(|i| !passage.tokens[*i].is_quotation_mark());
    match element {
        Element::Words { any_of, optional } => {
            let here = last.filter(|i| {
                any_of.binary_search(&passage.tokens[*i].word).is_ok() && free(passage, *i)
            });
            here.and_then(|i| fit_before(passage, rest, i)).or_else(|| {
                if *optional {
                    fit_before(passage, rest, end)
                } else {
                    None
                }
            })
        }
        Element::Gap => {
            let mut end = end;
            let mut taken = 0;
            loop {
                if let Some(start) = fit_before(passage, rest, end) {
                    return Some(start);
                }
                end = end
                    .checked_sub(1)
                    .filter(|i| taken < GAP && passage.tokens[*i].is_word() && free(passage, *i))?;
                taken += 1;
            }
        }
    }
}

/// Holds elements against the tokens from `start`; one past the last token that they take.
fn fit_after(passage: &Passage<'_>, elements: &[Element], start: usize) -> Option<usize> {
    let Some((element, rest)) = elements.split_first() else {
        return Some(start);
    };
    let next = (start..passage.tokens.len()).find(|i| !passage.tokens[*i].is_quotation_mark());
    match element {
        Element::Words { any_of, optional } => {
            let here = next.filter(|i| {
                any_of.binary_search(&passage.tokens[*i].word).is_ok() && free(passage, *i)
            });
            here.and_then(|i| fit_after(passage, rest, i + 1))
                .or_else(|| {
                    if *optional {
                        fit_after(passage, rest, start)
                    } else {
                        None
                    }
                })
        }
        Element::Gap => (0..=GAP)
            .map_while(|taken| {
                let inside = taken == 0
                    || passage
                        .tokens
                        .get(start + taken - 1)
                        .is_some_and(|t| t.is_word() && free(passage, start + taken - 1));
                inside.then(|| fit_after(passage, rest, start + taken))
            })
            .flatten()
            .next(),
    }
}

/// A frame never reaches across another figure.
fn free(passage: &Passage<'_>, token: usize) -> bool {
    passage.figure_at(token).is_none()
}

fn by_noun(passage: &Passage<'_>, figure: usize, noun: &NounPhrase) -> Option<Counted> {
    let word = passage.tokens[noun.head?].word;
    let measure = passage.lexicon.measure_nouns.get(&word).copied()?;
    counts(passage, figure).then_some(Counted {
        measure,
        basis: Basis::Stated,
    })
}

fn by_likely_noun(passage: &Passage<'_>, figure: usize, noun: &NounPhrase) -> Option<Counted> {
    let word = passage.tokens[noun.head?].word;
    let measure = passage.lexicon.likely_measure_nouns.get(&word).copied()?;
    counts(passage, figure).then_some(Counted {
        measure,
        basis: Basis::Guessed,
    })
}

fn counts(passage: &Passage<'_>, figure: usize) -> bool {
    passage.figures[figure].quantity.dimension == Dimension::Count
}

/// "five men and three women were killed": a figure joined to another by a comma or "and" counts the same, where
/// its own words say nothing else and it counts people too.
fn coordinate(passage: &Passage<'_>, nouns: &[NounPhrase], out: &mut [Option<Counted>]) {
    let joined = |i: usize| {
        let (from, to) = (nouns[i].end, passage.figures[i + 1].first);
        from < to
            && (from..to)
                .all(|t| passage.tokens[t].is_sign(',') || passage.is(t, Classes::CONJUNCTION))
    };
    let people = |i: usize| {
        counts(passage, i)
            && nouns[i]
                .head
                .is_none_or(|head| passage.is(head, Classes::PERSON) || is_demonym(passage, head))
    };
    let linked = |counted: Counted| Counted {
        basis: counted.basis.max(Basis::Linked),
        ..counted
    };
    for i in (0..out.len().saturating_sub(1)).rev() {
        if out[i].is_none() && joined(i) && people(i) && people(i + 1) {
            out[i] = out[i + 1].map(linked);
        }
    }
    for i in 1..out.len() {
        if out[i].is_none() && joined(i - 1) && people(i) && people(i - 1) {
            out[i] = out[i - 1].map(linked);
        }
    }
}

fn is_demonym(passage: &Passage<'_>, token: usize) -> bool {
    passage
        .lexicon
        .demonyms
        .contains_key(&passage.tokens[token].word)
}
