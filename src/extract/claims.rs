//! From the figures of a sentence to claims, with what is carried over from the sentences before.

use rustc_hash::FxHashSet;

use super::derived::derive;
use super::event::Events;
use super::frame::{Counted, measures};
use super::links::{
    join_attribution, note_repeats, relate, relate_changes, relate_shares, share_counted,
    share_measure,
};
use super::modality::modality;
use super::noun::{NounPhrase, noun_phrase};
use super::passage::Passage;
use super::people::{elided_nouns, names_people, noun_field, persons, population};
use super::place::{self, Atlas, Mention, part_of_place, place_of, share_places};
use super::relation::{OutOf, is_definite, out_of, predicates, role};
use super::repeat::Repeats;
use super::restate::read_metres;
use super::scan::scan;
use super::speaker::{Cited, Voices, cited};
use super::statement::{self, Figures, Stated};
use super::time::{as_of, status};
use super::token::Token;
use super::trend;
use crate::claim::{AsOf, Attribution, Basis, Claim, Field, Reading, Speaker, Words};
use crate::document::Section;
use crate::lexicon::{Lexicon, Measure, Status};
use crate::quantity::{Decimal, Dimension, Quantity};

/// How many figures below a headline may say where it happened.
const LEDE_FIGURES: usize = 6;

/// How many sentences of the opening may say more closely where it happened.
const LEDE_SENTENCES: usize = 4;

/// How many sentences at the top are looked at even without a figure: there the totals of an article stand.
const OPENING: usize = 12;

/// What is carried from sentence to sentence.
#[derive(Debug, Default)]
pub struct Context {
    repeats: Repeats,
    events: Events,
    /// The place of the last claim of the paragraph.
    place: Option<String>,
    /// Where the article is, by its first sentences: the most specific place there.
    first_place: Option<String>,
    /// Whether that place follows a word of place.
    is_located: bool,
    /// The place named last.
    last_place: Option<String>,
    in_quotation: bool,
    /// The countries named so far.
    atlas: Atlas,
    /// Who has spoken so far.
    voices: Voices,
    /// Claims of the paragraph in quotation marks whose speaker is not named yet.
    unspoken: Vec<usize>,
    /// Who was cited last in the paragraph.
    speaking: Option<Speaker>,
    /// How many claims stand before each sentence.
    claims_before: Vec<usize>,
    /// The last sentence that names a year far from the published one.
    other_year: Option<usize>,
    /// The numbers used so far.
    numbers: FxHashSet<(Decimal, Dimension)>,
}

impl Context {
    /// Forgets what does not outlast a paragraph.
    pub fn new_paragraph(&mut self) {
        self.events.new_paragraph();
        self.place = None;
        self.in_quotation = false;
        self.unspoken.clear();
        self.speaking = None;
    }

    /// What is known only at the end: the events, and where the headline's figures belong.
    pub fn finish(self, reading: &mut Reading, lexicon: &Lexicon) {
        place_headlines(&mut reading.claims);
        reading.events = self.events.list;
        statement::across(reading, lexicon);
    }

