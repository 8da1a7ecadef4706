//! What one document tells of one event: days, places, names, figures.

use std::collections::{BTreeMap, BTreeSet};

use crate::claim::{Basis, Claim, NameMention, Reading, Scope, Status, Surroundings};
use crate::document::{Date, Section};
use crate::lexicon::Matching;
use crate::quantity::Decimal;

/// How many sentences of an article, from the first that is no headline, may hold the totals of its event.
pub const FRONT: usize = 4;

/// How many figures of an account are compared with those of another.
const MOST_FIGURES: usize = 16;

/// What one document tells of one event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// An index into the readings.
    pub reading: usize,
    /// Which of the things that its document tells of.
    pub thread: Thread,
    /// The day on which it happened.
    pub day: Option<Date>,
    /// The day on which the document appeared.
    pub published: Option<Date>,
    /// Where it happened: indices into the surroundings of the reading.
    pub places: Vec<usize>,
    /// Kinds of events that it names.
    pub kinds: Vec<String>,
    /// How much it spans.
    pub scope: Scope,
    /// Whether it is told of in the plural: "strikes".
    pub several: bool,
    /// Words that tell what it is about; sorted.
    pub words: Vec<u64>,
    /// Those of them that are parts of names; sorted.
    pub names: Vec<u64>,
    /// Those of them that say what was hit; sorted.
    pub targets: Vec<u64>,
    /// The figures that it gives up front: measure and number; sorted.
    pub figures: Vec<(String, Decimal)>,
}

/// One of the things that a document tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thread {
    /// The article's own event.
    Main,
    /// What happened on another day.
    Day(Date),
    /// A war, an epidemic.
    Campaign,
    /// Something else, by its index among the events of the reading.
    Other(usize),
}

/// Which of the claims and events of a document belong to which thread.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Threads {
    /// By event of the reading.
    of_event: Vec<Option<Thread>>,
    /// Claims that are told of a campaign whatever their event is.
    campaigns: Vec<usize>,
    /// Claims that stand up front and belong to no event of their own: they are about the article's.
    front: Vec<usize>,
}

impl Threads {
    /// The thread of a claim, where it belongs to an event.
    pub fn of(&self, claim: usize, event: Option<usize>) -> Option<Thread> {
        if self.campaigns.binary_search(&claim).is_ok() {
            return Some(Thread::Campaign);
        }
        if event.is_none() && self.front.binary_search(&claim).is_ok() {
            return Some(Thread::Main);
        }
        event.map(|event| {
            let known = self.of_event.get(event).copied().flatten();
            known.unwrap_or(Thread::Other(event))
        })
    }
}

/// Tells the threads of a document apart, and what it says of those that other documents may tell of too.
pub fn accounts(
    reading: &Reading,
    number: usize,
    front: &Front,
    data: &Matching,
) -> (Threads, Vec<Account>) {
    let mut threads = Threads {
        of_event: vec![None; reading.events.len()],
        campaigns: campaigns(reading, data),
        front: Vec::new(),
    };
    let is_known = |c: &Claim| c.event.is_none() && c.has_known_measure() && !c.is_derived();
    let claims = reading.claims.iter().enumerate();
    threads.front = claims
        .filter(|(_, c)| is_known(c) && front.holds(c))
        .map(|(c, _)| c)
        .collect();
    let is_campaign = |c: usize| threads.campaigns.binary_search(&c).is_ok();
    let tolls: Vec<(usize, &Claim, usize)> = reading
        .claims
        .iter()
        .enumerate()
        .filter(|(c, _)| !is_campaign(*c))
        .filter_map(|(c, claim)| Some((c, claim, claim.event?.value)))
        .collect();
    let day_of = |event: usize| reading.events[event].day.map(|day| day.value);
    // What is told up front is the article's own event, and what the same words are about below.
    let opening: Vec<usize> = tolls
        .iter()
        .filter(|(_, claim, event)| {
            let known = &reading.events[*event];
            front.holds(claim) && known.scope != Scope::Campaign && !known.aside
        })
        .map(|(_, _, event)| *event)
        .collect();
    // Where the opening counts nobody, the text below it does.
    let opening = if opening.is_empty() {
        let first = tolls.iter().map(|(_, _, event)| *event);
        let own = |e: &usize| {
            let known = &reading.events[*e];
            known.scope != Scope::Campaign && !known.aside
        };
        let mut own = first.filter(own);
        own.next().into_iter().collect()
    } else {
        opening
    };
    let day = opening.iter().find_map(|event| day_of(*event));
    for (event, known) in reading.events.iter().enumerate() {
        threads.of_event[event] = match (known.scope, known.day.map(|day| day.value)) {
            (Scope::Campaign, _) => Some(Thread::Campaign),
            (_, Some(other)) if day.is_some_and(|day| day != other) => Some(Thread::Day(other)),
            _ if opening.contains(&event) => Some(Thread::Main),
            (_, Some(_)) if !known.aside => Some(Thread::Main),
            (_, Some(other)) => Some(Thread::Day(other)),
            _ => None,
        };
    }
    let mut of_thread: BTreeMap<Thread, Vec<&Claim>> = BTreeMap::new();
    for (c, claim, event) in &tolls {
        let thread = threads.of(*c, Some(*event));
        let thread = thread.filter(|t| matches!(t, Thread::Main | Thread::Day(_)));
        if let Some(thread) = thread {
            of_thread.entry(thread).or_default().push(claim);
        }
    }
    for c in &threads.front {
        let claims = of_thread.entry(Thread::Main).or_default();
        claims.push(&reading.claims[*c]);
    }
    let mut events: BTreeMap<Thread, Vec<usize>> = BTreeMap::new();
    for (event, thread) in threads.of_event.iter().enumerate() {
        if let Some(thread) = thread {
            events.entry(*thread).or_default().push(event);
        }
    }
    let accounts = of_thread.into_iter().map(|(thread, claims)| {
        // A text without victims tells what happened all the same.
        let events = events.remove(&thread).unwrap_or_default();
        account(reading, number, thread, &claims, &events, front)
    });
    let accounts = accounts.collect();
    (threads, accounts)
}

