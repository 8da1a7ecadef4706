//! A number of things, and the things: "four priorities: education, crime and the economy".

use super::{Figures, Stated};
use crate::claim::{Listed, Statement};
use crate::extract::noun::is_plural;
use crate::extract::passage::Passage;
use crate::extract::token::{Kind, Token};
use crate::lexicon::Classes;
use crate::quantity::{Bound, Decimal, Dimension, Form};

/// Most words of an item.
const ITEM: usize = 6;
/// The longest list that is quoted whole, in bytes.
const WHOLE: usize = 160;

/// Finds the lists of a sentence that a number announces.
pub(super) fn lists(passage: &Passage<'_>, figures: Figures<'_>, stated: &mut Stated) {
    // A list stands at the end; no other figure stands in it.
    let Some(last) = passage.figures.len().checked_sub(1) else {
        return;
    };
    for figure in [Some(last), last.checked_sub(1)].into_iter().flatten() {
        if let Some(first) = announced(passage, figures, figure)
            && let Some(items) = items(passage, first)
            && !is_uncertain(passage, figures, figure, &items)
        {
            let (found, noun) = (&passage.figures[figure], figures.nouns[figure]);
            let announced = stated.mention_words(passage, found.first, noun.end);
            let mentions = noted(passage, stated, &items);
            stated.statements.push(Statement::Listed(Listed {
                number: figures.base + figure,
                announced,
                items: mentions,
                least: items.least,
                most: items.most,
            }));
            return;
        }
    }
}

/// The first token behind "four priorities:".
fn announced(passage: &Passage<'_>, figures: Figures<'_>, figure: usize) -> Option<usize> {
    let found = &passage.figures[figure];
    let quantity = &found.quantity;
    let small = quantity.low >= Decimal::TWO && quantity.low <= Decimal::from(12);
    let exact = quantity.low == quantity.high
        && matches!(quantity.bound, Bound::None | Bound::Exactly)
        && matches!(quantity.form, Form::Number { .. })
        && quantity.low.fract().is_zero();
    let noun = figures.nouns[figure];
    let sign = passage.tokens.get(noun.end)?;
    let counted = quantity.dimension == Dimension::Count
        && quantity.trend.is_none()
        && small
        && exact
        && !noun.partitive;
    if !counted || !matches!(sign.kind, Kind::Sign(':' | '—' | '–' | '-')) {
        return None;
    }
    let head = noun.head?;
    let joined = passage.tokens[head].end == sign.start && !sign.is_sign(':') && sign.is_sign('-');
    let lists = &passage.lexicon.lists;
    let words = &passage.tokens[found.end..noun.end];
    let listed = is_plural(passage, &passage.tokens[head])
        && !joined
        && words
            .iter()
            .all(|t| !lists.not_listed.contains(&t.word) && !lists.open.contains(&t.word));
    // "-- ": two hyphens are a dash.
    let second = passage
        .tokens
        .get(noun.end + 1)
        .is_some_and(|t| t.is_sign('-') && sign.is_sign('-'));
    listed.then_some(noun.end + 1 + usize::from(second))
}

/// The items of a list.
struct Items {
    /// The parts between the commas or semicolons, as tokens from and to.
    parts: Vec<(usize, usize)>,
    /// The least that they can be read to be.
    least: usize,
    /// The most.
    most: usize,
}

