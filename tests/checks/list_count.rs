use super::table;

#[test]
fn a_number_fits_its_list() {
    table(
        "list-count",
        &[
            (
                "The council has four priorities: education, crime and the economy.",
                "the text says four priorities, but 3 are listed",
            ),
            (
                "He named two colours: red, blue and green.",
                "the text says two colours, but 3 are listed",
            ),
            (
                "The plan rests on three pillars: trade and defence.",
                "the text says three pillars, but 2 are listed",
            ),
            (
                "The mayor gave five reasons: cost, noise, traffic and smell.",
                "the text says five reasons, but 4 are listed",
            ),
            (
                "The club has three captains: Ann Lee and Bob Ray.",
                "the text says three captains, but 2 are listed",
            ),
            (
                "The trail crosses four counties: Kent, Surrey and Essex.",
                "the text says four counties, but 3 are listed",
            ),
            (
                "The soup has six ingredients: leeks, potatoes, cream, salt and pepper.",
                "the text says six ingredients, but 5 are listed",
            ),
            (
                "Police want three cars: a red Ford and a white van.",
                "the text says three cars, but 2 are listed",
            ),
            (
                "There were two flavours: lime, plum, and pear.",
                "the text says two flavours, but 3 are listed",
            ),
            (
                "Readers chose three themes — love and loss.",
                "the text says three themes, but 2 are listed",
            ),
            (
                "She speaks five languages: French, German, Dutch and Greek.",
                "the text says five languages, but 4 are listed",
            ),
            (
                "Voters face three choices: stay or leave.",
                "the text says three choices, but 2 are listed",
            ),
            (
                "The museum has four wings: art, science, history, music and dance.",
                "the text says four wings, but 5 are listed",
            ),
            (
                "The report lists six risks: fire, flood and theft.",
                "the text says six risks, but 3 are listed",
            ),
            (
                "The firm makes two products: soap, candles and ink.",
                "the text says two products, but 3 are listed",
            ),
            (
                "He left two debts: the rent, the car and the boat.",
                "the text says two debts, but 3 are listed",
            ),
            (
                "The treaty has five parts: trade, energy, water and borders.",
                "the text says five parts, but 4 are listed",
            ),
            (
                "Three sports were cut from the schedule, leaving four events: judo, rowing and archery.",
                "the text says four events, but 3 are listed",
            ),
            (
                "The course covers three subjects: algebra, geometry, logic and statistics.",
                "the text says three subjects, but 4 are listed",
            ),
            (
                "There are four seasons: spring, summer and winter.",
                "the text says four seasons, but 3 are listed",
            ),
            (
                "Two towns were hit: Leeds, Hull and York.\n\nThe storm hit two towns: Leeds, Hull and York.",
                "the text says two towns, but 3 are listed",
            ),
        ],
        &[
            "The council has three priorities: education, crime and the economy.",
            "The council has three priorities: education, crime, and the economy.",
            "The council has two priorities: law and order.",
            "The council has three priorities: education, law and order and the economy.",
            "The council has four priorities: education, law and order and the economy.",
            "There are four courses, such as: soup, fish and cake.",
            "He has four hobbies: including chess, golf and darts.",
            "Five teams remain: Leeds, Hull, York and others.",
            "Three men: two from Leeds and one from Hull.",
            "Three dead: police and fire crews at the scene.",
            "Two teams: Leeds 3, Hull 1 and York 0.",
            "She has two rules: she never lies and she never begs.",
            "He had six guests: his parents, a brother and an aunt.",
            "They have five children: Ann, Bob and the twins.",
            "In three words: peace, land, bread and freedom.",
            "There were two winners: Ann Lee, a teacher, and Bob Ray.",
            "Two cities bid: Portland, Oregon, and Austin, Texas.",
            "The hotel has two cities: Portland, Oregon, and Austin, Texas.",
            "About four priorities: education, crime and the economy.",
            "The firm has two sites: Leeds, which closed in May, and Hull.",
            "There are three options: to stay, to leave or to wait.",
            "The set has 30 colours: red, blue and green.",
            "The jury heard four charges: \"theft, fraud and arson\".",
            "He spoke of four friends - most of them, like him, poor and proud.",
            "Two goals: one by Lee, one by Roe and a penalty.",
            "She has two passions: cooking and, of late, running and painting.",
            "Five stars: Ann Lee and Bob Ray shine.",
            "Five reasons: fans and critics differ.",
            "Five countries: Spain, Italy, France and the Baltics.",
        ],
    );
}
