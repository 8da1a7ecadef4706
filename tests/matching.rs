//! Which documents tell of one event, and which print one text.

use claimlint::claim::Reading;
use claimlint::document::plain;
use claimlint::extract;
use claimlint::lexicon::Lexicon;
use claimlint::matching::{Difference, Sign, Stories, Story};

fn readings(lexicon: &Lexicon, rows: &[(&str, &str)]) -> Vec<Reading> {
    let read = |(i, (day, text)): (usize, &(&str, &str))| {
        let (mut document, _) = plain(&format!("{i}.txt"), (*text).to_owned(), &lexicon.furniture);
        document.published = day.parse().ok();
        extract::read(document, lexicon)
    };
    rows.iter().enumerate().map(read).collect()
}

/// An agency's text of some length.
const AGENCY: &str = "Bus plunges into ravine near Cusco\n\nA bus carrying farm workers home from the potato harvest \
    plunged into a ravine near Cusco on Friday, killing 12 people, police said. The driver, who survived, told reporters \
    that the brakes had failed on the last bend before the village, where the road narrows and has no barrier. Rescuers \
    worked through the night with ropes and lamps to bring up the injured, who were taken to the regional hospital. \
    Residents have asked for years that the road be made wider, and the governor promised on Saturday that work would \
    begin before the rains.";

#[test]
fn copies_of_one_text_are_one_source() {
    let lexicon = Lexicon::english();
    let edited =
        AGENCY.replace("killing 12 people", "killing 14 people") + " Reporting by the desk.";
    let own = "Fourteen die as coach falls off Andean road\n\nFourteen people died when a coach fell off a mountain road in \
        Peru on Friday. It was the third such accident this year, and the transport ministry said that it would look at \
        the licences of all companies that drive on the route between the harvest valleys and the city.";
    let rows = [
        ("2024-05-03", AGENCY),
        ("2024-05-03", own),
        ("2024-05-04", edited.as_str()),
        ("2024-05-04", "Strike kills 12 in Rafah"),
        ("2024-05-04", "Strike kills 12 in Rafah"),
    ];
    let readings = readings(&lexicon, &rows);
    let stories = Stories::of(&readings, &lexicon.matching);
    let originals: Vec<usize> = (0..rows.len()).map(|r| stories.original(r)).collect();
    // Headlines are alike without being copies.
    assert_eq!(originals, [0, 1, 0, 3, 4]);
}

/// The story of the first claim of each document.
fn stories<'a>(readings: &'a [Reading], stories: &Stories) -> Vec<Option<Story<'a>>> {
    let first = |r: usize| stories.story(readings, r, 0);
    (0..readings.len()).map(first).collect()
}

#[test]
fn events_are_joined_by_what_is_shared() {
    let lexicon = Lexicon::english();
    let rows = [
        (
            "2024-05-03",
            "A car bomb killed 18 people at a market in Homs on Friday.",
        ),
        (
            "2024-05-03",
            "Twenty-four people died on Friday when a car bomb exploded at a market in Homs.",
        ),
        (
            "2024-05-03",
            "A car bomb killed seven people at a market in Aleppo on Friday.",
        ),
        ("2024-05-20", "A car bomb killed six people in Homs."),
        ("2024-05-03", "The war has killed 400,000 people in Syria."),
    ];
    let readings = readings(&lexicon, &rows);
    let known = Stories::of(&readings, &lexicon.matching);
    let told = stories(&readings, &known);
    assert_eq!(told[0], told[1]);
    assert_ne!(told[0], told[2]);
    assert_ne!(told[0], told[3]);
    assert_eq!(told[4], Some(Story::Campaign("Syria")));
    let evidence = |other: usize| known.evidence(&readings, (0, 0), (other, 0));
    let one = evidence(1).expect("both have an account");
    assert!(one.ruled_out.is_none());
    assert!(one.signs.iter().any(|(sign, _)| *sign == Sign::Day));
    assert_eq!(
        one.points,
        one.signs.iter().map(|(_, points)| points).sum::<i32>()
    );
    let town = evidence(2).expect("both have an account");
    assert_eq!(town.ruled_out, Some(Difference::Place));
    let later = evidence(3).expect("both have an account");
    assert_eq!(later.ruled_out, Some(Difference::Dates(17)));
}

/// Two events that one article keeps apart are two, whatever others say.
#[test]
fn events_of_one_document_are_never_joined() {
    let lexicon = Lexicon::english();
    let both = "A car bomb killed 18 people at a market in Homs on Friday. On 25 April a car bomb killed seven people at \
        the market in Homs.";
    let rows = [
        ("2024-05-03", both),
        (
            "2024-05-03",
            "A car bomb killed 18 people at a market in Homs on Friday.",
        ),
        (
            "2024-04-26",
            "A car bomb killed seven people at a market in Homs on 25 April.",
        ),
    ];
    let readings = readings(&lexicon, &rows);
    let known = Stories::of(&readings, &lexicon.matching);
    let of = |reading, claim| known.story(&readings, reading, claim);
    assert_eq!(of(0, 0), of(1, 0));
    assert_eq!(of(0, 1), of(2, 0));
    assert_ne!(of(0, 0), of(0, 1));
}

#[test]
fn no_documents_tell_of_nothing() {
    let lexicon = Lexicon::english();
    let known = Stories::of(&[], &lexicon.matching);
    assert_eq!(known.original(3), 3);
}
