//! What is not told again: ignores, marks of review, known findings.

mod common;

use common::{AT_ODDS, Desk, GOMA};

/// A board of eleven, told as five and seven.
const BOARD: &str = "The board has eleven members: five women and seven men.\n";

fn markdown(comment: &str) -> String {
    format!("# The harbour board\n\nIt met on Monday.\n\n{comment}\n{BOARD}\nIt will meet again.\n")
}

#[test]
fn a_comment_ignores_a_rule_in_the_next_block() {
    let desk = Desk::new("settled_comment", &[("a.md", markdown(""))]);
    assert_eq!(desk.run(&["check", "a.md"]).status, Some(1));
    for comment in [
        "<!-- claimlint-ignore sum: the chair has no vote -->",
        "<!-- claimlint-ignore sum: the chair has no vote -->\n",
        "<!--claimlint-ignore ratio, sum : the chair\nhas no vote-->",
    ] {
        desk.write("a.md", markdown(comment).as_bytes());
        let run = desk.run(&["check", "a.md"]);
        assert_eq!(run.status, Some(0), "{comment}: {}{}", run.out, run.err);
        assert!(
            run.out.ends_with("compared: nothing new; 1 ignored\n"),
            "{}",
            run.out
        );
    }
    for comment in [
        "<!-- note: claimlint-ignore sum: only a whole comment counts -->",
        "<!-- claimlint-ignore ratio: another rule -->",
        "<!-- claimlint-ignore sum: not the next block -->\n\nOne more paragraph.\n",
        "```\n<!-- claimlint-ignore sum: code -->\n```",
    ] {
        desk.write("a.md", markdown(comment).as_bytes());
        let run = desk.run(&["check", "a.md"]);
        assert_eq!(run.status, Some(1), "{comment}");
        assert!(run.out.contains("error[sum]"), "{comment}");
    }
}

#[test]
fn a_comment_that_cannot_be_read_is_a_problem() {
    let desk = Desk::new("settled_bad_comment", &[("a.md", "")]);
    for (comment, expected) in [
        (
            "<!-- claimlint-ignore sum -->",
            "`claimlint-ignore` gives no reason\n  help: write <!-- claimlint-ignore sum: reason -->",
        ),
        (
            "<!-- claimlint-ignore sum: -->",
            "`claimlint-ignore` gives no reason",
        ),
        (
            "<!-- claimlint-ignore -->",
            "`claimlint-ignore` names nothing",
        ),
        (
            "<!-- claimlint-ignore: because -->",
            "`claimlint-ignore` names nothing",
        ),
        (
            "<!-- claimlint-ignore smu: because -->",
            "there is no rule `smu`\n  help: did you mean `sum`?",
        ),
        (
            "<!-- claimlint-ingore sum: because -->",
            "unknown word `claimlint-ingore`, expected `claimlint-ignore` or `claimlint-reviewed`\n  help: did you mean `claimlint-ignore`?",
        ),
        (
            "<!-- claimlint-reviewed sum: AB -->",
            "found `sum`, expected the key of a finding",
        ),
    ] {
        desk.write("a.md", markdown(comment).as_bytes());
        let run = desk.run(&["check", "a.md"]);
        assert_eq!(run.status, Some(2), "{comment}");
        assert!(
            run.err.starts_with(&format!("error: a.md:5:1: {expected}")),
            "{}",
            run.err
        );
        assert!(
            run.out.contains("error[sum]"),
            "the finding is told: {comment}"
        );
    }
}

#[test]
fn an_ignore_that_is_not_used_is_told() {
    let comment = "<!-- claimlint-ignore limit: never -->";
    let desk = Desk::new("settled_unused", &[("a.md", markdown(comment))]);
    let run = desk.run(&["check", "a.md"]);
    assert_eq!(run.status, Some(1));
    assert_eq!(
        run.err,
        "remark: a.md:5:1: this ignore is not used: `limit` finds nothing in the next block: take the comment away\n"
    );
    // A rule that compares articles had nothing to compare.
    desk.write(
        "a.md",
        markdown("<!-- claimlint-ignore toll-falls: never -->").as_bytes(),
    );
    assert_eq!(desk.run(&["check", "a.md"]).err, "");
    let config = "ignore:\n  - { rule: sum, text: \"eleven members\", reason: settled }\n  - { rule: sum, text: it is nowhere, reason: gone }\n  \
                  - { rule: limit, text: \"It met on\", reason: fits now }\n";
    desk.write("a.md", markdown("").as_bytes());
    desk.write("claimlint.yaml", config.as_bytes());
    let run = desk.run(&["check", "a.md"]);
    assert_eq!(run.status, Some(0));
    let gone = "remark: claimlint.yaml:3:13: this ignore is not used: `sum` finds nothing with these words: take it away\n";
    let fits = "remark: claimlint.yaml:4:13: this ignore is not used: `limit` finds nothing with these words: take it away\n";
    assert_eq!(
        run.err, fits,
        "the words that stand nowhere may stand in another article"
    );
    assert_eq!(desk.run(&["check", "."]).err, [gone, fits].concat());
}

