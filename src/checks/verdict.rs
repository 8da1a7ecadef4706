//! How much a disagreement matters, and its likely cause: the table of verdicts and severities.

use crate::claim::{AsOf, Basis, Claim, Field, Modality, Reading, Status};
use crate::finding::{Cause, Severity, Verdict};
use crate::quantity::{Agreement, Bound, Decimal, Form, compare};
use crate::series::{Licence, Member, is_title};

/// What two figures on different sides say of each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// The verdict.
    pub verdict: Verdict,
    /// How much it matters.
    pub severity: Severity,
    /// The likely cause.
    pub cause: Cause,
    /// The cause in a sentence.
    pub why: String,
}

/// Judges two figures of one series.
pub fn judge(
    readings: &[Reading],
    licence: Licence,
    a: Member,
    b: Member,
    tolerance: Decimal,
) -> Judgement {
    let (x, y) = (a.of(readings), b.of(readings));
    let agreement = compare(&x.quantity, &y.quantity, tolerance);
    let verdict = match agreement {
        Agreement::Contradiction => Verdict::Contradiction,
        Agreement::Discrepancy => Verdict::Discrepancy,
        Agreement::Loose | Agreement::Consistent => Verdict::Consistent,
    };
    let (severity, cause, why) = match licence {
        Licence::Originators => (
            Severity::Note,
            Cause::Source,
            format!(
                "the article gives the counts of two sources: {}; {}",
                speaker(x),
                speaker(y)
            ),
        ),
        Licence::Headline if verdict == Verdict::Contradiction && may_both_stand(x, y) => (
            Severity::Note,
            Cause::Scope,
            "one of the two may count more than the other: one more victim, a longer time"
                .to_owned(),
        ),
        Licence::Headline if verdict == Verdict::Contradiction => {
            let (cause, why) = cause(readings, a, b);
            (Severity::Error, cause, why)
        }
        Licence::Headline => (
            Severity::Note,
            Cause::Rounding,
            "one of the two is rounded".to_owned(),
        ),
        Licence::Documents => between_documents(readings, a, b, verdict),
    };
    // Where "dozens" end is a convention, not a claim.
    let severity = if beyond_vague(x, y) || beyond_vague(y, x) {
        Severity::Note
    } else {
        severity
    };
    // Inside one article, what the words allow is a loose restatement, whatever a reader takes them for.
    let verdict = match (licence, verdict) {
        (Licence::Headline, Verdict::Discrepancy) => Verdict::Consistent,
        (_, verdict) => verdict,
    };
    let limit = if matches!(licence, Licence::Documents | Licence::Headline) {
        ceiling_between
    } else {
        ceiling
    };
    Judgement {
        verdict,
        severity: severity.min(limit(x)).min(limit(y)),
        cause,
        why,
    }
}

/// A headline often counts one more, whom the text tells of without a number (the gunman, a later death), or a whole
/// campaign where the text has the day; a slip is seldom a multiple, unless of ten. And what is feared in one of the
/// two may be known in the other.
fn may_both_stand(a: &Claim, b: &Claim) -> bool {
    /// From this ratio on, two figures are not about one thing.
    const FAR: Decimal = Decimal::from_parts(4, 0, 0, false, 0);
    let (headline, text) = if is_title(a) { (a, b) } else { (b, a) };
    let (above, below) = (headline.quantity.low, text.quantity.low);
    let one_more = above > below && above - below <= Decimal::ONE;
    let times = |n| below.checked_mul(n) == Some(above);
    let tenfold = times(Decimal::TEN) || times(Decimal::ONE_HUNDRED);
    let multiple = above >= below.saturating_mul(FAR) && !tenfold;
    let hedged = |c: &Claim| c.modality == Modality::Hedged;
    one_more || multiple || hedged(a) != hedged(b)
}

/// A count so far that is told as a floor ("at least 24") agrees with any higher one: it grows.
fn is_growing_floor(a: &Claim, b: &Claim) -> bool {
    let smaller = if a.quantity.low < b.quantity.low {
        a
    } else {
        b
    };
    let floor = matches!(smaller.quantity.bound, Bound::AtLeast | Bound::MoreThan);
    floor
        && smaller
            .status
            .is_some_and(|s| s.value == Status::Cumulative)
}

