//! Which documents tell of the same event, and which print the same text: what decides whose figures may be compared.
//!
//! Each document's figures are sorted into threads (its own event, what happened on another day, a war); what it says of
//! one is an [`Account`]. Accounts of different documents that share a place, a name or a figure are weighed against
//! each other by the points of `rules/lexicon/matching.yaml` and joined from the strongest pair down, but never two of
//! one document. See `docs/comparing.md`.

mod account;
mod copies;
mod join;
mod people;
mod score;
mod twins;

use rustc_hash::{FxHashMap, FxHashSet};

use account::Front;
pub use account::{Account, Thread, is_toll};
pub use people::People;
pub use score::{Difference, Evidence, Sign};

use crate::claim::{Basis, Claim, Reading};
use crate::lexicon::Matching;
use account::Threads;

/// What happened, across documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Story<'a> {
    /// One event, by its number.
    Event(usize),
    /// What a campaign did in a place.
    Campaign(&'a str),
    /// What one sentence of several documents tells of, but for its figure.
    Sentence(usize),
    /// Something that one document tells of, by its event.
    Thread(usize, usize),
}

/// Which documents tell of the same event, and which print the same text.
#[derive(Debug, Clone, Default)]
pub struct Stories {
    threads: Vec<Threads>,
    fronts: Vec<Front>,
    accounts: Vec<Account>,
    /// The account of each reading and thread.
    of_thread: FxHashMap<(usize, Thread), usize>,
    /// The event of each account.
    event: Vec<usize>,
    /// The events that several documents tell of.
    shared: FxHashSet<usize>,
    /// For each reading the first that prints the same text.
    copies: Vec<usize>,
    /// Figures in sentences that another document has with another figure.
    twins: FxHashMap<(usize, usize), usize>,
    data: Option<Matching>,
}

impl Stories {
    /// Weighs what the readings tell of.
    pub fn of(readings: &[Reading], data: &Matching) -> Self {
        let mut out = Self {
            data: Some(data.clone()),
            copies: copies::copies(readings, data),
            fronts: readings.iter().map(Front::of).collect(),
            ..Self::default()
        };
        for (r, reading) in readings.iter().enumerate() {
            let (threads, accounts) = account::accounts(reading, r, &out.fronts[r], data);
            out.threads.push(threads);
            out.accounts.extend(accounts);
        }
        let accounts = out.accounts.iter().enumerate();
        out.of_thread = accounts.map(|(i, a)| ((a.reading, a.thread), i)).collect();
        out.event = join::join(readings, data, &out.accounts);
        let mut seen = FxHashSet::default();
        out.shared = out
            .event
            .iter()
            .copied()
            .filter(|e| !seen.insert(*e))
            .collect();
        out.twins = out.find_twins(readings, data);
        out
    }

    fn find_twins(
        &self,
        readings: &[Reading],
        data: &Matching,
    ) -> FxHashMap<(usize, usize), usize> {
        let mut documents: Vec<Vec<usize>> = vec![Vec::new(); self.accounts.len()];
        let accounts = self.accounts.iter().zip(&self.event);
        for (account, event) in accounts.filter(|(a, _)| a.thread == Thread::Main) {
            documents[*event].push(account.reading);
        }
        let may_be = |(r, c): (usize, usize)| {
            let claim = &readings[r].claims[c];
            let thread = self.threads[r].of(c, claim.event.map(|e| e.value));
            !self.fronts[r].holds(claim) && thread != Some(Thread::Campaign)
        };
        twins::twins(readings, data, &documents, may_be)
    }

    /// Whether a claim stands in the headline or the first sentences of its document.
    pub fn is_up_front(&self, reading: usize, claim: &Claim) -> bool {
        self.fronts
            .get(reading)
            .is_some_and(|front| front.holds(claim))
    }

