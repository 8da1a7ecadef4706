//! What a figure counts: the frames of the lexicon held against the words around it.

use std::cmp::Reverse;

use super::noun::{NounPhrase, is_state};
use super::passage::Passage;
use super::relation::over_aside;
use super::token::{Kind, Token};
use crate::claim::Basis;
use crate::lexicon::{Classes, Element, Frame, Status, WordId};
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
    /// The token that says so.
    pub token: usize,
}

/// What each figure of a sentence counts. `elided` is the noun that a figure takes over from another
/// ("130 hostages … of the 253"), `predicates` where the words behind each figure begin.
pub fn measures(
    passage: &Passage<'_>,
    nouns: &[NounPhrase],
    elided: &[Option<usize>],
    predicates: &[Option<usize>],
) -> Vec<Option<Counted>> {
    // "12 dead" names its measure; "two soldiers" only where nothing says what befell them.
    let by_toll = |i| {
        let toll = |c: &Counted| passage.lexicon.measures[c.measure].status == Status::Cumulative;
        by_noun(passage, i, &nouns[i]).filter(toll)
    };
    // "15 people of one family": one of them is no count of its own.
    let describes = |i: usize| {
        let first = passage.figures[i].first;
        let nouns = i.checked_sub(1).map(|before| (nouns[before], nouns[i]));
        nouns.is_some_and(|(before, own)| {
            before.end + 1 == first
                && passage.is(before.end, Classes::PARTITIVE)
                && before.head.is_some()
                && own.head.is_some()
        })
    };
    let mut out: Vec<Option<Counted>> = (0..passage.figures.len())
        .map(|i| {
            let framed = || by_frame(passage, i, &nouns[i], elided[i], predicates[i], None);
            (!describes(i)).then(|| framed().or_else(|| by_toll(i)))?
        })
        .collect();
    for i in 0..out.len() {
        let told = out[i].filter(|c| is_of_those_before(passage, nouns, i, c.token));
        if let Some(own) = told.and_then(|_| by_participle(passage, i, &nouns[i])) {
            out[i] = Some(own);
        }
    }
    // "130 of the 253 taken are still held": hostages, though no noun says so.
    for i in 0..out.len().saturating_sub(1) {
        let (end, next) = (passage.figures[i].end, passage.figures[i + 1].first);
        let of = passage.is(end, Classes::PARTITIVE)
            && (end + 1..next).all(|t| passage.is(t, Classes::DETERMINER));
        let bare = nouns[i].head.is_none() && nouns[i + 1].head.is_none();
        let people = out[i + 1].and_then(|of| passage.lexicon.measures[of.measure].people.first());
        if let Some(kind) = people.filter(|_| of && bare)
            && let Some(known) = passage.lexicon.noun_kind(kind)
        {
            let told = by_frame(passage, i, &nouns[i], None, predicates[i], Some(known));
            out[i] = told.or(out[i]);
        }
    }
    coordinate(passage, nouns, &mut out);
    for (i, counted) in out.iter_mut().enumerate() {
        *counted = counted
            .or_else(|| by_noun(passage, i, &nouns[i]))
            .or_else(|| by_likely_noun(passage, i, &nouns[i]));
    }
    out
}

/// "20 people killed 30 others injured", "Child killed 20 people injured": whether the word right before a figure says
/// what befell those who stand before it.
fn is_of_those_before(
    passage: &Passage<'_>,
    nouns: &[NounPhrase],
    figure: usize,
    token: usize,
) -> bool {
    let first = passage.figures[figure].first;
    let others = figure.checked_sub(1).map(|before| nouns[before].end);
    // A headline's: nobody writes "gunman killed 20 people injured".
    let person = token > 0
        && passage.is(token - 1, Classes::PERSON)
        && passage.tokens[token - 1].capital
        && !(token > 1 && passage.is(token - 2, Classes::DETERMINER));
    token + 1 == first && (others == Some(token) || (others.is_none() && person))
}