/// Whether a figure lies above a vague plural.
pub fn beyond_vague(vague: &Claim, other: &Claim) -> bool {
    vague.quantity.form == Form::Vague && other.quantity.low > vague.quantity.high
}

/// A quotation cannot be changed, and what rests on a guess is told with care.
pub fn ceiling(claim: &Claim) -> Severity {
    if claim.quoted || claim.guesses() > 0 {
        Severity::Note
    } else {
        Severity::Error
    }
}

/// The same between documents, or headline and text: that they tell of one event was found by more than the place and the day of a figure,
/// so that a guess of these does not matter.
fn ceiling_between(claim: &Claim) -> Severity {
    let found = ["event", "place"];
    let needed = |(field, basis): &(&str, Basis)| {
        *basis == Basis::Guessed && (claim.event.is_none() || !found.contains(field))
    };
    if claim.quoted || claim.bases().iter().any(needed) {
        Severity::Note
    } else {
        Severity::Error
    }
}

fn between_documents(
    readings: &[Reading],
    a: Member,
    b: Member,
    verdict: Verdict,
) -> (Severity, Cause, String) {
    if verdict == Verdict::Consistent {
        return (
            Severity::Note,
            Cause::Rounding,
            "one of the two is rounded".to_owned(),
        );
    }
    let (earlier, later) = match (day(a.of(readings)), day(b.of(readings))) {
        (Some(x), Some(y)) if x > y => (b, a),
        _ => (a, b),
    };
    let (from, to) = (earlier.of(readings), later.of(readings));
    let so_far = |c: &Claim| c.status.is_some_and(|s| s.value == Status::Cumulative);
    // Without both days nobody knows which is the later.
    let apart = day(from).zip(day(to)).is_some_and(|(x, y)| x != y);
    if so_far(from) && so_far(to) && apart {
        if to.quantity.high > from.quantity.high {
            return (
                Severity::Note,
                Cause::Time,
                "the later count is the higher one: an update".to_owned(),
            );
        }
        let severity = if verdict == Verdict::Contradiction {
            Severity::Warning
        } else {
            Severity::Note
        };
        return (
            severity,
            Cause::Time,
            "a count so far cannot fall, and the later one is the lower".to_owned(),
        );
    }
    if apart && verdict == Verdict::Discrepancy && is_growing_floor(from, to) {
        return (
            Severity::Note,
            Cause::Time,
            "the lower count is told as a floor".to_owned(),
        );
    }
    let (cause, why) = cause(readings, a, b);
    (Severity::Warning, cause, why)
}

fn cause(readings: &[Reading], a: Member, b: Member) -> (Cause, String) {
    let (x, y) = (a.of(readings), b.of(readings));
    if value(&x.measure) != value(&y.measure) {
        return (
            Cause::Definition,
            "the two count different things".to_owned(),
        );
    }
    if value(&x.population) != value(&y.population) {
        return (Cause::Scope, "the two count different people".to_owned());
    }
    match (x.originator(), y.originator()) {
        (Some(one), Some(other)) if one != other => (
            Cause::Source,
            format!(
                "the counts come from two sources: {}; {}",
                speaker(x),
                speaker(y)
            ),
        ),
        _ if day(x) != day(y) => (Cause::Time, "the two hold at different times".to_owned()),
        _ => (
            Cause::Unknown,
            "nothing in the text explains the difference".to_owned(),
        ),
    }
}

fn value(field: &Option<Field<String>>) -> Option<&str> {
    field.as_ref().map(|f| f.value.as_str())
}

fn speaker(claim: &Claim) -> &str {
    claim
        .attribution
        .first()
        .map_or("nobody named", |a| a.name.as_str())
}

fn day(claim: &Claim) -> Option<crate::document::Date> {
    claim.as_of.as_ref().and_then(|a| AsOf::day(&a.value))
}
