//! What happened: the events of a document, as far as its words tell them apart.

use std::collections::HashMap;
use std::ops::Range;

use jiff::civil::Date;

use super::passage::Passage;
use super::place::dateline_end;
use super::token::Kind;
use crate::claim::{Basis, DateMention, Event, Field, Scope};
use crate::lexicon::{Classes, Order, Period};
use crate::quantity::Bound;

/// The events read so far, and the one that the text is at.
#[derive(Debug, Default)]
pub struct Events {
    /// In order of mention; the first is the event of the headline and lede.
    pub list: Vec<Event>,
    current: Option<usize>,
    campaign: Option<usize>,
    /// The article's own event: the first that is not told of as another.
    opening: Option<usize>,
    by_day: HashMap<Date, usize>,
    last_of_kind: HashMap<String, usize>,
}

/// The first sentences about an event hold the words that tell it from others.
const MOST_ANCHORS: usize = 24;

/// What a clause says of its event.
struct Said<'a> {
    kinds: Vec<String>,
    /// Words that tell it from other events.
    anchors: Vec<String>,
    /// The kinds that say nothing against another.
    general: &'a [String],
    definite: bool,
    /// Whether a kind stands in the plural.
    several: bool,
    day: Option<Date>,
    campaign: bool,
    other: bool,
}

impl Events {
    /// The event that a figure belongs to, by the words of its clause and sentence.
    pub fn of_figure(
        &mut self,
        passage: &Passage<'_>,
        figure: usize,
        dates: &[DateMention],
        published: Option<Date>,
        opens: bool,
    ) -> Field<usize> {
        let said = said(passage, figure, dates, published);
        let at = self.place_figure(&said);
        let spans_several = || {
            let roundups = &passage.lexicon.cues.roundups;
            let across = |i: usize| {
                let place = i + 1 + usize::from(passage.is(i + 1, Classes::DETERMINER));
                passage
                    .lexicon
                    .cues
                    .spanning
                    .contains(&passage.tokens[i].word)
                    && passage
                        .tokens
                        .get(place)
                        .is_some_and(|t| t.capital && t.is_word())
            };
            !passage
                .phrases(roundups, 0, passage.tokens.len())
                .is_empty()
                || (0..passage.tokens.len()).any(across)
        };
        let event = &mut self.list[at.value];
        if opens && event.scope == Scope::Incident && spans_several() {
            event.scope = Scope::Roundup;
        }
        at
    }

    fn place_figure(&mut self, said: &Said<'_>) -> Field<usize> {
        if said.campaign {
            let at = self.campaign.unwrap_or_else(|| {
                self.add(Event {
                    scope: Scope::Campaign,
                    ..Event::default()
                })
            });
            self.campaign = Some(at);
            return Field::linked(at);
        }
        if let Some(day) = said.day {
            let at = self.by_day.get(&day).copied().unwrap_or_else(|| {
                // The first day named is the day of the event that the article opened with.
                match self
                    .opening
                    .filter(|at| !said.other && self.list[*at].day.is_none())
                {
                    Some(at) => at,
                    None => self.add_event(said.other),
                }
            });
            self.by_day.insert(day, at);
            self.list[at].day = Some(Field::stated(day));
            self.add_kinds(at, said);
            self.current = Some(at);
            return Field::stated(at);
        }
        if said.other {
            let at = self.add_event(true);
            self.add_kinds(at, said);
            self.current = Some(at);
            return Field::linked(at);
        }
        let known = said
            .kinds
            .iter()
            .filter_map(|kind| self.last_of_kind.get(kind))
            .max()
            .copied();
        if let Some(at) = known.filter(|_| said.definite) {
            self.current = Some(at);
            return Field::linked(at);
        }
        let at = self.current.unwrap_or_else(|| self.add_event(false));
        self.current = Some(at);
        self.add_kinds(at, said);
        Field {
            value: at,
            basis: if self.list.len() == 1 {
                Basis::Linked
            } else {
                Basis::Guessed
            },
            words: None,
        }
    }

