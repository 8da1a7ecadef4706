//! From the figures of a sentence to claims, with what is carried over from the sentences before.

use rustc_hash::FxHashSet;

use super::derived::derive;
use super::event::Events;
use super::frame::{Counted, measures};
use super::links::{
    join_attribution, note_repeats, relate, relate_changes, relate_shares, share_counted,
    share_measure, tell_again,
};
use super::marks::{marks, nations};
use super::modality::modality;
use super::noun::{NounPhrase, noun_phrase};
use super::passage::Passage;
use super::people::{elided_nouns, lists_one, names_people, noun_field, persons, population};
use super::relation::{OutOf, is_definite, out_of, predicates, role};
use super::repeat::Repeats;
use super::restate::read_metres;
use super::scan::scan;
use super::setting::{Seen, Setting, attribution};
use super::statement::{self, Figures, Stated};
use super::tally::tally;
use super::time::{as_of, keep_totals, status, window};
use super::token::Token;
use super::trend;
use crate::claim::{AsOf, Basis, Claim, Field, Reading, Role};
use crate::document::Section;
use crate::lexicon::{Lexicon, Measure, Status};
use crate::quantity::{Decimal, Dimension, Quantity};

/// How many figures below a headline may say where it happened.
const LEDE_FIGURES: usize = 6;

/// How many sentences at the top are looked at even without a figure: there the totals of an article stand.
const OPENING: usize = 12;

/// How many sentences at the top say how much the article's own event spans.
const OPENS: usize = 5;