/// Splits a list that goes on to the end of the sentence.
fn items(passage: &Passage<'_>, first: usize) -> Option<Items> {
    let mut end = passage.tokens.len();
    let stop = end.checked_sub(1)?;
    end -= usize::from(passage.tokens[stop].is_sign('.'));
    if first >= end {
        return None;
    }
    let tokens = &passage.tokens[first..end];
    let lists = &passage.lexicon.lists;
    let plain = |t: &Token| {
        let sign = matches!(t.kind, Kind::Sign(',' | ';') | Kind::Possessive);
        let words = t.is_word()
            && !t.is(Classes::AUXILIARY
                .with(Classes::PRONOUN)
                .with(Classes::RELATIVE)
                .with(Classes::SAYING)
                .with(Classes::CLOCK)
                .with(Classes::FIGURE_START))
            && !lists.open.contains(&t.word)
            && !lists.groups.contains(&t.word);
        (sign || words) && (!t.is(Classes::CONJUNCTION) || is_joint(passage, t))
    };
    if !tokens.iter().all(plain) {
        return None;
    }
    let semicolons = tokens.iter().any(|t| t.is_sign(';'));
    let separator = if semicolons { ';' } else { ',' };
    let mut parts = Vec::new();
    let mut from = first;
    for i in first..=end {
        if i == end || passage.tokens[i].is_sign(separator) {
            parts.push((from, i));
            from = i + 1;
        }
    }
    let (from, to) = *parts.last()?;
    let joints = |from: usize, to: usize| {
        (from..to)
            .filter(|i| is_joint(passage, &passage.tokens[*i]))
            .count()
    };
    let last = joints(from, to);
    let leads = is_joint(passage, passage.tokens.get(from)?);
    let short = parts.iter().all(|(from, to)| {
        let words = passage.tokens[*from..*to].iter().filter(|t| t.is_word());
        (1..=ITEM + 1).contains(&words.count())
    });
    // "cooking and, of late, running"
    let broken = parts[..parts.len() - 1]
        .iter()
        .any(|(_, to)| is_joint(passage, &passage.tokens[to - 1]));
    if last == 0 || !short || broken || (parts.len() == 1 && leads) {
        return None;
    }
    let inner: usize = parts[..parts.len() - 1]
        .iter()
        .map(|(from, to)| joints(*from, *to))
        .sum();
    let (least, most) = if leads {
        (parts.len(), parts.len() + last - 1)
    } else {
        (parts.len() + 1, parts.len() + last)
    };
    let besides = parts[1..]
        .iter()
        .filter(|(from, to)| may_be_apposition(passage, *from, *to))
        .count();
    // Semicolons part items that hold commas; there, what stands between two of them is one.
    let besides = if semicolons { 0 } else { besides };
    Some(Items {
        least: least.saturating_sub(besides),
        most: most + inner,
        parts,
    })
}

/// "and", "or": the joints of a list.
fn is_joint(passage: &Passage<'_>, token: &Token) -> bool {
    passage.lexicon.lists.joints.contains(&token.word)
}

/// "Ann Lee, a teacher, and", "Portland, Oregon, and": what stands between two commas may tell of the item before.
fn may_be_apposition(passage: &Passage<'_>, from: usize, to: usize) -> bool {
    let first = &passage.tokens[from];
    let before = from.checked_sub(2).map(|i| &passage.tokens[i]);
    let behind_name = before.is_some_and(|t| t.capital);
    let place = to == from + 1 && first.capital;
    // "sun, in summer, and rain"
    if first.is(Classes::PREPOSITION) {
        return true;
    }
    behind_name && (place || !first.capital) && !is_joint(passage, first)
}

/// Whether the list may count otherwise: an item in the plural may be several people.
fn is_uncertain(passage: &Passage<'_>, figures: Figures<'_>, figure: usize, items: &Items) -> bool {
    let number = passage.figures[figure].quantity.low;
    if number <= Decimal::from(items.most) {
        return false;
    }
    let head = figures.nouns[figure].head;
    let people = head.is_some_and(|head| passage.is(head, Classes::PERSON));
    items.parts.iter().any(|(from, to)| {
        (*from..*to).any(|i| {
            let token = &passage.tokens[i];
            // "the Baltics"
            let names = token.capital && *from < i;
            is_plural(passage, token) && (people || names || token.is(Classes::PERSON))
        })
    })
}

/// The list as a mention, or its first and its last part where it is long.
fn noted(passage: &Passage<'_>, stated: &mut Stated, items: &Items) -> Vec<usize> {
    let ends = items.parts.first().zip(items.parts.last());
    let Some(((first, first_end), (last, end))) = ends else {
        return Vec::new();
    };
    if passage.words(*first, *end).len() <= WHOLE {
        return vec![stated.mention_words(passage, *first, *end)];
    }
    vec![
        stated.mention_words(passage, *first, *first_end),
        stated.mention_words(passage, *last, *end),
    ]
}
