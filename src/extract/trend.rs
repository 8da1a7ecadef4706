//! Whether a figure is told as risen or fallen, and the pairs of an earlier and a later value.
//!
//! ```text
//! rose 12%          fell by nearly 5%      up 9.4 per cent       verb degree* FIGURE
//! cut its forecast by 5%                                         verb … "by" FIGURE
//! an increase of 10%    a drop in sales of 5%                    noun … "of" FIGURE
//! a 10% increase    12% higher                                   FIGURE word? noun | behind
//! ```

use super::passage::Passage;
use super::scan::Found;
use super::token::{Kind, Token};
use crate::lexicon::{Classes, Lexicon, Trends};
use crate::quantity::{Bound, Decimal, Dimension, Form, Trend};

/// Words of degree between a verb and its figure.
const DEGREES: usize = 4;
/// How far before "by" the verb may stand, in tokens.
const REACH: usize = 7;
/// How far before "of" the noun may stand.
const NOUN_REACH: usize = 4;
/// Words between a figure and the noun that says its trend: "a 21.5 percent pay increase".
const BEHIND: usize = 2;

/// An earlier value and the later one that it changed to, as figures of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// The figure behind "from".
    pub from: usize,
    /// The figure that was reached.
    pub to: usize,
}

/// Sets the trend of the figures of a sentence.
pub fn mark(lexicon: &Lexicon, tokens: &[Token], figures: &mut [Found]) {
    for i in 0..figures.len() {
        let earlier = i.checked_sub(1).map(|before| &figures[before]);
        let trend = trend(
            &lexicon.trends,
            tokens,
            &figures[i],
            earlier,
            figures.get(i + 1),
        );
        figures[i].quantity.trend = trend;
    }
}

fn trend(
    trends: &Trends,
    tokens: &[Token],
    figure: &Found,
    earlier: Option<&Found>,
    later: Option<&Found>,
) -> Option<Trend> {
    let from = earlier.map_or(0, |f| f.end);
    before(trends, tokens, figure, from)
        .or_else(|| {
            behind(
                trends,
                tokens,
                figure,
                later.map_or(tokens.len(), |f| f.first),
            )
        })
        .or_else(|| carried(tokens, figure, earlier?))
}

/// A verb before the figure, or a verb before "by", or a noun before "of".
fn before(trends: &Trends, tokens: &[Token], figure: &Found, from: usize) -> Option<Trend> {
    let mut at = figure.first;
    let mut by = false;
    for _ in 0..DEGREES {
        let token = at
            .checked_sub(1)
            .filter(|i| *i >= from)
            .map(|i| &tokens[i])?;
        if let Some(trend) = verb(trends, token, figure) {
            return Some(trend);
        }
        if token.is(Classes::PARTITIVE) {
            return noun_before_of(trends, tokens, at - 1, from);
        }
        by = token.is(Classes::BEFORE_CHANGE) && trends.degrees.contains(&token.word);
        if by || !trends.degrees.contains(&token.word) {
            break;
        }
        at -= 1;
    }
    if !by {
        return None;
    }
    let clause = tokens[from..at - 1].iter().rev().take(REACH);
    // "up by 5" says it beside the figure only: "take up an offer by thousands".
    let beside = |t: &Token| t.is(Classes::PREPOSITION) && !t.is(Classes::AUXILIARY);
    let adjacent = at.checked_sub(2).filter(|i| *i >= from).map(|i| &tokens[i]);
    if let Some(trend) = adjacent.and_then(|t| verb(trends, t, figure)) {
        return Some(trend);
    }
    clause
        .take_while(|t| !t.is_break())
        .filter(|t| !beside(t))
        .find_map(|t| verb(trends, t, figure).or_else(|| trends.nouns.get(&t.word).copied()))
}

/// "an increase of 10%", "a drop in sales of 5%"
fn noun_before_of(trends: &Trends, tokens: &[Token], of: usize, from: usize) -> Option<Trend> {
    let near = tokens[from..of].iter().rev().take(NOUN_REACH);
    near.take_while(|t| !t.is_break() && !t.is_sign(',') && !t.is(Classes::CONJUNCTION))
        .find_map(|t| trends.nouns.get(&t.word).copied())
}

/// "rose", "up"; what is only lost or gained counts for percentages, points and cents.
fn verb(trends: &Trends, token: &Token, figure: &Found) -> Option<Trend> {
    let quantity = &figure.quantity;
    let cents = || {
        let unit = quantity.unit.as_ref();
        unit.is_some_and(|u| u.name.starts_with("cent"))
    };
    let small = match quantity.dimension {
        Dimension::Percent => true,
        Dimension::Money => cents(),
        _ => matches!(&quantity.form, Form::Number { granularity } if *granularity < Decimal::ONE),
    };
    let weak = || trends.weak_verbs.get(&token.word).filter(|_| small);
    trends.verbs.get(&token.word).or_else(weak).copied()
}

