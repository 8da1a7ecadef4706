//! Figures that take up what was told before: "the 40", "all four", "the other five", "the 16-year-old boy".

use super::{is_above, is_plain, may_be_one};
use crate::claim::{Again, Claim, Reading, RelationKind, Restated, Role};
use crate::extract::statement::recent;
use crate::lexicon::{Classes, Lexicon};
use crate::quantity::{Bound, Decimal, Dimension};

/// How many sentences back a definite figure takes up.
const LOOK_BACK: usize = 3;

/// "Fourteen of the 40" after "a total of 30 failures"; "22 of the 26 projects" after "one of 30 such projects".
pub(super) fn definite(reading: &Reading, lexicon: &Lexicon) -> Vec<Restated> {
    let claims = &reading.claims;
    let mut out = Vec::new();
    for (at, claim) in claims.iter().enumerate() {
        let takes_up = claim.definite
            && is_plain(claim)
            && !is_above(claim)
            && matches!(claim.quantity.bound, Bound::None)
            && claim.quantity.dimension == Dimension::Count
            && !is_part_told(reading, claim);
        if !takes_up {
            continue;
        }
        let earlier = |c: &&Claim| c.quantity.dimension == Dimension::Count;
        if claims[recent(at)]
            .iter()
            .filter(earlier)
            .any(|c| may_be_one(c, claim))
        {
            continue;
        }
        let first = match claim.role {
            Role::Besides => others_before(reading, at),
            Role::OutOf => whole_before(reading, at),
            Role::Total | Role::Part
                if (claim.people || claim.noun.is_none()) && claim.population.is_none() =>
            {
                all_before(reading, lexicon, at)
            }
            Role::Total => named_before(reading, lexicon, at),
            _ => None,
        };
        out.extend(first.map(|first| Restated {
            first,
            again: at,
            besides: (0, 0),
            by: Again::Definite,
        }));
    }
    out
}

/// "of these 66,761 are in shelters": a part of a larger count takes up no other.
fn is_part_told(reading: &Reading, claim: &Claim) -> bool {
    claim.relations.iter().any(|r| {
        let whole = reading.claims.get(r.to);
        r.kind == RelationKind::PartOf
            && whole.is_some_and(|whole| whole.quantity.low > claim.quantity.low)
    })
}

/// "A 14-year-old boy was shot … the 16-year-old boy": of one kind of person, only one age was told before.
pub(super) fn ages(reading: &Reading) -> Vec<Restated> {
    let claims = &reading.claims;
    let is_age = |c: &Claim| c.quantity.dimension == Dimension::Age && is_plain(c);
    let noun = |c: &Claim| c.noun.as_ref().map(|n| n.value.clone());
    let mut out = Vec::new();
    let mut known: Vec<usize> = Vec::new();
    for (at, claim) in claims.iter().enumerate().filter(|(_, c)| is_age(c)) {
        if claim.definite && claim.people && !is_above(claim) {
            let near = |i: &usize| claims[*i].sentence + AGES_BACK >= claim.sentence;
            let same: Vec<usize> = known
                .iter()
                .copied()
                .filter(near)
                .filter(|i| claims[*i].people && noun(&claims[*i]) == noun(claim))
                .collect();
            let told = known
                .iter()
                .any(|i| claims[*i].quantity.low == claim.quantity.low);
            let one = same
                .iter()
                .all(|i| claims[*i].quantity.low == claims[same[0]].quantity.low);
            if !told
                && one
                && let Some(first) = same.first()
            {
                out.push(Restated {
                    first: *first,
                    again: at,
                    besides: (0, 0),
                    by: Again::Definite,
                });
            }
        }
        if known.len() < MOST_AGES {
            known.push(at);
        }
    }
    out
}

/// How many sentences back the same person may have been told of.
const AGES_BACK: usize = 20;

/// Ages that are remembered: a list of a whole team is no story of one person.
const MOST_AGES: usize = 40;

/// "wounded four other people … The conditions of the seven others": the only others that the text has told of.
fn others_before(reading: &Reading, at: usize) -> Option<usize> {
    let claims = &reading.claims;
    let people = |c: &Claim| c.population.as_ref().map(|p| p.value.clone());
    let is_other = |i: &usize| {
        let c = &claims[*i];
        c.role == Role::Besides && c.people && is_plain(c) && people(c) == people(&claims[at])
    };
    // "Five of the nine crew were rescued; the other four are missing": others of their own.
    let has_whole = claims[..at]
        .iter()
        .rev()
        .take_while(|c| c.sentence == claims[at].sentence)
        .any(|c| c.role == Role::OutOf);
    if has_whole {
        return None;
    }
    let mut others = recent(at).filter(is_other);
    let first = others.next()?;
    // "Six of the 21 injured were in danger; the other 15 were not"
    let with_part = claims[first + 1..at].iter().any(|c| {
        let sum = c.quantity.low.saturating_add(claims[at].quantity.low);
        c.role == Role::Part && sum == claims[first].quantity.low
    });
    if with_part {
        return None;
    }
    let one_value =
        others.all(|i| claims[i].quantity.low == claims[first].quantity.low || claims[i].definite);
    (one_value && claims[at].people).then_some(first)
}

