//! Counts of people that a text adds up over several sentences.
//!
//! ```text
//! Nine people were shot. A woman died at the scene. The other five …        WHOLE … "the other" PART
//! … hitting six people. Two of those victims died, while four others …      WHOLE … PART "of those" … PART "others"
//! Four people were killed. … Two men and two women were killed.             WHOLE … PART "and" PART
//! 7 shot, 3 dead … Three people are dead and four more are injured            WHOLE … PART "killed" "and" PART "injured"
//! A bomb killed 19 people. … Fourteen of the victims died in …              WHOLE … PART "of the victims"
//! … transported two victims. … found 10 additional victims, for a total of 12   PART … PART "for" WHOLE
//! ```

use super::recent;
use crate::claim::{Basis, Claim, Modality, Reading, RelationKind, Role, Statement, Sum};
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
            Role::Besides => of_those_and_others(reading, at)
                .or_else(|| killed_and_injured(reading, lexicon, at)),
            Role::Part => of_the_victims(reading, lexicon, at),
            _ => groups(reading, lexicon, at)
                .or_else(|| for_a_total(reading, at))
                .or_else(|| killed_and_injured(reading, lexicon, at)),
        };
        out.extend(sum.map(Statement::Sum));
    }
    out
}

/// The claims up to some way behind one.
fn around(reading: &Reading, at: usize) -> &[Claim] {
    let end = reading.claims.len().min(at + CLAIMS_BACK);
    &reading.claims[recent(at).start..end]
}

