use claimlint::checks::References;
use claimlint::document;
use claimlint::extract;
use claimlint::finding::{Finding, Severity};
use claimlint::lexicon::Lexicon;
use claimlint::rules::{self, RuleSet, check};
use jiff::civil::{Date, date};

use super::table_beside;

/// Texts are published on 14 February 2024.
const KNOWN: &str = "\
measure,place,population,as_of,low,high,source,note,published_wrong_on
displaced,Rafah,,2024-02-10,1200000,1300000,OCHA,,
population,Goma,,2024,2000000,,the census,,
population,Lakewood,,,152000,153000,the census,,
population,Rafah,,2019,190000,,PCBS,,
displaced,Khan Younis,,2024-01-10,300000,,OCHA,,
displaced,Khan Younis,,2024-03-10,100000,,OCHA,,
displaced,Deir al-Balah,,2023-06-01,90000,,OCHA,,
displaced,Jabalia,,2024-02-10,100000,,OCHA,,
displaced,Jabalia,,2024-02-10,140000,150000,UNRWA,,
displaced,Gaza,child,2024-02-10,850000,,UNICEF,,
killed,Gaza,,2024-02-12,28340,,the Gaza health ministry,,
killed,Ukraine,,2023-12-31,10000,,the UN,,
killed,Homs,,2024-02-14,24,,the police,,
killed,Lima,,2024-02-20,30,,the police,,
injured,Homs,,2024-02-14,60,70,the police,,
hostages_held,Gaza,,2024-02-10,130,,Israel,,
hostages_taken,Israel,,,253,,Israel,,
arrested,Paris,,2024-02-13,80,,the prefecture,,
noun:school,Kharkiv,,2024-02-01,47,,the region,,
voters,,,2024-02-14,55000000,,the electoral office,,
killed,Derna,,2024-01-05,11300,,the Desk,4 in 10 were counted twice,2024-01-05
population,Sderot,,,40000,,the Desk,,2023-11-02
displaced,Nyala,,,500000,600000,the Desk,,2023-11-02
hostages_held,Mali,,,42,,the Desk,,2024-02-14
killed,Ankara,,,17,,the Desk,,2024-02-01
";