    /// A sentence without figures may name the event of the next: "A bomb exploded in Kabul on Thursday."
    pub fn see(&mut self, passage: &Passage<'_>, dates: &[DateMention], published: Option<Date>) {
        // Both are cheaper to ask than the rest, and mostly settle it.
        let events = &passage.lexicon.cues.events;
        let names_event =
            || (0..passage.tokens.len()).any(|i| passage.phrase_at(events, i).is_some());
        if !self.list.is_empty() || !names_event() {
            return;
        }
        let said = said_between(passage, 0..passage.tokens.len(), 0, dates, published);
        if said.kinds.is_empty() || said.other || said.campaign {
            return;
        }
        let at = self.add_event(false);
        self.add_kinds(at, &said);
        if let Some(day) = said.day {
            self.list[at].day = Some(Field::linked(day));
            self.by_day.insert(day, at);
        }
        self.current = Some(at);
    }

    /// A new paragraph is about the article's own event again.
    pub fn new_paragraph(&mut self) {
        self.current = self.opening;
    }

    /// A new incident; one that is told of as another is not the article's own.
    fn add_event(&mut self, other: bool) -> usize {
        let at = self.add(Event {
            aside: other,
            ..Event::default()
        });
        if !other {
            self.opening = self.opening.or(Some(at));
        }
        at
    }

    fn add(&mut self, event: Event) -> usize {
        self.list.push(event);
        self.list.len() - 1
    }

    fn add_kinds(&mut self, at: usize, said: &Said<'_>) {
        self.list[at].several |= said.several;
        let known = &mut self.list[at].kinds;
        known.extend(
            said.kinds
                .iter()
                .filter(|kind| !said.general.contains(kind))
                .cloned(),
        );
        known.sort();
        known.dedup();
        let anchors = &mut self.list[at].anchors;
        if anchors.len() < MOST_ANCHORS {
            anchors.extend(said.anchors.iter().cloned());
            anchors.sort();
            anchors.dedup();
        }
        self.last_of_kind
            .extend(said.kinds.iter().map(|kind| (kind.clone(), at)));
    }
}

/// What the clause of a figure says of its event.
fn said<'p>(
    passage: &Passage<'p>,
    figure: usize,
    dates: &[DateMention],
    published: Option<Date>,
) -> Said<'p> {
    /// How far before "that" the event of a relative clause is named: "the war that killed 12".
    const BEFORE_THAT: usize = 4;
    let found = &passage.figures[figure];
    let (start, end) = (
        passage.clause_start(found.first),
        passage.clause_end(found.end),
    );
    let hangs = passage.is(start, Classes::RELATIVE) && start > 0;
    // "since 2007, when 112 people died"
    let last = (0..start).rev().find(|i| !passage.tokens[*i].is_sign(','));
    let dated = last.is_some_and(|last| names_other_year(passage, last, published));
    let from = last.filter(|_| hangs || dated).map_or(start, |last| {
        passage
            .clause_start(last)
            .max((last + 1).saturating_sub(BEFORE_THAT))
    });
    let mut said = said_between(passage, from..end, found.first, dates, published);
    // "The toll of the quake that struck on Sunday has risen to 67": the only day of the sentence.
    if said.day.is_none() && passage.figures.len() <= MOST_FIGURES {
        let day = nearest_day(
            passage,
            0..passage.tokens.len(),
            found.first,
            dates,
            published,
        );
        let days = days_of(passage, dates, published);
        said.day = day.filter(|day| days.iter().all(|other| other == day));
    }
    said
}

/// A sentence of more figures than this tells of several things.
const MOST_FIGURES: usize = 3;

/// Every day that a sentence names, but for those that somebody spoke on.
fn days_of(passage: &Passage<'_>, dates: &[DateMention], published: Option<Date>) -> Vec<Date> {
    let all = 0..passage.tokens.len();
    all.filter_map(|i| day_at(passage, i, dates, published))
        .collect()
}

