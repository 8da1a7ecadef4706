//! The commands and their options: what is compared, what is shown, and the exit status.

mod common;

use common::{AT_ODDS, Desk, GOMA, QUOTED, SOUND};

/// The severities and rules of the findings of `check --format json`, in order.
fn findings(desk: &Desk, args: &[&str]) -> Vec<String> {
    let run = desk.run(&[&["check", "--format", "json"], args].concat());
    let json = run.json();
    let rows = json["findings"].as_array().into_iter().flatten();
    let words = |row: &serde_json::Value, key: &str| row[key].as_str().unwrap_or("?").to_owned();
    rows.map(|row| format!("{} {}", words(row, "severity"), words(row, "rule")))
        .collect()
}

fn desk(test: &str) -> Desk {
    let files = [
        GOMA[0],
        GOMA[1],
        ("odds.txt", AT_ODDS),
        ("sound.txt", SOUND),
        ("quoted.txt", QUOTED),
    ];
    Desk::new(test, &files)
}

#[test]
fn the_exit_status_says_what_was_found() {
    let desk = desk("exit-status");
    for (args, status) in [
        ("check sound.txt", 0),
        ("check odds.txt", 1),
        ("check odds.txt sound.txt", 1),
        ("check goma-a.txt goma-b.txt", 0),
        ("check quoted.txt", 0),
        ("check --fail-on warning goma-a.txt goma-b.txt", 1),
        ("check --fail-on warning quoted.txt", 0),
        ("check --fail-on note quoted.txt", 1),
        ("check --fail-on note sound.txt", 0),
        ("check --fail-on never odds.txt", 0),
        ("check --fail-on never gone.txt", 2),
        ("check odds.txt gone.txt", 2),
        ("check gone.txt", 2),
        ("extract odds.txt", 0),
        ("extract odds.txt gone.txt", 2),
        ("rules list", 0),
        ("rules test", 0),
        ("rules explain killed-differs", 0),
        ("rules explain killed-difers", 2),
        ("check", 2),
        ("check --fail-on always odds.txt", 2),
        ("check --against sound.txt --per-document odds.txt", 2),
        ("lint odds.txt", 2),
        ("", 2),
        ("--version", 0),
        ("--help", 0),
    ] {
        let run = desk.run(&args.split_whitespace().collect::<Vec<_>>());
        assert_eq!(run.status, Some(status), "{args}\n{run:?}");
        assert_eq!(run.err.is_empty(), status != 2, "{args}\n{run:?}");
    }
}

#[test]
fn bad_input_wins_over_findings_but_hides_none() {
    let run = desk("two-wins").run(&["check", "odds.txt", "gone.txt"]);
    assert_eq!(run.status, Some(2));
    assert!(run.out.contains("error[killed-differs]"), "{}", run.out);
    assert_eq!(run.err, "error: gone.txt: no such file\n");
}

#[test]
fn articles_are_compared_with_each_other_unless_told_otherwise() {
    let desk = desk("per-document");
    let both = ["goma-a.txt", "goma-b.txt"];
    assert_eq!(findings(&desk, &both), ["warning people-in-place"]);
    assert_eq!(
        findings(&desk, &["--per-document", "goma-a.txt", "goma-b.txt"]),
        [""; 0]
    );
    assert_eq!(
        findings(&desk, &["--per-document", "."]),
        ["error killed-differs", "note part-exceeds-whole"]
    );
    assert_eq!(
        findings(&desk, &["."]),
        [
            "error killed-differs",
            "warning people-in-place",
            "note part-exceeds-whole"
        ]
    );
}

#[test]
fn against_an_archive_only_what_involves_the_draft_is_reported() {
    let older = "Date: 2024-03-06\n\nAbout 90,000 people are sheltering in Goma.\n";
    let files = [
        ("draft.txt", SOUND),
        ("archive/a.txt", GOMA[0].1),
        ("archive/b.txt", older),
        ("archive/odds.txt", AT_ODDS),
    ];
    let desk = Desk::new("against", &files);
    let all = ["warning people-in-place"];
    assert!(findings(&desk, &["archive"]).contains(&all[0].to_owned()));
    assert_eq!(
        findings(
            &desk,
            &[
                "draft.txt",
                "--against",
                "archive/a.txt",
                "--against",
                "archive/b.txt"
            ]
        ),
        [""; 0]
    );
    assert_eq!(
        findings(&desk, &["archive/a.txt", "--against", "archive/b.txt"]),
        all
    );
    assert_eq!(
        findings(&desk, &["archive/a.txt", "--against", "archive"]),
        all,
        "a draft in the archive is the draft"
    );
}

