//! `claimlint timeline` on the command line.

use crate::common::{Desk, root, run_in};

fn flood(args: &[&str]) -> crate::common::Run {
    run_in(root(), &[&["timeline", "examples/flood"], args].concat())
}

#[test]
fn filters_leave_what_is_asked_for() {
    for (args, titles) in [
        (
            &["--measure", "killed"][..],
            "1. Garissa: killed, first told on 3 May 2024",
        ),
        (
            &["--measure", "people who fled there"],
            "1. Garissa: people who fled there",
        ),
        (
            &["--place", "GARISSA", "--measure", "killed"],
            "1. Garissa: killed, first told on 3 May 2024",
        ),
        (
            &["--source", "red cross", "--measure", "killed"],
            "1. Garissa: killed, first told on 10 May 2024",
        ),
        (
            &["--source", "coast", "--measure", "displaced"],
            "1. Garissa: people who fled there",
        ),
        (&["--number", "2"], "2. Garissa: people who fled there"),
        (
            &["--population", "everyone", "--measure", "displaced"],
            "1. Garissa: people who fled there",
        ),
    ] {
        let run = flood(args);
        assert_eq!((run.status, run.err.as_str()), (Some(0), ""), "{args:?}");
        let found: Vec<&str> = run
            .out
            .lines()
            .filter(|line| line.contains(". Garissa"))
            .collect();
        assert_eq!(found.join("|"), titles, "{args:?}");
    }
    let run = flood(&["--source", "county governor", "--measure", "killed"]);
    assert!(run.out.contains("about +6 in 2 days"), "{}", run.out);
    assert!(!run.out.contains("Red Cross"), "{}", run.out);
}

#[test]
fn what_is_not_there_is_told() {
    for (args, status, told) in [
        (&["--measure", "kiled"][..], 2, "did you mean `killed`?"),
        (
            &["--place", "Gariza"],
            0,
            "no figure of `Gariza` is read: did you mean `Garissa`?",
        ),
        (&["--source", "Riverpost"], 0, "did you mean `River Post`?"),
        (
            &["--measure", "doses"],
            0,
            "--measure: no figure of `doses` is read: there is killed (7), displaced (6), missing (1)",
        ),
        (
            &["--place", "Garissa", "--population", "soldier"],
            0,
            "--population: no figure of `soldier` is read",
        ),
        (&["--number", "9"], 2, "no timeline 9, expected 1 to 2"),
        (
            &["--format", "svg"],
            2,
            "1. Garissa: killed, first told on 3 May 2024",
        ),
        (
            &["--format", "svg", "--place", "Nowhere"],
            2,
            "no figure of `Nowhere` is read",
        ),
    ] {
        let run = flood(args);
        assert_eq!(run.status, Some(status), "{args:?}: {}", run.err);
        assert!(run.err.contains(told), "{args:?}: {}", run.err);
    }
    let run = flood(&["--place", "Gariza"]);
    assert_eq!(run.out, "no timeline found\n");
    // The header stays.
    assert_eq!(
        flood(&["--place", "Gariza", "--format", "csv"])
            .out
            .lines()
            .count(),
        1
    );
    let desk = Desk::new("timeline-nothing", &[("a.txt", "Nothing happened.\n")]);
    let run = desk.run(&["timeline", "a.txt"]);
    assert_eq!(run.status, Some(0));
    assert!(
        run.err.contains("nothing is counted in these articles"),
        "{}",
        run.err
    );
}

#[test]
fn a_chart_holds_every_figure_of_its_table() {
    let svg = flood(&["--measure", "killed", "--format", "svg"]).out;
    let csv = flood(&["--measure", "killed", "--format", "csv"]).out;
    assert_eq!(
        svg.matches("<g class=\"mark\"").count(),
        csv.lines().count() - 1
    );
    assert!(
        svg.contains("data-claim=\"1:c2\" data-day=\"2024-05-05\" data-value=\"17\""),
        "{svg}"
    );
}

#[test]
fn changes_are_of_one_source_only() {
    let article = |day: &str, source: &str, text: &str| {
        format!("Date: {day}\nSource: {source}\n\nKampala reports\n\n{text}\n")
    };
    let a = article(
        "2024-03-01",
        "One",
        "There are about 5,000 refugees in Kampala, the UN said.",
    );
    let b = article(
        "2024-03-11",
        "Two",
        "There are 6,000 refugees in Kampala, the UN said.",
    );
    let c = article(
        "2024-03-12",
        "Two",
        "There are 7,000 refugees in Kampala, the Red Cross said.",
    );
    let desk = Desk::new(
        "timeline-changes",
        &[("a.txt", a), ("b.txt", b), ("c.txt", c)],
    );
    let run = desk.run(&["timeline", "--format", "csv", "."]);
    let changes: Vec<String> = csv::Reader::from_reader(run.out.as_bytes())
        .records()
        .map(|row| row.unwrap())
        .map(|row| [20, 21, 22, 23].map(|i| row[i].to_owned()).join(","))
        .collect();
    assert_eq!(
        changes,
        [",,,", "2024-03-01,10,1000,true", ",,,"],
        "{}",
        run.out
    );
}

#[test]
fn files_are_written_and_articles_are_not_overwritten() {
    let article =
        "Date: 2024-03-01\n\nThe flood killed 26 people in Manila on Monday, police said.\n";
    let desk = Desk::new("timeline-output", &[("a.txt", article)]);
    let run = desk.run(&[
        "timeline",
        "--measure",
        "killed",
        "--format",
        "svg",
        "-o",
        "out/a.svg",
        "a.txt",
    ]);
    assert_eq!(
        (run.status, run.out.as_str(), run.err.as_str()),
        (Some(0), "", "")
    );
    let svg = std::fs::read_to_string(desk.path().join("out/a.svg")).expect("a chart");
    assert!(svg.starts_with("<svg xmlns=") && svg.contains("data-value=\"26\""));
    let run = desk.run(&["timeline", "-o", "a.txt", "a.txt"]);
    assert_eq!(run.status, Some(2));
    assert!(run.err.contains("not written"), "{}", run.err);
    let kept = std::fs::read_to_string(desk.path().join("a.txt")).expect("the article");
    assert_eq!(kept, article);
}

#[test]
fn no_cell_is_a_formula_and_no_name_moves_the_cursor() {
    let article = "Date: 2024-03-01\nSource: =HYPERLINK(\u{1b}[31m\u{202e})\n\nThe flood killed 26 people in Manila on Monday.\n";
    let desk = Desk::new("timeline-hostile", &[("a.txt", article)]);
    let csv = desk.run(&["timeline", "--all", "--format", "csv", "a.txt"]);
    assert!(csv.out.contains(",'=HYPERLINK("), "{}", csv.out);
    let table = desk.run(&["timeline", "--all", "a.txt"]);
    let svg = desk.run(&[
        "timeline",
        "--measure",
        "killed",
        "--format",
        "svg",
        "a.txt",
    ]);
    for out in [table.out, svg.out] {
        assert!(
            out.contains("HYPERLINK") && !out.contains(['\u{1b}', '\u{202e}']),
            "{out}"
        );
    }
}
