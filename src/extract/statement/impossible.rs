//! What cannot be: more than all, fewer than none, a time or a day that no clock or calendar has.

use super::{Figures, Stated};
use crate::claim::{Impossible, Limit, Operand, Statement};
use crate::extract::passage::Passage;
use crate::extract::token::{Kind, Token};
use crate::lexicon::Classes;
use crate::quantity::{Bound, Decimal, Dimension, Form};

/// How near to a figure a word stands that makes it a comparison or a change, in tokens.
const NEAR: usize = 6;

/// Finds the shares and counts of a sentence that cannot be.
pub(super) fn figures(passage: &Passage<'_>, figures: Figures<'_>, stated: &mut Stated) {
    for (i, found) in passage.figures.iter().enumerate() {
        let quantity = &found.quantity;
        let trend = quantity.trend.is_some() && !won_share(passage, found.first, found.end);
        let plain = !trend && matches!(quantity.form, Form::Number { .. });
        if !plain || passage.tokens[found.first].is(Classes::ADVERB) {
            continue;
        }
        let over = quantity.dimension == Dimension::Percent
            && quantity.unit.is_none()
            && quantity.low > Decimal::ONE_HUNDRED
            && !matches!(quantity.bound, Bound::AtMost | Bound::LessThan);
        let below = quantity.dimension == Dimension::Count && quantity.high < Decimal::ZERO;
        let (of, limit) = if over {
            (whole(passage, figures, i), Limit::Share)
        } else if below {
            (counted(passage, figures, i), Limit::Count)
        } else {
            continue;
        };
        if let Some((first, end)) = of {
            let of = Some(stated.mention_words(passage, first, end));
            stated.statements.push(Statement::Impossible(Impossible {
                what: Operand::Claim(figures.base + i),
                of,
                limit,
            }));
        }
    }
}

/// "won 108% of": of a share, winning is no rise.
fn won_share(passage: &Passage<'_>, first: usize, end: usize) -> bool {
    let weak = &passage.lexicon.trends.weak_verbs;
    let verb = first.checked_sub(1).map(|i| passage.tokens[i].word);
    passage.is(end, Classes::PARTITIVE) && verb.is_some_and(|verb| weak.contains_key(&verb))
}

/// The whole that a percentage is a share of: "of voters", "a turnout of".
fn whole(passage: &Passage<'_>, figures: Figures<'_>, figure: usize) -> Option<(usize, usize)> {
    let limits = &passage.lexicon.limits;
    let found = &passage.figures[figure];
    let start = found.first.saturating_sub(NEAR);
    let last = passage.tokens.len().min(found.end + 2 * NEAR);
    // What they said is of something else.
    let end = (found.end..last)
        .find(|i| passage.is(*i, Classes::SAYING) || passage.tokens[*i].is_sign(','))
        .unwrap_or(last);
    let compares = |t: &Token| {
        limits.other_wholes.contains(&t.word)
            || t.kind == Kind::Possessive
            || passage.lexicon.trends.verbs.contains_key(&t.word) && !t.is(Classes::PREPOSITION)
            || passage.lexicon.trends.times.contains(&t.word)
    };
    // "found that 120% of", but "120% of all it needs".
    let links = Classes::RELATIVE.with(Classes::PRONOUN);
    let around = passage.tokens[start..found.first]
        .iter()
        .filter(|t| !t.is(links))
        .chain(&passage.tokens[found.end..end]);
    if around.clone().any(compares) {
        return None;
    }
    if passage.is(found.end, Classes::PARTITIVE) {
        let head = figures.nouns[figure].head?;
        let token = &passage.tokens[head];
        let countable = limits.wholes.contains(&token.word) || names_all(passage, token);
        // "120% of voters in 2019" is of another time, "130% of people's income" of something else.
        let plain = (found.end + 1..head).all(|i| {
            let t = &passage.tokens[i];
            t.is_word() && !t.capital
        });
        // "Membership was 130% of employees": a comparison. "105% of households' income": of something else.
        let compared = found
            .first
            .checked_sub(1)
            .is_some_and(|i| passage.is(i, Classes::AUXILIARY.with(Classes::LOCATIVE)));
        let owned = passage
            .tokens
            .get(head + 1)
            .is_some_and(|t| t.is_quotation_mark() && t.start == passage.tokens[head].end);
        return (countable && plain && !compared && !owned).then_some((found.end, head + 1));
    }
    let joint = |i: &usize| limits.rate_joints.contains(&passage.tokens[*i].word);
    let joints = (0..found.first)
        .rev()
        .take(NEAR - 2)
        .take_while(joint)
        .count();
    let rate = (found.first - joints).checked_sub(1)?;
    let ends = passage.tokens.get(found.end).is_none_or(|t| {
        matches!(t.kind, Kind::Sign(',' | '.' | ';' | ')'))
            || (t.is(Classes::PREPOSITION) && !t.is(Classes::PARTITIVE))
    });
    (joints > 0 && ends && passage.is(rate, Classes::RATE)).then_some((rate, rate + 1))
}

