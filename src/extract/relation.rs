//! How the figures of a sentence stand to each other: parts, wholes, others.

use super::noun::{NounPhrase, is_plural};
use super::passage::Passage;
use super::token::{Kind, Token};
use crate::claim::{Role, Words};
use crate::lexicon::Classes;
use crate::quantity::{Dimension, Form};

/// How far a part may stand before "out of the 253", in tokens.
const OUT_OF_REACH: usize = 12;
/// The longest name of what a whole belongs to, in tokens: "the West African country's".
const OWNER: usize = 4;
/// The longest participle phrase of a whole, in tokens: "taken in October 2023".
const REDUCED: usize = 10;
/// How far a cue may stand before its figure.
const CUE_REACH: usize = 4;

/// A part and the whole that it is taken of, as figures of the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutOf {
    /// The part.
    pub part: usize,
    /// The whole.
    pub whole: usize,
}

/// "31 of the 75 seats, down from 40": the figure that fell is the part right before the whole, where `to` is one.
pub fn part_told_of(pairs: &[OutOf], to: usize, from: usize) -> usize {
    let adjoins = |pair: &&OutOf| pair.whole == to && pair.part + 1 == to && pair.part != from;
    pairs.iter().find(adjoins).map_or(to, |pair| pair.part)
}

/// The pairs "x of the y", "x … out of the y" and "of the y, x …".
pub fn out_of(passage: &Passage<'_>, nouns: &[NounPhrase]) -> Vec<OutOf> {
    let mut out = of_the_whole_first(passage, nouns);
    if !out.is_empty() {
        return out;
    }
    for whole in 1..passage.figures.len() {
        let part = whole - 1;
        let first = passage.figures[whole].first;
        let Some((of, determined)) = partitive_before(passage, first) else {
            continue;
        };
        if of < passage.figures[part].end
            || !may_be_whole(passage, part, whole)
            || !may_be_parted(passage, part)
        {
            continue;
        }
        // "500 of the 300-strong crew's relatives", "3,000 of the 82nd's troops": the whole is something else.
        let end = passage.figures[whole].end;
        let joined = |t: &Token| t.is_sign('-') && t.start == passage.tokens[end - 1].end;
        let owns = (end..end + 3).any(|i| {
            passage
                .tokens
                .get(i)
                .is_some_and(|t| t.kind == Kind::Possessive)
        });
        if owns || passage.tokens.get(end).is_some_and(joined) {
            continue;
        }
        let adjacent = of == nouns[part].end || of == passage.figures[part].end;
        let reach = first - nouns[part].end.min(first) <= OUT_OF_REACH;
        // What stands for "out of" may be one word.
        // "led 20 people out of two buses"
        let apart = match (nouns[part].head, nouns[whole].head) {
            (Some(a), Some(b)) => {
                let definite = determined && !passage.is(first - 1, Classes::ARTICLE);
                passage.tokens[a].word != passage.tokens[b].word && !definite
            }
            _ => false,
        };
        // "out of a three-story building"
        let story = passage.text[passage.figures[whole].end_byte..].starts_with('-');
        let apart = apart || story;
        let taken =
            passage.is(of, Classes::OUT_OF) || of > 0 && passage.is(of - 1, Classes::OUT_OF);
        let out_of = taken && reach && !apart;
        // "a city of 9 million" has no determiner; a share ("half of 40", "60% of 253") needs none.
        let share = !is_count(passage, part);
        let same_clause = passage.clause_start(first) <= passage.figures[part].first;
        let fewer = passage.figures[part].quantity.high < passage.figures[whole].quantity.low;
        if same_clause && ((adjacent && (determined || share || fewer)) || out_of) {
            out.push(OutOf { part, whole });
        }
    }
    out
}

/// "Of the 253 hostages, 130 remain and 31 are dead": the figures behind that have no noun of their own.
fn of_the_whole_first(passage: &Passage<'_>, nouns: &[NounPhrase]) -> Vec<OutOf> {
    let opens = passage.is(0, Classes::PARTITIVE) && passage.is(1, Classes::DETERMINER);
    if !opens || passage.figures.first().is_none_or(|f| f.first != 2) || !is_count(passage, 0) {
        return Vec::new();
    }
    let is_part = |i: &usize| {
        // "2,210 returned" counts no "returned".
        let head = nouns[*i].head;
        let noun = head
            .filter(|h| is_plural(passage, &passage.tokens[*h]))
            .map(|h| passage.tokens[h].word);
        let same = noun.is_none() || noun == nouns[0].head.map(|h| passage.tokens[h].word);
        same && is_count(passage, *i) && may_be_parted(passage, *i)
    };
    (1..passage.figures.len())
        .filter(is_part)
        .map(|part| OutOf { part, whole: 0 })
        .collect()
}

