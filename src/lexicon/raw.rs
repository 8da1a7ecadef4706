//! The data files as they are written.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::terms::{Modality, Order, Period, Status, Tally};
use crate::quantity::Bound;
use crate::yaml::Spanned;

type Words = Vec<String>;
type Named = BTreeMap<String, Words>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Bounds {
    pub before: BTreeMap<Bound, Words>,
    pub after: BTreeMap<Bound, Words>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Calendar {
    pub months: Vec<Words>,
    pub weekdays: Vec<Words>,
    pub months_in_lower_case: bool,
    pub named_days: BTreeMap<String, Spanned<String>>,
    pub clock: Words,
    pub before_year: Words,
    pub periods: BTreeMap<Period, Words>,
    pub orders: BTreeMap<Order, Words>,
    pub relative_days: BTreeMap<String, i64>,
    pub at_year: Words,
    pub before_weekday_name: Words,
    pub born: Words,
    pub died: Words,
    pub about_birth: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Persons {
    pub titles: Words,
    pub not_persons: Words,
    pub other_times: Words,
    pub results: Words,
    pub birthdays: Words,
    pub kin: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Limits {
    pub wholes: Words,
    pub rates: Words,
    pub rate_joints: Words,
    pub other_wholes: Words,
    pub balances: Words,
    pub day_halves: Words,
    pub zones: Words,
    pub before_day: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Lists {
    pub joints: Words,
    pub open: Words,
    pub groups: Words,
    pub not_listed: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Measures {
    pub classes: Named,
    pub nouns: Named,
    pub measures: Vec<Measure>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Measure {
    pub id: Spanned<String>,
    pub broader: Option<Spanned<String>>,
    pub status: Status,
    pub label: String,
    #[serde(default)]
    pub nouns: Words,
    #[serde(default)]
    pub likely_nouns: Words,
    #[serde(default)]
    pub people: Words,
    #[serde(default)]
    pub frames: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct People {
    pub everyone: Words,
    pub groups: Named,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sums {
    pub definite: Words,
    pub single: Words,
    pub families: Vec<Words>,
    pub composed: Words,
    pub totals: Words,
    pub overlapping: Words,
    pub incomplete: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Grammar {
    pub prepositions: Words,
    pub conjunctions: Words,
    pub relatives: Words,
    pub determiners: Words,
    pub auxiliaries: Words,
    pub pronouns: Words,
    pub speakers: Words,
    pub adverbs: Words,
    pub before_noun: Words,
    pub plurals: Words,
    pub locatives: Words,
    pub goals: Words,
    pub venues: Words,
    pub place_nouns: Words,
    pub place_parts: Words,
    pub place_sides: Words,
    pub neutral: Words,
    pub ordinals: Words,
    pub before_change: Words,
    pub ages: Words,
    pub partitives: Words,
    pub out_of: Words,
    pub origins: Words,
    pub targets: Words,
    pub of_people: Words,
    pub name_joints: Words,
    pub name_articles: Words,
    pub abbreviations: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Cues {
    pub modality: BTreeMap<Modality, Words>,
    pub saying: Words,
    pub adding: Words,
    pub showing: Words,
    pub counting: Words,
    pub since: Words,
    pub according: Words,
    pub according_filler: Words,
    pub speaker_nouns: Words,
    pub other_times: Words,
    pub cumulative: Words,
    pub windows: Words,
    pub tallies: BTreeMap<Tally, Words>,
    pub window_starts: Words,
    pub window_days: BTreeMap<u16, Words>,
    pub window_since: Words,
    pub part: Words,
    pub among: Words,
    pub besides: Words,
    pub besides_behind: Words,
    pub told_of_places: Words,
    pub additions: Words,
    pub part_adverbs: Words,
    pub events: Named,
    pub general_events: Words,
    pub directed_events: Words,
    pub campaigns: Words,
    pub not_campaigns: Words,
    pub roundups: Words,
    pub spanning: Words,
    pub told_again: Words,
    pub other_events: Words,
    pub restating: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Places {
    pub places: Vec<Place>,
    pub not_places: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Place {
    pub name: Spanned<String>,
    #[serde(default)]
    pub aliases: Words,
    #[serde(default)]
    pub demonyms: Words,
    pub within: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Speakers {
    pub originators: Vec<Originator>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Originator {
    pub name: String,
    pub aliases: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Furniture {
    pub lines: Words,
    pub prefixes: Words,
    pub captions: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct NotFigures {
    pub idioms: Words,
    pub names: Words,
    pub numbered: Words,
    pub numbered_in_lower_case: Words,
    pub blocks: Words,
    pub streets: Words,
    pub races: Words,
    pub race_distances: Vec<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Trends {
    pub up: Direction,
    pub down: Direction,
    pub changes: Words,
    pub degrees: Words,
    pub multiples: BTreeMap<u32, Words>,
    pub halves: Words,
    pub comparisons: Words,
    pub than: Words,
    pub above: Words,
    pub below: Words,
    pub other_bases: Words,
    pub plain: Words,
    pub ranks: Words,
    pub times: Words,
    pub short_times: Words,
    pub periods: Words,
    pub points: Words,
    pub short_percent: Words,
    pub either_way: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Direction {
    pub verbs: Words,
    pub weak: Words,
    pub nouns: Words,
    pub behind: Words,
}
