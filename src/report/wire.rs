//! What the JSON formats share: where a figure stands in the file, and numbers without rounding.

use serde::ser::{Error, Serialize, Serializer};
use serde_json::Number;

use crate::claim::Claim;
use crate::document::Document;
use crate::quantity::Decimal;

/// A place in the file as given: bytes from 0, line and column from 1.
pub struct Place {
    pub start: usize,
    pub end: usize,
    pub line: usize,
    pub column: usize,
}

impl Place {
    /// Where a claim stands.
    pub fn of(claim: &Claim, document: &Document) -> Self {
        let span = document.span_in_raw(claim.span.clone());
        let (line, column) = document.line_column(span.start);
        Self {
            start: span.start,
            end: span.end,
            line,
            column,
        }
    }
}

/// A decimal printed as a JSON number, digit for digit, without trailing zeros.
pub struct Exact(pub Decimal);

impl Exact {
    /// Hundredths as they are stored, 90 for 0.9.
    pub fn hundredths(value: u8) -> Self {
        Self(Decimal::new(value.into(), 2))
    }
}

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let number: Number = self
            .0
            .normalize()
            .to_string()
            .parse()
            .map_err(S::Error::custom)?;
        number.serialize(serializer)
    }
}
