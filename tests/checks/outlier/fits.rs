//! Series that fit, or tell of different things.

use crate::Told;

/// Articles.
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
                "A car bomb killed 40 people in Homs on 6 August.",
            ),
        ],
        "",
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
                "A car bomb killed 15 people in Homs on 6 August.",
            ),
        ],
        "",
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
                "A car bomb killed 18 people in Homs on 6 August.",
            ),
            (
                "C",
                "2013-08-06",
                "A car bomb killed 15 people in Homs on 6 August.",
            ),
            (
                "D",
                "2013-08-06",
                "A car bomb killed 21 people in Homs on 6 August.",
            ),
        ],
        "",
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
                "A car bomb killed 40 people in Homs on 6 August.",
            ),
            (
                "D",
                "2013-08-06",
                "A car bomb killed at least 12 people in Homs on 6 August.",
            ),
        ],
        "",
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
                "A car bomb killed up to 40 people in Homs on 6 August.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 5 people in Homs on 6 August.",
            ),
            (
                "B",
                "2013-08-06",
                "A car bomb killed 10 people in Homs on 6 August.",
            ),
            (
                "C",
                "2013-08-06",
                "A car bomb killed 20 people in Homs on 6 August.",
            ),
            (
                "D",
                "2013-08-06",
                "A car bomb killed 40 people in Homs on 6 August.",
            ),
        ],
        "",
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
                "A car bomb killed 40 people in Homs on 6 August.",
            ),
            (
                "D",
                "2013-08-06",
                "A car bomb killed 40 people in Homs on 6 August.",
            ),
        ],
        "",
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
                "A car bomb killed 12 people in Homs on 6 August.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "A car bomb killed 12 people in Homs on 6 August.",
            ),
            (
                "A",
                "2013-08-06",
                "A car bomb killed 13 people in Homs on 6 August.",
            ),
            (
                "A",
                "2013-08-06",
                "A car bomb killed 12 people in Homs on 6 August.",
            ),
            (
                "A",
                "2013-08-06",
                "A car bomb killed 40 people in Homs on 6 August.",
            ),
        ],
        "",
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
                "A car bomb killed 40 people in Aleppo on 6 August.",
            ),
        ],
        "",
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
                "A bus crash killed 40 people in Homs on 6 August.",
            ),
        ],
        "",
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
                "2013-08-20",
                "A car bomb killed 40 people in Homs on 6 August.",
            ),
        ],
        "",
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
                "A car bomb killed 40 people in Homs on 6 August. Others had spoken of 12 and 13 dead.",
            ),
        ],
        "",
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
            ("D", "", "A car bomb killed 40 people in Homs on 6 August."),
        ],
        "",
    ),
    (
        &[
            ("A", "2013-08-06", "Rafah is home to 1.5 million people."),
            ("B", "2013-08-06", "Rafah is home to 1.4 million people."),
            ("C", "2013-08-06", "Rafah is home to 1.45 million people."),
            ("D", "2013-08-06", "Rafah is home to 1.2 million people."),
        ],
        "",
    ),
];
