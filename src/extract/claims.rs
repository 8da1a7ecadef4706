//! From the figures of a sentence to claims, with what is carried over from the sentences before.

use std::collections::HashSet;

use super::derived::{is_share, part_of_whole, share};
use super::event::Events;
use super::frame::{Counted, measures};
use super::noun::{NounPhrase, noun_phrase, singular};
use super::passage::Passage;
use super::place::{self, Mention, place_of};
use super::relation::{OutOf, out_of, predicates, role};
use super::scan::scan;
use super::speaker::{Cited, cited, modality};
use super::time::{as_of, status};
use super::token::Token;
use crate::claim::{
    Attribution, Basis, Claim, Field, Modality, Reading, Relation, RelationKind, Role, Speaker,
};
use crate::document::Section;
use crate::lexicon::{Lexicon, Status};
use crate::quantity::{Decimal, Dimension, Quantity};

/// How many sentences back "200 others" and "of them" look for what they are besides or part of.
const LOOK_BACK: usize = 2;
/// How many figures below a headline may say where it happened.
const LEDE_FIGURES: usize = 6;

/// What is carried from sentence to sentence.
#[derive(Debug, Default)]
pub struct Context {
    events: Events,
    /// The place of the last claim of the paragraph.
    place: Option<String>,
    /// The first place that the document names.
    first_place: Option<String>,
    /// The place named last.
    last_place: Option<String>,
    in_quotation: bool,
    /// The numbers used so far.
    numbers: HashSet<(Decimal, Dimension)>,
}

impl Context {
    /// Forgets what does not outlast a paragraph.
    pub fn new_paragraph(&mut self) {
        self.events.new_paragraph();
        self.place = None;
        self.in_quotation = false;
    }

    /// What is known only at the end: the events, and where the headline's figures belong.
    pub fn finish(self, reading: &mut Reading) {
        place_headlines(&mut reading.claims);
        reading.events = self.events.list;
    }

    /// Reads one sentence, the last of `reading.sentences`, and adds its claims.
    pub fn read_sentence(&mut self, reading: &mut Reading, lexicon: &Lexicon, tokens: &[Token]) {
        let published = reading.document.published;
        let sentence = reading.sentences.len() - 1;
        let end_byte = reading.sentences[sentence].span.end;
        let (figures, dates) = scan(
            lexicon,
            reading.document.text(),
            tokens,
            end_byte,
            published,
        );
        let passage = Passage {
            lexicon,
            text: reading.document.text(),
            tokens,
            figures: &figures,
        };
        let speakers = cited(&passage);
        let mut places = place::mentions(&passage);
        // "according to UNRWA": who speaks is no place.
        places.retain(|m| {
            speakers
                .iter()
                .all(|s| m.end <= s.first || m.first >= s.end)
        });
        self.first_place = self
            .first_place
            .take()
            .or_else(|| places.first().map(|m| m.name.clone()));
        let quoted = self.quotation(&passage);
        let names: Vec<_> = places.iter().map(|m| m.name_mention(&passage)).collect();
        let built = if figures.is_empty() {
            Vec::new()
        } else {
            self.claims(
                &passage, reading, sentence, &places, &speakers, &quoted, &dates,
            )
        };
        let told = places
            .iter()
            .rev()
            .find(|m| m.is_told_of())
            .map(|m| m.name.clone());
        self.last_place = told.or_else(|| self.last_place.take());
        let cited: Vec<_> = speakers.iter().map(|c| speaker_of(&passage, c)).collect();
        reading.dates.extend(dates);
        reading.names.extend(names);
        reading.speakers.extend(cited);
        reading.claims.extend(built);
    }

