//! The text that a copy editor reads.

use super::{finding, held, outcome, reading, written};
use crate::claim::Reading;
use crate::finding::{Finding, Outcome, Severity};
use crate::report::text::{Options, write};

const PLAIN: Options = Options {
    color: false,
    notes: false,
    keys: false,
    width: 100,
};

const LONG: &str = "Israeli forces have pressed on toward the southern edge of the strip, into the \
    city of Rafah said to be home to about 1.5 million people crammed into this once quiet town on the \
    border with Egypt, where aid groups say that there is nowhere left to go, that the hospitals are full \
    and that the food is running out fast.";

fn text(findings: Vec<Finding>, readings: &[Reading], options: Options) -> String {
    written(|out| write(out, &outcome(findings), readings, &options))
}

/// The lines between the first header and the reasons of a finding on one document.
fn quoted(source: &str, figures: &[(&str, &str)], width: usize) -> String {
    let texts: Vec<&str> = figures.iter().map(|(figure, _)| *figure).collect();
    let labels = figures.iter().enumerate();
    let labels: Vec<_> = labels.map(|(i, (_, label))| (0, i, *label)).collect();
    let finding = finding(Severity::Error, &labels);
    let readings = [reading("a.txt", source, &texts)];
    let text = text(vec![finding], &readings, Options { width, ..PLAIN });
    let lines: Vec<&str> = text.lines().skip(1).collect();
    let why = lines.iter().position(|line| line.contains("= why"));
    let quotes = lines[..why.expect("a reason") - 1].join("\n");
    format!("{}\n", quotes.trim_start())
}

#[test]
fn two_documents() {
    let readings = [
        reading("2024-02-14.txt", LONG, &["about 1.5 million"]),
        reading(
            "2024-04-01.txt",
            "One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n\nThey fled into Rafah, where more than 1.3 million civilians are.",
            &["more than 1.3 million"],
        ),
    ];
    let mut first = finding(
        Severity::Warning,
        &[
            (0, 0, "people there; reads as 1.45 to 1.55 million"),
            (1, 0, "people who fled there"),
        ],
    );
    first.would_fit = Some("1.3 million + 250,000 residents = at least 1.55 million".to_owned());
    let second = finding(Severity::Note, &[(0, 0, "")]);
    assert_eq!(
        text(vec![first, second], &readings, PLAIN),
        "\
warning[people-in-place]: reports differ on the people in Rafah
  --> 2024-02-14.txt:1:113
   |
 1 | … of Rafah said to be home to about 1.5 million people crammed into this once quiet town on …
   |                               ^^^^^^^^^^^^^^^^^ people there; reads as 1.45 to 1.55 million
   |
  ::: 2024-04-01.txt:11:29
   |
11 | They fled into Rafah, where more than 1.3 million civilians are.
   |                             --------------------- people who fled there
   |
   = why: the two count different things
   = would fit if: 1.3 million + 250,000 residents = at least 1.55 million

2 articles, 24 figures, 19 compared: 1 warning, 1 note (--notes shows it)
"
    );
}

#[test]
fn every_line_fits_where_figure_and_label_do() {
    for width in [70, 80, 100, 140] {
        let quote = quoted(LONG, &[("about 1.5 million", "people there")], width);
        assert!(quote.contains("about 1.5 million"), "{quote}");
        assert!(
            quote.lines().all(|line| line.chars().count() <= width),
            "{quote}"
        );
    }
}

#[test]
fn at_both_ends_of_a_long_line() {
    let start = format!("About 1,500 {LONG}");
    assert_eq!(
        quoted(&start, &[("About 1,500", "dead")], 60),
        "\
--> a.txt:1:1
  |
1 | About 1,500 Israeli forces have pressed on toward the …
  | ^^^^^^^^^^^ dead
"
    );
    let end = format!("{LONG} Killed, 1,500");
    assert_eq!(
        quoted(&end, &[("1,500", "dead")], 60),
        "\
--> a.txt:1:328
  |
1 | … that the food is running out fast. Killed, 1,500
  |                                              ^^^^^ dead
"
    );
}

#[test]
fn a_long_label_pulls_its_figure_to_the_left() {
    let label = "people there, reads as 1.45 to 1.55 million";
    assert_eq!(
        quoted(LONG, &[("about 1.5 million", label)], 84),
        "\
--> a.txt:1:113
  |
1 | … to be home to about 1.5 million people crammed into this once quiet town on …
  |                 ^^^^^^^^^^^^^^^^^ people there, reads as 1.45 to 1.55 million
"
    );
}

#[test]
fn double_width_characters() {
    assert_eq!(
        quoted("當地官員說,城中至少有1,500人喪生", &[("1,500", "dead")], 60),
        "\
--> a.txt:1:12
  |
1 | 當地官員說,城中至少有1,500人喪生
  |                      ^^^^^ dead
"
    );
    assert_eq!(
        quoted(
            "當地官員說,城中至少有1,500人喪生,另有多人失蹤",
            &[("1,500", "")],
            24
        ),
        "\
--> a.txt:1:12
  |
1 | …至少有1,500人喪生…
  |        ^^^^^
"
    );
}

