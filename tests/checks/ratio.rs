use super::table;

#[test]
fn a_share_fits_its_figures() {
    table(
        "ratio",
        &[
            (
                "Guards let out 12 of the 40 prisoners (60%) before dawn.",
                "12 of 40 is 30%, the text says 60%",
            ),
            (
                "Power was cut to 271,259 people, or 4.2% of the 64 million population.",
                "271,259 of 64 million is 0.42%, the text says 4.2%",
            ),
            (
                "The camp took in 4.2% of the population of 64 million, or 271,259 people, that year.",
                "271,259 of 64 million is 0.42%, the text says 4.2%",
            ),
            (
                "One in five (34%) said they had never opened an account.",
                "One in five is 20%, the text says 34%",
            ),
            (
                "One in five, or 34%, would rather walk.",
                "One in five is 20%, the text says 34%",
            ),
            (
                "The survey found that 34% - one in five - had skipped a meal.",
                "one in five is 20%, the text says 34%",
            ),
            (
                "Of all entries, 12 of 40, a quarter, arrived late.",
                "12 of 40 is 30%, the text says a quarter",
            ),
            (
                "A quarter (16) of the 40 stalls stood empty.",
                "16 of 40 is 40%, the text says A quarter",
            ),
            (
                "Judges threw out 12 of the 40, or 60%, on the first day.",
                "12 of 40 is 30%, the text says 60%",
            ),
            (
                "Some 63 percent, or 420, of the 500 respondents wanted a later bus.",
                "420 of 500 is 84%, the text says Some 63 percent",
            ),
            (
                "Nearly two-thirds (52%) backed the bypass.",
                "Nearly two-thirds is 66.7%, the text says 52%",
            ),
            (
                "About half of pensioners (71%) own a bicycle.",
                "About half is 50%, the text says 71%",
            ),
            (
                "The drug helped 18 (75%) of 40 patients.",
                "18 of 40 is 45%, the text says 75%",
            ),
            (
                "Among nurses, 42% (12 of 40) had been threatened.",
                "12 of 40 is 30%, the text says 42%",
            ),
            (
                "The council has spent $2m, or 65% of the $5m budget, on cones.",
                "$2m of $5m is 40%, the text says 65%",
            ),
            (
                "Inspectors failed 7 of the 91 kitchens (17.7%).",
                "7 of 91 is 7.7%, the text says 17.7%",
            ),
            (
                "By noon 9,300 of the 12,000 tickets, or 97.5%, had gone.",
                "9,300 of 12,000 is 77.5%, the text says 97.5%",
            ),
            (
                "A tenth of drivers (23%) admitted to it.",
                "A tenth is 10%, the text says 23%",
            ),
            (
                "The mill employs 1,450 people, or 41% of the town's 9,800 inhabitants.",
                "1,450 of 9,800 is 14.8%, the text says 41%",
            ),
            (
                "Vandals broke 130 of the 253 lamps (about a third).",
                "130 of 253 is 51.4%, the text says about a third",
            ),
            (
                "More than half the respondents (38%) had moved house.",
                "More than half is 50%, the text says 38%",
            ),
            (
                "The blight took 85% of the 600 trees (210 trees), foresters said.",
                "210 of 600 is 35%, the text says 85%",
            ),
            (
                "Of the 300 asked, 90, or 50%, had no view.",
                "90 of 300 is 30%, the text says 50%",
            ),
            (
                "Of the 40 dead, 12 (60%) were under age.",
                "12 of 40 is 30%, the text says 60%",
            ),
            (
                "More than 271,000 people, or 4.2 percent of a population of 64 million, fled.",
                "More than 271,000 of 64 million is 0.42%, the text says 4.2 percent",
            ),
            (
                "Voters sent home 31 of 150 members – 42% – in one night.",
                "31 of 150 is 20.7%, the text says 42%",
            ),
        ],
        &[
            "Guards let out 12 of the 40 prisoners (30%) before dawn.",
            "Power was cut to 271,259 people, or 4.2% of the 6.4 million population.",
            "The camp took in 4.2% of the population of 64 million, or 2.7 million people, that year.",
            "One in five (21%) said they had never opened an account.",
            "One in ten (12%) had no bank account.",
            "The survey found that 34% - a third - had skipped a meal.",
            "Of all entries, 10 of 40, a quarter, arrived late.",
            "A quarter (10) of the 40 stalls stood empty.",
            "Some 64 percent, or 320, of the 500 respondents wanted a later bus.",
            "Nearly two-thirds (64%) backed the bypass.",
            "About half of pensioners (46%) own a bicycle.",
            "The drug helped 18 (45%) of 40 patients.",
            "The council has spent $2m, or 40% of the $5m budget, on cones.",
            "Ships of 12 of the 40 members (30% of world trade) were held up.",
            "The drug helped 40% of the 500 men and 12 women.",
            "One in five (2 million people) lives abroad.",
            "It helped 40% of the 500 men, or 12 women, in the trial.",
            "They fell short of a two-thirds majority (58%) on the day.",
            "Turnout was 62% (58%) in the north.",
            "Sales rose by a fifth (12% after inflation) to 40 million.",
            "Israel said 130 of the 253 hostages (about half, or 51%) are unaccounted for.",
            "Half of the women polled (52% of the sample) had children.",
            "Of the 40 seats, 12 went to the greens, 30% fewer than before.",
            "The firm bought 3 of the 10 shops, or 45,000 square feet, in May.",
            "In the city of 271,259 people, 4.2% of the 64 children tested had lead in the blood.",
            "He owns a third (12 acres) of the farm.",
            "More than a third (34%) of the 1,200 replies came by post.",
            "The ban covers 40% of the 5,000 acres (2,000 hectares) of marsh.",
            "The party took 38% of the vote, or 54 of the 120 seats.",
            "The closure idles 40% of staff (12 of 20 plants) until June.",
            "The bank cut rates by a half (0.5%) point.",
            "In 12 of the 40 schools, 60%, or 900 pupils, were absent.",
            "Among the 12 of 40 seats, half, according to him, were safe.",
            "Of the 40 dead, 12 (30%) were children and 10 (25%) women.",
            "More than 271,000 people, or 4.2 percent of a population of 6.4 million, fled.",
            "Half of the 40 (12 women) wore hats.",
            "Turnout was 62% (12.4 million of 20 million voters) on Sunday.",
            "It bought 25 million shares, or 5.1% of the company's 490 million shares.",
            "\"It was 12 of the 40 prisoners (60%),\" he said.",
        ],
    );
}
