//! What holds for every text: nothing panics, spans are in order and quote the text, paragraphs are read apart, a
//! text reads the same twice, and a number that is printed reads back as itself.

use claimlint::claim::{Claim, Reading};
use claimlint::lexicon::Lexicon;
use claimlint::quantity::{Bound, Decimal, Dimension, LARGEST, Quantity};
use proptest::prelude::*;

use crate::{read, written};

/// What sentences with figures are made of.
const WORDS: &str = "by|about|more than|at least|up to|between|nearly|no|some|only|an estimated|1.5|1,200|18|253|0|2024|\
    3-2|10:30|-5|12%|$3.4m|25k|007|1,5,00|half|a third|one in five|dozens|tens of thousands|several hundred|a couple|\
    million|hundred|and|or|to|seven|twenty-six|two|km|years old|people|children|others|more|hostages|homes|soldiers|\
    the|of|of the|out of the|killed|injured|missing|displaced|sheltering|population|home to|were|including|Rafah|\
    in Aleppo|the Gaza Strip's|Israel|police said|according to the UN|he said|on Tuesday|before the war|\
    3 March 2024|rose by|fell|up|from|doubled|a 5% increase|per cent|percentage points|a barrel|per 100,000|ft|in|12,50|\
    ⅝|2 1/2|and a half|forty-five (45)|minus|±|−5|sixfold|aged|,|10|100|thousand|£|USD|if|may|denied that|so far|.|. |,|;|\"|“|”|'|’s|(|)|-|–|—|…|!|\u{a0}|😀|é|\u{301}|€|½|１２|٣|ß";

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
    let dates = reading.dates.iter().map(|date| &date.span);
    let names = reading.names.iter().map(|name| &name.span);
    let speakers = reading.speakers.iter().map(|speaker| &speaker.span);
    for span in dates.chain(names).chain(speakers) {
        prop_assert!(text.get(span.clone()).is_some(), "{:?}", span);
    }
    let mut last = 0;
    for sentence in &reading.sentences {
        prop_assert!(last <= sentence.span.start && text.get(sentence.span.clone()).is_some());
        last = sentence.span.end;
    }
    Ok(())
}

/// What stands in the text and how it is read, by itself: whether it was said before depends on what comes first.
fn figures(lexicon: &Lexicon, text: &str) -> Vec<(String, Quantity)> {
    let figure = |claim: &Claim| {
        let quantity = Quantity {
            echoes: false,
            ..claim.quantity.clone()
        };
        (claim.text.clone(), quantity)
    };
    written(&read(lexicon, text)).map(figure).collect()
}

/// A number as it is printed, with its value.
#[derive(Debug, Clone)]
struct Printed {
    text: String,
    value: Decimal,
}

/// Any exact decimal of up to 24 digits, with or without separators, with or without a scale.
fn in_digits() -> impl Strategy<Value = Printed> {
    let digits = prop_oneof![
        3 => 0..10_000_u128,
        2 => 0..100_000_000_u128,
        2 => 0..1_000_000_000_000_000_000_000_000_u128,
    ];
    let separators = ["", "", ",", "\u{a0}", "\u{202f}", "\u{2009}", " "];
    let scales = [
        ("", 0),
        ("", 0),
        ("", 0),
        ("k", 3),
        ("m", 6),
        ("bn", 9),
        (" thousand", 3),
        (" lakh", 5),
        (" million", 6),
        ("-million", 6),
        (" crore", 7),
        (" billion", 9),
        (" trillion", 12),
    ];
    (
        digits,
        0..24_u32,
        prop::bool::ANY,
        prop::sample::select(separators.to_vec()),
        prop::sample::select(scales.to_vec()),
    )
        .prop_filter_map("is read as something else", |parts| {
            let (digits, places, is_whole, separator, (scale, zeros)) = parts;
            let places = if is_whole { 0 } else { places };
            let digits = i128::try_from(digits).ok()?;
            let number = Decimal::try_from_i128_with_scale(digits, places).ok()?;
            let value = number.checked_mul(Decimal::from(10_u64.pow(zeros)))?;
            let text = number.to_string();
            let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
            // Four digits without a separator may be a year, 911 a telephone number.
            let is_plain = separator.is_empty() && decimals.is_empty();
            let is_apart = scale.is_empty() || scale.starts_with([' ', '-']);
            let is_year = is_plain && is_apart && (1400..=2100).contains(&digits);
            let point = if decimals.is_empty() { "" } else { "." };
            let text = format!("{}{point}{decimals}{scale}", grouped(whole, separator));
            let is_call = separator != "," && text.starts_with("911");
            (value < LARGEST && !is_year && !is_call).then_some(Printed { text, value })
        })
}

