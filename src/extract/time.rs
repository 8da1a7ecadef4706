//! When a figure holds, and whether it is a count so far or one of a window.

use jiff::civil::Date;

use super::event::last_weekday;
use super::passage::Passage;
use crate::claim::{AsOf, Claim, DateMention, Field, Role, Words};
use crate::lexicon::{Classes, Lexicon, Phrases, Status};
use crate::quantity::{Bound, Decimal, Dimension, Scale};

/// The status that the words give a figure, where they do: a window anywhere in its clause makes it a count of that
/// window.
pub fn status(passage: &Passage<'_>, figure: usize) -> Option<Field<Status>> {
    let cues = &passage.lexicon.cues;
    let found = &passage.figures[figure];
    let (start, end) = (
        passage.clause_start(found.first),
        passage.clause_end(found.end),
    );
    let windows = passage.phrases(&cues.windows, start, end);
    let window = windows.first().map(|(at, end, ())| passage.span(*at, *end));
    let in_days = || days_in_words(passage, start, end).map(|(_, words)| words);
    let in_figures = || spans_time(passage, start, end).map(|(_, words)| words);
    if let Some(words) = window.or_else(in_days).or_else(in_figures) {
        return Some(Field::stated(Status::Increment).from_words(words));
    }
    phrase_in_clause(passage, figure, &cues.cumulative)
        .map(|words| Field::stated(Status::Cumulative).from_words(words))
}

/// The days within which a figure came, up to the published one: "in the past 24 hours", "since Friday". Only whole
/// days that end with the published one, and one window in the clause.
pub fn window(passage: &Passage<'_>, figure: usize, published: Option<Date>) -> Option<Field<u16>> {
    let found = &passage.figures[figure];
    let (start, end) = (
        passage.clause_start(found.first),
        passage.clause_end(found.end),
    );
    let figures = spans_time(passage, start, end)
        .and_then(|(span, words)| Some((whole_days(passage, span)?, words)));
    let named = [
        days_in_words(passage, start, end),
        figures,
        since_weekday(passage, start, end, published),
    ];
    let mut named = named.into_iter().flatten();
    let (days, words) = named.next()?;
    let only = named.next().is_none();
    only.then(|| Field::stated(days).from_words(words))
}

/// "in the past week"
fn days_in_words(passage: &Passage<'_>, start: usize, end: usize) -> Option<(u16, Words)> {
    let found = passage.phrases(&passage.lexicon.cues.window_days, start, end);
    let (at, end, days) = found.first()?;
    Some((**days, passage.span(*at, *end)))
}

/// The days of a span of time, where they are whole: 24 hours are one.
fn whole_days(passage: &Passage<'_>, span: usize) -> Option<u16> {
    const SECONDS: Decimal = Decimal::from_parts(86_400, 0, 0, false, 0);
    let quantity = &passage.figures[span].quantity;
    let exact =
        quantity.low == quantity.high && matches!(quantity.bound, Bound::None | Bound::Exactly);
    let size = quantity.unit.as_ref()?.size?;
    if !exact || size.scale != Scale::Base {
        return None;
    }
    let seconds = quantity
        .low
        .checked_mul(size.numerator)?
        .checked_div(size.denominator)?;
    let days = seconds.checked_div(SECONDS)?;
    days.is_integer().then(|| days.try_into().ok()).flatten()
}

/// "since Friday": the days from the last such day of the week to the published one.
fn since_weekday(
    passage: &Passage<'_>,
    start: usize,
    end: usize,
    published: Option<Date>,
) -> Option<(u16, Words)> {
    let since = |i: &usize| {
        let word = passage.tokens[*i - 1].word;
        passage.lexicon.cues.window_since.contains(&word)
    };
    let at = (start + 1..end)
        .filter(since)
        .find(|i| last_weekday(passage, *i, published).is_some())?;
    let from = last_weekday(passage, at, published)?;
    let days = from.until(published?).ok()?.get_days();
    // On a Friday, "since Friday" is since today or since a week ago.
    let days = u16::try_from(days).ok().filter(|days| *days > 0)?;
    Some((days, passage.span(at - 1, at + 1)))
}

/// "103 in the past 24 hours, bringing the toll to 28,473": of two figures of one measure, a window that stands nearer
/// to the smaller is its own, and the larger is what its measure mostly is.
pub fn keep_totals(claims: &mut [Claim], lexicon: &Lexicon) {
    /// A sentence of more figures is a list, and no total with what came to it.
    const MOST: usize = 8;
    if claims.len() > MOST {
        return;
    }
    let window = |c: &Claim| {
        let status = c.status.filter(|s| s.value == Status::Increment)?;
        status.words
    };
    let away = |c: &Claim, words: Words| {
        let before = words.start.saturating_sub(c.span.end);
        before.max(c.span.start.saturating_sub(words.end))
    };
    let value = |field: &Option<Field<String>>| field.as_ref().map(|f| f.value.clone());
    for i in 0..claims.len() {
        let Some(words) = window(&claims[i]).filter(|_| claims[i].role == Role::Total) else {
            continue;
        };
        let total = &claims[i];
        let is_increment = |c: &Claim| {
            let people = c.role == Role::Part || value(&c.population) == value(&total.population);
            window(c) == Some(words)
                && people
                && value(&c.measure) == value(&total.measure)
                && value(&c.place) == value(&total.place)
                && c.quantity.high < total.quantity.low
                && away(c, words) < away(total, words)
        };
        if !claims.iter().any(is_increment) {
            continue;
        }
        let id = value(&total.measure);
        let measure = lexicon.measures.iter().find(|m| Some(&m.id) == id.as_ref());
        let status = measure.map(|m| Field::linked(m.status));
        claims[i].status = status;
    }
}

