//! Links between the claims of a sentence, and to those shortly before it.

use super::antecedent::{Before, listed};
use super::noun::NounPhrase;
use super::passage::Passage;
use super::relation::{OutOf, part_told_of};
use super::restate::restate;
use super::trend::Change;
use crate::claim::{
    Attribution, Basis, Claim, Field, Reading, Relation, RelationKind, Role, ShareOf, Statement,
};
use crate::lexicon::{Classes, Lexicon, Status};
use crate::quantity::Dimension;

/// Sets roles and links: pairs of part and whole, others, parts of an earlier count.
pub fn relate(
    passage: &Passage<'_>,
    reading: &Reading,
    nouns: &[NounPhrase],
    claims: &mut [Claim],
    pairs: &[OutOf],
) {
    let base = reading.claims.len();
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
    for (part, whole) in listed(passage, nouns) {
        claims[part].role = Role::Part;
        claims[part].relations.push(Relation {
            kind: RelationKind::PartOf,
            to: base + whole,
        });
    }
    let mut before = Before {
        passage,
        reading,
        claims,
        base,
    };
    for (i, noun) in nouns.iter().enumerate() {
        // "including nine women and four children": a part goes on.
        if before.claims[i].role == Role::Total
            && let Some(earlier) = i.checked_sub(1).filter(|e| goes_on(passage, nouns, *e))
            && let Some(whole) = before.part_of(earlier)
        {
            before.claims[i].role = Role::Part;
            before.claims[i].role_words = before.claims[earlier].role_words;
            before.claims[i].relations.push(whole);
            continue;
        }
        let (kind, to) = match before.claims[i].role {
            Role::Besides => (RelationKind::Besides, before.others(i)),
            Role::Part if before.claims[i].relations.is_empty() => {
                (RelationKind::PartOf, before.whole(i, noun))
            }
            _ => continue,
        };
        let counts = before.claims[i].quantity.dimension != Dimension::Age;
        if let Some(to) = to.filter(|_| counts) {
            before.claims[i].relations.push(Relation { kind, to });
        }
    }
    before.add_up();
    restate(passage, claims, base);
}

