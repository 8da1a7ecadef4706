//! `reference`: claims fit a table of known figures, and no error once published returns.

mod table;
mod told;

pub use table::{Reference, References, When};
pub use told::WORDS;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Checked, Task};
use crate::claim::{AsOf, Basis, Claim, Reading, RelationKind, Scope, Status};
use crate::document::Date;
use crate::finding::{Cause, Severity, Verdict};
use crate::quantity::{
    Agreement, Bound, Decimal, Dimension, Form, Interval, Quantity, compare, written_difference,
};
use crate::series::{Member, SetAside, set_aside};

/// Settings of the check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The gap between conventional readings that is let pass, as a part of the larger figure (0.02 for 2%).
    pub tolerance: Decimal,
    /// A count so far is held against a row only when the smaller of the two is at least this part of the larger:
    /// the dead of one raid are not those of the war.
    pub alike_from: Decimal,
}

/// A claim at odds with a row.
struct Found<'a> {
    member: Member,
    row: &'a Reference,
    verdict: Verdict,
    severity: Severity,
    cause: Cause,
    why: String,
}

pub(super) fn run(task: Task<'_>, settings: &Settings, readings: &[Reading]) -> Checked {
    let mut out = Checked::default();
    if task.references.is_empty() {
        return out;
    }
    for reading in 0..readings.len() {
        in_reading(task, settings, readings, reading, &mut out);
    }
    out
}

fn in_reading(
    task: Task<'_>,
    settings: &Settings,
    readings: &[Reading],
    r: usize,
    out: &mut Checked,
) {
    let reading = &readings[r];
    let earlier = earlier_values(reading);
    // Rows whose figure the text gives too.
    let mut known: FxHashSet<(&str, usize)> = FxHashSet::default();
    // One finding a figure and row, however often the text says it.
    let mut groups: Vec<Vec<Found<'_>>> = Vec::new();
    let mut group_of: FxHashMap<((&str, usize), Decimal, Decimal), usize> = FxHashMap::default();
    for (c, claim) in reading.claims.iter().enumerate() {
        if earlier.contains(&c) {
            continue;
        }
        let Some(subject) = Subject::of(task, settings, reading, claim) else {
            continue;
        };
        let member = Member {
            reading: r,
            claim: c,
        };
        let found = match subject.judge() {
            Judged::Alone => continue,
            Judged::Fits(rows) => {
                known.extend(rows.iter().map(|row| row.id()));
                out.hold([member]);
                continue;
            }
            Judged::Differs(row, verdict, cause, why) => Found {
                member,
                row,
                verdict,
                severity: subject.ceiling(row, cause),
                cause,
                why,
            },
        };
        let key = (found.row.id(), claim.quantity.low, claim.quantity.high);
        let next = groups.len();
        let at = *group_of.entry(key).or_insert(next);
        if at == next {
            groups.push(Vec::new());
        }
        groups[at].push(found);
    }
    for mut group in groups {
        out.hold(group.iter().map(|found| found.member));
        for found in &mut group {
            if known.contains(&found.row.id()) {
                found.severity = Severity::Note;
                found.cause = Cause::Source;
                found.why = "the text gives the figure of the table as well".to_owned();
            }
        }
        // The surest first: the primary location must be of the finding's severity.
        group.sort_by_key(|found| (std::cmp::Reverse(found.severity), found.member));
        out.findings.extend(told::finding(task, readings, &group));
    }
}

/// Claims that hold before a change: "from 20" in "rose to 30 from 20".
fn earlier_values(reading: &Reading) -> FxHashSet<usize> {
    let mut out = FxHashSet::default();
    for (c, claim) in reading.claims.iter().enumerate() {
        for relation in &claim.relations {
            match relation.kind {
                RelationKind::From => {
                    out.insert(relation.to);
                }
                RelationKind::To => {
                    out.insert(c);
                }
                _ => {}
            }
        }
    }
    out
}

/// When a claim holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Time {
    Day(Date),
    /// "in 2019"
    Year(i16),
    /// The text has no date.
    Unknown,
}

/// A claim that rows are looked up for.
struct Subject<'a> {
    task: Task<'a>,
    settings: &'a Settings,
    claim: &'a Claim,
    published: Option<Date>,
    time: Time,
    /// The first day on which what it counts so far can have been counted; none for a war, or where no event is known.
    begun: Option<Date>,
    /// The day of what happened, where the text says it.
    happened: Option<Date>,
    /// Whether it counts what a war or an epidemic brings, so that an old count is still a floor.
    lasts: bool,
}

