//! How much speaks for it that two accounts tell of one event.

use super::account::{Account, Thread};
use crate::claim::{Reading, Surroundings};
use crate::document::Date;
use crate::lexicon::Matching;
use crate::quantity::Decimal;

/// What speaks for and against one event.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Evidence {
    /// The sum of the points.
    pub points: i32,
    /// What was found, with its points.
    pub signs: Vec<(Sign, i32)>,
    /// What rules it out, whatever the points.
    pub ruled_out: Option<Difference>,
}

impl Evidence {
    /// Whether it is enough to take two accounts for those of one event.
    pub fn is_likely(&self, data: &Matching) -> bool {
        let has = |sign: Sign| self.signs.iter().any(|(known, _)| *known == sign);
        let dated = has(Sign::Day) || has(Sign::Date);
        let least = data.likely + if dated { 0 } else { data.other_date };
        self.ruled_out.is_none() && self.points >= least
    }
}

/// A sign of one event or of two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Both name the day.
    Day,
    /// They appeared on one day.
    Date,
    /// The same place.
    Place,
    /// A place in the other.
    Within,
    /// The same country.
    Country,
    /// A kind of event that both name.
    Kind,
    /// So many in a hundred of the words of the shorter one are in both.
    Words(usize),
    /// Parts of names that both have.
    Names(usize),
    /// A figure of another measure that both give.
    Figure,
    /// The count itself.
    Count,
    /// No kind of event that both name.
    OtherKind,
    /// Other things were hit.
    OtherTarget,
}

/// What two accounts cannot differ in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Difference {
    /// The day on which it happened.
    Day,
    /// So many days between the articles.
    Dates(i32),
    /// The place.
    Place,
    /// One incident against several told together.
    Scope,
    /// One is told of as something else than the article's own event.
    Aside,
}

/// What speaks for one event of two accounts of different documents.
pub fn evidence(readings: &[Reading], data: &Matching, a: &Account, b: &Account) -> Evidence {
    let mut out = Evidence::default();
    out.ruled_out = days(data, a, b, &mut out)
        .or_else(|| places(readings, data, a, b, &mut out))
        .or_else(|| (a.scope != b.scope).then_some(Difference::Scope));
    if out.ruled_out.is_some() {
        return out;
    }
    let points = &data.points;
    let mut add = |sign, points| {
        out.points += points;
        out.signs.push((sign, points));
    };
    let common = |x: &[String], y: &[String]| x.iter().any(|kind| y.contains(kind));
    match (
        a.kinds.is_empty() || b.kinds.is_empty(),
        common(&a.kinds, &b.kinds),
    ) {
        (false, true) => {
            let is_great = |kind: &&String| data.great_events.contains(kind);
            let great = a
                .kinds
                .iter()
                .filter(is_great)
                .any(|kind| b.kinds.contains(kind));
            let worth = if great {
                points.same_great_kind
            } else {
                points.same_kind
            };
            add(Sign::Kind, worth);
        }
        (false, false) if !are_alike(data, &a.kinds, &b.kinds) => {
            add(Sign::OtherKind, points.other_kind);
        }
        _ => {}
    }
    let shorter = a.words.len().min(b.words.len());
    let common = shared(&a.words, &b.words);
    if let Some(share) = (common * 100).checked_div(shorter) {
        let worth = points.shared_words.iter().find(|(from, _)| share >= *from);
        let few = points.few_words;
        // One word of one is little.
        let most = i32::try_from(common).unwrap_or(i32::MAX).saturating_mul(2);
        match worth {
            Some((_, worth)) => add(Sign::Words(share), most.min(*worth)),
            None if shorter >= few.from && share < few.below => add(Sign::Words(share), few.points),
            None => {}
        }
    }
    let (hit, other_hit) = (!a.targets.is_empty(), !b.targets.is_empty());
    let differ = match (hit, other_hit) {
        (true, true) => shared(&a.targets, &b.targets) == 0,
        // "a strike on a clinic", and the strikes of a day.
        (true, false) => b.several && !a.several,
        (false, true) => a.several && !b.several,
        (false, false) => false,
    };
    if differ {
        add(Sign::OtherTarget, points.other_target);
    }
    let names = shared(&a.names, &b.names);
    if names > 0 {
        let worth = i32::try_from(names)
            .unwrap_or(i32::MAX)
            .saturating_mul(points.name);
        add(Sign::Names(names), worth.min(points.most_names));
    }
    figures(data, a, b, &mut out);
    let span = apart(a, b).unwrap_or(0);
    let named = names >= 2 || (a.day.is_some() && a.day == b.day);
    let alike = span <= data.days.alike && out.points >= data.days.strong;
    if span > data.days.near && !named && !alike {
        out.ruled_out = Some(Difference::Dates(span));
    }
    out
}

/// Whether two kinds may be told of one event.
fn are_alike(data: &Matching, x: &[String], y: &[String]) -> bool {
    let has = |set: &Vec<String>, kinds: &[String]| kinds.iter().any(|kind| set.contains(kind));
    data.alike.iter().any(|set| has(set, x) && has(set, y))
}

/// Whole days between the days on which two documents appeared.
fn apart(a: &Account, b: &Account) -> Option<i32> {
    between(a.published?, b.published?)
}

fn between(a: Date, b: Date) -> Option<i32> {
    Some(a.until(b).ok()?.get_days().abs())
}

