//! Series that a finding is about.

use crate::Told;

/// Articles, and the finding.
pub const ROWS: &[Told<'_>] = &[
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 12 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-06",
                "A car bomb killed 13 people in Homs on 6 August.",
            ),
            (
                "C",
                "2013-08-06",
                "A car bomb killed 12 people in Homs on 6 August.",
            ),
            (
                "D",
                "2013-08-06",
                "A car bomb killed 40 people in Homs on 6 August.",
            ),
        ],
        "warning: killed in Homs: 40 (D, 6 Aug 2013) stands apart from 3 other counts, the middle one 13 (B",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 12 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-06",
                "A car bomb killed 12 people in Homs on 6 August.",
            ),
            (
                "C",
                "2013-08-06",
                "A car bomb killed 12 people in Homs on 6 August.",
            ),
            (
                "D",
                "2013-08-06",
                "A car bomb killed 12 people in Homs on 6 August.",
            ),
            (
                "E",
                "2013-08-06",
                "A car bomb killed 120 people in Homs on 6 August.",
            ),
        ],
        "warning: killed in Homs: 120 (E, 6 Aug 2013) stands apart from 4 other counts",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 40 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-06",
                "A car bomb killed 41 people in Homs on 6 August.",
            ),
            (
                "C",
                "2013-08-06",
                "A car bomb killed 42 people in Homs on 6 August.",
            ),
            (
                "D",
                "2013-08-06",
                "A car bomb killed 40 people in Homs on 6 August.",
            ),
            (
                "E",
                "2013-08-06",
                "A car bomb killed 4 people in Homs on 6 August.",
            ),
        ],
        "warning: killed in Homs: 4 (E",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 40 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-06",
                "A car bomb killed 12 people in Homs on 6 August.",
            ),
            (
                "C",
                "2013-08-06",
                "A car bomb killed 12 people in Homs on 6 August.",
            ),
            (
                "D",
                "2013-08-06",
                "A car bomb killed 13 people in Homs on 6 August.",
            ),
        ],
        "warning: killed in Homs: 40 (A",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 100 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-06",
                "A car bomb killed 110 people in Homs on 6 August.",
            ),
            (
                "C",
                "2013-08-06",
                "A car bomb killed 120 people in Homs on 6 August.",
            ),
            (
                "D",
                "2013-08-06",
                "A car bomb killed 130 people in Homs on 6 August.",
            ),
            (
                "E",
                "2013-08-06",
                "A car bomb killed 140 people in Homs on 6 August.",
            ),
            (
                "F",
                "2013-08-06",
                "A car bomb killed 1400 people in Homs on 6 August.",
            ),
        ],
        "warning: killed in Homs: 1400 (F",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed about 12 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-06",
                "A car bomb killed at least 12 people in Homs on 6 August.",
            ),
            (
                "C",
                "2013-08-06",
                "A car bomb killed 13 people in Homs on 6 August.",
            ),
            (
                "D",
                "2013-08-06",
                "A car bomb killed 12 people in Homs on 6 August.",
            ),
            (
                "E",
                "2013-08-06",
                "A car bomb killed at least 40 people in Homs on 6 August.",
            ),
        ],
        "warning: killed in Homs: at least 40 (E",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 1,139 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-06",
                "A car bomb killed 1,150 people in Homs on 6 August.",
            ),
            (
                "C",
                "2013-08-06",
                "A car bomb killed 1,142 people in Homs on 6 August.",
            ),
            (
                "D",
                "2013-08-06",
                "A car bomb killed 2,411 people in Homs on 6 August.",
            ),
        ],
        "warning: killed in Homs: 2,411 (D",
    ),
    (
        &[
            ("A", "2013-08-06", "Rafah is home to 1.5 million people."),
            ("B", "2013-08-06", "Rafah is home to 1.4 million people."),
            ("C", "2013-08-06", "Rafah is home to 1.45 million people."),
            ("D", "2013-08-06", "Rafah is home to 150,000 people."),
        ],
        "warning: population in Rafah: 150,000 (D",
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
                "2013-08-06",
                "The flood destroyed 118 homes in Homs on 6 August.",
            ),
            (
                "C",
                "2013-08-06",
                "The flood destroyed 120 homes in Homs on 6 August.",
            ),
            (
                "D",
                "2013-08-06",
                "The flood destroyed 240 homes in Homs on 6 August.",
            ),
        ],
        "warning: homes destroyed in Homs: 240 (D",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 12 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-06",
                "A car bomb killed 13 people in Homs on 6 August.",
            ),
            (
                "C",
                "2013-08-06",
                "A car bomb killed 12 people in Homs on 6 August.",
            ),
            (
                "D",
                "2013-08-07",
                "A car bomb killed 40 people in Homs on 6 August.",
            ),
        ],
        "note: killed in Homs: 40 (D, 7 Aug 2013)",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 12 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-06",
                "A car bomb killed 13 people in Homs on 6 August.",
            ),
            (
                "C",
                "2013-08-06",
                "A car bomb killed 12 people in Homs on 6 August.",
            ),
            (
                "D",
                "2013-08-07",
                "A car bomb killed 4 people in Homs on 6 August.",
            ),
        ],
        "warning: killed in Homs: 4 (D, 7 Aug 2013)",
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
                "2013-08-06",
                "A car bomb killed 152 people in Homs on 6 August.",
            ),
            (
                "C",
                "2013-08-06",
                "A car bomb killed 150 people in Homs on 6 August.",
            ),
            (
                "D",
                "2013-08-06",
                "A car bomb killed dozens of people in Homs on 6 August.",
            ),
        ],
        "note: killed in Homs: dozens",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 12 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-06",
                "A car bomb killed 13 people in Homs on 6 August.",
            ),
            (
                "C",
                "2013-08-06",
                "A car bomb killed 12 people in Homs on 6 August.",
            ),
            (
                "D",
                "2013-08-06",
                "\"A car bomb killed 40 people in Homs on 6 August,\" the mayor said.",
            ),
        ],
        "note: killed in Homs: 40 (D",
    ),
];
