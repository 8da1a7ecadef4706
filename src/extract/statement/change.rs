//! A value that changed from one figure to another, by so much.
//!
//! ```text
//! rose 8.7% to $4.9bn from $4.1bn        fell from 40 to 30       STEP … joint VALUE … joint VALUE
//! $4.9bn, up 8.7% from $4.1bn            34 pct down on 5.70 mln  VALUE, STEP joint VALUE
//! to $4.9bn from $4.1bn, a rise of 8.7%                           joint VALUE joint VALUE, STEP
//! more than doubled to 377.4 mln from 188 mln                     a word of so many times as STEP
//! ```

use super::{Figures, Stated};
use crate::claim::{Change, Operand, Statement, Step, Steps};
use crate::extract::noun::is_plural;
use crate::extract::passage::Passage;
use crate::extract::token::{Kind, Token};
use crate::extract::trend::{is_by, is_to};
use crate::lexicon::Classes;
use crate::quantity::{Bound, Decimal, Dimension, Form, Quantity, Trend, Unit};

/// Words between a joint and its value: "from last year's 5.2 million".
const SOFT: usize = 3;
/// How far a step may stand from the joint of the value that it leads to, in tokens.
const STEP_REACH: usize = 10;
/// How far the second value may stand behind the first, in tokens.
const VALUE_REACH: usize = 24;
/// How far a step may stand behind both values, in tokens.
const BEHIND_REACH: usize = 6;

/// Finds the values that are so many times another one: "69.87 billion yen, more than double its 32.16 billion yen".
pub(super) fn multiples(passage: &Passage<'_>, figures: Figures<'_>, stated: &mut Stated) {
    let multiples = &passage.lexicon.trends.multiples;
    for from in 1..passage.figures.len() {
        let first = passage.figures[from].first;
        let soft = |i: &usize| {
            let token = &passage.tokens[*i];
            token.is(Classes::DETERMINER) || token.kind == Kind::Possessive || token.capital
        };
        let nearest = (first.saturating_sub(SOFT + 1)..first).rev();
        let Some(at) = nearest
            .take_while(|i| {
                passage.figure_at(*i).is_none()
                    && (soft(i) || multiples.contains_key(&passage.tokens[*i].word))
            })
            .find(|i| multiples.contains_key(&passage.tokens[*i].word))
        else {
            continue;
        };
        let to = (0..from).rev().take(2).find(|to| {
            let between =
                &passage.tokens[passage.figures[*to].end..at.max(passage.figures[*to].end)];
            are_level(passage, figures, *to, from)
                && between.len() <= STEP_REACH
                && between.iter().any(|t| {
                    matches!(t.kind, Kind::Sign(',' | '—' | '–' | '(')) || t.is(Classes::AUXILIARY)
                })
                && !between.iter().any(|t| {
                    matches!(t.kind, Kind::Sign(';' | '.' | ':'))
                        || passage.lexicon.trends.verbs.contains_key(&t.word)
                })
        });
        let times = multiples[&passage.tokens[at].word];
        if let Some(to) = to.filter(|_| at + 1 < first && times > Decimal::ONE) {
            let by = stated.mention_times(passage, at, times);
            stated.statements.push(Statement::Change(Change {
                from: figures.base + from,
                to: figures.base + to,
                by: Step::Times(by),
                trend: None,
                invertible: false,
                other_base: false,
            }));
        }
    }
}

