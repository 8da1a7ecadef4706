//! One field at a time: bounds, days, quotation marks, repeats, places of headlines, derived figures, and the
//! numbers that are no figures.

use claimlint::claim::{Claim, Field, RelationKind};
use claimlint::lexicon::Lexicon;

use crate::{read, written};

/// One thing of every written claim of a text.
fn claims<T>(text: &str, show: impl Fn(&Claim) -> T) -> Vec<T> {
    written(&read(&Lexicon::english(), text))
        .map(show)
        .collect()
}

#[test]
fn numbers_that_are_no_figures() {
    for text in [
        "On 14 March 2011 the plant was shut.",
        "The match ended 3-2 on Saturday.",
        "The team lost 4-1.",
        "Article 51 of the charter was invoked at 10:30 on Monday.",
        "The meeting begins at 9:30 am on May 4, 2023.",
        "The second of the reports came out at 9 pm.",
        "Flight 370 vanished in 2014.",
        "Apollo 11 landed in July 1969.",
        "Page 12 of Resolution 2728 says so.",
        "It was the third attack since 2019 and the 12th this decade.",
        "The 1980s were hard.",
        "The 21st century began.",
        "The 2019-20 season was cut short.",
        "No one was injured.",
    ] {
        assert_eq!(claims(text, |claim| claim.text.clone()), [""; 0], "{text}");
    }
}

#[test]
fn the_words_that_bound_a_figure_belong_to_it() {
    for (text, expected) in [
        ("Only 12 people were rescued.", "Only 12: exactly 12 to 12"),
        (
            "Just under 50 people were killed.",
            "Just under 50: nearly 50 to 50",
        ),
        (
            "No fewer than 50 people were killed.",
            "No fewer than 50: at_least 50 to 50",
        ),
        (
            "50 or more people were killed.",
            "50 or more: at_least 50 to 50",
        ),
        (
            "Fewer than 50 people live there.",
            "Fewer than 50: less_than 50 to 50",
        ),
        (
            "Officials said 30 to 40 people were killed.",
            "30 to 40: between 30 to 40",
        ),
        (
            "Several hundred people fled.",
            "Several hundred: between 300 to 900",
        ),
        (
            "Tens of thousands of people fled.",
            "Tens of thousands: between 10000 to 100000",
        ),
        (
            "Some 1.3m people fled.",
            "Some 1.3m: about 1300000 to 1300000",
        ),
        (
            "Over two million people fled.",
            "Over two million: more_than 2000000 to 2000000",
        ),
    ] {
        let shown = |claim: &Claim| {
            let quantity = &claim.quantity;
            let (low, high) = (quantity.low.normalize(), quantity.high.normalize());
            format!(
                "{}: {} {low} to {high}",
                claim.text,
                quantity.bound.as_str()
            )
        };
        assert_eq!(claims(text, shown), [expected]);
    }
}

#[test]
fn when_a_figure_holds_and_when_it_happened() {
    for (text, as_of, event) in [
        (
            "Some 27,000 people are displaced in Mbera.",
            "2024-03-06",
            "-",
        ),
        (
            "As of 3 March, 27,000 people were displaced in Mbera.",
            "2024-03-03",
            "-",
        ),
        (
            "About 90,000 people were living in Derna before the war.",
            "before the war",
            "-",
        ),
        (
            "Last year 90,000 people were living in Derna.",
            "last year",
            "-",
        ),
        (
            "A car bomb killed 18 people in Aleppo on Tuesday.",
            "2024-03-06",
            "2024-03-05",
        ),
        (
            "A car bomb killed 18 people in Aleppo on 25 February.",
            "2024-03-06",
            "2024-02-25",
        ),
    ] {
        let reading = read(&Lexicon::english(), text);
        let found = reading.claims.iter().map(|claim| {
            let as_of = claim.as_of.as_ref().map(|field| field.value.to_string());
            let event = claim
                .event
                .and_then(|field| reading.events[field.value].day);
            (as_of, event.map(|day| day.value.to_string()))
        });
        let known = |text: &str| (text != "-").then(|| text.to_owned());
        assert_eq!(
            found.collect::<Vec<_>>(),
            [(known(as_of), known(event))],
            "{text}"
        );
    }
}

