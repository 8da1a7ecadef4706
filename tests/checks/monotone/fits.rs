//! Series that fit, or tell of different things.

use crate::Told;

/// Articles.
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