fn is_plain_count(claim: &Claim) -> bool {
    claim.quantity.dimension == Dimension::Count
        && matches!(claim.quantity.form, Form::Number { .. })
        && matches!(claim.quantity.bound, Bound::None | Bound::Exactly)
        && !claim.is_derived()
        && !matches!(claim.modality, Modality::Negated | Modality::Hypothetical)
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
    // "Five of the nine crew were rescued; the other four are missing" has its whole beside it.
    let own = (0..at)
        .rev()
        .take_while(|i| reading.claims[*i].sentence == others.sentence)
        .find_map(|i| {
            let links = &reading.claims[i].relations;
            let whole = links.iter().find(|r| r.kind == RelationKind::OutOf)?.to;
            Some((i, whole))
        });
    if let Some((part, whole)) = own {
        let plain = [part, whole]
            .iter()
            .all(|i| is_plain_count(&reading.claims[*i]));
        return plain.then(|| Sum {
            whole,
            parts: vec![part, at],
            persons: (0, 0),
            complete: true,
            basis: Basis::Stated,
        });
    }
    let whole = whole_before(reading, at, counts_anyone)?;
    // "Ten were shot. Three died … the other seven": a larger count before is the whole.
    let larger = |c: &&Claim| {
        c.people && c.quantity.dimension == Dimension::Count && c.quantity.low > others.quantity.low
    };
    let too_small = reading.claims[whole].quantity.low <= others.quantity.low;
    if too_small && reading.claims[recent(at)].iter().any(|c| larger(&c)) {
        return None;
    }
    // "Two of the victims are in critical condition. The other two …"
    let between: Vec<usize> = (whole + 1..at)
        .filter(|i| {
            let c = &reading.claims[*i];
            c.people
                && c.sentence > reading.claims[whole].sentence
                && !c.is_derived()
                && c.quantity.dimension == Dimension::Count
        })
        .collect();
    match between[..] {
        [] => {}
        [part]
            if is_plain_count(&reading.claims[part]) && reading.claims[part].role == Role::Part =>
        {
            // "killed five and wounded 13. Three of the victims …; the other two": of the five.
            let low = |i: usize| reading.claims[i].quantity.low;
            let sum = low(part).saturating_add(others.quantity.low);
            let fits = |i: &usize| {
                let c = &reading.claims[*i];
                c.people && c.sentence == reading.claims[whole].sentence && low(*i) == sum
            };
            if recent(at).any(|i| fits(&i)) {
                return None;
            }
            return Some(Sum {
                whole,
                parts: vec![part, at],
                persons: (0, 0),
                complete: true,
                basis: Basis::Linked,
            });
        }
        // Another count between: of what, is not sure.
        _ => return None,
    }
    let told = persons_between(reading, reading.claims[whole].span.end, others.span.start);
    // "He and the other four": whoever is told of without a word for a person is one more.
    let known_sum = reading.claims[recent(at)].iter().any(|c| {
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
        && first.relations.iter().all(|r| {
            r.kind != RelationKind::OutOf && reading.claims[r.to].sentence < first.sentence
        });
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
    // "Another, in Mosul, killed …", "a day after eleven people died": another event.
    let sum = first.quantity.low.saturating_add(claim.quantity.low);
    let told_of_more = reading.sentences[claim.sentence].adds
        || around(reading, at).iter().any(|c| {
            (c.people || c.noun.is_none())
                && c.sentence.abs_diff(claim.sentence) <= LOOK_BACK
                && c.quantity.dimension == Dimension::Count
                && c.quantity.low >= sum
        });
    let is_pair = is_plain_count(first)
        && first.sentence == claim.sentence
        && a != b
        && family
        && joined
        && !told_of_more
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
                counts_anyone(c)
                    && measure(c) == measure(claim)
                    && c.event.map(|e| e.value) == claim.event.map(|e| e.value)
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

/// "7 shot, 3 dead" over "three people are dead and four more are injured": who was shot was killed or injured.
fn killed_and_injured(reading: &Reading, lexicon: &Lexicon, at: usize) -> Option<Sum> {
    /// How many sentences from the top the three figures stand in.
    const OPENING: usize = 5;
    let claims = &reading.claims;
    let is_up_front = |c: &Claim| c.sentence < OPENING;
    let measure = |c: &Claim| c.measure.as_ref().map(|m| m.value.clone());
    let broader = |c: &Claim| {
        let id = measure(c)?;
        lexicon.measure(&id)?.broader.clone()
    };
    let injured = &claims[at];
    let dead_at = at.checked_sub(1)?;
    let dead = &claims[dead_at];
    let pair = is_plain_count(dead)
        && dead.sentence == injured.sentence
        && dead.role == Role::Total
        && dead.people
        && is_up_front(injured)
        && measure(dead) != measure(injured)
        && broader(dead).is_some_and(|b| b == CASUALTIES)
        && broader(injured).is_some_and(|b| b == CASUALTIES);
    if !pair {
        return None;
    }
    let is_all = |i: &usize| {
        let c = &claims[*i];
        is_up_front(c)
            && (is_plain_count(c) || c.quantity.bound == Bound::AtLeast)
            && c.role == Role::Total
            && counts_anyone(c)
            && c.sentence != injured.sentence
            && measure(c).is_some_and(|m| m == CASUALTIES)
    };
    let whole = (0..claims.len()).find(is_all)?;
    // "Seven shot, three dead": the seven may be those who live.
    let value = |i: usize| claims[i].quantity.low;
    let may_be_other = value(whole) <= value(at) || value(whole) <= value(dead_at);
    (!may_be_other).then(|| Sum {
        whole,
        parts: vec![dead_at, at],
        persons: (0, 0),
        complete: true,
        basis: Basis::Linked,
    })
}

/// "Fourteen of the victims died in air strikes": never more than the most that the text has told of.
fn of_the_victims(reading: &Reading, lexicon: &Lexicon, at: usize) -> Option<Sum> {
    let claims = &reading.claims;
    let part = &claims[at];
    let linked = part.relations.iter().any(|r| r.kind == RelationKind::OutOf);
    let is_whole = |i: &usize| {
        let c = &claims[*i];
        c.people && c.quantity.dimension == Dimension::Count && !c.is_derived()
    };
    let whole = recent(at)
        .filter(is_whole)
        .max_by_key(|i| claims[*i].quantity.high)?;
    let partitive = reading
        .document
        .text()
        .get(part.span.end..)
        .and_then(|after| after.split_whitespace().next())
        .is_some_and(|word| lexicon.classes_of(word).any(Classes::PARTITIVE));
    let sure = !linked
        && partitive
        && claims[whole].sentence < part.sentence
        && is_plain_count(&claims[whole])
        && counts_casualties(lexicon, &claims[whole]);
    sure.then(|| Sum {
        whole,
        parts: vec![at],
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
