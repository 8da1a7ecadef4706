use claimlint::lexicon::Lexicon;
use claimlint::rules::{RuleSet, check};

use super::{reading, told_of};

#[test]
fn no_count_is_out_of_date_when_published() {
    told_of("stale", &OUTDATED, (10, 10));
}

#[test]
fn nobody_is_said_to_have_come_first_of_two_on_one_day() {
    let lexicon = Lexicon::english();
    let rules = RuleSet::builtin(&lexicon);
    for (rows, expected) in [
        (OUTDATED[0].0, "before that: "),
        (OUTDATED[1].0, "on the same day: "),
    ] {
        let readings: Vec<_> = rows.iter().map(|row| reading(&lexicon, row)).collect();
        let found = check(&readings, &rules).findings;
        let why = found.iter().find(|f| f.rule == "stale").map(|f| &*f.why);
        assert!(
            why.is_some_and(|why| why.contains(expected)),
            "{expected}: {why:?}"
        );
    }
}

/// What is said of a count that its source had brought up to date; nothing where it was not.
const OUTDATED: [super::Told<'_>; 28] = [
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 18 people in Homs on 6 August, police said.",
            ),
            (
                "B",
                "2013-08-07",
                "A car bomb killed 24 people in Homs on 6 August, police said.",
            ),
            (
                "C",
                "2013-08-08",
                "A car bomb killed 18 people in Homs on 6 August, police said.",
            ),
        ],
        "warning: killed in Homs: 18 (police, in C, 8 Aug 2013) was out of date, 24 was known (B, 7 Aug 2013)",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 18 people in Homs on 6 August, police said.",
            ),
            (
                "B",
                "2013-08-06",
                "A car bomb killed 24 people in Homs on 6 August, police said.",
            ),
            (
                "C",
                "2013-08-08",
                "A car bomb killed 18 people in Homs on 6 August, police said.",
            ),
        ],
        "warning: killed in Homs: 18 (police, in C, 8 Aug 2013) was out of date, 24 was known (B, 6 Aug 2013)",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 18 people in Homs on 6 August, police said.",
            ),
            (
                "B",
                "2013-08-07",
                "A car bomb killed 24 people in Homs on 6 August, police said.",
            ),
            (
                "C",
                "2013-08-30",
                "A car bomb killed 18 people in Homs on 6 August, police said.",
            ),
        ],
        "warning: killed in Homs: 18 (police, in C, 30 Aug 2013)",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 18 people in Homs on 6 August, police said.",
            ),
            (
                "B",
                "2013-08-07",
                "A car bomb killed at least 24 people in Homs on 6 August, police said.",
            ),
            (
                "C",
                "2013-08-09",
                "A car bomb killed 18 people in Homs on 6 August, police said.",
            ),
        ],
        "warning: killed in Homs: 18 (police, in C, 9 Aug 2013) was out of date, at least 24 was",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 18 people in Homs on 6 August, police said.",
            ),
            (
                "B",
                "2013-08-07",
                "A car bomb killed 24 people in Homs on 6 August, police said.",
            ),
            (
                "C",
                "2013-08-09",
                "A car bomb killed about 18 people in Homs on 6 August, police said.",
            ),
        ],
        "warning: killed in Homs: about 18 (police",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 18 people in Homs on 6 August, police said.",
            ),
            (
                "B",
                "2013-08-07",
                "A car bomb killed 24 people in Homs on 6 August, police said.",
            ),
            (
                "C",
                "2013-08-08",
                "A car bomb killed 30 people in Homs on 6 August, police said.",
            ),
            (
                "D",
                "2013-08-09",
                "A car bomb killed 24 people in Homs on 6 August, police said.",
            ),
        ],
        "warning: killed in Homs: 24 (police, in D, 9 Aug 2013) was out of date, 30 was known",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 18 people in Homs on 6 August, police said.",
            ),
            (
                "B",
                "2013-08-07",
                "A car bomb killed 24 people in Homs on 6 August, police said.",
            ),
            (
                "C",
                "2013-08-08",
                "A car bomb killed 30 people in Homs on 6 August, police said.",
            ),
            (
                "D",
                "2013-08-09",
                "A car bomb killed 21 people in Homs on 6 August, police said.",
            ),
        ],
        "warning: killed in Homs: 21 (police, in D, 9 Aug 2013) was out of date, 30 was known",
    ),
    (
        &[
            (
                "C",
                "2013-08-08",
                "A car bomb killed 18 people in Homs on 6 August, police said.",
            ),
            (
                "B",
                "2013-08-07",
                "A car bomb killed 24 people in Homs on 6 August, police said.",
            ),
            (
                "A",
                "2013-08-06",
                "A car bomb killed 18 people in Homs on 6 August, police said.",
            ),
        ],
        "warning: killed in Homs: 18 (police, in C, 8 Aug 2013)",
    ),
    (
        &[
            (
                "A",
                "2024-02-10",
                "The war has killed 28,064 people in Gaza, the health ministry said.",
            ),
            (
                "B",
                "2024-02-14",
                "The war has killed 28,473 people in Gaza, the health ministry said.",
            ),
            (
                "C",
                "2024-02-16",
                "The war has killed 28,064 people in Gaza, the health ministry said.",
            ),
        ],
        "warning: killed in Gaza Strip: 28,064 (health ministry, in C, 16 Feb 2024)",
    ),
    (
        &[
            (
                "A",
                "2024-02-10",
                "The war has killed 28,064 people in Gaza, the health ministry said.",
            ),
            (
                "B",
                "2024-02-14",
                "The war has killed 28,473 people in Gaza, the health ministry said.",
            ),
            (
                "C",
                "2024-02-16",
                "The war has killed 28,064 people in Gaza, the health ministry said.",
            ),
            (
                "D",
                "2024-02-17",
                "The war has killed 28,064 people in Gaza, the health ministry said.",
            ),
        ],
        "warning: killed in Gaza Strip: 28,064 (health ministry, in C, 16 Feb 2024)",
    ),
    (
        &[
            (
                "A",
                "2024-02-14",
                "The army said gunmen hold 134 hostages in Gaza.",
            ),
            (
                "B",
                "2024-03-01",
                "The army said gunmen hold 120 hostages in Gaza.",
            ),
            (
                "C",
                "2024-03-05",
                "The army said gunmen hold 134 hostages in Gaza.",
            ),
        ],
        "warning: hostages held in Gaza Strip: 134 (army, in C, 5 Mar 2024) was out of date, 120 was known",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb wounded 40 people in Homs on 6 August, police said.",
            ),
            (
                "B",
                "2013-08-07",
                "A car bomb wounded 61 people in Homs on 6 August, police said.",
            ),
            (
                "C",
                "2013-08-08",
                "A car bomb wounded 40 people in Homs on 6 August, police said.",
            ),
        ],
        "warning: injured in Homs: 40 (police",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 18 people in Homs on 6 August, police said.",
            ),
            (
                "B",
                "2013-08-07",
                "A car bomb killed 24 people in Homs on 6 August, police said.",
            ),
            (
                "C",
                "2013-08-08",
                "\"A car bomb killed 18 people in Homs on 6 August,\" police said.",
            ),
        ],
        "note: killed in Homs: 18 (police",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 18 people in Homs on 6 August, police said.",
            ),
            (
                "B",
                "2013-08-07",
                "A car bomb killed 24 people in Homs on 6 August, police said.",
            ),
            (
                "C",
                "2013-08-07",
                "A car bomb killed 18 people in Homs on 6 August, police said.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 18 people in Homs on 6 August, police said.",
            ),
            (
                "B",
                "2013-08-07",
                "A car bomb killed 24 people in Homs on 6 August, police said.",
            ),
            (
                "C",
                "2013-08-08",
                "A car bomb killed 24 people in Homs on 6 August, police said.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 18 people in Homs on 6 August, police said.",
            ),
            (
                "B",
                "2013-08-07",
                "A car bomb killed 24 people in Homs on 6 August, police said.",
            ),
            (
                "C",
                "2013-08-08",
                "A car bomb killed 30 people in Homs on 6 August, police said.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 18 people in Homs on 6 August, police said.",
            ),
            (
                "B",
                "2013-08-07",
                "A car bomb killed 24 people in Homs on 6 August, the army said.",
            ),
            (
                "C",
                "2013-08-08",
                "A car bomb killed 18 people in Homs on 6 August, police said.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 18 people in Homs on 6 August, police said.",
            ),
            (
                "B",
                "2013-08-07",
                "A car bomb killed 24 people in Homs on 6 August.",
            ),
            (
                "C",
                "2013-08-08",
                "A car bomb killed 18 people in Homs on 6 August, police said.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 24 people in Homs on 6 August, police said.",
            ),
            (
                "B",
                "2013-08-07",
                "A car bomb killed 24 people in Homs on 6 August, police said.",
            ),
            (
                "C",
                "2013-08-08",
                "A car bomb killed 18 people in Homs on 6 August, police said.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "B",
                "2013-08-07",
                "A car bomb killed 24 people in Homs on 6 August, police said.",
            ),
            (
                "C",
                "2013-08-08",
                "A car bomb killed 18 people in Homs on 6 August, police said.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 18 people in Homs on 6 August, police said.",
            ),
            (
                "B",
                "2013-08-07",
                "A car bomb killed 24 people in Homs on 6 August, police said.",
            ),
            (
                "C",
                "2013-09-08",
                "A car bomb killed 18 people in Homs on 6 August 2013, police said.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 18 people in Homs on 6 August, police said.",
            ),
            (
                "B",
                "2013-08-07",
                "A car bomb killed 24 people in Homs on 6 August, police said.",
            ),
            (
                "C",
                "2013-08-08",
                "A car bomb killed at least 18 people in Homs on 6 August, police said.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 18 people in Homs on 6 August, police said.",
            ),
            (
                "B",
                "2013-08-07",
                "A car bomb killed at least 18 people in Homs on 6 August, police said.",
            ),
            (
                "C",
                "2013-08-08",
                "A car bomb killed 18 people in Homs on 6 August, police said.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 18 people in Homs on 6 August, police said.",
            ),
            (
                "B",
                "2013-08-07",
                "A car bomb killed 24 people in Homs on 6 August, police said.",
            ),
            (
                "C",
                "2013-08-08",
                "A car bomb killed 18 people in Homs on 6 August, police said. It later spoke of 24 dead.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 18 people in Homs on 6 August, police said.",
            ),
            (
                "B",
                "2013-08-07",
                "A car bomb killed 24 people in Homs on 6 August, police said.",
            ),
            (
                "C",
                "2013-08-08",
                "A car bomb killed 18 people in Aleppo on 6 August, police said.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2024-02-14",
                "The army said gunmen hold 134 hostages in Gaza.",
            ),
            (
                "B",
                "2024-03-01",
                "The army said gunmen hold 120 hostages in Gaza.",
            ),
            (
                "C",
                "2024-03-05",
                "The army said gunmen hold 118 hostages in Gaza.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2024-02-14",
                "The army said gunmen hold 134 hostages in Gaza.",
            ),
            (
                "B",
                "2024-03-01",
                "The army said gunmen hold 120 hostages in Gaza.",
            ),
            (
                "C",
                "2024-03-05",
                "The army said gunmen hold 136 hostages in Gaza.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "",
                "A car bomb killed 18 people in Homs on 6 August, police said.",
            ),
            (
                "B",
                "",
                "A car bomb killed 24 people in Homs on 6 August, police said.",
            ),
            (
                "C",
                "",
                "A car bomb killed 18 people in Homs on 6 August, police said.",
            ),
        ],
        "",
    ),
];
