use claimlint::finding::Finding;
use claimlint::lexicon::Lexicon;
use claimlint::rules::{RuleSet, check};

use super::{reading, told_of};

#[test]
fn a_count_so_far_does_not_fall() {
    told_of("toll-falls", &FALLS, (20, 20));
}

/// What is said of several articles on one count; nothing where they agree or tell of different things.
const FALLS: [super::Told<'_>; 51] = [
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 24 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-14",
                "A car bomb killed 18 people in Homs on 6 August.",
            ),
        ],
        "warning: killed so far in Homs: 24 (A, 6 Aug 2013), then fewer: 18 (B, 14 Aug 2013)",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 18 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-07",
                "A car bomb killed 24 people in Homs on 6 August.",
            ),
            (
                "C",
                "2013-08-08",
                "A car bomb killed 21 people in Homs on 6 August.",
            ),
        ],
        "warning: killed so far in Homs: 24 (B, 7 Aug 2013), then fewer: 21 (C, 8 Aug 2013)",
    ),
    (
        &[
            (
                "C",
                "2013-08-08",
                "A car bomb killed 21 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-07",
                "A car bomb killed 24 people in Homs on 6 August.",
            ),
            (
                "A",
                "2013-08-06",
                "A car bomb killed 18 people in Homs on 6 August.",
            ),
        ],
        "warning: killed so far in Homs: 24 (B, 7 Aug 2013), then fewer: 21 (C, 8 Aug 2013)",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 18 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-07",
                "A car bomb killed 30 people in Homs on 6 August.",
            ),
            (
                "C",
                "2013-08-08",
                "A car bomb killed 21 people in Homs on 6 August.",
            ),
            (
                "D",
                "2013-08-09",
                "A car bomb killed 24 people in Homs on 6 August.",
            ),
        ],
        "warning: killed so far in Homs: 30 (B, 7 Aug 2013), then fewer: 21 (C, 8 Aug 2013)",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed at least 24 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-14",
                "A car bomb killed 18 people in Homs on 6 August.",
            ),
        ],
        "warning: killed so far in Homs: at least 24 (A, 6 Aug 2013), then fewer: 18",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed more than 40 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-14",
                "A car bomb killed about 30 people in Homs on 6 August.",
            ),
        ],
        "warning: killed so far in Homs: more than 40 (A",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 24 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-14",
                "A car bomb killed fewer than 20 people in Homs on 6 August.",
            ),
        ],
        "warning: killed so far in Homs: 24 (A",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 24 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-14",
                "A car bomb killed up to 20 people in Homs on 6 August.",
            ),
        ],
        "warning: killed so far in Homs: 24 (A",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed between 30 and 40 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-14",
                "A car bomb killed 24 people in Homs on 6 August.",
            ),
        ],
        "warning: killed so far in Homs: between 30 and 40 (A",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 1,342 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-14",
                "A car bomb killed 1,139 people in Homs on 6 August.",
            ),
        ],
        "warning: killed so far in Homs: 1,342 (A",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 240 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-14",
                "A car bomb killed 24 people in Homs on 6 August.",
            ),
        ],
        "warning: killed so far in Homs: 240 (A",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb wounded 60 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-14",
                "A car bomb wounded 41 people in Homs on 6 August.",
            ),
        ],
        "warning: injured so far in Homs: 60 (A",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "Police arrested 60 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-14",
                "Police arrested 41 people in Homs on 6 August.",
            ),
        ],
        "warning: arrested so far in Homs: 60 (A",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "The flood destroyed 120 homes in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-14",
                "The flood destroyed 80 homes in Homs on 6 August.",
            ),
        ],
        "warning: homes destroyed so far in Homs: 120 (A",
    ),
    (
        &[
            (
                "A",
                "2023-10-08",
                "Gunmen took 253 hostages in southern Israel on 7 October.",
            ),
            (
                "B",
                "2023-10-14",
                "Gunmen took 199 hostages in southern Israel on 7 October.",
            ),
            (
                "C",
                "2023-10-15",
                "Gunmen took 253 hostages in southern Israel on 7 October.",
            ),
        ],
        "warning: hostages taken so far in ",
    ),
    (
        &[
            (
                "A",
                "2024-02-14",
                "The war has killed 28,473 people in Gaza.",
            ),
            (
                "B",
                "2024-02-20",
                "The war has killed 27,998 people in Gaza.",
            ),
        ],
        "warning: killed so far in Gaza Strip: 28,473 (A",
    ),
    (
        &[
            (
                "A",
                "2024-02-14",
                "The war has killed 28,473 people in Gaza.",
            ),
            (
                "B",
                "2024-02-15",
                "The war has killed 28,576 people in Gaza.",
            ),
            (
                "C",
                "2024-02-16",
                "The war has killed 28,150 people in Gaza.",
            ),
        ],
        "warning: killed so far in Gaza Strip: 28,576 (B",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 24 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-14",
                "A car bomb killed 5 people in Homs on 6 August.",
            ),
        ],
        "note: killed so far in Homs: 24 (A",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb is feared to have killed 24 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-14",
                "A car bomb killed 18 people in Homs on 6 August.",
            ),
        ],
        "note: killed so far in Homs: 24 (A",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 150 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-14",
                "A car bomb killed dozens of people in Homs on 6 August.",
            ),
        ],
        "note: killed so far in Homs: 150 (A",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 24 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-14",
                "\"A car bomb killed 18 people in Homs on 6 August,\" the mayor said.",
            ),
        ],
        "note: killed so far in Homs: 24 (A",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 18 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-14",
                "A car bomb killed 24 people in Homs on 6 August.",
            ),
        ],
        "note: killed so far in Homs: 18 (A, 6 Aug 2013), then 24 (B, 14 Aug 2013)",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 18 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-07",
                "A car bomb killed 24 people in Homs on 6 August.",
            ),
            (
                "C",
                "2013-08-08",
                "A car bomb killed 30 people in Homs on 6 August.",
            ),
        ],
        "note: killed so far in Homs: 18 (A, 6 Aug 2013), then 24 (B, 7 Aug 2013), then 30 (C, 8 Aug 2013)",
    ),
    (
        &[
            (
                "C",
                "2013-08-08",
                "A car bomb killed 30 people in Homs on 6 August.",
            ),
            (
                "A",
                "2013-08-06",
                "A car bomb killed 18 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-07",
                "A car bomb killed 24 people in Homs on 6 August.",
            ),
        ],
        "note: killed so far in Homs: 18 (A, 6 Aug 2013), then 24 (B, 7 Aug 2013), then 30 (C, 8 Aug 2013)",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 18 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-07",
                "A car bomb killed 18 people in Homs on 6 August.",
            ),
            (
                "C",
                "2013-08-08",
                "A car bomb killed 30 people in Homs on 6 August.",
            ),
        ],
        "note: killed so far in Homs: 18 (A, 6 Aug 2013), then 30 (C, 8 Aug 2013)",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "Bomb kills 24 in Homs\n\nA car bomb killed 24 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-14",
                "A car bomb killed 18 people in Homs on 6 August.",
            ),
        ],
        "warning: killed so far in Homs: 24 (A, 6 Aug 2013), then fewer: 18",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 24 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-07",
                "A car bomb killed 18 people in Homs on 6 August.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 24 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-09",
                "A car bomb killed 18 people in Homs on 6 August.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 24 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-14",
                "A car bomb killed 24 people in Homs on 6 August.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 24 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-14",
                "A car bomb killed at least 18 people in Homs on 6 August.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 24 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-14",
                "A car bomb killed more than 20 people in Homs on 6 August.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed about 24 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-14",
                "A car bomb killed 22 people in Homs on 6 August.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed nearly 30 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-14",
                "A car bomb killed 28 people in Homs on 6 August.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed up to 40 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-14",
                "A car bomb killed 28 people in Homs on 6 August.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed dozens of people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-14",
                "A car bomb killed 28 people in Homs on 6 August.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 24 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-14",
                "A car bomb killed 18 people in Homs on 13 August.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 24 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-14",
                "A car bomb killed 18 people in Aleppo on 6 August.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 24 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-14",
                "A car bomb killed 18 children in Homs on 6 August.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 24 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-14",
                "A car bomb wounded 18 people in Homs on 6 August.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 24 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-14",
                "A bus crash killed 18 people in Homs on 6 August.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 24 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-14",
                "A car bomb killed 18 people in Homs on 6 August. Police had spoken of 24 dead.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 24 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-14",
                "The governor visited Homs. He met the families. The streets were empty. Shops were shut. It rained. A car bomb killed 18 people in Homs on 6 August.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 24 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-14",
                "A car bomb killed 24 people in Homs on 6 August, including 18 women.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 24 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-14",
                "A car bomb could kill 18 people in Homs on 6 August.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 24 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-06",
                "A car bomb killed 18 people in Homs on 6 August.",
            ),
            (
                "C",
                "2013-08-06",
                "A car bomb killed 21 people in Homs on 6 August.",
            ),
        ],
        "",
    ),
    (
        &[
            ("A", "", "A car bomb killed 24 people in Homs on 6 August."),
            ("B", "", "A car bomb killed 18 people in Homs on 6 August."),
            ("C", "", "A car bomb killed 21 people in Homs on 6 August."),
        ],
        "",
    ),
    (
        &[(
            "A",
            "2013-08-14",
            "A car bomb killed 24 people in Homs on 6 August. A car bomb killed 18 people in Homs on 6 August.",
        )],
        "",
    ),
    (
        &[
            (
                "A",
                "2024-02-14",
                "The war has killed 28,473 people in Gaza.",
            ),
            (
                "B",
                "2024-02-20",
                "The war has killed 133 people in Gaza in the past 24 hours.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2024-02-14",
                "The war has killed 28,000 people in Gaza.",
            ),
            (
                "B",
                "2024-02-20",
                "The war has killed 27,998 people in Gaza.",
            ),
        ],
        "",
    ),
    (
        &[
            ("A", "2024-02-14", "Rafah is home to 1.5 million people."),
            ("B", "2024-02-20", "Rafah is home to 1.2 million people."),
        ],
        "",
    ),
    (
        &[
            ("A", "2024-02-14", "Gunmen held 130 hostages in Gaza."),
            ("B", "2024-03-20", "Gunmen held 110 hostages in Gaza."),
        ],
        "",
    ),
];

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
            "note killed-differs 0=18 1=24 -=21"
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
