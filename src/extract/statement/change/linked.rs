//! A step that stands in another sentence than its values: "a 72 percent slide in net profit" in the lede, and below
//! it "a net profit of 43.9 million, down from 155.1 million".

use crate::claim::{Change, Claim, Reading, Statement, Step};
use crate::document::Section;
use crate::extract::statement::words::content_words;
use crate::lexicon::Lexicon;
use crate::quantity::{Bound, Dimension, Form};

/// How many sentences at the top may tell the step.
const STEPS_WITHIN: usize = 3;
/// How many sentences at the top may tell the values.
const VALUES_WITHIN: usize = 8;
/// How many words the two sentences share at least.
const SHARED: usize = 3;

/// Finds the steps of a text that belong to values in another sentence.
pub(in crate::extract) fn linked_steps(reading: &Reading, lexicon: &Lexicon) -> Vec<Statement> {
    let used: Vec<usize> = reading
        .statements
        .iter()
        .filter_map(|s| match s {
            Statement::Change(Change {
                by: Step::Percent(claim) | Step::PercentOrPoints(claim),
                ..
            }) => Some(*claim),
            Statement::Steps(steps) => Some(steps.percent),
            _ => None,
        })
        .collect();
    let steps: Vec<usize> = (0..reading.claims.len())
        .take_while(|i| reading.claims[*i].sentence < STEPS_WITHIN)
        .filter(|i| is_step(&reading.claims[*i]) && !used.contains(i))
        .collect();
    let link = |statement: &Statement| {
        let Statement::Change(change) = statement else {
            return None;
        };
        if matches!(change.by, Step::TakenUp(_)) {
            return taken_up(reading, lexicon, change);
        }
        let sentence = reading.claims[change.to].sentence;
        let share = reading.claims[change.to].quantity.dimension == Dimension::Percent;
        let told = matches!(change.by, Step::Direction(_))
            && !share
            && !change.other_base
            && sentence < VALUES_WITHIN
            && !reading
                .claims
                .iter()
                .any(|c| c.sentence == sentence && is_step(c));
        let step = told
            .then(|| step_of(reading, lexicon, change, &steps))
            .flatten()?;
        Some(Statement::Change(Change {
            by: Step::Percent(step),
            ..change.clone()
        }))
    };
    reading.statements.iter().filter_map(link).collect()
}

/// "Foreign reserves fell by 8.91 billion francs. … The fall in foreign reserves took them to 98.83 billion from
/// 107.74 billion": the nearest amount before that fell, in much the same words.
fn taken_up(reading: &Reading, lexicon: &Lexicon, change: &Change) -> Option<Statement> {
    /// How many claims back it is looked for.
    const BACK: usize = 20;
    /// How many words the two sentences share at least.
    const SHARED: usize = 2;
    let to = &reading.claims[change.to];
    let words = content_words(reading, lexicon, to.sentence);
    let is_amount = |i: &usize| {
        let c = &reading.claims[*i];
        c.quantity.trend == change.trend
            && c.quantity.dimension != Dimension::Percent
            && c.quantity.dimension == to.quantity.dimension
            && c.quantity.unit == to.quantity.unit
            && c.quantity.bound != Bound::Between
            && matches!(c.quantity.form, Form::Number { .. })
            && c.sentence < to.sentence
            && !c.is_derived()
    };
    let shares = |i: &usize| {
        let sentence = reading.claims[*i].sentence;
        content_words(reading, lexicon, sentence)
            .intersection(&words)
            .count()
            >= SHARED
    };
    let before = change.to.min(change.from);
    let step = (before.saturating_sub(BACK)..before)
        .rev()
        .filter(is_amount)
        .find(shares)?;
    Some(Statement::Change(Change {
        by: Step::Amount(step),
        ..change.clone()
    }))
}

fn is_step(claim: &Claim) -> bool {
    claim.quantity.dimension == Dimension::Percent
        && claim.quantity.unit.is_none()
        && claim.quantity.trend.is_some()
        && claim.quantity.bound != Bound::Between
        && matches!(claim.quantity.form, Form::Number { .. })
        && !claim.is_derived()
}

/// The one step that a sentence with much the same words tells in the same direction.
fn step_of(
    reading: &Reading,
    lexicon: &Lexicon,
    change: &Change,
    steps: &[usize],
) -> Option<usize> {
    let sentence = reading.claims[change.to].sentence;
    let words = content_words(reading, lexicon, sentence);
    let periods = |sentence| periods(reading, lexicon, sentence);
    let own = periods(sentence);
    let shares = |i: &&usize| {
        let claim = &reading.claims[**i];
        let other = periods(claim.sentence);
        let one_period =
            own.is_empty() || other.is_empty() || own.iter().any(|p| other.contains(p));
        claim.sentence != sentence
            && claim.quantity.trend == change.trend
            && one_period
            && content_words(reading, lexicon, claim.sentence)
                .intersection(&words)
                .count()
                >= SHARED
    };
    let mut fitting = steps.iter().filter(shares);
    let first = *fitting.next()?;
    let value = |i: usize| reading.claims[i].quantity.low;
    // The headline says it and the lede again; another value is another step.
    let one = fitting.all(|i| value(*i) == value(first));
    let above = |i: usize| reading.claims[i].section == Section::Headline;
    let text = steps
        .iter()
        .copied()
        .find(|i| value(*i) == value(first) && !above(*i));
    one.then(|| text.unwrap_or(first))
}

/// The words for a span of time in a sentence: "quarter", "March".
fn periods(reading: &Reading, lexicon: &Lexicon, sentence: usize) -> Vec<String> {
    let span = reading.sentences[sentence].span.clone();
    let text = reading.document.text().get(span).unwrap_or_default();
    let is_period = |word: &&str| {
        let id = lexicon.vocabulary.get(word);
        lexicon.trends.periods.contains(&id) || lexicon.months.contains_key(&id)
    };
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .filter(is_period)
        .map(str::to_lowercase)
        .collect()
}