/// What the participle right behind a figure's noun says.
fn by_participle(passage: &Passage<'_>, figure: usize, noun: &NounPhrase) -> Option<Counted> {
    let token = noun.end;
    if !passage.is(token, Classes::TRIGGER) || passage.figure_at(token + 1).is_some() {
        return None;
    }
    let start = passage.figures[figure].first;
    let frames = passage
        .lexicon
        .frames_by_anchor
        .get(&passage.tokens[token].word)?;
    let fits = |number: &&usize| {
        let frame = &passage.lexicon.frames[**number];
        let fit = fit(passage, frame, start, Some(token));
        frame.before.is_empty()
            && frame.noun.is_none()
            && fit.is_some_and(|fit| fit.between == 0 && fit.own == Reverse(1))
    };
    let number = frames.iter().find(fits)?;
    Some(Counted {
        measure: passage.lexicon.frames[*number].measure,
        basis: Basis::Stated,
        token,
    })
}

fn by_frame(
    passage: &Passage<'_>,
    figure: usize,
    noun: &NounPhrase,
    elided: Option<usize>,
    predicate: Option<usize>,
    known_kind: Option<usize>,
) -> Option<Counted> {
    let found = &passage.figures[figure];
    if found.quantity.dimension != Dimension::Count {
        return None;
    }
    let kinds = noun
        .head
        .or(elided)
        .and_then(|head| passage.lexicon.noun_kinds.get(&passage.tokens[head].word));
    let is_named = by_noun(passage, figure, noun).is_some();
    let start = over_determiners(passage, found.first);
    // "residential buildings" are homes.
    let is_described = |kind: usize| {
        let described = noun.first..noun.head.unwrap_or(noun.first);
        described.into_iter().any(|i| {
            let kinds = passage.lexicon.noun_kinds.get(&passage.tokens[i].word);
            kinds.is_some_and(|kinds| kinds.contains(&kind))
        })
    };
    let is_kind =
        |kind: usize| known_kind == Some(kind) || kinds.is_some_and(|kinds| kinds.contains(&kind));
    let mut best: Option<(Fit, usize, usize)> = None;
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
                Some(kind) => is_kind(kind) || is_described(kind),
                None => !passage.lexicon.thing.is_some_and(is_kind),
            };
            if !noun_fits || best.is_some_and(|(_, known, _)| known == number) {
                continue;
            }
            // "40 arrests at a protest" are told by their noun.
            let further = predicate.filter(|_| !is_named);
            let behind = [predicate, further.and_then(|p| over_phrase(passage, p))];
            let near = fit(passage, frame, start, behind[0]);
            let far = || fit(passage, frame, start, Some(behind[1]?)).map(Fit::further);
            if let Some(fit) = near.or_else(far) {
                best = Some(best.map_or((fit, number, i), |best| best.min((fit, number, i))));
            }
        }
    }
    best.map(|(_, number, token)| {
        let measure = passage.lexicon.frames[number].measure;
        // "resettled 4,200 refugees": the noun says it more closely than the verb.
        let narrower = |other: &Counted| {
            let broader = passage.lexicon.measures[other.measure].broader.as_ref();
            broader == Some(&passage.lexicon.measures[measure].id)
        };
        by_noun(passage, figure, noun)
            .filter(narrower)
            .unwrap_or(Counted {
                measure,
                basis: Basis::Stated,
                token,
            })
    })
}

/// How well a frame fits; the least is the best: fewest words between, most words of its own, a noun asked for, the
/// verb before the figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    between: usize,
    own: Reverse<usize>,
    any_noun: bool,
    behind: bool,
}

impl Fit {
    /// The fit of a predicate behind a phrase of place, which one without it goes before.
    fn further(self) -> Self {
        Self {
            between: self.between + 1,
            ..self
        }
    }
}

/// "killed the other five": the token that the words before a figure end with, but for its determiners.
fn over_determiners(passage: &Passage<'_>, figure_start: usize) -> usize {
    /// "all the other"
    const MOST: usize = 3;
    let passed = Classes::DETERMINER.with(Classes::BEFORE_NOUN);
    (figure_start.saturating_sub(MOST)..figure_start)
        .rev()
        .find(|i| !passage.is(*i, passed) || passage.is(*i, Classes::TRIGGER))
        .map_or(figure_start.saturating_sub(MOST), |i| i + 1)
}

