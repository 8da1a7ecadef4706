//! What must hold for every figure, up to the largest that is read.

use claimlint::quantity::{
    Agreement, Bound, Decimal, Dimension, Form, Interval, Quantity, compare, in_words,
    written_difference,
};
use proptest::prelude::*;

use crate::{TOLERANCE, figure};

/// A numeral above zero, up to the largest that is read, with the granularity that its digits show.
fn numeral() -> impl Strategy<Value = (Decimal, Decimal)> {
    let digits = prop_oneof![1..200_u128, 1..2_000_000_u128, 1..(1_u128 << 80)];
    (digits, 0..25_u32, prop::bool::ANY).prop_map(|(digits, scale, whole)| {
        let scale = if whole { 0 } else { scale };
        let digits = i128::try_from(digits).unwrap_or(1);
        let number = Decimal::from_i128_with_scale(digits, scale);
        let mut place = 1;
        while digits % (place * 10) == 0 {
            place *= 10;
        }
        (number, Decimal::from_i128_with_scale(place, scale))
    })
}

fn any_quantity() -> impl Strategy<Value = Quantity> {
    use Bound::{About, AtLeast, AtMost, Exactly, LessThan, MoreThan, Nearly, None};
    let bounds = vec![
        Exactly, None, About, Nearly, MoreThan, AtLeast, LessThan, AtMost,
    ];
    let dimensions = vec![Dimension::Count, Dimension::Percent, Dimension::Money];
    let bound = prop::sample::select(bounds);
    (
        numeral(),
        numeral(),
        bound,
        prop::sample::select(dimensions),
        0..8_u8,
    )
        .prop_map(|((n, granularity), (m, _), bound, dimension, form)| {
            let ends = (n.min(m), n.max(m));
            let number = Form::Number { granularity };
            let derived = Form::Derived(Interval::closed(ends.0, ends.1));
            match form {
                0 => figure(Bound::Between, ends.0, ends.1, dimension, number),
                1 => figure(Bound::Between, ends.0, ends.1, dimension, Form::Vague),
                2 => figure(bound, n, n, dimension, Form::Fraction),
                3 => figure(bound, n, n, dimension, derived),
                _ => figure(bound, n, n, dimension, number),
            }
        })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4000) })]

    #[test]
    fn comparing_is_symmetric(a in any_quantity(), b in any_quantity()) {
        prop_assert_eq!(compare(&a, &b, TOLERANCE), compare(&b, &a, TOLERANCE));
        prop_assert_eq!(written_difference(&a, &b), written_difference(&b, &a));
    }

    #[test]
    fn a_figure_is_consistent_with_itself(a in any_quantity()) {
        prop_assert_eq!(compare(&a, &a, Decimal::ZERO), Agreement::Consistent);
    }

    #[test]
    fn the_words_allow_what_a_reader_takes(a in any_quantity()) {
        let literal = a.literal();
        if let Some(conventional) = a.conventional() {
            if let (Some(outer), Some(inner)) = (literal.low, conventional.low) {
                prop_assert!(outer <= inner, "{:?} {:?}", literal, conventional);
            }
            if let (Some(outer), Some(inner)) = (literal.high, conventional.high) {
                prop_assert!(inner <= outer, "{:?} {:?}", literal, conventional);
            }
            prop_assert!(conventional.contains(a.low) && conventional.contains(a.high));
        }
    }

    #[test]
    fn numbers_in_words_have_the_digits_of_the_number(parts in numeral()) {
        let words = in_words(parts.0);
        let (digits, scale) = words.split_once(' ').unwrap_or((&words, ""));
        let scale = match scale {
            "trillion" => 12,
            "billion" => 9,
            "million" => 6,
            _ => 0,
        };
        let scale = Decimal::from(10_u64.pow(scale));
        let read: Decimal = digits.replace(',', "").parse().unwrap_or(Decimal::NEGATIVE_ONE);
        prop_assert_eq!(read * scale, parts.0, "{}", words);
    }
}
