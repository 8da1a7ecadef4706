//! By how much a value changed: the step beside its two values, and whether it is counted from one of them.

use super::pair::{Joint, Pair, SOFT};
use crate::claim::{Operand, Step};
use crate::extract::passage::Passage;
use crate::extract::statement::{Figures, Stated};
use crate::extract::token::{Kind, Token};
use crate::extract::trend::is_by;
use crate::lexicon::Classes;
use crate::quantity::{Bound, Dimension, Trend};

/// How far a step may stand from the joint of the value that it leads to, in tokens.
pub(super) const STEP_REACH: usize = 10;

/// How far a step may stand behind both values, in tokens.
pub(super) const BEHIND_REACH: usize = 6;

/// The step of a change with its direction.
pub(super) fn step(
    passage: &Passage<'_>,
    figures: Figures<'_>,
    pair: Pair,
    stated: &mut Stated,
) -> Option<(Step, Option<Trend>)> {
    let (first, last) = (pair.from.min(pair.to), pair.from.max(pair.to));
    // "down 9.1 pct from February and down 18.9 pct from 79.7 million"; but not "before gains of 6 million, from 50.7".
    let is_own = |i: &usize| {
        let share = passage.figures[*i].quantity.dimension == Dimension::Percent;
        let before = passage.figures[*i].first.checked_sub(1);
        is_step(passage, *i)
            && (share || before.is_some_and(|t| is_trend(passage, &passage.tokens[t])))
    };
    let between = (first + 1..last)
        .rev()
        .find(is_own)
        .filter(|_| !pair.directed);
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
        // "on turnover 9 percent higher" is of another thing.
        let own = |t: &Token| {
            let trends = &passage.lexicon.trends;
            matches!(t.kind, Kind::Sign(_))
                || is_trend(passage, t)
                || trends.nouns.contains_key(&t.word)
                || trends.degrees.contains(&t.word)
                || t.is(Classes::DETERMINER.with(Classes::PARTITIVE))
        };
        between.len() <= BEHIND_REACH
            && between
                .first()
                .is_some_and(|t| matches!(t.kind, Kind::Sign(',' | '(' | '—' | '–' | '-')))
            && between.iter().all(own)
    });
    // "up 8% to 12 from 11, up 5% on March" has two steps.
    behind
        .and_then(|step| figure_step(passage, figures, pair, step))
        .or_else(|| direction(passage, pair, stated))
}

/// "rose to 4.1% from 3.9%", "4.1%, up from 3.9%": no step, but a direction.
pub(super) fn direction(
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
        .find(|i| trends.plain.contains(&passage.tokens[*i].word))
        // "The rate of increase slowed to", "The decline deepened to"
        .filter(|i| {
            let before = i.checked_sub(1).map(|b| &passage.tokens[b]);
            !before.is_some_and(|t| {
                t.is(Classes::DETERMINER.with(Classes::PREPOSITION)) || t.kind == Kind::Possessive
            })
        });
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
    // "The fall in reserves took them to 98 from 107"
    let taken_up = || {
        let noun = &passage.tokens.get(1)?.word;
        let trend = *trends.nouns.get(noun)?;
        let said = passage.is(0, Classes::DETERMINER)
            && passage.is(2, Classes::PREPOSITION)
            && pair.first_joint > 2
            && passage
                .figures
                .first()
                .is_some_and(|f| f.first > pair.first_joint);
        said.then_some(trend)
    };
    if before.is_none()
        && let Some(trend) = taken_up()
    {
        let noun = stated.mention(passage, 1, 2, None);
        return Some((Step::TakenUp(noun), Some(trend)));
    }
    let at = before.or_else(beside)?;
    let trend = *trends.verbs.get(&passage.tokens[at].word)?;
    let verb = stated.mention(passage, at, at + 1, None);
    Some((Step::Direction(verb), Some(trend)))
}

pub(super) fn is_step(passage: &Passage<'_>, figure: usize) -> bool {
    let quantity = &passage.figures[figure].quantity;
    trend(passage, figure).is_some() && quantity.bound != Bound::Between
}

/// Whether a figure is told as a rise or fall; beside the values that it leads to, "gained 85 points" is one too.
pub(super) fn trend(passage: &Passage<'_>, figure: usize) -> Option<Trend> {
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
pub(super) fn leads_to(passage: &Passage<'_>, step: usize, joint: usize) -> bool {
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

pub(super) fn figure_step(
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
    let words = passage.words(passage.figures[step].first, passage.figures[step].end);
    // "dropped 0.12 to 5.60 pct": the unit is that of the value.
    let bare = !words.contains(|c: char| c.is_alphabetic() || c == '%' || c == '％');
    let points = figures.nouns[step].head.is_some_and(|head| {
        passage
            .lexicon
            .trends
            .points
            .contains(&passage.tokens[head].word)
    });
    let mut short = passage.lexicon.trends.short_percent.iter();
    let mut shorthand = || short.any(|ending| words.ends_with(ending.as_str()));
    let said = match (quantity.dimension, unit) {
        (Dimension::Percent, None) if of_shares && bare => Step::Points(claim),
        (Dimension::Percent, None) if of_shares && shorthand() => Step::PercentOrPoints(claim),
        (Dimension::Percent, None) => Step::Percent(claim),
        (Dimension::Percent, Some("point" | "basis point")) if of_shares => Step::Points(claim),
        // "rose 1/2 point to 13 pct from 12-1/2"
        (Dimension::Ratio, None) if points => of_shares.then_some(Step::Points(claim))?,
        (Dimension::Ratio, None) => Step::Part(claim),
        // Basis points of a price are not told of percentages.
        (Dimension::Percent, Some(_)) if !of_shares => return None,
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
pub(super) fn times_before(passage: &Passage<'_>, pair: Pair, stated: &mut Stated) -> Option<Step> {
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
pub(super) fn has_other_base(
    passage: &Passage<'_>,
    pair: Pair,
    step: Step,
    figures: Figures<'_>,
) -> bool {
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
pub(super) fn is_of_other_time(passage: &Passage<'_>, pair: Pair) -> bool {
    let is_short = |t: &Token| {
        t.is(Classes::MONTH.with(Classes::WEEKDAY))
            || passage.lexicon.trends.short_times.contains(&t.word)
    };
    let from = pair.from.min(pair.to);
    let end = passage.figures[pair.from.max(pair.to)].end;
    let start = passage.figures[from].first.saturating_sub(2 * STEP_REACH);
    pair.joint == Joint::Compared && passage.tokens[start..end].iter().any(is_short)
}

pub(super) fn may_go_either_way(passage: &Passage<'_>) -> bool {
    let words = &passage.lexicon.trends.either_way;
    (0..passage.tokens.len()).any(|i| {
        words.contains(&passage.tokens[i].word)
            && passage.figure_at(i).is_none()
            && (i == 0 || passage.figure_at(i - 1).is_none())
    })
}

pub(super) fn is_trend(passage: &Passage<'_>, token: &Token) -> bool {
    let trends = &passage.lexicon.trends;
    trends.verbs.contains_key(&token.word) || trends.behind.contains_key(&token.word)
}