    /// Reads one sentence, the last of `reading.sentences`, and adds its claims.
    pub fn read_sentence(&mut self, reading: &mut Reading, lexicon: &Lexicon, tokens: &[Token]) {
        self.claims_before.push(reading.claims.len());
        let published = reading.document.published;
        let sentence = reading.sentences.len() - 1;
        let end_byte = reading.sentences[sentence].span.end;
        let (mut figures, dates) = scan(
            lexicon,
            reading.document.text(),
            tokens,
            end_byte,
            published,
        );
        read_metres(lexicon, reading.document.text(), tokens, &mut figures);
        trend::mark(lexicon, tokens, &mut figures);
        // What has no figures is only asked for where the totals of an article stand.
        if !figures.is_empty() || sentence < OPENING {
            let span = reading.sentences[sentence].span.clone();
            let words = &reading.document.text()[span];
            reading.sentences[sentence].repeats = self.repeats.see(sentence, words);
        }
        let passage = Passage {
            lexicon,
            text: reading.document.text(),
            tokens,
            figures: &figures,
        };
        let voices: Vec<Voice> = cited(&passage)
            .into_iter()
            .filter_map(|cited| {
                let (speaker, taken_up) = self.voices.resolve(&passage, &cited)?;
                Some(Voice {
                    cited,
                    speaker,
                    taken_up,
                })
            })
            .collect();
        let mut places = place::mentions(&passage, &mut self.atlas);
        // "according to UNRWA": who speaks is no place.
        for place in &mut places {
            let in_name = |v: &Voice| place.first < v.cited.end && v.cited.first < place.end;
            if voices.iter().any(in_name) {
                place.set_aside();
            }
        }
        self.see_places(&passage, &places, sentence);
        let spellings: Vec<(String, String)> = places
            .iter()
            .filter_map(|place| Some((place.name.clone(), place.spelling(&passage)?.to_owned())))
            .collect();
        let opens_quoted = self.in_quotation;
        let quoted = self.quotation(&passage);
        let names: Vec<_> = places.iter().map(|m| m.name_mention(&passage)).collect();
        let nouns: Vec<NounPhrase> = (0..figures.len())
            .map(|i| noun_phrase(&passage, i))
            .collect();
        let pairs = out_of(&passage, &nouns);
        let mut built = if figures.is_empty() {
            Vec::new()
        } else {
            self.claims(
                &passage, reading, sentence, &nouns, &pairs, &places, &voices, &quoted, &dates,
            )
        };
        let mut stated = Stated {
            opens_quoted,
            published,
            sentence,
            other_year: self.other_year,
            section: reading.sentences[sentence].section,
            base: reading.mentions.len(),
            statements: Vec::new(),
            mentions: Vec::new(),
        };
        let known = Figures {
            nouns: &nouns,
            pairs: &pairs,
            base: reading.claims.len(),
        };
        statement::read(&passage, known, &mut stated);
        relate_shares(&stated.statements, &mut built, reading.claims.len());
        self.other_year = stated.other_year;
        let told = places
            .iter()
            .rev()
            .find(|m| m.is_told_of())
            .map(|m| m.name.clone());
        self.last_place = told.or_else(|| self.last_place.take());
        // Only what stands near the top is asked for.
        let additions = || passage.phrases(&lexicon.cues.additions, 0, tokens.len());
        let adds = sentence < OPENING && !additions().is_empty() && tells_of_victims(&passage);
        if figures.is_empty() {
            self.events.see(&passage, &dates, published);
        }
        let located = || {
            let last = places.iter().rev().find(|m| m.stays(&passage));
            last.map(|m| m.name.clone())
        };
        self.place = self.place.take().or_else(located);
        if !figures.is_empty() || sentence < OPENING {
            reading.persons.extend(persons(&passage));
        }
        reading.sentences[sentence].adds = adds;
        reading.dates.extend(dates);
        reading.names.extend(names);
        for (name, spelling) in spellings {
            if reading.spelling(&name) == name {
                reading.spellings.push((name, spelling));
            }
        }
        reading.claims.extend(built);
        self.carry_speaker(&mut reading.claims, &voices);
        reading
            .speakers
            .extend(voices.into_iter().map(|voice| voice.speaker));
        reading.mentions.append(&mut stated.mentions);
        reading.statements.append(&mut stated.statements);
    }

    /// Where the article is, as far as its opening says: the first place in which something is, the closer the better;
    /// else the first that it names.
    fn see_places(&mut self, passage: &Passage<'_>, places: &[Mention], sentence: usize) {
        for place in places {
            let located = place.stays(passage);
            let closer = self
                .first_place
                .as_ref()
                .is_some_and(|first| self.atlas.lies_within(passage.lexicon, &place.name, first));
            let better = match (&self.first_place, self.is_located) {
                (None, _) => true,
                (Some(_), false) => located,
                (Some(_), true) => located && closer && sentence < LEDE_SENTENCES,
            };
            if better && place.is_told_of() {
                self.first_place = Some(place.name.clone());
                self.is_located = located;
            }
        }
    }