fn account(
    reading: &Reading,
    number: usize,
    thread: Thread,
    claims: &[&Claim],
    events: &[usize],
    front: &Front,
) -> Account {
    let of_main = thread == Thread::Main;
    // What stands up front tells of the event; of another one, the sentences of its figures do.
    let up_front: Vec<&&Claim> = claims.iter().filter(|c| front.holds(c)).collect();
    let told: Vec<&&Claim> = if of_main && !up_front.is_empty() {
        up_front
    } else {
        claims.iter().collect()
    };
    let mut sentences: BTreeSet<usize> = told.iter().map(|c| c.sentence).collect();
    if of_main {
        sentences.extend(&front.sentences);
    }
    let marks = sentences.iter().flat_map(|s| &reading.sentences[*s].marks);
    // A place is proof by where it lies, and not once more by its name.
    let marks: Vec<_> = marks.filter(|mark| !mark.is_place).collect();
    let sorted = |mut words: Vec<u64>| {
        words.sort_unstable();
        words.dedup();
        words
    };
    let targets = marks.iter().filter(|m| m.is_target).map(|m| m.word);
    let names = marks.iter().filter(|m| m.is_name).map(|m| m.word);
    let mut kinds: Vec<String> = events
        .iter()
        .flat_map(|e| reading.events[*e].kinds.clone())
        .collect();
    kinds.sort();
    kinds.dedup();
    let scope = |e: &usize| reading.events[*e].scope;
    let mut figures: Vec<(String, Decimal)> = told
        .iter()
        .filter(|c| c.quantity.low == c.quantity.high)
        .filter_map(|c| Some((c.measure.as_ref()?.value.clone(), c.quantity.low)))
        .take(MOST_FIGURES)
        .collect();
    figures.sort();
    figures.dedup();
    Account {
        reading: number,
        thread,
        day: match thread {
            Thread::Day(day) => Some(day),
            _ => events
                .iter()
                .find_map(|e| Some(reading.events[*e].day?.value)),
        },
        published: reading.document.published,
        places: places(reading, &told, of_main.then_some(front)),
        kinds,
        scope: if of_main && events.iter().any(|e| scope(e) == Scope::Roundup) {
            Scope::Roundup
        } else {
            Scope::Incident
        },
        targets: sorted(targets.collect()),
        several: events.iter().any(|e| reading.events[*e].several),
        names: sorted(names.collect()),
        words: sorted(marks.iter().map(|m| m.word).collect()),
        figures,
    }
}

