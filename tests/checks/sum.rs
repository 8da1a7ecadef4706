use super::table;

#[test]
fn parts_add_up_to_their_whole() {
    table(
        "sum",
        &[
            (
                "Of the 4,963 prisoners, 2,210 returned, 1,946 were captured again and 913 were killed.",
                "the parts make 5,069, the text says 4,963 (106 more)",
            ),
            (
                "The bus carried nine people: four men and three women.",
                "the parts make 7, the text says nine (2 fewer)",
            ),
            (
                "The bus carried nine people, four men and three women, to the coast.",
                "the parts make 7",
            ),
            (
                "Seven people (four men, a woman and a child) were hurt.",
                "the parts make 6, the text says Seven (1 fewer)",
            ),
            (
                "The council has 21 members — nine women and 13 men.",
                "the parts make 22",
            ),
            (
                "The jury of 12 people - five women and eight men - retired.",
                "the parts make 13",
            ),
            (
                "The 137,000 tonnes comprised 59,500 tonnes of wheat for China, 53,000 of wheat for Russia and 34,500 of wheat for Algeria.",
                "the parts make 147,000, the text says 137,000 tonnes (10,000 more)",
            ),
            (
                "The 48 vehicles comprised 20 lorries, 14 vans and 12 cars.",
                "the parts make 46",
            ),
            (
                "He sold 310 shares, made up of 120 shares in March, 140 in April and 70 in May.",
                "the parts make 330",
            ),
            (
                "The crew of 90 people consisted of 60 soldiers and 25 police officers.",
                "the parts make 85",
            ),
            (
                "Of the 40 hostages, 30 were freed and 14 were killed.",
                "the parts make 44",
            ),
            (
                "Of the 253 hostages, 130 remain and 131 are dead.",
                "the parts make 261",
            ),
            (
                "Eleven people were hurt: six boys and four girls.",
                "the parts make 10",
            ),
            (
                "There were 11 children, six boys and four girls, on board.",
                "the parts make 10",
            ),
            (
                "Gunmen shot six people. Two of those victims died, while seven others were rushed to hospital.",
                "the parts make 9",
            ),
            (
                "Four people were killed in a house on Saturday. Police said two men and four women were killed.",
                "the parts make 6",
            ),
            (
                "Officers found nine people with gunshot wounds. A woman died at the scene. The other five people were taken to hospital.",
                "the parts make 7",
            ),
            (
                "The crew found two victims on the road and drove them to town. Rescuers found 7 additional victims, for a total of 12 victims.",
                "the parts make 9",
            ),
            (
                "Twenty people were on the boat: 12 women and nine children.",
                "the parts make 21",
            ),
            (
                "The mission sent 412 people: 320 soldiers and 70 civilians.",
                "the parts make 390",
            ),
            (
                "Three people — a man and a woman and two children — were found.",
                "the parts make 4",
            ),
        ],
        &[
            "Of the 4,963 prisoners, 2,210 returned and 913 were killed.",
            "The bus carried nine people: five men, three women and a child.",
            "The bus carried nine people, including four men and three women.",
            "Nine people were killed, among them four men and three women.",
            "Nine people were hurt: the driver and eight passengers.",
            "Eight people, mostly women, were hurt: three girls and two boys.",
            "The jury of seven women and five men retired.",
            "The 137,000 tonnes comprised 59,500 tonnes of wheat for China, 53,000 of wheat for Russia and 24,500 of wheat for Algeria.",
            "The about 140,000 tonnes comprised 59,500 tonnes of wheat, 53,000 of barley and 24,500 of rye.",
            "Of the 40 players, 30 were from Leeds and 14 were under 18.",
            "Of the 40 students, 30 were women and 25 were also members.",
            "There were 11 children, six boys and five girls, on board.",
            "Gunmen shot six people. Two of those victims died, while four others were rushed to hospital.",
            "Gunmen shot six people. Two of those victims died, while three others were rushed to hospital.",
            "Four people were killed in a house on Saturday. Police said two men and two women were killed.",
            "Four people were killed in a house on Saturday. Police said a man and two women were killed.",
            "Officers found six people with gunshot wounds. A woman died at the scene. The other five people were taken to hospital.",
            "Ten men were convicted. A man shouted. The other two were acquitted.",
            "The crew found two victims on the road. Rescuers found 10 additional victims, for a total of 12 victims.",
            "The club has more than 200 members, 120 men and 95 women.",
            "Three soldiers, two civilians and a police officer were killed, and 12 people were hurt.",
            "The party won 12 seats: four in the north and six in the south, the rest in the capital.",
            "Police said 15 people were held, nine men and six women.",
            "A bomb killed six people in Basra on Monday. Another, in Mosul on Tuesday, killed four soldiers and five civilians.",
            "Eighteen people died in a ferry fire in March. On Sunday a trawler sank. Three of its eight crew were rescued; the other five are missing.",
            "Of the 1,200 pupils, 720 (60%) study French, 540 (45%) German and 300 (25%) Spanish.",
            "Police first said six had died but later raised the figure to eleven. The bomb killed four soldiers and five civilians.",
        ],
    );
}
