//! Figures that a text says twice: in the headline and below it, or as "the 40" after "a total of 30".
//!
//! Two figures are taken for one another only where the text leaves no other reading: the number of the one is
//! nowhere else in the text, and both count the same thing in much the same words.

mod definite;
mod headline;

use crate::claim::{Claim, Modality, Reading, Restated, Statement};
use crate::document::Section;
use crate::lexicon::Lexicon;
use crate::quantity::{Agreement, Bound, Decimal, Dimension, Form, compare};
use definite::{ages, definite};
use headline::above_the_text;

/// Finds the restatements of a text.
pub(in crate::extract) fn restatements(reading: &Reading, lexicon: &Lexicon) -> Vec<Statement> {
    let mut out: Vec<Restated> = Vec::new();
    out.extend(above_the_text(reading, lexicon));
    out.extend(definite(reading, lexicon));
    out.extend(ages(reading));
    out.into_iter().map(Statement::Restated).collect()
}

fn is_above(claim: &Claim) -> bool {
    matches!(claim.section, Section::Headline | Section::Caption)
}

fn is_plain(claim: &Claim) -> bool {
    matches!(claim.quantity.form, Form::Number { .. })
        && claim.quantity.bound != Bound::Between
        && !claim.is_derived()
        && !claim.is_repeat()
        && !matches!(claim.modality, Modality::Negated | Modality::Hypothetical)
}

/// Whether one may be the other, rounded or not.
fn may_be_one(a: &Claim, b: &Claim) -> bool {
    let (x, y) = (&a.quantity, &b.quantity);
    let step = |form: &Form| match form {
        Form::Number { granularity } => *granularity,
        _ => Decimal::ZERO,
    };
    let exact = x.dimension == Dimension::Count && x.low.max(y.low) < Decimal::ONE_HUNDRED;
    let rounding = if exact {
        Decimal::ZERO
    } else {
        step(&x.form).max(step(&y.form))
    };
    compare(x, y, Decimal::ZERO) < Agreement::Contradiction
        || ((x.low - y.low).abs() <= rounding && !rounding.is_zero())
}

/// Whether two figures are told in the same unit, so that they may say the same.
fn are_level(a: &Claim, b: &Claim) -> bool {
    let (x, y) = (&a.quantity, &b.quantity);
    x.dimension == y.dimension && x.unit == y.unit
}
