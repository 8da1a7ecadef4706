//! The two values of a change, and what joins them to it.

use super::step::{is_step, is_trend, trend};
use crate::extract::noun::is_plural;
use crate::extract::passage::Passage;
use crate::extract::statement::Figures;
use crate::extract::token::{Kind, Token};
use crate::extract::trend::{is_by, is_to};
use crate::lexicon::Classes;
use crate::quantity::{Bound, Dimension, Form, Quantity, Unit};

/// Words between a joint and its value: "from last year's 5.2 million".
pub(super) const SOFT: usize = 5;

/// How far the second value may stand behind the first, in tokens.
pub(super) const VALUE_REACH: usize = 24;

/// What joins a value to a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// "to": the later value.
    To,
    /// "from": the earlier one.
    From,
    /// "compared with", "versus": the earlier one, or one of another time.
    Compared,
    /// "on", "than", "over": the earlier one, where a step stands before.
    Than,
}

/// The two values of a change, as figures of the sentence, with the token that the first of them is joined by.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair {
    pub from: usize,
    pub to: usize,
    pub joint: Joint,
    pub first_joint: usize,
    /// Whether "up" or "down" alone stands before the earlier value.
    pub directed: bool,
}

pub(super) fn joint(passage: &Passage<'_>, figure: usize) -> Option<(Joint, usize)> {
    let first = passage.figures[figure].first;
    let changes = &passage.lexicon.trends;
    for at in (first.saturating_sub(SOFT + 1)..first).rev() {
        let token = &passage.tokens[at];
        if passage.figure_at(at).is_some() {
            return None;
        }
        // "compared with"
        let behind_comparison = at
            .checked_sub(1)
            .is_some_and(|before| changes.comparisons.contains(&passage.tokens[before].word));
        if behind_comparison {
            return Some((Joint::Compared, at - 1));
        }
        if is_to(passage, token) && token.is(Classes::PREPOSITION) {
            return Some((Joint::To, at));
        }
        if token.is(Classes::BEFORE_CHANGE) && !is_by(passage, token) {
            return Some((Joint::From, at));
        }
        if changes.comparisons.contains(&token.word) {
            return Some((Joint::Compared, at));
        }
        if changes.than.contains(&token.word) {
            return Some((Joint::Than, at));
        }
        // "from May's 26.6 billion"
        let verb = token.is(Classes::AUXILIARY) && !token.capital;
        let soft = (token.is_word() || token.kind == Kind::Possessive)
            && !verb
            && !token.is(Classes::CONJUNCTION.with(Classes::RELATIVE))
            && !token.is(Classes::PREPOSITION);
        if !soft {
            return None;
        }
    }
    None
}

/// Whether the clause of a figure goes on to a token.
fn runs_on(passage: &Passage<'_>, figure: usize, to: usize) -> bool {
    let between = passage.figures[figure].end..to;
    !between
        .clone()
        .any(|i| passage.is(i, Classes::CONJUNCTION) && i > 0 && passage.tokens[i - 1].is_sign(','))
}