/// What some tokens say of an event; of several days, the one nearest to the token `at`.
fn said_between<'p>(
    passage: &Passage<'p>,
    range: Range<usize>,
    at: usize,
    dates: &[DateMention],
    published: Option<Date>,
) -> Said<'p> {
    let cues = &passage.lexicon.cues;
    let kinds = passage.phrases(&cues.events, range.start, range.end);
    let other_year = range.clone().any(|i| {
        names_other_year(passage, i, published) || names_other_month(passage, i, published)
    });
    Said {
        general: &cues.general_events,
        anchors: anchors(passage, range.clone()),
        definite: kinds.iter().any(|(at, _, _)| {
            (at.saturating_sub(2)..*at).any(|i| passage.is(i, Classes::DETERMINER))
        }),
        several: kinds
            .iter()
            .any(|(at, end, _)| passage.lexicon.forms.is_plural(passage.words(*at, *end))),
        kinds: kinds.iter().map(|(_, _, kind)| (*kind).clone()).collect(),
        day: nearest_day(passage, range.clone(), at, dates, published),
        campaign: names_campaign(passage, range.clone(), at),
        other: other_year
            || !passage
                .phrases(&cues.other_events, range.start, range.end)
                .is_empty(),
    }
}

/// Whether a war is named before a figure, or behind it as what the count goes back to: "since the war began".
fn names_campaign(passage: &Passage<'_>, range: Range<usize>, at: usize) -> bool {
    /// "since Syria's civil war"
    const BACK: usize = 5;
    let cues = &passage.lexicon.cues;
    let named = passage.phrases(&cues.campaigns, range.start, range.end);
    named.iter().any(|(war, _, ())| {
        let since = || (war.saturating_sub(BACK)..*war).any(|i| passage.is(i, Classes::SINCE));
        passage.phrase_at(&cues.not_campaigns, *war).is_none() && (*war < at || since())
    })
}

/// The words of a range that are neither grammar nor counting, in lower case: "car", "school", "mosque".
fn anchors(passage: &Passage<'_>, range: Range<usize>) -> Vec<String> {
    let common = Classes::FUNCTION
        .with(Classes::SAYING)
        .with(Classes::TRIGGER)
        .with(Classes::PERSON)
        .with(Classes::MONTH)
        .with(Classes::WEEKDAY)
        .with(Classes::SPEAKER_NOUN)
        .with(Classes::PLACE_NOUN)
        .with(Classes::FIGURE_START)
        .with(Classes::BOUND_START)
        .with(Classes::BEFORE_NOUN)
        .with(Classes::LOCATIVE);
    let tells = |i: &usize| {
        let token = &passage.tokens[*i];
        let event = passage
            .phrase_at(&passage.lexicon.cues.events, *i)
            .is_some();
        let demonym = passage.lexicon.demonyms.contains_key(&token.word);
        !demonym
            && token.is_word()
            && token.end - token.start > 2
            && !token.is(common)
            && !event
            && passage.figure_at(*i).is_none()
    };
    range
        .filter(tells)
        .map(|i| passage.words(i, i + 1).to_lowercase())
        .collect()
}

/// The day named nearest to a token. The day that somebody spoke on is not the day of what he spoke of.
fn nearest_day(
    passage: &Passage<'_>,
    range: Range<usize>,
    at: usize,
    dates: &[DateMention],
    published: Option<Date>,
) -> Option<Date> {
    let days = range.filter_map(|i| Some((i.abs_diff(at), day_at(passage, i, dates, published)?)));
    days.min_by_key(|(distance, _)| *distance)
        .map(|(_, day)| day)
}

