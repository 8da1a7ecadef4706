//! Words about how a figure is told.

use super::compile::classify;
use super::phrases::Phrases;
use super::word::{Classes, Vocabulary};
use super::{Cues, raw};

pub(super) fn compile(v: &mut Vocabulary, raw: &raw::Cues) -> Cues {
    classify(v, &raw.saying, Classes::SAYING);
    classify(v, &raw.adding, Classes::ADDING);
    classify(v, &raw.counting, Classes::COUNTING);
    classify(v, &raw.since, Classes::SINCE);
    classify(v, &raw.showing, Classes::SAYING.with(Classes::SHOWING));
    classify(v, &raw.speaker_nouns, Classes::SPEAKER_NOUN);
    classify(v, &raw.according_filler, Classes::ACCORDING_FILLER);
    let mut modality = Phrases::default();
    for (kind, words) in &raw.modality {
        for phrase in words {
            modality.add(v, phrase, *kind);
        }
    }
    let mut window_days = Phrases::default();
    for (days, words) in &raw.window_days {
        for phrase in words {
            window_days.add(v, phrase, *days);
        }
    }
    let mut events = Phrases::default();
    for (kind, words) in &raw.events {
        for phrase in words {
            events.add(v, phrase, kind.clone());
        }
    }
    Cues {
        modality,
        events,
        general_events: raw.general_events.clone(),
        directed_events: raw.directed_events.clone(),
        according: Phrases::of(v, &raw.according),
        other_times: Phrases::of(v, &raw.other_times),
        cumulative: Phrases::of(v, &raw.cumulative),
        tallies: raw
            .tallies
            .iter()
            .flat_map(|(tally, words)| words.iter().map(|word| (word, *tally)))
            .map(|(word, tally)| (v.intern(word), tally))
            .collect(),
        windows: Phrases::of(v, &raw.windows),
        window_starts: Phrases::of(v, &raw.window_starts),
        window_days,
        window_since: raw.window_since.iter().map(|word| v.intern(word)).collect(),
        part: Phrases::of(v, &raw.part),
        among: Phrases::of(v, &raw.among),
        besides: Phrases::of(v, &raw.besides),
        besides_behind: Phrases::of(v, &raw.besides_behind),
        told_of_places: Phrases::of(v, &raw.told_of_places),
        additions: Phrases::of(v, &raw.additions),
        part_adverbs: Phrases::of(v, &raw.part_adverbs),
        campaigns: Phrases::of(v, &raw.campaigns),
        not_campaigns: Phrases::of(v, &raw.not_campaigns),
        roundups: Phrases::of(v, &raw.roundups),
        spanning: raw.spanning.iter().map(|word| v.intern(word)).collect(),
        told_again: Phrases::of(v, &raw.told_again),
        other_events: Phrases::of(v, &raw.other_events),
        restating: raw.restating.iter().map(|word| v.intern(word)).collect(),
    }
}
