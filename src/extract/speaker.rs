//! According to whom, and how surely.

use std::cmp::Reverse;

use super::passage::Passage;
use crate::claim::Words;
use crate::lexicon::{Classes, Modality};

/// A speaker of the sentence: the tokens of the name, and the figures that are his.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// First token of the name.
    pub first: usize,
    /// One past its last token.
    pub end: usize,
    /// The tokens that he speaks of.
    pub reach: std::ops::Range<usize>,
}

/// Longest name that is taken for a speaker, in tokens.
const LONGEST_NAME: usize = 9;

/// Who is cited in a sentence.
pub fn cited(passage: &Passage<'_>) -> Vec<Cited> {
    let mut out = Vec::new();
    let cues = Classes::ACCORDING_START.with(Classes::SAYING);
    let mut i = 0;
    while i < passage.tokens.len() {
        if !passage.is(i, cues) {
            i += 1;
            continue;
        }
        if let Some((length, ())) = passage.phrase_at(&passage.lexicon.cues.according, i)
            && let Some((first, end)) = name_after(passage, i + length)
        {
            let before = passage.clause_start(i.saturating_sub(1))..i;
            // "According to X, 12 died": what follows is his.
            let reach = if before.len() <= 1 {
                end..passage.tokens.len()
            } else {
                before
            };
            out.push(Cited { first, end, reach });
            i = end;
            continue;
        }
        if passage.is(i, Classes::SAYING) {
            let start = passage.clause_start(i);
            let joined = passage.is(start, Classes::CONJUNCTION);
            let opens = start == 0 || joined || passage.tokens[start - 1].is_break();
            if let Some(first) = subject(passage, start, i).filter(|_| opens) {
                out.push(Cited {
                    first,
                    end: i,
                    reach: i..passage.tokens.len(),
                });
            } else if let Some(first) = tail_subject(passage, i) {
                out.push(Cited {
                    first,
                    end: i,
                    reach: 0..first,
                });
            }
        }
        i += 1;
    }
    out
}

/// "the Hamas-run health ministry" after "according to (reports from)".
fn name_after(passage: &Passage<'_>, at: usize) -> Option<(usize, usize)> {
    let first = (at..passage.tokens.len()).find(|i| {
        !passage.is(*i, Classes::ACCORDING_FILLER)
            || passage.tokens[*i].capital
            || is_speaker_noun(passage, *i + 1)
    })?;
    let end = (first..passage.tokens.len().min(first + LONGEST_NAME))
        .find(|i| !in_name(passage, *i))
        .unwrap_or(passage.tokens.len().min(first + LONGEST_NAME));
    let named = (first..end).any(|i| passage.tokens[i].capital || is_speaker_noun(passage, i));
    (end > first && named).then_some((first, end))
}

fn is_speaker_noun(passage: &Passage<'_>, i: usize) -> bool {
    passage.is(i, Classes::SPEAKER_NOUN)
}

fn in_name(passage: &Passage<'_>, i: usize) -> bool {
    let token = &passage.tokens[i];
    if passage.figure_at(i).is_some() {
        return false;
    }
    match token.is_word() {
        true => {
            token.capital
                || is_speaker_noun(passage, i)
                || !token.is(Classes::FUNCTION.with(Classes::TRIGGER))
                || (token.is(Classes::PARTITIVE.with(Classes::NAME_JOINT))
                    && passage.tokens.get(i + 1).is_some_and(|next| next.capital))
        }
        false => token.kind == super::token::Kind::Possessive,
    }
}

/// "Israel said", "The health ministry in Gaza said": a name from the start of the clause to the verb.
fn subject(passage: &Passage<'_>, start: usize, verb: usize) -> Option<usize> {
    let skipped = Classes::DETERMINER.with(Classes::CONJUNCTION);
    let first = (start..verb).find(|i| passage.tokens[*i].is_word() && !passage.is(*i, skipped))?;
    let short = verb - first <= LONGEST_NAME;
    let plain = (first..verb).all(|i| {
        passage.figure_at(i).is_none()
            && !passage.tokens[i].is_sign(',')
            && !passage.is(i, Classes::AUXILIARY.with(Classes::RELATIVE))
    });
    let named =
        (first..verb).any(|i| is_speaker_noun(passage, i)) || passage.tokens[verb - 1].capital;
    (short && plain && named && verb > first).then_some(first)
}

/// "…, police said": a name between the last comma and the verb at the end of the sentence.
fn tail_subject(passage: &Passage<'_>, verb: usize) -> Option<usize> {
    let floor = verb.saturating_sub(LONGEST_NAME);
    let first = (floor..verb)
        .rev()
        .find(|i| !in_name(passage, *i) || passage.is(*i, Classes::DETERMINER))
        .map_or(floor, |i| i + 1);
    let near_end = passage.tokens.len() - verb <= 6;
    let named = (first..verb).any(|i| passage.tokens[i].capital || is_speaker_noun(passage, i));
    (near_end && named && first < verb).then_some(first)
}

/// How surely a figure is told: the strongest cue of its clause, before it or shortly behind.
pub fn modality(
    passage: &Passage<'_>,
    figure: usize,
    noun_end: usize,
) -> (Modality, Option<Words>) {
    /// How far behind the noun a cue may stand: "civilians are estimated to have fled".
    const BEHIND: usize = 5;
    /// How far before "that" its verb may begin.
    const BEFORE_THAT: usize = 2;
    let found = &passage.figures[figure];
    // "denied that 40 died": the verb before "that" speaks of the clause behind it.
    let clause = passage.clause_start(found.first);
    let hangs = passage.is(clause, Classes::RELATIVE);
    let start = if hangs {
        clause.saturating_sub(BEFORE_THAT)
    } else {
        clause
    };
    let end = passage
        .clause_end(noun_end.saturating_sub(1))
        .min(noun_end + BEHIND);
    let next_figure = passage
        .figures
        .get(figure + 1)
        .map_or(end, |next| next.first);
    let before = passage.phrases(&passage.lexicon.cues.modality, start, found.end);
    let behind = passage.phrases(
        &passage.lexicon.cues.modality,
        noun_end,
        end.min(next_figure),
    );
    before
        .iter()
        .chain(&behind)
        // "in May"
        .filter(|(at, _, _)| !(passage.is(*at, Classes::MONTH) && passage.tokens[*at].capital))
        .map(|(at, end, modality)| (**modality, *at, *end))
        .max_by_key(|(modality, at, _)| (*modality, Reverse(*at)))
        .map_or((Modality::Asserted, None), |(modality, at, end)| {
            (modality, Some(passage.span(at, end)))
        })
}