/// The day that begins with a token.
fn day_at(
    passage: &Passage<'_>,
    i: usize,
    dates: &[DateMention],
    published: Option<Date>,
) -> Option<Date> {
    let token = &passage.tokens[i];
    if let Some(day) = days_ago(passage, i, published) {
        return Some(day);
    }
    if token.kind != Kind::Number && !token.is(Classes::MONTH.with(Classes::WEEKDAY)) {
        return None;
    }
    let said_on = (i.saturating_sub(2)..i).any(|b| passage.is(b, Classes::SAYING));
    // "since 7 October", "by Tuesday": no day on which it happened; nor is the day that a report is sent.
    let starts = i > 0 && passage.is(i - 1, Classes::SINCE);
    if said_on || starts || i < dateline_end(passage) {
        return None;
    }
    let date = dates.iter().find(|d| d.span.start == token.start);
    let date = date.and_then(|d| d.day);
    date.or_else(|| last_weekday(passage, i, published))
}

/// "three days ago", "yesterday": the day that is so long before the published one.
fn days_ago(passage: &Passage<'_>, i: usize, published: Option<Date>) -> Option<Date> {
    let times = &passage.lexicon.times;
    if let Some(days) = times.relative_days.get(&passage.tokens[i].word) {
        return published?.checked_sub(jiff::Span::new().days(*days)).ok();
    }
    let span = &passage.figures[passage.figure_at(i)?];
    let ago = passage.tokens.get(span.end)?;
    let is_ago = times.orders.get(&ago.word) == Some(&Order::Ago);
    let unit = times.periods.get(&passage.tokens[span.end - 1].word)?;
    let days = match unit {
        Period::Day => 1,
        Period::Week => 7,
        _ => return None,
    };
    let exact = span.quantity.low == span.quantity.high && span.quantity.bound == Bound::None;
    let count: i64 = span.quantity.low.try_into().ok()?;
    if !is_ago || !exact || span.first != i {
        return None;
    }
    published?
        .checked_sub(jiff::Span::new().try_days(count.checked_mul(days)?).ok()?)
        .ok()
}

/// The last such day of the week up to the published date.
pub fn last_weekday(passage: &Passage<'_>, i: usize, published: Option<Date>) -> Option<Date> {
    let published = published?;
    let token = &passage.tokens[i];
    let weekday = *passage
        .lexicon
        .weekdays
        .get(&token.word)
        .filter(|_| token.capital)?;
    let back = (published.weekday().to_monday_one_offset() - weekday).rem_euclid(7);
    published
        .checked_sub(jiff::Span::new().days(i64::from(back)))
        .ok()
}

/// A bare year before that of the article: what is told of happened then.
fn names_other_year(passage: &Passage<'_>, i: usize, published: Option<Date>) -> bool {
    let text = passage.words(i, i + 1);
    let year =
        (text.len() == 4 && passage.figure_at(i).is_none()).then(|| text.parse::<i16>().ok());
    year.flatten()
        .is_some_and(|year| published.is_some_and(|p| (1400..p.year()).contains(&year)))
}

/// "13 died on the same highway in July": a month before that of the article, of which no day is named.
fn names_other_month(passage: &Passage<'_>, i: usize, published: Option<Date>) -> bool {
    /// Early in a month, "in July" may be last week.
    const LATE: i8 = 7;
    let token = &passage.tokens[i];
    let month = passage
        .lexicon
        .months
        .get(&token.word)
        .filter(|_| token.capital);
    let dated = [i.checked_sub(1), Some(i + 1)]
        .into_iter()
        .flatten()
        .any(|beside| {
            passage
                .tokens
                .get(beside)
                .is_some_and(|t| t.kind == Kind::Number)
        });
    let placed = i > 0 && passage.is(i - 1, Classes::LOCATIVE);
    let starts = (i.saturating_sub(2)..i).any(|b| passage.is(b, Classes::SINCE));
    month.is_some_and(|month| {
        published.is_some_and(|p| p.month() != *month && p.day() > LATE)
            && placed
            && !dated
            && !starts
    })
}
