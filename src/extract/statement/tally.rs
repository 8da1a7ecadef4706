//! Counts of people that a text adds up over several sentences.
//!
//! ```text
//! Nine people were shot. A woman died at the scene. The other five …        WHOLE … "the other" PART
//! … hitting six people. Two of those victims died, while four others …      WHOLE … PART "of those" … PART "others"
//! Four people were killed. … Two men and two women were killed.             WHOLE … PART "and" PART
//! … transported two victims. … found 10 additional victims, for a total of 12   PART … PART "for" WHOLE
//! ```

use crate::claim::{Basis, Claim, Reading, RelationKind, Role, Statement, Sum};
use crate::document::Section;
use crate::lexicon::{Classes, Lexicon};
use crate::quantity::{Bound, Dimension, Form};

/// How many sentences back the whole may stand.
const LOOK_BACK: usize = 3;
/// The measure that the dead and the hurt are casualties of.
const CASUALTIES: &str = "casualties";
/// How many claims back it is looked for.
const CLAIMS_BACK: usize = 12;

/// Finds the sums over several sentences.
pub(super) fn tallies(reading: &Reading, lexicon: &Lexicon) -> Vec<Statement> {
    let mut out = Vec::new();
    for at in 0..reading.claims.len() {
        let claim = &reading.claims[at];
        if !is_plain_count(claim) || !claim.people || claim.is_repeat() {
            continue;
        }
        let sum = match claim.role {
            Role::Besides if claim.definite => the_others(reading, at),
            Role::Besides => of_those_and_others(reading, at),
            _ => groups(reading, lexicon, at).or_else(|| for_a_total(reading, at)),
        };
        out.extend(sum.map(Statement::Sum));
    }
    out
}

fn is_plain_count(claim: &Claim) -> bool {
    claim.quantity.dimension == Dimension::Count
        && matches!(claim.quantity.form, Form::Number { .. })
        && matches!(claim.quantity.bound, Bound::None | Bound::Exactly)
        && !claim.is_derived()
        && claim.modality.is_comparable()
}

/// The nearest count of people before a claim that it may be a part of.
fn whole_before(reading: &Reading, at: usize, is_whole: impl Fn(&Claim) -> bool) -> Option<usize> {
    let claim = &reading.claims[at];
    let near = |c: &Claim| c.sentence + LOOK_BACK >= claim.sentence;
    (at.saturating_sub(CLAIMS_BACK)..at)
        .rev()
        .take_while(|i| near(&reading.claims[*i]))
        .find(|i| {
            let c = &reading.claims[*i];
            is_plain_count(c)
                && c.people
                && c.section != Section::Headline
                && matches!(c.role, Role::Total)
                && c.sentence < claim.sentence
                && is_whole(c)
        })
}

/// Whether a claim counts people of any kind: "people", "victims", the dead and the hurt.
fn counts_anyone(claim: &Claim) -> bool {
    claim.people && claim.population.is_none()
}

/// Whether it counts the dead or the hurt.
fn counts_casualties(lexicon: &Lexicon, claim: &Claim) -> bool {
    let id = claim.measure.as_ref().map(|m| m.value.as_str());
    id.and_then(|id| lexicon.measure(id))
        .is_some_and(|m| m.id == CASUALTIES || m.broader.as_deref() == Some(CASUALTIES))
}

/// "Nine people … A woman died at the scene. The other five were taken to hospital."
fn the_others(reading: &Reading, at: usize) -> Option<Sum> {
    let others = &reading.claims[at];
    let whole = whole_before(reading, at, |c| {
        counts_anyone(c) && c.quantity.low > others.quantity.low
    })?;
    let between = whole + 1..at;
    // Another count between: of what, is not sure.
    if between.clone().any(|i| {
        reading.claims[i].people
            && !reading.claims[i].is_derived()
            && reading.claims[i].quantity.dimension == Dimension::Count
    }) {
        return None;
    }
    let told = persons_between(reading, reading.claims[whole].span.end, others.span.start);
    // "He and the other four": whoever is told of without a word for a person is one more.
    let known_sum = reading.claims.iter().any(|c| {
        c.quantity.dimension == Dimension::Count
            && Some(c.quantity.low)
                == reading.claims[whole]
                    .quantity
                    .low
                    .checked_add(others.quantity.low)
    });
    (told > 0 && !known_sum).then(|| Sum {
        whole,
        parts: vec![at],
        persons: (1, told + 1),
        complete: true,
        basis: Basis::Linked,
    })
}