/// The "of" before a whole, over a determiner or an owner ("of Gaza's 2.3 million"), and whether there is one.
fn partitive_before(passage: &Passage<'_>, first: usize) -> Option<(usize, bool)> {
    let mut at = first.checked_sub(1)?;
    let mut determined = false;
    if passage.tokens[at].kind == Kind::Possessive {
        determined = true;
        // "of Gaza's", "of the country's"
        let owner = at;
        let from = owner.saturating_sub(OWNER);
        at = (from..owner).rev().find(|i| {
            let before = &passage.tokens[*i];
            !before.capital && before.is(Classes::FUNCTION) || !before.is_word()
        })?;
    }
    // "of the" may be one word.
    if passage.is(at, Classes::DETERMINER) && passage.is(at, Classes::PARTITIVE) {
        return Some((at, true));
    }
    if passage.is(at, Classes::DETERMINER) {
        determined = true;
        at = at.checked_sub(1)?;
    }
    passage
        .is(at, Classes::PARTITIVE)
        .then_some((at, determined))
}

fn is_count(passage: &Passage<'_>, figure: usize) -> bool {
    passage.figures[figure].quantity.dimension == Dimension::Count
}

/// Where the predicate of each figure begins, as a token: behind its noun phrase, over an aside ("12 people,
/// including four children, were killed"), and for "31 of the 136 hostages were dead" behind that of the whole,
/// which then has none itself.
pub fn predicates(
    passage: &Passage<'_>,
    nouns: &[NounPhrase],
    pairs: &[OutOf],
) -> Vec<Option<usize>> {
    let mut out: Vec<Option<usize>> = nouns
        .iter()
        .map(|noun| Some(over_aside(passage, noun.end)))
        .collect();
    for pair in pairs
        .iter()
        .filter(|pair| pair.part < pair.whole && is_count(passage, pair.part))
    {
        let end = nouns[pair.whole].end;
        let adjacent = (nouns[pair.part].end..passage.figures[pair.whole].first).len() <= 3;
        if adjacent && passage.is(end, Classes::AUXILIARY) {
            out[pair.part] = Some(end);
            out[pair.whole] = None;
        } else if adjacent && passage.is(end, Classes::TRIGGER) {
            // "130 of the 253 hostages taken in October are still held"
            let stops = |i: &usize| {
                let token = &passage.tokens[*i];
                !token.is_break() && !token.is_sign(',') && !token.is(Classes::CONJUNCTION)
            };
            let verb = (end + 1..passage.tokens.len().min(end + REDUCED))
                .take_while(stops)
                .find(|i| passage.is(*i, Classes::AUXILIARY));
            out[pair.part] = verb.or(out[pair.part]);
        }
    }
    out
}

/// A token, or the one behind the aside that begins there: between commas or dashes where it is one by its first word
/// or a verb goes on behind it; without any ("12 people including four children were killed") where a verb does.
pub fn over_aside(passage: &Passage<'_>, end: usize) -> usize {
    /// An aside is short.
    const LONGEST: usize = 12;
    let opens_part = |i: usize| passage.phrase_at(&passage.lexicon.cues.part, i).is_some();
    let is_verb = |i: usize| passage.is(i, Classes::AUXILIARY);
    let Some(opening) = passage.tokens.get(end) else {
        return end;
    };
    let last = passage.tokens.len().min(end + LONGEST);
    let stops = |i: &usize| {
        let token = &passage.tokens[*i];
        token.is_break() || token.is(Classes::SAYING.with(Classes::RELATIVE))
    };
    if opens_part(end) || (passage.figure_at(end).is_some() && !opening.is_sign(',')) {
        let verb = (end + 1..last)
            .take_while(|i| !stops(i))
            .find(|i| is_verb(*i));
        return verb.unwrap_or(end);
    }
    let is_dash = |t: &Token| matches!(t.kind, Kind::Sign('–' | '—' | '-'));
    let closes = |i: usize| match opening.is_sign(',') {
        true => passage.tokens[i].is_sign(','),
        false => is_dash(&passage.tokens[i]),
    };
    let opens = opening.is_sign(',') || is_dash(opening);
    let closing = (end + 2..last).find(|i| opens && closes(*i));
    closing
        .map(|closing| closing + 1)
        .filter(|behind| opens_part(end + 1) || is_verb(*behind))
        .unwrap_or(end)
}

/// A count has parts and shares, an amount shares.
fn may_be_whole(passage: &Passage<'_>, part: usize, whole: usize) -> bool {
    let share = !is_count(passage, part);
    let dimension = passage.figures[whole].quantity.dimension;
    let amount = !matches!(
        dimension,
        Dimension::Percent | Dimension::Ratio | Dimension::Age | Dimension::Duration
    );
    is_count(passage, whole) || (share && amount)
}

