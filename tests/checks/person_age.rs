use super::table;

#[test]
fn a_person_has_one_age() {
    table(
        "person-age",
        &[
            (
                "Ann Lee, 34, was hurt in the crash.\n\nPolice said 43-year-old Ann Lee was driving.",
                "Ann Lee has two ages, 34 and 43",
            ),
            (
                "Carl Roe, 51, won the seat. His rival conceded to Carl Roe, 15, at midnight.",
                "Carl Roe has two ages, 51 and 15",
            ),
            (
                "The dead man was named as Tom Ashby, aged 62.\n\nTom Ashby, 26, leaves a widow.",
                "Tom Ashby has two ages, 62 and 26",
            ),
            (
                "Maria Costa, 29, took gold. For Maria Costa, 27, it was a third title.",
                "Maria Costa has two ages, 29 and 27",
            ),
            (
                "A jury convicted 19-year-old Dean Holt.\n\nDean Holt, 21, will be sentenced later.",
                "Dean Holt has two ages, 19 and 21",
            ),
            (
                "Police arrested 38-year-old teacher Ruth Dale. Ruth Dale, 83, denies the charge.",
                "Ruth Dale has two ages, 38 and 83",
            ),
            (
                "Dr Ivan Petrov, 55, led the team. Ivan Petrov, 58, said it took a decade.",
                "Ivan Petrov has two ages, 55 and 58",
            ),
            (
                "James T. Kerr, 70, died on Monday. James T. Kerr, aged 79, sold cars.",
                "James T. Kerr has two ages, 70 and 79",
            ),
            (
                "Nora Quinn (34) runs the bakery. Nora Quinn, 43, said sales were up.",
                "Nora Quinn has two ages, 43 and 34",
            ),
            (
                "Omar Haddad, 12, was found safe. The search for Omar Haddad, 21, took a day.",
                "Omar Haddad has two ages, 12 and 21",
            ),
            (
                "The driver, Luke Marsh, 44, was unhurt. Luke Marsh, 49, was breathalysed.",
                "Luke Marsh has two ages, 44 and 49",
            ),
            (
                "Eve Stone, 8, won the spelling bee. Eve Stone, 10, beat 40 others.",
                "Eve Stone has two ages, 8 and 10",
            ),
            (
                "Mourners remembered Joan Pike, 91. Joan Pike, 19, taught piano.",
                "Joan Pike has two ages, 91 and 19",
            ),
            (
                "Police charged Ali Demir, 33, and Jon Foss, 30. Ali Demir, 23, was bailed.",
                "Ali Demir has two ages, 33 and 23",
            ),
            (
                "Striker Leo Brand, 24, signed a new deal. Leo Brand, 28, has scored twice.",
                "Leo Brand has two ages, 24 and 28",
            ),
            (
                "The missing walker is Hana Sato, 47. Friends last saw Hana Sato, 74, on the ridge.",
                "Hana Sato has two ages, 47 and 74",
            ),
            (
                "Pia Holm, aged 36, chairs the trust. The trust picked Pia Holm, 63.",
                "Pia Holm has two ages, 36 and 63",
            ),
            (
                "Mr Paul Vane, 66, pleaded guilty. Paul Vane, 69, had denied fraud.",
                "Paul Vane has two ages, 66 and 69",
            ),
            (
                "The 22-year-old Zoe Hart was picked for the squad. Zoe Hart, 25, plays in goal.",
                "Zoe Hart has two ages, 22 and 25",
            ),
            (
                "Amy Wong, 31, and Ben Cole, 40, were shot. Ben Cole, 41, died.",
                "Ben Cole has two ages, 40 and 41",
            ),
        ],
        &[
            "Ann Lee, 34, was hurt in the crash.\n\nPolice said 34-year-old Ann Lee was driving.",
            "Ann Lee, 34, was hurt. Bob Lee, 43, was not.",
            "John Smith, 60, and John Smith Jr, 34, run the farm.",
            "John Smith, 60, left the farm to his son. John Smith, 34, sold it.",
            "Ann Lee, 34, is a nurse. Ann Lee, then 20, had moved to Hull.",
            "Ann Lee, 34, is a nurse. Ann Lee was 20 when she moved to Hull.",
            "In 1990 Ann Lee, 20, moved to Hull. Ann Lee, 54, still lives there.",
            "Ann Lee, 34, was shot in May. Ann Lee, 35, gave evidence this week.",
            "Ann Lee, 34, who turned 35 on Sunday, was there. Ann Lee, 35, was cheered.",
            "Action News, 5, and Action News, 7, both covered it.",
            "Leeds United, 34, lead Hull City, 31. Leeds United, 36, won again.",
            "Harry Stone (34) and Jim Vale (56) scored. Harry Stone (78) struck again.",
            "Joe Root, 33, is captain. Joe Root (5) was caught early.",
            "Among the dead are 34-year-old Ann Lee, 20-year-old Tim Roe and 31-year-old Bob Ray.",
            "A 32-YEAR-OLD FEMALE SHOT IN THE LEG AND A 41-YEAR-OLD FEMALE SHOT IN THE ARM",
            "Ann Lee, 34, lives in Hull. Ann Lee turned 43 lights on.",
            "Lee, 34, was hurt. Lee, 43, was not.",
            "New York, 12, and New York, 14, were the totals.",
            "Ann Lee, 34, will be 43 when she is released. Ann Lee would be 50 by then.",
            "Mary Ann Lee, 34, met Ann Lee, 43.",
            "Ann Lee, 34, of 12 Main Street, met Bob Ray of 43 Park Road.",
            "Article Two, 34, and Article Two, 35, were dropped.",
            "Ann Lee, 34, read Chapter 12. Ann Lee, Chapter 43, was out of print.",
        ],
    );
}
