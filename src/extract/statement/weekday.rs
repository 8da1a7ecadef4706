//! A day of the week beside a date.
//!
//! ```text
//! Thursday, 12 March 2024    Thurs., Mar 12    Thursday (12 March)    WEEKDAY DATE
//! 12 March 2024, a Thursday  12 March (Thursday)                      DATE WEEKDAY
//! ```

use jiff::civil::Date;

use super::Stated;
use super::moment::{Time, time_at};
use crate::claim::{Statement, Weekday};
use crate::extract::passage::Passage;
use crate::lexicon::Classes;

/// Before it, calendars differed, and so did the start of the year.
const FIRST_YEAR: i16 = 1900;

/// How many sentences a year named in the text may hold on.
const STORY: usize = 8;

/// Finds the days of the week that stand beside a date.
pub(super) fn weekdays(passage: &Passage<'_>, stated: &mut Stated) {
    for i in 0..passage.tokens.len() {
        let token = &passage.tokens[i];
        if !token.is(Classes::WEEKDAY) || !token.capital || is_name(passage, i) {
            continue;
        }
        let Some(number) = passage.lexicon.weekdays.get(&token.word).copied() else {
            continue;
        };
        let Some(time) = date_behind(passage, i).or_else(|| date_before(passage, i)) else {
            continue;
        };
        // "In 1929 … On Thursday, 24 October": the year of the story.
        let recent = |sentence: usize| stated.sentence - sentence <= STORY;
        if time.year.is_none() && stated.other_year.is_some_and(recent) {
            continue;
        }
        let days = days(&time, stated.published);
        if days.is_empty() {
            continue;
        }
        let weekday = stated.mention_words(passage, i, i + 1);
        let date = stated.mention_words(passage, time.first, time.end);
        stated.statements.push(Statement::Weekday(Weekday {
            weekday,
            date,
            number,
            days,
        }));
    }
}

/// "Sheffield Wednesday", "the Sun"
fn is_name(passage: &Passage<'_>, i: usize) -> bool {
    const SHORT: usize = 3;
    let token = &passage.tokens[i];
    let Some(before) = i.checked_sub(1).map(|i| &passage.tokens[i]) else {
        return false;
    };
    let short = token.end - token.start <= SHORT;
    let names = &passage.lexicon.times.before_weekday_name;
    names.contains(&before.word) || (short && before.is(Classes::DETERMINER))
}

fn date_behind(passage: &Passage<'_>, i: usize) -> Option<Time> {
    let mut at = i + 1;
    let sign = |at: usize, sign| passage.tokens.get(at).is_some_and(|t| t.is_sign(sign));
    let shortened = sign(at, '.') && passage.tokens[at].start == passage.tokens[i].end;
    at += usize::from(shortened);
    at += usize::from(sign(at, ',') || sign(at, '('));
    let the = passage.is(at, Classes::DETERMINER);
    time_at(passage, at + usize::from(the)).filter(|time| time.day.is_some())
}

/// "12 March 2024, a Thursday", "12 March (Thursday)"
fn date_before(passage: &Passage<'_>, i: usize) -> Option<Time> {
    /// The tokens of "March 12, 2024".
    const LONGEST: usize = 5;
    let mut end = i.checked_sub(1)?;
    let before = |at: usize| passage.tokens.get(at);
    let article = before(end)?.is(Classes::ARTICLE);
    end -= usize::from(article && end > 0);
    let opens = before(end)?.is_sign('(');
    // A comma alone may part two things: "on 12 March, Thursday's game".
    let parted = opens || (article && before(end)?.is_sign(','));
    if !parted {
        return None;
    }
    (end.saturating_sub(LONGEST)..end)
        .find_map(|at| time_at(passage, at).filter(|time| time.end == end && time.day.is_some()))
}

/// The days that a date may be, the likeliest first.
fn days(time: &Time, published: Option<Date>) -> Vec<Date> {
    let in_year = |year| time.days(year).map(|(first, _)| first);
    match (time.year, published) {
        (Some(year), _) if year >= FIRST_YEAR => in_year(year).into_iter().collect(),
        (None, Some(published)) => {
            let year = published.year();
            [year, year - 1, year + 1]
                .into_iter()
                .filter_map(in_year)
                .collect()
        }
        _ => Vec::new(),
    }
}