#[test]
fn figures_fit_a_table_of_known_ones() {
    table_beside(
        "reference",
        KNOWN,
        &[
            (
                "About 1.5 million displaced people are sheltering in Rafah.",
                "displaced in Rafah: About 1.5 million, the table gives 1.2 to 1.3 million (OCHA, 10 Feb 2024; known.csv:2)",
            ),
            (
                "Some 1.7 million people have fled to Rafah.",
                "displaced in Rafah: Some 1.7 million, the table",
            ),
            (
                "More than 1.5 million people are displaced in Rafah, the mayor said.",
                "displaced in Rafah: More than 1.5",
            ),
            (
                "Around 120,000 displaced people are sheltering in Rafah.",
                "displaced in Rafah: Around 120,000",
            ),
            (
                "Fewer than 900,000 displaced people are sheltering in Rafah.",
                "displaced in Rafah: Fewer than 900,000",
            ),
            (
                "Goma is a city of 1 million people.",
                "population in Goma: 1 million, the table gives 2 million (the census, 2024;",
            ),
            (
                "Goma is home to 20 million people.",
                "population in Goma: 20 million",
            ),
            (
                "Lakewood is home to 125,000 people.",
                "population in Lakewood: 125,000, the table gives 152,000 to 153,000 (the census; known.csv:4)",
            ),
            (
                "In 2019, Rafah had a population of 250,000.",
                "population in Rafah: 250,000, the table gives 190,000 (PCBS, 2019;",
            ),
            (
                "About 500,000 displaced people are sheltering in Khan Younis.",
                "displaced in Khan Younis: About 500,000",
            ),
            (
                "Some 200,000 displaced people are sheltering in Jabalia.",
                "displaced in Jabalia: Some 200,000",
            ),
            (
                "Some 500,000 children have been displaced in Gaza.",
                "displaced (child) in Gaza Strip: Some 500,000",
            ),
            (
                "The war has killed about 20,000 people in Gaza, its health ministry says.",
                "killed in Gaza Strip: about 20,000, the table gives 28,340",
            ),
            (
                "The war has killed 6,500 people in Ukraine.",
                "killed in Ukraine: 6,500",
            ),
            (
                "A bomb killed 18 people in Homs on Wednesday, police said.",
                "killed in Homs: 18, the table gives 24 (the police, 14 Feb 2024;",
            ),
            (
                "A bomb wounded 45 people in Homs on Wednesday.",
                "injured in Homs: 45, the table gives 60 to 70",
            ),
            (
                "A fire killed 43 people in Lima on Tuesday.",
                "killed in Lima: 43, the table gives 30",
            ),
            (
                "Hamas still holds 103 hostages in Gaza.",
                "hostages held in Gaza Strip: 103",
            ),
            (
                "Militants took 235 hostages in Israel in the attack.",
                "hostages taken in Israel: 235",
            ),
            (
                "Police arrested 56 people in Paris on Tuesday.",
                "arrested in Paris: 56",
            ),
            (
                "The flood killed 11,300 people in Derna in September.",
                "killed in Derna: 11,300, this figure was corrected: published wrong on 5 Jan 2024 (the Desk, 5 Jan 2024; known.csv:22)",
            ),
            (
                "Some 40,000 people live in Sderot.",
                "population in Sderot: Some 40,000, this figure was corrected",
            ),
            (
                "Between 500,000 and 600,000 people have fled to Nyala.",
                "displaced in Nyala: Between 500,000 and 600,000, this figure",
            ),
        ],
        &[
            "About 1.3 million displaced people are sheltering in Rafah.",
            "More than 1.2 million displaced people are sheltering in Rafah.",
            "Nearly 1.3 million displaced people are sheltering in Rafah.",
            "About 1.5 million displaced people were sheltering in Rafah before the war.",
            "Some 1.5 million displaced people may be sheltering in Rafah by summer.",
            "About 1.5 million displaced people are sheltering in Gaza City.",
            "Some 600,000 displaced children are sheltering in Rafah.",
            "\"About 1.5 million displaced people are sheltering in Rafah,\" he said.",
            "Goma is a city of about 2 million people.",
            "In 2012, Goma was a city of 1 million people.",
            "Lakewood is home to about 150,000 people.",
            "In 2015, Rafah had a population of 150,000.",
            "About 200,000 displaced people are sheltering in Khan Younis.",
            "Some 60,000 displaced people are sheltering in Deir al-Balah.",
            "Some 145,000 displaced people are sheltering in Jabalia.",
            "Some 850,000 children have been displaced in Gaza.",
            "The war has killed more than 28,000 people in Gaza, its health ministry says.",
            "The war has killed about 29,000 people in Gaza, its health ministry says.",
            "The war has killed more than 20,000 people in Gaza.",
            "An air strike killed 12 people in Gaza on Monday.",
            "The strikes killed 133 people in Gaza in the past 24 hours.",
            "A bomb killed 24 people in Homs on Wednesday, police said.",
            "A bomb killed at least 20 people in Homs on Wednesday, police said.",
            "A bomb killed dozens of people in Homs on Wednesday.",
            "A fire killed 20 people in Lima on Tuesday.",
            "The number of people displaced in Rafah fell to 1.3 million from 1.5 million.",
            "The flood killed more than 5,000 people in Derna in September.",
            "Fewer than 40,000 people live in Sderot.",
            "Some 550,000 people have fled to Nyala.",
            "Militants still hold 42 hostages in Mali.",
            "A bomb killed 17 people in Ankara on Tuesday.",
        ],
    );
}

