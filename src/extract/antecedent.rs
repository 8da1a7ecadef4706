//! Which earlier count a part, or others, are told of: "two of them", "five of the wounded", "another 40".

use super::noun::NounPhrase;
use super::passage::Passage;
use crate::claim::{Claim, Reading, Relation, RelationKind, Role, Status};
use crate::lexicon::Classes;
use crate::quantity::{Decimal, Dimension, Form};

/// How many sentences back "200 others" and "of them" look for what they are besides or part of.
const LOOK_BACK: usize = 2;
/// The same where the words say of what: "five of the wounded".
const FAR_BACK: usize = 6;

/// The claims of a sentence, and those before it.
pub struct Before<'a> {
    /// The sentence.
    pub passage: &'a Passage<'a>,
    /// What was read before it.
    pub reading: &'a Reading,
    /// Its claims; a claim stands where its figure does.
    pub claims: &'a mut [Claim],
    /// How many claims stand before the sentence.
    pub base: usize,
}

impl Before<'_> {
    /// The counts before a claim of the sentence, the nearest first: in it, and shortly before it.
    fn counts(&self, i: usize) -> impl Iterator<Item = &Claim> {
        self.counts_within(i, LOOK_BACK)
    }

    /// The same, of so many sentences.
    fn counts_within(&self, i: usize, sentences: usize) -> impl Iterator<Item = &Claim> {
        let sentence = self.claims[i].sentence;
        let near = move |c: &&Claim| c.sentence + sentences >= sentence;
        let before = self.claims[..i].iter().rev();
        before
            .chain(self.reading.claims.iter().rev())
            .take_while(near)
            .filter(|c| c.quantity.dimension == Dimension::Count && !c.is_derived())
    }

    fn index(&self, claim: &Claim) -> usize {
        claim.number - 1
    }

    /// The link of a part of the sentence to its whole.
    pub fn part_of(&self, i: usize) -> Option<Relation> {
        let claim = self.claims.get(i)?;
        let of = |r: &&Relation| r.kind == RelationKind::PartOf;
        claim
            .relations
            .iter()
            .find(of)
            .copied()
            .filter(|_| claim.role == Role::Part)
    }

    /// The count that others are told of besides; a count said again is not besides itself.
    pub fn others(&self, i: usize) -> Option<usize> {
        let claim = &self.claims[i];
        let fits = |c: &&Claim| {
            let same = c.measure.as_ref().map(|m| &m.value)
                == claim.measure.as_ref().map(|m| &m.value)
                && c.quantity.low == claim.quantity.low;
            let one_sentence = c.sentence == claim.sentence;
            c.has_known_measure() && !same && (one_sentence || claim.has_known_measure())
        };
        self.counts(i).find(fits).map(|c| self.index(c))
    }

    /// The count that a part is of, by the words behind it.
    pub fn whole(&self, i: usize, noun: &NounPhrase) -> Option<usize> {
        let passage = self.passage;
        let figure = passage.figures.get(i)?;
        let of = passage.is(figure.end, Classes::PARTITIVE);
        // "one of them", "two of those hurt": the count told of last.
        let pronoun = Classes::PRONOUN.with(Classes::RELATIVE);
        let definite = &passage.lexicon.sums.definite;
        let behind_of = passage.tokens.get(figure.end + 1);
        let article = behind_of.is_some_and(|t| definite.contains(&t.word));
        // "five of the wounded", "one of those killed": of those, whoever else is counted.
        if let Some(state) = self.state(i, noun).filter(|_| of) {
            let measures = &passage.lexicon.measures;
            let id = &measures[state].id;
            let narrower = |of: &str| {
                measures
                    .iter()
                    .any(|m| m.id == of && m.broader.as_ref() == Some(id))
            };
            let fits = |c: &&Claim| {
                let measure = c.measure.as_ref();
                let of_it = measure.is_some_and(|m| &m.value == id || narrower(&m.value));
                of_it && c.role != Role::Part
            };
            let mut counts = self.counts_within(i, FAR_BACK);
            return counts.find(fits).map(|c| self.index(c));
        }
        let those = noun.partitive && !article && !passage.is(figure.end + 1, Classes::ARTICLE);
        if of && (passage.is(figure.end + 1, pronoun) || those) {
            return self.nearest(i);
        }
        // "of these 66,761 are in shelters"
        let first = figure.first;
        let these = first > 1
            && passage.is(first - 2, Classes::PARTITIVE)
            && passage.is(first - 1, Classes::DETERMINER.with(pronoun));
        if these {
            return self.nearest(i);
        }
        // "three of the patients": of all of them, not of some; of the children, where children were counted.
        if of {
            let fits = |c: &&Claim| (c.people || c.has_known_measure()) && c.role != Role::Part;
            let noun = self.claims[i].noun.as_ref().map(|noun| &noun.value);
            let named = |c: &&Claim| noun.is_some() && c.noun.as_ref().map(|n| &n.value) == noun;
            let named = self.counts(i).filter(fits).find(named);
            return named
                .or_else(|| self.counts(i).find(fits))
                .map(|c| self.index(c));
        }
        self.among(i).or_else(|| self.beside(i))
    }

    /// The count told of last that may be the whole of a figure: of its sentence, one that is no smaller ("900 people
    /// in 200 families, 400 of them"), else the last.
    fn nearest(&self, i: usize) -> Option<usize> {
        let people = |c: &&Claim| c.people || c.has_known_measure();
        let claim = &self.claims[i];
        let here = |c: &&Claim| c.sentence == claim.sentence;
        let holds = |c: &&Claim| c.quantity.high >= claim.quantity.low;
        let best = self.counts(i).filter(people).filter(here).find(holds);
        let last = || self.counts(i).find(people);
        best.or_else(last).map(|c| self.index(c))
    }

    /// The measure that the words behind "of the" or "of those" name.
    fn state(&self, i: usize, noun: &NounPhrase) -> Option<usize> {
        let (passage, lexicon) = (self.passage, self.passage.lexicon);
        if let Some(head) = noun.head {
            let word = passage.tokens[head].word;
            return lexicon.measure_nouns.get(&word).copied();
        }
        // "one of those killed", but no "one of them died"
        if !passage.is(passage.figures[i].end + 1, Classes::DETERMINER) {
            return None;
        }
        let verb = passage.figures[i].end + 2;
        let is_verb = passage.is(verb, Classes::TRIGGER) && !passage.is(verb, Classes::FUNCTION);
        let word = passage.tokens.get(verb).filter(|_| is_verb)?.word;
        let frame = *lexicon.frames_by_anchor.get(&word)?.first()?;
        Some(lexicon.frames[frame].measure)
    }

    /// "Ten children were among at least 48 people killed": the count behind.
    fn among(&self, i: usize) -> Option<usize> {
        /// "among the at least"
        const REACH: usize = 4;
        let (figure, next) = (
            self.passage.figures.get(i)?,
            self.passage.figures.get(i + 1)?,
        );
        let cues = &self.passage.lexicon.cues.among;
        let among = self.passage.phrases(cues, figure.end, next.first);
        let (_, end, ()) = among.last()?;
        (next.first - end <= REACH).then_some(self.base + i + 1)
    }

    /// "12 people were killed, including four children": the count beside the part in its sentence, else the last one
    /// of a known measure.
    fn beside(&self, i: usize) -> Option<usize> {
        let sentence = self.claims[i].sentence;
        // "11 people were charged, nine of whom …": in its sentence, any count of people is the whole.
        let is_whole = |c: &&Claim| {
            c.people && c.sentence == sentence && c.role != Role::Part && self.is_one_clause(c, i)
        };
        let apart = |c: &&Claim| c.sentence == sentence && !self.is_one_clause(c, i);
        let beside = self.counts(i).find(is_whole);
        let before = || self.counts(i).find(|c| c.has_known_measure() && !apart(c));
        beside.or_else(before).map(|c| self.index(c))
    }

    /// "lost three soldiers; the rebels said four of their fighters had died" is of others.
    fn is_one_clause(&self, earlier: &Claim, i: usize) -> bool {
        let figures = &self.passage.figures;
        let between = figures
            .get(self.index(earlier).saturating_sub(self.base))
            .zip(figures.get(i))
            .map(|(a, b)| &self.passage.tokens[a.end..b.first.max(a.end)]);
        between.is_some_and(|tokens| {
            tokens
                .iter()
                .all(|t| !t.is_break() && !t.is(Classes::SAYING))
        })
    }

    /// "A raid killed five people. Two men died at home and three in a car.": the counts of a sentence that make up an
    /// earlier total exactly are its parts.
    pub fn add_up(&mut self) {
        let plain = |c: &Claim| {
            c.has_known_measure()
                && c.quantity.dimension == Dimension::Count
                && matches!(c.quantity.form, Form::Number { .. })
                && c.status.is_some_and(|s| s.value == Status::Cumulative)
        };
        let measure = |c: &Claim| c.measure.as_ref().map(|m| m.value.clone());
        let is_part = |c: &Claim| {
            plain(c) && matches!(c.role, Role::Total | Role::Besides) && !c.modality.is_denied()
        };
        let parts: Vec<usize> = (0..self.claims.len())
            .filter(|i| is_part(&self.claims[*i]))
            .collect();
        let Some((first, more)) = parts.split_first().filter(|(_, more)| !more.is_empty()) else {
            return;
        };
        let of = measure(&self.claims[*first]);
        if more.iter().any(|i| measure(&self.claims[*i]) != of) {
            return;
        }
        let sum: Decimal = parts.iter().map(|i| self.claims[*i].quantity.low).sum();
        let whole = self.counts(0).find(|c| {
            plain(c) && c.role == Role::Total && measure(c) == of && c.quantity.low == sum
        });
        let Some(to) = whole.map(|c| self.index(c)) else {
            return;
        };
        for i in parts {
            self.claims[i].role = Role::Part;
            self.claims[i].relations.push(Relation {
                kind: RelationKind::PartOf,
                to,
            });
        }
    }
}

