//! What happened: the events of a document, as far as its words tell them apart.

use std::collections::HashMap;

use jiff::civil::Date;

use super::passage::Passage;
use crate::claim::{Basis, DateMention, Event, Field, Scope};
use crate::lexicon::Classes;

/// The events read so far, and the one that the text is at.
#[derive(Debug, Default)]
pub struct Events {
    /// In order of mention; the first is the event of the headline and lede.
    pub list: Vec<Event>,
    current: Option<usize>,
    campaign: Option<usize>,
    by_day: HashMap<Date, usize>,
    last_of_kind: HashMap<String, usize>,
}

/// What a clause says of its event.
struct Said<'a> {
    kinds: Vec<String>,
    /// The kinds that say nothing against another.
    general: &'a [String],
    definite: bool,
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
    ) -> Field<usize> {
        let said = said(passage, figure, dates, published);
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
                let opening = self.list.len() == 1
                    && !said.other
                    && self.list[0].day.is_none()
                    && self.list[0].scope == Scope::Incident;
                if opening {
                    0
                } else {
                    self.add(Event::default())
                }
            });
            self.by_day.insert(day, at);
            self.list[at].day = Some(Field::stated(day));
            self.add_kinds(at, &said);
            self.current = Some(at);
            return Field::stated(at);
        }
        if said.other {
            let at = self.add(Event::default());
            self.add_kinds(at, &said);
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
        let at = self.current.unwrap_or_else(|| self.add(Event::default()));
        self.current = Some(at);
        self.add_kinds(at, &said);
        Field {
            value: at,
            basis: if self.list.len() == 1 {
                Basis::Linked
            } else {
                Basis::Guessed
            },
        }
    }

    /// A new paragraph is about the article's own event again.
    pub fn new_paragraph(&mut self) {
        self.current = self.list.first().map(|_| 0);
    }

    fn add(&mut self, event: Event) -> usize {
        self.list.push(event);
        self.list.len() - 1
    }

    fn add_kinds(&mut self, at: usize, said: &Said<'_>) {
        let known = &mut self.list[at].kinds;
        known.extend(
            said.kinds
                .iter()
                .filter(|kind| !said.general.contains(kind))
                .cloned(),
        );
        known.sort();
        known.dedup();
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
    let found = &passage.figures[figure];
    let (start, end) = (
        passage.clause_start(found.first),
        passage.clause_end(found.end),
    );
    let cues = &passage.lexicon.cues;
    // The clause before carries a relative clause: "the war that killed 12".
    let hangs = passage.is(start, Classes::RELATIVE) && start > 0;
    let from = if hangs {
        passage.clause_start(start - 1).max(start.saturating_sub(4))
    } else {
        start
    };
    let kinds = passage.phrases(&cues.events, from, end);
    let bytes = passage.tokens[from].start..passage.tokens[end - 1].end;
    let dated = dates
        .iter()
        .find(|d| bytes.contains(&d.span.start))
        .and_then(|d| d.day);
    let weekday = || {
        let published = published?;
        let token =
            (from..end).find(|i| passage.is(*i, Classes::WEEKDAY) && passage.tokens[*i].capital)?;
        let weekday = *passage.lexicon.weekdays.get(&passage.tokens[token].word)?;
        let back = (published.weekday().to_monday_one_offset() - weekday).rem_euclid(7);
        published
            .checked_sub(jiff::Span::new().days(i64::from(back)))
            .ok()
    };
    Said {
        general: &cues.general_events,
        definite: kinds.iter().any(|(at, _, _)| {
            (at.saturating_sub(2)..*at).any(|i| passage.is(i, Classes::DETERMINER))
        }),
        kinds: kinds.iter().map(|(_, _, kind)| (*kind).clone()).collect(),
        day: dated.or_else(weekday),
        campaign: !passage
            .phrases(&cues.campaigns, from, found.first)
            .is_empty(),
        other: !passage.phrases(&cues.other_events, from, end).is_empty(),
    }
}
