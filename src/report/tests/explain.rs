//! The explanation of a figure, fitted to the terminal.

use super::{link, reading, written};
use crate::claim::{Field, Reading, RelationKind, Words};
use crate::quantity::Decimal;
use crate::report::explain::{Options, write};
use crate::report::visible::width as columns;
use crate::series::Member;

const TEXT: &str = "More than 1.5 million people who fled from the towns of the north, from the villages along the \
                    river and from the hills are in the city, and 30 homes are left.";

fn explained(reading: Reading, width: usize, color: bool) -> String {
    let options = Options {
        color,
        width,
        measures: &[],
    };
    let first = Member {
        reading: 0,
        claim: 0,
    };
    written(|out| write(out, &[reading], first, &[], &options))
}

#[test]
fn an_explanation_fits_the_terminal() {
    let mut sample = reading("a.txt", TEXT, &["More than 1.5 million", "30"]);
    sample.claims[0].relations = vec![link(RelationKind::PartOf, 1)];
    let place = sample.claims[0].place.take();
    sample.claims[0].place = place.map(|place| {
        place.from_words(Words {
            start: 22,
            end: 120,
        })
    });
    for width in [40, 60, 78, 100, 200] {
        let text = explained(sample.clone(), width, false);
        for line in text.lines() {
            assert!(columns(line) <= width, "{width}: {line}");
        }
        assert!(
            text.lines().all(|line| line.trim_end() == line),
            "no blanks at line ends: {text}"
        );
    }
    let text = explained(sample, 78, false);
    let place = "
  place         Rafah (carried over: \"people who fled from the towns of the
                north, …\", 1:23)
";
    assert!(text.contains(place), "{text}");
}

#[test]
fn hostile_words_are_shown_not_obeyed() {
    let mut sample = reading("a.txt", TEXT, &["More than 1.5 million"]);
    sample.claims[0].place = Some(Field::stated("\u{1b}[31mRafah\u{202e}\n".to_owned()));
    let text = explained(sample, 78, false);
    assert!(
        text.contains("place         ␛[31mRafah� (stated)\n"),
        "{text}"
    );
}

#[test]
fn colour_only_on_demand() {
    let sample = || reading("a.txt", TEXT, &["More than 1.5 million"]);
    assert!(!explained(sample(), 78, false).contains('\u{1b}'));
    assert!(explained(sample(), 78, true).contains("\u{1b}["));
}

#[test]
fn a_number_used_before_hints_at_nothing_more() {
    let bound = |echoes: bool| {
        let mut sample = reading("a.txt", TEXT, &["More than 1.5 million"]);
        sample.claims[0].quantity.echoes = echoes;
        sample.claims[0].quantity.low = Decimal::from(-5);
        explained(sample, 200, false)
    };
    assert!(bound(false).contains("  bound         more than\n"));
    let told = "  bound         more than; the text uses the number before, so that it hints at nothing more\n";
    assert!(bound(true).contains(told));
    assert!(bound(true).contains("  literal       −5 and more: what the words allow\n"));
}
