//! When a figure holds, and whether it is a count so far or one of a window.

use jiff::civil::Date;

use super::event::last_weekday;
use super::passage::Passage;
use crate::claim::{AsOf, DateMention, Field, Words};
use crate::lexicon::{Classes, Phrases, Status};
use crate::quantity::Dimension;

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
    if let Some(words) = window.or_else(|| spans_time(passage, start, end)) {
        return Some(Field::stated(Status::Increment).from_words(words));
    }
    phrase_in_clause(passage, figure, &cues.cumulative)
        .map(|words| Field::stated(Status::Cumulative).from_words(words))
}

/// "in the past 24 hours", "over six weeks": a span of time in figures, with the words that make it a window.
fn spans_time(passage: &Passage<'_>, start: usize, end: usize) -> Option<Words> {
    let from = passage.figures.partition_point(|f| f.first < start);
    let clause = passage.figures[from..].iter().take_while(|f| f.first < end);
    clause
        .filter(|f| f.quantity.dimension == Dimension::Duration)
        .find_map(|span| {
            let starts = passage.phrases(&passage.lexicon.cues.window_starts, start, span.first);
            let (at, end, ()) = starts.last()?;
            (*end == span.first).then(|| passage.span(*at, span.end))
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
    let spans = |end: usize| passage.figure_at(end).is_some_and(|span| span != figure);
    let found = passage.phrases(table, start, end);
    let mut found = found.iter().filter(|(_, end, ())| !spans(*end));
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
