//! The table with the hashtags of the Humanitarian Exchange Language.

use std::collections::BTreeSet;

use super::{reading, written};
use crate::claim::{Reading, Sentence};
use crate::document::Section;
use crate::report::claims_csv::Rows;
use crate::report::hxl::write;

const TEXT: &str = "Some 45,000 people\nare in \u{202e}Goma; 12 died.";

fn sample() -> Reading {
    let mut sample = reading("a.txt", TEXT, &["45,000", "12"]);
    sample.document.url = Some("https://post.example/goma?a=1".to_owned());
    // A figure without a measure is a row as well.
    sample.claims[1].measure = None;
    sample.sentences.push(Sentence {
        span: 0..TEXT.len(),
        section: Section::Lede,
        repeats: None,
        adds: false,
        marks: Vec::new(),
    });
    sample
}

/// The rows, header and hashtags first.
fn rows(readings: &[Reading]) -> Vec<Vec<String>> {
    let text = written(|out| write(out, readings.iter().zip(&vec![true; readings.len()])));
    let rows = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
        .into_records();
    rows.map(|row| row.expect("CSV").iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn every_figure_is_a_row_below_the_names_and_the_hashtags() {
    let rows = rows(&[sample(), reading("b.txt", "9", &["9"])]);
    assert_eq!(rows.len(), 2 + 3);
    let widths: BTreeSet<usize> = rows.iter().map(Vec::len).collect();
    assert_eq!(widths.len(), 1, "{widths:?}");
    let more: Vec<&[String]> = rows.iter().map(|row| &row[row.len() - 2..]).collect();
    assert_eq!(more[0], ["sentence", "url"]);
    assert_eq!(more[1], ["#description+quote", "#meta+url"]);
    let sentence = "Some 45,000 people are in \u{fffd}Goma; 12 died.";
    assert_eq!(more[2], [sentence, "https://post.example/goma?a=1"]);
    assert_eq!(more[3], more[2]);
    assert_eq!(more[4], ["9", ""]);
}

#[test]
fn the_cells_are_those_of_the_other_table_but_for_open_ends() {
    let plain = written(|out| {
        let mut rows = Rows::new(out)?;
        rows.write(&sample(), true)?;
        rows.flush()
    });
    let plain = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(plain.as_bytes())
        .into_records();
    let plain: Vec<Vec<String>> = plain
        .map(|row| row.expect("CSV").iter().map(str::to_owned).collect())
        .collect();
    let mut tagged = rows(&[sample()]);
    tagged.remove(1);
    let mut open = 0;
    for (plain, tagged) in plain.iter().zip(&tagged) {
        let mut plain = plain.clone();
        // "More than 45,000" has no highest value.
        if plain[9] == "more_than" {
            plain[8].clear();
            open += 1;
        }
        assert_eq!(plain[..], tagged[..plain.len()]);
    }
    assert!(open > 0, "the sample has an open end");
}

#[test]
fn hashtags_are_of_the_core_dictionary_and_of_one_column_each() {
    // Those of version 1.1 that a table of figures may have.
    const CORE: [&str; 5] = ["#date", "#description", "#indicator", "#loc", "#meta"];
    let is_word = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_lowercase())
            && word
                .bytes()
                .all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'_'))
    };
    let mut seen = BTreeSet::new();
    for hashtag in &rows(&[])[1] {
        let mut parts = hashtag.split('+');
        let core = parts.next().expect("a part");
        assert!(CORE.contains(&core), "{hashtag}");
        // The order of attributes means nothing.
        let attributes: BTreeSet<&str> = parts.clone().collect();
        assert_eq!(attributes.len(), parts.count(), "{hashtag}");
        assert!(attributes.iter().all(|word| is_word(word)), "{hashtag}");
        assert!(
            seen.insert((core.to_owned(), format!("{attributes:?}"))),
            "{hashtag} twice"
        );
    }
}

#[test]
fn what_an_article_says_is_no_formula_and_no_script() {
    let mut sample = reading("a.txt", "=1+45,000", &["45,000"]);
    sample.sentences.push(Sentence {
        span: 0..9,
        section: Section::Lede,
        repeats: None,
        adds: false,
        marks: Vec::new(),
    });
    sample.document.url = Some("javascript:alert(1)".to_owned());
    let rows = rows(&[sample]);
    assert_eq!(rows[2][29..], ["'=1+45,000", ""]);
}
