//! Figures put together by what they count, where, and what they tell of.

use rustc_hash::{FxHashMap, FxHashSet};

use super::change;
use super::{About, Filter, Left, Row, Timeline};
use crate::claim::{Claim, Reading, Status};
use crate::document::Date;
use crate::lexicon::Measure;
use crate::matching::{People, Stories, Story};
use crate::quantity::Decimal;
use crate::series::{
    Member, Point, Selection, Series, SetAside, Shared, aside, is_title, is_total, series, timeline,
};

/// The timelines of what is asked for: those with the most figures first, then by their first figure.
pub fn timelines(
    readings: &[Reading],
    stories: &Stories,
    measures: &[Measure],
    filter: &Filter,
) -> Vec<Timeline> {
    let selection = Selection {
        measures: filter.measures.clone(),
        group_by: vec![
            Shared::Measure,
            Shared::Place,
            Shared::Population,
            Shared::Event,
        ],
        ..Selection::default()
    };
    let mut gathered = Gathered {
        readings,
        stories,
        measures,
        filter,
        timelines: Vec::new(),
        by_story: FxHashMap::default(),
        alone: FxHashMap::default(),
        of_place: FxHashMap::default(),
        told: 0,
    };
    for series in series(readings, stories, &selection) {
        gathered.series(&series);
    }
    gathered.others(&selection);
    let mut timelines = gathered.timelines;
    for timeline in &mut timelines {
        filter.keep_sources(readings, timeline);
        join_titles(readings, &mut timeline.rows);
        timeline.rows.sort_by_key(|row| (row.day, row.member));
        timeline.aside.sort_unstable();
        change::find(readings, &mut timeline.rows);
    }
    timelines.retain(|t| !t.rows.is_empty() || !t.aside.is_empty());
    timelines.sort_by_cached_key(|t| {
        let first = t.rows.iter().map(|row| row.member).min();
        let aside = t.aside.first().map(|(member, _)| *member);
        (std::cmp::Reverse(t.rows.len()), first, aside)
    });
    timelines
}

/// What a timeline counts, and where: measure, place, people.
type What = (String, Option<String>, Option<String>);

struct Gathered<'a> {
    readings: &'a [Reading],
    stories: &'a Stories,
    measures: &'a [Measure],
    filter: &'a Filter,
    timelines: Vec<Timeline>,
    /// The timeline of a measure and what is told of.
    by_story: FxHashMap<(String, Story<'a>), usize>,
    /// That of reports that stand alone.
    alone: FxHashMap<What, usize>,
    /// The first of a measure in a place.
    of_place: FxHashMap<(String, Option<String>), usize>,
    /// How many stories there are so far.
    told: usize,
}

impl<'a> Gathered<'a> {
    /// Takes figures that may be compared.
    fn series(&mut self, series: &Series) {
        let Some(first) = series.members.first().map(|m| m.of(self.readings)) else {
            return;
        };
        let takes = |place: Option<&str>| self.filter.takes_place(place);
        let in_place = takes(series.place.as_deref())
            || series
                .members
                .iter()
                .any(|m| takes(place(m.of(self.readings))));
        let population = self.population(series.members[0]);
        if !in_place || !self.filter.takes_population(population.as_deref()) {
            return;
        }
        let what = (measure(first), self.place_of(series), population);
        let story = self.story(series.members[0]);
        let points = timeline(self.readings, self.stories, series);
        let (points, within): (Vec<Point>, Vec<Point>) = points
            .into_iter()
            .partition(|point| !is_increment(point.member.of(self.readings)));
        let about = match story {
            None => About::Standing,
            Some(Story::Campaign(_)) => About::Campaign,
            Some(_) => About::Event,
        };
        let at = if is_several(&points) {
            self.timelines.push(self.empty(&what, about));
            let at = self.timelines.len() - 1;
            self.of_place.entry((what.0.clone(), what.1)).or_insert(at);
            at
        } else {
            self.alone(what)
        };
        if let Some(story) = story {
            self.by_story.entry((measure(first), story)).or_insert(at);
        }
        let told = self.told;
        self.told += 1;
        let timeline = &mut self.timelines[at];
        timeline.rows.extend(points.iter().map(|point| Row {
            day: point.day,
            member: point.member,
            again: point.again.clone(),
            story: told,
            change: None,
        }));
        let within = within.iter().flat_map(Point::members);
        timeline.aside.extend(within.map(|m| (m, Left::Increment)));
        let shown: FxHashSet<Member> = points.iter().flat_map(Point::members).collect();
        let is_new = |m: &&Member| !shown.contains(m) && !is_increment(m.of(self.readings));
        let left = series.members.iter().filter(is_new);
        let (readings, stories) = (self.readings, self.stories);
        timeline.aside.extend(left.map(|m| {
            let up_front = is_total(readings, stories, *m);
            (
                *m,
                if up_front {
                    Left::Undated
                } else {
                    Left::NotUpFront
                },
            )
        }));
    }

