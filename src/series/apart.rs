//! Why two claims that a rule looks at are not held against each other.

use super::{Key, Member, Selection, SetAside, Shared, Unlicensed, Vetoed, licence, set_aside};
use crate::claim::{AsOf, Reading};
use crate::matching::{Evidence, Stories};

/// Why two claims that a rule looks at are not held against each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Apart {
    /// One of the two is compared with nothing.
    Aside(Member, SetAside),
    /// They differ in what the rule asks compared claims to share.
    Other(Shared),
    /// Too little speaks for it that they are about one event.
    OtherStory(Evidence),
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
    /// The two documents explain the difference.
    Vetoed(Vetoed),
    /// The text makes up the difference to its headline.
    MadeUp,
}

impl Apart {
    /// How far the two are from being compared, the nearest first.
    pub fn distance(&self) -> u8 {
        match self {
            Apart::Represented(_) | Apart::Vetoed(_) | Apart::MadeUp => 0,
            Apart::Unlike | Apart::Unlicensed(_) => 1,
            Apart::Days { .. } => 2,
            Apart::Aside(..) => 3,
            Apart::OtherStory(_) => 4,
            Apart::Other(_) => 5,
        }
    }
}

/// Why two claims may not be compared under a selection; `None` when they may, as far as they and their places go.
pub fn apart(
    readings: &[Reading],
    stories: &Stories,
    selection: &Selection,
    a: Member,
    b: Member,
) -> Option<Apart> {
    let key = |m| key(readings, stories, selection, m).map_err(|aside| Apart::Aside(m, aside));
    let (x, y) = match (key(a), key(b)) {
        (Ok(x), Ok(y)) => (x, y),
        (Err(apart), _) | (_, Err(apart)) => return Some(apart),
    };
    if let Some(shared) = x.differs_from(&y) {
        let evidence = || stories.evidence(readings, (a.reading, a.claim), (b.reading, b.claim));
        let told = (shared == Shared::Event && a.reading != b.reading).then(evidence);
        let apart = told.flatten().filter(|e| !stories.is_likely(e));
        return Some(match apart {
            Some(evidence) => Apart::OtherStory(evidence),
            None => Apart::Other(shared),
        });
    }
    if let (Some(within), Some(apart)) = (selection.within_days, days_between(readings, a, b))
        && apart > within
    {
        return Some(Apart::Days { apart, within });
    }
    licence(readings, stories, selection, a, b)
        .err()
        .map(Apart::Unlicensed)
}

/// Why a claim is compared with nothing under a selection; `None` where it is in a series.
pub fn aside(
    readings: &[Reading],
    stories: &Stories,
    selection: &Selection,
    member: Member,
) -> Option<SetAside> {
    key(readings, stories, selection, member).err()
}

fn key<'a>(
    readings: &'a [Reading],
    stories: &Stories,
    selection: &Selection,
    m: Member,
) -> Result<Key<'a>, SetAside> {
    let (reading, claim) = (&readings[m.reading], m.of(readings));
    match set_aside(stories, reading, claim, selection) {
        Some(aside) => Err(aside),
        None => Key::of(readings, stories, m, selection).map_err(SetAside::Incomplete),
    }
}

/// The days between those at which two claims hold.
fn days_between(readings: &[Reading], a: Member, b: Member) -> Option<i32> {
    let day = |m: Member| AsOf::day(&m.of(readings).as_of.as_ref()?.value);
    let span = day(a)?.until(day(b)?).ok()?;
    Some(span.get_days().abs())
}
