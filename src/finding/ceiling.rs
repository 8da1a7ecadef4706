//! The most that the findings of a rule may be.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::{Severity, Verdict};
use crate::yaml::{Written, unknown};

/// The most that the findings of a rule may be, by what the figures say of each other. Written as one word for all
/// verdicts (`warning`), or as a map; a verdict that a map leaves out may be as much as the next graver one.
///
/// ```
/// use claimlint::finding::{Ceiling, Severity, Verdict};
///
/// let ceiling = Ceiling::new(Severity::Error, None, Some(Severity::Note));
/// assert_eq!(ceiling.of(Verdict::Discrepancy), Severity::Error);
/// assert_eq!(ceiling.of(Verdict::Consistent), Severity::Note);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ceiling {
    contradiction: Severity,
    discrepancy: Severity,
    consistent: Severity,
}

impl Ceiling {
    /// What a contradiction may be, and the lesser verdicts where they may be something else than the next graver one.
    pub fn new(
        contradiction: Severity,
        discrepancy: Option<Severity>,
        consistent: Option<Severity>,
    ) -> Self {
        let discrepancy = discrepancy.unwrap_or(contradiction);
        Self {
            contradiction,
            discrepancy,
            consistent: consistent.unwrap_or(discrepancy),
        }
    }

    /// As it is written in a rule; the error is what is wrong with the word, and what to do.
    pub fn read(written: Written<ByVerdict>) -> Result<Self, (String, Option<String>)> {
        match written {
            Written::Keys(by) => Ok(Self::new(by.contradiction, by.discrepancy, by.consistent)),
            Written::Word(word) => match Severity::ALL.iter().find(|s| s.as_str() == word) {
                Some(severity) => Ok(Self::from(*severity)),
                None if word.is_empty() => {
                    Err(("found nothing, expected a severity".to_owned(), None))
                }
                None => Err(unknown("word", &word, &Severity::ALL.map(Severity::as_str))),
            },
        }
    }

    /// The most that a finding of this verdict may be.
    pub fn of(&self, verdict: Verdict) -> Severity {
        match verdict {
            Verdict::Contradiction => self.contradiction,
            Verdict::Discrepancy => self.discrepancy,
            Verdict::Consistent => self.consistent,
        }
    }

    /// Whether it is the same for every verdict.
    pub fn is_one(&self) -> bool {
        *self == Self::from(self.contradiction)
    }
}

impl From<Severity> for Ceiling {
    fn from(all: Severity) -> Self {
        Self::new(all, None, None)
    }
}

/// "warning", or "error (contradiction), warning (discrepancy), note (consistent)"
impl fmt::Display for Ceiling {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_one() {
            return f.pad(self.contradiction.as_str());
        }
        let told = Verdict::ALL
            .map(|verdict| format!("{} ({})", self.of(verdict).as_str(), verdict.as_str()));
        f.pad(&told.join(", "))
    }
}

/// The most that findings may be, by what the figures say of each other.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ByVerdict {
    /// The most that a finding may be where the figures cannot both be right.
    contradiction: Severity,
    /// Where they can both be right by the letter, but not as a reader takes them. As a contradiction, where it is left
    /// out.
    discrepancy: Option<Severity>,
    /// Where they can both be right, or nearly. As a discrepancy, where it is left out.
    consistent: Option<Severity>,
}

impl JsonSchema for Ceiling {
    fn schema_name() -> Cow<'static, str> {
        "Ceiling".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let word = generator.subschema_for::<Severity>();
        let map = generator.subschema_for::<ByVerdict>();
        json_schema!({ "anyOf": [word, map] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_or_a_map() {
        for (written, shown) in [
            ("warning", "warning"),
            ("{ contradiction: warning }", "warning"),
            (
                "{ contradiction: error, discrepancy: note }",
                "error (contradiction), note (discrepancy), note (consistent)",
            ),
            (
                "{ contradiction: error, consistent: note }",
                "error (contradiction), error (discrepancy), note (consistent)",
            ),
        ] {
            let ceiling = Ceiling::read(crate::yaml::read("a.yaml", written).unwrap()).unwrap();
            assert_eq!(ceiling.to_string(), shown, "{written}");
        }
        let (message, help) = Ceiling::read(Written::Word("eror".to_owned())).unwrap_err();
        assert!(message.starts_with("unknown word `eror`, expected one of `note`"));
        assert_eq!(help.as_deref(), Some("did you mean `error`?"));
    }
}
