//! A second language is a second set of data files: French, from `tests/french/lexicon/`, with the program as it is.

#![expect(clippy::expect_used, reason = "a test without its lexicon has failed")]

use claimlint::claim::{Claim, Field, Reading};
use claimlint::document::plain;
use claimlint::extract;
use claimlint::lexicon::{BUILTIN, Lexicon};

fn french() -> Lexicon {
    let dir = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/french/lexicon");
    let text = |name: &str| std::fs::read_to_string(format!("{dir}/{name}")).expect(name);
    let texts = BUILTIN.map(|(name, _)| (name, text(name)));
    let files: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (*name, &**text)).collect();
    Lexicon::compile(&files).expect("the files have no mistake")
}

fn read(lexicon: &Lexicon, text: &str) -> Reading {
    let (document, _) = plain("a.txt", format!("{text}\n"), &lexicon.furniture);
    extract::read(document, lexicon)
}

fn written(reading: &Reading) -> impl Iterator<Item = &Claim> {
    reading.claims.iter().filter(|claim| !claim.is_derived())
}

fn value(claim: &Claim) -> String {
    let (low, high) = (
        claim.quantity.low.normalize(),
        claim.quantity.high.normalize(),
    );
    match low == high {
        true => low.to_string(),
        false => format!("{low} to {high}"),
    }
}

fn values(lexicon: &Lexicon, text: &str) -> Vec<String> {
    written(&read(lexicon, text)).map(value).collect()
}

fn line(reading: &Reading, claim: &Claim) -> String {
    let or_none = |words: Option<&str>| words.unwrap_or("-").to_owned();
    let of =
        |field: &Option<Field<String>>| or_none(field.as_ref().map(|field| field.value.as_str()));
    let speaker = claim.attribution.first().map(|a| a.originator.as_str());
    [
        claim.text.clone(),
        format!("{} {}", claim.quantity.bound.as_str(), value(claim)),
        of(&claim.measure),
        of(&claim.population),
        or_none(claim.place.as_ref().map(|p| reading.spelling(&p.value))),
        claim.role.as_str().to_owned(),
        or_none(speaker),
    ]
    .join(" | ")
}

/// `figure | bound and value | measure | population | place | role | originator`
#[test]
fn ten_french_sentences() {
    let lexicon = french();
    let mut found = String::new();
    let expected = r#"
Au moins 12 personnes ont été tuées et 30 autres blessées dans un attentat à Kaboul mardi, selon la police.
    Au moins 12 | at_least 12 | killed | - | Kaboul | total | police
    30 | none 30 | injured | - | Kaboul | besides | police
Le bilan du séisme est passé à 28 000 morts.
    28 000 | none 28000 | killed | - | - | total | -
Environ 1,5 million de personnes vivent à Rafah.
    Environ 1,5 million | about 1500000 | population | - | Rafah | total | -
Plus de la moitié des 2,3 millions d'habitants de Gaza vivent à Rafah, d'après l'ONU.
    Plus de la moitié | more_than 0.5 | - | - | - | part | ONU
    2,3 millions | none 2300000 | population | - | - | out_of | ONU
Quelque 250 000 déplacés sont arrivés à Goma depuis le 7 février.
    Quelque 250 000 | about 250000 | displaced | - | Goma | total | -
Une frappe a fait 12 morts, dont quatre enfants, a déclaré l’armée.
    12 | none 12 | killed | - | - | total | armée
    quatre | none 4 | killed | child | - | part | armée
Des dizaines de manifestants ont été arrêtés à Lyon.
    dizaines | between 10 to 100 | arrested | protester | Lyon | total | -
Cent trente des 253 otages sont toujours retenus à Gaza depuis octobre 2023, ont indiqué les autorités.
    Cent trente | none 130 | hostages_held | - | bande de Gaza | part | autorités
    253 | none 253 | hostages_held | - | bande de Gaza | out_of | autorités
Une vingtaine d'écoles et quatre-vingt-dix-sept maisons ont brûlé.
    Une vingtaine | none 20 | noun:école | - | - | total | -
    quatre-vingt-dix-sept | none 97 | noun:maison | - | - | total | -
Le chômage a augmenté de 2,5 % et touche entre 1.200 et 1.500 familles, soit 30 pour cent des habitants du 3e district.
    2,5 % | none 2.5 | - | - | - | total | -
    entre 1.200 et 1.500 | between 1200 to 1500 | noun:famille | - | - | total | -
    30 pour cent | none 30 | - | - | - | part | -
"#;
    for sentence in expected
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with(' '))
    {
        found.push_str(&format!("{sentence}\n"));
        let reading = read(&lexicon, sentence);
        for claim in written(&reading) {
            found.push_str(&format!("    {}\n", line(&reading, claim)));
        }
    }
    assert_eq!(found, expected.trim_start());
}

#[test]
fn numbers() {
    let lexicon = french();
    for (words, value) in [
        ("dix-sept", "17"),
        ("vingt et un", "21"),
        ("trente-deux", "32"),
        ("soixante et onze", "71"),
        ("quatre-vingts", "80"),
        ("quatre-vingt-un", "81"),
        ("quatre-vingt-dix-neuf", "99"),
        ("cent deux", "102"),
        ("deux cents", "200"),
        ("mille deux cents", "1200"),
        ("trois cent mille", "300000"),
        ("1.200.000", "1200000"),
        ("12\u{202f}500", "12500"),
        ("2,3 millions de", "2300000"),
        ("deux millions et demi de", "2500000"),
        ("une douzaine de", "12"),
        ("plusieurs centaines de", "300 to 900"),
        ("des centaines de milliers de", "100000 to 1000000"),
        ("entre 30 et 40", "30 to 40"),
        ("30 à 40", "30 to 40"),
    ] {
        let text = format!("La ville a accueilli {words} personnes.");
        let found = values(&lexicon, &text);
        assert_eq!(found, [value], "{words}");
    }
}

#[test]
fn numbers_that_are_no_figures() {
    let lexicon = french();
    for text in [
        "La loi est entrée en vigueur le 1er mars.",
        "Le 7 octobre 2023, la guerre a commencé.",
        "Il est arrivé en 2019 à Lyon.",
        "La réunion a commencé à 10h30.",
        "L'article 51 de la charte a été invoqué.",
        "Le 3e district a été évacué.",
        "Un homme est venu.",
    ] {
        assert_eq!(values(&lexicon, text), [""; 0], "{text}");
    }
}
