//! Configuration files: found upward, laid over each other, and told about when they are wrong.

mod common;

use common::{AT_ODDS, Desk, GOMA, SOUND};

#[test]
fn layers_are_found_upward_and_shown() {
    let desk = Desk::new(
        "config_layers",
        &[
            (
                "claimlint.yaml",
                "root: true\nprofile: factcheck\nseverities: { jump: off, sum: error }\nexclude: [drafts/]\n",
            ),
            (
                "sport/claimlint.yaml",
                "severities:\n  sum: { consistent: off }\ntolerances: { ratio: 4% }\nfail-on: never\n",
            ),
        ],
    );
    let run = desk.run(&["config", "show", "sport/a.md"]);
    assert_eq!((run.status, run.err.as_str()), (Some(0), ""));
    let expected = "\
# sport/a.md
# layers, outermost first: built-in, claimlint.yaml, sport/claimlint.yaml
profile: factcheck                       # claimlint.yaml:2
fail-on: never                           # sport/claimlint.yaml:4
severities:
  jump: off                              # claimlint.yaml:3
  sum: { consistent: off }               # sport/claimlint.yaml:2
tolerances:
  ratio: 4%                              # sport/claimlint.yaml:3
exclude:
  - \"drafts/\"                            # claimlint.yaml:4
";
    assert_eq!(run.out.replace("- drafts/   ", "- \"drafts/\" "), expected);
    let excluded = desk.run(&["config", "show", "drafts/a.md"]);
    assert!(
        excluded.out.ends_with("# this file is excluded\n"),
        "{}",
        excluded.out
    );
    let none = desk.run(&["config", "show", "--no-config", "sport/a.md"]);
    assert!(
        none.out.contains("# layers, outermost first: built-in\n"),
        "{}",
        none.out
    );
    // What is shown can be used.
    desk.write("shown.yaml", run.out.as_bytes());
    let again = desk.run(&["config", "show", "--config", "shown.yaml", "sport/a.md"]);
    assert_eq!((again.status, again.err.as_str()), (Some(0), ""));
}

#[test]
fn a_repository_does_not_depend_on_what_lies_around_it() {
    let desk = Desk::new(
        "config_repository",
        &[
            (
                "claimlint.yaml",
                "severities: { killed-differs: off, restatement: off }\n",
            ),
            ("repo/.git/HEAD", ""),
            ("repo/a.txt", AT_ODDS),
            ("other/claimlint.yaml", "root: true\n"),
            ("other/a.txt", AT_ODDS),
            ("plain/a.txt", AT_ODDS),
        ],
    );
    assert_eq!(desk.run(&["check", "repo/a.txt"]).status, Some(1));
    assert_eq!(desk.run(&["check", "other/a.txt"]).status, Some(1));
    assert_eq!(desk.run(&["check", "plain/a.txt"]).status, Some(0));
}

#[test]
fn severities_say_how_much_findings_matter() {
    let desk = Desk::new(
        "config_severities",
        &[("a.txt", AT_ODDS), ("b.txt", common::QUOTED)],
    );
    let severity = |config: &str, file: &str| {
        desk.write("claimlint.yaml", config.as_bytes());
        let run = desk.run(&["check", "--format", "json", file]);
        let findings = run.json()["findings"].clone();
        (
            run.status,
            findings[0]["severity"].as_str().map(str::to_owned),
        )
    };
    let is = |status, severity: &str| (Some(status), Some(severity.to_owned()));
    assert_eq!(severity("root: true\n", "a.txt"), is(1, "error"));
    for (config, status, expected) in [
        ("severities: { killed-differs: warning }", 0, "warning"),
        (
            "severities: { killed-differs: { contradiction: note } }",
            0,
            "note",
        ),
        (
            "severities: { killed-differs: { discrepancy: note } }",
            1,
            "error",
        ),
        (
            "fail-on: warning\nseverities: { killed-differs: warning }",
            1,
            "warning",
        ),
        ("fail-on: never", 0, "error"),
    ] {
        assert_eq!(severity(config, "a.txt"), is(status, expected), "{config}");
    }
    assert_eq!(
        severity(
            "severities: { killed-differs: off, restatement: off }",
            "a.txt"
        ),
        (Some(0), None)
    );
    assert_eq!(severity("{}", "b.txt"), is(0, "note"));
    let graver = "severities: { part-exceeds-whole: error, ratio: error }";
    assert_eq!(
        severity(graver, "b.txt"),
        is(0, "note"),
        "a quotation stays a note"
    );
    assert_eq!(
        desk.run(&["check", "--fail-on", "note", "b.txt"]).status,
        Some(1),
        "the command line goes first"
    );
}

