use super::table;

#[test]
fn a_rise_or_fall_fits_its_values() {
    table(
        "change",
        &[
            (
                "Sales rose 8.7% to $4.9bn from $4.1bn.",
                "$4.1bn to $4.9bn is up 19.5%",
            ),
            (
                "Stocks were off 2.3 pct to 29.4 mln tonnes from 300.1 mln.",
                "300.1 mln to 29.4 mln",
            ),
            (
                "The number of wolves doubled to 4 from 3.",
                "3 to 4 is 1.33 times as much",
            ),
            (
                "Arrests were up a third to 45 from 30.",
                "30 to 45 is up 50%",
            ),
            (
                "Revenue fell 12 percent from 214 million euros to 208 million euros.",
                "214 million euros to 208 million euros is down 2.8%",
            ),
            (
                "The fund grew to $310 million from $240 million, an increase of 19%.",
                "$240 million to $310 million is up 29.2%",
            ),
            (
                "The town had 3,760 pupils, up 34 percent from 2,350 a year earlier.",
                "2,350 to 3,760 is up 60%",
            ),
            (
                "Output dropped by 7,700 tonnes to 449,100 tonnes from 466,800 tonnes.",
                "466,800 tonnes to 449,100 tonnes is down 17,700",
            ),
            (
                "Net income more than doubled to $377.4 million from $288 million.",
                "$288 million to $377.4 million is 1.31 times as much",
            ),
            (
                "Arrivals tripled from 1,200 to 2,400 in a year.",
                "1,200 to 2,400 is 2 times as much",
            ),
            (
                "The price halved from 80 cents to 60 cents.",
                "80 cents to 60 cents is 0.75 times as much",
            ),
            (
                "Profit rose 3.6 pct to 219.2 mln dlrs, from 251.5 mln a year earlier.",
                "251.5 mln to 219.2 mln dlrs is down 12.8%",
            ),
            (
                "Membership fell 20% to 9,600 from 9,200.",
                "9,200 to 9,600 is up 4.3%",
            ),
            (
                "Reserves rose by 47 pct to 5.43 mln barrels from 4.27 mln barrels.",
                "4.27 mln barrels to 5.43 mln barrels is up 27.2%",
            ),
            (
                "The budget was cut by $3 million to $12 million from $18 million.",
                "$18 million to $12 million is down 6",
            ),
            (
                "The toll on bridges went up 15% in March, from £2.00 to £2.60.",
                "£2.00 to £2.60 is up 30%",
            ),
            (
                "Traffic advanced 7.7 percent to 332.9 million passengers from 282.8 million passengers.",
                "282.8 million to 332.9 million is up 17.7%",
            ),
            (
                "The index gained 85 points to 6,012 from 5,943.",
                "5,943 to 6,012 is up 69",
            ),
            (
                "Orders quadrupled to 80 from 40.",
                "40 to 80 is 2 times as much",
            ),
            (
                "The firm's debt fell by half to 900 million dollars from 1.2 billion dollars.",
                "1.2 billion dollars to 900 million dollars is down 25%",
            ),
            (
                "Unemployment rose to 4.1% from 4.9% in the spring.",
                "4.9% to 4.1% is a fall",
            ),
            (
                "The number of pupils fell from 310 to 340.",
                "310 to 340 is a rise",
            ),
            (
                "The club has 210 members, up from 260 a year ago.",
                "260 to 210 is a fall",
            ),
            (
                "Foreign reserves fell by 8.9 million francs in May. The fall in foreign reserves took them to 88.8 million francs from 107.7 million.",
                "107.7 million to 88.8 million francs is down 18.9 million",
            ),
            (
                "The index jumped 69.47 points, or 2.1 percent, to 6144.25.",
                "6,074.78 to 6144.25 is 1.1%",
            ),
            (
                "The stock fell $7.75, or 34 percent, to $10.",
                "17.75 to $10 is 43.7%",
            ),
            (
                "Profit was 69.87 billion yen ($618 million), more than double its 42.16 billion yen profit a year earlier.",
                "42.16 billion yen to 69.87 billion yen is 1.66 times as much",
            ),
            (
                "It earned $0.83 a share, 23.5 percent below the $0.96 of a year earlier.",
                "$0.96 to $0.83 a share is down 13.5%",
            ),
            (
                "Stocks were off 2.3 pct to 29.4 mln from 300.1 mln.",
                "300.1 mln to 29.4 mln is down 90.2%",
            ),
            (
                "The fund fell 5% to $3.9 billion from $4.1 million.",
                "$4.1 million to $3.9 billion is up",
            ),
        ],
        &[
            "Profit fell 4.3% to 355 million from 371 million.",
            "Profit fell 4.4% to 355 million from 371 million.",
            "The load factor declined 1.6 pct to 55.9 pct from 57.5 pct.",
            "The load factor declined 1.6 points to 55.9 pct from 57.5 pct.",
            "The yen rose 2% to 110.00 to the dollar from 112.24.",
            "The pound fell 2% to 0.90 per euro from 0.882.",
            "Sales rose 5% from a year ago to 12 million from 13 million in March.",
            "Sales were up 33 pct to 67.4 mln dlrs from 50.5 mln dlrs.",
            "Sales rose 10 pct to 112,900 tons and earnings grew to 54.2 mln dlrs from 11.1 mln dlrs.",
            "Turnover more than doubled to 377.4 million from 188 million.",
            "The group's profit nearly doubled to $41m from $21m.",
            "Exports rose at an annual rate of 5.1 percent to 900 million from 890 million.",
            "The rate rose to 4.2 percent from 4.0 percent, the biggest increase since 1998.",
            "Output fell 0.5 percent in May after it rose 2.1 percent in April.",
            "The fine was raised from £50 to £80.",
            "Attendance rose about 10% to 5,600 from 5,000.",
            "The number of cases tripled to 61 from 20.",
            "Revenue climbed 12% to 4.2 from 3.75 million.",
            "Shares rose 12 cents to $3.40 from $3.28.",
            "Sales in the first three months rose 16% to four million barrels from 3.45 million.",
            "He moved 12 km from the 5 km marker to the 17 km marker.",
            "Income rose 45 percent to $36.7 million, or 66 cents a share, from $25.3 million, or 45 cents.",
            "Unemployment rose to 4.9% from 4.1% in the spring.",
            "She rose to 3 from 8 in the rankings.",
            "The dollar fell to 1.80 marks from 1.79.",
            "Sales rose 1 pct in January to 5.0 mln, compared with 4.2 mln a year ago.",
            "The deficit widened to $4bn from $5bn of surplus.",
            "Roastings totalled 1,075,000 bags (of 60 kilos) including for soluble, down 8.2 pct from 1,171,000.",
            "The rate rose 1/2 point to 13 pct from 12-1/2.",
            "Unadjusted, it fell 31,400 to 692,900 or 8.8 pct from 9.2.",
            "Lead rose 25 to 28,575 tonnes and zinc was up 225 at 31,475, against 31,250.",
            "Imports in May, at 27.0 billion dlrs, were up 17.9 pct from April's 22.9 billion but down 22.0 pct from 34.6 billion a year ago.",
            "Sales rose 22.4 pct to 86.8 mln dlrs, and Moog's 16.9 pct to 93.4 mln from 79.9 mln.",
            "Its loss narrowed to 2.4 mln dlrs from 45.4 mln, an improvement of 43.0 mln.",
            "The stock closed at 86-1/4, up 3/4 from 85-1/2, on volume of 162,500 shares.",
            "Steel output was 1.71 mln tons, up 2.4 pct from the 1.67 mln tons of the week before and up from 1.55 mln tons a year ago, or 10.3 pct.",
            "The rate of increase slowed to 3.2 pct from 4.5 pct in May.",
            "The decline in sales deepened to 5 pct from 3 pct.",
            "Net rose 5 pct to 53.4 mln stg before extraordinary gains of 6 mln, from 50.7 mln.",
            "Sales of 131.0 billion dlrs compared with 126.0 billion, revised down from 126.8 billion.",
            "Cargo fell to 18,400 tonnes from 19,200, with mail down 7 percent and freight 4 percent lower.",
            "Exports were 4.0 billion, 0.2 billion more than in May and 10 pct below the 4.44 billion of a year earlier.",
            "Profit rose to 48.2 million pounds from 36.1 million, on turnover 9 percent higher at 402 million.",
            "The group made 6.3 million pounds, up from 5.0 million, despite a 3 percent fall in sales.",
            "Costs fell to 4.12 dlrs an ounce from 4.75, with wages cut by a fifth in September.",
            "It sold 41,000 tonnes of tobacco, down from 52,000, for revenue only 4 percent lower.",
        ],
    );
}
