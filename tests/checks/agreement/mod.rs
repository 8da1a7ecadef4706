//! What several articles say of one event.

mod differs;
mod fits;

use claimlint::lexicon::Lexicon;
use claimlint::rules::{RuleSet, check};

use super::{Told, reading, told_of};

#[test]
fn totals_of_one_event_agree() {
    let rows: Vec<Told<'_>> = differs::ROWS.iter().chain(fits::ROWS).copied().collect();
    told_of("killed-differs", &rows, (20, 20));
}

/// Whoever comes first, the same figures differ.
#[test]
fn the_order_of_articles_does_not_matter() {
    let lexicon = Lexicon::english();
    let mut rules = RuleSet::builtin(&lexicon);
    rules.rules.retain(|known| known.id == "killed-differs");
    let said = |documents: &[&(&str, &str, &str)]| {
        let readings: Vec<_> = documents.iter().map(|row| reading(&lexicon, row)).collect();
        let findings = check(&readings, &rules).findings;
        let sides = findings.iter().map(|f| {
            let sided = f.locations.iter().filter(|l| l.side.is_some());
            let mut figures: Vec<&str> = sided.map(|l| l.text(&readings)).collect();
            figures.sort_unstable();
            format!("{} {figures:?}", f.severity.as_str())
        });
        let mut sides: Vec<String> = sides.collect();
        sides.sort_unstable();
        sides
    };
    for (documents, _) in differs::ROWS.iter().chain(fits::ROWS) {
        let forward: Vec<_> = documents.iter().collect();
        let backward: Vec<_> = documents.iter().rev().collect();
        assert_eq!(said(&forward), said(&backward), "{documents:?}");
    }
}
