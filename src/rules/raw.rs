//! A rule file as it is written. What stands here of the keys is shown by editors, through the schema.

use std::fmt;

use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error as _, MapAccess, Visitor};

use super::Profile;
use super::schema::{Date, DayOrYear, Days, Id, Measure, Number, Percent};
use crate::checks::Reconcile;
use crate::finding::{ByVerdict, Ceiling, Severity};
use crate::lexicon::Status;
use crate::series::{Shared, Veto};
use crate::yaml::{Spanned, Written};

/// A rule of claimlint: which figures are held against each other, how, and what is said of it. One file a rule, named
/// after its id. `claimlint rules check FILE` names mistakes that no schema sees; `claimlint rules test FILE` runs the
/// tests.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Rule {
    /// The file's name without its ending, in small letters, digits and hyphens: `homes-differ`. Reports name the rule by
    /// it. A rule with the id of a built-in one replaces that.
    #[schemars(with = "Id")]
    pub id: Spanned<String>,
    /// What is wrong where it fires, in one line: `Two counts of the homes destroyed differ`.
    pub title: String,
    /// What it compares, what it leaves alone, and why. Shown by `claimlint rules explain`.
    pub why: String,
    /// The most that its findings may be, whatever the check makes of them: one word, or one for each verdict.
    #[schemars(with = "Ceiling")]
    pub severity: Spanned<Written<ByVerdict>>,
    /// When it runs: `[desk]` when one article is checked by itself, and when several are compared as well; `[factcheck]`
    /// only when several are.
    #[schemars(with = "Vec<Profile>", length(min = 1))]
    pub profile: Spanned<Vec<Profile>>,
    /// Globs of the documents that it looks at: `[wire/**]`. `*` stands for any part of one name, `**` for any
    /// directories. All documents, where it is left out.
    #[schemars(with = "Option<Vec<String>>", length(min = 1))]
    pub files: Option<Spanned<Vec<Spanned<String>>>>,
    /// Globs of documents that it does not look at: `[wire/opinion/**]`.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub ignores: Vec<Spanned<String>>,
    /// The figures that it looks at: all, but for those that a key leaves out.
    #[serde(default)]
    pub select: Select,
    /// What two figures share before they are compared: `[place, event]`.
    #[serde(default)]
    pub group_by: Vec<Shared>,
    /// How many days two counts of how many there are now may lie apart: `60d`. Any number, where it is left out.
    #[schemars(with = "Option<Days>")]
    pub within: Option<Spanned<String>>,
    /// What is done with the figures: one check, with its settings.
    #[schemars(with = "Check")]
    pub check: Spanned<Written<OneCheck>>,
    /// The first line of a finding: `homes destroyed in {place}: {values} ({apart} apart)`. What may stand in braces
    /// depends on the check.
    #[schemars(with = "String")]
    pub message: Spanned<String>,
    /// What it says of texts: at least one test in which it fires, and one in which it is silent.
    #[serde(default)]
    pub tests: Vec<Test>,
}

/// The figures that a rule looks at.
#[derive(Deserialize, Default, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Select {
    /// What is counted: `[killed, injured]`, or `noun:` with any other noun in the singular, `[noun:school]`. Whatever it
    /// is, where it is left out.
    #[serde(default)]
    #[schemars(with = "Vec<Measure>")]
    pub measure: Vec<Spanned<String>>,
    /// How the count behaves in time. Any way, where it is left out.
    pub status: Option<Status>,
    /// Which people are counted: `everyone`, groups (`child`, `civilian`, `woman`, `police`) and nationalities (`Syrian`).
    /// All of them, where it is left out.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub population: Vec<Spanned<String>>,
}

/// What is done with the figures: one check, with its settings.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Check {
    /// Figures for one thing agree, in one article and between articles.
    Agreement(Agreement),
    /// A part is not more than the whole that it is taken of: "11 of the 9".
    PartWhole(PartWhole),
    /// A share beside "x of the y" fits the two: "12 of the 40 (60%)".
    Ratio(Tolerance),
    /// A rise or fall fits the values before and after it: "rose 8.7% to $4.9m from $4.1m".
    Change(Tolerance),
    /// Percent are not said for percentage points.
    Points(Bare),
    /// A day of the week fits its date, a span of time the two times that it lies between, an age the time of birth.
    Calendar(Bare),
    /// One person has one age.
    PersonAge(Bare),
    /// No share is over 100% of a group, no count of people below zero, no hour the 25th.
    Limit(Bare),
    /// A number before a list fits the list: "four priorities: …".
    ListCount(Bare),
    /// Parts add up to their whole: "nine people: four men and three women".
    Sum(Bare),
    /// A figure that an article says twice is the same both times.
    Restatement(Bare),
    /// A figure said again in another unit is the same: "100 km (62 miles)".
    UnitConversion(UnitConversion),
    /// Figures fit the tables given with `--reference`.
    Reference(ReferenceCheck),
    /// A count so far does not fall from one document to a later one.
    Monotone(Bare),
    /// No step of a series is out of line with the others.
    Jump(Jump),
    /// A count of those identified or confirmed and one of those reported are not taken for one another.
    BasisChange(Bare),
    /// What came in between makes the difference of two totals.
    RollForward(Bare),
    /// Of four sources or more on one thing none stands far apart.
    Outlier(Bare),
    /// A count was not out of date when it was published.
    Stale(Bare),
}

/// A check, and no other key beside it.
pub(super) struct OneCheck(pub Check);

impl<'de> Deserialize<'de> for OneCheck {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(OneKey)
    }
}

