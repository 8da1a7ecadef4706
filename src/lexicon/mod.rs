//! The vocabulary of a language as data: number words, bounds, units, nouns, frames, places, cues.
//!
//! The data files in `rules/lexicon/` are compiled once, at start. A mistake in one is a [`Problem`] with its
//! line. A second language is a second set of files: `tests/french/` reads one.

mod addition;
mod affix;
mod compile;
mod cues;
mod days;
mod forms;
mod frame;
mod matching;
mod numbers;
mod phrases;
mod places;
mod raw;
mod schema;
mod statements;
mod terms;
mod units;
mod word;

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

pub use days::{DayForms, Initials};
pub use forms::{Endings, WordForms};
pub use frame::{Element, Frame};
pub use matching::{FewWords, Matching, Points};
pub use numbers::{Numbers, Signs};
pub use phrases::Phrases;
pub use schema::{ADDITION, SCHEMAS};
pub use statements::{Limits, Lists, Persons, Times};
pub use terms::{Modality, Order, Period, Status, Tally};
pub use units::{Measured, Spelling, UnitWord, Units};
pub use word::{Classes, Vocabulary, WordId};

use crate::document::Furniture;
use crate::gazetteer::Gazetteer;
use crate::problem::Problem;
use crate::quantity::{Bound, Decimal, Dimension, Trend, Unit};

/// Everything that the extractor knows about words.
#[derive(Debug, Clone)]
pub struct Lexicon {
    /// Every word of the files.
    pub vocabulary: Vocabulary,
    /// How words change their form.
    pub forms: WordForms,
    /// Number words.
    pub numbers: Numbers,
    /// Numbers that are no figures.
    pub not_figures: NotFigures,
    /// Words that say that a figure rose or fell.
    pub trends: Trends,
    /// How figures add up.
    pub sums: Sums,
    /// Words before a number that bound it.
    pub bounds_before: Phrases<Bound>,
    /// Words after a number that bound it.
    pub bounds_after: Phrases<Bound>,
    /// Units and currencies.
    pub units: Units,
    /// Months by name, from 1.
    pub months: FxHashMap<WordId, i8>,
    /// Days of the week by name, Monday 1.
    pub weekdays: FxHashMap<WordId, i8>,
    /// How a day of the calendar is written.
    pub day_forms: DayForms,
    /// Words that tie two times to the span between them.
    pub times: Times,
    /// Words around the name and the age of a person.
    pub persons: Persons,
    /// Words of what has a limit.
    pub limits: Limits,
    /// Words of lists behind a number.
    pub lists: Lists,
    /// What can be counted.
    pub measures: Vec<Measure>,
    /// What tells that two articles speak of one event.
    pub matching: Matching,
    /// Measures by the nouns that name them.
    pub measure_nouns: FxHashMap<WordId, usize>,
    /// Measures by the nouns that may name them.
    pub likely_measure_nouns: FxHashMap<WordId, usize>,
    /// Frames.
    pub frames: Vec<Frame>,
    /// Frames by the words they hang on.
    pub frames_by_anchor: FxHashMap<WordId, Vec<usize>>,
    /// Kinds of nouns that frames ask for, by the noun.
    pub noun_kinds: FxHashMap<WordId, Vec<usize>>,
    /// The kinds of nouns, by their index.
    pub noun_kind_names: Vec<String>,
    /// The kind of nouns that are not people.
    pub thing: Option<usize>,
    /// Groups of people by noun; `None` for everyone.
    pub people: FxHashMap<WordId, Option<String>>,
    /// Nationalities by noun or adjective, as written with a capital.
    pub demonyms: FxHashMap<WordId, String>,
    nations: FxHashMap<WordId, usize>,
    /// Places by name: an index into those that are listed, and whether the name is written with a capital.
    pub places: Phrases<(usize, bool)>,
    /// The places that are listed; the [gazetteer](crate::gazetteer) has more.
    pub gazetteer: Vec<Place>,
    /// Indices of the places that are listed, by the name used in output.
    places_by_name: FxHashMap<String, usize>,
    /// Words about how a figure is told.
    pub cues: Cues,
    /// Shortened words that a full stop may follow without ending the sentence.
    pub abbreviations: FxHashSet<WordId>,
    /// "the ", before a name
    pub articles: Vec<Box<str>>,
    /// Originators by alias.
    pub originators: FxHashMap<String, String>,
    /// Lines that are no part of an article.
    pub furniture: Furniture,
}

