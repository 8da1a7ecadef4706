//! A share with the figures that it is taken of, or with the same share said in another way.
//!
//! ```text
//! 12 of the 40 prisoners (30%)    12 of 40, or 30%,    12 of 40, a third,    PART of WHOLE, aside SHARE
//! 30% (12 of the 40)              30%, or 12 of the 40                       SHARE, aside PART of WHOLE
//! 271,259 people, or 4.2% of the 64 million population                       PART, aside SHARE of WHOLE
//! 4.2% of the population of 64 million, or 271,259 people,                   SHARE of WHOLE, aside PART
//! a quarter (10) of the 40        60 percent, or 300, of the 500             SHARE, aside PART, of WHOLE
//! one in five (20%)               34% – a third –                            SHARE, aside SHARE
//! ```

use super::{Figures, Stated};
use crate::claim::{Share, ShareOf, Statement};
use crate::extract::noun::is_plural;
use crate::extract::passage::Passage;
use crate::extract::restate::{Aside, aside};
use crate::extract::token::{Kind, Token};
use crate::lexicon::Classes;
use crate::quantity::{Bound, Dimension, Form};

/// Words between a figure and the aside that says it again: "12 of the 40 political prisoners (30%)".
const NOUN: usize = 5;
/// Words between a share and its whole: "4.2% of the country's population of 64 million".
const WHOLE: usize = 7;

/// Finds the shares of a sentence.
pub(super) fn shares(passage: &Passage<'_>, figures: Figures<'_>, stated: &mut Stated) {
    let count = passage.figures.len();
    if count < 2 || !(0..count).any(|i| is_share(passage, i)) {
        return;
    }
    let reader = Reader { passage, figures };
    let mut found: Vec<(usize, ShareOf)> = Vec::new();
    for i in 0..count {
        let shares = [
            reader.of_pair(i),
            reader.before_pair(i),
            reader.of_whole(i),
            reader.between(i),
        ];
        found.extend(shares.into_iter().flatten());
    }
    for i in 1..count {
        let taken = |figure: usize| found.iter().any(|(share, _)| *share == figure);
        if !taken(i - 1) && !taken(i) {
            found.extend(reader.said_twice(i));
        } else if taken(i - 1)
            && let Some(of) = reader.goes_on(i, &found)
        {
            found.push((i, of));
        }
    }
    let base = figures.base;
    for (share, of) in found {
        let of = match of {
            ShareOf::Figures { part, whole } => ShareOf::Figures {
                part: part + base,
                whole: whole + base,
            },
            ShareOf::Share(other) => ShareOf::Share(other + base),
        };
        let share = share + base;
        stated
            .statements
            .push(Statement::Share(Share { share, of }));
    }
}

/// Percent, a fraction, one in n.
fn is_share(passage: &Passage<'_>, figure: usize) -> bool {
    let quantity = &passage.figures[figure].quantity;
    matches!(quantity.dimension, Dimension::Percent | Dimension::Ratio)
        && quantity.unit.is_none()
        && quantity.trend.is_none()
        && quantity.bound != Bound::Between
}

struct Reader<'a> {
    passage: &'a Passage<'a>,
    figures: Figures<'a>,
}

type Found = Option<(usize, ShareOf)>;

