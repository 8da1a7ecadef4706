//! Input that cannot be read: each case names its place on standard error, the rest is still checked, and the exit
//! status is 2.

mod common;

use common::{AT_ODDS, Desk, Run};

/// Runs `check` on a directory's files beside a good one, whose finding must come out nevertheless.
fn beside_a_good_file(desk: &Desk, args: &[&str]) -> Run {
    desk.write("good.txt", AT_ODDS.as_bytes());
    let run = desk.run(&[&["check", "good.txt"], args].concat());
    assert!(
        run.out.contains("error[killed-differs]"),
        "the good file is checked: {run:?}"
    );
    assert!(!run.err.contains("panicked"), "{run:?}");
    run
}

/// A test of one bad file: what is said of it, and that it is the only thing said.
fn says(test: &str, name: &str, content: &[u8], expected: &str) {
    let desk = Desk::new(test, &[(name, content)]);
    let run = beside_a_good_file(&desk, &[name]);
    assert_eq!(run.err, format!("error: {expected}\n"));
    assert_eq!(run.status, Some(2));
}

#[test]
fn a_missing_file() {
    let desk = Desk::new::<&str>("missing-file", &[]);
    let run = beside_a_good_file(&desk, &["drafts/gone.txt"]);
    assert_eq!(
        (run.status, run.err.as_str()),
        (Some(2), "error: drafts/gone.txt: no such file\n")
    );
}

#[test]
fn a_directory_without_an_article() {
    let desk = Desk::new("empty-directory", &[("empty/table.csv", "1,2\n")]);
    let run = beside_a_good_file(&desk, &["empty"]);
    assert!(
        run.err
            .starts_with("error: empty: no article in this directory: looked for .txt, "),
        "{}",
        run.err
    );
    assert_eq!(run.status, Some(2));
}

#[test]
fn an_empty_file() {
    says(
        "empty-file",
        "empty.txt",
        b"",
        "empty.txt: the file is empty: expected an article",
    );
}

#[test]
fn bytes_that_are_not_utf8() {
    let help = "\n  help: convert it with `iconv -f WINDOWS-1252 -t UTF-8`";
    says(
        "bad-utf8",
        "latin.txt",
        b"One.\nCaf\xE9 3.\n",
        &format!(
            "latin.txt:2:4: byte 0xE9 is not UTF-8; the file looks like Latin-1/Windows-1252{help}"
        ),
    );
}

#[test]
fn a_binary_file() {
    says(
        "binary",
        "photo.txt",
        b"\x89PNG\0\0\0",
        "photo.txt: looks like a binary file, expected text",
    );
}

#[test]
fn a_line_of_more_than_16_mebibytes() {
    let long = [b"Text.\n".as_slice(), &vec![b'a'; 16 * 1024 * 1024 + 1]].concat();
    says(
        "long-line",
        "long.txt",
        &long,
        "long.txt:2:1: the line has 16777217 bytes, expected at most 16777216 (16 MiB)\n  help: is this a text?",
    );
}

#[test]
fn html() {
    says(
        "html",
        "page.html",
        b"<p>Twelve died.</p>\n",
        "page.html: HTML is not read yet: save it as text or Markdown",
    );
}

/// A row that is the finding of [`AT_ODDS`], and may stand before or behind a bad one.
const ROW: &str = r#"{"id":"good","date":"2024-03-05","text":"Flood kills 31 in Manila\n\nThe flood killed 26 people in Manila on Monday, police said."}"#;

/// A test of one bad row between a row at odds with itself and an innocent one.
fn says_of_row(test: &str, row: &str, expected: &str) {
    let rows =
        format!("{ROW}\n{row}\n{{\"id\":\"last\",\"text\":\"Nine people died in Lima.\"}}\n");
    let desk = Desk::new(test, &[("rows.jsonl", rows)]);
    let run = desk.run(&["check", "rows.jsonl"]);
    assert_eq!(run.err, format!("error: {expected}\n"));
    assert_eq!(run.status, Some(2));
    assert!(run.out.contains("error[killed-differs]"), "{}", run.out);
    assert!(run.out.contains("2 articles, 3 figures"), "{}", run.out);
}