/// People whom nothing can outnumber: a group, and not "people" or "residents", of whom a place may have more than
/// before.
fn names_all(passage: &Passage<'_>, token: &Token) -> bool {
    passage
        .lexicon
        .people
        .get(&token.word)
        .is_some_and(Option::is_some)
}

/// The people or things of a count below zero that something is said of.
fn counted(passage: &Passage<'_>, figures: Figures<'_>, figure: usize) -> Option<(usize, usize)> {
    let limits = &passage.lexicon.limits;
    let found = &passage.figures[figure];
    let noun = figures.nouns[figure];
    let head = noun.head?;
    let token = &passage.tokens[head];
    let people = token.is(Classes::PERSON) || limits.wholes.contains(&token.word);
    let told = passage.is(
        noun.end,
        Classes::AUXILIARY
            .with(Classes::TRIGGER)
            .with(Classes::SAYING),
    );
    let before = found.first.checked_sub(1).map(|i| &passage.tokens[i]);
    // "the crew minus five people": without them. "- 5 people were hurt": an item of a list.
    let spelled = passage.tokens[found.first].is_word();
    // "At minus five people were skating": degrees.
    let free = before.map_or(spelled, |t| {
        let links = t.is(Classes::RELATIVE
            .with(Classes::CONJUNCTION)
            .with(Classes::SAYING));
        links && !t.is(Classes::PREPOSITION)
    });
    let sum = passage
        .tokens
        .iter()
        .any(|t| limits.balances.contains(&t.word) && !t.is(Classes::BEFORE_CHANGE));
    (people && told && free && !sum).then_some((noun.first, noun.end))
}

/// Finds the times of the day of a sentence that no clock has.
pub(super) fn times(passage: &Passage<'_>, stated: &mut Stated) {
    let limits = &passage.lexicon.limits;
    for i in 1..passage.tokens.len() {
        let token = &passage.tokens[i];
        let half = limits.day_halves.contains(&token.word);
        let zone = limits.zones.contains(&token.word);
        if !token.is(Classes::CLOCK) || !(half || zone) {
            continue;
        }
        let number = &passage.tokens[i - 1];
        let near = number.kind == Kind::Number && token.start <= number.end + 1;
        let digits = &passage.text[number.start..number.end];
        let hour_alone = passage.text[token.start..token.end].contains(['\'', '’']);
        let joined = i >= 2 && passage.tokens[i - 2].end == number.start;
        if near && !joined && is_impossible(digits, hour_alone, zone) {
            let what = stated.mention_words(passage, i - 1, i + 1);
            stated.statements.push(Statement::Impossible(Impossible {
                what: Operand::Mention(what),
                of: None,
                limit: Limit::Clock,
            }));
        }
    }
}

/// "25:30", "9.75", "25" o'clock, "2560" GMT
fn is_impossible(digits: &str, hour_alone: bool, zone: bool) -> bool {
    let parts = digits.split_once([':', '.']);
    let (hours, minutes) = match parts {
        Some((hours, minutes)) if minutes.len() == 2 => (hours, minutes),
        None if hour_alone => (digits, "0"),
        None if zone && digits.len() == 4 => digits.split_at(2),
        _ => return false,
    };
    let (Ok(hours), Ok(minutes)) = (hours.parse::<u32>(), minutes.parse::<u32>()) else {
        return false;
    };
    // Some broadcasters go on after midnight: 24:00 is a time.
    hours > 24 || minutes > 59
}

