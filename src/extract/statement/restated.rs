//! Figures that a text says twice: in the headline and below it, or as "the 40" after "a total of 30".
//!
//! Two figures are taken for one another only where the text leaves no other reading: the number of the one is
//! nowhere else in the text, and both count the same thing in much the same words.

use rustc_hash::FxHashSet;

use crate::claim::{Again, Claim, Event, Modality, Reading, Restated, Role, Scope, Statement};
use crate::document::Section;
use crate::extract::noun::singular;
use crate::lexicon::{Classes, Lexicon};
use crate::quantity::{Agreement, Bound, Decimal, Dimension, Form, compare};

/// How many sentences below the headline may say it again.
const LEDE: usize = 3;
/// How many words a headline and a sentence share at least, besides the noun.
const SHARED: usize = 2;
/// How many sentences back a definite figure takes up.
const LOOK_BACK: usize = 3;

/// Finds the restatements of a text.
pub(super) fn restatements(reading: &Reading, lexicon: &Lexicon) -> Vec<Statement> {
    let mut out: Vec<Restated> = Vec::new();
    out.extend(above_the_text(reading, lexicon));
    out.extend(definite(reading));
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

/// Whether two figures are told in the same unit, so that they may say the same.
fn are_level(a: &Claim, b: &Claim) -> bool {
    let (x, y) = (&a.quantity, &b.quantity);
    x.dimension == y.dimension && x.unit == y.unit
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

/// The figures of headlines and captions that no figure of the text agrees with, each with the one in the first
/// sentences that says it in much the same words.
fn above_the_text(reading: &Reading, lexicon: &Lexicon) -> Vec<Restated> {
    let claims = &reading.claims;
    let titles: Vec<usize> = (0..claims.len())
        .filter(|i| is_above(&claims[*i]) && is_plain(&claims[*i]))
        .filter(|i| may_be_restated(&claims[*i]))
        .take(MOST_TITLES)
        .collect();
    let Some(first) = reading
        .sentences
        .iter()
        .position(|s| !matches!(s.section, Section::Headline | Section::Caption))
    else {
        return Vec::new();
    };
    titles
        .into_iter()
        .filter_map(|title| below(reading, lexicon, title, first))
        .collect()
}

/// Captions stand all over a long page.
const MOST_TITLES: usize = 40;

/// Ages, times and shares in words are seldom said twice in the same way.
fn may_be_restated(claim: &Claim) -> bool {
    !matches!(
        claim.quantity.dimension,
        Dimension::Age | Dimension::Duration | Dimension::Ratio
    ) && matches!(claim.role, Role::Total | Role::Increment | Role::Besides)
}

fn below(reading: &Reading, lexicon: &Lexicon, title: usize, first: usize) -> Option<Restated> {
    let claims = &reading.claims;
    let headline = &claims[title];
    let is_text = |c: &Claim| !is_above(c) && !c.is_derived();
    let text: Vec<usize> = (0..claims.len())
        .filter(|i| {
            is_text(&claims[*i]) && claims[*i].quantity.dimension == headline.quantity.dimension
        })
        .collect();
    if text.iter().any(|i| may_be_one(headline, &claims[*i])) || makes_up(reading, title, &text) {
        return None;
    }
    let words = content_words(reading, lexicon, headline.sentence);
    let is_candidate = |i: &&usize| {
        let claim = &claims[**i];
        let lede = (first..first + LEDE).contains(&claim.sentence);
        // "One" counts one of several.
        let several = claim.quantity.low > Decimal::ONE;
        lede && several && is_plain(claim) && may_be_restated(claim) && are_level(headline, claim)
    };
    let again = *text
        .iter()
        .filter(is_candidate)
        .find(|i| says_the_same(reading, lexicon, headline, &claims[**i], &words))?;
    let other = &claims[again];
    // "1 killed, 11 injured" over "a woman was killed and 10 others were injured"
    let besides = if other.role == Role::Besides {
        let start = reading.sentences[other.sentence].span.start;
        let told = reading
            .persons
            .iter()
            .filter(|p| (start..other.span.start).contains(&p.start))
            .count();
        let counted = claims[..again]
            .iter()
            .rev()
            .take_while(|c| c.sentence == other.sentence)
            .filter(|c| c.people && c.quantity.dimension == Dimension::Count)
            .map(|c| usize::try_from(c.quantity.low.trunc().mantissa()).unwrap_or(0));
        (
            0,
            told.max(counted.max().unwrap_or(0)) + usize::from(told == 0),
        )
    } else {
        (0, 0)
    };
    Some(Restated {
        first: title,
        again,
        besides,
        by: if headline.section == Section::Caption {
            Again::Caption
        } else {
            Again::Headline
        },
    })
}

/// Whether other figures of the text make up the headline's: two that add up to it or differ by it.
fn makes_up(reading: &Reading, title: usize, text: &[usize]) -> bool {
    /// Sums are looked for among the first figures only.
    const FIRST: usize = 12;
    let title = &reading.claims[title];
    let headline = &title.quantity;
    // Percentages do not add up.
    if headline.dimension == Dimension::Percent {
        return false;
    }
    let measure = |c: &Claim| c.measure.as_ref().map(|m| m.value.clone());
    let may_be_added = |c: &Claim| {
        are_level(title, c)
            && (headline.dimension != Dimension::Count
                || (title.people && c.people)
                || measure(title) == measure(c)
                || measure(c).is_none())
    };
    let values: Vec<Decimal> = text
        .iter()
        .map(|i| &reading.claims[*i])
        .filter(|c| may_be_added(c))
        .take(FIRST)
        .map(|c| c.quantity.low)
        .collect();
    let all: Decimal = values
        .iter()
        .copied()
        .fold(Decimal::ZERO, |a, b| a.saturating_add(b));
    let made = |sum: Decimal| headline.literal().contains(sum);
    let pairs = values.iter().enumerate().any(|(i, a)| {
        values[i + 1..]
            .iter()
            .any(|b| made(a.saturating_add(*b)) || made((*a - *b).abs()))
    });
    let running = values.iter().scan(Decimal::ZERO, |sum, value| {
        *sum = sum.saturating_add(*value);
        Some(*sum)
    });
    pairs || made(all) || running.skip(1).any(made)
}

/// Whether a sentence tells of a figure in much the same words as the headline of its own.
fn says_the_same(
    reading: &Reading,
    lexicon: &Lexicon,
    headline: &Claim,
    claim: &Claim,
    words: &FxHashSet<String>,
) -> bool {
    let measure = |c: &Claim| c.measure.as_ref().map(|m| m.value.clone());
    let counts = headline.quantity.dimension == Dimension::Count;
    let one_measure = match (measure(headline), measure(claim)) {
        (Some(a), Some(b)) => a == b,
        _ => !counts,
    };
    let one_trend = headline.quantity.trend == claim.quantity.trend;
    let people = |c: &Claim| c.population.as_ref().map(|p| p.value.clone());
    let one_population = match (people(headline), people(claim)) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    };
    let shared = content_words(reading, lexicon, claim.sentence);
    let noun = claim.noun.as_ref().and_then(|n| n.value.rsplit(' ').next());
    let noun = noun
        .map(stem)
        .filter(|n| shared.contains(n) && words.contains(n));
    let shared = shared.intersection(words).count() - usize::from(noun.is_some());
    // A rise of so much is told of one thing; an amount may be of many.
    let needed = match (counts, headline.quantity.trend) {
        (true, _) => SHARED,
        (false, Some(_)) => SHARED + 1,
        (false, None) => SHARED + 2,
    };
    let event = |c: &Claim| c.event.and_then(|e| reading.events.get(e.value));
    let one_event = match (event(headline), event(claim)) {
        (Some(a), Some(b)) => {
            let day = |e: &Event| e.day.map(|d| d.value);
            let campaign = |e: &Event| e.scope == Scope::Campaign;
            campaign(a) == campaign(b) && (day(a).is_none() || day(b).is_none() || day(a) == day(b))
        }
        _ => true,
    };
    one_measure
        && one_event
        && !tells_of_more(reading, headline, claim)
        && !are_far_apart(headline, claim)
        && one_trend
        && one_population
        && shared >= needed
}

/// The beginning of a word in the singular: enough to know it by, in whatever form.
fn stem(word: &str) -> String {
    /// In characters.
    const STEM: usize = 4;
    singular(word).chars().take(STEM).collect()
}

/// Whether the text tells of more people than its figure counts, and the headline may count them too: "a third died
/// in hospital", "one of the deadliest strikes".
fn tells_of_more(reading: &Reading, headline: &Claim, claim: &Claim) -> bool {
    /// How many sentences below the headline are looked at.
    const NEAR: usize = 6;
    let sentences = reading
        .sentences
        .iter()
        .filter(|s| !matches!(s.section, Section::Headline));
    headline.people
        && claim.role != Role::Besides
        && headline.quantity.low > claim.quantity.low
        && sentences.take(NEAR).any(|s| s.adds)
}

/// From so many times on, two figures are not about one thing; a slip is seldom a multiple, unless of ten.
fn are_far_apart(a: &Claim, b: &Claim) -> bool {
    const FAR: Decimal = Decimal::from_parts(4, 0, 0, false, 0);
    let (less, more) = (
        a.quantity.low.min(b.quantity.low),
        a.quantity.low.max(b.quantity.low),
    );
    let times = |n| less.checked_mul(n) == Some(more);
    let tenfold =
        times(Decimal::TEN) || times(Decimal::ONE_HUNDRED) || times(Decimal::ONE_THOUSAND);
    more >= less.saturating_mul(FAR) && !tenfold
}

/// The words of a sentence that tell it from others, by their stems.
fn content_words(reading: &Reading, lexicon: &Lexicon, sentence: usize) -> FxHashSet<String> {
    let span = reading.sentences[sentence].span.clone();
    let text = reading.document.text().get(span).unwrap_or_default();
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 2 && word.chars().all(char::is_alphabetic))
        .filter(|word| {
            !lexicon.classes_of(word).any(
                Classes::FUNCTION
                    .with(Classes::FIGURE_START)
                    .with(Classes::SAYING),
            )
        })
        .map(stem)
        .collect()
}

