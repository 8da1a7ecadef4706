//! Numbers that are no figures, kind by kind, in sentences written for this test: nothing is read in any of them.

use claimlint::lexicon::Lexicon;

use crate::read;

fn reads_nothing(sentences: &[&str]) {
    let lexicon = Lexicon::english();
    for sentence in sentences {
        let reading = read(&lexicon, sentence);
        let found: Vec<&str> = reading
            .claims
            .iter()
            .map(|claim| claim.text.as_str())
            .collect();
        assert_eq!(found, [""; 0], "{sentence}");
    }
}

#[test]
fn years_decades_and_seasons() {
    reads_nothing(&[
        "The bridge opened in 1987.",
        "The band toured in the 1970s.",
        "The club won nothing in 2015–16.",
        "She retired in the summer of 2008.",
        "The disco years were the '70s.",
        "The mid-1980s were mild.",
        "From 1914 to 1918 the mill stood idle.",
        "The 2004 final was long.",
    ]);
}

#[test]
fn dates_and_days() {
    reads_nothing(&[
        "The fair opens on 3 June.",
        "The fair opens on Aug. 17.",
        "The hearing is set for 14-16 March.",
        "The fair runs 11–13 May.",
        "The deadline is 2024-05-31.",
        "The treaty was signed on November 30, 1999.",
        "The attacks of 9/11 changed travel.",
        "The Sept. 11 attacks were studied.",
    ]);
}

#[test]
fn clock_times() {
    reads_nothing(&[
        "The gates open at 6.15pm.",
        "The flight left at 2345 GMT.",
        "Doors close at 11 a.m. sharp.",
        "The bells ring at 7 o'clock.",
        "The show starts at 19:30.",
        "Between 9 a.m. and 5 p.m. the pool is shut.",
    ]);
}

#[test]
fn ordinals() {
    reads_nothing(&[
        "The 14th amendment was quoted.",
        "A third-party vendor was blamed.",
        "Sales slipped in the third quarter.",
        "She came 5th in the race.",
        "The choir marked its twentieth anniversary.",
        "The second half was dull.",
        "The fifth-largest town is here.",
    ]);
}

#[test]
fn names_and_models() {
    reads_nothing(&[
        "The FTSE 100 closed early.",
        "An Airbus 320 was grounded.",
        "A Boeing 737-800 was sold.",
        "Viewers of Channel 5 complained.",
        "Drivers on Route 44 were delayed.",
        "The G20 met again.",
        "An F-35 flew past.",
        "The town has 5G masts.",
        "The Covid-19 rules ended.",
        "The U-21 side drew.",
        "Formula One returns.",
        "Apollo 13 is a film.",
        "The Six Nations began.",
        "A Category 4 hurricane hit.",
    ]);
}

#[test]
fn scores_and_votes() {
    reads_nothing(&[
        "Rovers beat City 3–1.",
        "The game ended 77–77.",
        "The council voted 8-4 against it.",
        "She won 6-4, 7-5.",
        "The 2-0 win was easy.",
    ]);
}

#[test]
fn addresses_sections_pages_and_articles() {
    reads_nothing(&[
        "Article 9 forbids it.",
        "The council cited Section 12.",
        "See page 47.",
        "She sat in row 14.",
        "Chapter 7 applies.",
        "Resolution 1973 was adopted.",
        "He lives at 18 Mill Lane.",
        "Room 101 was empty.",
    ]);
}

#[test]
fn telephone_numbers_addresses_of_machines_and_codes() {
    reads_nothing(&[
        "Call 020 7946 0123.",
        "Call +44 20 7946 0018.",
        "Call 212-555-0147 today.",
        "The server is 192.168.1.20.",
        "See https://example.org/2021/45.",
        "Write to desk42@example.org.",
        "The update is version 4.12.3.",
        "The file is ABC-1234.",
        "The flaw is tracked as CVE-2021-4034.",
        "Parcel #12345 was lost.",
    ]);
}

#[test]
fn one_as_a_pronoun() {
    reads_nothing(&[
        "No one came.",
        "Which one is cheaper?",
        "The one that sank was old.",
        "They helped one another.",
        "One of the ferries was late.",
        "This one is mine.",
        "One by one they left.",
        "Another one left.",
    ]);
}

#[test]
fn words_that_only_look_like_numbers() {
    reads_nothing(&[
        "Wait a second.",
        "They may leave.",
        "The march began.",
        "The second choir sang.",
        "The dollar fell.",
        "The pound weakened against the euro.",
        "The yen was steady.",
    ]);
}

#[test]
fn set_phrases() {
    reads_nothing(&[
        "Flags flew at half-staff.",
        "Their bread is second to none.",
        "There are a million reasons to stay.",
        "The channel carries 24-hour news.",
        "It was a zero-sum game.",
        "The odds were fifty-fifty.",
        "The half-time show was cut.",
        "At one point the lights failed.",
    ]);
}

/// What surrounds an article says nothing.
#[test]
fn bylines_and_credits() {
    for line in [
        "Copyright 2024 The 12 Papers Ltd. All rights reserved.",
        "© 2023 Harbour News, 4 Quay Street",
        "Photo credit: Jon Vale, 12 boats at dawn",
        "Read more: 12 boats lost",
        "Follow us on our 3 channels",
    ] {
        let text =
            format!("Ferry returns\n\nThe ferry is back in port.\n\nIt will sail on.\n\n{line}");
        reads_nothing(&[&text]);
    }
}