    /// The event of a document, where other documents tell of it too.
    pub fn shared_event(&self, reading: usize) -> Option<usize> {
        let account = *self.of_thread.get(&(reading, Thread::Main))?;
        let event = self.event[account];
        self.shared.contains(&event).then_some(event)
    }

    /// Whether another document has the sentence of a claim with another figure.
    pub fn is_twin(&self, reading: usize, claim: usize) -> bool {
        self.twins.contains_key(&(reading, claim))
    }

    /// What a claim is about; nothing for what belongs to no event.
    pub fn story<'a>(
        &self,
        readings: &'a [Reading],
        reading: usize,
        claim: usize,
    ) -> Option<Story<'a>> {
        if let Some(set) = self.twins.get(&(reading, claim)) {
            return Some(Story::Sentence(*set));
        }
        let known = &readings[reading].claims[claim];
        let event = known.event.map(|e| e.value);
        match self.threads.get(reading)?.of(claim, event)? {
            Thread::Campaign => Some(Story::Campaign(campaign_place(&readings[reading], known)?)),
            Thread::Other(event) => Some(Story::Thread(reading, event)),
            thread => match self.of_thread.get(&(reading, thread)) {
                Some(account) => Some(Story::Event(self.event[*account])),
                None => Some(Story::Thread(reading, event?)),
            },
        }
    }

    /// The account that a claim is a part of.
    pub fn account(&self, readings: &[Reading], reading: usize, claim: usize) -> Option<&Account> {
        let event = readings[reading].claims[claim].event.map(|e| e.value);
        let thread = self.threads.get(reading)?.of(claim, event)?;
        Some(&self.accounts[*self.of_thread.get(&(reading, thread))?])
    }

    /// What speaks for it that two claims of different documents are about one event.
    pub fn evidence(
        &self,
        readings: &[Reading],
        a: (usize, usize),
        b: (usize, usize),
    ) -> Option<Evidence> {
        let (x, y) = (
            self.account(readings, a.0, a.1)?,
            self.account(readings, b.0, b.1)?,
        );
        Some(score::evidence(readings, self.data.as_ref()?, x, y))
    }

    /// Whom a claim counts.
    pub fn people<'a>(&self, claim: &'a Claim) -> People<'a> {
        match &self.data {
            Some(data) => people::people(claim, data),
            None => People::Everyone,
        }
    }

    /// Whether those who are counted besides others are all of their kind: the hurt besides the dead.
    pub fn is_all_beside(&self, claim: &Claim) -> bool {
        let measure = claim.measure.as_ref().map(|m| &m.value);
        let data = self.data.as_ref();
        data.zip(measure)
            .is_some_and(|(data, measure)| data.beside.contains(measure))
    }

    /// The points from which on a difference may be a warning.
    pub fn sure(&self) -> i32 {
        self.data.as_ref().map_or(i32::MAX, |data| data.sure)
    }

    /// Whether so much speaks for one event that one toll may be many times the other.
    pub fn may_be_far(&self, evidence: &Evidence) -> bool {
        let data = self.data.as_ref();
        data.is_some_and(|data| evidence.points >= data.one_event_far)
    }

    /// Whether evidence is enough to take two accounts for those of one event.
    pub fn is_likely(&self, evidence: &Evidence) -> bool {
        self.data
            .as_ref()
            .is_some_and(|data| evidence.is_likely(data))
    }

    /// The first document that prints the text of this one: itself, where none does.
    pub fn original(&self, reading: usize) -> usize {
        self.copies.get(reading).copied().unwrap_or(reading)
    }
}

/// Where a campaign counts its dead: the place beside the figure, else the country of what the text is about.
fn campaign_place<'a>(reading: &'a Reading, claim: &'a Claim) -> Option<&'a str> {
    let place = claim.place.as_ref()?;
    let lies = reading.surroundings.iter().find(|s| s.place == place.value);
    let country = || lies.and_then(|s| s.country.as_deref());
    match place.basis {
        Basis::Stated => Some(&place.value),
        _ => country().or(Some(&place.value)),
    }
}
