//! Series that a finding is about.

use crate::Told;

/// Articles, and the finding.
pub const ROWS: &[Told<'_>] = &[
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
];
