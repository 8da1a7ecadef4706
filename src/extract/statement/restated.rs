//! Figures that a text says twice: in the headline and below it, or as "the 40" after "a total of 30".
//!
//! Two figures are taken for one another only where the text leaves no other reading: the number of the one is
//! nowhere else in the text, and both count the same thing in much the same words.

use std::ops::Range;

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
    let words = content_words(reading, lexicon, headline.sentence);
    let echo = echo(reading, headline.sentence);
    let is_text = |c: &Claim| !is_above(c) && !c.is_derived() && !echo.contains(&c.span.start);
    let text: Vec<usize> = (0..claims.len())
        .filter(|i| is_text(&claims[*i]) && counts_the_same(headline, &claims[*i]))
        .collect();
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
    // A line that is the headline but for its number needs no more proof.
    let twin = content_words(reading, lexicon, claims[again].sentence);
    let same_line = words.len() >= TWIN
        && words.intersection(&twin).count() * 5 >= words.len() * 4
        && twin.len() <= words.len() + TWIN;
    let told = text.iter().any(|i| may_be_one(headline, &claims[*i]));
    if (told && !same_line)
        || may_be_one(headline, &claims[again])
        || makes_up(reading, title, again)
    {
        return None;
    }
    let other = &claims[again];
    // "two officers wounded and three others injured": these others are not all of them.
    let measure = |c: &Claim| c.measure.as_ref().map(|m| m.value.clone());
    let is_counted_beside = |i: &usize| {
        let c = &claims[*i];
        *i != again
            && c.sentence.abs_diff(other.sentence) <= LEDE
            && measure(c) == measure(other)
            && c.people
    };
    if other.role == Role::Besides && text.iter().any(is_counted_beside) {
        return None;
    }
    Some(Restated {
        first: title,
        again,
        besides: told_beside(reading, again),
        by: if other.section == Section::Caption || headline.section == Section::Caption {
            Again::Caption
        } else {
            Again::Headline
        },
    })
}

/// How many words make a line known again, and how many more the other may have.
const TWIN: usize = 4;

/// Whether a figure of the text may be that of a headline: of the same dimension, and no count of other things.
fn counts_the_same(headline: &Claim, claim: &Claim) -> bool {
    let (x, y) = (&headline.quantity, &claim.quantity);
    let known = |c: &Claim| {
        c.measure
            .as_ref()
            .filter(|_| c.has_known_measure())
            .map(|m| m.value.clone())
    };
    let measures = match (known(headline), known(claim)) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    };
    let kinds = claim.noun.is_none() || headline.noun.is_none() || headline.people == claim.people;
    x.dimension == y.dimension && (x.dimension != Dimension::Count || (measures && kinds))
}

/// The bytes at the top of the text where the headline is printed once more.
fn echo(reading: &Reading, headline: usize) -> Range<usize> {
    /// Where it may begin, in bytes behind the headline.
    const REACH: usize = 400;
    let text = reading.document.text();
    let span = reading.sentences[headline].span.clone();
    let line = text
        .get(span.clone())
        .unwrap_or_default()
        .trim_end_matches(['.', ' ']);
    let mut end = (span.end + REACH + line.len()).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let found = text.get(span.end..end).and_then(|after| after.find(line));
    match found {
        Some(at) if !line.is_empty() => span.end + at..span.end + at + line.len(),
        _ => 0..0,
    }
}

/// The fewest and the most people that a sentence tells of beside a figure for "others": "a woman was killed and 10
/// others were hurt", under "1 killed, 10 hurt" or "11 shot".
fn told_beside(reading: &Reading, again: usize) -> (usize, usize) {
    let claims = &reading.claims;
    let other = &claims[again];
    if other.role != Role::Besides {
        return (0, 0);
    }
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
        .filter_map(|c| usize::try_from(c.quantity.low.trunc().mantissa()).ok());
    (0, told.max(counted.max().unwrap_or(0)).max(1))
}

