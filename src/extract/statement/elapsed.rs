//! A span of time with the two times that it lies between.
//!
//! ```text
//! in 2012, 62 years after his death in 1950      TIME, SPAN order … TIME
//! three days before the 12 May vote, on 9 May    SPAN order … TIME, TIME
//! in 1990 and resigned six years later, in 1996  TIME … SPAN order, TIME
//! 34 years ago, in 1990                          SPAN order, TIME: from the published date
//! ```
//!
//! Two other events in one sentence are no ground: nothing but the words of one event may stand between the pieces.

use super::moment::{Time, time_at};
use super::{Figures, Stated, bound_before};
use crate::claim::{Elapsed, Moment, Operand, Statement};
use crate::extract::passage::Passage;
use crate::extract::token::{Kind, Token};
use crate::lexicon::{Classes, Order, Period};
use crate::quantity::{Bound, Decimal, Dimension, Form, Quantity};

/// How far behind "after" a time may stand, in tokens.
const EVENT: usize = 9;
/// How many words an event may have behind its date: "the 12 May run-off vote".
const NAME: usize = 3;
/// How many tokens may stand between a time and what is counted from it.
const LINK: usize = 4;
/// The tokens of "March 12, 2024".
const LONGEST: usize = 5;

/// A span of time: "a week", "62 years".
#[derive(Debug, Clone, Copy)]
struct Span {
    first: usize,
    /// One past the last token: that of the word of order.
    end: usize,
    period: Period,
    /// The figure, where it is one.
    figure: Option<usize>,
}

/// Finds the spans of a sentence that lie between two named times.
pub(super) fn spans(passage: &Passage<'_>, figures: Figures<'_>, stated: &mut Stated) {
    for at in 1..passage.tokens.len() {
        let token = &passage.tokens[at];
        if !token.is(Classes::ORDER) {
            continue;
        }
        let Some(order) = passage.lexicon.times.orders.get(&token.word).copied() else {
            continue;
        };
        let Some(span) = span_before(passage, at) else {
            continue;
        };
        let ends = match order {
            Order::After => beside_event(passage, span),
            Order::Before => beside_event(passage, span).map(|(event, other)| (other, event)),
            Order::Later => counted_on(passage, span),
            Order::Earlier => counted_on(passage, span).map(|(from, to)| (to, from)),
            Order::Ago => {
                ago(passage, figures, span, stated);
                None
            }
        };
        let Some((from, to)) = ends else { continue };
        let Some((from_year, to_year)) = years(&from, &to, stated) else {
            continue;
        };
        let operand = operand(passage, figures, span, stated);
        let from = from.moment(passage, stated, Some(from_year));
        let to = to.moment(passage, stated, Some(to_year));
        if let (Some(from), Some(to)) = (from, to) {
            stated.statements.push(Statement::Elapsed(Elapsed {
                span: operand,
                period: span.period,
                from,
                to,
            }));
        }
    }
}

/// The span that ends right before a token.
fn span_before(passage: &Passage<'_>, at: usize) -> Option<Span> {
    let last = at.checked_sub(1)?;
    let token = &passage.tokens[last];
    let period = *passage.lexicon.times.periods.get(&token.word)?;
    if let Some(figure) = passage.figure_at(last) {
        let found = &passage.figures[figure];
        let quantity = &found.quantity;
        let exact = quantity.low == quantity.high
            && quantity.low > Decimal::ZERO
            && matches!(quantity.form, Form::Number { .. });
        let unit = quantity.unit.as_ref()?;
        let same = quantity.dimension == Dimension::Duration && unit.name == period.as_str();
        return (exact && same && found.end == at).then_some(Span {
            first: found.first,
            end: at,
            period,
            figure: Some(figure),
        });
    }
    let article = last.checked_sub(1)?;
    passage.tokens[article].is(Classes::ARTICLE).then(|| Span {
        first: bound_before(passage, article).map_or(article, |(first, _)| first),
        end: at,
        period,
        figure: None,
    })
}

/// The claim of a span, or a mention of "a week".
fn operand(
    passage: &Passage<'_>,
    figures: Figures<'_>,
    span: Span,
    stated: &mut Stated,
) -> Operand {
    if let Some(figure) = span.figure {
        return Operand::Claim(figures.base + figure);
    }
    let article = span.end - 2;
    let quantity = Quantity {
        low: Decimal::ONE,
        high: Decimal::ONE,
        bound: bound_before(passage, article).map_or(Bound::None, |(_, bound)| bound),
        trend: None,
        dimension: Dimension::Duration,
        unit: passage
            .lexicon
            .unit(Dimension::Duration, span.period.as_str()),
        form: Form::Number {
            granularity: Decimal::ONE,
        },
        echoes: false,
    };
    stated.mention(passage, span.first, span.end, Some(quantity))
}

