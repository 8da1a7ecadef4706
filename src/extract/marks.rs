//! What a sentence is about, and what a text is known by.

use super::passage::Passage;
use super::token::Token;
use crate::claim::{Mark, NameMention, Sketch, word_number};
use crate::lexicon::Classes;

/// More words do not tell better what a sentence is about.
const MOST: usize = 40;

/// The words of a sentence that tell what it is about.
pub fn marks(passage: &Passage<'_>, places: &[NameMention]) -> Vec<Mark> {
    let common = Classes::FUNCTION
        .with(Classes::SAYING)
        .with(Classes::MONTH)
        .with(Classes::WEEKDAY)
        .with(Classes::SPEAKER_NOUN)
        .with(Classes::FIGURE_START)
        .with(Classes::BOUND_START)
        .with(Classes::LOCATIVE);
    let lexicon = passage.lexicon;
    // "killed" and "people" stand in every report.
    let of_victims = |i: usize| {
        let frames = lexicon.frames_by_anchor.get(&passage.tokens[i].word);
        let mut measures = frames
            .into_iter()
            .flatten()
            .map(|f| lexicon.frames[*f].measure);
        measures.any(|m| lexicon.measures[m].broader.is_some())
    };
    let tells = |i: &usize| {
        let token = &passage.tokens[*i];
        token.is_word()
            && token.end - token.start > 2
            && !token.is(common)
            && lexicon.people.get(&token.word) != Some(&None)
            && !of_victims(*i)
            && passage.phrase_at(&lexicon.cues.events, *i).is_none()
            && passage.figure_at(*i).is_none()
    };
    let titled = is_titled(passage);
    // "Gaza school": the school is none of the name.
    let is_place = |i: usize| {
        let token = &passage.tokens[i];
        let within =
            |place: &NameMention| place.span.start <= token.start && token.end <= place.span.end;
        token.capital && places.iter().any(within)
    };
    let mark = |i: usize| Mark {
        is_place: is_place(i),
        word: number(passage, i),
        is_name: passage.tokens[i].capital
            && i > 0
            && !titled
            && !lexicon.demonyms.contains_key(&passage.tokens[i].word),
        is_target: is_target(passage, i),
        at: passage.span(i, i + 1),
    };
    let all = (0..passage.tokens.len()).filter(|i| tells(i) || is_target(passage, *i));
    all.take(MOST).map(mark).collect()
}

/// The countries whose people a sentence names.
pub fn nations(passage: &Passage<'_>) -> Vec<NameMention> {
    let tokens = passage.tokens.iter().filter(|t| t.capital);
    let nation = |token: &Token| {
        let place = passage.lexicon.place_of_people(token.word)?;
        Some(NameMention {
            span: token.start..token.end,
            name: place.name.clone(),
        })
    };
    tokens.filter_map(nation).collect()
}

/// "a strike on a school": whether a noun says what an event hit.
fn is_target(passage: &Passage<'_>, i: usize) -> bool {
    let events = &passage.lexicon.cues.events;
    i >= 3
        && passage.is(i - 1, Classes::DETERMINER)
        && passage.is(i - 2, Classes::LOCATIVE.with(Classes::TARGET))
        && passage.tokens[i].is_word()
        && !passage.tokens[i].capital
        && (i.saturating_sub(4)..i - 2).any(|event| passage.phrase_at(events, event).is_some())
}

/// Whether a line is written with capitals throughout, as headlines are: these make no names.
fn is_titled(passage: &Passage<'_>) -> bool {
    let words = passage.tokens.iter().filter(|t| t.is_word());
    let (capital, all) = words
        .filter(|t| t.end - t.start > 3)
        .fold((0, 0), |(capital, all), t| {
            (capital + usize::from(t.capital), all + 1)
        });
    capital * 3 > all * 2
}

/// The number of a word without its particle and ending: "al-Rankus", "Rankus"; "schools", "school".
fn number(passage: &Passage<'_>, i: usize) -> u64 {
    let word = passage.words(i, i + 1);
    let bare = passage.lexicon.forms.without_particle(word).unwrap_or(word);
    if bare.is_ascii() {
        let end = bare.len() - usize::from(bare.len() > 4 && bare.ends_with('s'));
        return word_number(bare.bytes().take(end).map(|b| b.to_ascii_lowercase()));
    }
    word_number(bare.to_lowercase().bytes())
}

/// The runs of words of a text.
#[derive(Debug, Default)]
pub struct Runs {
    /// The last words.
    last: [u64; Sketch::RUN],
    seen: usize,
    all: Vec<u64>,
}

impl Runs {
    /// Takes in the words of a block.
    pub fn see(&mut self, text: &str, tokens: &[Token]) {
        for token in tokens.iter().filter(|t| t.is_word()) {
            let word = text.get(token.start..token.end).unwrap_or_default();
            self.last.rotate_left(1);
            self.last[Sketch::RUN - 1] =
                word_number(word.bytes().map(|byte| byte.to_ascii_lowercase()));
            self.seen += 1;
            if self.seen >= Sketch::RUN {
                let run = self.last.iter().flat_map(|word| word.to_le_bytes());
                self.all.push(word_number(run));
            }
        }
        /// Runs that are not the least are let go from time to time.
        const MANY: usize = 4096;
        if self.all.len() > MANY {
            self.all.sort_unstable();
            self.all.dedup();
            self.all.truncate(MANY / 4);
        }
    }

    /// The sketch of the text.
    pub fn sketch(self) -> Sketch {
        Sketch::of(self.all)
    }
}