#[test]
fn a_profile_picks_the_rules() {
    let rule = std::fs::read_to_string(common::root().join("rules/people-in-place.yaml"));
    let rule = rule
        .unwrap_or_default()
        .replace("profile: [desk, factcheck]", "profile: [factcheck]");
    let desk = desk("profile");
    desk.write("rules/people-in-place.yaml", rule.as_bytes());
    let with = |args: &[&str]| {
        findings(
            &desk,
            &[&["--rules", "rules", "goma-a.txt", "goma-b.txt"], args].concat(),
        )
    };
    assert_eq!(
        with(&[]),
        ["warning people-in-place"],
        "several articles are fact-checked"
    );
    assert_eq!(
        with(&["--profile", "factcheck"]),
        ["warning people-in-place"]
    );
    assert_eq!(with(&["--profile", "desk"]), [""; 0]);
    assert_eq!(
        findings(&desk, &["--profile", "factcheck", "odds.txt"]),
        ["error killed-differs"]
    );
}

#[test]
fn notes_are_counted_and_shown_when_asked_for() {
    let desk = desk("notes");
    let quiet = desk.run(&["check", "quoted.txt"]).out;
    assert_eq!(
        quiet,
        "1 article, 2 figures, 2 compared: 1 note (--notes shows it)\n"
    );
    let told = desk.run(&["check", "quoted.txt", "--notes"]).out;
    assert!(
        told.starts_with("note[part-exceeds-whole]: 11 cannot be out of 9\n"),
        "{told}"
    );
    assert!(
        told.ends_with("1 article, 2 figures, 2 compared: 1 note\n"),
        "{told}"
    );
    let clean = desk.run(&["check", "sound.txt"]).out;
    assert_eq!(
        clean,
        "1 article, 1 figure, 0 compared: nothing to compare\n"
    );
}

