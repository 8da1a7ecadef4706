//! Parts that a sentence adds up to a whole.
//!
//! ```text
//! nine people: four men and three women           WHOLE ( ":" | "—" | "(" ) PART ( "," PART )* "and" PART
//! 137,000 tonnes comprised 59,500 …, 53,000 … and 24,500 …     WHOLE "comprised" PART …
//! Of the 4,963 prisoners, 2,210 returned, 1,946 were captured and 913 were killed
//! four men and three women, for a total of seven  PART … "for" WHOLE
//! ```

use super::{Figures, Stated};
use crate::claim::{Basis, Statement, Sum};
use crate::extract::passage::Passage;
use crate::extract::people::persons;
use crate::extract::token::{Kind, Token};
use crate::lexicon::Classes;
use crate::quantity::{Bound, Dimension, Form};

/// How far behind a part a word may say that it shares people with another, in tokens.
const REACH: usize = 3;
/// The longest way from a whole to the sign before its parts, in tokens.
const BEFORE_LIST: usize = 8;
/// The longest way from one part to the next, in tokens.
const STEP: usize = 12;

/// Finds the sums of a sentence.
pub(super) fn sums(passage: &Passage<'_>, figures: Figures<'_>, stated: &mut Stated) {
    if passage.figures.len() < 2 {
        return;
    }
    of_the_whole(passage, figures, stated);
    for whole in 0..passage.figures.len() {
        let sum = apposition(passage, figures, whole).or_else(|| composed(passage, figures, whole));
        stated.statements.extend(sum.map(Statement::Sum));
    }
}

/// "Of the 4,963 prisoners, 2,210 returned, 1,946 were captured and 913 were killed": never more than the whole.
fn of_the_whole(passage: &Passage<'_>, figures: Figures<'_>, stated: &mut Stated) {
    let pairs = figures.pairs;
    let first = pairs.first().filter(|pair| pair.whole < pair.part);
    let Some(whole) = first.map(|pair| pair.whole) else {
        return;
    };
    let parts: Vec<usize> = pairs
        .iter()
        .filter(|pair| pair.whole == whole)
        .map(|pair| pair.part)
        .collect();
    // "30 were women, 25 were over 60": a person may be both.
    let may_overlap = |part: &usize| {
        let end = figures.nouns[*part].end;
        (end..passage.tokens.len().min(end + REACH)).any(|i| {
            passage.is(i, Classes::PERSON)
                || passage
                    .lexicon
                    .sums
                    .overlapping
                    .contains(&passage.tokens[i].word)
                || (passage.is(i, Classes::PREPOSITION) && i <= end + 1)
        })
    };
    // "720 study French, 540 (45%) German": each part must have a verb of its own.
    let verb = |part: &usize| {
        let end = passage.figures[*part].end;
        (end..passage.tokens.len())
            .find(|i| !passage.is(*i, Classes::AUXILIARY))
            .filter(|i| passage.tokens[*i].is_word() && !passage.tokens[*i].capital)
            .map(|i| passage.tokens[i].word)
    };
    let verbs: Vec<_> = parts.iter().map(verb).collect();
    let own = verbs
        .iter()
        .enumerate()
        .all(|(i, verb)| verb.is_some() && !verbs[..i].contains(verb));
    let shares = passage
        .figures
        .iter()
        .any(|f| f.quantity.dimension == Dimension::Percent);
    if !own || shares {
        return;
    }
    let counts = |part: &usize| {
        is_bare(passage, *part) && passage.figures[*part].quantity.dimension == Dimension::Count
    };
    let all_count = parts.iter().all(counts);
    if parts.len() < 2
        || !all_count
        || parts.iter().any(may_overlap)
        || is_incomplete(passage, 0, passage.tokens.len())
    {
        return;
    }
    stated.statements.push(Statement::Sum(Sum {
        whole: figures.base + whole,
        parts: parts.iter().map(|part| figures.base + part).collect(),
        persons: (0, 0),
        complete: false,
        basis: Basis::Stated,
    }));
}