/// Numbers that are no figures.
#[derive(Debug, Clone, Default)]
pub struct NotFigures {
    /// "one another"
    pub idioms: Phrases<()>,
    /// "Group of Seven", with a capital
    pub names: Phrases<()>,
    /// "block", behind a number
    pub blocks: Vec<WordId>,
    /// "Street", behind a number and a name
    pub streets: Vec<WordId>,
    /// "champion", behind a distance
    pub races: Vec<WordId>,
    /// In metres.
    pub race_distances: Vec<u32>,
}

/// Words that say how figures add up and take each other up.
#[derive(Debug, Clone, Default)]
pub struct Sums {
    /// "the", before a figure
    pub definite: FxHashSet<WordId>,
    /// "a", before a noun for one person
    pub single: FxHashSet<WordId>,
    /// Groups of people that share nobody and leave nobody out
    pub families: Vec<Vec<String>>,
    /// "comprised", between a whole and its parts
    pub composed: Phrases<()>,
    /// "for", before "a total of"
    pub totals: FxHashSet<WordId>,
    /// "also": parts that may share people
    pub overlapping: FxHashSet<WordId>,
    /// "including": a list that is not complete
    pub incomplete: FxHashSet<WordId>,
}

/// Words that say that a figure rose or fell.
#[derive(Debug, Clone, Default)]
pub struct Trends {
    /// "rose", before the figure
    pub verbs: FxHashMap<WordId, Trend>,
    /// "lost", before a percentage
    pub weak_verbs: FxHashMap<WordId, Trend>,
    /// "increase", on either side
    pub nouns: FxHashMap<WordId, Trend>,
    /// "higher", behind the figure
    pub behind: FxHashMap<WordId, Trend>,
    /// "revised": a change, either way
    pub changes: FxHashSet<WordId>,
    /// "sharply", between the verb and the figure
    pub degrees: FxHashSet<WordId>,
    /// "doubled": to how many times the earlier value
    pub multiples: FxHashMap<WordId, Decimal>,
    /// "compared", "versus": before an earlier value, or one of another time
    pub comparisons: FxHashSet<WordId>,
    /// "on", "than": before an earlier value, behind a step
    pub than: FxHashSet<WordId>,
    /// "above", "below", behind a step
    pub sides: FxHashMap<WordId, Trend>,
    /// "annual": a step is counted from another value than the one named
    pub other_bases: FxHashSet<WordId>,
    /// "rose", "fell": which of two values is the higher
    pub plain: FxHashSet<WordId>,
    /// "place": near it, a lower number is the better
    pub ranks: FxHashSet<WordId>,
    /// "year", behind a value: it is not counted
    pub times: FxHashSet<WordId>,
    /// "month": a step may be counted from another one than a value that is compared
    pub short_times: FxHashSet<WordId>,
    /// "quarter": the time that a sentence tells of
    pub periods: FxHashSet<WordId>,
    /// "points", behind a step
    pub points: FxHashSet<WordId>,
    /// "pct", with which a step may be of percent or of points
    pub short_percent: Vec<String>,
    /// "yen", "loss": what rises may be told as a fall
    pub either_way: FxHashSet<WordId>,
}

/// Something that can be counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// The id used in rules and output.
    pub id: String,
    /// The measure that includes this one.
    pub broader: Option<String>,
    /// How a figure of it behaves in time, unless the text says otherwise.
    pub status: Status,
    /// A few words for a reader: "people who fled there".
    pub label: String,
    /// Groups of people that the measure names itself: hostages held are hostages.
    pub people: Vec<String>,
}

/// A place of the lexicon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The name used in output.
    pub name: String,
    /// The place that it lies in: another one of the lexicon, or one of the gazetteer.
    pub within: Option<String>,
}