/// The severities of the findings of the rule in a text, notes and all, and the reasons.
fn told(known: &str, text: &str, published: Option<Date>) -> Vec<(Severity, String, usize)> {
    let lexicon = Lexicon::english();
    let rules = RuleSet {
        references: References::new(rules::table("known.csv", known, &lexicon).rows),
        ..RuleSet::builtin(&lexicon)
    };
    let (mut document, _) = document::plain("a.txt", text.to_owned(), &lexicon.furniture);
    document.published = published;
    let found = check(&[extract::read(document, &lexicon)], &rules).findings;
    let of_rule = found.into_iter().filter(|f| f.rule == "reference");
    of_rule
        .map(|f| (f.severity, f.why, f.locations.len()))
        .collect()
}

#[test]
fn what_cannot_be_told_for_sure_is_a_note() {
    let day = Some(date(2024, 2, 14));
    for (text, published, why) in [
        (
            "About 1.5 million displaced people are sheltering in Rafah.",
            None,
            "the text has no date, and the two may hold at different times",
        ),
        (
            "\"About 1.5 million displaced people are sheltering in Rafah,\" he said.",
            day,
            "the two hold at different times",
        ),
        (
            "More than 1.2 million displaced people are sheltering in Rafah.\n\n\
             The mayor put it at 1.5 million displaced people in Rafah.",
            day,
            "the text gives the figure of the table as well",
        ),
        (
            "A bomb killed more than 18 people in Homs on Wednesday.",
            day,
            "the count is told as a floor",
        ),
    ] {
        let found = told(KNOWN, text, published);
        assert_eq!(found, [(Severity::Note, why.to_owned(), 1)], "{text}");
    }
}

#[test]
fn a_figure_that_a_text_repeats_is_one_finding() {
    let text = "1.5 million displaced in Rafah\n\nSome 1.5 million displaced people are sheltering in Rafah.";
    let found = told(KNOWN, text, Some(date(2024, 2, 14)));
    let why = "the two hold at different times".to_owned();
    assert_eq!(found, [(Severity::Warning, why, 2)]);
}

#[test]
fn an_error_returns_after_the_day_it_was_published() {
    let known =
        "measure,place,low,source,published-wrong-on\nkilled,Derna,11300,the Desk,2024-01-05\n";
    let text = "The flood killed 11,300 people in Derna in September.";
    for (published, times) in [
        (Some(date(2024, 1, 4)), 0),
        (Some(date(2024, 1, 5)), 0),
        (Some(date(2024, 1, 6)), 1),
        (None, 1),
    ] {
        assert_eq!(told(known, text, published).len(), times, "{published:?}");
    }
}

/// Any of several counts may be right, and a figure may lie between those before and after it.
#[test]
fn rows_of_one_thing_are_looked_at_together() {
    let known = "measure,place,as-of,low,source\n\
                 displaced,Goma,2024-01-20,100000,A\ndisplaced,Goma,2024-02-28,300000,A\n";
    let day = Some(date(2024, 2, 14));
    for (figure, times) in [
        ("200,000", 0),
        ("300,000", 0),
        ("80,000", 1),
        ("400,000", 1),
    ] {
        let text = format!("Some {figure} displaced people are sheltering in Goma.");
        assert_eq!(told(known, &text, day).len(), times, "{text}");
    }
}

#[test]
fn another_finding_on_the_same_figure_is_kept() {
    let text =
        "Flood kills 31 in Manila\n\nThe flood killed 26 people in Manila on Monday, police said.";
    let known = "measure,place,low,source\nkilled,Manila,29,the city\n";
    let lexicon = Lexicon::english();
    let (document, _) = document::plain("a.txt", text.to_owned(), &lexicon.furniture);
    let readings = [extract::read(document, &lexicon)];
    let mut rules = RuleSet::builtin(&lexicon);
    let without = check(&readings, &rules).findings;
    rules.references = References::new(rules::table("known.csv", known, &lexicon).rows);
    let with = check(&readings, &rules).findings;
    let others: Vec<Finding> = with.into_iter().filter(|f| f.rule != "reference").collect();
    assert_eq!(others, without);
}