pub(super) fn pairs(passage: &Passage<'_>, figures: Figures<'_>) -> Vec<Pair> {
    let joints: Vec<_> = (0..passage.figures.len())
        .map(|i| joint(passage, i))
        .collect();
    let is_joined = |i: usize, joint| joints[i].is_some_and(|(found, _)| found == joint);
    let mut out: Vec<Pair> = Vec::new();
    for from in 0..joints.len() {
        let Some((joint, at)) = joints[from].filter(|(joint, _)| *joint != Joint::To) else {
            continue;
        };
        let level = |i: &usize| are_level(passage, figures, *i, from);
        // "from A to B"
        let next = Some(from + 1).filter(|i| {
            joint == Joint::From
                && *i < joints.len()
                && is_joined(*i, Joint::To)
                && level(i)
                && is_near(passage, from, *i)
                // "up from 90 a year earlier, and wants to hire 60"
                && joints[*i].is_some_and(|(_, to)| runs_on(passage, from, to))
        });
        if let Some(to) = next {
            out.push(Pair {
                from,
                to,
                joint,
                first_joint: at,
                directed: false,
            });
            continue;
        }
        // "to B from A"
        let before = (0..from)
            .rev()
            .find(|i| is_joined(*i, Joint::To) && level(i));
        // "28,575 tonnes and zinc was up 225 at 31,475, against 31,250": the nearest value is the one compared.
        let of_another = |i: usize| {
            let share = passage.figures[i].quantity.dimension == Dimension::Percent;
            share || (level(&i) && !is_aside(passage, i) && trend(passage, i).is_none())
        };
        let nearer = |to: usize| (to + 1..from).any(of_another);
        let before =
            before.filter(|to| joint != Joint::Than && is_near(passage, *to, from) && !nearer(*to));
        let is_base = |i: usize| joints[i].is_some_and(|(joint, _)| joint != Joint::To);
        // "B, up 8.7% from A": the step stands right before the joint.
        let stepped = from.checked_sub(1).filter(|step| {
            let step = &passage.figures[*step];
            joint != Joint::Compared
                && trend(passage, from - 1).is_some()
                && at.saturating_sub(step.end) <= 2
        });
        let behind_step = stepped.and_then(|step| {
            // "1,075,000 bags (of 60 kilos), down 8.2 pct from 1,171,000"
            // "down 33.1 pct from 26.6 billion but down 25.5 pct from 23.9 billion" are steps to one value.
            let value = (0..step).rev().find(|i| {
                !is_aside(passage, *i)
                    && !is_base(*i)
                    && !is_step(passage, *i)
                    && !is_difference(passage, *i)
            })?;
            let near = passage.figures[step].first - passage.figures[value].end <= VALUE_REACH / 2;
            (near && level(&value) && is_near(passage, value, from)).then_some(value)
        });
        // "B, up from A"
        let directed = at
            .checked_sub(1)
            .is_some_and(|i| is_trend(passage, &passage.tokens[i]));
        // "775,000 dlrs or 34 cts per share, down from 1,402,000 dlrs"
        // "1.71, up 2.4 pct from the 1.67 of May and up from 1.55" has one value, "128.4, revised down from 128.9" another.
        let goes_on = |value: usize| {
            let (end, start) = (passage.figures[value].end, passage.figures[from].first);
            passage.tokens[end..start]
                .iter()
                .any(|t| t.is(Classes::CONJUNCTION) && !t.is(Classes::PREPOSITION))
        };
        let behind_word = (0..from).rev().take(3).find(|value| {
            directed
                && joint == Joint::From
                && level(value)
                && !is_step(passage, *value)
                && !(is_base(*value) && goes_on(*value))
        });
        let behind_word = behind_word.filter(|value| is_near(passage, *value, from));
        let Some(to) = behind_step.or(before).or(behind_word) else {
            continue;
        };
        if behind_step.is_none() && out.iter().any(|pair| pair.to == to) {
            continue;
        }
        let first_joint = joints[to].map_or(passage.figures[to].first, |(_, at)| at);
        out.push(Pair {
            from,
            to,
            joint,
            first_joint,
            directed: behind_step.is_none() && directed,
        });
    }
    out
}

/// Whether a figure stands in brackets of its own.
pub(super) fn is_aside(passage: &Passage<'_>, figure: usize) -> bool {
    /// "(166.4 million a month ago)"
    const LONGEST: usize = 8;
    let found = &passage.figures[figure];
    let is = |i: usize, sign| passage.tokens[i].is_sign(sign);
    let opens = (found.first.saturating_sub(LONGEST)..found.first)
        .rev()
        .take_while(|i| !is(*i, ')'))
        .any(|i| is(i, '('));
    let closes = (found.end..passage.tokens.len().min(found.end + LONGEST))
        .take_while(|i| !is(*i, '('))
        .any(|i| is(i, ')'));
    opens && closes
}

