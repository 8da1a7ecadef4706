//! Figures of one thing over time: what was said of a measure in a place, by the day.
//!
//! What the articles tell of one war or one event makes a [`Timeline`] of its own as soon as it has figures of several
//! days or documents; what they say there is at a time makes another. Reports that stand alone are put together, for a
//! reader who looks for all that was said of a measure in a place, and are never subtracted from each other.

mod change;
mod filter;
mod gather;

pub use change::Change;
pub use filter::{Filter, is_named};
pub use gather::timelines;

use crate::claim::Reading;
use crate::document::Date;
use crate::series::{Member, SetAside};

/// Figures of one measure in one place, in the order of their days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// The id of what is counted.
    pub measure: String,
    /// The same in words: "people killed".
    pub label: String,
    /// Where; none where no place is known.
    pub place: Option<String>,
    /// Which people, where not everyone.
    pub population: Option<String>,
    /// What its figures have in common besides.
    pub about: About,
    /// The figures.
    pub rows: Vec<Row>,
    /// Figures of the same that are not among them, in document order.
    pub aside: Vec<(Member, Left)>,
}

/// What the figures of a timeline have in common besides measure and place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    /// They say how many there are at a time.
    Standing,
    /// They count the victims of one event.
    Event,
    /// They count the victims of a war or another campaign.
    Campaign,
    /// Nothing: each stands alone.
    Single,
}

/// A figure with its day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// When it holds, or was reported.
    pub day: Date,
    /// The figure.
    pub member: Member,
    /// Figures of that day that say the same: a headline, an agency's text printed elsewhere.
    pub again: Vec<Member>,
    /// Which rows it may be compared with: those of the same number.
    pub story: usize,
    /// How it differs from the last figure of the same source, where the two may be compared.
    pub change: Option<Change>,
}

impl Row {
    /// The figure and those that say the same.
    pub fn members(&self) -> impl Iterator<Item = Member> + '_ {
        std::iter::once(self.member).chain(self.again.iter().copied())
    }
}

/// Why a figure is not among the rows of its timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Left {
    /// It is compared with nothing.
    Aside(SetAside),
    /// What comes within a time is no total.
    Increment,
    /// Its document tells no day.
    Undated,
    /// It stands neither in the headline nor in the first sentences of its article.
    NotUpFront,
}

impl Timeline {
    /// Counts documents on from others that come first.
    pub fn count_on(&mut self, before: usize) {
        let rows = self.rows.iter_mut();
        let shown = rows.flat_map(|row| std::iter::once(&mut row.member).chain(&mut row.again));
        let aside = self.aside.iter_mut().map(|(member, _)| member);
        for member in shown.chain(aside) {
            member.reading += before;
        }
    }
}

/// Who says a figure: whoever it goes back to, where somebody is named, else the publisher.
pub fn source(readings: &[Reading], member: Member) -> &str {
    let named = member.of(readings).originator();
    named.unwrap_or(&readings[member.reading].document.source)
}
