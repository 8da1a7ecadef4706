//! Articles that differ on one event.

use crate::Told;

/// Articles, and the finding.
pub const ROWS: &[Told<'_>] = &[
    // One event in other words.
    (
        &[
            (
                "A",
                "2024-05-03",
                "Bomb kills 18 in Homs\n\nA car bomb killed 18 people in a market in Homs on Friday, police said.",
            ),
            (
                "B",
                "2024-05-03",
                "Homs market blast kills 24\n\nTwenty-four people died on Friday when a car exploded in a market in Homs.",
            ),
        ],
        "warning: the dead in Homs: 18, 24",
    ),
    (
        &[
            ("A", "2024-05-03", "Israeli strikes kill 22 in Rafah"),
            (
                "B",
                "2024-05-03",
                "Israeli air strikes on Rafah kill 18, medics say",
            ),
        ],
        "warning: the dead in Rafah: 22, 18",
    ),
    // Three outlets, two figures: one finding.
    (
        &[
            ("A", "2024-05-03", "Strikes on Rafah kill 22"),
            ("B", "2024-05-03", "Strikes in Rafah kill 18"),
            (
                "C",
                "2024-05-03",
                "Overnight strikes on Rafah kill 22, hospital says",
            ),
        ],
        "warning: the dead in Rafah: 22, 18",
    ),
    // A town and the area that it lies in, with much else in common.
    (
        &[
            (
                "A",
                "2024-06-05",
                "Israel bombs Gaza school housing displaced Palestinians, kills at least 40",
            ),
            (
                "B",
                "2024-06-05",
                "At least 27 killed in school housing displaced people in Nuseirat",
            ),
        ],
        "warning: the dead in Gaza Strip: at least 40, At least 27",
    ),
    // Names of one place.
    (
        &[
            (
                "A",
                "2013-09-27",
                "A car bomb near a mosque in the town of al-Rankus killed 60 people on Friday.",
            ),
            (
                "B",
                "2013-09-27",
                "A car bomb killed 75 people on Friday after prayers at a mosque in Rankus.",
            ),
        ],
        "warning: the dead in al-Rankus: 60, 75",
    ),
    // An equal second figure is the best proof.
    (
        &[
            (
                "A",
                "2024-06-08",
                "Army frees 4 hostages in raid that kills 210 people",
            ),
            (
                "B",
                "2024-06-08",
                "At least 93 people killed in Gaza raid; 4 hostages freed",
            ),
        ],
        "warning: the dead in",
    ),
    // A later count that is lower.
    (
        &[
            (
                "A",
                "2024-05-03",
                "A ferry sank off Lamu on Thursday, and 61 people drowned, the coastguard said.",
            ),
            (
                "B",
                "2024-05-04",
                "The coastguard said 48 people drowned when a ferry sank off Lamu on Thursday.",
            ),
        ],
        "warning: the dead in Lamu: 61, 48",
    ),
    // A later count that is higher is an update.
    (
        &[
            (
                "A",
                "2024-05-03",
                "A ferry sank off Lamu on Thursday, and 48 people drowned, the coastguard said.",
            ),
            (
                "B",
                "2024-05-04",
                "The coastguard said 61 people drowned when a ferry sank off Lamu on Thursday.",
            ),
        ],
        "note: the dead in Lamu: 48, 61",
    ),
    // Floors that a reader does not take for the same.
    (
        &[
            (
                "A",
                "2024-05-03",
                "At least 24 people were killed in a blast in Rafah on Thursday.",
            ),
            (
                "B",
                "2024-05-03",
                "At least 31 people were killed in a blast in Rafah on Thursday.",
            ),
        ],
        "warning: the dead in Rafah: At least 24, At least 31",
    ),
    // The dead of a war, in one week.
    (
        &[
            (
                "A",
                "2016-06-05",
                "Rebels shelled Aleppo on Sunday. At least 280,000 people have been killed in Syria since the war began in 2011.",
            ),
            (
                "B",
                "2016-06-07",
                "Talks stalled again. Analysts estimate that the war in Syria has killed about 400,000 people.",
            ),
        ],
        "note: the dead in Syria: At least 280,000, about 400,000",
    ),
    (
        &[
            (
                "A",
                "2016-06-05",
                "The war in Syria has killed 470,000 people, a research centre said.",
            ),
            (
                "B",
                "2016-06-05",
                "Some 280,000 people have been killed in the war in Syria.",
            ),
        ],
        "warning: the dead in Syria: 470,000, Some 280,000",
    ),
    // The same sentence with another figure, far below.
    (
        &[
            (
                "A",
                "2016-06-30",
                "Seventy people died in battles near Maleh on Thursday.\n\nRussia backs the army. Rebels hold the east. The city is split. Thirteen civilians were also killed by missiles that landed on the eastern suburbs of the capital, monitors reported.",
            ),
            (
                "B",
                "2016-06-30",
                "Seventy people died in battles near Maleh on Thursday.\n\nRussia backs the army. Rebels hold the east. The city is split. Five civilians were also killed by missiles that landed on the eastern suburbs of the capital, monitors reported.",
            ),
        ],
        "warning: the dead in",
    ),
    // A copied text with one figure changed.
    (
        &[
            (
                "A",
                "2024-05-03",
                "Bus crash kills 12 in Cusco\n\nA bus plunged into a ravine near Cusco on Friday, killing 12 people, police said. The driver survived.",
            ),
            (
                "B",
                "2024-05-03",
                "Bus crash kills 21 in Cusco\n\nA bus plunged into a ravine near Cusco on Friday, killing 21 people, police said. The driver survived.",
            ),
        ],
        "warning: the dead in Cusco: 12, 21",
    ),
    // Soldiers are people: more of them than of all cannot be.
    (
        &[
            (
                "A",
                "2024-05-03",
                "An attack on a base in Gao killed 40 soldiers on Thursday.",
            ),
            (
                "B",
                "2024-05-03",
                "Thirty people were killed in an attack on a base in Gao on Thursday.",
            ),
        ],
        "warning: the dead in Gao: 40, Thirty",
    ),
    // Two dates of one event that is named.
    (
        &[
            (
                "A",
                "2016-06-13",
                "Forty-nine people were killed at the Pulse nightclub in Orlando on June 12, police said.",
            ),
            (
                "B",
                "2016-06-30",
                "An inquiry found that 53 people were killed at the Pulse nightclub in Orlando on June 12.",
            ),
        ],
        "note: the dead in Orlando: Forty-nine, 53",
    ),
    (
        &[
            (
                "A",
                "2016-06-13",
                "Fifty-three people were killed at the Pulse nightclub in Orlando on June 12, police said.",
            ),
            (
                "B",
                "2016-06-30",
                "A gunman killed 49 people at the Pulse nightclub in Orlando on June 12.",
            ),
        ],
        "warning: the dead in Orlando: Fifty-three, 49",
    ),
    // Swapped digits.
    (
        &[
            (
                "A",
                "2023-09-10",
                "The quake killed 2,122 people in Morocco on Friday.",
            ),
            (
                "B",
                "2023-09-10",
                "A quake on Friday killed 2,212 people in Morocco.",
            ),
        ],
        "warning: the dead in Morocco: 2,122, 2,212",
    ),
    // Three values: each on its own side.
    (
        &[
            ("A", "2024-05-03", "Strikes on Rafah kill 22"),
            ("B", "2024-05-03", "Strikes in Rafah kill 18"),
            ("C", "2024-05-03", "Strikes on Rafah kill 13"),
        ],
        "warning: the dead in Rafah: 22 (A), 18 (B), 13 (C)",
    ),
    // A headline and text in one article, a third figure in another.
    (
        &[
            (
                "A",
                "2024-05-03",
                "Fire kills 9 in Dhaka\n\nA fire in a garment factory in Dhaka killed nine people on Friday.",
            ),
            (
                "B",
                "2024-05-03",
                "A garment factory fire in Dhaka killed 14 people on Friday, firefighters said.",
            ),
        ],
        "warning: the dead in Dhaka: 9, 14",
    ),
    (
        &[
            (
                "A",
                "2024-05-03",
                "A train derailed near Lahore on Friday, killing 33 people.",
            ),
            (
                "B",
                "2024-05-03",
                "Pakistan train crash: 21 killed as coaches derail near Lahore",
            ),
        ],
        "warning: the dead in Lahore: 33, 21",
    ),
];