/// Finds the days of a sentence that no month has.
pub(super) fn days(passage: &Passage<'_>, stated: &mut Stated) {
    let days = &passage.lexicon.day_forms;
    for i in 0..passage.tokens.len() {
        let token = &passage.tokens[i];
        if !token.is(Classes::MONTH) || !days.may_be_month(token.capital) {
            continue;
        }
        let Some(month) = passage.lexicon.months.get(&token.word).copied() else {
            continue;
        };
        let found = day_before(passage, i, month).or_else(|| day_behind(passage, i, month));
        if let Some((first, end, last)) = found {
            let what = stated.mention_words(passage, first, end);
            stated.statements.push(Statement::Impossible(Impossible {
                what: Operand::Mention(what),
                of: None,
                limit: Limit::Month { last },
            }));
        }
    }
}

/// "31 June", "29 February 2023"
fn day_before(passage: &Passage<'_>, month_at: usize, month: i8) -> Option<(usize, usize, i8)> {
    let mut first = month_at.checked_sub(1)?;
    if passage.is(first, Classes::PARTITIVE) {
        first = first.checked_sub(1)?;
    }
    let day = day_number(passage, first)?;
    let year = year_at(passage, month_at + 1);
    let end = month_at + 1 + usize::from(year.is_some());
    let last = last_day(month, year)?;
    let told = year.is_some() || is_told_as_day(passage, first) || closes(passage, end);
    (day > last && told).then_some((first, end, last))
}

/// "June 31, 2024", "on February 30"
fn day_behind(passage: &Passage<'_>, month_at: usize, month: i8) -> Option<(usize, usize, i8)> {
    let stop = passage
        .tokens
        .get(month_at + 1)
        .is_some_and(|t| t.is_sign('.'));
    let at = month_at + 1 + usize::from(stop);
    let day = day_number(passage, at)?;
    let comma = passage.tokens.get(at + 1).is_some_and(|t| t.is_sign(','));
    let year = year_at(passage, at + 1 + usize::from(comma));
    let end = match year {
        Some(_) => at + 2 + usize::from(comma),
        None => at + 1,
    };
    let last = last_day(month, year)?;
    let told = year.is_some() || (is_told_as_day(passage, month_at) && closes(passage, end));
    (day > last && told).then_some((month_at, end, last))
}

/// "31", "31st": at most 31, as the slip of a hand that a month ended a day sooner.
fn day_number(passage: &Passage<'_>, i: usize) -> Option<i8> {
    let token = passage.tokens.get(i).filter(|t| t.kind == Kind::Number)?;
    let text = &passage.text[token.start..token.end];
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let free = i == 0 || passage.tokens[i - 1].end < token.start;
    digits
        .parse()
        .ok()
        .filter(|day| (29..=31).contains(day) && free)
}

fn year_at(passage: &Passage<'_>, i: usize) -> Option<i16> {
    let token = passage.tokens.get(i).filter(|t| t.kind == Kind::Number)?;
    let text = &passage.text[token.start..token.end];
    let year = text
        .parse()
        .ok()
        .filter(|year| (1900..=2100).contains(year));
    year.filter(|_| text.len() == 4)
}

/// The last day of a month; without a year, February may have 29.
fn last_day(month: i8, year: Option<i16>) -> Option<i8> {
    /// A leap year.
    const LONG: i16 = 2024;
    let first = jiff::civil::Date::new(year.unwrap_or(LONG), month, 1).ok()?;
    Some(first.days_in_month())
}

/// "on February 30", "Friday, 31 June"
fn is_told_as_day(passage: &Passage<'_>, first: usize) -> bool {
    let Some(before) = first.checked_sub(1) else {
        return false;
    };
    let limits = &passage.lexicon.limits;
    let comma = passage.tokens[before].is_sign(',');
    let weekday = before.checked_sub(usize::from(comma));
    limits.before_day.contains(&passage.tokens[before].word)
        || weekday.is_some_and(|i| passage.is(i, Classes::WEEKDAY))
}

fn closes(passage: &Passage<'_>, end: usize) -> bool {
    passage.tokens.get(end).is_none_or(|t| {
        matches!(t.kind, Kind::Sign(',' | '.' | ';' | ')')) || t.is(Classes::PREPOSITION)
    })
}
