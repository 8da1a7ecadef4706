use super::told_of;

#[test]
fn what_came_makes_the_difference() {
    told_of("roll-forward", &CAME, (10, 10));
}

/// What is said of two totals and what came in between; nothing where it may make the difference.
const CAME: [super::Told<'_>; 27] = [
    (
        &[
            (
                "A",
                "2024-02-11",
                "The war has killed 28,176 people in Gaza.",
            ),
            (
                "B",
                "2024-02-12",
                "The war has killed 28,340 people in Gaza, including 133 in the past 24 hours.",
            ),
        ],
        "warning: killed in Gaza Strip: 28,340 − 28,176 = 164, the text says 133 in one day (B, 12 Feb 2024; A, 11 Feb 2024)",
    ),
    (
        &[
            (
                "A",
                "2024-02-11",
                "The war has killed 28,176 people in Gaza.",
            ),
            (
                "B",
                "2024-02-12",
                "The war has killed 28,340 people in Gaza, including 201 in the past 24 hours.",
            ),
        ],
        "warning: killed in Gaza Strip: 28,340 − 28,176 = 164, the text says 201",
    ),
    (
        &[
            (
                "A",
                "2024-02-11",
                "The war has killed 28,064 people in Gaza.",
            ),
            (
                "B",
                "2024-02-12",
                "The war has killed 28,176 people in Gaza, including 132 in the past 24 hours.",
            ),
        ],
        "warning: killed in Gaza Strip: 28,176 − 28,064 = 112, the text says 132",
    ),
    (
        &[
            (
                "A",
                "2024-02-11",
                "The war has killed 28,176 people in Gaza.",
            ),
            (
                "B",
                "2024-02-12",
                "The war has killed 28,340 people in Gaza, including at least 200 in the past 24 hours.",
            ),
        ],
        "warning: killed in Gaza Strip: 28,340 − 28,176 = 164, the text says at least 200",
    ),
    (
        &[
            (
                "A",
                "2024-02-11",
                "The war has killed 28,176 people in Gaza.",
            ),
            (
                "B",
                "2024-02-12",
                "The war has killed 28,340 people in Gaza, including fewer than 100 in the past 24 hours.",
            ),
        ],
        "warning: killed in Gaza Strip: 28,340 − 28,176 = 164, the text says fewer than 100",
    ),
    (
        &[
            (
                "A",
                "2024-02-10",
                "The war has killed 28,176 people in Gaza.",
            ),
            (
                "B",
                "2024-02-12",
                "The war has killed 28,340 people in Gaza, including 133 in the past 48 hours.",
            ),
        ],
        "warning: killed in Gaza Strip: 28,340 − 28,176 = 164, the text says 133 in 2 days",
    ),
    (
        &[
            (
                "A",
                "2024-02-05",
                "The war has killed 28,176 people in Gaza.",
            ),
            (
                "B",
                "2024-02-12",
                "The war has killed 28,340 people in Gaza, including 133 in the past week.",
            ),
        ],
        "warning: killed in Gaza Strip: 28,340 − 28,176 = 164, the text says 133 in 7 days",
    ),
    (
        &[
            (
                "A",
                "2024-02-09",
                "The war has killed 28,176 people in Gaza.",
            ),
            (
                "B",
                "2024-02-12",
                "The war has killed 28,340 people in Gaza. It killed 133 more people in Gaza since Friday.",
            ),
        ],
        "warning: killed in Gaza Strip: 28,340 − 28,176 = 164, the text says 133 in 3 days",
    ),
    (
        &[
            (
                "A",
                "2024-02-11",
                "The war has killed 28,176 people in Gaza.",
            ),
            (
                "B",
                "2024-02-12",
                "The war has killed 28,340 people in Gaza, including 133 in the past day.",
            ),
        ],
        "warning: killed in Gaza Strip: 28,340 − 28,176 = 164",
    ),
    (
        &[
            (
                "A",
                "2024-02-11",
                "The war has killed 28,176 people in Gaza.",
            ),
            (
                "B",
                "2024-02-12",
                "The war has killed 28,340 people in Gaza. Strikes killed 133 people in Gaza in the last 24 hours.",
            ),
        ],
        "warning: killed in Gaza Strip: 28,340 − 28,176 = 164",
    ),
    (
        &[
            (
                "A",
                "2024-02-11",
                "The war has killed 28,176 people in Gaza.",
            ),
            (
                "B",
                "2024-02-12",
                "Gaza war has killed 28,340\n\nThe war has killed 28,340 people in Gaza, including 133 in the past 24 hours.",
            ),
        ],
        "warning: killed in Gaza Strip: 28,340 − 28,176 = 164",
    ),
    (
        &[
            (
                "A",
                "2024-02-11",
                "The war has killed 28,176 people in Gaza.",
            ),
            (
                "B",
                "2024-02-12",
                "The war has killed 28,340 people in Gaza, including 133 since yesterday.",
            ),
        ],
        "warning: killed in Gaza Strip: 28,340 − 28,176 = 164",
    ),
    (
        &[
            (
                "A",
                "2024-02-11",
                "The war has killed 28,176 people in Gaza.",
            ),
            (
                "B",
                "2024-02-12",
                "The war has killed 28,340 people in Gaza, including 164 in the past 24 hours.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2024-02-11",
                "The war has killed 28,176 people in Gaza.",
            ),
            (
                "B",
                "2024-02-12",
                "The war has killed 28,340 people in Gaza, including about 160 in the past 24 hours.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2024-02-11",
                "The war has killed 28,176 people in Gaza.",
            ),
            (
                "B",
                "2024-02-12",
                "The war has killed 28,340 people in Gaza, including more than 150 in the past 24 hours.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2024-02-11",
                "The war has killed 28,176 people in Gaza.",
            ),
            (
                "B",
                "2024-02-12",
                "The war has killed about 28,300 people in Gaza, including 133 in the past 24 hours.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2024-02-11",
                "The war has killed more than 28,000 people in Gaza.",
            ),
            (
                "B",
                "2024-02-12",
                "The war has killed 28,340 people in Gaza, including 133 in the past 24 hours.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2024-02-10",
                "The war has killed 28,176 people in Gaza.",
            ),
            (
                "B",
                "2024-02-12",
                "The war has killed 28,340 people in Gaza, including 133 in the past 24 hours.",
            ),
        ],
        "",
    ),
    (
        &[
            ("A", "", "The war has killed 28,176 people in Gaza."),
            (
                "B",
                "2024-02-12",
                "The war has killed 28,340 people in Gaza, including 133 in the past 24 hours.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2024-02-11",
                "The war has killed 28,176 people in Gaza.",
            ),
            (
                "B",
                "2024-02-11",
                "The war has killed 28,340 people in Gaza, including 133 in the past 24 hours.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2024-02-11",
                "The war has killed 28,176 people in Gaza.",
            ),
            (
                "B",
                "2024-02-12",
                "The war has killed 28,340 people in Gaza, including 133 children.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2024-02-11",
                "The war has killed 28,176 people in Gaza.",
            ),
            (
                "B",
                "2024-02-12",
                "The war has killed 28,340 people in Gaza, including 133 this month.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2024-02-11",
                "The war has killed 28,176 people in Gaza.",
            ),
            (
                "B",
                "2024-02-12",
                "The war has killed 28,340 people in Gaza. Strikes killed 133 people in Rafah in the past 24 hours.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2024-02-11",
                "The war has killed 28,176 people in Gaza.",
            ),
            (
                "B",
                "2024-02-12",
                "The war has killed 28,340 people in Gaza. Strikes wounded 133 people in Gaza in the past 24 hours.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2024-02-11",
                "The war has killed 28,176 people in Gaza, the army said.",
            ),
            (
                "B",
                "2024-02-12",
                "The war has killed 28,340 people in Gaza, including 133 in the past 24 hours, the health ministry said.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2024-02-11",
                "The war has killed 28,176 people in Gaza.",
            ),
            (
                "B",
                "2024-02-12",
                "The war has killed 28,340 people in Gaza. It could kill 133 people in Gaza in the next 24 hours.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2024-02-11",
                "The war has killed 28,176 people in Gaza.",
            ),
            (
                "B",
                "2024-02-12",
                "The war has killed 28,340 people in Gaza, including 164 in the past 24 hours.",
            ),
            (
                "C",
                "2024-02-11",
                "The war has killed 28,150 people in Gaza.",
            ),
        ],
        "",
    ),
];
