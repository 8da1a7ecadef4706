//! What became of each figure: compared, or why not.

use super::RuleSet;
use crate::checks::Check;
use crate::claim::Reading;
use crate::matching::Stories;
use crate::series::{Member, SetAside, aside, selects_measure};

/// What became of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fate {
    /// It was held against another figure, or against words.
    Held,
    /// A rule looks at it, and there is no other figure that may be held against it.
    Alone,
    /// The rules that look at what it counts compare it with nothing.
    Aside(SetAside),
    /// No rule looks at what it counts, and nothing in its text ties it to another figure.
    Unasked,
}

/// What became of the figures that were not held against anything, in the order of the claims. Where several rules set a
/// figure aside, the reason is that of the one that comes nearest to comparing it.
pub fn fates(
    readings: &[Reading],
    rules: &RuleSet,
    stories: &Stories,
    is_held: impl Fn(Member) -> bool,
) -> Vec<Vec<Fate>> {
    let fate = |member: Member| {
        if is_held(member) {
            Fate::Held
        } else {
            of_other(readings, rules, stories, member)
        }
    };
    let of_reading = |(reading, r): (usize, &Reading)| {
        let members = (0..r.claims.len()).map(|claim| Member { reading, claim });
        members.map(fate).collect()
    };
    readings.iter().enumerate().map(of_reading).collect()
}

fn of_other(readings: &[Reading], rules: &RuleSet, stories: &Stories, member: Member) -> Fate {
    let claim = member.of(readings);
    // So they are whatever they count.
    if claim.is_repeat() {
        return Fate::Aside(SetAside::Repeat);
    }
    if claim.is_derived() {
        return Fate::Aside(SetAside::Derived);
    }
    let path = rules.root.below(&readings[member.reading].document);
    // The other checks compare what the words tie together, whatever it counts.
    let by_what_is_counted = rules.rules.iter().filter(|rule| {
        matches!(rule.check, Check::Agreement(_)) && selects_measure(claim, &rule.selection)
    });
    let asides = by_what_is_counted.map(|rule| {
        if rule.scope.looks_at(&path) {
            aside(readings, stories, &rule.selection, member)
        } else {
            Some(SetAside::OutOfScope)
        }
    });
    match asides.min_by_key(|aside| aside.map_or(0, nearness)) {
        None => Fate::Unasked,
        Some(None) => Fate::Alone,
        Some(Some(reason)) => Fate::Aside(reason),
    }
}

/// How far a reason is from a comparison, the nearest first: what the figure lacks says more of it than what a rule is
/// not about.
fn nearness(reason: SetAside) -> u8 {
    match reason {
        SetAside::Incomplete(_) => 1,
        SetAside::OtherTime => 2,
        SetAside::NotATotal => 3,
        SetAside::NotAsserted => 4,
        SetAside::Repeat | SetAside::Derived => 5,
        SetAside::OtherPeople => 6,
        SetAside::OtherStatus => 7,
        SetAside::OutOfScope => 8,
        SetAside::NotSelected => 9,
    }
}