/// "SPAN after EVENT" with the time of the event and the other time, on either side.
fn beside_event(passage: &Passage<'_>, span: Span) -> Option<(Time, Time)> {
    let (event, end) = event(passage, span.end + 1)?;
    let behind = || {
        let time = time_behind(passage, end)?;
        closes(passage, time.end).then_some(time)
    };
    let other = behind().or_else(|| time_before(passage, span.first))?;
    Some((event, other))
}

/// The time of an event told behind "after", and where its words end: "his death in 1950", "the 12 May vote", "1950".
fn event(passage: &Passage<'_>, first: usize) -> Option<(Time, usize)> {
    for i in first..passage.tokens.len().min(first + EVENT) {
        if let Some(time) = time_at(passage, i) {
            let before = i.checked_sub(1).filter(|before| *before >= first);
            let Some(before) = before else {
                return closes(passage, time.end).then_some((time, time.end));
            };
            if is_joint(passage, before, &time) {
                let told = is_event(passage, first, before) && closes(passage, time.end);
                return told.then_some((time, time.end));
            }
            let named = before == first && passage.is(before, Classes::DETERMINER);
            return named
                .then(|| name_end(passage, time.end))
                .flatten()
                .map(|end| (time, end));
        }
        let token = &passage.tokens[i];
        let stops = !(token.is_word() || token.kind == Kind::Possessive)
            || token.is(Classes::RELATIVE
                .with(Classes::CONJUNCTION)
                .with(Classes::ORDER))
            || passage.figure_at(i).is_some();
        if stops {
            return None;
        }
    }
    None
}

/// Where the words behind an attributive date end: "the 12 May vote", and no verb.
fn name_end(passage: &Passage<'_>, first: usize) -> Option<usize> {
    let end = (first..passage.tokens.len()).find(|i| !is_plain(&passage.tokens[*i]));
    let end = end.unwrap_or(passage.tokens.len());
    let named = (first + 1..=first + NAME).contains(&end);
    (named && closes(passage, end)).then_some(end)
}

fn is_plain(token: &Token) -> bool {
    token.is_word()
        && !token.is(Classes::FUNCTION
            .with(Classes::SAYING)
            .with(Classes::TRIGGER)
            .with(Classes::WEEKDAY)
            .with(Classes::MONTH))
}

/// Whether the words between "after" and "in 1950" tell of one event: "his death", "it was founded", "he died"; not
/// "the king crowned".
fn is_event(passage: &Passage<'_>, first: usize, end: usize) -> bool {
    let words = &passage.tokens[first..end];
    let Some((last, before)) = words.split_last() else {
        return true;
    };
    let told = before
        .last()
        .is_some_and(|t| t.is(Classes::AUXILIARY.with(Classes::PRONOUN)));
    let word = &passage.text[last.start..last.end];
    let is_past = passage.lexicon.forms.is_past(word);
    let pronouns = before.iter().skip(1).any(|t| t.is(Classes::PRONOUN));
    let verbs = before[..before.len().saturating_sub(1)]
        .iter()
        .any(|t| t.is(Classes::AUXILIARY.with(Classes::SAYING)));
    !pronouns && !verbs && (told || !is_past)
}

/// Whether a preposition before a time ties it to what stands before: "in 1950", "on 12 May", "of March 2011".
fn is_joint(passage: &Passage<'_>, before: usize, time: &Time) -> bool {
    let word = passage.tokens[before].word;
    let lexicon = passage.lexicon;
    let at_year = lexicon.times.at_year.contains(&word);
    at_year || (!time.is_year() && lexicon.limits.before_day.contains(&word))
}

/// The time that ends right before a span: "in 2012, 62 years after".
fn time_before(passage: &Passage<'_>, first: usize) -> Option<Time> {
    let last = first.checked_sub(1)?;
    let end = first - usize::from(passage.tokens[last].is_sign(','));
    let time = (end.saturating_sub(LONGEST)..end)
        .find_map(|at| time_at(passage, at).filter(|time| time.end == end))?;
    let joined = time
        .first
        .checked_sub(1)
        .is_some_and(|before| is_joint(passage, before, &time));
    (joined || time.day.is_some()).then_some(time)
}