#[test]
fn tolerances_profile_and_words_say_how_articles_are_compared() {
    let goma = [
        (
            "a.txt",
            "Date: 2024-03-05\n\nAbout 1.5 million people are sheltering in Goma.\n",
        ),
        (
            "b.txt",
            "Date: 2024-03-08\n\nMore than 1.3 million people are sheltering in Goma.\n",
        ),
    ];
    let desk = Desk::new("config_compared", &goma);
    let found = |config: &str, args: &[&str]| {
        desk.write("claimlint.yaml", config.as_bytes());
        let args = [&["check", "--format", "json"], args].concat();
        let run = desk.run(&args);
        assert_ne!(run.status, Some(2), "{config}: {}", run.err);
        let findings = run.json()["findings"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        findings
            .iter()
            .filter(|finding| finding["severity"] != "note")
            .count()
    };
    assert_eq!(found("root: true", &["."]), 1);
    assert_eq!(found("tolerances: { people-in-place: 40% }", &["."]), 0);
    // The toll falls from one article to the next.
    let tolls = [("2013-08-06", 24), ("2013-08-14", 18)].map(|(day, dead)| {
        let text = format!("Date: {day}\n\nA car bomb killed {dead} people in Homs on 6 August.\n");
        let name = format!("homs-{day}.txt");
        desk.write(&name, text.as_bytes());
        name
    });
    let tolls = [&tolls[0][..], &tolls[1]];
    let falls = "severities: { killed-differs: off, restatement: off }";
    assert_eq!(found(falls, &tolls), 1);
    assert_eq!(found(&format!("{falls}\nprofile: desk"), &tolls), 0);
    let asked = [&["--profile", "factcheck"], &tolls[..]].concat();
    assert_eq!(found(&format!("{falls}\nprofile: desk"), &asked), 1);
    desk.write(
        "known.csv",
        b"measure,place,as-of,low,source
displaced,Goma,2024-03-05,2500000,Camp register
",
    );
    assert_eq!(found("reference: [known.csv]", &["a.txt"]), 1);
    desk.write(
        "words.yaml",
        b"places:\n  - { name: Old Wharf, within: Accra }\nclasses:\n  leave: [left]\nmeasures:\n  - { id: gone, status: cumulative, label: people gone, frames: [\"# {leave}\"] }\n",
    );
    desk.write("w.txt", b"Some 300 people left Old Wharf on Monday.\n");
    desk.write("claimlint.yaml", b"lexicon: [words.yaml]\n");
    let run = desk.run(&["extract", "w.txt"]);
    assert!(
        run.out.contains("gone") && run.out.contains("Old Wharf"),
        "{}",
        run.out
    );
}

#[test]
fn excluded_files_are_not_read_even_when_named() {
    let desk = Desk::new(
        "config_excluded",
        &[
            ("claimlint.yaml", "exclude: [\"drafts/\", \"*.old.txt\"]\n"),
            ("drafts/a.txt", AT_ODDS),
            ("b.old.txt", AT_ODDS),
            ("c.txt", SOUND),
        ],
    );
    for paths in [&["."][..], &["drafts/a.txt", "b.old.txt", "c.txt"]] {
        let run = desk.run(&[&["check"], paths].concat());
        assert_eq!((run.status, run.err.as_str()), (Some(0), ""));
        assert!(run.out.starts_with("1 article, "), "{}", run.out);
        assert!(run.out.ends_with("; 2 files excluded\n"), "{}", run.out);
    }
    let run = desk.pipe(
        &["check", "-", "--stdin-filename", "drafts/x.txt"],
        AT_ODDS.as_bytes(),
    );
    assert!(run.out.starts_with("0 articles"), "{}", run.out);
}

#[test]
fn standard_input_can_stand_for_a_file() {
    let desk = Desk::new(
        "config_stdin",
        &[(
            "notes/claimlint.yaml",
            "severities: { killed-differs: off, restatement: off }\n",
        )],
    );
    let markdown = "---\nsource: The Post\n---\n\n# Flood kills 31 in Manila\n\nThe flood killed 26 people in Manila on Monday.\n";
    let run = desk.pipe(
        &["check", "--stdin-filename", "a.md", "-"],
        markdown.as_bytes(),
    );
    assert_eq!(run.status, Some(1), "{}", run.err);
    assert!(run.out.contains("--> a.md:5:15"), "{}", run.out);
    let run = desk.pipe(
        &["check", "--stdin-filename", "notes/a.md", "-"],
        markdown.as_bytes(),
    );
    assert_eq!(run.status, Some(0), "{}", run.out);
}

#[test]
fn articles_under_unlike_configurations_are_checked_apart() {
    let desk = Desk::new(
        "config_apart",
        &[
            ("a/goma-a.txt", GOMA[0].1),
            ("b/goma-b.txt", GOMA[1].1),
            ("b/claimlint.yaml", "tolerances: { people-in-place: 1% }\n"),
        ],
    );
    let run = desk.run(&["check", "."]);
    assert_eq!(run.status, Some(0));
    assert_eq!(
        run.err,
        "remark: claimlint.yaml: 2 groups of articles are checked apart, since their configurations differ in rules, \
         words or tolerances; they begin with ./a/goma-a.txt, ./b/goma-b.txt\n"
    );
    desk.write(
        "b/claimlint.yaml",
        b"severities: { people-in-place: error }\n",
    );
    let run = desk.run(&["check", "."]);
    assert_eq!(
        (run.status, run.err.as_str()),
        (Some(0), ""),
        "the first figure stands in a/"
    );
    assert!(
        run.out.starts_with("warning[people-in-place]"),
        "{}",
        run.out
    );
}

#[test]
fn mistakes_are_named_with_their_place_and_nothing_is_checked() {
    let desk = Desk::new("config_mistakes", &[("a.txt", AT_ODDS)]);
    for (config, expected) in [
        (
            "profil: desk\n",
            "claimlint.yaml:1:1: unknown key `profil`, expected one of",
        ),
        (
            "profile: dsk\n",
            "claimlint.yaml:1:10: unknown word `dsk`, expected one of `desk`, `factcheck`\n  help: did you mean `desk`?",
        ),
        (
            "severities:\n  jmp: off\n",
            "claimlint.yaml:2:3: there is no rule `jmp`\n  help: did you mean `jump`? ",
        ),
        (
            "severities:\n  jump: of\n",
            "claimlint.yaml:2:9: unknown word `of`",
        ),
        (
            "severities:\n  jump: { contradicton: off }\n",
            "claimlint.yaml:2:11: unknown",
        ),
        ("severities: [jump]\n", "claimlint.yaml:1:13: found"),
        (
            "tolerances:\n  sum: 2%\n",
            "claimlint.yaml:2:8: the rule `sum` has no tolerance",
        ),
        (
            "tolerances:\n  ratio: 2\n",
            "claimlint.yaml:2:10: found `2`, expected a percentage",
        ),
        (
            "exclude: [\"{a\"]\n",
            "claimlint.yaml:1:11: `{a` is no pattern of files",
        ),
        (
            "ignore:\n  - { rule: sum, text: a }\n",
            "claimlint.yaml:2:18: the key `reason` is missing here",
        ),
        (
            "ignore:\n  - { rule: sum, text: a b, reason: \" \" }\n",
            "claimlint.yaml:2:37: the reason is blank",
        ),
        (
            "ignore:\n  - { rule: summ, text: a b, reason: b }\n",
            "claimlint.yaml:2:13: there is no rule `summ`\n  help: did you mean `sum`?",
        ),
        (
            "reviewed:\n  - { key: 12, note: b }\n",
            "claimlint.yaml:2:12: found `12`, expected the key of a finding",
        ),
        (
            "rule-directories: [nowhere]\n",
            "claimlint.yaml:1:20: nowhere: no such file or directory",
        ),
        (
            "lexicon: [nowhere.yaml]\n",
            "claimlint.yaml:1:11: no such file",
        ),
        (
            "baseline: nowhere.json\n",
            "nowhere.json: no such file\n  help: `claimlint baseline write --file nowhere.json PATH…`",
        ),
        ("<<<<<<< ours\nprofile: desk\n=======\n", "claimlint.yaml:"),
        (
            "profile: desk\nprofile: desk\n",
            "claimlint.yaml:2:1: the key `profile` stands here twice",
        ),
    ] {
        desk.write("claimlint.yaml", config.as_bytes());
        let run = desk.run(&["check", "a.txt"]);
        assert_eq!(run.status, Some(2), "{config}");
        let first = run.err.strip_prefix("error: ").unwrap_or_default();
        assert!(first.starts_with(expected), "{config}{}", run.err);
    }
    let run = desk.run(&["check", "--config", "nowhere.yaml", "a.txt"]);
    assert_eq!(
        (run.status, run.err.as_str()),
        (Some(2), "error: nowhere.yaml: no such file\n")
    );
    desk.write("claimlint.yaml", b"profile: \xff\n");
    let run = desk.run(&["check", "a.txt"]);
    assert_eq!(run.status, Some(2));
    assert!(
        run.err.starts_with("error: claimlint.yaml:1:"),
        "{}",
        run.err
    );
    desk.write("claimlint.yaml", b"# nothing yet\n");
    assert_eq!(desk.run(&["check", "a.txt"]).status, Some(1));
}

#[test]
fn snapshots_lie_beside_the_configuration() {
    let desk = Desk::new(
        "config_snapshots",
        &[
            ("desk/claimlint.yaml", "exclude: [drafts/]\n"),
            ("desk/articles/a.txt", SOUND),
            ("desk/drafts/b.txt", SOUND),
        ],
    );
    let recorded = desk.run(&["snapshot", "desk"]);
    assert_eq!(recorded.status, Some(0), "{}", recorded.err);
    assert!(
        recorded
            .out
            .contains("written: desk/snapshots/articles/a.txt.snap"),
        "{}",
        recorded.out
    );
    assert!(!recorded.out.contains("b.txt"), "{}", recorded.out);
    assert_eq!(
        desk.run(&["snapshot", "--check", "desk/articles"]).status,
        Some(0)
    );
    desk.write("desk/articles/a.txt", SOUND.replace("26", "27").as_bytes());
    let changed = desk.run(&["snapshot", "desk/articles"]);
    assert_eq!(changed.status, Some(1));
    assert!(
        changed
            .out
            .contains("`claimlint snapshot accept --dir desk/snapshots`"),
        "{}",
        changed.out
    );
    let accepted = desk.run(&["snapshot", "accept", "--dir", "desk/snapshots"]);
    assert_eq!(accepted.status, Some(0), "{}", accepted.err);
    desk.write("desk/claimlint.yaml", b"snapshots: recorded/claims\n");
    let elsewhere = desk.run(&["snapshot", "desk/articles"]);
    assert!(
        elsewhere.out.contains("written: desk/recorded/claims/"),
        "{}",
        elsewhere.out
    );
}

#[test]
fn rules_of_a_desk_know_its_words() {
    let rule = "id: gone-differ\ntitle: Two counts of those who left differ\nwhy: They should not.\nseverity: warning\nprofile: [desk]\n\
                select: { measure: [gone] }\ngroup-by: [place]\ncheck: { agreement: { tolerance: 2% } }\nmessage: \"gone: {values}\"\ntests:\n  \
                - name: differ\n    documents:\n      - { source: A, text: \"Some 300 people left Accra.\" }\n      \
                - { source: B, text: \"Some 900 people left Accra.\" }\n    claims: 2\n    findings: [warning]\n  \
                - name: agree\n    documents:\n      - { source: A, text: \"Some 300 people left Accra.\" }\n    claims: 1\n    findings: []\n";
    let words = "classes:\n  leave: [left]\nmeasures:\n  - { id: gone, status: stock, label: people gone, frames: [\"# {leave}\"] }\n";
    let desk = Desk::new(
        "config_rules",
        &[
            ("desk/rules/gone-differ.yaml", rule),
            ("desk/words.yaml", words),
        ],
    );
    let unknown = desk.run(&["rules", "check", "desk/rules"]);
    assert_eq!(unknown.status, Some(2), "{}", unknown.out);
    desk.write(
        "desk/claimlint.yaml",
        b"lexicon: [words.yaml]\nrule-directories: [rules]\n",
    );
    for args in [
        &["rules", "check", "desk/rules"][..],
        &["rules", "test", "desk/rules"],
    ] {
        let run = desk.run(args);
        assert_eq!((run.status, run.err.as_str()), (Some(0), ""), "{}", run.out);
    }
    desk.write(
        "desk/a.txt",
        b"Date: 2024-03-05\n\nSome 300 people left Accra.\n",
    );
    desk.write(
        "desk/b.txt",
        b"Date: 2024-03-05\n\nSome 900 people left Accra.\n",
    );
    let run = desk.run(&["check", "desk"]);
    assert!(
        run.out.starts_with("warning[gone-differ]: gone: "),
        "{}{}",
        run.out,
        run.err
    );
}

#[test]
fn a_rule_directory_that_is_named_twice_is_read_once() {
    let desk = Desk::new(
        "config_rules_twice",
        &[
            (
                "claimlint.yaml",
                "root: true\nrule-directories: [desk-rules]\n",
            ),
            ("a.txt", AT_ODDS),
        ],
    );
    desk.run(&["rules", "new", "homes-differ", "--dir", "desk-rules"]);
    for dir in ["desk-rules", "./desk-rules/"] {
        let run = desk.run(&["check", "--rules", dir, "a.txt"]);
        assert_eq!((run.status, run.err.as_str()), (Some(1), ""), "{dir}");
    }
}

#[test]
fn what_is_no_configuration_is_not_passed_over() {
    let desk = Desk::new(
        "config_misnamed",
        &[("a.txt", SOUND), ("claimlint.yml", "{}\n")],
    );
    let run = desk.run(&["check", "a.txt"]);
    assert_eq!(
        (run.status, run.err.as_str()),
        (
            Some(2),
            "error: claimlint.yml: a configuration is called claimlint.yaml\n  help: give it that name\n"
        )
    );
    desk.write("claimlint.yaml/inside", b"");
    let run = desk.run(&["check", "a.txt"]);
    assert_eq!(
        (run.status, run.err.as_str()),
        (
            Some(2),
            "error: claimlint.yaml: no file that can be read, expected a configuration\n"
        )
    );
}

#[test]
fn what_a_check_rests_on_is_not_written_over() {
    let desk = Desk::new(
        "config_kept",
        &[
            ("claimlint.yaml", "root: true\nlexicon: [words.yaml]\n"),
            ("words.yaml", "furniture: [Read on]\n"),
            ("a.txt", SOUND),
        ],
    );
    for (file, status) in [
        ("claimlint.yaml", 2),
        ("./words.yaml", 2),
        ("a.txt", 2),
        ("new.json", 0),
    ] {
        let output = format!("json={file}");
        let run = desk.run(&["check", "--output", &output, "a.txt"]);
        assert_eq!(run.status, Some(status), "{file}: {}", run.err);
    }
    assert_eq!(desk.run(&["check", "a.txt"]).status, Some(0));
    let twice = desk.run(&[
        "check",
        "--output",
        "json=x",
        "--output",
        "sarif=./x",
        "a.txt",
    ]);
    assert_eq!(twice.status, Some(2));
    // What the program wrote is no article.
    assert_eq!(desk.run(&["check", "."]).err, "");
}

#[test]
fn what_is_on_the_screen_takes_the_place_of_its_file() {
    let desk = Desk::new(
        "config_screen",
        &[("in/draft.txt", AT_ODDS), ("in/other.txt", SOUND)],
    );
    let args = [
        "check",
        "--stdin-filename",
        "in/draft.txt",
        "-",
        "--against",
        "in",
    ];
    let run = desk.pipe(&args, SOUND.as_bytes());
    assert_eq!((run.status, run.err.as_str()), (Some(0), ""), "{}", run.out);
    assert!(run.out.starts_with("2 articles"), "{}", run.out);
}
