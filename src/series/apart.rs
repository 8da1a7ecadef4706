//! Why two claims that a rule looks at are not held against each other.

use super::{Key, Member, Selection, SetAside, Shared, Unlicensed, licence, set_aside};
use crate::claim::{AsOf, Reading};

/// Why two claims that a rule looks at are not held against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Apart {
    /// One of the two is compared with nothing.
    Aside(Member, SetAside),
    /// They differ in what the rule asks compared claims to share.
    Other(Shared),
    /// They hold so many days apart, and the rule looks no further than so many.
    Days {
        /// From one to the other.
        apart: i32,
        /// What the rule allows.
        within: i32,
    },
    /// Nothing licenses to compare the two.
    Unlicensed(Unlicensed),
    /// They count different things, and differ by too much to be taken for one another.
    Unlike,
    /// Another figure of its document stands for one of the two.
    Represented(Member),
    /// The document of this one tells of both figures: a part and its whole, or a restatement.
    KnowsBoth(Member),
    /// The text makes up the difference to its headline.
    MadeUp,
}

impl Apart {
    /// How far the two are from being compared, the nearest first.
    pub fn distance(&self) -> u8 {
        match self {
            Apart::Represented(_) | Apart::KnowsBoth(_) | Apart::MadeUp => 0,
            Apart::Unlike | Apart::Unlicensed(_) => 1,
            Apart::Days { .. } => 2,
            Apart::Aside(..) => 3,
            Apart::Other(_) => 4,
        }
    }
}

/// Why two claims may not be compared under a selection; `None` when they may, as far as they and their places go.
pub fn apart(readings: &[Reading], selection: &Selection, a: Member, b: Member) -> Option<Apart> {
    let key = |m| key(readings, selection, m).map_err(|aside| Apart::Aside(m, aside));
    let (x, y) = match (key(a), key(b)) {
        (Ok(x), Ok(y)) => (x, y),
        (Err(apart), _) | (_, Err(apart)) => return Some(apart),
    };
    if let Some(shared) = x.differs_from(&y) {
        return Some(Apart::Other(shared));
    }
    if let (Some(within), Some(apart)) = (selection.within_days, days_between(readings, a, b))
        && apart > within
    {
        return Some(Apart::Days { apart, within });
    }
    licence(readings, a, b).err().map(Apart::Unlicensed)
}

/// Why a claim is compared with nothing under a selection; `None` where it is in a series.
pub fn aside(readings: &[Reading], selection: &Selection, member: Member) -> Option<SetAside> {
    key(readings, selection, member).err()
}

fn key(readings: &[Reading], selection: &Selection, m: Member) -> Result<Key, SetAside> {
    let (reading, claim) = (&readings[m.reading], m.of(readings));
    match set_aside(claim, selection) {
        Some(aside) => Err(aside),
        None => Key::of(m.reading, reading, claim, selection).map_err(SetAside::Incomplete),
    }
}

/// The days between those at which two claims hold.
fn days_between(readings: &[Reading], a: Member, b: Member) -> Option<i32> {
    let day = |m: Member| AsOf::day(&m.of(readings).as_of.as_ref()?.value);
    let span = day(a)?.until(day(b)?).ok()?;
    Some(span.get_days().abs())
}