/// Where the figures are said to be; what is only guessed, where nothing is said.
fn places(reading: &Reading, told: &[&&Claim], front: Option<&Front>) -> Vec<usize> {
    let at = |sure: bool| {
        let places = told.iter().filter_map(|c| c.place.as_ref());
        let fit = places.filter(|p| !sure || p.basis != Basis::Guessed);
        let index = |name: &str| reading.surroundings.iter().position(|s| s.place == name);
        let mut out: Vec<usize> = fit.filter_map(|p| index(&p.value)).collect();
        out.sort_unstable();
        out.dedup();
        out
    };
    let sure = at(true);
    let known = if sure.is_empty() { at(false) } else { sure };
    let Some(front) = front.filter(|_| known.is_empty()) else {
        return known;
    };
    // "Rafah strike kills 45": a place that is named, and not said to be that of the figure.
    let spans: Vec<_> = front
        .sentences
        .iter()
        .map(|s| &reading.sentences[*s].span)
        .collect();
    let up_front = |name: &&NameMention| {
        spans
            .iter()
            .any(|span| span.start <= name.span.start && name.span.end <= span.end)
    };
    let named = reading.names.iter().filter(up_front);
    // "An Afghan quake"
    let nations = reading.nations.iter().filter(up_front);
    let index = |name: &str| reading.surroundings.iter().position(|s| s.place == name);
    let mut out: Vec<usize> = named
        .chain(nations)
        .filter_map(|name| index(&name.name))
        .collect();
    out.sort_unstable();
    out.dedup();
    out
}

impl Account {
    /// Where it happened, with what lies around.
    pub fn surroundings<'a>(
        &self,
        readings: &'a [Reading],
    ) -> impl Iterator<Item = &'a Surroundings> {
        let reading = &readings[self.reading];
        self.places
            .clone()
            .into_iter()
            .filter_map(|p| reading.surroundings.get(p))
    }
}

/// The headline and the first sentences of an article: there the totals of its event stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Front {
    /// In order.
    pub sentences: Vec<usize>,
}

impl Front {
    /// That of a document.
    pub fn of(reading: &Reading) -> Self {
        let title = |s: &Section| matches!(s, Section::Headline | Section::Caption);
        let mut sentences = Vec::new();
        let mut text = 0;
        for (i, sentence) in reading.sentences.iter().enumerate() {
            if title(&sentence.section) {
                sentences.push(i);
            } else if text < FRONT {
                sentences.push(i);
                text += usize::from(sentence.repeats.is_none());
            } else {
                break;
            }
        }
        Self { sentences }
    }

    /// Whether a claim stands there.
    pub fn holds(&self, claim: &Claim) -> bool {
        self.sentences.binary_search(&claim.sentence).is_ok()
    }
}

/// The claims that count the dead of a war, by their size: too many for one event, or far more than the dead of the
/// article's own ("strikes kill 18, as Gaza death toll tops 34,000").
fn campaigns(reading: &Reading, data: &Matching) -> Vec<usize> {
    /// So many times the other figure.
    const FAR: Decimal = Decimal::from_parts(20, 0, 0, false, 0);
    /// No toll of a campaign is smaller.
    const LEAST: Decimal = Decimal::from_parts(1000, 0, 0, false, 0);
    let great = |c: &Claim| {
        let event = c.event.and_then(|e| reading.events.get(e.value));
        event.is_some_and(|e| e.kinds.iter().any(|kind| data.great_events.contains(kind)))
    };
    let least = reading.claims.iter().filter(|c| is_toll(c)).fold(
        BTreeMap::<&str, Decimal>::new(),
        |mut least, c| {
            if let Some(measure) = &c.measure {
                let low = least.entry(&measure.value).or_insert(c.quantity.low);
                *low = (*low).min(c.quantity.low);
            }
            least
        },
    );
    let is_campaign = |c: &Claim| {
        let many = c.quantity.low >= Decimal::from(data.campaign_from);
        let measure = c.measure.as_ref().and_then(|m| least.get(m.value.as_str()));
        let far = measure
            .is_some_and(|least| !least.is_zero() && c.quantity.low >= least.saturating_mul(FAR));
        is_toll(c) && !great(c) && (many || (far && c.quantity.low >= LEAST))
    };
    let claims = reading.claims.iter().enumerate();
    claims
        .filter(|(_, c)| is_campaign(c))
        .map(|(c, _)| c)
        .collect()
}

/// Whether a claim counts victims of an event.
pub fn is_toll(claim: &Claim) -> bool {
    let counts = |s: Status| matches!(s, Status::Cumulative | Status::Increment);
    claim.event.is_some() && claim.status.is_some_and(|s| counts(s.value))
}
