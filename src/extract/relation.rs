//! How the figures of a sentence stand to each other: parts, wholes, others.

use super::noun::NounPhrase;
use super::passage::Passage;
use crate::claim::Role;
use crate::lexicon::Classes;
use crate::quantity::{Dimension, Form};

/// How far a part may stand before "out of the 253", in tokens.
const OUT_OF_REACH: usize = 12;
/// How far a cue may stand before its figure.
const CUE_REACH: usize = 3;

/// A part and the whole that it is taken of, as figures of the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutOf {
    /// The part.
    pub part: usize,
    /// The whole.
    pub whole: usize,
}

/// The pairs "x of the y" and "x … out of the y".
pub fn out_of(passage: &Passage<'_>, nouns: &[NounPhrase]) -> Vec<OutOf> {
    let mut out = Vec::new();
    for whole in 1..passage.figures.len() {
        let part = whole - 1;
        let first = passage.figures[whole].first;
        let Some(before) = first.checked_sub(1) else {
            continue;
        };
        let determined = passage.is(before, Classes::DETERMINER);
        let Some(of) = (if determined {
            before.checked_sub(1)
        } else {
            Some(before)
        }) else {
            continue;
        };
        if !passage.is(of, Classes::PARTITIVE)
            || passage.figures[whole].quantity.dimension != Dimension::Count
        {
            continue;
        }
        let adjacent = of == nouns[part].end || of == passage.figures[part].end;
        let out_of =
            of > 0 && is_out(passage, of - 1) && first - nouns[part].end.min(first) <= OUT_OF_REACH;
        // "a city of 9 million" has a determiner nowhere; a share ("half of 40", "60% of 253") needs none.
        let share = passage.figures[part].quantity.dimension != Dimension::Count;
        let same_clause = passage.clause_start(first) <= passage.figures[part].first;
        if same_clause
            && ((adjacent && (determined || share)) || out_of)
            && may_be_parted(passage, part)
        {
            out.push(OutOf { part, whole });
        }
    }
    out
}

fn is_out(passage: &Passage<'_>, token: usize) -> bool {
    passage.words(token, token + 1).eq_ignore_ascii_case("out")
}

fn may_be_parted(passage: &Passage<'_>, part: usize) -> bool {
    matches!(
        passage.figures[part].quantity.dimension,
        Dimension::Count | Dimension::Percent | Dimension::Ratio
    ) && passage.figures[part].quantity.form != Form::Vague
}

/// The role of a figure by the cues beside it; the pairs of [`out_of`] are not looked at.
pub fn role(passage: &Passage<'_>, figure: usize, noun: &NounPhrase) -> Role {
    let found = &passage.figures[figure];
    let cues = &passage.lexicon.cues;
    let in_noun =
        noun.first.saturating_sub(1).max(found.end)..(noun.end + 1).min(passage.tokens.len());
    let before = found.first.saturating_sub(CUE_REACH)..found.first;
    let clear_before = |at: usize, end: usize| {
        (end..found.first).all(|i| passage.figure_at(i).is_none() && !passage.tokens[i].is_break())
            && passage.figure_at(at).is_none()
    };
    let besides_before = passage
        .phrases(&cues.besides, before.start, before.end)
        .iter()
        .any(|(_, end, _)| (*end..found.first).all(|i| passage.is(i, Classes::DETERMINER)));
    let besides_in_noun = !passage
        .phrases(&cues.besides, in_noun.start, in_noun.end)
        .is_empty()
        || more_follows(passage, found.end);
    if besides_before || besides_in_noun {
        return Role::Besides;
    }
    let part_before = passage
        .phrases(&cues.part, before.start, before.end)
        .iter()
        .any(|(at, end, _)| clear_before(*at, *end));
    let part_after = passage
        .phrases(
            &cues.part,
            found.end,
            (noun.end + 2).min(passage.tokens.len()),
        )
        .iter()
        .any(|(at, _, _)| {
            // "of them" behind the figure; "including" behind it begins the next one.
            passage.is(*at, Classes::PARTITIVE)
        });
    if part_before || part_after || noun.partitive {
        Role::Part
    } else {
        Role::Total
    }
}

/// "eight more", "three more died"
fn more_follows(passage: &Passage<'_>, token: usize) -> bool {
    passage.words(token, token + 1).eq_ignore_ascii_case("more")
        && !passage
            .words(token + 1, token + 2)
            .eq_ignore_ascii_case("than")
}
