//! Links between the claims of a sentence, and to those shortly before it.

use super::passage::Passage;
use super::relation::OutOf;
use super::restate::restate;
use super::trend::Change;
use crate::claim::{
    Attribution, Basis, Claim, Field, Reading, Relation, RelationKind, Role, ShareOf, Statement,
};
use crate::lexicon::{Classes, Status};
use crate::quantity::Dimension;

/// How many sentences back "200 others" and "of them" look for what they are besides or part of.
const LOOK_BACK: usize = 2;

/// Sets roles and links: pairs of part and whole, others, parts of an earlier count.
pub fn relate(
    passage: &Passage<'_>,
    reading: &Reading,
    claims: &mut [Claim],
    pairs: &[OutOf],
    base: usize,
) {
    for pair in pairs {
        claims[pair.part].relations.push(Relation {
            kind: RelationKind::OutOf,
            to: base + pair.whole,
        });
        claims[pair.whole].role = Role::OutOf;
        if claims[pair.part].role == Role::Total {
            claims[pair.part].role = Role::Part;
        }
    }
    for i in 0..claims.len() {
        let kind = match claims[i].role {
            Role::Besides => RelationKind::Besides,
            Role::Part if claims[i].relations.is_empty() => RelationKind::PartOf,
            _ => continue,
        };
        let sentence = claims[i].sentence;
        let near = |c: &&Claim| c.sentence + LOOK_BACK >= sentence;
        let is_count = |c: &&Claim| c.has_known_measure() && !c.is_derived();
        let before = claims[..i]
            .iter()
            .rev()
            .chain(reading.claims.iter().rev())
            .take_while(near);
        // "11 people were charged, nine of whom …": in its sentence, any count of people is the whole.
        let beside = (0..i).rev().find(|n| {
            let c = &claims[*n];
            c.people && c.quantity.dimension == Dimension::Count && c.role != Role::Part
        });
        // "lost three soldiers; the rebels said four of their fighters had died" is of others.
        let clause = |n: usize| {
            let figures = passage.figures.get(n).zip(passage.figures.get(i));
            figures.is_some_and(|(a, b)| {
                passage.tokens[a.end..b.first.max(a.end)]
                    .iter()
                    .all(|t| !t.is_break() && !t.is(Classes::SAYING))
            })
        };
        // "five of the wounded" are of those, whoever else is counted.
        let of_others = passage.figures.get(i).is_some_and(|f| {
            passage.is(f.end, Classes::PARTITIVE) && passage.is(f.end + 1, Classes::DETERMINER)
        });
        let beside = beside
            .filter(|_| !of_others)
            .filter(|n| kind == RelationKind::PartOf && clause(*n))
            .map(|n| &claims[n]);
        let to = beside
            .or_else(|| {
                let apart = |c: &&Claim| {
                    kind == RelationKind::PartOf
                        && c.sentence == sentence
                        && !clause(c.number - 1 - base)
                };
                before.into_iter().find(|c| is_count(c) && !apart(c))
            })
            .map(|c| c.number - 1);
        if let Some(to) = to {
            claims[i].relations.push(Relation { kind, to });
        }
    }
    restate(passage, claims, base);
}

/// Links a share to the part that it says again, or to the share that it says again.
pub fn relate_shares(statements: &[Statement], claims: &mut [Claim], base: usize) {
    for statement in statements {
        let Statement::Share(share) = statement else {
            continue;
        };
        let to = match share.of {
            ShareOf::Figures { part, .. } => part,
            ShareOf::Share(other) => other,
        };
        claims[share.share - base].relations.push(Relation {
            kind: RelationKind::Equivalent,
            to,
        });
    }
}

/// Links the later value of a change to the earlier one and back; what was added between the two is an increment.
pub fn relate_changes(changes: &[Change], claims: &mut [Claim], base: usize) {
    for change in changes {
        let mut link = |claim: usize, kind, to: usize| {
            claims[claim].relations.push(Relation {
                kind,
                to: base + to,
            });
        };
        link(change.to, RelationKind::From, change.from);
        link(change.from, RelationKind::To, change.to);
    }
    for claim in claims {
        let counts = claim.quantity.dimension == Dimension::Count && claim.quantity.trend.is_some();
        if counts && claim.role == Role::Total && claim.relations.is_empty() {
            claim.role = Role::Increment;
            claim.status = claim.status.map(|s| Field {
                value: Status::Increment,
                ..s
            });
        }
    }
}

/// "12 people were killed, including four children": a part with no measure of its own has that of its whole.
pub fn share_measure(claims: &mut [Claim], base: usize) {
    for i in 0..claims.len() {
        let of = claims[i]
            .relations
            .iter()
            .find(|r| r.kind == RelationKind::PartOf && r.to >= base)
            .map(|r| r.to);
        let Some(to) =
            of.filter(|_| !claims[i].has_known_measure() && claims[i].population.is_some())
        else {
            continue;
        };
        let whole = claims[to - base].clone();
        let linked = whole.measure.map(|m| Field {
            basis: m.basis.max(Basis::Linked),
            ..m
        });
        claims[i].measure = linked;
        claims[i].status = whole.status;
        claims[i].event = whole.event;
        claims[i].place = claims[i]
            .place
            .take()
            .filter(|p| p.basis != Basis::Guessed)
            .or(whole.place);
    }
}

/// What a part is said by, its whole is too.
pub fn join_attribution(claims: &mut [Claim], pairs: &[OutOf]) {
    for pair in pairs {
        if claims[pair.whole].attribution.is_empty() {
            claims[pair.whole].attribution = claims[pair.part]
                .attribution
                .iter()
                .map(|a| Attribution {
                    basis: Basis::Linked,
                    ..a.clone()
                })
                .collect();
        }
    }
}

/// Links the figures of a sentence printed before to those of the first printing. `before` says of every sentence
/// how many claims stand before it.
pub fn note_repeats(repeats: Option<usize>, before: &[usize], claims: &mut [Claim]) {
    let Some((start, end)) = repeats.and_then(|first| {
        let start = before.get(first)?;
        Some((*start, *before.get(first + 1)?))
    }) else {
        return;
    };
    for (i, claim) in claims.iter_mut().enumerate().take(end - start) {
        claim.relations.push(Relation {
            kind: RelationKind::Repeats,
            to: start + i,
        });
    }
}