    /// A quotation over several sentences is by whoever is cited in one of them.
    fn carry_speaker(&mut self, claims: &mut [Claim], voices: &[Voice]) {
        let first = self.claims_before.last().copied().unwrap_or(0);
        let linked = |claims: &mut [Claim], at: usize, speaker: &Speaker| {
            claims[at].attribution = vec![Attribution {
                name: speaker.name.clone(),
                originator: speaker.originator.clone(),
                basis: Basis::Linked,
                words: Some(Words::from(speaker.span.clone())),
            }];
        };
        if let Some(voice) = voices.first() {
            for at in self.unspoken.drain(..) {
                linked(claims, at, &voice.speaker);
            }
            self.speaking = voices.last().map(|voice| voice.speaker.clone());
        }
        for at in first..claims.len() {
            if !claims[at].quoted || !claims[at].attribution.is_empty() {
                continue;
            }
            match &self.speaking {
                Some(speaker) => linked(claims, at, speaker),
                None => self.unspoken.push(at),
            }
        }
    }

    /// Which figures stand between quotation marks; a quotation may go on over sentences of a paragraph.
    fn quotation(&mut self, passage: &Passage<'_>) -> Vec<bool> {
        let mut out = Vec::with_capacity(passage.figures.len());
        for (i, token) in passage.tokens.iter().enumerate() {
            self.in_quotation = token.quotation(self.in_quotation);
            while passage
                .figures
                .get(out.len())
                .is_some_and(|f| f.end <= i + 1)
            {
                out.push(self.in_quotation);
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
        nouns: &[NounPhrase],
        pairs: &[OutOf],
        places: &[Mention],
        voices: &[Voice],
        quoted: &[bool],
        dates: &[crate::claim::DateMention],
    ) -> Vec<Claim> {
        let published = reading.document.published;
        let elided = elided_nouns(nouns, pairs);
        let counted = measures(passage, nouns, &elided, &predicates(passage, nouns, pairs));
        let base = reading.claims.len();
        let mut own = self.own_places(passage, nouns, &counted, places);
        let mut out: Vec<Claim> = Vec::with_capacity(passage.figures.len());
        for (i, found) in passage.figures.iter().enumerate() {
            let head = nouns[i].head.or(elided[i]);
            let is_count = found.quantity.dimension == Dimension::Count;
            let measure = counted[i].map(|c| named(passage, c)).or_else(|| {
                let head = head.filter(|_| is_count)?;
                let noun = passage
                    .lexicon
                    .forms
                    .singular(passage.words(head, head + 1));
                let words = passage.span(head, head + 1);
                Some(Field::stated(format!("noun:{noun}")).from_words(words))
            });
            let known = counted[i].map(|c| &passage.lexicon.measures[c.measure]);
            let status =
                known.map(|m| status(passage, i).unwrap_or_else(|| Field::linked(m.status)));
            let is_toll =
                status.is_some_and(|s| matches!(s.value, Status::Cumulative | Status::Increment));
            let stock = status.is_some_and(|s| s.value == Status::Stock);
            let place = self.place(passage, own[i].take(), known.is_some(), stock, places);
            let counts_people = is_count && (known.is_some() || names_people(passage, head));
            let event = (known.is_some() && is_toll)
                .then(|| self.events.of_figure(passage, i, dates, published));
            let (role, role_words) = role(passage, i, &nouns[i]);
            let (modality, modality_words) = modality(passage, i, nouns[i].end);
            out.push(Claim {
                number: base + i + 1,
                span: found.start_byte..found.end_byte,
                text: plain(&passage.text[found.start_byte..found.end_byte]),
                section: reading.sentences[sentence].section,
                sentence,
                quoted: quoted[i],
                quantity: self.heard(&found.quantity),
                noun: noun_field(passage, &nouns[i], elided[i]),
                population: counts_people
                    .then(|| population(passage, &nouns[i], elided[i]))
                    .flatten()
                    .and_then(|people| narrowed(passage, people, known, head)),
                people: counts_people
                    || (found.quantity.dimension == Dimension::Age && names_people(passage, head)),
                definite: is_definite(passage, found.first),
                role,
                role_words,
                as_of: is_count
                    .then(|| as_of(passage, i, dates, is_toll, published))
                    .flatten(),
                place,
                measure,
                status,
                event,
                attribution: attribution(passage, voices, i),
                modality,
                modality_words,
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
        relate(passage, reading, nouns, &mut out, pairs);
        relate_changes(passage, &trend::changes(passage), &mut out, base);
        share_measure(&mut out, base, passage.lexicon);
        share_counted(passage, &mut out, base);
        let is_toll = |c: &Claim| {
            c.status
                .is_some_and(|s| matches!(s.value, Status::Cumulative | Status::Increment))
        };
        for claim in &mut out {
            if claim.measure.is_none() {
                claim.as_of = None;
            } else if is_toll(claim)
                && matches!(
                    claim.as_of,
                    Some(Field {
                        value: AsOf::Day(_),
                        ..
                    })
                )
            {
                // What was found to be a toll by another figure: the day is that of the event.
                claim.as_of = published.map(|day| Field::linked(AsOf::Day(day)));
            }
        }
        join_attribution(&mut out, pairs);
        derive(passage, &mut out, pairs, base, places);
        note_repeats(
            reading.sentences[sentence].repeats,
            &self.claims_before,
            &mut out,
        );
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

    /// Where each count of a sentence holds by its own words.
    fn own_places(
        &self,
        passage: &Passage<'_>,
        nouns: &[NounPhrase],
        counted: &[Option<Counted>],
        places: &[Mention],
    ) -> Vec<Option<Field<String>>> {
        let last = self.last_place.as_deref();
        let of_figure = |i: usize| {
            let counts = passage.figures[i].quantity.dimension == Dimension::Count;
            counts.then(|| place_of(passage, i, nouns, places, last))?
        };
        let mut own: Vec<_> = (0..passage.figures.len()).map(of_figure).collect();
        let is_toll = |c: &Option<Counted>| {
            c.is_some_and(|c| passage.lexicon.measures[c.measure].status == Status::Cumulative)
        };
        let tolls: Vec<bool> = counted.iter().map(is_toll).collect();
        share_places(passage, &tolls, &mut own);
        own
    }

    /// Where a figure holds: by its own words, or where the text is. Of what no lexicon knows, only by its own. People
    /// counted in a part of a place are not those of all of it.
    fn place(
        &self,
        passage: &Passage<'_>,
        own: Option<Field<String>>,
        is_known: bool,
        is_stock: bool,
        places: &[Mention],
    ) -> Option<Field<String>> {
        let field = match own {
            Some(own) => own,
            None => self.carried_place().filter(|_| is_known)?,
        };
        let part = is_stock.then(|| part_of_place(passage, places, &field.value));
        Some(Field {
            value: part.flatten().unwrap_or(field.value),
            ..field
        })
    }

    fn carried_place(&self) -> Option<Field<String>> {
        let near = self.place.clone().map(Field::linked);
        near.or_else(|| self.first_place.clone().map(Field::guessed))
    }
}

/// A headline seldom says where; the first figures below it do, of the same measure.
fn place_headlines(claims: &mut [Claim]) {
    let measure = |c: &Claim| c.measure.as_ref().map(|m| m.value.clone());
    let is_told = |c: &Claim| c.place.as_ref().is_some_and(|p| p.basis != Basis::Guessed);
    let below = claims.iter().position(|c| c.section != Section::Headline);
    let (headlines, text) = claims.split_at_mut(below.unwrap_or(0));
    for headline in headlines
        .iter_mut()
        .filter(|c| !is_told(c) && c.has_known_measure())
    {
        let mut first = text.iter().take(LEDE_FIGURES).filter(|c| is_told(c));
        let place = first
            .find(|c| measure(c) == measure(headline))
            .and_then(|c| c.place.clone());
        headline.place = place
            .map(|place| Field::linked(place.value))
            .or(headline.place.take());
    }
}

/// The people of a count beyond what its measure says: refugees who are Afghan; none where the noun names the measure.
fn narrowed(
    passage: &Passage<'_>,
    people: Field<String>,
    measure: Option<&Measure>,
    head: Option<usize>,
) -> Option<Field<String>> {
    let Some(measure) = measure else {
        return Some(people);
    };
    let lexicon = passage.lexicon;
    let noun = head.and_then(|head| lexicon.measure_nouns.get(&passage.tokens[head].word));
    let names_measure = noun.is_some_and(|noun| lexicon.measures[*noun].id == measure.id);
    let own = |word: &str| measure.people.iter().any(|known| known == word);
    let (others, last) = people.value.rsplit_once(' ').unwrap_or(("", &people.value));
    if !own(last) && !(names_measure && !lexicon.is_group(last)) {
        return Some(people);
    }
    (!others.is_empty()).then(|| Field {
        value: others.to_owned(),
        ..people
    })
}

/// Whether a verb of the sentence tells of the dead, the hurt or hostages: a measure within a broader one.
fn tells_of_victims(passage: &Passage<'_>) -> bool {
    let lexicon = passage.lexicon;
    let frames = passage
        .tokens
        .iter()
        .filter_map(|t| lexicon.frames_by_anchor.get(&t.word))
        .flatten();
    frames
        .map(|frame| &lexicon.measures[lexicon.frames[*frame].measure])
        .any(|m| m.broader.is_some())
}

fn named(passage: &Passage<'_>, counted: Counted) -> Field<String> {
    Field {
        value: passage.lexicon.measures[counted.measure].id.clone(),
        basis: counted.basis,
        words: Some(passage.span(counted.token, counted.token + 1)),
    }
}

/// Who says a figure: of several, the nearest: "police said that, according to the hospital, 12 died".
fn attribution(passage: &Passage<'_>, voices: &[Voice], figure: usize) -> Vec<Attribution> {
    let at = passage.figures[figure].first;
    let of_figure = voices.iter().filter(|v| v.cited.reach.contains(&at));
    let nearest = of_figure.min_by_key(|v| {
        if v.cited.first > at {
            v.cited.first - at
        } else {
            at - v.cited.first.min(at)
        }
    });
    nearest.map(Voice::attribution).into_iter().collect()
}

/// Somebody who is cited in a sentence.
#[derive(Debug)]
struct Voice {
    cited: Cited,
    speaker: Speaker,
    /// Whether he was named before, and only taken up here.
    taken_up: bool,
}

impl Voice {
    fn attribution(&self) -> Attribution {
        Attribution {
            name: self.speaker.name.clone(),
            originator: self.speaker.originator.clone(),
            basis: if self.taken_up {
                Basis::Linked
            } else {
                Basis::Stated
            },
            words: Some(Words::from(self.speaker.span.clone())),
        }
    }
}

/// The words on one line.
pub fn plain(text: &str) -> String {
    let one_line = text
        .bytes()
        .zip(text.bytes().skip(1).chain([b' ']))
        .all(|(b, next)| b.is_ascii_graphic() || (b == b' ' && next != b' '));
    if one_line && !text.starts_with(' ') && !text.ends_with(' ') {
        return text.to_owned();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