#[test]
fn figures_of_one_line_share_a_quote() {
    let parts = [("4,963", ""), ("2,210", ""), ("913", "")];
    assert_eq!(
        quoted(
            "Of the 4,963 prisoners, 2,210 returned and 913 were killed.",
            &parts,
            80
        ),
        "\
--> a.txt:1:8
  |
1 | Of the 4,963 prisoners, 2,210 returned and 913 were killed.
  |        ^^^^^            -----              ---
"
    );
    let apart = format!("Of 4,963 prisoners taken by {LONG} And 2,210 returned.");
    assert_eq!(
        quoted(&apart, &[("4,963", "all"), ("2,210", "some")], 50),
        "\
--> a.txt:1:4
  |
1 | Of 4,963 prisoners taken by Israeli forces …
  |    ^^^^^ all
  |
 ::: a.txt:1:352
  |
1 | … is running out fast. And 2,210 returned.
  |                            ----- some
"
    );
}

#[test]
fn hostile_characters_are_shown_not_obeyed() {
    assert_eq!(
        quoted(
            "\t\u{202e}Killed,\u{1b}[31m 1,\u{200b}500 dead\r\n",
            &[("1,\u{200b}500", "dead")],
            80
        ),
        "\
--> a.txt:1:16
  |
1 | �Killed,␛[31m 1,�500 dead
  |               ^^^^^^ dead
"
    );
    let between = "From 12\u{1b}\u{202e}\t\u{200b} to 三 13 dead";
    assert_eq!(
        quoted(between, &[("12", ""), ("13", "")], 80),
        "\
--> a.txt:1:6
  |
1 | From 12␛� � to 三 13 dead
  |      ^^           --
"
    );
    let mut finding = finding(Severity::Error, &[]);
    finding.message = "\u{1b}[2J\u{202e}".to_owned();
    finding.why = "\u{1b}[2J\n".to_owned();
    finding.would_fit = Some("\u{9b}2J".to_owned());
    let text = text(vec![finding], &[], PLAIN);
    assert!(!text.contains(['\u{1b}', '\u{9b}', '\u{202e}']), "{text:?}");
}

#[test]
fn a_figure_over_a_line_break_is_quoted_from_its_first_line() {
    assert_eq!(
        quoted(
            "Home to 1.5\r\nmillion people",
            &[("1.5\r\nmillion", "")],
            80
        ),
        "\
--> a.txt:1:9
  |
1 | Home to 1.5
  |         ^^^
"
    );
}

#[test]
fn context_is_named_and_not_drawn() {
    let readings = [reading("a.txt", "1 of 2\n\nand 3", &["1", "2", "3"])];
    let mut finding = finding(
        Severity::Error,
        &[(0, 0, "one"), (0, 1, "two"), (0, 2, "three")],
    );
    finding.locations[2].side = None;
    let labelled = text(vec![finding.clone()], &readings, PLAIN);
    assert!(labelled.contains("- two"), "{labelled}");
    assert!(
        labelled.contains("= see: a.txt:3:5: 3, three"),
        "{labelled}"
    );
    assert!(!labelled.contains("and 3"), "{labelled}");

    finding.locations[2].label.clear();
    let bare = text(vec![finding], &readings, PLAIN);
    assert!(bare.contains("= see: a.txt:3:5: 3\n"), "{bare}");
}

#[test]
fn any_width_and_any_overlap_are_drawn() {
    let readings = [reading("a.txt", LONG, &["about 1.5 million", "border"])];
    let twice = finding(Severity::Error, &[(0, 0, "a"), (0, 0, "b"), (0, 1, "c")]);
    for width in [0, 1, 5, 20, usize::MAX] {
        let text = text(vec![twice.clone()], &readings, Options { width, ..PLAIN });
        assert!(text.contains("about 1.5 million"), "{text}");
    }
}

#[test]
fn color_only_on_demand() {
    let readings = [reading("a.txt", "12 dead", &["12"])];
    let findings = || vec![finding(Severity::Error, &[(0, 0, "dead")])];
    assert!(!text(findings(), &readings, PLAIN).contains('\u{1b}'));
    let options = Options {
        color: true,
        ..PLAIN
    };
    assert!(text(findings(), &readings, options).starts_with("\u{1b}["));
}

#[test]
fn the_last_line_counts() {
    let last = |severities: &[Severity], notes| {
        let findings = severities.iter().map(|severity| finding(*severity, &[]));
        let text = text(findings.collect(), &[], Options { notes, ..PLAIN });
        let last = text.lines().last().unwrap_or_default();
        last.split_once("compared: ")
            .map(|(_, result)| result.to_owned())
    };
    use Severity::{Error, Note, Warning};
    let last = |severities, notes| last(severities, notes).expect("a last line");
    assert_eq!(
        last(&[Error, Warning, Note, Note], false),
        "1 error, 1 warning, 2 notes (--notes shows them)"
    );
    assert_eq!(
        last(&[Error, Error, Note], false),
        "2 errors, 1 note (--notes shows it)"
    );
    assert_eq!(last(&[Warning, Warning, Note], true), "2 warnings, 1 note");
}

#[test]
fn nothing_differs() {
    let nothing = written(|out| write(out, &Outcome::default(), &[], &PLAIN));
    assert_eq!(
        nothing,
        "0 articles, 0 figures, 0 compared: nothing to compare\n"
    );
    let one = Outcome {
        claims: 1,
        held: held(1),
        ..Outcome::default()
    };
    let readings = [reading("a.txt", "12 dead", &["12"])];
    assert_eq!(
        written(|out| write(out, &one, &readings, &PLAIN)),
        "1 article, 1 figure, 1 compared: nothing differs\n"
    );
}
