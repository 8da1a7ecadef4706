//! Where the text is and who speaks in it: what sentences say of that, and what is carried from one to the next.

use std::ops::Range;

use super::frame::Counted;
use super::noun::NounPhrase;
use super::passage::Passage;
use super::place::{self, Atlas, Mention, part_of_place, place_of, share_places, side_of_place};
use super::speaker::{Cited, Voices, cited};
use super::token::Token;
use crate::claim::{
    Attribution, Basis, Claim, Field, NameMention, Reading, Speaker, Surroundings, Words,
};
use crate::lexicon::{Lexicon, Measure, Status};
use crate::quantity::Dimension;

/// How many sentences of the opening may say more closely where it happened.
const LEDE_SENTENCES: usize = 4;

/// How many sentences without a figure are kept for the next one with a figure, which may take up who spoke or where.
const PUT_OFF: usize = 4;

/// The measure of those who live in a place.
const INHABITANTS: &str = "population";

/// What is carried from sentence to sentence.
#[derive(Debug, Default)]
pub struct Setting {
    /// The place of the last claim of the paragraph.
    place: Option<String>,
    /// Where the article is, by its first sentences: the most specific place there.
    first_place: Option<String>,
    /// Whether that place follows a word of place.
    is_located: bool,
    /// The place named last.
    last_place: Option<String>,
    /// The countries named so far.
    atlas: Atlas,
    /// Who has spoken so far.
    voices: Voices,
    /// Claims of the paragraph in quotation marks whose speaker is not named yet.
    unspoken: Vec<usize>,
    /// Who was cited last in the paragraph.
    speaking: Option<Speaker>,
    /// Sentences without a figure that nothing has asked for yet.
    put_off: Vec<PutOff>,
    paragraph: usize,
}

/// A sentence that was not looked at.
#[derive(Debug)]
struct PutOff {
    tokens: Vec<Token>,
    sentence: usize,
    paragraph: usize,
    /// The tokens that name those who speak in it, where that was asked for.
    heard: Option<Vec<Range<usize>>>,
}

/// What a sentence says of places and speakers.
#[derive(Debug, Default)]
pub struct Seen {
    /// Who is cited.
    pub voices: Vec<Voice>,
    /// The places that it names.
    pub places: Vec<Mention>,
    names: Vec<NameMention>,
    spellings: Vec<(String, String)>,
    /// The place told of last.
    told: Option<String>,
    /// The place where what is told next may be.
    located: Option<String>,
}

impl Seen {
    /// The places that the sentence names.
    pub fn named(&self) -> &[NameMention] {
        &self.names
    }
}

impl Setting {
    /// Forgets what does not outlast a paragraph.
    pub fn new_paragraph(&mut self) {
        self.place = None;
        self.unspoken.clear();
        self.speaking = None;
        self.paragraph += 1;
    }

    /// Whether the next sentence must be looked at whatever it holds: a quotation waits for its speaker.
    pub fn waits(&self) -> bool {
        !self.unspoken.is_empty()
    }

    /// Keeps a sentence without a figure: most are never asked for.
    pub fn put_off(&mut self, tokens: &[Token], sentence: usize) {
        self.keep(tokens, sentence, None);
    }

    /// Who speaks in a sentence that counts nothing: its places are put off.
    pub fn hear(&mut self, passage: &Passage<'_>, sentence: usize) -> Seen {
        let voices = self.voices(passage);
        self.keep(passage.tokens, sentence, Some(names(&voices)));
        Seen {
            voices,
            ..Seen::default()
        }
    }

    fn keep(&mut self, tokens: &[Token], sentence: usize, heard: Option<Vec<Range<usize>>>) {
        if self.put_off.len() == PUT_OFF {
            self.put_off.remove(0);
        }
        self.put_off.push(PutOff {
            tokens: tokens.to_vec(),
            sentence,
            paragraph: self.paragraph,
            heard,
        });
    }

    /// Asks who speaks in the sentences that were put off, before one that may take them up.
    pub fn hear_put_off(&mut self, lexicon: &Lexicon, reading: &mut Reading) {
        let mut put_off = std::mem::take(&mut self.put_off);
        for sentence in put_off.iter_mut().filter(|s| s.heard.is_none()) {
            let passage = Passage {
                lexicon,
                text: reading.document.text(),
                tokens: &sentence.tokens,
                figures: &[],
            };
            let voices = self.voices(&passage);
            sentence.heard = Some(names(&voices));
            if sentence.paragraph == self.paragraph {
                let none = reading.claims.len();
                self.carry_speaker(&mut reading.claims, none, &voices);
            }
            let speakers = voices.into_iter().map(|voice| voice.speaker);
            reading.speakers.extend(speakers);
        }
        self.put_off = put_off;
    }

    /// Looks at the sentences that were put off, before one that counts something.
    pub fn read_put_off(&mut self, lexicon: &Lexicon, reading: &mut Reading) {
        self.hear_put_off(lexicon, reading);
        for sentence in std::mem::take(&mut self.put_off) {
            let passage = Passage {
                lexicon,
                text: reading.document.text(),
                tokens: &sentence.tokens,
                figures: &[],
            };
            let named = sentence.heard.unwrap_or_default();
            let mut seen = self.see(&passage, sentence.sentence, &named);
            if sentence.paragraph != self.paragraph {
                seen.located = None;
            }
            let none = reading.claims.len();
            self.leave(reading, seen, none);
        }
    }

