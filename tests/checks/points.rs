use super::table;

#[test]
fn percent_are_not_said_for_points() {
    table(
        "points",
        &[
            ("Unemployment rose 2% from 4% to 6%.", "4% to 6% is up 50%"),
            (
                "The tax went up 3% from 18% to 21%.",
                "18% to 21% is up 16.7%",
            ),
            (
                "Support for the party fell 5% to 36% from 41%.",
                "41% to 36% is down 12.2%",
            ),
            (
                "The rate was cut by 0.5 percent to 4.5 percent from 5.0 percent.",
                "5.0 percent to 4.5 percent is down 10%",
            ),
            (
                "Turnout dropped 8% from 71% to 63%.",
                "71% to 63% is down 11.3%",
            ),
            (
                "Inflation eased 0.4% to 2.6% from 3.0%.",
                "3.0% to 2.6% is down 13.3%",
            ),
            (
                "Its market share grew 6% to 18% from 12%.",
                "12% to 18% is up 50%",
            ),
            (
                "The unemployment rate climbed 1.1 per cent to 7.3 per cent from 6.2 per cent.",
                "6.2 per cent to 7.3 per cent is up 17.7%",
            ),
            (
                "The pass rate jumped 15% from 61% to 76%.",
                "61% to 76% is up 24.6%",
            ),
            (
                "The margin declined 2.5% to 9.5% from 12%.",
                "12% to 9.5% is down 20.8%",
            ),
            (
                "Occupancy rose 14 percent from 62 percent to 76 percent.",
                "62 percent to 76 percent is up 22.6%",
            ),
            (
                "The share of women rose 9% to 41% from 32%.",
                "32% to 41% is up 28.1%",
            ),
            ("The levy rose 3% to 8% from 5%.", "5% to 8% is up 60%"),
            (
                "Approval of the mayor slid 11% from 54% to 43%.",
                "54% to 43% is down 20.4%",
            ),
            ("Absence increased 3% to 8% from 5%.", "5% to 8% is up 60%"),
            (
                "The poverty rate fell 2.1% from 13.4% to 11.3%.",
                "13.4% to 11.3% is down 15.7%",
            ),
            (
                "Yields rose 0.3% to 4.6% from 4.3%.",
                "4.3% to 4.6% is up 7%",
            ),
            (
                "Literacy improved 22% from 66% to 88%.",
                "66% to 88% is up 33.3%",
            ),
            (
                "The vacancy rate decreased 2% to 6% from 8%.",
                "8% to 6% is down 25%",
            ),
            (
                "Efficiency increased by 5% from 20% to 25%.",
                "20% to 25% is up 25%",
            ),
        ],
        &[
            "The load factor declined 1.6 points to 55.9% from 57.5%.",
            "The load factor declined 1.6 pct to 55.9 pct from 57.5 pct.",
            "Unemployment rose 50% from 4% to 6%.",
            "Unemployment rose two percentage points from 4% to 6%.",
            "Unemployment rose by half from 4% to 6%.",
            "Unemployment rose from 4% to 6%.",
            "Unemployment fell to 4% from 6%, and prices rose 2%.",
            "Inflation rose 0.1% to 3.0%.",
            "The tax went up by a fifth from 5% to 6%.",
            "Sales rose 2% to 6 million from 5.9 million.",
            "The rate was cut by 50 basis points to 4.5 percent from 5 percent.",
            "Support fell 12.5% to 35% from 40%.",
            "The share of women rose nine percentage points to 41% from 32%.",
            "Turnout was 63%, down from 71%.",
            "Turnout was 63%, eight points down from 71%.",
            "Growth slowed to 2% from 4% in the first quarter.",
            "The bank raised its rate by a quarter point to 5.5% from 5.25%.",
            "Shares rose 2% and bonds rose 4% to 6%.",
            "Interest on the loan is 4% to 6%.",
            "Prices rose 1% from March to 101% of the old level.",
        ],
    );
}