/// Whether the next figure of people stands directly behind a figure of people: "nine women and four children".
fn goes_on(passage: &Passage<'_>, nouns: &[NounPhrase], figure: usize) -> bool {
    let Some(next) = passage.figures.get(figure + 1) else {
        return false;
    };
    let joint = |t: usize| passage.tokens[t].is_sign(',') || passage.is(t, Classes::CONJUNCTION);
    let between = nouns[figure].end..next.first;
    let behind = |i: usize| passage.is(nouns[i].end, Classes::AUXILIARY.with(Classes::TRIGGER));
    !between.is_empty()
        && between.clone().all(joint)
        && [figure, figure + 1]
            .iter()
            .all(|i| nouns[*i].head.is_some())
        && !behind(figure + 1)
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

/// Links the later value of a change to the earlier one and back; what was added between the two is an increment
/// ("rose by 200").
pub fn relate_changes(
    passage: &Passage<'_>,
    changes: &[Change],
    pairs: &[OutOf],
    claims: &mut [Claim],
    base: usize,
) {
    for change in changes {
        let to = part_told_of(pairs, change.to, change.from);
        let change = Change { to, ..*change };
        let mut link = |claim: usize, kind, to: usize| {
            claims[claim].relations.push(Relation {
                kind,
                to: base + to,
            });
        };
        link(change.to, RelationKind::From, change.from);
        link(change.from, RelationKind::To, change.to);
    }
    let steps: Vec<bool> = passage
        .figures
        .iter()
        .map(|figure| {
            let before = figure.first.checked_sub(1).map(|i| &passage.tokens[i]);
            before.is_some_and(|t| t.is(Classes::BEFORE_CHANGE))
        })
        .collect();
    for (claim, is_step) in claims.iter_mut().zip(steps) {
        let counts = claim.quantity.dimension == Dimension::Count && claim.quantity.trend.is_some();
        if counts && is_step && claim.role == Role::Total && claim.relations.is_empty() {
            claim.role = Role::Increment;
            claim.status = claim.status.map(|s| Field {
                value: Status::Increment,
                ..s
            });
        }
    }
}

/// "12 people were killed, including four children": a part with no measure of its own has that of its whole; so has
/// "19 diplomats" among hostages, who are people whatever they are called.
pub fn share_measure(claims: &mut [Claim], base: usize, lexicon: &Lexicon) {
    for i in 0..claims.len() {
        let of = claims[i]
            .relations
            .iter()
            .find(|r| r.kind == RelationKind::PartOf && r.to >= base)
            .map(|r| r.to);
        let Some(whole) = of.map(|to| claims[to - base].clone()) else {
            continue;
        };
        let claim = &mut claims[i];
        // "Two of the victims", where the dead were counted
        let broader = claim.measure.as_ref().is_some_and(|m| {
            let of_whole = whole
                .measure
                .as_ref()
                .and_then(|m| lexicon.measure(&m.value));
            of_whole.is_some_and(|whole| whole.broader.as_ref() == Some(&m.value))
        });
        let known = claim.has_known_measure() && !broader;
        let measured = known || !whole.has_known_measure();
        if measured || claim.quantity.dimension != whole.quantity.dimension {
            continue;
        }
        if whole.people && claim.population.is_none() {
            let open = claim
                .measure
                .as_ref()
                .and_then(|m| m.value.strip_prefix("noun:"));
            let person = open.is_some_and(|noun| !lexicon.is_thing(noun));
            claim.population = claim.noun.clone().filter(|_| person);
        }
        if claim.population.is_none() && claim.noun.is_some() && !broader {
            continue;
        }
        claim.people = whole.people;
        claim.measure = whole.measure.map(|m| Field {
            basis: m.basis.max(Basis::Linked),
            ..m
        });
        claim.status = whole.status;
        claim.event = whole.event;
        claim.place = claim
            .place
            .take()
            .filter(|p| p.basis != Basis::Guessed)
            .or(whole.place);
    }
}

/// "1.9 million, down from 3 million": a value that was told of no other thing counts what the other one does; so do
/// others than those counted ("cut 310 jobs and another 150").
pub fn share_counted(passage: &Passage<'_>, claims: &mut [Claim], base: usize) {
    let shared = |kind| {
        matches!(
            kind,
            RelationKind::From | RelationKind::To | RelationKind::Besides | RelationKind::OutOf
        )
    };
    for i in 0..claims.len() {
        // "the other three were taken to hospital" says of itself what befell them.
        let verb = passage
            .figures
            .get(i)
            .is_some_and(|f| passage.is(f.end, Classes::AUXILIARY));
        let fits = |r: &&Relation| {
            shared(r.kind) && r.to >= base && !(verb && r.kind == RelationKind::Besides)
        };
        let linked = claims[i].relations.iter().find(fits);
        let Some(other) = linked.and_then(|r| claims.get(r.to - base)).cloned() else {
            continue;
        };
        let claim = &mut claims[i];
        let bare = claim.noun.is_none() && claim.measure.is_none();
        let alike = claim.quantity.dimension == Dimension::Count
            && other.quantity.dimension == Dimension::Count;
        let named = claim
            .relations
            .iter()
            .any(|r| r.kind == RelationKind::OutOf)
            && !claim.has_known_measure();
        if !alike || !other.has_known_measure() || !(bare || named) {
            continue;
        }
        fn carried<T>(field: Option<Field<T>>) -> Option<Field<T>> {
            field.map(|f| Field {
                basis: f.basis.max(Basis::Linked),
                ..f
            })
        }
        claim.people = other.people;
        claim.measure = carried(other.measure);
        claim.population = claim.population.take().or(carried(other.population));
        claim.status = carried(other.status);
        claim.event = carried(other.event);
        claim.place = claim.place.take().or(carried(other.place));
    }
}

/// "The Observatory said 38 fighters were killed. Shaam put the number at 60": the first figure of a sentence that only
/// says a number anew counts what the last toll of the sentence before does.
pub fn tell_again(passage: &Passage<'_>, told: &[Claim], sentence: usize, claims: &mut [Claim]) {
    let (Some(claim), Some(figure)) = (claims.first_mut(), passage.figures.first()) else {
        return;
    };
    let cues = passage.phrases(&passage.lexicon.cues.told_again, 0, figure.first);
    let anew = cues.iter().any(|(_, end, ())| *end == figure.first);
    let bare = claim.measure.is_none() && claim.noun.is_none();
    if !anew || !bare || claim.quantity.dimension != Dimension::Count {
        return;
    }
    let last = told.iter().rev().take_while(|c| c.sentence + 1 >= sentence);
    let Some(before) = { last }.find(|c| c.event.is_some() && c.role == Role::Total) else {
        return;
    };
    claim.people = before.people;
    claim.measure.clone_from(&before.measure);
    claim.population.clone_from(&before.population);
    claim.status = before.status;
    claim.event = before.event;
    claim.as_of.clone_from(&before.as_of);
    claim.place = claim.place.take().or(before.place.clone());
    if let Some(measure) = &mut claim.measure {
        measure.basis = measure.basis.max(Basis::Linked);
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
