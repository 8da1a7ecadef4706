//! The data files as they are written.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::terms::{Modality, Status};
use crate::quantity::{Bound, Dimension};
use crate::yaml::Spanned;

type Words = Vec<String>;
type Named = BTreeMap<String, Words>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Numbers {
    pub scales: BTreeMap<String, u64>,
    pub attached: BTreeMap<String, u64>,
    pub units: BTreeMap<String, u64>,
    pub tens: BTreeMap<String, u64>,
    pub article: Words,
    pub joiner: String,
    pub between: String,
    pub groups: BTreeMap<String, u64>,
    pub vague: BTreeMap<String, u64>,
    pub vague_multiplied: BTreeMap<String, u64>,
    pub vague_few: Words,
    pub fractions: BTreeMap<String, (u64, u64)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Bounds {
    pub before: BTreeMap<Bound, Words>,
    pub after: BTreeMap<Bound, Words>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Units {
    pub percent: Words,
    pub points: Words,
    pub currencies: Vec<Currency>,
    pub units: Vec<Unit>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Currency {
    pub unit: String,
    pub symbols: Words,
    pub codes: Words,
    pub words: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Unit {
    pub unit: String,
    pub dimension: Dimension,
    pub words: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Calendar {
    pub months: Vec<Words>,
    pub weekdays: Vec<Words>,
    pub clock: Words,
    pub before_year: Words,
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
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Grammar {
    pub prepositions: Words,
    pub conjunctions: Words,
    pub relatives: Words,
    pub determiners: Words,
    pub auxiliaries: Words,
    pub pronouns: Words,
    pub adverbs: Words,
    pub before_noun: Words,
    pub plurals: Words,
    pub locatives: Words,
    pub place_nouns: Words,
    pub place_parts: Words,
    pub neutral: Words,
    pub ordinals: Words,
    pub before_change: Words,
    pub ages: Words,
    pub partitives: Words,
    pub numbered: Words,
    pub abbreviations: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Cues {
    pub modality: BTreeMap<Modality, Words>,
    pub saying: Words,
    pub according: Words,
    pub according_filler: Words,
    pub speaker_nouns: Words,
    pub other_times: Words,
    pub cumulative: Words,
    pub windows: Words,
    pub window_starts: Words,
    pub part: Words,
    pub besides: Words,
    pub additions: Words,
    pub part_adverbs: Words,
    pub events: Named,
    pub general_events: Words,
    pub campaigns: Words,
    pub other_events: Words,
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
    pub name: String,
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
}