/// A rule of a newsroom's own.
const DOSES: &str = "\
id: doses-differ
title: Two counts of doses
why: They are counted at the clinics.
severity: warning
profile: [desk]
select: { measure: [doses] }
group-by: [place]
check: { agreement: { tolerance: 2% } }
message: \"the doses in {place}: {values}\"
tests:
  - name: differs
    documents:
      - { source: A, date: 2024-02-14, text: \"Clinics gave 35 doses in Malta.\" }
      - { source: B, date: 2024-02-14, text: \"Clinics gave 53 doses in Malta.\" }
    findings: [warning]
  - name: the same
    documents:
      - { source: A, date: 2024-02-14, text: \"Clinics gave 35 doses in Malta.\" }
      - { source: B, date: 2024-02-14, text: \"Clinics gave 35 doses in Malta.\" }
    findings: []
";

#[test]
fn rules_of_a_directory_are_added_and_override() {
    let milder = include_str!("../rules/killed-differs.yaml")
        .replace("severity: error", "severity: warning");
    let files = [
        ("a.txt", "Clinics gave 35 doses in Malta.\n"),
        ("b.txt", "Clinics gave 53 doses in Malta.\n"),
        ("odds.txt", AT_ODDS),
        ("desk/doses-differ.yaml", DOSES),
        ("desk/killed-differs.yaml", &milder),
    ];
    let desk = Desk::new("rules-dir", &files);
    assert_eq!(findings(&desk, &["a.txt", "b.txt"]), [""; 0]);
    assert_eq!(
        findings(&desk, &["a.txt", "b.txt", "--rules", "desk"]),
        ["warning doses-differ"]
    );
    assert_eq!(findings(&desk, &["odds.txt"]), ["error killed-differs"]);
    assert_eq!(
        findings(&desk, &["odds.txt", "--rules", "desk/"]),
        ["warning killed-differs"]
    );
    let list = desk.run(&["rules", "list", "--rules", "desk"]).out;
    assert_eq!(
        list.lines().count(),
        claimlint::rules::BUILTIN.len() + 1,
        "{list}"
    );
    assert!(
        list.contains("doses-differ        warning  Two counts of doses\n"),
        "{list}"
    );
    let explained = desk
        .run(&["rules", "explain", "doses-differ", "--rules", "desk"])
        .out;
    assert!(
        explained.contains("They are counted at the clinics."),
        "{explained}"
    );
}

#[test]
fn rules_are_checked_and_tested() {
    let failing = DOSES.replace("findings: [warning]", "findings: [error]");
    let broken = DOSES.replace("severity: warning", "severity: grave");
    let files = [
        ("good/doses-differ.yaml", DOSES),
        ("bad/doses-differ.yaml", failing.as_str()),
        ("broken/doses-differ.yaml", broken.as_str()),
    ];
    let desk = Desk::new("rules-test", &files);
    let of = |args: &[&str]| {
        let run = desk.run(&[&["rules"], args].concat());
        (run.status, run.out, run.err)
    };
    let ok = "good/doses-differ.yaml: ok, 2 tests\n";
    assert_eq!(
        of(&["check", "good/doses-differ.yaml"]),
        (Some(0), ok.into(), String::new())
    );
    let problem = "error: broken/doses-differ.yaml:4:11: unknown word `grave`, \
                   expected one of `note`, `warning`, `error`\n";
    assert_eq!(
        of(&[
            "check",
            "broken/doses-differ.yaml",
            "good/doses-differ.yaml"
        ]),
        (Some(2), ok.into(), problem.into())
    );
    let passed = "ok     doses-differ\n1 rule with 2 tests: 0 failed\n";
    assert_eq!(
        of(&["test", "good"]),
        (Some(0), passed.into(), String::new())
    );
    let (status, out, err) = of(&["test", "bad/"]);
    assert_eq!(
        (status, out.as_str()),
        (
            Some(1),
            "FAILED doses-differ\n1 rule with 2 tests: 1 failed\n"
        )
    );
    let expected = "error: bad/doses-differ.yaml:11:11: \"differs\": expected findings [error], got [warning]\n  \
                    read, by A: 35 (doses, Malta, 2024-02-14, cumulative)\n  \
                    read, by B: 53 (doses, Malta, 2024-02-14, cumulative)\n  \
                    found, warning: the doses in Malta: 35, 53\n";
    assert_eq!(err, expected);
    assert_eq!(of(&["test", "broken"]).0, Some(2));
    let near = "error: killed-difers: there is no rule of this id\n  \
                help: did you mean `killed-differs`? `claimlint rules list` shows them all\n";
    assert_eq!(
        of(&["explain", "killed-difers"]),
        (Some(2), String::new(), near.into())
    );
}

#[test]
fn a_draft_is_held_against_tables_of_known_figures() {
    let files = [
        ("goma-a.txt", GOMA[0].1),
        ("goma-b.txt", GOMA[1].1),
        (
            "known.csv",
            "measure,place,as_of,low,high,source\ndisplaced,Goma,2024-03-01,40000,50000,\"OCHA, monthly\"\n",
        ),
        (
            "known.yaml",
            "- { measure: displaced, place: Goma, as-of: 2024-03-08, low: 60000, source: the city }\n",
        ),
    ];
    let desk = Desk::new("reference", &files);
    let csv = ["--reference", "known.csv", "--per-document"];
    let both = [&csv[..], &["--reference", "known.yaml"]].concat();
    let articles = ["goma-a.txt", "goma-b.txt"];
    let run = |args: &[&str]| findings(&desk, &[&articles, args].concat());
    assert_eq!(run(&["--per-document"]), [""; 0]);
    assert_eq!(run(&csv), ["warning reference"]);
    // Either count may be right.
    assert_eq!(run(&both), [""; 0]);

    let json = desk
        .run(&[&["check", "--format", "json", "goma-b.txt"], &csv[..2]].concat())
        .json();
    let finding = &json["findings"][0];
    assert_eq!(
        finding["message"],
        "displaced in Goma: About 60,000, the table gives 40,000 to 50,000 (OCHA, monthly, 1 Mar 2024; known.csv:2)"
    );
    assert_eq!(finding["locations"].as_array().map(Vec::len), Some(1));
    assert_eq!(finding["locations"][0]["side"], 0);
    assert_eq!(json["summary"]["compared"], 1);

    let explained = desk.run(&["explain", "goma-b.txt:4", "--reference", "known.csv"]);
    assert_eq!((explained.status, explained.err.as_str()), (Some(0), ""));
    let said = explained
        .out
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    assert!(
        said.contains(
            "held against the table: discrepancy (reported as a warning): displaced in Goma"
        ),
        "{said}"
    );
    // A table beside a draft says nothing of an archive.
    let args = [
        "goma-a.txt",
        "--against",
        "goma-b.txt",
        "--reference",
        "known.csv",
    ];
    assert_eq!(findings(&desk, &args), ["warning people-in-place"]);
}