/// Whether other figures of the text make up the headline's together with one that stands below it: "300 jobs in May
/// and 200 in June" under "500 jobs".
fn makes_up(reading: &Reading, title: usize, again: usize) -> bool {
    /// How many sentences further the rest may stand.
    const NEAR: usize = 4;
    let (title, below) = (&reading.claims[title], &reading.claims[again]);
    // Percentages do not add up.
    if title.quantity.dimension == Dimension::Percent {
        return false;
    }
    let made = |sum: Decimal| title.quantity.literal().contains(sum);
    let noun = |c: &Claim| {
        c.noun
            .as_ref()
            .and_then(|n| n.value.rsplit(' ').next().map(str::to_owned))
    };
    let others: Vec<Decimal> = reading
        .claims
        .iter()
        .enumerate()
        .filter(|(i, c)| *i != again && !is_above(c) && !c.is_derived())
        .map(|(_, c)| c)
        .filter(|c| counts_the_same(title, c) || (noun(c).is_some() && noun(c) == noun(below)))
        .filter(|c| c.sentence <= below.sentence + NEAR && are_level(title, c))
        .map(|c| c.quantity.low)
        .collect();
    let own = below.quantity.low;
    let with_one = others.iter().any(|other| {
        made(own.saturating_add(*other)) || made((own - *other).abs()) && below.role != Role::Total
    });
    let mut running = others.iter().scan(own, |sum, other| {
        *sum = sum.saturating_add(*other);
        Some(*sum)
    });
    with_one || running.any(made)
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
    let same_measure = match (measure(headline), measure(claim)) {
        (Some(a), Some(b)) => a == b,
        _ => !counts,
    };
    // "7 injured" and "seven people are recovering": words alone must show that they are the same.
    let people_alone = headline.people
        && claim.people
        && !(headline.has_known_measure() && claim.has_known_measure());
    let one_measure = same_measure || people_alone;
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
    // The only figure of its kind above and below is the same one.
    let alone = |sentence: usize| {
        let level =
            |c: &&Claim| c.sentence == sentence && !c.is_derived() && are_level(headline, c);
        reading.claims.iter().filter(level).count() == 1
    };
    let alone = !counts && alone(headline.sentence) && alone(claim.sentence);
    let needed = match (counts, headline.quantity.trend) {
        (false, _) if alone => SHARED,
        (true, _) if same_measure => SHARED,
        (true, _) => SHARED + 1,
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
fn definite(reading: &Reading, lexicon: &Lexicon) -> Vec<Restated> {
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

/// "A 14-year-old boy was shot … the 16-year-old boy": of one kind of person, only one age was told before.
fn ages(reading: &Reading) -> Vec<Restated> {
    let claims = &reading.claims;
    let is_age = |c: &Claim| c.quantity.dimension == Dimension::Age && is_plain(c);
    let noun = |c: &Claim| c.noun.as_ref().map(|n| n.value.clone());
    let mut out = Vec::new();
    let mut known: Vec<usize> = Vec::new();
    for (at, claim) in claims.iter().enumerate().filter(|(_, c)| is_age(c)) {
        if claim.definite && claim.people && !is_above(claim) {
            let same: Vec<usize> = known
                .iter()
                .copied()
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
    let mut others = (0..at).filter(is_other);
    let first = others.next()?;
    let one_value =
        others.all(|i| claims[i].quantity.low == claims[first].quantity.low || claims[i].definite);
    (one_value && claims[at].people).then_some(first)
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
    let counts: Vec<usize> = (0..at)
        .rev()
        .filter(|i| {
            let c = &claims[*i];
            c.quantity.dimension == Dimension::Count && !c.is_derived()
        })
        .take(BACK)
        .collect();
    let persons = reading
        .persons
        .partition_point(|p| p.start < claim.span.start);
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
    let mut earlier = (0..at).filter(|i| {
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