    /// Takes figures that may not be compared: those of no known event or place stand for themselves, all others are
    /// set aside where they belong.
    fn others(&mut self, selection: &Selection) {
        let readings = self.readings;
        for (reading, read) in readings.iter().enumerate() {
            for claim in 0..read.claims.len() {
                let member = Member { reading, claim };
                match aside(readings, self.stories, selection, member) {
                    None | Some(SetAside::NotSelected | SetAside::Incomplete(Shared::Measure)) => {}
                    Some(reason) => self.other(member, reason),
                }
            }
        }
    }

    fn other(&mut self, member: Member, reason: SetAside) {
        let claim = member.of(self.readings);
        if claim.measure.is_none() {
            return;
        }
        let story = self.story(member).map(|story| (measure(claim), story));
        let of_story = story.and_then(|story| self.by_story.get(&story).copied());
        if let Some(at) = of_story {
            self.timelines[at].aside.push((member, Left::Aside(reason)));
            return;
        }
        let what = (
            measure(claim),
            place(claim).map(str::to_owned),
            claim.population.as_ref().map(|p| p.value.clone()),
        );
        if !self.filter.takes_place(what.1.as_deref())
            || !self.filter.takes_population(what.2.as_deref())
        {
            return;
        }
        match (reason, crate::series::day(claim)) {
            (SetAside::Incomplete(_), Some(day)) if !is_increment(claim) => {
                let at = self.alone(what);
                self.timelines[at].rows.push(Row {
                    day,
                    member,
                    again: Vec::new(),
                    story: self.told,
                    change: None,
                });
                self.told += 1;
            }
            (SetAside::Incomplete(_), day) => {
                let at = self.alone(what);
                let left = if day.is_some() {
                    Left::Increment
                } else {
                    Left::Undated
                };
                self.timelines[at].aside.push((member, left));
            }
            _ => {
                let known = self
                    .of_place
                    .get(&(what.0.clone(), what.1.clone()))
                    .copied();
                let at = known.unwrap_or_else(|| self.alone(what));
                self.timelines[at].aside.push((member, Left::Aside(reason)));
            }
        }
    }

    /// The timeline of reports that stand alone.
    fn alone(&mut self, what: What) -> usize {
        if let Some(at) = self.alone.get(&what) {
            return *at;
        }
        self.timelines.push(self.empty(&what, About::Single));
        let at = self.timelines.len() - 1;
        self.of_place
            .entry((what.0.clone(), what.1.clone()))
            .or_insert(at);
        self.alone.insert(what, at);
        at
    }

    fn empty(&self, (measure, place, population): &What, about: About) -> Timeline {
        let known = self.measures.iter().find(|m| m.id == *measure);
        let label = known.map_or_else(
            || measure.trim_start_matches("noun:").to_owned(),
            |m| m.label.clone(),
        );
        Timeline {
            measure: measure.clone(),
            label,
            place: place.clone(),
            population: population.clone(),
            about,
            rows: Vec::new(),
            aside: Vec::new(),
        }
    }