#[test]
fn plain_text_is_ignored_by_its_words() {
    let config = |files: &str| {
        format!(
            "ignore:\n  - rule: killed-differs\n    text: |\n      killed 26 people\n        in Manila\n{files}    reason: the toll was corrected\n"
        )
    };
    let desk = Desk::new("settled_words", &[("a.txt", AT_ODDS)]);
    for (files, status) in [
        ("", 0),
        ("    files: [\"*.txt\"]\n", 0),
        ("    files: [\"b.txt\"]\n", 1),
    ] {
        desk.write("claimlint.yaml", config(files).as_bytes());
        assert_eq!(
            desk.run(&["check", "a.txt"]).status,
            Some(status),
            "{files}"
        );
    }
}

#[test]
fn among_several_articles_the_others_still_differ() {
    let third = "Date: 2024-03-07\nSource: Radio Kivu\n\nThere are 80,000 people sheltering in Goma, the army said.\n";
    let desk = Desk::new("settled_several", &GOMA);
    desk.write("goma-c.txt", third.as_bytes());
    let ignore = |words: &str| {
        let config = format!(
            "ignore:\n  - {{ rule: people-in-place, text: \"{words}\", reason: settled }}\n"
        );
        desk.write("claimlint.yaml", config.as_bytes());
        let run = desk.run(&["check", "--format", "json", "."]);
        let findings = run.json()["findings"].clone();
        let locations = findings[0]["locations"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        let text = |l: &serde_json::Value| l["text"].as_str().unwrap_or_default().to_owned();
        locations.iter().map(text).collect::<Vec<_>>()
    };
    assert_eq!(ignore("Radio Kivu").len(), 3);
    assert_eq!(ignore("80,000 people"), ["Some 45,000", "About 60,000"]);
    assert_eq!(ignore("people are sheltering in Goma"), [""; 0]);
}

#[test]
fn what_was_reviewed_survives_reflow_and_not_a_change() {
    let desk = Desk::new("settled_reviewed", &[("a.md", markdown(""))]);
    let out = desk.run(&["check", "--keys", "a.md"]).out;
    let key = out
        .split("= key: ")
        .nth(1)
        .and_then(|rest| rest.lines().next())
        .unwrap();
    let comment = format!("<!-- claimlint-reviewed {key}: phoned the board, AB, 3 March -->");
    let reviewed = markdown(&comment);
    let reflown = reviewed.replace("members: ", "members:\n");
    for text in [&reviewed, &reflown] {
        desk.write("a.md", text.as_bytes());
        let run = desk.run(&["check", "a.md"]);
        assert_eq!((run.status, run.err.as_str()), (Some(0), ""), "{}", run.out);
        assert!(
            run.out.ends_with("nothing new; 1 reviewed\n"),
            "{}",
            run.out
        );
    }
    desk.write(
        "a.md",
        reviewed.replace("five women", "six women").as_bytes(),
    );
    let run = desk.run(&["check", "a.md"]);
    assert_eq!(run.err, "", "it may be about another article");
    let run = desk.run(&["check", "."]);
    assert_eq!(run.status, Some(1));
    let expected =
        format!("remark: ./a.md:5:1: this mark is out of date: no finding has the key `{key}`: ");
    assert!(run.err.starts_with(&expected), "{}", run.err);
    desk.write("a.md", markdown("").as_bytes());
    let config = format!("reviewed:\n  - {{ key: \"{key}\", note: phoned the board }}\n");
    desk.write("claimlint.yaml", config.as_bytes());
    assert_eq!(desk.run(&["check", "a.md"]).status, Some(0));
}

#[test]
fn a_baseline_knows_findings_by_their_words() {
    let desk = Desk::new(
        "settled_baseline",
        &[("a.md", markdown("")), ("b.txt", AT_ODDS.to_owned())],
    );
    let written = desk.run(&["baseline", "write", "."]);
    assert_eq!(
        (written.status, written.out.as_str()),
        (Some(0), "claimlint-baseline.json: 2 findings known\n"),
        "{}",
        written.err
    );
    let file = || std::fs::read_to_string(desk.path().join("claimlint-baseline.json")).unwrap();
    let first = file();
    assert!(
        first.contains("\"documents\": [\n        \"a.md\"\n      ]"),
        "{first}"
    );
    desk.run(&["baseline", "write", "."]);
    assert_eq!(file(), first, "the same each time");
    let check = |args: &[&str]| {
        let args = [&["check", "--baseline", "claimlint-baseline.json"], args].concat();
        let run = desk.run(&args);
        assert_eq!(run.err, "");
        let tail = run.out.trim_end().split("against the baseline: ").nth(1);
        (run.status, tail.unwrap_or_default().to_owned())
    };
    let is = |status, tail: &str| (Some(status), tail.to_owned());
    assert_eq!(check(&["."]), is(0, "0 new, 2 known, 0 fixed"));
    // Moved, broken anew, in another file.
    let moved = format!(
        "# The board\n\nA word before.\n\n{}",
        BOARD.replace(' ', "\n")
    );
    std::fs::remove_file(desk.path().join("a.md")).unwrap();
    desk.write("c.md", moved.as_bytes());
    assert_eq!(check(&["."]), is(0, "0 new, 2 known, 0 fixed"));
    // A second one of the same words is new; a changed figure is new, and what it was is fixed.
    desk.write("d.md", moved.as_bytes());
    assert_eq!(check(&["."]), is(1, "1 new, 2 known, 0 fixed"));
    desk.write("d.md", b"# Nothing\n\nNothing here.\n");
    desk.write("c.md", moved.replace("eleven", "ten").as_bytes());
    assert_eq!(check(&["."]), is(1, "1 new, 1 known, 1 fixed"));
    // What was not read is not fixed.
    assert_eq!(check(&["c.md"]).1, "1 new, 0 known, 1 fixed");
    assert_eq!(check(&["d.md"]).1, "0 new, 0 known, 1 fixed");
}

#[test]
fn a_known_disagreement_of_three_stays_known_when_one_goes() {
    let desk = Desk::new("settled_three", &GOMA);
    let third = "Date: 2024-03-07\nSource: Radio Kivu\n\nThere are 80,000 people sheltering in Goma, the army said.\n";
    desk.write("goma-c.txt", third.as_bytes());
    assert_eq!(desk.run(&["baseline", "write", "."]).status, Some(0));
    std::fs::remove_file(desk.path().join("goma-c.txt")).unwrap();
    let run = desk.run(&["check", "--baseline", "claimlint-baseline.json", "."]);
    assert!(
        run.out.ends_with("0 new, 1 known, 0 fixed\n"),
        "{}",
        run.out
    );
    // Held each by itself, what two articles say was not looked for.
    let run = desk.run(&[
        "check",
        "--per-document",
        "--baseline",
        "claimlint-baseline.json",
        ".",
    ]);
    assert!(
        run.out.ends_with("0 new, 0 known, 0 fixed\n"),
        "{}",
        run.out
    );
}

#[test]
fn a_baseline_that_cannot_be_read_is_kept() {
    let desk = Desk::new("settled_bad_baseline", &[("a.txt", AT_ODDS)]);
    let written = desk.run(&["baseline", "write", "--file", "k.json", "a.txt"]);
    assert_eq!(written.status, Some(0), "{}", written.err);
    let good = std::fs::read_to_string(desk.path().join("k.json")).unwrap();
    let second = good.lines().nth(1).unwrap();
    for (text, expected) in [
        ("{", "k.json:1:1: this is no baseline: EOF"),
        ("my notes", "k.json:1:"),
        (
            &good.replace("baseline/1", "baseline/9"),
            "k.json: the schema is `claimlint.baseline/9`, expected `claimlint.baseline/1`",
        ),
        (
            &good.replace("killed 26", "killed 27"),
            "k.json:6:1: the key `",
        ),
        (
            &good.replace("\"count\"", "\"cuont\""),
            "k.json:7:13: this is no baseline: unknown field `cuont`",
        ),
        (
            &good.replace(second, &format!("<<<<<<< ours\n{second}")),
            "k.json:2:1: this is no baseline",
        ),
    ] {
        desk.write("k.json", text.as_bytes());
        for args in [
            &["check", "--baseline", "k.json", "a.txt"][..],
            &["baseline", "write", "--file", "k.json", "a.txt"],
        ] {
            let run = desk.run(args);
            assert_eq!(run.status, Some(2), "{text}");
            assert!(
                run.err.starts_with(&format!("error: {expected}")),
                "{}",
                run.err
            );
        }
        let kept = std::fs::read_to_string(desk.path().join("k.json")).unwrap();
        assert_eq!(kept, *text, "nothing is overwritten");
    }
    desk.write("k.json", good.as_bytes());
    desk.write("b.jsonl", b"{\n");
    let run = desk.run(&["baseline", "write", "--file", "k.json", "a.txt", "b.jsonl"]);
    assert_eq!(run.status, Some(2));
    assert!(
        run.err
            .contains("k.json: not written: what could not be read would be missing from it"),
        "{}",
        run.err
    );
}

#[test]
fn a_baseline_is_the_same_in_any_order_and_counts_what_was_read() {
    let row =
        "{\"id\":\"r\",\"text\":\"The board has eleven members: five women and seven men.\"}\n";
    let desk = Desk::new("settled_order", &GOMA);
    desk.write("rows.jsonl", row.as_bytes());
    let written = |paths: &[&str]| {
        let run = desk.run(&[&["baseline", "write"], paths].concat());
        assert_eq!(run.status, Some(0), "{}", run.err);
        std::fs::read_to_string(desk.path().join("claimlint-baseline.json")).unwrap()
    };
    let one = written(&["goma-a.txt", "goma-b.txt", "rows.jsonl"]);
    assert_eq!(one, written(&["rows.jsonl", "goma-b.txt", "goma-a.txt"]));
    let run = desk.run(&[
        "check",
        "--baseline",
        "claimlint-baseline.json",
        "goma-a.txt",
        "goma-b.txt",
    ]);
    assert!(
        run.out.ends_with("0 new, 1 known, 0 fixed\n"),
        "the rows were not read: {}",
        run.out
    );
}

#[test]
fn two_desks_know_the_same_sentence() {
    let slip = "The board has eleven members: five women and seven men.\n";
    let config = "baseline: known.json\n";
    let desk = Desk::new(
        "settled_desks",
        &[
            ("s/a.txt", slip),
            ("t/b.txt", slip),
            ("s/claimlint.yaml", config),
            ("t/claimlint.yaml", config),
        ],
    );
    for dir in ["s", "t"] {
        let file = format!("{dir}/known.json");
        let run = desk.run(&["baseline", "write", "--file", &file, dir]);
        assert_eq!(run.status, Some(0), "{}", run.err);
    }
    let run = desk.run(&["check", "s", "t"]);
    assert!(
        run.out.ends_with("0 new, 2 known, 0 fixed\n"),
        "{}{}",
        run.out,
        run.err
    );
}

#[test]
fn an_attribute_is_no_comment_and_near_misses_are_told() {
    let desk = Desk::new("settled_near", &[("a.md", "")]);
    desk.write(
        "a.md",
        format!("<a title=\"<!-- claimlint-ignore sum: x -->\">y</a>. {BOARD}").as_bytes(),
    );
    assert_eq!(desk.run(&["check", "a.md"]).status, Some(1));
    for comment in [
        "<!-- CLAIMLINT-IGNORE sum: x -->",
        "<!-- claimlint ignore sum: x -->",
        "<!-- claimlint: ignore sum: x -->",
    ] {
        desk.write("a.md", markdown(comment).as_bytes());
        let run = desk.run(&["check", "a.md"]);
        assert_eq!(run.status, Some(2), "{comment}");
        assert!(
            run.err.starts_with("error: a.md:5:1: unknown word `"),
            "{}",
            run.err
        );
    }
    desk.write(
        "a.md",
        markdown("<!-- claimlint finds nothing here -->").as_bytes(),
    );
    assert_eq!(desk.run(&["check", "a.md"]).err, "");
}

#[test]
fn what_was_not_looked_for_is_neither_unused_nor_fixed() {
    let ignored = "---\ndate: 2024-03-05\n---\n\n<!-- claimlint-ignore people-in-place: two counts, both printed -->\n\
                   Some 45,000 people are sheltering in Goma, the UN said.\n";
    let desk = Desk::new(
        "settled_partial",
        &[("in/a.md", ignored), ("in/b.txt", GOMA[1].1)],
    );
    desk.write(
        "draft.txt",
        b"A fire killed 12 people in Accra on Monday.\n",
    );
    desk.write("claimlint.yaml", b"root: true\n");
    for args in [
        &["--per-document", "in"][..],
        &["in/a.md"],
        &["draft.txt", "--against", "in"],
        &["."],
    ] {
        let run = desk.run(&[&["check"], args].concat());
        assert_eq!((run.status, run.err.as_str()), (Some(0), ""), "{args:?}");
    }
    // Among all articles, it is used no more.
    desk.write("in/b.txt", GOMA[1].1.replace("60,000", "45,000").as_bytes());
    let run = desk.run(&["check", "."]);
    assert!(
        run.err
            .contains("this ignore is not used: `people-in-place`"),
        "{}",
        run.err
    );
    desk.write("in/a.md", GOMA[0].1.as_bytes());
    desk.write("in/b.txt", GOMA[1].1.as_bytes());
    assert_eq!(desk.run(&["baseline", "write", "."]).status, Some(0));
    for (args, known) in [
        (&["draft.txt", "--against", "in"][..], 0),
        (&["in/a.md", "--against", "in/b.txt"], 1),
    ] {
        let run = desk.run(&[&["check", "--baseline", "claimlint-baseline.json"], args].concat());
        assert!(
            run.out
                .ends_with(&format!("0 new, {known} known, 0 fixed\n")),
            "{args:?}: {}",
            run.out
        );
    }
}
