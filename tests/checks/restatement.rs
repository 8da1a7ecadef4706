use super::table;

#[test]
fn what_is_said_twice_is_the_same() {
    table(
        "restatement",
        &[
            (
                "Twenty shot in 12 incidents across the city\n\nThirty people were shot in 12 separate incidents across the city on Saturday.",
                "the headline Twenty, the text Thirty",
            ),
            (
                "Car sales at Norton up 29.3 percent in February\n\nNorton said its car sales rose 19.3 percent in February.",
                "the headline 29.3 percent, the text 19.3 percent",
            ),
            (
                "Harbour bridge to cost $410 million, says mayor\n\nThe harbour bridge will cost $140 million, the mayor said on Monday.",
                "the headline $410 million, the text $140 million",
            ),
            (
                "Council to close 14 libraries\n\nThe council will close 41 libraries in the county, it said on Tuesday.",
                "the headline 14, the text 41",
            ),
            (
                "Airline cuts 1,200 jobs in Dublin\n\nThe airline is to cut 2,100 jobs in Dublin, unions said.",
                "the headline 1,200, the text 2,100",
            ),
            (
                "River floods 60 homes in Elmsford\n\nThe river flooded 90 homes in Elmsford overnight, the fire service said.",
                "the headline 60, the text 90",
            ),
            (
                "Two banks were closed on Monday, making a total of 30 failures this year. Fourteen of the 40 were in Texas.",
                "first a total of 30, later 40",
            ),
            (
                "It is one of 30 such large-scale construction projects that were halted. Only 22 of the 26 construction projects have complied.",
                "first 30, later 26",
            ),
            (
                "A gunman killed one man and wounded four other people at a party. Police were called at noon. The conditions of the seven others were stable.",
                "first four, later seven",
            ),
            (
                "Bakery recalls 3,000 loaves of bread\n\nThe bakery has recalled 5,000 loaves of bread after a complaint.",
                "the headline 3,000, the text 5,000",
            ),
            (
                "Prices of houses fall 4.1% in June\n\nThe prices of houses fell 1.4% in June, the lender said.",
                "the headline 4.1%, the text 1.4%",
            ),
            (
                "School hires 12 teachers for autumn\n\nThe school has hired 21 teachers for the autumn term.",
                "the headline 12, the text 21",
            ),
            (
                "Ferry carries 310 passengers to safety\n\nThe ferry carried 130 passengers to safety on Friday.",
                "the headline 310, the text 130",
            ),
            (
                "Court fines the firm 20 million euros over cartel\n\nThe court fined the firm 50 million euros over the cartel on Friday.",
                "the headline 20 million euros, the text 50 million euros",
            ),
            (
                "Police arrest 16 after derby\n\nPolice arrested 61 people after the derby on Sunday.",
                "the headline 16, the text 61",
            ),
            (
                "Museum buys 8 paintings by Lund\n\nThe museum has bought five paintings by Lund for its new wing.",
                "the headline 8, the text five",
            ),
            (
                "Town plants 500 trees on Main Street\n\nThe town will plant 900 trees on Main Street this spring.",
                "the headline 500, the text 900",
            ),
            (
                "Storm cuts power to 45,000 homes in Kent\n\nThe storm cut power to 54,000 homes in Kent on Monday.",
                "the headline 45,000, the text 54,000",
            ),
            (
                "The panel named 12 failing hospital wards in its report. It will return in May. Nine of the 15 hospital wards have new managers.",
                "first 12, later 15",
            ),
            (
                "Union says 900 nurses left hospitals\n\nThe union said 700 nurses left the hospitals last year.",
                "the headline 900, the text 700",
            ),
        ],
        &[
            "Twenty shot in 12 incidents across the city\n\nTwenty people were shot in 12 separate incidents across the city on Saturday.",
            "Car sales at Norton up 29 percent in February\n\nNorton said its car sales rose 29.3 percent in February.",
            "Firm to cut 500 jobs in the north\n\nThe firm will cut 300 jobs in the north in May. It will cut 200 jobs in June.",
            "Firm to cut 500 jobs\n\nThe firm will cut 1,200 jobs by 2026, and 500 of these jobs this year.",
            "Council to close 14 libraries\n\nThe council will open two libraries in the county.",
            "Dozens shot across the city\n\nThirty people were shot across the city on Saturday.",
            "Council to close 14 libraries\n\nThe council will close 14 of its 41 libraries.",
            "More than 50 hurt in bus crash\n\nFifty-three people were hurt when a bus crashed in Perth.",
            "10 things to know\n\nThere are three things to know about the vote.",
            "Shares up 3% in Tokyo\n\nShares in Tokyo rose 3.4% on Monday.",
            "Sales up 5% at Norton\n\nNorton said profit rose 12% in the quarter.",
            "Army says 40 killed in Gaza\n\nThe ministry said 70 people might have been killed in Gaza.",
            "Two banks were closed on Monday, making a total of 40 failures this year. Fourteen of the 40 were in Texas.",
            "The panel named 12 failing wards. It will return in May. Nine of the 50 states have such panels.",
            "Twelve miners were trapped. The three miners who got out were well.",
            "A gunman wounded four other people at a party. The conditions of the four others were stable.",
            "Airline cuts 1,200 jobs\n\nThe airline is to cut 1,200 jobs in Dublin, of 9,000 jobs in all.",
            "Bakery recalls 3,000 loaves\n\nThe bakery has recalled about 3,000 loaves of bread after a complaint.",
            "Ferry with 310 aboard reaches port\n\nThe ferry carried 290 passengers and a crew of 20 to the port.",
            "Prices up 4% in June\n\nPrices fell 1.4% in May, the lender said. They rose 4.1% in June.",
            "Club signs 2 players for $30m\n\nThe club signed one player for $10m and one for $20m.",
        ],
    );
}
