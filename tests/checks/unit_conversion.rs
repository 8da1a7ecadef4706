use claimlint::document;
use claimlint::extract;
use claimlint::lexicon::Lexicon;
use claimlint::rules::{RuleSet, check, load_rule};

use super::table;

#[test]
fn a_figure_said_again_in_another_unit_is_the_same() {
    table(
        "unit-conversion",
        &[
            (
                "Contractors are putting up a 30-foot (48-kilometre) fence along the estuary.",
                "30-foot is 9.14 metres, the text says 48-kilometre",
            ),
            (
                "The pilgrims had covered 100 km (16 miles) by nightfall.",
                "100 km is 62.1 miles, the text says 16 miles",
            ),
            (
                "The reservoir lies 100 km, or 16 miles, upstream of the mill.",
                "100 km is 62.1 miles, the text says 16 miles",
            ),
            (
                "It reached 68 F (30 C) in the shade, forecasters said.",
                "68 F is 20 degrees celsius, the text says 30 C",
            ),
            (
                "Gusts of 60 mph (67 km/h) tore slates from the church roof.",
                "60 mph is 96.6 kilometres per hour, the text says 67 km/h",
            ),
            (
                "The jewel thief was described as 6ft 2in (1.58m) and slim.",
                "6ft 2in is 1.88 metres, the text says 1.58m",
            ),
            (
                "Divers found the hull 230 feet (170 metres) down.",
                "230 feet is 70.1 metres, the text says 170 metres",
            ),
            (
                "The estate runs to 2,400 acres (5,900 hectares) of moor.",
                "2,400 acres is 971 hectares, the text says 5,900 hectares",
            ),
            (
                "Bakers used 45 pounds (99 kg) of flour a day.",
                "45 pounds is 20.4 kilograms, the text says 99 kg",
            ),
            (
                "The winning pumpkin, 1,250 lb (570 tonnes), needed a forklift.",
                "1,250 lb is 567 kilograms, the text says 570 tonnes",
            ),
            (
                "Waves of 10 to 15 feet (3 to 15 metres) closed the harbour.",
                "10 to 15 feet is 3.05 to 4.57 metres, the text says 3 to 15 metres",
            ),
            (
                "A tanker spilled 5,000 litres (13,200 gallons) of milk on the A30.",
                "5,000 litres is 1,321 gallons, the text says 13,200 gallons",
            ),
            (
                "The new line, 212 miles (132 km) long, opens in May.",
                "212 miles is 341 kilometres, the text says 132 km",
            ),
            (
                "Searchers combed more than 300 square miles (480 square kilometres) of forest.",
                "more than 300 square miles is 777 square kilometres",
            ),
            (
                "Overnight it fell to minus 20C (24F) on the plateau.",
                "minus 20C is −4 degrees fahrenheit",
            ),
            (
                "The blade, 9 inches (23 mm) long, was found in a hedge.",
                "9 inches is 229 millimetres, the text says 23 mm",
            ),
            (
                "The peak – 8,848 metres – 19,029 feet – is the highest of all.",
                "8,848 metres is 5.5 miles, the text says 19,029 feet",
            ),
            (
                "Rain gauges caught 12 cm (1.7 inches) in a single morning.",
                "12 cm is 4.72 inches, the text says 1.7 inches",
            ),
            (
                "Thermometers touched 41C/96F at the airfield.",
                "41C is 106 degrees fahrenheit, the text says 96F",
            ),
            (
                "The tunnel is 57 km (35 miles, 61 nautical miles) from end to end.",
                "35 miles is 30.4 nautical miles, the text says 61 nautical miles",
            ),
            (
                "A kilowatt-class heater draws 2 kilowatts (20 horsepower).",
                "2 kilowatts is 2.68 horsepower, the text says 20 horsepower",
            ),
            (
                "The ketch made nearly 12 knots (42 km/h) across the bay.",
                "nearly 12 knots is 22.2 kilometres per hour, the text says 42 km/h",
            ),
            (
                "Hundreds joined the 100-km (16-mile) walk.",
                "100-km is 62.1 miles, the text says 16-mile",
            ),
            (
                "The dam lies 100 kilometers -- 16 miles -- north of the city.",
                "100 kilometers is 62.1 miles, the text says 16 miles",
            ),
            (
                "He carried a 25-kilogram sack (155 lb) up the stairs.",
                "25-kilogram is 55.1 pounds, the text says 155 lb",
            ),
        ],
        &[
            "A mile (1.6 km) of hedgerow was grubbed up.",
            "The relay covers 100 miles (160 km) in two days.",
            "She is 5 ft 10 in (1.78 m) in her socks.",
            "A 6ft (1.8m) fence and a 30m (98ft) mast went up.",
            "Keep a foot (30 cm) between seedlings.",
            "He swam 100 yards (100 m) to the buoy.",
            "The swell was 10 to 15 feet (3 to 4.5 metres).",
            "The ford lies five to seven miles (8-11 km) west.",
            "Nights were warmer by 2C (3.6F) than a century ago.",
            "Temperatures rose by 1.5 degrees Celsius (2.7 degrees Fahrenheit).",
            "The yacht cost £2m ($26m) to build.",
            "The yacht cost £2m ($3m in 1990).",
            "The lodge is 100 km (2 hours) away.",
            "The island is 12 miles (and 3 km by boat) from the capital.",
            "The trek is 40 km (12 miles of it on ice).",
            "A 12 by 6 feet (1 metre deep) pit was dug.",
            "The pool is 12 feet wide (3 m deep).",
            "The jockey weighed 8st 4lb (53kg).",
            "The prop weighed 18 stone 2 pounds (115 kg).",
            "Filling up took 10 gallons (45 litres) of diesel.",
            "The quarry shipped 400 tons (363 tonnes) of granite.",
            "The patrol stayed 12 miles (22 km) offshore.",
            "It does 30 mpg (7.8 litres per 100 km) on a good road.",
            "Volunteers gave three days (24 hours) of their time.",
            "The net profit was $5.7 million, or 20 cents a share.",
            "Highs of 86 F (30 C) and lows of 32F (1C) are forecast.",
            "The nugget weighed 10 ounces (311 grams).",
            "She ran 5 km, then 10 miles, then slept.",
            "The oven was set to 180C (350F), then 400 F (200 C).",
            "Around 1,500 ft (450m) of cable was stolen.",
            "They drilled more than 3,000 metres (nearly 10,000 feet) down.",
            "A room of 20 by 30 feet (6 by 9 metres) was let.",
            "The comet passed within 1.2 million km (746,000 miles).",
            "The farm has 640 acres (a square mile) of wheat.",
            "It hit 40 degrees (104 F) in the square.",
            "The 5-foot-11 (1.80 m) guard and the six-foot-eight (2.03m) centre scored.",
            "Snow of 1 to 2 feet (30 to 60 cm) fell on the 26.2-mile (42.2km) course.",
            "The wall is 4 feet high (1.2 metres high) and 6in (15cm) thick.",
            "It was 10 degrees below zero (14F) at dawn.",
            "\"It is a 30-foot (48-kilometre) fence,\" the mayor said.",
            "Both crews covered the mile and 550 yards (2,112m) in just over six minutes.",
        ],
    );
}

