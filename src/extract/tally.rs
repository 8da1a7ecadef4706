//! Which of what a figure counts it counts: those identified or confirmed, or those reported.

use super::passage::Passage;
use crate::claim::{Field, Words};
use crate::lexicon::{Classes, Tally};

/// How many auxiliaries may stand between what is counted and the word: "31 dead have been identified".
const AUXILIARIES: usize = 2;

/// The word beside the measure that says so: between figure and measure ("31 confirmed deaths", "45 people were reported
/// killed"), right before a measure that stands first ("the confirmed death toll rose to 31"), or right behind it ("31
/// deaths confirmed"). A verb before the figure says how somebody told of it: "police confirmed 31 deaths".
pub fn tally(passage: &Passage<'_>, figure: usize, measure: Option<Words>) -> Option<Field<Tally>> {
    let tallies = &passage.lexicon.cues.tallies;
    let found = &passage.figures[figure];
    let measure = measure?;
    let at = passage
        .tokens
        .iter()
        .position(|t| t.start == measure.start)?;
    let is_word = |i: &usize| passage.tokens[*i].is_word();
    let told = |i: &usize| tallies.contains_key(&passage.tokens[*i].word);
    let told_at = if at >= found.end {
        let mut between = found.end..at;
        let behind = (at + 1..passage.tokens.len())
            .take(AUXILIARIES + 1)
            .find(|i| !passage.is(*i, Classes::AUXILIARY))
            .filter(told);
        if between.clone().all(|i| is_word(&i)) {
            between.find(told).or(behind)
        } else {
            behind
        }
    } else if at < found.first {
        // "the confirmed death toll": one word may stand between.
        (at.saturating_sub(2)..at)
            .rev()
            .take_while(is_word)
            .find(told)
    } else {
        None
    }?;
    let tally = *tallies.get(&passage.tokens[told_at].word)?;
    Some(Field::stated(tally).from_words(passage.span(told_at, told_at + 1)))
}