/// Words about how a figure is told.
#[derive(Debug, Clone, Default)]
pub struct Cues {
    /// How surely.
    pub modality: Phrases<Modality>,
    /// By whom: "according to".
    pub according: Phrases<()>,
    /// At a time that is not now.
    pub other_times: Phrases<()>,
    /// "so far"
    pub cumulative: Phrases<()>,
    /// "confirmed", beside what is counted
    pub tallies: FxHashMap<WordId, Tally>,
    /// "in the past 24 hours"
    pub windows: Phrases<()>,
    /// "in the past", before a span of time
    pub window_starts: Phrases<()>,
    /// "in the past week", by its days
    pub window_days: Phrases<u16>,
    /// "since", before a day of the week
    pub window_since: FxHashSet<WordId>,
    /// "including"
    pub part: Phrases<()>,
    /// "among", behind a part
    pub among: Phrases<()>,
    /// "others"
    pub besides: Phrases<()>,
    /// "more", behind a figure
    pub besides_behind: Phrases<()>,
    /// "home to", behind the name of a place
    pub told_of_places: Phrases<()>,
    /// "critically"
    pub part_adverbs: Phrases<()>,
    /// "also", "a third": more than the figures say.
    pub additions: Phrases<()>,
    /// Kinds of events.
    pub events: Phrases<String>,
    /// Kinds of events that say nothing against another.
    pub general_events: Vec<String>,
    /// Kinds of events that somebody does to another: a strike, a raid.
    pub directed_events: Vec<String>,
    /// Events that last.
    pub campaigns: Phrases<()>,
    /// "across", before a place
    pub spanning: FxHashSet<WordId>,
    /// "put the number at"
    pub told_again: Phrases<()>,
    /// "war planes"
    pub not_campaigns: Phrases<()>,
    /// Several incidents told together: "across the city".
    pub roundups: Phrases<()>,
    /// "a similar"
    pub other_events: Phrases<()>,
    /// "or", before a figure that is said again
    pub restating: FxHashSet<WordId>,
}

/// The data files of the default lexicon: name and text.
pub const BUILTIN: [(&str, &str); 19] = [
    (
        "bounds.yaml",
        include_str!("../../rules/lexicon/bounds.yaml"),
    ),
    (
        "calendar.yaml",
        include_str!("../../rules/lexicon/calendar.yaml"),
    ),
    ("cues.yaml", include_str!("../../rules/lexicon/cues.yaml")),
    (
        "furniture.yaml",
        include_str!("../../rules/lexicon/furniture.yaml"),
    ),
    (
        "grammar.yaml",
        include_str!("../../rules/lexicon/grammar.yaml"),
    ),
    (
        "limits.yaml",
        include_str!("../../rules/lexicon/limits.yaml"),
    ),
    ("lists.yaml", include_str!("../../rules/lexicon/lists.yaml")),
    (
        "matching.yaml",
        include_str!("../../rules/lexicon/matching.yaml"),
    ),
    (
        "measures.yaml",
        include_str!("../../rules/lexicon/measures.yaml"),
    ),
    (
        "not-figures.yaml",
        include_str!("../../rules/lexicon/not-figures.yaml"),
    ),
    (
        "numbers.yaml",
        include_str!("../../rules/lexicon/numbers.yaml"),
    ),
    (
        "people.yaml",
        include_str!("../../rules/lexicon/people.yaml"),
    ),
    (
        "persons.yaml",
        include_str!("../../rules/lexicon/persons.yaml"),
    ),
    (
        "places.yaml",
        include_str!("../../rules/lexicon/places.yaml"),
    ),
    (
        "speakers.yaml",
        include_str!("../../rules/lexicon/speakers.yaml"),
    ),
    ("sums.yaml", include_str!("../../rules/lexicon/sums.yaml")),
    (
        "trends.yaml",
        include_str!("../../rules/lexicon/trends.yaml"),
    ),
    ("units.yaml", include_str!("../../rules/lexicon/units.yaml")),
    (
        "word-forms.yaml",
        include_str!("../../rules/lexicon/word-forms.yaml"),
    ),
];

