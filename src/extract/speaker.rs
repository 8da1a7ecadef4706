//! According to whom: who is cited in a sentence, and what of it is theirs.

use std::ops::Range;

use super::claims::plain;
use super::passage::Passage;
use super::token::Kind;
use crate::claim::Speaker;
use crate::lexicon::{Classes, Modality};

/// A speaker of the sentence: the tokens of the name, and the figures that are his.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// First token of the name.
    pub first: usize,
    /// One past its last token.
    pub end: usize,
    /// The tokens that he speaks of.
    pub reach: Range<usize>,
}

/// Longest name that is taken for a speaker, in tokens.
const LONGEST_NAME: usize = 12;
/// Longest name in a headline: "Police: two dead", "two dead: health ministry".
const LONGEST_LABEL: usize = 5;

/// Who is cited in a sentence.
pub fn cited(passage: &Passage<'_>) -> Vec<Cited> {
    let mut out = labels(passage);
    let cues = Classes::ACCORDING_START
        .with(Classes::SAYING)
        .with(Classes::ADDING);
    let mut i = 0;
    while i < passage.tokens.len() {
        if !passage.is(i, cues) {
            i += 1;
            continue;
        }
        if let Some((length, ())) = passage.phrase_at(&passage.lexicon.cues.according, i)
            && let Some((first, end)) = name_after(passage, i + length)
        {
            let before = passage.clause_start(i.saturating_sub(1))..i;
            // "According to X, 12 died": what follows is his.
            let closes = passage.tokens[end..].iter().all(|t| !t.is_word());
            let set_off = i > 0 && passage.tokens[i - 1].is_sign(',');
            let reach = match before.len() {
                0 | 1 => end..passage.tokens.len(),
                // Behind a comma at the end, of all that the sentence says.
                _ if closes && set_off => 0..i,
                _ => before,
            };
            out.push(Cited { first, end, reach });
            i = end;
            continue;
        }
        if passage.is(i, Classes::ADDING)
            && let Some(known) = out.last()
        {
            let reach = i..passage.tokens.len();
            out.push(Cited {
                reach,
                ..known.clone()
            });
        } else if passage.is(i, Classes::SAYING) {
            out.extend(by_verb(passage, i));
        }
        i += 1;
    }
    out
}

/// "the lives of", behind "claimed"
const LIVES: usize = 6;

/// Who is the subject of a verb of saying.
fn by_verb(passage: &Passage<'_>, verb: usize) -> Option<Cited> {
    // "the Observatory (SOHR) said"
    let bracket = before_bracket(passage, verb);
    let start = passage.clause_start(bracket.map_or(verb, |open| open.saturating_sub(1)));
    let joined = passage.is(start, Classes::CONJUNCTION);
    let opens = start == 0
        || joined
        || passage.tokens[start - 1].is_break()
        || passage.is_spaced_hyphen(start - 1);
    // "has said", "later reported", but no "reportedly told"
    let passed = Classes::AUXILIARY.with(Classes::ADVERB);
    let end = (start..verb)
        .rev()
        .find(|i| !passage.is(*i, passed))
        .map_or(verb, |i| i + 1);
    let hedges = &passage.lexicon.cues.modality;
    // "said to be home to 1.5 million"
    let passive = passage
        .phrase_at(hedges, verb)
        .is_some_and(|(length, modality)| {
            length > 1 && matches!(modality, Modality::Hedged | Modality::Estimated)
        });
    // "claimed the lives of 41"
    let lives = (verb + 1..verb + LIVES).any(|i| passage.is_noun_of(i, "life"));
    if passive || lives || !passage.phrases(hedges, end, verb).is_empty() {
        return None;
    }
    let end = bracket.unwrap_or(end);
    let shows = passage.is(verb, Classes::SHOWING);
    let speaks = |(first, end): &(usize, usize)| {
        let acronym = |i: usize| {
            let word = passage.words(i, i + 1);
            word.len() > 2 && word.bytes().all(|b| b.is_ascii_uppercase())
        };
        !shows || (*first..*end).any(|i| is_speaker_noun(passage, i) || acronym(i))
    };
    let whole = subject(passage, start, end).filter(|_| opens);
    let whole = whole.or_else(|| late_subject(passage, start, end));
    // "Congo has reported 548 deaths": where they died, rather than who says so.
    let is_place = |(first, end): &(usize, usize)| {
        passage.is(verb, Classes::COUNTING) && passage.lexicon.is_place(passage.words(*first, *end))
    };
    if whole.as_ref().is_some_and(is_place) {
        return None;
    }
    if let Some((first, end)) = whole.filter(speaks) {
        return Some(Cited {
            first,
            end,
            reach: verb..passage.tokens.len(),
        });
    }
    if shows {
        return None;
    }
    if let Some(first) = tail_subject(passage, end) {
        // "Three people, police said, were killed."
        let inside = first > 0
            && passage.tokens[first - 1].is_sign(',')
            && passage.tokens.get(verb + 1).is_some_and(|t| t.is_sign(','))
            && !passage.is(verb + 2, Classes::CONJUNCTION);
        return Some(Cited {
            first,
            end,
            reach: 0..if inside { passage.tokens.len() } else { first },
        });
    }
    let (first, end) = inverted_subject(passage, verb)?;
    Some(Cited {
        first,
        end,
        reach: 0..verb,
    })
}

