//! What holds for every text: nothing panics, spans are in order and quote the text, paragraphs are read apart.

use claimlint::claim::{Claim, Reading};
use claimlint::lexicon::Lexicon;
use claimlint::quantity::{Bound, Decimal};
use proptest::prelude::*;

use crate::{read, written};

/// What sentences with figures are made of.
const WORDS: &str = "about|more than|at least|up to|between|nearly|no|some|only|an estimated|1.5|1,200|18|253|0|2024|\
    3-2|10:30|-5|12%|$3.4m|25k|007|1,5,00|half|a third|one in five|dozens|tens of thousands|several hundred|a couple|\
    million|hundred|and|or|to|seven|twenty-six|two|km|years old|people|children|others|more|hostages|homes|soldiers|\
    the|of|of the|out of the|killed|injured|missing|displaced|sheltering|population|home to|were|including|Rafah|\
    in Aleppo|the Gaza Strip's|Israel|police said|according to the UN|he said|on Tuesday|before the war|\
    3 March 2024|if|may|denied that|so far|.|. |,|;|\"|“|”|'|’s|(|)|-|–|—|…|!|\u{a0}|😀|é|\u{301}|€|½|１２|٣|ß";

/// A few of them strung together on one line.
fn words() -> impl Strategy<Value = String> {
    let known = prop::sample::select(WORDS.split('|').collect::<Vec<_>>());
    let digits = (0..u64::MAX, 0..20_u32).prop_map(|(n, cut)| (n / 10_u64.pow(cut)).to_string());
    let piece = prop_oneof![8 => known.prop_map(str::to_owned), 1 => digits];
    let spaced = (piece, prop::sample::select(vec![" ", " ", " ", ""]))
        .prop_map(|(piece, space)| piece + space);
    prop::collection::vec(spaced, 1..30).prop_map(|pieces| pieces.concat())
}

/// The same, over several lines and paragraphs.
fn article() -> impl Strategy<Value = String> {
    let joint = prop::sample::select(vec![
        "\n",
        "\n\n",
        "\r\n",
        "\r\n\r\n",
        "\n- ",
        "\t",
        "\n\nPhoto: ",
    ]);
    prop::collection::vec((words(), joint), 1..5).prop_map(|lines| {
        lines
            .into_iter()
            .map(|(line, joint)| line + joint)
            .collect()
    })
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn holds_together(reading: &Reading) -> Result<(), TestCaseError> {
    let text = reading.document.text();
    for (i, claim) in reading.claims.iter().enumerate() {
        prop_assert_eq!(claim.number, i + 1);
        let words = text.get(claim.span.clone());
        prop_assert_eq!(
            words.map(folded),
            Some(claim.text.clone()),
            "{:?}",
            claim.span
        );
        prop_assert!(!claim.text.is_empty());
        let sentence = reading
            .sentences
            .get(claim.sentence)
            .map(|sentence| &sentence.span);
        let inside =
            sentence.is_some_and(|s| s.start <= claim.span.start && claim.span.end <= s.end);
        prop_assert!(inside, "{:?} in {:?}", claim.span, sentence);
        prop_assert!(
            claim
                .event
                .is_none_or(|event| event.value < reading.events.len())
        );
        prop_assert!(
            claim
                .relations
                .iter()
                .all(|link| link.to < reading.claims.len() && link.to != i)
        );
        prop_assert!(claim.quantity.low <= claim.quantity.high || claim.is_derived());
    }
    let mut last = 0;
    for claim in written(reading) {
        prop_assert!(last <= claim.span.start, "{:?} after {}", claim.span, last);
        last = claim.span.end;
    }
    let mut last = 0;
    for sentence in &reading.sentences {
        prop_assert!(last <= sentence.span.start && text.get(sentence.span.clone()).is_some());
        last = sentence.span.end;
    }
    Ok(())
}

type Figure = (String, Decimal, Decimal, Bound);

fn figures(lexicon: &Lexicon, text: &str) -> Vec<Figure> {
    let figure = |claim: &Claim| {
        let quantity = &claim.quantity;
        (
            claim.text.clone(),
            quantity.low,
            quantity.high,
            quantity.bound,
        )
    };
    written(&read(lexicon, text)).map(figure).collect()
}

thread_local! {
    /// Compiled once: the lexicon is larger than a text.
    static ENGLISH: Lexicon = Lexicon::english();
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1500) })]

    #[test]
    fn any_string_is_read(text in any::<String>()) {
        ENGLISH.with(|lexicon| holds_together(&read(lexicon, &text)))?;
    }

    #[test]
    fn any_article_is_read(text in article()) {
        ENGLISH.with(|lexicon| holds_together(&read(lexicon, &text)))?;
    }

    // The first of two paragraphs may be a headline, which changes what its figures mean, not what they are.
    #[test]
    fn paragraphs_are_read_apart(one in words(), other in words()) {
        ENGLISH.with(|lexicon| {
            let apart = [figures(lexicon, &one), figures(lexicon, &other)].concat();
            let joined = format!("{one}\n\n{other}");
            prop_assert_eq!(figures(lexicon, &joined), apart);
            Ok(())
        })?;
    }
}
