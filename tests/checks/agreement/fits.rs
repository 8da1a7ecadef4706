//! Articles that agree, or tell of different things.

use crate::Told;

/// Articles; two sources in one are a note.
pub const ROWS: &[Told<'_>] = &[
    // Bounds that fit.
    (
        &[
            (
                "A",
                "2024-05-03",
                "At least 9 people were killed in a strike on Rafah on Friday.",
            ),
            (
                "B",
                "2024-05-03",
                "A strike on Rafah on Friday killed 10 people.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2024-05-03",
                "More than 200 people were killed in a raid on Nuseirat.",
            ),
            ("B", "2024-05-03", "A raid on Nuseirat killed 210 people."),
        ],
        "",
    ),
    // Parts that add up.
    (
        &[
            (
                "A",
                "2024-05-03",
                "Two bombs killed 18 people in Baghdad on Friday.",
            ),
            (
                "B",
                "2024-05-03",
                "A bomb in a Baghdad market killed 11 people on Friday. Seven more died in a second blast.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2024-05-03",
                "A morning bomb in Baghdad killed 11 people on Friday.",
            ),
            (
                "B",
                "2024-05-03",
                "An evening bomb in Baghdad killed seven people on Friday.",
            ),
            (
                "C",
                "2024-05-03",
                "Bombs in Baghdad killed 18 people on Friday.",
            ),
        ],
        "",
    ),
    // One article knows both.
    (
        &[
            (
                "A",
                "2024-05-03",
                "A blast in Homs on Friday killed 18 people, the army said. Activists put the toll at 24.",
            ),
            (
                "B",
                "2024-05-03",
                "A blast in Homs on Friday killed 24 people.",
            ),
        ],
        "note: the dead in Homs: 18, 24",
    ),
    // Children, soldiers, civilians among all.
    (
        &[
            (
                "A",
                "2024-05-03",
                "A strike killed six children in Rafah on Friday.",
            ),
            (
                "B",
                "2024-05-03",
                "A strike killed 18 people in Rafah on Friday.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2024-05-03",
                "Six civilians were killed in the raid on Raqqa on Friday.",
            ),
            (
                "B",
                "2024-05-03",
                "The raid on Raqqa killed 22 people on Friday.",
            ),
        ],
        "",
    ),
    // Another town, day, kind, target.
    (
        &[
            (
                "A",
                "2024-05-03",
                "A car bomb killed 18 people in Homs on Friday.",
            ),
            (
                "B",
                "2024-05-03",
                "A car bomb killed 24 people in Aleppo on Friday.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2024-05-03",
                "A car bomb killed 18 people in Homs on Friday.",
            ),
            (
                "B",
                "2024-05-03",
                "A car bomb killed seven people in Homs on 25 April.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2024-05-03",
                "A bus crash killed 18 people near Homs on Friday.",
            ),
            (
                "B",
                "2024-05-03",
                "A car bomb killed seven people in Homs on Friday.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2024-05-03",
                "A strike on a clinic killed five people in Kharkiv on Friday.",
            ),
            (
                "B",
                "2024-05-03",
                "A strike on a bakery killed eight people in Kharkiv on Friday.",
            ),
        ],
        "",
    ),
    // Towns of one name.
    (
        &[
            (
                "A",
                "2024-06-11",
                "Three killed in Springfield crash\n\nSPRINGFIELD, Mo. — Three people died in a crash in Springfield on Monday night.",
            ),
            (
                "B",
                "2024-06-11",
                "One dead in Springfield pileup\n\nSPRINGFIELD, Mass. — One person was killed in a crash in Springfield on Monday night.",
            ),
        ],
        "",
    ),
    // A weekend, a day across a country, against one incident.
    (
        &[
            (
                "A",
                "2024-06-17",
                "Seven killed in Chicago weekend violence\n\nSeven people were killed over the weekend in shootings across the city, Chicago police said.",
            ),
            (
                "B",
                "2024-06-17",
                "Two people were killed in a shooting in Chicago on Sunday, police said.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2024-06-07",
                "Russian attacks kill 6 over past day\n\nRussian attacks killed six people across Ukraine over the past day.",
            ),
            (
                "B",
                "2024-06-07",
                "A Russian strike killed two people in Kherson, Ukraine, on Thursday.",
            ),
        ],
        "",
    ),
    // What came in a day, on two days.
    (
        &[
            (
                "A",
                "2024-03-05",
                "In the past 24 hours 97 people were killed in Gaza, the health ministry said on Tuesday.",
            ),
            (
                "B",
                "2024-03-06",
                "In the past 24 hours 86 people were killed in Gaza, the health ministry said on Wednesday.",
            ),
        ],
        "",
    ),
    // A country and its town, with little else in common.
    (
        &[
            (
                "A",
                "2024-07-20",
                "At least 19 people were killed in protests in Bangladesh on Friday.",
            ),
            (
                "B",
                "2024-07-20",
                "Two protesters were shot dead in Chattogram on Friday.",
            ),
        ],
        "",
    ),
    // Years later, a trial, an anniversary.
    (
        &[
            (
                "A",
                "2024-05-03",
                "A ferry sank off Lamu on Thursday, and 61 people drowned.",
            ),
            (
                "B",
                "2024-05-04",
                "A ferry sank off Lamu on Friday. In 2007 another ferry sank there and 112 people drowned.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2023-08-14",
                "Bus plunges into ravine in Peru's Ayacucho region, killing 23",
            ),
            (
                "B",
                "2023-08-14",
                "Peru mourns after bus crash; 13 died on same highway in July",
            ),
        ],
        "",
    ),
    // The dead of a war, months apart.
    (
        &[
            (
                "A",
                "2023-12-21",
                "The war in Gaza has killed 20,000 people.",
            ),
            (
                "B",
                "2024-02-21",
                "The war in Gaza has killed 29,000 people.",
            ),
        ],
        "",
    ),
    // One text, printed twice.
    (
        &[
            (
                "A",
                "2024-05-03",
                "A car bomb killed 18 people in Homs on Friday, police said.",
            ),
            (
                "B",
                "2024-05-03",
                "A car bomb killed 18 people in Homs on Friday, police said.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2024-05-03",
                "A flood in Derna may have killed 20,000 people, the mayor said.",
            ),
            ("B", "2024-05-03", "A flood in Derna killed 5,000 people."),
        ],
        "",
    ),
];
