//! Figures that the text implies: a share of a whole that it names.

use rust_decimal::RoundingStrategy;

use super::claims::plain;
use super::passage::Passage;
use super::place::Mention;
use super::relation::OutOf;
use super::scan::Found;
use crate::claim::{Basis, Claim, Field, Modality, Relation, RelationKind, Role};
use crate::lexicon::{Classes, Lexicon};
use crate::quantity::{Bound, Decimal, Dimension, Form, Interval, Quantity};

/// "more than half of the Strip's population of 2.3 million": the number that the share stands for, as a claim of
/// its own. Where the whole is, the part is too, unless the words behind it say another place: that is `place`.
fn part_of_whole(share: &Claim, whole: &Claim, place: Option<Field<String>>) -> Option<Claim> {
    let per_one = match share.quantity.dimension {
        Dimension::Ratio => Decimal::ONE,
        Dimension::Percent => Decimal::ONE_HUNDRED,
        _ => return None,
    };
    // More than all, or less than nothing, is no part.
    if share.quantity.low.is_sign_negative() || share.quantity.high > per_one {
        return None;
    }
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
fn share(part: &Claim, whole: &Claim) -> Option<Claim> {
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
fn is_share(found: &Found) -> bool {
    matches!(
        found.quantity.dimension,
        Dimension::Ratio | Dimension::Percent
    ) && found.quantity.bound != Bound::Between
}

/// Adds the figures that the sentence implies.
pub fn derive(
    passage: &Passage<'_>,
    claims: &mut Vec<Claim>,
    pairs: &[OutOf],
    base: usize,
    places: &[Mention],
) {
    let mut computed = Vec::new();
    for (i, found) in passage.figures.iter().enumerate() {
        let pair = pairs.iter().find(|p| p.part == i);
        let whole = match pair {
            Some(pair) => pair.whole,
            None if is_share(found) && shares_next(passage, claims, i) => i + 1,
            None => continue,
        };
        if is_share(found) {
            let place = behind_whole(passage, whole, places);
            let value = |field: &Option<Field<String>>| field.as_ref().map(|f| f.value.clone());
            if place.is_some() && value(&claims[whole].place) == value(&place) {
                claims[whole].place = None;
            }
            computed.extend(part_of_whole(&claims[i], &claims[whole], place));
            count_everyone(passage.lexicon, &mut claims[whole], pair.is_some());
        } else if claims[i].quantity.dimension == Dimension::Count {
            computed.extend(share(&claims[i], &claims[whole]));
        }
    }
    for mut claim in computed {
        claim.number = base + claims.len() + 1;
        claim.text = plain(&passage.text[claim.span.clone()]);
        if claim.modality == Modality::Negated {
            continue;
        }
        claims.push(claim);
    }
}

/// "two-thirds of Gaza's 2.3 million people have fled": those who fled are the share, the whole is everyone there.
fn count_everyone(lexicon: &Lexicon, whole: &mut Claim, is_pair: bool) {
    let owned = whole
        .place
        .as_ref()
        .is_some_and(|p| p.basis == Basis::Stated);
    if let Some(population) = lexicon
        .measure("population")
        .filter(|_| is_pair && owned && whole.population.is_none())
    {
        whole.measure = Some(Field::linked(population.id.clone()));
        whole.status = Some(Field::linked(population.status));
        whole.event = None;
    }
}

/// "half of X's population of N": "of" behind the share, and the next figure counts the whole.
fn shares_next(passage: &Passage<'_>, claims: &[Claim], share: usize) -> bool {
    let Some(whole) = claims.get(share + 1) else {
        return false;
    };
    let of = passage.is(passage.figures[share].end, Classes::PARTITIVE);
    let counts_whole = whole
        .measure
        .as_ref()
        .is_some_and(|m| m.value == "population");
    let same_clause =
        passage.clause_start(passage.figures[share + 1].first) <= passage.figures[share].first;
    of && counts_whole && same_clause
}

/// "half of the Strip's 2.3 million is now crammed into Rafah": the part is where the words behind the whole say.
fn behind_whole(passage: &Passage<'_>, whole: usize, places: &[Mention]) -> Option<Field<String>> {
    let end = passage.figures[whole].end;
    let clause = passage.clause_end(end.saturating_sub(1));
    let place = places
        .iter()
        .find(|m| m.first >= end && m.end <= clause && m.is_located())?;
    Some(Field::stated(place.name.clone()))
}
