//! A rule file as it is written.

use serde::Deserialize;

use crate::checks::Reconcile;
use crate::finding::Severity;
use crate::lexicon::Status;
use crate::series::{Shared, Veto};
use crate::yaml::Spanned;

use super::Profile;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Rule {
    /// The file's name without its ending; used in ignores and reports.
    pub id: Spanned<String>,
    /// One line.
    pub title: String,
    /// What it is about, for `rules explain`.
    pub why: String,
    /// The most that its findings may be.
    pub severity: Severity,
    /// When it runs.
    pub profile: Spanned<Vec<Profile>>,
    /// The claims that it looks at.
    #[serde(default)]
    pub select: Select,
    /// What compared claims share.
    #[serde(default)]
    pub group_by: Vec<Shared>,
    /// How many days two stocks may lie apart: "60d".
    pub within: Option<Spanned<String>>,
    /// What is done with them.
    pub check: Check,
    /// The first line of a finding.
    pub message: Spanned<String>,
    /// What it says of texts.
    #[serde(default)]
    pub tests: Vec<Test>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct Select {
    #[serde(default)]
    pub measure: Vec<Spanned<String>>,
    pub status: Option<Status>,
    #[serde(default)]
    pub population: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Check {
    Agreement(Agreement),
    PartWhole(PartWhole),
    Ratio(Tolerance),
    Change(Tolerance),
    Points(Bare),
    Calendar(Bare),
    PersonAge(Bare),
    Limit(Bare),
    ListCount(Bare),
    Sum(Bare),
    Restatement(Bare),
    UnitConversion(UnitConversion),
    Reference(ReferenceCheck),
    Monotone(Bare),
    Jump(Jump),
    BasisChange(Bare),
    RollForward(Bare),
    Outlier(Bare),
    Stale(Bare),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Agreement {
    pub tolerance: Spanned<String>,
    pub alike_from: Option<Spanned<String>>,
    #[serde(default)]
    pub reconcile: Vec<Reconcile>,
    pub inside: Option<bool>,
    pub vetoes: Option<Vec<Veto>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PartWhole {
    #[serde(default)]
    pub measures: Vec<[Spanned<String>; 2]>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Jump {
    pub factor: Spanned<u32>,
}

/// A check without settings.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Bare {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
/// A check whose only setting is what is let pass.
pub(super) struct Tolerance {
    pub tolerance: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UnitConversion {
    pub tolerance: Option<Spanned<String>>,
    #[serde(default)]
    pub rates: Vec<Rate>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ReferenceCheck {
    pub tolerance: Spanned<String>,
    pub alike_from: Option<Spanned<String>>,
}

/// A row of a table of known figures.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Reference {
    pub measure: Spanned<String>,
    pub place: Option<Spanned<String>>,
    pub population: Option<Spanned<String>>,
    pub as_of: Option<Spanned<String>>,
    pub low: Spanned<String>,
    pub high: Option<Spanned<String>>,
    pub source: Spanned<String>,
    pub note: Option<Spanned<String>>,
    pub published_wrong_on: Option<Spanned<String>>,
}

/// What one of a currency buys of another.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rate {
    pub from: Spanned<String>,
    pub to: Spanned<String>,
    pub least: Spanned<String>,
    pub most: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Test {
    pub name: Spanned<String>,
    pub documents: Vec<Document>,
    #[serde(default)]
    pub reference: Vec<Reference>,
    pub claims: Option<usize>,
    pub findings: Vec<Severity>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Document {
    pub source: String,
    pub date: Option<Spanned<String>>,
    pub text: String,
}
