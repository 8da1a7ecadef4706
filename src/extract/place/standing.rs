//! How a place stands in its sentence: where something is, or by the way.

use super::name::Named;
use crate::extract::passage::Passage;
use crate::lexicon::Classes;

/// How a place stands in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// After a word of place or as the object of what befell it: "in Gaza", "the city of Rafah", "hit Kabul".
    Located,
    /// Where a report is sent from.
    Dateline,
    /// After "from": where people left.
    Origin,
    /// By itself: "Rafah is home to", "Rafah's population", "the Kabul bombing".
    Named,
    /// As an adjective, a speaker or somebody's home: no place of a figure.
    Aside,
}

/// How a name stands in its sentence.
pub fn standing(passage: &Passage<'_>, first: usize, named: &Named) -> Standing {
    let end = named.end;
    let next = passage.tokens.get(end);
    // The word of place may stand before an article or a direction: "in the southern Gaza Strip".
    let before = (first.saturating_sub(3)..first).rev().find(|i| {
        let t = &passage.tokens[*i];
        t.is(Classes::PREPOSITION) || !t.is_word() || t.is(Classes::AUXILIARY)
    });
    let preposition = before.filter(|i| passage.is(*i, Classes::PREPOSITION));
    let attributive = next.is_some_and(|t| {
        t.is_word()
            && t.start > 0
            && !t.is(Classes::FUNCTION.with(Classes::TRIGGER))
            && !ends_like_a_participle(passage, end)
            // "Kenya hosts 800,000 refugees"
            && passage.figure_at(end + 1).is_none()
    });
    if let Some(at) = preposition {
        let located = passage.is(at, Classes::LOCATIVE)
            || (passage.is(at, Classes::PARTITIVE)
                && at > 0
                && passage.is(at - 1, Classes::PLACE_NOUN))
            || (passage.is(at, Classes::TARGET)
                && at > 0
                && passage
                    .phrase_at(&passage.lexicon.cues.events, at - 1)
                    .is_some());
        // "in US air strikes", "in Syrian army raids": the place describes what follows.
        let describes = attributive
            && (end..end + 2).any(|i| {
                let event = passage.phrase_at(&passage.lexicon.cues.events, i);
                event.is_some_and(|(_, kind)| named.is_country() && is_directed(passage, kind))
                    || passage.is(i, Classes::PERSON.with(Classes::SPEAKER_NOUN))
            });
        return match located && !describes {
            _ if passage.is(at, Classes::ORIGIN) => Standing::Origin,
            true => Standing::Located,
            false if passage.is(at, Classes::PARTITIVE) && !attributive => Standing::Named,
            false => Standing::Aside,
        };
    }
    if next.is_some_and(|t| t.is(Classes::SAYING)) {
        return Standing::Aside;
    }
    // "evacuate Rafah", "a quake devastated southern Haiti"
    let verb = (first.saturating_sub(2)..first)
        .rev()
        .find(|i| !passage.is(*i, Classes::DETERMINER) && passage.tokens[*i].classes.any(OF_NOTE));
    let befell = verb.is_some_and(|i| passage.is(i, Classes::TRIGGER.with(Classes::LOCATIVE)));
    if befell && !attributive {
        return Standing::Located;
    }
    if !attributive {
        return Standing::Named;
    }
    // "the Kabul bombing", but "a US strike"
    let event =
        (end..end + EVENT_REACH).find_map(|i| passage.phrase_at(&passage.lexicon.cues.events, i));
    match event {
        Some((_, kind)) if named.is_country() && is_directed(passage, kind) => Standing::Aside,
        Some(_) => Standing::Named,
        None => Standing::Aside,
    }
}

/// "the Tampa strip club shooting"
const EVENT_REACH: usize = 3;
/// What a token before a name may be that says how it stands.
const OF_NOTE: Classes = Classes::FUNCTION
    .with(Classes::TRIGGER)
    .with(Classes::LOCATIVE)
    .with(Classes::SAYING);

/// Whether the country before such an event is who did it.
fn is_directed(passage: &Passage<'_>, kind: &String) -> bool {
    passage.lexicon.cues.directed_events.contains(kind)
}

fn ends_like_a_participle(passage: &Passage<'_>, token: usize) -> bool {
    let word = passage.words(token, token + 1);
    passage.lexicon.forms.is_participle(word)
}