/// "the Observatory (SOHR) said": the end of the name before a bracket.
fn before_bracket(passage: &Passage<'_>, end: usize) -> Option<usize> {
    /// "(SOHR)", "(of the north)"
    const LONGEST: usize = 6;
    let closing = end.checked_sub(1)?;
    if !passage.tokens[closing].is_sign(')') {
        return None;
    }
    (closing.saturating_sub(LONGEST)..closing)
        .rev()
        .find(|i| passage.tokens[*i].is_sign('('))
}

/// "Meanwhile, doctors said", "isolated as health officials report": a subject behind a comma or a conjunction, of
/// whom it is sure that they speak.
fn late_subject(passage: &Passage<'_>, start: usize, end: usize) -> Option<(usize, usize)> {
    let joint = (start..end)
        .rev()
        .find(|i| passage.tokens[*i].is_sign(',') || passage.is(*i, Classes::CONJUNCTION))?;
    let (first, end) = subject(passage, joint + 1, end)?;
    let speaks = (first..end).any(|i| is_speaker_noun(passage, i));
    let opening = (start..joint).all(|i| passage.figure_at(i).is_none());
    let comma = passage.tokens[joint].is_sign(',');
    (speaks && (opening || !comma)).then_some((first, end))
}

/// "Police: two dead in Homs", "Two dead in Homs: health ministry": who speaks in a headline.
fn labels(passage: &Passage<'_>) -> Vec<Cited> {
    let last = passage.tokens.len();
    let is_colon = |i: &usize| passage.tokens[*i].is_sign(':');
    let speaks = |range: Range<usize>| {
        let known = || {
            passage
                .lexicon
                .knows_originator(passage.words(range.start, range.end))
        };
        !range.is_empty()
            && range
                .clone()
                .all(|i| passage.tokens[i].is_word() && passage.figure_at(i).is_none())
            && (range.clone().any(|i| is_speaker_noun(passage, i)) || known())
    };
    let mut out = Vec::new();
    let prefix = (1..=LONGEST_LABEL.min(last.saturating_sub(1))).find(is_colon);
    if let Some(colon) = prefix.filter(|colon| speaks(0..*colon)) {
        out.push(Cited {
            first: 0,
            end: colon,
            reach: colon..last,
        });
    }
    let suffix = (last.saturating_sub(LONGEST_LABEL + 1)..last)
        .rev()
        .find(is_colon);
    if let Some(colon) = suffix.filter(|colon| speaks(colon + 1..last)) {
        out.push(Cited {
            first: colon + 1,
            end: last,
            reach: 0..colon,
        });
    }
    out
}

/// "the Hamas-run health ministry" after "according to (reports from)".
fn name_after(passage: &Passage<'_>, at: usize) -> Option<(usize, usize)> {
    let first = (at..passage.tokens.len()).find(|i| {
        let article = passage.is(*i, Classes::DETERMINER);
        !passage.is(*i, Classes::ACCORDING_FILLER)
            || passage.tokens[*i].capital
            || (!article && is_speaker_noun(passage, *i + 1))
    })?;
    let last = passage.tokens.len().min(first + LONGEST_NAME);
    let end = (first..last)
        .find(|i| !in_name(passage, *i))
        .unwrap_or(last);
    let named = (first..end).any(|i| passage.tokens[i].capital || is_speaker_noun(passage, i));
    // "according to the city"
    let determined = first > at && passage.is(first - 1, Classes::DETERMINER);
    (end > first && (named || determined)).then_some((first, end))
}

fn is_speaker_noun(passage: &Passage<'_>, i: usize) -> bool {
    passage.is(i, Classes::SPEAKER_NOUN)
}