struct OneKey;

impl<'de> Visitor<'de> for OneKey {
    type Value = OneCheck;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a check with its settings, such as { sum: {} }")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<OneCheck, A::Error> {
        let check = Check::deserialize(MapAccessDeserializer::new(&mut map))?;
        match map.next_key::<String>()? {
            None => Ok(OneCheck(check)),
            Some(second) => Err(A::Error::custom(format!(
                "a rule has one check, `{second}` is the second"
            ))),
        }
    }
}

/// Figures for one thing agree.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Agreement {
    /// How far apart two figures may be as a reader takes them, in parts of the larger: `2%`.
    #[schemars(with = "Percent")]
    pub tolerance: Spanned<String>,
    /// Figures of two measures are compared only when the smaller is at least this part of the larger: `80%`. Always,
    /// where it is left out.
    #[schemars(with = "Option<Percent>")]
    pub alike_from: Option<Spanned<String>>,
    /// The arithmetic that may be offered as "would fit if"; no other is tried.
    #[serde(default)]
    pub reconcile: Vec<Reconcile>,
    /// `false`: an article is not held against itself.
    pub inside: Option<bool>,
    /// What may explain a difference between two articles, so that it is not reported. All four, where it is left out.
    pub vetoes: Option<Vec<Veto>>,
}

/// A part is not more than its whole.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PartWhole {
    /// Pairs of measures of which the first counts some of the second: `[[hostages_released, hostages_taken]]`.
    #[serde(default)]
    #[schemars(with = "Vec<[Measure; 2]>")]
    pub measures: Vec<[Spanned<String>; 2]>,
}

/// No step of a series is out of line with the others.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Jump {
    /// How many times the median a step must be, at least 2: `10`.
    #[schemars(with = "u32", range(min = 2))]
    pub factor: Spanned<u32>,
}

/// A check without settings: `{}`.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Bare {}

/// A check whose only setting is what is let pass.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Tolerance {
    /// What is let pass: of `ratio` in parts of the whole, of `change` in parts of the step: `2%`.
    #[schemars(with = "Percent")]
    pub tolerance: Spanned<String>,
}

/// A figure said again in another unit is the same.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct UnitConversion {
    /// What is let pass, in parts of the larger figure. `5%`, where it is left out.
    #[schemars(with = "Option<Percent>")]
    pub tolerance: Option<Spanned<String>>,
    /// What one of a currency buys of another, good both ways. Without rates, money is left alone.
    #[serde(default)]
    pub rates: Vec<Rate>,
}

/// Figures fit the tables given with `--reference`.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ReferenceCheck {
    /// How far a figure may lie from a row as a reader takes it, in parts of the larger: `2%`.
    #[schemars(with = "Percent")]
    pub tolerance: Spanned<String>,
    /// A count so far is held against a row only when the smaller of the two is at least this part of the larger: `50%`.
    /// Always, where it is left out.
    #[schemars(with = "Option<Percent>")]
    pub alike_from: Option<Spanned<String>>,
}

/// A row of a table of known figures.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Reference {
    /// What is counted.
    #[schemars(with = "Measure")]
    pub measure: Spanned<String>,
    /// Where. Anywhere, where it is left out.
    #[schemars(with = "Option<String>")]
    pub place: Option<Spanned<String>>,
    /// Which people: `child`, `Syrian`.
    #[schemars(with = "Option<String>")]
    pub population: Option<Spanned<String>>,
    /// The day or the year at which the figure holds: `2024-02-14`.
    #[schemars(with = "Option<DayOrYear>")]
    pub as_of: Option<Spanned<String>>,
    /// The figure, or the least of a range: `1200000`.
    #[schemars(with = "Number")]
    pub low: Spanned<String>,
    /// The most of a range.
    #[schemars(with = "Option<Number>")]
    pub high: Option<Spanned<String>>,
    /// Who gives it.
    #[schemars(with = "String")]
    pub source: Spanned<String>,
    /// What findings say besides.
    #[schemars(with = "Option<String>")]
    pub note: Option<Spanned<String>>,
    /// The day on which this figure was published in error: articles of later days must not repeat it.
    #[schemars(with = "Option<Date>")]
    pub published_wrong_on: Option<Spanned<String>>,
}

/// What one of a currency buys of another.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Rate {
    /// The one currency: `pound sterling`.
    #[schemars(with = "String")]
    pub from: Spanned<String>,
    /// The other one: `us dollar`.
    #[schemars(with = "String")]
    pub to: Spanned<String>,
    /// The least that one of the first buys of the other: `1.1`.
    #[schemars(with = "Number")]
    pub least: Spanned<String>,
    /// The most: `1.6`.
    #[schemars(with = "Number")]
    pub most: Spanned<String>,
}

/// A text, and what the rule says of it.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Test {
    /// What it shows.
    #[schemars(with = "String")]
    pub name: Spanned<String>,
    /// The articles that are compared.
    pub documents: Vec<Document>,
    /// A table that they are held against, for the check `reference`.
    #[serde(default)]
    pub reference: Vec<Reference>,
    /// How many figures of the selected measures are read, so that silence does not mean that nothing was.
    pub claims: Option<usize>,
    /// The severities of the findings, the most serious first; `[]` where the rule is silent.
    pub findings: Vec<Severity>,
}

/// An article of a test.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Document {
    /// Who published it.
    pub source: String,
    /// When: `2024-02-14`.
    #[schemars(with = "Option<Date>")]
    pub date: Option<Spanned<String>>,
    /// What it says. The first line, where an empty one follows, is its headline.
    pub text: String,
}
