//! A configuration file as it is written.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::{self, MapAccess, Visitor};

use crate::finding::Severity;
use crate::rules::Profile;
use crate::yaml::{Spanned, Written, unknown};

/// The settings of a directory and what lies below it.
#[derive(Deserialize, Default, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Config {
    /// Whether no file further up is looked for. The directory of a repository is always the last.
    #[schemars(with = "Option<bool>")]
    pub root: Option<Spanned<bool>>,
    /// Which rules run: `desk`, or `factcheck` also for a single document.
    #[schemars(with = "Option<Profile>")]
    pub profile: Option<Spanned<Profile>>,
    /// The least severe finding that makes the exit status 1.
    #[schemars(with = "Option<FailOn>")]
    pub fail_on: Option<Spanned<FailOn>>,
    /// Directories of rules that are added to the built-in ones, or replace those of the same id; relative to this
    /// file.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub rule_directories: Vec<Spanned<String>>,
    /// Files of places, measures, groups and speakers that are added to the built-in ones; relative to this file.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub lexicon: Vec<Spanned<String>>,
    /// Tables of known figures, as for `--reference`; relative to this file.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub reference: Vec<Spanned<String>>,
    /// How much the findings of a rule matter, by its id: `error`, `warning`, `note` or `off`, or one of these by
    /// verdict. What is a note by itself (a quotation, a guess) stays one.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, Levels>")]
    pub severities: Pairs<Spanned<Written<ByVerdict>>>,
    /// What a rule lets pass, by its id: `2%`.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, String>")]
    pub tolerances: Pairs<Spanned<String>>,
    /// Globs of files that are not read, even when they are named; relative to this file.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub exclude: Vec<Spanned<String>>,
    /// Findings that are not reported, by their words.
    #[serde(default)]
    pub ignore: Vec<Ignore>,
    /// Findings that somebody has looked at, by their key: they are reported again when a sentence changes.
    #[serde(default)]
    pub reviewed: Vec<Reviewed>,
    /// The file of known findings; relative to this file.
    #[schemars(with = "Option<String>")]
    pub baseline: Option<Spanned<String>>,
    /// The directory of snapshots; relative to this file.
    #[schemars(with = "Option<String>")]
    pub snapshots: Option<Spanned<String>>,
}

/// A finding that is not reported.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Ignore {
    /// The rule's id.
    #[schemars(with = "String")]
    pub rule: Spanned<String>,
    /// Words of a sentence of the finding, as they are read; line breaks make no difference.
    #[schemars(with = "String")]
    pub text: Spanned<String>,
    /// Globs of the files that it holds for; all when left out.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub files: Vec<Spanned<String>>,
    /// Why.
    #[schemars(with = "String")]
    pub reason: Spanned<String>,
}

/// A finding that somebody has looked at.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Reviewed {
    /// Its key, as `claimlint check --keys` prints it.
    #[schemars(with = "String")]
    pub key: Spanned<String>,
    /// Who looked, when, and what they found.
    #[schemars(with = "String")]
    pub note: Spanned<String>,
}

/// The least severe finding that makes the exit status 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FailOn {
    /// An error.
    Error,
    /// A warning, or worse.
    Warning,
    /// Anything.
    Note,
    /// Nothing.
    Never,
}

impl FailOn {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            FailOn::Error => "error",
            FailOn::Warning => "warning",
            FailOn::Note => "note",
            FailOn::Never => "never",
        }
    }

    /// Whether a finding of that severity makes the exit status 1.
    pub fn is_reached(self, worst: Severity) -> bool {
        match self {
            FailOn::Error => worst >= Severity::Error,
            FailOn::Warning => worst >= Severity::Warning,
            FailOn::Note => true,
            FailOn::Never => false,
        }
    }
}

/// A severity, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// An error.
    Error,
    /// A warning.
    Warning,
    /// A note.
    Note,
    /// Not reported.
    Off,
}

impl Level {
    /// From the gravest on.
    pub const ALL: [Self; 4] = [Self::Error, Self::Warning, Self::Note, Self::Off];

    /// As a severity, where it is one.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Level::Error => Some(Severity::Error),
            Level::Warning => Some(Severity::Warning),
            Level::Note => Some(Severity::Note),
            Level::Off => None,
        }
    }

    /// The word for it.
    pub fn as_str(self) -> &'static str {
        self.severity().map_or("off", Severity::as_str)
    }
}

/// A level for each verdict; `None` leaves it as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Levels {
    /// Of what cannot both be right.
    pub contradiction: Option<Level>,
    /// Of what can both be right only by the letter.
    pub discrepancy: Option<Level>,
    /// Of what can both be right.
    pub consistent: Option<Level>,
}

impl Levels {
    /// Whether nothing is reported, whatever the verdict.
    pub fn are_off(&self) -> bool {
        let all = [self.contradiction, self.discrepancy, self.consistent];
        all.iter().all(|level| *level == Some(Level::Off))
    }
}

/// How much the findings of a rule matter, by verdict.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ByVerdict {
    /// Where the figures cannot both be right.
    contradiction: Option<Level>,
    /// Where they can both be right by the letter, but not as a reader takes them.
    discrepancy: Option<Level>,
    /// Where they can both be right, or nearly.
    consistent: Option<Level>,
}

impl Levels {
    /// As they are written; the error is what is wrong with the word, and what to do.
    pub(super) fn read(written: &Written<ByVerdict>) -> Result<Self, (String, Option<String>)> {
        match written {
            Written::Keys(by) => Ok(Self {
                contradiction: by.contradiction,
                discrepancy: by.discrepancy,
                consistent: by.consistent,
            }),
            Written::Word(word) => match Level::ALL.iter().find(|level| level.as_str() == word) {
                Some(level) => Ok(Self {
                    contradiction: Some(*level),
                    discrepancy: Some(*level),
                    consistent: Some(*level),
                }),
                None => Err(unknown("word", word, &Level::ALL.map(Level::as_str))),
            },
        }
    }
}

impl JsonSchema for Levels {
    fn schema_name() -> Cow<'static, str> {
        "Levels".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let word = generator.subschema_for::<Level>();
        let map = generator.subschema_for::<ByVerdict>();
        json_schema!({ "anyOf": [word, map] })
    }
}

/// Keys with their values, in the order of the file, and where each key stands.
pub(super) struct Pairs<T>(pub Vec<(Spanned<String>, T)>);

impl<T> Default for Pairs<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Pairs<T> {
    fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Paired<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Paired<T> {
            type Value = Pairs<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("ids of rules with their values")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs<T>, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(Paired(PhantomData))
    }
}