/// The time that follows at once: ", on 9 May".
fn time_behind(passage: &Passage<'_>, end: usize) -> Option<Time> {
    let comma = passage.tokens.get(end)?.is_sign(',');
    let joint = end + usize::from(comma);
    passage.tokens.get(joint)?;
    let time = time_at(passage, joint + 1)?;
    is_joint(passage, joint, &time).then_some(time)
}

/// Whether nothing goes on with a time: a sign, or the end.
fn closes(passage: &Passage<'_>, end: usize) -> bool {
    passage.tokens.get(end).is_none_or(|t| {
        matches!(
            t.kind,
            Kind::Sign(',' | '.' | ';' | ')' | '—' | '–' | '!' | '?')
        )
    })
}

/// "TIME and resigned SPAN later, TIME", "TIME and resigned TIME, SPAN later": the time that is counted from, and the
/// other one.
fn counted_on(passage: &Passage<'_>, span: Span) -> Option<(Time, Time)> {
    if let Some(other) = time_behind(passage, span.end + 1) {
        let base = linked_before(passage, span.first)?;
        return Some((base, other));
    }
    let other = time_before(passage, span.first).filter(|_| closes(passage, span.end + 1))?;
    let joint = other.first.checked_sub(1)?;
    Some((linked_before(passage, joint)?, other))
}

/// The time before, with one event at most in between.
fn linked_before(passage: &Passage<'_>, end: usize) -> Option<Time> {
    let lowest = end.saturating_sub(LINK + LONGEST);
    let time = (lowest..end).rev().find_map(|at| {
        let time = time_at(passage, at)?;
        // "2024" of "12 March 2024" is no time by itself.
        let longer = (at.saturating_sub(LONGEST)..at)
            .find_map(|first| time_at(passage, first).filter(|whole| whole.end == time.end));
        Some(longer.unwrap_or(time))
    })?;
    let before = time.first.checked_sub(1)?;
    if time.end > end || end - time.end > LINK || !is_joint(passage, before, &time) {
        return None;
    }
    let link = &passage.tokens[time.end..end];
    let inner = link
        .iter()
        .position(|t| !t.is_sign(',') && !t.is(Classes::CONJUNCTION))
        .unwrap_or(link.len());
    let plain = |t: &Token| t.is_word() && !t.is(Classes::RELATIVE.with(Classes::CONJUNCTION));
    let one_event = link[inner..].iter().all(plain);
    let figures = (time.end..end).any(|i| passage.figure_at(i).is_some());
    (inner <= 2 && one_event && !figures).then_some(time)
}

/// "34 years ago, in 1990", "in 1990, 34 years ago"
fn ago(passage: &Passage<'_>, figures: Figures<'_>, span: Span, stated: &mut Stated) {
    let Some(published) = stated.published else {
        return;
    };
    let time = time_behind(passage, span.end + 1).or_else(|| time_before(passage, span.first));
    let Some(time) = time.filter(|time| time.year.is_some()) else {
        return;
    };
    let operand = operand(passage, figures, span, stated);
    if let Some(from) = time.moment(passage, stated, None) {
        stated.statements.push(Statement::Elapsed(Elapsed {
            span: operand,
            period: span.period,
            from,
            to: Moment {
                mention: None,
                first: published,
                last: published,
            },
        }));
    }
}

/// The years of two times: a date without a year is the one that fits the other.
fn years(from: &Time, to: &Time, stated: &Stated) -> Option<(i16, i16)> {
    /// No leap year, for two dates in an unknown one.
    const ANY: i16 = 2023;
    let ordered = |from_year: i16, to_year: i16| -> Option<bool> {
        Some(from.days(from_year)?.0 <= to.days(to_year)?.1)
    };
    match (from.year, to.year) {
        (Some(from), Some(to)) => Some((from, to)),
        (Some(year), None) if !from.is_year() => {
            let next = if ordered(year, year)? { year } else { year + 1 };
            Some((year, next))
        }
        (None, Some(year)) if !to.is_year() => {
            let last = if ordered(year, year)? { year } else { year - 1 };
            Some((last, year))
        }
        (None, None) => {
            let year = stated.published.map_or(ANY, jiff::civil::Date::year);
            let next = if ordered(year, year)? { year } else { year + 1 };
            Some((year, next))
        }
        _ => None,
    }
}