impl Reader<'_> {
    fn first(&self, figure: usize) -> usize {
        self.passage.figures[figure].first
    }

    fn end(&self, figure: usize) -> usize {
        self.passage.figures[figure].end
    }

    fn whole_of(&self, part: usize) -> Option<usize> {
        let pair = self.figures.pairs.iter().find(|pair| pair.part == part)?;
        (pair.whole == part + 1).then_some(pair.whole)
    }

    /// Whether two figures count the same kind of thing, one of them more than none.
    fn are_level(&self, part: usize, whole: usize) -> bool {
        let [a, b] = [part, whole].map(|i| &self.passage.figures[i].quantity);
        let written = |form: &Form| matches!(form, Form::Number { .. });
        let measures = !matches!(a.dimension, Dimension::Percent | Dimension::Ratio);
        measures
            && a.dimension == b.dimension
            && a.unit == b.unit
            && written(&a.form)
            && written(&b.form)
    }

    /// How a figure is set off from the one before it, with few words between.
    fn set_off(&self, figure: usize, words: usize) -> Option<Aside> {
        let tokens = self.passage.tokens;
        let end = self.end(figure.checked_sub(1)?);
        let first = self.passage.figures.get(figure)?.first;
        let (aside, open) = aside(self.passage.lexicon, tokens, first)?;
        let between = tokens.get(end..open)?;
        let near = between.len() <= words && between.iter().all(may_be_in_noun);
        (near && aside != Aside::Slash).then_some(aside)
    }

    fn closes(&self, aside: Aside, end: usize) -> bool {
        aside.closes(self.passage.tokens, end)
    }

    /// "12 of the 40 prisoners (30%)", "12 of 40, a third,"
    fn of_pair(&self, part: usize) -> Found {
        if let Some(found) = self.behind_whole(part) {
            return Some(found);
        }
        let whole = self
            .whole_of(part)
            .filter(|whole| self.are_level(part, *whole))?;
        let share = whole + 1;
        if share >= self.passage.figures.len() || !is_share(self.passage, share) {
            return None;
        }
        let first = self.first(share);
        let comma = || {
            let open = first.checked_sub(1)?;
            let between = self.passage.tokens.get(self.end(whole)..open)?;
            let set_off = self.passage.tokens[open].is_sign(',')
                && between.len() <= NOUN
                && between.iter().all(may_be_in_noun);
            let again = self.passage.tokens.get(self.end(share) + 1);
            let goes_on =
                again.is_some_and(|t| self.passage.lexicon.cues.restating.contains(&t.word));
            (set_off && !goes_on && !self.sets_scene(part)).then_some(Aside::Or)
        };
        let aside = self.set_off(share, NOUN).or_else(comma)?;
        let more = || aside == Aside::Bracket && self.again_in_bracket(share + 1);
        (self.closes(aside, self.end(share)) || more())
            .then_some((share, ShareOf::Figures { part, whole }))
    }

    /// "Of the 40 dead, 12 (30%) were children"
    fn behind_whole(&self, part: usize) -> Found {
        let share = part + 1;
        let mut pairs = self.figures.pairs.iter();
        let whole = pairs
            .find(|pair| pair.part == part && pair.whole < part)?
            .whole;
        if !self.are_level(part, whole)
            || !self
                .passage
                .figures
                .get(share)
                .is_some_and(|_| is_share(self.passage, share))
        {
            return None;
        }
        let aside = self.set_off(share, 2)?;
        self.closes(aside, self.end(share))
            .then_some((share, ShareOf::Figures { part, whole }))
    }

    /// "In 12 of the 40 schools, half, …": the share is of something else there.
    fn sets_scene(&self, part: usize) -> bool {
        let before = self.passage.tokens[..self.first(part)].iter().rev();
        before
            .take(2)
            .find(|t| !t.is(Classes::DETERMINER))
            .is_some_and(|t| t.is(Classes::PREPOSITION))
    }

    /// "(about half, or 50%)": what the first of the two is a share of, the second is too.
    fn goes_on(&self, share: usize, found: &[(usize, ShareOf)]) -> Option<ShareOf> {
        let (_, of) = found.iter().find(|(before, _)| before + 1 == share)?;
        let figures = matches!(of, ShareOf::Figures { .. });
        (figures && self.again_in_bracket(share)).then_some(*of)
    }

    fn again_in_bracket(&self, share: usize) -> bool {
        share < self.passage.figures.len()
            && is_share(self.passage, share)
            && self.set_off(share, 0) == Some(Aside::Or)
            && self.closes(Aside::Bracket, self.end(share))
    }

    /// "30% of the women (12 of 40)", "30%, or 12 of the 40 prisoners,"
    fn before_pair(&self, part: usize) -> Found {
        let share = part.checked_sub(1).filter(|i| is_share(self.passage, *i))?;
        let whole = self
            .whole_of(part)
            .filter(|whole| self.are_level(part, *whole))?;
        let aside = self.set_off(part, NOUN)?;
        // "38% of the vote (54 of 120 seats)"
        let head = |i: usize| self.figures.nouns[i].head;
        let forms = &self.passage.lexicon.forms;
        let noun = |head: usize| forms.singular(self.passage.words(head, head + 1));
        let alike = match (head(share), head(whole).or(head(part))) {
            (None, _) => true,
            (Some(shared), Some(counted)) => noun(shared) == noun(counted),
            (Some(shared), None) => is_plural(self.passage, &self.passage.tokens[shared]),
        };
        (alike && self.closes(aside, self.noun_end(whole)))
            .then_some((share, ShareOf::Figures { part, whole }))
    }

    /// "271,259 people, or 4.2% of the 64 million", "4.2% of the population of 64 million, or 271,259 people,"
    fn of_whole(&self, share: usize) -> Found {
        if !is_share(self.passage, share) || !self.takes(self.end(share), share + 1) {
            return None;
        }
        let whole = share + 1;
        let before = share
            .checked_sub(1)
            .filter(|part| self.are_level(*part, whole));
        let aside = self.set_off(share, NOUN);
        if let Some((part, aside)) = before.zip(aside) {
            let closed = aside != Aside::Bracket || self.closes(aside, self.noun_end(whole));
            let bare = self.figures.nouns[whole].head.is_none();
            let alike = aside == Aside::Or || bare || self.count_alike(part, whole);
            return (closed && alike).then_some((share, ShareOf::Figures { part, whole }));
        }
        let part = whole + 1;
        let follows = part < self.passage.figures.len()
            && self.are_level(part, whole)
            && self.count_alike(part, whole);
        let aside = self.set_off(part, NOUN).filter(|_| follows)?;
        self.closes(aside, self.noun_end(part))
            .then_some((share, ShareOf::Figures { part, whole }))
    }

    /// "a quarter (10) of the 40", "60 percent, or 300, of the 500", "10 (25%) of 40"
    fn between(&self, first: usize) -> Found {
        let (second, whole) = (first + 1, first + 2);
        if whole >= self.passage.figures.len() {
            return None;
        }
        let (share, part) = match [first, second].map(|i| is_share(self.passage, i)) {
            [true, false] => (first, second),
            [false, true] => (second, first),
            _ => return None,
        };
        let aside = self.set_off(second, 1)?;
        let end = self.end(second);
        let taken = self.closes(aside, end) && self.takes(end + 1, whole);
        (taken && self.are_level(part, whole)).then_some((share, ShareOf::Figures { part, whole }))
    }

    /// "one in five pupils (20%)", "34% – a third –"
    fn said_twice(&self, second: usize) -> Found {
        let first = second - 1;
        if !is_share(self.passage, first) || !is_share(self.passage, second) {
            return None;
        }
        let aside = self.set_off(second, NOUN)?;
        let end = self.end(first);
        // "a two-thirds majority (58%)" says what would be needed.
        let next = &self.passage.tokens[end];
        let one_in_n = end - self.first(first) >= 3;
        let of = next.is(Classes::PARTITIVE.with(Classes::DETERMINER)) || !next.is_word();
        if !self.closes(aside, self.end(second)) || !(of || one_in_n) {
            return None;
        }
        // Two percentages beside each other are of two times: "a turnout of 62% (58%)".
        let quantity = |i: usize| &self.passage.figures[i].quantity;
        // "a half (0.5%) point"
        if quantity(first).low == quantity(second).low {
            return None;
        }
        let dimension = |i: usize| quantity(i).dimension;
        match [first, second].map(dimension) {
            [Dimension::Percent, Dimension::Ratio] => Some((first, ShareOf::Share(second))),
            [Dimension::Ratio, Dimension::Percent] => Some((second, ShareOf::Share(first))),
            _ => None,
        }
    }

    /// Whether "of" at a token takes the figure as the whole: "of the 40", "of the country's population of 64 million".
    fn takes(&self, of: usize, whole: usize) -> bool {
        let tokens = self.passage.tokens;
        if whole >= self.passage.figures.len() || !self.passage.is(of, Classes::PARTITIVE) {
            return false;
        }
        let first = self.first(whole);
        let Some(between) = tokens.get(of..first) else {
            return false;
        };
        let owned = between.last().is_some_and(|t| {
            t.kind == Kind::Possessive || t.is(Classes::PARTITIVE.with(Classes::DETERMINER))
        });
        owned && between.len() <= WHOLE && between.iter().all(may_be_in_noun)
    }

    /// One past the figure and the words of its noun.
    fn noun_end(&self, figure: usize) -> usize {
        let end = self.end(figure);
        let tokens = &self.passage.tokens[end..];
        let words = tokens.iter().take_while(|t| may_be_in_noun(t));
        end + words.take(NOUN).count()
    }

    /// Whether two counts may be of the same things: "40% of the 500 men, or 12 women," are two.
    fn count_alike(&self, part: usize, whole: usize) -> bool {
        let head = |i: usize| self.figures.nouns[i].head;
        let people = &self.passage.lexicon.people;
        let anyone = |head: usize| people.get(&self.passage.tokens[head].word) == Some(&None);
        let forms = &self.passage.lexicon.forms;
        let noun = |head: usize| forms.singular(self.passage.words(head, head + 1));
        match (head(part), head(whole)) {
            (None, _) => true,
            (Some(part), None) => anyone(part),
            (Some(a), Some(b)) => anyone(a) || anyone(b) || noun(a) == noun(b),
        }
    }
}

/// Words of one noun phrase: no break, no comma, no "and", no preposition but "of".
fn may_be_in_noun(token: &Token) -> bool {
    let word = token.is_word() || token.kind == Kind::Possessive || token.is_quotation_mark();
    let joins = token.is(Classes::CONJUNCTION
        .with(Classes::AUXILIARY)
        .with(Classes::RELATIVE))
        || (token.is(Classes::PREPOSITION) && !token.is(Classes::PARTITIVE));
    (word && !joins) || token.is_sign('-')
}