    /// Which figures stand between quotation marks; a quotation may go on over sentences of a paragraph.
    fn quotation(&mut self, passage: &Passage<'_>) -> Vec<bool> {
        let mut out = vec![false; passage.figures.len()];
        for (i, token) in passage.tokens.iter().enumerate() {
            match token.kind {
                super::token::Kind::Sign('“' | '«') => self.in_quotation = true,
                super::token::Kind::Sign('”' | '»') => self.in_quotation = false,
                super::token::Kind::Sign('"') => self.in_quotation = !self.in_quotation,
                _ => {}
            }
            if let Some(figure) = passage.figure_at(i) {
                out[figure] = self.in_quotation;
            }
        }
        out
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "what one sentence says, each read by its own module"
    )]
    fn claims(
        &mut self,
        passage: &Passage<'_>,
        reading: &Reading,
        sentence: usize,
        places: &[Mention],
        speakers: &[Cited],
        quoted: &[bool],
        dates: &[crate::claim::DateMention],
    ) -> Vec<Claim> {
        let published = reading.document.published;
        let nouns: Vec<NounPhrase> = (0..passage.figures.len())
            .map(|i| noun_phrase(passage, i))
            .collect();
        let pairs = out_of(passage, &nouns);
        let elided = elided_nouns(&nouns, &pairs);
        let counted = measures(
            passage,
            &nouns,
            &elided,
            &predicates(passage, &nouns, &pairs),
        );
        let base = reading.claims.len();
        let mut out: Vec<Claim> = Vec::with_capacity(passage.figures.len());
        for (i, found) in passage.figures.iter().enumerate() {
            let head = nouns[i].head.or(elided[i]);
            let is_count = found.quantity.dimension == Dimension::Count;
            let measure = counted[i].map(|c| named(passage.lexicon, c)).or_else(|| {
                head.filter(|_| is_count)
                    .map(|h| Field::stated(format!("noun:{}", singular(passage.words(h, h + 1)))))
            });
            let known = counted[i].map(|c| &passage.lexicon.measures[c.measure]);
            let status = status(passage, i).or_else(|| known.map(|m| Field::linked(m.status)));
            let is_toll =
                status.is_some_and(|s| matches!(s.value, Status::Cumulative | Status::Increment));
            let place = place_of(passage, i, &nouns, places, self.last_place.as_deref())
                .or_else(|| self.carried_place());
            let event = (known.is_some() && is_toll)
                .then(|| self.events.of_figure(passage, i, dates, published));
            out.push(Claim {
                number: base + i + 1,
                span: found.start_byte..found.end_byte,
                text: plain(&passage.text[found.start_byte..found.end_byte]),
                section: reading.sentences[sentence].section,
                sentence,
                quoted: quoted[i],
                quantity: self.heard(&found.quantity),
                noun: noun_field(passage, &nouns[i], elided[i]),
                population: population(passage, &nouns[i], elided[i])
                    .filter(|p| !known.is_some_and(|m| m.people.contains(&p.value))),
                role: role(passage, i, &nouns[i]),
                as_of: measure
                    .as_ref()
                    .and_then(|_| as_of(passage, i, dates, is_toll, published)),
                place: if measure.is_some() { place } else { None },
                measure,
                status,
                event,
                attribution: attribution(passage, speakers, i),
                modality: modality(passage, i, nouns[i].end),
                relations: Vec::new(),
            });
            if known.is_some()
                && out[i]
                    .place
                    .as_ref()
                    .is_some_and(|p| p.basis != Basis::Guessed)
            {
                self.place = out[i].place.as_ref().map(|p| p.value.clone());
            }
        }
        relate(reading, &mut out, &pairs, base);
        share_measure(reading, &mut out, base);
        join_attribution(&mut out, &pairs);
        derive(passage, &mut out, &pairs, base, places);
        note_repeats(reading, sentence, &mut out);
        out
    }

    /// The quantity, with whether its number was used before.
    fn heard(&mut self, quantity: &Quantity) -> Quantity {
        let echoes = !self.numbers.insert((quantity.low, quantity.dimension));
        Quantity {
            echoes,
            ..quantity.clone()
        }
    }

    fn carried_place(&self) -> Option<Field<String>> {
        let near = self.place.clone().map(Field::linked);
        near.or_else(|| self.first_place.clone().map(Field::guessed))
    }
}

/// A headline seldom says where; the first sentences below it do, of the same measure.
fn place_headlines(claims: &mut [Claim]) {
    let is_headline = |c: &Claim| c.section == Section::Headline;
    let measure = |c: &Claim| c.measure.as_ref().map(|m| m.value.clone());
    for i in 0..claims.len() {
        let unknown = claims[i]
            .place
            .as_ref()
            .is_none_or(|p| p.basis == Basis::Guessed);
        if !is_headline(&claims[i]) || !unknown || !claims[i].has_known_measure() {
            continue;
        }
        let told = |c: &&Claim| c.place.as_ref().is_some_and(|p| p.basis != Basis::Guessed);
        let below = claims[i + 1..]
            .iter()
            .filter(|c| !is_headline(c))
            .take(LEDE_FIGURES);
        let place = below
            .filter(told)
            .find(|c| measure(c) == measure(&claims[i]))
            .and_then(|c| c.place.clone());
        if let Some(place) = place {
            claims[i].place = Some(Field::linked(place.value));
        }
    }
}

fn named(lexicon: &Lexicon, counted: Counted) -> Field<String> {
    Field {
        value: lexicon.measures[counted.measure].id.clone(),
        basis: counted.basis,
    }
}

/// The nouns that a part and its whole share: "130 hostages … of the 253", "three of the 12 people".
fn elided_nouns(nouns: &[NounPhrase], pairs: &[OutOf]) -> Vec<Option<usize>> {
    let mut out = vec![None; nouns.len()];
    for pair in pairs {
        match (nouns[pair.part].head, nouns[pair.whole].head) {
            (Some(noun), None) => out[pair.whole] = Some(noun),
            (None, Some(noun)) => out[pair.part] = Some(noun),
            _ => {}
        }
    }
    out
}

