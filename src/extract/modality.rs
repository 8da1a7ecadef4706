//! How surely a figure is told.

use std::cmp::Reverse;

use super::passage::Passage;
use crate::claim::Words;
use crate::lexicon::{Classes, Modality};

/// How surely a figure is told: the strongest cue of its clause, before it or shortly behind.
pub fn modality(
    passage: &Passage<'_>,
    figure: usize,
    noun_end: usize,
) -> (Modality, Option<Words>) {
    /// How far behind the noun a cue may stand: "civilians are estimated to have fled".
    const BEHIND: usize = 5;
    /// How far before "that" its verb may begin.
    const BEFORE_THAT: usize = 2;
    let found = &passage.figures[figure];
    // "denied that 40 died": the verb before "that" speaks of the clause behind it.
    let clause = passage.clause_start(found.first);
    let hangs = passage.is(clause, Classes::RELATIVE);
    let start = if hangs {
        clause.saturating_sub(BEFORE_THAT)
    } else {
        clause
    };
    let end = passage
        .clause_end(noun_end.saturating_sub(1))
        .min(noun_end + BEHIND);
    let next_figure = passage
        .figures
        .get(figure + 1)
        .map_or(end, |next| next.first);
    let before = passage.phrases(&passage.lexicon.cues.modality, start, found.end);
    let behind = passage.phrases(
        &passage.lexicon.cues.modality,
        found.end,
        end.min(next_figure),
    );
    before
        .iter()
        .chain(&behind)
        // "two shootings that left four people wounded were not related": the verb is of the shootings.
        .filter(|(at, _, modality)| {
            let negates = **modality == Modality::Negated && *at >= noun_end;
            !negates || !(noun_end..*at).any(|i| passage.is(i, Classes::TRIGGER))
        })
        // "in May"
        .filter(|(at, _, _)| !(passage.is(*at, Classes::MONTH) && passage.tokens[*at].capital))
        .map(|(at, end, modality)| (**modality, *at, *end))
        .max_by_key(|(modality, at, _)| (*modality, Reverse(*at)))
        .map_or((Modality::Asserted, None), |(modality, at, end)| {
            // "said it would cut 300 jobs" is what is to come.
            let said = || (0..at).any(|i| passage.is(i, Classes::SAYING));
            let reported = modality == Modality::Hypothetical
                && end == at + 1
                && passage.is(at, Classes::AUXILIARY)
                && said();
            let modality = if reported {
                Modality::Projected
            } else {
                modality
            };
            (modality, Some(passage.span(at, end)))
        })
}