/// Finds the values of a sentence that a step told in two ways leads to: "69.47 points, or 1.1 percent, to 6,144.25".
pub(super) fn steps(passage: &Passage<'_>, figures: Figures<'_>, stated: &mut Stated) {
    /// "points, or"
    const APART: usize = 4;
    for to in 2..passage.figures.len() {
        let Some((Joint::To, at)) = joint(passage, to) else {
            continue;
        };
        let (first, second) = (to - 2, to - 1);
        let (a, b) = (&passage.figures[first], &passage.figures[second]);
        let is_percent = |i: usize| {
            let quantity = &passage.figures[i].quantity;
            quantity.dimension == Dimension::Percent && quantity.unit.is_none()
        };
        let (percent, amount) = match (is_percent(first), is_percent(second)) {
            (true, false) => (first, second),
            (false, true) => (second, first),
            _ => continue,
        };
        let between = &passage.tokens[a.end..b.first];
        let joined = between.len() <= APART
            && between
                .iter()
                .any(|t| t.is_sign('(') || (t.is(Classes::CONJUNCTION) && t.is_word()))
            && !between
                .iter()
                .any(|t| is_trend(passage, t) || t.is_sign(';'));
        let close = passage
            .tokens
            .get(b.end)
            .map_or(b.end, |t| b.end + usize::from(t.is_sign(')')));
        let plain = |i: usize| {
            let quantity = &passage.figures[i].quantity;
            quantity.bound != Bound::Between && matches!(quantity.form, Form::Number { .. })
        };
        let units = |i: usize| &passage.figures[i].quantity;
        // "12 cents, or 3%, to $4.10": cents and dollars, or one of the two in no unit at all.
        let level = units(amount).dimension == units(to).dimension
            || units(to).dimension == Dimension::Count
            || units(amount).dimension == Dimension::Count;
        let reached = units(to).dimension != Dimension::Percent
            && plain(to)
            && plain(amount)
            && plain(percent)
            && leads_to(passage, second.max(first), at.max(close))
            && level;
        if let Some(trend) = trend(passage, first).filter(|_| joined && reached) {
            stated.statements.push(Statement::Steps(Steps {
                percent: figures.base + percent,
                amount: figures.base + amount,
                to: figures.base + to,
                trend,
            }));
        }
    }
}

/// What joins a value to a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joint {
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
struct Pair {
    from: usize,
    to: usize,
    joint: Joint,
    first_joint: usize,
}

/// Finds the changes of a sentence.
pub(super) fn changes(passage: &Passage<'_>, figures: Figures<'_>, stated: &mut Stated) {
    if passage.figures.len() < 2 {
        return;
    }
    let pairs = pairs(passage, figures);
    for pair in &pairs {
        let Some((step, trend)) = step(passage, figures, *pair, stated) else {
            continue;
        };
        stated.statements.push(Statement::Change(Change {
            from: figures.base + pair.from,
            to: figures.base + pair.to,
            by: step,
            trend,
            invertible: may_go_either_way(passage),
            other_base: is_of_other_time(passage, *pair)
                || has_other_base(passage, *pair, step, figures),
        }));
    }
}

fn joint(passage: &Passage<'_>, figure: usize) -> Option<(Joint, usize)> {
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

fn pairs(passage: &Passage<'_>, figures: Figures<'_>) -> Vec<Pair> {
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
        });
        if let Some(to) = next {
            out.push(Pair {
                from,
                to,
                joint,
                first_joint: at,
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
            let is_base = |i: usize| joints[i].is_some_and(|(joint, _)| joint != Joint::To);
            let value = (0..step)
                .rev()
                .find(|i| !is_aside(passage, *i) && !is_base(*i) && !is_step(passage, *i))?;
            let near = passage.figures[step].first - passage.figures[value].end <= VALUE_REACH / 2;
            (near && level(&value) && is_near(passage, value, from)).then_some(value)
        });
        // "B, up from A"
        let directed = at
            .checked_sub(1)
            .is_some_and(|i| is_trend(passage, &passage.tokens[i]));
        let behind_word = from.checked_sub(1).filter(|value| {
            directed && joint == Joint::From && level(value) && is_near(passage, *value, from)
        });
        let Some(to) = behind_step.or(before).or(behind_word) else {
            continue;
        };
        if out.iter().any(|pair| pair.to == to) {
            continue;
        }
        let first_joint = joints[to].map_or(passage.figures[to].first, |(_, at)| at);
        out.push(Pair {
            from,
            to,
            joint,
            first_joint,
        });
    }
    out
}

