use super::told_of;

#[test]
fn no_step_is_out_of_line() {
    told_of("jump", &STEPS, (10, 10));
}

/// What is said of counts of many days; nothing where their steps are of a size.
const STEPS: [super::Told<'_>; 25] = [
    (
        &[
            (
                "A",
                "2024-02-01",
                "The war has killed 27,947 people in Gaza.",
            ),
            (
                "B",
                "2024-02-02",
                "The war has killed 28,064 people in Gaza.",
            ),
            (
                "C",
                "2024-02-03",
                "The war has killed 281,760 people in Gaza.",
            ),
            (
                "D",
                "2024-02-04",
                "The war has killed 28,340 people in Gaza.",
            ),
        ],
        "warning: killed in Gaza Strip out of line with the other days: 28,064 (B, 2 Feb 2024), then 281,760 (C, 3 Feb 2024)",
    ),
    (
        &[
            (
                "A",
                "2024-02-01",
                "The war has killed 27,947 people in Gaza.",
            ),
            (
                "B",
                "2024-02-02",
                "The war has killed 28,064 people in Gaza.",
            ),
            (
                "C",
                "2024-02-03",
                "The war has killed 2,817 people in Gaza.",
            ),
            (
                "D",
                "2024-02-04",
                "The war has killed 28,340 people in Gaza.",
            ),
        ],
        "warning: killed in Gaza Strip out of line with the other days: 28,064 (B, 2 Feb 2024), then 2,817",
    ),
    (
        &[
            (
                "A",
                "2024-02-01",
                "The war has killed 27,947 people in Gaza.",
            ),
            (
                "B",
                "2024-02-02",
                "The war has killed 28,064 people in Gaza.",
            ),
            (
                "C",
                "2024-02-03",
                "The war has killed 28,176 people in Gaza.",
            ),
            (
                "D",
                "2024-02-04",
                "The war has killed 283,400 people in Gaza.",
            ),
        ],
        "warning: killed in Gaza Strip out of line with the other days: 28,176 (C, 3 Feb 2024), then 283,400",
    ),
    (
        &[
            (
                "A",
                "2024-02-01",
                "The war has killed 279,470 people in Gaza.",
            ),
            (
                "B",
                "2024-02-02",
                "The war has killed 28,064 people in Gaza.",
            ),
            (
                "C",
                "2024-02-03",
                "The war has killed 28,176 people in Gaza.",
            ),
            (
                "D",
                "2024-02-04",
                "The war has killed 28,340 people in Gaza.",
            ),
        ],
        "warning: killed in Gaza Strip out of line with the other days: 279,470 (A",
    ),
    (
        &[
            (
                "A",
                "2024-02-01",
                "The war has killed 27,947 people in Gaza.",
            ),
            (
                "B",
                "2024-02-02",
                "The war has killed 28,064 people in Gaza.",
            ),
            (
                "C",
                "2024-02-03",
                "The war has killed 82,176 people in Gaza.",
            ),
            (
                "D",
                "2024-02-04",
                "The war has killed 28,340 people in Gaza.",
            ),
        ],
        "warning: killed in Gaza Strip out of line with the other days: 28,064 (B, 2 Feb 2024), then 82,176",
    ),
    (
        &[
            (
                "A",
                "2024-02-01",
                "The war has killed 27,947 people in Gaza.",
            ),
            (
                "B",
                "2024-02-02",
                "The war has killed 28,064 people in Gaza.",
            ),
            (
                "C",
                "2024-02-03",
                "The war has killed 28,176 people in Gaza.",
            ),
            (
                "D",
                "2024-02-04",
                "The war has killed 82,340 people in Gaza.",
            ),
        ],
        "warning: killed in Gaza Strip out of line with the other days: 28,176 (C, 3 Feb 2024), then 82,340",
    ),
    (
        &[
            (
                "A",
                "2024-02-01",
                "The war has killed 27,947 people in Gaza.",
            ),
            (
                "B",
                "2024-02-02",
                "The war has killed 28,064 people in Gaza.",
            ),
            (
                "C",
                "2024-02-03",
                "The war has killed 28,176 people in Gaza.",
            ),
            (
                "D",
                "2024-02-04",
                "The war has killed 28,340 people in Gaza.",
            ),
            (
                "E",
                "2024-02-05",
                "The war has killed 2,847,300 people in Gaza.",
            ),
        ],
        "warning: killed in Gaza Strip out of line with the other days: 28,340 (D, 4 Feb 2024), then 2,847,300",
    ),
    (
        &[
            (
                "A",
                "2024-02-01",
                "The war has killed 27,947 people in Gaza.",
            ),
            (
                "B",
                "2024-02-02",
                "The war has killed 28,064 people in Gaza.",
            ),
            (
                "C",
                "2024-02-03",
                "The war has killed 35,176 people in Gaza.",
            ),
            (
                "D",
                "2024-02-04",
                "The war has killed 35,340 people in Gaza.",
            ),
        ],
        "note: killed in Gaza Strip out of line with the other days: 28,064 (B, 2 Feb 2024), then 35,176",
    ),
    (
        &[
            (
                "A",
                "2024-02-01",
                "The war has killed 27,947 people in Gaza.",
            ),
            (
                "B",
                "2024-02-02",
                "The war has killed 28,064 people in Gaza.",
            ),
            (
                "C",
                "2024-02-03",
                "The war has killed 28,176 people in Gaza.",
            ),
            (
                "D",
                "2024-02-04",
                "The war has killed 41,250 people in Gaza.",
            ),
        ],
        "note: killed in Gaza Strip out of line with the other days: 28,176 (C, 3 Feb 2024), then 41,250",
    ),
    (
        &[
            (
                "A",
                "2024-02-01",
                "The war has killed 27,947 people in Gaza.",
            ),
            (
                "B",
                "2024-02-02",
                "The war has killed 28,064 people in Gaza.",
            ),
            (
                "C",
                "2024-02-03",
                "The war has killed 41,250 people in Gaza.",
            ),
            (
                "D",
                "2024-02-04",
                "The war has killed 28,340 people in Gaza.",
            ),
        ],
        "note: killed in Gaza Strip out of line with the other days: 28,064 (B, 2 Feb 2024), then 41,250",
    ),
    (
        &[
            ("A", "2024-02-01", "Rafah is home to 1.41 million people."),
            ("B", "2024-02-02", "Rafah is home to 1.42 million people."),
            ("C", "2024-02-03", "Rafah is home to 142,000 people."),
            ("D", "2024-02-04", "Rafah is home to 1.43 million people."),
        ],
        "warning: population in Rafah out of line",
    ),
    (
        &[
            ("A", "2024-02-01", "Rafah is home to 1.41 million people."),
            ("B", "2024-02-02", "Rafah is home to 1.42 million people."),
            ("C", "2024-02-03", "Rafah is home to 2.9 million people."),
            ("D", "2024-02-04", "Rafah is home to 2.91 million people."),
        ],
        "note: population in Rafah out of line",
    ),
    (
        &[
            (
                "A",
                "2024-02-01",
                "The war has killed 27,947 people in Gaza.",
            ),
            (
                "B",
                "2024-02-02",
                "The war has killed 28,064 people in Gaza.",
            ),
            (
                "C",
                "2024-02-03",
                "The war has killed 28,176 people in Gaza.",
            ),
            (
                "D",
                "2024-02-04",
                "The war has killed 28,340 people in Gaza.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2024-02-01",
                "The war has killed 27,947 people in Gaza.",
            ),
            (
                "B",
                "2024-02-02",
                "The war has killed 28,064 people in Gaza.",
            ),
            (
                "C",
                "2024-02-03",
                "The war has killed 281,760 people in Gaza.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2024-02-01",
                "The war has killed 27,947 people in Gaza.",
            ),
            (
                "B",
                "2024-02-02",
                "The war has killed 28,064 people in Gaza.",
            ),
            (
                "C",
                "2024-02-03",
                "The war has killed 28,176 people in Gaza.",
            ),
            (
                "D",
                "2024-02-04",
                "The war has killed 28,176 people in Gaza.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2024-02-01",
                "The war has killed 1,100 people in Gaza.",
            ),
            (
                "B",
                "2024-02-02",
                "The war has killed 2,300 people in Gaza.",
            ),
            (
                "C",
                "2024-02-03",
                "The war has killed 4,400 people in Gaza.",
            ),
            (
                "D",
                "2024-02-04",
                "The war has killed 9,100 people in Gaza.",
            ),
        ],
        "",
    ),
    (
        &[
            ("A", "2024-02-01", "The war has killed 12 people in Gaza."),
            ("B", "2024-02-02", "The war has killed 340 people in Gaza."),
            ("C", "2024-02-03", "The war has killed 345 people in Gaza."),
            ("D", "2024-02-04", "The war has killed 350 people in Gaza."),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2024-02-01",
                "The war has killed 27,947 people in Gaza.",
            ),
            (
                "B",
                "2024-02-02",
                "The war has killed 28,064 people in Gaza.",
            ),
            (
                "C",
                "2024-02-03",
                "The war has killed 28,900 people in Gaza.",
            ),
            (
                "D",
                "2024-02-04",
                "The war has killed 29,100 people in Gaza.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2024-02-01",
                "The war has killed 27,947 people in Gaza.",
            ),
            (
                "B",
                "2024-02-08",
                "The war has killed 28,064 people in Gaza.",
            ),
            (
                "C",
                "2024-02-15",
                "The war has killed 28,176 people in Gaza.",
            ),
            (
                "D",
                "2024-02-22",
                "The war has killed 28,340 people in Gaza.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2024-02-01",
                "The war has killed more than 27,000 people in Gaza.",
            ),
            (
                "B",
                "2024-02-02",
                "The war has killed about 28,000 people in Gaza.",
            ),
            (
                "C",
                "2024-02-03",
                "The war has killed 28,176 people in Gaza.",
            ),
            (
                "D",
                "2024-02-04",
                "The war has killed 28,340 people in Gaza.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2024-02-01",
                "The war has killed 27,947 people in Gaza.",
            ),
            (
                "B",
                "2024-02-02",
                "The war has killed 28,064 people in Gaza.",
            ),
            (
                "C",
                "2024-02-03",
                "The war has killed dozens of people in Gaza.",
            ),
            (
                "D",
                "2024-02-04",
                "The war has killed 28,340 people in Gaza.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2024-02-03",
                "The war has killed 27,947 people in Gaza.",
            ),
            (
                "B",
                "2024-02-03",
                "The war has killed 28,064 people in Gaza.",
            ),
            (
                "C",
                "2024-02-03",
                "The war has killed 281,760 people in Gaza.",
            ),
            (
                "D",
                "2024-02-03",
                "The war has killed 28,340 people in Gaza.",
            ),
        ],
        "",
    ),
    (
        &[
            ("A", "", "The war has killed 27,947 people in Gaza."),
            ("B", "", "The war has killed 28,064 people in Gaza."),
            ("C", "", "The war has killed 281,760 people in Gaza."),
            ("D", "", "The war has killed 28,340 people in Gaza."),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2024-02-01",
                "The war has killed 27,947 people in Gaza.",
            ),
            (
                "B",
                "2024-02-02",
                "The war has killed 28,064 people in Gaza.",
            ),
            (
                "C",
                "2024-02-03",
                "The war has killed 281,760 people in Sudan.",
            ),
            (
                "D",
                "2024-02-04",
                "The war has killed 28,340 people in Gaza.",
            ),
        ],
        "",
    ),
    (
        &[
            ("A", "2024-02-01", "The war has killed 100 people in Gaza."),
            ("B", "2024-02-02", "The war has killed 900 people in Gaza."),
            (
                "C",
                "2024-02-03",
                "The war has killed 1,000 people in Gaza.",
            ),
            (
                "D",
                "2024-02-04",
                "The war has killed 9,000 people in Gaza.",
            ),
            (
                "E",
                "2024-02-05",
                "The war has killed 9,100 people in Gaza.",
            ),
            (
                "F",
                "2024-02-06",
                "The war has killed 90,000 people in Gaza.",
            ),
        ],
        "",
    ),
];
