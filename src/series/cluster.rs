//! Figures by value: those that agree make a side.

use super::Member;
use crate::claim::Reading;
use crate::quantity::{Agreement, Bound, Decimal, Interval, Quantity, compare};

/// Figures that agree with each other, in document order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// The figures; never empty.
    pub members: Vec<Member>,
}

impl Side {
    /// The figure that stands for the side: the first.
    pub fn first(&self) -> Member {
        self.members[0]
    }
}

/// Sorts figures into sides by value, in one pass over the sorted figures. A figure that agrees with several sides
/// (an open bound, a vague plural) is on none: it comes out in the second list. Sides come out in order of their
/// first figure.
pub fn sides(
    readings: &[Reading],
    members: &[Member],
    tolerance: Decimal,
) -> (Vec<Side>, Vec<Member>) {
    let quantity = |m: &Member| &m.of(readings).quantity;
    // Narrow figures found the sides, wide ones join them.
    let (narrow, mut wide): (Vec<Member>, Vec<Member>) = members
        .iter()
        .partition(|m| width(quantity(m)) == Width::Narrow);
    wide.sort_by_key(|m| (quantity(m).low, *m));
    let mut by_value = narrow;
    by_value.sort_by_key(|m| (quantity(m).low, *m));
    let mut sides: Vec<Side> = Vec::new();
    for member in by_value {
        let agrees = sides.last().is_some_and(|side: &Side| {
            compare(quantity(&side.members[0]), quantity(&member), tolerance) <= Agreement::Loose
        });
        match sides.last_mut().filter(|_| agrees) {
            Some(side) => side.members.push(member),
            None => sides.push(Side {
                members: vec![member],
            }),
        }
    }
    let mut context = Vec::new();
    for member in wide {
        let low = quantity(&member).literal().low.unwrap_or_default();
        // Sides stand in order of value: a figure that agrees with two agrees with two beside its lower end.
        let at = sides.partition_point(|side| quantity(&side.members[0]).low < low);
        let near = at.saturating_sub(1)..(at + 2).min(sides.len());
        let fits: Vec<usize> = near
            .filter(|i| {
                compare(
                    quantity(&sides[*i].members[0]),
                    quantity(&member),
                    tolerance,
                ) <= Agreement::Loose
            })
            .collect();
        match fits[..] {
            [] => sides.insert(
                at,
                Side {
                    members: vec![member],
                },
            ),
            [one] => sides[one].members.push(member),
            _ => context.push(member),
        }
    }
    for side in &mut sides {
        side.members.sort();
    }
    sides.sort_by_key(Side::first);
    context.sort();
    (sides, context)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Width {
    Narrow,
    Wide,
}

/// Wide are figures that give one end only, and those whose conventional reading is open or spans more than half of its
/// upper end.
fn width(quantity: &Quantity) -> Width {
    let open = [
        Bound::MoreThan,
        Bound::AtLeast,
        Bound::LessThan,
        Bound::AtMost,
    ];
    // A range fits whatever lies in it: it founds no side.
    if open.contains(&quantity.bound) || quantity.low != quantity.high {
        return Width::Wide;
    }
    match quantity.conventional() {
        Some(Interval {
            low: Some(low),
            high: Some(high),
        }) if (high - low) * Decimal::TWO <= high => Width::Narrow,
        _ => Width::Wide,
    }
}
