//! Charts hold every figure where its day and value say.

use claimlint::document::Date;
use claimlint::quantity::{Bound, Decimal, Dimension, Form, LARGEST, Quantity};
use claimlint::report::chart::{Bar, Look, Mark, Plot, bars, timeline};
use proptest::prelude::*;

pub fn quantity(low: Decimal, high: Decimal, bound: Bound) -> Quantity {
    Quantity {
        low,
        high,
        bound,
        trend: None,
        dimension: Dimension::Count,
        unit: None,
        form: Form::Number {
            granularity: Decimal::ONE,
        },
        echoes: false,
    }
}

fn mark<'a>(source: &str, day: Date, quantity: &'a Quantity) -> Mark<'a> {
    Mark {
        claim: "0:c1".to_owned(),
        source: source.to_owned(),
        figure: quantity.low.to_string(),
        day,
        quantity,
    }
}

fn drawn(marks: &[Mark<'_>]) -> String {
    let plot = Plot {
        id: "t1",
        title: "A title",
        desc: "What it shows",
        axis: "killed",
        marks,
        look: Look::InPage,
    };
    timeline(&plot).unwrap()
}

/// The value of an attribute of each element of a class.
fn attributes(svg: &str, class: &str, name: &str) -> Vec<String> {
    let open = format!("<g class=\"{class}\"");
    let of = |part: &str| {
        let tag = part.split('>').next()?;
        let value = tag.split(&format!(" {name}=\"")).nth(1)?;
        Some(value.split('"').next()?.to_owned())
    };
    svg.split(&open)
        .skip(1)
        .map(|part| of(part).unwrap_or_default())
        .collect()
}

/// Where the marks of a timeline are drawn.
fn places(svg: &str) -> Vec<(Decimal, Decimal)> {
    let marks = svg.split("<g class=\"mark\"").skip(1);
    let place = |part: &str| {
        // The shape comes behind its whisker.
        let inside = part.split("</g>").next().unwrap();
        let number = |text: &str| -> Decimal {
            text.split(['"', ' ', ')']).next().unwrap().parse().unwrap()
        };
        match inside.rsplit_once("cx=\"") {
            Some((_, rest)) => (number(rest), number(rest.split("cy=\"").nth(1).unwrap())),
            None => {
                let (_, rest) = inside.rsplit_once("translate(").unwrap();
                (number(rest), number(rest.split(' ').nth(1).unwrap()))
            }
        }
    };
    marks.map(place).collect()
}

fn one(svg: &str, name: &str) -> Decimal {
    attributes(svg, "plot", name)[0].parse().unwrap()
}

/// XML that is well formed.
fn parses(svg: &str) {
    let mut reader = quick_xml::Reader::from_str(svg);
    reader.config_mut().check_end_names = true;
    loop {
        match reader.read_event().expect("well-formed XML") {
            quick_xml::events::Event::Eof => break,
            quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag) => {
                for attribute in tag.attributes() {
                    attribute.expect("well-formed attributes");
                }
            }
            _ => {}
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_mark_is_in_the_plot_where_its_day_and_value_say(
        given in proptest::collection::vec((0..4_000_i64, 0..3_000_000_u64, 0..30_u32, 0..8_u8, 0..14_u8), 1..45),
    ) {
        let bounds = [Bound::None, Bound::About, Bound::MoreThan, Bound::AtLeast, Bound::LessThan, Bound::AtMost, Bound::Nearly, Bound::Exactly];
        let start: Date = "2015-01-01".parse().unwrap();
        let quantities: Vec<(Date, Quantity, u8)> = given.iter().map(|(day, value, scale, bound, source)| {
            let value = Decimal::from(*value) / Decimal::from(10_u64.pow(scale % 5));
            let day = start.checked_add(jiff::ToSpan::days(*day)).unwrap();
            (day, quantity(value, value, bounds[usize::from(*bound)]), *source)
        }).collect();
        let marks: Vec<Mark<'_>> = quantities.iter().map(|(day, quantity, source)| mark(&format!("s{source}"), *day, quantity)).collect();
        let svg = drawn(&marks);
        parses(&svg);
        prop_assert!(!svg.contains("NaN") && !svg.contains("--") || svg.contains("var(--"));
        let places = places(&svg);
        prop_assert_eq!(places.len(), marks.len());
        let [x, y, width, height] = ["data-x", "data-y", "data-width", "data-height"].map(|name| one(&svg, name));
        let days = |from: Date, to: Date| Decimal::from(from.until(to).unwrap().get_days());
        let first: Date = attributes(&svg, "plot", "data-first")[0].parse().unwrap();
        let last: Date = attributes(&svg, "plot", "data-last")[0].parse().unwrap();
        let shifts = attributes(&svg, "mark", "data-shift");
        let near = Decimal::new(2, 1);
        for ((place, mark), shift) in places.iter().zip(&marks).zip(&shifts) {
            prop_assert!(place.0 >= x - near && place.0 <= x + width + near, "{place:?}");
            prop_assert!(place.1 >= y - near && place.1 <= y + height + near, "{place:?}");
            let shift: Decimal = shift.parse().unwrap_or_default();
            let expected = if first == last {
                x + width / Decimal::TWO
            } else {
                x + width * days(first, mark.day) / days(first, last)
            };
            prop_assert!((place.0 - shift - expected).abs() <= near, "{place:?} {expected}");
        }
        for (a, one) in places.iter().zip(&marks) {
            for (b, other) in places.iter().zip(&marks) {
                if one.quantity.low < other.quantity.low {
                    prop_assert!(a.1 >= b.1, "more is further up");
                }
            }
        }
        let [low, high] = ["data-low", "data-high"].map(|name| self::one(&svg, name));
        if attributes(&svg, "plot", "data-scale")[0] == "linear" {
            for (place, mark) in places.iter().zip(&marks) {
                let expected = y + height * (high - mark.quantity.low) / (high - low);
                prop_assert!((place.1 - expected).abs() <= near);
            }
        }
    }
}

#[test]
fn figures_of_one_day_are_moved_apart() {
    let quantities = vec![quantity(61.into(), 61.into(), Bound::None); 40];
    let day = "2024-05-03".parse().unwrap();
    let marks: Vec<_> = quantities
        .iter()
        .enumerate()
        .map(|(i, quantity)| mark(&format!("source {i}"), day, quantity))
        .collect();
    let svg = drawn(&marks);
    let mut places = places(&svg);
    places.sort();
    places.dedup();
    assert_eq!(places.len(), 40);
    // After the last shape, shapes go on with a number beside them.
    assert!(svg.contains(">4</text>"));
}

#[test]
fn the_greatest_and_the_smallest_figure_have_their_place() {
    let day = |day: &str| -> Date { day.parse().unwrap() };
    for numbers in [
        vec![LARGEST, Decimal::ONE],
        vec![LARGEST, LARGEST],
        vec![Decimal::new(1, 20), LARGEST],
        vec![Decimal::ZERO],
        vec![Decimal::ZERO, Decimal::ONE_THOUSAND],
        vec![-Decimal::ONE_THOUSAND, Decimal::ONE],
    ] {
        for bound in [Bound::None, Bound::AtLeast, Bound::AtMost, Bound::About] {
            let quantities: Vec<_> = numbers.iter().map(|n| quantity(*n, *n, bound)).collect();
            let marks: Vec<_> = quantities
                .iter()
                .map(|q| mark("a", day("2024-05-03"), q))
                .collect();
            let svg = drawn(&marks);
            parses(&svg);
            assert_eq!(places(&svg).len(), numbers.len());
            let rows: Vec<_> = quantities
                .iter()
                .map(|quantity| Bar {
                    label: "a".to_owned(),
                    side: Some(0),
                    quantity,
                })
                .collect();
            parses(&bars("b", "t", "d", &rows).unwrap());
        }
    }
}

#[test]
fn whatever_a_source_is_called_is_text() {
    let hostile = format!(
        "\"><script>alert(1)</script>&amp;\u{202e}\u{0}{}",
        "x".repeat(300)
    );
    let quantity = quantity(11.into(), 11.into(), Bound::AtLeast);
    let mut mark = mark(&hostile, "2024-05-03".parse().unwrap(), &quantity);
    mark.claim.clone_from(&hostile);
    mark.figure.clone_from(&hostile);
    let marks = [mark];
    let plot = Plot {
        id: "\"><script>",
        title: &hostile,
        desc: &hostile,
        axis: &hostile,
        marks: &marks,
        look: Look::Alone,
    };
    let rows = [Bar {
        label: hostile.clone(),
        side: Some(1),
        quantity: &quantity,
    }];
    for svg in [
        timeline(&plot).unwrap(),
        bars("\"><script>", &hostile, &hostile, &rows).unwrap(),
    ] {
        parses(&svg);
        assert!(!svg.contains("<script") && !svg.contains('\u{202e}') && !svg.contains('\0'));
    }
}

#[test]
fn bars_share_one_axis_or_are_not_drawn() {
    let (a, b) = (
        quantity(18.into(), 18.into(), Bound::None),
        quantity(20.into(), 20.into(), Bound::AtLeast),
    );
    let bar = |side, quantity| Bar {
        label: "Someone: a figure".to_owned(),
        side,
        quantity,
    };
    let svg = bars(
        "d1",
        "t",
        "d",
        &[bar(Some(0), &a), bar(Some(1), &b), bar(None, &b)],
    )
    .unwrap();
    assert_eq!(attributes(&svg, "mark", "data-side"), ["0", "1", ""]);
    assert_eq!(attributes(&svg, "mark", "data-value"), ["18", "20", "20"]);
    assert!(
        svg.contains("id=\"d1-title\"")
            && svg.contains("id=\"d1-side1\"")
            && !svg.contains("id=\"d1-side2\"")
    );
    // An exact number is as wide as can be seen.
    assert!(svg.contains("width=\"5\""));
    let percent = Quantity {
        dimension: Dimension::Percent,
        ..a.clone()
    };
    assert_eq!(
        bars("d1", "t", "d", &[bar(Some(0), &a), bar(Some(1), &percent)]),
        None
    );
    assert_eq!(bars("d1", "t", "d", &[]), None);
}
