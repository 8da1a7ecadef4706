//! What a check found: figures that do not fit together, why that may be, and what would fit.

mod ceiling;
mod key;
mod message;
mod without;

pub use ceiling::{ByVerdict, Ceiling};
pub use key::{is_key, key, normalised};
pub use message::Message;

use std::collections::BTreeSet;
use std::ops::Range;

use crate::claim::{Operand, Reading};
use crate::quantity::Quantity;
use crate::series::Member;

/// One disagreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule's id.
    pub rule: String,
    /// How much it matters.
    pub severity: Severity,
    /// What the figures say of each other.
    pub verdict: Verdict,
    /// Why they may differ.
    pub cause: Cause,
    /// Confidence in hundredths: 90, 60 or 30, by the guesses it rests on.
    pub confidence: u8,
    /// What differs, in a line.
    pub message: String,
    /// The likely reason, in a sentence.
    pub why: String,
    /// The arithmetic that shows it, where it is more than a comparison: "2,210 + 1,946 = 4,156".
    pub arithmetic: Option<String>,
    /// Who prints which figure, where more than two documents do: "22: A, B (2 outlets); 18: C".
    pub carried: Option<String>,
    /// The arithmetic that would reconcile the figures, where one of the forms that the rule names does.
    pub would_fit: Option<String>,
    /// Whether it falls with any figure of its sides, as arithmetic over all of them does.
    pub indivisible: bool,
    /// The figures; the first is the primary one. Never empty.
    pub locations: Vec<Location>,
}

/// A figure of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The reading: an index into what was checked.
    pub reading: usize,
    /// The figure, or the words that stand for one.
    pub operand: Operand,
    /// Figures on one side agree, on different sides differ; `None` is context.
    pub side: Option<usize>,
    /// What it is and how it reads, for the reader.
    pub label: String,
}

impl Location {
    /// Bytes of the text that is read.
    pub fn span(&self, readings: &[Reading]) -> Range<usize> {
        let reading = &readings[self.reading];
        match self.operand {
            Operand::Claim(claim) => reading.claims[claim].span.clone(),
            Operand::Mention(mention) => reading.mentions[mention].span.clone(),
        }
    }

    /// The figure with its bound and unit, or the words, as read.
    pub fn text<'a>(&self, readings: &'a [Reading]) -> &'a str {
        self.operand.text(&readings[self.reading])
    }

    /// The number, where there is one: a day has none.
    pub fn quantity<'a>(&self, readings: &'a [Reading]) -> Option<&'a Quantity> {
        self.operand.quantity(&readings[self.reading])
    }
}

/// How much a finding matters.
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
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Good to know.
    Note,
    /// Should be looked at.
    Warning,
    /// Wrong by the text's own figures.
    Error,
}

impl Severity {
    /// All of them, the least first.
    pub const ALL: [Self; 3] = [Self::Note, Self::Warning, Self::Error];

    /// The name used in output.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// What two figures say of each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// They can both be right as a reader takes them, or nearly.
    Consistent,
    /// They can both be right by the letter, but not as a reader takes them.
    Discrepancy,
    /// They cannot both be right.
    Contradiction,
}

impl Verdict {
    /// All of them, the gravest first.
    pub const ALL: [Self; 3] = [Self::Contradiction, Self::Discrepancy, Self::Consistent];

    /// The name used in output.
    pub fn as_str(self) -> &'static str {
        match self {
            Verdict::Consistent => "consistent",
            Verdict::Discrepancy => "discrepancy",
            Verdict::Contradiction => "contradiction",
        }
    }
}

/// Why figures may differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// They count different things.
    Definition,
    /// They cover more or less.
    Scope,
    /// They hold at different times.
    Time,
    /// They come from different originators.
    Source,
    /// One is rounded.
    Rounding,
    /// A slip of the pen: a digit, a scale word.
    Slip,
    /// Nothing in the text says.
    Unknown,
}

impl Cause {
    /// The name used in output.
    pub fn as_str(self) -> &'static str {
        match self {
            Cause::Definition => "definition",
            Cause::Scope => "scope",
            Cause::Time => "time",
            Cause::Source => "source",
            Cause::Rounding => "rounding",
            Cause::Slip => "slip",
            Cause::Unknown => "unknown",
        }
    }
}

/// What a check over a set of documents returns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outcome {
    /// The disagreements, most serious first, then in document order.
    pub findings: Vec<Finding>,
    /// How many figures were claims that a rule looks at.
    pub claims: usize,
    /// Those of them that were held against at least one other figure, or against words.
    pub held: BTreeSet<Member>,
    /// What is not among the findings.
    pub settled: Settled,
}

impl Outcome {
    /// How many figures were held against at least one other figure, or against words.
    pub fn compared(&self) -> usize {
        self.held.len()
    }

    /// Counts the readings on: the first one becomes that of another number.
    pub fn shift(&mut self, readings: usize) {
        let locations = self.findings.iter_mut().flat_map(|f| &mut f.locations);
        locations.for_each(|location| location.reading += readings);
        let shifted = |member: &Member| Member {
            reading: member.reading + readings,
            ..*member
        };
        self.held = self.held.iter().map(shifted).collect();
    }

    /// Adds what was found in other readings of the same run.
    pub fn add(&mut self, mut other: Self) {
        self.findings.append(&mut other.findings);
        self.claims += other.claims;
        self.held.append(&mut other.held);
    }
}

/// How many findings are not told, by the reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Settled {
    /// By a comment or the configuration.
    pub ignored: usize,
    /// Since somebody has looked at them.
    pub reviewed: usize,
    /// Since the baseline knows them, and how many of the baseline are there no more; `None` without a baseline.
    pub baseline: Option<(usize, usize)>,
    /// Since none of their figures stands in a changed line, where only such are asked for.
    pub unchanged: usize,
    /// The files that the configuration excludes.
    pub excluded: usize,
}
