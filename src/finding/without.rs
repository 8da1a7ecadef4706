//! A finding without some of its figures.

use super::{Finding, Location};

impl Finding {
    /// Stub until the merge.
    pub fn without(self, out: impl Fn(&Location) -> bool) -> Option<Self> {
        (!self.locations.iter().any(out)).then_some(self)
    }
}