/// What is carried from sentence to sentence.
#[derive(Debug, Default)]
pub struct Context {
    repeats: Repeats,
    events: Events,
    /// Where the text is, and who speaks.
    setting: Setting,
    in_quotation: bool,
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
        self.setting.new_paragraph();
        self.in_quotation = false;
    }

    /// What is known only at the end: the events, and where the headline's figures belong.
    pub fn finish(self, reading: &mut Reading, lexicon: &Lexicon) {
        place_headlines(&mut reading.claims);
        time_headlines(&mut reading.claims);
        let opens = reading
            .sentences
            .get(OPENS)
            .map_or(usize::MAX, |s| s.span.end);
        let named = reading.names.iter().chain(&reading.nations);
        let named = named.filter(|name| name.span.start < opens);
        let claims = reading.claims.iter().filter(|c| c.event.is_some());
        let places = claims.filter_map(|c| Some(c.place.as_ref()?.value.as_str()));
        let mut seen = FxHashSet::default();
        for place in places.chain(named.map(|name| name.name.as_str())) {
            if seen.insert(place) {
                let lying = self.setting.surroundings(lexicon, place);
                reading.surroundings.push(lying);
            }
        }
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
        let is_read = !figures.is_empty() || sentence < OPENING;
        let counts = figures
            .iter()
            .any(|figure| figure.quantity.dimension == Dimension::Count);
        let is_placed = counts || sentence < OPENING;
        if is_placed {
            self.setting.read_put_off(lexicon, reading);
        } else if is_read || self.setting.waits() {
            self.setting.hear_put_off(lexicon, reading);
        }
        if is_read {
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
        let seen = if is_placed {
            self.setting.look(&passage, sentence)
        } else if is_read || self.setting.waits() {
            self.setting.hear(&passage, sentence)
        } else {
            self.setting.put_off(tokens, sentence);
            Seen::default()
        };
        let opens_quoted = self.in_quotation;
        let quoted = self.quotation(&passage);
        let nouns: Vec<NounPhrase> = (0..figures.len())
            .map(|i| noun_phrase(&passage, i))
            .collect();
        let pairs = out_of(&passage, &nouns);
        let mut built = if figures.is_empty() {
            Vec::new()
        } else {
            self.claims(
                &passage, reading, sentence, &nouns, &pairs, &seen, &quoted, &dates,
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
        // Only what stands near the top is asked for.
        let additions = || passage.phrases(&lexicon.cues.additions, 0, tokens.len());
        let tells_more = || !additions().is_empty() || lists_one(&passage);
        let adds = sentence < OPENING && tells_more() && tells_of_victims(&passage);
        if figures.is_empty() {
            self.events.see(&passage, &dates, published);
        }
        if !figures.is_empty() || sentence < OPENING {
            reading.persons.extend(persons(&passage));
        }
        if sentence < OPENS {
            reading.nations.extend(nations(&passage));
        }
        reading.sentences[sentence].adds = adds;
        let counts_victims = || built.iter().any(|c| c.event.is_some());
        if sentence < OPENING || counts_victims() {
            reading.sentences[sentence].marks = marks(&passage, seen.named());
        }
        reading.dates.extend(dates);
        let first = reading.claims.len();
        reading.claims.extend(built);
        self.setting.leave(reading, seen, first);
        reading.mentions.append(&mut stated.mentions);
        reading.statements.append(&mut stated.statements);
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
        seen: &Seen,
        quoted: &[bool],
        dates: &[crate::claim::DateMention],
    ) -> Vec<Claim> {
        let published = reading.document.published;
        let elided = elided_nouns(nouns, pairs);
        let counted = measures(passage, nouns, &elided, &predicates(passage, nouns, pairs));
        let base = reading.claims.len();
        let mut own = self
            .setting
            .own_places(passage, nouns, &counted, &seen.places);
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
            let place = self
                .setting
                .place(passage, own[i].take(), known, stock, &seen.places);
            let counts_people = is_count && (known.is_some() || names_people(passage, head));
            let event = (known.is_some() && is_toll).then(|| {
                let opens = sentence < OPENS;
                self.events.of_figure(passage, i, dates, published, opens)
            });
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
                window: None,
                tally: None,
                place,
                measure,
                status,
                event,
                attribution: attribution(passage, &seen.voices, i),
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
                self.setting.be_at(out[i].place.as_ref());
            }
        }
        relate(passage, reading, nouns, &mut out, pairs);
        relate_changes(passage, &trend::changes(passage), pairs, &mut out, base);
        share_measure(&mut out, base, passage.lexicon);
        share_counted(passage, &mut out, base);
        tell_again(passage, &reading.claims, sentence, &mut out);
        keep_totals(&mut out, passage.lexicon);
        for (i, claim) in out.iter_mut().enumerate() {
            let came = matches!(claim.role, Role::Besides | Role::Increment)
                || claim.status.is_some_and(|s| s.value == Status::Increment);
            if claim.people && claim.has_known_measure() {
                claim.tally = tally(passage, i, claim.measure.as_ref().and_then(|m| m.words));
            }
            if came && claim.has_known_measure() {
                claim.window = window(passage, i, published);
            }
        }
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
        derive(passage, &mut out, pairs, base, &seen.places);
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

/// A headline seldom says of which days; the same figure below it does: "over the past day".
fn time_headlines(claims: &mut [Claim]) {
    let below = claims.iter().position(|c| c.section != Section::Headline);
    let (headlines, text) = claims.split_at_mut(below.unwrap_or(0));
    let so_far = |c: &&mut Claim| c.status.is_some_and(|s| s.value == Status::Cumulative);
    for headline in headlines.iter_mut().filter(so_far) {
        let same = |c: &&Claim| {
            c.measure.as_ref().map(|m| &m.value) == headline.measure.as_ref().map(|m| &m.value)
                && c.quantity.low == headline.quantity.low
        };
        let first = text.iter().take(LEDE_FIGURES).find(same);
        if let Some(told) = first.filter(|c| c.status.is_some_and(|s| s.value == Status::Increment))
        {
            headline.status = Some(Field::linked(Status::Increment));
            headline.window = told.window;
        }
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
    let is_other = !names_measure || lexicon.is_group(last);
    if !own(last) && is_other {
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
