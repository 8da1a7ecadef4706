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
fn a_page_without_an_article() {
    says(
        "empty-page",
        "page.html",
        b"<!DOCTYPE html><nav>12 died</nav><div id=app></div><script>draw(31)</script>\n",
        "page.html: no text on this page: expected an article\n  \
         help: where a script fills in the page, save it from the browser",
    );
}

#[test]
fn a_page_in_another_encoding() {
    says(
        "page-encoding",
        "page.htm",
        b"<html><head>\n<meta charset=\"windows-1252\"></head><p>Caf\xE9 3</p>\n",
        "page.htm:2:43: the page says it is windows-1252, expected UTF-8\n  \
         help: save it as UTF-8, or convert it with `iconv -f windows-1252 -t UTF-8`",
    );
    says(
        "page-no-encoding",
        "page.htm",
        b"<meta charset=utf-8><p>Caf\xE9 3</p>\n",
        "page.htm:1:27: byte 0xE9 is not UTF-8; the file looks like Latin-1/Windows-1252\n  \
         help: convert it with `iconv -f WINDOWS-1252 -t UTF-8`",
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
        "error: desk: no rule file (*.yaml) is in this directory\n  help: directories in it are not looked into; \
         `claimlint rules new` writes a first rule\n"
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

/// A table of known figures with one mistake: what is said of it, and that the articles are checked beside it.
fn says_of_table(test: &str, name: &str, content: impl AsRef<[u8]>, expected: &str) {
    let desk = Desk::new(test, &[(name, content)]);
    let run = beside_a_good_file(&desk, &["--reference", name]);
    assert_eq!(run.err, format!("error: {expected}\n"));
    assert_eq!(run.status, Some(2));
}

#[test]
fn tables_of_known_figures() {
    let columns = "`measure`, `place`, `population`, `as-of`, `low`, `high`, `source`, `note`, `published-wrong-on`";
    for (test, content, expected) in [
        (
            "table-column",
            "measure,place,low\nkilled,Homs,24\n",
            "known.csv:1:1: the column `source` is missing: a table has at least `measure`, `low` and `source`".to_owned(),
        ),
        (
            "table-unknown-column",
            "measure,plase,low,source\n",
            format!("known.csv:1:9: unknown column `plase`, expected one of {columns}\n  help: did you mean `place`?"),
        ),
        (
            "table-semicolons",
            "measure;low;source\nkilled;24;A\n",
            format!("known.csv:1:1: unknown column `measure;low;source`, expected one of {columns}\n  help: separate the cells by commas"),
        ),
        (
            "table-twice",
            "measure,low,low,source\n",
            "known.csv:1:13: the column `low` stands here twice".to_owned(),
        ),
        (
            "table-number",
            "measure,low,source\nkilled,\"28,340\",A\n",
            "known.csv:2:8: found `28,340`, expected a number such as 1300000\n  help: write it in digits, without separators and without words".to_owned(),
        ),
        (
            "table-words",
            "measure,low,source\nkilled,1.3 million,A\n",
            "known.csv:2:8: found `1.3 million`, expected a number such as 1300000\n  help: write it in digits, without separators and without words".to_owned(),
        ),
        (
            "table-below-zero",
            "measure,low,source\nkilled,-3,A\n",
            "known.csv:2:8: found `-3`, expected a number such as 1300000\n  help: a count is zero or more".to_owned(),
        ),
        (
            "table-range",
            "measure,low,high,source\nkilled,30,20,A\n",
            "known.csv:2:11: `high` is 20, which is less than `low`, 30".to_owned(),
        ),
        (
            "table-no-number",
            "measure,low,source\nkilled,,A\n",
            "known.csv:2:1: no `low`: a row has at least `measure`, `low` and `source`".to_owned(),
        ),
        (
            "table-date",
            "measure,as_of,low,source\nkilled,14/2/2024,3,A\n",
            "known.csv:2:8: found `14/2/2024`, expected a day as YYYY-MM-DD or a year as YYYY".to_owned(),
        ),
        (
            "table-no-day",
            "measure,low,source,published-wrong-on\nkilled,3,A,2024-02-30\n",
            "known.csv:2:12: found `2024-02-30`, expected a day as YYYY-MM-DD".to_owned(),
        ),
        (
            "table-population",
            "measure,population,low,source\nkilled,chld,3,A\n",
            "known.csv:2:8: unknown population `chld`, expected everyone, a group such as `child` or a nationality\n  help: did you mean `child`?".to_owned(),
        ),
        (
            "table-cells",
            "measure,low,source\n\nkilled,28,340,A\n",
            "known.csv:3:1: the row has 4 cells, the header 3\n  help: a cell that holds a comma stands between quotation marks".to_owned(),
        ),
        (
            "table-quote",
            "measure,low,source\nkilled,3,\"A\nkilled,4,B\n",
            "known.csv:2:10: a quotation mark opens a cell here, and none closes it".to_owned(),
        ),
        (
            "table-rows",
            "measure,low,source\n",
            "known.csv: no row below the header: expected known figures".to_owned(),
        ),
        (
            "table-empty",
            "\u{feff}\n",
            "known.csv: the file is empty: expected a table of known figures\n  help: a row has at least the columns `measure`, `low` and `source`".to_owned(),
        ),
    ] {
        says_of_table(test, "known.csv", content, &expected);
    }
}

#[test]
fn a_measure_that_nobody_counts_beside_a_row_that_is_used() {
    let table = "measure,place,low,source\nkiled,Homs,24,A\nkilled,Manila,90,the city\n";
    let desk = Desk::new("table-measure", &[("known.csv", table)]);
    let run = beside_a_good_file(&desk, &["--reference", "known.csv", "--notes"]);
    let start = "error: known.csv:2:1: unknown measure `kiled`, expected one of `killed`, ";
    assert!(run.err.starts_with(start), "{}", run.err);
    assert!(run.err.ends_with("\n  help: did you mean `killed`?\n"));
    assert_eq!(run.status, Some(2));
}

#[test]
fn a_table_that_is_no_text() {
    says_of_table(
        "table-latin",
        "known.csv",
        b"measure,low,source\nkilled,3,Caf\xE9\n",
        "known.csv:2:13: byte 0xE9 is not UTF-8; the file looks like Latin-1/Windows-1252\n  \
         help: convert it with `iconv -f WINDOWS-1252 -t UTF-8`",
    );
    says_of_table(
        "table-name",
        "known.xlsx",
        "killed",
        "known.xlsx: expected a table whose name ends in .csv, .yaml or .yml",
    );
    let desk = Desk::new("table-missing", &[("known/a.csv", "")]);
    for (path, expected) in [
        ("gone.csv", "gone.csv: no such file"),
        (
            "known",
            "known: a directory, expected a table of known figures: name a file",
        ),
    ] {
        let run = beside_a_good_file(&desk, &["--reference", path]);
        assert_eq!(run.err, format!("error: {expected}\n"));
        assert_eq!(run.status, Some(2));
    }
}

#[test]
fn tables_in_yaml() {
    let keys = "`measure`, `place`, `population`, `as-of`, `low`, `high`, `source`, `note`, `published-wrong-on`";
    for (test, content, expected) in [
        (
            "yaml-key",
            "- { measure: killed, plase: Homs, low: 24, source: A }\n",
            format!("known.yaml:1:22: unknown key `plase`, expected one of {keys}\n  help: did you mean `place`?"),
        ),
        (
            "yaml-missing",
            "- { measure: killed, low: 24 }\n",
            "known.yaml:1:22: the key `source` is missing here".to_owned(),
        ),
        (
            "yaml-number",
            "- measure: killed\n  low: many\n  source: A\n",
            "known.yaml:2:8: found `many`, expected a number such as 1300000\n  help: write it in digits, without separators and without words".to_owned(),
        ),
        (
            "yaml-date",
            "- { measure: killed, low: 24, source: A, as-of: soon }\n",
            "known.yaml:1:49: found `soon`, expected a day as YYYY-MM-DD or a year as YYYY".to_owned(),
        ),
    ] {
        says_of_table(test, "known.yaml", content, &expected);
    }
}

#[test]
fn a_place_that_nobody_knows_is_a_remark() {
    let table = "measure,place,low,source\nkilled,Raffah,24,A\n";
    let desk = Desk::new(
        "table-place",
        &[("known.csv", table), ("a.txt", common::SOUND)],
    );
    let run = desk.run(&["check", "a.txt", "--reference", "known.csv"]);
    let expected = "remark: known.csv:2:8: no place `Raffah` is known; it is taken as written: did you mean `Rafah`?\n";
    assert_eq!((run.status, run.err.as_str()), (Some(0), expected));
}