/// "12 people in the north of the city were hurt": the verb behind a phrase that begins with a preposition.
fn over_phrase(passage: &Passage<'_>, from: usize) -> Option<usize> {
    /// "from the 9,000-strong UN peacekeeping mission in Haiti"
    const LONGEST: usize = 12;
    let ends = Classes::CONJUNCTION
        .with(Classes::RELATIVE)
        .with(Classes::SAYING);
    if !passage.is(from, Classes::PREPOSITION) {
        return None;
    }
    let verbs = Classes::AUXILIARY.with(Classes::TRIGGER);
    let verb = (from + 1..passage.tokens.len().min(from + LONGEST)).find(|i| {
        let token = &passage.tokens[*i];
        token.is(verbs.with(ends)) || token.is_break() || token.is_sign(',')
    })?;
    if passage.tokens[verb].is_sign(',') {
        return Some(over_aside(passage, verb)).filter(|behind| *behind > verb);
    }
    // "12 soldiers of the army killed five rebels"
    let object = passage.figure_at(verb + 1).is_some();
    // "12 from the 9,000-strong mission were", but no "toll of 20,000 with nearly 2 million people displaced"
    let other = passage.figures.iter().any(|figure| {
        let within = (from..verb).contains(&figure.first);
        within && !passage.is(figure.first - 1, Classes::DETERMINER)
    });
    (passage.is(verb, verbs) && !passage.is(verb, ends) && !object && !other).then_some(verb)
}

/// Holds a frame against the words around a figure. `predicate` is where the words behind it begin; without one,
/// only frames that stand before it fit.
fn fit(
    passage: &Passage<'_>,
    frame: &Frame,
    figure_start: usize,
    predicate: Option<usize>,
) -> Option<Fit> {
    let before = fit_before(passage, &frame.before, figure_start)?;
    let after = match predicate {
        Some(from) => fit_after(passage, &frame.after, from)?,
        None if frame.after.is_empty() => Taken::default(),
        None => return None,
    };
    Some(Fit {
        between: before.between + after.between,
        own: Reverse(before.own + after.own),
        any_noun: frame.noun.is_none(),
        behind: frame.before.is_empty(),
    })
}

/// The words that a side of a frame takes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Taken {
    own: usize,
    between: usize,
}

impl Taken {
    fn word(self) -> Self {
        Self {
            own: self.own + 1,
            ..self
        }
    }

    fn gap(self, words: usize) -> Self {
        Self {
            between: self.between + words,
            ..self
        }
    }
}

/// Holds elements against the tokens up to `end`, from the last.
fn fit_before(passage: &Passage<'_>, elements: &[Element], end: usize) -> Option<Taken> {
    let Some((element, rest)) = elements.split_last() else {
        return Some(Taken::default());
    };
    let last = (0..end)
        .rev()
        .find(|i| !passage.tokens[*i].is_quotation_mark());
    match element {
        Element::Words { any_of, optional } => {
            let here = last.filter(|i| is_any_of(passage, any_of, *i));
            let taken = here
                .and_then(|i| fit_before(passage, rest, i))
                .map(Taken::word);
            taken.or_else(|| {
                if *optional {
                    fit_before(passage, rest, end)
                } else {
                    None
                }
            })
        }
        Element::Place => None,
        Element::Gap => {
            let open =
                |taken: &usize| (1..=*taken).all(|n| end >= n && may_lie_between(passage, end - n));
            (0..=GAP)
                .take_while(open)
                .find_map(|n| fit_before(passage, rest, end - n).map(|t| t.gap(n)))
        }
    }
}