/// "11 cases: seven in California, two in Texas", "12 people (five men, seven women)": the pairs of a listed part and
/// its whole, as figures of the sentence.
pub fn listed(passage: &Passage<'_>, nouns: &[NounPhrase]) -> Vec<(usize, usize)> {
    /// "11 confirmed cases of the new strain of swine flu:"
    const REACH: usize = 8;
    let mut out = Vec::new();
    let is_count = |i: usize| passage.figures[i].quantity.dimension == Dimension::Count;
    for whole in 0..passage.figures.len() {
        let Some(next) = passage.figures.get(whole + 1) else {
            break;
        };
        let end = nouns[whole].end;
        let comma = |i: &usize| passage.tokens[*i].is_sign(',');
        let opens = |i: &usize| {
            let token = &passage.tokens[*i];
            token.is_sign(':') || token.is_sign('(') || comma(i)
        };
        // A comma opens a list only where its parts make up the whole.
        let opening = (end..next.first).rev().find(opens);
        let far = |opening: usize| !comma(&opening) && opening > end + REACH;
        if opening.is_none_or(|at| at + 1 != next.first || far(at)) || !is_count(whole) {
            continue;
        }
        let is_part = |i: &usize| {
            let behind = nouns[*i].end;
            let bare = nouns[*i].head.is_none() && passage.is(behind, Classes::PREPOSITION);
            let people = nouns[*i]
                .head
                .is_some_and(|head| passage.is(head, Classes::PERSON));
            is_count(*i) && (bare || people)
        };
        let parts: Vec<usize> = (whole + 1..passage.figures.len())
            .take_while(is_part)
            .collect();
        let sum: Decimal = parts.iter().map(|i| passage.figures[*i].quantity.low).sum();
        let (low, high) = {
            let quantity = &passage.figures[whole].quantity;
            (quantity.low, quantity.high)
        };
        let exact = opening.is_some_and(|at| comma(&at));
        if parts.len() > 1 && (sum == low || (!exact && sum <= high)) {
            out.extend(parts.iter().map(|part| (*part, whole)));
        }
    }
    out
}