/// "0.2 billion more than in May", "5 below the plan": how far a value is from another.
fn is_difference(passage: &Passage<'_>, figure: usize) -> bool {
    let trends = &passage.lexicon.trends;
    let next = passage.tokens.get(passage.figures[figure].end);
    next.is_some_and(|t| trends.behind.contains_key(&t.word) || trends.sides.contains_key(&t.word))
}

/// Whether two figures are told in the same unit, or one of them in none.
pub(super) fn are_level(passage: &Passage<'_>, figures: Figures<'_>, a: usize, b: usize) -> bool {
    let (x, y) = (&passage.figures[a].quantity, &passage.figures[b].quantity);
    let plain =
        |q: &Quantity| q.bound != Bound::Between && !matches!(q.form, Form::Vague | Form::Fraction);
    // "$0.83 a share, 13.5 percent below the $0.96 of a year earlier"
    let rate = |a: &Unit, b: &Unit| {
        let rest = a.name.strip_prefix(b.name.as_str());
        rest.is_some_and(|rest| rest.starts_with(" per "))
    };
    let one_rate = match (&x.unit, &y.unit) {
        (Some(a), Some(b)) => rate(a, b) || rate(b, a),
        _ => false,
    };
    let same = x.dimension == y.dimension && (x.unit == y.unit || one_rate);
    // "to 219.2 mln dlrs from 251.5 mln a year earlier"
    let bare = |i: usize| {
        let quantity = &passage.figures[i].quantity;
        let counted = |head| !is_time(passage, head) && is_plural(passage, &passage.tokens[head]);
        quantity.dimension == Dimension::Count && !figures.nouns[i].head.is_some_and(counted)
    };
    let nouns = |i: usize| figures.nouns[i].head.map(|head| passage.tokens[head].word);
    let one_noun = x.dimension != Dimension::Count || bare(a) || bare(b) || nouns(a) == nouns(b);
    // "3.24-1/4" is read as far as the hyphen.
    let cut_short = |i: usize| {
        let end = passage.figures[i].end;
        let glued = |at: usize| {
            passage
                .tokens
                .get(at)
                .is_some_and(|t| t.start == passage.tokens[at - 1].end)
        };
        passage.tokens.get(end).is_some_and(|t| t.is_sign('-'))
            && glued(end)
            && glued(end + 1)
            && passage.tokens[end + 1].kind == Kind::Number
    };
    !cut_short(a)
        && !cut_short(b)
        && plain(x)
        && plain(y)
        && ((same && one_noun) || (!same && (bare(a) || bare(b))))
}

pub(super) fn is_time(passage: &Passage<'_>, token: usize) -> bool {
    passage.is(token, Classes::MONTH.with(Classes::WEEKDAY))
        || passage
            .lexicon
            .trends
            .times
            .contains(&passage.tokens[token].word)
}

/// Whether no clause ends between two figures, and nothing else is said to rise or fall.
pub(super) fn is_near(passage: &Passage<'_>, first: usize, second: usize) -> bool {
    let (from, to) = (passage.figures[first].end, passage.figures[second].first);
    let between = &passage.tokens[from.min(to)..to];
    let stops = |t: &Token| matches!(t.kind, Kind::Sign(';' | '.' | '?' | '!' | '|'));
    let joined = between.len().checked_sub(2);
    let verbs = between.iter().enumerate().filter(|(i, t)| {
        // "up from" is of the second value, "up 8%" of a step between.
        let own = joined.is_some_and(|last| *i >= last);
        let of_step = passage.figure_at(from + i + 1).is_some();
        !own && !of_step
            && passage.lexicon.trends.verbs.contains_key(&t.word)
            && !t.is(Classes::PREPOSITION)
    });
    between.len() <= VALUE_REACH && !between.iter().any(stops) && verbs.count() == 0
}