impl Lexicon {
    /// The English lexicon that is part of the program.
    ///
    /// # Panics
    ///
    /// Never in a released build: a guard test compiles the same files.
    pub fn english() -> Self {
        match compile::builtin() {
            Ok(lexicon) => lexicon,
            Err(problem) => unreachable!("the built-in lexicon is checked by a test: {problem}"),
        }
    }

    /// The English lexicon with what a desk adds to it, given as the names and texts of files.
    pub fn english_with(additions: &[(String, String)]) -> Result<Self, Problem> {
        if additions.is_empty() {
            return Ok(Self::english());
        }
        compile::with_additions(additions)
    }

    /// Compiles data files, given as name and text; every name of [`BUILTIN`] must be there.
    pub fn compile(files: &[(&str, &str)]) -> Result<Self, Problem> {
        compile::lexicon(files)
    }

    /// The classes of a word of the text.
    pub fn classes_of(&self, word: &str) -> Classes {
        self.vocabulary.classes(self.vocabulary.get(word))
    }

    /// Whether the word is "of".
    pub fn is_partitive(&self, word: &str) -> bool {
        self.classes_of(word).any(Classes::PARTITIVE)
    }

    /// The unit of that name: there is a year of time and a year of age.
    pub fn unit(&self, dimension: Dimension, name: &str) -> Option<Arc<Unit>> {
        self.units
            .by_name
            .get(&(dimension, name.to_owned()))
            .cloned()
    }

    /// The index of a kind of nouns.
    pub fn noun_kind(&self, kind: &str) -> Option<usize> {
        self.noun_kind_names.iter().position(|name| name == kind)
    }

    /// Whether a word is a noun of that kind: "lives" of the kind "life".
    pub fn is_noun_of(&self, word: WordId, kind: &str) -> bool {
        let known = self.noun_kinds.get(&word);
        let kind = self.noun_kind(kind);
        kind.is_some_and(|kind| known.is_some_and(|kinds| kinds.contains(&kind)))
    }

    /// Whether a group of people is called so: "child".
    pub fn is_group(&self, name: &str) -> bool {
        self.people.values().flatten().any(|group| group == name)
    }

    /// Whether a name is that of a place, by any of its names.
    pub fn is_place(&self, name: &str) -> bool {
        self.place(name).is_some() || Gazetteer::embedded().lookup(name).is_some()
    }

    /// Whether a noun names what is surely no people: homes, cars.
    pub fn is_thing(&self, noun: &str) -> bool {
        let kinds = self.noun_kinds.get(&self.vocabulary.get(noun));
        self.thing
            .is_some_and(|thing| kinds.is_some_and(|kinds| kinds.contains(&thing)))
    }

    /// The measure of that id.
    pub fn measure(&self, id: &str) -> Option<&Measure> {
        self.measures.iter().find(|m| m.id == id)
    }

    /// Whether a name is one of those that an originator is known by.
    pub fn knows_originator(&self, name: &str) -> bool {
        self.originators
            .contains_key(&originator_key(&self.articles, name))
    }

    /// The originator that a speaker's name stands for, or that stands in it ("Ali Hamed, head of the Observatory").
    pub fn originator_in(&self, name: &str) -> String {
        let starts = std::iter::once(0).chain(name.match_indices(' ').map(|(space, _)| space + 1));
        let known = starts.filter_map(|start| {
            let rest = &name[start..];
            let ends =
                std::iter::once(rest.len()).chain(rest.rmatch_indices(' ').map(|(at, _)| at));
            let known = ends.filter_map(|end| {
                self.originators
                    .get(&originator_key(&self.articles, &rest[..end]))
            });
            known.into_iter().next()
        });
        known
            .into_iter()
            .next()
            .cloned()
            .unwrap_or_else(|| name.to_owned())
    }
}

/// Names are compared without case, curly apostrophes and a leading article.
fn originator_key(articles: &[Box<str>], name: &str) -> String {
    let lower = name.to_lowercase().replace('’', "'");
    without_article(articles, &lower).to_owned()
}

/// A name without the article that it begins with, in lower case.
fn without_article<'a>(articles: &[Box<str>], name: &'a str) -> &'a str {
    let mut articles = articles.iter();
    articles
        .find_map(|article| name.strip_prefix(&**article))
        .unwrap_or(name)
}
