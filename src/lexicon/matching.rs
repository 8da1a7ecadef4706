//! What tells that two articles speak of one event: the data of `rules/lexicon/matching.yaml`.

use schemars::JsonSchema;
use serde::Deserialize;

/// Points for and against one event, and where they count. Days are whole days.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Matching {
    /// How far apart two articles may have appeared.
    pub days: Days,
    /// What each sign is worth.
    pub points: Points,
    /// From so many points on, two articles tell of one event.
    pub likely: i32,
    /// From so many on, a difference between two articles of one event may be a warning.
    pub sure: i32,
    /// From so many on, one toll may be many times the other.
    pub one_event_far: i32,
    /// So many more are asked for where the articles appeared on different days and name no day.
    pub other_date: i32,
    /// How many of the articles that share something with one are looked at, the nearest in time.
    pub nearest: usize,
    /// Groups of people that are a part of whoever was hit: "child".
    pub subsets: Vec<String>,
    /// Groups that leave others out: "civilian".
    pub narrower: Vec<String>,
    /// Kinds of events that may be told of one event: sets of them.
    pub alike: Vec<Vec<String>>,
    /// Words that make a group no part: "mostly".
    pub mostly: Vec<String>,
    /// Measures of which those besides the dead are all.
    pub beside: Vec<String>,
    /// From this number on, the dead are those of a campaign, where no great event is named.
    pub campaign_from: u64,
    /// Kinds of events that may kill so many at once.
    pub great_events: Vec<String>,
    /// Two texts are one from so many in a hundred of their runs of words on that both have.
    pub copy_from: usize,
    /// When two sentences are one, but for a figure.
    pub twins: Twins,
}

/// When two sentences are one, but for a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Twins {
    /// From so many shared words on.
    pub least: usize,
    /// And so many in a hundred of the shorter sentence.
    pub of_hundred: usize,
}

/// How many days may lie between two articles on one event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Days {
    /// Where the text does not say that it is one day.
    pub near: i32,
    /// Where much speaks for it.
    pub alike: i32,
    /// From so many points on.
    pub strong: i32,
    /// Where names do, or the day.
    pub named: i32,
}

/// What each sign is worth.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Points {
    /// Both name the day on which it happened, and it is one.
    pub same_day: i32,
    /// The articles appeared on one day.
    pub same_date: i32,
    /// The same town, street, building.
    pub same_place: i32,
    /// One place lies in the other.
    pub place_within: i32,
    /// The same country, or a place in the country.
    pub same_country: i32,
    /// A kind of event that both name.
    pub same_kind: i32,
    /// One of the great events, of which there are seldom two.
    pub same_great_kind: i32,
    /// From so many in a hundred of the words of the shorter opening on: points. The highest first.
    pub shared_words: Vec<(usize, i32)>,
    /// Hardly a word is shared.
    pub few_words: FewWords,
    /// A part of a name that both have.
    pub name: i32,
    /// The most that names are worth.
    pub most_names: i32,
    /// A figure from ten on of another measure that both give.
    pub same_figure: i32,
    /// A figure below ten.
    pub same_small_figure: i32,
    /// The count itself.
    pub same_count: i32,
    /// Kinds of events that are not the same.
    pub other_kind: i32,
    /// Other things that were hit.
    pub other_target: i32,
}

/// When hardly a word is shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct FewWords {
    /// Of at least so many words.
    pub from: usize,
    /// Fewer than so many in a hundred.
    pub below: usize,
    /// What that is worth.
    pub points: i32,
}
