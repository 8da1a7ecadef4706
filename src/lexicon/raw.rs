//! The data files as they are written.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::terms::{Modality, Order, Period, Status, Tally};
use crate::quantity::Bound;
use crate::schema::by_word;
use crate::yaml::Spanned;

type Words = Vec<String>;
type Named = BTreeMap<String, Words>;

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Bounds {
    /// Words before a number that say how exact it is, by what they make of it.
    #[schemars(schema_with = "by_word::<Bound, Words>")]
    pub before: BTreeMap<Bound, Words>,
    /// Words behind the number that say the same.
    #[schemars(schema_with = "by_word::<Bound, Words>")]
    pub after: BTreeMap<Bound, Words>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Calendar {
    /// The names of the months from January, each with its short forms. A full stop behind these is understood.
    pub months: Vec<Words>,
    /// The names of the days from Monday, each with its short forms.
    pub weekdays: Vec<Words>,
    /// Whether months are written without a capital: "7 may be" is no day.
    pub months_in_lower_case: bool,
    /// Days that go by a name in digits: month and day.
    #[schemars(with = "BTreeMap<String, String>")]
    pub named_days: BTreeMap<String, Spanned<String>>,
    /// Words before or after a clock time without a colon: "715 pm", "0401 GMT".
    pub clock: Words,
    /// After these, four digits without a separator are a year.
    pub before_year: Words,
    /// Spans of time, before a word of order: "a week after the vote".
    #[schemars(schema_with = "by_word::<Period, Words>")]
    pub periods: BTreeMap<Period, Words>,
    /// Behind a span of time: which way it is counted.
    #[schemars(schema_with = "by_word::<Order, Words>")]
    pub orders: BTreeMap<Order, Words>,
    /// Days by how many they lie before the published one.
    pub relative_days: BTreeMap<String, i64>,
    /// Before a year: "in 1950", "until 1950".
    pub at_year: Words,
    /// Not a day of the week: "Sheffield Wednesday, 12 March".
    pub before_weekday_name: Words,
    /// Before the day or the year of a birth.
    pub born: Words,
    /// Before the day or the year of a death.
    pub died: Words,
    /// Between an age and "born": "45, who was born in 1990".
    pub about_birth: Words,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Persons {
    /// Before the name of a person, and no part of it.
    pub titles: Words,
    /// One of these in a name: it is no person's.
    pub not_persons: Words,
    /// Near an age: it is that of another time.
    pub other_times: Words,
    /// In a sentence: a number behind a name may be a result.
    pub results: Words,
    /// In a sentence: somebody has grown a year older.
    pub birthdays: Words,
    /// In a sentence: two people may share a name.
    pub kin: Words,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Limits {
    /// What has a limit: more than all of these there are none. "120% of voters". Groups of people are known
    /// besides.
    pub wholes: Words,
    /// Rates of a whole: "a turnout of 105%".
    pub rates: Words,
    /// Between a rate and its figure: "turnout in the town was 105%".
    pub rate_joints: Words,
    /// A share near one of these is held against something else than all there are.
    pub other_wholes: Words,
    /// A count near one of these may be below zero: it is a change.
    pub balances: Words,
    /// Behind the digits of a time of the day; those with a stop are read with it.
    pub day_halves: Words,
    /// Behind a time of the day: no part of it.
    pub zones: Words,
    /// Before a day of a month.
    pub before_day: Words,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Lists {
    /// Between a number and the list of what it counts: "four priorities: education, crime and the economy"
    pub joints: Words,
    /// The list goes on beyond what is listed, or does not list the counted things.
    pub open: Words,
    /// One item that may be many things.
    pub groups: Words,
    /// Nouns that count something else than what is listed.
    pub not_listed: Words,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Measures {
    /// Words that mean about the same, by a name that frames use in braces: {kill}.
    pub classes: Named,
    /// Kinds of nouns that a frame may ask for.
    pub nouns: Named,
    /// What can be counted.
    pub measures: Vec<Measure>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Measure {
    /// Its name, which rules and output use: killed, homes_destroyed.
    #[schemars(with = "String")]
    pub id: Spanned<String>,
    /// A measure that counts these and others: hostages_held is broader than hostages_unaccounted.
    #[schemars(with = "Option<String>")]
    pub broader: Option<Spanned<String>>,
    /// How its counts behave in time, unless the words say another.
    pub status: Status,
    /// What it is, for a reader: "people there"
    pub label: String,
    /// Nouns that name the measure by themselves: "18 dead", "three deaths"
    #[serde(default)]
    pub nouns: Words,
    /// Nouns that mean it only when nothing else does, as a guess: "130 hostages"
    #[serde(default)]
    pub likely_nouns: Words,
    /// The groups that the measure names itself, so that they are no population of it.
    #[serde(default)]
    pub people: Words,
    /// Lines of words around #, the figure with its noun phrase. The head of measures.yaml tells how they are read.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub frames: Vec<Spanned<String>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct People {
    /// Nouns for people that name no population.
    pub everyone: Words,
    /// Nouns that name a population, by the word that output uses for it.
    pub groups: Named,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Sums {
    /// Before a figure these take up what was told before: "the 40", "all four", "the other five".
    pub definite: Words,
    /// Before a noun for one person these tell of one: "a woman".
    pub single: Words,
    /// Groups of people that leave nobody out and share nobody: four men and three women are seven people. A child
    /// is a man or a woman to come, so that children stand beside men and women but not beside boys and girls.
    pub families: Vec<Words>,
    /// Between a whole and all of its parts: "the 137,000 tonnes comprised 59,500 tonnes of wheat …".
    pub composed: Words,
    /// Before "a total of": what stands before adds up to it.
    pub totals: Words,
    /// Parts told with one of these may share people: "30 were women, 25 were also students".
    pub overlapping: Words,
    /// A list with one of these is not all of it.
    pub incomplete: Words,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Grammar {
    /// Words that begin a phrase of place, time or manner: "in", "of"
    pub prepositions: Words,
    /// Words that join two of a kind: "and"
    pub conjunctions: Words,
    /// Words that begin a clause about what stands before them: "who", "which"
    pub relatives: Words,
    /// Words before a noun: "the", "these"
    pub determiners: Words,
    /// Verbs that help another: "has", "were"
    pub auxiliaries: Words,
    /// Words that stand for a noun: "they"
    pub pronouns: Words,
    /// Those who speak or are spoken to, of whom a figure may count some: "all 70 of us"
    pub speakers: Words,
    /// Words that may stand between a verb and what belongs to it.
    pub adverbs: Words,
    /// Adjectives and participles that stand before a counted noun rather than after it.
    pub before_noun: Words,
    /// Plurals without an s.
    pub plurals: Words,
    /// Words after which a name is where something is or happens.
    pub locatives: Words,
    /// Of these, the ones before a place where somebody went.
    pub goals: Words,
    /// Before a venue, and seldom before a town.
    pub venues: Words,
    /// "the city of Rafah", "the town of Khan Younis"
    pub place_nouns: Words,
    /// Words for a part of a place.
    pub place_parts: Words,
    /// Who lives or shelters in one of these in a place is not everyone there.
    pub place_sides: Words,
    /// Words before a noun that do not narrow which people are meant.
    pub neutral: Words,
    /// "the second half" is no fraction.
    pub ordinals: Words,
    /// "from 120 to 180" is a change and no range.
    pub before_change: Words,
    /// A number after one of these is an age.
    pub ages: Words,
    /// "dozens of people", "three of the men"
    pub partitives: Words,
    /// "130 people are still held out of the 253": before a partitive, its part may stand far away.
    pub out_of: Words,
    /// What follows is where people left: "fled from Rafah"
    pub origins: Words,
    /// Behind an event, what follows is where it struck: "the attack on Rafah".
    pub targets: Words,
    /// These take up people: "the men of Rafah, who".
    pub of_people: Words,
    /// Inside a speaker's name: "Observatory for Human Rights".
    pub name_joints: Words,
    /// Before a name, and no part of it.
    pub name_articles: Words,
    /// A full stop after one of these does not end the sentence.
    pub abbreviations: Words,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Cues {
    /// Words that say how surely a figure is told. The strongest that stands in the clause counts.
    #[schemars(schema_with = "by_word::<Modality, Words>")]
    pub modality: BTreeMap<Modality, Words>,
    /// Verbs of saying, after or before the speaker.
    pub saying: Words,
    /// After one of these, whoever spoke before in the sentence speaks on: "…, adding that 12 were hurt".
    pub adding: Words,
    /// These say something only of who surely speaks: "figures show".
    pub showing: Words,
    /// These say nothing behind the name of a place: "Congo reported 548 deaths".
    pub counting: Words,
    /// A day behind one of these is not the day on which it happened.
    pub since: Words,
    /// "according to X"; the "to" is sometimes lost.
    pub according: Words,
    /// Words between the cue and the name: "according to reports from the ministry".
    pub according_filler: Words,
    /// Nouns that end a speaker's name that is not capitalised: "the health ministry", "police".
    pub speaker_nouns: Words,
    /// A time that is not now.
    pub other_times: Words,
    /// So far: the count goes on.
    pub cumulative: Words,
    /// A window: the count is of it alone.
    pub windows: Words,
    /// Beside what is counted: those known one by one, or those somebody told of ("31 confirmed dead", "45 reported
    /// killed").
    #[schemars(schema_with = "by_word::<Tally, Words>")]
    pub tallies: BTreeMap<Tally, Words>,
    /// Before a span of time in figures, a window: "in the past 24 hours", "over six weeks"
    pub window_starts: Words,
    /// Windows up to the published date, by their days.
    pub window_days: BTreeMap<u16, Words>,
    /// A window from the last such day of the week, before its name.
    pub window_since: Words,
    /// Beside a figure: it counts a part of what was counted before.
    pub part: Words,
    /// Behind a part, before the whole: "ten children were among the 48 dead".
    pub among: Words,
    /// Beside a figure: it counts others than those counted before. "12 others"
    pub besides: Words,
    /// "eight more", and not "eight more than".
    pub besides_behind: Words,
    /// A name that a sentence begins with is a place, where one of these follows: "Khartoum is home to".
    pub told_of_places: Words,
    /// After one of these, a count that is lower than the headline's is not the whole: more are told of, not always
    /// in figures.
    pub additions: Words,
    /// The worse off among those counted.
    pub part_adverbs: Words,
    /// Kinds of events, by the word for one.
    pub events: Named,
    /// Kinds that say nothing against another: an attack may be a bombing or a raid.
    pub general_events: Words,
    /// Kinds that a country does to another: "a US strike" is not in the US.
    pub directed_events: Words,
    /// Events that last and are counted over all their time.
    pub campaigns: Words,
    /// Words for a war that are a part of another word.
    pub not_campaigns: Words,
    /// Several incidents that are told together.
    pub roundups: Words,
    /// Before a place: what happened in several parts of it.
    pub spanning: Words,
    /// A number that is told anew, by another.
    pub told_again: Words,
    /// The figures of these belong to another event than the article's own.
    pub other_events: Words,
    /// Behind a comma or a bracket, before a figure that is said again in another unit or as a share.
    pub restating: Words,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Places {
    /// Places. One lies in another above it, or in one of the gazetteer.
    pub places: Vec<Place>,
    /// Capitalised words after a word of place that are no places.
    pub not_places: Words,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Place {
    /// The name that output uses.
    #[schemars(with = "String")]
    pub name: Spanned<String>,
    /// Other names and spellings of it.
    #[serde(default)]
    pub aliases: Words,
    /// Adjectives, and nouns for its people: Syrian, Syrians.
    #[serde(default)]
    pub demonyms: Words,
    /// A place above this one, or of the gazetteer, that it lies in.
    #[schemars(with = "Option<String>")]
    pub within: Option<Spanned<String>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Speakers {
    /// Who gives figures, under any of their names. Compared without case and "the"
    pub originators: Vec<Originator>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Originator {
    /// The name that output uses.
    pub name: String,
    /// Its other names.
    pub aliases: Words,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Furniture {
    /// Lines of a web page that are no part of the article. Compared without case, quotation marks straightened,
    /// closing punctuation and one pair of brackets left out.
    pub lines: Words,
    /// Beginnings of lines that are no part of the article, compared in the same way.
    pub prefixes: Words,
    /// Beginnings of the captions of pictures, as they are written.
    pub captions: Words,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct NotFigures {
    /// Set phrases with a number in them that counts nothing.
    pub idioms: Words,
    /// Names with a number in them, written with a capital.
    pub names: Words,
    /// A number after one of these is part of a name or an address: "Article 51", "Resolution 2728", "page 12".
    pub numbered: Words,
    /// The words of `numbered` that hold before a number in lower case too; the others are names with a capital.
    pub numbered_in_lower_case: Words,
    /// A number before one of these is an address or a place: "the 300 block", "21 Baker Street".
    pub blocks: Words,
    /// A number before a name and one of these is an address: "21 Baker Street"
    pub streets: Words,
    /// The distances of races, and what is said of one: "the 1,000m", "200m champion".
    pub races: Words,
    /// The distances of races, in metres.
    pub race_distances: Vec<u32>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Trends {
    /// Words that say of a figure that it rose or fell.
    pub up: Direction,
    /// Words that say of a figure that it fell.
    pub down: Direction,
    /// Changes either way: what stands behind "from" is no range.
    pub changes: Words,
    /// Between the verb and the figure.
    pub degrees: Words,
    /// To how many times the earlier value: "more than doubled to 8 from 3".
    pub multiples: BTreeMap<u32, Words>,
    /// To half the earlier value: "halved to 4 from 8"
    pub halves: Words,
    /// Before an earlier value, or one of another time: "rose 5% to 12, compared with 11".
    pub comparisons: Words,
    /// Before an earlier value, behind a step: "5% up on 11", "5% more than 11".
    pub than: Words,
    /// Behind a step these say its direction: "23% below the 12 of a year earlier".
    pub above: Words,
    /// Behind a step these say that it goes down: "23% below the 12 of a year earlier"
    pub below: Words,
    /// A step near one of these is counted from another value than the one that is named beside it.
    pub other_bases: Words,
    /// Verbs that say which of two values is the higher, whatever is told of: "eased", "improved" and
    /// "strengthened" do not.
    pub plain: Words,
    /// Near one of these a lower number is the better rank.
    pub ranks: Words,
    /// Behind a value these are no counted nouns: "from 251.5 mln a year earlier".
    pub times: Words,
    /// Where two of these are compared, a step may be counted from a third.
    pub short_times: Words,
    /// Two sentences with different ones of these tell of different times.
    pub periods: Words,
    /// Words for percentage points, behind a step.
    pub points: Words,
    /// A step of a percentage with one of these may be of percent or of points: "rose 0.5 pct to 13 pct".
    pub short_percent: Words,
    /// A loss that falls is told as an improvement, and a currency rises when fewer of it buy another: "the yen
    /// rose 2% to 110 from 112.2".
    pub either_way: Words,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Direction {
    /// Before the figure, with words of degree or "by" between: "rose sharply by 12%".
    pub verbs: Words,
    /// The same, but only of percentages, points and cents: one may gain a seat.
    pub weak: Words,
    /// Behind the figure, or before "of" and the figure: "a 10% increase", "an increase of 10%".
    pub nouns: Words,
    /// Behind the figure: "12% higher", "5% more".
    pub behind: Words,
}