fn noun_field(
    passage: &Passage<'_>,
    noun: &NounPhrase,
    elided: Option<usize>,
) -> Option<Field<String>> {
    match (noun.head, elided) {
        (Some(head), _) => Some(Field::stated(plain(passage.words(noun.first, head + 1)))),
        (None, Some(head)) => Some(Field::linked(plain(passage.words(head, head + 1)))),
        (None, None) => None,
    }
}

/// The people that a noun names, with their nationality: "Palestinian child".
fn population(
    passage: &Passage<'_>,
    noun: &NounPhrase,
    elided: Option<usize>,
) -> Option<Field<String>> {
    let head = noun.head.or(elided)?;
    let first = if noun.head.is_some() {
        noun.first
    } else {
        head
    };
    let nationality = (first..=head)
        .filter(|i| passage.tokens[*i].capital)
        .find_map(|i| passage.lexicon.demonyms.get(&passage.tokens[i].word));
    let group = passage
        .lexicon
        .people
        .get(&passage.tokens[head].word)
        .cloned()
        .flatten();
    let words: Vec<&str> = nationality
        .into_iter()
        .chain(&group)
        .map(String::as_str)
        .collect();
    let value = words.join(" ");
    let basis = if noun.head.is_some() {
        Basis::Stated
    } else {
        Basis::Linked
    };
    (!value.is_empty()).then_some(Field { value, basis })
}

fn attribution(passage: &Passage<'_>, speakers: &[Cited], figure: usize) -> Vec<Attribution> {
    let at = passage.figures[figure].first;
    let of_figure = speakers.iter().filter(|c| c.reach.contains(&at));
    // Of several, the nearest: "police said that, according to the hospital, 12 died".
    let nearest = of_figure.min_by_key(|c| {
        if c.first > at {
            c.first - at
        } else {
            at - c.first.min(at)
        }
    });
    nearest
        .map(|c| {
            let speaker = speaker_of(passage, c);
            Attribution {
                name: speaker.name,
                originator: speaker.originator,
                basis: Basis::Stated,
            }
        })
        .into_iter()
        .collect()
}

fn speaker_of(passage: &Passage<'_>, cited: &Cited) -> Speaker {
    let name = plain(passage.words(cited.first, cited.end));
    let span = passage.tokens[cited.first].start..passage.tokens[cited.end - 1].end;
    Speaker {
        span,
        originator: passage.lexicon.originator(&name),
        name,
    }
}

/// Sets roles and links: pairs of part and whole, others, parts of an earlier count.
fn relate(reading: &Reading, claims: &mut [Claim], pairs: &[OutOf], base: usize) {
    for pair in pairs {
        claims[pair.part].relations.push(Relation {
            kind: RelationKind::OutOf,
            to: base + pair.whole,
        });
        claims[pair.whole].role = Role::OutOf;
        if claims[pair.part].role == Role::Total {
            claims[pair.part].role = Role::Part;
        }
    }
    for i in 0..claims.len() {
        let kind = match claims[i].role {
            Role::Besides => RelationKind::Besides,
            Role::Part if claims[i].relations.is_empty() => RelationKind::PartOf,
            _ => continue,
        };
        let sentence = claims[i].sentence;
        let near = |c: &&Claim| c.sentence + LOOK_BACK >= sentence;
        let is_count = |c: &&Claim| c.has_known_measure() && !c.is_derived();
        let before = claims[..i]
            .iter()
            .rev()
            .chain(reading.claims.iter().rev())
            .take_while(near);
        let to = before.into_iter().find(is_count).map(|c| c.number - 1);
        if let Some(to) = to {
            claims[i].relations.push(Relation { kind, to });
        }
    }
    // "12 of the 40 (30%)": a percentage in brackets says the share again.
    for pair in pairs {
        if let Some(next) = claims.get(pair.whole + 1)
            && next.quantity.dimension == Dimension::Percent
            && is_in_brackets(reading, &claims[pair.whole], next)
        {
            claims[pair.whole + 1].relations.push(Relation {
                kind: RelationKind::Equivalent,
                to: base + pair.part,
            });
        }
    }
}

/// "12 people were killed, including four children": a part with no measure of its own has that of its whole.
fn share_measure(reading: &Reading, claims: &mut [Claim], base: usize) {
    for i in 0..claims.len() {
        let of = claims[i]
            .relations
            .iter()
            .find(|r| r.kind == RelationKind::PartOf)
            .map(|r| r.to);
        let Some(to) =
            of.filter(|_| !claims[i].has_known_measure() && claims[i].population.is_some())
        else {
            continue;
        };
        let whole = match to.checked_sub(base) {
            Some(here) => claims[here].clone(),
            None => reading.claims[to].clone(),
        };
        let linked = whole.measure.map(|m| Field {
            basis: m.basis.max(Basis::Linked),
            ..m
        });
        claims[i].measure = linked;
        claims[i].status = whole.status;
        claims[i].event = whole.event;
        claims[i].place = claims[i]
            .place
            .take()
            .filter(|p| p.basis != Basis::Guessed)
            .or(whole.place);
    }
}

