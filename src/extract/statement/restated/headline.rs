//! The figures of headlines and captions, and where the text below says them again.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::{are_level, is_above, is_plain, may_be_one};
use crate::claim::{Again, Claim, Event, Reading, Restated, Role, Scope};
use crate::document::Section;
use crate::extract::statement::words::{content_words, stem};
use crate::lexicon::Lexicon;
use crate::quantity::{Decimal, Dimension};

/// How many sentences below the headline may say it again.
const LEDE: usize = 5;

/// How many words a headline and a sentence share at least, besides the noun.
const SHARED: usize = 2;

/// The figures of headlines and captions that no figure of the text agrees with, each with the one in the first
/// sentences that says it in much the same words.
pub(super) fn above_the_text(reading: &Reading, lexicon: &Lexicon) -> Vec<Restated> {
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
        .map(|word| stem(lexicon, word))
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

/// Whether the text tells of more people than its figure counts, and the headline may count them too: "a third died
/// in hospital", "one of the deadliest strikes".
fn tells_of_more(reading: &Reading, headline: &Claim, claim: &Claim) -> bool {
    /// How many sentences below the headline are looked at.
    const NEAR: usize = 6;
    /// "a village head, his wife and four others": so many are listed without a number.
    const LISTED: Decimal = Decimal::from_parts(3, 0, 0, false, 0);
    let gap = headline.quantity.low - claim.quantity.low;
    let sentences = reading
        .sentences
        .iter()
        .filter(|s| !matches!(s.section, Section::Headline));
    headline.people
        && (claim.role != Role::Besides || gap <= LISTED)
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
