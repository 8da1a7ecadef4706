//! What a desk does with rules of its own: writing one, checking and testing it, and using it on some of its articles.

mod common;

use common::{Desk, Run};

/// A rule on the homes destroyed; `MORE` stands for more keys.
const RULE: &str = "\
id: homes-differ
title: Two counts of the homes destroyed differ
why: Outlets count apart.
severity: warning
profile: [desk]
MOREselect: { measure: [homes_destroyed], status: cumulative }
group-by: [place, event]
check: { agreement: { tolerance: 2% } }
message: \"homes in {place}: {values}\"
tests:
  - name: two outlets
    documents:
      - { source: A, date: 2024-05-02, text: \"The flood destroyed 120 homes in Homs on Wednesday.\" }
      - { source: B, date: 2024-05-02, text: \"The flood destroyed 180 homes in Homs on Wednesday.\" }
    claims: 2
    findings: [warning]
  - name: one outlet
    documents:
      - { source: A, date: 2024-05-02, text: \"The flood destroyed 120 homes in Homs on Wednesday.\" }
    claims: 1
    findings: []
";

fn rule(more: &str) -> String {
    RULE.replacen("MORE", more, 1)
}

fn report(homes: u32) -> String {
    format!(
        "Date: 2024-05-02\n\nThe flood destroyed {homes} homes in Homs on Wednesday, officials said.\n"
    )
}

/// Three articles with three counts, each in a directory of its own.
fn desk(test: &str, rule: &str) -> Desk {
    Desk::new(
        test,
        &[
            ("rules/homes-differ.yaml", rule.to_owned()),
            ("wire/a.txt", report(120)),
            ("own/b.txt", report(180)),
            ("opinion/c.txt", report(250)),
        ],
    )
}

/// The documents and severities of the findings of the rule.
fn found(run: &Run) -> Vec<(String, Vec<String>)> {
    let json = run.json();
    let findings = json["findings"].as_array().into_iter().flatten();
    let of_rule = findings.filter(|finding| finding["rule"] == "homes-differ");
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    of_rule
        .map(|finding| {
            let locations = finding["locations"].as_array().into_iter().flatten();
            let documents = locations.map(|l| text(&l["document"])).collect();
            (text(&finding["severity"]), documents)
        })
        .collect()
}

const CHECK: [&str; 7] = [
    "check",
    "--format=json",
    "--rules=rules",
    "--fail-on=warning",
    "wire",
    "own",
    "opinion",
];

#[test]
fn a_first_rule_is_written_and_proves_itself() {
    let desk = Desk::new::<&str>("rules-new", &[]);
    let run = desk.run(&["rules", "new", "homes-differ", "--dir", "desk/rules"]);
    assert_eq!((run.status, run.err.as_str()), (Some(0), ""));
    assert_eq!(
        run.out,
        "wrote desk/rules/homes-differ.yaml; its schema for editors is desk/rules/.rule.schema.json\nchange it, run its tests with `claimlint rules test \
         desk/rules/homes-differ.yaml`, and use it with `claimlint check --rules desk/rules …`\n"
    );
    let path = desk.path().join("desk/rules/homes-differ.yaml");
    let text = std::fs::read_to_string(&path).expect("the rule");
    let first = "# yaml-language-server: $schema=./.rule.schema.json\n";
    assert!(text.starts_with(first), "{text}");
    let schema = std::fs::read_to_string(path.with_file_name(".rule.schema.json"));
    let printed = desk.run(&["schema", "rule"]).out;
    assert_eq!(schema.expect("the schema"), printed);
    let check = desk.run(&["rules", "check", "desk/rules"]);
    assert_eq!((check.status, check.err.as_str()), (Some(0), ""));
    let test = desk.run(&["rules", "test", "desk/rules"]);
    assert_eq!((test.status, test.err.as_str()), (Some(0), ""));
    assert_eq!(
        test.out,
        "ok     homes-differ\n1 rule with 2 tests: 0 failed\n"
    );
}

#[test]
fn nothing_is_overwritten_and_an_id_is_an_id() {
    let desk = Desk::new(
        "rules-new-twice",
        &[("a.yaml", "mine"), (".rule.schema.json", "{}")],
    );
    let run = desk.run(&["rules", "new", "a"]);
    assert_eq!(run.status, Some(2));
    assert_eq!(
        run.err,
        "error: ./a.yaml: this file is there already, and is left as it is\n  help: give the rule another id, or delete \
         the file first\n"
    );
    let read = |name: &str| std::fs::read_to_string(desk.path().join(name)).unwrap_or_default();
    assert_eq!(read("a.yaml"), "mine");
    let run = desk.run(&["rules", "new", "sum", "--check=sum"]);
    assert_eq!(run.status, Some(0));
    assert!(
        run.out.contains("it replaces the built-in rule"),
        "{}",
        run.out
    );
    assert_eq!(read(".rule.schema.json"), "{}");
    for id in ["HomesDiffer", "homes/differ", "../homes-differ", "homes-"] {
        let run = desk.run(&["rules", "new", id]);
        assert_eq!(run.status, Some(2), "{id}");
        assert!(run.err.contains("this is no id for a rule"), "{}", run.err);
        assert!(run.err.contains("such as `homes"), "{}", run.err);
    }
    let run = desk.run(&["rules", "new", "b", "--check", "agrement"]);
    assert_eq!(run.status, Some(2));
    assert!(run.err.contains("'agreement'"), "{}", run.err);
}

#[test]
fn files_and_directories_are_tested_and_one_problem_does_not_stop_the_others() {
    let fails = rule("").replacen("180 homes", "121 homes", 1);
    let desk = Desk::new(
        "rules-test",
        &[
            ("good/homes-differ.yaml", rule("")),
            ("bad/homes-differ.yaml", fails),
            ("mixed/homes-differ.yaml", rule("")),
            ("mixed/other.yaml", rule("")),
            ("mixed/.hidden.yaml", "no".to_owned()),
            ("mixed/below/not-read.yaml", "no".to_owned()),
            ("above/below/a.yaml", rule("")),
        ],
    );
    let run = desk.run(&["rules", "test", "good/homes-differ.yaml"]);
    assert_eq!((run.status, run.err.as_str()), (Some(0), ""));
    assert_eq!(
        run.out,
        "ok     homes-differ\n1 rule with 2 tests: 0 failed\n"
    );

    let run = desk.run(&["rules", "test", "bad"]);
    assert_eq!(run.status, Some(1));
    assert_eq!(
        run.out,
        "FAILED homes-differ\n1 rule with 2 tests: 1 failed\n"
    );
    assert_eq!(
        run.err,
        "error: bad/homes-differ.yaml:11:11: \"two outlets\": expected findings [warning], got []\n  \
         read, by A: 120 (homes_destroyed, Homs, 2024-05-02, cumulative)\n  \
         read, by B: 121 (homes_destroyed, Homs, 2024-05-02, cumulative)\n  found nothing\n"
    );

    for command in ["test", "check"] {
        let run = desk.run(&["rules", command, "mixed", "nowhere.yaml"]);
        assert_eq!(run.status, Some(2), "{command}");
        assert!(run.out.contains("ok"), "{}", run.out);
        assert!(
            run.err
                .contains("mixed/other.yaml:1:5: the id is `homes-differ`"),
            "{}",
            run.err
        );
        let missing = "error: nowhere.yaml: no such file or directory\n";
        assert!(run.err.contains(missing), "{}", run.err);
        assert!(!run.err.contains("not-read") && !run.err.contains("hidden"));
        let run = desk.run(&["rules", command, "above"]);
        assert_eq!((run.status, run.out.contains("ok")), (Some(2), false));
        assert!(run.err.contains("directories in it are not looked into"));
    }
}

#[test]
fn a_silent_rule_that_read_nothing_fails() {
    let nothing = rule("").replacen(
        "120 homes in Homs on Wednesday.\" }\n    claims: 1",
        "it.\" }\n    claims: 1",
        1,
    );
    assert_ne!(nothing, rule(""));
    let desk = desk("rules-test-nothing", &nothing);
    let run = desk.run(&["rules", "test", "rules"]);
    assert_eq!(run.status, Some(1));
    assert_eq!(
        run.err,
        "error: rules/homes-differ.yaml:17:11: \"one outlet\": expected 1 figures of the selected measures, found 0\n  \
         read no figure of the selected measures\n  found nothing\n"
    );
}

#[test]
fn a_severity_for_each_verdict() {
    let severity =
        |map: &str| rule("").replacen("severity: warning", &format!("severity: {map}"), 1);
    let of = |test: &str, map: &str| {
        let run = desk(test, &severity(map)).run(&CHECK);
        assert_eq!(run.err, "");
        let severities = found(&run).into_iter().map(|(severity, _)| severity);
        severities.collect::<Vec<_>>()
    };
    let warning = ["warning"];
    let note = ["note"];
    assert_eq!(of("severity-one", "warning"), warning);
    assert_eq!(of("severity-note", "{ contradiction: note }"), note);
    assert_eq!(
        of(
            "severity-left-out",
            "{ contradiction: warning, consistent: note }"
        ),
        warning
    );
    // About 120 and about 180 may both be right by the letter.
    let loose = |test: &str, map: &str| {
        let desk = desk(test, &severity(map));
        desk.write(
            "wire/a.txt",
            report(0).replace("0 homes", "about 1,200 homes").as_bytes(),
        );
        desk.write(
            "own/b.txt",
            report(0).replace("0 homes", "about 1,400 homes").as_bytes(),
        );
        let run = desk.run(&CHECK[..6]);
        found(&run)
    };
    let told = |severity: &str| {
        vec![(
            severity.to_owned(),
            vec!["wire/a.txt".to_owned(), "own/b.txt".to_owned()],
        )]
    };
    let map = "{ contradiction: error, discrepancy: note }";
    assert_eq!(loose("severity-loose-note", map), told("note"));
    assert_eq!(
        loose("severity-loose", "{ contradiction: warning }"),
        told("warning")
    );

    let desk = desk("severity-shown", &severity(map));
    let list = desk.run(&["rules", "list", "--rules", "rules"]).out;
    assert!(
        list.contains("\nhomes-differ        error/note  Two counts"),
        "{list}"
    );
    let explained = desk
        .run(&["rules", "explain", "homes-differ", "--rules", "rules"])
        .out;
    assert!(
        explained.contains(
            "\nseverity  at most error (contradiction), note (discrepancy), note (consistent)\n"
        ),
        "{explained}"
    );
}

#[test]
fn a_rule_looks_at_some_documents() {
    let documents = |test: &str, more: &str| {
        let run = desk(test, &rule(more)).run(&CHECK);
        assert_eq!(run.err, "");
        let found = found(&run).into_iter().flat_map(|(_, documents)| documents);
        found.collect::<Vec<_>>()
    };
    let all = ["wire/a.txt", "own/b.txt", "opinion/c.txt"];
    assert_eq!(documents("scope-all", ""), all);
    assert_eq!(
        documents("scope-ignores", "ignores: [opinion/**]\n"),
        all[..2]
    );
    assert_eq!(documents("scope-first", "ignores: [wire/**]\n"), all[1..]);
    assert_eq!(
        documents("scope-files", "files: [\"w*/*\", own/b.txt]\n"),
        all[..2]
    );
    assert_eq!(documents("scope-one", "files: [wire/**]\n"), [""; 0]);
    assert_eq!(documents("scope-names", "files: [\"*.txt\"]\n"), [""; 0]);
    assert_eq!(
        documents("scope-below", "files: [\"**/*.txt\"]\nignores: [wire/**]\n"),
        all[1..]
    );
}

#[test]
fn paths_may_be_written_in_any_way() {
    let desk = desk("scope-paths", &rule("files: [wire/**, own/**]\n"));
    let whole = desk.path().join("own/b.txt");
    let whole = whole.to_str().unwrap_or_default();
    let run = desk.run(&[
        "check",
        "--format=json",
        "--rules=rules",
        "./own/../wire/a.txt",
        whole,
    ]);
    assert_eq!(run.err, "");
    let told = vec!["./own/../wire/a.txt".to_owned(), whole.to_owned()];
    assert_eq!(found(&run), [("warning".to_owned(), told)]);
}

#[test]
fn explain_says_that_a_rule_does_not_look() {
    let desk = desk("scope-explain", &rule("ignores: [opinion/**]\n"));
    let said = |at: &str| {
        desk.run(&["explain", "--rules=rules", at, "wire", "own", "opinion"])
            .out
    };
    let inside = said("wire/a.txt:3");
    assert!(
        inside.contains("the rule does not look at its document"),
        "{inside}"
    );
    assert!(inside.contains("compared with 180"), "{inside}");
    let outside = said("opinion/c.txt:3");
    let alone = "Two counts of the homes destroyed differ
  compared with nothing: the rule does not look at its document

";
    assert!(outside.contains(alone), "{outside}");
    let shown = desk
        .run(&["rules", "explain", "homes-differ", "--rules", "rules"])
        .out;
    assert!(shown.contains("\nignores   opinion/**\n"), "{shown}");
}
