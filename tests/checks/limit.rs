use super::table;

#[test]
fn nothing_is_more_than_all() {
    table(
        "limit",
        &[
            (
                "A poll found 120% of voters backed the plan.",
                "120% of voters cannot be",
            ),
            (
                "Some 134 percent of respondents said they would stay.",
                "Some 134 percent of respondents cannot be",
            ),
            (
                "The survey found that 120% of parents were tired.",
                "120% of parents cannot be",
            ),
            (
                "Officials put a turnout of 105% on the board.",
                "turnout of 105% cannot be",
            ),
            (
                "Turnout was 112 percent, the clerk said.",
                "Turnout of 112 percent cannot be",
            ),
            (
                "In the town 150 per cent of households have a car.",
                "150 per cent of households cannot be",
            ),
            (
                "The motion won 108% of the votes.",
                "108% of the votes cannot be",
            ),
            (
                "She took 101 percent of the ballots in the ward.",
                "101 percent of the ballots cannot be",
            ),
            (
                "About 130% of pupils walk to school.",
                "About 130% of pupils cannot be",
            ),
            ("The literacy rate was 104%.", "literacy of 104% cannot be"),
            (
                "At least 110% of teenagers own a phone.",
                "At least 110% of teenagers cannot be",
            ),
            (
                "Officials said minus five people were hurt.",
                "minus five people cannot be",
            ),
            (
                "The ministry reported that minus 12 soldiers were killed.",
                "minus 12 soldiers cannot be",
            ),
            ("The flight left at 25:30 GMT.", "25:30 GMT cannot be"),
            ("Doors open at 9:75 a.m. on Friday.", "9:75 a"),
            ("The bells rang at 25 o'clock.", "25 o'clock cannot be"),
            ("The quake struck at 13.70 BST.", "13.70 BST cannot be"),
            ("Trading stopped at 1675 GMT.", "1675 GMT cannot be"),
            (
                "The lease ends on 31 June 2024.",
                "31 June 2024 cannot be: the month has 30 days",
            ),
            (
                "The trial starts on February 30.",
                "February 30 cannot be: the month has 29 days",
            ),
            (
                "The bill is due by 31 September.",
                "31 September cannot be: the month has 30 days",
            ),
            (
                "He was last seen on 29 February 2023.",
                "29 February 2023 cannot be: the month has 28 days",
            ),
            (
                "The deal closes on Nov. 31, 2024, the firm said.",
                "Nov. 31, 2024 cannot be",
            ),
            (
                "Bring 140% of respondents, the memo said.",
                "140% of respondents cannot be",
            ),
        ],
        &[
            "A poll found 62% of voters backed the plan.",
            "Output was 120% of last year's level.",
            "The appeal raised 140% of the target.",
            "The jail is at 130% of capacity, with 900 inmates.",
            "A family at 150% of the poverty line qualifies.",
            "Debt stood at 120% of GDP.",
            "Prices rose 250 percent in a year.",
            "The players gave 110 percent, the coach said.",
            "The offer was 180 percent subscribed.",
            "Turnout rose 105% on the last vote.",
            "Turnout was 105% of that in the last vote.",
            "The school has 110% of pupils it was designed for.",
            "Vaccines were ordered for 150% of adults.",
            "At minus five people were skating on the pond.",
            "It was minus five degrees at dawn.",
            "The fund returned -5 percent, or minus $2 million.",
            "Their goal difference is -5.",
            "The crew, minus five people, went ashore.",
            "The town lost a net minus five people were counted out.",
            "The deadline is 24:00 GMT on 30 June 2024.",
            "She won in 25:30, a club record.",
            "Luke 25:75 is no verse.",
            "The winner came home in 13.70 seconds.",
            "In June 31 people were hurt.",
            "The meeting is on 29 February 2024.",
            "By February 30 shops had closed.",
            "Mobile subscriptions are at 120% of the population.",
            "The aid reached 105% of targeted households.",
            "Tune in to 1070 AM for the game.",
            "100% of voters backed the plan.",
            "Lenders approved loans of 110% of the price.",
        ],
    );
}