/// "a 10% increase", "a 12-point rise", "5% more", "12 percent higher"
fn behind(trends: &Trends, tokens: &[Token], figure: &Found, to: usize) -> Option<Trend> {
    let measured = figure.quantity.dimension != Dimension::Count;
    let level = figure
        .first
        .checked_sub(1)
        .is_some_and(|i| trends.verbs.contains_key(&tokens[i].word));
    let words = tokens[figure.end.min(to)..to].iter();
    for (n, token) in words
        .filter(|t| !t.is_sign('-'))
        .take(BEHIND + 1)
        .enumerate()
    {
        if !token.is_word() {
            return None;
        }
        if n == 0
            && measured
            && !level
            && let Some(trend) = trends.behind.get(&token.word)
        {
            return Some(*trend);
        }
        if let Some(trend) = trends.nouns.get(&token.word).filter(|_| measured || n > 0) {
            return Some(*trend);
        }
        if token.is(Classes::FUNCTION) {
            return None;
        }
    }
    None
}

/// "rose 5 and 6 percent", "jumped 69.47 points, or 1.1 percent": what is said of the first holds for the second.
fn carried(tokens: &[Token], figure: &Found, earlier: &Found) -> Option<Trend> {
    let between = tokens.get(earlier.end..figure.first)?;
    let joins = |t: &Token| t.is_sign(',') || t.is_sign('(') || t.is(Classes::CONJUNCTION);
    let (nouns, joints): (Vec<&Token>, Vec<&Token>) = between.iter().partition(|t| !joins(t));
    let near = nouns.len() <= 1
        && nouns
            .iter()
            .all(|t| t.is_word() && !t.is(Classes::FUNCTION));
    let same = figure.quantity.dimension == earlier.quantity.dimension
        || figure.quantity.dimension == Dimension::Percent
        || earlier.quantity.dimension == Dimension::Percent;
    earlier
        .quantity
        .trend
        .filter(|_| near && same && !joints.is_empty())
}

/// The pairs of the sentence: "from A to B", "to B from A", "B, up from A".
pub fn changes(passage: &Passage<'_>) -> Vec<Change> {
    let figures = passage.figures;
    let mut out: Vec<Change> = Vec::new();
    for from in 0..figures.len() {
        if !stands_behind(passage, from, |t| {
            t.is(Classes::BEFORE_CHANGE) && !is_by(passage, t)
        }) {
            continue;
        }
        let level = |i: &usize| {
            let (a, b) = (&figures[from].quantity, &figures[*i].quantity);
            a.dimension == b.dimension && a.unit == b.unit && b.bound != Bound::Between
        };
        let is_reached = |i: &usize| stands_behind(passage, *i, |t| is_to(passage, t));
        let next = Some(from + 1).filter(|i| *i < figures.len() && level(i) && is_reached(i));
        let earlier = (0..from).rev().find(|i| level(i) && is_reached(i));
        let directed = figures[from].first.checked_sub(2).is_some_and(|i| {
            passage
                .lexicon
                .trends
                .verbs
                .contains_key(&passage.tokens[i].word)
        });
        let nearest = (0..from).rev().find(level).filter(|_| directed);
        let near = |to: &usize| {
            let (a, b) = (
                figures[from].first.min(figures[*to].first),
                figures[from].first.max(figures[*to].first),
            );
            let between = &passage.tokens[a..b];
            !between
                .iter()
                .any(|t| matches!(t.kind, Kind::Sign(';' | '.')))
        };
        let runs_on = |to: &usize| {
            let tokens = &passage.tokens[figures[from].end..figures[*to].first];
            let joins = tokens
                .windows(2)
                .any(|pair| pair[0].is_sign(',') && pair[1].is(Classes::CONJUNCTION));
            !joins
        };
        let to = next.filter(runs_on).or(earlier).or(nearest).filter(near);
        if let Some(to) = to.filter(|to| out.iter().all(|change| change.to != *to)) {
            out.push(Change { from, to });
        }
    }
    out
}

fn stands_behind(passage: &Passage<'_>, figure: usize, is: impl Fn(&Token) -> bool) -> bool {
    let first = passage.figures[figure].first;
    first.checked_sub(1).is_some_and(|i| is(&passage.tokens[i]))
}

/// Whether a token is "by".
pub fn is_by(passage: &Passage<'_>, token: &Token) -> bool {
    passage.lexicon.trends.degrees.contains(&token.word)
}

/// Whether a token may join a value that was reached.
pub fn is_to(passage: &Passage<'_>, token: &Token) -> bool {
    passage.lexicon.numbers.range_joints.contains(&token.word)
}