#[test]
fn what_stands_between_quotation_marks_is_quoted() {
    for (text, expected) in [
        (
            "\"We buried 22 people,\" the mayor said. He named 12 of them.",
            [true, false],
        ),
        (
            "“We buried 22 people. We know 12 of them,” the mayor said.",
            [true, true],
        ),
        (
            "The mayor said 22 people had died, and 12 \"were known\".",
            [false, false],
        ),
        (
            "\"We buried 22 people\n\nPolice said 12 were known.",
            [true, false],
        ),
    ] {
        assert_eq!(claims(text, |claim| claim.quoted), expected, "{text}");
    }
}

#[test]
fn a_sentence_printed_twice_is_one_statement() {
    let text = "Flood kills 18 in Manila\n\n\
                The flood killed 18 people in Manila on Monday, police said.\n\n\
                Police spoke to reporters.\n\n\
                The flood killed 18 people in Manila on Monday, police said.";
    let shown = |claim: &Claim| (claim.section.as_str(), claim.is_repeat());
    let expected = [("headline", false), ("lede", false), ("body", true)];
    assert_eq!(claims(text, shown), expected);
}

#[test]
fn a_headline_takes_its_place_from_the_text() {
    let text = "Bomb kills 18\n\nA bomb killed 18 people in Manila on Monday.";
    let shown = |claim: &Claim| claim.place.as_ref().map(|place| place.value.clone());
    assert_eq!(
        claims(text, shown),
        [Some("Manila".to_owned()), Some("Manila".to_owned())]
    );
}

#[test]
fn figures_computed_from_others_of_the_sentence() {
    for (text, expected) in [
        (
            "More than half of Haiti's population of 11 million is now crammed into the city of Jacmel.",
            "More than half of Haiti's population of 11 million: population Jacmel 5500000",
        ),
        (
            "Eleven of the 40 miners were rescued.",
            "Eleven of the 40: - - 27.5",
        ),
        (
            "Israel said 130 hostages are unaccounted for out of the 253 taken.",
            "130 hostages are unaccounted for out of the 253: - - 51.4",
        ),
    ] {
        let reading = read(&Lexicon::english(), text);
        let derived: Vec<&Claim> = reading.claims.iter().filter(|c| c.is_derived()).collect();
        let shown = derived.iter().map(|claim| {
            let word = |field: &Option<Field<String>>| {
                field
                    .as_ref()
                    .map_or("-".to_owned(), |field| field.value.clone())
            };
            let number = claim.quantity.low.normalize();
            format!(
                "{}: {} {} {number}",
                claim.text,
                word(&claim.measure),
                word(&claim.place)
            )
        });
        assert_eq!(shown.collect::<Vec<_>>(), [expected]);
        let parents = derived.iter().flat_map(|claim| &claim.relations);
        let parents: Vec<_> = parents
            .map(|relation| (relation.kind, relation.to))
            .collect();
        let kind = RelationKind::DerivedFrom;
        assert_eq!(parents, [(kind, 0), (kind, 1)], "{text}");
    }
}

#[test]
fn a_place_before_a_comma_that_ends_the_text() {
    let place = |claim: &Claim| claim.place.as_ref().map(|place| place.value.clone());
    for text in [
        "Two people died in Tulsa,",
        "Two people died in Tulsa,\n\nMore.",
    ] {
        assert_eq!(claims(text, place), [Some("Tulsa".to_owned())], "{text}");
    }
    let long = format!(
        "Two people died in {}Tulsa.",
        "Springfield, Illinois, ".repeat(200)
    );
    assert_eq!(claims(&long, |_| ()).len(), 1);
}

#[test]
fn no_part_is_computed_of_more_than_all() {
    for text in ["150% of 40 people fled.", "Some -5% of 200 people fled."] {
        assert!(
            !read(&Lexicon::english(), text)
                .claims
                .iter()
                .any(Claim::is_derived),
            "{text}"
        );
    }
}