/// The whole that a definite one takes up: of the same noun, told as a whole or a total before.
fn whole_before(reading: &Reading, at: usize) -> Option<usize> {
    let claims = &reading.claims;
    let claim = &claims[at];
    let near = |i: &usize| claims[*i].sentence + LOOK_BACK >= claim.sentence;
    let noun = |c: &Claim| c.noun.as_ref().map(|n| n.value.to_lowercase());
    let own = noun(claim);
    let last_words = |noun: &str| {
        noun.split(' ')
            .rev()
            .take(2)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let mut counts = (0..at).rev().take_while(near).filter(|i| {
        let c = &claims[*i];
        is_plain(c)
            && c.quantity.dimension == Dimension::Count
            && c.sentence < claim.sentence
            && !matches!(c.role, Role::Besides | Role::Part | Role::Increment)
            && c.quantity.low > Decimal::TWO
    });
    counts.find(|i| {
        let c = &claims[*i];
        match (&own, noun(c)) {
            // A noun of two words names the same set; a bare one may be any.
            (Some(own), Some(other)) => {
                let (a, b) = (last_words(own), last_words(&other));
                a.len() == 2 && a == b
            }
            // "a total of 30 failures … Fourteen of the 40"
            (None, Some(_)) => {
                c.quantity.bound == Bound::Exactly && c.sentence + 1 == claim.sentence
            }
            _ => false,
        }
    })
}

/// "All four were taken to hospital", "The six were standing": everyone whom the text has told of, one by one or in
/// numbers, by whatever sum.
fn all_before(reading: &Reading, lexicon: &Lexicon, at: usize) -> Option<usize> {
    /// How many counts back a sum is looked for.
    const BACK: usize = 12;
    let claims = &reading.claims;
    let claim = &claims[at];
    // "All six of the victims"
    if claim.role != Role::Part && is_narrowed(reading, lexicon, claim) {
        return None;
    }
    let counts: Vec<usize> = recent(at)
        .rev()
        .filter(|i| {
            let c = &claims[*i];
            c.quantity.dimension == Dimension::Count && !c.is_derived()
        })
        .take(BACK)
        .collect();
    let from = reading.sentences[claim.sentence.saturating_sub(LOOK_BACK)]
        .span
        .start;
    let before = |byte: usize| reading.persons.partition_point(|p| p.start < byte);
    let persons = before(claim.span.start).saturating_sub(before(from));
    let alone = Decimal::from(persons.min(BACK));
    let value = |i: usize| claims[i].quantity.low;
    let wanted = claim.quantity.low;
    // Some of those told of one by one may be told of twice.
    let makes = |sum: Decimal| sum <= wanted && wanted <= sum.saturating_add(alone);
    let summed = counts.iter().enumerate().any(|(n, i)| {
        makes(value(*i))
            || counts[n + 1..].iter().any(|j| {
                makes(value(*i).saturating_add(value(*j))) || value(*j) - value(*i) == wanted
            })
    });
    let near = |c: &Claim| c.sentence + LOOK_BACK >= claim.sentence && c.sentence < claim.sentence;
    let is_total = |i: &&usize| {
        let c = &claims[**i];
        near(c) && is_plain(c) && c.people && c.population.is_none() && c.role == Role::Total
    };
    let first = counts.iter().find(is_total).copied()?;
    (!summed && wanted > Decimal::ONE && value(first) > Decimal::ONE).then_some(first)
}

/// "The five black secretaries" after "four black secretaries": a noun with its own words names one set.
fn named_before(reading: &Reading, lexicon: &Lexicon, at: usize) -> Option<usize> {
    let claims = &reading.claims;
    let claim = &claims[at];
    let noun = |c: &Claim| c.noun.as_ref().map(|n| n.value.to_lowercase());
    let own = noun(claim).filter(|n| n.contains(' '))?;
    let mut earlier = recent(at).filter(|i| {
        let c = &claims[*i];
        is_plain(c) && c.role == Role::Total && noun(c).as_ref() == Some(&own)
    });
    let first = earlier.next()?;
    let one_value = earlier.all(|i| claims[i].quantity.low == claims[first].quantity.low);
    let value = |i: usize| claims[i].quantity.low;
    let several = value(first) > Decimal::ONE && value(at) > Decimal::ONE;
    let sure = one_value && several && !is_narrowed(reading, lexicon, claim);
    sure.then_some(first)
}

/// Whether words behind a figure narrow whom it counts: "the four people who had been on the roof".
fn is_narrowed(reading: &Reading, lexicon: &Lexicon, claim: &Claim) -> bool {
    let after = reading
        .document
        .text()
        .get(claim.span.end..)
        .unwrap_or_default();
    let noun = claim
        .noun
        .as_ref()
        .map_or(0, |n| n.value.split(' ').count());
    let next = after.split_whitespace().nth(noun).unwrap_or_default();
    let word = next.trim_matches(|c: char| !c.is_alphanumeric());
    word.is_empty()
        || lexicon
            .classes_of(word)
            .any(Classes::RELATIVE.with(Classes::PREPOSITION))
        || next.starts_with(|c: char| !c.is_alphanumeric())
}