/// Holds elements against the tokens from `start`.
fn fit_after(passage: &Passage<'_>, elements: &[Element], start: usize) -> Option<Taken> {
    let Some((element, rest)) = elements.split_first() else {
        return Some(Taken::default());
    };
    let next = (start..passage.tokens.len()).find(|i| !passage.tokens[*i].is_quotation_mark());
    match element {
        Element::Words { any_of, optional } => {
            let here = next.filter(|i| is_any_of(passage, any_of, *i));
            let taken = here
                .and_then(|i| fit_after(passage, rest, i + 1))
                .map(Taken::word);
            taken.or_else(|| {
                if *optional {
                    fit_after(passage, rest, start)
                } else {
                    None
                }
            })
        }
        Element::Place => fit_after(passage, rest, place_end(passage, next?)?),
        Element::Gap => {
            let open = |taken: &usize| *taken == 0 || may_lie_between(passage, start + taken - 1);
            (0..=GAP)
                .take_while(open)
                .find_map(|n| fit_after(passage, rest, start + n).map(|t| t.gap(n)))
        }
    }
}

fn is_any_of(passage: &Passage<'_>, words: &[WordId], token: usize) -> bool {
    let named = &passage.tokens[token];
    // "in March" is no march.
    let month = named.capital && named.is(Classes::MONTH);
    words.binary_search(&named.word).is_ok() && !month && free(passage, token)
}

fn may_lie_between(passage: &Passage<'_>, token: usize) -> bool {
    // A day may stand between as well: "the toll since 7 October".
    let is_word = |t: &Token| t.is_word() || matches!(t.kind, Kind::Possessive | Kind::Number);
    passage.tokens.get(token).is_some_and(is_word) && free(passage, token)
}

/// One past the first word of a place: a name, or "the town", "this small border town".
fn place_end(passage: &Passage<'_>, start: usize) -> Option<usize> {
    let determined = passage.is(start, Classes::DETERMINER);
    if passage
        .tokens
        .get(start)
        .is_some_and(|t| t.capital && t.is_word())
        && !determined
    {
        return Some(start + 1);
    }
    // "in rebel-held eastern Ghouta"
    let longest = if determined { 5 } else { 3 };
    (start..start + longest)
        .take_while(|i| determined || *i == start || !passage.is(*i - 1, Classes::FUNCTION))
        .find(|i| {
            passage.is(*i, Classes::PLACE_NOUN)
                || (*i > start && passage.tokens.get(*i).is_some_and(|t| t.capital))
        })
        .map(|i| i + 1)
}

/// A frame never reaches across another figure.
fn free(passage: &Passage<'_>, token: usize) -> bool {
    passage.figure_at(token).is_none()
}

fn by_noun(passage: &Passage<'_>, figure: usize, noun: &NounPhrase) -> Option<Counted> {
    let head = noun.head?;
    let of = |token: usize| {
        let word = passage.tokens[token].word;
        let measure = passage.lexicon.measure_nouns.get(&word).copied()?;
        Some((token, measure))
    };
    // "12 missing fishermen" are missing.
    let people = passage.is(head, Classes::PERSON);
    let state = || {
        let mut states = (noun.first..head).filter(|i| people && is_state(passage, *i));
        states.find_map(of)
    };
    let (token, measure) = of(head)
        .filter(|_| !people)
        .or_else(state)
        .or_else(|| of(head))?;
    counts(passage, figure).then_some(Counted {
        measure,
        basis: Basis::Stated,
        token,
    })
}

fn by_likely_noun(passage: &Passage<'_>, figure: usize, noun: &NounPhrase) -> Option<Counted> {
    let token = noun.head?;
    let word = passage.tokens[token].word;
    let measure = passage.lexicon.likely_measure_nouns.get(&word).copied()?;
    counts(passage, figure).then_some(Counted {
        measure,
        basis: Basis::Guessed,
        token,
    })
}

fn counts(passage: &Passage<'_>, figure: usize) -> bool {
    passage.figures[figure].quantity.dimension == Dimension::Count
}

