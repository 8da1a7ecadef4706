use super::table;

#[test]
fn a_part_is_not_more_than_its_whole() {
    table(
        "part-exceeds-whole",
        &[
            (
                "Police said 11 of the 9 hostages were freed on Monday.",
                "11 cannot be out of 9",
            ),
            (
                "The rebels took 53 hostages in May. On Monday 65 hostages were released.",
                "65 cannot be out of 53",
            ),
            (
                "Nine people, including 11 children, were killed in Homs on Monday.",
                "11 cannot be out of Nine",
            ),
            (
                "The court heard 14 people had been charged, sixteen of whom were convicted.",
                "sixteen cannot be out of 14",
            ),
            (
                "Israel said 310 hostages are unaccounted for out of the 253 taken.",
                "310 cannot be out of 253",
            ),
            (
                "Another 327 civilians including 426 children were killed in the city.",
                "426 cannot be out of 327",
            ),
            (
                "Seven of the five prisoners escaped.",
                "Seven cannot be out of five",
            ),
            (
                "The bus had 31 passengers, 35 of them pupils.",
                "35 cannot be out of 31",
            ),
            ("She won 14 of her 12 matches.", "14 cannot be out of 12"),
            (
                "In all, 41 of the 38 villages were flooded.",
                "41 cannot be out of 38",
            ),
            (
                "Forty of the 35 nurses voted to strike.",
                "Forty cannot be out of 35",
            ),
            (
                "Eight people were injured, nine of them seriously.",
                "nine cannot be out of Eight",
            ),
            (
                "The ship carried 60 passengers, of whom 72 were rescued.",
                "72 cannot be out of 60",
            ),
            (
                "Rescuers found 24 of the 21 miners alive.",
                "24 cannot be out of 21",
            ),
            (
                "At least 9 of the 7 suspects are in custody.",
                "At least 9 cannot be out of 7",
            ),
            (
                "The team lost 16 of its 14 games.",
                "16 cannot be out of 14",
            ),
            (
                "Thirteen of the 11 jurors agreed.",
                "Thirteen cannot be out of 11",
            ),
            (
                "The school has 410 pupils, including 540 girls.",
                "540 cannot be out of 410",
            ),
            (
                "More than 60 of the 45 shops were looted.",
                "More than 60 cannot be out of 45",
            ),
            (
                "The council freed 19 of the 15 detainees it named.",
                "19 cannot be out of 15",
            ),
        ],
        &[
            "Police said 9 of the 11 hostages were freed on Monday.",
            "About 260 of the 253 hostages were freed.",
            "The rebels took 53 hostages in May. On Monday 45 hostages were released.",
            "The rebels took more than 50 hostages in May. On Monday 65 hostages were released.",
            "Nine people, including four children, were killed in Homs on Monday.",
            "The court heard 14 people had been charged, twelve of whom were convicted.",
            "The army lost three soldiers; the rebels said four of their fighters had died.",
            "Two of the 82nd's 3,000 troops were hurt.",
            "Up to 400 of the 300-strong crew's relatives waited.",
            "Five of the last four seasons' winners came from Leeds.",
            "Three people were killed and five of the wounded were in hospital.",
            "He won 12 of the 14 games and drew two.",
            "All 12 of the 12 jurors agreed.",
            "Ten people were hurt in Leeds and 12 in York, including a policeman.",
            "The ministry counted 500 cases, of which about 520 were mild.",
            "The fire killed two people. Five of the house's six windows broke.",
            "Of 300 votes, 310 pages of minutes were written.",
            "Eleven of the party's 9 million members voted by post.",
            "The museum has 40 rooms, with 90 paintings in the largest.",
            "One in five of the 12 pupils was late.",
            "Divers found one more body on Friday, bringing the dead to 12, including seven Spaniards.",
            "Two people were arrested on Friday over the riot, bringing to 14 the number held, including nine men from Stoke.",
            "Two more people have died of the disease, taking the toll to five out of 38 known cases, among them four hotel workers.",
        ],
    );
}
