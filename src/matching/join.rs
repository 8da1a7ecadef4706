//! From accounts to events: pairs are found by what they share, and joined from the strongest down.

use rustc_hash::{FxHashMap, FxHashSet};

use super::account::{Account, Thread};
use super::score::evidence;
use crate::claim::Reading;
use crate::document::Date;
use crate::lexicon::Matching;
use crate::quantity::Decimal;

/// How many names of an account it is looked up by.
const NAMES: usize = 16;

/// The event of each account: accounts of one event have the same number.
pub fn join(readings: &[Reading], data: &Matching, accounts: &[Account]) -> Vec<usize> {
    let mut links: Vec<(i32, usize, usize)> = Vec::new();
    for (a, b) in candidates(readings, data, accounts) {
        let found = evidence(readings, data, &accounts[a], &accounts[b]);
        if found.is_likely(data) {
            links.push((found.points, a, b));
        }
    }
    links.sort_unstable_by_key(|(points, a, b)| (-points, *a, *b));
    let mut events = Events::new(accounts);
    for (_, a, b) in links {
        events.join(a, b);
    }
    (0..accounts.len()).map(|a| events.of(a)).collect()
}

/// Pairs of accounts that share a place, a name, a figure or a day, each with the nearest in time only: the work grows
/// with the accounts, however many share one place.
fn candidates(readings: &[Reading], data: &Matching, accounts: &[Account]) -> Vec<(usize, usize)> {
    let mut order: Vec<usize> = (0..accounts.len()).collect();
    order.sort_by_key(|a| (date(&accounts[*a]), *a));
    let mut by_key: FxHashMap<Key<'_>, Vec<usize>> = FxHashMap::default();
    let mut out = Vec::new();
    for a in order {
        let account = &accounts[a];
        let mut near: Vec<usize> = Vec::new();
        for key in keys(readings, account) {
            let known = by_key.entry(key).or_default();
            near.extend(known.iter().rev().take(data.nearest));
            known.push(a);
        }
        near.sort_unstable();
        near.dedup();
        let others = near
            .into_iter()
            .filter(|b| accounts[*b].reading != account.reading);
        out.extend(others.map(|b| (a.min(b), a.max(b))));
    }
    out
}

/// What two accounts may share.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Key<'a> {
    Place(&'a str),
    Name(u64),
    Day(Date, Option<&'a str>),
    Figure(&'a str, Decimal),
    /// Headlines share little else.
    Word(u64),
}

fn keys<'a>(readings: &'a [Reading], account: &'a Account) -> Vec<Key<'a>> {
    let mut keys = Vec::new();
    let countries = || {
        account
            .surroundings(readings)
            .filter_map(|s| s.country.as_deref())
    };
    if account.thread == Thread::Main {
        for lies in account.surroundings(readings) {
            keys.push(Key::Place(&lies.place));
            keys.extend(lies.around.iter().map(|outer| Key::Place(outer)));
        }
        keys.extend(
            account
                .names
                .iter()
                .take(NAMES)
                .map(|name| Key::Name(*name)),
        );
        if account.names.is_empty() {
            keys.extend(
                account
                    .words
                    .iter()
                    .take(NAMES)
                    .map(|word| Key::Word(*word)),
            );
        }
        let telling = account.figures.iter().filter(|(_, n)| *n >= Decimal::TEN);
        keys.extend(telling.map(|(measure, n)| Key::Figure(measure, *n)));
    }
    if let Some(day) = account.day {
        keys.extend(countries().map(|country| Key::Day(day, Some(country))));
        if account.places.is_empty() {
            keys.push(Key::Day(day, None));
        }
    }
    keys
}

fn is_next(day: Date, next: Date) -> bool {
    day.tomorrow().is_ok_and(|tomorrow| tomorrow == next)
}

/// When an account is from: the day of its document, else that of its event.
fn date(account: &Account) -> Option<Date> {
    account.published.or(account.day)
}

/// Sets of accounts, none of which holds two of one document.
struct Events {
    parent: Vec<usize>,
    /// The readings of each set.
    readings: Vec<FxHashSet<usize>>,
    /// The day of each set, where one is known.
    days: Vec<Option<Date>>,
}

impl Events {
    fn new(accounts: &[Account]) -> Self {
        Self {
            parent: (0..accounts.len()).collect(),
            readings: accounts
                .iter()
                .map(|a| FxHashSet::from_iter([a.reading]))
                .collect(),
            days: accounts.iter().map(|a| a.day).collect(),
        }
    }

    fn of(&mut self, account: usize) -> usize {
        let mut root = account;
        while self.parent[root] != root {
            self.parent[root] = self.parent[self.parent[root]];
            root = self.parent[root];
        }
        root
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.of(a), self.of(b));
        if a == b {
            return;
        }
        // The smaller set goes into the larger one.
        let (into, from) = if self.readings[a].len() >= self.readings[b].len() {
            (a, b)
        } else {
            (b, a)
        };
        let is_in = |reading: &usize| self.readings[into].contains(reading);
        let other_day = match (self.days[into], self.days[from]) {
            (Some(x), Some(y)) => x != y && !is_next(x, y) && !is_next(y, x),
            _ => false,
        };
        if other_day || self.readings[from].iter().any(is_in) {
            return;
        }
        let moved = std::mem::take(&mut self.readings[from]);
        self.readings[into].extend(moved);
        self.days[into] = self.days[into].or(self.days[from]);
        self.parent[from] = into;
    }
}