#[test]
fn a_broken_json_line() {
    let expected = "rows.jsonl:2:13: broken JSON: expected `,` or `}`, found `\"`";
    says_of_row("broken-row", r#"{"text":"a" "b"}"#, expected);
}

#[test]
fn a_row_without_text() {
    let expected =
        r#"rows.jsonl:2:1: no text: expected one of the fields "text", "body", "maintext""#;
    says_of_row("textless-row", r#"{"id":"x","title":"T"}"#, expected);
}

#[test]
fn an_id_that_is_used_twice() {
    let expected = "rows.jsonl:2:1: the id \"good\" is used twice, first at rows.jsonl:1\n  \
                    help: this article is left out: give it an id of its own";
    says_of_row(
        "twice",
        r#"{"id":"good","text":"Two people died."}"#,
        expected,
    );
}

#[test]
fn a_date_that_cannot_be_read_is_a_remark() {
    let text = AT_ODDS.replace("2024-03-05", "2004/2005");
    let desk = Desk::new(
        "bad-date",
        &[
            ("undated.txt", text),
            (
                "sound.txt",
                common::SOUND.replace("2024-03-05", "2004/2005"),
            ),
        ],
    );
    let remark = |file: &str| {
        format!(
            "remark: {file}:1:7: the date \"2004/2005\" cannot be read; the article counts as undated: write it as YYYY-MM-DD\n"
        )
    };
    let run = desk.run(&["check", "undated.txt"]);
    assert_eq!((run.status, run.err), (Some(1), remark("undated.txt")));
    let run = desk.run(&["check", "sound.txt"]);
    assert_eq!((run.status, run.err), (Some(0), remark("sound.txt")));
    let claims = desk
        .run(&["extract", "--format", "jsonl", "sound.txt"])
        .json();
    assert!(claims["published"].is_null(), "{claims}");
}

#[test]
fn a_missing_directory_of_rules() {
    let desk = Desk::new::<&str>("missing-rules", &[]);
    let run = beside_a_good_file(&desk, &["--rules", "desk-rules"]);
    assert_eq!(
        run.err,
        "error: desk-rules: no rules can be read from here: no such file or directory\n"
    );
    assert_eq!(run.status, Some(2));
}

#[test]
fn a_directory_of_rules_without_one() {
    let desk = Desk::new("no-rules", &[("desk/readme.txt", "No rules.\n")]);
    let run = beside_a_good_file(&desk, &["--rules", "desk"]);
    assert_eq!(
        run.err,
        "error: desk: no rule file (*.yaml) is in this directory\n"
    );
    assert_eq!(run.status, Some(2));
}

/// The built-in rule under another name.
fn rule(id: &str) -> String {
    include_str!("../rules/killed-differs.yaml").replacen(
        "id: killed-differs",
        &format!("id: {id}"),
        1,
    )
}

#[test]
fn a_broken_rule_beside_a_good_one() {
    let broken = rule("broken").replacen("measure: [killed]", "measure: [kiled]", 1);
    let desk = Desk::new(
        "broken-rule",
        &[
            ("desk/broken.yaml", broken),
            ("desk/toll.yaml", rule("toll")),
        ],
    );
    let run = beside_a_good_file(&desk, &["--rules", "desk"]);
    assert!(
        run.err
            .contains("unknown measure `kiled`, expected one of `killed`, "),
        "{}",
        run.err
    );
    assert!(
        run.err.starts_with("error: desk/broken.yaml:"),
        "{}",
        run.err
    );
    assert!(
        run.err.ends_with("\n  help: did you mean `killed`?\n"),
        "{}",
        run.err
    );
    assert!(
        run.out.contains("error[toll]"),
        "the other rule runs: {}",
        run.out
    );
    assert_eq!(run.status, Some(2));
}

#[test]
fn two_rule_files_of_one_id() {
    let desk = Desk::new(
        "one-id",
        &[
            ("desk/toll.yaml", rule("toll")),
            ("desk/toll.yml", rule("toll")),
        ],
    );
    let run = beside_a_good_file(&desk, &["--rules", "desk"]);
    let expected = "error: desk/toll.yml: the id `toll` is taken by desk/toll.yaml\n  \
                    help: give one of the two files another name and id\n";
    assert_eq!(run.err, expected);
    assert!(run.out.contains("error[toll]"), "{}", run.out);
    assert_eq!(run.status, Some(2));
}
