//! What the JSON formats share: numbers without rounding.

use serde::ser::{Error, Serialize, Serializer};
use serde_json::Number;

use crate::quantity::Decimal;

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
