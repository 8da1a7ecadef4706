//! Moving a paragraph that stands by itself changes nothing that is recorded.

use std::sync::LazyLock;

use claimlint::document::plain;
use claimlint::extract;
use claimlint::lexicon::Lexicon;
use claimlint::snapshot::{Record, Snapshot, file::File, records};
use proptest::prelude::*;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::english);

/// Each with its own place and speaker, and no word that takes up what was told before.
const PARAGRAPHS: [&str; 7] = [
    "The mayor of Lima said 12 people were killed in Lima on 3 February 2024.",
    "The governor of Goma said some 45,000 people are sheltering in Goma.",
    "Police in Manila said 26 people were injured in Manila on 5 February 2024.",
    "Some 1.5 million people live in Rafah, according to the UN.",
    "The coastguard of Malta said 61 people were missing in Malta on 7 February 2024.",
    "Nothing was said of it.",
    "The army said 40 soldiers were killed in Aleppo on 8 February 2024.",
];

fn recorded(paragraphs: &[&str]) -> (Vec<Record>, Vec<usize>) {
    let text = format!(
        "Date: 2024-02-14\n\nThe week\n\n{}\n",
        paragraphs.join("\n\n")
    );
    let (document, _) = plain("a.txt", text, &LEXICON.furniture);
    records(&extract::read(document, &LEXICON), false)
        .into_iter()
        .unzip()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(60) })]

    #[test]
    fn moved_paragraphs_claim_the_same(
        (some, moved) in prop::sample::subsequence(PARAGRAPHS.to_vec(), 1..=PARAGRAPHS.len())
            .prop_flat_map(|some| (Just(some.clone()), Just(some).prop_shuffle())),
    ) {
        let (claims, lines) = recorded(&some);
        let (claims_moved, lines_moved) = recorded(&moved);
        prop_assert_eq!(&claims, &claims_moved);
        prop_assert_eq!(claims.len(), some.iter().filter(|text| text.contains(char::is_numeric)).count());
        prop_assert!(some == moved || claims.len() < 2 || some.len() > claims.len() || lines != lines_moved);
        let file = File { source: "a.txt".to_owned(), row: None, snapshot: Snapshot { all: false, claims } };
        let read = File::read("a.txt.snap", file.text().into_bytes());
        prop_assert_eq!(read, Ok(file));
    }
}