/// With a separator between every three digits.
fn grouped(digits: &str, separator: &str) -> String {
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push_str(separator);
        }
        out.push(digit);
    }
    out
}

/// Any whole number below a million, in English words.
fn in_words() -> impl Strategy<Value = Printed> {
    let number = prop_oneof![0..130_u32, 0..1_000_000_u32];
    let joints = prop::sample::select(vec!["-", " "]);
    (number, joints, prop::bool::ANY, prop::bool::ANY).prop_map(|(number, joint, and, capital)| {
        let and = if and { " and " } else { " " };
        let mut text = words_of(number, joint, and);
        if capital {
            text[..1].make_ascii_uppercase();
        }
        Printed {
            text,
            value: number.into(),
        }
    })
}

fn words_of(number: u32, joint: &str, and: &str) -> String {
    const SMALL: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 10] = [
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ];
    let name = |names: &[&str], i: u32| names[usize::try_from(i).unwrap_or(0)].to_owned();
    let (high, low, gap, unit) = match number {
        0..20 => return name(&SMALL, number),
        20..100 => (name(&TENS, number / 10), number % 10, joint, ""),
        100..1000 => (name(&SMALL, number / 100), number % 100, and, " hundred"),
        _ => {
            let low = number % 1000;
            // "five thousand and two", but "five thousand two hundred"
            let gap = if low < 100 { and } else { " " };
            (words_of(number / 1000, joint, and), low, gap, " thousand")
        }
    };
    match low {
        0 => format!("{high}{unit}"),
        _ => format!("{high}{unit}{gap}{}", words_of(low, joint, and)),
    }
}

thread_local! {
    /// Compiled once: the lexicon is larger than a text.
    static ENGLISH: Lexicon = Lexicon::english();
    /// The same, compiled again.
    static AGAIN: Lexicon = Lexicon::english();
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

    #[test]
    fn a_text_reads_the_same_twice(text in article()) {
        let one = ENGLISH.with(|lexicon| read(lexicon, &text));
        let other = AGAIN.with(|lexicon| read(lexicon, &text));
        prop_assert_eq!(one.claims, other.claims);
        prop_assert_eq!(one.sentences, other.sentences);
        prop_assert_eq!(one.events, other.events);
    }

    #[test]
    fn a_printed_number_reads_back_as_itself(
        printed in prop_oneof![2 => in_digits(), 1 => in_words()],
        at_start in prop::bool::ANY,
    ) {
        let text = if at_start {
            format!("{} crates were shipped.", printed.text)
        } else {
            format!("The depot holds {} crates.", printed.text)
        };
        let reading = ENGLISH.with(|lexicon| read(lexicon, &text));
        let found: Vec<_> = reading.claims.iter().map(|claim| {
            let q = &claim.quantity;
            (&reading.document.text()[claim.span.clone()], q.low, q.high, q.dimension)
        }).collect();
        let expected = (printed.text.as_str(), printed.value, printed.value, Dimension::Count);
        prop_assert_eq!(&found, &[expected], "{}", text);
        prop_assert_eq!(reading.claims[0].quantity.bound, Bound::None);
    }
}
