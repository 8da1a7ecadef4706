//! The words that data files, rules and output share.

/// How a figure behaves in time.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// How many now; may fall.
    Stock,
    /// How many so far; may not fall.
    Cumulative,
    /// How many in a window.
    Increment,
    /// How many per something.
    Rate,
}

impl Status {
    /// The name used in output.
    pub fn as_str(self) -> &'static str {
        match self {
            Status::Stock => "stock",
            Status::Cumulative => "cumulative",
            Status::Increment => "increment",
            Status::Rate => "rate",
        }
    }
}

/// How surely something is said. Only the first three are compared.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    /// Said outright.
    Asserted,
    /// "are estimated to".
    Estimated,
    /// "said to be", "reportedly".
    Hedged,
    /// "could", "will", "is expected to".
    Projected,
    /// "if", "would".
    Hypothetical,
    /// "denied that", "not".
    Negated,
}

impl Modality {
    /// The name used in output.
    pub fn as_str(self) -> &'static str {
        match self {
            Modality::Asserted => "asserted",
            Modality::Estimated => "estimated",
            Modality::Hedged => "hedged",
            Modality::Projected => "projected",
            Modality::Hypothetical => "hypothetical",
            Modality::Negated => "negated",
        }
    }

    /// Whether what the figure counts is said not to be so.
    pub fn is_denied(self) -> bool {
        self == Modality::Negated
    }

    /// Whether a figure said so may be held against another.
    pub fn is_comparable(self) -> bool {
        matches!(
            self,
            Modality::Asserted | Modality::Estimated | Modality::Hedged
        )
    }
}

/// Which of what is counted are counted: those known one by one, or those told of.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Tally {
    /// "31 identified dead".
    Identified,
    /// "31 confirmed dead".
    Confirmed,
    /// "45 reported dead".
    Reported,
}

impl Tally {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Tally::Identified => "identified",
            Tally::Confirmed => "confirmed",
            Tally::Reported => "reported",
        }
    }

    /// Whether each of those counted is known.
    pub fn is_known(self) -> bool {
        self != Tally::Reported
    }
}

/// A span of time that is counted.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// 24 hours.
    Day,
    /// Seven days.
    Week,
    /// A month of the calendar.
    Month,
    /// A year of the calendar.
    Year,
    /// Ten years.
    Decade,
}

impl Period {
    /// The name of its unit.
    pub fn as_str(self) -> &'static str {
        match self {
            Period::Day => "day",
            Period::Week => "week",
            Period::Month => "month",
            Period::Year => "year",
            Period::Decade => "decade",
        }
    }
}

/// Which way a span of time is counted.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// "a week after the vote".
    After,
    /// "a week before the vote".
    Before,
    /// "a week later", from the time named before.
    Later,
    /// "a week earlier", from the time named before.
    Earlier,
    /// "a week ago", from the published date.
    Ago,
}