/// A rule with rates.
const RATES: &str = "\
id: money-converted
title: Money converted at no rate of these years
why: Rates move between these ends.
severity: warning
profile: [desk]
check: { unit-conversion: { rates: [ { from: pound sterling, to: us dollar, least: 1.1, most: 1.6 } ] } }
message: \"{first} is {computed}, the text says {second}\"
";

fn told(rules: &RuleSet, text: &str) -> Vec<String> {
    let lexicon = Lexicon::english();
    let (document, _) = document::plain("a.txt", text.to_owned(), &lexicon.furniture);
    let found = check(&[extract::read(document, &lexicon)], rules).findings;
    found.into_iter().map(|f| f.message).collect()
}

#[test]
fn money_is_converted_at_the_rates_of_a_rule() {
    let lexicon = Lexicon::english();
    let rule = load_rule("money-converted.yaml", RATES, &lexicon).expect("the rule can be read");
    let rules = RuleSet::of(vec![rule], &lexicon);
    for (text, message) in [
        (
            "The yacht cost £2m ($26m) to build.",
            "£2m is 2.2 million to 3.2 million dollars, the text says $26m",
        ),
        (
            "The yacht cost $26m, or £2m, to build.",
            "$26m is 16.25 million to 23.64 million pounds sterling, the text says £2m",
        ),
    ] {
        assert_eq!(told(&rules, text), [message], "{text}");
    }
    for text in [
        "The yacht cost £2m ($2.6m) to build.",
        "The yacht cost $2.6m (£2m) to build.",
        "The yacht cost £2m (€26m) to build.",
    ] {
        assert_eq!(told(&rules, text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_mistake_in_a_rate_is_named() {
    let lexicon = Lexicon::english();
    for (right, wrong, expected, help) in [
        (
            "pound sterling",
            "pound sterlin",
            "6:46: unknown currency `pound sterlin`, expected one of ",
            Some("did you mean `pound sterling`?"),
        ),
        (
            "least: 1.1",
            "least: 0",
            "6:84: found `0`, expected a number above zero such as `1.1`",
            None,
        ),
        (
            "most: 1.6",
            "most: 1.0",
            "6:95: `most` is 1.0, which is less than `least`, 1.1",
            None,
        ),
        (
            "least:",
            "lest:",
            "6:77: unknown key `lest`, expected one of `from`, `to`, `least`, `most`",
            Some("did you mean `least`?"),
        ),
    ] {
        let text = RATES.replacen(right, wrong, 1);
        let problem = load_rule("money-converted.yaml", &text, &lexicon).expect_err(wrong);
        assert_eq!(problem.help.as_deref(), help, "{wrong}");
        let said = problem.to_string();
        let start = format!("money-converted.yaml:{expected}");
        assert!(said.starts_with(&start), "{said}");
    }
}