/// Whether a figure stands in brackets of its own.
fn is_aside(passage: &Passage<'_>, figure: usize) -> bool {
    let found = &passage.figures[figure];
    let opens =
        (found.first.saturating_sub(2)..found.first).any(|i| passage.tokens[i].is_sign('('));
    let closes = (found.end..passage.tokens.len().min(found.end + 2))
        .any(|i| passage.tokens[i].is_sign(')'));
    opens && closes
}

/// Whether two figures are told in the same unit, or one of them in none.
fn are_level(passage: &Passage<'_>, figures: Figures<'_>, a: usize, b: usize) -> bool {
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
    plain(x) && plain(y) && ((same && one_noun) || (!same && (bare(a) || bare(b))))
}

fn is_time(passage: &Passage<'_>, token: usize) -> bool {
    passage.is(token, Classes::MONTH.with(Classes::WEEKDAY))
        || passage
            .lexicon
            .trends
            .times
            .contains(&passage.tokens[token].word)
}

/// Whether no clause ends between two figures, and nothing else is said to rise or fall.
fn is_near(passage: &Passage<'_>, first: usize, second: usize) -> bool {
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

fn is_trend(passage: &Passage<'_>, token: &Token) -> bool {
    let trends = &passage.lexicon.trends;
    trends.verbs.contains_key(&token.word) || trends.behind.contains_key(&token.word)
}

/// The step of a change with its direction.
fn step(
    passage: &Passage<'_>,
    figures: Figures<'_>,
    pair: Pair,
    stated: &mut Stated,
) -> Option<(Step, Option<Trend>)> {
    let (first, last) = (pair.from.min(pair.to), pair.from.max(pair.to));
    let between = (first + 1..last).find(|i| is_step(passage, *i));
    if let Some(step) = between {
        return figure_step(passage, figures, pair, step);
    }
    if let Some(step) = times_before(passage, pair, stated) {
        return Some((step, None));
    }
    let before = (0..first).rev().take(2).find(|i| {
        let step = &passage.figures[*i];
        step.quantity.dimension != Dimension::Duration || step.quantity.trend.is_some()
    });
    let before = before.filter(|i| is_step(passage, *i) && leads_to(passage, *i, pair.first_joint));
    if let Some(step) = before {
        return figure_step(passage, figures, pair, step);
    }
    let behind = Some(last + 1).filter(|i| *i < passage.figures.len() && is_step(passage, *i));
    let behind = behind.filter(|i| {
        let (end, start) = (passage.figures[last].end, passage.figures[*i].first);
        let between = &passage.tokens[end..start];
        between.len() <= BEHIND_REACH
            && between
                .first()
                .is_some_and(|t| matches!(t.kind, Kind::Sign(',' | '(' | '—' | '–' | '-')))
            && !between
                .iter()
                .any(|t| t.is(Classes::CONJUNCTION) && !t.is(Classes::PREPOSITION))
    });
    // "up 8% to 12 from 11, up 5% on March" has two steps.
    behind
        .and_then(|step| figure_step(passage, figures, pair, step))
        .or_else(|| direction(passage, pair, stated))
}

/// "rose to 4.1% from 3.9%", "4.1%, up from 3.9%": no step, but a direction.
fn direction(
    passage: &Passage<'_>,
    pair: Pair,
    stated: &mut Stated,
) -> Option<(Step, Option<Trend>)> {
    /// "rose in the same month to"
    const REACH: usize = 5;
    let trends = &passage.lexicon.trends;
    let ranked = passage
        .tokens
        .iter()
        .any(|t| trends.ranks.contains(&t.word));
    if pair.joint != Joint::From || ranked {
        return None;
    }
    let nearest = (0..pair.first_joint).rev().take(REACH);
    let before = nearest
        .take_while(|i| {
            let token = &passage.tokens[*i];
            !token.is_break()
                && !token.is_sign(',')
                && !token.is(Classes::CONJUNCTION.with(Classes::RELATIVE))
                && passage.figure_at(*i).is_none()
        })
        .find(|i| trends.plain.contains(&passage.tokens[*i].word));
    // "4.1%, up from 3.9%"
    let beside = || {
        let joint = (0..passage.figures[pair.from].first)
            .rev()
            .take(SOFT + 1)
            .find(|i| passage.is(*i, Classes::BEFORE_CHANGE))?;
        let word = joint.checked_sub(1)?;
        let up_or_down = passage.is(word, Classes::PREPOSITION);
        up_or_down.then_some(word)
    };
    let at = before.or_else(beside)?;
    let trend = *trends.verbs.get(&passage.tokens[at].word)?;
    let verb = stated.mention(passage, at, at + 1, None);
    Some((Step::Direction(verb), Some(trend)))
}

fn is_step(passage: &Passage<'_>, figure: usize) -> bool {
    let quantity = &passage.figures[figure].quantity;
    trend(passage, figure).is_some() && quantity.bound != Bound::Between
}

/// Whether a figure is told as a rise or fall; beside the values that it leads to, "gained 85 points" is one too.
fn trend(passage: &Passage<'_>, figure: usize) -> Option<Trend> {
    let found = &passage.figures[figure];
    let weak = || {
        let before = &passage.tokens[found.first.checked_sub(1)?];
        passage.lexicon.trends.weak_verbs.get(&before.word).copied()
    };
    // "23% below the 12 of a year earlier"
    let side = || {
        let behind = passage.tokens.get(found.end)?;
        let share = found.quantity.dimension == Dimension::Percent;
        let sides = &passage.lexicon.trends.sides;
        sides.get(&behind.word).copied().filter(|_| share)
    };
    found.quantity.trend.or_else(side).or_else(weak)
}

/// Whether nothing but the time stands between a step and the joint of its value.
fn leads_to(passage: &Passage<'_>, step: usize, joint: usize) -> bool {
    let end = passage.figures[step].end;
    // "(1.1 percent) to"
    let end = end + usize::from(passage.tokens.get(end).is_some_and(|t| t.is_sign(')')));
    if end > joint {
        return false;
    }
    let between = &passage.tokens[end..joint];
    between.len() <= STEP_REACH
        && !between.iter().any(|t| {
            t.is_break()
                || t.is(Classes::CONJUNCTION)
                || is_trend(passage, t)
                || t.is(Classes::RELATIVE)
        })
}

fn figure_step(
    passage: &Passage<'_>,
    figures: Figures<'_>,
    pair: Pair,
    step: usize,
) -> Option<(Step, Option<Trend>)> {
    let quantity = &passage.figures[step].quantity;
    let claim = figures.base + step;
    let to = &passage.figures[pair.to].quantity;
    let from = &passage.figures[pair.from].quantity;
    let of_shares = to.dimension == Dimension::Percent || from.dimension == Dimension::Percent;
    let unit = quantity.unit.as_ref().map(|unit| unit.name.as_str());
    let points = figures.nouns[step].head.is_some_and(|head| {
        passage
            .lexicon
            .trends
            .points
            .contains(&passage.tokens[head].word)
    });
    let words = passage.words(passage.figures[step].first, passage.figures[step].end);
    let shorthand = || words.ends_with("pct");
    let said = match (quantity.dimension, unit) {
        (Dimension::Percent, None) if of_shares && shorthand() => Step::PercentOrPoints(claim),
        (Dimension::Percent, None) => Step::Percent(claim),
        (Dimension::Percent, Some("point" | "basis point")) if of_shares => Step::Points(claim),
        // "rose 1/2 point to 13 pct from 12-1/2"
        (Dimension::Ratio, None) if points => of_shares.then_some(Step::Points(claim))?,
        (Dimension::Ratio, None) => Step::Part(claim),
        (Dimension::Ratio, Some("fold")) => Step::Times(Operand::Claim(claim)),
        (Dimension::Count, None) if of_shares => points.then_some(Step::Points(claim))?,
        (Dimension::Count, None) => Step::Amount(claim),
        (dimension, _)
            if dimension == to.dimension
                || dimension == from.dimension
                || to.dimension == Dimension::Count =>
        {
            Step::Amount(claim)
        }
        _ => return None,
    };
    Some((said, trend(passage, step)))
}

/// "more than doubled to", "has halved since from"
fn times_before(passage: &Passage<'_>, pair: Pair, stated: &mut Stated) -> Option<Step> {
    let trends = &passage.lexicon.trends;
    let nearest = (0..pair.first_joint).rev().take(STEP_REACH);
    let at = nearest
        .take_while(|i| {
            let token = &passage.tokens[*i];
            let ends = token.is_break()
                || token.is(Classes::CONJUNCTION.with(Classes::RELATIVE))
                || (is_trend(passage, token) && !trends.multiples.contains_key(&token.word));
            !ends && passage.figure_at(*i).is_none()
        })
        .find(|i| trends.multiples.contains_key(&passage.tokens[*i].word))?;
    let times = trends.multiples[&passage.tokens[at].word];
    Some(Step::Times(stated.mention_times(passage, at, times)))
}

/// "rose 5% from a year earlier to 12 from 13", "at an annual rate of 5%"
fn has_other_base(passage: &Passage<'_>, pair: Pair, step: Step, figures: Figures<'_>) -> bool {
    let Operand::Claim(claim) = step.operand() else {
        return false;
    };
    let step = &passage.figures[claim - figures.base];
    let trends = &passage.lexicon.trends;
    let names_base = |t: &Token| {
        (t.is(Classes::BEFORE_CHANGE) && !is_by(passage, t))
            || trends.than.contains(&t.word)
            || trends.comparisons.contains(&t.word)
            || trends.other_bases.contains(&t.word)
    };
    let behind = step.end..pair.first_joint.max(step.end);
    let last = passage.figures[pair.from.max(pair.to)].end;
    let until_comma = |range: std::ops::Range<usize>| {
        let end = range
            .clone()
            .find(|i| passage.tokens[*i].is_break())
            .unwrap_or(range.end);
        passage.tokens[range.start..end].iter().any(names_base)
    };
    let around = step.first.saturating_sub(5)..step.first;
    let behind_all = if step.first >= last {
        step.end..passage.tokens.len().min(step.end + 4)
    } else {
        0..0
    };
    passage.tokens[behind].iter().any(names_base)
        || passage.tokens[around]
            .iter()
            .any(|t| trends.other_bases.contains(&t.word))
        || until_comma(behind_all)
}

/// "rose 1% in January to 5.0 million, compared with 4.2 million a year ago": the step is counted from December.
fn is_of_other_time(passage: &Passage<'_>, pair: Pair) -> bool {
    let is_short = |t: &Token| {
        t.is(Classes::MONTH.with(Classes::WEEKDAY))
            || passage.lexicon.trends.short_times.contains(&t.word)
    };
    let from = pair.from.min(pair.to);
    let end = passage.figures[pair.from.max(pair.to)].end;
    let start = passage.figures[from].first.saturating_sub(2 * STEP_REACH);
    pair.joint == Joint::Compared && passage.tokens[start..end].iter().any(is_short)
}

fn may_go_either_way(passage: &Passage<'_>) -> bool {
    let words = &passage.lexicon.trends.either_way;
    (0..passage.tokens.len()).any(|i| {
        words.contains(&passage.tokens[i].word)
            && passage.figure_at(i).is_none()
            && (i == 0 || passage.figure_at(i - 1).is_none())
    })
}
