//! The words that statements hang on: spans between two times, ages of persons, limits, lists.

use rustc_hash::{FxHashMap, FxHashSet};

use super::raw;
use super::terms::{Order, Period};
use super::word::{Classes, Vocabulary, WordId};

/// Words that tie two times to the span between them.
#[derive(Debug, Clone, Default)]
pub struct Times {
    /// "week"
    pub periods: FxHashMap<WordId, Period>,
    /// "after", behind a span
    pub orders: FxHashMap<WordId, Order>,
    /// "yesterday": how many days before the published one
    pub relative_days: FxHashMap<WordId, i64>,
    /// "in", before a year
    pub at_year: FxHashSet<WordId>,
    /// "Sheffield", before a weekday that is none
    pub before_weekday_name: FxHashSet<WordId>,
    /// "died"
    pub died: FxHashSet<WordId>,
    /// "who", between an age and "born"
    pub about_birth: FxHashSet<WordId>,
}

/// Words around the name and the age of a person.
#[derive(Debug, Clone, Default)]
pub struct Persons {
    /// "Dr", before a name
    pub titles: FxHashSet<WordId>,
    /// "United", in the name of something else
    pub not_persons: FxHashSet<WordId>,
    /// "then", near an age of another time
    pub other_times: FxHashSet<WordId>,
    /// "votes", where a number behind a name may be a result
    pub results: FxHashSet<WordId>,
    /// "father", where two people may share a name
    pub kin: FxHashSet<WordId>,
}

/// Words of what has a limit.
#[derive(Debug, Clone, Default)]
pub struct Limits {
    /// "voters": a share of them is at most all of them
    pub wholes: FxHashSet<WordId>,
    /// "was", between a rate and its figure
    pub rate_joints: FxHashSet<WordId>,
    /// "target", near a share of something that can be exceeded
    pub other_wholes: FxHashSet<WordId>,
    /// "net", near a count that may be below zero
    pub balances: FxHashSet<WordId>,
    /// "p.m"
    pub day_halves: FxHashSet<WordId>,
    /// "GMT"
    pub zones: FxHashSet<WordId>,
    /// "on", before a day
    pub before_day: FxHashSet<WordId>,
}

/// Words of lists behind a number.
#[derive(Debug, Clone, Default)]
pub struct Lists {
    /// "and", between two items
    pub joints: FxHashSet<WordId>,
    /// "including": the list is not all
    pub open: FxHashSet<WordId>,
    /// "couple": one item that may be many things
    pub groups: FxHashSet<WordId>,
    /// "words": what is listed is something else
    pub not_listed: FxHashSet<WordId>,
}

fn set(v: &mut Vocabulary, words: &[String]) -> FxHashSet<WordId> {
    words.iter().map(|word| v.intern(word)).collect()
}

/// Interns words and puts them in a class.
fn classed(v: &mut Vocabulary, words: &[String], class: Classes) {
    for word in words {
        v.classify(word, class);
    }
}

pub(super) fn times(v: &mut Vocabulary, raw: &raw::Calendar) -> Times {
    let mut out = Times {
        relative_days: raw
            .relative_days
            .iter()
            .map(|(word, days)| (v.intern(word), *days))
            .collect(),
        at_year: set(v, &raw.at_year),
        before_weekday_name: set(v, &raw.before_weekday_name),
        died: set(v, &raw.died),
        about_birth: set(v, &raw.about_birth),
        ..Times::default()
    };
    classed(v, &raw.born, Classes::BORN);
    for (period, words) in &raw.periods {
        out.periods
            .extend(words.iter().map(|word| (v.intern(word), *period)));
    }
    for (order, words) in &raw.orders {
        for word in words {
            out.orders.insert(v.classify(word, Classes::ORDER), *order);
        }
    }
    out
}

pub(super) fn persons(v: &mut Vocabulary, raw: &raw::Persons) -> Persons {
    classed(v, &raw.birthdays, Classes::BIRTHDAY);
    Persons {
        titles: set(v, &raw.titles),
        not_persons: set(v, &raw.not_persons),
        other_times: set(v, &raw.other_times),
        results: set(v, &raw.results),
        kin: set(v, &raw.kin),
    }
}

pub(super) fn limits(v: &mut Vocabulary, raw: &raw::Limits) -> Limits {
    classed(v, &raw.rates, Classes::RATE);
    Limits {
        wholes: set(v, &raw.wholes),
        rate_joints: set(v, &raw.rate_joints),
        other_wholes: set(v, &raw.other_wholes),
        balances: set(v, &raw.balances),
        day_halves: set(v, &raw.day_halves),
        zones: set(v, &raw.zones),
        before_day: set(v, &raw.before_day),
    }
}

pub(super) fn lists(v: &mut Vocabulary, raw: &raw::Lists) -> Lists {
    Lists {
        joints: set(v, &raw.joints),
        open: set(v, &raw.open),
        groups: set(v, &raw.groups),
        not_listed: set(v, &raw.not_listed),
    }
}