/// "in the past 24 hours", "over six weeks": a span of time in figures, with the words that make it a window.
fn spans_time(passage: &Passage<'_>, start: usize, end: usize) -> Option<(usize, Words)> {
    let from = passage.figures.partition_point(|f| f.first < start);
    let clause = passage.figures.iter().enumerate().skip(from);
    let clause = clause.take_while(|(_, f)| f.first < end);
    clause
        .filter(|(_, f)| f.quantity.dimension == Dimension::Duration)
        .find_map(|(i, span)| {
            let starts = passage.phrases(&passage.lexicon.cues.window_starts, start, span.first);
            let (at, end, ()) = starts.last()?;
            (*end == span.first).then(|| (i, passage.span(*at, span.end)))
        })
}

/// When the figure holds: at a time told in words, on a day or in a year named beside it, else at the published
/// date. `is_toll` is set for what happened on a day: there, a day is the event's and not the count's.
pub fn as_of(
    passage: &Passage<'_>,
    figure: usize,
    dates: &[DateMention],
    is_toll: bool,
    published: Option<Date>,
) -> Option<Field<AsOf>> {
    if let Some(words) = phrase_in_clause(passage, figure, &passage.lexicon.cues.other_times) {
        let told = passage.text[words.start..words.end].to_lowercase();
        return Some(Field::stated(AsOf::Other(told)).from_words(words));
    }
    if !is_toll {
        let weekday = || weekday_in_clause(passage, figure, published);
        if let Some((day, words)) = day_in_clause(passage, figure, dates).or_else(weekday) {
            return Some(Field::stated(AsOf::Day(day)).from_words(words));
        }
        if let Some(year) = year_in_clause(passage, figure) {
            let told = passage.words(year, year + 1).to_owned();
            let words = passage.span(year, year + 1);
            return Some(Field::stated(AsOf::Other(told)).from_words(words));
        }
    }
    published.map(|day| Field::linked(AsOf::Day(day)))
}

/// The first phrase of a table in the figure's clause, not beyond another figure behind it.
fn phrase_in_clause(passage: &Passage<'_>, figure: usize, table: &Phrases<()>) -> Option<Words> {
    let (start, end) = reach(passage, figure);
    // "in the past 24 hours" is no time past.
    let spans = |at: usize, end: usize| {
        let in_figures = passage.figure_at(end).is_some_and(|span| span != figure);
        in_figures
            || passage
                .phrase_at(&passage.lexicon.cues.window_days, at)
                .is_some()
    };
    let found = passage.phrases(table, start, end);
    let mut found = found.iter().filter(|(at, end, ())| !spans(*at, *end));
    found.next().map(|(at, end, ())| passage.span(*at, *end))
}

fn day_in_clause(
    passage: &Passage<'_>,
    figure: usize,
    dates: &[DateMention],
) -> Option<(Date, Words)> {
    let (start, end) = reach(passage, figure);
    let bytes = passage.tokens.get(start)?.start..passage.tokens.get(end.checked_sub(1)?)?.end;
    let date = dates.iter().find(|d| bytes.contains(&d.span.start))?;
    Some((date.day?, Words::from(date.span.clone())))
}

/// "were sheltering there on Thursday": the last such day, but not one that somebody spoke on.
fn weekday_in_clause(
    passage: &Passage<'_>,
    figure: usize,
    published: Option<Date>,
) -> Option<(Date, Words)> {
    let (start, end) = reach(passage, figure);
    (start..end).find_map(|i| {
        let said_on = (i.saturating_sub(2)..i).any(|b| passage.is(b, Classes::SAYING));
        let day = last_weekday(passage, i, published).filter(|_| !said_on)?;
        Some((day, passage.span(i, i + 1)))
    })
}

/// "in 2019": a year after a word that asks for one.
fn year_in_clause(passage: &Passage<'_>, figure: usize) -> Option<usize> {
    let (start, end) = reach(passage, figure);
    (start + 1..end).find(|i| {
        let text = passage.words(*i, *i + 1);
        let is_year = text.len() == 4
            && text.bytes().all(|b| b.is_ascii_digit())
            && passage.figure_at(*i).is_none();
        is_year && passage.is(i - 1, Classes::BEFORE_YEAR)
    })
}

/// The figure's clause, up to the next figure and from behind the one before; a comma between two figures parts
/// what belongs to which: "a city of 280,000 before the war, now home to 1.5 million".
fn reach(passage: &Passage<'_>, figure: usize) -> (usize, usize) {
    let found = &passage.figures[figure];
    let previous = figure.checked_sub(1).map_or(0, |i| passage.figures[i].end);
    let comma = (previous..found.first)
        .rev()
        .find(|i| figure > 0 && passage.tokens[*i].is_sign(','));
    let start = passage
        .clause_start(found.first)
        .max(comma.unwrap_or(previous));
    let next = passage
        .figures
        .get(figure + 1)
        .map_or(passage.tokens.len(), |f| f.first);
    (
        start,
        passage.clause_end(found.end).min(next.max(found.end)),
    )
}