/// "nine people: four men and three women", "six people (four men, a woman and a child)"
fn apposition(passage: &Passage<'_>, figures: Figures<'_>, whole: usize) -> Option<Sum> {
    let noun = figures.nouns[whole].end;
    // "Eleven people were hurt: six boys and five girls"
    let next = passage.figures.get(whole + 1)?.first;
    let far = (noun..next.min(noun + BEFORE_LIST))
        .find(|i| matches!(passage.tokens[*i].kind, Kind::Sign(':' | '—' | '–' | '(')));
    let end = far.unwrap_or(noun);
    let sign = passage.tokens.get(end)?;
    let opens = matches!(sign.kind, Kind::Sign(':' | '—' | '–' | '(' | '-' | ','));
    let glued = sign.is_sign('-') && sign.start == passage.tokens[end - 1].end;
    let people = group(passage, figures, whole);
    let people = people.filter(|_| opens && !glued && is_bare(passage, whole))?;
    let closes = closing(passage, figures, whole, end);
    let alone = persons(passage);
    let inside = |byte: usize| byte > sign.start && byte < passage.tokens[closes - 1].end;
    let single: Vec<&std::ops::Range<usize>> = alone.iter().filter(|p| inside(p.start)).collect();
    let parts: Vec<usize> = (whole + 1..passage.figures.len())
        .take_while(|part| passage.figures[*part].end <= closes)
        .collect();
    let groups: Vec<String> = parts
        .iter()
        .map(|part| group(passage, figures, *part))
        .collect::<Option<_>>()?;
    let singles: Vec<String> = single
        .iter()
        .map(|person| single_group(passage, person))
        .collect::<Option<_>>()?;
    let all: Vec<&String> = groups.iter().chain(&singles).collect();
    let distinct = (0..all.len()).all(|i| !all[..i].contains(&all[i]));
    if parts.is_empty() || all.len() < 2 || !distinct || !is_family(passage, &people, &all) {
        return None;
    }
    let simple = only_a_list(passage, figures, end + 1, closes, &parts);
    let bare = parts.iter().all(|part| is_bare(passage, *part));
    if !simple || !bare || is_incomplete(passage, passage.figures[whole].end, closes) {
        return None;
    }
    Some(Sum {
        whole: figures.base + whole,
        parts: parts.iter().map(|part| figures.base + part).collect(),
        persons: (single.len(), single.len()),
        complete: true,
        basis: Basis::Stated,
    })
}

/// Where the list behind a sign ends: before the bracket or dash that closes it, or the sentence; behind a comma with
/// its last part, if a comma or the end of a clause follows.
fn closing(passage: &Passage<'_>, figures: Figures<'_>, whole: usize, opens: usize) -> usize {
    let tokens = passage.tokens;
    let ends = |t: &Token| match tokens[opens].kind {
        Kind::Sign('(') => t.is_sign(')'),
        Kind::Sign(sign @ ('—' | '–')) => t.is_sign(sign) || t.is_sign('.'),
        Kind::Sign('-') => t.is_sign('-') || t.is_sign('.'),
        _ => t.is_break(),
    };
    let far = (opens + 1..tokens.len())
        .find(|i| ends(&tokens[*i]))
        .unwrap_or(tokens.len());
    if !tokens[opens].is_sign(',') {
        return far;
    }
    let last = (whole + 1..passage.figures.len())
        .map(|part| figures.nouns[part].end)
        .take_while(|end| *end <= far)
        .find(|end| {
            tokens
                .get(*end)
                .is_none_or(|t| t.is_break() || (t.is_sign(',') && !lists_on(passage, *end)))
        });
    last.unwrap_or(far)
}

/// Whether another part follows a comma.
fn lists_on(passage: &Passage<'_>, comma: usize) -> bool {
    let next = if passage.is(comma + 1, Classes::CONJUNCTION) {
        comma + 2
    } else {
        comma + 1
    };
    passage.figure_at(next).is_some()
        || passage
            .tokens
            .get(next)
            .is_some_and(|t| passage.lexicon.sums.single.contains(&t.word))
}

/// Whether nothing but parts, their nouns and the joints of a list stand between two tokens: no verb, no clause.
fn only_a_list(
    passage: &Passage<'_>,
    figures: Figures<'_>,
    first: usize,
    end: usize,
    parts: &[usize],
) -> bool {
    let in_part = |i: usize| {
        parts
            .iter()
            .any(|part| (passage.figures[*part].first..figures.nouns[*part].end).contains(&i))
    };
    let alone = persons(passage);
    (first..end).all(|i| {
        let token = &passage.tokens[i];
        let single = alone.iter().any(|p| p.contains(&token.start));
        in_part(i)
            || single
            || token.is_sign(',')
            || (token.is(Classes::CONJUNCTION) && !token.is(Classes::PREPOSITION))
    })
}