    /// Who speaks in a sentence, and the places that it names.
    pub fn look(&mut self, passage: &Passage<'_>, sentence: usize) -> Seen {
        let voices = self.voices(passage);
        let seen = self.see(passage, sentence, &names(&voices));
        Seen { voices, ..seen }
    }

    /// Who speaks in a sentence.
    fn voices(&mut self, passage: &Passage<'_>) -> Vec<Voice> {
        let resolved = |cited: Cited| {
            let (speaker, taken_up) = self.voices.resolve(passage, &cited)?;
            Some(Voice {
                cited,
                speaker,
                taken_up,
            })
        };
        cited(passage).into_iter().filter_map(resolved).collect()
    }

    /// The places that a sentence names, but for the names of who speaks in it.
    fn see(&mut self, passage: &Passage<'_>, sentence: usize, named: &[Range<usize>]) -> Seen {
        let mut places = place::mentions(passage, &mut self.atlas);
        // "according to UNRWA": who speaks is no place.
        for place in &mut places {
            let in_name = |name: &Range<usize>| place.first < name.end && name.start < place.end;
            if named.iter().any(in_name) {
                place.set_aside();
            }
        }
        self.see_places(passage, &places, sentence);
        let spelled = |place: &Mention| {
            let spelling = place.spelling(passage)?;
            Some((place.name.clone(), spelling.to_owned()))
        };
        let last = |fits: &dyn Fn(&Mention) -> bool| {
            let place = places.iter().rev().find(|place| fits(place));
            place.map(|place| place.name.clone())
        };
        Seen {
            names: places.iter().map(|m| m.name_mention(passage)).collect(),
            spellings: places.iter().filter_map(spelled).collect(),
            told: last(&|place| place.is_told_of()),
            located: last(&|place| place.stays(passage)),
            voices: Vec::new(),
            places,
        }
    }

    /// Where a place lies, by the lists and by the text.
    pub fn surroundings(&self, lexicon: &Lexicon, place: &str) -> Surroundings {
        self.atlas.surroundings(lexicon, place)
    }

    /// Carries on from a sentence, whose claims begin at `first`.
    pub fn leave(&mut self, reading: &mut Reading, seen: Seen, first: usize) {
        self.last_place = seen.told.or_else(|| self.last_place.take());
        self.place = self.place.take().or(seen.located);
        reading.names.extend(seen.names);
        for (name, spelling) in seen.spellings {
            if reading.spelling(&name) == name {
                reading.spellings.push((name, spelling));
            }
        }
        self.carry_speaker(&mut reading.claims, first, &seen.voices);
        let speakers = seen.voices.into_iter().map(|voice| voice.speaker);
        reading.speakers.extend(speakers);
    }

    /// The text is at the place of a claim.
    pub fn be_at(&mut self, place: Option<&Field<String>>) {
        self.place = place.map(|place| place.value.clone());
    }

    /// Where the article is, as far as its opening says: the first place in which something is, the closer the better;
    /// else the first that it names.
    fn see_places(&mut self, passage: &Passage<'_>, places: &[Mention], sentence: usize) {
        for place in places {
            let located = place.stays(passage);
            let within = |first: &str| self.atlas.lies_within(passage.lexicon, &place.name, first);
            let better = match (&self.first_place, self.is_located) {
                (None, _) => true,
                (Some(_), false) => located,
                (Some(first), true) => located && sentence < LEDE_SENTENCES && within(first),
            };
            if better && place.is_told_of() {
                self.first_place = Some(place.name.clone());
                self.is_located = located;
            }
        }
    }

    /// A quotation over several sentences is by whoever is cited in one of them.
    fn carry_speaker(&mut self, claims: &mut [Claim], first: usize, voices: &[Voice]) {
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

    /// Where each count of a sentence holds by its own words.
    pub fn own_places(
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
    pub fn place(
        &self,
        passage: &Passage<'_>,
        own: Option<Field<String>>,
        measure: Option<&Measure>,
        is_stock: bool,
        places: &[Mention],
    ) -> Option<Field<String>> {
        let field = match own {
            Some(own) => own,
            None => self.carried_place().filter(|_| measure.is_some())?,
        };
        let stock = measure.filter(|_| is_stock);
        let inhabited = stock.filter(|m| m.id == INHABITANTS);
        let part = stock.and_then(|_| part_of_place(passage, places, &field.value));
        let side = || inhabited.and_then(|_| side_of_place(passage, places, &field.value));
        Some(Field {
            value: part.or_else(side).unwrap_or(field.value),
            ..field
        })
    }

    fn carried_place(&self) -> Option<Field<String>> {
        let near = self.place.clone().map(Field::linked);
        near.or_else(|| self.first_place.clone().map(Field::guessed))
    }
}

/// The tokens that name those who are cited.
fn names(voices: &[Voice]) -> Vec<Range<usize>> {
    let name = |voice: &Voice| voice.cited.first..voice.cited.end;
    voices.iter().map(name).collect()
}

/// Who says a figure: of several, the nearest: "police said that, according to the hospital, 12 died".
pub fn attribution(passage: &Passage<'_>, voices: &[Voice], figure: usize) -> Vec<Attribution> {
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
pub struct Voice {
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