/// Whether a figure follows another in brackets, or after "or": "(30%)", ", or 30%,".
fn is_in_brackets(reading: &Reading, figure: &Claim, next: &Claim) -> bool {
    let between = reading
        .document
        .text()
        .get(figure.span.end..next.span.start)
        .unwrap_or_default();
    let short = between.chars().count() <= 40;
    short
        && !between.contains('.')
        && (between.ends_with('(') || between.trim_end().ends_with(", or"))
}

/// What a part is said by, its whole is too.
fn join_attribution(claims: &mut [Claim], pairs: &[OutOf]) {
    for pair in pairs {
        if claims[pair.whole].attribution.is_empty() {
            claims[pair.whole].attribution = claims[pair.part]
                .attribution
                .iter()
                .map(|a| Attribution {
                    basis: Basis::Linked,
                    ..a.clone()
                })
                .collect();
        }
    }
}

/// Adds the figures that the sentence implies.
fn derive(
    passage: &Passage<'_>,
    claims: &mut Vec<Claim>,
    pairs: &[OutOf],
    base: usize,
    places: &[Mention],
) {
    let mut computed = Vec::new();
    for (i, found) in passage.figures.iter().enumerate() {
        let pair = pairs.iter().find(|p| p.part == i);
        let whole = match pair {
            Some(pair) => pair.whole,
            None if is_share(found) && shares_next(passage, claims, i) => i + 1,
            None => continue,
        };
        if is_share(found) {
            let place = behind_whole(passage, whole, places);
            computed.extend(part_of_whole(&claims[i], &claims[whole], place));
            count_everyone(passage.lexicon, &mut claims[whole], pair.is_some());
        } else if claims[i].quantity.dimension == Dimension::Count {
            computed.extend(share(&claims[i], &claims[whole]));
        }
    }
    for mut claim in computed {
        claim.number = base + claims.len() + 1;
        claim.text = plain(&passage.text[claim.span.clone()]);
        if claim.modality == Modality::Negated {
            continue;
        }
        claims.push(claim);
    }
}

/// "two-thirds of Gaza's 2.3 million people have fled": those who fled are the share, the whole is everyone there.
fn count_everyone(lexicon: &Lexicon, whole: &mut Claim, is_pair: bool) {
    let owned = whole
        .place
        .as_ref()
        .is_some_and(|p| p.basis == Basis::Stated);
    if let Some(population) = lexicon
        .measure("population")
        .filter(|_| is_pair && owned && whole.population.is_none())
    {
        whole.measure = Some(Field::linked(population.id.clone()));
        whole.status = Some(Field::linked(population.status));
        whole.event = None;
    }
}

/// "half of X's population of N": "of" behind the share, and the next figure counts the whole.
fn shares_next(passage: &Passage<'_>, claims: &[Claim], share: usize) -> bool {
    let Some(whole) = claims.get(share + 1) else {
        return false;
    };
    let of = passage.is(
        passage.figures[share].end,
        crate::lexicon::Classes::PARTITIVE,
    );
    let counts_whole = whole
        .measure
        .as_ref()
        .is_some_and(|m| m.value == "population");
    let same_clause =
        passage.clause_start(passage.figures[share + 1].first) <= passage.figures[share].first;
    of && counts_whole && same_clause
}

/// "half of the Strip's 2.3 million is now crammed into Rafah": the part is where the words behind the whole say.
fn behind_whole(passage: &Passage<'_>, whole: usize, places: &[Mention]) -> Option<Field<String>> {
    let end = passage.figures[whole].end;
    let clause = passage.clause_end(end.saturating_sub(1));
    let place = places
        .iter()
        .find(|m| m.first >= end && m.end <= clause && m.is_located())?;
    Some(Field::stated(place.name.clone()))
}

/// Links the figures of a sentence printed before to those of the first printing.
fn note_repeats(reading: &Reading, sentence: usize, claims: &mut [Claim]) {
    let Some(first) = reading.sentences[sentence].repeats else {
        return;
    };
    let start = reading.claims.partition_point(|c| c.sentence < first);
    let originals = reading.claims[start..]
        .iter()
        .take_while(|c| c.sentence == first)
        .count();
    for (i, claim) in claims.iter_mut().enumerate().take(originals) {
        claim.relations.push(Relation {
            kind: RelationKind::Repeats,
            to: start + i,
        });
    }
}

/// The words on one line.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