/// "five men and three women were killed": a figure joined to another by a comma or "and" counts the same, where
/// its own words say nothing else and it counts people too.
fn coordinate(passage: &Passage<'_>, nouns: &[NounPhrase], out: &mut [Option<Counted>]) {
    // "two men from Homs and three women": what stands between is a phrase of place and the joint.
    let joined = |i: usize| {
        let (from, to) = (nouns[i].end, passage.figures[i + 1].first);
        let joint =
            |t: usize| passage.tokens[t].is_sign(',') || passage.is(t, Classes::CONJUNCTION);
        let other = Classes::AUXILIARY
            .with(Classes::SAYING)
            .with(Classes::TRIGGER)
            .with(Classes::RELATIVE);
        let phrase = || {
            passage.is(from, Classes::PREPOSITION)
                && passage.is(over_determiners(passage, to) - 1, Classes::CONJUNCTION)
                && (from..to).all(|t| {
                    let token = &passage.tokens[t];
                    let bracket = token.is_sign('(') || token.is_sign(')');
                    !token.is(other) && (bracket || !token.is_break())
                })
        };
        from < to && ((from..to).all(joint) || phrase())
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
    // "cut 1,000 and 1,300 jobs"
    let bare = |i: usize| {
        let between = passage.figures[i].end..passage.figures[i + 1].first;
        counts(passage, i)
            && counts(passage, i + 1)
            && nouns[i].head.is_none()
            && !between.is_empty()
            && between
                .into_iter()
                .all(|t| passage.is(t, Classes::CONJUNCTION))
    };
    for i in (0..out.len().saturating_sub(1)).rev() {
        if out[i].is_none() && bare(i) {
            out[i] = out[i + 1].map(linked);
        }
        // "including four children, and 117 were injured"
        let first = passage.figures[i].first;
        let part = passage.phrases(&passage.lexicon.cues.part, first.saturating_sub(2), first);
        if out[i].is_none() && joined(i) && people(i) && people(i + 1) && part.is_empty() {
            out[i] = out[i + 1].map(linked);
        }
    }
    // "12 were killed in Homs and another five outside Hama": a number of its own, and a place.
    let elliptic = |i: usize| {
        let (first, end) = (passage.figures[i].first, passage.figures[i].end);
        let before = over_determiners(passage, first).checked_sub(1);
        let joint = before
            .is_some_and(|t| passage.tokens[t].is_sign(',') || passage.is(t, Classes::CONJUNCTION));
        let between = passage.figures[i - 1].end..first;
        let one_clause = between.clone().all(|t| !passage.tokens[t].is_break())
            && !between.clone().any(|t| passage.is(t, Classes::SAYING));
        counts(passage, i)
            && counts(passage, i - 1)
            && nouns[i].head.is_none()
            && joint
            && one_clause
            && passage.is(end, Classes::LOCATIVE)
    };
    // "rose by 684 to 3,605"
    let step = |i: usize| {
        let (first, end) = (passage.figures[i - 1].first, passage.figures[i - 1].end);
        first > 0
            && passage.is(first - 1, Classes::BEFORE_CHANGE)
            && end + 1 == passage.figures[i].first
            && passage.is(end, Classes::GOAL)
    };
    // "4,000 protesters, police said; organisers claimed 9,000", "put the turnout at 9,000": a number told again.
    let told_again = |i: usize| {
        /// "put the number at"
        const REACH: usize = 5;
        let first = passage.figures[i].first;
        let near = first.saturating_sub(REACH)..first;
        let said = near.clone().any(|t| passage.is(t, Classes::SAYING));
        let noun = nouns[i].head.is_none();
        let joint = first
            .checked_sub(1)
            .is_some_and(|t| passage.is(t, Classes::SAYING) || passage.is(t, Classes::LOCATIVE));
        let free = near.clone().all(|t| passage.figure_at(t).is_none());
        said && noun && joint && free && counts(passage, i) && counts(passage, i - 1)
    };
    for i in 1..out.len() {
        if out[i].is_none() && (step(i) || told_again(i)) {
            out[i] = out[i - 1].map(linked);
        }
        let alike = (joined(i - 1) && people(i) && people(i - 1)) || elliptic(i);
        if out[i].is_none() && alike {
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