fn in_name(passage: &Passage<'_>, i: usize) -> bool {
    let token = &passage.tokens[i];
    if passage.figure_at(i).is_some() || token.is(Classes::MONTH.with(Classes::WEEKDAY)) {
        return false;
    }
    match token.is_word() {
        true => {
            token.capital
                || is_speaker_noun(passage, i)
                || token.is(Classes::PLACE_NOUN)
                || !token.is(Classes::FUNCTION.with(Classes::TRIGGER))
                || (token.is(Classes::PARTITIVE.with(Classes::NAME_JOINT))
                    && passage.tokens.get(i + 1).is_some_and(|next| next.capital))
        }
        // "according to U.S. officials"
        false => {
            let initials = token.is_sign('.')
                && i > 0
                && passage.words(i - 1, i).contains('.')
                && i + 1 < passage.tokens.len();
            token.kind == Kind::Possessive || initials || passage.is_shortened(i)
        }
    }
}

/// "Israel said", "The health ministry in Gaza said", "Ali Hamed, head of the agency, said", "he said": a name from
/// the start of the clause to the verb.
fn subject(passage: &Passage<'_>, start: usize, end: usize) -> Option<(usize, usize)> {
    /// "the pro-Peking New Evening Post"
    const GENERIC: usize = 4;
    let skipped = Classes::DETERMINER.with(Classes::CONJUNCTION);
    let first = (start..end).find(|i| passage.tokens[*i].is_word() && !passage.is(*i, skipped))?;
    // An aside behind the name: ", head of the agency,"
    let aside = end
        .checked_sub(1)
        .filter(|last| passage.tokens[*last].is_sign(','))
        .and_then(|last| (first..last).find(|i| passage.tokens[*i].is_sign(',')));
    let end = aside.unwrap_or(end);
    let plain = (first..end).all(|i| {
        let token = &passage.tokens[i];
        passage.figure_at(i).is_none()
            && (token.is_word()
                || token.kind == Kind::Possessive
                || (token.is_sign('-') && i > 0 && token.start == passage.tokens[i - 1].end)
                || passage.is_shortened(i))
            && !token.is(Classes::AUXILIARY
                .with(Classes::RELATIVE)
                .with(Classes::MONTH))
    });
    // "At a briefing on Wednesday the agency said"
    let opening = passage.is(first, Classes::PREPOSITION.with(Classes::LOCATIVE));
    let clear =
        (first..end).all(|i| passage.figure_at(i).is_none() && !passage.tokens[i].is_sign(','));
    if opening && clear {
        let article = (first + 2..end).rev().find(|i| {
            passage.is(*i, Classes::DETERMINER) && !passage.is(*i - 1, Classes::PREPOSITION)
        })?;
        return subject(passage, article, end);
    }
    let hangs = end > first && passage.is(end - 1, Classes::PREPOSITION.with(Classes::PARTITIVE));
    if !plain || hangs || end <= first || end - first > LONGEST_NAME {
        return None;
    }
    let determined = first > start && passage.is(first - 1, Classes::DETERMINER);
    let tokens = &passage.tokens[first..end];
    let pronoun = tokens[0].is(Classes::PRONOUN);
    let generic = determined && tokens.len() <= GENERIC;
    let sure = |t: &super::token::Token| {
        t.is(Classes::SPEAKER_NOUN) || (t.capital && !t.is(Classes::FUNCTION))
    };
    let named = generic || tokens.iter().any(sure);
    (if pronoun { tokens.len() == 1 } else { named }).then_some((first, end))
}

/// "…, police said", "… the company said": a name between the last comma and the verb near the end of the sentence.
fn tail_subject(passage: &Passage<'_>, end: usize) -> Option<usize> {
    /// "on Thursday in a statement"
    const BEHIND: usize = 7;
    let floor = end.saturating_sub(LONGEST_NAME);
    let pronoun = end
        .checked_sub(1)
        .filter(|last| passage.is(*last, Classes::PRONOUN));
    let first = pronoun.unwrap_or_else(|| {
        (floor..end)
            .rev()
            .find(|i| !in_name(passage, *i) || passage.is(*i, Classes::DETERMINER))
            .map_or(floor, |i| i + 1)
    });
    let goes_on = (end..passage.tokens.len().min(end + 3))
        .any(|i| passage.tokens[i].is_sign(',') || passage.is(i, Classes::ADDING));
    let near_end = passage.tokens.len() - end <= BEHIND || goes_on;
    let before = first.checked_sub(1);
    let determined = before.is_some_and(|i| passage.is(i, Classes::DETERMINER));
    let opened = before.is_some_and(|i| {
        let token = &passage.tokens[i];
        token.is_sign(',') || token.is_quotation_mark()
    });
    let named = (first..end).any(|i| passage.tokens[i].capital || is_speaker_noun(passage, i));
    let told = named || determined || opened;
    // "Syrian state television", behind the name of a town with no comma between.
    let known = (first..end).find(|i| passage.lexicon.knows_originator(passage.words(*i, end)));
    // "…, the disaster agency in Hanoi said"
    let comma = (floor..end).rev().find(|i| passage.tokens[*i].is_sign(','));
    let whole = comma.and_then(|comma| subject(passage, comma + 1, end));
    if let Some((first, _)) = whole.filter(|(_, last)| near_end && *last == end) {
        return Some(first);
    }
    (near_end && told && first < end).then(|| known.unwrap_or(first))
}

