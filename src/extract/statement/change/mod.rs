//! A value that changed from one figure to another, by so much.
//!
//! ```text
//! rose 8.7% to $4.9bn from $4.1bn        fell from 40 to 30       STEP … joint VALUE … joint VALUE
//! $4.9bn, up 8.7% from $4.1bn            34 pct down on 5.70 mln  VALUE, STEP joint VALUE
//! to $4.9bn from $4.1bn, a rise of 8.7%                           joint VALUE joint VALUE, STEP
//! more than doubled to 377.4 mln from 188 mln                     a word of so many times as STEP
//! ```

mod linked;
mod pair;
mod step;

use super::{Figures, Stated};
use crate::claim::{Change, Statement, Step, Steps};
use crate::extract::passage::Passage;
use crate::extract::relation::part_told_of;
use crate::extract::token::{Kind, Token};
use crate::lexicon::Classes;
use crate::quantity::{Bound, Decimal, Dimension, Form};
pub(in crate::extract) use linked::linked_steps;
use pair::{Joint, SOFT, are_level, joint, pairs};
use step::{
    STEP_REACH, has_other_base, is_of_other_time, is_trend, leads_to, may_go_either_way, step,
    trend,
};

/// Finds the changes of a sentence.
pub(in crate::extract) fn changes(
    passage: &Passage<'_>,
    figures: Figures<'_>,
    stated: &mut Stated,
) {
    if passage.figures.len() < 2 {
        return;
    }
    let mut pairs = pairs(passage, figures);
    for pair in &mut pairs {
        pair.to = part_told_of(figures.pairs, pair.to, pair.from);
    }
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

/// Finds the values of a sentence that a step told in two ways leads to: "69.47 points, or 1.1 percent, to 6,144.25".
pub(in crate::extract) fn steps(passage: &Passage<'_>, figures: Figures<'_>, stated: &mut Stated) {
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
        let says_again = |t: &Token| passage.lexicon.cues.restating.contains(&t.word);
        let plain_words = Classes::FUNCTION
            .with(Classes::CONJUNCTION)
            .with(Classes::BOUND_START)
            .with(Classes::ADVERB);
        let joined = between.len() <= APART
            && between
                .iter()
                .any(|t| t.is_sign('(') || (t.is(Classes::CONJUNCTION) && t.is_word()))
            && !between
                .iter()
                .any(|t| is_trend(passage, t) || t.is_sign(';'))
            // "police pay by 4% and library spending by $2.1 million": two things.
            && (between.iter().any(says_again)
                || between.iter().all(|t| !t.is_word() || t.is(plain_words)));
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

/// Finds the values that are so many times another one: "69.87 billion yen, more than double its 32.16 billion yen".
pub(in crate::extract) fn multiples(
    passage: &Passage<'_>,
    figures: Figures<'_>,
    stated: &mut Stated,
) {
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
