use super::table;

#[test]
fn a_day_a_span_or_an_age_fits_its_dates() {
    table(
        "calendar",
        &[
            (
                "The inquest opens on Thursday, 12 March 2024, at the town hall.",
                "12 March 2024 was a Tuesday, the text says Thursday",
            ),
            (
                "Voters go to the polls on Monday, June 6, 2023.",
                "June 6, 2023 was a Tuesday",
            ),
            (
                "The service will be held Saturday, Jan. 19, 2024, at St Mary's.",
                "Jan. 19, 2024 was a Friday",
            ),
            (
                "Kick-off is at 3pm on Sunday 17 February.",
                "17 February 2024 was a Saturday",
            ),
            (
                "The order was signed on Wed., Sept. 6, 2022, a spokesman said.",
                "Sept. 6, 2022 was a Tuesday",
            ),
            (
                "The market reopens on Monday (14 November 2023).",
                "14 November 2023 was a Tuesday",
            ),
            (
                "The bridge closed on 4 July 2023, a Wednesday, and never reopened.",
                "4 July 2023 was a Tuesday",
            ),
            (
                "The statue was unveiled in 2012, 63 years after his death in 1950.",
                "1950 to 2012 is 62 years, the text says 63 years",
            ),
            (
                "The results came on 13 March 2023, a week after the vote of 3 March 2023.",
                "3 March 2023 to 13 March 2023 is 10 days, the text says a week",
            ),
            (
                "Five days before the 12 May vote, on 9 May, the minister resigned.",
                "9 May to 12 May is 3 days, the text says Five days",
            ),
            (
                "The mill shut in 1998, 20 years after it was founded in 1958.",
                "1958 to 1998 is 40 years",
            ),
            (
                "She joined the board in 2003 and resigned five years later, in 2010.",
                "2003 to 2010 is 7 years",
            ),
            (
                "The club was wound up in 2011, six years after its promotion in 2008.",
                "2008 to 2011 is 3 years",
            ),
            (
                "The first train ran on 2 May 2019, three weeks after the strike of 1 March 2019.",
                "1 March 2019 to 2 May 2019 is 62 days",
            ),
            (
                "The pier burned down 34 years ago, in 1995.",
                "1995 to 14 February 2024 (published) is 29 years",
            ),
            (
                "In 2009, 25 years ago, the plant employed half the town.",
                "2009 to 14 February 2024 (published) is 15 years",
            ),
            (
                "The painter was born in 1950 and died in 2012 at the age of 70.",
                "1950 to 2012 makes an age of 61 or 62",
            ),
            (
                "Born in Leeds on 3 May 1931, he died on 4 June 1999, aged 58.",
                "3 May 1931 to 4 June 1999 makes an age of 68",
            ),
            (
                "Ann Lee, 45, who was born in 1990, has run the shop since she left school.",
                "1990 to 14 February 2024 (published) makes an age of 33 or 34",
            ),
            (
                "Carl Roe, 61, was born in Hull in 1972.",
                "1972 to 14 February 2024 (published) makes an age of 51 or 52",
            ),
            (
                "The treaty was signed in 1994, two years after the talks of 1987.",
                "1987 to 1994 is 7 years",
            ),
            (
                "The law took effect on 1 June 2021, six months after the ruling of 1 March 2020.",
                "1 March 2020 to 1 June 2021 is 15 months",
            ),
        ],
        &[
            "The inquest opens on Tuesday, 12 March 2024, at the town hall.",
            "Voters go to the polls on Tuesday, June 6, 2023.",
            "Kick-off is at 3pm on Sunday 18 February.",
            "The fair is on Sunday 17 December.",
            "Sheffield Wednesday, 12 March 2024: a report of the match.",
            "The Sun, 12 March 2024, carried the picture.",
            "The statue was unveiled in 2012, 62 years after his death in 1950.",
            "The statue was unveiled in 2012, 61 years after his death in 1950.",
            "Two years after the war, in 1990 he founded the club.",
            "The results came on 10 March 2023, a week after the vote of 3 March 2023.",
            "The results came on 12 March 2023, about a week after the vote of 3 March 2023.",
            "In 2012, more than 60 years after his death in 1950, the house was sold.",
            "In 2012, almost 63 years after his death in 1950, the house was sold.",
            "Three days before the 12 May vote, on 9 May, the minister resigned.",
            "He was born in 1950, married Ann and, three years later, in 1975, moved to Hull.",
            "Two years after the party that won in 1997 collapsed, in 2005, she left.",
            "The pier burned down 30 years ago, in 1994.",
            "The pier burned down some 30 years ago, in 1995.",
            "The painter was born in 1950 and died in 2012 at the age of 62.",
            "He was born in 1950, and his father died in 2012 at the age of 90.",
            "He was born in 1950, and she died in 2012 at the age of 70.",
            "Ann Lee, 34, who was born in 1990, has run the shop for years.",
            "Ann Lee, then 24, who was born in 1990, ran the shop in 2014.",
            "The festival runs from Thursday, 14 to 17 March 2024.",
            "In 2019, five years after leaving a club he had joined in 2009, he retired.",
            "Thirty years later the king crowned in 1950 was forgotten.",
            "Ten years after the fire, in 2013 and 2014, two inquiries reported.",
            "The market crashed in 1929. On Thursday, October 24, prices fell.",
            "On Monday, 2 September, the pact of 1939 was dead.",
            "The shares fell on Tuesday, 12 of 14 of them by a tenth.",
        ],
    );
}
