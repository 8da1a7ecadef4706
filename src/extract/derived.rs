//! Figures that the text implies: a share of a whole that it names.

use rust_decimal::RoundingStrategy;

use super::scan::Found;
use crate::claim::{Claim, Field, Relation, RelationKind, Role};
use crate::quantity::{Bound, Decimal, Dimension, Form, Interval, Quantity};

/// "more than half of the Strip's population of 2.3 million": the number that the share stands for, as a claim of
/// its own. Where the whole is, the part is too, unless the words behind it say another place: that is `place`.
pub fn part_of_whole(share: &Claim, whole: &Claim, place: Option<Field<String>>) -> Option<Claim> {
    let per_one = match share.quantity.dimension {
        Dimension::Ratio => Decimal::ONE,
        Dimension::Percent => Decimal::ONE_HUNDRED,
        _ => return None,
    };
    let times = |share: Decimal, whole: Decimal| share.checked_mul(whole)?.checked_div(per_one);
    let (low, high) = (
        times(share.quantity.low, whole.quantity.low)?,
        times(share.quantity.high, whole.quantity.high)?,
    );
    let (part, all) = (share.quantity.literal(), whole.quantity.literal());
    let literal = Interval {
        low: part
            .low
            .zip(all.low)
            .and_then(|(a, b)| times(a.max(Decimal::ZERO), b)),
        // A part is never more than its whole.
        high: part
            .high
            .zip(all.high)
            .and_then(|(a, b)| times(a.min(per_one), b))
            .or(all.high),
    };
    let quantity = Quantity {
        low,
        high,
        bound: share.quantity.bound,
        form: Form::Derived(literal),
        ..whole.quantity.clone()
    };
    Some(computed(
        share,
        whole,
        quantity,
        Claim {
            place: place.or_else(|| whole.place.clone()),
            ..whole.clone()
        },
    ))
}

/// "130 of the 253": the share in percent, to one decimal.
pub fn share(part: &Claim, whole: &Claim) -> Option<Claim> {
    let hundred = Decimal::ONE_HUNDRED;
    let percent = |a: Decimal, b: Decimal| a.checked_mul(hundred)?.checked_div(b);
    let value = percent(part.quantity.low, whole.quantity.low)?.round_dp(1);
    let (a, b) = (part.quantity.literal(), whole.quantity.literal());
    // Rounded outwards: nobody reads a percentage to more places.
    let out = |share: Decimal, strategy| share.round_dp_with_strategy(2, strategy).normalize();
    let literal = Interval {
        low: a
            .low
            .zip(b.high)
            .and_then(|(a, b)| percent(a, b))
            .map(|share| out(share, RoundingStrategy::ToNegativeInfinity))
            .or(Some(Decimal::ZERO)),
        high: a
            .high
            .zip(b.low)
            .and_then(|(a, b)| percent(a, b))
            .map(|share| out(share, RoundingStrategy::ToPositiveInfinity)),
    };
    let quantity = Quantity {
        low: value,
        high: value,
        bound: Bound::About,
        trend: None,
        dimension: Dimension::Percent,
        unit: None,
        form: Form::Derived(literal),
        echoes: false,
    };
    Some(computed(
        part,
        whole,
        quantity,
        Claim {
            noun: None,
            measure: None,
            population: None,
            ..part.clone()
        },
    ))
}

fn computed(first: &Claim, last: &Claim, quantity: Quantity, like: Claim) -> Claim {
    let to = |claim: &Claim| Relation {
        kind: RelationKind::DerivedFrom,
        to: claim.number - 1,
    };
    Claim {
        span: first.span.start.min(last.span.start)..first.span.end.max(last.span.end),
        role: Role::Derived,
        relations: vec![to(first), to(last)],
        quantity,
        ..like
    }
}

/// Whether a figure is a share that "of" joins to the next one.
pub fn is_share(found: &Found) -> bool {
    matches!(
        found.quantity.dimension,
        Dimension::Ratio | Dimension::Percent
    ) && found.quantity.bound != Bound::Between
}