fn persons_between(reading: &Reading, from: usize, to: usize) -> usize {
    let first = reading.persons.partition_point(|p| p.start < from);
    let end = reading.persons.partition_point(|p| p.start < to);
    end.saturating_sub(first)
}

/// "… hitting six people. Two of those victims died, while four others were rushed to the hospital."
fn of_those_and_others(reading: &Reading, at: usize) -> Option<Sum> {
    let others = &reading.claims[at];
    let part = at.checked_sub(1)?;
    let first = &reading.claims[part];
    let parted = is_plain_count(first)
        && first.role == Role::Part
        && first.sentence == others.sentence
        && first
            .relations
            .iter()
            .all(|r| r.kind != RelationKind::OutOf);
    let whole = parted
        .then(|| whole_before(reading, part, counts_anyone))
        .flatten()?;
    Some(Sum {
        whole,
        parts: vec![part, at],
        persons: (0, 0),
        complete: false,
        basis: Basis::Linked,
    })
}

/// "Four people were killed. … Two men and two women were killed."
fn groups(reading: &Reading, lexicon: &Lexicon, at: usize) -> Option<Sum> {
    let claim = &reading.claims[at];
    let before = at.checked_sub(1)?;
    let first = &reading.claims[before];
    let group = |c: &Claim| c.population.as_ref().map(|p| p.value.clone());
    let (a, b) = (group(first)?, group(claim)?);
    let measure = |c: &Claim| c.measure.as_ref().map(|m| m.value.clone());
    let family = lexicon
        .sums
        .families
        .iter()
        .any(|family| family.contains(&a) && family.contains(&b));
    let between = reading
        .document
        .text()
        .get(first.span.end..claim.span.start)
        .unwrap_or_default();
    let joined = between.split_whitespace().count() <= 3
        && between
            .split_whitespace()
            .last()
            .is_some_and(|word| lexicon.classes_of(word).any(Classes::CONJUNCTION));
    let is_pair = is_plain_count(first)
        && first.sentence == claim.sentence
        && a != b
        && family
        && joined
        && first.role == Role::Total
        && claim.role == Role::Total
        && measure(first) == measure(claim)
        && counts_casualties(lexicon, claim);
    // Another list before it in the sentence may belong to it.
    let alone = before
        .checked_sub(1)
        .is_none_or(|i| reading.claims[i].sentence != claim.sentence);
    let whole = (is_pair && alone)
        .then(|| {
            whole_before(reading, before, |c| {
                counts_anyone(c) && measure(c) == measure(claim)
            })
        })
        .flatten()?;
    Some(Sum {
        whole,
        parts: vec![before, at],
        persons: (0, 0),
        complete: false,
        basis: Basis::Linked,
    })
}

/// "… transported two victims … found 10 additional victims, for a total of 12"
fn for_a_total(reading: &Reading, at: usize) -> Option<Sum> {
    let total = &reading.claims[at];
    let added = at.checked_sub(1)?;
    let more = &reading.claims[added];
    let told = total.quantity.bound == Bound::Exactly;
    let adds =
        is_plain_count(more) && more.role == Role::Besides && more.sentence == total.sentence;
    let to = more
        .relations
        .iter()
        .find(|r| r.kind == RelationKind::Besides)
        .map(|r| r.to)?;
    let first = &reading.claims[to];
    let noun = |c: &Claim| {
        c.noun
            .as_ref()
            .and_then(|n| n.value.rsplit(' ').next().map(str::to_owned))
    };
    let same = noun(first) == noun(more) && is_plain_count(first) && first.sentence < more.sentence;
    // Any earlier count that makes up the total will do.
    let rest = total.quantity.low - more.quantity.low;
    let made_up = (at.saturating_sub(CLAIMS_BACK)..added)
        .any(|i| reading.claims[i].people && reading.claims[i].quantity.low == rest);
    (told && adds && same && !made_up).then(|| Sum {
        whole: at,
        parts: vec![to, added],
        persons: (0, 0),
        complete: true,
        basis: Basis::Linked,
    })
}