fn may_be_parted(passage: &Passage<'_>, part: usize) -> bool {
    matches!(
        passage.figures[part].quantity.dimension,
        Dimension::Count | Dimension::Percent | Dimension::Ratio
    ) && passage.figures[part].quantity.form != Form::Vague
}

/// Whether the words before a figure take up what was told before: "the 40", "all four", "the other five".
pub fn is_definite(passage: &Passage<'_>, first: usize) -> bool {
    let lexicon = passage.lexicon;
    let is_cue = |i: usize| passage.phrase_at(&lexicon.cues.besides, i).is_some();
    let before = (0..first).rev().find(|i| !is_cue(*i));
    before.is_some_and(|i| lexicon.sums.definite.contains(&passage.tokens[i].word))
}

/// The role of a figure by the cues beside it, and the words that say so; the pairs of [`out_of`] are not looked at.
pub fn role(passage: &Passage<'_>, figure: usize, noun: &NounPhrase) -> (Role, Option<Words>) {
    let found = &passage.figures[figure];
    let cue = |role, (at, end)| (role, Some(passage.span(at, end)));
    if let Some(words) = besides(passage, found.first, found.end, noun) {
        return cue(Role::Besides, words);
    }
    // "Last of 30 hostages freed": the thirty are the whole of one.
    let of_ordinal = found.first >= 2
        && passage.is(found.first - 1, Classes::PARTITIVE)
        && passage.is(found.first - 2, Classes::ORDINAL);
    if of_ordinal {
        return cue(Role::OutOf, (found.first - 2, found.first));
    }
    let among = || {
        let behind = (noun.end..).find(|i| !passage.is(*i, Classes::AUXILIARY))?;
        let (length, ()) = passage.phrase_at(&passage.lexicon.cues.among, behind)?;
        (behind > noun.end).then_some((behind, behind + length))
    };
    match part(passage, found.first, found.end, noun).or_else(among) {
        Some(words) => cue(Role::Part, words),
        None if noun.partitive => cue(Role::Part, (found.end, noun.first.max(found.end + 1))),
        None => (Role::Total, None),
    }
}

/// "eight others", "another 40": the words that say that a figure is of others than those counted before.
fn besides(
    passage: &Passage<'_>,
    first: usize,
    end: usize,
    noun: &NounPhrase,
) -> Option<(usize, usize)> {
    let cues = &passage.lexicon.cues.besides;
    let in_noun = noun.first.saturating_sub(1).max(end)..(noun.end + 1).min(passage.tokens.len());
    let before = passage.phrases(cues, first.saturating_sub(CUE_REACH), first);
    let adjoins = |cue_end: usize| (cue_end..first).all(|i| passage.is(i, Classes::DETERMINER));
    let before = before.iter().find(|(_, cue_end, ())| adjoins(*cue_end));
    let behind = passage.phrases(cues, in_noun.start, in_noun.end);
    let cue = before.or(behind.first()).map(|(at, end, ())| (*at, *end));
    cue.or_else(|| Some((end, more_behind(passage, end)?)))
}

/// "including four", "12 of them", "three critically hurt": the words that say that a figure is a part.
fn part(
    passage: &Passage<'_>,
    first: usize,
    end: usize,
    noun: &NounPhrase,
) -> Option<(usize, usize)> {
    let cues = &passage.lexicon.cues;
    let clear_before = |at: usize, cue_end: usize| {
        (cue_end..first).all(|i| passage.figure_at(i).is_none() && !passage.tokens[i].is_break())
            && passage.figure_at(at).is_none()
    };
    let before = passage.phrases(&cues.part, first.saturating_sub(CUE_REACH), first);
    let before = before
        .iter()
        .find(|(at, cue_end, ())| clear_before(*at, *cue_end));
    let behind = passage.phrases(&cues.part, end, (noun.end + 2).min(passage.tokens.len()));
    // "of them" behind the figure; "including" behind it begins the next one.
    let behind = behind
        .iter()
        .find(|(at, _, ())| passage.is(*at, Classes::PARTITIVE));
    let worse_off = passage.phrases(&cues.part_adverbs, end, noun.end + 1);
    before
        .or(behind)
        .or(worse_off.first())
        .map(|(at, end, ())| (*at, *end))
}

/// "eight more", "three more died"
fn more_behind(passage: &Passage<'_>, token: usize) -> Option<usize> {
    let lexicon = passage.lexicon;
    let (length, ()) = passage.phrase_at(&lexicon.cues.besides_behind, token)?;
    let next = passage.tokens.get(token + length).map(|t| t.word);
    (next.is_none() || next != lexicon.numbers.than).then_some(token + length)
}