/// What the table says of a claim.
enum Judged<'a> {
    /// No row is about it.
    Alone,
    /// It fits; with the rows that give the same figure.
    Fits(Vec<&'a Reference>),
    /// It is at odds with a row, which may have a reason.
    Differs(&'a Reference, Verdict, Cause, String),
}

impl<'a> Subject<'a> {
    /// `None` where the claim is held against nothing, whatever the table says.
    fn of(
        task: Task<'a>,
        settings: &'a Settings,
        reading: &'a Reading,
        claim: &'a Claim,
    ) -> Option<Self> {
        let aside = set_aside(task.stories, reading, claim, task.selection);
        let counts = claim.quantity.dimension == Dimension::Count && claim.measure.is_some();
        let is_rate = claim.status.is_some_and(|s| s.value == Status::Rate);
        if !counts || is_rate || !matches!(aside, None | Some(SetAside::OtherTime)) {
            return None;
        }
        let published = reading.document.published;
        let time = match claim.as_of.as_ref().map(|a| &a.value) {
            Some(AsOf::Day(day)) => Time::Day(*day),
            // "before the war" is no time that a table has.
            Some(AsOf::Other(words)) => Time::Year(year(words)?),
            None => published.map_or(Time::Unknown, Time::Day),
        };
        let event = claim.event.and_then(|e| reading.events.get(e.value));
        let lasts = event.is_some_and(|e| e.scope == Scope::Campaign);
        let fresh = match time {
            Time::Day(day) => Some(day),
            _ => None,
        };
        let begun = event
            .filter(|_| !lasts)
            .and_then(|e| e.day.map(|day| day.value).or(fresh));
        let happened = event
            .and_then(|e| e.day)
            .filter(|day| !lasts && day.basis != Basis::Guessed)
            .map(|day| day.value);
        Some(Self {
            happened,
            task,
            settings,
            claim,
            published,
            time,
            begun,
            lasts,
        })
    }

    fn judge(&self) -> Judged<'a> {
        let claim = self.claim;
        let value = |field: &'a Option<crate::claim::Field<String>>| {
            field.as_ref().map(|field| field.value.as_str())
        };
        let Some(measure) = value(&claim.measure) else {
            return Judged::Alone;
        };
        let (place, people) = (value(&claim.place), value(&claim.population));
        let numbers = (claim.quantity.low, claim.quantity.high);
        let table = self.task.references;
        let rows: Vec<&Reference> = table.known(measure, place, people).collect();
        let known = if self.is_so_far() {
            self.so_far(&rows)
        } else {
            self.at_a_time(&rows)
        };
        let is_same = |row: &&Reference| (row.quantity.low, row.quantity.high) == numbers;
        if matches!(&known, Judged::Fits(rows) if rows.iter().any(is_same)) {
            return known;
        }
        let mut errors = table.wrong(measure, place, people, numbers);
        match errors.find(|row| self.returns(row)) {
            Some(row) => Judged::Differs(
                row,
                Verdict::Contradiction,
                Cause::Unknown,
                "the table lists this figure as an error once published".to_owned(),
            ),
            None => known,
        }
    }

    /// Whether the claim takes up an error: it was published later, or is yet to be, of nothing that happened since.
    /// "Fewer than 500" does not say 500.
    fn returns(&self, row: &Reference) -> bool {
        row.published_wrong_on.is_some_and(|wrong| {
            let later = self.published.is_none_or(|day| day > wrong);
            later && self.happened.is_none_or(|day| day <= wrong)
        }) && self.claim.quantity.bound != Bound::LessThan
    }

    fn is_so_far(&self) -> bool {
        let status = self.claim.status;
        status.is_some_and(|s| s.value == Status::Cumulative)
    }

    fn within(&self, row: &When, day: Date) -> bool {
        let most = self.task.selection.within_days.unwrap_or(i32::MAX);
        row.days_to(day) <= most
    }

    fn agrees(&self, row: &Reference) -> bool {
        self.compare(row) <= Agreement::Loose
    }

    fn compare(&self, row: &Reference) -> Agreement {
        compare(&self.claim.quantity, &row.quantity, self.settings.tolerance)
    }

    /// How many there are at a time: rows of about that time, and those without one.
    fn at_a_time(&self, rows: &[&'a Reference]) -> Judged<'a> {
        let near = |row: &&&Reference| match (row.as_of, self.time) {
            (None, Time::Year(_)) => false,
            (None, _) => true,
            (Some(when), Time::Day(day)) => self.within(&when, day),
            (Some(when), Time::Year(year)) => is_in_year(when, year),
            (Some(_), Time::Unknown) => false,
        };
        let mut near: Vec<&Reference> = rows.iter().filter(near).copied().collect();
        if self.time == Time::Unknown {
            near.extend(latest(rows.iter().copied()));
        }
        let differs = self.against(&near);
        if matches!(differs, Judged::Differs(..)) && self.is_on_the_way(&near) {
            return Judged::Fits(Vec::new());
        }
        differs
    }

    /// Whether the figure lies between those of the rows before and after it: what there is changes.
    fn is_on_the_way(&self, rows: &[&Reference]) -> bool {
        let Time::Day(day) = self.time else {
            return false;
        };
        let dated = || rows.iter().filter_map(|row| Some((row.as_of?, row)));
        let before = dated()
            .filter(|(when, _)| when.last <= day)
            .max_by_key(|(when, _)| when.last);
        let after = dated()
            .filter(|(when, _)| when.first > day)
            .min_by_key(|(when, _)| when.first);
        let (Some((_, before)), Some((_, after))) = (before, after) else {
            return false;
        };
        let (a, b) = (&before.quantity, &after.quantity);
        let between = Interval::closed(a.low.min(b.low), a.high.max(b.high));
        let reads = self.claim.quantity.conventional();
        reads.is_some_and(|reads| reads.meets(&between))
    }

    /// A count so far: the rows of that day, and those without one; else the last count before it is a floor, and the
    /// first behind it a ceiling.
    fn so_far(&self, rows: &[&'a Reference]) -> Judged<'a> {
        let about_it = |row: &&&Reference| {
            let begun = |when: When| self.begun.is_none_or(|begun| begun <= when.last);
            row.as_of.is_none_or(begun) && self.is_alike(row)
        };
        let rows: Vec<&Reference> = rows.iter().filter(about_it).copied().collect();
        let day = match self.time {
            Time::Day(day) => Some(day),
            Time::Year(_) => return Judged::Alone,
            Time::Unknown => None,
        };
        let same = |row: &&&Reference| match row.as_of {
            None => true,
            Some(when) => day.is_some() && when.day() == day,
        };
        let same: Vec<&Reference> = rows.iter().filter(same).copied().collect();
        if !same.is_empty() {
            return self.against(&same);
        }
        let Some(day) = day else {
            return self.beyond(&latest(rows.into_iter()), Beyond::Below);
        };
        let dated = || rows.iter().filter_map(|row| Some((row.as_of?, *row)));
        let earlier = dated()
            .filter(|(when, _)| when.last < day && (self.lasts || self.within(when, day)))
            .map(|(_, row)| row);
        let later = dated().filter(|(when, _)| when.first > day && self.within(when, day));
        let (floor, ceiling) = (latest(earlier), earliest(later));
        match self.beyond(&floor, Beyond::Below) {
            Judged::Alone => self.beyond(&ceiling, Beyond::Above),
            Judged::Fits(mut rows) => match self.beyond(&ceiling, Beyond::Above) {
                Judged::Fits(more) => {
                    rows.extend(more);
                    Judged::Fits(rows)
                }
                Judged::Alone => Judged::Fits(rows),
                differs => differs,
            },
            differs => differs,
        }
    }

    /// See [`Settings::alike_from`].
    fn is_alike(&self, row: &Reference) -> bool {
        let apart = written_difference(&self.claim.quantity, &row.quantity);
        apart <= Decimal::ONE - self.settings.alike_from
    }

    /// Against rows of which each may be right: it must fit one of them.
    fn against(&self, rows: &[&'a Reference]) -> Judged<'a> {
        let fitting: Vec<&Reference> = rows.iter().filter(|r| self.agrees(r)).copied().collect();
        let distance = |row: &&&Reference| {
            let apart = written_difference(&self.claim.quantity, &row.quantity);
            (self.distance(row), apart)
        };
        let Some(nearest) = rows.iter().min_by_key(distance) else {
            return Judged::Alone;
        };
        if !fitting.is_empty() {
            return Judged::Fits(fitting);
        }
        let verdict = match self.compare(nearest) {
            Agreement::Contradiction => Verdict::Contradiction,
            _ => Verdict::Discrepancy,
        };
        if verdict == Verdict::Discrepancy && self.is_floor_below(nearest) {
            let why = "the count is told as a floor".to_owned();
            return Judged::Differs(nearest, verdict, Cause::Time, why);
        }
        let (cause, why) = self.cause(nearest);
        Judged::Differs(nearest, verdict, cause, why)
    }

    /// Against counts of another day, which it may lie on one side of.
    fn beyond(&self, rows: &[&'a Reference], side: Beyond) -> Judged<'a> {
        let claim = self.claim.quantity.literal();
        let is_beyond = |row: &&Reference| {
            let row = row.quantity.literal();
            match side {
                Beyond::Below => claim.high.zip(row.low).is_some_and(|(c, r)| c < r),
                Beyond::Above => claim.low.zip(row.high).is_some_and(|(c, r)| c > r),
            }
        };
        let Some(first) = rows.first() else {
            return Judged::Alone;
        };
        if !rows.iter().all(is_beyond) {
            let same = rows.iter().filter(|row| self.agrees(row));
            return Judged::Fits(same.copied().collect());
        }
        let why = match (side, self.time) {
            (_, Time::Unknown) => UNDATED,
            (Beyond::Below, _) => "a count so far cannot fall, and the text's is later and lower",
            (Beyond::Above, _) => "a count so far cannot fall, and the table's is later and lower",
        };
        let verdict = Verdict::Contradiction;
        Judged::Differs(first, verdict, Cause::Time, why.to_owned())
    }

    /// Days to a row; one without a day comes last.
    fn distance(&self, row: &Reference) -> i32 {
        match (row.as_of, self.time) {
            (Some(when), Time::Day(day)) => when.days_to(day),
            (Some(_), _) => 0,
            (None, _) => i32::MAX,
        }
    }

    /// "at least 24", so far, of 30: it grows.
    fn is_floor_below(&self, row: &Reference) -> bool {
        let quantity = &self.claim.quantity;
        let floor = matches!(quantity.bound, Bound::AtLeast | Bound::MoreThan);
        floor && self.is_so_far() && quantity.low < row.quantity.low
    }

    fn cause(&self, row: &Reference) -> (Cause, String) {
        if self.time == Time::Unknown && row.as_of.is_some() {
            return (Cause::Time, UNDATED.to_owned());
        }
        if let Some(cited) = self.claim.attribution.first()
            && cited.originator != row.originator
        {
            let why = format!(
                "the figures come from two sources: {}; {}",
                cited.name, row.source
            );
            return (Cause::Source, why);
        }
        let day = match self.time {
            Time::Day(day) => Some(day),
            _ => None,
        };
        match row.as_of {
            Some(when) if day.is_some_and(|day| when.days_to(day) > 0) => {
                let why = "the two hold at different times".to_owned();
                (Cause::Time, why)
            }
            _ => (
                Cause::Unknown,
                "nothing in the text explains the difference".to_owned(),
            ),
        }
    }

    /// The most that a difference to a row may be.
    fn ceiling(&self, row: &Reference, cause: Cause) -> Severity {
        let claim = self.claim;
        let undated = self.time == Time::Unknown && row.as_of.is_some();
        // An error that a count so far may have grown to since.
        let grown = match (self.time, row.as_of) {
            (Time::Day(day), Some(when)) => self.is_so_far() && !self.within(&when, day),
            _ => false,
        };
        let is_error = row.published_wrong_on.is_some();
        let grown = is_error && grown;
        let undated = undated && !is_error;
        let floor = cause == Cause::Time && self.is_floor_below(row);
        // Where "dozens" end is a convention, not a claim.
        let vague = claim.quantity.form == Form::Vague && above(&row.quantity, &claim.quantity);
        if claim.quoted || claim.guesses() > 0 || undated || grown || floor || vague {
            Severity::Note
        } else {
            Severity::Warning
        }
    }
}

const UNDATED: &str = "the text has no date, and the two may hold at different times";

/// On which side of a count of another day a count so far cannot lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Beyond {
    Below,
    Above,
}

fn above(a: &Quantity, b: &Quantity) -> bool {
    a.low > b.high
}

fn is_in_year(when: When, year: i16) -> bool {
    when.first.year() == year && when.last.year() == year
}

/// "2019"
fn year(words: &str) -> Option<i16> {
    (words.len() == 4).then(|| words.parse().ok())?
}

/// The dated rows of the last day that any of them has.
fn latest<'a>(rows: impl Iterator<Item = &'a Reference>) -> Vec<&'a Reference> {
    let mut out: Vec<&Reference> = Vec::new();
    for row in rows.filter(|row| row.as_of.is_some()) {
        let last = |row: &Reference| row.as_of.map(|when| when.last);
        match out.first() {
            Some(known) if last(row) < last(known) => continue,
            Some(known) if last(row) > last(known) => out.clear(),
            _ => {}
        }
        out.push(row);
    }
    out
}

/// The rows of the first day that any of them has.
fn earliest<'a>(rows: impl Iterator<Item = (When, &'a Reference)>) -> Vec<&'a Reference> {
    let mut out: Vec<(When, &Reference)> = Vec::new();
    for (when, row) in rows {
        match out.first() {
            Some((known, _)) if when.first > known.first => continue,
            Some((known, _)) if when.first < known.first => out.clear(),
            _ => {}
        }
        out.push((when, row));
    }
    out.into_iter().map(|(_, row)| row).collect()
}