/// "…," said Ali Hamed; "… ," says a report: the name behind the verb.
fn inverted_subject(passage: &Passage<'_>, verb: usize) -> Option<(usize, usize)> {
    /// "a Gaza health ministry"
    const REACH: usize = 5;
    let before = verb.checked_sub(1).map(|i| &passage.tokens[i])?;
    let determined = passage.is(verb + 1, Classes::DETERMINER);
    let first = verb + 1 + usize::from(determined);
    let start = passage
        .tokens
        .get(first)
        .filter(|t| t.is_word() && !t.is(Classes::FUNCTION))?;
    let end = (first..passage.tokens.len().min(first + LONGEST_NAME))
        .find(|i| match start.capital {
            // "said Col. Ramiro Quispe"
            true => {
                let named = passage.tokens[*i].capital || passage.is_shortened(*i);
                !named || passage.is(*i, Classes::MONTH.with(Classes::WEEKDAY))
            }
            false => !in_name(passage, *i),
        })
        .unwrap_or(passage.tokens.len().min(first + LONGEST_NAME));
    // Behind a quotation or a comma anybody speaks; elsewhere, who surely does.
    let opened = before.is_sign(',') || before.is_quotation_mark();
    let closes = passage
        .tokens
        .get(end)
        .is_none_or(|t| !t.is_word() || t.is(Classes::PREPOSITION.with(Classes::ADDING)));
    let speaks = (first..end.min(first + REACH)).any(|i| is_speaker_noun(passage, i));
    let person = start.capital && end > first + 1 && closes;
    let named = start.capital || determined || speaks || opened;
    // "…, he said the shells had come from there" goes on.
    let opened = opened && (closes || !determined);
    (end > first && named && (opened || speaks || person)).then_some((first, end))
}

/// Who has spoken so far in a document, by whom "he", "the ministry" and a bare surname are understood.
#[derive(Debug, Default)]
pub struct Voices {
    /// In order of speaking, the last one last; short.
    known: Vec<Speaker>,
}

impl Voices {
    /// How many are remembered.
    const MOST: usize = 8;

    /// The speaker of a sentence: as named there, or the one whom a pronoun or a shorter name takes up, and whether it
    /// does so.
    pub fn resolve(&mut self, passage: &Passage<'_>, cited: &Cited) -> Option<(Speaker, bool)> {
        let name = plain(passage.words(cited.first, cited.end));
        let words = passage.span(cited.first, cited.end);
        let span = words.start..words.end;
        let token = &passage.tokens[cited.first];
        if cited.end == cited.first + 1 && token.is(Classes::PRONOUN) {
            let last = self.known.last()?;
            return Some((
                Speaker {
                    span,
                    ..last.clone()
                },
                true,
            ));
        }
        // "the ministry" is the health ministry, "Hartley" is Brian Hartley.
        let short = cited.end == cited.first + 1;
        let longer = self.known.iter().rev().find(|known| {
            short
                && known.name.len() > name.len()
                && known
                    .name
                    .split(' ')
                    .any(|word| word.eq_ignore_ascii_case(&name))
        });
        let speaker = match longer.filter(|_| !passage.lexicon.knows_originator(&name)) {
            Some(known) => Speaker {
                span,
                ..known.clone()
            },
            None => Speaker {
                span,
                originator: passage.lexicon.originator_in(&name),
                name,
            },
        };
        let taken_up = longer.is_some();
        self.known.retain(|known| known.name != speaker.name);
        self.known.push(speaker.clone());
        if self.known.len() > Self::MOST {
            self.known.remove(0);
        }
        Some((speaker, taken_up))
    }
}
