//! What explains why two figures of one event differ, so that nothing is wrong with either. See `docs/comparing.md`.

use super::Member;
use crate::claim::{Claim, Reading, Role};
use crate::matching::{People, Stories, is_toll};
use crate::quantity::Decimal;

/// A way in which two figures of one event may differ rightly. A rule of the check `agreement` may leave some out.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Veto {
    /// One document states both: a part and its whole, or a restatement.
    Witness,
    /// Other figures of the two documents make up the difference.
    Sum,
    /// One counts only some of the people: civilians, of everyone.
    Part,
    /// One is many times the other, and little says that it is one event.
    Far,
}

impl Veto {
    /// All of them, in the order in which they are asked.
    pub const ALL: [Veto; 4] = [Veto::Part, Veto::Far, Veto::Witness, Veto::Sum];
}

/// What explains a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vetoed {
    /// The document of this one states both values.
    Witness(Member),
    /// These figures, or this one twice, are the difference.
    Sum([Member; 2]),
    /// This one counts only some of the people.
    Part(Member),
    /// One is many times the other.
    Far,
}

/// What explains the difference between two figures of different documents, of those ways that are asked for.
pub fn veto(
    readings: &[Reading],
    stories: &Stories,
    asked: &[Veto],
    a: Member,
    b: Member,
) -> Option<Vetoed> {
    Veto::ALL
        .into_iter()
        .filter(|veto| asked.contains(veto))
        .find_map(|veto| match veto {
            Veto::Witness => witness(readings, a, b).map(Vetoed::Witness),
            Veto::Sum => sum(readings, a, b).map(Vetoed::Sum),
            Veto::Part => part(readings, stories, a, b).map(Vetoed::Part),
            Veto::Far => is_far(readings, stories, a, b).then_some(Vetoed::Far),
        })
}

/// The member whose document also states the value of the other.
fn witness(readings: &[Reading], a: Member, b: Member) -> Option<Member> {
    [(a, b), (b, a)]
        .into_iter()
        .find_map(|(witness, of)| states_value(readings, witness, of).then_some(witness))
}

/// Whether the document of one member also states the value of the other for the same measure, or for one that is not
/// known.
pub fn states_value(readings: &[Reading], witness: Member, of: Member) -> bool {
    let value = of.of(readings);
    let claims = readings[witness.reading].claims.iter().enumerate();
    claims
        .filter(|(claim, c)| {
            Member {
                claim: *claim,
                ..witness
            } != of
                && may_be_of(c, value)
        })
        .any(|(_, c)| {
            c.quantity.low == value.quantity.low && c.quantity.high == value.quantity.high
        })
}

/// Whether a figure counts what another one does, as far as is known.
fn may_be_of(c: &Claim, value: &Claim) -> bool {
    (measure(c) == measure(value) || !c.has_known_measure())
        && c.quantity.dimension == value.quantity.dimension
}

/// One or two figures of either document that make up the difference: "21" is "15" and "six more".
fn sum(readings: &[Reading], a: Member, b: Member) -> Option<[Member; 2]> {
    /// So many figures of a document are looked at.
    const MOST: usize = 12;
    let (x, y) = (a.of(readings), b.of(readings));
    let gap = (x.quantity.low - y.quantity.low).abs();
    let values = [x.quantity.low, y.quantity.low];
    let of_document = |reading: usize| {
        let claims = readings[reading].claims.iter().enumerate();
        let fit = claims.filter(|(_, c)| {
            measure(c) == measure(x)
                && !c.is_repeat()
                && c.role != Role::OutOf
                && c.quantity.low > Decimal::ZERO
                && c.quantity.low <= gap
                && !values.contains(&c.quantity.low)
        });
        let members = fit.map(|(claim, _)| Member { reading, claim });
        members.take(MOST).collect::<Vec<_>>()
    };
    [a.reading, b.reading].into_iter().find_map(|reading| {
        let parts = of_document(reading);
        let low = |m: &Member| m.of(readings).quantity.low;
        let pairs = parts.iter().enumerate().flat_map(|(i, p)| {
            let alone = (low(p) == gap).then_some([*p, *p]);
            let rest = parts[i + 1..].iter();
            // Any two of many small numbers make up a gap; two of one sentence, or others of others, mean to.
            let linked = move |q: &&Member| {
                let (x, y) = (p.of(readings), q.of(readings));
                x.sentence == y.sentence || (x.role == Role::Besides && y.role == Role::Besides)
            };
            let with = rest.filter(linked).filter(move |q| low(p) + low(q) == gap);
            alone.into_iter().chain(with.map(|q| [*p, *q]))
        });
        pairs.into_iter().next()
    })
}

/// The smaller figure, where it counts fewer people by its words.
fn part(readings: &[Reading], stories: &Stories, a: Member, b: Member) -> Option<Member> {
    let (x, y) = (a.of(readings), b.of(readings));
    // Whoever lives in a place are its civilians.
    if !is_toll(x) || !is_toll(y) {
        return None;
    }
    let (less, more) = if x.quantity.low < y.quantity.low {
        (a, b)
    } else {
        (b, a)
    };
    let of = |m: Member| stories.people(m.of(readings));
    let opposed = |p: People<'_>, q: People<'_>| match (p, q) {
        (People::Narrower(p), People::Narrower(q)) => p != q,
        _ => false,
    };
    let narrower = matches!(of(less), People::Narrower(_)) && of(more) == People::Everyone;
    (narrower || opposed(of(less), of(more))).then_some(less)
}

/// Whether one toll is many times the other, though little says that they are of one event: then they are seldom. A slip is
/// no multiple, unless of ten.
fn is_far(readings: &[Reading], stories: &Stories, a: Member, b: Member) -> bool {
    /// The same as between a headline and its text.
    const FAR: Decimal = Decimal::from_parts(4, 0, 0, false, 0);
    let (x, y) = (a.of(readings), b.of(readings));
    let (low, high) = (
        x.quantity.low.min(y.quantity.low),
        x.quantity.low.max(y.quantity.low),
    );
    let times = |n| low.checked_mul(n) == Some(high);
    let tenfold = times(Decimal::TEN) || times(Decimal::ONE_HUNDRED);
    let far = is_toll(x) && is_toll(y) && high >= low.saturating_mul(FAR) && !tenfold;
    let evidence = || stories.evidence(readings, (a.reading, a.claim), (b.reading, b.claim));
    far && evidence().is_some_and(|e| !stories.may_be_far(&e))
}

fn measure(claim: &Claim) -> Option<&str> {
    claim.measure.as_ref().map(|m| m.value.as_str())
}
