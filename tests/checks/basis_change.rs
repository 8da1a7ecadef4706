use super::told_of;

#[test]
fn identified_and_reported_are_two_counts() {
    told_of("basis-change", &TALLIES, (10, 10));
}

/// What is said of counts by what they count; nothing where that is the same, or not told.
const TALLIES: [super::Told<'_>; 26] = [
    (
        &[
            (
                "A",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 31 people were confirmed killed.",
            ),
            (
                "B",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 45 people were reported killed.",
            ),
        ],
        "warning: killed in Homs: 31 confirmed (A, 6 Aug 2013), 45 reported (B, 6 Aug 2013)",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 31 people were confirmed dead.",
            ),
            (
                "B",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 45 people were reported killed.",
            ),
        ],
        "warning: killed in Homs: 31 confirmed (A, 6 Aug 2013), 45 reported (B, 6 Aug 2013)",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 31 dead were identified.",
            ),
            (
                "B",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 45 people were reported killed.",
            ),
        ],
        "warning: killed in Homs: 31 identified (A, 6 Aug 2013), 45 reported (B, 6 Aug 2013)",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 31 deaths were confirmed.",
            ),
            (
                "B",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 45 people were reported killed.",
            ),
        ],
        "warning: killed in Homs: 31 confirmed (A, 6 Aug 2013), 45 reported (B, 6 Aug 2013)",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "After a car bomb in Homs on 6 August there were 31 confirmed deaths.",
            ),
            (
                "B",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 45 people were reported killed.",
            ),
        ],
        "warning: killed in Homs: 31 confirmed (A, 6 Aug 2013), 45 reported (B, 6 Aug 2013)",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 31 deaths have been confirmed.",
            ),
            (
                "B",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 45 people were reported killed.",
            ),
        ],
        "warning: killed in Homs: 31 confirmed (A, 6 Aug 2013), 45 reported (B, 6 Aug 2013)",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 31 dead have been identified.",
            ),
            (
                "B",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 45 people were reported killed.",
            ),
        ],
        "warning: killed in Homs: 31 identified (A, 6 Aug 2013), 45 reported (B, 6 Aug 2013)",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 31 people were confirmed killed.",
            ),
            (
                "B",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 45 deaths were reported.",
            ),
        ],
        "warning: killed in Homs: 31 confirmed (A, 6 Aug 2013), 45 reported (B, 6 Aug 2013)",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 31 people were confirmed killed.",
            ),
            (
                "B",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 45 deaths had been reported.",
            ),
        ],
        "warning: killed in Homs: 31 confirmed (A, 6 Aug 2013), 45 reported (B, 6 Aug 2013)",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 31 people were confirmed killed.",
            ),
            (
                "B",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 45 people were reported dead.",
            ),
        ],
        "warning: killed in Homs: 31 confirmed (A, 6 Aug 2013), 45 reported (B, 6 Aug 2013)",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 31 people were confirmed killed.",
            ),
            (
                "B",
                "2013-08-07",
                "After a car bomb in Homs on 6 August 45 people were reported killed.",
            ),
        ],
        "note: killed in Homs: 31 confirmed",
    ),
    (
        &[
            (
                "A",
                "2013-08-07",
                "After a car bomb in Homs on 6 August 31 people were confirmed killed.",
            ),
            (
                "B",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 45 people were reported killed.",
            ),
        ],
        "warning: killed in Homs: 31 confirmed",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 31 people were confirmed killed.",
            ),
            (
                "B",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 45 people were confirmed killed.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 31 people were reported dead.",
            ),
            (
                "B",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 45 people were reported killed.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 31 people were confirmed killed.",
            ),
            (
                "B",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 31 people were reported dead.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 31 people were confirmed killed.",
            ),
            (
                "B",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 45 people were killed.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 31 people were killed.",
            ),
            (
                "B",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 45 people were reported killed.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "After a car bomb in Homs on 6 August police confirmed that 31 people were killed.",
            ),
            (
                "B",
                "2013-08-06",
                "After a car bomb in Homs on 6 August police reported that 45 people were killed.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "After a car bomb in Homs on 6 August police confirmed 31 deaths.",
            ),
            (
                "B",
                "2013-08-06",
                "After a car bomb in Homs on 6 August police reported 45 deaths.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "After a car bomb in Homs on 6 August at least 31 people were confirmed dead.",
            ),
            (
                "B",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 45 people were reported killed.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 31 people were confirmed killed.",
            ),
            (
                "B",
                "2013-08-06",
                "After a car bomb in Homs on 6 August up to 45 people were reported killed.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 31 people were confirmed killed.",
            ),
            (
                "B",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 45 people were reported injured.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 31 people were confirmed killed.",
            ),
            (
                "B",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 45 children were reported killed.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 31 people were confirmed killed.",
            ),
            (
                "B",
                "2013-08-06",
                "After a car bomb in Aleppo on 6 August 45 people were reported killed.",
            ),
        ],
        "",
    ),
    (
        &[
            (
                "A",
                "2013-08-06",
                "After a car bomb in Homs on 6 August 31 people were confirmed killed.",
            ),
            (
                "B",
                "2013-08-06",
                "After a car bomb in Homs on 2 August 45 people were reported killed.",
            ),
        ],
        "",
    ),
    (
        &[(
            "A",
            "2013-08-06",
            "After a car bomb in Homs on 6 August 31 people were confirmed killed. Another 45 were reported dead.",
        )],
        "",
    ),
];
