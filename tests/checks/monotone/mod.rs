mod differs;
mod fits;

use claimlint::finding::Finding;
use claimlint::lexicon::Lexicon;
use claimlint::rules::{RuleSet, check};

use super::{reading, told_of};

#[test]
fn a_count_so_far_does_not_fall() {
    let rows: Vec<_> = differs::ROWS.iter().chain(fits::ROWS).copied().collect();
    told_of("toll-falls", &rows, (20, 20));
}

/// What all rules together say: rule, severity, and the figures by side, one a document.
fn all(rows: &[(&str, &str, &str)]) -> Vec<String> {
    let lexicon = Lexicon::english();
    let rules = RuleSet::builtin(&lexicon);
    let readings: Vec<_> = rows.iter().map(|row| reading(&lexicon, row)).collect();
    let findings = check(&readings, &rules).findings;
    let line = |f: &Finding| {
        let sides = f.locations.iter().map(|l| {
            let side = l
                .side
                .map_or_else(|| "-".to_owned(), |side| side.to_string());
            format!("{side}={}", l.text(&readings))
        });
        let sides: Vec<String> = sides.collect();
        format!("{} {} {}", f.severity.as_str(), f.rule, sides.join(" "))
    };
    findings.iter().map(line).collect()
}

#[test]
fn one_disagreement_is_one_finding() {
    let bomb = |n: u32| format!("A car bomb killed {n} people in Homs on 6 August.");
    let told = |days: &[(&str, u32)]| {
        let texts: Vec<String> = days.iter().map(|(_, n)| bomb(*n)).collect();
        let rows: Vec<(&str, &str, &str)> = days
            .iter()
            .zip(&texts)
            .map(|((day, _), text)| (*day, *day, text.as_str()))
            .collect();
        all(&rows)
    };
    // Neighbouring days are the comparison's, whichever way the count goes.
    assert_eq!(
        told(&[("2013-08-06", 24), ("2013-08-07", 18)]),
        ["warning killed-differs 0=24 1=18"]
    );
    assert_eq!(
        told(&[("2013-08-06", 18), ("2013-08-07", 24)]),
        ["note killed-differs 0=18 1=24"]
    );
    // A series that only rises is told in the order of days.
    assert_eq!(
        told(&[("2013-08-08", 30), ("2013-08-06", 18), ("2013-08-07", 24)]),
        ["note toll-falls 0=18 1=24 2=30"]
    );
    // The last falls, with the first beside it; that the first two rise is an update.
    assert_eq!(
        told(&[("2013-08-06", 18), ("2013-08-07", 24), ("2013-08-08", 21)]),
        [
            "warning killed-differs 0=24 1=21 -=18",
            "note killed-differs 0=18 1=21 -=24"
        ]
    );
    // Where the comparison says as much, it is told once.
    assert_eq!(
        told(&[("2013-08-06", 24), ("2013-08-14", 18)]),
        ["warning killed-differs 0=24 1=18"]
    );
    // What repeats an old number of one source says more than that the count falls.
    let police = |n: u32| format!("A car bomb killed {n} people in Homs on 6 August, police said.");
    let texts = [18, 24, 18].map(police);
    let days = ["2013-08-06", "2013-08-07", "2013-08-08"];
    let rows: Vec<(&str, &str, &str)> = days
        .iter()
        .zip(&texts)
        .map(|(day, text)| (*day, *day, text.as_str()))
        .collect();
    assert_eq!(all(&rows), ["warning stale 0=18 0=18 1=24"]);
}