    /// What a claim tells of; nothing for what there is at a time.
    fn story(&self, member: Member) -> Option<Story<'a>> {
        let stock = member
            .of(self.readings)
            .status
            .is_some_and(|s| s.value == Status::Stock);
        let story = || {
            self.stories
                .story(self.readings, member.reading, member.claim)
        };
        if stock { None } else { story() }
    }

    /// Outlets name the place of an event in several ways: the one that is asked for, else the most frequent.
    fn place_of(&self, series: &Series) -> Option<String> {
        let mut counted: Vec<(&str, usize)> = Vec::new();
        for place in series
            .members
            .iter()
            .filter_map(|m| place(m.of(self.readings)))
        {
            match counted.iter_mut().find(|(known, _)| *known == place) {
                Some((_, count)) => *count += 1,
                None => counted.push((place, 1)),
            }
        }
        let asked =
            |place: &str| !self.filter.places.is_empty() && self.filter.takes_place(Some(place));
        // The first of those that are named as often.
        let most = counted
            .iter()
            .rev()
            .max_by_key(|(place, count)| (asked(place), *count));
        most.map(|(place, _)| (*place).to_owned())
            .or_else(|| series.place.clone())
    }

    /// The people of a series: of an event, those who are a part of whoever was hit.
    fn population(&self, member: Member) -> Option<String> {
        let claim = member.of(self.readings);
        let exact = || claim.population.as_ref().map(|p| p.value.clone());
        match (self.story(member), self.stories.people(claim)) {
            (None | Some(Story::Thread(..)), _) => exact(),
            (_, People::Subset(group)) => Some(group.to_owned()),
            _ => None,
        }
    }
}

/// Joins a number that an article gives several times on one day: that of its headline to that of its text, and what it
/// says without naming anybody to what it says with its source. An event told of once is one report.
fn join_titles(readings: &[Reading], rows: &mut Vec<Row>) {
    type Said = (usize, Date, usize, Decimal, Decimal);
    let said = |row: &Row, m: Member| -> Said {
        let quantity = &m.of(readings).quantity;
        (row.story, row.day, m.reading, quantity.low, quantity.high)
    };
    // What tells more stands for what tells less.
    let rank = |m: Member| {
        (
            m.of(readings).originator().is_some(),
            !is_title(m.of(readings)),
        )
    };
    let mut best: FxHashMap<Said, ((bool, bool), usize)> = FxHashMap::default();
    for (at, row) in rows.iter().enumerate() {
        for member in row.members() {
            let (known, place) = best.entry(said(row, member)).or_insert((rank(member), at));
            if rank(member) > *known {
                (*known, *place) = (rank(member), at);
            }
        }
    }
    let mut joined: Vec<(usize, Member)> = Vec::new();
    let mut gone = vec![false; rows.len()];
    for (at, row) in rows.iter_mut().enumerate() {
        let target = |m: &Member| {
            let (known, place) = *best.get(&said(row, *m))?;
            let is_less = !rank(*m).0 && rank(*m) < known && place != at;
            is_less.then_some(place)
        };
        let members = row.members().map(|m| (target(&m), m));
        let (taken, left): (Vec<_>, Vec<_>) = members.partition(|(target, _)| target.is_some());
        joined.extend(
            taken
                .into_iter()
                .filter_map(|(target, m)| Some((target?, m))),
        );
        let mut left = left.into_iter().map(|(_, m)| m);
        match left.next() {
            Some(first) => (row.member, row.again) = (first, left.collect()),
            None => gone[at] = true,
        }
    }
    for (at, member) in joined {
        rows[at].again.push(member);
        rows[at].again.sort_unstable();
    }
    let mut gone = gone.into_iter();
    rows.retain(|_| gone.next() != Some(true));
}

/// Whether figures are of several days or documents.
fn is_several(points: &[Point]) -> bool {
    let Some(first) = points.first() else {
        return false;
    };
    let document = first.member.reading;
    points
        .iter()
        .any(|p| p.day != first.day || p.members().any(|m| m.reading != document))
}

fn measure(claim: &Claim) -> String {
    claim
        .measure
        .as_ref()
        .map_or_else(String::new, |m| m.value.clone())
}

fn place(claim: &Claim) -> Option<&str> {
    claim.place.as_ref().map(|p| p.value.as_str())
}

/// Whether it counts what came within a time.
fn is_increment(claim: &Claim) -> bool {
    claim.status.is_some_and(|s| s.value == Status::Increment)
}