fn days(data: &Matching, a: &Account, b: &Account, out: &mut Evidence) -> Option<Difference> {
    let mut add = |sign, points| {
        out.points += points;
        out.signs.push((sign, points));
    };
    if let Some(span) = apart(a, b) {
        if span > data.days.named {
            return Some(Difference::Dates(span));
        }
        if span == 0 {
            add(Sign::Date, data.points.same_date);
        }
    }
    // The day of a document is often the one day that it names, and the night before belongs to it.
    let soft = |x: &Account| x.thread == Thread::Main && x.day == x.published;
    match (a.day, b.day) {
        (Some(x), Some(y)) if x == y => add(Sign::Day, data.points.same_day),
        (Some(x), Some(y)) if between(x, y) != Some(1) || !(soft(a) || soft(b)) => {
            return Some(Difference::Day);
        }
        // What happened on another day than the article's own event is found by its day alone.
        (Some(_), None) if a.thread != Thread::Main => return Some(Difference::Aside),
        (None, Some(_)) if b.thread != Thread::Main => return Some(Difference::Aside),
        // No event is told of before it happened.
        (Some(day), None) | (None, Some(day)) => {
            let told = if a.day.is_some() { b } else { a };
            let early = told.published.is_some_and(|published| published < day);
            return early.then_some(Difference::Day);
        }
        _ => {}
    }
    None
}

/// How two places lie to each other, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Lie {
    Same,
    Within,
    Country,
    Unknown,
    Apart,
}

fn places(
    readings: &[Reading],
    data: &Matching,
    a: &Account,
    b: &Account,
    out: &mut Evidence,
) -> Option<Difference> {
    let pairs = a
        .surroundings(readings)
        .flat_map(|x| b.surroundings(readings).map(move |y| lie(x, y)));
    let (sign, points) = match pairs.min() {
        Some(Lie::Same) => (Sign::Place, data.points.same_place),
        Some(Lie::Within) => (Sign::Within, data.points.place_within),
        Some(Lie::Country) => (Sign::Country, data.points.same_country),
        Some(Lie::Apart) => return Some(Difference::Place),
        Some(Lie::Unknown) | None => return None,
    };
    out.points += points;
    out.signs.push((sign, points));
    None
}

fn lie(x: &Surroundings, y: &Surroundings) -> Lie {
    let is_country = |s: &Surroundings| s.country.as_ref() == Some(&s.place);
    let inside = |inner: &Surroundings, outer: &Surroundings| inner.around.contains(&outer.place);
    let parted = x.told.as_ref().zip(y.told.as_ref()).is_some_and(|(p, q)| {
        // "Springfield, Mo.", "Springfield, Mass."
        p != q && !(x.around.contains(q) && y.around.contains(p))
    });
    if parted && x.place == y.place {
        return Lie::Apart;
    }
    if same_name(&x.place, &y.place) {
        return if is_country(x) {
            Lie::Country
        } else {
            Lie::Same
        };
    }
    let outer = if inside(x, y) {
        y
    } else if inside(y, x) {
        x
    } else {
        return if x.is_known && y.is_known {
            Lie::Apart
        } else {
            Lie::Unknown
        };
    };
    if is_country(outer) {
        Lie::Country
    } else {
        Lie::Within
    }
}

/// Names of one place, their particle and word for what it is apart: "al-Rankus", "Rankus".
fn same_name(x: &str, y: &str) -> bool {
    let (long, short) = if x.len() >= y.len() { (x, y) } else { (y, x) };
    let rest = long.strip_suffix(short);
    x == y || rest.is_some_and(|rest| rest.ends_with('-') && rest.len() <= 4)
}

fn figures(data: &Matching, a: &Account, b: &Account, out: &mut Evidence) {
    let equal = |measure: &str, n: Decimal| {
        b.figures
            .binary_search_by(|(m, value)| (m.as_str(), value).cmp(&(measure, &n)))
            .is_ok()
    };
    let both: Vec<&(String, Decimal)> = a.figures.iter().filter(|(m, n)| equal(m, *n)).collect();
    let differs = |measure: &str| {
        let of = |x: &Account| {
            x.figures
                .iter()
                .find(|(m, _)| m == measure)
                .map(|(_, n)| *n)
        };
        of(a).is_some() && of(a) != of(b)
    };
    // A figure proves most beside one that differs: both say 56 were hurt, and not how many died.
    let points = &data.points;
    let worth = |n: Decimal| match n {
        n if n >= Decimal::TEN => points.same_figure,
        n if n > Decimal::ONE => points.same_small_figure,
        _ => 0,
    };
    let best = both.iter().map(|(_, n)| worth(*n)).max().unwrap_or(0);
    let several = a.figures.iter().any(|(m, _)| differs(m)) || both.len() > 1;
    let (sign, worth) = match (best, several) {
        (0, _) => return,
        (best, true) => (Sign::Figure, best),
        (_, false) => (Sign::Count, points.same_count),
    };
    out.points += worth;
    out.signs.push((sign, worth));
}

/// How many numbers two sorted lists share.
pub fn shared(a: &[u64], b: &[u64]) -> usize {
    let (mut i, mut j, mut both) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        i += usize::from(x <= y);
        j += usize::from(y <= x);
        both += usize::from(x == y);
    }
    both
}