/// "Fourteen of the 40" after "a total of 30 failures"; "22 of the 26 projects" after "one of 30 such projects".
fn definite(reading: &Reading) -> Vec<Restated> {
    let claims = &reading.claims;
    let mut out = Vec::new();
    for (at, claim) in claims.iter().enumerate() {
        let takes_up = claim.definite
            && is_plain(claim)
            && !is_above(claim)
            && matches!(claim.quantity.bound, Bound::None)
            && claim.quantity.dimension == Dimension::Count;
        if !takes_up {
            continue;
        }
        let earlier = |c: &&Claim| c.quantity.dimension == Dimension::Count;
        if claims[..at]
            .iter()
            .filter(earlier)
            .any(|c| may_be_one(c, claim))
        {
            continue;
        }
        let first = match claim.role {
            Role::Besides => others_before(reading, at),
            Role::OutOf => whole_before(reading, at),
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

/// "wounded four other people … The conditions of the seven others": the only others that the text has told of.
fn others_before(reading: &Reading, at: usize) -> Option<usize> {
    let claims = &reading.claims;
    let people = |c: &Claim| c.population.as_ref().map(|p| p.value.clone());
    let is_other = |i: &usize| {
        let c = &claims[*i];
        c.role == Role::Besides && c.people && is_plain(c) && people(c) == people(&claims[at])
    };
    let mut others = (0..at).filter(is_other);
    let first = others.next()?;
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