/// "The 137,000 tonnes comprised 59,500 tonnes of wheat for China, 53,000 of wheat …"
fn composed(passage: &Passage<'_>, figures: Figures<'_>, whole: usize) -> Option<Sum> {
    let table = &passage.lexicon.sums.composed;
    let from = passage.figures[whole].end;
    let next = passage.figures.get(whole + 1)?.first;
    let (at, end) = (from..next).find_map(|i| {
        let (length, ()) = passage.phrase_at(table, i)?;
        Some((i, i + length))
    })?;
    let clause = !passage.tokens[from..at]
        .iter()
        .any(|t| matches!(t.kind, Kind::Sign(';' | '(' | ')' | '.')));
    let like = &passage.figures[whole].quantity;
    let same = |i: &usize| {
        let quantity = &passage.figures[*i].quantity;
        let bare = quantity.dimension == Dimension::Count && quantity.unit.is_none();
        (quantity.dimension == like.dimension && quantity.unit == like.unit)
            || (bare && like.dimension != Dimension::Percent)
    };
    let parts: Vec<usize> = (whole + 1..passage.figures.len()).collect();
    let near = parts.windows(2).all(|pair| {
        let (a, b) = (&passage.figures[pair[0]], &passage.figures[pair[1]]);
        let between = &passage.tokens[a.end..b.first];
        between.len() <= STEP
            && between
                .iter()
                .any(|t| t.is_sign(',') || t.is(Classes::CONJUNCTION))
    });
    let last_joined = parts.last().is_some_and(|last| {
        let first = passage.figures[*last].first;
        (first.saturating_sub(2)..first).any(|i| passage.is(i, Classes::CONJUNCTION))
    });
    let no_clause = !passage.tokens[end..].iter().any(|t| {
        matches!(t.kind, Kind::Sign(';' | '(' | ':'))
            || t.is(Classes::RELATIVE)
            || t.is(Classes::SAYING)
    });
    let fits = clause
        && at <= from + STEP
        && next <= end + 2
        && parts.len() >= 2
        && near
        && last_joined
        && no_clause
        && is_bare(passage, whole)
        && parts
            .iter()
            .all(|part| same(part) && is_bare(passage, *part))
        && !is_incomplete(passage, from, passage.tokens.len());
    fits.then(|| Sum {
        whole: figures.base + whole,
        parts: parts.iter().map(|part| figures.base + part).collect(),
        persons: (0, 0),
        complete: true,
        basis: Basis::Stated,
    })
}

/// Whether a figure is a plain number: what is added up is told exactly or rounded, not bounded.
fn is_bare(passage: &Passage<'_>, figure: usize) -> bool {
    let quantity = &passage.figures[figure].quantity;
    matches!(quantity.form, Form::Number { .. })
        && matches!(quantity.bound, Bound::None | Bound::Exactly | Bound::About)
}

fn is_incomplete(passage: &Passage<'_>, first: usize, end: usize) -> bool {
    let words = &passage.lexicon.sums.incomplete;
    passage.tokens[first..end.min(passage.tokens.len())]
        .iter()
        .any(|t| words.contains(&t.word))
}

/// The group of people that a figure counts; "" for people of any kind.
fn group(passage: &Passage<'_>, figures: Figures<'_>, figure: usize) -> Option<String> {
    let word = passage.tokens[figures.nouns[figure].head?].word;
    passage
        .lexicon
        .people
        .get(&word)
        .map(|group| group.clone().unwrap_or_default())
}

fn single_group(passage: &Passage<'_>, person: &std::ops::Range<usize>) -> Option<String> {
    let last = passage.tokens.iter().rfind(|t| t.end == person.end)?;
    passage
        .lexicon
        .people
        .get(&last.word)
        .map(|group| group.clone().unwrap_or_default())
}

/// Whether groups of people share nobody and leave nobody of a whole out. "Five men, three women and a child" is no
/// whole with two parts.
fn is_family(passage: &Passage<'_>, whole: &String, groups: &[&String]) -> bool {
    let families = &passage.lexicon.sums.families;
    families
        .iter()
        .any(|family| !family.contains(whole) && groups.iter().all(|group| family.contains(group)))
}
